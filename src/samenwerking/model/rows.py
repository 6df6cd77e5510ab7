"""Flat rows for data frames."""

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from functools import reduce
from typing import TYPE_CHECKING, Any

from samenwerking.model.dates import Date
from samenwerking.model.organizations import Organization
from samenwerking.model.plan import plan
from samenwerking.model.record import Record

if TYPE_CHECKING:
    from samenwerking.model.portfolio import Portfolio

_PARTIES = ("collaborations", "canvas", "parties")
ROWS: dict[str, tuple[str, ...]] = {
    "organizations": ("organizations",),
    "partners": ("partners",),
    "supporters": ("supporters",),
    "areas": ("areas",),
    "goals": ("goals",),
    "collaborations": ("collaborations",),
    "identifiers": ("organizations", "identifiers"),
    "commitments": ("partners", "commitments"),
    "indicators": ("goals", "indicators"),
    "measurements": ("goals", "indicators", "measurements"),
    "statuses": ("goals", "statuses"),
    "counts": ("collaborations", "counts"),
    "participations": _PARTIES,
    "contributions": (*_PARTIES, "contributions"),
    "benefits": (*_PARTIES, "benefits"),
    "risks": (*_PARTIES, "risks"),
    "representatives": (*_PARTIES, "representatives"),
    "stakeholders": ("collaborations", "canvas", "stakeholders"),
    "decisions": ("collaborations", "canvas", "decisions"),
    "agreements": ("collaborations", "canvas", "agreements"),
    "obligations": ("collaborations", "canvas", "setup", "obligations"),
    "tasks": ("collaborations", "canvas", "setup", "tasks"),
    "phases": ("collaborations", "canvas", "resources", "phases"),
    "funding": ("collaborations", "canvas", "resources", "phases", "funding"),
    "evaluations": ("collaborations", "canvas", "realization", "evaluations"),
    "lessons": ("collaborations", "canvas", "realization", "lessons"),
    "maintenance": ("collaborations", "canvas", "end_result", "maintenance"),
}
# The column that names the record a row belongs to, and the attribute it takes.
_OWNERS = {
    "organizations": ("organization", "id"),
    "partners": ("partner", "id"),
    "goals": ("goal", "id"),
    "collaborations": ("collaboration", "id"),
    "parties": ("party", "party"),
    "indicators": ("indicator", "name"),
    "phases": ("phase", "name"),
}
# Columns that a row takes from further in: what everyone asks of a collaboration first.
_ALSO = {
    "collaborations": {
        "form": ("canvas", "form"),
        "type": ("canvas", "type"),
        "instrument": ("canvas", "setup", "instrument"),
    }
}
_LEFT_OUT = ("sources", "extra", "canvas")


def _cell(value: Any) -> str | int | float | bool | None:
    match value:
        case Enum():
            return str(value.value)
        case Date():
            return value.iso
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case tuple():
            return "; ".join(str(_cell(item)) for item in value)
    return value  # type: ignore[no-any-return]


def _columns(cls: type, prefix: str) -> Iterator[str]:
    """Yield the columns of a record that is not there."""
    for field in plan(cls):
        if field.private or field.name in _LEFT_OUT or (field.kind == "record" and field.many):
            continue
        if field.kind == "record":
            yield from _columns(field.item, "" if field.name == "period" else f"{prefix}{field.name}_")
        else:
            yield prefix + field.name


def _cells(record: Record, prefix: str = "") -> Iterator[tuple[str, Any]]:
    hidden = record.private_fields if isinstance(record, Organization) else ()
    for field in plan(type(record)):
        if field.private or field.name in _LEFT_OUT or (field.kind == "record" and field.many):
            continue
        value = field.default if field.name in hidden else getattr(record, field.name)
        if field.kind != "record":
            yield prefix + field.name, _cell(value)
            continue
        flat = "" if field.name == "period" else f"{prefix}{field.name}_"
        if value is None:
            yield from ((name, None) for name in _columns(field.item, flat))
        else:
            yield from _cells(value, flat)


def _along(record: Any, path: tuple[str, ...], owners: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if not path:
        yield owners | dict(_cells(record))
        return
    name, *rest = path
    value = getattr(record, name)
    for item in value if isinstance(value, tuple) else (value,):
        owner = {}
        if rest and name in _OWNERS:
            column, attribute = _OWNERS[name]
            owner = {column: getattr(item, attribute)}
        yield from _along(item, tuple(rest), owners | owner)


def rows_of(portfolio: "Portfolio", kind: str) -> list[dict[str, Any]]:
    """Return flat rows of one kind; see :meth:`Portfolio.rows`.

    Args:
        portfolio: The portfolio.
        kind: A key of ``ROWS``.

    Returns:
        One dictionary per record.

    Raises:
        ValueError: If there is no such kind.
    """
    if kind not in ROWS:
        raise ValueError(f"no rows of {kind!r}; choose from {', '.join(ROWS)}")
    rows = list(_along(portfolio, ROWS[kind], {}))
    for column, path in _ALSO.get(kind, {}).items():
        for row, record in zip(rows, getattr(portfolio, kind), strict=True):
            row[column] = _cell(reduce(getattr, path, record))
    return rows
