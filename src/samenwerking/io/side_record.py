"""What a private side file says about one record: which record it is, and what is private about it.

The classes follow from the plan of the model, so a new private attribute is in the side file at once.
"""

import typing
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from types import GenericAlias
from typing import Any, TypeVar, cast

import attrs

from samenwerking.io.write import plain_data
from samenwerking.model import (
    SCHEMA,
    Canvas,
    Collaboration,
    Organization,
    Participation,
    Portfolio,
    Record,
    Representative,
)
from samenwerking.model.plan import PARTY, PRIVATE, plan_by_name, ref, remembered
from samenwerking.model.private import PERSONAL, is_private
from samenwerking.model.record import Path, Problem
from samenwerking.model.references import leading
from samenwerking.vocabulary import Bilingual, record_label

R = TypeVar("R", bound=Record)

# By which attributes a record in a list is known: those it always needs, and those that tell two apart.
KNOWN_BY: dict[type, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Participation: ((), ("role", "period")),
    Representative: (("person",), ("since",)),
    Organization: (("id",), ()),
}


def _attribute(cls: type, name: str, **changes: Any) -> Any:
    attribute = attrs.fields_dict(cls)[name]
    known = {
        "type": typing.get_type_hints(cls)[name],
        "default": attribute.default,
        "metadata": attribute.metadata,
    }
    return attrs.field(**{**known, **changes})


def _made(name: str, attributes: dict[str, Any], *shared: type) -> Any:
    body = {"shared": shared}
    return attrs.make_class(name, attributes, frozen=True, kw_only=True, repr=False, class_body=body)


@remembered
def side_class(cls: type) -> Any:
    """Return the class of what a side file says about a record.

    Args:
        cls: A class of the model that can hold something private.

    Returns:
        An attrs class: the attributes by which the record is known, then those that are private or lead to
        what is private.

    Example:
        >>> [attribute.name for attribute in attrs.fields(side_class(Representative))]
        ['person', 'since', 'mandate']
    """
    always, apart = KNOWN_BY.get(cls, ((), ()))
    attributes = {name: _attribute(cls, name) for name in (*always, *apart)}
    if cls is Organization:
        attributes |= {name: _attribute(cls, name, metadata=PRIVATE) for name in PERSONAL}
        return _made(cls.__name__, attributes, cls)
    for field in leading(cls, is_private):
        changes: dict[str, Any] = {}
        if not field.private:
            within = side_class(field.item)
            listed = {"type": GenericAlias(tuple, (within, ...)), "default": ()}
            changes = listed if field.many else {"type": within | None, "default": None}
        attributes[field.name] = _attribute(cls, field.name, **changes)
    if cls is Participation:
        attributes = {"id": attrs.field(type=str, metadata=ref("collaboration")), **attributes}
        return _made(cls.__name__, attributes, cls, Collaboration, Canvas)
    return _made(cls.__name__, attributes, cls)


@remembered
def side_file_class() -> Any:
    """Return the class of a whole side file.

    Returns:
        An attrs class: the schema, the owner, its part in collaborations, and its people.

    Example:
        >>> [attribute.name for attribute in attrs.fields(side_file_class())]
        ['schema', 'owner', 'collaborations', 'organizations']
    """
    lists: dict[str, Any] = {"collaborations": Participation, "organizations": Organization}
    types: dict[str, Any] = {name: GenericAlias(tuple, (side_class(cls), ...)) for name, cls in lists.items()}
    attributes = {
        "schema": attrs.field(type=int, default=SCHEMA),
        "owner": attrs.field(type=str, metadata=ref(*PARTY)),
        **{name: attrs.field(type=type_, default=()) for name, type_ in types.items()},
    }
    return _made("SideFile", attributes, Portfolio)


def known_steps(path: Path) -> tuple[Path, Any]:
    """Follow a path through a side file as far as its attributes are known.

    Args:
        path: Keys and positions.

    Returns:
        The known beginning of the path, and the class that it leads into.

    Example:
        >>> known, cls = known_steps(("collaborations", 0, "secret", 1))
        >>> known, cls.__name__
        (('collaborations', 0), 'Participation')
    """
    cls, known = side_file_class(), 0
    for step in path:
        if isinstance(step, str):
            field = plan_by_name(cls).get(step) if attrs.has(cls) else None
            if field is None:
                break
            cls = field.item
        known += 1
    return path[:known], cls


def belongs_in_shared_file(cls: Any, attribute: str) -> bool:
    """Say whether an attribute is one of the model that is not private.

    Args:
        cls: A class of :func:`side_class` or :func:`side_file_class`.
        attribute: The attribute's name.

    Returns:
        Whether it belongs in the shared file.

    Example:
        >>> belongs_in_shared_file(side_class(Participation), "risks")
        True
    """
    return any(attribute in plan_by_name(shared) for shared in getattr(cls, "shared", ()))


def _values(record: Any, names: Iterable[str]) -> tuple[Any, ...]:
    return tuple(getattr(record, name) for name in names)


def told(record: Record) -> dict[str, Any]:
    """Return what is private in a record, as a side file says it.

    Args:
        record: The record.

    Returns:
        Plain data; empty if nothing is private.

    Example:
        >>> told(Participation(party="x", interests=["rust"]))
        {'interests': ['rust']}
    """
    if isinstance(record, Organization):
        return {name: plain_data(getattr(record, name)) for name in record.private_fields}
    data: dict[str, Any] = {}
    for field in leading(type(record), is_private):
        value = getattr(record, field.name)
        if field.private:
            if value != field.default:
                data[field.name] = plain_data(value)
        elif value and (within := told_of(value) if field.many else told(value)):
            data[field.name] = within
    return data


def told_of(records: Sequence[Record]) -> list[dict[str, Any]]:
    """Return what is private in each record of a list, with what the record is known by.

    Args:
        records: Records of one class.

    Returns:
        Plain data of those that have something private; also of one that has not, where a later one is
        known by the same and must not be taken for it.

    Example:
        >>> told_of([Organization(id="p", kind="person", name="Jane")])
        [{'id': 'p', 'name': 'Jane'}]
    """
    if not records:
        return []
    always, apart = KNOWN_BY[type(records[0])]
    content = [told(record) for record in records]
    fully = [_values(record, (*always, *apart)) for record in records]
    alike = Counter(_values(record, always) for record in records)
    last = {full: n for n, (full, data) in enumerate(zip(fully, content, strict=True)) if data}
    defaults = {name: field.default for name, field in plan_by_name(type(records[0])).items()}
    entries: list[dict[str, Any]] = []
    for n, record in enumerate(records):
        if n <= last.get(fully[n], -1):
            names = (*always, *(apart if alike[_values(record, always)] > 1 else ()))
            known = {name: value for name in names if (value := getattr(record, name)) != defaults[name]}
            entries.append({name: plain_data(value) for name, value in known.items()} | content[n])
    return entries


def matched(cls: type, records: Sequence[Record], entries: Iterable[Any]) -> Iterator[int | None]:
    """Yield which record of a list each entry of a side file is about.

    Args:
        cls: The class of the records.
        records: The records.
        entries: The entries.

    Yields:
        A position, each at most once: of the next record that is known by exactly the same, or else of the
        only one that may be meant; ``None`` where that is not clear.

    Example:
        >>> both = [Participation(party="x", role="trekker"), Participation(party="x")]
        >>> entry = side_class(Participation)
        >>> list(matched(Participation, both, [entry(id="c"), entry(id="c", role="adviseur")]))
        [1, None]
    """
    always, apart = KNOWN_BY[cls]
    same: dict[Any, deque[int]] = defaultdict(deque)
    alike: dict[Any, list[int]] = defaultdict(list)
    for position, record in enumerate(records):
        same[_values(record, (*always, *apart))].append(position)
        alike[_values(record, always)].append(position)
    defaults = tuple(plan_by_name(cls)[name].default for name in apart)
    taken: set[int | None] = set()
    for entry in entries:
        found: int | None = None
        if exactly := same[_values(entry, (*always, *apart))]:
            found = exactly.popleft()
        elif _values(entry, apart) == defaults:
            near = alike[_values(entry, always)]
            found = near[0] if len(near) == 1 and near[0] not in taken else None
        taken.add(found)
        yield found


def unclear(cls: type, path: Path) -> Problem:
    """Return the problem that it is not clear which record an entry is about.

    Args:
        cls: The class of the record.
        path: Where the entry stands.

    Returns:
        The problem.
    """
    always, apart = KNOWN_BY[cls]
    record = Bilingual(record_label(cls.__name__, "nl"), record_label(cls.__name__, "en"))
    return Problem("SAM213", path, {"record": record, "keys": (*always, *apart)})


def merged(record: R, said: Any, path: Path, problems: list[Problem]) -> R:
    """Return a record with the private content that a side file has of it.

    Args:
        record: The record.
        said: What the side file says: an instance of its :func:`side_class`.
        path: Where it says so.
        problems: Gets what cannot be placed.

    Returns:
        The record; what the side file does not say stays as it is.
    """
    changed: dict[str, Any] = {}
    for field in leading(type(record), is_private):
        new = getattr(said, field.name)
        if new is None or new == field.default or new == ():
            continue
        old, here = getattr(record, field.name), (*path, field.name)
        if field.private:
            changed[field.name] = new
        elif field.many:
            changed[field.name] = tuple(merged_list(field.item, old, new, here, problems))
        else:
            changed[field.name] = merged(old if old is not None else field.item(), new, here, problems)
    return cast("R", attrs.evolve(cast("Any", record), **changed)) if changed else record


def merged_list(
    cls: type, records: Sequence[Any], entries: Sequence[Any], path: Path, problems: list[Problem]
) -> list[Any]:
    """Return the records of a list with the private content that a side file has of them.

    Args:
        cls: The class of the records.
        records: The records.
        entries: What the side file says.
        path: Where the list of entries stands.
        problems: Gets what cannot be placed.

    Returns:
        The records, in the same order.
    """
    items = list(records)
    for n, position in enumerate(matched(cls, records, entries)):
        if position is None:
            problems.append(unclear(cls, (*path, n)))
        else:
            items[position] = merged(items[position], entries[n], (*path, n), problems)
    return items
