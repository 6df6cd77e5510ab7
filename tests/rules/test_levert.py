"""How it stands, and whether what was made is accepted, kept up and ended."""

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from samenwerking.model import Indicator
from samenwerking.rules.levert import met
from samenwerking.vocabulary import Form

FORMS = tuple(map(str, Form))


def left_empty(path):
    return ("append", "canvas.left_empty", {"path": path, "reason": "bewust"})


def stands(state, on="2026-11-10"):
    return ("set", "goals[0].statuses", [{"on": on, "state": state}])


def measured(*values, **indicator):
    """Return an edit: one indicator, with what was measured on which day."""
    entry = {"name": "lengte", "unit": "km", **indicator}
    measurements = [{"on": on, "value": value} for on, value in values]
    return ("set", "goals[0].indicators", [{**entry, "measurements": measurements}])


# LEV402: done


@pytest.mark.parametrize(
    ("indicator", "value", "speaks"),
    [
        ({"target": 40}, 28, True),
        ({"target": 40}, 40, False),
        ({"target": 40}, 41, False),
        ({"target": 20, "direction": "at-most"}, 25, True),
        ({"target": 20, "direction": "at-most"}, 20, False),
        ({"target": 3, "target_upper": 5, "direction": "between"}, 6, True),
        ({"target": 3, "target_upper": 5, "direction": "between"}, 2, True),
        ({"target": 3, "target_upper": 5, "direction": "between"}, 5, False),
        ({"target": 3, "direction": "between"}, 9, False),
        ({}, 28, False),
    ],
)
def test_done_while_the_last_measurement_falls_short(told, indicator, value, speaks):
    found = told("LEV402", "shared-goal", stands("done"), measured(("2026-10", value), **indicator))
    assert bool(found) is speaks
    assert {f.field for f in found} <= {"goals[kruidenrijke-randen].statuses"}


def test_it_says_what_was_agreed_in_its_direction(told):
    def message(language="nl", **indicator):
        edits = (stands("done"), measured(("2026-10", 28.5), **indicator))
        (found,) = told("LEV402", "shared-goal", *edits)
        return found.message(language)

    assert message(target=40) == (
        "Bij 'Tweehonderd kilometer kruidenrijke rand' staat 'gereed', maar bij 'lengte' is de laatste meting "
        "28,5 km; afgesproken is minstens 40 km. Hoe zit dat?"
    )
    assert "afgesproken is hoogstens 12,5 km" in message(target=12.5, direction="at-most")
    assert "afgesproken is tussen 3 – 5 km" in message(target=3, target_upper=5, direction="between")
    assert "the last measurement is 28.5 km; agreed was at most 12.5 km" in message(
        "en", target=12.5, direction="at-most"
    )


@pytest.mark.parametrize(
    ("values", "speaks"),
    [
        ([], False),
        ([("2025", 50), ("2026-10", 28)], True),
        ([("2026-10", 28), ("2025", 50)], True),
        ([("2025", 28), ("2026-10", 50)], False),
        # which came last cannot be told
        ([("2026", 50), ("2026-10", 28)], False),
        ([("2026", 30), ("2026-10", 28)], True),
    ],
)
def test_the_last_measurement_counts(told, values, speaks):
    assert bool(told("LEV402", "shared-goal", stands("done"), measured(*values, target=40))) is speaks


def test_which_state_came_last_must_be_certain(told):
    short = measured(("2026-10", 28), target=40)

    def found(*statuses):
        entries = [{"on": on, "state": state} for on, state in statuses]
        return told("LEV402", "shared-goal", ("set", "goals[0].statuses", entries), short)

    assert len(found(("2026-11", "done"), ("2026-09", "on-track"))) == 1
    assert found(("2026-11", "done"), ("2026", "behind")) == []
    assert found(("2026-11", "behind"), ("2026-09", "done")) == []
    assert found() == []


# LEV402: past the deadline


@pytest.mark.parametrize(
    ("state", "deadline", "values", "speaks"),
    [
        ("on-track", "2026-06-30", [], True),
        ("on-track", "2026-11-23", [("2026-10", 28)], True),
        ("on-track", "2026-11-24", [("2026-10", 28)], False),
        ("on-track", "2026", [("2026-10", 28)], False),  # the year is not over
        ("on-track", "2026-06-30", [("2026-10", 41)], False),
        ("behind", "2026-06-30", [("2026-10", 28)], False),
        ("not-started", "2026-06-30", [], False),
        ("stopped", "2026-06-30", [], False),
    ],
)
@pytest.mark.parametrize("of_goal", [True, False])
def test_on_track_past_the_day_that_was_agreed(told, state, deadline, values, speaks, of_goal):
    day = ("set", "goals[0].deadline", deadline if of_goal else "2030")
    indicator = {"target": 40} if of_goal else {"target": 40, "deadline": deadline}
    found = told("LEV402", "shared-goal", stands(state), day, measured(*values, **indicator))
    assert bool(found) is speaks
    assert all("maar de afgesproken dag is voorbij" in f.message("nl") for f in found)


def test_a_goal_without_indicators_has_its_own_day(told):
    bare = ("drop", "goals[0].indicators")
    (found,) = told(
        "LEV402", "shared-goal", stands("on-track"), bare, ("set", "goals[0].deadline", "2026-05")
    )
    assert found.message("nl").endswith("voorbij: mei 2026. Hoe staat het er nu voor?")
    assert told("LEV402", "shared-goal", stands("on-track"), bare, ("drop", "goals[0].deadline")) == []


def test_a_goal_of_the_context_is_not_delivered(told):
    context = ("set", "goals[0].kind", "context")
    assert told("LEV402", "shared-goal", stands("done"), measured(("2026-10", 1), target=4), context) == []


NUMBERS = st.decimals(-1000, 1000, places=2)


@given(st.sampled_from(["at-least", "at-most"]), NUMBERS, NUMBERS, NUMBERS)
def test_better_in_its_direction_is_never_worse(direction, target, one, other):
    indicator = Indicator(name="x", direction=direction, target=target)
    worse, better = sorted((one, other), reverse=direction == "at-most")
    assert met(indicator, better) or not met(indicator, worse)
    assert met(indicator, target)
    assert met(Indicator(name="x", direction=direction), one) is None


@given(NUMBERS, NUMBERS, NUMBERS)
def test_between_is_at_least_and_at_most(low, high, value):
    low, high = sorted((low, high))
    between = Indicator(name="x", direction="between", target=low, target_upper=high)
    assert met(between, value) is (low <= value <= high)
    assert met(between, low) and met(between, high) and met(between, (low + high) / Decimal(2))


# LEV422: acceptance

DONE = ("set", "goals[].statuses", [{"on": "2026-11-10", "state": "done"}])
UNACCEPTED = ("drop", "canvas.parties[].accepted_on")
OVER = ("set", "collaboration.period", {"start": "2024", "end": "2026-10-31"})


@pytest.mark.parametrize(
    ("edits", "speaks"),
    [
        ([DONE], True),
        ([OVER], True),
        ([], False),
        ([("set", "goals[0].statuses", DONE[2])], False),  # of one of the goals only
        ([("set", "collaboration.period", {"start": "2024", "end": "2026"})], False),
        ([DONE, ("set", "canvas.parties[].accepted_on", "2026-11-24")], False),
        ([DONE, ("set", "canvas.parties[].accepted_on", "2026-11-25")], True),
        ([DONE, ("set", "canvas.parties[].accepted_on", "2026")], False),
    ],
)
def test_a_result_is_accepted_once_it_is_there(told, edits, speaks):
    found = told("LEV422", "shared-goal", UNACCEPTED, *edits)
    assert bool(found) is speaks
    assert all(len(f.params["parties"]) == 5 and f.severity.value == "warning" for f in found)


def test_it_names_who_did_not_accept_yet(told):
    some = ("set", "canvas.parties[0].accepted_on", "2026-11-01")
    left = ("set", "canvas.parties[1].period", {"end": "2025"})
    (found,) = told("LEV422", "shared-goal", UNACCEPTED, DONE, some, left)
    assert found.params["parties"] == (
        "Agrarisch collectief De Bedachte Polder",
        "Natuurvereniging Denkbeeld",
        "Zuivelcoöperatie De Verzonnen Melkbus",
    )


def test_in_a_transaction_the_client_accepts(told):
    (found,) = told("LEV422", "transaction-distant", UNACCEPTED, DONE)
    assert found.params["parties"] == ("Gemeente Fabelveen",)
    assert found.severity.value == "error"
    client = ("set", "canvas.parties[0].accepted_on", "2026")
    assert told("LEV422", "transaction-distant", UNACCEPTED, DONE, client) == []
    # while nobody is called the client, it is everyone's
    nameless = ("drop", "canvas.parties[].role")
    (found,) = told("LEV422", "transaction-distant", UNACCEPTED, DONE, nameless)
    assert len(found.params["parties"]) == 2


def test_an_unfinished_collaboration_is_not_asked_for_acceptance(told, outcome):
    assert outcome("LEV422", "transaction-deep", UNACCEPTED) == "passed"
    assert outcome("LEV422", "network-preferred") == "not-applicable"


# LEV431 to LEV433: upkeep and ending


@pytest.mark.parametrize(
    ("lasting", "manager", "speaks"),
    [
        (True, None, True),
        (True, "@canvas.parties[0].party", False),
        (False, None, False),
        (None, None, False),
    ],
)
def test_what_lasts_has_someone_who_looks_after_it(told, lasting, manager, speaks):
    entry = {"result": "site [oud]", "lasting": lasting, "manager": manager}
    entry = {key: value for key, value in entry.items() if value is not None}
    kept = ("set", "canvas.end_result.maintenance", [entry])
    for form in ("network-preferred", "network-platform"):
        found = told("LEV431", form, kept)
        assert [f.message("nl") for f in found] == speaks * [
            "Wie beheert 'site [oud]' straks? Dat staat er nog niet."
        ]
        assert {f.field for f in found} <= {"end_result.maintenance"}
    # there a row of the reading asks it
    assert told("LEV431", "shared-goal", kept) == []


def kept(**fields):
    entry = {"result": "houtwal", "lasting": True, "manager": "@canvas.parties[0].party", "agreed_on": "2025"}
    entry = {key: value for key, value in {**entry, **fields}.items() if value is not None}
    return ("set", "canvas.end_result.maintenance", [entry])


@pytest.mark.parametrize(
    ("fields", "starts"),
    [
        ({}, []),
        ({"agreed_on": None}, ["Heeft Provincie Nergensland het beheer van 'houtwal' toegezegd?"]),
        ({"agreed_on": "2027"}, ["Heeft Provincie"]),
        ({"agreed_on": "2026"}, []),
        ({"agreed_on": None, "manager": None}, []),
        ({"agreed_on": None, "lasting": False}, []),
        ({"agreed_on": None, "lasting": None}, ["Heeft Provincie"]),
        (
            {"funding_until": "2026", "until": "2046"},
            ["Het beheer van 'houtwal' is betaald tot en met 2026; afgesproken is tot en met 2046."],
        ),
        ({"funding_until": "2046", "until": "2046-06"}, []),
        ({"funding_until": "2046", "until": "2046"}, []),
        ({"funding_until": "2046"}, []),
        ({"until": "2046"}, []),
        ({"agreed_on": None, "funding_until": "2026", "until": "2046"}, ["Heeft Provincie", "Het beheer"]),
    ],
)
def test_upkeep_is_agreed_and_paid_for(told, fields, starts):
    found = told("LEV432", "shared-goal", kept(**fields))
    assert len(found) == len(starts)
    assert all(f.message("nl").startswith(start) for f, start in zip(found, starts, strict=True))
    assert {f.field for f in found} <= {"end_result.maintenance[houtwal]"}


@pytest.mark.parametrize("form", ["transaction-deep", "shared-goal", "network-preferred"])
def test_an_end_that_is_half_arranged(told, outcome, form):
    drop = [("drop", f"canvas.end_result.exit_plan.{name}") for name in ("people", "handover")]
    (found,) = told("LEV433", form, *drop)
    assert found.message("nl") == (
        "In de afspraken over het einde ontbreekt nog: overdracht en mensen. Wat gebeurt er als jullie stoppen?"
    )
    (found,) = told("LEV433", form, *drop, left_empty("end_result.exit_plan.people"))
    assert [label.en for label in found.params["missing"]] == ["handover"]
    assert told("LEV433", form, ("drop", "canvas.end_result.exit_plan.triggers")) == []
    assert outcome("LEV433", form, ("drop", "canvas.end_result.exit_plan")) == "unknown"


# LEV434: past its end


def decided(kind, on=None):
    entry = {"text": "besluit", "kind": kind}
    return ("append", "canvas.decisions", {**entry, "on": on} if on else entry)


@pytest.mark.parametrize(
    ("end", "decisions", "speaks"),
    [
        ("2026-10-31", [], True),
        ("2026-11-23", [], True),
        ("2026-11-24", [], False),  # its last day
        ("2026", [], False),
        ("2030", [], False),
        ("2026-10-31", [decided("close", "2026-10-01")], False),
        ("2026-10-31", [decided("convert")], False),
        ("2026-10-31", [decided("extend", "2026-11-01")], False),
        ("2026-10-31", [decided("extend", "2026")], False),
        ("2026-10-31", [decided("extend")], False),
        ("2026-10-31", [decided("extend", "2024-01-01")], True),  # that is how it came by this end
        ("2026-10-31", [decided("step-back", "2026-11-01")], True),
    ],
)
@pytest.mark.parametrize("form", FORMS)
def test_past_its_end_without_a_decision(told, form, end, decisions, speaks):
    ended = ("set", "collaboration.period", {"start": "2023", "end": end})
    found = told("LEV434", form, ended, *decisions)
    assert bool(found) is speaks
    assert {f.field for f in found} <= {"period.end"}
    assert all(f.pointer.endswith("/period/end") for f in found)


def test_an_open_end_never_passes(told, outcome):
    assert told("LEV434", "shared-goal", ("set", "collaboration.period", {"open_end": True})) == []
    assert outcome("LEV434", "shared-goal", ("drop", "collaboration.period")) == "unknown"
