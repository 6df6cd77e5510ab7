"""What falls apart if someone leaves: the fast way equals taking away one by one."""

from itertools import combinations
from typing import Any

import attrs
import networkx as nx
import pytest
from hypothesis import given, strategies as st

from samenwerking.graph import works_with
from samenwerking.graph.leaning import Removal
from samenwerking.graph.removal import removals, weak_spots, what_if
from samenwerking.graph.tables import by_goal
from samenwerking.graph.taking_part import sector_groups, teams_of
from samenwerking.io import example, example_names
from samenwerking.model import (
    Canvas,
    Collaboration,
    Contribution,
    Goal,
    Organization,
    Participation,
    Period,
    Portfolio,
    UnknownId,
)
from samenwerking.testing import portfolios

SECTORS = ("gemeente", "provincie", "universiteit", "bank", "onbekend", None)
LETTERS = "abcdefgh"


def portfolio_of(
    teams: dict[str, str],
    sectors: dict[str, str | None] | None = None,
    goals: dict[str, str] | None = None,
) -> Portfolio:
    """Make a portfolio of teams of letters; a goal stands on the canvas of the teams named with it."""
    goals = goals or {}
    sectors = sectors or {}
    return Portfolio(
        organizations=[Organization(id=key, name=key.upper(), sector=sectors[key]) for key in sectors],
        goals=[Goal(id=goal, name=goal, kind="shared") for goal in goals],
        collaborations=[
            Collaboration(
                id=key,
                name=key,
                canvas=Canvas(
                    parties=[Participation(party=party) for party in team],
                    goals=[goal for goal, where in goals.items() if key in where],
                ),
            )
            for key, team in teams.items()
        ],
    )


small = st.builds(
    portfolio_of,
    st.dictionaries(st.sampled_from("PQRSTU"), st.text(LETTERS, max_size=5), max_size=6),
    st.dictionaries(st.sampled_from(LETTERS), st.sampled_from(SECTORS), max_size=8),
    st.dictionaries(st.sampled_from("XYZ"), st.text("PQRSTU", max_size=3), max_size=3),
)


def brute(portfolio: Portfolio, gone: tuple[str, ...]) -> Removal:
    """Take parties away from the graph itself and count again."""
    graph: Any = works_with(portfolio)
    left = graph.copy()
    left.remove_nodes_from(gone)
    groups = sector_groups(portfolio)
    lost = 0
    for one, other in combinations(sorted(left), 2):
        if one in groups and other in groups and groups[one] != groups[other]:
            lost += nx.has_path(graph, one, other) and not nx.has_path(left, one, other)
    loose = []
    for island in nx.connected_components(graph):
        parts = sorted(
            (part for part in nx.connected_components(left) if part <= island),
            key=lambda part: (-len(part), min(part)),
        )
        loose += [tuple(sorted(part)) for part in parts[1:]]
    tables = by_goal(portfolio, teams_of(portfolio))
    bare = [goal for goal, there in tables.items() if there & set(graph) and not there & set(left)]
    emptied = []
    for goal, there in tables.items():
        before = {groups[party] for party in there if party in groups}
        after = {groups[party] for party in there.difference(gone) if party in groups}
        emptied += [(goal, group) for group in before - after if goal not in bare]
    return Removal(
        ids=gone,
        islands=nx.number_connected_components(left),
        pairs_lost=lost,
        cut_off=tuple(sorted(loose)),
        goals_without_party=tuple(sorted(bare)),
        goals_without_sector=tuple(sorted(emptied)),
    )


@given(small)
def test_every_removal_equals_taking_the_parties_away(portfolio: Portfolio) -> None:
    parties = sorted(works_with(portfolio))
    found = {removal.ids: removal for removal in removals(portfolio)}
    expected = [*combinations(parties, 1), *combinations(parties, 2)]
    assert sorted(found) == sorted(expected)
    for ids in expected:
        assert found[ids] == brute(portfolio, ids) == what_if(portfolio, *ids).value


@given(small)
def test_who_leaves_takes_away_at_most_one_island_and_adds_fewer_than_its_ties(portfolio: Portfolio) -> None:
    graph: Any = works_with(portfolio)
    found = weak_spots(portfolio).value
    now = found.islands if found else 0
    for removal in removals(portfolio):
        ties = sum(graph.degree[party] for party in removal.ids)
        assert now - len(removal.ids) <= removal.islands <= now + max(ties - 1, 0)


@given(small, st.data())
def test_any_number_of_parties_and_collaborations_can_go(portfolio: Portfolio, data: st.DataObject) -> None:
    possible = sorted({*works_with(portfolio), *(each.id for each in portfolio.collaborations)})
    gone = data.draw(st.lists(st.sampled_from(possible), unique=True) if possible else st.just([]))
    left = attrs.evolve(
        portfolio,
        collaborations=[
            portfolio.evolve(
                each.id, canvas__parties=[p for p in each.canvas.parties if p.party not in gone]
            )[each.id]
            for each in portfolio.collaborations
            if each.id not in gone
        ],
    )
    after: Any = works_with(left)
    after.remove_nodes_from(gone)
    outcome = what_if(portfolio, *gone)
    if outcome.value is None:
        assert not works_with(portfolio)
        return
    before: Any = works_with(portfolio)
    after.add_nodes_from(set(before).difference(gone))  # whoever has lost its last tie
    groups = sector_groups(portfolio)
    lost = sum(
        nx.has_path(before, one, other) and not nx.has_path(after, one, other)
        for one, other in combinations(sorted(after), 2)
        if one in groups and other in groups and groups[one] != groups[other]
    )
    assert outcome.value.ids == tuple(sorted(gone))
    assert outcome.value.islands == nx.number_connected_components(after)
    assert outcome.value.pairs_lost == lost
    then = by_goal(left, teams_of(left))
    for goal, there in by_goal(portfolio, teams_of(portfolio)).items():
        rest = then.get(goal, set()).difference(gone)
        assert (goal in outcome.value.goals_without_party) == (bool(there) and not rest)


def test_the_families_of_florence_lean_on_the_medici() -> None:
    # 11, 2 and 1 families without the Medici; cut points and bridges as R sna 2.7-1 finds them
    ties = nx.florentine_families_graph().edges
    portfolio = portfolio_of({})
    for number, (one, other) in enumerate(ties):
        canvas = Canvas(parties=[Participation(party=one), Participation(party=other)])
        portfolio = portfolio.add(Collaboration(id=f"{number}", name="marriage", canvas=canvas))
    found = weak_spots(portfolio).value
    assert found is not None
    assert found.cut_points == ("Albizzi", "Guadagni", "Medici", "Salviati")
    assert len(found.bridges) == 5
    assert found.cases == 15 + 15 * 14 // 2
    without = what_if(portfolio, "Medici").value
    assert without is not None
    assert without.islands == 3
    assert without.cut_off == (("Acciaiuoli",), ("Pazzi", "Salviati"))


CHAIN = portfolio_of(
    {"P": "ab", "Q": "bc", "R": "cd"},
    {"a": "gemeente", "b": "bank", "c": "gemeente", "d": "universiteit"},
    {"X": "P", "Y": "QR"},
)


def test_in_a_chain_the_middle_holds_the_ends() -> None:
    outcome = weak_spots(CHAIN)
    found = outcome.value
    assert found is not None
    assert (found.islands, found.pairs, found.cut_points) == (1, 5, ("b", "c"))
    assert found.bridges == (("a", "b"), ("b", "c"), ("c", "d"))
    assert (outcome.n, outcome.evidence) == (4, ("P", "Q", "R"))
    without = {removal.ids: removal for removal in found.single}
    assert without["b",].cut_off == (("a",),)
    assert without["b",].pairs_lost == 1  # a and d; a and c are both government
    assert without["b",].goals_without_sector == (("X", "bank"), ("Y", "bank"))
    assert without["a",].goals_without_sector == (("X", "overheid"),)
    assert [removal.ids for removal in found.together] == [("a", "b")]
    assert found.together[0].goals_without_party == ("X",)


def test_on_a_ring_only_two_together_cut() -> None:
    ring = portfolio_of(
        {"P": "ab", "Q": "bc", "R": "cd", "S": "da"}, dict(zip("abcd", SECTORS, strict=False))
    )
    found = weak_spots(ring).value
    assert found is not None
    assert (found.cut_points, found.bridges, found.single) == ((), (), ())
    assert [(each.ids, each.pairs_lost) for each in found.together] == [(("a", "c"), 1), (("b", "d"), 1)]


def test_the_end_of_a_collaboration() -> None:
    outcome = what_if(CHAIN, "Q").value
    assert outcome is not None
    assert (outcome.islands, outcome.cut_off, outcome.pairs_lost) == (2, (("c", "d"),), 3)
    assert outcome.goals_without_sector == (("Y", "bank"),)
    both = what_if(CHAIN, "Q", "R").value
    assert both is not None
    assert both.goals_without_party == ("Y",)
    nothing = what_if(CHAIN).value
    assert nothing == Removal(ids=(), islands=1)
    assert not nothing.costs


def test_a_collaboration_that_is_a_party_ends_in_both_roles() -> None:
    portfolio = portfolio_of({"P": "ab", "Q": "Pc"}, dict.fromkeys("abc", "bank"))
    without = what_if(portfolio, "P").value
    assert without is not None
    assert (without.islands, without.cut_off) == (3, (("b",),))
    (as_party,) = (removal for removal in removals(portfolio) if removal.ids == ("P",))
    assert (as_party.islands, as_party.cut_off) == (2, ())  # a party that leaves, whose own team goes on


def test_groups_of_ones_own() -> None:
    apart = {"a": "red", "d": "blue"}
    found = weak_spots(CHAIN, groups=apart).value
    assert found is not None
    assert found.pairs == 1
    fine = sector_groups(CHAIN, broad=False)
    assert what_if(CHAIN, "a", groups=fine).value.goals_without_sector == (("X", "gemeente"),)  # type: ignore[union-attr]


def test_leads_and_contributions_count_for_a_goal() -> None:
    given_ = Participation(party="b", contributions=[Contribution(kind="geld", serves=["X"])])
    own = Participation(party="c", own_goals=["X"])
    portfolio = Portfolio(
        organizations=[Organization(id=key, name=key) for key in "abc"],
        goals=[Goal(id="X", name="X", kind="shared", lead="a")],
        collaborations=[Collaboration(id="P", name="P", canvas=Canvas(parties=[given_, own]))],
    )
    for left in ("ab", "bc", "ac"):
        assert what_if(portfolio, *left).value.goals_without_party == ()  # type: ignore[union-attr]
    assert what_if(portfolio, *"abc").value.goals_without_party == ("X",)  # type: ignore[union-attr]


def test_what_certainly_does_not_run_does_not_hold() -> None:
    ended = CHAIN.evolve("Q", period=Period(start="2020", end="2021"))
    now = weak_spots(ended, as_of="2026-01-01").value
    assert now is not None
    assert (now.islands, now.bridges) == (2, (("a", "b"), ("c", "d")))
    assert weak_spots(ended).value == weak_spots(CHAIN).value
    assert what_if(ended, "b", as_of="2020-06-01").value == what_if(CHAIN, "b").value


@given(portfolios(broken_references=True))
def test_any_portfolio_will_do(portfolio: Portfolio) -> None:
    parties = tuple(works_with(portfolio))
    found = weak_spots(portfolio)
    assert (found.value is None) == (not parties)
    for removal in removals(portfolio):
        assert removal == brute(portfolio, removal.ids)
        if set(removal.ids).isdisjoint(each.id for each in portfolio.collaborations):
            assert removal == what_if(portfolio, *removal.ids).value


@pytest.mark.parametrize("name", example_names())
def test_the_shipped_portfolios(name: str) -> None:
    portfolio = example(name)
    outcome = weak_spots(portfolio)
    graph: Any = works_with(portfolio)
    assert outcome.value is not None
    assert outcome.n == len(graph)
    assert outcome.value.cases == outcome.n * (outcome.n + 1) // 2
    assert outcome.value.cut_points == tuple(sorted(nx.articulation_points(graph)))
    assert outcome.value.islands == nx.number_connected_components(graph)
    assert set(outcome.value.bridges) == {tuple(sorted(edge)) for edge in nx.bridges(graph)}
    for removal in outcome.value.single:
        assert removal == what_if(portfolio, *removal.ids).value
    for removal in outcome.value.together[:5]:
        assert removal == what_if(portfolio, *removal.ids).value == brute(portfolio, removal.ids)


def test_nobody_is_ranked() -> None:
    found = weak_spots(example("deltaplan")).value
    assert found is not None
    ids = [removal.ids for removal in found.single]
    assert ids == sorted(ids)
    assert list(found.cut_points) == sorted(found.cut_points)


def test_the_order_of_the_document_does_not_show() -> None:
    portfolio = example("deltaplan")
    turned = attrs.evolve(
        portfolio,
        organizations=portfolio.organizations[::-1],
        collaborations=portfolio.collaborations[::-1],
        goals=portfolio.goals[::-1],
    )
    assert weak_spots(turned) == weak_spots(portfolio)


def test_without_anyone_it_is_not_defined() -> None:
    for outcome in (weak_spots(Portfolio()), what_if(Portfolio())):
        assert (outcome.value, outcome.n) == (None, 0)
        assert outcome.reason is not None
    alone = weak_spots(portfolio_of({}, {"a": None})).value
    assert alone is not None
    assert (alone.cases, alone.single, alone.together) == (1, (), ())


def test_an_id_that_is_nowhere_is_named() -> None:
    with pytest.raises(UnknownId, match="did you mean 'a'"):
        what_if(CHAIN, "aa")
    with pytest.raises(UnknownId, match="neither a party nor a collaboration"):
        what_if(CHAIN, "X")  # a goal
