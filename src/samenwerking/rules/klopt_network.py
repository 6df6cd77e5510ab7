"""Is the collaboration set up right? A network: what binds it, who is active, and when it is outgrown."""

from collections.abc import Iterator

from samenwerking.model import Collaboration, Participation
from samenwerking.report import Param
from samenwerking.rules.definition import Problem, RuleContext, rule
from samenwerking.rules.kinds import is_one, listed, one_by_one
from samenwerking.vocabulary import CodeList, GovernanceMode, ObligationKind, Trust


@rule("KLO212", needs=("form",))
def network_imposes_obligations(context: RuleContext) -> Iterator[Problem]:
    """A network is not binding, apart from its rules of conduct; fees and legal duties aside."""
    assert context.form is not None  # it is needed
    allowed = {*context.reading.obligation_kinds(context.form), ObligationKind.PAYMENT}
    for obligation in context.collaboration.canvas.setup.obligations:
        if obligation.kind not in allowed and not obligation.legal_duty:
            yield Problem("setup.obligations", "", {"obligation": obligation.text})


@rule("KLO214", inactive_share=0.5)
def network_noncommittal(context: RuleContext) -> Iterator[Problem]:
    """A network is not binding, but not non-committal either: members bring and take."""
    if not context.collaboration.canvas.expectation:
        return  # only against an agreed expectation
    dated = [party for party in context.parties if party.last_active is not None]
    year_ago = context.as_of.replace(year=context.as_of.year - 1, day=min(context.as_of.day, 28))
    idle = [party for party in dated if party.last_active and party.last_active.last < year_ago]
    if dated and len(idle) > context.options["inactive_share"] * len(dated):
        yield Problem("parties", "", {"n": len(idle), "total": len(dated)})


@rule("KLO215", needs=("parties[].prefers",))
def preference_for_who_is_not_here(context: RuleContext) -> Iterator[Problem]:
    """Partners choose one another, and who is not here cannot; whether others do is private, never told."""
    # A finding on what another party prefers, or the absence of one, would give that preference away.
    here = set(context.party_ids)
    for party in context.parties:
        if any(preferred not in here for preferred in party.prefers):
            yield Problem(f"parties[{party.party}].prefers")


def _parts(context: RuleContext) -> dict[str, set[str]]:
    """Return per collaboration the goals of its parts."""
    found: dict[str, set[str]] = {}
    for part in context.portfolio.collaborations:
        if part.parent:
            found.setdefault(part.parent, set()).update(part.canvas.goals)
    return found


@rule("KLO216", needs=("goals", "parties[].contributions[].at_risk"))
def network_outgrown(context: RuleContext) -> Iterator[Problem]:
    """A network may share a goal; once members put means at stake for it, it is more than a network."""
    apart = context.once(_parts).get(context.collaboration.id, set())
    staking: dict[str, set[str]] = {}
    for party in context.parties:
        for contribution in party.contributions:
            means = is_one(context, CodeList.CONTRIBUTION_KIND, contribution.kind, "money", "people")
            for served in contribution.serves if means and contribution.at_risk else ():
                staking.setdefault(served, set()).add(party.party)
    for goal in context.shared_goals:
        members = one_by_one(staking.get(goal.id, ()))
        if len(members) > 1 and goal.id not in apart:
            params: dict[str, Param] = {"goal": goal.name, "parties": context.names(members)}
            yield Problem(f"goals[{goal.id}]", "", params)


def _members(collaboration: Collaboration, parties: tuple[Participation, ...]) -> int:
    """Return how many members there are at least; sources may count more than those listed."""
    listed_here = len({party.party for party in parties})
    if collaboration.parties_complete:
        return listed_here
    counted = [count.number for count in collaboration.counts if count.what in listed("counts_of_parties")]
    return max(listed_here, *counted, 0)


@rule("KLO235", needs=("setup.governance_mode", "parties"), members=8)
def governance_hard_at_this_size(context: RuleContext) -> Iterator[Problem]:
    """Steering together asks for few members and much trust; an organization apart only pays with many."""
    setup, at = context.collaboration.canvas.setup, "setup.governance_mode"
    mode, few = setup.governance_mode, context.options["members"]
    assert mode is not None  # it is needed
    number = _members(context.collaboration, context.parties)
    params: dict[str, Param] = {"mode": mode.labels, "n": number}
    complete = context.collaboration.parties_complete
    if mode is GovernanceMode.SHARED and number > few:
        yield Problem(at, "many", params)
    if mode is GovernanceMode.SHARED and setup.trust is Trust.LOW:
        yield Problem(at, "trust", {"mode": mode.labels})
    if mode is GovernanceMode.ADMINISTRATIVE_ORGANIZATION and complete and number < few:
        yield Problem(at, "few", params)


RULES = (
    network_imposes_obligations,
    network_noncommittal,
    preference_for_who_is_not_here,
    network_outgrown,
    governance_hard_at_this_size,
)
