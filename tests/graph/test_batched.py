"""Betweenness in batches and from a sample: the numbers of networkx, or what the sum says."""

import random
import sys
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, strategies as st

from samenwerking.graph import betweenness, betweenness_centralization
from samenwerking.graph.batched import dependencies

ties = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=30)
Pairs = list[tuple[int, int]]


def made(pairs: Pairs, directed: bool) -> Any:
    kind: Any = nx.DiGraph if directed else nx.Graph
    graph = kind()
    graph.add_nodes_from(range(9))
    graph.add_edges_from(pairs)
    return graph


@pytest.mark.parametrize("normalized", [True, False])
@given(pairs=ties, directed=st.booleans())
def test_batches_give_what_networkx_gives(normalized: bool, pairs: Pairs, directed: bool) -> None:
    pytest.importorskip("scipy")
    graph = made(pairs, directed)
    ours = betweenness(graph, normalized=normalized, engine="batched").value
    theirs = nx.betweenness_centrality(graph, normalized=normalized)
    assert dict(ours or {}) == pytest.approx(theirs, rel=1e-12, abs=1e-15)


@pytest.mark.parametrize("directed", [False, True])
def test_more_nodes_than_one_batch(directed: bool) -> None:
    pytest.importorskip("scipy")
    graph: Any = nx.gnp_random_graph(100, 0.04, seed=7, directed=directed)
    ours = betweenness(graph, engine="batched").value
    assert dict(ours or {}) == pytest.approx(nx.betweenness_centrality(graph), rel=1e-12, abs=1e-15)
    found = betweenness_centralization(graph, engine="batched").value
    assert found == pytest.approx(betweenness_centralization(graph).value, rel=1e-12)


def from_some(graph: Any, begins: list[int]) -> dict[int, float]:
    """Reckon what a node has of the paths that begin at some others, by listing all paths."""
    shares = dict.fromkeys(graph, 0.0)
    for begin in begins:
        for end in graph:
            if begin == end or not nx.has_path(graph, begin, end):
                continue
            paths = list(nx.all_shortest_paths(graph, begin, end))
            for path in paths:
                for node in path[1:-1]:
                    shares[node] += 1 / len(paths)
    found = {}
    for node, share in shares.items():
        begun = sum(begin != node for begin in begins)
        found[node] = share / begun / (len(graph) - 2)  # the mean of those that can begin, per possible end
    return found


@pytest.mark.parametrize("engine", ["networkx", "batched"])
@given(pairs=ties, directed=st.booleans(), sample=st.integers(2, 8), seed=st.integers(0, 5))
def test_a_sample_is_what_its_paths_say(
    engine: Any, pairs: Pairs, directed: bool, sample: int, seed: int
) -> None:
    if engine == "batched":
        pytest.importorskip("scipy")
    graph = made(pairs, directed)
    found = betweenness(graph, sample=sample, seed=seed, engine=engine)
    drawn = random.Random(seed).sample(range(9), sample)
    expected = from_some(graph, drawn)
    assert dict(found.value or {}) == pytest.approx(expected, rel=1e-12, abs=1e-15)
    raw = betweenness(graph, sample=sample, seed=seed, engine=engine, normalized=False).value
    pairs_of_others = 56 if directed else 28
    assert dict(raw or {}) == pytest.approx(
        {node: value * pairs_of_others for node, value in expected.items()}, rel=1e-12, abs=1e-15
    )
    assert f"{sample} nodes" in found.convention.en and f"{sample} knopen" in found.convention.nl


def test_a_sample_of_all_is_exact() -> None:
    graph = nx.karate_club_graph()
    assert betweenness(graph, sample=34) == betweenness(graph, sample=99) == betweenness(graph)
    assert betweenness(graph, sample=33, seed=1) != betweenness(graph, sample=33, seed=2)
    for wrong in (1, 0, -3):
        with pytest.raises(ValueError, match=f"2 or more, not {wrong}"):
            betweenness(graph, sample=wrong)


def test_without_the_extra_it_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy.sparse", None)
    with pytest.raises(ImportError, match=r"samenwerking\[analysis\]"):
        betweenness(nx.path_graph(4), engine="batched")
    assert betweenness(nx.path_graph(4)).value is not None


def test_engines_have_names_and_backends_one_engine() -> None:
    wrong: Any = "snel"
    with pytest.raises(ValueError, match="not 'snel'"):
        betweenness(nx.path_graph(3), engine=wrong)
    with pytest.raises(ValueError, match="only engine 'networkx' has backends"):
        betweenness(nx.path_graph(3), engine="batched", backend="networkx")


@pytest.mark.parametrize("engine", ["networkx", "batched"])
def test_more_paths_than_can_be_counted_are_told(engine: Any) -> None:
    if engine == "batched":
        pytest.importorskip("scipy")
    ladder: Any = nx.Graph()
    for step in range(1100):  # each step doubles the number of paths
        for side in ("a", "b"):
            ladder.add_edges_from([((step, ""), (step, side)), ((step, side), (step + 1, ""))])
    with pytest.raises(OverflowError, match="more shortest paths than can be counted"):
        betweenness(ladder, sample=2, engine=engine)


@given(pairs=ties, directed=st.booleans(), chance=st.randoms(use_true_random=False))
def test_the_order_of_a_graph_does_not_show(pairs: Pairs, directed: bool, chance: random.Random) -> None:
    pytest.importorskip("scipy")
    one = made(pairs, directed)
    other: Any = type(one)()
    for add, told in ((other.add_node, [(node,) for node in one]), (other.add_edge, list(one.edges))):
        for each in chance.sample(told, len(told)):
            add(*each)
    for sample in (None, 3):
        here, there = (betweenness(graph, sample=sample, engine="batched") for graph in (one, other))
        assert repr(here) == repr(there)  # to the last bit


def test_nothing_to_begin_with() -> None:
    pytest.importorskip("scipy")
    assert dependencies(nx.empty_graph(2), [0, 1]) == {0: 0, 1: 0}
    assert dependencies(nx.path_graph(3), []) == {0: 0, 1: 0, 2: 0}
