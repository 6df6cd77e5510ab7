"""Does the collaboration deliver? State of realization, evaluation, end result and upkeep."""

import datetime
from collections.abc import Iterator

from samenwerking.model import Goal
from samenwerking.report import Param
from samenwerking.rules.definition import Problem, RuleContext, rule
from samenwerking.rules.kan import deliverables
from samenwerking.vocabulary import CodeList, codes, spoken_date

DAYS_PER_MONTH = 30.44


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
        if last.state.value in ("done", "stopped"):
            continue
        limit = context.as_of - datetime.timedelta(days=_months(goal, context) * DAYS_PER_MONTH)
        if last.on.last < limit:
            params: dict[str, Param] = {"goal": goal.name, "date": spoken_date(last.on.iso)}
            yield Problem(f"goals[{goal.id}].statuses", "old", params)


@rule("LEV411", needs=("realization.evaluations",))
def evaluation_overdue(context: RuleContext) -> Iterator[Problem]:
    """Doing, learning, doing better: an evaluation that was planned should be held."""
    for evaluation in context.collaboration.canvas.realization.evaluations:
        planned = evaluation.planned
        if evaluation.held is None and planned is not None and planned.before(context.as_of):
            yield Problem("realization.evaluations", "overdue", {"date": spoken_date(planned.iso)})


RULES = (status_old, evaluation_overdue)
