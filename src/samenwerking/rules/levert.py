"""Does the collaboration deliver? How it stands, and whether what was made is accepted, kept up and ended."""

import datetime
from collections.abc import Iterator
from decimal import Decimal

from samenwerking.model import Date, Goal, Indicator, Measurement
from samenwerking.report import Param
from samenwerking.rules.definition import Problem, RuleContext, rule
from samenwerking.rules.kan import deliverables
from samenwerking.rules.kinds import is_one, labels_of, months_from, one_by_one
from samenwerking.rules.looking import asked, item, latest, on_purpose
from samenwerking.vocabulary import (
    Bilingual,
    CodeList,
    DecisionKind,
    Direction,
    GoalState,
    codes,
    spoken_date,
)

_OVER = (GoalState.DONE, GoalState.STOPPED)
# What a plan for the end is asked for: the question names these three.
_AT_THE_END = ("handover", "data", "people")


def _months(goal: Goal, context: RuleContext) -> float:
    """Return how old a status may be: as old as the goal's slowest indicator is measured, or the default."""
    known = codes(CodeList.FREQUENCY, context.portfolio.codes)
    rhythms = [i.monitoring.frequency for i in goal.indicators if i.monitoring and i.monitoring.frequency]
    months = [m for rhythm in rhythms if rhythm in known and (m := known[rhythm].months)]
    return max(float(context.options["months"]), *map(float, months), 0.0)


@rule("LEV401", needs=("goals[].statuses",), months=6)
def status_old(context: RuleContext) -> Iterator[Problem]:
    """Whoever asks whether it delivers needs to know how it stands now."""
    for goal in deliverables(context):
        if not goal.statuses:
            continue
        last = max(goal.statuses, key=lambda status: status.on.last)
        if last.state in _OVER:
            continue
        if last.on.last < months_from(context.as_of, -_months(goal, context)):
            params: dict[str, Param] = {"goal": goal.name, "date": spoken_date(last.on.iso)}
            yield Problem(f"goals[{goal.id}].statuses", "old", params)


def met(indicator: Indicator, value: Decimal) -> bool | None:
    """Say whether a value is what was agreed, in the direction that was agreed.

    Args:
        indicator: The indicator.
        value: What was measured, in its unit.

    Returns:
        Whether it is; ``None`` without a target.

    Example:
        >>> met(Indicator(name="ammoniak", direction="at-most", target=20), Decimal(25))
        False
    """
    target, upper = indicator.target, indicator.target_upper
    if target is None:
        return None
    if indicator.direction is Direction.AT_MOST:
        return value <= target
    return value >= target and (upper is None or value <= upper)


def _amount(indicator: Indicator, *values: Decimal) -> Bilingual:
    """Return an amount or two as people write them, with the unit."""
    english = " ".join(filter(None, (" – ".join(f"{value:f}" for value in values), indicator.unit)))
    numbers = " – ".join(f"{value:f}".replace(".", ",") for value in values)
    return Bilingual(" ".join(filter(None, (numbers, indicator.unit))), english)


def _agreed(indicator: Indicator) -> Bilingual:
    """Return in words what was agreed to reach."""
    bounds = [bound for bound in (indicator.target, indicator.target_upper) if bound is not None]
    amount, direction = _amount(indicator, *bounds), indicator.direction.labels
    return Bilingual(f"{direction.nl} {amount.nl}", f"{direction.en} {amount.en}")


def _state(goal: Goal) -> GoalState | None:
    """Return the last known state; ``None`` if there is none or it cannot be told which came last."""
    states = {status.state for status in latest(goal.statuses, lambda status: status.on)}
    return states.pop() if len(states) == 1 else None


def _last(indicator: Indicator) -> tuple[Measurement, ...]:
    return latest(indicator.measurements, lambda measurement: measurement.on)


def _short(goal: Goal) -> Iterator[tuple[Indicator, Decimal]]:
    """Yield the indicators whose last measurement certainly falls short, with what was measured."""
    for indicator in goal.indicators:
        last = _last(indicator)
        if last and all(met(indicator, each.value) is False for each in last):
            yield indicator, max(last, key=lambda each: (each.on.iso, each.value)).value


def _overdue(goal: Goal, as_of: datetime.date) -> Date | None:
    """Return a day agreed for the goal that has passed while it was not measured that it was reached."""
    reached = [
        bool(last := _last(indicator)) and all(met(indicator, each.value) for each in last)
        for indicator in goal.indicators
    ]
    due = [indicator.deadline or goal.deadline for indicator in goal.indicators] or [goal.deadline]
    open_ = [day for day, done in zip(due, reached or [False], strict=True) if day and not done]
    return next((day for day in sorted(open_, key=lambda day: day.last) if day.before(as_of)), None)


@rule("LEV402", needs=("goals[].statuses",))
def status_contradicts_measurement(context: RuleContext) -> Iterator[Problem]:
    """Delivery is judged on what was agreed to measure, by the day that was agreed for it."""
    for goal in deliverables(context):
        state, at = _state(goal), f"goals[{goal.id}].statuses"
        params: dict[str, Param] = {"goal": goal.name, "state": state.labels if state else ""}
        if state is GoalState.DONE:
            for indicator, value in _short(goal):
                params |= {"indicator": indicator.name, "value": _amount(indicator, value)}
                yield Problem(at, "done", {**params, "target": _agreed(indicator)})
        elif state is GoalState.ON_TRACK and (day := _overdue(goal, context.as_of)):
            yield Problem(at, "deadline", {**params, "date": spoken_date(day.iso)})


def _finished(context: RuleContext) -> bool:
    """Say whether the collaboration is certainly done: its end has passed, or all is delivered."""
    states = [_state(goal) for goal in deliverables(context)]
    done = bool(states) and all(state is GoalState.DONE for state in states)
    return done or context.collaboration.period.ended(context.as_of) is True


@rule("LEV422", needs=("parties",))
def result_not_accepted(context: RuleContext) -> Iterator[Problem]:
    """Without acceptance a collaboration neither ends nor delivers; in a transaction it is the client's."""
    if not _finished(context):
        return
    form = context.form
    clients = [p for p in context.parties if is_one(context, CodeList.ROLE, p.role, "client_roles")]
    client_only = form is not None and context.reading.expects("single_client", form) and bool(clients)
    asked_of = clients if client_only else context.parties
    day = context.as_of
    accepted = {p.party for p in context.parties if p.accepted_on and p.accepted_on.first <= day}
    missing = one_by_one(party.party for party in asked_of if party.party not in accepted)
    if missing:
        yield Problem("parties[].accepted_on", "", {"parties": context.names(missing)})


@rule("LEV431", needs=("end_result.maintenance",))
def nobody_keeps_it_up(context: RuleContext) -> Iterator[Problem]:
    """What lasts needs someone to look after it, in a network too."""
    if asked(context, "end_result.maintenance[].manager"):
        return
    for kept in context.collaboration.canvas.end_result.maintenance:
        if kept.lasting and not kept.manager:
            yield Problem(item("end_result.maintenance", kept.result), "", {"result": kept.result})


@rule("LEV432", needs=("end_result.maintenance",))
def upkeep_not_secured(context: RuleContext) -> Iterator[Problem]:
    """Upkeep left to someone who did not agree to it, or paid for a while only, is a result lost."""
    for kept in context.collaboration.canvas.end_result.maintenance:
        if kept.lasting is False:
            continue
        at = item("end_result.maintenance", kept.result)
        agreed = kept.agreed_on and kept.agreed_on.first <= context.as_of
        if kept.manager and not agreed:
            params: dict[str, Param] = {"result": kept.result, "manager": context.name(kept.manager)}
            yield Problem(at, "manager", params)
        paid, until = kept.funding_until, kept.until
        if paid and until and paid.before(until):
            days = {"date": spoken_date(paid.iso), "term": spoken_date(until.iso)}
            yield Problem(at, "funding", {"result": kept.result, **days})


@rule("LEV433", needs=("end_result.exit_plan",))
def end_half_arranged(context: RuleContext) -> Iterator[Problem]:
    """Begin with the end in mind: who gets the result, where the data go, and what the people will do."""
    plan, at = context.collaboration.canvas.end_result.exit_plan, "end_result.exit_plan"
    empty = [name for name in _AT_THE_END if not getattr(plan, name)]
    absent = [name for name in empty if not on_purpose(context, f"{at}.{name}")]
    if absent:
        yield Problem(at, "", {"missing": tuple(map(labels_of, absent))})


@rule("LEV434", needs=("period",))
def past_its_end(context: RuleContext) -> Iterator[Problem]:
    """Running on without a decision is neither binding nor non-committal."""
    period = context.collaboration.period
    if period.end is None or period.ended(context.as_of) is not True:
        return
    decided = [
        decision.kind
        for decision in context.collaboration.canvas.decisions
        # to go on was decided anew only if that was not before the end that stands there
        if decision.kind is not DecisionKind.EXTEND or not (decision.on and decision.on.before(period.end))
    ]
    if not {DecisionKind.EXTEND, DecisionKind.CONVERT, DecisionKind.CLOSE} & set(decided):
        yield Problem("period.end", "", {"date": spoken_date(period.end.iso)})


RULES = (
    status_old,
    status_contradicts_measurement,
    result_not_accepted,
    nobody_keeps_it_up,
    upkeep_not_secured,
    end_half_arranged,
    past_its_end,
)
