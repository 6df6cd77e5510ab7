"""The front of a canvas: what lies on the table, in letters that are read from across it."""

from collections.abc import Iterable, Iterator

from samenwerking.display import measure
from samenwerking.display.axes import Dot, Field, axes_margins, bare_axes, dots
from samenwerking.display.back import only_asking
from samenwerking.display.facts import MOST_ON_FRONT, CanvasFacts, GoalFacts, PartyFacts
from samenwerking.display.gears import small_gearbox
from samenwerking.display.markup import Markup, joined, tag
from samenwerking.display.svg import MILLIMETRE, drawing
from samenwerking.display.words import say
from samenwerking.rules import AgendaItem
from samenwerking.vocabulary import Language, Reading

# All in millimetres; letters in points.
_TEXT, _NAME, _GOAL, _LINE = 13.0, 13.0, 20.0, 13 * 1.15 / MILLIMETRE
_COLUMNS = {"name": 50.0, "brings": 50.0, "gets": 43.0, "risks": 37.0, "until": 24.0}
_MIDDLE, _HEAD_ROW = 197.0, 23.0
_LEAST_ROWS = 4
_GOALS_HIGH = 100.0
_MOST_GOALS, MOST_QUESTIONS = 4, 3


def _fit(text: str, room: float, lines: int, size: float = _TEXT, bold: bool = False) -> measure.Wrapped:
    return measure.wrap(text, room * MILLIMETRE, size, lines, bold=bold)


def _in_lines(wrapped: measure.Wrapped) -> Markup:
    """Return a text broken as it was measured, so that a row is never higher than was reckoned."""
    return joined(wrapped.lines, Markup("<br/> "))


def _pen_or(text: str) -> Markup:
    """Return a value, or a line to write it on."""
    return tag("span", text, class_="value" if text else "pen")


def _header(facts: CanvasFacts, language: Language) -> Markup:
    cells = []
    for label, value in facts.header:
        shown = _fit(value, 94 - measure.width(label + "  ", _TEXT) / MILLIMETRE, 2)
        cells.append(tag("div", tag("span", label, class_="soft"), _pen_or(shown.text), class_="fact"))
    kicker = f"{say('canvas', language)} · {say('concept', language)}"
    name = _fit(facts.name, 290, 1, 28, True).text
    title = name or joined([tag("small", say("name", language)), _pen_or("")])
    return joined(
        [
            tag(
                "div",
                tag("p", kicker, class_="soft"),
                tag("h1", title),
                tag("div", *cells, class_="facts"),
                class_="head",
            ),
            tag(
                "div",
                Markup(small_gearbox(facts.gear, 100 * MILLIMETRE, 42 * MILLIMETRE, language)),
                class_="gear",
            ),
        ]
    )


def _goal_texts(goal: GoalFacts, most: int) -> tuple[list[str], float]:
    """Return the lines below a goal, and how high it is with them."""
    details = [*([goal.kind] if goal.kind else []), *goal.details][:most]
    lines = sum(len(_fit(detail, 92, 2).lines) for detail in details)
    names = len(_fit(goal.name, 92, 3, _GOAL, True).lines)
    return details, 3 + names * _GOAL * 1.1 / MILLIMETRE + lines * _LINE


def _goal_plan(facts: CanvasFacts) -> tuple[int, int]:
    """Return how many goals fit on the front, and how many lines below each."""
    room = _GOALS_HIGH - (4 * 16 * 1.2 / MILLIMETRE if facts.purpose else 0)
    for shown in range(min(_MOST_GOALS, len(facts.goals)), 1, -1):
        for most in (4, 3, 2, 1):
            if sum(_goal_texts(goal, most)[1] for goal in facts.goals[:shown]) <= room:
                return shown, most
    return min(1, len(facts.goals)), 4


def _goals(facts: CanvasFacts, ask: str, language: Language) -> Markup:
    parts: list[Markup] = [tag("h2", say("goals", language))]
    if facts.purpose:
        parts.append(tag("p", _fit(facts.purpose, 90, 4, 16).text, class_="purpose"))
    if not facts.goals and not facts.purpose:
        parts.append(tag("p", ask, class_="ask"))
    shown, most = _goal_plan(facts)
    for goal in facts.goals[:shown]:
        parts.append(tag("p", _in_lines(_fit(goal.name, 92, 3, _GOAL, True)), class_="goal fit"))
        parts += [
            tag("p", _in_lines(_fit(detail, 92, 2)), class_="fit") for detail in _goal_texts(goal, most)[0]
        ]
    if len(facts.goals) > shown:
        parts.append(tag("p", say("more_goals", language, n=len(facts.goals) - shown), class_="soft"))
    return tag("div", *parts, class_="box goals")


def _short_question(text: str) -> str:
    """Return a question that fits; of a long one what it asks is kept, not what it begins with."""
    whole = _fit(text, 90, 3)
    return _fit(only_asking(text), 90, 3).text if whole.cut else whole.text


def _questions(items: tuple[AgendaItem, ...] | None, language: Language) -> Markup:
    parts: list[Markup] = []
    for item in (items or ())[:MOST_QUESTIONS]:
        who = say("for_whom", language, who=item.who(language))
        parts.append(
            tag("li", _short_question(item.question(language)), " ", tag("b", _fit(who, 90, 1).text))
        )
    if items == ():
        parts.append(tag("li", say("no_questions", language), class_="soft"))
    return tag("div", tag("h2", say("questions", language)), tag("ul", *parts), class_="box questions")


def _head_row(parties: Iterable[PartyFacts], language: Language) -> Markup:
    """Return the heads of the columns; a column in which something is open carries its question."""
    empty = [
        any(not cell for cell in cells) for cells in zip(*(p.cells() for p in parties), strict=True)
    ] or [True] * 4
    cells = [tag("th", say("party", language))]
    for name, asks in zip(("brings", "gets", "risks", "until"), empty, strict=True):
        question = [tag("p", say(f"ask_{name}", language), class_="ask")] if asks else []
        cells.append(tag("th", say(name, language), *question))
    return tag("tr", *cells)


def _name_lines(lines: int) -> int:
    return min(lines, 3) if lines < 6 else 5


def _name_cell(party: PartyFacts, lines: int) -> Markup:
    room = _COLUMNS["name"] - 10
    name = _fit(party.name, room, _name_lines(lines), _NAME, True)
    left = lines - len(name.lines)
    role = tag("p", _fit(party.role, room, 1).text, class_="soft") if party.role and left > 0 else Markup("")
    return tag(
        "th",
        tag("span", party.letter, class_="letter"),
        tag("div", _in_lines(name), role, class_="named fit"),
        class_="name",
    )


def _row_plan(facts: CanvasFacts) -> tuple[int, float, int]:
    """Return how many rows there are, how high each is, and how many lines that holds."""
    rows = max(min(len(facts.parties), MOST_ON_FRONT), _LEAST_ROWS)
    high = (_MIDDLE - _HEAD_ROW - (7 if len(facts.parties) > MOST_ON_FRONT else 0)) / rows
    return rows, high, int((high - 2) / _LINE)


def _parties(facts: CanvasFacts, language: Language) -> Markup:
    shown = facts.parties[:MOST_ON_FRONT]
    more = len(facts.parties) - len(shown)
    rows, high, lines = _row_plan(facts)
    made = [_head_row(shown, language)]
    for party in shown:
        cells = [
            tag("td", _in_lines(_fit(text, _COLUMNS[name] - 3, lines)), class_="fit")
            for name, text in zip(("brings", "gets", "risks", "until"), party.cells(), strict=True)
        ]
        made.append(tag("tr", _name_cell(party, lines), *cells, style=f"height:{high:.1f}mm"))
    empty = tag("tr", tag("th"), *(tag("td") for _ in range(4)), style=f"height:{high:.1f}mm")
    made += [empty] * (rows - len(shown))
    widths = (tag("col", style=f"width:{wide:.0f}mm") for wide in _COLUMNS.values())
    rest = [tag("p", say("more_parties", language, n=more), class_="soft")] if more else []
    return tag("div", tag("table", tag("colgroup", *widths), *made), *rest, class_="parties")


def _step_back(facts: CanvasFacts, language: Language) -> Markup:
    few = len(facts.parties) <= 5
    rows = [
        tag(
            "li",
            tag("span", "☑" if p.considered else "☐", class_="tick"),
            f"{p.letter} ",
            _fit(p.name, 74, 2 if few else 1).text,
        )
        for p in facts.parties[:MOST_ON_FRONT]
    ]
    ask = tag("p", say("ask_alternative", language), class_="ask")
    return tag("div", tag("h2", say("alternative", language)), ask, tag("ul", *rows), class_="box back-step")


def _dots(parties: Iterable[PartyFacts]) -> Iterator[Dot]:
    for party in parties:
        if party.position:
            yield Dot(
                letter=party.letter,
                name=party.name,
                binding=party.position.binding,
                control=party.position.control,
            )


def _axes(facts: CanvasFacts, table: Reading, language: Language) -> Markup:
    wide, high = 90 * MILLIMETRE, 97 * MILLIMETRE
    above, below = axes_margins(table, language, wide - 22)
    field = Field(11, above, wide - 22, high - above - below)
    parts = [bare_axes(field, table, language), dots(field, _dots(facts.parties[:26]))]
    svg = drawing(parts, wide, high, say("axes", language), say("axes", language), language)
    return tag("div", tag("h2", say("axes", language)), Markup(svg), class_="box axes")


def _signing(parties: Iterable[PartyFacts], language: Language) -> Markup:
    shown = list(parties)
    shown += [PartyFacts(letter="", name="")] * (_LEAST_ROWS - len(shown))
    wide = 400 / len(shown) - 0.1
    cells = [
        tag(
            "div",
            tag("p", _fit(party.name, wide - 4, 2, _NAME, True).text, class_="who"),
            tag("p", f"{say('date', language).casefold()} ", party.agreed, class_="soft line"),
            tag("p", say("initials", language), class_="soft line"),
            class_="sign",
            style=f"width:{wide:.1f}mm",
        )
        for party in shown
    ]
    return tag("div", tag("h2", say("agreed", language)), *cells, class_="strip")


def front_page(
    facts: CanvasFacts, items: tuple[AgendaItem, ...] | None, ask: str, table: Reading, language: Language
) -> Markup:
    """Return the front of a canvas as a section of a page.

    Args:
        facts: What it shows.
        items: The best questions for now; ``None`` leaves room to write them.
        ask: What is asked where no goal stands.
        table: The reading.
        language: ``"nl"`` or ``"en"``.

    Returns:
        Markup.

    Example:
        >>> from samenwerking.display.facts import blank_facts
        >>> from samenwerking.vocabulary import reading
        >>> front_page(blank_facts("nl"), None, "Waarvoor?", reading(), "nl").count("<section")
        1
    """
    inner = tag(
        "div",
        _header(facts, language),
        _goals(facts, ask, language),
        _questions(items, language),
        _parties(facts, language),
        _axes(facts, table, language),
        _step_back(facts, language),
        _signing(facts.parties[:MOST_ON_FRONT], language),
        class_="inner",
    )
    return tag("section", inner, class_="wide front")


def goal_line(goal: GoalFacts) -> str:
    """Return all that is said below a goal, in one line.

    Args:
        goal: The goal.

    Returns:
        The line.

    Example:
        >>> goal_line(GoalFacts(name="Randen", kind="eigen doel", details=("2028",)))
        'eigen doel; 2028'
    """
    return "; ".join([*([goal.kind] if goal.kind else []), *goal.details])


def goals_cut(facts: CanvasFacts) -> list[GoalFacts]:
    """Return the goals that do not stand on the front, or not in full.

    Args:
        facts: What the canvas shows.

    Returns:
        Those goals, in order.

    Example:
        >>> goals_cut(CanvasFacts(name="X", header=(), gear=None))
        []
    """
    shown, most = _goal_plan(facts)
    return [goal for goal in facts.goals[:shown] if _is_goal_cut(goal, most)] + list(facts.goals[shown:])


def parties_cut(facts: CanvasFacts) -> list[PartyFacts]:
    """Return the parties on the front of which not all is said there.

    Args:
        facts: What the canvas shows.

    Returns:
        Those parties, in order.

    Example:
        >>> parties_cut(CanvasFacts(name="X", header=(), gear=None))
        []
    """
    lines = _row_plan(facts)[2]
    return [party for party in facts.parties[:MOST_ON_FRONT] if _is_party_cut(party, lines)]


def _is_goal_cut(goal: GoalFacts, most: int) -> bool:
    details = _goal_texts(goal, most)[0]
    whole = len(goal.details) + bool(goal.kind) == len(details)
    cut = any(_fit(detail, 92, 2).cut for detail in details)
    return not whole or cut or _fit(goal.name, 92, 3, _GOAL, True).cut


def _is_party_cut(party: PartyFacts, lines: int) -> bool:
    names = ("brings", "gets", "risks", "until")
    cells = zip(names, party.cells(), strict=True)
    cut = any(_fit(text, _COLUMNS[name] - 3, lines).cut for name, text in cells)
    return cut or _fit(party.name, _COLUMNS["name"] - 10, _name_lines(lines), _NAME, True).cut
