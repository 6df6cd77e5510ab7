"""How well a network hangs together, and where it would fall apart."""

from typing import TYPE_CHECKING, Any

from samenwerking.graph.measures import ALONE, Measure, components, counted, measured
from samenwerking.graph.ordering import in_order
from samenwerking.graph.ties import near, plain
from samenwerking.model import Portfolio
from samenwerking.vocabulary import Bilingual

if TYPE_CHECKING:
    import networkx

_DENSITY = Bilingual(
    "Aantal banden gedeeld door het aantal mogelijke: n(n-1)/2, met een richting n(n-1).",
    "Number of ties divided by the number of possible ones: n(n-1)/2, with a direction n(n-1).",
)
_CONNECTEDNESS = Bilingual(
    "Deel van de paren waartussen een pad is, wat de richting ook is (Krackhardt 1994).",
    "Share of the pairs between which there is a path, whatever the direction (Krackhardt 1994).",
)
_EFFICIENCY = Bilingual(
    "1 min het aantal banden boven wat nodig is om elk eiland heel te houden, gedeeld door het grootst "
    "mogelijke aantal daarvan (Krackhardt 1994); een band zonder richting telt als twee, zoals in R sna.",
    "1 minus the number of ties beyond what keeps each island whole, divided by the largest possible number "
    "of those (Krackhardt 1994); a tie without direction counts as two, as in R sna.",
)
_ALL_ALONE = Bilingual(
    "Er zijn geen banden, dus kan er ook geen te veel zijn.", "There are no ties, so none can be superfluous."
)
_TRANSITIVITY = Bilingual(
    "Deel van de paden van twee banden (a naar b naar c) waarvan de uiteinden ook zelf verbonden zijn (a "
    "naar c).",
    "Share of the paths of two ties (a to b to c) of which the ends are tied themselves too (a to c).",
)
_NO_PATHS = Bilingual("Er zijn geen paden van twee banden.", "There are no paths of two ties.")
_RECIPROCITY = Bilingual(
    "Deel van de banden dat beantwoord wordt met een band terug.",
    "Share of the ties that are answered by a tie in return.",
)
_NO_TIES = Bilingual("Er zijn geen banden.", "There are no ties.")
_NO_DIRECTION = Bilingual("De banden hebben geen richting.", "The ties have no direction.")
_CUT_POINTS = Bilingual(
    "Knopen zonder welke hun eiland uiteen zou vallen, wat de richting van banden ook is.",
    "Nodes without which their island would fall apart, whatever the direction of ties.",
)
_BRIDGES = Bilingual(
    "Paren waarvan het eiland zonder hun band uiteen zou vallen, wat de richting van banden ook is.",
    "Pairs of which the island would fall apart without their tie, whatever the direction of ties.",
)


def density(portfolio_or_graph: "Portfolio | networkx.Graph[Any]") -> Measure[float]:
    """Return the share of possible ties that exist.

    Who works with whom is denser than what is on file: a collaboration of many ties each to each. Read it
    beside the density of the graph with two modes.

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is measured.

    Returns:
        A number from 0 to 1; not defined with fewer than two nodes.

    Example:
        >>> import networkx as nx
        >>> density(nx.path_graph(3)).value
        0.6666666666666666
    """
    graph, evidence = counted(portfolio_or_graph)
    n, ties = len(graph), plain(graph).number_of_edges()
    possible = n * (n - 1) // (1 if graph.is_directed() else 2)
    if not possible:
        return measured(None, _DENSITY, graph, evidence, ALONE)
    return measured(ties / possible, _DENSITY, graph, evidence)


def connectedness(portfolio_or_graph: "Portfolio | networkx.Graph[Any]") -> Measure[float]:
    """Return the share of pairs that can reach one another: 1 if there are no islands.

    The source is Krackhardt 1994, "Graph theoretical dimensions of informal organizations", in Carley &
    Prietula (eds.), Computational Organization Theory.

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is measured.

    Returns:
        A number from 0 to 1; not defined with fewer than two nodes.

    Example:
        >>> import networkx as nx
        >>> connectedness(nx.Graph([("a", "b"), ("c", "d")])).value
        0.3333333333333333
    """
    found = components(portfolio_or_graph)
    pairs = found.n * (found.n - 1)
    value = _reachable(found) / pairs if pairs else None
    reason = None if pairs else found.reason or ALONE
    return Measure(value, reason, _CONNECTEDNESS, found.n, found.evidence)


def _reachable(islands: Measure[tuple[tuple[Any, ...], ...]]) -> int:
    """Count the ordered pairs between which there is a path."""
    return sum(len(island) * (len(island) - 1) for island in islands.value or ())


def efficiency(portfolio_or_graph: "Portfolio | networkx.Graph[Any]") -> Measure[float]:
    """Return how few ties are beyond what keeps each island whole: 1 if none, 0 if all that can be.

    The source is Krackhardt 1994 (see :func:`connectedness`), with ties that have a direction; one without
    counts as two. So a tree without directions is below 1; high is not better, as spare ties make a network
    robust.

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is measured.

    Returns:
        A number from 0 to 1; not defined without ties.

    Example:
        >>> import networkx as nx
        >>> efficiency(nx.DiGraph([("a", "b"), ("a", "c")])).value, efficiency(nx.complete_graph(3)).value
        (1.0, 0.0)
    """
    graph, evidence = counted(portfolio_or_graph)
    islands = components(graph)
    needed = sum(len(island) - 1 for island in islands.value or ())
    most = _reachable(islands) - needed
    if not most:
        return measured(None, _EFFICIENCY, graph, evidence, _ALL_ALONE)
    ties = sum(map(len, near(graph)[0].values()))
    return measured(1 - (ties - needed) / most, _EFFICIENCY, graph, evidence)


def transitivity(portfolio_or_graph: "Portfolio | networkx.Graph[Any]") -> Measure[float]:
    """Return how often those with a tie to the same node are tied themselves too.

    The source is Wasserman & Faust 1994, chapter 6 (https://doi.org/10.1017/CBO9780511815478); with
    directions it is the measure that R sna calls weak. In a projection such as :func:`works_with` much of it
    comes from collaborations of three and more.

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is measured.

    Returns:
        A number from 0 to 1; not defined if nobody stands between two others.

    Example:
        >>> import networkx as nx
        >>> transitivity(nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")])).value
        0.6
    """
    graph, evidence = counted(portfolio_or_graph)
    out, back = near(graph)
    paths = closed = 0
    for node, ahead in out.items():
        for before in back[node]:
            paths += len(ahead) - (before in ahead)
            closed += len(ahead & out[before])
    if not paths:
        return measured(None, _TRANSITIVITY, graph, evidence, _NO_PATHS)
    return measured(closed / paths, _TRANSITIVITY, graph, evidence)


def reciprocity(graph: "networkx.Graph[Any]") -> Measure[float]:
    """Return the share of ties that go both ways.

    It is what networkx calls overall reciprocity, and R sna edgewise.

    Args:
        graph: A directed graph.

    Returns:
        A number from 0 to 1; not defined without ties, nor where they have no direction.

    Example:
        >>> import networkx as nx
        >>> reciprocity(nx.DiGraph([("a", "b"), ("b", "a"), ("b", "c")])).value
        0.6666666666666666
    """
    graph, evidence = counted(graph)
    if not graph.is_directed():
        return measured(None, _RECIPROCITY, graph, evidence, _NO_DIRECTION)
    out, back = near(graph)
    ties = sum(map(len, out.values()))
    if not ties:
        return measured(None, _RECIPROCITY, graph, evidence, _NO_TIES)
    answered = sum(len(others & back[node]) for node, others in out.items())
    return measured(answered / ties, _RECIPROCITY, graph, evidence)


def cut_points(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]", *, backend: str | None = None
) -> Measure[tuple[Any, ...]]:
    """Return the nodes on which the network hangs together: without one of them its island falls apart.

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is measured.
        backend: The backend of networkx that reckons, if it is installed.

    Returns:
        The nodes, in order; there may be none. Not defined without nodes.

    Raises:
        ImportError: If the backend is not installed.

    Example:
        >>> import networkx as nx
        >>> cut_points(nx.path_graph(4)).value
        (1, 2)
    """
    import networkx as nx

    graph, evidence = counted(portfolio_or_graph)
    find: Any = nx.articulation_points
    found = in_order(find(plain(graph, directed=False), backend=backend))
    return measured(tuple(found), _CUT_POINTS, graph, evidence)


def bridges(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]", *, backend: str | None = None
) -> Measure[tuple[tuple[Any, Any], ...]]:
    """Return the ties on which the network hangs together: without one of them its island falls apart.

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is measured.
        backend: The backend of networkx that reckons, if it is installed.

    Returns:
        The pairs, in order; there may be none. Not defined without nodes.

    Raises:
        ImportError: If the backend is not installed.

    Example:
        >>> import networkx as nx
        >>> bridges(nx.path_graph(3)).value
        ((0, 1), (1, 2))
    """
    import networkx as nx

    graph, evidence = counted(portfolio_or_graph)
    bare = plain(graph, directed=False)
    rank = {node: place for place, node in enumerate(bare)}
    find: Any = nx.bridges
    found = [sorted(pair, key=rank.__getitem__) for pair in find(bare, backend=backend)]
    found.sort(key=lambda pair: (rank[pair[0]], rank[pair[1]]))
    return measured(tuple((one, other) for one, other in found), _BRIDGES, graph, evidence)
