"""Groups that work together more than with others: the best of several divisions, and how firm it is."""

import random
from itertools import combinations
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, strategies as st

from samenwerking.graph import works_with
from samenwerking.graph.clusters import Communities, adjusted_rand, communities
from samenwerking.io import example, example_names
from samenwerking.model import Organization, Portfolio

Pairs = list[tuple[int, int]]
graphs = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30)


def value(outcome: Any) -> Communities:
    assert outcome.reason is None
    found: Communities = outcome.value
    return found


def test_the_karate_club_is_divided_as_well_as_it_can_be() -> None:
    # 0.4198 is the optimum (Brandes and others 2008); one run alone gives from 0.385 on
    found = value(communities(nx.karate_club_graph(), weight=None))
    assert found.modularity == pytest.approx(0.41979, abs=5e-6)
    assert [len(group) for group in found.groups] == [12, 11, 6, 5]
    assert found.stability is not None and 0.5 < found.stability < 1


def test_circles_with_one_tie_between_them() -> None:
    found = value(communities(nx.connected_caveman_graph(4, 6)))
    assert sorted(found.groups) == [tuple(range(begin, begin + 6)) for begin in (0, 6, 12, 18)]
    assert found.stability == 1


def test_weights_count_unless_asked_otherwise() -> None:
    square = nx.Graph([("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")])
    for one, other, weight in (("a", "b", 9), ("c", "d", 9), ("b", "c", 1), ("d", "a", 1)):
        square.edges[one, other]["weight"] = weight
    assert value(communities(square)).groups == (("a", "b"), ("c", "d"))
    assert value(communities(square)).modularity > value(communities(square, weight=None)).modularity
    square.edges["a", "b"]["weight"] = -1
    with pytest.raises(ValueError, match="weight"):
        communities(square)


@given(graphs, st.randoms())
def test_the_order_of_the_graph_does_not_show(pairs: Pairs, chance: random.Random) -> None:
    names = [(f"n{one}", f"n{other}") for one, other in pairs]
    mixed = [pair[:: chance.choice((1, -1))] for pair in chance.sample(names, len(names))]
    assert communities(nx.Graph(mixed), 5) == communities(nx.Graph(names), 5)


@given(graphs)
def test_every_node_with_a_tie_is_in_one_group(pairs: Pairs) -> None:
    graph: Any = nx.Graph(pairs)
    tied = sorted({node for one, other in pairs if one != other for node in (one, other)})
    outcome = communities(graph, 3)
    assert (outcome.value is None) == (not tied)
    if outcome.value is not None:
        assert sorted(node for group in outcome.value.groups for node in group) == tied
        assert outcome.n == len(tied)
        sizes = [len(group) for group in outcome.value.groups]
        assert sizes == sorted(sizes, reverse=True)
        islands = [set(each) for each in nx.connected_components(graph)]
        assert all(any(set(group) <= island for island in islands) for group in outcome.value.groups)
        bare = graph.edge_subgraph([(one, other) for one, other in graph.edges if one != other])
        assert outcome.value.modularity == pytest.approx(
            nx.community.modularity(bare, outcome.value.groups, weight=None)
        )


@given(graphs, st.integers(1, 4))
def test_more_runs_are_never_worse(pairs: Pairs, seeds: int) -> None:
    few, more = communities(nx.Graph(pairs), seeds).value, communities(nx.Graph(pairs), seeds + 3).value
    if few is not None and more is not None:
        assert more.modularity >= few.modularity
        assert (few.seeds, more.seeds) == (seeds, seeds + 3)


def test_one_run_says_nothing_of_how_firm_it_is() -> None:
    assert value(communities(nx.karate_club_graph(), 1)).stability is None
    with pytest.raises(ValueError, match="1 or more"):
        communities(nx.karate_club_graph(), 0)


# How alike two divisions are


def by_pairs(one: list[int], other: list[int]) -> float:
    """Reckon the adjusted Rand index from the pairs themselves."""
    together = [
        (one[first] == one[second], other[first] == other[second])
        for first, second in combinations(range(len(one)), 2)
    ]
    both = sum(a and b for a, b in together)
    first, second = sum(a for a, _ in together), sum(b for _, b in together)
    expected = first * second / len(together) if together else 0
    most = (first + second) / 2
    return 1 if most == expected else (both - expected) / (most - expected)


divisions = st.integers(1, 12).flatmap(
    lambda size: st.tuples(*(st.lists(st.integers(0, 3), min_size=size, max_size=size) for _ in "ab"))
)


@given(divisions)
def test_the_adjusted_rand_index(pair: tuple[list[int], list[int]]) -> None:
    one, other = pair
    assert adjusted_rand(one, other) == pytest.approx(by_pairs(one, other))
    assert adjusted_rand(one, other) == pytest.approx(adjusted_rand(other, one))
    assert adjusted_rand(one, [9 - group for group in one]) == 1
    assert adjusted_rand(one, other) <= 1 + 1e-12


def test_the_worked_example_of_the_literature() -> None:
    # Yeung & Ruzzo 2001, a table of 1 1 0 / 1 2 1 / 0 0 4
    one = [0, 0, 1, 1, 1, 1, 2, 2, 2, 2]
    other = [0, 1, 0, 1, 1, 2, 2, 2, 2, 2]
    assert adjusted_rand(one, other) == pytest.approx(0.313, abs=5e-4)


# Of a portfolio


@pytest.mark.parametrize("name", example_names())
def test_the_shipped_portfolios(name: str) -> None:
    portfolio = example(name)
    outcome = communities(portfolio, 5)
    graph: Any = works_with(portfolio)
    assert outcome.n == sum(1 for _, ties in graph.degree if ties) or outcome.value is None
    if outcome.value is not None:
        assert {node for group in outcome.value.groups for node in group} <= set(graph)
        assert all(portfolio.collaboration(key) for key in outcome.evidence)


def test_without_ties_it_is_not_defined() -> None:
    alone = Portfolio(organizations=[Organization(id="a", name="A")])
    for source in (Portfolio(), alone, nx.Graph(), nx.Graph([("a", "a")])):
        outcome = communities(source)
        assert outcome.value is None
        assert outcome.reason is not None
    assert "20 keer" in communities(alone).convention.nl
