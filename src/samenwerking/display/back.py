"""The back of a canvas: the nine topics, with what stands there and what is still asked."""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping

import attrs

from samenwerking.display.facts import left_empty
from samenwerking.display.markup import Markup, tag
from samenwerking.display.measure import wrap
from samenwerking.display.svg import MILLIMETRE
from samenwerking.display.values import shorter, some, value_text
from samenwerking.display.wording import name_of, spoken
from samenwerking.display.words import say
from samenwerking.model import Collaboration, Goal, Place, Portfolio, TopicEntry, field_at, topic
from samenwerking.report import placeholders
from samenwerking.report.wording import credit
from samenwerking.rules.definition import RuleContext
from samenwerking.rules.requirements import MANY, judge
from samenwerking.vocabulary import CanvasTopic, Form, Language, Need, Reading, Requirement, field_label

_SENTENCE = re.compile(r"(?<=[.?!])\s+")
_ITEM = re.compile(r"(\w+)\[([^\]]*)\]")
_ASKED = (Need.REQUIRED, Need.EXPECTED)
# What stands on the front is not said again; persons stand nowhere on a sheet that is shared.
_ON_FRONT = frozenset(
    (
        "goals",
        "purpose",
        "goals[].indicators",
        "goals[].lead",
        "parties",
        "parties[].role",
        "parties[].contributions",
        "parties[].benefits",
        "parties[].risks",
        "parties[].alternative.considered",
        "parties[].position",
        "parties[].representatives",
        "parties[].representatives[].time",
        "parties[].representatives[].mandate",
        "parties[].signature",
        "type",
        "form",
        "setup.director",
    )
)
_LONGEST_LIST, _LONGEST_FACT = 120, 260
_ROWS = 3
# In millimetres: what a page holds besides its heading, a line, and the width of a box in points.
_PAGE, _LINE, _WIDE = 277.0 - 24, 5.28, 124 * MILLIMETRE
# What a question names, and the list on the path in which that stands.
_LISTS = {
    "party": "parties",
    "goal": "goals",
    "phase": "phases",
    "person": "representatives",
    "indicator": "indicators",
    "result": "maintenance",
}


class _Open(dict[str, str]):
    """Values for a question in which not everything is known."""

    def __missing__(self, key: str) -> str:
        return "…"


@attrs.frozen(kw_only=True)
class Line:
    """One line on the back.

    Args:
        text: What it says.
        label: What it is about; empty for a question.
        code: Code of the rule that asks; empty for a fact.
    """

    text: str
    label: str = ""
    code: str = ""


def _question(row: Requirement, language: Language, values: Mapping[str, str]) -> str:
    return row.question.get(language).format_map(_Open(values))


def asked(row: Requirement, language: Language) -> str:
    """Return the question of a row as an empty sheet asks it.

    Args:
        row: The row.
        language: ``"nl"`` or ``"en"``.

    Returns:
        The sentences that ask; all of them if none does.

    Example:
        >>> from samenwerking.vocabulary import reading
        >>> row = next(row for row in reading().requirements if row.path == "resources.behaviour")
        >>> asked(row, "nl")
        'Hoe gaan we met elkaar om?'
    """
    general = {"party": say("this_party", language), "person": say("this_person", language)}
    return only_asking(_question(row, language, general))


def only_asking(text: str) -> str:
    """Return the sentences of a text that ask something.

    Args:
        text: A question, with what is said around it.

    Returns:
        Those sentences; the whole text if there are none.

    Example:
        >>> only_asking("Dat staat er nog niet. Waar sluit het bij aan?")
        'Waar sluit het bij aan?'
    """
    sentences = _SENTENCE.split(text)
    return " ".join([sentence for sentence in sentences if sentence.endswith("?")] or sentences)


def _listed(names: Iterable[str], language: Language) -> str:
    """Return names in words: as many as read well, and the number of the others."""
    held = list(names)
    most, taken = 0, 0
    while most < len(held) and (not most or taken + len(held[most]) <= _LONGEST_LIST):
        taken += len(held[most])
        most += 1
    return some((shorter(name, _LONGEST_LIST) for name in held), language, most)


def _values(
    context: RuleContext, row: Requirement, empty: Iterable[Place], language: Language
) -> dict[str, str]:
    """Return the names of whatever something is still empty for."""
    found: dict[str, dict[str, None]] = {}
    for place in empty:
        for list_, key in _ITEM.findall(place.path):
            if key:
                found.setdefault(list_, {})[key] = None
    lists = {name: _LISTS[name] for name in placeholders(row.question.nl) if name in _LISTS}
    values = {}
    for name, of in lists.items():
        keys = found.get(of, {})
        if name == "party" and len(keys) >= MANY and set(keys) == set(context.party_ids):
            values[name] = say("all_parties", language, n=len(keys))
        elif keys:
            values[name] = _listed((name_of(context.portfolio, key) for key in keys), language)
    return values


def _owner(place: Place) -> tuple[str, str]:
    """Return in which list the party or goal stands that a fact belongs to, and its id."""
    return next(
        ((of, key) for of, key in _ITEM.findall(place.path)[:1] if of in ("parties", "goals")), ("", "")
    )


def _label(path: str, table: Reading, language: Language) -> str:
    """Return what a fact is called: by its attribute, and by what that is part of."""
    above, _, name = path.rpartition(".")
    parts = [field_label(name.removesuffix("[]"), language)]
    if any(row.path == above for row in table.requirements):
        parts.insert(0, field_label(above.rpartition(".")[2], language))
    return ", ".join(parts)


def _whose(context: RuleContext, of: str, keys: list[str], language: Language) -> str:
    """Return whose a fact is: all parties or goals together, or by name."""
    everyone = context.party_ids if of == "parties" else context.collaboration.canvas.goals
    if len(keys) > 1 and set(keys) >= set(everyone):
        return say(f"all_{of}", language, n=len(set(keys)))
    return _listed((name_of(context.portfolio, key) for key in keys), language)


def _told(
    context: RuleContext, said: Iterable[tuple[Place, str]], table: Reading, language: Language
) -> Iterator[Line]:
    """Yield facts, those with the same words together."""
    groups: dict[tuple[str, str, str], list[str]] = {}
    for place, text in said:
        of, key = _owner(place)
        label = _label(_general(place.path), table, language)
        groups.setdefault((label, text, of), []).append(key)
    for (label, text, of), keys in groups.items():
        whose = _whose(context, of, keys, language) if of else ""
        yield Line(label=label, text=f"{text} ({whose})" if whose else text)


def _is_told(path: str, table: Reading) -> bool:
    """Say whether a fact is told as part of another one, such as the budget of a phase."""
    return any(
        path.startswith(f"{row.path}[].")
        for row in table.requirements
        if row.path not in ("parties", "goals")
    )


def _facts(
    context: RuleContext, entry: TopicEntry, table: Reading, language: Language
) -> Iterator[tuple[Place, str]]:
    """Yield what stands in the places of a row, and why others were left empty."""
    row = entry.requirement
    if row.path in _ON_FRONT or _is_told(row.path, table):
        return
    for place in entry.filled:
        if _general(place.path) not in _ON_FRONT:
            text = value_text(context.portfolio, field_at(_general(place.path)), place.value, language)
            if text:
                yield place, shorter(text, _LONGEST_FACT)
    for place in entry.places:
        if text := left_empty(context.collaboration, place.path, language):
            yield place, text


def _general(path: str) -> str:
    return _ITEM.sub(r"\1[]", path)


def topic_lines(
    portfolio: Portfolio, id: str, of: CanvasTopic, day: datetime.date, table: Reading, language: Language
) -> tuple[Line, ...]:
    """Return what the back says on one topic: facts first, then what is still asked, now or later.

    Args:
        portfolio: A portfolio as :func:`samenwerking.display.wording.shareable` gives it.
        id: Id of the collaboration.
        of: The topic.
        day: The day for which it holds.
        table: The reading.
        language: ``"nl"`` or ``"en"``.

    Returns:
        Lines.

    Example:
        >>> from samenwerking.vocabulary import reading
        >>> portfolio = Portfolio(collaborations=[Collaboration(id="x", name="X")])
        >>> today = datetime.date(2026, 1, 1)
        >>> topic_lines(portfolio, "x", CanvasTopic.TYPE, today, reading(), "nl")[0].code
        'KLO201'
    """
    collaboration = portfolio.collaboration(id)
    context = RuleContext(portfolio=portfolio, collaboration=collaboration, reading=table, as_of=day)
    facts: list[Line] = []
    questions: list[Line] = []
    for entry in topic(portfolio, id, of, reading=table):
        facts += _told(context, _facts(context, entry, table, language), table, language)
        row = entry.requirement
        if empty := judge(context, row).empty:
            words = _question(row, language, _values(context, row, empty, language))
            questions.append(Line(text=words, code=row.code))
    return (*dict.fromkeys(facts), *questions)


def blank_lines(form: Form | None, of: CanvasTopic, table: Reading, language: Language) -> tuple[Line, ...]:
    """Return what an empty sheet asks on one topic.

    Args:
        form: The form; ``None`` while it is open.
        of: The topic.
        table: The reading.
        language: ``"nl"`` or ``"en"``.

    Returns:
        Questions.

    Example:
        >>> from samenwerking.vocabulary import reading
        >>> [line.code for line in blank_lines(None, CanvasTopic.STEP_BACK, reading(), "nl")]
        ['KAN141']
    """
    return tuple(
        Line(text=asked(row, language), code=row.code)
        for row in table.rows(of)
        if table.need(row, form) in _ASKED
    )


def _item(line: Line) -> Markup:
    if line.code:
        return tag("li", tag("span", line.text, class_="ask"), " ", tag("span", line.code, class_="code"))
    return tag("li", tag("b", f"{line.label}: "), line.text)


def back_page(topics: dict[CanvasTopic, tuple[Line, ...]], closing: list[str], language: Language) -> Markup:
    """Return the back as a section of a page.

    Args:
        topics: Lines per topic.
        closing: Sentences at the bottom.
        language: ``"nl"`` or ``"en"``.

    Returns:
        Markup.

    Example:
        >>> back_page({}, ["Einde."], "nl").count("<section")
        1
    """
    numbered = [
        (f"{place} {each.label(language)}", lines) for place, (each, lines) in enumerate(topics.items(), 1)
    ]
    rows = [numbered[first::_ROWS] for first in range(min(_ROWS, len(numbered)))]
    needed = [max(_height(lines) for _, lines in row) for row in rows]
    room = _PAGE - sum(len(wrap(each, 400 * MILLIMETRE, 13).lines) for each in closing) * _LINE
    spare = (room - sum(needed)) / max(1, len(rows))  # shared out as room to write
    end = tag("div", *(tag("p", sentence) for sentence in closing), class_="closing soft")
    heading = tag("h2", say("back", language))
    if spare < 0:  # too much for nine boxes of one height in each row
        boxes = tag(
            "div", *(_box("div", title, lines, language) for title, lines in numbered), class_="columns"
        )
        return tag("section", heading, boxes, end, class_="wide back")
    made = [
        tag(
            "tr",
            *(_box("td", title, lines, language) for title, lines in row),
            style=f"height:{high + spare:.1f}mm",
        )
        for row, high in zip(rows, needed, strict=True)
    ]
    return tag("section", heading, tag("table", *made, class_="topics"), end, class_="wide back")


def _box(element: str, title: str, lines: tuple[Line, ...], language: Language) -> Markup:
    inside = tag("ul", *map(_item, lines)) if lines else tag("p", say("later_topic", language), class_="soft")
    return tag(element, tag("h3", title), inside)


def _height(lines: tuple[Line, ...]) -> float:
    """Return how high a box has to be, in millimetres."""
    texts = (f"{line.label} {line.text} {line.code}" for line in lines)
    return 12 + sum(len(wrap(text, _WIDE, 13).lines) * _LINE + 1.1 for text in texts)


def closing_lines(portfolio: Portfolio, collaboration: Collaboration | None, language: Language) -> list[str]:
    """Return where the statements come from, and who confirmed them.

    Args:
        portfolio: A portfolio as :func:`samenwerking.display.wording.shareable` gives it.
        collaboration: The collaboration; ``None`` for an empty sheet.
        language: ``"nl"`` or ``"en"``.

    Returns:
        Sentences.

    Example:
        >>> closing_lines(Portfolio(), None, "nl")[0].startswith("Naar De samenwerkingscode")
        True
    """
    said = [credit(language)]
    if collaboration is None:
        return said
    confirmed = collaboration.confirmed
    if confirmed:
        date = spoken(confirmed.on, language) if confirmed.on else say("unknown", language)
        party = name_of(portfolio, confirmed.by)
        said.append(say("confirmed", language, party=party, date=date))
    else:
        said.append(say("not_confirmed", language))
    records = [
        collaboration,
        *(g for id_ in collaboration.canvas.goals if isinstance(g := portfolio.get(id_), Goal)),
    ]
    named = []
    for source in (source for record in records for source in record.sources):
        seen = f" ({say('seen', language, date=spoken(source.seen, language))})" if source.seen else ""
        named.append(shorter((source.title or source.address or source.host) + seen, 120))
    sources = some(dict.fromkeys(named), language, 6)
    said.append(say("sources", language, sources=sources) if sources else say("no_sources", language))
    return said
