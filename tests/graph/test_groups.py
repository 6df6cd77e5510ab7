"""Ties within groups and between them, held against plain counting; not known is not a group."""

import math
from collections import Counter
from itertools import combinations, permutations
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, strategies as st

from samenwerking.graph import assortativity, ei_index, mixing, works_with
from samenwerking.graph.by_group import grouping
from samenwerking.model import Canvas, Collaboration, Organization, Participation, Portfolio

Pairs = list[tuple[int, int]]
pairs = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=25)
groupings = st.dictionaries(st.integers(0, 8), st.sampled_from(["a", "b", "c", None]))


def made(ties: Pairs, directed: bool) -> Any:
    kind: Any = nx.DiGraph if directed else nx.Graph
    graph = kind()
    graph.add_nodes_from(range(9))
    graph.add_edges_from(ties)
    return graph


def index(external: int, internal: int) -> float | None:
    return (external - internal) / (external + internal) if external + internal else None


@given(pairs, groupings, st.booleans())
def test_ei_is_what_counting_gives(ties: Pairs, groups: dict[int, Any], directed: bool) -> None:
    graph = made(ties, directed)
    found = ei_index(graph, groups)
    ends = [(groups.get(one), groups.get(other)) for one, other in graph.edges if one != other]
    told = [(one, other) for one, other in ends if one and other]
    assert found.external == sum(one != other for one, other in told)
    assert found.internal == len(told) - found.external
    assert found.value == index(found.external, found.internal)
    assert found.unknown == len(ends) - len(told)
    assert found.without_group == tuple(node for node in range(9) if not groups.get(node))
    assert found.n == 9 - len(found.without_group)
    everyone = [groups[node] for node in groups if groups[node]]
    different = [one != other for one, other in combinations(everyone, 2)]
    expected = index(sum(different), len(different) - sum(different))
    assert found.expected == (None if expected is None else pytest.approx(expected))
    for group, balance in found.per_group.items():
        assert balance.internal == told.count((group, group))
        assert balance.external == sum((one == group) != (other == group) for one, other in told)
        assert balance.value == index(balance.external, balance.internal)
        size = everyone.count(group)
        pairs_out, pairs_in = size * (len(everyone) - size), math.comb(size, 2)
        assert balance.expected == (index(pairs_out, pairs_in) if pairs_out + pairs_in else None)
    assert sum(balance.internal for balance in found.per_group.values()) == found.internal
    assert sum(balance.external for balance in found.per_group.values()) == 2 * found.external


@given(pairs, groupings, st.booleans(), st.data())
def test_a_tie_within_a_group_never_raises_ei(
    ties: Pairs, groups: dict[int, Any], directed: bool, data: Any
) -> None:
    same = [
        pair for pair in permutations(groups, 2) if groups[pair[0]] and groups[pair[0]] == groups[pair[1]]
    ]
    if not same:
        return
    before = ei_index(made(ties, directed), groups).value
    after = ei_index(made([*ties, data.draw(st.sampled_from(same))], directed), groups).value
    assert after is not None
    assert before is None or after <= before


@given(pairs, groupings, st.booleans())
def test_mixing_counts_every_tie(ties: Pairs, groups: dict[int, Any], directed: bool) -> None:
    graph = made(ties, directed)
    found = mixing(graph, groups)
    told = Counter(
        (groups[one], groups[other])
        for one, other in graph.edges
        if one != other and groups.get(one) and groups.get(other)
    )
    names = sorted({group for group in groups.values() if group})
    if not names:
        assert found.value is None
        return
    assert list(found.value or ()) == [(one, other) for one in names for other in names]
    for (one, other), count in (found.value or {}).items():
        if directed or one == other:
            assert count == told[one, other]
        else:
            assert count == told[one, other] + told[other, one] == (found.value or {})[other, one]
    assert found.unknown == ei_index(graph, groups).unknown


@given(pairs, groupings, st.booleans())
def test_assortativity_is_that_of_networkx(ties: Pairs, groups: dict[int, Any], directed: bool) -> None:
    pytest.importorskip("numpy")
    graph = made([(one, other) for one, other in ties if one != other], directed)
    known = graph.subgraph(node for node in graph if groups.get(node)).copy()
    nx.set_node_attributes(known, groups, "group")
    found = assortativity(graph, groups)
    if found.value is None:
        ends = {groups[node] for edge in known.edges for node in edge}
        assert len(ends) < 2 or directed
        return
    theirs = nx.attribute_assortativity_coefficient(known, "group")
    assert found.value == pytest.approx(theirs, rel=1e-9, abs=1e-12)
    assert -1 <= found.value <= 1


def test_sampson_has_more_ties_within() -> None:
    # The mixing matrix that the package homophily prints of Sampson's monks, as a graph of as many arcs.
    counts = {("1", "1"): 30, ("1", "2"): 1, ("1", "3"): 5, ("2", "1"): 7, ("2", "2"): 10}
    counts |= {("2", "3"): 1, ("3", "1"): 9, ("3", "2"): 2, ("3", "3"): 23}
    graph: Any = nx.DiGraph()
    groups: dict[int, str] = {}
    for (one, other), count in counts.items():
        for _ in range(count):
            first = len(groups)
            groups |= {first: one, first + 1: other}
            graph.add_edge(first, first + 1)
    assert ei_index(graph, groups).value == pytest.approx(-0.431818, abs=5e-7)
    assert assortativity(graph, groups, directed=False).value == pytest.approx(0.544561, abs=5e-7)
    assert assortativity(graph, groups).value == pytest.approx((88 * 63 - 2876) / (88 * 88 - 2876))
    assert dict(mixing(graph, groups).value or {}) == counts


def test_arcs_both_ways_count_twice() -> None:
    graph: Any = nx.DiGraph([("a", "b"), ("b", "a"), ("a", "c")])
    found = ei_index(graph, {"a": 1, "b": 2, "c": 1})
    assert (found.external, found.internal, found.value) == (2, 1, pytest.approx(1 / 3))
    assert found.per_group[1].external == found.per_group[2].external == 2


@pytest.mark.parametrize("measure", [ei_index, mixing, assortativity])
def test_what_is_not_known_is_told_apart(measure: Any) -> None:
    graph = nx.path_graph(5)
    found = measure(graph, {0: "x", 1: "y", 2: None, 3: math.nan, 9: "z"})
    assert (found.n, found.without_group, found.unknown) == (2, (2, 3, 4), 3)
    assert grouping(graph, {0: "x", 3: math.nan}) == {0: "x"}
    none = measure(graph, {})
    assert none.value is None
    assert none.reason.nl == "Van geen enkele knoop is de groep bekend."
    assert none.without_group == (0, 1, 2, 3, 4)


def test_why_it_is_not_defined() -> None:
    pair = nx.path_graph(2)
    alone = nx.empty_graph(2)
    assert ei_index(alone, {0: "x", 1: "y"}).reason == assortativity(alone, {0: "x", 1: "y"}).reason
    assert assortativity(pair, {0: "x", 1: "x"}).reason != ei_index(alone, {0: "x", 1: "y"}).reason
    assert ei_index(pair, {0: "x", 1: "x"}).value == -1  # but nothing else was possible
    assert ei_index(pair, {0: "x", 1: "x"}).expected == -1
    assert mixing(alone, {0: "x", 1: "y"}).value is not None  # all 0 is an answer


def test_of_a_portfolio_by_an_attribute() -> None:
    sectors = {"a": "waterschap", "b": "landbouworganisatie", "c": "landbouworganisatie", "d": None}
    portfolio = Portfolio(
        organizations=[Organization(id=key, name=key, sector=sector) for key, sector in sectors.items()],
        collaborations=[
            Collaboration(
                id="polder", name="P", canvas=Canvas(parties=[Participation(party=key) for key in sectors])
            )
        ],
    )
    found = ei_index(portfolio, "sector")
    assert (found.external, found.internal, found.unknown, found.without_group) == (2, 1, 3, ("d",))
    assert found.evidence == ("polder",)
    assert found.value == ei_index(works_with(portfolio), sectors).value
    assert list(found.per_group) == ["landbouworganisatie", "waterschap"]


def test_groups_may_be_of_different_kinds() -> None:
    found = mixing(nx.path_graph(3), {0: "x", 1: 1, 2: 2})
    assert list(found.value or ())[:2] == [(1, 1), (1, 2)]
