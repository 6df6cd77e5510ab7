"""The smallest choice of sets: the search equals trying them all, and step by step stays within its bound."""

import random
from itertools import combinations

import pytest
from hypothesis import given, strategies as st

from samenwerking.graph.covers import MOST_EXACT, Cover, smallest_cover

Sets = dict[str, str]
sets = st.dictionaries(st.sampled_from("KLMNOPQRS"), st.text("abcdefgh", max_size=5), max_size=9)


def smallest(wanted: str, held: Sets) -> int:
    """Try every choice, the smallest first."""
    possible = set(wanted) & set("".join(held.values()))
    return next(
        size
        for size in range(len(held) + 1)
        for choice in combinations(held.values(), size)
        if possible <= set("".join(choice))
    )


def holds(cover: Cover[str], wanted: str, held: Sets) -> bool:
    possible = set(wanted) & set("".join(held.values()))
    return possible <= {element for name in cover.chosen for element in held[name]}


@given(sets)
def test_the_search_finds_no_more_than_needed(held: Sets) -> None:
    found = smallest_cover("abcdefgh", held)
    assert found.exact and found.bound == 1
    assert holds(found, "abcdefgh", held)
    assert len(found.chosen) == len(set(found.chosen)) == smallest("abcdefgh", held)
    assert set(found.left) == set("abcdefgh") - set("".join(held.values()))


@given(sets)
def test_step_by_step_stays_within_its_bound(held: Sets) -> None:
    found = smallest_cover("abcdefgh", held, most_exact=0)
    exact = smallest_cover("abcdefgh", held)
    assert holds(found, "abcdefgh", held)
    assert found.left == exact.left
    assert len(exact.chosen) <= len(found.chosen) <= found.bound * len(exact.chosen)
    assert found.exact is (found.bound == 1)


@given(sets, st.randoms())
def test_the_order_of_the_sets_does_not_show(held: Sets, chance: random.Random) -> None:
    names = list(held)
    chance.shuffle(names)
    mixed = {name: held[name] for name in names}
    assert smallest_cover("abcdefgh", mixed) == smallest_cover("abcdefgh", held)
    assert smallest_cover("abcdefgh", mixed, most_exact=0) == smallest_cover("abcdefgh", held, most_exact=0)


def test_the_largest_set_first_can_be_a_trap() -> None:
    trap = {"x": "abc", "y": "def", "z": "bcde"}
    assert smallest_cover("abcdef", trap).chosen == ("x", "y")
    step_by_step = smallest_cover("abcdef", trap, most_exact=0)
    assert step_by_step.chosen == ("z", "x", "y")
    assert not step_by_step.exact
    assert step_by_step.bound == pytest.approx(1 + 1 / 2 + 1 / 3 + 1 / 4)


def test_with_many_sets_it_is_said_that_the_choice_may_be_larger_than_needed() -> None:
    chance = random.Random(2026)
    many = {f"s{number:02}": "".join(chance.sample("abcdefghijklmnopqrst", 4)) for number in range(40)}
    found = smallest_cover("abcdefghijklmnopqrst", many)
    assert len(many) > MOST_EXACT and not found.exact
    exact = smallest_cover("abcdefghijklmnopqrst", many, most_exact=100)
    assert exact.exact
    assert len(exact.chosen) <= len(found.chosen) <= found.bound * len(exact.chosen)


def test_sets_that_hold_no_more_than_others_are_not_searched() -> None:
    many = {f"s{number:03}": "ab"[number % 2] for number in range(200)}
    found = smallest_cover("ab", many)
    assert found.exact
    assert found.chosen == ("s000", "s001")


def test_with_nothing_wanted_or_nothing_there() -> None:
    assert smallest_cover("", {"x": "ab"}).chosen == ()
    nothing = smallest_cover("ab", {})
    assert (nothing.chosen, nothing.left, nothing.exact) == ((), ("a", "b"), True)
    assert smallest_cover("ab", {"x": ""}, most_exact=0).left == ("a", "b")
