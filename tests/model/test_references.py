"""The walker finds what a scan by hand finds, and rewriting changes that and nothing else."""

import attrs
import pytest
from hypothesis import given, settings, strategies as st

from samenwerking.model import (
    Canvas,
    Collaboration,
    Goal,
    GoalLink,
    Identified,
    Organization,
    Participation,
    Signature,
    Source,
)
from samenwerking.model.identified import Confirmation
from samenwerking.model.references import rewrite, walk
from samenwerking.testing import portfolios


def scan(value, path=(), attribute=None):
    """Every text in an attribute with a mark, found by looking at everything."""
    if attrs.has(type(value)):
        for each in attrs.fields(type(value)):
            yield from scan(getattr(value, each.name), (*path, each.name), each)
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from scan(item, (*path, position), attribute)
    elif isinstance(value, str) and {"ref", "codes"} & attribute.metadata.keys():
        yield path, value


@settings(deadline=None)
@given(portfolios(broken_references=True))
def test_the_walker_finds_what_a_scan_finds(portfolio):
    found = list(walk(portfolio))
    assert sorted(map(repr, ((f.path, f.value) for f in found))) == sorted(map(repr, scan(portfolio)))
    for each in found:
        assert bool(each.field.ref) != bool(each.field.codes)
        assert each.field.name in each.path[-2:]


@settings(deadline=None)
@given(portfolios(broken_references=True))
def test_rewriting_to_the_same_gives_the_same_object(portfolio):
    assert rewrite(portfolio, lambda id_: id_) is portfolio
    assert rewrite(portfolio, str.strip) is portfolio


@settings(deadline=None)
@given(portfolios(broken_references=True))
def test_rewriting_changes_every_reference_and_no_code(portfolio):
    def ids(record):
        return [found.value for found in walk(record) if found.field.ref]

    def others(record):
        return [found.value for found in walk(record) if found.field.codes]

    changed = rewrite(portfolio, "n-{}".format)
    assert ids(changed) == [f"n-{id_}" for id_ in ids(portfolio)]
    assert others(changed) == others(portfolio)
    assert rewrite(changed, lambda id_: id_.removeprefix("n-")) == portfolio


@settings(deadline=None)
@given(portfolios(), st.data())
def test_a_reference_taken_away_is_gone_and_what_cannot_do_without_it_too(portfolio, data):
    ids = sorted({found.value for found in walk(portfolio) if found.field.ref}) or ["x"]
    gone = data.draw(st.sampled_from(ids))
    left = rewrite(portfolio, lambda id_: None if id_ == gone else id_)
    assert gone not in {found.value for found in walk(left) if found.field.ref}


def test_what_is_taken_away_with_a_reference():
    def without(record):
        return rewrite(record, lambda id_: None if id_ == "x" else id_)

    assert without(Participation(party="x")) is None
    assert without(Participation(party="y", prefers=["x", "y"])).prefers == ("y",)
    assert without(Signature(person="x", on="2026")) == Signature(on="2026")
    goal = Goal(id="g", name="G", kind="own", lead="x", links=[GoalLink(goal="x", kind="supports")])
    assert without(goal) == Goal(id="g", name="G", kind="own")
    seen = Organization(id="o", name="O", confirmed=Confirmation(by="x"))
    assert without(seen) == Organization(id="o", name="O")
    canvas = Canvas(parties=[Participation(party="x"), Participation(party="y")])
    assert without(canvas).parties == canvas.parties[1:]


def test_an_id_that_comes_to_stand_in_a_list_twice_stands_there_once():
    def joined(record):
        return rewrite(record, lambda id_: "y" if id_ == "x" else id_)

    assert joined(Participation(party="z", prefers=["x", "a", "y"])).prefers == ("a", "y")
    assert joined(Participation(party="z", prefers=["x", "a", "x"])).prefers == ("y", "a", "y")
    both = Canvas(parties=[Participation(party="x"), Participation(party="y")])
    assert [party.party for party in joined(both).parties] == ["y", "y"]
    assert joined(Participation(party="x")).party == "y"


def test_a_record_without_references_has_none():
    assert list(walk(Source(title="t"))) == []
    assert rewrite(Source(title="t"), lambda id_: None) == Source(title="t")


@pytest.mark.parametrize("cls", [Collaboration, Goal, Organization])
def test_the_walk_begins_with_the_path_given(cls):
    more = {"kind": "own"} if cls is Goal else {}
    record = cls(id="i", name="N", confirmed=Confirmation(by="x"), **more)
    assert isinstance(record, Identified)
    assert [found.path for found in walk(record, ("a", 0))] == [("a", 0, "confirmed", "by")]
