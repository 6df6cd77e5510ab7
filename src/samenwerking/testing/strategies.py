"""Hypothesis strategies for the records of the model; they follow the classes as they grow."""

from collections.abc import Mapping
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from samenwerking.io import example
from samenwerking.model import KINDS, SCHEMA, Collaboration, Identified, Organization, Portfolio
from samenwerking.rules.examples import RuleExample, rule_examples
from samenwerking.testing._drawing import IDS, MOST_ITEMS, Pool, drawn, possible, texts
from samenwerking.testing._varying import varied
from samenwerking.vocabulary import Code, CodeList, Form

T = TypeVar("T")

MOST_RECORDS = 8
_UPWARD = ("part_of", "parent")


def records(cls: type[T], ids: Mapping[str, tuple[str, ...]] | None = None) -> SearchStrategy[T]:
    """Return records of one class of the model, with some of their attributes filled in.

    Args:
        cls: The class.
        ids: What they may point at: ids per kind of record. Left out, they point at ids that are made up.

    Returns:
        A strategy; an empty one if the class must point at something and ``ids`` has nothing.

    Example:
        >>> from hypothesis import find
        >>> from samenwerking.model import Risk
        >>> find(records(Risk), lambda risk: risk.share is not None)
        Risk(text='0', share=Decimal('0'))
    """
    made_up = {kind.name: (f"{kind.name}-1", f"{kind.name}-2") for kind in KINDS}
    pool = Pool(made_up if ids is None else ids, {})
    return drawn(cls, pool) if possible(cls, pool) else st.nothing()


def organizations() -> SearchStrategy[Organization]:
    """Return organizations that point at nothing.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=10)
        ... @given(organizations())
        ... def test_a_name_is_text(organization):
        ...     assert isinstance(organization.name, str)
        >>> test_a_name_is_text()
    """
    return records(Organization, {})


def collaborations(form: Form | str | None = None) -> SearchStrategy[Collaboration]:
    """Return collaborations, with parties that stand in no portfolio.

    Args:
        form: The form they all have; any, or none, if left out.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=10)
        ... @given(collaborations(form="shared-goal"))
        ... def test_the_form(collaboration):
        ...     assert collaboration.canvas.form == "shared-goal"
        >>> test_the_form()
    """

    def formed(collaboration: Collaboration) -> Collaboration:
        return attrs.evolve(collaboration, canvas=attrs.evolve(collaboration.canvas, form=form, type=None))

    return records(Collaboration) if form is None else records(Collaboration).map(formed)


def _own_codes() -> SearchStrategy[list[Code]]:
    code = st.text("abc-", min_size=1, max_size=4).map("eigen-{}".format)
    made = st.builds(Code, list=st.sampled_from(CodeList), code=code, nl=texts(1), en=texts())
    return st.lists(made, max_size=MOST_ITEMS, unique_by=lambda made: (made.list, made.code))


def _without_circles(record: Identified, before: set[str]) -> Identified:
    upward = {name: getattr(record, name) for name in _UPWARD if hasattr(record, name)}
    changes: dict[str, Any] = {name: None for name, above in upward.items() if above not in before}
    return attrs.evolve(record, **changes)


@st.composite
def portfolios(draw: DrawFn, *, broken_references: bool = False) -> Portfolio:
    """Return small portfolios with anything in them that a portfolio can hold.

    Unless asked otherwise they hang together: :func:`samenwerking.model.inspect` finds nothing.

    Args:
        draw: Given by Hypothesis.
        broken_references: Whether references may point at nothing, at the wrong kind of record, or in
            circles.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=10)
        ... @given(portfolios())
        ... def test_ids_are_unique(portfolio):
        ...     assert all(len(portfolio.located(place.record.id)) == 1 for place in portfolio.locations())
        >>> test_ids_are_unique()
    """
    own = draw(_own_codes())
    kinds = st.sampled_from((*KINDS, *(kind for kind in KINDS if "part" not in kind.name)))
    pairs = st.lists(st.tuples(IDS, kinds), max_size=MOST_RECORDS, unique_by=lambda pair: pair[0])
    identified = draw(pairs)
    ids = {kind.name: tuple(id_ for id_, of in identified if of is kind) for kind in KINDS}
    if broken_references:
        anything = (*(id_ for id_, _ in identified), "nergens")
        ids = dict.fromkeys(ids, anything)
    pool = Pool(ids, {each: tuple(code.code for code in own if code.list is each) for each in CodeList})
    held: dict[str, list[Identified]] = {kind.list: [] for kind in KINDS}
    before: set[str] = set()
    for id_, kind in identified:
        if possible(kind.cls, pool):
            record = draw(drawn(kind.cls, pool, id=id_))
            held[kind.list].append(record if broken_references else _without_circles(record, before))
        before.add(id_)
    return draw(drawn(Portfolio, pool, schema=SCHEMA, codes=own, **held))


def clean(form: Form | str | None = None) -> SearchStrategy[Portfolio]:
    """Return portfolios of which nothing is told: every rule passes or does not apply on ``AS_OF``.

    They are the examples that come with the library (all invented), told in other ways.

    Args:
        form: The form of the collaboration in them; any if left out.

    Returns:
        A strategy.

    Raises:
        ValueError: If there is no such form.

    Example:
        >>> from hypothesis import given, settings
        >>> from samenwerking.rules import validate
        >>> from samenwerking.testing import AS_OF
        >>> @settings(max_examples=3, deadline=None)
        ... @given(clean("network-platform"))
        ... def test_nothing_is_told(portfolio):
        ...     assert len(validate(portfolio, as_of=AS_OF)) == 0
        >>> test_nothing_is_told()
    """
    forms = list(Form) if form is None else [Form(form)]
    return st.sampled_from(forms).flatmap(lambda each: varied(example(each)))


def broken(code: str, form: Form | str | None = None) -> SearchStrategy[Portfolio]:
    """Return portfolios that break one rule, and of which nothing else is told on ``AS_OF``.

    Args:
        code: The rule. One about something private speaks only to its party: see
            ``RuleExample.viewer``; one under a tag only in a profile that selects it.
        form: The form of the collaboration in them; any that the rule holds for if left out.

    Returns:
        A strategy.

    Raises:
        ValueError: If there is no such rule, or it does not hold for that form.

    Example:
        >>> from hypothesis import given, settings
        >>> from samenwerking.rules import validate
        >>> from samenwerking.testing import AS_OF
        >>> @settings(max_examples=3, deadline=None)
        ... @given(broken("KAN101"))
        ... def test_that_code_is_told(portfolio):
        ...     assert {finding.code for finding in validate(portfolio, as_of=AS_OF)} == {"KAN101"}
        >>> test_that_code_is_told()
    """
    wanted = None if form is None else Form(form)
    pairs = [pair for pair in rule_examples() if pair.code == code and wanted in (None, pair.form)]
    if not pairs:
        raise ValueError(f"no rule {code!r}" + (f" holds for {form!r}" if form else ""))

    def told(pair: RuleExample) -> SearchStrategy[Portfolio]:
        return varied(pair.fails, keep={pair.viewer} if pair.viewer else ())

    return st.sampled_from(pairs).flatmap(told)
