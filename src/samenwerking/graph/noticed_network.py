"""What there is to notice in who works with whom."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from samenwerking.graph.clusters import communities
from samenwerking.graph.groups import ei_index, mixing
from samenwerking.graph.introducing import introductions
from samenwerking.graph.noticing import Facts, Noticed
from samenwerking.graph.roles import brokerage
from samenwerking.graph.separation import members

# A sector of which there are fewer has little to do with chance.
_FEW = 3
# Of so many introductions, so many parties are named.
_MANY, _NAMED = 100, 6


def alone(facts: Facts) -> Iterator[Noticed | None]:
    """Yield which organizations work with nobody.

    Args:
        facts: The portfolio.

    Yields:
        What was noticed.
    """
    found = (party for party in facts.parties if not facts.graph.adj[party])
    yield facts.listed("alone", found, len(facts.parties))


def islands(facts: Facts) -> Iterator[Noticed | None]:
    """Yield that those who work together form groups that do not meet.

    Args:
        facts: The portfolio.

    Yields:
        What was noticed.
    """
    leaning = facts.leaning
    found = [members(island, leaning.names) for island in leaning.now.components]
    groups = sorted((group for group in found if len(group) > 1), key=lambda group: (len(group), group))
    if len(groups) > 1:
        names = facts.names(groups[0])
        evidence = tuple(party for group in groups[:-1] for party in group)
        yield Noticed(
            kind="islands",
            value=len(groups),
            baseline=1,
            evidence=evidence,
            words={"names": names, "first": names[0]},
        )


def largest(facts: Facts) -> Iterator[Noticed | None]:
    """Yield how many of the pairs that work together come from one collaboration.

    Args:
        facts: The portfolio.

    Yields:
        What was noticed.
    """
    pairs = facts.graph.number_of_edges()
    if not facts.meeting:
        return
    key = max(facts.meeting, key=lambda key: (len(facts.meeting[key]), key))
    size = len(facts.meeting[key])
    share, even = 100 * (size * (size - 1) / 2) / pairs, 100 / len(facts.meeting)
    if share > even:
        yield Noticed(
            kind="largest",
            value=share,
            baseline=even,
            evidence=(key,),
            words={"name": facts.name(key), "size": size},
        )


def repeat(facts: Facts) -> Iterator[Noticed | None]:
    """Yield which pairs meet in more than one collaboration.

    Args:
        facts: The portfolio.

    Yields:
        What was noticed; the pair that meets most often is named.
    """
    met = Counter(pair for team in facts.meeting.values() for pair in combinations(team, 2))
    several = sorted((pair for pair, times in met.items() if times > 1), key=lambda pair: (-met[pair], pair))
    if several:
        one, other = several[0]
        both = [key for key, team in facts.meeting.items() if one in team and other in team]
        yield Noticed(
            kind="repeat",
            value=len(several),
            baseline=0,
            evidence=(one, other, *both),
            words={
                "total": len(met),
                "one": facts.name(one),
                "other": facts.name(other),
                "collaborations": facts.names(both),
            },
        )


def sectors(facts: Facts) -> Iterator[Noticed | None]:
    """Yield how far ties cross sectors, and which sector works most among itself.

    Args:
        facts: The portfolio.

    Yields:
        What was noticed.
    """
    found = ei_index(facts.graph, facts.sectors)
    if found.value is None or found.expected is None:
        return
    inward = {
        group: balance.expected - balance.value
        for group, balance in found.per_group.items()
        if balance.internal and balance.value is not None and balance.expected is not None
    }
    if not inward:
        return
    sector = max(inward, key=lambda group: (inward[group], group))
    there = {
        key: sum(facts.sectors.get(party) == sector for party in team) for key, team in facts.meeting.items()
    }
    key = max(there, key=lambda key: (there[key], key))
    yield Noticed(
        kind="sectors",
        value=50 * (1 + found.value),
        baseline=50 * (1 + found.expected),
        evidence=(key, *(party for party in facts.meeting[key] if facts.sectors.get(party) == sector)),
        words={"sector": facts.sector(sector), "collaboration": facts.name(key)},
    )


def sector_pair(facts: Facts) -> Iterator[Noticed | None]:
    """Yield two sectors that never meet where chance would bring them together most.

    Args:
        facts: The portfolio.

    Yields:
        What was noticed.
    """
    found = mixing(facts.graph, facts.sectors)
    if not found.value:
        return
    sizes = Counter(facts.sectors[party] for party in facts.graph if party in facts.sectors)
    total = sizes.total()
    ties = sum(found.value.values()) / 2
    density = ties / max(total * (total - 1) / 2, 1)
    apart = {
        (one, other): density * sizes[one] * sizes[other]
        for one, other in combinations(sorted(sizes), 2)
        if min(sizes[one], sizes[other]) >= _FEW and not found.value.get((one, other))
    }
    if apart:
        one, other = max(apart, key=lambda pair: (apart[pair], pair))
        of = [party for party, sector in facts.sectors.items() if sector in (one, other)]
        yield Noticed(
            kind="sector_pair",
            value=0,
            baseline=apart[one, other],
            evidence=tuple(of),
            words={"one": facts.sector(one), "other": facts.sector(other)},
        )


def liaisons(facts: Facts) -> Iterator[Noticed | None]:
    """Yield who links two other sectors, and how often beside what chance would give.

    Args:
        facts: The portfolio.

    Yields:
        What was noticed.
    """
    found = brokerage(facts.graph, facts.sectors)
    linking = [party for party, roles in (found.value or {}).items() if roles.liaison]
    if linking:
        names = facts.names(linking)
        yield Noticed(
            kind="liaisons",
            value=found.totals.liaison,
            baseline=found.expected.liaison,
            evidence=tuple(linking),
            words={"total": len(facts.parties), "count": len(linking), "names": names, "first": names[0]},
        )


def weak(facts: Facts) -> Iterator[Noticed | None]:
    """Yield without whom, and without which ties, a group would fall apart.

    Args:
        facts: The portfolio.

    Yields:
        What was noticed.
    """
    now, names = facts.leaning.now, facts.leaning.names
    cut = (names[party] for party in sorted(now.cuts))
    yield facts.listed("cut", cut, len(facts.parties))
    if now.bridges:
        one, other = (names[party] for party in now.bridges[0])
        both = [key for key, team in facts.meeting.items() if set(team) == {one, other}]
        yield Noticed(
            kind="bridge",
            value=len(now.bridges),
            baseline=0,
            evidence=(*dict.fromkeys(names[party] for pair in now.bridges for party in pair), *both),
            words={
                "total": facts.graph.number_of_edges(),
                "one": facts.name(one),
                "other": facts.name(other),
                "collaboration": facts.name(both[0]),
            },
        )


def groups(facts: Facts) -> Iterator[Noticed | None]:
    """Yield into which groups those who often work together fall.

    Args:
        facts: The portfolio.

    Yields:
        What was noticed.
    """
    found = communities(facts.graph).value
    if found is not None and len(found.groups) > 1:
        largest_group = set(found.groups[0])
        there = {key: len(largest_group.intersection(team)) for key, team in facts.meeting.items()}
        key = max(there, key=lambda key: (there[key], key))
        yield Noticed(
            kind="groups",
            value=found.modularity,
            baseline=0,
            evidence=(key, *found.groups[0]),
            words={"n": len(found.groups), "collaboration": facts.name(key)},
            firm=found.stability or 0,
        )


def introduction(facts: Facts) -> Iterator[Noticed | None]:
    """Yield who could be introduced to whom, for something that they share.

    Args:
        facts: The portfolio.

    Yields:
        What was noticed: the first three in which nobody is named twice.
    """
    named: set[str] = set()
    for each in introductions(facts.portfolio, _MANY, as_of=facts.day).value or ():
        shared = (*each.goals, *each.areas)
        if shared and named.isdisjoint(each.parties) and len(named) < _NAMED:
            one, other = each.parties
            named.update(each.parties)
            between = each.through[0]
            yield Noticed(
                kind="introduction",
                value=len(each.through),
                baseline=0,
                evidence=(one, other, between.party, *shared, *between.first, *between.second),
                words={
                    "one": facts.name(one),
                    "other": facts.name(other),
                    "between": facts.name(between.party),
                    "shared": facts.names(shared),
                },
            )
