"""Where private content stands, and a portfolio without it."""

from collections.abc import Iterator
from typing import Any, TypeVar, cast

import attrs

from samenwerking.model.organizations import Organization
from samenwerking.model.plan import FieldPlan
from samenwerking.model.record import Path, Record
from samenwerking.model.references import leading

R = TypeVar("R", bound=Record)
_EMPTY: dict[str, Any] = {"name": "", "aliases": ()}


def _is_private(field: FieldPlan) -> bool:
    return field.private or field.item is Organization


def private_paths(record: Any, path: Path = ()) -> Iterator[Path]:
    """Yield where private content stands.

    Args:
        record: A record, such as a whole portfolio.
        path: The path to begin with.

    Yields:
        Paths to attributes that are private and not empty; never their content.

    Example:
        >>> from samenwerking.model import Participation
        >>> list(private_paths(Participation(party="x", interests=["rust"])))
        [('interests',)]
    """
    if isinstance(record, Organization):
        yield from ((*path, name) for name in record.private_fields)
        return
    for field in leading(type(record), _is_private):
        value = getattr(record, field.name)
        if field.private:
            if value != field.default:
                yield (*path, field.name)
            continue
        for position, item in enumerate(field.items(value)):
            here = (*path, field.name, position) if field.many else (*path, field.name)
            yield from private_paths(item, here)


def without_private(record: R) -> R:
    """Return a record without private content, in itself and in all records within it.

    Args:
        record: A record, such as a whole portfolio.

    Returns:
        The record with private attributes empty; the same record if there are none.

    Example:
        >>> from samenwerking.model import Participation
        >>> without_private(Participation(party="x", interests=["rust"])).interests
        ()
    """
    if isinstance(record, Organization):
        empty = {name: _EMPTY[name] for name in record.private_fields}
        return cast("R", attrs.evolve(record, **empty)) if empty else record
    changed: dict[str, Any] = {}
    for field in leading(type(record), _is_private):
        value = getattr(record, field.name)
        if field.private:
            new: Any = field.default
        else:
            cleared = tuple(map(without_private, field.items(value)))
            new = cleared if field.many else (cleared[0] if cleared else None)
        if new != value:
            changed[field.name] = new
    return cast("R", attrs.evolve(cast("Any", record), **changed)) if changed else record
