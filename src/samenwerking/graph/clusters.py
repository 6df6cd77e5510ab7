"""Groups that work together more than with others, and how firm they are."""

import math
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, Any

import attrs

from samenwerking.graph.measures import Measure
from samenwerking.graph.projection import works_with
from samenwerking.graph.structure import structure
from samenwerking.graph.ties import plain
from samenwerking.model import Portfolio
from samenwerking.vocabulary import Bilingual

if TYPE_CHECKING:
    import networkx

_NO_TIES = Bilingual("Er zijn geen banden.", "There are no ties.")
_CONVENTION = Bilingual(
    "Beste indeling, naar modulariteit (Newman 2004), uit {seeds} keer Louvain (Blondel en anderen 2008) op "
    "dezelfde, gesorteerde banden. Wie geen band heeft, is niet ingedeeld.",
    "Best division, by modularity (Newman 2004), of {seeds} runs of Louvain (Blondel and others 2008) on the "
    "same, sorted ties. Whoever has no tie is not in it.",
)


@attrs.frozen(kw_only=True)
class Communities:
    """A division of those who have ties into groups.

    Args:
        groups: The groups, largest first, each in order.
        modularity: How much more ties lie within the groups than chance would bring, at most 1.
        stability: How alike the divisions of all runs are: the mean adjusted Rand index over all pairs of
            runs, 1 if all are equal and about 0 if they agree no more than by chance; ``None`` with one run.
        seeds: How many runs were made.
    """

    groups: tuple[tuple[Any, ...], ...]
    modularity: float
    stability: float | None
    seeds: int


def adjusted_rand(one: list[int], other: list[int]) -> float:
    """Return how alike two divisions of the same things are, corrected for chance (Hubert & Arabie 1985).

    Args:
        one: Per thing the number of its group in the first division.
        other: The same for the second division.

    Returns:
        1 if they are equal, 0 on average if they have nothing to do with each other;
        https://doi.org/10.1007/BF01908075.

    Example:
        >>> adjusted_rand([0, 0, 1, 1], [1, 1, 0, 0])
        1.0
    """
    both, rows, columns = (
        sum(math.comb(size, 2) for size in Counter(found).values())
        for found in (zip(one, other, strict=True), one, other)
    )
    by_chance = rows * columns / max(math.comb(len(one), 2), 1)
    most = (rows + columns) / 2
    return 1.0 if most == by_chance else (both - by_chance) / (most - by_chance)


def _numbered(graph: Any, nodes: list[Any]) -> Any:
    """Put numbers for names, as sets of texts have another order in every process."""
    import networkx as nx

    number = {node: position for position, node in enumerate(nodes)}
    numbered: Any = nx.Graph()
    numbered.add_nodes_from(range(len(nodes)))
    for one, other, weight in graph.edges(data="weight", default=1):
        numbered.add_edge(number[one], number[other], weight=weight)
    return numbered


def _labels(groups: list[list[int]], size: int) -> list[int]:
    of = [0] * size
    for place, group in enumerate(groups):
        for node in group:
            of[node] = place
    return of


def communities(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]", seeds: int = 20, *, weight: str | None = "weight"
) -> Measure[Communities]:
    """Return groups that work together more than with others, and how firm that division is.

    Several divisions are often about as good; do not read more into a group than its stability bears.

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is divided.
        seeds: How many runs to choose the best of, 1 or more.
        weight: The attribute of edges that tells how strong a tie is, 0 or more; an edge without it counts
            as 1. Without a name all ties count the same.

    Returns:
        The division; the same for the same content in any order. The direction of ties does not count.
        Not defined without ties.

    Raises:
        ValueError: If ``seeds`` is less than 1, or a weight is negative, infinite or not a number.

    Example:
        >>> import networkx as nx
        >>> found = communities(nx.barbell_graph(4, 0)).value
        >>> found.groups, found.stability
        (((0, 1, 2, 3), (4, 5, 6, 7)), 1.0)
    """
    import networkx as nx

    if seeds < 1:
        raise ValueError(f"seeds must be 1 or more, not {seeds}")
    convention = Bilingual(*(text.format(seeds=seeds) for text in (_CONVENTION.nl, _CONVENTION.en)))
    source: Any = portfolio_or_graph
    graph = plain(works_with(source) if isinstance(source, Portfolio) else source, weight, directed=False)
    nodes = [node for node in graph if graph.adj[node]]
    if not nodes:
        return Measure(None, _NO_TIES, convention, len(graph), ())
    if isinstance(source, Portfolio):
        evidence: tuple[Any, ...] = tuple(key for key, team in structure(source).teams if len(team) > 1)
    else:
        evidence = tuple(nodes)
    numbered = _numbered(graph, nodes)
    divide: Any = nx.community.louvain_communities
    quality: Any = nx.community.modularity
    runs = [sorted(map(sorted, divide(numbered, seed=seed))) for seed in range(seeds)]
    modularity, best = max(
        ((float(quality(numbered, groups)), groups) for groups in runs),
        key=lambda pair: pair[0],  # of equals the first
    )
    labels = [_labels(groups, len(nodes)) for groups in runs]
    alike = [adjusted_rand(one, other) for one, other in combinations(labels, 2)]
    groups = sorted(best, key=len, reverse=True)
    value = Communities(
        groups=tuple(tuple(nodes[number] for number in group) for group in groups),
        modularity=modularity,
        stability=math.fsum(alike) / len(alike) if alike else None,
        seeds=seeds,
    )
    return Measure(value, None, convention, len(nodes), evidence)
