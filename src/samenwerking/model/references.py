"""One walker for all references and codes; renaming, removing and checking follow it."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar, cast

import attrs

from samenwerking.model.plan import FieldPlan, plan, remembered
from samenwerking.model.record import Path, Record

R = TypeVar("R", bound=Record)


def _leads(field: FieldPlan, wanted: Callable[[FieldPlan], bool]) -> bool:
    return wanted(field) or (field.kind == "record" and any(_leads(f, wanted) for f in plan(field.item)))


def _has_reference(field: FieldPlan) -> bool:
    return bool(field.ref)


def _has_mark(field: FieldPlan) -> bool:
    return bool(field.ref or field.codes)


@remembered
def leading(cls: type, wanted: Callable[[FieldPlan], bool]) -> tuple[FieldPlan, ...]:
    """Return the attributes of a class that are wanted or lead to wanted ones.

    Args:
        cls: A record class.
        wanted: Says whether an attribute is wanted; a module-level function, as results are kept.

    Returns:
        The attributes, in document order.
    """
    return tuple(field for field in plan(cls) if _leads(field, wanted))


@attrs.frozen
class Found:
    """A reference or code that the walker came by.

    Args:
        path: Where it stands, from the record the walk began with.
        field: The attribute it stands in.
        value: The id or code.
    """

    path: Path
    field: FieldPlan
    value: str


def walk(record: Any, path: Path = ()) -> Iterator[Found]:
    """Yield every reference and every code in a record and in all records within it.

    Args:
        record: The record to begin with.
        path: The path to begin with.

    Yields:
        References and codes, in document order.

    Example:
        >>> from samenwerking.model import Goal
        >>> [(f.path, f.value) for f in walk(Goal(id="g", name="G", kind="own", lead="x"))]
        [(('lead',), 'x')]
    """
    for field in leading(type(record), _has_mark):
        value = getattr(record, field.name)
        if value is None or value == ():
            continue
        for position, item in enumerate(value if field.many else (value,)):
            if item is None:
                continue
            here = (*path, field.name, position) if field.many else (*path, field.name)
            if field.kind == "record":
                yield from walk(item, here)
            else:
                yield Found(here, field, item)


def _same(before: Any, after: Any) -> bool:
    return before is after or (isinstance(before, str) and before == after)


def rewrite(record: R, change: Callable[[str], str | None]) -> R | None:
    """Return a record with every reference changed.

    A reference that becomes ``None`` disappears: from its list, from its attribute, or, if the record
    it stands in cannot do without it, together with that record. One that becomes an id that already stands
    in the same list disappears too.

    Args:
        record: The record to begin with.
        change: Takes an id and returns the new one, or ``None``.

    Returns:
        The changed record, the same one if nothing changed, or ``None`` if it cannot do without.

    Example:
        >>> from samenwerking.model import Goal
        >>> rewrite(Goal(id="g", name="G", kind="own", lead="x"), {"x": "y"}.get).lead
        'y'
    """

    def step(item: Any) -> Any:
        return rewrite(item, change) if isinstance(item, Record) else change(item)

    changed: dict[str, Any] = {}
    for field in leading(type(record), _has_reference):
        items = field.items(getattr(record, field.name))
        new = tuple(
            after
            for item, after in zip(items, map(step, items), strict=True)
            if after is not None and (field.kind == "record" or after == item or after not in items)
        )
        if len(new) == len(items) and all(map(_same, items, new)):
            continue
        if field.many:
            changed[field.name] = new
        elif new:
            changed[field.name] = new[0]
        elif field.required:
            return None
        else:
            changed[field.name] = field.default
    return cast("R", attrs.evolve(cast("Any", record), **changed)) if changed else record
