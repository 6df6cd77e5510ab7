"""A network: preference, what outgrows it, and how it is steered."""

import pytest

import samenwerking as sw

NETWORKS = ("network-preferred", "network-platform")
WATER = "waterschap-verzonnen-vaart"  # known in the portfolio, but no party in its network


def members(number):
    return ("set", "collaboration.counts", [{"what": "leden", "number": number}])


def mode(value, trust=None):
    edits = [("set", "canvas.setup.governance_mode", value), ("drop", "canvas.setup.trust")]
    return [*edits, *([("set", "canvas.setup.trust", trust)] if trust else [])]


# KLO212 and KLO214


def test_a_duty_of_the_law_and_a_fee_are_not_imposed(told):
    def owes(kind="performance", **more):
        entry = {"text": "levert", "kind": kind, "debtor": "@canvas.parties[0].party", **more}
        return ("append", "canvas.setup.obligations", entry)

    for form in NETWORKS:
        assert len(told("KLO212", form, owes())) == 1
        assert told("KLO212", form, owes("payment")) == told("KLO212", form, owes(legal_duty=True)) == []
        assert told("KLO212", form, owes("conduct")) == []
    # what one reports on one's own pledge fits preferred relations only
    assert [len(told("KLO212", form, owes("reporting"))) for form in NETWORKS] == [0, 1]


def test_a_share_of_idle_members(told):
    def idle(*numbers):
        return [("set", f"canvas.parties[{number}].last_active", "2024") for number in numbers]

    assert told("KLO214", "network-preferred", *idle(0, 1)) == []
    (found,) = told("KLO214", "network-preferred", *idle(0, 1, 2))
    assert found.message("nl").startswith("Het afgelopen jaar niet actief: 3 van de 4 leden")
    assert len(told("KLO214", "network-preferred", *idle(0, 1), inactive_share=0.4)) == 1
    assert told("KLO214", "network-preferred", *idle(0, 1, 2), ("drop", "canvas.expectation")) == []


# KLO215: a preference is private


def prefers(party, *ids):
    return ("set", f"canvas.parties[{party}].prefers", list(ids))


def test_a_preference_for_who_takes_no_part_is_told_to_its_owner_only(told, outcome):
    mine = "stichting-levend-nergensland"
    gone = prefers(0, "provincie-nergensland", WATER)
    (found,) = told("KLO215", "network-preferred", gone, viewer=mine)
    assert found.field == f"parties[{mine}].prefers"
    # nobody is named, not even to the owner
    assert found.params == {}
    for other in (None, "provincie-nergensland", WATER):
        assert told("KLO215", "network-preferred", gone, viewer=other) == []
        assert outcome("KLO215", "network-preferred", gone, viewer=other) == "unknown"
    assert (
        outcome("KLO215", "network-preferred", prefers(0, "provincie-nergensland"), viewer=mine) == "passed"
    )


def test_what_others_prefer_changes_nothing_for_anyone(told):
    """Neither a finding nor its absence gives away whether a preference is returned."""
    mine, theirs = "stichting-levend-nergensland", "provincie-nergensland"
    own = prefers(0, theirs)
    seen = [
        told("KLO215", "network-preferred", own, other, viewer=mine)
        for other in (prefers(1), prefers(1, mine), prefers(1, WATER))
    ]
    assert seen == [[], [], []]


def test_a_member_that_left_takes_no_part(told):
    left = ("set", "canvas.parties[1].period", {"end": "2025"})
    own = prefers(0, "provincie-nergensland")
    mine = "stichting-levend-nergensland"
    assert len(told("KLO215", "network-preferred", own, left, viewer=mine)) == 1
    maybe = ("set", "canvas.parties[1].period", {"end": "2026"})
    assert told("KLO215", "network-preferred", own, maybe, viewer=mine) == []


# KLO216: outgrown


def stakes(party, kind="geld", *, at_risk=True, serves="@goals[0].id"):
    entry = {"kind": kind, "description": "inleg", "serves": [serves]}
    stated = {} if at_risk is None else {"at_risk": at_risk}
    return ("append", f"canvas.parties[{party}].contributions", {**entry, **stated})


SHARED = ("set", "goals[0].kind", "shared")


@pytest.mark.parametrize("form", NETWORKS)
def test_means_at_stake_of_two_members(told, form):
    (found,) = told("KLO216", form, SHARED, stakes(1), stakes(0, "uren"))
    portfolio = sw.example(form)
    goal, (collaboration,) = portfolio.goals[0], portfolio.collaborations
    staking = sorted(party.party for party in collaboration.canvas.parties[:2])
    assert found.params == {"goal": goal.name, "parties": tuple(portfolio[id_].name for id_ in staking)}
    assert (found.field, found.severity.value) == (f"goals[{goal.id}]", "warning")


@pytest.mark.parametrize(
    "edits",
    [
        [SHARED, stakes(0), stakes(0, "uren")],  # one member, twice
        [stakes(0), stakes(1)],  # no shared goal
        [SHARED, stakes(0), stakes(1, "kennis")],
        [SHARED, stakes(0), stakes(1, at_risk=False)],
        [SHARED, stakes(0), stakes(1, at_risk=None)],
        [SHARED, stakes(0), stakes(1), ("set", "canvas.parties[1].period", {"end": "2025"})],
    ],
)
def test_less_than_that_is_still_a_network(told, edits):
    assert told("KLO216", "network-preferred", *edits) == []


def test_a_goal_with_a_collaboration_of_its_own_is_apart(told, outcome):
    part = {"id": "pilot", "name": "Pilot", "parent": "@collaborations[0].id"}
    edits = (SHARED, stakes(0), stakes(1))
    own = ("append", "collaborations", {**part, "canvas": {"goals": ["@goals[0].id"]}})
    assert told("KLO216", "network-preferred", *edits, own) == []
    assert len(told("KLO216", "network-preferred", *edits, ("append", "collaborations", part))) == 1
    unknown = ("drop", "canvas.parties[].contributions[].at_risk")
    assert outcome("KLO216", "network-preferred", unknown) == "unknown"


# KLO235: governance


@pytest.mark.parametrize(
    ("edits", "causes"),
    [
        ([*mode("shared"), members(8)], []),
        ([*mode("shared"), members(9)], ["met 9 leden kan dat lastig zijn"]),
        ([*mode("shared", "low"), members(9)], ["met 9 leden kan dat lastig zijn", "onderling vertrouwen"]),
        ([*mode("shared", "moderate")], []),
        ([*mode("lead-organization", "low"), members(400)], []),
        ([*mode("administrative-organization"), members(400)], []),
        # that there are few is certain only if all are listed
        ([*mode("administrative-organization")], []),
        (
            [*mode("administrative-organization"), ("set", "collaboration.parties_complete", True)],
            ["met 4 leden kan het misschien lichter"],
        ),
        # all of them are listed, whatever was counted once
        ([*mode("shared"), members(40), ("set", "collaboration.parties_complete", True)], []),
        # people are no members
        ([*mode("shared"), ("set", "collaboration.counts", [{"what": "mensen", "number": 90}])], []),
    ],
)
def test_governance_and_size(told, edits, causes):
    found = told("KLO235", "network-preferred", ("drop", "collaboration.parties_complete"), *edits)
    assert len(found) == len(causes)
    for finding, part in zip(found, causes, strict=True):
        assert part in finding.message("nl")
        assert finding.field == "setup.governance_mode"


def test_what_is_few_is_a_number_of_ours(told):
    edits = [("drop", "collaboration.parties_complete"), *mode("shared"), members(9)]
    assert told("KLO235", "network-preferred", *edits, members=9) == []
    assert len(told("KLO235", "network-preferred", *edits, members=3)) == 1
