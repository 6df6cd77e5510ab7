"""The set-up: who decides, directs and does what, in dispute, leaving, and on public powers, data and rewards."""

import pytest

import samenwerking as sw
from samenwerking.vocabulary import DecisionRule, Form, reading

FORMS = tuple(map(str, Form))
ALL_LEFT = {"end": "2025"}
GONE = (
    ("append", "organizations", {"id": "voorbij", "name": "Stichting Voorbij", "note": "Verzonnen."}),
    ("append", "canvas.parties", {"party": "voorbij", "period": ALL_LEFT}),
)


def left_empty(path):
    return ("append", "canvas.left_empty", {"path": path, "reason": "bewust"})


def name(form, party):
    """Return what a party of an example is called."""
    portfolio = sw.example(form)
    (collaboration,) = portfolio.collaborations
    return portfolio[collaboration.canvas.parties[party].party].name


# KLO233 and KLO234: how decisions are taken

NO_RULE = ("drop", "canvas.setup.decision_rule")


def test_a_group_that_meets_without_a_decision_rule(told, outcome):
    (found,) = told("KLO233", "network-preferred", NO_RULE)
    assert found.message("nl") == "Overleg is er al: kerngroep. Hoe nemen jullie daar besluiten?"
    assert (found.field, found.severity.value) == ("setup.decision_rule", "advice")
    assert told("KLO233", "network-preferred", NO_RULE, left_empty("setup.decision_rule")) == []
    # there a row of the reading asks it
    assert told("KLO233", "shared-goal", NO_RULE) == told("KLO233", "transaction-deep", NO_RULE) == []
    assert outcome("KLO233", "network-preferred", NO_RULE, ("drop", "canvas.setup.bodies")) == "unknown"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("rule", DecisionRule)
def test_a_decision_rule_fits_or_is_told_with_those_that_do(told, form, rule):
    fitting = reading().fits("decision-rule", form)
    apart = ("drop", "canvas.setup.reserved_powers")
    found = told("KLO234", form, ("set", "canvas.setup.decision_rule", rule.value), apart)
    assert len(found) == (rule not in fitting)
    for finding in found:
        assert finding.params["rule"] == rule.labels
        assert all(DecisionRule(each).label("nl") in finding.message("nl") for each in fitting)


def test_a_public_power_set_apart_stays_with_its_owner(told):
    lead = ("set", "canvas.setup.decision_rule", "lead")
    assert told("KLO234", "shared-goal", lead) == []
    assert len(told("KLO234", "shared-goal", lead, ("drop", "canvas.setup.reserved_powers"))) == 1
    # that is no reason not to decide at all
    assert len(told("KLO234", "shared-goal", ("set", "canvas.setup.decision_rule", "none"))) == 1


# KLO236: accountable


def task(responsible, accountable, called="meten"):
    def ids(numbers):
        return [f"@canvas.parties[{number}].party" for number in numbers]

    entry = {"name": called, "responsible": ids(responsible), "accountable": ids(accountable)}
    return ("set", "canvas.setup.tasks", [entry])


@pytest.mark.parametrize(
    ("edit", "messages"),
    [
        (task([0], [0]), []),
        (task([0, 1, 2], [1]), []),
        (task([0], [1, 1]), []),
        (task([0], []), ["Wie is eindverantwoordelijk voor taak 'meten'? Dat staat er nog niet."]),
        (task([], []), ["Wie is eindverantwoordelijk voor taak 'meten'? Dat staat er nog niet."]),
        (task([], [1]), ["Wie voert taak 'meten' uit? Dat staat er nog niet."]),
        (
            task([0], [2, 1]),
            [
                "Taak 'meten' heeft 2 eindverantwoordelijken: Agrarisch collectief De Bedachte Polder en "
                "Waterschap Verzonnen Vaart. Wie van hen is het?"
            ],
        ),
    ],
)
def test_a_task_has_one_who_answers_and_some_who_do(told, edit, messages):
    found = told("KLO236", "shared-goal", edit)
    assert [f.message("nl") for f in found] == messages
    assert {f.field for f in found} <= {"setup.tasks[meten]"}
    assert all(f.pointer.endswith("/canvas/setup/tasks/0") for f in found)


def test_who_left_answers_for_nothing(told):
    left = ("set", "canvas.parties[1].period", ALL_LEFT)
    assert told("KLO236", "shared-goal", task([0], [0, 1]), left) == []
    (found,) = told("KLO236", "shared-goal", task([1], [1]), left)
    assert found.message("nl").startswith("Wie is eindverantwoordelijk")


def test_a_name_with_brackets_is_told_at_the_list(told):
    (found,) = told("KLO236", "shared-goal", task([0], [], "meten [fase 2]"))
    assert found.field == "setup.tasks" and "'meten [fase 2]'" in found.message("nl")


def decision(drivers, approvers):
    entry = {"text": "We kopen zaad.", "drivers": drivers, "approvers": approvers}
    return ("set", "canvas.decisions", [entry])


A, B = "provincie-nergensland", "waterschap-verzonnen-vaart"
COLLECTIVE, TOWN, BUILDER = "collectief-bedachte-polder", "gemeente-fabelveen", "aannemer-verzonnen-spade"


@pytest.mark.parametrize(
    ("form", "drivers", "approvers", "starts"),
    [
        ("shared-goal", [], [], []),
        ("shared-goal", [A], [B], []),
        ("shared-goal", [A], [A, B], []),  # deciding together takes as many as it takes
        ("shared-goal", [A, B], [A], ["Wie bereidt"]),
        ("shared-goal", [], [A], ["Wie bereidt"]),
        ("shared-goal", [A], [], ["Wie hakt"]),
        ("transaction-deep", [B], [B, COLLECTIVE], []),
        ("transaction-distant", [TOWN], [TOWN, BUILDER], ["Wie hakt"]),
        ("transaction-distant", [TOWN, BUILDER], [], ["Wie bereidt", "Wie hakt"]),
    ],
)
def test_a_decision_has_one_driver_and_one_who_settles_it(told, form, drivers, approvers, starts):
    found = told("KLO236", form, decision(drivers, approvers))
    assert len(found) == len(starts)
    for finding, start in zip(found, starts, strict=True):
        assert finding.message("nl").startswith(start)
        assert "'We kopen zaad'" in finding.message("nl")
        assert finding.field == "decisions[We kopen zaad.]"


# KLO237 and KLO245: the director


def directed(**director):
    return ("set", "canvas.setup.director", {"paid_by": [A], "replaced_by": [A], **director})


SEAT = ("set", "canvas.parties[party=voorbij].representatives", [{"person": "gebiedsregisseur-polder"}])


@pytest.mark.parametrize(
    ("edits", "speaks"),
    [
        ([directed(organization="voorbij")], True),
        ([SEAT, directed(person="gebiedsregisseur-polder")], True),
        ([SEAT, directed(person="gebiedsregisseur-polder", organization="voorbij")], True),
        # from outside, and at the table for another
        ([directed(organization="hogeschool-nergensland")], False),
        ([directed(person="gebiedsregisseur-polder")], False),
        ([SEAT, directed(person="gebiedsmanager-provincie", organization="voorbij")], False),
        ([directed(role="verbinder")], False),
        ([SEAT, directed(person="gebiedsregisseur-polder", organization=A)], False),
        # not certainly gone
        (
            [
                ("set", "canvas.parties[party=voorbij].period", {"end": "2026"}),
                directed(organization="voorbij"),
            ],
            False,
        ),
    ],
)
def test_a_director_whose_party_left(told, edits, speaks):
    found = told("KLO237", "shared-goal", *GONE, *edits)
    assert [f.message("nl") for f in found] == speaks * [
        "De regisseur hoort bij Stichting Voorbij, en die doet niet meer mee. Wie is nu de regisseur?"
    ]
    assert {f.field for f in found} <= {"setup.director"}


@pytest.mark.parametrize(
    ("name", "start"),
    [("paid_by", "Wie betaalt de regisseur?"), ("replaced_by", "Wie mag een andere regisseur aanwijzen?")],
)
def test_the_position_of_the_director(told, outcome, name, start):
    path = f"setup.director.{name}"
    edit = ("drop", f"canvas.{path}")
    (found,) = told("KLO245", "shared-goal", edit)
    assert found.message("nl").startswith(start)
    assert (found.field, found.severity.value) == (path, "advice")
    assert told("KLO245", "shared-goal", edit, left_empty(path)) == []
    assert outcome("KLO245", "shared-goal", ("drop", "canvas.setup.director")) == "unknown"
    assert outcome("KLO245", "transaction-distant") == "not-applicable"


# KLO238 and KLO239: in dispute, and leaving


@pytest.mark.parametrize(
    ("form", "steps", "starts"),
    [
        ("shared-goal", ["court"], ["Komen jullie er niet uit, dan is de eerste stap: rechter."]),
        (
            "shared-goal",
            ["arbitration", "internal"],
            ["Komen jullie er niet uit, dan is de eerste stap: arb"],
        ),
        ("shared-goal", ["internal", "court"], []),
        ("shared-goal", ["mediation", "court"], []),
        ("transaction-deep", ["court"], []),  # there a step among yourselves is free
        ("network-preferred", ["internal", "mediation"], []),
        ("network-preferred", ["internal", "court", "court"], ["Bij 'netwerk, voorkeursrelaties' past deze"]),
        (
            "network-platform",
            ["arbitration", "court"],
            ["Bij 'netwerk, markten, platforms en communities' past deze"] * 2,
        ),
    ],
)
def test_steps_in_a_dispute(told, form, steps, starts):
    found = told("KLO238", form, ("set", "canvas.setup.conflict_procedure.steps", steps))
    assert len(found) == len(starts)
    for finding, start in zip(found, starts, strict=True):
        assert finding.message("nl").startswith(start)
        assert finding.field == "setup.conflict_procedure.steps"


def test_a_procedure_in_words_only_cannot_be_judged(outcome):
    words = ("set", "canvas.setup.conflict_procedure", {"description": "we praten het uit"})
    assert outcome("KLO238", "shared-goal", words) == "unknown"
    assert outcome("KLO238", "transaction-distant") == "not-applicable"


@pytest.mark.parametrize("name", ["notice", "settlement"])
def test_leaving_is_arranged_by_half(told, name):
    path = f"setup.exit_rules.{name}"
    (found,) = told("KLO239", "network-platform", ("drop", f"canvas.{path}"))
    assert found.field == path and found.message("nl").endswith("Dat staat er nog niet.")
    assert told("KLO239", "network-platform", ("drop", f"canvas.{path}"), left_empty(path)) == []
    # without any of it, a row of the reading asks
    assert told("KLO239", "network-platform", ("set", "canvas.setup.exit_rules", {})) == []


# KLO243: public powers

NOTHING_APART = ("drop", "canvas.setup.reserved_powers")


@pytest.mark.parametrize(
    ("form", "edits", "parties"),
    [
        ("shared-goal", [], (0, 1)),
        ("shared-goal", [("set", "canvas.setup.decision_rule", "majority")], (0, 1)),
        ("shared-goal", [("set", "canvas.parties[0].period", ALL_LEFT)], (1,)),
        ("shared-goal", [("set", "canvas.setup.decision_rule", "lead")], ()),
        ("shared-goal", [left_empty("setup.reserved_powers")], ()),
        ("shared-goal", [("set", "organizations[].sector", "stichting")], ()),
        ("transaction-deep", [], (0,)),
        ("transaction-deep", [("set", "canvas.setup.decision_rule", "client")], ()),
    ],
)
def test_an_authority_that_decides_along(told, form, edits, parties):
    found = told("KLO243", form, NOTHING_APART, *edits)
    expected = [tuple(name(form, number) for number in parties)] if parties else []
    assert [f.params["parties"] for f in found] == expected
    assert told("KLO243", form, *edits) == []


def test_a_collaboration_is_no_authority(told):
    joined = (
        ("append", "collaborations", {"id": "kring", "name": "Kring"}),
        ("set", "organizations[].sector", "stichting"),
        ("append", "canvas.parties", {"party": "kring"}),
    )
    assert told("KLO243", "shared-goal", NOTHING_APART, *joined) == []


# KLO246 and KLO247: data and rewards

NO_DATA = ("drop", "canvas.setup.data")


def test_data_without_agreement(told):
    (found,) = told("KLO246", "transaction-distant", NO_DATA)
    assert (found.field, found.severity.value) == ("setup.data", "advice")
    assert told("KLO246", "transaction-distant", NO_DATA, left_empty("setup.data")) == []
    unmeasured = (
        ("drop", "goals[].indicators[].monitoring"),
        ("set", "canvas.parties[].contributions[].kind", "uren"),
    )
    assert told("KLO246", "transaction-distant", NO_DATA, *unmeasured) == []
    brought = ("set", "canvas.parties[0].contributions[0].kind", "data")
    assert len(told("KLO246", "transaction-distant", NO_DATA, *unmeasured, brought)) == 1
    # there a row of the reading asks it
    assert told("KLO246", "shared-goal", NO_DATA) == []


def reward(kind, giver):
    return {"kind": kind, "giver": giver}


@pytest.mark.parametrize(
    ("benefits", "givers"),
    [
        ([reward("vergoeding", A), reward("subsidie", COLLECTIVE)], (COLLECTIVE, A)),
        ([reward("beloning", A), reward("korting", COLLECTIVE)], (COLLECTIVE, A)),
        ([reward("vergoeding", A), reward("subsidie", A)], None),
        ([reward("vergoeding", A), reward("kennis", COLLECTIVE)], None),
        ([reward("vergoeding", A), {"kind": "subsidie"}], None),
        ([], None),
    ],
)
def test_rewards_from_two_sides(told, benefits, givers):
    portfolio = sw.example("shared-goal")
    edits = [("drop", "canvas.parties[].benefits"), ("set", "canvas.parties[1].benefits", benefits)]
    found = told("KLO247", "shared-goal", ("drop", "canvas.setup.stacking"), *edits)
    wanted = [tuple(portfolio[giver].name for giver in givers)] if givers else []
    assert [f.params["givers"] for f in found] == wanted
    assert {f.field for f in found} <= {f"parties[{B}].benefits"}
    assert told("KLO247", "shared-goal", *edits) == []
    on_purpose = left_empty("setup.stacking")
    assert told("KLO247", "shared-goal", ("drop", "canvas.setup.stacking"), *edits, on_purpose) == []
