"""Who could meet whom: with a reason, and held against what is usual on memberships that were hidden."""

import random
from collections.abc import Mapping
from itertools import combinations
from typing import Any

import attrs
import networkx as nx
import pytest
from hypothesis import given, strategies as st

from samenwerking.graph import works_with
from samenwerking.graph.introducing import GoBetween, Introduction, introductions
from samenwerking.io import example, example_names
from samenwerking.model import Area, Canvas, Collaboration, Goal, Organization, Participation, Portfolio
from samenwerking.testing import portfolios

Teams = Mapping[str, tuple[str, ...]]
Pair = tuple[str, str]


def portfolio_of(teams: Teams, sectors: Mapping[str, str | None] | None = None) -> Portfolio:
    everyone = sorted({party for team in teams.values() for party in team} | set(sectors or ()))
    return Portfolio(
        organizations=[Organization(id=key, name=key, sector=(sectors or {}).get(key)) for key in everyone],
        collaborations=[
            Collaboration(
                id=key, name=key, canvas=Canvas(parties=[Participation(party=party) for party in team])
            )
            for key, team in teams.items()
        ],
    )


def named(outcome: Any) -> tuple[Introduction, ...]:
    assert outcome.reason is None
    found: tuple[Introduction, ...] = outcome.value
    return found


# Memberships that were hidden


def southern_women() -> Teams:
    """Return who was at which event in Natchez in the 1930s (Davis, Gardner & Gardner), as in networkx."""
    graph = nx.davis_southern_women_graph()
    return {event: tuple(sorted(graph[event])) for event, mode in graph.nodes(data="bipartite") if mode == 1}


def circles(seed: int = 2026) -> Teams:
    """Make thirty teams of sixty parties in four circles; one member in seven comes from anywhere."""
    chance = random.Random(seed)
    teams: dict[str, tuple[str, ...]] = {}
    for number in range(30):
        team: set[str] = set()
        size = chance.choice((3, 4, 5, 6, 8))
        while len(team) < size:
            party = chance.randrange(60)
            if party % 4 == number % 4 or chance.random() < 0.15:
                team.add(f"o{party:02}")
        teams[f"c{number:02}"] = tuple(sorted(team))
    return teams


def rich_get_richer(seed: int = 2026) -> Teams:
    """Make twenty teams whose members are chosen by how many they are in already, with networkx."""
    sizes = [4, 5, 3, 6, 4, 5, 7, 3, 4, 5, 6, 3, 4, 8, 4, 5, 3, 6, 4, 5]
    graph = nx.bipartite.preferential_attachment_graph(sizes, 0.6, seed=seed)
    return {
        f"c{team:03}": tuple(f"o{party:03}" for party in sorted(graph[team])) for team in range(len(sizes))
    }


def deltaplan() -> Teams:
    portfolio = example("deltaplan")
    return {each.id: portfolio.parties_of(each) for each in portfolio.collaborations}


def ours(teams: Teams, n: int) -> list[Pair]:
    outcome = introductions(portfolio_of(teams), n)
    return [each.parties for each in outcome.value or ()]


def _highest(scores: Any, n: int) -> list[Pair]:
    # networkx adds up in the order of a set, which differs from run to run in the last digits
    told = [(tuple(sorted((one, other))), round(score, 9)) for one, other, score in scores]
    return [pair for pair, _ in sorted(told, key=lambda each: (-each[1], each[0]))[:n]]


def adamic_adar(teams: Teams, n: int) -> list[Pair]:
    return _highest(nx.adamic_adar_index(works_with(portfolio_of(teams), "binary")), n)


def preferential_attachment(teams: Teams, n: int) -> list[Pair]:
    return _highest(nx.preferential_attachment(works_with(portfolio_of(teams), "binary")), n)


METHODS = {"ours": ours, "Adamic-Adar": adamic_adar, "preferential attachment": preferential_attachment}


def hits(teams: Teams, repeats: int, n: int = 10, share: float = 0.1) -> dict[str, float]:
    """Hide a share of the memberships; return how many of the first n named pairs had met, on average."""
    memberships = [(key, party) for key, team in sorted(teams.items()) for party in team]
    met = {frozenset(pair) for team in teams.values() for pair in combinations(team, 2)}
    found = dict.fromkeys(METHODS, 0)
    for repeat in range(repeats):
        hidden = set(random.Random(repeat).sample(memberships, round(share * len(memberships))))
        seen = {
            key: tuple(party for party in team if (key, party) not in hidden) for key, team in teams.items()
        }
        for name, method in METHODS.items():
            found[name] += sum(frozenset(pair) in met for pair in method(seen, n))
    return {name: count / repeats for name, count in found.items()}


@pytest.mark.parametrize(("teams", "repeats"), [(southern_women(), 50), (circles(), 25)])
def test_hidden_memberships_are_found_more_often_than_is_usual(teams: Teams, repeats: int) -> None:
    found = hits(teams, repeats)
    assert found["ours"] > max(found["Adamic-Adar"], found["preferential attachment"]) > 0


def test_where_popularity_is_all_there_is_popularity_wins() -> None:
    found = hits(rich_get_richer(), 25)
    assert found["ours"] < found["preferential attachment"]


# What is named


BRIDGE = {"x": ("a", "b"), "y": ("b", "c"), "z": ("c", "d")}


def test_through_whom_and_where_they_meet() -> None:
    outcome = introductions(portfolio_of(BRIDGE))
    first, second = named(outcome)
    assert first.parties == ("a", "c")
    assert first.through == (GoBetween(party="b", first=("x",), second=("y",)),)
    assert second.parties == ("b", "d")
    assert (first.goals, first.areas, first.cross_sector) == ((), (), None)
    assert (outcome.n, outcome.evidence) == (2, ("x", "y", "z"))


def test_different_sectors_come_first_then_a_shared_goal_then_who_is_alike() -> None:
    sectors = {"a": "gemeente", "b": "bank", "c": "provincie", "d": "universiteit"}
    portfolio = portfolio_of(BRIDGE, sectors)
    assert [(each.parties, each.cross_sector) for each in named(introductions(portfolio))] == [
        (("b", "d"), True),
        (("a", "c"), False),  # both government
    ]
    same = portfolio_of(BRIDGE, dict.fromkeys("abcd", "bank"))
    assert named(introductions(same))[0].parties == ("a", "c")
    goal = Goal(id="oevers", name="Oevers", kind="shared", lead="b")
    shared = same.add(goal).evolve("z", canvas__goals=["oevers"])
    assert [(each.parties, each.goals) for each in named(introductions(shared))] == [
        (("b", "d"), ("oevers",)),
        (("a", "c"), ()),
    ]
    fine = {"a": "1", "c": "2"}
    assert [each.cross_sector for each in named(introductions(same, groups=fine))] == [True, None]


def test_the_smallest_area_that_they_share_is_told() -> None:
    portfolio = portfolio_of(BRIDGE).add(
        Area(id="land", name="Land"),
        Area(id="polder", name="Polder", part_of="land"),
        Area(id="stad", name="Stad", part_of="land"),
    )
    portfolio = (
        portfolio.evolve("x", areas=["polder"]).evolve("y", areas=["polder"]).evolve("z", areas=["stad"])
    )
    assert [each.areas for each in named(introductions(portfolio))] == [("polder",), ("land",)]


def test_who_belongs_together_is_not_introduced() -> None:
    portfolio = portfolio_of(BRIDGE).evolve("a", part_of="c")
    assert [each.parties for each in named(introductions(portfolio))] == [("b", "d")]
    other_way = portfolio_of(BRIDGE).evolve("c", part_of="a")
    assert [each.parties for each in named(introductions(other_way))] == [("b", "d")]
    # x takes part in y beside b; b and a are parties of x, so x and a know each other
    inside = portfolio_of({"x": ("a", "b"), "y": ("b", "x")})
    assert introductions(inside).value is None


def test_a_party_that_is_not_on_file_is_not_named() -> None:
    portfolio = portfolio_of(BRIDGE).remove("d", dangling="keep")
    assert [each.parties for each in named(introductions(portfolio))] == [("a", "c")]
    gone = portfolio_of(BRIDGE).remove("b", dangling="keep")
    assert introductions(gone).value is None  # nobody can be asked to bring a and c together


def test_the_closest_acquaintance_comes_first() -> None:
    teams = {"x": ("a", "b", "c"), "y": ("a", "b"), "z": ("b", "d"), "w": ("c", "d")}
    (first,) = (each for each in named(introductions(portfolio_of(teams))) if each.parties == ("a", "d"))
    assert [each.party for each in first.through] == ["b", "c"]
    assert first.through[0].first == ("x", "y")


def test_what_has_ended_does_not_count() -> None:
    portfolio = portfolio_of(BRIDGE).evolve("x", period__end="2020")
    assert [each.parties for each in named(introductions(portfolio, as_of="2026-01-01"))] == [("b", "d")]


def test_how_many_are_named() -> None:
    portfolio = portfolio_of(BRIDGE)
    assert named(introductions(portfolio, 1)) == named(introductions(portfolio))[:1]
    assert named(introductions(portfolio, 0)) == ()
    assert introductions(portfolio, 0).n == 2
    with pytest.raises(ValueError, match="0 or more"):
        introductions(portfolio, -1)


def test_without_pairs_it_is_not_defined() -> None:
    for portfolio in (Portfolio(), portfolio_of({"x": ("a", "b", "c")}), portfolio_of({"x": ("a",)})):
        outcome = introductions(portfolio)
        assert (outcome.value, outcome.n, outcome.evidence) == (None, 0, ())
        assert outcome.reason is not None


@given(portfolios(broken_references=True), st.randoms())
def test_any_portfolio_will_do_in_any_order(portfolio: Portfolio, chance: random.Random) -> None:
    outcome = introductions(portfolio, 1000)
    graph: Any = works_with(portfolio)
    for each in outcome.value or ():
        one, other = each.parties
        assert one < other and not graph.has_edge(one, other)
        assert each.through
        for between in each.through:
            assert graph.has_edge(one, between.party) and graph.has_edge(between.party, other)
            assert between.first and between.second
    ids = [place.record.id for place in portfolio.locations()]
    if len(ids) == len(set(ids)):
        lists = {
            name: chance.sample(getattr(portfolio, name), len(getattr(portfolio, name)))
            for name in ("organizations", "areas", "goals", "collaborations", "codes")
        }
        assert introductions(attrs.evolve(portfolio, **lists), 1000) == outcome


@pytest.mark.parametrize("name", example_names())
def test_the_shipped_portfolios(name: str) -> None:
    portfolio = example(name)
    outcome = introductions(portfolio)
    assert (outcome.value is None) == (name != "deltaplan")  # the others have one collaboration each
    for each in outcome.value or ():
        assert each.cross_sector
        assert each.goals or each.areas
        assert all(id_ in portfolio for id_ in (*each.parties, *each.goals, *each.areas))
        assert all(between.party in portfolio for between in each.through)
