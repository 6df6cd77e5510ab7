"""Does the collaboration work? Resources, time, mandate, behaviour and quality."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal

from samenwerking.model import Phase
from samenwerking.report import Param
from samenwerking.rules.definition import Problem, RuleContext, rule
from samenwerking.vocabulary import FundingStatus, spoken_date


def _covered(phase: Phase) -> Decimal | None:
    """Return the share of a phase's budget that is sure, 0 to 1; ``None`` if that cannot be told."""
    sure = [f for f in phase.funding if f.status is not FundingStatus.IN_TALKS]
    shares = [f.share for f in sure if f.share is not None]
    amounts = [f.amount for f in sure if f.share is None and f.amount is not None]
    if amounts and not phase.budget:
        return None
    by_amount = sum(amounts, Decimal(0)) / phase.budget if phase.budget else Decimal(0)
    return sum(shares, Decimal(0)) + by_amount if shares or amounts or phase.funding else None


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


@rule("WER311", needs=("parties[].representatives[].mandate",))
def mandate_expired(context: RuleContext) -> Iterator[Problem]:
    """A decision that the home organization does not stand for is no decision."""
    for party in context.parties:
        for representative in party.representatives:
            until = representative.mandate.valid_until if representative.mandate else None
            if until is not None and until.before(context.as_of):
                params: dict[str, Param] = {
                    "person": context.name(representative.person),
                    "party": context.name(party.party),
                    "date": spoken_date(until.iso),
                }
                yield Problem(f"parties[{party.party}].representatives", "expired", params)


RULES = (resources_gap, mandate_expired)
