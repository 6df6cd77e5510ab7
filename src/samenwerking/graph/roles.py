"""Brokerage between groups, in the five roles of Gould & Fernandez (1989)."""

from collections.abc import Iterable, Mapping
from operator import floordiv
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

import attrs

from samenwerking.graph.by_group import NO_GROUPS, ByGroup, grouping, parts
from samenwerking.graph.chance import Overlaps, by_chance, of_a_node, of_all
from samenwerking.graph.measures import FEWER_THAN_THREE, counted
from samenwerking.graph.ordering import in_order
from samenwerking.graph.ties import near
from samenwerking.model import Portfolio
from samenwerking.vocabulary import Bilingual, Table

if TYPE_CHECKING:
    import networkx

T = TypeVar("T")
Near: TypeAlias = Mapping[Any, set[Any]]

# How often a pair is counted in each role where order counts but ties have no direction.
_TWICE = (2, 2, 1, 1, 2, 2)
_ORDERED = Bilingual(
    "Per knoop v de geordende paren a, b met een band van a naar v en van v naar b, maar niet van a naar b "
    "(Gould & Fernandez 1989), naar de groepen van a, v en b: AAA coördinator, ABA adviseur, AAB "
    "vertegenwoordiger, ABB poortwachter, ABC verbinder.",
    "Per node v the ordered pairs a, b with a tie from a to v and from v to b, but none from a to b (Gould & "
    "Fernandez 1989), by the groups of a, v and b: AAA coordinator, ABA consultant, AAB representative, ABB "
    "gatekeeper, ABC liaison.",
)
_UNORDERED = Bilingual(
    "Per knoop v de paren die elk een band met v hebben maar niet met elkaar, elk paar één keer (Gould & "
    "Fernandez 1989), naar de groepen van de een, v en de ander: AAA coördinator, ABA adviseur, AAB "
    "vertegenwoordiger en tegelijk poortwachter, ABC verbinder.",
    "Per node v the pairs that each have a tie with v but none with each other, each pair once (Gould & "
    "Fernandez 1989), by the groups of the one, v and the other: AAA coordinator, ABA consultant, AAB "
    "representative and at once gatekeeper, ABC liaison.",
)


@attrs.frozen(kw_only=True)
class Roles(Generic[T]):
    """A number for each role of a broker.

    Args:
        coordinator: Between two of its own group.
        consultant: Between two of one other group.
        representative: From its own group to another.
        gatekeeper: From another group to its own.
        liaison: Between two other groups.
        total: All together. Where order does not count, representative and gatekeeper are the same and count
            once in it.

    Example:
        >>> Roles(coordinator=0, consultant=1, representative=2, gatekeeper=0, liaison=4, total=7).total
        7
    """

    coordinator: T
    consultant: T
    representative: T
    gatekeeper: T
    liaison: T
    total: T


@attrs.frozen
class Brokerage(ByGroup[Mapping[Any, Roles[int]]]):
    """Who brokers in which role, and what chance would give.

    Chance is a network of as many nodes in the same groups in which each tie exists with the same
    probability, the density. Of one node, expectation and standard deviation are exact for that. The standard
    deviation of the totals is as R sna gives it. For coordinator, representative, gatekeeper and total that
    leaves out negative covariances, so that ``z_totals`` is nearer 0 than it should be, the more so the
    denser a network.

    Args:
        value: Per node with a known group, in order, its roles; ``None`` if it is not defined.
        reason: Why it is not defined; ``None`` if it is.
        convention: How it was reckoned.
        n: How many nodes have a known group.
        evidence: Ids behind the outcome, as in :class:`Measure`.
        without_group: The nodes whose group is not known, in order.
        unknown: How many open triads were left out because of them.
        totals: The sum over all nodes.
        expected: What chance would give as totals.
        z: Per node, in order, how many standard deviations it is above what chance would give; ``None`` for a
            role that cannot vary. Only of ordered pairs, for which the theory is made; else ``None``.
        z_totals: The same of the totals.

    Example:
        >>> import networkx as nx
        >>> outcome = brokerage(nx.karate_club_graph(), "club", ordered=True)
        >>> outcome.totals.coordinator, round(outcome.expected.coordinator, 1)
        (510, 135.8)
    """

    totals: Roles[int]
    expected: Roles[float]
    z: Mapping[Any, Roles[float | None]] | None
    z_totals: Roles[float | None] | None


def _roles(numbers: Iterable[T]) -> Roles[T]:
    coordinator, consultant, representative, gatekeeper, liaison, total = numbers
    return Roles(
        coordinator=coordinator,
        consultant=consultant,
        representative=representative,
        gatekeeper=gatekeeper,
        liaison=liaison,
        total=total,
    )


def _numbers(roles: Roles[T]) -> tuple[T, ...]:
    return attrs.astuple(roles, recurse=False)


def _open_pairs(node: Any, out: Near, back: Near) -> Iterable[tuple[Any, set[Any]]]:
    """Yield everyone with a tie to a node, with those to whom that one needs the node as a broker."""
    for before in back[node]:
        yield before, out[node] - out[before] - {before}


def _triads(out: Near, back: Near) -> int:
    return sum(len(after) for node in out for _, after in _open_pairs(node, out, back))


def _held(node: Any, out: Near, back: Near, known: Mapping[Any, Any], members: Near) -> tuple[int, ...]:
    """Count the ordered pairs that a node brokers, by role."""
    coordinator = consultant = representative = gatekeeper = liaison = 0
    own = known[node]
    for before, after in _open_pairs(node, out, back):
        same = len(after & members[own])
        if known[before] == own:
            coordinator += same
            representative += len(after) - same
        else:
            returning = len(after & members[known[before]])
            gatekeeper += same
            consultant += returning
            liaison += len(after) - same - returning
    parts = (coordinator, consultant, representative, gatekeeper, liaison)
    return (*parts, sum(parts))


def _above(counts: Roles[int], overlaps: Iterable[Overlaps], density: float) -> Roles[float | None]:
    found = []
    for count, each in zip(_numbers(counts), overlaps, strict=True):
        expected, deviation = by_chance(each, density)
        found.append((count - expected) / deviation if deviation else None)
    return _roles(found)


def brokerage(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]",
    groups: Mapping[Any, Any] | str,
    ordered: bool = False,
) -> Brokerage:
    """Return who stands between others that have no tie themselves, and from which groups to which.

    The source is Gould & Fernandez 1989 (https://doi.org/10.2307/270949). A broker need not be the only one
    between the two. It takes time in step with the sum over nodes of the square of their degree.

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is measured.
        groups: A group per node, or the attribute of nodes that says it, such as ``"sector"``. ``None``,
            not-a-number and being left out stand for not known.
        ordered: Whether to count a pair in both orders where ties have no direction, as R sna and UCINET do.
            With a direction pairs are always ordered.

    Returns:
        Per node its roles, with totals. The totals and ``unknown`` add up to the number of open triads. Not
        defined with fewer than three nodes, nor if no group is known.

    Example:
        >>> import networkx as nx
        >>> star = brokerage(nx.star_graph(3), {0: "a", 1: "a", 2: "b", 3: "c"})
        >>> star.value[0].representative, star.value[0].liaison, star.totals.total
        (2, 1, 3)
    """
    source = counted(portfolio_or_graph)
    graph = source[0]
    known = grouping(graph, groups)
    ordered = ordered or graph.is_directed()
    twice = (1,) * 6 if ordered else _TWICE
    out, back = near(graph)
    triads = _triads(out, back)
    if len(known) < len(graph):
        out, back = ({node: ties[node] & known.keys() for node in known} for ties in (out, back))
    members: dict[Any, set[Any]] = {}
    for node, group in known.items():
        members.setdefault(group, set()).add(node)
    held = {node: _held(node, out, back, known, members) for node in known}
    counts = {node: _roles(map(floordiv, each, twice)) for node, each in held.items()}
    totals = _roles(sum(each[role] for each in held.values()) // twice[role] for role in range(6))
    n = len(known)
    density = sum(map(len, out.values())) / (n * (n - 1)) if n > 1 else 0.0
    sizes = [len(members[group]) for group in in_order(members)]
    overall = of_all(sizes)
    expected = _roles(by_chance(each, density)[0] / times for each, times in zip(overall, twice, strict=True))
    of_size = {size: of_a_node(size, sizes) for size in set(sizes)}
    z = {node: _above(each, of_size[len(members[known[node]])], density) for node, each in counts.items()}
    reason = FEWER_THAN_THREE if len(graph) < 3 else None if known else NO_GROUPS
    unknown = (triads if ordered else triads // 2) - totals.total
    return Brokerage(
        *parts(Table(counts), _ORDERED if ordered else _UNORDERED, source, known, unknown, reason),
        totals=totals,
        expected=expected,
        z=Table(z) if ordered else None,
        z_totals=_above(totals, overall, density) if ordered else None,
    )
