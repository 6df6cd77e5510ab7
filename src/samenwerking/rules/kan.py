"""Can the collaboration work? Goals, parties and the step back."""

from collections.abc import Iterator, Mapping

from samenwerking.model import Goal
from samenwerking.rules.definition import Problem, RuleContext, rule
from samenwerking.vocabulary import GoalKind, GoalLinkKind


def _links(context: RuleContext, *kinds: GoalLinkKind) -> dict[str, tuple[str, ...]]:
    """Return per goal the goals that it is linked to in one of these ways."""
    return {goal.id: tuple(link.goal for link in goal.links if link.kind in kinds) for goal in context.goals}


def _reached(start: str, links: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Return the goals that a goal leads to, however far; itself only in a circle."""
    seen: set[str] = set()
    waiting = [*links[start]]
    while waiting:
        goal = waiting.pop()
        if goal not in seen:
            seen.add(goal)
            waiting += links.get(goal, ())
    return seen


@rule("KAN101", needs=("goals",))
def shared_goal_missing(context: RuleContext) -> Iterator[Problem]:
    """The type is defined as aimed at a shared goal; without one nothing separates it from the others."""
    if not context.shared_goals:
        yield Problem("goals")


@rule("KAN104", needs=("goals",))
def goals_in_a_circle(context: RuleContext) -> Iterator[Problem]:
    """Goals in coherence form one structure; a circle of "part of" mixes up cause and result."""
    above = _links(context, GoalLinkKind.PART_OF)
    for goal in above:
        if goal in _reached(goal, above):
            yield Problem(f"goals[{goal}].links", "circle", {"goal": context.name(goal)})


@rule("KAN125", needs=("goals", "parties[].contributions"))
def contribution_goal_gap(context: RuleContext) -> Iterator[Problem]:
    """Parties contribute to realizing a shared goal: contribution and goal should meet."""
    above = _links(context, GoalLinkKind.PART_OF, GoalLinkKind.SUPPORTS)
    served = {goal for party in context.parties for c in party.contributions for goal in c.serves}
    served |= {goal for part in served & set(above) for goal in _reached(part, above)}
    for goal in context.shared_goals:
        if goal.id not in served:
            yield Problem(f"goals[{goal.id}]", "goal", {"goal": goal.name})
    if not context.shared_goals:
        return
    for party in context.parties:
        for contribution in party.contributions:
            if not contribution.serves:
                said = contribution.description or contribution.kind or ""
                params = {"contribution": said, "party": context.name(party.party)}
                yield Problem(f"parties[{party.party}].contributions", "contribution", params)


@rule("KAN126", needs=("parties[].risks",))
def no_share_in_the_risk(context: RuleContext) -> Iterator[Problem]:
    """Parties contribute at risk; whoever has no share in any risk is a contractor or an adviser."""
    for party in context.parties:
        if party.risks and all(risk.share == 0 for risk in party.risks):
            yield Problem(f"parties[{party.party}].risks", "share", {"party": context.name(party.party)})


def deliverables(context: RuleContext) -> tuple[Goal, ...]:
    """Return what the collaboration is to deliver.

    Args:
        context: The collaboration.

    Returns:
        Its deliverables and shared goals.
    """
    return tuple(goal for goal in context.goals if goal.kind in (GoalKind.DELIVERABLE, GoalKind.SHARED))


RULES = (shared_goal_missing, goals_in_a_circle, contribution_goal_gap, no_share_in_the_risk)
