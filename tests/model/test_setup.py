"""How a collaboration is set up: what each part holds and refuses."""

import attrs
import pytest

from samenwerking.model import (
    Body,
    ConflictProcedure,
    Date,
    Director,
    ExitRules,
    Goal,
    InvalidRecord,
    Obligation,
    Organization,
    Period,
    PriceModel,
    ReservedPower,
    Setup,
    SharedRisk,
    Task,
)
from samenwerking.vocabulary import ConflictStep, DecisionRule, GovernanceMode, ObligationKind, Trust

WATER = Organization(id="waterschap-x", name="Waterschap X")
JAN = Organization(id="persoon-1", kind="person")
PAYS = Obligation(text="betaalt", kind="payment", debtor=WATER)


def told(cls, **values):
    with pytest.raises(InvalidRecord) as caught:
        cls(**values)
    return str(caught.value).splitlines()


def test_an_empty_set_up_says_nothing():
    assert repr(Setup()) == "Setup()"
    assert Setup() == Setup(obligations=[], bodies=(), information="")
    assert hash(Setup()) == hash(Setup(tasks=iter([])))
    assert set(attrs.asdict(Setup(), recurse=False).values()) == {None, "", ()}


@pytest.mark.parametrize("cls", [PriceModel, Director, ConflictProcedure, ExitRules])
def test_these_may_say_nothing(cls):
    assert repr(cls()) == f"{cls.__name__}()"
    assert cls() == cls()


def test_a_full_set_up_points_at_ids():
    full = Setup(
        instrument="overeenkomst",
        instrument_on="2026-01",
        legal_form="stichting",
        legal_form_on="2026",
        obligations=[PAYS],
        price_model=PriceModel(kind="uitkomst"),
        decision_rule="majority",
        bodies=[Body(name="stuurgroep", members=[WATER])],
        tasks=[Task(name="meten", accountable=[WATER])],
        director=Director(person=JAN, paid_by=[WATER]),
        governance_mode="lead-organization",
        governing_party=WATER,
        trust="high",
        conduct_rules=["afspraak is afspraak"],
        conflict_procedure=ConflictProcedure(steps=["internal", "court"]),
        entry_rules="vrij",
        exit_rules=ExitRules(notice="zes maanden"),
        information="open",
        data="open",
        publicity="samen",
        ownership_of_results="samen",
        change_process="jaarlijks",
        stacking="mag",
        risk_register=[SharedRisk(text="droogte", bearers=[WATER])],
        reserved_powers=[ReservedPower(party=WATER, text="peilbesluit")],
    )
    assert full.governing_party == "waterschap-x"
    assert full.decision_rule is DecisionRule.MAJORITY
    assert full.governance_mode is GovernanceMode.LEAD_ORGANIZATION
    assert full.trust is Trust.HIGH
    assert full.director == Director(person="persoon-1", paid_by=("waterschap-x",))
    assert full.legal_form_on == Date("2026")
    assert full.risk_register[0].bearers == full.bodies[0].members == ("waterschap-x",)
    assert repr(attrs.evolve(full, obligations=())).count("Obligation(") == 0


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"director": "jan"}, "director: 'director' takes a group of fields; this is str."),
        ({"tasks": [Body(name="x")]}, "tasks.0: 'tasks' takes a group of fields; this is Body."),
        ({"tasks": Task(name="x")}, "tasks: 'tasks' takes a list; this is Task."),
        ({"governing_party": ""}, "governing_party: 'governing party' is empty."),
        ({"conduct_rules": "wees aardig"}, "conduct_rules: 'rules of conduct' takes a list; this is str."),
        ({"conduct_rules": ["a", ""]}, "conduct_rules.1: 'rules of conduct' is empty."),
        ({"instrument": 1}, "instrument: 'instrument' takes a text; this is int."),
    ],
)
def test_a_wrong_value_of_a_set_up_is_refused(values, message):
    assert told(Setup, **values) == [f"Setup.{message}"]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"trust": "veel"}, "'veel' is not a valid Trust"),
        ({"decision_rule": "dobbelen"}, "'dobbelen' is not a valid DecisionRule"),
        ({"governance_mode": ""}, "'' is not a valid GovernanceMode"),
    ],
)
def test_a_value_outside_a_closed_list_is_refused(values, message):
    with pytest.raises(ValueError, match="is not a valid") as caught:
        Setup(**values)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("attribute", "values"),
    [
        ("trust", ["low", "moderate", "high"]),
        ("decision_rule", ["client", "unanimity", "consensus", "majority", "lead", "none"]),
        ("governance_mode", ["shared", "lead-organization", "administrative-organization"]),
    ],
)
def test_every_value_of_a_closed_list_is_taken(attribute, values):
    assert [getattr(Setup(**{attribute: value}), attribute) for value in values] == values
    assert getattr(Setup(**{attribute: None}), attribute) is None


@pytest.mark.parametrize("kind", ["performance", "payment", "cooperation", "conduct", "reporting"])
def test_every_kind_of_obligation_is_taken(kind):
    made = Obligation(text="x", kind=kind, debtor="a")
    assert made.kind is ObligationKind(kind)
    assert (made.creditor, made.best_effort, made.legal_duty, made.period) == (None, False, False, Period())


def test_a_full_obligation():
    goal = Goal(id="g", name="G", kind="own")
    full = Obligation(
        text="levert",
        kind="performance",
        debtor=WATER,
        creditor="provincie-z",
        due="2027-05-01",
        period=Period(start="2026"),
        sanction="boete",
        best_effort=True,
        legal_duty=True,
        serves=[goal],
    )
    assert full.serves == ("g",)
    assert full.due == Date("2027-05-01")
    assert attrs.evolve(full, creditor=JAN).creditor == "persoon-1"


@pytest.mark.parametrize(
    ("values", "messages"),
    [
        ({"text": ""}, ["Obligation.text: 'text' is empty."]),
        ({"debtor": ""}, ["Obligation.debtor: 'debtor' is empty."]),
        (
            {"best_effort": None},
            ["Obligation.best_effort: 'best effort' takes yes or no (true or false); this is NoneType."],
        ),
        (
            {"legal_duty": "ja"},
            ["Obligation.legal_duty: 'legal duty' takes yes or no (true or false); this is str."],
        ),
        (
            {"text": None, "serves": [1]},
            [
                "Obligation.text: 'text' takes a text; this is NoneType.",
                "Obligation.serves.0: 'serves' takes a text; this is int.",
            ],
        ),
    ],
)
def test_a_wrong_value_of_an_obligation_is_refused(values, messages):
    assert told(Obligation, **({"text": "x", "kind": "payment", "debtor": "a"} | values)) == messages


def test_a_task_keeps_the_four_roles_apart():
    task = Task(name="meten", responsible=["a"], accountable=["b"], consulted=["c"], informed=["d", "e"])
    assert (task.responsible, task.accountable, task.consulted) == (("a",), ("b",), ("c",))
    assert task.informed == ("d", "e")
    assert told(Task, name="", informed="d") == [
        "Task.name: 'name' is empty.",
        "Task.informed: 'informed' takes a list; this is str.",
    ]


@pytest.mark.parametrize("step", list(ConflictStep))
def test_every_step_in_a_dispute_is_known_by_its_value(step):
    assert ConflictProcedure(steps=[step.value]).steps == (step,)


def test_steps_in_a_dispute_keep_their_order():
    assert ConflictProcedure(steps=iter(["court", "internal", "court"])).steps == (
        "court",
        "internal",
        "court",
    )
    with pytest.raises(ValueError, match="'ruzie' is not a valid ConflictStep"):
        ConflictProcedure(steps=["internal", "ruzie"])


def test_one_step_written_as_a_text_is_no_list():
    assert told(ConflictProcedure, steps="court") == [
        "ConflictProcedure.steps: 'steps' takes a list; this is str."
    ]


def test_shared_risks_and_reserved_powers():
    assert SharedRisk(text="droogte").bearers == ()
    assert told(SharedRisk, text="droogte", bearers=["a", "b\r"])[0].startswith("SharedRisk.bearers.1: ")
    assert told(ReservedPower, party="", text="") == [
        "ReservedPower.party: 'party' is empty.",
        "ReservedPower.text: 'text' is empty.",
    ]
    with pytest.raises(TypeError, match="text"):
        ReservedPower(party="a")
