"""The gearbox: in which gear a collaboration is, what is answered and what is open."""

import datetime
from importlib import import_module

import attrs

from samenwerking.model import Decision, Portfolio, private_for
from samenwerking.report import Finding
from samenwerking.rules.catalog import RuleSet, catalog
from samenwerking.rules.definition import RuleContext
from samenwerking.rules.engine import Judgement, is_described, judge_collaboration
from samenwerking.rules.gears import GO
from samenwerking.rules.requirements import REMAINDER
from samenwerking.rules.staleness import Stale, stale
from samenwerking.vocabulary import (
    CanvasTopic,
    DecisionKind,
    FindingKind,
    Gear,
    Outcome,
    Reading,
    Severity,
    reading as shipped_reading,
)


@attrs.frozen(kw_only=True)
class GearState:
    """How a collaboration stands in one gear.

    Args:
        gear: The gear.
        answered: How many of its questions are answered.
        open: The questions that are still open.
        blocked: The findings that keep it from shifting up.
        findings: All findings, those that block included.
        later: How many questions come later.
    """

    gear: Gear
    answered: int
    open: tuple[Finding, ...]
    blocked: tuple[Finding, ...]
    findings: tuple[Finding, ...]
    later: int


@attrs.frozen(kw_only=True)
class StepBackState:
    """How a collaboration stands at the step back (BATNA).

    Args:
        open: What was not considered yet.
        decisions: The steps back that were taken.
    """

    open: tuple[Finding, ...]
    decisions: tuple[Decision, ...]


@attrs.frozen(kw_only=True)
class Diagnosis:
    """The gearbox of one collaboration on one day.

    Args:
        collaboration: Its id.
        name: What it is called.
        gear: The gear it is in.
        as_of: The day.
        states: How it stands in each of the four gears, in order.
        step_back: How it stands at the step back.
        history: Its decisions, oldest first; those without a date last.
        waiting: The open questions that must be answered before it can shift up.
        described: Whether it is only described from sources.
        decided: Whether a dated decision to shift up was taken by that day.
        stale: What was settled and no longer holds, because goals, parties or the form changed since.
    """

    collaboration: str
    name: str
    gear: Gear
    as_of: datetime.date
    states: tuple[GearState, ...]
    step_back: StepBackState
    history: tuple[Decision, ...]
    waiting: tuple[Finding, ...]
    described: bool
    decided: bool
    stale: tuple[Stale, ...] = ()

    def _repr_html_(self) -> str:
        """Return how a notebook shows it; loaded only when a notebook asks."""
        return str(import_module("samenwerking.display.notebook").represent(self))

    @property
    def questions(self) -> tuple[Finding, ...]:
        """All open questions, gear by gear."""
        return tuple(question for state in self.states for question in state.open)

    @property
    def back_to(self) -> Gear:
        """The gear in which what no longer holds is settled again; the present one if all holds."""
        return min((self.gear, *(each.gear for each in self.stale)), key=lambda gear: gear.order)

    @property
    def may_shift_up(self) -> bool:
        """Whether nothing blocks up to this gear and a dated decision to shift up was taken."""
        so_far = self.states[: self.gear.order]
        return self.decided and not self.waiting and not any(state.blocked for state in so_far)


def _state(gear: Gear, judgement: Judgement) -> GearState:
    mine = [finding for finding in judgement.findings if finding.gear is gear]
    outcomes = [result.outcome for result in judgement.rows if result.row.ask_from is gear]
    findings = tuple(finding for finding in mine if finding.kind is FindingKind.FINDING)
    return GearState(
        gear=gear,
        answered=outcomes.count(Outcome.PASSED),
        open=tuple(finding for finding in mine if finding.kind is FindingKind.QUESTION),
        blocked=tuple(finding for finding in findings if finding.severity is Severity.ERROR),
        findings=findings,
        later=outcomes.count(Outcome.LATER),
    )


def _step_back_codes(table: Reading) -> set[str]:
    return {row.code for row in table.rows(CanvasTopic.STEP_BACK)} - {REMAINDER}


def diagnose(
    portfolio: Portfolio,
    id: str,
    *,
    as_of: datetime.date | None = None,
    viewer: str | None = None,
    rules: RuleSet | None = None,
    reading: Reading | None = None,
) -> Diagnosis:
    """Return how a collaboration stands: the four questions and the step back between them.

    Questions are asked here also of a collaboration that is only described from sources.

    Args:
        portfolio: The portfolio.
        id: Id of the collaboration.
        as_of: The day; today if left out.
        viewer: Id of the party that looks: of what is private its own is judged along; left out, nothing is.
        rules: The rules written as checks; those of the library if left out.
        reading: The reading; the shipped one if left out.

    Returns:
        The diagnosis.

    Raises:
        KeyError: If there is no such record.
        TypeError: If the record is no collaboration.

    Example:
        >>> from samenwerking.io import example
        >>> diagnosis = diagnose(example("draft"), example("draft").collaborations[0].id)
        >>> diagnosis.gear.value, len(diagnosis.states[0].open) > 3, diagnosis.may_shift_up
        ('kan', True, False)
    """
    day = as_of or datetime.date.today()
    table = reading or shipped_reading()
    collaboration = portfolio.collaboration(id)
    held = catalog() if rules is None else rules
    seen = private_for(portfolio, viewer)
    context = RuleContext(portfolio=seen, collaboration=seen.collaboration(id), reading=table, as_of=day)
    judgement = judge_collaboration(context, held)
    gear = collaboration.current_gear
    decisions = collaboration.canvas.decisions
    dated = sorted((d for d in decisions if d.on), key=lambda d: d.on.first if d.on else day)
    taken = [d for d in dated if d.on and d.on.first <= day]
    shifts = [d for d in taken if d.kind is DecisionKind.SHIFT_UP and d.outcome in GO]
    codes = _step_back_codes(table)
    questions = [f for f in judgement.findings if f.kind is FindingKind.QUESTION]
    return Diagnosis(
        collaboration=collaboration.id,
        name=collaboration.name,
        gear=gear,
        as_of=day,
        states=tuple(_state(each, judgement) for each in Gear),
        step_back=StepBackState(
            open=tuple(question for question in questions if question.code in codes),
            decisions=tuple(d for d in decisions if d.kind is DecisionKind.STEP_BACK),
        ),
        history=(*dated, *(d for d in decisions if not d.on)),
        waiting=judgement.waiting,
        described=is_described(collaboration, day),
        stale=stale(portfolio, collaboration, day),
        decided=any(d.gear is None or d.gear.order > gear.order for d in shifts),
    )
