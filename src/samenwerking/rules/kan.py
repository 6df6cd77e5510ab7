"""Can the collaboration work? Goals, parties and the step back."""

from collections.abc import Iterator

from samenwerking.model import Goal
from samenwerking.rules.rule import Problem, RuleContext, rule
from samenwerking.vocabulary import GoalKind, GoalLinkKind


@rule("KAN101", needs=("goals",))
def shared_goal_missing(context: RuleContext) -> Iterator[Problem]:
    """The type is defined as aimed at a shared goal; without one nothing separates it from the others."""
    if not context.shared_goals:
        yield Problem("goals")


@rule("KAN104", needs=("goals",))
def goals_in_a_circle(context: RuleContext) -> Iterator[Problem]:
    """Goals in coherence form one structure; a circle of "part of" mixes up cause and result."""
    above = {
        goal.id: [link.goal for link in goal.links if link.kind is GoalLinkKind.PART_OF]
        for goal in context.goals
    }
    for start in above:
        seen: set[str] = set()
        waiting = list(above[start])
        while waiting:
            goal = waiting.pop()
            if goal == start:
                yield Problem(f"goals[{start}].links", "circle", {"goal": context.name(start)})
                break
            if goal not in seen:
                seen.add(goal)
                waiting += above.get(goal, [])


def _serving(context: RuleContext) -> dict[str, set[str]]:
    """Return per shared goal the goals that count for it: itself and what is part of it."""
    parts: dict[str, set[str]] = {goal.id: {goal.id} for goal in context.shared_goals}
    for goal in context.goals:
        for link in goal.links:
            if link.kind in (GoalLinkKind.PART_OF, GoalLinkKind.SUPPORTS) and link.goal in parts:
                parts[link.goal].add(goal.id)
    return parts


@rule("KAN125", needs=("goals", "parties[].contributions"))
def contribution_goal_gap(context: RuleContext) -> Iterator[Problem]:
    """Parties contribute to realizing a shared goal: contribution and goal should meet."""
    served = {goal for party in context.parties for c in party.contributions for goal in c.serves}
    for goal, parts in _serving(context).items():
        if not parts & served:
            yield Problem(f"goals[{goal}]", "goal", {"goal": context.name(goal)})
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
