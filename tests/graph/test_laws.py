"""What holds for every measure on every graph: order, names, undefined, and known extremes."""

import math
import random
from collections.abc import Mapping
from typing import Any

import attrs
import networkx as nx
import pytest
from hypothesis import given, settings, strategies as st

from samenwerking.graph import (
    Measure,
    assortativity,
    betweenness,
    betweenness_centralization,
    bridges,
    brokerage,
    closeness,
    closeness_centralization,
    components,
    connectedness,
    constraint,
    core_numbers,
    cut_points,
    degree,
    degree_centralization,
    density,
    effective_size,
    efficiency,
    ei_index,
    harmonic,
    mixing,
    reciprocity,
    transitivity,
)

KINDS: list[Any] = [nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph]
GROUPS = {node: "abc"[node % 3] for node in range(7)}  # of nodes 7 and 8 it is not known

MEASURES: dict[str, Any] = {
    "assortativity": lambda graph: assortativity(graph, "group"),
    "betweenness": betweenness,
    "betweenness raw": lambda graph: betweenness(graph, normalized=False),
    "betweenness sampled": lambda graph: betweenness(graph, sample=3),
    "betweenness_centralization": betweenness_centralization,
    "bridges": bridges,
    "brokerage": lambda graph: brokerage(graph, "group"),
    "brokerage ordered": lambda graph: brokerage(graph, "group", ordered=True),
    "closeness": closeness,
    "closeness total": lambda graph: closeness(graph, direction="total"),
    "closeness_centralization": closeness_centralization,
    "closeness_centralization harmonic": lambda graph: closeness_centralization(graph, harmonic=True),
    "components": components,
    "connectedness": connectedness,
    "constraint": constraint,
    "constraint weighted": lambda graph: constraint(graph, "weight"),
    "core_numbers": core_numbers,
    "cut_points": cut_points,
    "degree": degree,
    "degree in": lambda graph: degree(graph, direction="in"),
    "degree weighted": lambda graph: degree(graph, "weight"),
    "degree_centralization": degree_centralization,
    "degree_centralization out": lambda graph: degree_centralization(graph, direction="out"),
    "density": density,
    "effective_size": effective_size,
    "effective_size weighted": lambda graph: effective_size(graph, "weight"),
    "efficiency": efficiency,
    "ei_index": lambda graph: ei_index(graph, "group"),
    "harmonic": harmonic,
    "harmonic raw in": lambda graph: harmonic(graph, normalized=False, direction="in"),
    "mixing": lambda graph: mixing(graph, "group"),
    "reciprocity": reciprocity,
    "transitivity": transitivity,
}
SHARES = [
    "betweenness_centralization",
    "closeness_centralization",
    "closeness_centralization harmonic",
    "connectedness",
    "degree_centralization",
    "degree_centralization out",
    "density",
    "efficiency",
    "reciprocity",
    "transitivity",
]
every_measure = pytest.mark.parametrize("name", MEASURES)
few = settings(max_examples=settings().max_examples // 4)  # as they are drawn for each measure anew


@st.composite
def graphs(draw: st.DrawFn) -> Any:
    """Draw a graph of any kind: loops, parallel and weighted edges, islands, nodes without group or tie."""
    graph = draw(st.sampled_from(KINDS))()
    graph.add_nodes_from(range(draw(st.integers(0, 4))))
    node = st.integers(0, 8)
    for one, other in draw(st.lists(st.tuples(node, node), max_size=20)):
        graph.add_edge(one, other, weight=draw(st.integers(1, 20)) / 7)
    nx.set_node_attributes(graph, {node: GROUPS[node] for node in graph if node in GROUPS}, "group")
    return graph


def shuffled(graph: Any, chance: random.Random, names: Mapping[Any, Any] | None = None) -> Any:
    """Make the same graph with nodes and edges in another order, under other names if told."""
    mixed = type(graph)()
    called = names or {node: node for node in graph}
    nodes, edges = list(graph.nodes(data=True)), list(graph.edges(data=True))
    chance.shuffle(nodes)
    chance.shuffle(edges)
    mixed.add_nodes_from((called[node], data) for node, data in nodes)
    for one, other, data in edges:
        turned = not graph.is_directed() and chance.random() < 0.5
        pair = (called[other], called[one]) if turned else (called[one], called[other])
        mixed.add_edge(*pair, **data)
    return mixed


def numbers(value: Any) -> Any:
    """Take the numbers out of an outcome, wherever they are in it."""
    if isinstance(value, float):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from numbers(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from numbers(each)
    elif attrs.has(type(value)):
        yield from numbers(attrs.astuple(value, recurse=False))


@every_measure
@few
@given(graph=graphs(), chance=st.randoms(use_true_random=False))
def test_the_order_of_a_graph_does_not_show(name: str, graph: Any, chance: random.Random) -> None:
    one, other = MEASURES[name](graph), MEASURES[name](shuffled(graph, chance))
    assert one == other
    assert repr(one) == repr(other)  # to the last bit, and in the same order


@pytest.mark.parametrize("name", [name for name in MEASURES if "sampled" not in name])
@few
@given(graph=graphs(), chance=st.randoms(use_true_random=False))
def test_names_of_nodes_do_not_matter(name: str, graph: Any, chance: random.Random) -> None:
    names = {
        node: f"organisatie {number:02}"
        for node, number in zip(range(9), chance.sample(range(9), 9), strict=True)
    }
    here, there = MEASURES[name](graph).value, MEASURES[name](shuffled(graph, chance, names)).value
    if isinstance(here, Mapping) and name != "mixing":
        here = {names[node]: value for node, value in here.items()}
        assert set(here) == set(there)
        pairs = [(here[node], there[node]) for node in here]
    elif isinstance(here, tuple):
        pairs = [(len(here), len(there))]
    else:
        pairs = [(here, there)]
    for one, other in pairs:
        same = one if isinstance(one, float) else None
        assert other == (one if same is None else pytest.approx(one, rel=1e-9, abs=1e-12))


@every_measure
@few
@given(graph=graphs())
def test_it_is_a_number_or_there_is_a_reason(name: str, graph: Any) -> None:
    outcome: Measure[Any] = MEASURES[name](graph)
    assert (outcome.value is None) is (outcome.reason is not None)
    assert outcome.convention.nl and outcome.convention.en
    if outcome.reason is not None:
        assert outcome.reason.nl != outcome.reason.en
    assert all(map(math.isfinite, numbers(outcome)))
    assert hash(outcome) == hash(MEASURES[name](graph))


@every_measure
@few
@given(graph=graphs())
def test_it_leaves_the_graph_alone(name: str, graph: Any) -> None:
    before = shuffled(graph, random.Random(0))
    MEASURES[name](graph)
    assert nx.utils.graphs_equal(shuffled(graph, random.Random(0)), before)


@every_measure
def test_without_nodes_nothing_is_defined(name: str) -> None:
    for kind in KINDS:
        outcome = MEASURES[name](kind())
        assert (outcome.value, outcome.n, outcome.evidence) == (None, 0, ())
        assert outcome.reason.nl == "Er zijn geen knopen."


@every_measure
def test_ties_with_oneself_and_twice_the_same_do_not_count(name: str) -> None:
    graph: Any = nx.karate_club_graph()
    nx.set_node_attributes(
        graph, {node: club for node, club in graph.nodes(data="club") if node != 9}, "group"
    )
    again: Any = nx.MultiGraph(graph)
    again.add_edges_from((node, node) for node in graph)
    if "weighted" not in name:
        again.add_edges_from(list(graph.edges))
    assert MEASURES[name](again) == MEASURES[name](graph)


@pytest.mark.parametrize(
    "measure",
    [
        betweenness,
        betweenness_centralization,
        bridges,
        closeness,
        closeness_centralization,
        components,
        core_numbers,
        cut_points,
        harmonic,
    ],
)
def test_what_networkx_reckons_takes_a_backend(measure: Any) -> None:
    graph = nx.karate_club_graph()
    assert measure(graph, backend="networkx") == measure(graph)
    with pytest.raises(ImportError):
        measure(graph, backend="er-is-geen-zo-n-backend")


@pytest.mark.parametrize("name", SHARES)
@few
@given(graph=graphs())
def test_shares_are_from_0_to_1(name: str, graph: Any) -> None:
    value = MEASURES[name](graph).value
    assert value is None or 0 <= value <= 1 + 1e-12


CENTRALIZATIONS = [name for name in SHARES if "centralization" in name]


@pytest.mark.parametrize("name", CENTRALIZATIONS)
@pytest.mark.parametrize("n", [3, 4, 10, 41])
def test_a_star_is_centralized_and_a_ring_is_not(name: str, n: int) -> None:
    assert MEASURES[name](nx.star_graph(n - 1)).value == pytest.approx(1, rel=1e-12)
    for regular in (nx.cycle_graph(n), nx.complete_graph(n), nx.circulant_graph(n, [1, 2])):
        assert MEASURES[name](regular).value == pytest.approx(0, abs=1e-12)


def test_no_small_graph_is_more_centralized_than_a_star() -> None:
    for graph in nx.graph_atlas_g():
        for name in CENTRALIZATIONS:
            value = MEASURES[name](graph).value
            assert value is None or -1e-12 <= value <= 1 + 1e-12


@given(graphs(), st.data())
def test_without_a_node_at_most_its_degree_less_one_more_islands(graph: Any, data: Any) -> None:
    if not len(graph):
        return
    node = data.draw(st.sampled_from(sorted(graph)))
    plain: nx.Graph[Any] = nx.Graph(graph)
    ties = (degree(plain).value or {})[node]
    before = len(components(graph).value or ())
    graph.remove_node(node)
    after = len(components(graph).value or ())
    assert -1 <= after - before <= max(ties - 1, 0)


@given(graphs())
def test_cut_points_and_bridges_are_those_that_cut(graph: Any) -> None:
    def islands(left: Any) -> int:
        return len(components(left).value or ())

    plain: nx.Graph[Any] = nx.Graph(graph)
    found = cut_points(graph).value or ()
    # The node itself was an island if it had no ties.
    assert list(found) == [
        node for node in sorted(plain) if islands(plain.subgraph(set(plain) - {node})) > islands(plain)
    ]
    cutting = []
    for one, other in plain.edges:
        left: Any = nx.Graph(plain)
        left.remove_edge(one, other)
        if islands(left) > islands(plain):
            cutting.append((min(one, other), max(one, other)))
    assert list(bridges(graph).value or ()) == sorted(cutting)


@given(graphs())
def test_one_island_is_wholly_connected(graph: Any) -> None:
    value = connectedness(graph).value
    islands = [len(island) for island in components(graph).value or ()]
    assert (value == 1) is (len(islands) == 1 and len(graph) > 1)
    if value is not None:
        pairs = len(graph) * (len(graph) - 1)
        assert value == pytest.approx(sum(size * (size - 1) for size in islands) / pairs)


def test_a_tree_with_directions_wastes_nothing() -> None:
    tree: Any = nx.DiGraph([(0, 1), (0, 2), (2, 3), (5, 4)])
    assert efficiency(tree).value == 1
    assert efficiency(nx.complete_graph(5)).value == efficiency(nx.complete_graph(5, nx.DiGraph)).value == 0
    assert efficiency(nx.path_graph(3)).value == 0.5  # each tie counts as two
    assert efficiency(nx.empty_graph(3)).value is None
