"""The goal tree: how goals hang together, each in full once, whatever the order and the links."""

import datetime
import random
import re

import attrs
import pytest
from display_cases import AS_OF, SECRET, full_case, parsed, texts, trapped
from hypothesis import given, settings, strategies as st

from samenwerking.display import goal_tree
from samenwerking.display.goals_page import Branch, branches
from samenwerking.io import example
from samenwerking.model import Canvas, Collaboration, Goal, GoalLink, GoalStatus, Portfolio
from samenwerking.vocabulary import GoalKind, GoalLinkKind, Language


def goal(id_: str, *links: tuple[str, str], kind: str = "shared", **more: object) -> Goal:
    made = [GoalLink(goal=other, kind=link) for other, link in links]
    return Goal(**{"id": id_, "name": id_.upper(), "kind": kind, "links": made} | more)  # type: ignore[arg-type]


def shape(*goals: Goal) -> list[str]:
    """Return the tree as lines: a dot per step down, and a star where a goal stood in full already."""
    return [f"{'.' * each.depth}{each.goal.id}{'*' if each.again else ''}" for each in branches(goals)]


def blocks(portfolio: Portfolio, id_: str | None = None, language: Language = "nl") -> list[list[str]]:
    page = goal_tree(portfolio, id_, language=language, as_of=AS_OF).html or ""
    held = [each for each in parsed(page).iter("div") if each.attrib.get("class", "").startswith("goal")]
    return [[part.text or "" for part in each] for each in held]


@pytest.mark.parametrize(
    ("goals", "lines"),
    [
        ([], []),
        ([goal("b"), goal("a")], ["a", "b"]),
        ([goal("a"), goal("b", ("a", "part-of"))], ["a", ".b"]),
        ([goal("a"), goal("b", ("a", "supports"))], ["a", ".b"]),
        ([goal("a", ("b", "depends-on")), goal("b")], ["a", ".b"]),
        ([goal("a"), goal("b", ("a", "conflicts-with"))], ["a", "b"]),
        ([goal("a", ("weg", "part-of"))], ["a"]),
        ([goal("a", kind="own"), goal("b"), goal("c", kind="context")], ["b", "a", "c"]),
        (
            [
                goal("a"),
                goal("b"),
                goal("c", ("a", "part-of"), ("b", "supports")),
                goal("d", ("c", "part-of")),
            ],
            ["a", ".c", "..d", "b", ".c*"],
        ),
        ([goal("a", ("b", "part-of")), goal("b", ("a", "part-of"))], ["a", ".b", "..a*"]),
        ([goal("a", ("a", "supports"))], ["a", ".a*"]),
        (
            [goal("a", ("c", "part-of")), goal("c", ("d", "part-of")), goal("d", ("c", "supports"))],
            ["c", ".a", ".d", "..c*"],
        ),
        ([goal("a"), goal("b", ("a", "part-of"), ("a", "supports"))], ["a", ".b"]),
    ],
)
def test_shapes(goals: list[Goal], lines: list[str]) -> None:
    assert shape(*goals) == lines


IDS = "abcdefg"
GOALS = st.lists(st.sampled_from(IDS), unique=True).flatmap(
    lambda ids: st.tuples(
        *(
            st.builds(
                goal,
                st.just(id_),
                kind=st.sampled_from(GoalKind),
                links=st.lists(
                    st.builds(GoalLink, goal=st.sampled_from(IDS), kind=st.sampled_from(GoalLinkKind)),
                    max_size=3,
                ),
            )
            for id_ in ids
        )
    )
)


@settings(max_examples=100, deadline=None)
@given(GOALS, st.randoms(use_true_random=False))
def test_each_goal_stands_in_full_once_whatever_the_links_and_the_order(
    goals: tuple[Goal, ...], chance: random.Random
) -> None:
    tree = branches(goals)
    full = [each.goal.id for each in tree if not each.again]
    assert sorted(full) == sorted(each.id for each in goals)
    assert branches(chance.sample(goals, len(goals))) == tree
    for place, branch in enumerate(tree):
        if branch.depth:
            up = next(each for each in reversed(tree[:place]) if each.depth == branch.depth - 1)
            assert (up.goal.id, up.again) == (branch.above, False)
            linked = {(link.goal, link.kind) for link in branch.goal.links}
            back = {(link.goal, link.kind) for link in up.goal.links}
            assert (branch.above, branch.link) in linked or (branch.goal.id, branch.link) in back
        else:
            assert branch == Branch(goal=branch.goal)


def test_a_long_chain_does_not_run_out() -> None:
    chain = [goal(f"g{n:04}", *([(f"g{n - 1:04}", "part-of")] if n else [])) for n in range(2000)]
    tree = branches(chain)
    assert [each.depth for each in tree] == list(range(2000))
    page = goal_tree(Portfolio(goals=chain[:40]), as_of=AS_OF).html or ""
    assert max(float(each) for each in re.findall(r"margin-left: (\d+)mm", page)) <= 72


def test_what_is_said_below_a_goal() -> None:
    assert blocks(full_case()) == [
        [
            "Schoner slootwater",
            "gezamenlijk doel · trekker: Waterschap X",
            "stikstof: hoogstens 2 mg/l, 2029",
            "Stand: onbekend",
            "Hieraan wordt gewerkt in: Groenblauwe dooradering Voorbeeldpolder",
        ],
        [
            "ondersteunt Schoner slootwater",
            "Kruidenrijke randen langs al het water",
            "gezamenlijk doel · trekker: Agrarisch collectief Y",
            "lengte: van 12 naar 40 km, 2028",
            "Stand: op koers (mei 2026)",
            "Hieraan wordt gewerkt in: Groenblauwe dooradering Voorbeeldpolder",
        ],
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", ("ondersteunt A", "nodig voor A", "is deel van A")),
        ("en", ("supports A", "needed for A", "is part of A")),
    ],
)
def test_how_a_goal_bears_on_the_one_above(language: Language, words: tuple[str, ...]) -> None:
    held = [
        goal("a", ("c", "depends-on")),
        goal("b", ("a", "supports")),
        goal("c"),
        goal("d", ("a", "part-of")),
    ]
    said = [each[0] for each in blocks(Portfolio(goals=held), language=language)[1:]]
    assert said == list(words)


def test_a_conflict_is_said_at_the_goal_with_how_it_is_resolved() -> None:
    link = GoalLink(goal="b", kind="conflicts-with", resolution="om en om")
    held = [goal("a", links=[link]), goal("b")]
    assert "botst met B (om en om)" in blocks(Portfolio(goals=held))[0]


def test_the_last_standing_up_to_the_day_counts_and_unknown_is_said() -> None:
    statuses = [
        GoalStatus(on="2026-05", state="behind", note="droogte"),
        GoalStatus(on="2025", state="on-track"),
        GoalStatus(on="2027", state="done"),
    ]
    portfolio = Portfolio(goals=[goal("a", statuses=statuses), goal("b")])
    first, second = blocks(portfolio)
    assert "Stand: loopt achter (mei 2026): droogte" in first
    assert "Stand: onbekend" in second
    early = goal_tree(portfolio, as_of=datetime.date(2024, 1, 1)).html or ""
    assert early.count("Stand: onbekend") == 2


def test_of_one_collaboration_only_its_goals_and_without_saying_where() -> None:
    held = [goal("a"), goal("b")]
    whole = [
        Collaboration(id=f"c{n}", name=f"C {n}", canvas=Canvas(goals=["a", "weg"] if n else ["a", "b"]))
        for n in range(2)
    ]
    portfolio = Portfolio(goals=held, collaborations=whole)
    assert [each[0] for each in blocks(portfolio)] == ["A", "B"]
    assert blocks(portfolio)[0][-1] == "Hieraan wordt gewerkt in: C 0 en C 1"
    (only,) = blocks(portfolio, "c1")
    assert (only[0], only[-1]) == ("A", "Stand: onbekend")
    assert goal_tree(portfolio, "c1", as_of=AS_OF).title == "Doelenboom: C 1"


def test_a_goal_that_serves_two_is_named_again() -> None:
    held = [goal("a"), goal("b"), goal("c", ("a", "part-of"), ("b", "part-of"))]
    assert blocks(Portfolio(goals=held))[-1] == ["is deel van B", "C", "staat hierboven al"]


def test_nothing_private_traps_shut_and_large_letters() -> None:
    for portfolio in (full_case(), trapped(full_case())):
        page = goal_tree(portfolio, as_of=AS_OF).html or ""
        parsed(page)
        assert SECRET not in page
        assert "<script" not in page
    assert min(float(size) for size in re.findall(r"font-size: ([\d.]+)pt", page)) >= 9
    assert "Er valt nog niets te tekenen." in texts(goal_tree(Portfolio()).html or "")


def test_title_alt_and_refusals() -> None:
    portfolio = example("shared-goal")
    picture = goal_tree(portfolio, portfolio.collaborations[0].id, language="en", as_of=AS_OF)
    assert picture.title == "Goal tree: Gebiedsproces De Bedachte Polder"
    assert picture.alt.startswith("Goals of Gebiedsproces De Bedachte Polder: 5. At the top: ")
    with pytest.raises(KeyError):
        goal_tree(portfolio, "nergens")
    with pytest.raises(TypeError):
        goal_tree(portfolio, portfolio.goals[0].id)
    with pytest.raises(ValueError, match="unknown language"):
        goal_tree(portfolio, language="fr")  # type: ignore[arg-type]
    mixed = attrs.evolve(portfolio, goals=portfolio.goals[::-1])
    assert goal_tree(mixed, as_of=AS_OF) == goal_tree(portfolio, as_of=AS_OF)
