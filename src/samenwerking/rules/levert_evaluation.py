"""Does the collaboration deliver? Looking back: held, with everyone, on everything, with a follow-up."""

from collections.abc import Iterator
from operator import itemgetter

from samenwerking.model import Date, Evaluation
from samenwerking.rules.definition import Problem, RuleContext, rule
from samenwerking.rules.kinds import months_from, one_by_one
from samenwerking.rules.looking import latest
from samenwerking.vocabulary import EvaluationKind, spoken_date

_AT = "realization.evaluations"


def _held(context: RuleContext) -> tuple[tuple[Date, Evaluation], ...]:
    """Return the evaluations that were held, each with the day."""
    evaluations = context.collaboration.canvas.realization.evaluations
    return tuple((e.held, e) for e in evaluations if e.held and e.held.first <= context.as_of)


@rule("LEV411", needs=(_AT,))
def evaluation_overdue(context: RuleContext) -> Iterator[Problem]:
    """Doing, learning, doing better: an evaluation that was planned should be held."""
    for evaluation in context.collaboration.canvas.realization.evaluations:
        planned = evaluation.planned
        if evaluation.held is None and planned is not None and planned.before(context.as_of):
            yield Problem(_AT, "overdue", {"date": spoken_date(planned.iso)})


@rule("LEV412", needs=("parties", f"{_AT}[].held", f"{_AT}[].input_from"), share=0.3)
def evaluation_one_sided(context: RuleContext) -> Iterator[Problem]:
    """Looking back is a joint matter; one side's view is an audit. In a network a fair share will do."""
    form = context.form
    network = form is not None and context.reading.expects("network_governance", form)
    for day, evaluation in latest(_held(context), itemgetter(0)):
        heard = set(evaluation.input_from)
        present = (p for p in context.parties if not (p.period.start and day.before(p.period.start)))
        ids = one_by_one(party.party for party in present)
        absent = tuple(party for party in ids if party not in heard)
        if not heard or not absent:
            continue
        date, number = spoken_date(day.iso), len(ids) - len(absent)
        if not network:
            yield Problem(_AT, "parties", {"date": date, "parties": context.names(absent)})
        elif number < context.options["share"] * len(ids):
            yield Problem(_AT, "share", {"date": date, "n": number, "total": len(ids)})


@rule("LEV413", needs=(f"{_AT}[].held",), months=3)
def evaluation_without_follow_up(context: RuleContext) -> Iterator[Problem]:
    """Doing, learning, doing better: what came out leads to something, done by someone, by some day."""
    limit = months_from(context.as_of, -context.options["months"])
    left = any(entry.path.startswith(_AT) for entry in context.collaboration.canvas.left_empty)
    settled = [(day, evaluation) for day, evaluation in _held(context) if day.last < limit]
    for day, evaluation in latest(settled, itemgetter(0)):
        if not evaluation.actions and not left:
            yield Problem(_AT, "none", {"date": spoken_date(day.iso)})
    actions = [each for _, evaluation in settled for each in evaluation.actions if each.done_on is None]
    for name in ("owner", "due"):
        lacking = tuple(sorted(each.text.rstrip(".") for each in actions if getattr(each, name) is None))
        if lacking:
            yield Problem(_AT, name, {"actions": lacking})


@rule("LEV414", needs=(f"{_AT}[].held", f"{_AT}[].kind"))
def only_content_evaluated(context: RuleContext) -> Iterator[Problem]:
    """The question is whether the collaboration delivers: then look at it, not only at what it made."""
    evaluations = context.collaboration.canvas.realization.evaluations
    if _held(context) and all(each.kind is EvaluationKind.CONTENT for each in evaluations):
        yield Problem(_AT)


@rule("LEV415", needs=("realization.lessons",))
def lesson_not_shared(context: RuleContext) -> Iterator[Problem]:
    """What one collaboration learns belongs in the guide and the toolbox, for the next one."""
    lessons = context.collaboration.canvas.realization.lessons
    kept = tuple(sorted(lesson.text.rstrip(".") for lesson in lessons if not lesson.shared_with))
    if kept:
        yield Problem("realization.lessons", "", {"lessons": kept})


RULES = (
    evaluation_overdue,
    evaluation_one_sided,
    evaluation_without_follow_up,
    only_content_evaluated,
    lesson_not_shared,
)
