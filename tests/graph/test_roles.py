"""Brokerage, held against counting all triads and against all networks of four nodes."""

import math
from itertools import permutations, product
from typing import Any

import attrs
import networkx as nx
import pytest
from hypothesis import given, strategies as st

from samenwerking.graph import brokerage
from samenwerking.graph.chance import by_chance, of_a_node, of_all

ROLES = ("coordinator", "consultant", "representative", "gatekeeper", "liaison")
Pairs = list[tuple[int, int]]
pairs = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=30)
groupings = st.dictionaries(st.integers(0, 7), st.sampled_from(["a", "b", "c", None]))


def made(ties: Pairs, directed: bool) -> Any:
    kind: Any = nx.DiGraph if directed else nx.Graph
    graph = kind()
    graph.add_nodes_from(range(8))
    graph.add_edges_from(ties)
    return graph


def role(first: Any, broker: Any, last: Any) -> str:
    if first == broker == last:
        return "coordinator"
    if first == last:
        return "consultant"
    if first == broker:
        return "representative"
    return "gatekeeper" if broker == last else "liaison"


def open_triads(graph: Any) -> list[tuple[Any, Any, Any]]:
    return [
        (one, broker, other)
        for one, broker, other in permutations(graph, 3)
        if graph.has_edge(one, broker) and graph.has_edge(broker, other) and not graph.has_edge(one, other)
    ]


@given(pairs, groupings, st.booleans())
def test_it_is_what_counting_gives(ties: Pairs, groups: dict[int, Any], directed: bool) -> None:
    graph = made(ties, directed)
    found = brokerage(graph, groups, ordered=True)
    counted = {node: dict.fromkeys(ROLES, 0) for node in graph if groups.get(node)}
    unknown = 0
    for one, broker, other in open_triads(graph):
        if groups.get(one) and groups.get(broker) and groups.get(other):
            counted[broker][role(groups[one], groups[broker], groups[other])] += 1
        else:
            unknown += 1
    assert found.unknown == unknown
    assert found.without_group == tuple(node for node in graph if not groups.get(node))
    if not counted:
        assert found.value is None
        return
    assert found.value is not None
    assert list(found.value) == list(counted)
    for node, roles in found.value.items():
        assert {name: getattr(roles, name) for name in ROLES} == counted[node]
        assert roles.total == sum(counted[node].values())
    for name in ROLES:
        assert getattr(found.totals, name) == sum(each[name] for each in counted.values())
    assert found.totals.total + unknown == len(open_triads(graph))


@given(pairs, groupings)
def test_without_order_each_open_triad_counts_once(ties: Pairs, groups: dict[int, Any]) -> None:
    graph = made(ties, directed=False)
    once, twice = brokerage(graph, groups), brokerage(graph, groups, ordered=True)
    assert 2 * (once.totals.total + once.unknown) == len(open_triads(graph))
    assert once.totals.representative == once.totals.gatekeeper == twice.totals.gatekeeper
    for each in (once.totals, *(once.value or {}).values()):
        assert each.total == each.coordinator + each.consultant + each.gatekeeper + each.liaison
    for name in ("coordinator", "consultant", "liaison", "total"):
        assert 2 * getattr(once.totals, name) == getattr(twice.totals, name)
        assert 2 * getattr(once.expected, name) == getattr(twice.expected, name)
    assert once.z is once.z_totals is None


@given(pairs, groupings)
def test_with_directions_pairs_are_always_ordered(ties: Pairs, groups: dict[int, Any]) -> None:
    graph = made(ties, directed=True)
    assert brokerage(graph, groups) == brokerage(graph, groups, ordered=True)


def moments(groups: str, density: float) -> dict[Any, tuple[float, float]]:
    """Return mean and variance of each count, of all 4096 networks of four nodes by their probability."""
    arcs = list(permutations(range(4), 2))
    triads = list(permutations(range(4), 3))
    sums: dict[Any, list[float]] = {}
    for exist in product((False, True), repeat=12):
        ties = {arc for arc, there in zip(arcs, exist, strict=True) if there}
        likely = density ** len(ties) * (1 - density) ** (12 - len(ties))
        counts: dict[Any, int] = {}
        for one, broker, other in triads:
            if (one, broker) in ties and (broker, other) in ties and (one, other) not in ties:
                name = role(groups[one], groups[broker], groups[other])
                for key in ((broker, name), (broker, "total"), ("all", name), ("all", "total")):
                    counts[key] = counts.get(key, 0) + 1
        for key, count in counts.items():
            total = sums.setdefault(key, [0.0, 0.0])
            total[0] += likely * count
            total[1] += likely * count * count
    return {key: (mean, square - mean * mean) for key, (mean, square) in sums.items()}


@pytest.mark.parametrize("groups", ["aaaa", "aaab", "aabb", "aabc"])
def test_chance_is_that_of_all_networks(groups: str) -> None:
    sizes = [groups.count(group) for group in sorted(set(groups))]
    exact = moments(groups, 0.3)
    for node, own in enumerate(groups):
        for name, overlaps in zip((*ROLES, "total"), of_a_node(groups.count(own), sizes), strict=True):
            mean, deviation = by_chance(overlaps, 0.3)
            true, variance = exact.get((node, name), (0, 0))
            assert mean == pytest.approx(true)
            assert deviation**2 == pytest.approx(variance)
    for name, overlaps in zip((*ROLES, "total"), of_all(sizes), strict=True):
        mean, deviation = by_chance(overlaps, 0.3)
        true, variance = exact.get(("all", name), (0, 0))
        assert mean == pytest.approx(true)
        if name in ("consultant", "liaison") or not true:
            assert deviation**2 == pytest.approx(variance)
        else:  # R sna leaves something out
            assert deviation**2 > variance


def test_a_role_that_cannot_vary_has_no_z() -> None:
    found = brokerage(nx.DiGraph([(0, 1), (1, 2)]), {0: "a", 1: "b", 2: "a"})
    assert found.z is not None and found.z_totals is not None
    assert found.z[1].coordinator is None
    assert found.z[1].consultant == pytest.approx((1 - 2 * 2 / 27) / math.sqrt(2 * 2 / 27 * 25 / 27))
    full = brokerage(nx.complete_graph(4, nx.DiGraph), dict(enumerate("aabb")))
    assert full.z_totals is not None
    assert attrs.astuple(full.z_totals) == (None,) * 6  # no tie is absent, so chance has nothing to vary


def test_of_two_nothing_can_be_between() -> None:
    found = brokerage(nx.path_graph(2), {0: "a", 1: "b"})
    assert found.value is None and found.reason is not None
    assert "drie knopen" in found.reason.nl
    assert brokerage(nx.path_graph(3), {}).reason != found.reason


def test_whoever_has_no_group_holds_no_role_and_gives_none() -> None:
    star = brokerage(nx.star_graph(3), {0: "a", 1: "a", 2: "b"})
    assert star.value is not None
    assert (star.totals.total, star.unknown, star.without_group) == (1, 2, (3,))
    assert star.value[0].gatekeeper == star.value[0].representative == 1
    assert 3 not in star.value
