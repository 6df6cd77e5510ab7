"""Bare ties: in order, without what measures do not look at."""

import math
from typing import Any

import networkx as nx
import pytest

from samenwerking.graph.ties import checked, near, plain, toward


def test_loops_parallel_ties_and_attributes_are_left_out() -> None:
    graph: Any = nx.MultiGraph(name="g")
    graph.add_edges_from([("c", "b", {"w": 2}), ("b", "c", {"w": 3}), ("b", "b"), ("b", "a")])
    graph.add_node("d", sector="x")
    bare: Any = plain(graph)
    assert type(bare) is nx.Graph
    assert list(bare.nodes(data=True)) == [("a", {}), ("b", {}), ("c", {}), ("d", {})]
    assert list(bare.edges(data=True)) == [("a", "b", {}), ("b", "c", {})]
    assert list(bare.adj["b"]) == ["a", "c"]
    weighed: Any = plain(graph, "w")
    assert list(weighed.edges(data="weight")) == [("a", "b", 1), ("b", "c", 5)]


def test_directions_stay_or_go() -> None:
    graph: Any = nx.DiGraph()
    graph.add_weighted_edges_from([("b", "a", 2), ("a", "b", 3), ("b", "c", 0)])
    assert list(plain(graph).edges) == [("a", "b"), ("b", "a"), ("b", "c")]
    assert list(plain(graph, "weight").edges) == [("a", "b"), ("b", "a")]
    undirected: Any = plain(graph, "weight", directed=False)
    assert list(undirected.edges(data="weight")) == [("a", "b", 5)]
    assert list(plain(nx.path_graph(2), directed=True).edges) == [(0, 1)]


def test_sums_of_weights_do_not_depend_on_order() -> None:
    sizes = [0.1, 1e16, 0.1, 0.1]
    for order in (sizes, sizes[::-1]):
        graph: Any = nx.MultiGraph()
        graph.add_weighted_edges_from(("a", "b", size) for size in order)
        bare: Any = plain(graph, "weight")
        assert bare.edges["a", "b"]["weight"] == math.fsum(sizes)


def test_paths_face_the_way_that_is_asked_for() -> None:
    graph: Any = nx.DiGraph([("a", "b"), ("b", "c")])
    assert list(toward(graph, "in").edges) == [("a", "b"), ("b", "c")]
    assert list(toward(graph, "out").edges) == [("b", "a"), ("c", "b")]
    assert not toward(graph, "total").is_directed()
    assert list(toward(nx.path_graph(2), "out").edges) == [(0, 1)]


def test_a_direction_has_three_values() -> None:
    wrong: Any = "both"
    assert checked("total") == "total"
    with pytest.raises(ValueError, match="'in', 'out' or 'total', not 'both'"):
        checked(wrong)


def test_near_is_who_has_a_tie() -> None:
    several: Any = nx.MultiDiGraph([("a", "b"), ("a", "b"), ("b", "b")])
    out, back = near(several)
    assert (out, back) == ({"a": {"b"}, "b": set()}, {"a": set(), "b": {"a"}})
    once, again = near(nx.path_graph(3))
    assert once is again == {0: {1}, 1: {0, 2}, 2: {1}}
