"""How sure a number is if parties are missing: leave out as many again, and see how far it moves."""

import math
import random
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import attrs

from samenwerking.graph.measures import Measure, counted
from samenwerking.graph.ordering import in_order, ordered
from samenwerking.model import Portfolio
from samenwerking.vocabulary import Bilingual

if TYPE_CHECKING:
    import networkx

# Fewer outcomes than this share of the samples is too little to go by.
ENOUGH = 2 / 3
_CONVENTION = Bilingual(
    "Stel dat {percent}% van alle partijen hier nog niet bij staat, en dat het toeval bepaalt wie. Laat van "
    "wie er wel staat net zo'n deel weg, {samples} keer: in {level}% van de keren verschoof het getal "
    "hooguit zo ver.",
    "Suppose that {percent}% of all parties are not here yet, and that chance decides who. Leave out as "
    "large a share of those that are, {samples} times: in {level}% of the times the number moved at most "
    "this far.",
)
TOO_LITTLE = Bilingual(
    "Er blijft te weinig over om iets te kunnen zeggen als er partijen wegvallen.",
    "Too little is left to say anything if parties are left out.",
)


@attrs.frozen(kw_only=True)
class Interval:
    """A number with how far it may be off.

    Args:
        estimate: The number as it follows from what is on file.
        low: The lowest value that fits with it.
        high: The highest.
        level: In which share of the samples the number moved no further.
        missing: Which share of all parties was supposed to be missing.
        samples: How many samples gave a number.
    """

    estimate: float
    low: float
    high: float
    level: float
    missing: float
    samples: int


def check_missing(missing: float, samples: int) -> None:
    """Refuse what cannot be asked.

    Args:
        missing: The share of parties that is not on file.
        samples: How often to leave out parties.

    Raises:
        ValueError: If one of them is out of range.
    """
    if not 0 < missing <= 0.5:
        raise ValueError(f"missing must be above 0 and at most 0.5, not {missing}")
    if samples < 20:
        raise ValueError(f"samples must be 20 or more, not {samples}")


def thinned(graph: "networkx.Graph[Any]", missing: float, samples: int, seed: int) -> Iterator[Any]:
    """Yield copies of a graph without a share of its nodes.

    Args:
        graph: A graph in order.
        missing: The share to leave out; at least one node goes.
        samples: How many copies.
        seed: Where chance begins.

    Yields:
        Graphs; the same for the same content and seed.

    Example:
        >>> import networkx as nx
        >>> [len(graph) for graph in thinned(nx.path_graph(10), 0.2, 3, 1)]
        [8, 8, 8]
    """
    chance = random.Random(seed)
    nodes = in_order(graph)
    gone = min(max(1, round(missing * len(nodes))), len(nodes))
    for _ in range(samples):
        copy = graph.copy()
        copy.remove_nodes_from(chance.sample(nodes, gone))
        yield copy


def _number(outcome: "Measure[float] | float | None") -> float | None:
    found = outcome.value if isinstance(outcome, Measure) else outcome
    return None if found is None or math.isnan(found) else float(found)


def told(text: Bilingual, missing: float, samples: int, level: float = 0.9) -> Bilingual:
    """Fill in by which convention it was reckoned.

    Args:
        text: The convention, with ``{percent}``, ``{samples}`` and ``{level}``.
        missing: The share of parties that is not on file.
        samples: How often parties were left out.
        level: In which share of the samples.

    Returns:
        The convention.
    """
    values = {"percent": f"{100 * missing:g}", "samples": samples, "level": f"{100 * level:g}"}
    return Bilingual(text.nl.format(**values), text.en.format(**values))


def interval(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]",
    measure: "Callable[[Any], Measure[float] | float]",
    *,
    missing: float,
    level: float = 0.9,
    samples: int = 200,
    within: tuple[float, float] = (-math.inf, math.inf),
    seed: int = 2026,
) -> Measure[Interval]:
    """Return how far a number may be off because parties are missing.

    What is on file is itself what was left of everything when some parties were left out. So leave out the
    same share once more, many times: how far the number then moves tells how far it has moved already
    (subsampling without replacement, after Snijders & Borgatti 1999, "Non-parametric standard errors and
    tests for network statistics", Connections 22(2); that the same step is taken again is our own choice).

    It covers parties that are missing by chance, with all their ties. It does not cover parties that are
    missing because they are small or far off, collaborations that are missing as a whole, parties that are on
    file but not in all of their collaborations, nor what is wrong on file.

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is measured.
        measure: Takes a graph and gives a number or a :class:`Measure` of one, such as :func:`density`. Ties
            that stay keep their weight.
        missing: The share of all parties that is not on file, above 0 and at most 0.5. Nobody can tell it
            from the file itself: it is for you to say, such as from a number of partners that a source
            states.
        level: In which share of the samples the number may have moved no further, above 0 and below 1.
        samples: How often to leave out parties, 20 or more.
        within: The lowest and highest value that the number can have, such as ``(0, 1)``.
        seed: Where chance begins; the same seed gives the same outcome.

    Returns:
        The number and its interval. Not defined where the number is not, or too few samples have one.

    Raises:
        ValueError: If ``missing``, ``level`` or ``samples`` is out of range.

    Example:
        >>> import networkx as nx
        >>> found = interval(nx.cycle_graph(40), nx.density, missing=0.2).value
        >>> found.low < found.estimate == nx.density(nx.cycle_graph(40)) < found.high
        True
    """
    check_missing(missing, samples)
    if not 0 < level < 1:
        raise ValueError(f"level must be above 0 and below 1, not {level}")
    graph, evidence = counted(portfolio_or_graph)
    graph = ordered(graph)
    convention = told(_CONVENTION, missing, samples, level)
    outcome = measure(graph)
    estimate = _number(outcome)
    if estimate is None:
        reason = (outcome.reason if isinstance(outcome, Measure) else None) or TOO_LITTLE
        return Measure(None, reason, convention, len(graph), evidence)
    found = [_number(measure(sample)) for sample in thinned(graph, missing, samples, seed)]
    moved = sorted(abs(value - estimate) for value in found if value is not None)
    if len(moved) < ENOUGH * samples:
        return Measure(None, TOO_LITTLE, convention, len(graph), evidence)
    reach = moved[min(math.ceil(level * (len(moved) + 1)), len(moved)) - 1]
    value = Interval(
        estimate=estimate,
        low=max(estimate - reach, within[0]),
        high=min(estimate + reach, within[1]),
        level=level,
        missing=missing,
        samples=len(moved),
    )
    return Measure(value, None, convention, len(graph), evidence)
