"""The goal tree: how the goals hang together, what each is measured by, and how it stands."""

import datetime
from collections.abc import Iterable, Iterator, Mapping

import attrs

from samenwerking.display.markup import Markup, tag
from samenwerking.display.page import document
from samenwerking.display.picture import Picture
from samenwerking.display.values import shorter, some
from samenwerking.display.wording import indicator_text, name_of, shareable, spoken
from samenwerking.display.words import say
from samenwerking.model import Goal, Portfolio
from samenwerking.report.wording import credit
from samenwerking.vocabulary import GoalKind, GoalLinkKind, Language, record_label

_STYLE = """
.tree { width: 190mm; font-size: 10pt; line-height: 1.2; }
.tree h1 { font-size: 20pt; line-height: 1.1; margin: 0.5mm 0 3mm; overflow-wrap: anywhere; }
.goal { border-left: 0.8mm solid var(--ink); padding: 0.5mm 0 0.5mm 3mm; margin-top: 3mm; }
.goal { break-inside: avoid; overflow-wrap: anywhere; }
.goal h2 { font-size: 12.5pt; line-height: 1.15; margin: 0; }
.goal.below { border-left-width: 0.3mm; }
.goal.below h2 { font-size: 11pt; }
.tree .end { margin-top: 5mm; font-size: 9pt; color: var(--soft); }
"""
_STEP, _DEEPEST = 9, 8  # in millimetres, and how many steps to the right
_LONGEST = 240
# A goal stands below what it is part of or supports, and below what depends on it.
_UPWARD = (GoalLinkKind.PART_OF, GoalLinkKind.SUPPORTS)


@attrs.frozen(kw_only=True)
class Branch:
    """A goal in its place in the tree.

    Args:
        goal: The goal.
        depth: How many goals it stands below.
        link: How it bears on the goal above it, in the words of a link; ``None`` at the top.
        above: Id of the goal above it.
        again: Whether it stands in full elsewhere already.
    """

    goal: Goal
    depth: int = 0
    link: GoalLinkKind | None = None
    above: str = ""
    again: bool = False


def _key(goal: Goal) -> tuple[int, str, str, str]:
    return (list(GoalKind).index(goal.kind), goal.name.casefold(), goal.name, goal.id)


def branches(goals: Iterable[Goal]) -> tuple[Branch, ...]:
    """Return goals as a tree, from the top and then down, each in full once.

    Args:
        goals: The goals; links to others do not count.

    Returns:
        The branches; shared goals first and then by name, whatever the order of the goals. Goals that hang
        below themselves begin at the first of them.

    Example:
        >>> from samenwerking.model import GoalLink
        >>> whole = Goal(id="a", name="A", kind="shared")
        >>> part = Goal(id="b", name="B", kind="own", links=[GoalLink(goal="a", kind="part-of")])
        >>> [(each.goal.id, each.depth) for each in branches([part, whole])]
        [('a', 0), ('b', 1)]
    """
    held = {goal.id: goal for goal in sorted(goals, key=_key)}
    below: dict[str, dict[str, GoalLinkKind]] = {id_: {} for id_ in held}
    for goal in held.values():
        for link in goal.links:
            if link.goal in held and link.kind is not GoalLinkKind.CONFLICTS_WITH:
                above, under = (link.goal, goal.id) if link.kind in _UPWARD else (goal.id, link.goal)
                below[above].setdefault(under, link.kind)
    above_of: dict[str, str] = {}
    for above, found_below in below.items():
        for under in found_below:
            above_of.setdefault(under, above)
    found: list[Branch] = []
    seen: set[str] = set()
    tops = [id_ for id_ in held if id_ not in above_of]
    for top in (*tops, *held):  # whatever no top leads to hangs below a goal that hangs below itself
        if top in seen:
            continue
        waiting = [Branch(goal=held[_highest(top, above_of)])]
        while waiting:
            branch = waiting.pop()
            id_ = branch.goal.id
            found.append(attrs.evolve(branch, again=id_ in seen))
            if id_ not in seen:
                seen.add(id_)
                last_first = sorted(below[id_], key=lambda each: _key(held[each]), reverse=True)
                waiting += (
                    Branch(goal=held[each], depth=branch.depth + 1, link=below[id_][each], above=id_)
                    for each in last_first
                )
    return tuple(found)


def _highest(id_: str, above_of: Mapping[str, str]) -> str:
    """Return the goal at which going up from another one ends, or comes round again."""
    passed = set()
    while id_ in above_of and id_ not in passed:
        passed.add(id_)
        id_ = above_of[id_]
    return id_


def _standing(goal: Goal, day: datetime.date, language: Language) -> str:
    """Return how a goal stood last, with the day; that it is unknown where nobody said so."""
    past = [status for status in goal.statuses if status.on.first <= day]
    if not past:
        return say("standing_unknown", language)
    last = max(past, key=lambda status: (status.on.first, status.on.iso))
    text = say("standing", language, state=last.state.label(language), date=spoken(last.on, language))
    return f"{text}: {last.note}" if last.note else text


def _details(
    portfolio: Portfolio, goal: Goal, where: Iterable[str], day: datetime.date, language: Language
) -> Iterator[tuple[str, str]]:
    """Yield the lines below a goal: class and words."""
    lead = say("lead", language, party=name_of(portfolio, goal.lead)) if goal.lead else ""
    deadline = spoken(goal.deadline, language) if goal.deadline else ""
    yield "soft", " · ".join(filter(None, (goal.kind.label(language), lead, deadline)))
    for indicator in goal.indicators:
        yield "", indicator_text(indicator, language)
    for link in goal.links:
        if link.kind is GoalLinkKind.CONFLICTS_WITH:
            resolved = f" ({link.resolution})" if link.resolution else ""
            yield "", f"{link.kind.label(language)} {name_of(portfolio, link.goal)}{resolved}"
    yield "", _standing(goal, day, language)
    if names := some(sorted(where, key=str.casefold), language, 6):
        yield "soft", say("worked_on_by", language, names=names)


def _shown(
    portfolio: Portfolio, branch: Branch, where: Iterable[str], day: datetime.date, language: Language
) -> Markup:
    goal = branch.goal
    parts: list[Markup] = []
    if branch.link:
        upward = branch.link in _UPWARD
        words = branch.link.label(language) if upward else say("needed_for", language)
        parts.append(tag("p", f"{words} {shorter(name_of(portfolio, branch.above), 120)}", class_="soft"))
    parts.append(tag("h2", shorter(goal.name, 160)))
    if branch.again:
        parts.append(tag("p", say("stands_above", language), class_="soft"))
    else:
        parts += (
            tag("p", shorter(text, _LONGEST), class_=class_ or None)
            for class_, text in _details(portfolio, goal, where, day, language)
        )
    left = min(branch.depth, _DEEPEST) * _STEP
    return tag("div", *parts, class_="goal below" if branch.depth else "goal", style=f"margin-left: {left}mm")


def goal_tree(
    portfolio: Portfolio,
    id: str | None = None,
    *,
    language: Language = "nl",
    as_of: datetime.date | None = None,
) -> Picture:
    """Lay out how the goals hang together: what is part of what, supports it, or is needed for it.

    Below each goal stand its kind, who leads it, what it is measured by, what it conflicts with and how it
    stood last, with the day. A goal that serves several others stands in full once and is named again below
    the others. Nothing is added up and there are no colours.

    Args:
        portfolio: The portfolio.
        id: Id of the collaboration whose goals are meant; without one all goals of the portfolio.
        language: ``"nl"`` or ``"en"``.
        as_of: The day for which it holds; today if left out.

    Returns:
        A page of A4, or more if there are many goals.

    Raises:
        KeyError: If there is no such record.
        TypeError: If the record is no collaboration.
        ValueError: If the language is neither.

    Example:
        >>> print(goal_tree(Portfolio(title="Voorbeeldpolder")))
        Doelenboom: Voorbeeldpolder (html)
    """
    day = as_of or datetime.date.today()
    shown = shareable(portfolio, language)
    if id is None:
        name = portfolio.title or record_label("Portfolio", language)
        goals = list(shown.goals)
    else:
        whole = shown.collaboration(id)
        name = whole.name
        goals = [goal for each in whole.canvas.goals if isinstance(goal := shown.get(each), Goal)]
    title = f"{say('goal_tree', language)}: {name}"
    tree = branches(goals)
    where: dict[str, list[str]] = {}
    for each in () if id else shown.collaborations:  # of one collaboration it need not be said
        for goal_id in dict.fromkeys(each.canvas.goals):
            where.setdefault(goal_id, []).append(each.name)
    parts = [_shown(shown, branch, where.get(branch.goal.id, ()), day, language) for branch in tree]
    kicker = f"{say('as_of', language, date=spoken(day, language))} · {say('concept', language)}"
    section = tag(
        "section",
        tag("p", kicker, class_="soft"),
        tag("h1", shorter(title, 160)),
        *(parts or [tag("p", say("nothing", language))]),
        tag("p", credit(language), class_="end"),
        class_="tree",
    )
    tops = some((branch.goal.name for branch in tree if not branch.depth), language, 6)
    alt = say("goal_tree_alt", language, name=name, n=len({each.id for each in goals}), tops=shorter(tops))
    html = document(title, section, language, _STYLE, "A4 portrait")
    return Picture(title=title, alt=alt, html=html, language=language)
