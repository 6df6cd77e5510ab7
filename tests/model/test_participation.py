"""A party in a collaboration: what it brings, takes, bears and keeps to itself."""

from decimal import Decimal

import attrs
import pytest

from samenwerking.model import (
    Alternative,
    Benefit,
    Contribution,
    Date,
    Delivery,
    Effort,
    Goal,
    Installment,
    InvalidRecord,
    Mandate,
    Organization,
    Participation,
    Period,
    Position,
    Representative,
    Risk,
    Signature,
)
from samenwerking.vocabulary import Form, MandateBasis

WATER = Organization(id="waterschap-x", name="Waterschap X")
JAN = Organization(id="persoon-1", kind="person")
RANDEN = Goal(id="randen", name="Randen", kind="shared")


def told(cls, **values):
    with pytest.raises(InvalidRecord) as caught:
        cls(**values)
    return str(caught.value).splitlines()


@pytest.mark.parametrize("cls", [Alternative, Benefit, Contribution, Mandate, Signature])
def test_these_may_say_nothing_at_all(cls):
    assert repr(cls()) == f"{cls.__name__}()"
    assert cls() == cls()
    assert hash(cls()) == hash(cls())
    assert cls().private_fields == ()


@pytest.mark.parametrize("cls", [Installment, Delivery])
def test_an_amount_on_a_day(cls):
    name = cls.__name__
    assert cls(on="2026-11", amount=0.1).amount == Decimal("0.1")
    assert cls(on="2026-11", amount=-3).amount == -3
    assert repr(cls(on="2026-11", amount=5)) == f"{name}(on=Date(iso='2026-11'), amount=Decimal('5'))"
    assert told(cls, on="2026-11", amount=None) == [
        f"{name}.amount: 'amount' takes a number; this is NoneType."
    ]
    assert told(cls, on="2026-11", amount="5") == [f"{name}.amount: 'amount' takes a number; this is str."]
    with pytest.raises(TypeError, match="a date is a text such as"):
        cls(on=20261101, amount=5)


def test_a_delivery_is_no_installment():
    assert Delivery(on="2026", amount=1) != Installment(on="2026", amount=1)
    assert told(Contribution, schedule=[Delivery(on="2026", amount=1)]) == [
        "Contribution.schedule.0: 'schedule' takes a group of fields; this is Delivery."
    ]


def test_a_full_contribution():
    full = Contribution(
        kind="geld",
        description="bijdrage",
        amount=200000,
        unit="EUR",
        period=Period(start="2026", end="2028"),
        serves=[RANDEN, "water"],
        at_risk=True,
        fund="POP",
        schedule=[Installment(on="2026", amount=100000)],
        deliveries=[Delivery(on="2026", amount=90000)],
    )
    assert full.serves == ("randen", "water")
    assert full.at_risk is True
    assert full.period.end == Date("2028")
    assert attrs.evolve(full, at_risk=None).at_risk is None


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"amount": "veel"}, "amount: 'amount' takes a number; this is str."),
        ({"at_risk": 0}, "at_risk: 'at risk' takes yes or no (true or false); this is int."),
        ({"serves": "randen"}, "serves: 'serves' takes a list; this is str."),
        ({"serves": [RANDEN, None]}, "serves.1: 'serves' takes a text; this is NoneType."),
        ({"period": None}, "period: 'period' takes a group of fields; this is NoneType."),
        ({"kind": ["geld"]}, "kind: 'kind' takes a text; this is list."),
    ],
)
def test_a_wrong_value_of_a_contribution_is_refused(values, message):
    assert told(Contribution, **values) == [f"Contribution.{message}"]


def test_a_benefit_is_given_by_someone():
    benefit = Benefit(kind="vergoeding", giver=WATER, amount=0.5, unit="EUR/m", based_on="lengte")
    assert (benefit.giver, benefit.amount) == ("waterschap-x", Decimal("0.5"))
    assert told(Benefit, giver="\n") == ["Benefit.giver: 'giver' is empty."]
    assert told(Benefit, giver="a\nb") == ["Benefit.giver: 'a b' cannot be an id."]


@pytest.mark.parametrize("share", [0, 1, 0.0, 1.0, Decimal("0.000"), 0.999, Decimal("1.0"), None])
def test_a_share_runs_from_nothing_to_all(share):
    assert Risk(text="droogte", share=share).share == (None if share is None else Decimal(str(share)))


@pytest.mark.parametrize("share", [-1, Decimal("-0.001"), Decimal("1.001"), 2, 50, 100, 101])
def test_a_share_outside_nothing_to_all_is_refused(share):
    assert told(Risk, text="droogte", share=share) == [
        f"Risk.share: {share} is outside the range of 'share'."
    ]


@pytest.mark.parametrize(
    ("share", "meant"), [(50, "0.5"), (100, "1"), (1.5, "0.015"), (101, None), (-1, None)]
)
def test_a_percentage_is_recognized(share, meant):
    with pytest.raises(InvalidRecord) as caught:
        Risk(text="droogte", share=share)
    hint = caught.value.findings[0].hint("en")
    if meant is None:
        assert hint == "Choose a number from 0 up to and including 1."
    else:
        assert hint == (
            f"Choose a number from 0 up to and including 1; {share} per cent is written as {meant}."
        )


def test_a_private_probability_is_not_repeated_in_the_message():
    with pytest.raises(InvalidRecord) as caught:
        Alternative(probability=Decimal("37.25"))
    (finding,) = caught.value.findings
    assert finding.message("nl") == "(privé) valt buiten het bereik van 'kans'."
    assert finding.hint("nl") == "Kies een getal van 0 tot en met 1."
    assert "37" not in f"{caught.value}{finding.params}"


def test_the_content_of_an_alternative_is_private_and_its_being_there_is_not():
    full = Alternative(
        considered=True,
        on="2026-02",
        description="zelf",
        value=5,
        unit="EUR",
        probability=0,
        cost=3,
        better=False,
        expected_value=9,
    )
    assert full.private_fields == (
        "description",
        "value",
        "unit",
        "probability",
        "cost",
        "better",
        "expected_value",
    )
    assert repr(full) == "Alternative(considered=True, on=Date(iso='2026-02'))"
    assert full != Alternative(considered=True, on="2026-02")
    assert Alternative(better=False).private_fields == ("better",)


@pytest.mark.parametrize(("binding", "control"), [(0, 0), (100, 100), (0, 100), (0.5, Decimal("99.999"))])
def test_a_position_lies_within_the_axes(binding, control):
    position = Position(binding=binding, control=control)
    assert (float(position.binding), float(position.control)) == (binding, float(control))


@pytest.mark.parametrize(
    ("values", "messages"),
    [
        (
            {"binding": 101, "control": -1},
            [
                "Position.binding: 101 is outside the range of 'external binding'.",
                "Position.control: -1 is outside the range of 'internal control (master in one's own house)'.",
            ],
        ),
        (
            {"binding": None, "control": 1},
            ["Position.binding: 'external binding' takes a number; this is NoneType."],
        ),
        (
            {"binding": Decimal("100.001"), "control": 1},
            ["Position.binding: 100.001 is outside the range of 'external binding'."],
        ),
        ({"binding": float("nan"), "control": 1}, ["Position.binding: 'NaN' is no number here."]),
    ],
)
def test_a_position_outside_the_axes_is_refused(values, messages):
    assert told(Position, **values) == messages


def test_a_position_needs_both_axes():
    with pytest.raises(TypeError, match="control"):
        Position(binding=1)


def test_effort_is_an_amount_in_a_unit():
    assert Effort(amount=4, unit="uur per week") == Effort(amount=Decimal("4.0"), unit="uur per week")
    assert told(Effort, amount=4, unit="") == ["Effort.unit: 'unit' is empty."]
    assert told(Effort, amount="4", unit=" ") == [
        "Effort.amount: 'amount' takes a number; this is str.",
        "Effort.unit: 'unit' is empty.",
    ]


@pytest.mark.parametrize("basis", list(MandateBasis))
def test_every_basis_of_a_mandate_is_known_by_its_value(basis):
    assert Mandate(basis=basis.value).basis is basis


def test_the_limit_of_a_mandate_is_private_and_its_unit_is_not():
    mandate = Mandate(scope="inrichting", limit=50000, unit="EUR", valid_until="2026-12-31")
    assert mandate.private_fields == ("limit",)
    assert repr(mandate) == ("Mandate(scope='inrichting', unit='EUR', valid_until=Date(iso='2026-12-31'))")
    assert told(Mandate, limit="veel") == ["Mandate.limit: 'limit' takes a number; this is str."]
    with pytest.raises(ValueError, match="'macht' is not a valid MandateBasis"):
        Mandate(basis="macht")


def test_a_representative_is_a_person_with_time_and_a_mandate():
    sits = Representative(
        person=JAN, since="2025", time=Effort(amount=4, unit="uur"), paid=False, mandate=Mandate(scope="x")
    )
    assert sits.person == "persoon-1"
    assert sits.paid is False
    assert told(Representative, person="") == ["Representative.person: 'person' is empty."]
    assert told(Representative, person="p", time=4) == [
        "Representative.time: 'time' takes a group of fields; this is int."
    ]
    assert told(Representative, person="p", mandate=Effort(amount=1, unit="u")) == [
        "Representative.mandate: 'mandate' takes a group of fields; this is Effort."
    ]


def test_a_signature_may_know_only_part():
    assert Signature(person=JAN).person == "persoon-1"
    assert Signature(on="2026").authorized is None
    assert Signature(authorized=False) != Signature()
    assert told(Signature, authorized="ja")[0].endswith("takes yes or no (true or false); this is str.")


def test_the_smallest_participation_is_a_party():
    smallest = Participation(party=WATER)
    assert repr(smallest) == "Participation(party='waterschap-x')"
    assert smallest.period == Period()
    assert smallest.alternative == Alternative()
    assert smallest.position is None


def test_a_full_participation_shows_nothing_private():
    full = Participation(
        party=WATER,
        role="partij",
        period=Period(start="2026", open_end=True),
        on_behalf_of=["gemeente-v"],
        contributions=[Contribution(kind="kennis")],
        benefits=[Benefit(kind="beloning")],
        own_goals=[RANDEN],
        interests_discussed=True,
        interests=["imago"],
        risks=[Risk(text="droogte")],
        alternative=Alternative(cost=7),
        position=Position(binding=85, control=25),
        perceived_form="shared-goal",
        representatives=[Representative(person=JAN, mandate=Mandate(limit=12345))],
        feedback="maandelijks",
        negotiating_room="nog 3 procent",
        prefers=[Organization(id="geheim", name="G")],
        signature=Signature(person=JAN),
        accepted_on="2028",
        last_active="2027-05",
    )
    assert full.private_fields == ("interests", "negotiating_room", "prefers")
    assert full.prefers == ("geheim",)
    assert full.perceived_form is Form.SHARED_GOAL
    assert not any(secret in repr(full) for secret in ("imago", "geheim", "procent", "12345", "cost"))
    assert "own_goals=('randen',)" in repr(full)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"party": ""}, "party: 'party' is empty."),
        ({"party": None}, "party: 'party' takes a text; this is NoneType."),
        ({"own_goals": "randen"}, "own_goals: 'own goals' takes a list; this is str."),
        ({"risks": ["droogte"]}, "risks.0: 'risks' takes a group of fields; this is str."),
        ({"position": (85, 25)}, "position: 'position on the axes' takes a group of fields; this is tuple."),
        (
            {"alternative": None},
            "alternative: 'alternative (BATNA)' takes a group of fields; this is NoneType.",
        ),
    ],
)
def test_a_wrong_value_of_a_participation_is_refused(values, message):
    assert told(Participation, **({"party": "a"} | values)) == [f"Participation.{message}"]


def test_a_wrong_private_id_is_not_repeated():
    (message,) = told(Participation, party="a", prefers=["[b]"])
    assert message == "Participation.prefers.0: '(private)' cannot be an id."
