"""The conversation sheet: the best questions for the next meeting, with room for the answers."""

import datetime

from samenwerking.display.facts import director_text, parties_now, type_text
from samenwerking.display.markup import Markup, joined, tag
from samenwerking.display.page import document
from samenwerking.display.picture import Picture
from samenwerking.display.values import shorter, some
from samenwerking.display.wording import name_of, period_text, shareable, spoken
from samenwerking.display.words import say
from samenwerking.model import Collaboration, Portfolio
from samenwerking.rules import AgendaItem, agenda, diagnose
from samenwerking.vocabulary import Language, reading

_STYLE = """
.talk { width: 190mm; }
.talk { font-size: 11.5pt; line-height: 1.2; }
.talk h1 { font-size: 22pt; line-height: 1.1; margin: 1mm 0 2mm; }
.talk h2 { font-size: 13pt; line-height: 1.2; margin: 0 0 1mm; }
.known { border: 0.3mm solid var(--ink); padding: 2mm 3mm; margin-bottom: 4mm; }
.known p { display: flex; }
.known b { flex: 0 0 26mm; }
.question { border-top: 0.5mm solid var(--ink); padding-top: 2mm; break-inside: avoid; }
.question .nr { float: left; width: 10mm; font-size: 20pt; font-weight: bold; line-height: 1; }
.question .body { margin-left: 10mm; }
.pen { border-bottom: 0.2mm dotted var(--soft); height: 8mm; }
.pens { margin-bottom: 3.5mm; }
.end { border-top: 0.5mm solid var(--ink); padding-top: 2mm; }
.end span { display: inline-block; width: 60mm; height: 6mm; margin: 0 4mm 0 2mm; }
.end span { border-bottom: 0.2mm dotted var(--soft); }
"""
_LINES = {1: 8, 2: 6, 3: 5, 4: 3}


def _known(
    portfolio: Portfolio, collaboration: Collaboration, day: datetime.date, language: Language
) -> Markup:
    """Return what the portfolio holds already, so that nobody asks it again."""
    canvas = collaboration.canvas
    parties = dict.fromkeys(name_of(portfolio, each.party) for each in parties_now(collaboration, day))
    facts = (
        ("goals", some((name_of(portfolio, goal) for goal in canvas.goals), language, 6)),
        ("purpose", shorter(canvas.purpose, 200)),
        ("present", some(parties, language, 12)),
        ("type", type_text(collaboration, reading(), language)),
        ("period", period_text(collaboration.period, language)),
        ("director", director_text(portfolio, collaboration)),
    )
    rows = (
        tag("p", tag("b", say(key, language)), tag("span", shorter(text, 300))) for key, text in facts if text
    )
    return tag("div", *rows, class_="known")


def _question(place: int, item: AgendaItem, lines: int, language: Language) -> Markup:
    pens = tag("div", *(tag("div", class_="pen") for _ in range(lines)), class_="pens")
    who = tag(
        "p",
        tag("span", f"{say('who', language)}: ", class_="soft"),
        tag("b", shorter(item.who(language), 120)),
    )
    why = tag("p", tag("span", f"{say('why', language)}: ", class_="soft"), shorter(item.why(language), 240))
    body = tag("div", tag("h2", shorter(item.question(language), 240)), who, why, pens, class_="body")
    return tag("div", tag("span", str(place), class_="nr"), body, class_="question")


def conversation_sheet(
    portfolio: Portfolio,
    id: str,
    *,
    n: int = 5,
    language: Language = "nl",
    as_of: datetime.date | None = None,
) -> Picture:
    """Lay out the best questions for the next meeting: question, who, why, and room for the answer.

    It is of use from the first talk on, when there are but three names and one goal. It holds nothing
    private and no names of persons.

    Args:
        portfolio: The portfolio.
        id: Id of the collaboration.
        n: How many questions at most.
        language: ``"nl"`` or ``"en"``.
        as_of: The day for which it holds; today if left out.

    Returns:
        A page of A4.

    Raises:
        KeyError: If there is no such record.
        TypeError: If the record is no collaboration.

    Example:
        >>> portfolio = Portfolio(collaborations=[Collaboration(id="x", name="Voorbeeldpolder")])
        >>> print(conversation_sheet(portfolio, "x"))
        Gespreksblad: Voorbeeldpolder (html)
    """
    day = as_of or datetime.date.today()
    shown = shareable(portfolio, language)
    collaboration = shown.collaboration(id)
    items = agenda(diagnose(shown, id, as_of=day), n=n)
    lines = _LINES.get(len(items), 2)
    questions = [_question(place, item, lines, language) for place, item in enumerate(items, 1)]
    if not items:
        questions = [tag("p", say("no_questions", language))]
    kicker = f"{say('conversation', language)} {say('conversation_for', language)} · {spoken(day, language)}"
    end = tag(
        "div",
        tag("b", say("next", language)),
        tag("span"),
        say("present", language),
        tag("span"),
        class_="end",
    )
    section = tag(
        "section",
        tag("p", kicker, class_="soft"),
        tag("h1", shorter(collaboration.name, 120)),
        _known(shown, collaboration, day, language),
        *questions,
        end,
        tag("p", say("concept", language), class_="soft"),
        class_="talk",
    )
    title = f"{say('conversation', language)}: {collaboration.name}"
    alt = say("conversation_alt", language, name=collaboration.name, n=len(items))
    html = document(title, joined([section]), language, _STYLE, "A4 portrait")
    return Picture(title=title, alt=alt, html=html, language=language)
