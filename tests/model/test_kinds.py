"""The six kinds of record that a portfolio holds, and where a record stands."""

import pickle

import pytest

from samenwerking.model import (
    KINDS,
    Area,
    Collaboration,
    Goal,
    Location,
    Organization,
    Partner,
    Portfolio,
    Reference,
    Risk,
    Supporter,
    UnknownId,
)
from samenwerking.model.kinds import KIND_OF, kind_of

ONE_OF_EACH = {
    "organization": Organization(id="o", name="O"),
    "partner": Partner(party="o", id="p"),
    "supporter": Supporter(party="o", id="s"),
    "area": Area(id="a", name="A"),
    "goal": Goal(id="g", name="G", kind="own"),
    "collaboration": Collaboration(id="c", name="C"),
}


def test_the_kinds_are_these_in_this_order():
    assert [(kind.name, kind.list) for kind in KINDS] == [
        ("organization", "organizations"),
        ("partner", "partners"),
        ("supporter", "supporters"),
        ("area", "areas"),
        ("goal", "goals"),
        ("collaboration", "collaborations"),
    ]
    assert list(KIND_OF.values()) == list(KINDS)


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_every_record_knows_its_kind_and_its_place(name):
    record = ONE_OF_EACH[name]
    assert kind_of(record).name == name
    assert type(record) is kind_of(record).cls
    portfolio = Portfolio().add(*ONE_OF_EACH.values())
    (place,) = portfolio.located(record.id)
    assert place == Location(kind_of(record), 0, record)
    assert place.path == (kind_of(record).list, 0)


@pytest.mark.parametrize("thing", ["o", None, Risk(text="x"), Organization, Portfolio()])
def test_anything_else_is_of_no_kind(thing):
    with pytest.raises(TypeError) as caught:
        kind_of(thing)
    assert str(caught.value) == (
        "a portfolio holds organizations, partners, supporters, areas, goals, collaborations, "
        f"not {type(thing).__name__}"
    )


def test_locations_go_through_the_portfolio_in_document_order():
    portfolio = Portfolio().add(*reversed(ONE_OF_EACH.values()), Area(id="b", name="B"))
    assert [place.record.id for place in portfolio.locations()] == ["o", "p", "s", "a", "b", "g", "c"]
    assert [place.position for place in portfolio.locations()] == [0, 0, 0, 0, 1, 0, 0]


def test_an_unknown_id_is_a_key_error_that_reads_well_and_travels():
    error = UnknownId("no record 'x'")
    assert isinstance(error, KeyError)
    assert str(error) == "no record 'x'"
    assert str(pickle.loads(pickle.dumps(error))) == "no record 'x'"


def test_references_are_values():
    assert Reference("a", ("lead",), "b") == Reference("a", ("lead",), "b")
    assert len({Reference("a", ("lead",), "b"), Reference("a", ("areas", 0), "b")}) == 2
