"""What a measure gives, and the first of them: degree, components and betweenness.

The same content gives the same outcome, in whatever order a graph was made.
"""

import math
import random
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeAlias, TypeVar, get_args

import attrs

from samenwerking.graph.ordering import in_order
from samenwerking.graph.projection import works_with
from samenwerking.graph.structure import structure
from samenwerking.graph.ties import Direction, checked, plain
from samenwerking.model import Portfolio
from samenwerking.vocabulary import Bilingual, Table

if TYPE_CHECKING:
    import networkx

T = TypeVar("T")
Engine: TypeAlias = Literal["networkx", "batched"]


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
ALONE = Bilingual("Er is maar één knoop, dus zijn er geen anderen.", "There is only one node, so no others.")
FEWER_THAN_THREE = Bilingual(
    "Met minder dan drie knopen kan niemand tussen twee anderen staan.",
    "With fewer than three nodes nobody can stand between two others.",
)
_DEGREE = Bilingual(
    "Aantal verschillende anderen met wie een knoop verbonden is; met een richting tellen in en uit elk.",
    "Number of different others to which a node is tied; with a direction, in and out count each.",
)
_ONE_WAY = {
    "in": Bilingual(
        "Aantal verschillende anderen met een band naar de knoop.",
        "Number of different others with a tie to the node.",
    ),
    "out": Bilingual(
        "Aantal verschillende anderen naar wie de knoop een band heeft.",
        "Number of different others to which the node has a tie.",
    ),
}
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


def counted(source: "Portfolio | networkx.Graph[Any]") -> "tuple[networkx.Graph[Any], tuple[Any, ...]]":
    """Return the graph to measure and the ids behind it.

    Args:
        source: A graph, or a portfolio of which :func:`works_with` is measured.

    Returns:
        The graph, and of a portfolio the collaborations in which parties meet, of a graph the nodes with an
        edge.
    """
    if isinstance(source, Portfolio):
        evidence = tuple(key for key, parties in structure(source).teams if len(parties) > 1)
        return works_with(source), evidence
    tied = {node for edge in source.edges() for node in edge}
    return source, tuple(in_order(tied))


def measured(
    value: T | None,
    convention: Bilingual,
    graph: "networkx.Graph[Any]",
    evidence: tuple[Any, ...],
    reason: Bilingual | None = None,
) -> Measure[T]:
    """Put an outcome together; without nodes nothing is defined.

    Args:
        value: The outcome; it does not count if there is a reason.
        convention: How it was reckoned.
        graph: What was measured.
        evidence: Ids behind it.
        reason: Why it is not defined.

    Returns:
        The outcome.
    """
    reason = reason if len(graph) else _NO_NODES
    return Measure(None if reason else value, reason, convention, len(graph), evidence)


def by_node(found: Mapping[Any, float]) -> Table[Any, float]:
    """Return what networkx found per node, in order.

    Args:
        found: Numbers by node.

    Returns:
        The same as a table.

    Raises:
        OverflowError: If a number is not finite, as there are more shortest paths than can be counted.
    """
    if not all(map(math.isfinite, found.values())):
        raise OverflowError("there are more shortest paths than can be counted")
    return Table({node: float(found[node]) for node in in_order(found)})


def degree(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]",
    weight: str | None = None,
    *,
    direction: Direction = "total",
) -> Measure[Mapping[Any, float]]:
    """Return with how many others each node is tied.

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is measured.
        weight: The attribute of edges to add up (strength); left out, ties are counted. An edge without it
            counts as 1. Ties of a node with itself never count.
        direction: Of a directed graph the ties to count: ``"in"``, ``"out"`` or ``"total"``, their sum.

    Returns:
        Per node, in order, its degree; not defined without nodes.

    Raises:
        ValueError: If there is no such direction.

    Example:
        >>> import networkx as nx
        >>> dict(degree(nx.path_graph(3)).value)
        {0: 1, 1: 2, 2: 1}
    """
    graph, evidence = counted(portfolio_or_graph)
    checked(direction)
    source: Any = graph
    directions = [source.adj]
    if graph.is_directed():
        directions = [source.succ] * (direction != "in") + [source.pred] * (direction != "out")
    found: dict[Any, float] = {}
    for node in in_order(graph):
        ties = [tie for near in directions for other, tie in near[node].items() if other != node]
        found[node] = len(ties) if weight is None else _sum(ties, weight, graph.is_multigraph())
    one_way = _ONE_WAY.get(direction, _DEGREE) if graph.is_directed() else _DEGREE
    return measured(Table(found), one_way if weight is None else _STRENGTH, graph, evidence)


def _sum(ties: list[Any], weight: str, several: bool) -> float:
    edges = [edge for tie in ties for edge in tie.values()] if several else ties
    return math.fsum(edge.get(weight, 1) for edge in edges)  # exact, so that order does not matter


def components(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]", *, backend: str | None = None
) -> Measure[tuple[tuple[Any, ...], ...]]:
    """Return the islands: groups of nodes between which there is no path, whatever the direction of ties.

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is measured.
        backend: The backend of networkx that reckons, if it is installed.

    Returns:
        The groups, largest first, each in order; not defined without nodes.

    Raises:
        ImportError: If the backend is not installed.

    Example:
        >>> import networkx as nx
        >>> components(nx.Graph([("b", "a"), ("d", "c"), ("c", "e")])).value
        (('c', 'd', 'e'), ('a', 'b'))
    """
    import networkx as nx

    graph, evidence = counted(portfolio_or_graph)
    find: Any = nx.weakly_connected_components if graph.is_directed() else nx.connected_components
    position = {node: place for place, node in enumerate(in_order(graph))}
    groups = [sorted(group, key=position.__getitem__) for group in find(graph, backend=backend)]
    groups.sort(key=lambda group: (-len(group), position[group[0]]))
    return measured(tuple(map(tuple, groups)), _COMPONENTS, graph, evidence)


def betweenness(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]",
    *,
    normalized: bool = True,
    sample: int | None = None,
    seed: int = 0,
    engine: Engine = "networkx",
    backend: str | None = None,
) -> Measure[Mapping[Any, float]]:
    """Return how much each node stands on the shortest paths between others.

    The source is Freeman 1977 (https://doi.org/10.2307/3033543), reckoned as in Brandes 2001
    (https://doi.org/10.1080/0022250X.2001.9990249): in steps of nodes times ties. A sample gives an estimate
    from the paths that begin at that many nodes (Brandes & Pich 2007,
    https://doi.org/10.1142/S0218127407018403); a node that was drawn itself is judged by the others.

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is measured.
        normalized: Whether to divide by the number of pairs of others.
        sample: From how many nodes to estimate, 2 or more; exact if left out, or if there are no more.
        seed: What the draw begins with; the same seed gives the same nodes.
        engine: ``"networkx"``, or ``"batched"`` for the same numbers (to 1e-12) with numpy and scipy: ten to
            thirty times as fast where shortest paths are short, as between those who work together, and
            slower in long chains, as each step of distance goes over the whole graph.
        backend: The backend of networkx that reckons, if it is installed; only with that engine.

    Returns:
        Per node, in order, its betweenness; not defined without nodes, nor normalized with fewer than three.

    Raises:
        ImportError: If the backend, or what the engine needs, is not installed.
        OverflowError: If there are more shortest paths than can be counted.
        ValueError: If there is no such engine, it has no backends, or the sample is smaller than 2.

    Example:
        >>> import networkx as nx
        >>> dict(betweenness(nx.path_graph(3)).value)
        {0: 0.0, 1: 1.0, 2: 0.0}
    """
    if engine not in get_args(Engine):
        raise ValueError(f"engine must be 'networkx' or 'batched', not {engine!r}")
    if backend is not None and engine != "networkx":
        raise ValueError("only engine 'networkx' has backends")
    graph, evidence = counted(portfolio_or_graph)
    if sample is not None and sample < 2:
        raise ValueError(f"sample must be 2 or more, not {sample}")
    if sample is not None and sample >= len(graph):
        sample = None
    convention = _NORMALIZED if normalized else _BETWEENNESS
    if sample is not None:
        convention = Bilingual(
            f"{convention.nl} Geschat uit {sample} knopen, getrokken met getal {seed} (Brandes & Pich 2007).",
            f"{convention.en} Estimated from {sample} nodes, drawn with seed {seed} (Brandes & Pich 2007).",
        )
    if len(graph) < 3:
        nothing = None if normalized else by_node(dict.fromkeys(graph, 0.0))
        return measured(nothing, convention, graph, evidence, FEWER_THAN_THREE if normalized else None)
    if sample is None and engine == "networkx":
        import networkx as nx

        reckon: Any = nx.betweenness_centrality
        found = reckon(plain(graph), normalized=normalized, backend=backend)
    else:
        nodes = in_order(graph)
        drawn = nodes if sample is None else random.Random(seed).sample(nodes, sample)
        found = _from(graph, drawn, normalized, engine, backend)
    return measured(by_node(found), convention, graph, evidence)


def _from(
    graph: "networkx.Graph[Any]", drawn: list[Any], normalized: bool, engine: Engine, backend: str | None
) -> dict[Any, float]:
    """Reckon betweenness from the paths that begin at some nodes."""
    others, twice = len(graph) - 1, 1 if graph.is_directed() else 2
    if engine == "batched":
        from samenwerking.graph.batched import dependencies

        found = dependencies(graph, drawn)
    else:
        import networkx as nx

        bare = plain(graph)
        reckon: Any = nx.betweenness_centrality_subset
        shares = reckon(bare, sources=drawn, targets=list(bare), normalized=False, backend=backend)
        found = {node: twice * share for node, share in shares.items()}
    pairs = others * (others - 1) if normalized else twice
    # A path through a node begins at another one: of those others, so many were drawn.
    begun = {**dict.fromkeys(graph, len(drawn)), **dict.fromkeys(drawn, len(drawn) - 1)}
    return {node: share * others / begun[node] / pairs for node, share in found.items()}
