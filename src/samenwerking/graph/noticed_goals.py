"""What there is to notice at goals, themes, priorities and areas."""

from collections.abc import Iterator
from itertools import combinations

from samenwerking.graph.gaps import Rows, coverage
from samenwerking.graph.noticing import Facts, Noticed
from samenwerking.model import Goal
from samenwerking.vocabulary import CodeList, GoalKind


def sole(facts: Facts) -> Iterator[Noticed | None]:
    """Yield the goals with one organization, and the sectors with one organization at a goal.

    Args:
        facts: The portfolio.

    Yields:
        What was noticed; the first of each is named.
    """
    held = {goal: there for goal, there in facts.tables.items() if there}
    single = {goal: min(there) for goal, there in held.items() if len(there) == 1}
    for goal, party in list(single.items())[:1]:
        yield Noticed(
            kind="sole_party",
            value=len(single),
            baseline=0,
            evidence=tuple(dict.fromkeys((*single, *single.values()))),
            words={"total": len(held), "party": facts.name(party), "goal": facts.name(goal)},
        )
    places: dict[tuple[str, str], list[str]] = {}
    for goal, there in held.items():
        for party in sorted(there):
            if party in facts.sectors and len(there) > 1:
                places.setdefault((goal, facts.sectors[party]), []).append(party)
    only = {place: found[0] for place, found in places.items() if len(found) == 1}
    if len(facts.meeting) < 2:
        return  # at one table each sector often has one chair
    for (goal, sector), party in list(only.items())[:1]:
        yield Noticed(
            kind="sole_sector",
            value=len(only),
            baseline=0,
            evidence=tuple(dict.fromkeys((*(goal for goal, _ in only), *only.values()))),
            words={
                "total": len(places),
                "party": facts.name(party),
                "goal": facts.name(goal),
                "sector": facts.sector(sector),
            },
        )


def one_sector(facts: Facts) -> Iterator[Noticed | None]:
    """Yield the goals at which all organizations are of one sector.

    Args:
        facts: The portfolio.

    Yields:
        What was noticed; the first is named.
    """
    several = {goal: there for goal, there in facts.tables.items() if len(there) > 1}
    alike = {
        goal: facts.sectors[min(there)]
        for goal, there in several.items()
        if min(there) in facts.sectors and len({facts.sectors.get(party) for party in there}) == 1
    }
    for goal, sector in list(alike.items())[:1]:
        yield Noticed(
            kind="goal_one_sector",
            value=len(alike),
            baseline=0,
            evidence=tuple(alike),
            words={"total": len(several), "goal": facts.name(goal), "sector": facts.sector(sector)},
        )


def unfinished(facts: Facts) -> Iterator[Noticed | None]:
    """Yield the goals without anyone, without a lead and without a target; what is only context has none.

    Args:
        facts: The portfolio.

    Yields:
        What was noticed.
    """
    goals: dict[str, Goal] = {}
    for goal in facts.portfolio.goals:
        goals.setdefault(goal.id, goal)
    yield facts.listed("goal_bare", (goal for goal, there in facts.tables.items() if not there), len(goals))
    records = facts.known.collaborations
    named = {goal for key in facts.teams for goal in records[key].canvas.goals}
    asked = sorted(key for key in named & goals.keys() if goals[key].kind is not GoalKind.CONTEXT)
    yield facts.listed("goal_no_lead", (key for key in asked if goals[key].lead is None), len(asked))
    without = (key for key in asked if all(each.target is None for each in goals[key].indicators))
    yield facts.listed("goal_no_target", without, len(asked))


def _bare(facts: Facts, kind: str, rows: Rows, of: CodeList) -> Noticed | None:
    found = coverage(facts.portfolio, rows, as_of=facts.day).value
    if found is None or not facts.portfolio.partners:
        return None  # they are the coalition's, not of every table
    held = {cell.row for cell in found.cells} | found.unknown.keys()
    bare = [row for row in found.rows if row not in held]
    return facts.listed(kind, bare, len(found.rows), [facts.label(of, row) for row in bare])


def codes_bare(facts: Facts) -> Iterator[Noticed | None]:
    """Yield the themes and the priorities on which nobody works.

    Args:
        facts: The portfolio.

    Yields:
        What was noticed; nothing if there is no coalition with partners.
    """
    yield _bare(facts, "theme_bare", "theme", CodeList.THEME)
    yield _bare(facts, "priority_bare", "priority", CodeList.PRIORITY)


def area_apart(facts: Facts) -> Iterator[Noticed | None]:
    """Yield collaborations in one area that have nobody in common and do not refer to each other.

    An area that other areas are part of, such as a whole country, brings nobody together and does not count.

    Args:
        facts: The portfolio.

    Yields:
        What was noticed; the first is named.
    """
    records = facts.known.collaborations
    areas: dict[str, list[str]] = {}
    for key in facts.teams:
        for area in records[key].areas:
            areas.setdefault(area, []).append(key)
    wide = {area.part_of for area in facts.portfolio.areas}
    near = {area: keys for area, keys in areas.items() if area not in wide}
    pairs = [(area, pair) for area in sorted(near) for pair in combinations(dict.fromkeys(near[area]), 2)]
    apart = [(area, pair) for area, pair in pairs if not _linked(facts, *pair)]
    for area, (one, other) in apart[:1]:
        yield Noticed(
            kind="area_apart",
            value=len(apart),
            baseline=0,
            evidence=tuple(dict.fromkeys(key for area, pair in apart for key in (area, *pair))),
            words={
                "total": len(pairs),
                "area": facts.name(area),
                "one": facts.name(one),
                "other": facts.name(other),
            },
        )


def _linked(facts: Facts, one: str, other: str) -> bool:
    if set(facts.teams[one]) & set(facts.teams[other]):
        return True
    return any(
        inner in facts.teams[outer]
        or facts.known.collaborations[inner].parent == outer
        or outer in facts.known.collaborations[inner].related
        for inner, outer in ((one, other), (other, one))
    )
