"""The gearbox: in which gear a collaboration is, what is answered, what is open and what to ask next."""

import datetime
from collections.abc import Iterator
from importlib import import_module

import attrs

from samenwerking.model import Decision, Portfolio
from samenwerking.report import Finding
from samenwerking.rules.catalog import RuleSet, catalog
from samenwerking.rules.engine import Judgement, is_described, judge_collaboration
from samenwerking.rules.requirements import REMAINDER
from samenwerking.rules.texts import reasons
from samenwerking.vocabulary import (
    Bilingual,
    CanvasTopic,
    DecisionKind,
    DecisionOutcome,
    FindingKind,
    Gear,
    Language,
    Outcome,
    Reading,
    Respondent,
    Severity,
    reading as shipped_reading,
)

GO = (DecisionOutcome.GO, DecisionOutcome.GO_IF)


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

    def _repr_html_(self) -> str:
        """Return how a notebook shows it; loaded only when a notebook asks."""
        return str(import_module("samenwerking.display.notebook").represent(self))

    @property
    def questions(self) -> tuple[Finding, ...]:
        """All open questions, gear by gear."""
        return tuple(question for state in self.states for question in state.open)

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
    rules: RuleSet | None = None,
    reading: Reading | None = None,
) -> Diagnosis:
    """Return how a collaboration stands: the four questions and the step back between them.

    Questions are asked here also of a collaboration that is only described from sources.

    Args:
        portfolio: The portfolio.
        id: Id of the collaboration.
        as_of: The day; today if left out.
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
    judgement = judge_collaboration(portfolio, collaboration, table=table, rules=held, as_of=day)
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
        decided=any(d.gear is None or d.gear.order > gear.order for d in shifts),
    )


_NEEDED = Bilingual(
    "Zonder dit antwoord kunnen jullie niet verder schakelen dan '{gear}'.",
    "Without this answer you cannot shift on from '{gear}'.",
)
_EXPECTED = Bilingual(
    "Bij '{gear}' verwachten we hier een antwoord, ook als dat 'bewust niet' is.",
    "At '{gear}' we expect an answer here, even if that is 'not, on purpose'.",
)


@attrs.frozen(kw_only=True)
class AgendaItem:
    """A question for the next meeting.

    Args:
        finding: The question.
        asks: Who must answer.
        reason: Why it comes now.
    """

    finding: Finding
    asks: Respondent
    reason: Bilingual

    def question(self, language: Language = "nl") -> str:
        """Return the question.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            The question in that language.
        """
        return self.finding.message(language)

    def who(self, language: Language = "nl") -> str:
        """Return who must answer.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            Words for who must answer.
        """
        return self.asks.label(language)

    def why(self, language: Language = "nl") -> str:
        """Return why the question comes now.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            The reason in that language.
        """
        return self.reason.get(language)


def _item(diagnosis: Diagnosis, question: Finding) -> AgendaItem:
    needed = question in diagnosis.waiting
    gear = diagnosis.gear if needed else question.gear or Gear.KAN
    urgency = _NEEDED if needed else _EXPECTED
    filled = Bilingual(urgency.nl.format(gear=gear), urgency.en.format(gear=gear))
    why = reasons().get(question.code)
    if why is None:
        reason = filled
    else:
        reason = Bilingual(f"{why.nl} {filled.nl}", f"{why.en} {filled.en}") if needed else why
    return AgendaItem(finding=question, asks=question.asks or Respondent.ALL, reason=reason)


def _in_turns(questions: list[Finding]) -> Iterator[Finding]:
    """Yield questions, taking one of each subject in turn, so that no meeting is about one thing only."""
    lines: dict[str, list[Finding]] = {}
    for question in questions:
        lines.setdefault((question.field or "").split(".")[0].split("[")[0], []).append(question)
    while lines:
        for key in list(lines):
            yield lines[key].pop(0)
            if not lines[key]:
                del lines[key]


def agenda(diagnosis: Diagnosis, n: int = 5) -> tuple[AgendaItem, ...]:
    """Return the best questions for the next meeting, with who must answer and why now.

    First what blocks, in the lowest gear that is open; then what is expected. Questions on different
    subjects take turns, and what can only be told together comes last.

    Args:
        diagnosis: The diagnosis.
        n: How many, 1 or more.

    Returns:
        At most ``n`` questions.

    Raises:
        ValueError: If ``n`` is less than 1.

    Example:
        >>> from samenwerking.io import example
        >>> items = agenda(diagnose(example("draft"), example("draft").collaborations[0].id))
        >>> len(items), items[0].who("nl") != ""
        (5, True)
    """
    if n < 1:
        raise ValueError(f"an agenda needs at least one question, not {n}")
    order = list(Severity)
    chosen: list[Finding] = []
    for state in diagnosis.states:
        concrete = [question for question in state.open if question.code != REMAINDER]
        together = [question for question in state.open if question.code == REMAINDER]
        concrete.sort(key=lambda question: order.index(question.severity))
        heavy = [question for question in concrete if question in diagnosis.waiting]
        rest = [question for question in concrete if question not in diagnosis.waiting]
        chosen += [*_in_turns(heavy), *_in_turns(rest), *together]
    return tuple(_item(diagnosis, question) for question in chosen[:n])
