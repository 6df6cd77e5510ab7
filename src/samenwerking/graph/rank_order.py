"""How far an order of parties holds if parties are missing."""

import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from samenwerking.graph.certainty import ENOUGH, check_missing, thinned, told
from samenwerking.graph.measures import Measure, counted
from samenwerking.graph.ordering import ordered
from samenwerking.model import Portfolio
from samenwerking.vocabulary import Bilingual

if TYPE_CHECKING:
    import networkx

_CONVENTION = Bilingual(
    "Stel dat {percent}% van alle partijen hier nog niet bij staat, en dat het toeval bepaalt wie. Laat van "
    "wie er wel staat net zo'n deel weg, {samples} keer, en vergelijk de volgorde van de anderen met die van "
    "nu (rangcorrelatie van Spearman).",
    "Suppose that {percent}% of all parties are not here yet, and that chance decides who. Leave out as "
    "large a share of those that are, {samples} times, and compare the order of the others with that of now "
    "(rank correlation of Spearman).",
)
_ALL_ALIKE = Bilingual(
    "Alle waarden zijn gelijk, dus is er geen volgorde.", "All values are equal, so there is no order."
)


@attrs.frozen(kw_only=True)
class RankStability:
    """How far an order of nodes holds.

    Args:
        mean: The mean rank correlation with the order of now, from -1 to 1.
        low: The rank correlation that was reached in nine of ten samples.
        top: Which share of those who are at the top now (a tenth, at least three) stays there on average.
        missing: Which share of all parties was supposed to be missing.
        samples: How many samples gave an order.
    """

    mean: float
    low: float
    top: float
    missing: float
    samples: int


def ranks(values: Mapping[Any, float]) -> dict[Any, float]:
    """Return ranks, from 1 for the lowest value; equal values share the mean of their ranks.

    Args:
        values: A number per node.

    Returns:
        A rank per node.

    Example:
        >>> ranks({"a": 5, "b": 1, "c": 5})
        {'b': 1.0, 'a': 2.5, 'c': 2.5}
    """
    placed: dict[Any, float] = {}
    order = sorted(values, key=lambda node: values[node])
    begin = 0
    while begin < len(order):
        end = begin
        while end < len(order) and values[order[end]] == values[order[begin]]:
            end += 1
        placed.update(dict.fromkeys(order[begin:end], (begin + 1 + end) / 2))
        begin = end
    return placed


def rank_correlation(one: Mapping[Any, float], other: Mapping[Any, float]) -> float | None:
    """Return how alike two orders of the same nodes are (Spearman, with shared ranks for equal values).

    Args:
        one: A number per node.
        other: Another number per node; nodes that are not in both do not count.

    Returns:
        From -1, each other's reverse, to 1, the same; ``None`` if in one of them all values are equal.

    Example:
        >>> rank_correlation({"a": 1, "b": 2, "c": 3}, {"a": 10, "b": 30, "c": 20})
        0.5
    """
    shared = [node for node in one if node in other]
    first, second = (ranks({node: values[node] for node in shared}) for values in (one, other))
    middle = (len(shared) + 1) / 2
    both = math.fsum((first[node] - middle) * (second[node] - middle) for node in shared)
    spread = math.prod(math.fsum((each[node] - middle) ** 2 for node in shared) for each in (first, second))
    return both / math.sqrt(spread) if spread else None


def rank_stability(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]",
    measure: Callable[[Any], Measure[Mapping[Any, float]]],
    *,
    missing: float,
    samples: int = 200,
    seed: int = 2026,
) -> Measure[RankStability]:
    """Return how far the order in which a measure puts nodes holds if parties are missing.

    It says whether an order can bear a conclusion; it names nobody. Orders by betweenness hold less than
    those by degree (Costenbader & Valente 2003, https://doi.org/10.1016/S0378-8733(03)00012-1; Borgatti,
    Carley & Krackhardt 2006, https://doi.org/10.1016/j.socnet.2005.05.001).

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is measured.
        measure: Takes a graph and gives a number per node, such as :func:`degree` or :func:`betweenness`.
        missing: The share of all parties that is not on file, above 0 and at most 0.5.
        samples: How often to leave out parties, 20 or more.
        seed: Where chance begins; the same seed gives the same outcome.

    Returns:
        How alike the orders are. Not defined where the measure is not, or if all values are equal.

    Raises:
        ValueError: If ``missing`` or ``samples`` is out of range.

    Example:
        >>> import networkx as nx
        >>> from samenwerking.graph.measures import degree
        >>> rank_stability(nx.star_graph(20), degree, missing=0.1).value.top > 0.3
        True
    """
    check_missing(missing, samples)
    graph, evidence = counted(portfolio_or_graph)
    graph = ordered(graph)
    convention = told(_CONVENTION, missing, samples)
    outcome = measure(graph)
    if outcome.value is None:
        return Measure(None, outcome.reason, convention, len(graph), evidence)
    now = outcome.value
    alike: list[float] = []
    stays: list[float] = []
    for sample in thinned(graph, missing, samples, seed):
        then = measure(sample).value
        correlation = rank_correlation(now, then) if then is not None else None
        if then is not None and correlation is not None:
            alike.append(correlation)
            before, after = (_top({node: values[node] for node in then}) for values in (now, then))
            stays.append(len(before & after) / len(before))
    if len(alike) < ENOUGH * samples:
        return Measure(None, _ALL_ALIKE, convention, len(graph), evidence)
    value = RankStability(
        mean=math.fsum(alike) / len(alike),
        low=sorted(alike)[len(alike) // 10],
        top=math.fsum(stays) / len(stays),
        missing=missing,
        samples=len(alike),
    )
    return Measure(value, None, convention, len(graph), evidence)


def _top(values: Mapping[Any, float]) -> set[Any]:
    """Return the tenth with the highest values, at least three, and whoever equals the last of them."""
    highest = sorted(values.values(), reverse=True)
    least = highest[min(max(3, len(highest) // 10), len(highest)) - 1]
    return {node for node, value in values.items() if value >= least}
