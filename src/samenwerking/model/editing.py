"""Changing a portfolio: every function returns a new one, in which all that points along has followed."""

import difflib
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

import attrs

from samenwerking.model.canvas import Canvas, Collaboration
from samenwerking.model.identified import Identified
from samenwerking.model.kinds import KIND_OF, KINDS, kind_of
from samenwerking.model.plan import plan_by_name
from samenwerking.model.references import rewrite

if TYPE_CHECKING:
    from samenwerking.model.portfolio import Portfolio

Dangling = Literal["error", "keep", "cascade"]


def added(portfolio: "Portfolio", objects: tuple[Identified, ...]) -> "Portfolio":
    """Return a portfolio with more records; see :meth:`Portfolio.add`."""
    changed: dict[str, list[Any]] = {}
    new: set[str] = set()
    for record in objects:
        kind = kind_of(record)
        if record.id in portfolio or record.id in new:
            raise ValueError(f"{record.id!r} is already in the portfolio")
        new.add(record.id)
        changed.setdefault(kind.list, list(getattr(portfolio, kind.list))).append(record)
    return _with(portfolio, changed)


def replaced(portfolio: "Portfolio", objects: tuple[Identified, ...]) -> "Portfolio":
    """Return a portfolio with other records in place of some; see :meth:`Portfolio.replace`."""
    changed: dict[str, list[Any]] = {}
    for record in objects:
        kind, before = kind_of(record), portfolio[record.id]
        if type(before) is not type(record):
            raise TypeError(f"{record.id!r} is one of {KIND_OF[type(before)].list}, not of {kind.list}")
        position = portfolio.located(record.id)[0].position
        changed.setdefault(kind.list, list(getattr(portfolio, kind.list)))[position] = record
    return _with(portfolio, changed)


def removed(portfolio: "Portfolio", gone: str, dangling: Dangling) -> "Portfolio":
    """Return a portfolio without a record; see :meth:`Portfolio.remove`."""
    if dangling not in ("error", "keep", "cascade"):
        raise ValueError(f"dangling must be 'error', 'keep' or 'cascade', not {dangling!r}")
    portfolio[gone]
    pointing = dict.fromkeys(r.record for r in portfolio.referrers(gone) if r.record != gone)
    if portfolio.coalition == gone:
        pointing["coalition"] = None
    if pointing and dangling == "error":
        raise ValueError(f"{gone!r} is referred to by {', '.join(pointing)}")
    left = _mapped(portfolio, lambda record: None if record.id == gone else record)
    if dangling != "cascade":
        return left
    lost: set[str] = {gone}
    while True:  # until nothing is lost along with what was lost
        after = _rewritten(left, partial(_unless_in, lost), partial(_without_places, lost))
        more = {place.record.id for place in left.locations() if place.record.id not in after} - lost
        if not more:
            return after
        lost |= more


def renamed(portfolio: "Portfolio", old: str, new: str) -> "Portfolio":
    """Return a portfolio in which a record has another id; see :meth:`Portfolio.rename`."""
    portfolio[old]
    if new == old:
        return portfolio
    if new in portfolio:
        raise ValueError(f"{new!r} is already in the portfolio")
    named = _mapped(portfolio, lambda record: attrs.evolve(record, id=new) if record.id == old else record)
    return _rewritten(
        named, lambda target: new if target == old else target, partial(_renamed_places, old, new)
    )


def evolved(portfolio: "Portfolio", id_: str, changes: dict[str, Any]) -> "Portfolio":
    """Return a portfolio in which a record was changed; see :meth:`Portfolio.evolve`."""
    record = portfolio[id_]
    return replaced(portfolio, (_evolved(type(record), record, changes),))


def _with(portfolio: "Portfolio", changed: dict[str, list[Any]]) -> "Portfolio":
    return attrs.evolve(portfolio, **{name: tuple(held) for name, held in changed.items()})  # type: ignore[arg-type]


def _mapped(portfolio: "Portfolio", change: Callable[[Any], Any]) -> "Portfolio":
    held = {kind.list: map(change, getattr(portfolio, kind.list)) for kind in KINDS}
    return _with(
        portfolio, {name: [new for new in records if new is not None] for name, records in held.items()}
    )


def _rewritten(
    portfolio: "Portfolio",
    change: Callable[[str], str | None],
    places: Callable[[Collaboration], Collaboration],
) -> "Portfolio":
    def rewritten(record: Any) -> Any:
        after = rewrite(record, change)
        return places(after) if isinstance(after, Collaboration) else after

    mapped = _mapped(portfolio, rewritten)
    return attrs.evolve(mapped, coalition=change(mapped.coalition) if mapped.coalition else None)


def _evolved(cls: type, record: Any, changes: dict[str, Any]) -> Any:
    """Return a record with all changes made at once, so that those that belong together can be made."""
    values: dict[str, Any] = {}
    inner: dict[str, dict[str, Any]] = {}
    for path, value in changes.items():
        name, _, rest = path.partition("__")
        field = plan_by_name(cls).get(name)
        if field is None:
            near = difflib.get_close_matches(name, plan_by_name(cls), n=1)
            meant = f"; did you mean {near[0]!r}?" if near else ""
            raise TypeError(f"{cls.__name__} has no attribute {name!r}{meant}")
        if rest and (field.kind != "record" or field.many):
            raise TypeError(f"{cls.__name__}.{name} is no record to step into")
        if rest:
            inner.setdefault(name, {})[rest] = value
        else:
            values[name] = value
    for name, steps in inner.items():
        field = plan_by_name(cls)[name]
        before = values.get(name, field.default if record is None else getattr(record, name))
        values[name] = _evolved(field.item, before, steps)
    return cls(**values) if record is None else attrs.evolve(record, **values)


def _unless_in(lost: set[str], target: str) -> str | None:
    return None if target in lost else target


def _with_left_empty(collaboration: Collaboration, left_empty: tuple[Any, ...]) -> Collaboration:
    if left_empty == collaboration.canvas.left_empty:
        return collaboration
    canvas: Canvas = attrs.evolve(collaboration.canvas, left_empty=left_empty)
    return attrs.evolve(collaboration, canvas=canvas)


def _renamed_places(old: str, new: str, collaboration: Collaboration) -> Collaboration:
    left = collaboration.canvas.left_empty
    moved = tuple(attrs.evolve(entry, path=entry.path.replace(f"[{old}]", f"[{new}]")) for entry in left)
    return _with_left_empty(collaboration, moved)


def _without_places(lost: set[str], collaboration: Collaboration) -> Collaboration:
    left = collaboration.canvas.left_empty
    kept = (entry for entry in left if not any(f"[{gone}]" in entry.path for gone in lost))
    return _with_left_empty(collaboration, tuple(kept))
