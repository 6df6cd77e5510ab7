"""Where each node stands: how near to others, and how deep in the core."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from samenwerking.graph.measures import ALONE, Measure, by_node, counted, measured
from samenwerking.graph.ties import Direction, plain, toward
from samenwerking.model import Portfolio
from samenwerking.vocabulary import Bilingual, Table

if TYPE_CHECKING:
    import networkx

_CLOSENESS = Bilingual(
    "Aantal anderen gedeeld door de som van de afstanden (Freeman 1978): 1 bij een band met iedereen.",
    "Number of others divided by the sum of distances (Freeman 1978): 1 for a tie with everybody.",
)
_APART = Bilingual(
    "Niet iedereen is bereikbaar; nabijheid is dan niet bepaald. De harmonische variant (harmonic) is dat "
    "wel.",
    "Not everybody can be reached; closeness is not defined then. The harmonic variant (harmonic) is.",
)
_HARMONIC = Bilingual(
    "Som van 1 gedeeld door de afstand tot elk ander; wie niet bereikbaar is, telt als 0 (Rochat 2009).",
    "Sum of 1 divided by the distance to each other; who cannot be reached counts as 0 (Rochat 2009).",
)
_NORMALIZED = Bilingual(
    f"{_HARMONIC.nl} Gedeeld door het aantal anderen.", f"{_HARMONIC.en} Divided by the number of others."
)
_CORE = Bilingual(
    "Het grootste getal k waarvoor de knoop in een deel van het netwerk zit waarin ieder k banden heeft "
    "(Seidman 1983); met een richting tellen in en uit elk.",
    "The largest number k for which the node is in a part of the network in which each has k ties "
    "(Seidman 1983); with a direction, in and out count each.",
)


def closeness(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]",
    *,
    direction: Direction = "out",
    backend: str | None = None,
) -> Measure[Mapping[Any, float]]:
    """Return how near each node is to all others.

    The source is Freeman 1978 (https://doi.org/10.1016/0378-8733(78)90021-7).

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is measured.
        direction: Of a directed graph the paths to measure: ``"out"`` to others, ``"in"`` from others,
            ``"total"`` whatever the direction of ties.
        backend: The backend of networkx that reckons, if it is installed.

    Returns:
        Per node, in order, a number above 0 up to 1. Not defined with fewer than two nodes, nor if somebody
        cannot be reached: see :func:`harmonic` then.

    Raises:
        ImportError: If the backend is not installed.
        ValueError: If there is no such direction.

    Example:
        >>> import networkx as nx
        >>> dict(closeness(nx.star_graph(2)).value)
        {0: 1.0, 1: 0.6666666666666666, 2: 0.6666666666666666}
    """
    import networkx as nx

    graph, evidence = counted(portfolio_or_graph)
    facing: Any = toward(graph, direction)
    if len(graph) < 2:
        return measured(None, _CLOSENESS, graph, evidence, ALONE)
    whole: Any = nx.is_strongly_connected if facing.is_directed() else nx.is_connected
    if not whole(facing):
        return measured(None, _CLOSENESS, graph, evidence, _APART)
    reckon: Any = nx.closeness_centrality
    return measured(by_node(reckon(facing, backend=backend)), _CLOSENESS, graph, evidence)


def harmonic(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]",
    *,
    normalized: bool = True,
    direction: Direction = "out",
    backend: str | None = None,
) -> Measure[Mapping[Any, float]]:
    """Return how near each node is to others, where some cannot be reached.

    The source is Rochat 2009 (https://infoscience.epfl.ch/record/200525) and Boldi & Vigna 2014
    (https://doi.org/10.1080/15427951.2013.865686).

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is measured.
        normalized: Whether to divide by the number of others.
        direction: Of a directed graph the paths to measure: ``"out"`` to others, ``"in"`` from others,
            ``"total"`` whatever the direction of ties.
        backend: The backend of networkx that reckons, if it is installed.

    Returns:
        Per node, in order, a number from 0; up to 1 if normalized. Not defined without nodes, nor normalized
        with one.

    Raises:
        ImportError: If the backend is not installed.
        ValueError: If there is no such direction.

    Example:
        >>> import networkx as nx
        >>> dict(harmonic(nx.Graph([("a", "b"), ("c", "d")]), normalized=False).value)
        {'a': 1.0, 'b': 1.0, 'c': 1.0, 'd': 1.0}
    """
    import networkx as nx

    graph, evidence = counted(portfolio_or_graph)
    facing = toward(graph, direction)
    others = len(graph) - 1 if normalized else 1
    convention = _NORMALIZED if normalized else _HARMONIC
    if others < 1:
        return measured(None, convention, graph, evidence, ALONE)
    reckon: Any = nx.harmonic_centrality
    sums = by_node(reckon(facing, backend=backend))
    value = Table({node: total / others for node, total in sums.items()})
    return measured(value, convention, graph, evidence)


def core_numbers(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]", *, backend: str | None = None
) -> Measure[Mapping[Any, int]]:
    """Return how deep each node is in the core of a network.

    The source is Seidman 1983 (https://doi.org/10.1016/0378-8733(83)90028-X).

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is measured.
        backend: The backend of networkx that reckons, if it is installed.

    Returns:
        Per node, in order, its core number; 0 without ties. Not defined without nodes.

    Raises:
        ImportError: If the backend is not installed.

    Example:
        >>> import networkx as nx
        >>> dict(core_numbers(nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")])).value)
        {'a': 2, 'b': 2, 'c': 2, 'd': 1}
    """
    import networkx as nx

    graph, evidence = counted(portfolio_or_graph)
    bare = plain(graph)
    reckon: Any = nx.core_number
    found = reckon(bare, backend=backend) if len(bare) else {}
    return measured(Table({node: int(found[node]) for node in bare}), _CORE, graph, evidence)
