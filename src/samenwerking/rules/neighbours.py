"""Can the collaboration work, in context? Who else is at work in the same area or on the same goal."""

from collections.abc import Iterable, Iterator
from itertools import islice

import attrs

from samenwerking.model import Collaboration
from samenwerking.report import Param
from samenwerking.rules.definition import Problem, RuleContext, rule
from samenwerking.rules.kinds import is_one
from samenwerking.vocabulary import Bilingual, CodeList, GoalKind

# So many are named; whoever wants to know who else is there can look in the area.
MOST = 10
_OTHERS = Bilingual("andere", "others")
# Area or goal to the collaborations at work there, those of one family together.
_Index = dict[str, dict[str, list[str]]]


@attrs.frozen(kw_only=True)
class _AtWork:
    """Who is at work where, on the day."""

    families: dict[str, str]
    linked: dict[str, set[str]]
    areas: _Index
    goals: _Index


def _families(collaborations: Iterable[Collaboration]) -> dict[str, str]:
    """Return per collaboration the one at the top of those it is part of."""
    parents = {each.id: each.parent for each in collaborations}
    tops: dict[str, str] = {}
    for id_ in parents:
        way, last = {id_: None}, id_
        while (above := parents.get(last)) and above not in tops and above not in way:
            way[above], last = None, above
        circle = [*way][[*way].index(above) :] if above in way else [last]
        tops |= dict.fromkeys(way, tops.get(above or "", min(circle)))
    return tops


def _links(collaborations: Iterable[Collaboration]) -> dict[str, set[str]]:
    """Return per collaboration those that it is related to or takes part in, from either side."""
    linked: dict[str, set[str]] = {each.id: set() for each in collaborations}
    for each in collaborations:
        for other in (*each.related, *(participation.party for participation in each.canvas.parties)):
            if other in linked:
                linked[each.id].add(other)
                linked[other].add(each.id)
    return linked


def _at_work(context: RuleContext) -> _AtWork:
    portfolio = context.portfolio
    everyone = sorted(portfolio.collaborations, key=lambda each: each.id)
    found = _AtWork(families=_families(everyone), linked=_links(everyone), areas={}, goals={})
    for each in everyone:
        if each.period.ended(context.as_of) is not False or each.period.started(context.as_of) is False:
            continue
        for index, keys in ((found.areas, each.areas), (found.goals, each.canvas.goals)):
            for key in dict.fromkeys(keys):
                index.setdefault(key, {}).setdefault(found.families[each.id], []).append(each.id)
    return found


def _strangers(own: str, at_work: _AtWork, there: dict[str, list[str]]) -> Iterator[str]:
    """Yield who is at work there, outside the family and without a link."""
    for family, ids in there.items():
        if family != at_work.families[own]:
            yield from (id_ for id_ in ids if id_ not in at_work.linked[own])


def _listed(context: RuleContext, ids: list[str]) -> Param:
    names = context.names(ids[:MOST])
    return names if len(ids) <= MOST else (*names, _OTHERS)


@rule("KAN110")
def neighbour_not_linked(context: RuleContext) -> Iterator[Problem]:
    """Goals stand in context: whoever works side by side without knowing does things twice or against."""
    own = context.collaboration
    if own.period.ended(context.as_of) is True:
        return
    at_work = context.once(_at_work)
    met: set[str] = set()

    def newly_met(there: dict[str, list[str]]) -> list[str]:
        found = [*islice((id_ for id_ in _strangers(own.id, at_work, there) if id_ not in met), MOST + 1)]
        met.update(found)
        return found

    worked_on = (goal for goal in context.goals if goal.kind is not GoalKind.CONTEXT)
    for goal in sorted(worked_on, key=lambda goal: goal.id):
        if found := newly_met(at_work.goals.get(goal.id, {})):
            params = {"goal": goal.name, "collaborations": _listed(context, found)}
            yield Problem(f"goals[{goal.id}]", "goal", params)
    for area in _narrow(context, own.areas):
        if found := newly_met(at_work.areas.get(area, {})):
            params = {"area": context.name(area), "collaborations": _listed(context, found)}
            yield Problem("areas", "area", params)


def _narrow(context: RuleContext, areas: Iterable[str]) -> Iterator[str]:
    """Yield the areas in which two collaborations can be said to be neighbours."""
    for area in sorted(set(areas)):
        kind = getattr(context.portfolio.get(area), "kind", None)
        if not is_one(context, CodeList.AREA_KIND, kind, "wide_areas"):
            yield area


RULES = (neighbour_not_linked,)
