"""One search finds islands, cut points, bridges and what falls apart: held against networkx, and by hand."""

import random
from itertools import combinations
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, strategies as st

from samenwerking.graph.separation import Separation, Web, members

Teams = list[tuple[int, ...]]


def mask(*parties: int) -> int:
    return sum(1 << party for party in parties)


def graph_of(size: int, teams: Teams) -> Any:
    graph: Any = nx.Graph()
    graph.add_nodes_from(range(size))
    for team in teams:
        graph.add_edges_from(combinations(sorted(set(team)), 2))
    return graph


def check(size: int, teams: Teams, gone: int | None) -> Separation:
    """Compare with networkx on the graph of who meets whom."""
    graph = graph_of(size, teams)
    if gone is not None:
        graph.remove_node(gone)
    found = Web(size, teams).separation(gone)
    assert sorted(found.components) == sorted(mask(*each) for each in nx.connected_components(graph))
    assert set(found.cuts) == set(nx.articulation_points(graph))
    for party, parts in found.cuts.items():
        (island,) = (each for each in found.components if each >> party & 1)
        assert sum(parts) == island & ~(1 << party)  # together all others, and none of them twice
        left = graph.copy()
        left.remove_node(party)
        expected = [mask(*each) for each in nx.connected_components(left) if mask(*each) & island]
        assert sorted(parts) == sorted(expected)
    return found


@pytest.mark.parametrize("seed", range(6))
def test_large_networks(seed: int) -> None:
    chance = random.Random(seed)
    size = 60
    teams = [
        tuple(chance.sample(range(size), chance.choice((1, 2, 2, 2, 3, 3, 4, 9))))
        for _ in range(20 + 4 * seed)
    ]
    found = check(size, teams, None)
    assert list(found.bridges) == sorted(tuple(sorted(edge)) for edge in nx.bridges(graph_of(size, teams)))
    for gone in chance.sample(range(size), 10):
        check(size, teams, gone)


@given(
    st.lists(st.lists(st.integers(0, 8), max_size=5).map(tuple), max_size=10), st.none() | st.integers(0, 8)
)
def test_small_networks(teams: Teams, gone: int | None) -> None:
    check(9, teams, gone)


def test_a_star_falls_apart_into_its_points() -> None:
    found = Web(4, [(0, 1), (0, 2), (0, 3)]).separation()
    assert found.components == (mask(0, 1, 2, 3),)
    assert found.cuts == {0: (mask(1), mask(2), mask(3))}
    assert found.bridges == ((0, 1), (0, 2), (0, 3))


def test_a_team_of_three_has_no_bridges() -> None:
    found = Web(3, [(0, 1, 2)]).separation()
    assert (found.cuts, found.bridges) == ({}, ())
    # nor has a pair that also meets in it
    assert Web(3, [(0, 1, 2), (0, 1)]).separation().bridges == ()


def test_who_meets_twice_in_the_same_pair_has_one_tie() -> None:
    once, twice = Web(2, [(0, 1)]), Web(2, [(0, 1), (1, 0), (0, 1, 1)])
    assert once.separation() == twice.separation()
    assert twice.separation().bridges == ((0, 1),)


def test_teams_of_one_and_of_nobody_tie_nobody() -> None:
    assert Web(2, [(), (0,), (1, 1)]).separation() == Separation((1, 2), {}, ())


def test_a_team_without_one_of_its_three_still_holds_two() -> None:
    found = Web(3, [(0, 1, 2)]).separation(gone=1)
    assert found.components == (mask(0, 2),)
    alone = Web(2, [(0, 1)]).separation(gone=1)
    assert (alone.components, alone.cuts) == ((1,), {})


def test_without_parties_there_is_nothing() -> None:
    assert Web(0, []).separation() == Separation((), {}, ())


@given(st.sets(st.integers(0, 40)))
def test_bits_are_named_in_order(chosen: set[int]) -> None:
    names = [f"n{number:02}" for number in range(41)]
    assert members(mask(*chosen), names) == tuple(sorted(names[number] for number in chosen))
