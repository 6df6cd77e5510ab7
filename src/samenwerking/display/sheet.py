"""The canvas as a whole: front, back and, where not all fits, an appendix; and the empty one."""

import datetime

from samenwerking.display.back import back_page, blank_lines, closing_lines, topic_lines
from samenwerking.display.facts import MOST_ON_FRONT, CanvasFacts, PartyFacts, blank_facts, canvas_facts
from samenwerking.display.front import MOST_QUESTIONS, front_page, goal_line, goals_cut, parties_cut
from samenwerking.display.markup import Markup, joined, tag
from samenwerking.display.page import document
from samenwerking.display.picture import Picture
from samenwerking.display.sheet_style import STYLE
from samenwerking.display.values import shorter
from samenwerking.display.wording import shareable
from samenwerking.display.words import say
from samenwerking.model import Portfolio
from samenwerking.rules import agenda, diagnose
from samenwerking.vocabulary import CanvasTopic, Form, Language, Reading, reading as shipped

_MOST_APPENDED, _LONGEST = 60, 600


def _appendix(facts: CanvasFacts, language: Language) -> Markup | None:
    """Return what did not fit on the front, in the same size: more goals, more parties, longer texts."""
    parts: list[Markup] = []
    later = goals_cut(facts)
    if later:
        parts.append(tag("h3", say("goals", language)))
        for goal in later[:_MOST_APPENDED]:
            detail = shorter(goal_line(goal))
            parts.append(tag("p", tag("b", shorter(goal.name, 200)), f" {detail}"))
    cut = parties_cut(facts)
    for title, parties in (
        (say("in_full", language), cut),
        (say("more", language), facts.parties[MOST_ON_FRONT:]),
    ):
        if parties:
            parts.append(_appended(title, tuple(parties), language))
    if not parts:
        return None
    return tag(
        "section", tag("h2", f"{say('appendix', language)}: {facts.name}"), *parts, class_="wide appendix"
    )


def _appended(title: str, parties: tuple[PartyFacts, ...], language: Language) -> Markup:
    names = ("party", "brings", "gets", "risks", "until", "alternative", "date", "initials")
    heads = tag("tr", *(tag("th", say(name, language)) for name in names))
    rows = []
    for party in parties[:_MOST_APPENDED]:
        role = [tag("p", party.role, class_="soft")] if party.role else []
        name = tag(
            "th",
            tag("span", party.letter, class_="letter"),
            tag("div", shorter(party.name, 160), *role, class_="named"),
            class_="name",
        )
        cells = [tag("td", shorter(text, _LONGEST)) for text in party.cells()]
        rows.append(
            tag(
                "tr",
                name,
                *cells,
                tag("td", "☑" if party.considered else "☐"),
                tag("td", party.agreed),
                tag("td"),
            )
        )
    more = len(parties) - _MOST_APPENDED
    rest = [tag("p", say("rows_more", language, n=more), class_="soft")] if more > 0 else []
    widths = (tag("col", style=f"width:{wide}mm") for wide in (66, 84, 76, 70, 28, 24, 28, 24))
    return joined([tag("h3", title), tag("table", tag("colgroup", *widths), heads, *rows), *rest])


def canvas(
    portfolio: Portfolio,
    id: str,
    *,
    language: Language = "nl",
    as_of: datetime.date | None = None,
    reading: Reading | None = None,
) -> Picture:
    """Lay out the canvas of a collaboration for the table: one A3 sheet, its back, and an appendix if needed.

    The front holds what people talk about; the back all nine topics with what is still asked. No letter is
    smaller than 13 points, so that on A4 it is still 9. There are no scores, nothing private, and no names of
    persons. What does not fit stands in full in the appendix.

    Args:
        portfolio: The portfolio.
        id: Id of the collaboration.
        language: ``"nl"`` or ``"en"``.
        as_of: The day for which it holds; today if left out.
        reading: The reading; the shipped one if left out.

    Returns:
        A page.

    Raises:
        KeyError: If there is no such record.
        TypeError: If the record is no collaboration.

    Example:
        >>> from samenwerking.model import Collaboration
        >>> portfolio = Portfolio(collaborations=[Collaboration(id="x", name="Voorbeeldpolder")])
        >>> print(canvas(portfolio, "x", as_of=datetime.date(2026, 1, 1)))
        Canvas: Voorbeeldpolder (html)
    """
    table = reading or shipped()
    day = as_of or datetime.date.today()
    shown = shareable(portfolio, language)
    facts, pages = canvas_pages(shown, id, day, table, language)
    title = f"{say('canvas', language)}: {facts.name}"
    goals, parties = len(facts.goals), len(facts.parties)
    alt = say("canvas_alt", language, name=facts.name, date=day.isoformat(), goals=goals, parties=parties)
    html = document(title, joined(pages), language, STYLE, "A3 landscape")
    return Picture(title=title, alt=alt, html=html, language=language)


def canvas_pages(
    shown: Portfolio, id: str, day: datetime.date, table: Reading, language: Language
) -> tuple[CanvasFacts, list[Markup]]:
    """Return the pages of one canvas, and the facts on its front.

    Args:
        shown: A portfolio as :func:`samenwerking.display.wording.shareable` gives it.
        id: Id of the collaboration.
        day: The day for which it holds.
        table: The reading.
        language: ``"nl"`` or ``"en"``.

    Returns:
        The facts; front, back and, where not all fits, an appendix.

    Raises:
        KeyError: If there is no such record.
        TypeError: If the record is no collaboration.
    """
    facts = canvas_facts(shown, id, day, table, language)
    items = agenda(diagnose(shown, id, as_of=day, reading=table), n=MOST_QUESTIONS)
    topics = {each: topic_lines(shown, id, each, day, table, language) for each in CanvasTopic}
    closing = closing_lines(shown, shown.collaboration(id), language)
    ask = _goal_question(None, table, language)
    pages = [front_page(facts, items, ask, table, language), back_page(topics, closing, language)]
    if appendix := _appendix(facts, language):
        pages.append(appendix)
    return facts, pages


def _goal_question(form: Form | None, table: Reading, language: Language) -> str:
    lines = blank_lines(form, CanvasTopic.GOALS, table, language)
    return lines[0].text if lines else ""


def blank_canvas(
    form: Form | str | None = None, *, language: Language = "nl", reading: Reading | None = None
) -> Picture:
    """Lay out an empty canvas, to print and fill in by pen; its back asks what that form needs.

    Args:
        form: The form; without it only what can be asked before a form is chosen, as at a kick-off.
        language: ``"nl"`` or ``"en"``.
        reading: The reading; the shipped one if left out.

    Returns:
        A page.

    Raises:
        ValueError: If there is no such form.

    Example:
        >>> print(blank_canvas("shared-goal"))
        Canvas: samenwerking gericht op een gezamenlijk doel (html)
    """
    table = reading or shipped()
    chosen = Form(form) if form else None
    facts = blank_facts(language, chosen.label(language) if chosen else "")
    ask = _goal_question(chosen, table, language)
    topics = {each: blank_lines(chosen, each, table, language) for each in CanvasTopic}
    closing = closing_lines(Portfolio(), None, language)
    pages = [front_page(facts, None, ask, table, language), back_page(topics, closing, language)]
    title = f"{say('canvas', language)}: {chosen.label(language)}" if chosen else say("canvas", language)
    html = document(title, joined(pages), language, STYLE, "A3 landscape")
    return Picture(title=title, alt=say("blank_alt", language), html=html, language=language)
