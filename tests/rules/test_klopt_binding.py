"""What binds: signatures, shared risks, and payment that ends before the work does."""

import pytest
from hypothesis import given, strategies as st

from samenwerking.model import Period
from samenwerking.rules.klopt_binding import _paid_until

# KLO241: signatures


def signature(**fields):
    return ("set", "canvas.parties[0].signature", fields)


@pytest.mark.parametrize(
    ("fields", "starts"),
    [
        ({"on": "2025-01-15", "authorized": True}, []),
        ({"on": "2025-01-15"}, []),  # whether that person may is not known
        ({"on": "2026-11-24", "authorized": True}, []),
        ({"on": "2026-11", "authorized": True}, []),
        ({"on": "2026-11-25", "authorized": True}, ["Nog niet getekend door Provincie Nergensland."]),
        ({"authorized": True}, ["Nog niet getekend door Provincie Nergensland."]),
        ({"on": "2025", "authorized": False}, ["Wie mag namens Provincie Nergensland tekenen?"]),
        ({"authorized": False}, ["Nog niet getekend door Provincie Nergensland."]),
    ],
)
def test_a_signature_is_given_by_someone_who_may(told, fields, starts):
    found = told("KLO241", "shared-goal", signature(**fields))
    assert len(found) == len(starts)
    assert all(f.message("nl").startswith(start) for f, start in zip(found, starts, strict=True))
    assert {f.severity.value for f in found} <= {"warning"}


def test_signing_can_wait_until_the_work_begins(told, outcome):
    assert (
        told("KLO241", "shared-goal", signature(authorized=True), ("set", "collaboration.gear", "klopt"))
        == []
    )
    assert len(
        told("KLO241", "shared-goal", signature(authorized=True), ("set", "collaboration.gear", "werkt"))
    )
    assert outcome("KLO241", "shared-goal", ("drop", "canvas.parties[].signature")) == "unknown"


def test_one_of_two_roles_signed_is_enough(told):
    again = {"party": "provincie-nergensland", "role": "adviseur", "signature": {"authorized": True}}
    assert told("KLO241", "shared-goal", ("append", "canvas.parties", again)) == []
    left = ("set", "canvas.parties[0].period", {"end": "2025"})
    assert told("KLO241", "shared-goal", signature(authorized=True), left) == []


# KLO242: shared risks


def risk(bearers, sharing="", text="te droog"):
    entry = {"text": text, "bearers": [f"@canvas.parties[{number}].party" for number in bearers]}
    return ("set", "canvas.setup.risk_register", [{**entry, "sharing": sharing} if sharing else entry])


@pytest.mark.parametrize(
    ("edit", "start"),
    [
        (risk([]), "Wie draagt het risico 'te droog'?"),
        (risk([], "samen"), "Wie draagt het risico 'te droog'?"),
        (
            risk([1, 0]),
            "Hoe verdelen Provincie Nergensland en Waterschap Verzonnen Vaart het risico 'te droog'?",
        ),
        (risk([1, 0], "ieder de helft"), None),
        (risk([1]), None),
        (risk([1, 1]), None),
    ],
)
def test_a_risk_is_borne_and_divided(told, edit, start):
    found = told("KLO242", "shared-goal", edit)
    assert [f.message("nl").startswith(start or "") for f in found] == [True] * bool(start)
    assert {f.field for f in found} <= {"setup.risk_register[te droog]"}


def test_who_left_bears_nothing_anymore(told):
    left = ("set", "canvas.parties[0].period", {"end": "2025"})
    (found,) = told("KLO242", "shared-goal", risk([0]), left)
    assert found.message("nl").startswith("Wie draagt")
    assert told("KLO242", "shared-goal", risk([0, 1]), left) == []


# KLO244: payment and work

WORK = "canvas.setup.obligations[kind=performance].period"
PAYMENT = "canvas.setup.obligations[kind=payment].period"
NO_BENEFITS = ("drop", "canvas.parties[].benefits")


@pytest.mark.parametrize(
    ("work", "payment", "speaks"),
    [
        ({"end": "2030"}, {"end": "2029"}, True),
        ({"end": "2030"}, {"end": "2030"}, False),
        ({"end": "2030-06"}, {"end": "2030"}, False),  # within the year
        ({"end": "2030-12-31"}, {"end": "2030-12-30"}, True),
        ({"end": "2029"}, {"end": "2030"}, False),
        ({"open_end": True}, {"end": "2030"}, True),
        ({"end": "2030"}, {"open_end": True}, False),
        ({"end": "2030"}, {}, False),  # until when is not known
        ({}, {"end": "2030"}, False),
    ],
)
def test_payment_that_ends_first(told, work, payment, speaks):
    edits = (NO_BENEFITS, ("set", WORK, work), ("set", PAYMENT, payment))
    found = told("KLO244", "transaction-deep", *edits)
    assert bool(found) is speaks
    assert all(f.field.startswith("setup.obligations[") for f in found)
    assert [f.params["party"] for f in found] == speaks * [
        "Agrarisch collectief De Bedachte Polder",
        "Hogeschool Nergensland",
    ]


def test_the_last_payment_counts_whoever_pays_it(told):
    edits = (NO_BENEFITS, ("set", WORK, {"end": "2030"}), ("set", PAYMENT, {"end": "2028"}))
    party = "collectief-bedachte-polder"
    longer = {"kind": "subsidie", "giver": "hogeschool-nergensland", "period": {"end": "2031"}}
    paid = ("set", f"canvas.parties[party={party}].benefits", [longer])
    (found,) = told("KLO244", "transaction-deep", *edits, paid)
    assert found.params["party"] == "Hogeschool Nergensland"
    knowledge = ("set", f"canvas.parties[party={party}].benefits", [{**longer, "kind": "kennis"}])
    assert len(told("KLO244", "transaction-deep", *edits, knowledge)) == 2
    to_all = {"text": "betaalt door", "kind": "payment", "debtor": party, "period": {"end": "2032"}}
    assert told("KLO244", "transaction-deep", *edits, ("append", "canvas.setup.obligations", to_all)) == []


def test_whoever_is_not_paid_brings_it_in(told):
    unpaid = ("drop", "canvas.setup.obligations[kind=payment]")
    assert told("KLO244", "transaction-deep", NO_BENEFITS, unpaid, ("set", WORK, {"open_end": True})) == []


def test_the_words_say_until_when(told):
    edits = (NO_BENEFITS, ("set", PAYMENT, {"end": "2028-06-30"}))
    found = told("KLO244", "transaction-distant", *edits, ("set", WORK, {"end": "2030"}))
    assert found[0].message("nl").endswith("loopt tot en met 2030. Wie betaalt daarna?")
    assert "krijgt betaald tot en met 30 juni 2028" in found[0].message("nl")
    found = told("KLO244", "transaction-distant", *edits, ("set", WORK, {"open_end": True}))
    assert found[0].message("nl").endswith("heeft geen einde. Wie betaalt daarna?")


@given(st.lists(st.sampled_from(["2028", "2028-06", "2028-06-30", "2030", "2031-01", None]), max_size=5))
def test_the_last_payment_is_known_only_if_every_end_is(ends):
    periods = [Period(end=end) for end in ends]
    found = _paid_until(periods)
    assert (found is None) is (not ends or None in ends)
    if found is not None:
        assert all(period.end.last <= found.last for period in periods)
        assert found == _paid_until(periods[::-1])
