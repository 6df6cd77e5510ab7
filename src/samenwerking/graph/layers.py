"""Same ties twice: in how many ways the same parties work together."""

from collections import Counter
from collections.abc import Mapping
from itertools import combinations
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

import attrs

from samenwerking.graph.measures import Measure
from samenwerking.graph.modes import two_mode
from samenwerking.graph.ordering import in_order
from samenwerking.graph.projection import Team, teams
from samenwerking.model import Portfolio
from samenwerking.vocabulary import Bilingual, Reading, Table

if TYPE_CHECKING:
    import networkx

Pair: TypeAlias = tuple[Any, Any]
By: TypeAlias = Literal["form", "type"]

_FORMS = Bilingual(
    "Per paar dat samenwerkt het aantal verschillende vormen waarin; overlap is het deel van de paren met "
    "een van twee vormen dat beide heeft (Jaccard 1912).",
    "Per pair that works together the number of different forms in which; overlap is the share of the pairs "
    "with either of two forms that have both (Jaccard 1912).",
)
_TYPES = Bilingual(
    "Per paar dat samenwerkt het aantal verschillende typen waarin; overlap is het deel van de paren met "
    "een van twee typen dat beide heeft (Jaccard 1912).",
    "Per pair that works together the number of different types in which; overlap is the share of the pairs "
    "with either of two types that have both (Jaccard 1912).",
)
_NO_PARTIES = Bilingual("Er is niemand om mee samen te werken.", "There is nobody to work with.")
_NO_PAIRS = Bilingual(
    "Er is geen samenwerking van twee of meer waarvan de vorm of het type bekend is.",
    "There is no collaboration of two or more whose form or type is known.",
)


@attrs.frozen
class Multiplexity(Measure[Mapping[Pair, int]]):
    """In how many ways pairs work together.

    Args:
        value: Per pair, in order, the number of different forms or types; ``None`` if it is not defined.
        reason: Why it is not defined; ``None`` if it is.
        convention: How it was reckoned.
        n: How many parties there are.
        evidence: The collaborations counted.
        share: The share of these pairs that work together in more ways than one; ``None`` if not defined.
        layers: Per form or type, in order, the number of pairs.
        overlap: Per two forms or types, in order, the share of the pairs in either that are in both.
        unknown: Per pair that shares collaborations whose form or type is not known, how many; they count
            nowhere else.

    Example:
        >>> multiplexity(Portfolio()).reason.en
        'There is nobody to work with.'
    """

    share: float | None
    layers: Mapping[str, int]
    overlap: Mapping[tuple[str, str], float]
    unknown: Mapping[Pair, int]


def _pairs(found: list[Team]) -> Counter[Pair]:
    return Counter(pair for _, members in found for pair in combinations(members, 2))


def multiplexity(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]", by: By = "form", *, reading: Reading | None = None
) -> Multiplexity:
    """Return in how many ways the same parties work together: a tie of several strands holds better.

    Overlap is the coefficient of Jaccard 1912 (https://doi.org/10.1111/j.1469-8137.1912.tb05611.x).

    Args:
        portfolio_or_graph: A portfolio, or a two-mode graph such as :func:`two_mode` returns, whose
            collaborations may have the attributes ``form`` and ``type``.
        by: ``"form"`` or ``"type"``: what makes two collaborations different in kind.
        reading: The reading that tells the type of a form; the shipped one if left out.

    Returns:
        Per pair the number of kinds, with the layers and their overlap; not defined if there are no parties,
        or if no two of them share a collaboration of a known kind.

    Raises:
        ValueError: If ``by`` is neither, or the graph is not two-mode.

    Example:
        >>> import networkx as nx
        >>> graph = nx.Graph([("a", "x"), ("b", "x"), ("a", "y"), ("b", "y"), ("c", "y")])
        >>> nx.set_node_attributes(graph, {"a": 0, "b": 0, "c": 0, "x": 1, "y": 1}, "bipartite")
        >>> nx.set_node_attributes(graph, {"x": "shared-goal", "y": "network-platform"}, "form")
        >>> found = multiplexity(graph)
        >>> found.value["a", "b"], found.value["a", "c"], round(found.share, 3)
        (2, 1, 0.333)
        >>> dict(found.overlap)
        {('network-platform', 'shared-goal'): 0.3333333333333333}
    """
    if by not in get_args(By):
        raise ValueError(f"by must be 'form' or 'type', not {by!r}")
    source = portfolio_or_graph
    graph = two_mode(source, reading=reading) if isinstance(source, Portfolio) else source
    layers: dict[Any, list[Team]] = {}
    met = [team for team in teams(graph) if len(team[1]) > 1]
    for team in met:
        layers.setdefault(graph.nodes[team[0]].get(by), []).append(team)
    unknown = _pairs(layers.pop(None, []))
    pairs = {layer: _pairs(layers[layer]).keys() for layer in in_order(layers)}
    ways = Counter(pair for found in pairs.values() for pair in found)
    overlap = {
        (one, other): len(pairs[one] & pairs[other]) / len(pairs[one] | pairs[other])
        for one, other in combinations(pairs, 2)
    }
    modes: Any = graph.nodes(data="bipartite")
    parties = {key for key, mode in modes if mode == 0}.union(*(members for _, members in met))
    reason = None if ways else _NO_PAIRS if parties else _NO_PARTIES
    return Multiplexity(
        value=Table({pair: ways[pair] for pair in in_order(ways)}) if ways else None,
        reason=reason,
        convention=_FORMS if by == "form" else _TYPES,
        n=len(parties),
        evidence=tuple(key for key, _ in met if graph.nodes[key].get(by) is not None),
        share=sum(count > 1 for count in ways.values()) / len(ways) if ways else None,
        layers=Table({layer: len(found) for layer, found in pairs.items()}),
        overlap=Table(overlap),
        unknown=Table({pair: unknown[pair] for pair in in_order(unknown)}),
    )
