"""Who sits at the table of a goal, a theme, a priority or an area."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

import attrs

from samenwerking.graph.structure import structure
from samenwerking.graph.taking_part import Teams
from samenwerking.model import Portfolio
from samenwerking.vocabulary import CodeList

Tables = dict[str, set[str]]


def by_goal(portfolio: Portfolio, teams: Teams) -> Tables:
    """Return who works on each goal.

    Args:
        portfolio: The portfolio.
        teams: The parties of its collaborations.

    Returns:
        Per goal the ids of parties, goals without any included.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for goal in portfolio.goals:
        found[goal.id].update(filter(None, (goal.lead,)))
    known = structure(portfolio)
    for key, team in teams.items():
        for goal_id in known.collaborations[key].canvas.goals:
            found[goal_id].update(team)
        for party in team:
            for participation in known.ties[key].get(party, ()):
                served = (goal for each in participation.contributions for goal in each.serves)
                for goal_id in (*participation.own_goals, *served):
                    found[goal_id].add(party)
    return dict(found)


def _by_code(attribute: str) -> Callable[[Portfolio, Teams], Tables]:
    def by_code(portfolio: Portfolio, teams: Teams) -> Tables:
        found: defaultdict[str, set[str]] = defaultdict(set)
        goals = by_goal(portfolio, teams)
        for goal in portfolio.goals:
            for code in getattr(goal, attribute):
                found[code].update(goals[goal.id])
        for partner in portfolio.partners:
            for commitment in partner.commitments:
                for code in getattr(commitment, attribute, ()):
                    found[code].add(partner.party)
        return dict(found)

    return by_code


def _by_area(portfolio: Portfolio, teams: Teams) -> Tables:
    areas = {area.id: area for area in portfolio.areas}
    found: defaultdict[str, set[str]] = defaultdict(set, {key: set() for key in areas})

    def put(area: str | None, parties: Iterable[str]) -> None:
        passed: set[str] = set()
        while area is not None and area not in passed:
            passed.add(area)
            found[area].update(parties)
            area = areas[area].part_of if area in areas else None

    for key, team in teams.items():
        for area in structure(portfolio).collaborations[key].areas:
            put(area, team)
    goals = by_goal(portfolio, teams)
    for goal in portfolio.goals:
        for area in goal.areas:
            put(area, goals[goal.id])
    return dict(found)


@attrs.frozen
class RowSource:
    """Where rows come from.

    Args:
        find: Returns who stands in each row.
        list: The list of codes they belong to, if they are codes.
    """

    find: Callable[[Portfolio, Teams], Tables]
    list: CodeList | None


ROWS: Mapping[str, RowSource] = {
    "goal": RowSource(by_goal, None),
    "theme": RowSource(_by_code("themes"), CodeList.THEME),
    "priority": RowSource(_by_code("priorities"), CodeList.PRIORITY),
    "area": RowSource(_by_area, None),
}
