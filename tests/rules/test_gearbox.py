"""The gearbox: what each gear says, when a collaboration may shift up, and what was decided on the way."""

import datetime

import attrs
import pytest
from hypothesis import given, settings

from samenwerking.io import example
from samenwerking.model import (
    Canvas,
    Collaboration,
    Decision,
    EndResult,
    Obligation,
    Organization,
    Participation,
    Period,
    Portfolio,
    Setup,
    Source,
)
from samenwerking.rules import Diagnosis, RuleSet, agenda, catalog, diagnose, is_described, validate
from samenwerking.testing import portfolios
from samenwerking.vocabulary import FindingKind, Gear, Outcome, Severity, StepBackOutcome, reading

DAY = datetime.date(2026, 11, 24)
SHARED = example("shared-goal").rename("gebiedsproces-bedachte-polder", "x")
# Agreed to as it is, whatever is changed in it below.
SHARED = SHARED.evolve(
    "x", canvas__agreements=[attrs.evolve(each, digest="") for each in SHARED["x"].canvas.agreements]
)
ALWAYS = Period()


def go(gear=None, on="2026-01", outcome="go", kind="shift-up"):
    return Decision(text="door", kind=kind, gear=gear, outcome=outcome, on=on)


def one(gear=None, sources=(), period=ALWAYS, **canvas):
    collaboration = Collaboration(
        id="x", name="Polder X", gear=gear, sources=sources, period=period, canvas=Canvas(**canvas)
    )
    return Portfolio(organizations=[Organization(id="a", name="A")], collaborations=[collaboration])


def diagnosed(portfolio, id_="x", **more):
    return diagnose(portfolio, id_, as_of=DAY, **more)


def shared(gear, *decisions, **changes):
    """Return the complete invented example, in another gear."""
    return SHARED.evolve("x", gear=gear, canvas__decisions=decisions, **changes)


# The four states


def test_the_draft_stands_in_the_first_gear():
    draft = example("draft")
    found = diagnosed(draft, draft.collaborations[0].id)
    assert (found.collaboration, found.name) == ("voorbeeldpolder", "Voorbeeldpolder")
    assert (found.gear, found.as_of, found.described, found.decided) == (Gear.KAN, DAY, False, False)
    assert [state.gear for state in found.states] == list(Gear)
    kan, *others = found.states
    assert kan.open and not kan.blocked
    assert kan.answered >= 3
    # what comes later is counted and not yet asked
    assert kan.later == 0
    assert [state.open for state in others] == [(), (), ()]
    assert found.states[1].later > 0


@pytest.mark.parametrize("gear", Gear)
def test_what_was_due_blocks_and_what_is_due_is_open(gear):
    found = diagnosed(one(gear, form="shared-goal"))
    for state in found.states:
        if state.gear.order < gear.order:
            assert state.findings
            assert all(finding.severity is Severity.ERROR for finding in state.blocked)
        if state.gear.order > gear.order:
            assert (state.open, state.findings) == ((), ())
        assert set(state.blocked) <= set(state.findings)
        assert all(finding.kind is FindingKind.QUESTION for finding in state.open)
        assert all(finding.gear is state.gear for finding in (*state.open, *state.findings))


@pytest.mark.parametrize("gear", Gear)
def test_a_complete_collaboration_has_nothing_open(gear):
    found = diagnosed(shared(gear, *SHARED["x"].canvas.decisions))
    for state in found.states:
        assert (state.open, state.findings, state.blocked) == ((), (), ())
        # what already stands there is not a question for later
        assert state.later == 0
        assert state.answered > 0
    assert found.questions == ()


def test_what_is_answered_grows():
    asked = diagnosed(one("klopt", form="shared-goal"))
    more = diagnosed(one("klopt", form="shared-goal", motivation="samen", setup=Setup(data="van de boer")))
    assert more.states[1].answered == asked.states[1].answered + 2
    assert len(more.questions) == len(asked.questions) - 2


def test_questions_go_gear_by_gear():
    found = diagnosed(one("werkt", form="network-platform"))
    orders = [question.gear.order for question in found.questions]
    assert orders == sorted(orders)
    assert found.questions == tuple(q for state in found.states for q in state.open)


def test_findings_without_a_gear_belong_to_no_state():
    found = diagnosed(one("kan", purpose="Een gedeeld doel, een gemeenschappelijk doel."))
    assert not any(f.code == "TAA501" for state in found.states for f in state.findings)


@settings(max_examples=40, deadline=None)
@given(portfolios(broken_references=True))
def test_a_diagnosis_tells_what_the_report_tells(portfolio):
    report = validate(portfolio, as_of=DAY)
    for collaboration in portfolio.collaborations:
        if portfolio.get(collaboration.id) is not collaboration:
            continue
        found = diagnosed(portfolio, collaboration.id)
        assert found.described is is_described(collaboration, DAY)
        assert len(found.states) == len(Gear)
        assert set(found.waiting) <= set(found.questions)
        assert sum(state.answered for state in found.states) + len(found.questions) > 0
        if not found.described:
            mine = [f for f in report if f.subject == collaboration.id and f.gear]
            told = [f for state in found.states for f in (*state.open, *state.findings)]
            assert sorted(f.fingerprint for f in mine) == sorted(f.fingerprint for f in told)
        assert len(agenda(found, n=3)) == min(3, len(found.questions))


# Who is diagnosed


def test_a_described_collaboration_is_asked_when_it_is_diagnosed():
    portfolio = one(sources=[Source(title="krant")])
    assert validate(portfolio, as_of=DAY).questions == ()
    found = diagnosed(portfolio)
    assert found.described
    assert found.states[0].open


def test_an_ended_collaboration_can_be_looked_back_at():
    found = diagnosed(one(period=Period(end="2020")))
    assert found.described and found.states[0].open


def test_only_a_collaboration_has_a_gearbox():
    with pytest.raises(KeyError, match="did you mean 'x'"):
        diagnosed(one(), "xx")
    with pytest.raises(TypeError, match="no collaboration"):
        diagnosed(one(), "a")


def test_the_day_is_today_if_left_out():
    before = datetime.date.today()
    assert before <= diagnose(one(), "x").as_of <= datetime.date.today()


def test_other_rules_and_another_reading_can_be_given():
    portfolio = one("klopt", form="shared-goal", type="network")
    assert any(f.code == "KLO201" for f in diagnosed(portfolio).states[1].findings)
    assert not any(f.code == "KLO201" for f in diagnosed(portfolio, rules=RuleSet([])).states[1].findings)
    nothing = attrs.evolve(reading(), requirements=())
    assert diagnosed(portfolio, reading=nothing).questions == ()
    assert diagnosed(portfolio, rules=catalog(), reading=reading()) == diagnosed(portfolio)


# Shifting up


@pytest.mark.parametrize(
    ("decision", "decided"),
    [
        (go("klopt"), True),
        (go("werkt"), True),
        (go(None), True),
        (go("klopt", outcome="go-if"), True),
        (go("klopt", on="2026-11-24"), True),
        (go("klopt", on="2026-11"), True),
        (go("kan"), False),  # that was a step ago
        (go("klopt", on=None), False),
        (go("klopt", on="2026-11-25"), False),  # planned is not decided
        (go("klopt", outcome="no-go"), False),
        (go("klopt", outcome=None), False),
        (go("klopt", kind="other"), False),
        (go("klopt", kind="step-back"), False),
    ],
)
def test_shifting_up_takes_a_dated_decision_to_go(decision, decided):
    assert diagnosed(one("kan", decisions=[decision])).decided is decided
    found = diagnosed(shared("kan", decision))
    assert (found.decided, found.may_shift_up) == (decided, decided)


@pytest.mark.parametrize(("gear", "after"), [("kan", "klopt"), ("klopt", "werkt"), ("werkt", "levert")])
def test_a_complete_collaboration_may_shift_up_once_that_was_decided(gear, after):
    assert diagnosed(shared(gear, go(after))).may_shift_up
    assert not diagnosed(shared(gear)).may_shift_up
    assert not diagnosed(shared(gear, go(gear))).may_shift_up


def test_in_the_last_gear_there_is_nothing_to_shift_up_to():
    decisions = [go(gear) for gear in Gear]
    assert not diagnosed(shared("levert", *decisions)).may_shift_up


def test_a_needed_answer_that_is_missing_keeps_it_from_shifting_up():
    found = diagnosed(shared("klopt", go("werkt"), canvas__setup__decision_rule=None))
    (question,) = found.waiting
    assert (question.code, question.severity) == ("KLO233", Severity.ERROR)
    assert found.decided and not found.may_shift_up


def test_an_expected_answer_that_is_missing_does_not():
    found = diagnosed(shared("klopt", go("werkt"), canvas__setup__conflict_procedure=None))
    assert [question.code for question in found.questions] == ["KLO238"]
    assert found.waiting == () and found.may_shift_up


def test_what_is_asked_early_keeps_it_only_from_the_step_that_it_blocks():
    without = {"canvas__end_result": EndResult(), "canvas__goals": SHARED["x"].canvas.goals}
    early = diagnosed(shared("klopt", go("werkt"), **without))
    asked = {question.code for question in early.states[1].open}
    assert {"LEV421", "LEV431"} <= asked
    assert early.may_shift_up  # the end is asked at the design table, and needed later
    late = diagnosed(shared("werkt", go("levert"), **without))
    assert {question.code for question in late.waiting} == {"LEV421", "LEV431"}
    assert not late.may_shift_up


def test_a_contradiction_keeps_it_from_shifting_up():
    owed = [Obligation(text="x", kind="performance", debtor="provincie-nergensland")]
    found = diagnosed(shared("klopt", go("werkt"), canvas__setup__obligations=owed))
    assert "KLO211" in {finding.code for finding in found.states[1].blocked}
    assert found.waiting == () and found.decided and not found.may_shift_up


def test_a_contradiction_of_a_later_gear_does_not_count_yet():
    found = diagnosed(shared("kan", go("klopt"), canvas__setup__obligations=()))
    assert found.may_shift_up


def test_a_warning_does_not_keep_it():
    found = diagnosed(shared("werkt", go("levert"), canvas__setup__publicity=""))
    assert found.states[1].findings and not found.states[1].blocked
    assert found.may_shift_up


# Decisions and the step back


def test_history_goes_from_old_to_new_with_the_undated_last():
    decisions = [
        Decision(text="ooit"),
        Decision(text="derde", on="2026-02"),
        Decision(text="eerste", on="2024"),
        Decision(text="tweede", on="2025-12-31"),
        Decision(text="ook eerste", on="2024-01-01"),
    ]
    found = diagnosed(one(decisions=decisions))
    assert [d.text for d in found.history] == ["eerste", "ook eerste", "tweede", "derde", "ooit"]


def test_the_step_back_asks_for_the_alternative_and_the_decision():
    parties = [Participation(party="a")]
    open_ = diagnosed(one("kan", form="shared-goal", parties=parties)).step_back.open
    assert {question.code for question in open_} == {"KAN141", "KAN144"}
    assert all(question.kind is FindingKind.QUESTION for question in open_)
    # past the first gear it is a finding of that gear and no longer a question
    assert diagnosed(one("klopt", form="shared-goal", parties=parties)).step_back.open == ()


def test_steps_back_that_were_taken_are_shown():
    back = [
        Decision(text=each.value, kind="step-back", step_back=each, on="2026") for each in StepBackOutcome
    ]
    found = diagnosed(one(decisions=[go("klopt"), *back, Decision(text="iets")]))
    assert found.step_back.decisions == tuple(back)


def test_a_diagnosis_is_a_value():
    assert diagnosed(SHARED) == diagnosed(SHARED)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        diagnosed(SHARED).gear = Gear.KAN
    assert isinstance(diagnosed(one()), Diagnosis)


def test_the_states_count_every_row_of_the_reading():
    for gear in Gear:
        found = diagnosed(one(gear, form="shared-goal"))
        later = sum(state.later for state in found.states)
        counted = validate(one(gear, form="shared-goal"), rules=RuleSet([]), as_of=DAY).outcomes
        assert later == counted.get(Outcome.LATER, 0)
