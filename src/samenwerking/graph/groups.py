"""Ties within groups and between them."""

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from samenwerking.graph.by_group import NO_GROUPS, ByGroup, grouping, parts
from samenwerking.graph.measures import counted
from samenwerking.graph.ordering import in_order
from samenwerking.graph.ties import plain
from samenwerking.model import Portfolio
from samenwerking.vocabulary import Bilingual, Table

if TYPE_CHECKING:
    import networkx

_NO_TIES = Bilingual(
    "Er zijn geen banden tussen knopen met een bekende groep.",
    "There are no ties of nodes whose group is known.",
)
_ONE_GROUP = Bilingual(
    "Alle banden zijn binnen één groep, dus valt er niets te vergelijken.",
    "All ties are within one group, so that there is nothing to compare.",
)
_EI = Bilingual(
    "Banden naar buiten de groep min banden erbinnen, gedeeld door hun som (Krackhardt & Stern 1988): -1 is "
    "alles binnen, 1 alles naar buiten. Verwacht is wat het zou zijn als elk mogelijk paar even vaak "
    "verbonden was.",
    "Ties out of the group minus ties within, divided by their sum (Krackhardt & Stern 1988): -1 is all "
    "within, 1 all out. Expected is what it would be if each possible pair were tied as often.",
)
_MIXING = Bilingual(
    "Aantal banden van de ene groep naar de andere; zonder richting staat een band tussen groepen in beide "
    "volgordes.",
    "Number of ties from one group to another; without direction, a tie between groups stands in both "
    "orders.",
)
_ASSORTATIVITY = Bilingual(
    "(som e_ii - som a_i b_i) / (1 - som a_i b_i), met e het deel van de banden per paar groepen en a, b de "
    "sommen daarvan (Newman 2003): 1 is alles binnen, 0 wat het toeval zou geven.",
    "(sum e_ii - sum a_i b_i) / (1 - sum a_i b_i), with e the share of ties per pair of groups and a, b its "
    "sums (Newman 2003): 1 is all within, 0 what chance would give.",
)


@attrs.frozen(kw_only=True)
class Balance:
    """Ties of one group, each counted once.

    Args:
        external: How many go out of the group, whatever their direction.
        internal: How many stay within.
        value: (external - internal) / (external + internal); ``None`` without ties.
        expected: The same of possible pairs; ``None`` without any.

    Example:
        >>> Balance(external=1, internal=3, value=-0.5, expected=0.2).value
        -0.5
    """

    external: int
    internal: int
    value: float | None
    expected: float | None


@attrs.frozen
class EIIndex(ByGroup[float]):
    """The E-I index of a network, with that of each group.

    Args:
        value: The index; ``None`` if it is not defined.
        reason: Why it is not defined; ``None`` if it is.
        convention: How it was reckoned.
        n: How many nodes have a known group.
        evidence: Ids behind the outcome, as in :class:`Measure`.
        without_group: The nodes whose group is not known, in order.
        unknown: How many ties were left out because of them.
        external: How many ties are between groups.
        internal: How many ties are within one.
        expected: The index that would be if ties were blind to groups; ``None`` with fewer than two nodes.
        per_group: Per group, in order, its own ties.

    Example:
        >>> import networkx as nx
        >>> outcome = ei_index(nx.path_graph(3), {0: "a", 1: "a", 2: "b"})
        >>> outcome.value, outcome.external, outcome.internal
        (0.0, 1, 1)
    """

    external: int
    internal: int
    expected: float | None
    per_group: Mapping[Any, Balance]


def _difference(external: int, internal: int) -> float | None:
    total = external + internal
    return (external - internal) / total if total else None


def _ties(bare: "networkx.Graph[Any]", known: Mapping[Any, Any]) -> tuple[Counter[tuple[Any, Any]], int]:
    """Count ties per pair of groups, and those of which a group is not known."""
    pairs = Counter(
        (known[one], known[other]) for one, other in bare.edges() if one in known and other in known
    )
    return pairs, bare.number_of_edges() - pairs.total()


def ei_index(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]", groups: Mapping[Any, Any] | str
) -> EIIndex:
    """Return whether ties look outward or inward: from -1, all within groups, to 1, all between them.

    Read it beside ``expected``: with many small groups most pairs are of different ones anyway. The source is
    Krackhardt & Stern 1988 (https://doi.org/10.2307/2786835).

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is measured. Of a directed
            graph each direction counts as a tie.
        groups: A group per node, or the attribute of nodes that says it, such as ``"sector"``. ``None``,
            not-a-number and being left out stand for not known.

    Returns:
        The index, over ties of which both groups are known; not defined without those.

    Example:
        >>> import networkx as nx
        >>> club = ei_index(nx.karate_club_graph(), "club")
        >>> round(club.value, 4), round(club.expected, 4)
        (-0.7179, 0.0303)
    """
    source = counted(portfolio_or_graph)
    known = grouping(source[0], groups)
    pairs, unknown = _ties(plain(source[0]), known)
    internal = Counter({one: size for (one, other), size in pairs.items() if one == other})
    external: Counter[Any] = Counter()
    for (one, other), size in pairs.items():
        if one != other:
            external[one] += size
            external[other] += size
    sizes = Counter(known.values())
    n, within = len(known), sum(size * (size - 1) for size in sizes.values())
    per_group = {
        group: Balance(
            external=external[group],
            internal=internal[group],
            value=_difference(external[group], internal[group]),
            expected=_difference(2 * sizes[group] * (n - sizes[group]), sizes[group] * (sizes[group] - 1)),
        )
        for group in in_order(sizes)
    }
    inside, outside = internal.total(), external.total() // 2
    return EIIndex(
        *parts(_difference(outside, inside), _EI, source, known, unknown, _why(known, pairs)),
        external=outside,
        internal=inside,
        expected=_difference(n * (n - 1) - within, within),
        per_group=Table(per_group),
    )


def _why(known: Mapping[Any, Any], pairs: Counter[tuple[Any, Any]]) -> Bilingual | None:
    if not known:
        return NO_GROUPS
    return None if pairs else _NO_TIES


def mixing(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]", groups: Mapping[Any, Any] | str
) -> ByGroup[Mapping[tuple[Any, Any], int]]:
    """Return how many ties each group has with each other group.

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is measured.
        groups: A group per node, or the attribute of nodes that says it, such as ``"sector"``. ``None``,
            not-a-number and being left out stand for not known.

    Returns:
        Per pair of groups (from, to), in order, the number of ties, 0 included. Without directions (a, b) and
        (b, a) tell the same, and (a, a) counts each tie once. Not defined if no group is known.

    Example:
        >>> import networkx as nx
        >>> dict(mixing(nx.path_graph(3), {0: "a", 1: "a", 2: "b"}).value)
        {('a', 'a'): 1, ('a', 'b'): 1, ('b', 'a'): 1, ('b', 'b'): 0}
    """
    source = counted(portfolio_or_graph)
    graph = source[0]
    known = grouping(graph, groups)
    pairs, unknown = _ties(plain(graph), known)
    order = in_order(set(known.values()))
    found = {(one, other): _between(pairs, one, other, graph) for one in order for other in order}
    return ByGroup(*parts(Table(found), _MIXING, source, known, unknown, None if known else NO_GROUPS))


def _between(pairs: Counter[tuple[Any, Any]], one: Any, other: Any, graph: "networkx.Graph[Any]") -> int:
    if one == other or graph.is_directed():
        return pairs[one, other]
    return pairs[one, other] + pairs[other, one]


def assortativity(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]",
    groups: Mapping[Any, Any] | str,
    *,
    directed: bool = True,
) -> ByGroup[float]:
    """Return how far ties are with one's own group, compared with chance.

    The source is Newman 2003, "Mixing patterns in networks", equation 2
    (https://arxiv.org/abs/cond-mat/0209450).

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is measured.
        groups: A group per node, or the attribute of nodes that says it, such as ``"sector"``. ``None``,
            not-a-number and being left out stand for not known.
        directed: Of a directed graph, whether to keep beginnings and ends apart, as networkx and igraph do;
            if not, each tie counts in both directions.

    Returns:
        A number from -1 to 1, over ties of which both groups are known; not defined without those, nor if
        they are all within one group.

    Example:
        >>> import networkx as nx
        >>> round(assortativity(nx.karate_club_graph(), "club").value, 6)
        0.717531
    """
    source = counted(portfolio_or_graph)
    graph = source[0]
    known = grouping(graph, groups)
    pairs, unknown = _ties(plain(graph), known)
    both_ways = pairs + Counter({(other, one): size for (one, other), size in pairs.items()})
    ends = pairs if directed and graph.is_directed() else both_ways
    total = ends.total()
    begins: Counter[Any] = Counter()
    finishes: Counter[Any] = Counter()
    for (one, other), size in ends.items():
        begins[one] += size
        finishes[other] += size
    same = sum(size for (one, other), size in ends.items() if one == other)
    chance = sum(size * finishes[group] for group, size in begins.items())
    spread = total * total - chance  # whole numbers, so that nothing is rounded before the end
    reason = _why(known, pairs) or (None if spread else _ONE_GROUP)
    value = (total * same - chance) / spread if spread else None
    return ByGroup(*parts(value, _ASSORTATIVITY, source, known, unknown, reason))
