"""How far a whole network leans on its most central node: 1 for a star, 0 where all stand alike.

Each is the sum of what every node stays behind the most central one, divided by the largest sum that a graph
of as many nodes can have (Freeman 1978, https://doi.org/10.1016/0378-8733(78)90021-7).
"""

import math
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from samenwerking.graph import positions
from samenwerking.graph.measures import (
    ALONE,
    FEWER_THAN_THREE,
    Engine,
    Measure,
    betweenness,
    counted,
    degree,
)
from samenwerking.graph.modes import two_mode
from samenwerking.graph.ordering import in_order
from samenwerking.graph.ties import Direction, near
from samenwerking.model import Portfolio
from samenwerking.vocabulary import Bilingual

if TYPE_CHECKING:
    import networkx

_FREEMAN = Bilingual(
    "Som van het verschil met de hoogste waarde, gedeeld door de grootst mogelijke som (Freeman 1978)",
    "Sum of the differences from the highest value, divided by the largest possible sum (Freeman 1978)",
)
_ONE_SIDE = Bilingual(
    "Een van beide kanten heeft minder dan twee knopen, dus is er niets te vergelijken.",
    "One of both sides has fewer than two nodes, so that there is nothing to compare.",
)
_TIES = Bilingual("aantal banden", "number of ties")
_BETWEEN = Bilingual("ongedeelde tussenpositie (betweenness)", "raw betweenness")
_NEAR = Bilingual("nabijheid (closeness)", "closeness")
_HARMONIC = Bilingual("harmonische nabijheid", "harmonic closeness")


def _convention(what: Bilingual, most: str) -> Bilingual:
    return Bilingual(f"{_FREEMAN.nl}: {what.nl}; {most}.", f"{_FREEMAN.en}: {what.en}; {most}.")


def _directed(source: "Portfolio | networkx.Graph[Any]") -> bool:
    return not isinstance(source, Portfolio) and source.is_directed()


def _behind(values: Iterable[float]) -> float:
    """Add up what each stays behind the highest; exact, so that order does not matter."""
    values = list(values)
    highest = max(values)
    return math.fsum(highest - value for value in values)


def _centralized(
    of: Measure[Mapping[Any, float]], convention: Bilingual, most: float, few: Bilingual
) -> Measure[float]:
    """Make one number of a value per node; ``most`` is the largest sum, 0 if there is nothing to compare."""
    value = _behind(of.value.values()) / most if of.value is not None and most > 0 else None
    reason = None if value is not None else of.reason or few
    return Measure(value, reason, convention, of.n, of.evidence)


def degree_centralization(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]", *, direction: Direction = "total"
) -> Measure[float]:
    """Return how far ties are with one node: 1 for a star, 0 if all have as many.

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is measured.
        direction: Of a directed graph the ties to count: ``"in"``, ``"out"`` or ``"total"``, their sum.

    Returns:
        A number from 0 to 1. The largest sum is (n - 1)(n - 2), with a direction (n - 1)² for ``"in"`` and
        ``"out"`` and 2(n - 1)(n - 2) for their sum. Not defined where it is 0: with fewer than three nodes,
        or two.

    Raises:
        ValueError: If there is no such direction.

    Example:
        >>> import networkx as nx
        >>> degree_centralization(nx.star_graph(5)).value, degree_centralization(nx.cycle_graph(5)).value
        (1.0, 0.0)
    """
    found = degree(portfolio_or_graph, direction=direction)
    n = found.n
    if not _directed(portfolio_or_graph):
        most, told, few = (n - 1) * (n - 2), "(n-1)(n-2)", FEWER_THAN_THREE
    elif direction == "total":
        most, told, few = 2 * (n - 1) * (n - 2), "2(n-1)(n-2)", FEWER_THAN_THREE
    else:
        most, told, few = (n - 1) ** 2, "(n-1)²", ALONE
    return _centralized(found, _convention(_TIES, told), most, few)


def betweenness_centralization(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]",
    *,
    engine: Engine = "networkx",
    backend: str | None = None,
) -> Measure[float]:
    """Return how far the shortest paths between others go through one node: 1 for a star.

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is measured.
        engine: As in :func:`betweenness`.
        backend: The backend of networkx that reckons, if it is installed; only with engine ``"networkx"``.

    Returns:
        A number from 0 to 1. The largest sum is (n - 1)²(n - 2)/2, with a direction (n - 1)²(n - 2). Not
        defined with fewer than three nodes.

    Raises:
        ImportError: If the backend, or what the engine needs, is not installed.
        ValueError: If there is no such engine, or it has no backends.

    Example:
        >>> import networkx as nx
        >>> betweenness_centralization(nx.star_graph(5)).value
        1.0
    """
    found = betweenness(portfolio_or_graph, normalized=False, engine=engine, backend=backend)
    n, directed = found.n, _directed(portfolio_or_graph)
    most = (n - 1) ** 2 * (n - 2) / (1 if directed else 2)
    told = "(n-1)²(n-2)" if directed else "(n-1)²(n-2)/2"
    return _centralized(found, _convention(_BETWEEN, told), most, FEWER_THAN_THREE)


def closeness_centralization(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]",
    *,
    harmonic: bool = False,
    direction: Direction = "out",
    backend: str | None = None,
) -> Measure[float]:
    """Return how much nearer one node is to all than the others are: 1 for a star.

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is measured.
        harmonic: Whether to go by harmonic closeness, which is defined where some cannot be reached.
        direction: Of a directed graph the paths to measure: ``"out"`` to others, ``"in"`` from others,
            ``"total"`` whatever the direction of ties.
        backend: The backend of networkx that reckons, if it is installed.

    Returns:
        A number from 0 to 1. The largest sum is (n - 1)(n - 2)/(2n - 3), harmonic (n - 2)/2. With paths in
        one direction it is set to (n - 1)²/n, as R sna does (a bound that no graph reaches in which all can
        be reached), harmonic to n - 1. Not defined where it is 0, nor, unless harmonic, if somebody cannot be
        reached.

    Raises:
        ImportError: If the backend is not installed.
        ValueError: If there is no such direction.

    Example:
        >>> import networkx as nx
        >>> closeness_centralization(nx.star_graph(5)).value
        1.0
        >>> closeness_centralization(nx.Graph([("a", "b"), ("c", "d")])).reason.en
        'Not everybody can be reached; closeness is not defined then. The harmonic variant (harmonic) is.'
    """
    reckon = positions.harmonic if harmonic else positions.closeness
    found = reckon(portfolio_or_graph, direction=direction, backend=backend)
    n = found.n
    if _directed(portfolio_or_graph) and direction != "total":
        most, told = (n - 1, "n-1") if harmonic else ((n - 1) ** 2 / max(n, 1), "(n-1)²/n")
        few = ALONE
    else:
        most, told = ((n - 2) / 2, "(n-2)/2") if harmonic else (_star(n), "(n-1)(n-2)/(2n-3)")
        few = FEWER_THAN_THREE
    return _centralized(found, _convention(_HARMONIC if harmonic else _NEAR, told), most, few)


def _star(n: int) -> float:
    return (n - 1) * (n - 2) / (2 * n - 3)


def two_mode_degree_centralization(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]", nodes: Iterable[Any]
) -> Measure[float]:
    """Return how far ties are with one node of its mode, such as one organization of all.

    The source is Borgatti & Everett 1997 (https://doi.org/10.1016/S0378-8733(96)00301-2).

    Args:
        portfolio_or_graph: A graph with two modes, or a portfolio of which :func:`two_mode` is measured.
        nodes: The nodes of the mode to look at; all other nodes are the other mode.

    Returns:
        A number from 0 to 1. The largest sum is (n₁ - 1)(n₂ - 1), for n₁ nodes in the mode and n₂ in the
        other; ``n`` is n₁. Not defined if either is below two.

    Raises:
        ValueError: If a node is not in the graph, or a tie stays within one mode.

    Example:
        >>> import networkx as nx
        >>> graph = nx.Graph([("a", "x"), ("a", "y"), ("b", "x"), ("c", "x")])
        >>> two_mode_degree_centralization(graph, "abc").value
        1.0
    """
    graph, evidence = counted(
        two_mode(portfolio_or_graph) if isinstance(portfolio_or_graph, Portfolio) else portfolio_or_graph
    )
    mode = set(nodes)
    unknown = in_order(mode.difference(graph))
    if unknown:
        raise ValueError(f"{unknown[0]!r} is not a node of the graph")
    out, back = near(graph)
    for node, others in out.items():
        for other in in_order(others):
            if (node in mode) is (other in mode):
                raise ValueError(f"the tie of {node!r} and {other!r} stays within one mode")
    first, second = len(mode), len(graph) - len(mode)
    convention = _convention(_TIES, "(n₁-1)(n₂-1)")
    if first < 2 or second < 2:
        return Measure(None, _ONE_SIDE, convention, first, evidence)
    value = _behind(len(out[node] | back[node]) for node in mode) / ((first - 1) * (second - 1))
    return Measure(value, None, convention, first, evidence)
