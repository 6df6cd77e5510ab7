"""Changing a portfolio: what follows, what is refused, and that the first stays as it was."""

import pytest

from samenwerking.model import (
    Area,
    Canvas,
    Collaboration,
    Goal,
    GoalLink,
    InvalidRecord,
    LeftEmpty,
    Organization,
    Participation,
    Partner,
    Portfolio,
    Reference,
    UnknownId,
)

A, B = Organization(id="a", name="A"), Organization(id="b", name="B", part_of="a")
G = Goal(id="g", name="G", kind="own", lead="a", links=[GoalLink(goal="h", kind="supports")])
H = Goal(id="h", name="H", kind="shared")
K = Collaboration(
    id="k",
    name="K",
    canvas=Canvas(
        goals=["g", "h"],
        parties=[Participation(party="a"), Participation(party="b", own_goals=["g"])],
        left_empty=[
            LeftEmpty(path="parties[a].risks", reason="x"),
            LeftEmpty(path="parties[b].risks", reason="y"),
        ],
    ),
)
START = Portfolio(organizations=[A, B], goals=[G, H], collaborations=[K])


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        (lambda p: p.add(Organization(id="a", name="Z")), ValueError, "'a' is already in the portfolio"),
        (lambda p: p.add(Area(id="h", name="Z")), ValueError, "'h' is already in the portfolio"),
        (
            lambda p: p.add(Area(id="n", name="N"), Area(id="n", name="N")),
            ValueError,
            "'n' is already in the portfolio",
        ),
        (
            lambda p: p.add("a"),
            TypeError,
            "a portfolio holds organizations, partners, supporters, areas, goals, collaborations, not str",
        ),
        (
            lambda p: p.replace(Goal(id="a", name="Z", kind="own")),
            TypeError,
            "'a' is one of organizations, not of goals",
        ),
        (lambda p: p.replace(Goal(id="z", name="Z", kind="own")), UnknownId, "no record 'z'"),
        (lambda p: p.remove("z"), UnknownId, "no record 'z'"),
        (lambda p: p.remove("a"), ValueError, "'a' is referred to by b, g, k"),
        (lambda p: p.remove("h"), ValueError, "'h' is referred to by g, k"),
        (
            lambda p: p.remove("k", dangling="drop"),
            ValueError,
            "dangling must be 'error', 'keep' or 'cascade', not 'drop'",
        ),
        (lambda p: p.rename("z", "y"), UnknownId, "no record 'z'"),
        (lambda p: p.rename("a", "b"), ValueError, "'b' is already in the portfolio"),
        (lambda p: p.rename("a", "a]"), InvalidRecord, "Organization.id: 'a]' cannot be an id."),
        (lambda p: p.rename("a", ""), InvalidRecord, "Organization.id: 'id' is empty."),
        (
            lambda p: p.evolve("a", nam="Z"),
            TypeError,
            "Organization has no attribute 'nam'; did you mean 'name'?",
        ),
        (lambda p: p.evolve("a", qqqq=1), TypeError, "Organization has no attribute 'qqqq'"),
        (lambda p: p.evolve("a", name__x=1), TypeError, "Organization.name is no record to step into"),
        (lambda p: p.evolve("k", canvas__goals__x=1), TypeError, "Canvas.goals is no record to step into"),
        (
            lambda p: p.evolve("k", canvas__setup__trst="low"),
            TypeError,
            "Setup has no attribute 'trst'; did you mean 'trust'?",
        ),
        (lambda p: p.evolve("a", name=""), InvalidRecord, "Organization: 'name' is still missing."),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(change, error, message):
    with pytest.raises(error) as caught:
        change(START)
    assert str(caught.value) == message
    assert Portfolio(organizations=[A, B], goals=[G, H], collaborations=[K]) == START


def test_added_records_come_last_and_in_their_own_list():
    after = START.add(Area(id="z", name="Z"), Organization(id="c", name="C"), Partner(party="c"))
    assert [o.id for o in after.organizations] == ["a", "b", "c"]
    assert [r.id for r in (*after.areas, *after.partners)] == ["z", "partner-c"]
    assert len(START) == 5 and len(after) == 8
    assert START.add() == START


def test_a_replaced_record_keeps_its_place():
    after = START.replace(Organization(id="a", name="Nieuw"), Goal(id="h", name="Nieuw", kind="own"))
    assert [o.name for o in after.organizations] == ["Nieuw", "B"]
    assert [g.name for g in after.goals] == ["G", "Nieuw"]
    assert START["a"] == A


def test_keeping_what_dangles_leaves_the_references():
    after = START.remove("a", dangling="keep")
    assert "a" not in after
    assert after["b"].part_of == "a"
    assert after["g"].lead == "a"
    assert after["k"] == K


def test_cascading_takes_out_the_references_and_the_places():
    after = START.remove("a", dangling="cascade")
    assert after["b"].part_of is None
    assert after["g"].lead is None
    assert after.parties_of("k") == ("b",)
    assert [entry.path for entry in after["k"].canvas.left_empty] == ["parties[b].risks"]
    assert after.referrers("a") == ()


def test_cascading_takes_along_what_cannot_do_without():
    start = START.add(Partner(party="b"), Goal(id="i", name="I", kind="own", lead="partner-b"))
    after = start.remove("b", dangling="cascade")
    assert "partner-b" not in after
    assert after["i"].lead is None
    assert after.parties_of("k") == ("a",)


def test_what_nobody_points_at_goes_without_more():
    after = START.remove("k")
    assert "k" not in after
    assert after.remove("g").goals == (H,)
    assert after.remove("g").remove("h").goals == ()


def test_a_renamed_record_is_followed_everywhere():
    after = START.rename("a", "waterschap a")
    assert after["waterschap a"].name == "A"
    assert after["b"].part_of == after["g"].lead == "waterschap a"
    assert after.parties_of("k") == ("waterschap a", "b")
    assert [entry.path for entry in after["k"].canvas.left_empty] == [
        "parties[waterschap a].risks",
        "parties[b].risks",
    ]
    assert after.rename("waterschap a", "a") == START
    assert START.rename("a", "a") is START


def test_a_renamed_coalition_is_followed():
    start = Portfolio(organizations=[A], coalition="a")
    assert start.rename("a", "n").coalition == "n"
    with pytest.raises(ValueError, match="'a' is referred to by coalition"):
        start.remove("a")
    assert start.remove("a", dangling="cascade").coalition is None
    assert start.remove("a", dangling="keep").coalition == "a"


def test_the_references_before_and_after_a_new_name():
    assert START.referrers("g") == (
        Reference("k", ("canvas", "goals", 0), "g"),
        Reference("k", ("canvas", "parties", 1, "own_goals", 0), "g"),
    )
    after = START.rename("g", "n")
    assert [reference.path for reference in after.referrers("n")] == [
        reference.path for reference in START.referrers("g")
    ]
    assert after.referrers("g") == ()


def test_evolve_steps_into_groups_that_are_not_there_yet():
    after = START.evolve(
        "k",
        gear="klopt",
        canvas__form="shared-goal",
        canvas__setup__exit_rules__notice="zes maanden",
        canvas__setup__trust="low",
        canvas__quality__method="tellen",
    )
    canvas = after["k"].canvas
    assert after["k"].gear == "klopt"
    assert (canvas.form, canvas.setup.trust, canvas.quality.method) == ("shared-goal", "low", "tellen")
    assert canvas.setup.exit_rules.notice == "zes maanden"
    assert canvas.goals == ("g", "h")
    assert START["k"].canvas.setup.exit_rules is None


def test_evolve_takes_a_record_or_its_id():
    assert START.evolve(A, name="N") == START.evolve("a", name="N")
    assert START.evolve("a") == START
