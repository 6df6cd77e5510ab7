"""A portfolio laid out for leaving parties out of it: sets of parties are the bits of a number."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import attrs

from samenwerking.graph.separation import Separation, Web, members
from samenwerking.graph.tables import by_goal
from samenwerking.graph.taking_part import Teams, parties_of, sector_groups
from samenwerking.model import Portfolio

Place = tuple[str, str]


@attrs.frozen(kw_only=True)
class Removal:
    """What happens if parties leave.

    Args:
        ids: Who leaves, in order.
        islands: How many islands there are then; an organization alone is an island of its own.
        pairs_lost: How many pairs of others from different sectors can no longer reach each other.
        cut_off: The groups that come loose: of every island that falls apart all parts but the largest.
        goals_without_party: Goals on which then nobody works any more.
        goals_without_sector: Goals, and the sector that then has nobody left there; goals without any party
            are not repeated here.
    """

    ids: tuple[str, ...]
    islands: int
    pairs_lost: int = 0
    cut_off: tuple[tuple[str, ...], ...] = ()
    goals_without_party: tuple[str, ...] = ()
    goals_without_sector: tuple[tuple[str, str], ...] = ()

    @property
    def costs(self) -> bool:
        """Whether the others lose anything."""
        return bool(self.pairs_lost or self.cut_off or self.goals_without_party or self.goals_without_sector)


class Leaning:
    """A portfolio laid out for leaving out parties.

    Args:
        portfolio: The portfolio.
        teams: The parties of its collaborations.
        groups: Party to group; sectors at their widest if left out.
    """

    def __init__(self, portfolio: Portfolio, teams: Teams, groups: Mapping[str, str] | None) -> None:
        """Lay it out; see the class."""
        self.names = parties_of(portfolio, teams)
        self.number = {name: position for position, name in enumerate(self.names)}
        self.web = self.laid_out(teams)
        sectors: defaultdict[str, int] = defaultdict(int)
        for name, group in (sector_groups(portfolio) if groups is None else groups).items():
            if name in self.number:
                sectors[group] |= 1 << self.number[name]
        self.sectors = {group: sectors[group] for group in sorted(sectors)}
        self.goals = self.at_work(portfolio, teams)
        self.now = self.web.separation()

    def laid_out(self, teams: Teams) -> Web:
        """Return the network of these teams."""
        return Web(len(self.names), ([self.number[each] for each in team] for team in teams.values()))

    def at_work(self, portfolio: Portfolio, teams: Teams) -> dict[str, int]:
        """Return who works on each goal."""
        tables = by_goal(portfolio, teams)
        return {goal: self.mask(tables[goal]) for goal in sorted(tables)}

    def mask(self, names: Iterable[str]) -> int:
        """Return parties as a set of bits; those that cannot have a tie are left out."""
        return sum(1 << self.number[name] for name in set(names) if name in self.number)

    def pairs(self, island: int) -> int:
        """Return how many pairs from different sectors there are in an island."""
        counts = [(island & sector).bit_count() for sector in self.sectors.values()]
        return (sum(counts) ** 2 - sum(count * count for count in counts)) // 2

    def apart(self, parts: Iterable[list[int]]) -> tuple[int, tuple[tuple[str, ...], ...]]:
        """Return the pairs lost and the groups that come loose, given what each island falls apart into."""
        lost, loose = 0, []
        for each in parts:
            if len(each) > 1:
                lost += self.pairs(sum(each)) - sum(map(self.pairs, each))
                keeps = max(each, key=lambda part: (part.bit_count(), -(part & -part)))
                loose += [members(part, self.names) for part in each if part != keeps]
        return lost, tuple(sorted(loose))


class Cases:
    """All removals of one party and of two.

    Args:
        leaning: The portfolio, laid out.
    """

    def __init__(self, leaning: Leaning) -> None:
        """Note who cannot be missed where; see the class."""
        self.leaning = leaning
        self.islands = leaning.now.components
        # Per one or two parties: the goals that only they work on, and the goals with the sector of which
        # only they do. With three or more, no two can be missed.
        self.goals: defaultdict[int, list[str]] = defaultdict(list)
        self.sectors: defaultdict[int, list[Place]] = defaultdict(list)
        for goal, there in leaning.goals.items():
            if 0 < there.bit_count() < 3:
                self.goals[there].append(goal)
            for group, sector in leaning.sectors.items():
                if 0 < (there & sector).bit_count() < 3:
                    self.sectors[there & sector].append((goal, group))

    def left_bare(self, gone: tuple[int, ...]) -> tuple[tuple[str, ...], tuple[Place, ...]]:
        """Return the goals without any party, and those without one of a sector."""
        alone = {1 << each for each in gone} | {sum(1 << each for each in gone)}
        bare = sorted(goal for mask in alone for goal in self.goals.get(mask, ()))
        emptied = sorted(place for mask in alone for place in self.sectors.get(mask, ()))
        return tuple(bare), tuple(place for place in emptied if place[0] not in bare)

    def removal(self, gone: tuple[int, ...], without: list[int], parts: Iterable[list[int]]) -> Removal:
        """Put one case together, given the islands without them and what each torn island becomes."""
        lost, loose = self.leaning.apart(parts)
        bare, emptied = self.left_bare(gone)
        return Removal(
            ids=tuple(self.leaning.names[each] for each in gone),
            islands=len(without),
            pairs_lost=lost,
            cut_off=loose,
            goals_without_party=bare,
            goals_without_sector=emptied,
        )

    def parts(self, gone: tuple[int, ...], without: list[int]) -> Iterator[list[int]]:
        """Yield what is left of each island that loses a party."""
        for island in self.islands:
            if any(island >> each & 1 for each in gone):
                yield [part for part in without if part & island]

    def __iter__(self) -> Iterator[Removal]:
        """Yield every party alone, each followed by its pairs with those after it."""
        for one in range(self.leaning.web.size):
            alone = self.leaning.web.separation(gone=one)
            without = list(alone.components)
            yield self.removal((one,), without, self.parts((one,), without))
            for two in range(one + 1, self.leaning.web.size):
                yield self.pair(one, two, alone)

    def pair(self, one: int, two: int, alone: Separation) -> Removal:
        """Leave out a second party, from the search of the network without the first."""
        bit = 1 << two
        without = [island for island in alone.components if not island & bit]
        (torn,) = (island for island in alone.components if island & bit)
        pieces = alone.cuts.get(two)
        without += pieces or filter(None, (torn & ~bit,))
        holds = pieces or one in self.leaning.now.cuts
        return self.removal((one, two), without, self.parts((one, two), without) if holds else ())
