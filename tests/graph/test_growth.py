"""Work grows in step with the portfolio: counted in calls, not in seconds."""

import sys
from collections.abc import Callable
from typing import Any

import pytest

from samenwerking.graph import (
    assortativity,
    bridges,
    brokerage,
    changes,
    components,
    connectedness,
    constraint,
    core_numbers,
    coverage,
    cut_points,
    degree,
    degree_centralization,
    density,
    effective_size,
    efficiency,
    ei_index,
    introductions,
    mixing,
    multiplexity,
    shared_counts,
    totals,
    transitivity,
    two_mode,
    two_mode_constraint,
    what_if,
    works_with,
)
from samenwerking.graph.structure import structure
from samenwerking.model import Canvas, Collaboration, Organization, Participation, Portfolio
from samenwerking.vocabulary import Form

PARTIES = 6
FORMS = list(Form)


def of_size(size: int) -> Portfolio:
    """Make as many collaborations as organizations, each with six parties."""
    return Portfolio(
        organizations=[
            Organization(id=f"o{number}", name="O", sector=f"sector-{number % 5}") for number in range(size)
        ],
        collaborations=[
            Collaboration(
                id=f"c{number}",
                name="C",
                canvas=Canvas(
                    form=FORMS[number % len(FORMS)],
                    parties=[
                        Participation(party=f"o{(number * 7 + step * step) % size}")
                        for step in range(PARTIES)
                    ],
                ),
            )
            for number in range(size)
        ],
    )


def calls(function: Callable[[Portfolio], Any], portfolio: Portfolio) -> int:
    counted = 0

    def count(frame: Any, event: str, argument: Any) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        function(portfolio)
    finally:
        sys.setprofile(before)
    return counted


def by_sector(measure: Callable[..., Any]) -> Callable[[Portfolio], Any]:
    return lambda portfolio: measure(portfolio, "sector")


# Those that go by shortest paths are not here: they take time in step with nodes times ties.
LINEAR: dict[str, Callable[[Portfolio], Any]] = {
    "structure": structure,
    "two_mode": two_mode,
    "works_with": works_with,
    "shared_counts": shared_counts,
    "bridges": bridges,
    "components": components,
    "connectedness": connectedness,
    "constraint": constraint,
    "core_numbers": core_numbers,
    "cut_points": cut_points,
    "degree": degree,
    "degree_centralization": degree_centralization,
    "density": density,
    "effective_size": effective_size,
    "efficiency": efficiency,
    "multiplexity": multiplexity,
    "transitivity": transitivity,
    "two_mode_constraint": two_mode_constraint,
    "assortativity": by_sector(assortativity),
    "brokerage": by_sector(brokerage),
    "ei_index": by_sector(ei_index),
    "mixing": by_sector(mixing),
    "changes": lambda portfolio: changes(portfolio, "2020-01-01", "2021-01-01"),
    "coverage": lambda portfolio: coverage(portfolio, required=["bank"]),
    "introductions": introductions,
    "totals": totals,
    "what_if": lambda portfolio: what_if(portfolio, "o1"),
}


@pytest.mark.parametrize("function", LINEAR.values(), ids=LINEAR)
def test_four_times_the_portfolio_takes_four_times_the_calls(function: Callable[[Portfolio], Any]) -> None:
    function(of_size(10))  # whatever is worked out once
    small, large = (calls(function, of_size(size)) for size in (100, 400))
    assert small > 100
    assert large <= 4.2 * small


def test_one_more_graph_of_a_portfolio_does_not_build_its_structure_again() -> None:
    portfolio = of_size(100)
    first, again = calls(structure, portfolio), calls(structure, portfolio)
    assert again < 10 < first
