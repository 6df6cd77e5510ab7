"""The canvas and the collaboration it belongs to: what they hold and refuse."""

from decimal import Decimal

import attrs
import pytest

from samenwerking.model import (
    Agreement,
    Area,
    Canvas,
    Collaboration,
    Date,
    Decision,
    EndResult,
    Goal,
    InvalidDate,
    InvalidRecord,
    LeftEmpty,
    Organization,
    Participation,
    Period,
    Quality,
    Ratification,
    Realization,
    Resources,
    Setup,
    Source,
    Stakeholder,
    StatedCount,
)
from samenwerking.vocabulary import (
    DecisionKind,
    DecisionOutcome,
    Form,
    Gear,
    StakeholderTreatment,
    StepBackOutcome,
)

WATER = Organization(id="waterschap-x", name="Waterschap X")
RANDEN = Goal(id="randen", name="Randen", kind="shared")


def told(cls, **values):
    with pytest.raises(InvalidRecord) as caught:
        cls(**values)
    return str(caught.value).splitlines()


def test_an_empty_canvas_has_all_its_parts():
    canvas = Canvas()
    assert repr(canvas) == "Canvas()"
    assert canvas.setup == Setup()
    assert canvas.resources == Resources()
    assert canvas.quality == Quality()
    assert canvas.realization == Realization()
    assert canvas.end_result == EndResult()
    assert (canvas.form, canvas.type, canvas.goals, canvas.left_empty) == (None, None, (), ())
    assert hash(canvas) == hash(Canvas(goals=[], assumptions=[]))


@pytest.mark.parametrize("form", list(Form))
def test_every_form_is_known_by_its_value(form):
    assert Canvas(form=str(form)).form is form


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"goals": "randen"}, "goals: 'goals' takes a list; this is str."),
        ({"goals": [RANDEN, 1]}, "goals.1: 'goals' takes a text; this is int."),
        ({"parties": ["a"]}, "parties.0: 'parties' takes a group of fields; this is str."),
        ({"parties": [WATER]}, "parties.0: 'parties' takes a group of fields; this is Organization."),
        ({"setup": None}, "setup: 'set-up' takes a group of fields; this is NoneType."),
        ({"assumptions": ["x", ""]}, "assumptions.1: 'assumptions' is empty."),
        (
            {"left_empty": ["goals"]},
            "left_empty.0: 'left empty on purpose' takes a group of fields; this is str.",
        ),
        ({"purpose": 1}, "purpose: 'purpose' takes a text; this is int."),
    ],
)
def test_a_wrong_value_of_a_canvas_is_refused(values, message):
    assert told(Canvas, **values) == [f"Canvas.{message}"]


def test_a_form_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="'network' is not a valid Form"):
        Canvas(form="network")


def test_a_canvas_takes_records_for_ids():
    assert Canvas(goals=[RANDEN, "water"]).goals == ("randen", "water")
    canvas = Canvas(
        form="shared-goal",
        form_on="2026-02",
        other_types=["network"],
        parties=[Participation(party=WATER)],
        agreements=[Agreement(on="2026-03-01", parties=[WATER], at="stuurgroep", digest="abc")],
    )
    assert canvas.agreements[0].parties == ("waterschap-x",)
    assert canvas.form_on == Date("2026-02")
    assert attrs.evolve(canvas, form=None).other_types == ("network",)


@pytest.mark.parametrize("treatment", list(StakeholderTreatment))
def test_every_treatment_is_known_by_its_value(treatment):
    assert Stakeholder(name="x", treatment=treatment.value).treatment is treatment


def test_whether_a_stakeholder_can_block_is_private():
    pachters = Stakeholder(
        name="pachters",
        party=WATER,
        needed=True,
        affected=False,
        can_block=False,
        represented_by="b",
        reason="r",
    )
    assert pachters.private_fields == ("can_block",)
    assert "can_block" not in repr(pachters)
    assert (pachters.party, pachters.represented_by) == ("waterschap-x", "b")
    assert Stakeholder(name="pachters").private_fields == ()
    assert told(Stakeholder, name="") == ["Stakeholder.name: 'name' is empty."]
    assert told(Stakeholder, name="x", needed="ja") == [
        "Stakeholder.needed: 'needed' takes yes or no (true or false); this is str."
    ]
    with pytest.raises(ValueError, match="'genegeerd' is not a valid StakeholderTreatment"):
        Stakeholder(name="x", treatment="genegeerd")


def test_the_smallest_decision_is_of_another_kind():
    decision = Decision(text="akkoord")
    assert decision.kind is DecisionKind.OTHER
    assert repr(decision) == "Decision(text='akkoord')"


def test_a_full_decision():
    full = Decision(
        text="door",
        on="2026-03-01",
        kind="shift-up",
        gear="klopt",
        outcome="go-if",
        conditions="met dekking",
        parties=[WATER, "b"],
        amount=0.5,
        unit="mln EUR",
        subject="fase 2",
        drivers=["b"],
        approvers=[WATER],
        ratifications=[Ratification(party=WATER, on="2026-06-04")],
    )
    assert (full.gear, full.outcome) == (Gear.KLOPT, DecisionOutcome.GO_IF)
    assert full.amount == Decimal("0.5")
    assert full.approvers == full.parties[:1] == ("waterschap-x",)
    assert full.ratifications[0].party == "waterschap-x"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"gear": "vijf"}, "'vijf' is not a valid Gear"),
        ({"kind": "afspraak"}, "'afspraak' is not a valid DecisionKind"),
        ({"kind": None}, "None is not a valid DecisionKind"),
        ({"outcome": "misschien"}, "'misschien' is not a valid DecisionOutcome"),
        ({"step_back": "weg"}, "'weg' is not a valid StepBackOutcome"),
    ],
)
def test_a_decision_outside_the_closed_lists_is_refused(values, message):
    with pytest.raises(ValueError, match="is not a valid") as caught:
        Decision(text="x", **values)
    assert str(caught.value) == message


@pytest.mark.parametrize("outcome", ["stop", "alternative", "return", "split-off"])
def test_every_end_of_a_step_back_is_taken(outcome):
    assert Decision(text="x", kind="step-back", step_back=outcome).step_back is StepBackOutcome(outcome)


def test_a_wrong_value_of_a_decision_is_refused():
    assert told(Decision, text="", approvers=["a", ""], amount="1", ratifications=["a"]) == [
        "Decision.text: 'text' is empty.",
        "Decision.amount: 'amount' takes a number; this is str.",
        "Decision.approvers.1: 'approvers' is empty.",
        "Decision.ratifications.0: 'ratifications' takes a group of fields; this is str.",
    ]


def test_an_agreement_has_a_day():
    assert Agreement(on="2026").parties == ()
    with pytest.raises(TypeError, match="not NoneType"):
        Agreement(on=None)
    with pytest.raises(InvalidDate):
        Agreement(on="voorjaar 2026")
    assert told(Agreement, on="2026", parties=[None]) == [
        "Agreement.parties.0: 'parties' takes a text; this is NoneType."
    ]


def test_what_is_left_empty_has_a_place_and_a_reason():
    assert told(LeftEmpty, path="", reason=" ") == [
        "LeftEmpty.path: 'field' is empty.",
        "LeftEmpty.reason: 'reason' is empty.",
    ]
    assert LeftEmpty(path="purpose", reason="x", on="2026") != LeftEmpty(path="purpose", reason="x")


@pytest.mark.parametrize("number", [0, 1, 125, 10**9])
def test_a_count_is_a_whole_number(number):
    assert StatedCount(what="partners", number=number).number == number


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (-1, "-1 is outside the range of 'number'."),
        (10**9 + 1, "1000000001 is outside the range of 'number'."),
        (10**20, "The number at 'number' has too many digits."),
        (1.5, "'number' takes a whole number; this is float."),
        (1.0, "'number' takes a whole number; this is float."),
        (True, "'number' takes a whole number; this is bool."),
        ("125", "'number' takes a whole number; this is str."),
        (Decimal(1), "'number' takes a whole number; this is Decimal."),
    ],
)
def test_what_is_no_count_is_refused(number, message):
    assert told(StatedCount, what="partners", number=number) == [f"StatedCount.number: {message}"]


def test_a_count_from_a_source():
    count = StatedCount(what="partners", number=125, at_least=True, on="2024-04-05", source=Source(title="t"))
    assert count.source.title == "t"
    assert told(StatedCount, what="", number=1) == ["StatedCount.what: 'what was counted' is empty."]


def test_the_smallest_collaboration_is_in_kan():
    polder = Collaboration(id="k", name="Polder")
    assert polder.gear is None
    assert polder.current_gear is Gear.KAN
    assert polder.canvas == Canvas()
    assert polder.period == Period()
    assert repr(polder) == "Collaboration(id='k', name='Polder')"


@pytest.mark.parametrize("gear", list(Gear))
def test_the_gear_is_the_current_gear(gear):
    assert Collaboration(id="k", name="K", gear=gear.value).current_gear is gear


def test_a_full_collaboration():
    delta = Collaboration(id="delta", name="Delta")
    full = Collaboration(
        id="k",
        name="K",
        description="d",
        gear="werkt",
        period=Period(start="2026", open_end=True),
        areas=[Area(id="polder", name="P")],
        parent=delta,
        related=[delta, "x"],
        parties_complete=False,
        counts=[StatedCount(what="partners", number=2)],
        review_on="2027",
        canvas=Canvas(purpose="p"),
    )
    assert (full.areas, full.parent, full.related) == (("polder",), "delta", ("delta", "x"))
    assert full.parties_complete is False
    assert hash(full) == hash(attrs.evolve(full))
    assert attrs.evolve(full, parent=None) != full


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"name": ""}, "name: 'name' is empty."),
        ({"id": "k "}, "id: 'k' cannot be an id."),
        ({"canvas": None}, "canvas: 'canvas' takes a group of fields; this is NoneType."),
        ({"canvas": {}}, "canvas: 'canvas' takes a group of fields; this is dict."),
        ({"parent": ""}, "parent: 'parent' is empty."),
        ({"counts": [2]}, "counts.0: 'counts by sources' takes a group of fields; this is int."),
        (
            {"parties_complete": 1},
            "parties_complete: 'list of parties complete' takes yes or no (true or false); this is int.",
        ),
    ],
)
def test_a_wrong_value_of_a_collaboration_is_refused(values, message):
    assert told(Collaboration, **({"id": "k", "name": "K"} | values)) == [f"Collaboration.{message}"]
