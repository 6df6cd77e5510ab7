"""Who works with whom: the weighted projection of the two-mode graph on its parties."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from samenwerking.graph.modes import BETWEEN, about, node, types_by_form
from samenwerking.graph.ordering import filled, in_order
from samenwerking.graph.structure import structure
from samenwerking.model import Portfolio

if TYPE_CHECKING:
    import networkx

Weight: TypeAlias = Literal["newman", "count", "binary"]
Team: TypeAlias = tuple[Any, Sequence[Any]]


def _steps(weight: Weight, size: int) -> tuple[float, float]:
    """Return what a collaboration adds to a tie: the first one, and each further one."""
    if weight == "newman":
        return 1 / (size - 1), 1 / (size - 1)
    return (1, 1) if weight == "count" else (1, 0)


def _projected(
    nodes: dict[Any, dict[str, Any]], teams: Iterable[Team], weight: Weight, graph: dict[str, Any]
) -> "networkx.Graph[Any]":
    adjacency: dict[Any, dict[Any, dict[str, Any]]] = {party: {} for party in nodes}
    # Names of further collaborations, joined only at the end, as a text that grows is copied each time.
    more: dict[int, tuple[dict[str, Any], list[str]]] = {}
    for team, members in teams:
        if len(members) < 2:
            continue
        first, further = _steps(weight, len(members))
        name = str(team)
        rows = [(member, adjacency[member]) for member in members]
        for position, (one, near) in enumerate(rows, 1):
            for other, back in rows[position:]:
                if other in near:
                    edge = near[other]
                    edge["weight"] += further
                    edge["count"] += 1
                    more.setdefault(id(edge), (edge, [edge["collaborations"]]))[1].append(name)
                else:
                    near[other] = back[one] = {"weight": first, "count": 1, "collaborations": name}
    for edge, names in more.values():
        edge["collaborations"] = BETWEEN.join(names)
    return filled(nodes, adjacency, {**graph, "weight": weight})


def _of_portfolio(portfolio: Portfolio, weight: Weight) -> "networkx.Graph[Any]":
    known = structure(portfolio)
    parties = {party for ties in known.ties.values() for party in ties}.union(known.organizations)
    types = types_by_form(None)
    nodes = {party: node(known, party, types) for party in sorted(parties)}
    return _projected(nodes, known.teams, weight, about(portfolio, known))


def _members(graph: Any, id: Any, modes: dict[Any, int]) -> list[Any]:
    """Return the parties of a collaboration; another collaboration is one if the edge says so."""
    members = []
    for other, edge in graph.adj[id].items():
        if modes[other] == 0:
            members.append(other)
        elif "collaboration" not in edge:
            raise ValueError(f"the edge of {id!r} and {other!r} does not say which collaboration it is in")
        elif edge["collaboration"] == id or edge.get("mutual"):
            members.append(other)
    return in_order(members)


def _of_graph(graph: Any, weight: Weight) -> "networkx.Graph[Any]":
    if graph.is_directed() or graph.is_multigraph():
        raise ValueError("a two-mode graph is undirected and has one edge per pair")
    modes: dict[Any, int] = {}
    for key, mode in graph.nodes(data="bipartite"):
        if mode not in (0, 1):
            raise ValueError(f"node {key!r} has no attribute bipartite of 0 (party) or 1 (collaboration)")
        modes[key] = mode
    for key, mode in modes.items():
        if mode == 0 and any(modes[other] == 0 for other in graph.adj[key]):
            raise ValueError(f"party {key!r} has an edge to another party: the graph is not two-mode")
    wholes = in_order(key for key, mode in modes.items() if mode == 1)
    teams = [(whole, _members(graph, whole, modes)) for whole in wholes]
    parties = {key for key, mode in modes.items() if mode == 0}.union(*(team for _, team in teams))
    nodes = {key: dict(graph.nodes[key]) for key in in_order(parties)}
    return _projected(nodes, teams, weight, graph.graph)


def works_with(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]", weight: Weight = "newman"
) -> "networkx.Graph[Any]":
    """Return the graph of who works with whom: parties that share at least one collaboration.

    Nodes are the parties with the attributes they have in the two-mode graph, isolated ones included. An
    edge has ``weight``, ``count`` (how many collaborations the two share) and ``collaborations`` (their
    ids as one text). A collaboration with one party makes no edge, one with forty makes 780: the default
    weight tempers that.

    Args:
        portfolio_or_graph: A portfolio, or a two-mode graph such as :func:`two_mode` returns. Any
            undirected graph will do whose nodes have the attribute ``bipartite``, 0 for a party and 1 for
            a collaboration.
        weight: ``"newman"``: each shared collaboration of n parties adds 1/(n - 1), so that a party's
            weights add up to the number of collaborations in which it is not alone (Newman 2001,
            https://doi.org/10.1103/PhysRevE.64.016132); ``"count"``: each adds 1; ``"binary"``: always 1.

    Returns:
        A fresh graph that may be changed.

    Raises:
        ValueError: If there is no such weight, or the graph is not two-mode.

    Example:
        >>> import networkx as nx
        >>> two_mode = nx.Graph([("a", "polder"), ("b", "polder"), ("c", "polder")])
        >>> nx.set_node_attributes(two_mode, {"a": 0, "b": 0, "c": 0, "polder": 1}, "bipartite")
        >>> works_with(two_mode).edges["a", "b"]
        {'weight': 0.5, 'count': 1, 'collaborations': 'polder'}
    """
    if weight not in get_args(Weight):
        raise ValueError(f"weight must be 'newman', 'count' or 'binary', not {weight!r}")
    if isinstance(portfolio_or_graph, Portfolio):
        return _of_portfolio(portfolio_or_graph, weight)
    return _of_graph(portfolio_or_graph, weight)
