"""The portfolio: its index says what a scan says, and every change makes another portfolio."""

import copy
import pickle

import attrs
import pytest
from hypothesis import assume, given, settings, strategies as st

from samenwerking.model import (
    KINDS,
    Area,
    Canvas,
    Collaboration,
    Extra,
    Goal,
    InvalidRecord,
    LeftEmpty,
    Organization,
    Participation,
    Partner,
    Period,
    Portfolio,
    Position,
    Supporter,
    UnknownId,
    inspect,
)
from samenwerking.model.references import walk
from samenwerking.testing import portfolios, records

X, Y = Organization(id="x", name="Waterschap X"), Organization(id="y", name="Collectief Y")
GOAL = Goal(id="g", name="Randen", kind="shared", lead="x")
POLDER = Collaboration(
    id="polder",
    name="Polder",
    canvas=Canvas(
        goals=["g"],
        parties=[
            Participation(party="x"),
            Participation(party="y"),
            Participation(party="x", role="trekker"),
        ],
        left_empty=[
            LeftEmpty(path="parties[x].risks", reason="geen"),
            LeftEmpty(path="purpose", reason="geen"),
        ],
    ),
)
SMALL = Portfolio(
    title="Klein",
    coalition="polder",
    organizations=[X, Y],
    partners=[Partner(party="x")],
    goals=[GOAL],
    collaborations=[POLDER],
    extra={"x-a": 1},
)
TWICE = Portfolio(organizations=[X], goals=[GOAL], areas=[Area(id="x", name="X"), Area(id="b", name="B")])


def every(portfolio):
    return [record for kind in KINDS for record in getattr(portfolio, kind.list)]


@settings(deadline=None)
@given(portfolios())
def test_the_index_says_what_a_scan_says(portfolio):
    assert len(portfolio) == len(every(portfolio))
    assert [place.record for place in portfolio.locations()] == every(portfolio)
    for record in every(portfolio):
        assert portfolio[record.id] is record
        assert portfolio.get(record.id) is record
        assert record.id in portfolio
        (place,) = portfolio.located(record.id)
        assert getattr(portfolio, place.path[0])[place.path[1]] is record
    assert "nergens" not in portfolio
    assert portfolio.get("nergens") is None


@settings(deadline=None)
@given(portfolios(broken_references=True))
def test_back_references_are_those_that_a_scan_finds(portfolio):
    naive = [(r.id, f.path, f.value) for r in every(portfolio) for f in walk(r) if f.field.ref]
    for target in {"nergens", *(value for _, _, value in naive)}:
        found = [(r.record, r.path, r.target) for r in portfolio.referrers(target)]
        assert found == [each for each in naive if each[2] == target]


@settings(deadline=None)
@given(portfolios(broken_references=True))
def test_who_takes_part_where(portfolio):
    joined = [(c.id, p.party) for c in portfolio.collaborations for p in c.canvas.parties]
    for collaboration in portfolio.collaborations:
        mine = list(dict.fromkeys(party for id_, party in joined if id_ == collaboration.id))
        assert list(portfolio.parties_of(collaboration)) == mine
        assert portfolio.parties_of(collaboration.id) == portfolio.parties_of(collaboration)
    for party in {"nergens", *(party for _, party in joined)}:
        mine = list(dict.fromkeys(id_ for id_, each in joined if each == party))
        assert list(portfolio.collaborations_of(party)) == mine
    assert portfolio.collaborations_of(X) == portfolio.collaborations_of("x")


@settings(deadline=None)
@given(portfolios(), st.data())
def test_renaming_carries_all_references_along_and_can_be_undone(portfolio, data):
    assume(every(portfolio))
    old = data.draw(st.sampled_from([record.id for record in every(portfolio)]))
    renamed = portfolio.rename(old, "geheel-nieuw")
    assert not inspect(renamed).items
    assert old not in renamed
    assert renamed.referrers(old) == ()
    assert len(renamed.referrers("geheel-nieuw")) == len(portfolio.referrers(old))
    assert renamed.rename("geheel-nieuw", old) == portfolio


def test_renaming_reaches_the_coalition_and_the_places_left_empty():
    renamed = SMALL.rename("polder", "p").rename("x", "z")
    assert renamed.coalition == "p"
    assert [entry.path for entry in renamed["p"].canvas.left_empty] == ["parties[z].risks", "purpose"]
    assert renamed["partner-x"].party == renamed["g"].lead == "z"
    assert SMALL.rename("x", "x") is SMALL


def test_renaming_refuses_what_would_not_be_a_name():
    with pytest.raises(ValueError, match="'y' is already in the portfolio"):
        SMALL.rename("x", "y")
    with pytest.raises(InvalidRecord):
        SMALL.rename("x", "[x]")
    with pytest.raises(UnknownId, match="no record 'zz'"):
        SMALL.rename("zz", "q")
    with pytest.raises(UnknownId, match="more than once"):
        TWICE.rename("x", "q")


@settings(deadline=None)
@given(portfolios(), st.data())
def test_removing_with_all_that_points_at_it_leaves_nothing_dangling(portfolio, data):
    assume(every(portfolio))
    gone = data.draw(st.sampled_from(every(portfolio)))
    left = portfolio.remove(gone, dangling="cascade")
    assert gone.id not in left
    assert not inspect(left).filter(code="SAM201").items
    assert left.referrers(gone) == ()
    assert {r.id for r in every(left)} <= {r.id for r in every(portfolio)}
    kept = portfolio.remove(gone.id, dangling="keep")
    assert [r for r in every(portfolio) if r is not gone] == every(kept)
    pointed = any(r.record != gone.id for r in portfolio.referrers(gone)) or portfolio.coalition == gone.id
    if pointed:
        with pytest.raises(ValueError, match="is referred to by"):
            portfolio.remove(gone)
    else:
        assert portfolio.remove(gone) == kept


def test_removing_takes_along_what_cannot_do_without():
    left = SMALL.remove("x", dangling="cascade")
    assert left.partners == ()
    assert left["g"].lead is None
    assert left.parties_of("polder") == ("y",)
    assert [entry.path for entry in left["polder"].canvas.left_empty] == ["purpose"]
    assert SMALL.remove("polder", dangling="cascade").coalition is None
    assert SMALL.remove("polder", dangling="keep").coalition == "polder"


def test_removing_goes_on_until_nothing_is_lost_along_with_what_was_lost():
    chain = [Partner(id="p", party="x"), Partner(id="q", party="p"), Supporter(id="s", party="q")]
    portfolio = Portfolio(organizations=[X, Y], partners=chain[:2], supporters=chain[2:])
    assert every(portfolio.remove("x", dangling="cascade")) == [Y]


def test_removing_refuses_and_names_who_points_at_it():
    with pytest.raises(ValueError, match="'x' is referred to by partner-x, g, polder"):
        SMALL.remove("x")
    with pytest.raises(ValueError, match="'polder' is referred to by coalition"):
        SMALL.remove(POLDER)
    with pytest.raises(ValueError, match="dangling must be"):
        SMALL.remove("y", dangling="ja")
    with pytest.raises(UnknownId):
        SMALL.remove("zz")
    alone = Organization(id="z", name="Z", part_of="z")
    assert len(Portfolio(organizations=[alone]).remove("z")) == 0


@settings(deadline=None)
@given(portfolios(), records(Organization, {}))
def test_what_is_added_stands_at_the_end_and_can_be_taken_away_again(portfolio, record):
    assume(record.id not in portfolio)
    more = portfolio.add(record)
    assert more.organizations[-1] is record
    assert more.remove(record, dangling="keep") == portfolio
    other = attrs.evolve(record, name="Anders")
    assert more.replace(other)[record.id] is other
    assert more.replace(other).replace(record) == more


def test_adding_and_replacing_several_at_once():
    z, area = Organization(id="z", name="Z"), Area(id="a", name="A")
    more = SMALL.add(z, area, Goal(id="h", name="H", kind="own"))
    assert [r.id for r in more.organizations] == ["x", "y", "z"]
    changed = more.replace(attrs.evolve(z, name="ZZ"), attrs.evolve(X, name="XX"))
    assert [r.name for r in changed.organizations] == ["XX", "Collectief Y", "ZZ"]
    assert (len(SMALL), len(more), len(changed)) == (5, 8, 8)


def test_adding_refuses_an_id_that_is_there_and_what_is_no_record():
    for repeated in (
        [X],
        [Area(id="x", name="X")],
        [Area(id="a", name="A"), Goal(id="a", name="A", kind="own")],
    ):
        with pytest.raises(ValueError, match="is already in the portfolio"):
            SMALL.add(*repeated)
    with pytest.raises(TypeError, match=r"a portfolio holds organizations, .* not Participation"):
        SMALL.add(Participation(party="x"))


def test_replacing_refuses_another_kind_and_an_id_that_is_not_there_once():
    with pytest.raises(TypeError, match="'x' is one of organizations, not of areas"):
        SMALL.replace(Area(id="x", name="X"))
    with pytest.raises(UnknownId, match="no record 'z'"):
        SMALL.replace(Organization(id="z", name="Z"))
    with pytest.raises(UnknownId, match="more than once"):
        TWICE.replace(X)


def test_evolving_steps_into_records_within():
    changed = SMALL.evolve(
        "polder", name="P", canvas__setup__decision_rule="consensus", canvas__purpose="samen"
    )
    assert changed["polder"].name == "P"
    assert changed["polder"].canvas.setup.decision_rule == "consensus"
    assert changed["polder"].canvas.purpose == "samen"
    assert changed["polder"].canvas.parties == POLDER.canvas.parties
    made = SMALL.evolve(POLDER, canvas__setup__price_model__incentive="bonus")
    assert made["polder"].canvas.setup.price_model.incentive == "bonus"


def test_evolving_makes_changes_that_belong_together_at_once():
    early = SMALL.evolve("polder", period=Period(start="2020", end="2021"))
    later = early.evolve("polder", period__start="2030", period__end="2031")
    assert later["polder"].period == Period(start="2030", end="2031")
    both = SMALL.evolve("polder", canvas=Canvas(purpose="p"), canvas__motivation="m")
    assert both["polder"].canvas == Canvas(purpose="p", motivation="m")
    confirmed = SMALL.evolve("x", confirmed__by="y", confirmed__on="2026")
    assert confirmed["x"].confirmed.on.iso == "2026"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"nam": "X"}, "Collaboration has no attribute 'nam'; did you mean 'name'"),
        ({"qqqq": "X"}, "Collaboration has no attribute 'qqqq'$"),
        ({"canvas__setup__decision": 1}, "Setup has no attribute 'decision'; did you mean 'decision_rule'"),
        ({"name__nl": "X"}, "Collaboration.name is no record to step into"),
        ({"canvas__parties__party": "x"}, "Canvas.parties is no record to step into"),
        ({"confirmed__on": "2026"}, "missing 1 required keyword-only argument: 'by'"),
    ],
)
def test_evolving_refuses_what_is_no_attribute(changes, message):
    with pytest.raises(TypeError, match=message):
        SMALL.evolve("polder", **changes)


def test_evolving_refuses_a_value_that_cannot_stand_there():
    with pytest.raises(InvalidRecord):
        SMALL.evolve("polder", canvas__purpose=5)
    with pytest.raises(UnknownId):
        SMALL.evolve("zz", name="Z")


def test_an_id_that_repeats_names_both_places_and_one_that_is_not_there_what_is_near():
    with pytest.raises(KeyError) as caught:
        TWICE["x"]
    assert str(caught.value) == "'x' occurs more than once: organizations[0] and areas[0]"
    assert TWICE.get("x") is None
    assert "x" in TWICE
    assert len(TWICE.located("x")) == 2
    with pytest.raises(KeyError) as caught:
        SMALL["poldr"]
    assert str(caught.value) == "no record 'poldr'; did you mean 'polder'?"
    with pytest.raises(KeyError) as caught:
        SMALL["qqqq"]
    assert str(caught.value) == "no record 'qqqq'"
    assert isinstance(pickle.loads(pickle.dumps(caught.value)), UnknownId)


def test_a_collaboration_is_asked_for_by_its_id():
    assert SMALL.collaboration("polder") is POLDER
    with pytest.raises(TypeError, match="'x' is no collaboration but one of organizations"):
        SMALL.collaboration("x")
    with pytest.raises(TypeError):
        SMALL.parties_of("g")
    with pytest.raises(UnknownId):
        SMALL.parties_of("zz")


@settings(deadline=None)
@given(portfolios())
def test_a_portfolio_is_a_value_also_after_it_was_asked_something(portfolio):
    asked = copy.copy(portfolio)
    assert portfolio.referrers("x") == asked.referrers("x")
    assert portfolio.collaborations_of("x") == asked.collaborations_of("x")
    assert ("x" in portfolio) == ("x" in asked)
    for again in (copy.deepcopy(asked), pickle.loads(pickle.dumps(asked)), attrs.evolve(asked)):
        assert again == portfolio
        assert hash(again) == hash(portfolio)
        assert len(again) == len(portfolio)
        assert [p.path for p in again.locations()] == [p.path for p in portfolio.locations()]


def test_an_empty_portfolio_is_still_something():
    assert len(Portfolio()) == 0
    assert bool(Portfolio())
    assert SMALL.extra == Extra({"x-a": 1})
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        SMALL.title = "x"


def test_a_position_made_by_evolving_takes_both_axes_at_once():
    canvas = Canvas(parties=[Participation(party="x", position=Position(binding=1, control=2))])
    assert canvas.parties[0].position.control == 2
    assert (
        Portfolio(collaborations=[Collaboration(id="c", name="C", canvas=canvas)])
        .evolve("c", canvas__end_result__exit_plan__data="x")["c"]
        .canvas.end_result.exit_plan.data
        == "x"
    )
