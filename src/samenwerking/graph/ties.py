"""The bare ties of a graph, in order: what most measures are reckoned on."""

import math
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from samenwerking.graph.ordering import in_order

if TYPE_CHECKING:
    import networkx

Direction: TypeAlias = Literal["in", "out", "total"]


def _weighed(edges: Iterable[tuple[Any, Any, float]]) -> Iterable[tuple[Any, Any, float]]:
    for one, other, weight in edges:
        if not 0 <= weight < math.inf:
            raise ValueError(f"the tie of {one!r} and {other!r} has weight {weight!r}; it must be 0 or more")
        yield one, other, weight


def plain(
    graph: "networkx.Graph[Any]", weight: str | None = None, *, directed: bool | None = None
) -> "networkx.Graph[Any]":
    """Return the bare ties of a graph: in order, without loops, parallel edges and other attributes.

    Args:
        graph: Any graph of networkx.
        weight: The attribute of edges to keep, as ``weight``: 0 or more, and finite. Parallel edges are added
            up, an edge without it counts as 1, and a tie of weight 0 is no tie. Left out, none is kept.
        directed: Whether ties have a direction; as in the graph if left out. Where it is taken away, ties in
            both directions become one.

    Returns:
        A simple graph that does not depend on the order in which the first was made.

    Raises:
        ValueError: If a weight is negative, infinite or not a number.

    Example:
        >>> import networkx as nx
        >>> list(plain(nx.MultiGraph([("b", "a"), ("b", "a"), ("b", "b")])).edges)
        [('a', 'b')]
    """
    import networkx as nx

    directed = graph.is_directed() if directed is None else directed
    made: Any = nx.DiGraph() if directed else nx.Graph()
    nodes = in_order(graph)
    rank = {node: place for place, node in enumerate(nodes)}
    made.add_nodes_from(nodes)
    source: Any = graph
    if weight is None:
        pairs = (_pair(rank[one], rank[other], directed) for one, other in source.edges())
        made.add_edges_from((nodes[one], nodes[other]) for one, other in sorted(set(pairs)) if one != other)
    else:
        sizes: dict[tuple[int, int], list[float]] = {}
        for one, other, size in _weighed(source.edges(data=weight, default=1)):
            sizes.setdefault(_pair(rank[one], rank[other], directed), []).append(size)
        summed = ((nodes[one], nodes[other], math.fsum(sizes[one, other])) for one, other in sorted(sizes))
        made.add_weighted_edges_from(each for each in summed if each[0] != each[1] and each[2])
    result: networkx.Graph[Any] = made
    return result


def _pair(one: int, other: int, directed: bool) -> tuple[int, int]:
    return (one, other) if directed or one < other else (other, one)


def toward(graph: "networkx.Graph[Any]", direction: Direction) -> "networkx.Graph[Any]":
    """Return the bare ties such that paths *to* a node are the ones that a direction asks for.

    Args:
        graph: Any graph of networkx.
        direction: ``"in"``: paths from others; ``"out"``: paths to others; ``"total"``: whatever the
            direction of ties. It makes no difference where ties have none.

    Returns:
        A simple graph; for ``"out"`` its ties are turned around.

    Raises:
        ValueError: If there is no such direction.

    Example:
        >>> import networkx as nx
        >>> list(toward(nx.DiGraph([("a", "b")]), "out").edges)
        [('b', 'a')]
    """
    checked(direction)
    if not graph.is_directed():
        return plain(graph)
    if direction == "total":
        return plain(graph, directed=False)
    turned: Any = graph
    return plain(turned.reverse(copy=False) if direction == "out" else graph)


def checked(direction: Direction) -> Direction:
    """Return the direction, if it is one.

    Args:
        direction: ``"in"``, ``"out"`` or ``"total"``.

    Returns:
        The same.

    Raises:
        ValueError: If there is no such direction.

    Example:
        >>> checked("in")
        'in'
    """
    if direction not in get_args(Direction):
        raise ValueError(f"direction must be 'in', 'out' or 'total', not {direction!r}")
    return direction


def near(graph: "networkx.Graph[Any]") -> tuple[Mapping[Any, set[Any]], Mapping[Any, set[Any]]]:
    """Return whom each node has a tie to, and from whom it has one; the same where ties have no direction.

    Args:
        graph: Any graph of networkx.

    Returns:
        Two mappings of a node to other nodes, never itself.

    Example:
        >>> import networkx as nx
        >>> near(nx.DiGraph([("a", "b"), ("b", "b")]))
        ({'a': {'b'}, 'b': set()}, {'a': set(), 'b': {'a'}})
    """
    source: Any = graph
    out = {node: set(source.adj[node]) - {node} for node in in_order(graph)}
    if not graph.is_directed():
        return out, out
    return out, {node: set(source.pred[node]) - {node} for node in out}
