"""Structural holes: the numbers of networkx, and a plain reckoning in two modes."""

import math
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, strategies as st

from samenwerking.graph import constraint, effective_size, two_mode_constraint, works_with
from samenwerking.model import Canvas, Collaboration, Organization, Participation, Portfolio

ties = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.integers(1, 30)), max_size=30)
Ties = list[tuple[int, int, int]]


def made(ties: Ties, directed: bool) -> Any:
    kind: Any = nx.DiGraph if directed else nx.Graph
    graph = kind()
    graph.add_nodes_from(range(8))
    graph.add_weighted_edges_from((one, other, size / 7) for one, other, size in ties if one != other)
    return graph


@pytest.mark.parametrize("weight", [None, "weight"])
@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("name", ["constraint", "effective_size"])
@given(ties=ties)
def test_it_is_what_networkx_gives(name: str, directed: bool, weight: str | None, ties: Ties) -> None:
    graph = made(ties, directed)
    ours = {"constraint": constraint, "effective_size": effective_size}[name](graph, weight).value
    # By node, as in networkx 3.6 the effective sizes of a whole graph differ from these with some scipy.
    theirs = getattr(nx, name)(graph, nodes=list(graph), weight=weight)
    assert ours is not None
    for node in graph:
        if not any(nx.all_neighbors(graph, node)) and not list(nx.all_neighbors(graph, node)):
            assert ours[node] is None
        elif not math.isnan(theirs[node]):
            assert ours[node] == pytest.approx(theirs[node], rel=1e-12)


@given(ties)
def test_who_is_only_pointed_at_has_contacts_too(ties: Ties) -> None:
    graph = made(ties, directed=True)
    turned = graph.reverse()
    assert constraint(graph).value == pytest.approx(constraint(turned).value)
    assert effective_size(graph, "weight").value == pytest.approx(effective_size(turned, "weight").value)


@given(ties, st.booleans())
def test_equal_weights_are_none(ties: Ties, directed: bool) -> None:
    graph = made(ties, directed)
    nx.set_edge_attributes(graph, 0.25, "weight")
    for measure in (constraint, effective_size):
        plain, weighed = measure(graph).value or {}, measure(graph, "weight").value or {}
        for node in graph:
            assert weighed[node] == (None if plain[node] is None else pytest.approx(plain[node]))


@given(ties, st.booleans())
def test_sizes_are_from_1_to_the_number_of_contacts(ties: Ties, directed: bool) -> None:
    graph = made(ties, directed)
    for node, size in (effective_size(graph, "weight").value or {}).items():
        contacts = set(nx.all_neighbors(graph, node))
        assert (size is None) is (not contacts)
        assert size is None or 1 - 1e-12 <= size <= len(contacts) + 1e-12


def test_a_tie_of_weight_0_is_no_tie() -> None:
    graph: Any = nx.Graph()
    graph.add_weighted_edges_from([("a", "b", 1), ("b", "c", 0)])
    assert dict(constraint(graph, "weight").value or {}) == {"a": 1, "b": 1, "c": None}
    assert dict(effective_size(graph, "weight").value or {}) == {"a": 1, "b": 1, "c": None}


@pytest.mark.parametrize("weight", [-1, math.nan, math.inf])
@pytest.mark.parametrize("measure", [constraint, effective_size, two_mode_constraint])
def test_a_weight_that_is_no_weight_is_refused(measure: Any, weight: float) -> None:
    graph: Any = nx.Graph()
    graph.add_edge("a", "b", strength=weight)
    with pytest.raises(ValueError, match="it must be 0 or more"):
        measure(graph, "strength")


memberships = st.lists(st.tuples(st.integers(0, 5), st.integers(10, 14)), max_size=20)


@given(memberships)
def test_in_two_modes_it_is_what_the_sum_says(pairs: list[tuple[int, int]]) -> None:
    graph: Any = nx.Graph(pairs)

    def share(one: Any, other: Any) -> float:
        return 1 / graph.degree(one) if graph.has_edge(one, other) else 0

    for node, found in (two_mode_constraint(graph).value or {}).items():
        around = {
            tie: share(node, tie)
            + sum(
                share(node, second) * share(second, other) * share(other, tie)
                for second in graph[node]
                if second != tie
                for other in graph[second]
                if other != node
            )
            for tie in graph[node]
        }
        assert found == pytest.approx(sum(each * each for each in around.values()))


def test_in_two_modes_only_of_two_modes() -> None:
    with pytest.raises(ValueError, match="two modes"):
        two_mode_constraint(nx.complete_graph(3))
    assert dict(two_mode_constraint(nx.empty_graph(2)).value or {}) == {0: None, 1: None}
    assert two_mode_constraint(nx.Graph()).value is None


def test_of_a_portfolio() -> None:
    parties = [Participation(party=party) for party in "abc"]
    portfolio = Portfolio(
        organizations=[Organization(id=key, name=key) for key in "abcd"],
        collaborations=[Collaboration(id="polder", name="P", canvas=Canvas(parties=parties))],
    )
    assert constraint(portfolio).value == constraint(works_with(portfolio)).value
    assert (constraint(portfolio).value or {})["d"] is None
    assert dict(two_mode_constraint(portfolio).value or {}) == {
        "a": 1,
        "b": 1,
        "c": 1,
        "d": None,
        "polder": pytest.approx(1 / 3),
    }
