"""Other ids in all references, and other words for names in all texts."""

import re
from collections.abc import Callable, Mapping
from itertools import count
from typing import Any, TypeVar, cast

import attrs

from samenwerking.model import KINDS, Collaboration, FieldPlan, Portfolio, Record, plan
from samenwerking.model.plan import remembered
from samenwerking.model.references import rewrite, walk

R = TypeVar("R", bound=Record)

# A name or id of fewer characters says nothing, and stands in too many words that mean something else.
SHORTEST = 3
_KEY = re.compile(r"\[([^\[\]]*)\]")
_TOKEN = re.compile(r"\w+|\W", re.DOTALL)
_END = ""


def every_id(portfolio: Portfolio) -> list[str]:
    """Return every id that stands in a portfolio: of its records, and those that are only pointed at.

    Args:
        portfolio: The portfolio.

    Returns:
        The ids, the shortest first; the same whatever the order of the records.

    Example:
        >>> from samenwerking.model import Goal
        >>> every_id(Portfolio(goals=[Goal(id="randen", name="R", kind="own", lead="x")]))
        ['x', 'randen']
    """
    pointed_at = {found.value for found in walk(portfolio) if found.field.ref}
    ids = pointed_at | {place.record.id for place in portfolio.locations()}
    return sorted(ids, key=lambda id_: (len(id_), id_))


def unlike(wanted: str, taken: set[str]) -> str:
    """Return an id that is not taken, and take it.

    Args:
        wanted: What it should be.
        taken: The ids that are taken; gets the new one.

    Returns:
        The id, with a number behind it if it must.

    Example:
        >>> unlike("x", {"x", "x-2"})
        'x-3'
    """
    new = next(new for n in count(1) if (new := wanted if n == 1 else f"{wanted}-{n}") not in taken)
    taken.add(new)
    return new


def with_ids(portfolio: Portfolio, ids: Mapping[str, str]) -> Portfolio:
    """Return a portfolio in which records have other ids and all that points at them follows.

    The ids of partners and supporters that follow from their party go along with it.

    Args:
        portfolio: The portfolio.
        ids: Old id to new id; what is not named keeps its id.

    Returns:
        The portfolio.

    Example:
        >>> from samenwerking.model import Organization, Partner
        >>> x = Portfolio(organizations=[Organization(id="x", name="X")], partners=[Partner(party="x")])
        >>> with_ids(x, {"x": "y"}).partners[0].id
        'partner-y'
    """

    def named(record: Any) -> Any:
        party = getattr(record, "party", None)
        derived = f"{type(record).__name__.lower()}-"
        if party is not None and record.id == f"{derived}{party}" and record.id not in ids:
            return attrs.evolve(record, id=f"{derived}{ids.get(party, party)}")
        return attrs.evolve(record, id=ids.get(record.id, record.id))

    def placed(record: Any) -> Any:
        if not isinstance(record, Collaboration) or not record.canvas.left_empty:
            return record
        left_empty = [
            attrs.evolve(entry, path=with_keys(entry.path, ids)) for entry in record.canvas.left_empty
        ]
        return attrs.evolve(record, canvas=attrs.evolve(record.canvas, left_empty=left_empty))

    # Ids first: whether one follows from its party shows only while the reference is the old one.
    lists: dict[str, Any] = {
        kind.list: tuple(placed(named(record)) for record in getattr(portfolio, kind.list)) for kind in KINDS
    }
    changed = rewrite(attrs.evolve(portfolio, **lists), lambda id_: ids.get(id_, id_))
    assert changed is not None  # no reference became nothing
    return changed


def with_keys(path: str, keys: Mapping[str, str]) -> str:
    """Return a path on the canvas with other keys.

    Args:
        path: The path, such as ``parties[waterschap-x].risks``.
        keys: Old key to new key; what is not named stays.

    Returns:
        The path.

    Example:
        >>> with_keys("parties[x].risks", {"x": "y"})
        'parties[y].risks'
    """
    return _KEY.sub(lambda found: f"[{keys.get(found[1], found[1])}]", path)


@attrs.frozen
class Renamer:
    """Replaces names in texts, as whole words, whatever their case; of two that fit the longest.

    The work grows with the length of the text, not with the number of names.

    Args:
        names: Name to what stands in its place; those of fewer than three characters are left alone.

    Example:
        >>> Renamer({"Waterschap X": "Waterschap A"})("Hoi, waterschap x!")
        'Hoi, Waterschap A!'
    """

    names: Mapping[str, str]
    _tree: dict[str, Any] = attrs.field(init=False, repr=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        for name, new in sorted(self.names.items()):
            if len(name.strip()) >= SHORTEST:
                branch = self._tree
                for token in _TOKEN.findall(name.strip()):
                    branch = branch.setdefault(token.casefold(), {})
                branch[_END] = new

    def __call__(self, text: str) -> str:
        """Return a text with other names.

        Args:
            text: The text.

        Returns:
            The text with its names replaced.
        """
        written = _TOKEN.findall(text)
        said: list[str] = []
        at = 0
        while at < len(written):
            length, new = self._longest(written, at) or (1, written[at])
            said.append(new)
            at += length
        return "".join(said)

    def _longest(self, written: list[str], at: int) -> tuple[int, str] | None:
        branch, found = self._tree, None
        for end in range(at, len(written)):
            branch = branch.get(written[end].casefold(), {})
            if not branch:
                break
            if _END in branch:
                found = end + 1 - at, branch[_END]
        return found


def is_wording(field: FieldPlan) -> bool:
    """Say whether an attribute holds words, and not an id or a code.

    Args:
        field: The attribute.

    Returns:
        Whether it does.
    """
    return field.kind == "text" and not field.ref and not field.codes and field.name != "id"


@remembered
def _wordings(cls: type) -> tuple[FieldPlan, ...]:
    return tuple(field for field in plan(cls) if field.kind == "record" or is_wording(field))


def reworded(record: R, change: Callable[[str], str]) -> R:
    """Return a record with other words in all its texts and in all records within it.

    Args:
        record: The record; ids, codes and references stay.
        change: Takes a text and returns the new one; of a web address, spaces in it become hyphens.

    Returns:
        The record; the same one if nothing changed.

    Example:
        >>> from samenwerking.model import Risk
        >>> reworded(Risk(text="X stapt op"), lambda text: text.replace("X", "A")).text
        'A stapt op'
    """
    changed: dict[str, Any] = {}
    for field in _wordings(type(record)):
        items = field.items(getattr(record, field.name))
        new: tuple[Any, ...]
        if field.kind == "record":
            new = tuple([reworded(item, change) for item in items])
        else:
            spaces = " " if field.name != "address" else "-"
            new = tuple([change(item).replace(" ", spaces) if item else item for item in items])
        if any(after is not before and after != before for after, before in zip(new, items, strict=True)):
            changed[field.name] = new if field.many else new[0]
    return cast("R", attrs.evolve(cast("Any", record), **changed)) if changed else record
