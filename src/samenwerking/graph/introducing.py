"""Who could meet whom, through whom, and what for."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from samenwerking.graph.measures import Measure
from samenwerking.graph.modes import Day
from samenwerking.graph.structure import structure
from samenwerking.graph.tables import ROWS, Tables
from samenwerking.graph.taking_part import sector_groups, teams_of
from samenwerking.model import Portfolio
from samenwerking.vocabulary import Bilingual

_NO_PAIRS = Bilingual(
    "Er zijn geen twee die elkaar nog niet treffen en wel een bekende delen.",
    "There are no two that do not meet yet and have an acquaintance in common.",
)
_CONVENTION = Bilingual(
    "Twee die nog in geen samenwerking bij elkaar zitten en wel een bekende delen. Eerst wie uit "
    "verschillende sectoren komen, dan wie een doel of gebied delen, dan wie het meest lijken op degenen "
    "die zij via hun bekenden zouden treffen (cosinus van de samenwerkingen). Het is een suggestie, geen "
    "oordeel.",
    "Two that are in no collaboration together yet and have an acquaintance in common. First those of "
    "different sectors, then those that share a goal or an area, then those most alike to the ones they "
    "would meet through their acquaintances (cosine of the collaborations). It is a suggestion, not a "
    "judgement.",
)
# Different sectors before sectors that are not known, and those before the same sector.
_FIRST = {True: 0, None: 1, False: 2}


@attrs.frozen(kw_only=True)
class GoBetween:
    """Who knows both.

    Args:
        party: Id of the go-between.
        first: The collaborations in which it meets the first of the two.
        second: The collaborations in which it meets the second.
    """

    party: str
    first: tuple[str, ...]
    second: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Introduction:
    """Two that could meet.

    Args:
        parties: Ids of the two, in order.
        through: Who could bring them together, the closest acquaintance first.
        goals: Goals that both work on.
        areas: Areas that both work in; a wider one is left out if they share a part of it.
        cross_sector: Whether they are of different sectors; ``None`` if a sector is not known.
    """

    parties: tuple[str, str]
    through: tuple[GoBetween, ...]
    goals: tuple[str, ...]
    areas: tuple[str, ...]
    cross_sector: bool | None


class _Acquaintances:
    """Who is in what, and who meets whom there."""

    def __init__(self, portfolio: Portfolio, as_of: Day | None) -> None:
        self.portfolio = portfolio
        self.teams = teams_of(portfolio, as_of)
        self.known = structure(portfolio)
        self.of: defaultdict[str, set[str]] = defaultdict(set)
        self.near: defaultdict[str, set[str]] = defaultdict(set)
        for key, team in self.teams.items():
            there = [party for party in team if self.recorded(party)]
            for party in there:
                self.of[party].add(key)
                self.near[party].update(there)
        for party, others in self.near.items():
            others.discard(party)

    def recorded(self, party: str) -> bool:
        return party in self.known.organizations or party in self.known.collaborations

    def related(self, one: str, other: str) -> bool:
        """Say whether one belongs to the other: is part of it, or takes part in it."""
        return any(
            (inner in self.known.organizations and self.known.organizations[inner].part_of == outer)
            or inner in self.teams.get(outer, ())
            for inner, outer in ((one, other), (other, one))
        )

    def open_pairs(self) -> Iterator[tuple[str, str]]:
        for one in sorted(self.near):
            beyond = {other for each in self.near[one] for other in self.near[each] if other > one}
            for other in sorted(beyond - self.near[one]):
                if not self.related(one, other):
                    yield one, other

    def both(self, one: str, other: str) -> set[str]:
        return self.near[one] & self.near[other]

    def weight(self, one: str, other: str, between: str) -> float:
        """Return how much a go-between speaks for a pair: would either fit in at a table of the other?

        How alike two are is the cosine of the collaborations they are in; it counts once for every
        collaboration in which the go-between meets the one who is not alike. Summed over go-betweens this
        is what collaborative filtering on neighbors reckons.
        """
        first, second, middle = self.of[one], self.of[other], self.of[between]
        paths = len(first & middle) * len(second & middle)
        return paths * (1 / math.sqrt(len(first) * len(middle)) + 1 / math.sqrt(len(second) * len(middle)))

    def through(self, one: str, other: str) -> tuple[GoBetween, ...]:
        closest = sorted(self.both(one, other), key=lambda each: (-self.weight(one, other, each), each))
        return tuple(
            GoBetween(
                party=each,
                first=tuple(sorted(self.of[one] & self.of[each])),
                second=tuple(sorted(self.of[other] & self.of[each])),
            )
            for each in closest
        )

    def strength(self, one: str, other: str) -> float:
        return math.fsum(self.weight(one, other, each) for each in self.both(one, other))


class _Work:
    """What each party works on, or where."""

    def __init__(self, tables: Tables) -> None:
        self.of: defaultdict[str, set[str]] = defaultdict(set)
        for row, parties in tables.items():
            for party in parties:
                self.of[party].add(row)

    def both(self, one: str, other: str) -> set[str]:
        return self.of.get(one, set()) & self.of.get(other, set())


def _narrowest(areas: set[str], portfolio: Portfolio) -> tuple[str, ...]:
    above = {area.part_of for area in portfolio.areas if area.id in areas}
    return tuple(sorted(areas - above)) or tuple(sorted(areas))


def introductions(
    portfolio: Portfolio,
    n: int = 10,
    *,
    groups: Mapping[str, str] | None = None,
    as_of: Day | None = None,
) -> Measure[tuple[Introduction, ...]]:
    """Return who could meet whom, through whom they know, and for which goal or area.

    Two that meet already are not named, nor an organization and what it is part of, nor a party whose id the
    portfolio does not have. Whether two know each other outside what is on file nobody can see here.

    Args:
        portfolio: The portfolio.
        n: How many to name at most, 0 or more.
        groups: Party to group, for what is different; sectors at their widest if left out.
        as_of: A day; whatever certainly does not run on it does not count.

    Returns:
        The introductions, the best first; ``n`` says how many pairs there were to choose from, ``evidence``
        holds the collaborations through which those named are connected. Not defined if there are no pairs.

    Raises:
        ValueError: If ``n`` is negative or ``as_of`` is no day.

    Example:
        >>> from samenwerking.model import Canvas, Collaboration, Organization, Participation
        >>> def team(id, *parties):
        ...     canvas = Canvas(parties=[Participation(party=party) for party in parties])
        ...     return Collaboration(id=id, name=id, canvas=canvas)
        >>> portfolio = Portfolio(
        ...     organizations=[Organization(id=key, name=key) for key in "abc"],
        ...     collaborations=[team("x", "a", "b"), team("y", "b", "c")],
        ... )
        >>> first, = introductions(portfolio).value
        >>> first.parties, first.through[0].party
        (('a', 'c'), 'b')
    """
    if n < 0:
        raise ValueError(f"n must be 0 or more, not {n}")
    met = _Acquaintances(portfolio, as_of)
    sectors = sector_groups(portfolio) if groups is None else groups
    goals, areas = (_Work(ROWS[rows].find(portfolio, met.teams)) for rows in ("goal", "area"))

    def across(one: str, other: str) -> bool | None:
        return sectors[one] != sectors[other] if one in sectors and other in sectors else None

    def order(pair: tuple[str, str]) -> tuple[Any, ...]:
        shared = goals.both(*pair) or areas.both(*pair)
        return (_FIRST[across(*pair)], not shared, -met.strength(*pair), pair)

    pairs = sorted(met.open_pairs(), key=order)
    if not pairs:
        return Measure(None, _NO_PAIRS, _CONVENTION, 0, ())
    named = tuple(
        Introduction(
            parties=pair,
            through=met.through(*pair),
            goals=tuple(sorted(goals.both(*pair))),
            areas=_narrowest(areas.both(*pair), portfolio),
            cross_sector=across(*pair),
        )
        for pair in pairs[:n]
    )
    evidence = {
        key for each in named for between in each.through for key in (*between.first, *between.second)
    }
    return Measure(named, None, _CONVENTION, len(pairs), tuple(sorted(evidence)))
