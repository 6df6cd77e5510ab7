"""What keeps a collaboration going and what it leaves: what each part holds and refuses."""

from decimal import Decimal

import attrs
import pytest

from samenwerking.model import (
    Action,
    Communication,
    Date,
    EndResult,
    Evaluation,
    ExitPlan,
    Funding,
    InvalidDate,
    InvalidRecord,
    LearningMoment,
    Lesson,
    Maintenance,
    Organization,
    Period,
    Phase,
    Quality,
    Realization,
    Resources,
)
from samenwerking.vocabulary import EvaluationKind, FundingStatus

BUREAU = Organization(id="bureau-e", name="Bureau E")
MAY_BE_EMPTY = [
    Communication,
    EndResult,
    Evaluation,
    ExitPlan,
    Funding,
    LearningMoment,
    Phase,
    Quality,
    Realization,
    Resources,
]


def told(cls, **values):
    with pytest.raises(InvalidRecord) as caught:
        cls(**values)
    return str(caught.value).splitlines()


@pytest.mark.parametrize("cls", MAY_BE_EMPTY)
def test_these_may_say_nothing(cls):
    assert repr(cls()) == f"{cls.__name__}()"
    assert cls() == cls()
    assert hash(cls()) == hash(attrs.evolve(cls()))
    assert cls().private_fields == ()


@pytest.mark.parametrize("share", [0, 0.6, 1, Decimal("0.333"), None])
def test_a_share_of_the_budget(share):
    expected = None if share is None else Decimal(str(share))
    assert Funding(share=share).share == expected


@pytest.mark.parametrize("share", [-0.01, Decimal("1.0001"), 60, -1])
def test_a_share_outside_the_budget_is_refused(share):
    assert told(Funding, share=share) == [f"Funding.share: {share} is outside the range of 'share'."]


@pytest.mark.parametrize("status", ["in-talks", "pledged", "received"])
def test_every_status_of_funding_is_taken(status):
    assert Funding(status=status).status is FundingStatus(status)


@pytest.mark.parametrize(
    ("cls", "values", "messages"),
    [
        (Funding, {"amount": "5"}, ["Funding.amount: 'amount' takes a number; this is str."]),
        (Funding, {"funder": "a["}, ["Funding.funder: 'a[' cannot be an id."]),
        (Phase, {"period": "2026"}, ["Phase.period: 'period' takes a group of fields; this is str."]),
        (Phase, {"budget": float("inf")}, ["Phase.budget: 'Infinity' is no number here."]),
        (Phase, {"unit": None}, ["Phase.unit: 'unit' takes a text; this is NoneType."]),
        (Phase, {"funding": [0.6]}, ["Phase.funding.0: 'funding' takes a group of fields; this is float."]),
        (
            Communication,
            {"channels": "post"},
            ["Communication.channels: 'channels' takes a list; this is str."],
        ),
        (Communication, {"channels": [""]}, ["Communication.channels.0: 'channels' is empty."]),
        (Resources, {"phases": None}, ["Resources.phases: 'phases' takes a list; this is NoneType."]),
        (Quality, {"checker": ""}, ["Quality.checker: 'checker' is empty."]),
        (
            Quality,
            {"learning": ["x"]},
            ["Quality.learning.0: 'learning' takes a group of fields; this is str."],
        ),
        (Action, {"text": ""}, ["Action.text: 'text' is empty."]),
        (Action, {"text": "x", "owner": 3}, ["Action.owner: 'owner' takes a text; this is int."]),
        (Evaluation, {"findings": ["a", "\t"]}, ["Evaluation.findings.1: 'findings' is empty."]),
        (Evaluation, {"input_from": ["a", ""]}, ["Evaluation.input_from.1: 'input from' is empty."]),
        (Lesson, {"text": "\n"}, ["Lesson.text: 'text' is empty."]),
        (
            Lesson,
            {"text": "x", "audiences": "overheid"},
            ["Lesson.audiences: 'audiences' takes a list; this is str."],
        ),
        (Maintenance, {"result": ""}, ["Maintenance.result: 'result' is empty."]),
        (
            Maintenance,
            {"result": "x", "lasting": 1},
            ["Maintenance.lasting: 'lasting' takes yes or no (true or false); this is int."],
        ),
        (
            EndResult,
            {"exit_plan": ""},
            ["EndResult.exit_plan: 'exit plan' takes a group of fields; this is str."],
        ),
        (
            EndResult,
            {"acceptance_criteria": [1]},
            ["EndResult.acceptance_criteria.0: 'acceptance criteria' takes a text; this is int."],
        ),
        (ExitPlan, {"data": 1}, ["ExitPlan.data: 'data' takes a text; this is int."]),
    ],
)
def test_a_wrong_value_is_refused_by_name(cls, values, messages):
    assert told(cls, **values) == messages


@pytest.mark.parametrize(
    ("cls", "values"),
    [
        (Communication, {"last_meeting": "gisteren"}),
        (LearningMoment, {"on": "2026-6"}),
        (Action, {"text": "x", "due": "2026-00"}),
        (Action, {"text": "x", "done_on": "2026-02-29"}),
        (Evaluation, {"planned": ""}),
        (Evaluation, {"held": "12-2026"}),
        (Lesson, {"text": "x", "on": "2026/01/01"}),
        (Maintenance, {"result": "x", "agreed_on": "20260101"}),
        (Maintenance, {"result": "x", "funding_until": "2026-1-1"}),
        (Maintenance, {"result": "x", "until": "46"}),
    ],
)
def test_what_is_no_date_is_refused(cls, values):
    with pytest.raises(InvalidDate, match="is no date; write a year, a month or a day"):
        cls(**values)


def test_a_phase_counts_in_euros_unless_it_says_otherwise():
    phase = Phase(
        name="pilot",
        period=Period(start="2026", end="2027"),
        budget=100000,
        funding=[Funding(funder=BUREAU, share=0.6, amount=60000), Funding(description="LIFE", share=0.4)],
    )
    assert (phase.unit, phase.funding[0].funder, phase.funding[1].funder) == ("EUR", "bureau-e", None)
    assert sum(funding.share for funding in phase.funding) == 1
    assert "unit" not in repr(phase)
    assert "unit='GBP'" in repr(attrs.evolve(phase, unit="GBP"))


def test_the_parts_of_the_means():
    means = Resources(
        phases=[Phase(name="pilot")],
        behaviour=["afspraak is afspraak"],
        communication=Communication(rhythm="maandelijks", last_meeting="2026-10-12", channels=["overleg"]),
    )
    assert means.communication.last_meeting == Date("2026-10-12")
    assert means != Resources(phases=[Phase(name="pilot")], behaviour=["afspraak is afspraak"])


def test_quality_is_checked_by_someone():
    quality = Quality(checker=BUREAU, learning=[LearningMoment(on="2026-06", description="veldbezoek")])
    assert quality.checker == "bureau-e"
    assert quality.learning[0].on.precision == "month"


@pytest.mark.parametrize("kind", ["content", "collaboration", "both"])
def test_every_kind_of_evaluation_is_taken(kind):
    assert Evaluation(kind=kind).kind is EvaluationKind(kind)


def test_an_evaluation_with_its_actions():
    evaluation = Evaluation(
        planned="2026-06",
        held="2026-07-01",
        input_from=[BUREAU, "a"],
        findings=["gaat goed"],
        actions=[Action(text="herzien", owner=BUREAU, due="2026-12", done_on=None)],
    )
    assert evaluation.input_from == ("bureau-e", "a")
    assert evaluation.actions[0].owner == "bureau-e"
    assert evaluation.kind is None
    with pytest.raises(ValueError, match="'alles' is not a valid EvaluationKind"):
        attrs.evolve(evaluation, kind="alles")


def test_a_lesson_has_audiences():
    lesson = Lesson(text="begin bij het gebied", on="2026", audiences=["overheid"], shared_with=["Leidraad"])
    assert Realization(lessons=[lesson]).lessons == (lesson,)
    assert lesson.shared_with == ("Leidraad",)


def test_maintenance_and_the_end_result():
    kept = Maintenance(
        result="houtwal",
        lasting=True,
        manager=BUREAU,
        agreed_on="2026",
        budget=Decimal("1200.50"),
        funding_until="2036",
        until="2046",
    )
    end = EndResult(
        description="40 km rand",
        acceptance_criteria=["staat er"],
        owner=BUREAU,
        maintenance=[kept],
        exit_plan=ExitPlan(
            triggers="doel bereikt", handover="collectief", data="weg", people="terug", communication="allen"
        ),
    )
    assert (kept.unit, kept.manager, end.owner) == ("EUR", "bureau-e", "bureau-e")
    assert str(kept.budget) == "1200.50"
    assert repr(end.exit_plan) == (
        "ExitPlan(triggers='doel bereikt', handover='collectief', data='weg', people='terug', "
        "communication='allen')"
    )
    assert attrs.evolve(kept, lasting=False) != kept
