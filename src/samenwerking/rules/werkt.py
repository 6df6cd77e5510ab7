"""Does the collaboration work? Means, rhythm and quality."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TypeAlias

from samenwerking.model import Collaboration, Contribution, Period, Phase, is_empty
from samenwerking.report import Param
from samenwerking.rules.definition import Problem, RuleContext, rule
from samenwerking.rules.kan import deliverables
from samenwerking.rules.kinds import called, is_one, labels_of, months_from, named, one_by_one, plain
from samenwerking.rules.looking import asked, item, on_purpose
from samenwerking.vocabulary import (
    Bilingual,
    CodeList,
    FundingStatus,
    GoalKind,
    ObligationKind,
    codes,
    spoken_date,
)

_ZERO = Decimal(0)
_WHO = Bilingual("wie er meet", "who measures")


def _covered(phase: Phase) -> Decimal | None:
    """Return the share of a phase's budget that may be sure, 0 to 1; ``None`` if that cannot be told.

    Whether money of unknown status is sure is asked by a row of the reading; here it counts, so that a gap
    that is told is certain.
    """
    sure = [f for f in phase.funding if f.status is not FundingStatus.IN_TALKS]
    shares = [f.share for f in sure if f.share is not None]
    amounts = [f.amount for f in sure if f.share is None and f.amount is not None]
    if (amounts and not phase.budget) or any(f.share is None and f.amount is None for f in sure):
        return None
    by_amount = sum(amounts, _ZERO) / phase.budget if phase.budget else _ZERO
    return sum(shares, _ZERO) + by_amount if phase.funding else None


@rule("WER301", needs=("resources.phases[].funding",))
def resources_gap(context: RuleContext) -> Iterator[Problem]:
    """Means come first in this gear; what is still in talks covers nothing, and a later phase can wait."""
    for phase in context.collaboration.canvas.resources.phases:
        covered = _covered(phase)
        running = phase.period.started(context.as_of) is not False and not phase.period.ended(context.as_of)
        if covered is None or covered >= 1 or not running:
            continue
        percent = int(((1 - covered) * 100).to_integral_value(ROUND_CEILING))
        yield Problem(
            "resources.phases", "phase" if phase.name else "", {"pct": percent, "phase": phase.name}
        )


@rule("WER302", needs=("parties[].contributions[].schedule",))
def contribution_behind(context: RuleContext) -> Iterator[Problem]:
    """This gear tests whether what was promised really comes; without agreed dates nothing is behind."""
    for party in context.parties:
        for contribution in party.contributions:
            due = [each for each in contribution.schedule if each.on.before(context.as_of)]
            came = [each.amount for each in contribution.deliveries if each.on.first <= context.as_of]
            wanted, brought = sum((each.amount for each in due), _ZERO), sum(came, _ZERO)
            if brought >= wanted:
                continue
            said: dict[str, Param] = {
                "contribution": named(context, contribution),
                "party": context.name(party.party),
            }
            path = f"parties[{party.party}].contributions"
            if came:
                percent = int((100 * brought / wanted).to_integral_value(ROUND_FLOOR))
                yield Problem(path, "behind", {**said, "delivered": max(percent, 0)})
            else:
                first = min(due, key=lambda each: each.on.first)
                yield Problem(path, "nothing", {**said, "date": spoken_date(first.on.iso)})


_Pledge: TypeAlias = tuple[str, str, Decimal, str, Period]


def _pledge(context: RuleContext, party: str, contribution: Contribution) -> _Pledge | None:
    """Return by what the same money is known again; ``None`` where too little is said."""
    money = is_one(context, CodeList.CONTRIBUTION_KIND, contribution.kind, "money")
    amount, period, fund = contribution.amount, contribution.period, plain(contribution.fund)
    if not money or not amount or not fund or not contribution.unit or period.start is None:
        return None
    return party, fund, amount, plain(contribution.unit), period


def _pledged(context: RuleContext) -> dict[_Pledge, tuple[str, ...]]:
    """Return per amount of money the collaborations that it was pledged to and that have not ended."""
    found: dict[_Pledge, dict[str, None]] = {}
    for each in sorted(context.portfolio.collaborations, key=lambda each: each.id):
        if each.period.ended(context.as_of) is True:
            continue
        for party in each.canvas.parties:
            if party.period.ended(context.as_of) is True:
                continue
            for contribution in party.contributions:
                if pledge := _pledge(context, party.party, contribution):
                    found.setdefault(pledge, {})[each.id] = None
    return {pledge: tuple(ids) for pledge, ids in found.items() if len(ids) > 1}


def _above(context: RuleContext, id_: str) -> set[str]:
    """Return what a collaboration is part of, however far up."""
    found: set[str] = set()
    while (record := context.portfolio.get(id_)) and isinstance(record, Collaboration) and record.parent:
        id_ = record.parent
        if id_ in found:
            break
        found.add(id_)
    return found


@rule("WER305", needs=("parties[].contributions[].fund",))
def money_pledged_twice(context: RuleContext) -> Iterator[Problem]:
    """The same money covers a budget once; within one larger whole it may be named at each level."""
    own, pledged = context.collaboration.id, context.once(_pledged)
    for party in context.parties:
        for contribution in party.contributions:
            pledge = _pledge(context, party.party, contribution)
            everywhere = pledged.get(pledge, ()) if pledge else ()
            if own not in everywhere:
                continue
            within = _above(context, own)
            elsewhere = [id_ for id_ in everywhere if id_ not in within and own not in _above(context, id_)]
            if others := [id_ for id_ in elsewhere if id_ != own]:
                params: dict[str, Param] = {
                    "contribution": named(context, contribution),
                    "party": context.name(party.party),
                    "collaborations": context.names(others),
                }
                yield Problem(f"parties[{party.party}].contributions", "", params)


@rule("WER321", needs=("resources.communication.rhythm",))
def behaviour_not_agreed(context: RuleContext) -> Iterator[Problem]:
    """Whoever agrees how often to meet can as well agree how to treat one another."""
    at = "resources.behaviour"
    if not context.filled(at) and not asked(context, at) and not on_purpose(context, at):
        yield Problem(at, "rhythm")


@rule("WER322", needs=("resources.communication.rhythm", "resources.communication.last_meeting"), factor=1.5)
def rhythm_faltering(context: RuleContext) -> Iterator[Problem]:
    """Trust rests on meeting often and in person; a rhythm that is not kept is none."""
    communication = context.collaboration.canvas.resources.communication
    if communication is None or communication.rhythm is None or communication.last_meeting is None:
        return
    known, last = codes(CodeList.FREQUENCY, context.portfolio.codes), communication.last_meeting
    months = known[communication.rhythm].months if communication.rhythm in known else None
    if months and last.before(months_from(context.as_of, -months * context.options["factor"])):
        params = {"rhythm": called(known, communication.rhythm), "date": spoken_date(last.iso)}
        yield Problem("resources.communication.last_meeting", "late", params)


@rule("WER331", needs=("quality.method",))
def quality_not_described(context: RuleContext) -> Iterator[Problem]:
    """Checking asks for something to check against."""
    if asked(context, "goals[].quality_criteria") or context.filled("end_result.acceptance_criteria"):
        return
    for goal in deliverables(context):
        at = f"goals[{goal.id}].quality_criteria"
        if goal.kind is GoalKind.DELIVERABLE and not goal.quality_criteria and not on_purpose(context, at):
            yield Problem(at, "method", {"goal": goal.name})


@rule("WER333", needs=("goals[].indicators[].monitoring",))
def monitoring_incomplete(context: RuleContext) -> Iterator[Problem]:
    """Doing, learning, doing better: that asks for measuring, in some way, by someone, every so often."""
    for goal in deliverables(context):
        for indicator in goal.indicators:
            monitoring = indicator.monitoring
            if monitoring is None or is_empty(monitoring):
                continue
            names = [n for n in ("method", "frequency", "source", "by") if is_empty(getattr(monitoring, n))]
            if names:
                missing = tuple(_WHO if name == "by" else labels_of(name) for name in names)
                params: dict[str, Param] = {"indicator": indicator.name, "missing": missing}
                yield Problem(item(f"goals[{goal.id}].indicators", indicator.name), "missing", params)


@rule("WER332", needs=("quality.checker",))
def quality_check_not_independent(context: RuleContext) -> Iterator[Problem]:
    """Whoever checks what is delivered should not be whoever makes it."""
    canvas = context.collaboration.canvas
    checker = canvas.quality.checker
    made = {
        goal
        for obligation in canvas.setup.obligations
        if obligation.debtor == checker and obligation.kind is ObligationKind.PERFORMANCE
        for goal in obligation.serves
    } | {
        goal
        for party in context.parties
        if party.party == checker
        for contribution in party.contributions
        if is_one(context, CodeList.CONTRIBUTION_KIND, contribution.kind, "making")
        for goal in contribution.serves
    }
    checked = one_by_one(goal.id for goal in deliverables(context) if goal.id in made)
    if checker and checked:
        params: dict[str, Param] = {"party": context.name(checker), "deliverables": context.names(checked)}
        yield Problem("quality.checker", "maker", params)


RULES = (
    resources_gap,
    contribution_behind,
    money_pledged_twice,
    behaviour_not_agreed,
    rhythm_faltering,
    quality_not_described,
    quality_check_not_independent,
    monitoring_incomplete,
)
