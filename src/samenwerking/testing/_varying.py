"""The same portfolio told in another way: other ids, another order, and things beside it."""

from collections.abc import Collection
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from samenwerking.model import Area, Organization, Portfolio, plan
from samenwerking.rules.digest import digest

MOST_RENAMED = 3
_NEW_IDS = st.text("abcxyz019-", min_size=1, max_size=6).map("ander-{}".format)


def _shuffled(draw: DrawFn, record: Any) -> Any:
    """Return a record with every list of records or references in it in another order."""
    changes: dict[str, Any] = {}
    for field in plan(type(record)):
        value = getattr(record, field.name)
        if field.many and len(value) > 1 and (field.kind == "record" or field.ref):
            value = tuple(draw(st.permutations(value)))
        if field.kind == "record" and value:
            value = tuple(_shuffled(draw, item) for item in value) if field.many else _shuffled(draw, value)
        if value is not getattr(record, field.name):
            changes[field.name] = value
    return attrs.evolve(record, **changes) if changes else record


@st.composite
def varied(draw: DrawFn, portfolio: Portfolio, *, keep: Collection[str] = ()) -> Portfolio:
    """Return portfolios that say the same: nothing that a rule judges may depend on what differs.

    Some ids are other ids, lists stand in another order, and there are records that nothing points at.

    Args:
        draw: Given by Hypothesis.
        portfolio: The portfolio.
        keep: Ids that stay as they are.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import given, settings
        >>> from samenwerking.io import example
        >>> @settings(max_examples=5, deadline=None)
        ... @given(varied(example("network-platform")))
        ... def test_nobody_is_lost(portfolio):
        ...     assert len(portfolio.organizations) >= len(example("network-platform").organizations)
        >>> test_nobody_is_lost()
    """
    before = portfolio
    ids = sorted(place.record.id for place in portfolio.locations() if place.record.id not in keep)
    for old in draw(st.lists(st.sampled_from(ids), unique=True, max_size=MOST_RENAMED)):
        new = draw(_NEW_IDS)
        if new not in portfolio:
            portfolio = portfolio.rename(old, new)
    portfolio = _still_agreed(before, portfolio)
    if draw(st.booleans()):
        portfolio = _shuffled(draw, portfolio)
    beside = [Organization(id="nergens-bij", name="Nergens bij"), Area(id="nergens", name="Nergens")]
    return portfolio.add(*draw(st.lists(st.sampled_from(beside), unique=True)))


def _still_agreed(before: Portfolio, after: Portfolio) -> Portfolio:
    """Return a portfolio in which what was agreed to before is agreed to still, under other ids."""
    changed = []
    for old, new in zip(before.collaborations, after.collaborations, strict=True):
        held, holds = digest(before, old), digest(after, new)
        agreements = tuple(
            attrs.evolve(each, digest=holds) if each.digest == held else each
            for each in new.canvas.agreements
        )
        changed.append(attrs.evolve(new, canvas=attrs.evolve(new.canvas, agreements=agreements)))
    return after.replace(*changed)
