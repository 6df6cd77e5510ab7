"""Structural holes: how much the contacts of a node are tied to one another (Burt 1992).

The definitions are those of networkx, which without scipy takes more than a minute for 225 nodes with 6,000
ties.
"""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from samenwerking.graph.measures import Measure, counted, measured
from samenwerking.graph.modes import two_mode
from samenwerking.graph.ties import near, plain
from samenwerking.model import Portfolio
from samenwerking.vocabulary import Bilingual, Table

if TYPE_CHECKING:
    import networkx

Weights = Mapping[Any, Mapping[Any, float]]

_CONSTRAINT = Bilingual(
    "Som over de contacten van (p_ij + som over de andere contacten q van p_iq p_qj) in het kwadraat, met "
    "p_ij het deel van de banden van i, heen en terug, dat naar j gaat (Burt 1992).",
    "Sum over the contacts of (p_ij + sum over the other contacts q of p_iq p_qj) squared, with p_ij the "
    "share of the ties of i, both ways, that goes to j (Burt 1992).",
)
_TWO_MODES = Bilingual(
    "Som over de banden van (p_ia + som over andere banden b en anderen j van p_ib p_bj p_ja) in het "
    "kwadraat, met p het deel van iemands banden: hoe ver de samenwerkingen van i ook via anderen "
    "samenhangen (Hollway e.a. 2020).",
    "Sum over the ties of (p_ia + sum over other ties b and others j of p_ib p_bj p_ja) squared, with p the "
    "share of the ties of one: how far the collaborations of i hang together through others too (Hollway et "
    "al. 2020).",
)
_EFFECTIVE = Bilingual(
    "Aantal contacten min het gemiddelde aantal banden dat een contact met de andere contacten heeft "
    "(Burt 1992, vereenvoudigd door Borgatti 1997).",
    "Number of contacts minus the mean number of ties that a contact has with the other contacts "
    "(Burt 1992, simplified by Borgatti 1997).",
)
_EFFECTIVE_SHARES = Bilingual(
    "Som over de contacten van 1 min de som over de andere contacten q van p_iq m_jq, met m_jq de band van "
    "j en q gedeeld door de sterkste van j, heen en terug (Burt 1992).",
    "Sum over the contacts of 1 minus the sum over the other contacts q of p_iq m_jq, with m_jq the tie of "
    "j and q divided by the strongest of j, both ways (Burt 1992).",
)


def _mutual(graph: "networkx.Graph[Any]", weight: str | None) -> Weights:
    """Return what is between each node and its contacts, in both directions together."""
    bare: Any = plain(graph, weight)
    found: dict[Any, dict[Any, float]] = {node: {} for node in bare}
    for one, other, size in bare.edges(data="weight", default=1):
        both = found[one].get(other, 0) + size
        found[one][other] = found[other][one] = both
    return found


def _shares(ties: Weights) -> Weights:
    """Divide by the sum of each node, so that its contacts share 1."""
    shares = {}
    for node, theirs in ties.items():
        total = math.fsum(theirs.values())
        shares[node] = {other: size / total for other, size in theirs.items()}
    return shares


def constraint(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]", weight: str | None = None
) -> Measure[Mapping[Any, float | None]]:
    """Return how far each node is bound to contacts that are tied to one another; low is room to broker.

    The source is Burt 1992, "Structural Holes" (the formula also in Burt 2004,
    https://doi.org/10.1086/421787); with directions, ties both ways are added up, as networkx and igraph do.
    It takes time in step with the sum, over all ties, of the smaller degree of the two.

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is measured.
        weight: The attribute of edges to go by, 0 or more; left out, ties are alike. An edge without it
            counts as 1; ties of a node with itself never count.

    Returns:
        Per node, in order, a number above 0, mostly up to 1 (up to 1.125 for a pair of contacts tied to each
        other); ``None`` for a node without ties. Not defined without nodes.

    Raises:
        ValueError: If a weight is negative, infinite or not a number.

    Example:
        >>> import networkx as nx
        >>> dict(constraint(nx.star_graph(4)).value)
        {0: 0.25, 1: 1.0, 2: 1.0, 3: 1.0, 4: 1.0}
    """
    graph, evidence = counted(portfolio_or_graph)
    shares = _shares(_mutual(graph, weight))
    found: dict[Any, float | None] = {}
    for node, own in shares.items():
        bound = dict(own)
        for contact, share in own.items():
            theirs = shares[contact]
            for other in own.keys() & theirs.keys():
                bound[other] += share * theirs[other]
        found[node] = math.fsum(each * each for each in bound.values()) if bound else None
    return measured(Table(found), _CONSTRAINT, graph, evidence)


def two_mode_constraint(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]", weight: str | None = None
) -> Measure[Mapping[Any, float | None]]:
    """Return how far what each node takes part in is bound together through others, on what is on file.

    The measure :func:`constraint` needs ties between contacts, and a graph with two modes has none: there it
    only counts. In a projection nearly all contacts are tied. This one looks at paths by way of another that
    takes part in the same. The source is Hollway, Morin & Pauwelyn 2020
    (https://doi.org/10.1007/s10784-019-09464-5), as in R netrics.

    Args:
        portfolio_or_graph: A graph with two modes, or a portfolio of which :func:`two_mode` is measured.
        weight: The attribute of edges to go by, 0 or more; left out, ties are alike.

    Returns:
        Per node of either mode, in order, a number above 0, mostly up to 1; ``None`` without ties. Not
        defined without nodes.

    Raises:
        ValueError: If the graph does not fall apart in two modes, or a weight is negative, infinite or not a
            number.

    Example:
        >>> import networkx as nx
        >>> both = two_mode_constraint(nx.davis_southern_women_graph()).value
        >>> round(both["Evelyn Jefferson"], 4)
        0.2782
    """
    import networkx as nx

    source = portfolio_or_graph
    graph, evidence = counted(two_mode(source) if isinstance(source, Portfolio) else source)
    ties = _mutual(graph, weight)
    if not nx.is_bipartite(plain(graph, weight, directed=False)):
        raise ValueError("the graph does not fall apart in two modes")
    shares = _shares(ties)
    found = {node: _bound(node, shares) if own else None for node, own in shares.items()}
    return measured(Table(found), _TWO_MODES, graph, evidence)


def _bound(node: Any, shares: Weights) -> float:
    """Add up the squares of what goes to each tie of a node, directly and by way of others."""
    own = shares[node]
    others: dict[Any, float] = {}
    for tie, share in own.items():
        for other, part in shares[tie].items():
            others[other] = others.get(other, 0) + share * part
    squares = []
    for tie, share in own.items():
        around = (
            (others[other] - share * part, other) for other, part in shares[tie].items() if other != node
        )
        squares.append((share + math.fsum(size * shares[other][tie] for size, other in around)) ** 2)
    return math.fsum(squares)


def effective_size(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]", weight: str | None = None
) -> Measure[Mapping[Any, float | None]]:
    """Return how many different directions each node's contacts lead to.

    The source is Burt 1992 and, for ties that are alike and without directions, Borgatti 1997
    (http://www.analytictech.com/connections/v20(1)/holes.htm). Divided by the number of contacts it is what
    Burt calls efficiency.

    Args:
        portfolio_or_graph: A graph, or a portfolio of which :func:`works_with` is measured.
        weight: The attribute of edges to go by, 0 or more; left out, ties are alike. An edge without it
            counts as 1; ties of a node with itself never count.

    Returns:
        Per node, in order, a number from 1 up to its number of contacts; ``None`` for a node without ties.
        Not defined without nodes.

    Raises:
        ValueError: If a weight is negative, infinite or not a number.

    Example:
        >>> import networkx as nx
        >>> dict(effective_size(nx.complete_graph(3)).value)
        {0: 1.0, 1: 1.0, 2: 1.0}
    """
    graph, evidence = counted(portfolio_or_graph)
    if weight is None and not graph.is_directed():
        contacts, _ = near(graph)
        found = {node: _simplified(own, contacts) for node, own in contacts.items()}
        return measured(Table(found), _EFFECTIVE, graph, evidence)
    ties = _mutual(graph, weight)
    shares = _shares(ties)
    strongest = {node: max(theirs.values(), default=0) for node, theirs in ties.items()}
    found = {
        node: math.fsum(1 - _told_twice(own, ties[contact], strongest[contact]) for contact in own)
        if own
        else None
        for node, own in shares.items()
    }
    return measured(Table(found), _EFFECTIVE_SHARES, graph, evidence)


def _simplified(own: set[Any], contacts: Mapping[Any, set[Any]]) -> float | None:
    if not own:
        return None
    return len(own) - sum(len(own & contacts[contact]) for contact in own) / len(own)


def _told_twice(own: Mapping[Any, float], theirs: Mapping[Any, float], strongest: float) -> float:
    """Return how much of a contact leads to other contacts too."""
    return math.fsum(own[other] * theirs[other] / strongest for other in own.keys() & theirs.keys())
