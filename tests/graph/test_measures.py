"""Measures, held against published values; whatever the order in which a graph was made."""

import random
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, strategies as st

from samenwerking.graph import Measure, betweenness, components, degree, two_mode, works_with
from samenwerking.graph.ordering import ordered
from samenwerking.model import Canvas, Collaboration, Organization, Participation, Portfolio

# Marriages of Florentine families (Padgett), degree and raw betweenness with R sna 2.7-1.
FLORENTINE = {
    "Acciaiuoli": (1, 0),
    "Albizzi": (3, 19.3333333333),
    "Barbadori": (2, 8.5),
    "Bischeri": (3, 9.5),
    "Castellani": (3, 5),
    "Ginori": (1, 0),
    "Guadagni": (4, 23.1666666667),
    "Lamberteschi": (1, 0),
    "Medici": (6, 47.5),
    "Pazzi": (1, 0),
    "Peruzzi": (3, 2),
    "Ridolfi": (3, 10.3333333333),
    "Salviati": (2, 13),
    "Strozzi": (4, 9.33333333333),
    "Tornabuoni": (3, 8.33333333333),
}
# Zachary's karate club, raw betweenness with R sna 2.7-1; members left out have 0.
KARATE = {
    0: 231.071428571,
    1: 28.4785714286,
    2: 75.8507936508,
    3: 6.2880952381,
    4: 0.333333333333,
    5: 15.8333333333,
    6: 15.8333333333,
    8: 29.5293650794,
    9: 0.447619047619,
    10: 0.333333333333,
    13: 24.2158730159,
    19: 17.1468253968,
    23: 9.3,
    24: 1.16666666667,
    25: 2.02777777778,
    27: 11.7920634921,
    28: 0.947619047619,
    29: 1.54285714286,
    30: 7.60952380952,
    31: 73.0095238095,
    32: 76.6904761905,
    33: 160.551587302,
}
KARATE_DEGREE = [
    16,
    9,
    10,
    6,
    3,
    4,
    4,
    4,
    5,
    2,
    3,
    1,
    2,
    5,
    2,
    2,
    2,
    2,
    2,
    3,
    2,
    2,
    2,
    5,
    3,
    3,
    2,
    4,
    3,
    4,
    4,
    6,
    12,
    17,
]
# Davis Southern women who met at three events or more, with R sna 2.7-1; women left out have betweenness 0.
DAVIS_DEGREE = {
    "Brenda Rogers": 7,
    "Charlotte McDowd": 4,
    "Dorothy Murchison": 0,
    "Eleanor Nye": 6,
    "Evelyn Jefferson": 8,
    "Flora Price": 0,
    "Frances Anderson": 5,
    "Helen Lloyd": 5,
    "Katherina Rogers": 5,
    "Laura Mandeville": 7,
    "Myra Liddel": 5,
    "Nora Fayette": 6,
    "Olivia Carleton": 0,
    "Pearl Oglethorpe": 2,
    "Ruth DeSand": 7,
    "Sylvia Avondale": 7,
    "Theresa Anderson": 11,
    "Verne Sanderson": 7,
}
DAVIS = {
    "Brenda Rogers": 0.95,
    "Eleanor Nye": 0.2,
    "Evelyn Jefferson": 3.95,
    "Laura Mandeville": 0.95,
    "Nora Fayette": 6.4,
    "Ruth DeSand": 8.8,
    "Sylvia Avondale": 10.6333333333,
    "Theresa Anderson": 37.4833333333,
    "Verne Sanderson": 10.6333333333,
}

Pairs = list[tuple[int, int]]
graphs = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30)


def value(measure: Measure[Any]) -> Any:
    assert measure.reason is None
    return measure.value


def davis() -> Any:
    graph: Any = works_with(nx.davis_southern_women_graph(), "count")
    graph.remove_edges_from([(one, other) for one, other, count in graph.edges(data="count") if count < 3])
    return graph


def test_florentine_families() -> None:
    graph = nx.florentine_families_graph()
    assert value(degree(graph)) == {family: ties for family, (ties, _) in FLORENTINE.items()}
    raw = value(betweenness(graph, normalized=False))
    assert dict(raw) == pytest.approx(
        {family: between for family, (_, between) in FLORENTINE.items()}, rel=1e-9
    )
    # Padgett & Ansell, as in Jackson 2008
    normalized = value(betweenness(graph))
    assert [round(normalized[family], 3) for family in ("Medici", "Guadagni", "Strozzi")] == [
        0.522,
        0.255,
        0.103,
    ]
    graph.remove_node("Medici")
    assert [len(group) for group in value(components(graph))] == [11, 2, 1]


def test_karate_club() -> None:
    graph = nx.karate_club_graph()
    assert list(value(degree(graph)).values()) == KARATE_DEGREE
    between = value(betweenness(graph, normalized=False))
    assert dict(between) == pytest.approx(dict.fromkeys(range(34), 0) | KARATE, rel=1e-9)


def test_davis_southern_women() -> None:
    assert value(degree(davis())) == DAVIS_DEGREE
    between = value(betweenness(davis(), normalized=False))
    assert dict(between) == pytest.approx(dict.fromkeys(DAVIS_DEGREE, 0) | DAVIS, rel=1e-9)
    assert [len(group) for group in value(components(davis()))] == [15, 1, 1, 1]


def test_davis_in_two_modes() -> None:
    # Borgatti & Halgin; raw values of R netrics
    between = value(betweenness(nx.davis_southern_women_graph(), normalized=False))
    assert [between["Evelyn Jefferson"], between["E8"]] == pytest.approx([42.9802, 110.2064], abs=5e-5)


def test_krackhardt_kite() -> None:
    between = value(betweenness(nx.krackhardt_kite_graph()))
    assert between[7] == pytest.approx(0.3889, abs=5e-5)
    assert value(degree(nx.krackhardt_kite_graph()))[3] == 6


@given(graphs, st.randoms(), st.booleans())
def test_the_order_of_the_graph_does_not_show(pairs: Pairs, chance: random.Random, directed: bool) -> None:
    kind: Any = nx.DiGraph if directed else nx.Graph
    graph = kind(pairs)
    for number, (_, _, edge) in enumerate(graph.edges(data=True)):
        edge["weight"] = 1 / (number + 3)
    nodes, edges = list(graph), list(graph.edges(data=True))
    chance.shuffle(nodes)
    chance.shuffle(edges)
    mixed = kind()
    mixed.add_nodes_from(nodes)
    mixed.add_edges_from(edges if directed else [(other, one, edge) for one, other, edge in edges])
    assert degree(mixed) == degree(graph)
    assert degree(mixed, weight="weight") == degree(graph, weight="weight")
    assert components(mixed) == components(graph)
    assert betweenness(mixed) == betweenness(graph)  # to the last bit


@given(graphs)
def test_degrees_add_up_to_twice_the_ties(pairs: Pairs) -> None:
    graph: nx.Graph[int] = nx.Graph([(one, other) for one, other in pairs if one != other])
    assert sum((degree(graph).value or {}).values()) == 2 * graph.number_of_edges()


@given(graphs)
def test_components_divide_the_nodes(pairs: Pairs) -> None:
    groups = components(nx.Graph(pairs)).value or ()
    assert sorted(node for group in groups for node in group) == sorted(
        {node for pair in pairs for node in pair}
    )
    assert list(groups) == sorted(groups, key=lambda group: (-len(group), group))


def test_ties_with_oneself_and_twice_the_same() -> None:
    several: nx.MultiGraph[str] = nx.MultiGraph([("a", "b"), ("a", "b"), ("a", "a"), ("c", "b")])
    assert dict(value(degree(several))) == {"a": 1, "b": 2, "c": 1}
    for edge in several.edges(data=True):
        edge[-1]["weight"] = 0.5
    assert dict(value(degree(several, weight="weight"))) == {"a": 1.0, "b": 1.5, "c": 0.5}
    assert dict(value(degree(several, weight="none"))) == {"a": 2, "b": 3, "c": 1}
    one_way: nx.DiGraph[str] = nx.DiGraph([("a", "b"), ("b", "a"), ("b", "c")])
    assert dict(value(degree(one_way))) == {"a": 2, "b": 3, "c": 1}
    assert value(components(nx.DiGraph([("a", "b"), ("c", "b")]))) == (("a", "b", "c"),)


def meeting() -> Portfolio:
    teams = {"z": "ab", "y": "bc", "x": "d"}
    return Portfolio(
        organizations=[Organization(id=key, name=key) for key in "edcba"],
        collaborations=[
            Collaboration(
                id=key, name=key, canvas=Canvas(parties=[Participation(party=party) for party in team])
            )
            for key, team in teams.items()
        ],
    )


def test_of_a_portfolio_who_works_with_whom_is_measured() -> None:
    portfolio = meeting()
    assert dict(value(degree(portfolio))) == {"a": 1, "b": 2, "c": 1, "d": 0, "e": 0}
    assert value(components(portfolio)) == (("a", "b", "c"), ("d",), ("e",))
    assert value(betweenness(portfolio))["b"] == pytest.approx(1 / 6)
    assert (degree(portfolio).n, degree(portfolio).evidence) == (5, ("y", "z"))
    graph = works_with(portfolio)
    assert (degree(graph).n, degree(graph).evidence) == (5, ("a", "b", "c"))
    assert value(degree(two_mode(portfolio)))["b"] == 2


@pytest.mark.parametrize("measure", [degree, components, betweenness])
def test_without_nodes_it_is_not_defined(measure: Any) -> None:
    outcome = measure(nx.Graph())
    assert (outcome.value, outcome.n, outcome.evidence) == (None, 0, ())
    assert (outcome.reason.nl, outcome.reason.en) == ("Er zijn geen knopen.", "There are no nodes.")
    assert outcome.convention.nl
    assert outcome.convention.en


def test_betweenness_of_two_cannot_be_normalized() -> None:
    pair = nx.path_graph(2)
    assert betweenness(pair).value is None
    assert "drie knopen" in betweenness(pair).reason.nl
    assert dict(value(betweenness(pair, normalized=False))) == {0: 0, 1: 0}
    assert betweenness(pair).convention != betweenness(pair, normalized=False).convention


def test_a_backend_is_asked_for_by_name() -> None:
    graph = nx.path_graph(4)
    assert betweenness(graph, backend="networkx") == betweenness(graph)
    with pytest.raises(ImportError):
        betweenness(graph, backend="er-is-geen-zo-n-backend")


def test_outcomes_can_be_compared_and_hashed() -> None:
    assert len({degree(nx.path_graph(3)), degree(nx.path_graph(3)), degree(nx.path_graph(4))}) == 2


def test_ordered_keeps_kind_and_content() -> None:
    graph: Any = nx.MultiDiGraph(title="t")
    graph.add_edges_from([("b", "a", "k2", {"w": 2, "v": 1}), ("b", "a", "k1", {}), ("a", 1, 0, {})])
    copy: Any = ordered(graph)
    assert nx.utils.graphs_equal(copy, graph)
    assert list(copy.edges(keys=True)) == [("a", 1, 0), ("b", "a", "k1"), ("b", "a", "k2")]
    assert list(copy.edges["b", "a", "k2"]) == ["v", "w"]
    assert copy.edges["b", "a", "k2"] is not graph.edges["b", "a", "k2"]
