"""The words in which a place on the canvas is named: ``parties[waterschap-x].risks``.

A path begins at the canvas; a first word that is no attribute of the canvas is one of the collaboration,
and ``portfolio`` begins at the portfolio. ``[]`` means each item, ``[waterschap-x]`` the one with that id
or name. A step into a reference goes on in the record it points at.
"""

import difflib
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import attrs

from samenwerking.model.canvas import Canvas, Collaboration
from samenwerking.model.identified import Identified
from samenwerking.model.kinds import KINDS
from samenwerking.model.plan import FieldPlan, plan, plan_by_name
from samenwerking.model.record import Path, Record

if TYPE_CHECKING:
    from samenwerking.model.portfolio import Portfolio

_STEP = re.compile(r"\.?(?P<name>[a-z_]+)(?P<item>\[(?P<key>[^\[\]]*)\])?")
_KEYS = ("id", "party", "person", "name", "text", "result", "goal")


class PathError(ValueError):
    """Raised for a path that names no place.

    Args:
        path: The path.
        suggestion: A path that may be meant.
    """

    def __init__(self, path: str, suggestion: str | None = None) -> None:
        self.path = path
        self.suggestion = suggestion
        meant = f"; did you mean {suggestion!r}?" if suggestion else ""
        super().__init__(f"{path!r} names no place on the canvas{meant}")

    def __reduce__(self) -> tuple[type, tuple[str, str | None]]:
        return type(self), (self.path, self.suggestion)


@attrs.frozen
class Step:
    """One step of a path.

    Args:
        name: The attribute.
        key: ``None`` without brackets, empty for each item, else the id or name of one item.
    """

    name: str
    key: str | None = None

    def __str__(self) -> str:
        return self.name if self.key is None else f"{self.name}[{self.key}]"


@lru_cache(maxsize=4096)
def parse(path: str) -> tuple[Step, ...]:
    """Return the steps of a path.

    Args:
        path: The path.

    Returns:
        Its steps.

    Raises:
        PathError: If it is no path.

    Example:
        >>> [str(step) for step in parse("parties[].risks")]
        ['parties[]', 'risks']
    """
    steps: list[Step] = []
    position = 0
    while position < len(path):
        match = _STEP.match(path, position)
        if not match or (match[0].startswith(".") == (position == 0)):
            raise PathError(path)
        steps.append(Step(match["name"], match["key"] if match["item"] else None))
        position = match.end()
    if not steps:
        raise PathError(path)
    return tuple(steps)


def _joined(steps: Iterable[Step | str]) -> str:
    return ".".join(map(str, steps))


def _classes() -> dict[str, type]:
    return {kind.name: kind.cls for kind in KINDS}


def _next_class(field: FieldPlan) -> type | None:
    if field.kind == "record":
        return field.item
    return _classes()[field.ref[0]] if field.ref else None


@lru_cache(maxsize=4096)
def field_at(path: str) -> FieldPlan:
    """Return what the attribute at a path holds, from the classes alone.

    Args:
        path: A path.

    Returns:
        The plan of the attribute at its end.

    Raises:
        PathError: If there is no such attribute; with a suggestion where one is near.

    Example:
        >>> field_at("goals[].indicators[].target").kind
        'decimal'
    """
    from samenwerking.model.portfolio import Portfolio

    steps = parse(path)
    cls: type | None = Canvas if steps[0].name in plan_by_name(Canvas) else Collaboration
    root = 0
    if steps[0].name == "portfolio":
        cls, root = Portfolio, 1
    field: FieldPlan | None = None
    for number, step in enumerate(steps[root:], root):
        fields = plan_by_name(cls) if cls else {}
        if step.name not in fields:
            near = difflib.get_close_matches(step.name, fields, n=1)
            raise PathError(path, _joined((*steps[:number], *near)) if near else None)
        field = fields[step.name]
        further = number + 1 < len(steps)
        if field.many == (step.key is None) and (further or not field.many):
            meant = Step(step.name, "" if field.many else None)
            raise PathError(path, _joined((*steps[:number], meant, *steps[number + 1 :])))
        cls = _next_class(field)
    if field is None:
        raise PathError(path)
    return field


def key_of(item: Any) -> str:
    """Return by what an item of a list is named in a path: its id, party or name.

    Args:
        item: A record, an id or a text.

    Returns:
        The key; empty if it has none.

    Example:
        >>> key_of("waterschap-x")
        'waterschap-x'
    """
    if isinstance(item, str):
        return item
    return next((str(key) for name in _KEYS if (key := getattr(item, name, None))), "")


@attrs.frozen(kw_only=True)
class Place:
    """A place on a canvas.

    Args:
        path: Its path with every item named.
        record: The identified record it is stored in, or the portfolio.
        steps: The path from that record, with positions.
        value: What stands there.
    """

    path: str
    record: Record
    steps: Path
    value: Any = attrs.field(repr=False)

    @property
    def empty(self) -> bool:
        """Whether nothing stands there."""
        return is_empty(self.value)


def is_empty(value: Any) -> bool:
    """Say whether an attribute's value says nothing.

    Args:
        value: The value.

    Returns:
        Whether it is ``None``, an empty text or list, or a record in which nothing is filled in.

    Example:
        >>> from samenwerking.model import Period
        >>> is_empty(Period()), is_empty(False)
        (True, False)
    """
    if isinstance(value, Record):
        return all(not f.required and getattr(value, f.name) == f.default for f in plan(type(value)))
    return value is None or value == "" or value == ()


def places(portfolio: "Portfolio", collaboration: Collaboration, path: str) -> tuple[Place, ...]:
    """Return the places that a path names in one collaboration.

    Args:
        portfolio: The portfolio, for stepping into goals and organizations and for ``portfolio.`` paths.
        collaboration: The collaboration.
        path: The path.

    Returns:
        One place per item that the path goes through; none if a list on the way is empty.

    Raises:
        PathError: If the path names no place on any canvas.

    Example:
        >>> from samenwerking.model import Participation, Portfolio
        >>> x = Collaboration(id="x", name="X", canvas=Canvas(parties=[Participation(party="a")]))
        >>> [place.path for place in places(Portfolio(collaborations=[x]), x, "parties[].risks")]
        ['parties[a].risks']
    """
    field_at(path)
    steps = parse(path)
    start = Place(path="", record=collaboration, steps=(), value=collaboration)
    if steps[0].name == "portfolio":
        start, steps = Place(path="portfolio", record=portfolio, steps=(), value=portfolio), steps[1:]
    elif steps[0].name in plan_by_name(Canvas):
        start = Place(path="", record=collaboration, steps=("canvas",), value=collaboration.canvas)
    found = [start]
    for step in steps:
        found = [after for place in found for after in _follow(portfolio, place, step)]
    return tuple(found)


def _follow(portfolio: "Portfolio", place: Place, step: Step) -> Iterator[Place]:
    owner = place.value
    if isinstance(owner, str):
        owner = portfolio.get(owner)
        if owner is None:
            return
        place = Place(path=place.path, record=owner, steps=(), value=owner)
    if not hasattr(owner, step.name):  # nothing there, or a reference to the wrong kind of record
        return
    value = getattr(owner, step.name)
    prefix = f"{place.path}.{step.name}".lstrip(".")
    here = (*place.steps, step.name)
    if step.key is None:
        yield Place(path=prefix, record=place.record, steps=here, value=value)
        return
    for position, item in enumerate(value or ()):
        if step.key in ("", key_of(item)):
            own = isinstance(item, Identified)
            yield Place(
                path=f"{prefix}[{key_of(item)}]",
                record=item if own else place.record,
                steps=() if own else (*here, position),
                value=item,
            )
