"""What falls apart when a party leaves: one search of a network, with sets of parties as bits of a number."""

from collections.abc import Iterable, Sequence

import attrs


@attrs.frozen
class Separation:
    """A network of parties and teams, searched once.

    Args:
        components: The parties of each island.
        cuts: Party to the parts into which its island falls without it, for parties of which there are two
            or more such parts.
        bridges: Pairs of parties whose only tie, a team of these two, holds their island together.
    """

    components: tuple[int, ...]
    cuts: dict[int, tuple[int, ...]]
    bridges: tuple[tuple[int, int], ...]


class Web:
    """Parties, numbered from 0, and the teams in which they meet.

    Teams with equal members count once, teams with one member not at all: they tie nobody.

    Args:
        size: How many parties there are.
        teams: The numbers of the parties in each team.
    """

    def __init__(self, size: int, teams: Iterable[Iterable[int]]) -> None:
        """Lay the network out; see the class."""
        distinct = sorted({tuple(sorted(set(team))) for team in teams})
        self.size = size
        self.teams = [team for team in distinct if len(team) > 1]
        self.near: list[list[int]] = [[] for _ in range(size)]
        for number, team in enumerate(self.teams, start=size):
            for party in team:
                self.near[party].append(number)
        self.near.extend(map(list, self.teams))

    def separation(self, gone: int | None = None) -> Separation:
        """Search the network for cut points and bridges (Hopcroft & Tarjan 1973).

        The search goes through the teams rather than from party to party: a team of forty is forty steps
        instead of 780. Cf. https://doi.org/10.1145/362248.362272.

        Args:
            gone: A party that is not there.

        Returns:
            What holds the network together.

        Example:
            >>> found = Web(3, [(0, 1), (1, 2)]).separation()
            >>> found.cuts, found.bridges
            ({1: (1, 4)}, ((0, 1), (1, 2)))
        """
        search = _Search(self, gone)
        for root in range(self.size):
            if root != gone and not search.found[root]:
                search.component(root)
        return Separation(tuple(search.components), search.cuts, tuple(sorted(search.bridges)))


class _Search:
    def __init__(self, web: Web, gone: int | None) -> None:
        nodes = len(web.near)
        self.web, self.gone = web, gone
        self.found = [0] * nodes  # when a node was first seen, from 1
        self.low = [0] * nodes  # the earliest node that can be reached from below
        self.below = [0] * nodes  # the parties below a node, itself included
        self.clock = 0
        self.components: list[int] = []
        self.cuts: dict[int, tuple[int, ...]] = {}
        self.bridges: list[tuple[int, int]] = []

    def enter(self, node: int) -> None:
        self.clock += 1
        self.found[node] = self.low[node] = self.clock
        self.below[node] = 1 << node if node < self.web.size else 0

    def component(self, root: int) -> None:
        near, found, low, below, size = self.web.near, self.found, self.low, self.below, self.web.size
        parts: dict[int, list[int]] = {}
        self.enter(root)
        path = [(root, -1, iter(near[root]))]
        while path:
            node, parent, rest = path[-1]
            for other in rest:
                if other == parent or other == self.gone:
                    continue
                if not found[other]:
                    self.enter(other)
                    path.append((other, node, iter(near[other])))
                    break
                if found[other] < low[node]:
                    low[node] = found[other]
            else:
                path.pop()
                if not path:
                    break
                below[parent] |= below[node]
                if low[node] < low[parent]:
                    low[parent] = low[node]
                if low[node] >= found[parent]:
                    if parent >= size:
                        self.bridge(parent)
                    elif below[node]:
                        parts.setdefault(parent, []).append(below[node])
        whole = below[root]
        self.components.append(whole)
        for party, pieces in parts.items():
            other_side = whole & ~(1 << party)
            for piece in pieces:
                other_side &= ~piece
            pieces += [other_side] if other_side else []
            if len(pieces) > 1:
                self.cuts[party] = tuple(sorted(pieces, key=lambda piece: piece & -piece))

    def bridge(self, team: int) -> None:
        members = [party for party in self.web.near[team] if party != self.gone]
        if len(members) == 2:
            self.bridges.append((members[0], members[1]))


def members(mask: int, names: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the parties in a set.

    Args:
        mask: A set of parties, as bits.
        names: The names, by number.

    Returns:
        Names, in order of number.

    Example:
        >>> members(5, ["a", "b", "c"])
        ('a', 'c')
    """
    found: list[str] = []
    while mask:
        lowest = mask & -mask
        found.append(names[lowest.bit_length() - 1])
        mask ^= lowest
    return tuple(found)
