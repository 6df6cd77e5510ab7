"""Portfolios and records as plain text."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from samenwerking.model import (
    Collaboration,
    Date,
    Extra,
    FieldPlan,
    Organization,
    Participation,
    Portfolio,
    Record,
    field_at,
    is_empty,
    plan,
    topic,
)
from samenwerking.report import enumerate_words
from samenwerking.vocabulary import (
    Bilingual,
    CanvasTopic,
    ClosedList,
    Language,
    codes,
    field_label,
    record_label,
)

_KEY = re.compile(r"\[([^\[\]]*)\]")
_TEXTS = {
    "yes": Bilingual("ja", "yes"),
    "no": Bilingual("nee", "no"),
    "private": Bilingual("(privé)", "(private)"),
    "nothing": Bilingual("nog niets", "nothing yet"),
}


def _name(portfolio: Portfolio, id_: str, language: Language) -> str:
    record = portfolio.get(id_)
    if isinstance(record, Organization) and record.private_fields:
        return id_
    return getattr(record, "name", None) or id_


def show_portfolio(portfolio: Portfolio, language: Language) -> str:
    """Return what a portfolio holds: how much of what, and each collaboration with its parties.

    Args:
        portfolio: The portfolio.
        language: ``"nl"`` or ``"en"``.

    Returns:
        Plain text.

    Example:
        >>> print(show_portfolio(Portfolio(title="Leeg"), "nl"))
        Leeg
    """
    lines = [portfolio.title or record_label("Portfolio", language)]
    held = ((field.name, getattr(portfolio, field.name)) for field in plan(Portfolio) if field.many)
    lines += [f"  {field_label(name, language)}: {len(records)}" for name, records in held if records]
    for collaboration in portfolio.collaborations:
        parties = [_name(portfolio, party, language) for party in portfolio.parties_of(collaboration)]
        lines += ["", f"{collaboration.name} ({collaboration.id})"]
        lines += [f"  {enumerate_words(parties, language)}"] if parties else []
    return "\n".join(lines)


def _value(portfolio: Portfolio, field: FieldPlan, value: Any, language: Language) -> str:
    match value:
        case bool():
            return _TEXTS["yes" if value else "no"].get(language)
        case ClosedList():
            return value.label(language)
        case Date():
            return value.iso
        case Decimal():
            return f"{value:f}"
        case str() if field.ref:
            return _name(portfolio, value, language)
        case str() if field.codes:
            code = codes(field.codes, portfolio.codes).get(value)
            return code.label(language) if code else value
    return str(value)


def _says_nothing(field: FieldPlan, value: Any) -> bool:
    """Say whether a value is empty, or a plain no that nobody wrote down."""
    return is_empty(value) or (field.kind == "bool" and not field.optional and value == field.default)


def _lines(portfolio: Portfolio, record: Record, language: Language, indent: str) -> Iterator[str]:
    hidden = record.private_fields if isinstance(record, Organization) else ()
    for field in plan(type(record)):
        value = getattr(record, field.name)
        label = f"{indent}{field_label(field.name, language)}:"
        if isinstance(value, (Collaboration, Extra)) or field.name == "canvas" or _says_nothing(field, value):
            continue
        if field.private or field.name in hidden:
            yield f"{label} {_TEXTS['private'].get(language)}"
        elif field.kind == "record":
            yield label
            for item in field.items(value):
                first, *rest = list(_lines(portfolio, item, language, "")) or [""]
                yield f"{indent}  - {first}"
                yield from (f"{indent}    {line}" for line in rest)
        else:
            said = (_value(portfolio, field, item, language) for item in field.items(value))
            yield f"{label} {enumerate_words(said, language)}"


def show_record(portfolio: Portfolio, id_: str, language: Language) -> str:
    """Return what a record holds; for a collaboration also its canvas, by topic.

    Args:
        portfolio: The portfolio.
        id_: Id of the record.
        language: ``"nl"`` or ``"en"``.

    Returns:
        Plain text in which private content does not show.

    Raises:
        KeyError: If there is no such record.

    Example:
        >>> portfolio = Portfolio(organizations=[Organization(id="x", name="Waterschap X")])
        >>> print(show_record(portfolio, "x", "nl"))
        Organisatie
          kenmerk: x
          naam: Waterschap X
          aard: organisatie
    """
    record = portfolio[id_]
    lines = [record_label(type(record).__name__, language), *_lines(portfolio, record, language, "  ")]
    if isinstance(record, Collaboration):
        for number, each in enumerate(CanvasTopic, start=1):
            lines += ["", f"{number} {each.label(language)}", *_topic(portfolio, id_, each, language)]
    return "\n".join(lines)


def _topic(portfolio: Portfolio, id_: str, each: CanvasTopic, language: Language) -> Iterator[str]:
    filled = {place.path: place for entry in topic(portfolio, id_, each) for place in entry.filled}
    for path, place in filled.items():
        field = field_at(path)
        owners = [_name(portfolio, key, language) for key in _KEY.findall(path)]
        label = " – ".join([*owners, field_label(field.name, language)])
        yield f"  {label}: {_said(portfolio, field, place.value, language)}"
    if not filled:
        yield f"  {_TEXTS['nothing'].get(language)}"


def _said(portfolio: Portfolio, field: FieldPlan, value: Any, language: Language) -> str:
    if field.private:
        return _TEXTS["private"].get(language)
    if field.kind != "record":
        return enumerate_words(
            (_value(portfolio, field, item, language) for item in field.items(value)), language
        )
    if field.item is Participation:  # what belongs to a party is said at its own topic
        return enumerate_words((_name(portfolio, party.party, language) for party in value), language)
    return " | ".join(_on_one_line(_lines(portfolio, item, language, "")) for item in field.items(value))


def _on_one_line(lines: Iterable[str]) -> str:
    """Join lines with a semicolon; what follows a heading comes right after its colon."""
    said = ""
    for line in map(str.strip, lines):
        said += f" {line.removeprefix('- ')}" if said.endswith(":") else f"; {line}" if said else line
    return said
