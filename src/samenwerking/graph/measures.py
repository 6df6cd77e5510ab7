"""First measures of who works with whom; the same content gives the same outcome, in whatever order."""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from samenwerking.graph.ordering import in_order, ordered
from samenwerking.graph.projection import works_with
from samenwerking.graph.structure import structure
from samenwerking.model import Portfolio
from samenwerking.vocabulary import Bilingual, Table

if TYPE_CHECKING:
    import networkx

T = TypeVar("T")


@attrs.frozen
class Measure(Generic[T]):
    """What a measure came to, and what stands behind it.

    Args:
        value: The outcome; ``None`` if it is not defined.
        reason: Why it is not defined; ``None`` if it is.
        convention: How it was reckoned.
        n: How many nodes were counted.
        evidence: Ids behind the outcome: of a portfolio the collaborations in which parties meet, of a
            graph the nodes with an edge.

    Example:
        >>> degree(Portfolio()).reason.en
        'There are no nodes.'
    """

    value: T | None
    reason: Bilingual | None
    convention: Bilingual
    n: int
    evidence: tuple[Any, ...]


_NO_NODES = Bilingual("Er zijn geen knopen.", "There are no nodes.")
_TOO_FEW = Bilingual(
    "Met minder dan drie knopen kan niemand tussen twee anderen staan.",
    "With fewer than three nodes nobody can stand between two others.",
)
_DEGREE = Bilingual(
    "Aantal verschillende anderen met wie een knoop verbonden is; met een richting tellen in en uit elk.",
    "Number of different others to which a node is tied; with a direction, in and out count each.",
)
_STRENGTH = Bilingual(
    "Som van de gewichten van de banden met anderen; een band zonder gewicht telt als 1.",
    "Sum of the weights of the ties with others; a tie without a weight counts as 1.",
)
_COMPONENTS = Bilingual(
    "Groepen die onderling niet verbonden zijn, grootste eerst; een losse knoop is een eigen groep.",
    "Groups that are not tied to one another, largest first; a lone node is a group of its own.",
)
_BETWEENNESS = Bilingual(
    "Som over alle paren anderen van het deel van hun kortste paden dat door de knoop loopt (Freeman 1977), "
    "banden ongewogen.",
    "Sum over all pairs of others of the share of their shortest paths that goes through the node "
    "(Freeman 1977), ties unweighted.",
)
_NORMALIZED = Bilingual(
    f"{_BETWEENNESS.nl} Gedeeld door het aantal paren anderen.",
    f"{_BETWEENNESS.en} Divided by the number of pairs of others.",
)


def _counted(source: Any) -> tuple[Any, tuple[Any, ...]]:
    """Return the graph to measure and the ids behind it."""
    if isinstance(source, Portfolio):
        evidence = tuple(key for key, parties in structure(source).teams if len(parties) > 1)
        return works_with(source), evidence
    tied = {node for edge in source.edges() for node in edge}
    return source, tuple(in_order(tied))


def _measure(
    value: Any, convention: Bilingual, graph: Any, evidence: tuple[Any, ...], reason: Bilingual | None = None
) -> Measure[Any]:
    if not len(graph):
        reason = _NO_NODES
    return Measure(None if reason else value, reason, convention, len(graph), evidence)


def degree(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]", weight: str | None = None
) -> Measure[Mapping[Any, float]]:
    """Return with how many others each node is tied.

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is measured.
        weight: The attribute of edges to add up (strength); left out, ties are counted. An edge without it
            counts as 1. Ties of a node with itself never count.

    Returns:
        Per node, in order, its degree; not defined without nodes.

    Example:
        >>> import networkx as nx
        >>> dict(degree(nx.path_graph(3)).value)
        {0: 1, 1: 2, 2: 1}
    """
    graph, evidence = _counted(portfolio_or_graph)
    directions = (graph.succ, graph.pred) if graph.is_directed() else (graph.adj,)
    found: dict[Any, float] = {}
    for node in in_order(graph):
        ties = [tie for near in directions for other, tie in near[node].items() if other != node]
        found[node] = len(ties) if weight is None else _sum(ties, weight, graph.is_multigraph())
    return _measure(Table(found), _DEGREE if weight is None else _STRENGTH, graph, evidence)


def _sum(ties: list[Any], weight: str, several: bool) -> float:
    edges = [edge for tie in ties for edge in tie.values()] if several else ties
    return math.fsum(edge.get(weight, 1) for edge in edges)  # exact, so that order does not matter


def components(portfolio_or_graph: "Portfolio | networkx.Graph[Any]") -> Measure[tuple[tuple[Any, ...], ...]]:
    """Return the islands: groups of nodes between which there is no path, whatever the direction of ties.

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is measured.

    Returns:
        The groups, largest first, each in order; not defined without nodes.

    Example:
        >>> import networkx as nx
        >>> components(nx.Graph([("b", "a"), ("d", "c"), ("c", "e")])).value
        (('c', 'd', 'e'), ('a', 'b'))
    """
    import networkx as nx

    graph, evidence = _counted(portfolio_or_graph)
    find: Any = nx.weakly_connected_components if graph.is_directed() else nx.connected_components
    position = {node: place for place, node in enumerate(in_order(graph))}
    groups = [sorted(group, key=position.__getitem__) for group in find(graph)]
    groups.sort(key=lambda group: (-len(group), position[group[0]]))
    return _measure(tuple(map(tuple, groups)), _COMPONENTS, graph, evidence)


def betweenness(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]",
    *,
    normalized: bool = True,
    backend: str | None = None,
) -> Measure[Mapping[Any, float]]:
    """Return how much each node stands on the shortest paths between others.

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is measured.
        normalized: Whether to divide by the number of pairs of others.
        backend: The backend of networkx that reckons, if it is installed.

    Returns:
        Per node, in order, its betweenness; not defined without nodes, nor normalized with fewer than three.

    Raises:
        ImportError: If the backend is not installed.

    Example:
        >>> import networkx as nx
        >>> dict(betweenness(nx.path_graph(3)).value)
        {0: 0.0, 1: 1.0, 2: 0.0}
    """
    import networkx as nx

    graph, evidence = _counted(portfolio_or_graph)
    reason = _TOO_FEW if normalized and len(graph) < 3 else None
    reckon: Any = nx.betweenness_centrality
    found = {} if reason else reckon(ordered(graph), normalized=normalized, backend=backend)
    value = Table({node: float(found[node]) for node in in_order(found)})
    return _measure(value, _NORMALIZED if normalized else _BETWEENNESS, graph, evidence, reason)
