"""Can the collaboration work? Its goals: in coherence, within reach, and served by what is brought."""

from collections.abc import Iterator, Mapping

from samenwerking.model import Goal, Indicator, is_empty
from samenwerking.report import Param
from samenwerking.rules.definition import Problem, RuleContext, rule
from samenwerking.rules.kinds import labels_of, named
from samenwerking.rules.looking import asked, on_purpose
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


def open_conflicts(goals: tuple[Goal, ...]) -> Iterator[tuple[str, str, str]]:
    """Yield the goals that conflict without anything being said on how that is resolved.

    Args:
        goals: Goals with their links.

    Yields:
        Per pair the ids in the order of the alphabet, and that of the goal that tells it. A pair that both
        goals tell is one; it is resolved as soon as one of them says how.
    """
    told: dict[tuple[str, str], list[str]] = {}
    resolved: set[tuple[str, str]] = set()
    for goal in goals:
        for link in goal.links:
            if link.kind is not GoalLinkKind.CONFLICTS_WITH or link.goal == goal.id:
                continue
            pair = (min(goal.id, link.goal), max(goal.id, link.goal))
            told.setdefault(pair, []).append(goal.id)
            if link.resolution:
                resolved.add(pair)
    for pair in sorted(told.keys() - resolved):
        yield *pair, min(told[pair])


@rule("KAN101", needs=("goals",))
def shared_goal_missing(context: RuleContext) -> Iterator[Problem]:
    """The type is defined as aimed at a shared goal; without one nothing separates it from the others."""
    if not context.shared_goals:
        yield Problem("goals")


@rule("KAN102")
def network_purpose_missing(context: RuleContext) -> Iterator[Problem]:
    """Members of a network need to know what there is to take and to bring, once they do so."""
    canvas = context.collaboration.canvas
    busy = any(party.contributions or party.benefits for party in context.parties)
    silent = not canvas.purpose and not canvas.goals and not on_purpose(context, "purpose")
    if busy and silent and not asked(context, "purpose"):
        yield Problem("purpose", "busy")


@rule("KAN103", needs=("goals",))
def goal_without_context(context: RuleContext) -> Iterator[Problem]:
    """Goals belong in a context: where it is told of some goals, the others stand out."""
    if asked(context, "goals[].areas"):
        return
    placed = {goal.id for goal in context.goals if goal.context}
    for goal in deliverables(context):
        alone = goal.id not in placed and not any(link.goal in placed for link in goal.links)
        if placed and alone and not on_purpose(context, f"goals[{goal.id}].areas"):
            yield Problem(f"goals[{goal.id}].areas", "others", {"goal": goal.name})


@rule("KAN104", needs=("goals",))
def goals_in_a_circle(context: RuleContext) -> Iterator[Problem]:
    """Goals in coherence form one structure; a circle of "part of" mixes up cause and result."""
    above = _links(context, GoalLinkKind.PART_OF)
    for goal in above:
        if goal in _reached(goal, above):
            yield Problem(f"goals[{goal}].links", "circle", {"goal": context.name(goal)})


@rule("KAN105", needs=("goals[].links",))
def goal_conflict_open(context: RuleContext) -> Iterator[Problem]:
    """Coherence holds tension too: a conflict that is named but not resolved moves to the work itself."""
    for a, b, told_by in open_conflicts(context.goals):
        yield Problem(f"goals[{told_by}].links", "", {"a": context.name(a), "b": context.name(b)})


def _lacking(goal: Goal, indicator: Indicator) -> tuple[str, ...]:
    """Return what is lacking to steer on a goal by one of its indicators."""
    names = [name for name in ("unit", "baseline", "target") if is_empty(getattr(indicator, name))]
    return (*names, *(() if indicator.deadline or goal.deadline else ("deadline",)))


@rule("KAN106", needs=("goals[].indicators",))
def goal_not_concrete(context: RuleContext) -> Iterator[Problem]:
    """Without unit, start, target and date nobody can tell later whether a goal was reached; one will do."""
    for goal in deliverables(context):
        by_indicator = sorted((_lacking(goal, each) for each in goal.indicators), key=lambda n: (len(n), n))
        if by_indicator and by_indicator[0]:
            missing = tuple(map(labels_of, by_indicator[0]))
            params: dict[str, Param] = {"goal": goal.name, "missing": missing}
            yield Problem(f"goals[{goal.id}].indicators", "missing", params)


@rule("KAN109", needs=("goals[].achievable_alone_by",))
def goal_achievable_alone(context: RuleContext) -> Iterator[Problem]:
    """Needing one another drives a collaboration; whoever can do it alone may be better off alone."""
    for goal in context.shared_goals:
        for party in dict.fromkeys(goal.achievable_alone_by):
            if party in context.party_ids:
                params = {"party": context.name(party), "goal": goal.name}
                yield Problem(f"goals[{goal.id}].achievable_alone_by", "", params)


@rule("KAN125", needs=("goals", "parties[].contributions"), contributions=1)
def contribution_goal_gap(context: RuleContext) -> Iterator[Problem]:
    """Parties contribute to realizing a shared goal: contribution and goal should meet."""
    above = _links(context, GoalLinkKind.PART_OF, GoalLinkKind.SUPPORTS)
    served = {goal for party in context.parties for c in party.contributions for goal in c.serves}
    served |= {goal for part in served & set(above) for goal in _reached(part, above)}
    for goal in context.shared_goals:
        if goal.id not in served:
            yield Problem(f"goals[{goal.id}]", "goal", {"goal": goal.name})
    if not context.shared_goals or not context.options["contributions"]:
        return
    for party in context.parties:
        for contribution in party.contributions:
            if not contribution.serves:
                params = {"contribution": named(context, contribution), "party": context.name(party.party)}
                yield Problem(f"parties[{party.party}].contributions", "contribution", params)


def deliverables(context: RuleContext) -> tuple[Goal, ...]:
    """Return what the collaboration is to deliver.

    Args:
        context: The collaboration.

    Returns:
        Its deliverables and shared goals.
    """
    return tuple(goal for goal in context.goals if goal.kind in (GoalKind.DELIVERABLE, GoalKind.SHARED))


RULES = (
    shared_goal_missing,
    network_purpose_missing,
    goal_without_context,
    goals_in_a_circle,
    goal_conflict_open,
    goal_not_concrete,
    goal_achievable_alone,
    contribution_goal_gap,
)
