"""Who works with whom: the weighted projection of the two-mode graph on its parties."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, combinations
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from samenwerking.graph.modes import BETWEEN, about, node, types_by_form, wanted
from samenwerking.graph.ordering import filled, in_order
from samenwerking.graph.structure import structure
from samenwerking.model import Portfolio
from samenwerking.vocabulary import Form

if TYPE_CHECKING:
    import networkx

Weight: TypeAlias = Literal["newman", "count", "binary"]
Team: TypeAlias = tuple[Any, Sequence[Any]]
Forms: TypeAlias = Iterable[Form | str | None]


def _steps(weight: Weight, size: int) -> tuple[float, float]:
    """Return what a collaboration adds to a tie: the first one, and each further one."""
    if weight == "newman":
        return 1 / (size - 1), 1 / (size - 1)
    return (1, 1) if weight == "count" else (1, 0)


def _projected(
    nodes: dict[Any, dict[str, Any]], found: Iterable[Team], weight: Weight, graph: dict[str, Any]
) -> "networkx.Graph[Any]":
    adjacency: dict[Any, dict[Any, dict[str, Any]]] = {party: {} for party in nodes}
    # Names of further collaborations, joined only at the end, as a text that grows is copied each time.
    more: dict[int, tuple[dict[str, Any], list[str]]] = {}
    for team, members in found:
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


def _members(id: Any, near: Mapping[Any, Any], parties: set[Any]) -> Iterable[Any]:
    """Return the parties of a collaboration; another collaboration is one if the edge says so."""
    if parties.issuperset(near):
        return near
    members = []
    for other, edge in near.items():
        if other in parties:
            members.append(other)
        elif "collaboration" not in edge:
            raise ValueError(f"the edge of {id!r} and {other!r} does not say which collaboration it is in")
        elif edge["collaboration"] == id or edge.get("mutual"):
            members.append(other)
    return members


def _in_graph(graph: Any) -> list[Team]:
    """Return every collaboration of a two-mode graph with its parties."""
    if graph.is_directed() or graph.is_multigraph():
        raise ValueError("a two-mode graph is undirected and has one edge per pair")
    parties = set()
    for key, mode in graph.nodes(data="bipartite"):
        if mode not in (0, 1):
            raise ValueError(f"node {key!r} has no attribute bipartite of 0 (party) or 1 (collaboration)")
        if mode == 0:
            parties.add(key)
    rank = {key: place for place, key in enumerate(in_order(graph))}
    adjacency = dict(graph.adjacency())
    found: list[Team] = []
    for key in rank:
        near = adjacency[key]
        if key not in parties:
            found.append((key, sorted(_members(key, near, parties), key=rank.__getitem__)))
        elif not parties.isdisjoint(near):
            raise ValueError(f"party {key!r} has an edge to another party: the graph is not two-mode")
    return found


def teams(portfolio_or_graph: "Portfolio | networkx.Graph[Any]") -> list[Team]:
    """Return every collaboration with its parties, in order.

    Args:
        portfolio_or_graph: A portfolio, or a two-mode graph as in :func:`works_with`.

    Returns:
        Pairs of a collaboration and its parties.

    Raises:
        ValueError: If the graph is not two-mode.

    Example:
        >>> teams(Portfolio())
        []
    """
    if isinstance(portfolio_or_graph, Portfolio):
        return list(structure(portfolio_or_graph).teams)
    return _in_graph(portfolio_or_graph)


def _kept(
    source: "Portfolio | networkx.Graph[Any]", found: list[Team], forms: Forms | str | None
) -> list[Team]:
    """Return the teams whose form a filter lets through."""
    allowed = wanted(forms, Form)
    if allowed is None:
        return found
    if isinstance(source, Portfolio):
        known = structure(source).collaborations
        return [team for team in found if known[team[0]].canvas.form in allowed]
    return [team for team in found if source.nodes[team[0]].get("form") in allowed]


def _parties(source: "Portfolio | networkx.Graph[Any]", found: list[Team]) -> dict[Any, dict[str, Any]]:
    """Return all parties with their attributes, in order; an organization without a collaboration is one."""
    keys = set(chain.from_iterable(members for _, members in found))
    if isinstance(source, Portfolio):
        known, types = structure(source), types_by_form(None)
        return {key: node(known, key, types) for key in sorted(keys.union(known.organizations))}
    modes: Any = source.nodes(data="bipartite")
    keys.update(key for key, mode in modes if mode == 0)
    return {key: dict(source.nodes[key]) for key in in_order(keys)}


def works_with(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]",
    weight: Weight = "newman",
    *,
    forms: Forms | str | None = None,
) -> "networkx.Graph[Any]":
    """Return the graph of who works with whom: parties that share at least one collaboration.

    Nodes are the parties with the attributes they have in the two-mode graph, isolated ones included. An
    edge has ``weight``, ``count`` (how many collaborations the two share) and ``collaborations`` (their
    ids as one text). A collaboration with one party makes no edge, one with forty makes 780: the default
    weight tempers that, and ``forms`` can leave such collaborations out.

    Args:
        portfolio_or_graph: A portfolio, or a two-mode graph such as :func:`two_mode` returns. Any
            undirected graph will do whose nodes have the attribute ``bipartite``, 0 for a party and 1 for
            a collaboration.
        weight: ``"newman"``: each shared collaboration of n parties adds 1/(n - 1), so that a party's
            weights add up to the number of collaborations in which it is not alone (Newman 2001,
            https://doi.org/10.1103/PhysRevE.64.016132); ``"count"``: each adds 1; ``"binary"``: always 1.
        forms: The forms of the collaborations to count; ``None`` among them stands for undecided. All parties
            stay. Left out, all collaborations count. In a graph it is the attribute ``form`` of nodes.

    Returns:
        A fresh graph that may be changed.

    Raises:
        ValueError: If there is no such weight or form, or the graph is not two-mode.

    Example:
        >>> import networkx as nx
        >>> two_mode = nx.Graph([("a", "polder"), ("b", "polder"), ("c", "polder")])
        >>> nx.set_node_attributes(two_mode, {"a": 0, "b": 0, "c": 0, "polder": 1}, "bipartite")
        >>> works_with(two_mode).edges["a", "b"]
        {'weight': 0.5, 'count': 1, 'collaborations': 'polder'}
        >>> works_with(two_mode, forms={None, *Form} - {Form.NETWORK_PLATFORM}).number_of_edges()
        3
    """
    if weight not in get_args(Weight):
        raise ValueError(f"weight must be 'newman', 'count' or 'binary', not {weight!r}")
    source = portfolio_or_graph
    found = teams(source)
    nodes = _parties(source, found)
    graph = about(source, structure(source)) if isinstance(source, Portfolio) else source.graph
    return _projected(nodes, _kept(source, found, forms), weight, graph)


def shared_counts(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]", *, forms: Forms | str | None = None
) -> Counter[tuple[Any, Any]]:
    """Return how many collaborations each pair of parties shares.

    It is what :func:`works_with` counts, without making a graph: for large portfolios, in one pass over what
    is on file and a fraction of the time and memory.

    Args:
        portfolio_or_graph: A portfolio, or a two-mode graph as in :func:`works_with`.
        forms: The forms of the collaborations to count, as in :func:`works_with`.

    Returns:
        A fresh counter of pairs that share any, of which the first comes before the second in order. Any
        other pair counts as 0.

    Raises:
        ValueError: If there is no such form, or the graph is not two-mode.

    Example:
        >>> import networkx as nx
        >>> two_mode = nx.Graph([("b", "polder"), ("a", "polder"), ("a", "dijk"), ("b", "dijk")])
        >>> nx.set_node_attributes(two_mode, {"a": 0, "b": 0, "polder": 1, "dijk": 1}, "bipartite")
        >>> shared_counts(two_mode)
        Counter({('a', 'b'): 2})
    """
    found = _kept(portfolio_or_graph, teams(portfolio_or_graph), forms)
    return Counter(chain.from_iterable(combinations(members, 2) for _, members in found))
