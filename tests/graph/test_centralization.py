"""Centralization: formulas by hand, with and without direction, and where it is not defined."""

from typing import Any

import networkx as nx
import pytest
from hypothesis import given, strategies as st

from samenwerking.graph import (
    betweenness,
    betweenness_centralization,
    closeness,
    closeness_centralization,
    degree_centralization,
    harmonic,
    two_mode,
    two_mode_degree_centralization,
)
from samenwerking.model import Canvas, Collaboration, Organization, Participation, Portfolio

# Five nodes; in-degrees 2 0 2 2 1, out-degrees 2 2 1 1 1.
ARCS: Any = nx.DiGraph([(0, 2), (0, 3), (1, 0), (1, 2), (2, 3), (3, 4), (4, 0)])
ties = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=25)


def behind(values: Any) -> float:
    values = list(values)
    return sum(max(values) - value for value in values)


def test_by_hand() -> None:
    assert degree_centralization(ARCS, direction="in").value == (0 + 2 + 0 + 0 + 1) / 16
    assert degree_centralization(ARCS, direction="out").value == (0 + 0 + 1 + 1 + 1) / 16
    assert degree_centralization(ARCS).value == (0 + 2 + 1 + 1 + 2) / (2 * 4 * 3)
    assert degree_centralization(nx.path_graph(3)).value == 1
    assert degree_centralization(nx.path_graph(4)).value == 2 / 6


@given(ties, st.booleans())
def test_it_is_what_all_stay_behind(pairs: list[tuple[int, int]], directed: bool) -> None:
    kind: Any = nx.DiGraph if directed else nx.Graph
    graph = kind()
    graph.add_nodes_from(range(7))
    graph.add_edges_from(pair for pair in pairs if pair[0] != pair[1])
    raw = (betweenness(graph, normalized=False).value or {}).values()
    most = 36 * 5 / (1 if directed else 2)
    assert betweenness_centralization(graph).value == pytest.approx(behind(raw) / most, abs=1e-12)
    degrees = [ties for _, ties in graph.degree]
    assert degree_centralization(graph).value == pytest.approx(behind(degrees) / (60 if directed else 30))
    near = (harmonic(graph).value or {}).values()
    outcome = closeness_centralization(graph, harmonic=True).value
    assert outcome == pytest.approx(behind(near) / (6 if directed else 2.5), abs=1e-12)
    whole = nx.is_strongly_connected(graph) if directed else nx.is_connected(graph)
    found = closeness_centralization(graph)
    assert (found.value is not None) is whole
    if whole:
        values = (closeness(graph).value or {}).values()
        assert found.value == pytest.approx(behind(values) / (36 / 7 if directed else 30 / 11), abs=1e-12)


def test_with_directions_the_extreme_is_a_star_of_arrows() -> None:
    outward: Any = nx.DiGraph([(0, leaf) for leaf in range(1, 6)])
    inward = outward.reverse()
    assert degree_centralization(outward, direction="out").value == 1
    assert degree_centralization(inward, direction="in").value == 1
    assert closeness_centralization(outward, harmonic=True).value == 1
    assert closeness_centralization(inward, harmonic=True, direction="in").value == 1
    both = nx.star_graph(5).to_directed()
    assert degree_centralization(both).value == betweenness_centralization(both).value == 1
    assert closeness_centralization(both, direction="total").value == 1
    assert closeness_centralization(outward, direction="total").value == 1


def test_closeness_of_islands_points_to_the_harmonic_variant() -> None:
    graph = nx.Graph([("a", "b"), ("c", "d")])
    for outcome in (closeness(graph), closeness_centralization(graph)):
        assert outcome.value is None and outcome.reason is not None
        assert "harmonic" in outcome.reason.nl and "harmonic" in outcome.reason.en
    assert closeness_centralization(graph, harmonic=True).value == 0
    one_way: Any = nx.DiGraph([("a", "b")])
    assert closeness(one_way).value is None  # nobody can be reached from b
    assert dict(closeness(one_way, direction="total").value or {}) == {"a": 1, "b": 1}


def test_directions_of_paths() -> None:
    ring: Any = nx.DiGraph([(0, 1), (1, 2), (2, 0), (0, 3), (3, 0)])
    assert (closeness(ring).value or {})[0] == 3 / (1 + 2 + 1)
    assert (closeness(ring).value or {})[1] == 3 / (1 + 2 + 3)
    assert (closeness(ring, direction="in").value or {})[1] == 3 / (1 + 2 + 2)
    assert closeness(ring, direction="in").value == pytest.approx(nx.closeness_centrality(ring))
    assert (harmonic(ring, normalized=False).value or {})[1] == 1 + 1 / 2 + 1 / 3
    assert harmonic(ring, normalized=False, direction="in").value == pytest.approx(
        nx.harmonic_centrality(ring)
    )


@pytest.mark.parametrize("n", [1, 2])
def test_with_too_few_it_is_not_defined(n: int) -> None:
    few: Any = nx.path_graph(n)
    for outcome in (
        degree_centralization(few),
        betweenness_centralization(few),
        closeness_centralization(few),
        closeness_centralization(few, harmonic=True),
        degree_centralization(few.to_directed()),
    ):
        assert outcome.value is None and outcome.reason is not None
    arrow: Any = nx.DiGraph([(0, 1)])
    assert degree_centralization(arrow, direction="in").value == 1
    alone: Any = nx.DiGraph()
    alone.add_node(0)
    assert degree_centralization(alone, direction="in").value is None
    assert closeness_centralization(alone).value is None


def portfolio() -> Portfolio:
    teams = {"z": "abc", "y": "ab", "x": "a"}
    return Portfolio(
        organizations=[Organization(id=key, name=key) for key in "abcd"],
        collaborations=[
            Collaboration(
                id=key, name=key, canvas=Canvas(parties=[Participation(party=party) for party in team])
            )
            for key, team in teams.items()
        ],
    )


def test_two_modes() -> None:
    outcome = two_mode_degree_centralization(portfolio(), "abcd")
    assert outcome.value == (0 + 1 + 2 + 3) / (3 * 2)
    assert (outcome.n, outcome.evidence) == (4, ("a", "b", "c", "x", "y", "z"))
    assert two_mode_degree_centralization(two_mode(portfolio()), "abcd") == outcome
    assert two_mode_degree_centralization(portfolio(), ["x", "y", "z"]).value == (2 + 1 + 0) / (2 * 3)
    star: Any = nx.DiGraph([("a", "x"), ("y", "a"), ("b", "x"), ("c", "x")])  # whatever the direction
    assert two_mode_degree_centralization(star, "abc").value == 1


def test_two_modes_have_to_be_two() -> None:
    graph = nx.Graph([("a", "x"), ("b", "x"), ("b", "y")])
    assert two_mode_degree_centralization(graph, "ab").value == 1
    few = two_mode_degree_centralization(nx.star_graph(3), [0])
    assert few.value is None and few.reason is not None
    assert "minder dan twee" in few.reason.nl
    with pytest.raises(ValueError, match="'q' is not a node"):
        two_mode_degree_centralization(graph, "aq")
    with pytest.raises(ValueError, match="stays within one mode"):
        two_mode_degree_centralization(graph, "ax")
    assert two_mode_degree_centralization(nx.Graph(), []).reason is not None


def test_of_a_portfolio_its_collaborations_are_the_evidence() -> None:
    for outcome in (
        degree_centralization(portfolio()),
        betweenness_centralization(portfolio()),
        closeness_centralization(portfolio(), harmonic=True),
    ):
        assert outcome.evidence == ("y", "z")
        assert outcome.n == 4


def test_conventions_name_the_largest_sum() -> None:
    assert "2(n-1)(n-2)" in degree_centralization(ARCS).convention.nl
    assert "(n-1)²" in degree_centralization(ARCS, direction="in").convention.nl
    assert "/(2n-3)" in closeness_centralization(nx.path_graph(3)).convention.nl
    assert "(n₁-1)(n₂-1)" in two_mode_degree_centralization(portfolio(), "abcd").convention.nl
    assert "Freeman 1978" in betweenness_centralization(ARCS).convention.en
