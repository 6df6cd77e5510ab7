"""Order: the same content gives the same graph, whatever came first; and a table of small graphs."""

import itertools
import random
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, strategies as st

from samenwerking.graph.measures import betweenness, components, degree
from samenwerking.graph.ordering import filled, in_order, ordered
from samenwerking.graph.projection import works_with
from samenwerking.model import Canvas, Collaboration, Participation, Portfolio

KINDS = (nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph)


def _held(teams: dict[str, str]) -> Portfolio:
    made = [
        Collaboration(id=key, name=key, canvas=Canvas(parties=[Participation(party=p) for p in team]))
        for key, team in teams.items()
    ]
    return Portfolio(collaborations=made)


@pytest.mark.parametrize(
    ("nodes", "expected"),
    [
        ([], []),
        (["b", "a"], ["a", "b"]),
        ([10, 9, 1], [1, 9, 10]),
        (["10", "9"], ["10", "9"]),
        ([2, "1"], ["1", 2]),
        (["1", 1], [1, "1"]),  # int before str
        ([None, "a"], [None, "a"]),
        ([("b", 1), ("a", 2)], [("a", 2), ("b", 1)]),
        (["é", "z", "Z"], ["Z", "z", "é"]),
    ],
)
def test_in_order(nodes: list[Any], expected: list[Any]) -> None:
    for each in itertools.permutations(nodes):
        assert in_order(each) == expected


@pytest.mark.parametrize("kind", KINDS)
def test_a_copy_has_the_same_content_whatever_came_first(kind: type) -> None:
    edges = [("a", "b"), ("c", "a"), ("b", "c"), ("d", "d"), ("b", "a")]
    seen = set()
    for shuffle in range(12):
        graph = kind()
        graph.add_nodes_from(random.Random(shuffle).sample("abcde", 5))
        for one, other in random.Random(shuffle).sample(edges, 5):
            graph.add_edge(one, other, z=1, a=2)
        copy = ordered(graph)
        assert type(copy) is kind and copy is not graph
        assert nx.utils.graphs_equal(copy, graph)
        assert all(list(data) == ["a", "z"] for *_, data in copy.edges(data=True))
        seen.add(str([*copy.nodes, *copy.edges]))
    assert len(seen) == 1


def test_a_copy_is_no_part_of_the_first() -> None:
    graph = nx.Graph([("a", "b", {"w": 1})], name="x")
    copy = ordered(graph)
    copy.edges["a", "b"]["w"] = 2
    copy.graph["name"] = "y"
    copy.add_node("c")
    assert graph.edges["a", "b"] == {"w": 1} and graph.graph == {"name": "x"} and "c" not in graph


def test_a_filled_graph_is_like_one_made_by_hand() -> None:
    edge = {"weight": 2}
    made = filled({"a": {"k": 1}, "b": {}, "c": {}}, {"a": {"b": edge}, "b": {"a": edge}, "c": {}}, {"n": 1})
    by_hand = nx.Graph(n=1)
    by_hand.add_node("a", k=1)
    by_hand.add_nodes_from("bc")
    by_hand.add_edge("a", "b", weight=2)
    assert nx.utils.graphs_equal(made, by_hand)
    made.add_edge("b", "c")
    made.remove_node("a")
    assert list(made.edges) == [("b", "c")]


@pytest.mark.parametrize(
    ("teams", "newman", "count"),
    [
        ({}, {}, {}),
        ({"c1": "a"}, {}, {}),
        ({"c1": "ab"}, {"ab": 1}, {"ab": 1}),
        ({"c1": "aab"}, {"ab": 1}, {"ab": 1}),
        ({"c1": "abc"}, {"ab": 0.5, "ac": 0.5, "bc": 0.5}, {"ab": 1, "ac": 1, "bc": 1}),
        ({"c1": "ab", "c2": "ab"}, {"ab": 2}, {"ab": 2}),
        ({"c1": "ab", "c2": "abc"}, {"ab": 1.5, "ac": 0.5, "bc": 0.5}, {"ab": 2, "ac": 1, "bc": 1}),
        ({"c1": "ab", "c2": "cd"}, {"ab": 1, "cd": 1}, {"ab": 1, "cd": 1}),
    ],
)
def test_weights_by_hand(teams: dict[str, str], newman: dict[str, float], count: dict[str, int]) -> None:
    for weight, expected in (("newman", newman), ("count", count), ("binary", dict.fromkeys(count, 1))):
        graph = works_with(_held(teams), weight)
        assert {f"{a}{b}": w for a, b, w in graph.edges(data="weight")} == expected
        assert graph.graph["weight"] == weight


@pytest.mark.parametrize("wrong", ["", "Newman", "weights", None, 1])
def test_another_weight_is_refused(wrong: Any) -> None:
    with pytest.raises(ValueError, match="'newman', 'count' or 'binary'"):
        works_with(_held({}), wrong)


@given(st.dictionaries(st.sampled_from(["c1", "c2", "c3", "c4"]), st.text("abcdef", max_size=6)))
def test_newman_adds_up_to_the_number_of_shared_collaborations(teams: dict[str, str]) -> None:
    graph = works_with(_held(teams))
    shared = {p: sum(p in team and len(set(team)) > 1 for team in teams.values()) for p in graph}
    assert {p: round(w, 9) for p, w in graph.degree(weight="weight")} == shared


@pytest.mark.parametrize(
    ("graph", "degrees", "islands", "between"),
    [
        (nx.empty_graph(0), None, None, None),
        (nx.empty_graph(1), {0: 0}, ((0,),), None),
        (nx.path_graph(2), {0: 1, 1: 1}, ((0, 1),), None),
        (nx.path_graph(3), {0: 1, 1: 2, 2: 1}, ((0, 1, 2),), {0: 0, 1: 1, 2: 0}),
        (nx.empty_graph(3), {0: 0, 1: 0, 2: 0}, ((0,), (1,), (2,)), {0: 0, 1: 0, 2: 0}),
        (nx.star_graph(3), {0: 3, 1: 1, 2: 1, 3: 1}, ((0, 1, 2, 3),), {0: 1, 1: 0, 2: 0, 3: 0}),
        (nx.cycle_graph(4), dict.fromkeys(range(4), 2), ((0, 1, 2, 3),), dict.fromkeys(range(4), 1 / 6)),
        (nx.Graph([(0, 0), (0, 1), (2, 2)]), {0: 1, 1: 1, 2: 0}, ((0, 1), (2,)), {0: 0, 1: 0, 2: 0}),
    ],
)
def test_measures_by_hand(graph: Any, degrees: Any, islands: Any, between: Any) -> None:
    for measure, expected in ((degree(graph), degrees), (components(graph), islands)):
        assert (dict(measure.value) if isinstance(expected, dict) else measure.value) == expected
        assert (measure.reason is None) is (expected is not None) and measure.n == len(graph)
    found = betweenness(graph)
    assert (found.value is None) is (between is None)
    if between is not None:
        assert dict(found.value or {}) == pytest.approx(between)
    else:
        assert found.reason and found.reason.nl and found.reason.en
