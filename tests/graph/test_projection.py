"""Who works with whom, held against networkx and against published numbers."""

import random
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, strategies as st
from networkx.algorithms import bipartite

from samenwerking.graph import degree, shared_counts, two_mode, works_with
from samenwerking.graph.ordering import ordered
from samenwerking.graph.structure import structure
from samenwerking.model import Canvas, Collaboration, Organization, Participation, Portfolio
from samenwerking.testing import portfolios
from samenwerking.vocabulary import Form

ORACLES: dict[str, Any] = {
    "newman": bipartite.collaboration_weighted_projected_graph,
    "count": bipartite.weighted_projected_graph,
    "binary": bipartite.projected_graph,
}
WEIGHTS = sorted(ORACLES)

Pairs = list[tuple[int, int]]
memberships = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 7)), max_size=40)


def affiliated(pairs: list[tuple[int, int]]) -> Portfolio:
    """Make a portfolio of ten organizations with the given memberships."""
    return Portfolio(
        organizations=[Organization(id=f"o{number}", name="O") for number in range(10)],
        collaborations=[
            Collaboration(
                id=f"c{whole}",
                name="C",
                canvas=Canvas(
                    parties=[Participation(party=f"o{one}") for one, other in pairs if other == whole]
                ),
            )
            for whole in range(8)
        ],
    )


def parties(graph: Any) -> list[Any]:
    return [key for key, mode in graph.nodes(data="bipartite") if mode == 0]


def weights(graph: Any) -> dict[frozenset[Any], float]:
    return {frozenset((one, other)): weight for one, other, weight in graph.edges(data="weight", default=1)}


def as_oracle(graph: Any, weight: str) -> dict[frozenset[Any], float]:
    if 1 not in dict(graph.nodes(data="bipartite")).values():
        return {}  # networkx refuses to project where nothing is left out
    return weights(ORACLES[weight](graph, parties(graph)))


def whole_and_part(portfolio: Portfolio) -> Any:
    """Make a strictly bipartite graph in which a collaboration that takes part is a second node."""
    graph: nx.Graph[Any] = nx.Graph()
    graph.add_nodes_from((key, {"bipartite": 0}) for key in structure(portfolio).organizations)
    for whole, members in structure(portfolio).teams:
        graph.add_node((whole, "whole"), bipartite=1)
        for member in members:
            graph.add_node(member, bipartite=0)
            graph.add_edge(member, (whole, "whole"))
    return graph


@pytest.mark.parametrize("weight", WEIGHTS)
@given(pairs=memberships)
def test_it_equals_networkx(weight: Any, pairs: Pairs) -> None:
    graph = two_mode(affiliated(pairs))
    ours = works_with(graph, weight)
    assert weights(ours) == pytest.approx(as_oracle(graph, weight), rel=1e-12)
    assert dict(ours.nodes(data=True)) == {key: graph.nodes[key] for key in parties(graph)}


@pytest.mark.parametrize("weight", WEIGHTS)
@given(portfolio=portfolios(broken_references=True))
def test_it_equals_networkx_where_collaborations_take_part_in_one_another(
    weight: Any, portfolio: Portfolio
) -> None:
    split = whole_and_part(portfolio)
    ours = works_with(portfolio, weight)
    assert weights(ours) == pytest.approx(as_oracle(split, weight), rel=1e-12)
    assert set(ours) == set(parties(split))


@pytest.mark.parametrize("weight", WEIGHTS)
@given(portfolio=portfolios(broken_references=True))
def test_a_portfolio_gives_what_its_graph_gives(weight: Any, portfolio: Portfolio) -> None:
    one, other = works_with(portfolio, weight), works_with(two_mode(portfolio), weight)
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(data=True)) == list(other.edges(data=True))
    assert one.graph == other.graph
    assert one.graph["weight"] == weight


@given(memberships, st.randoms())
def test_the_order_of_the_graph_does_not_show(pairs: Pairs, chance: random.Random) -> None:
    graph = two_mode(affiliated(pairs))
    nodes, edges = list(graph.nodes(data=True)), list(graph.edges(data=True))
    chance.shuffle(nodes)
    chance.shuffle(edges)
    mixed: nx.Graph[str] = nx.Graph()
    mixed.add_nodes_from(nodes)
    mixed.add_edges_from((other, one, edge) for one, other, edge in edges)
    assert list(works_with(mixed).edges(data=True)) == list(works_with(graph).edges(data=True))


@given(memberships)
def test_newman_weights_add_up_to_the_collaborations_in_which_a_party_is_not_alone(pairs: Pairs) -> None:
    portfolio = affiliated(pairs)
    shared = dict.fromkeys(structure(portfolio).organizations, 0)
    for _, members in structure(portfolio).teams:
        for member in members:
            shared[member] += len(members) > 1
    strength = degree(portfolio, weight="weight").value
    assert dict(strength or {}) == pytest.approx(shared)


@given(memberships)
def test_edges_name_the_collaborations(pairs: Pairs) -> None:
    portfolio = affiliated(pairs)
    for one, other, edge in works_with(portfolio).edges(data=True):
        shared = sorted(set(portfolio.collaborations_of(one)) & set(portfolio.collaborations_of(other)))
        assert edge["collaborations"] == "; ".join(shared)
        assert edge["count"] == len(shared)


@given(memberships)
def test_it_is_a_graph_like_one_made_through_the_public_methods(pairs: Pairs) -> None:
    graph = works_with(affiliated(pairs))
    plain: nx.Graph[str] = nx.Graph(**graph.graph)
    plain.add_nodes_from((key, dict(node)) for key, node in graph.nodes(data=True))
    plain.add_edges_from((one, other, dict(edge)) for one, other, edge in graph.edges(data=True))
    assert nx.utils.graphs_equal(graph, plain)
    assert nx.utils.graphs_equal(ordered(graph), plain)


def test_one_collaboration_of_five() -> None:
    graph = works_with(affiliated([(number, 0) for number in range(5)]))
    assert weights(graph) == dict.fromkeys(weights(graph), 0.25)
    assert graph.number_of_edges() == 10
    assert len(graph) == 10


@given(st.integers(2, 12))
def test_one_collaboration_is_a_clique_of_equal_weights(size: int) -> None:
    portfolio = Portfolio(
        collaborations=[
            Collaboration(
                id="c",
                name="C",
                canvas=Canvas(parties=[Participation(party=f"o{number}") for number in range(size)]),
            )
        ]
    )
    assert sorted(weights(works_with(portfolio)).values()) == [1 / (size - 1)] * (size * (size - 1) // 2)


@given(portfolios(broken_references=True))
def test_counts_are_those_of_the_graph(portfolio: Portfolio) -> None:
    counts = shared_counts(portfolio)
    assert {frozenset(pair): count for pair, count in counts.items()} == weights(
        works_with(portfolio, "count")
    )
    assert all(one < other for one, other in counts)
    assert list(shared_counts(two_mode(portfolio)).items()) == list(counts.items())


def test_counts_of_names_of_different_kinds_have_one_order() -> None:
    graph: nx.Graph[Any] = nx.Graph([(10, "x"), (9, "x"), (10, "y"), (9, "y"), ("b", "y")])
    nx.set_node_attributes(graph, {10: 0, 9: 0, "b": 0, "x": 1, "y": 1}, "bipartite")
    assert shared_counts(graph) == {(10, 9): 2, (10, "b"): 1, (9, "b"): 1}  # as they are shown
    assert shared_counts(graph)["b", "z"] == 0


forms = st.sets(st.none() | st.sampled_from(Form))


@given(portfolios(broken_references=True), forms)
def test_forms_that_are_left_out_make_no_edge(portfolio: Portfolio, kept: set[Form | None]) -> None:
    graph = works_with(portfolio, forms=kept)
    assert list(graph.nodes(data=True)) == list(works_with(portfolio).nodes(data=True))
    filtered = two_mode(portfolio, forms=kept)
    assert weights(graph) == weights(works_with(filtered))
    again = works_with(two_mode(portfolio), forms=kept)
    assert list(graph.edges(data=True)) == list(again.edges(data=True))
    assert list(graph) == list(again)
    counts = shared_counts(portfolio, forms=kept)
    assert {frozenset(pair): count for pair, count in counts.items()} == {
        frozenset((one, other)): count for one, other, count in graph.edges(data="count")
    }


@given(portfolios(broken_references=True))
def test_all_forms_and_none_are_all(portfolio: Portfolio) -> None:
    everything = works_with(portfolio, forms=[None, *Form])
    assert list(everything.edges(data=True)) == list(works_with(portfolio).edges(data=True))


def test_a_form_that_does_not_exist_is_refused() -> None:
    assert works_with(Portfolio(), forms="shared-goal").number_of_edges() == 0
    with pytest.raises(ValueError, match="polderen"):
        works_with(Portfolio(), forms=["polderen"])
    with pytest.raises(ValueError, match="polderen"):
        shared_counts(Portfolio(), forms="polderen")


# Davis, Gardner & Gardner 1941; numbers recomputed with R sna 2.7-1 and in Borgatti & Halgin, "Analyzing
# affiliation networks" (http://www.analytictech.com/borgatti/2mode.htm).
def davis(weight: Any) -> Any:
    return works_with(nx.davis_southern_women_graph(), weight)


def test_davis_southern_women() -> None:
    counts = davis("count")
    assert (len(counts), counts.number_of_edges()) == (18, 139)
    shared = [
        counts.edges["Evelyn Jefferson", other]["count"] for other in ("Theresa Anderson", "Brenda Rogers")
    ]
    assert shared == [7, 6]
    assert davis("newman").edges["Evelyn Jefferson", "Theresa Anderson"]["weight"] == pytest.approx(
        1.48688, abs=5e-6
    )


def test_davis_strength_is_the_number_of_events() -> None:
    strength = degree(davis("newman"), weight="weight").value or {}
    names = ("Evelyn Jefferson", "Laura Mandeville", "Dorothy Murchison")
    assert [strength[name] for name in names] == pytest.approx([8, 7, 2])


def test_a_node_key_may_be_a_number() -> None:
    graph: nx.Graph[int] = nx.Graph([(1, 10), (2, 10)])
    nx.set_node_attributes(graph, {1: 0, 2: 0, 10: 1}, "bipartite")
    assert works_with(graph, "binary").edges[1, 2] == {"weight": 1, "count": 1, "collaborations": "10"}


@pytest.mark.parametrize(
    ("graph", "modes", "told"),
    [
        (nx.Graph([("a", "x")]), {"a": 0}, "node 'x' has no attribute bipartite"),
        (nx.Graph([("a", "b")]), {"a": 0, "b": 0}, "party 'a' has an edge to another party"),
        (nx.Graph([("x", "y")]), {"x": 1, "y": 1}, "does not say which collaboration"),
        (nx.DiGraph([("a", "x")]), {"a": 0, "x": 1}, "undirected"),
        (nx.MultiGraph([("a", "x")]), {"a": 0, "x": 1}, "one edge per pair"),
    ],
)
def test_a_graph_that_is_not_two_mode_is_refused(graph: Any, modes: dict[str, int], told: str) -> None:
    nx.set_node_attributes(graph, modes, "bipartite")
    with pytest.raises(ValueError, match=told):
        works_with(graph)


def test_an_unknown_weight_is_refused() -> None:
    with pytest.raises(ValueError, match="not 'zwaar'"):
        works_with(Portfolio(), "zwaar")
