"""How a record is drawn: from its plan, attribute by attribute.

One table says how a value of each kind is made; one more says, for the few classes whose attributes
depend on one another, how they are made to agree.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, TypeVar, cast

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from samenwerking.model import (
    Canvas,
    Date,
    Extra,
    FieldPlan,
    Indicator,
    LeftEmpty,
    Organization,
    Period,
    Source,
    plan,
)
from samenwerking.vocabulary import ClosedList, CodeList, Direction, OrganizationKind, codes, reading

T = TypeVar("T")
Values = dict[str, Any]

MOST_ITEMS = 2
MOST_ATTRIBUTES = 4
# Without these there is little to a record: they are always filled in where they occur.
_CENTRAL = ("name", "parties")
_LETTERS = st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co"))
_TELLING = "a Z0é'\"\n🐝€,:-"
_ID_LETTERS = "abcxyz019-_é'\" ./~Ω€"


def texts(min_size: int = 0) -> SearchStrategy[str]:
    """Return what people could write: accents, emoji, quotes and line ends included; not blank from 1 on."""
    written = st.text(_LETTERS, min_size=min_size, max_size=12) | st.text(
        _TELLING, min_size=min_size, max_size=6
    )
    return written.map(lambda text: text if text.strip() else "x" * min_size) if min_size else written


IDS = st.text(_ID_LETTERS, min_size=1, max_size=6).map(lambda text: text.strip() or "a")
_DATES = st.builds(lambda day, n: Date(day.isoformat()[:n]), st.dates(), st.sampled_from((4, 7, 10)))


def _decimals(field: FieldPlan) -> SearchStrategy[Decimal]:
    lowest, highest = field.within or (-(10**9), 10**9)
    thousandths = st.integers(lowest * 1000 + 1, highest * 1000 - 1)  # at most 12 digits
    return st.integers(lowest, highest).map(Decimal) | thousandths.map(_from_thousandths)


def _from_thousandths(number: int) -> Decimal:
    return Decimal(number).scaleb(-3)


def _extras() -> SearchStrategy[Extra]:
    number = st.integers(-(10**9), 10**9)
    plain = texts() | st.booleans() | number | number.map(_from_thousandths)
    nested = plain | st.lists(plain, max_size=2) | st.dictionaries(texts(), plain, max_size=2)
    return st.dictionaries(texts().map("x-{}".format), nested, max_size=2).map(Extra)


@attrs.frozen
class Pool:
    """What records may point at: ids per kind, and codes per open list."""

    ids: Mapping[str, tuple[str, ...]]
    codes: Mapping[CodeList, tuple[str, ...]]

    def named(self, field: FieldPlan) -> list[str]:
        if field.codes:
            return [*codes(field.codes), *self.codes.get(field.codes, ())]
        return [id_ for kind in field.ref for id_ in self.ids.get(kind, ())]


_BY_KIND: dict[str, Callable[[FieldPlan, Pool], SearchStrategy[Any]]] = {
    "text": lambda field, pool: texts(int(field.required or field.many)),
    "bool": lambda field, pool: st.booleans(),
    "int": lambda field, pool: st.integers(*(field.within or (0, 10**6))),
    "decimal": lambda field, pool: _decimals(field),
    "date": lambda field, pool: _DATES,
    "closed": lambda field, pool: st.sampled_from(tuple(cast("type[ClosedList]", field.item))),
    "choice": lambda field, pool: st.sampled_from(field.choices),
    "record": lambda field, pool: drawn(field.item, pool),
    "extra": lambda field, pool: _extras(),
}
# A text that has to be more than a text.
_BY_NAME: dict[str, SearchStrategy[str]] = {
    "id": IDS,
    "address": IDS.map(lambda id_: f"https://example.nl/{id_.replace(' ', '')}"),
    "type": st.sampled_from(sorted(reading().types)),
    "other_types": st.sampled_from(sorted(reading().types)),
}


def _items(field: FieldPlan, pool: Pool) -> SearchStrategy[Any] | None:
    """Return what one item may be; ``None`` where there is nothing to point at."""
    if field.ref or field.codes:
        named = pool.named(field)
        return st.sampled_from(named) if named else None
    if field.kind == "record" and not possible(field.item, pool):
        return None
    if field.kind == "text" and field.name in _BY_NAME:
        return _BY_NAME[field.name]
    return _BY_KIND[field.kind](field, pool)


def possible(cls: type, pool: Pool) -> bool:
    return all(pool.named(field) for field in plan(cls) if field.required and (field.ref or field.codes))


def _values(field: FieldPlan, pool: Pool) -> SearchStrategy[Any]:
    one = _items(field, pool)
    if one is None:
        return st.just(field.default)
    return st.lists(one, min_size=1, max_size=MOST_ITEMS).map(tuple) if field.many else one


def _period(values: Values) -> Values:
    if values.get("open_end"):
        values.pop("end", None)
    start, end = values.get("start"), values.get("end")
    return values | {"start": end, "end": start} if start and end and end.before(start) else values


def _source(values: Values) -> Values:
    if values.get("address"):
        return values | {"complete": True}
    return values if values.get("host") or values.get("title") else values | {"title": "bron"}


def _indicator(values: Values) -> Values:
    upper, target = values.pop("target_upper", None), values.get("target")
    if upper is None or target is None:
        return values
    between = {
        "direction": Direction.BETWEEN,
        "target": min(target, upper),
        "target_upper": max(target, upper),
    }
    return values | between


def _organization(values: Values) -> Values:
    named = values.get("name", "").strip() or values.get("kind") is OrganizationKind.PERSON
    return values if named else values | {"name": "Organisatie"}


def _canvas(values: Values) -> Values:
    if values.get("form"):
        values.pop("type", None)
    parties = values.get("parties", ())
    risky = {party.party for party in parties if party.risks}
    places = [name for name in ("purpose", "motivation", "decisions", "stakeholders") if not values.get(name)]
    places += [f"parties[{party.party}].risks" for party in parties if party.party not in risky]
    entries: tuple[LeftEmpty, ...] = values.get("left_empty", ())
    fitting = zip(entries, reversed(places), strict=False)
    return values | {"left_empty": tuple(attrs.evolve(entry, path=place) for entry, place in fitting)}


_AGREE: dict[type, Callable[[Values], Values]] = {
    Canvas: _canvas,
    Indicator: _indicator,
    Organization: _organization,
    Period: _period,
    Source: _source,
}


@st.composite
def _drawn(draw: DrawFn, cls: type, pool: Pool, given: Values) -> Any:
    fields = {field.name: field for field in plan(cls) if field.name not in given}
    always = [name for name, field in fields.items() if _is_always_drawn(field)]
    others = [name for name in fields if name not in always]
    chosen = draw(st.lists(st.sampled_from(others), unique=True, max_size=MOST_ATTRIBUTES)) if others else []
    values = {name: draw(_values(fields[name], pool)) for name in [*always, *chosen]}
    return cls(**_AGREE.get(cls, dict)(values | given))


def _is_always_drawn(field: FieldPlan) -> bool:
    within = field.kind == "record" and not field.many and not field.optional
    return field.required or within or field.name in _CENTRAL


def drawn(cls: type[T], pool: Pool, **given: Any) -> SearchStrategy[T]:
    """Return records of a class, with the attributes given as they are and some of the others filled in."""
    return _drawn(cls, pool, given)
