"""Can the collaboration work? Who sits at the table, with what, and who does not."""

from collections.abc import Iterator

from samenwerking.model import Alternative, Contribution, Organization, Participation, is_empty
from samenwerking.report import Param
from samenwerking.rules.definition import Problem, RuleContext, rule
from samenwerking.rules.kan import deliverables
from samenwerking.rules.kinds import is_one, labels_of, listed, named, one_by_one, plain
from samenwerking.rules.looking import item, where
from samenwerking.vocabulary import Bilingual, CodeList, FundingStatus, StakeholderTreatment


def at_the_table(context: RuleContext) -> set[str]:
    """Return who takes part now, those on whose behalf a party acts included.

    Args:
        context: The collaboration.

    Returns:
        Their ids.
    """
    return {id_ for party in context.parties for id_ in (party.party, *party.on_behalf_of)}


@rule("KAN108", needs=("parties[].interests_discussed",))
def interests_not_discussed(context: RuleContext) -> Iterator[Problem]:
    """Whoever knows one another's interests can look for a solution that serves all."""
    found = [
        party
        for party in context.parties
        if party.interests_discussed is False and not party.own_goals and not party.interests
    ]
    if found:
        names = context.names(one_by_one(party.party for party in found))
        yield Problem(where(found, "interests_discussed"), "not-yet", {"parties": names})


@rule("KAN121", needs=("parties",))
def too_few_parties(context: RuleContext) -> Iterator[Problem]:
    """A collaboration is between parties; one alone is none, unless a source counts more than are listed."""
    whole, form = context.collaboration, context.form
    if form is None or whole.parties_complete is False:
        return
    fewest = context.reading.rules["KAN121"].thresholds.get(form, 0)
    stated = (c.number for c in whole.counts if is_one(context, CodeList.COUNT, c.what, "counts_of_parties"))
    if len(context.party_ids) < fewest and max(stated, default=0) < fewest:
        params: dict[str, Param] = {"n": len(context.party_ids), "type": form.labels, "min": int(fewest)}
        yield Problem("parties", "", params)


def _missing(context: RuleContext, contribution: Contribution) -> tuple[Bilingual, ...]:
    """Return what is lacking to count and report a contribution."""
    empty = [name for name in ("kind", "amount", "unit", "period") if is_empty(getattr(contribution, name))]
    if is_one(context, CodeList.CONTRIBUTION_KIND, contribution.kind, "without_amount"):
        empty = [name for name in empty if name not in ("amount", "unit")]
    return tuple(map(labels_of, empty))


@rule("KAN123", needs=("parties[].contributions",))
def contribution_not_concrete(context: RuleContext) -> Iterator[Problem]:
    """What is promised can only be counted and reported once it is concrete."""
    for party in context.parties:
        for contribution in party.contributions:
            if missing := _missing(context, contribution):
                params: dict[str, Param] = {
                    "contribution": named(context, contribution),
                    "party": context.name(party.party),
                    "missing": missing,
                }
                yield Problem(f"parties[{party.party}].contributions", "", params)


@rule("KAN126", needs=("parties[].risks",))
def no_share_in_the_risk(context: RuleContext) -> Iterator[Problem]:
    """Parties contribute at risk; whoever has no share in any risk is a contractor or an adviser."""
    for party in context.parties:
        if party.risks and all(risk.share == 0 for risk in party.risks):
            yield Problem(f"parties[{party.party}].risks", "share", {"party": context.name(party.party)})


@rule("KAN127", needs=("parties", "stakeholders"))
def needed_party_absent(context: RuleContext) -> Iterator[Problem]:
    """Whoever is needed or touched but not at the table has to be thought of in another way."""
    present = at_the_table(context)
    for stakeholder in context.collaboration.canvas.stakeholders:
        touched = stakeholder.needed or stakeholder.affected
        if not touched or stakeholder.party in present:
            continue
        treatment, voice = stakeholder.treatment, stakeholder.represented_by
        at = item("stakeholders", stakeholder.party or stakeholder.name)
        name = context.name(stakeholder.party) if stakeholder.party else stakeholder.name
        if voice and voice not in present:
            yield Problem(at, "voice", {"who": name, "party": context.name(voice)})
        elif treatment is StakeholderTreatment.REPRESENTED and not voice:
            yield Problem(at, "represented", {"who": name})
        elif treatment is StakeholderTreatment.LEFT_OUT and not stakeholder.reason:
            yield Problem(at, "left-out", {"who": name})
        elif treatment is None and not voice and not stakeholder.reason:
            yield Problem(at, "treatment", {"who": name})


def _has_land(context: RuleContext, party: Participation) -> bool | None:
    """Say whether a party owns or uses land; ``None`` if what it brings is not known."""
    organization = context.portfolio.get(party.party)
    sector = organization.sector if isinstance(organization, Organization) else None
    kinds = [contribution.kind for contribution in party.contributions]
    if (
        is_one(context, CodeList.ROLE, party.role, "land_roles")
        or is_one(context, CodeList.SECTOR, sector, "land_sectors")
        or any(is_one(context, CodeList.CONTRIBUTION_KIND, kind, "land_contributions") for kind in kinds)
    ):
        return True
    return False if kinds and all(kinds) else None


@rule("KAN129", needs=("parties", "goals[].indicators[].unit"))
def land_without_user(context: RuleContext) -> Iterator[Problem]:
    """A goal in hectares or kilometres is reached on land, by whoever owns or uses it."""
    if any(_has_land(context, party) is not False for party in context.parties):
        return
    for goal in deliverables(context):
        if any(plain(indicator.unit) in listed("land_units") for indicator in goal.indicators):
            yield Problem(f"goals[{goal.id}].indicators", "", {"goal": goal.name})


@rule("KAN130", needs=("parties", "resources.phases[].funding[].funder"))
def funder_absent(context: RuleContext) -> Iterator[Problem]:
    """Whoever pays has a say, at the table or beside it; better known than found out."""
    canvas = context.collaboration.canvas
    known = at_the_table(context) | {each.party for each in canvas.stakeholders if each.treatment}
    paying = {
        funding.funder
        for phase in canvas.resources.phases
        if phase.period.ended(context.as_of) is not True
        for funding in phase.funding
        if funding.funder and funding.status in (FundingStatus.PLEDGED, FundingStatus.RECEIVED)
    }
    if absent := one_by_one(paying - known):
        yield Problem("resources.phases[].funding", "", {"funders": context.names(absent)})


@rule("KAN141", needs=("parties[].alternative.considered",))
def batna_not_considered(context: RuleContext) -> Iterator[Problem]:
    """Before going on everyone should know what they do if this does not come about."""
    found = [party for party in context.parties if party.alternative.considered is False]
    if found:
        names = context.names(one_by_one(party.party for party in found))
        yield Problem(where(found, "alternative.considered"), "not-yet", {"parties": names})


def _is_better(alternative: Alternative) -> bool:
    """Say whether a party finds its alternative better, in so many words or by its numbers."""
    if alternative.better is not None:
        return alternative.better
    value, likely, cost = alternative.value, alternative.probability, alternative.cost
    expected = alternative.expected_value
    if value is None or likely is None or cost is None or expected is None:
        return False
    return value * likely - cost > expected  # the rule of thumb of Susskind (source SUSS)


@rule("KAN142")
def batna_better(context: RuleContext) -> Iterator[Problem]:
    """Nobody should agree to less than its alternative gives: its worth times its chance, less its cost."""
    for party in context.parties:
        if _is_better(party.alternative):
            yield Problem(f"parties[{party.party}].alternative")


RULES = (
    interests_not_discussed,
    too_few_parties,
    contribution_not_concrete,
    no_share_in_the_risk,
    needed_party_absent,
    land_without_user,
    funder_absent,
    batna_not_considered,
    batna_better,
)
