"""The test kit: what it makes is valid, varied and small, and without Hypothesis it says what is missing."""

import importlib
import sys

import attrs
import pytest
from hypothesis import Phase, find, given, settings, strategies as st
from hypothesis.errors import NoSuchExample, Unsatisfiable

from samenwerking import model
from samenwerking.model import (
    KINDS,
    Goal,
    Indicator,
    Organization,
    Participation,
    Partner,
    Period,
    Portfolio,
    Record,
    inspect,
    plan,
    private_paths,
)
from samenwerking.model.references import walk
from samenwerking.testing import collaborations, organizations, portfolios, records
from samenwerking.vocabulary import Form

EVERY = [value for name in model.__all__ if isinstance(value := getattr(model, name), type)]
CLASSES = [cls for cls in EVERY if issubclass(cls, Record) and attrs.has(cls) and cls is not model.Identified]
# The first example found is enough; making it smaller takes time.
FIRST = settings(max_examples=2000, deadline=None, database=None, phases=[Phase.generate])


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
@settings(max_examples=10, deadline=None)
@given(st.data())
def test_every_class_can_be_drawn(cls, data):
    assert type(data.draw(records(cls))) is cls


@settings(max_examples=30, deadline=None)
@given(portfolios(broken_references=True))
def test_portfolios_are_small(portfolio):
    assert len(portfolio) <= 8
    assert all(len(c.canvas.parties) <= 2 for c in portfolio.collaborations)


@pytest.mark.parametrize(
    ("strategy", "wanted"),
    [
        (portfolios(), lambda p: any(c.canvas.left_empty for c in p.collaborations)),
        (portfolios(), lambda p: p.partners and p.coalition),
        (portfolios(), lambda p: p.codes and p.extra),
        (portfolios(), lambda p: any(private_paths(p))),
        (portfolios(), lambda p: p.organizations and p.areas and p.goals),
        (collaborations(), lambda c: c.canvas.form),
        (collaborations(), lambda c: c.canvas.type),
        (collaborations(), lambda c: c.parent),
        (organizations(), lambda o: "\n" in o.name),
        (organizations(), lambda o: "🐝" in o.name),
        (records(Goal), lambda g: g.deadline and g.deadline.precision == "month"),
        (records(Indicator), lambda i: i.target_upper),
        (records(Period), lambda p: p.start and p.end),
    ],
)
def test_what_is_drawn_is_varied(strategy, wanted):
    assert wanted(find(strategy, lambda record: bool(wanted(record)), settings=FIRST))


@pytest.mark.parametrize("code", ["SAM201", "SAM202", "SAM205"])
def test_broken_references_break_in_every_way(code):
    found = find(
        portfolios(broken_references=True),
        lambda portfolio: len(inspect(portfolio).filter(code=code)) > 0,
        settings=FIRST,
    )
    assert not inspect(found).ok


def test_records_point_at_the_ids_that_are_given():
    @settings(deadline=None)
    @given(records(Participation, {"organization": ("o",), "goal": ("g",)}))
    def check(participation):
        for each in walk(participation):
            assert each.field.codes or each.value == ("g" if each.field.ref == ("goal",) else "o")

    check()


@settings(deadline=None)
@given(organizations())
def test_organizations_point_at_nothing(organization):
    assert type(organization) is Organization
    assert not [found for found in walk(organization) if found.field.ref]


@pytest.mark.parametrize("form", [*Form, "shared-goal"])
@settings(max_examples=10, deadline=None)
@given(st.data())
def test_collaborations_have_the_form_that_is_asked_for(form, data):
    assert data.draw(collaborations(form=form)).canvas.form == form


def test_nothing_can_be_drawn_that_must_point_at_something_where_there_is_nothing():
    with pytest.raises((NoSuchExample, Unsatisfiable)):
        find(records(Partner, {}), lambda _: True, settings=FIRST)


def test_a_portfolio_is_drawn_from_its_plan():
    assert type(find(records(Portfolio, {}), lambda _: True, settings=FIRST)) is Portfolio
    assert {field.name for field in plan(Portfolio)} >= {kind.list for kind in KINDS}


@pytest.mark.parametrize(
    ("missing", "message"),
    [
        ("hypothesis", r"needs Hypothesis; .* pip install \"samenwerking\[test\]\""),
        ("attrs", "import of attrs halted"),
    ],
)
def test_without_hypothesis_the_import_says_what_to_install(missing, message, monkeypatch):
    for name in [name for name in sys.modules if name.startswith("samenwerking.testing")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(ImportError, match=message):
        importlib.import_module("samenwerking.testing")
