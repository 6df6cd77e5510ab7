"""The type matrix: a dot per party on the two axes, with or without where the reading expects each form."""

import datetime
from decimal import Decimal

from samenwerking.display import measure
from samenwerking.display.axes import Dot, Field, bare_axes, dots, regions, spread_bars, spread_key
from samenwerking.display.facts import letter, parties_now
from samenwerking.display.markup import Markup, joined
from samenwerking.display.picture import Picture
from samenwerking.display.svg import SOFT, drawing, label, paragraph
from samenwerking.display.wording import name_of, shareable
from samenwerking.display.words import say
from samenwerking.model import Portfolio
from samenwerking.report import enumerate_words
from samenwerking.vocabulary import Language, Reading, reading as shipped

_WIDE = 800.0
_FIELD = Field(40, 90, 450, 380)
_SIDE = 530.0
_FEW, _MOST_NAMED = 8, 20


def _of_parties(portfolio: Portfolio, id: str, day: datetime.date) -> tuple[list[Dot], list[str]]:
    placed: list[Dot] = []
    missing: list[str] = []
    for place, party in enumerate(parties_now(portfolio.collaboration(id), day)):
        name, position = name_of(portfolio, party.party), party.position
        if position is None:
            missing.append(name)
        else:
            placed.append(
                Dot(letter=letter(place), name=name, binding=position.binding, control=position.control)
            )
    return placed, missing


def _of_collaborations(portfolio: Portfolio) -> list[Dot]:
    found: list[Dot] = []
    for collaboration in portfolio.collaborations:
        held = [party.position for party in collaboration.canvas.parties if party.position]
        if held:
            binding = sum((each.binding for each in held), Decimal(0)) / len(held)
            control = sum((each.control for each in held), Decimal(0)) / len(held)
            mark = letter(len(found))
            found.append(Dot(letter=mark, name=collaboration.name, binding=binding, control=control))
    return found


def _list_of(placed: list[Dot], top: float, bottom: float, language: Language) -> tuple[Markup, float]:
    parts: list[Markup] = []
    y = top
    for count, dot in enumerate(placed):
        if y > bottom or count >= _MOST_NAMED:
            parts.append(label(_SIDE, y, say("rows_more", language, n=len(placed) - count), 12))
            return joined(parts), y + 18
        parts.append(label(_SIDE, y, dot.letter, 12, bold=True))
        text, y = paragraph(_SIDE + 28, y, dot.name, _WIDE - _SIDE - 52, 12, 2 if len(placed) <= _FEW else 1)
        parts.append(text)
        y += 3
    return joined(parts), y


def type_matrix(
    portfolio: Portfolio,
    id: str | None = None,
    *,
    bare: bool = False,
    language: Language = "nl",
    as_of: datetime.date | None = None,
    reading: Reading | None = None,
) -> Picture:
    """Draw the two axes with a dot for each party, or for each collaboration.

    Args:
        portfolio: The portfolio.
        id: Id of the collaboration whose parties are placed; without one every collaboration is a dot, in the
            middle of the answers of its parties.
        bare: Whether to leave out where the reading expects each form, and the dots: an exercise for at the
            table.
        language: ``"nl"`` or ``"en"``.
        as_of: The day for which it holds; today if left out.
        reading: The reading; the shipped one if left out.

    Returns:
        A drawing.

    Raises:
        KeyError: If there is no such record.
        TypeError: If the record is no collaboration.

    Example:
        >>> print(type_matrix(Portfolio()))
        Plek op de assen (svg)
    """
    table = reading or shipped()
    shown = shareable(portfolio, language)
    placed, missing = (
        _of_parties(shown, id, as_of or datetime.date.today()) if id else (_of_collaborations(shown), [])
    )
    title = say("matrix", language)
    if id:
        title = f"{title}: {shown.collaboration(id).name}"
    if bare:
        placed, missing = [], []
    parts = [
        paragraph(28, 38, title, _WIDE - 56, 20, 1, bold=True)[0],
        bare_axes(_FIELD, table, language, gap=12),
    ]
    if not bare:
        parts += [regions(_FIELD, table, placed, language), spread_bars(_FIELD, placed), dots(_FIELD, placed)]
    parts.append(_side(placed, missing, bool(id), bare, table, language))
    axes = {name: axis.labels.get(language) for name, axis in table.axes.items()}
    named = enumerate_words((f"{dot.letter} {dot.name}" for dot in placed[:_MOST_NAMED]), language)
    alt = say("matrix_alt", language, dots=named or "0", binding=axes["binding"], control=axes["control"])
    return Picture(
        title=title, alt=alt, svg=drawing(parts, _WIDE, 560, title, alt, language), language=language
    )


def _side(
    placed: list[Dot], missing: list[str], parties: bool, bare: bool, table: Reading, language: Language
) -> Markup:
    said: list[str] = []
    if not placed:
        said.append(say("no_dots", language))
    elif not parties:
        said.append(say("middle_of", language))
    elif key := spread_key(placed):
        said += [say(key, language), say("bars", language)]
    if missing:
        names = missing[:6] + ([say("and_more", language, n=len(missing) - 6)] if len(missing) > 6 else [])
        said.append(say("missing_dots", language, parties=enumerate_words(names, language)))
    if not bare:
        marks = dict.fromkeys(
            mark.label(language) for region in table.regions.values() for mark in region.marks
        )
        said.append(say("our_reading", language, marks=", ".join(marks)))
    lines = [measure.wrap(each, _WIDE - _SIDE - 24, 12) for each in said]
    tall = sum(len(each.lines) * 14.4 + 8 for each in lines)
    listed, y = _list_of(placed, _FIELD.top + 10, 540 - tall - 20, language)
    parts = [listed]
    y = max(y + 10, _FIELD.top + 10) if placed else _FIELD.top + 10
    for each in said:
        text, y = paragraph(_SIDE, y, each, _WIDE - _SIDE - 24, 12, fill=SOFT)
        parts.append(text)
        y += 8
    return joined(parts)
