"""Graphs of networkx with everything in order, so that equal content gives equal results and equal files."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import networkx

N = TypeVar("N")


def in_order(nodes: Iterable[N]) -> list[N]:
    """Sort nodes: as they compare, or by what they show if they are of different kinds.

    Args:
        nodes: Nodes of a graph.

    Returns:
        The nodes, sorted.

    Example:
        >>> in_order([10, 9]), in_order(["b", 1])
        ([9, 10], [1, 'b'])
    """
    nodes = list(nodes)
    try:
        return sorted(nodes)  # type: ignore[type-var]
    except TypeError:
        return sorted(nodes, key=lambda node: (str(node), type(node).__name__))


def filled(
    nodes: dict[Any, dict[str, Any]], adjacency: dict[Any, dict[Any, dict[str, Any]]], graph: dict[str, Any]
) -> "networkx.Graph[Any]":
    """Make an undirected graph out of ready dictionaries, which become the graph's own.

    This is several times as fast as adding edges one by one. It sets two attributes of networkx that are
    not public; the tests hold the result against a graph made through the public methods.

    Args:
        nodes: Attributes by node.
        adjacency: Per node its neighbors with the attributes of the edge; both directions share them.
        graph: Attributes of the graph.

    Returns:
        The graph.

    Example:
        >>> edge = {"weight": 1}
        >>> list(filled({"a": {}, "b": {}}, {"a": {"b": edge}, "b": {"a": edge}}, {}).edges(data=True))
        [('a', 'b', {'weight': 1})]
    """
    import networkx as nx

    made: Any = nx.Graph(**graph)
    made._node, made._adj = nodes, adjacency
    result: networkx.Graph[Any] = made
    return result


def ordered(graph: "networkx.Graph[Any]") -> "networkx.Graph[Any]":
    """Return a copy of a graph with nodes, edges and attributes in order.

    Args:
        graph: Any graph of networkx.

    Returns:
        A graph of the same kind and content that does not depend on the order in which the first was made.

    Example:
        >>> import networkx as nx
        >>> list(ordered(nx.Graph([("c", "b"), ("b", "a")])).edges)
        [('a', 'b'), ('b', 'c')]
    """
    copy: Any = type(graph)()
    copy.graph.update(_sorted(graph.graph))
    rank = {node: position for position, node in enumerate(in_order(graph))}
    copy.add_nodes_from((node, _sorted(graph.nodes[node])) for node in rank)
    edges: list[tuple[int, int, str, tuple[Any, ...]]] = []
    source: Any = graph
    keyed = source.edges(keys=True, data=True) if graph.is_multigraph() else source.edges(data=True)
    for first, second, *rest in keyed:
        if rank[first] > rank[second] and not graph.is_directed():
            first, second = second, first
        key = rest[:-1]
        edges.append((rank[first], rank[second], str(key), (first, second, *key, _sorted(rest[-1]))))
    edges.sort(key=lambda edge: edge[:3])
    copy.add_edges_from(edge[3] for edge in edges)
    result: networkx.Graph[Any] = copy
    return result


def _sorted(attributes: dict[Any, Any]) -> dict[Any, Any]:
    return {name: attributes[name] for name in in_order(attributes)}
