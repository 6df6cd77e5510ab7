"""Work grows in step with the portfolio: counted in calls, not in seconds."""

import sys
from collections.abc import Callable
from typing import Any

import pytest

from samenwerking.graph import components, degree, two_mode, works_with
from samenwerking.graph.structure import structure
from samenwerking.model import Canvas, Collaboration, Organization, Participation, Portfolio

PARTIES = 6


def of_size(size: int) -> Portfolio:
    """Make as many collaborations as organizations, each with six parties."""
    return Portfolio(
        organizations=[Organization(id=f"o{number}", name="O") for number in range(size)],
        collaborations=[
            Collaboration(
                id=f"c{number}",
                name="C",
                canvas=Canvas(
                    parties=[
                        Participation(party=f"o{(number * 7 + step * step) % size}")
                        for step in range(PARTIES)
                    ]
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


@pytest.mark.parametrize("function", [structure, two_mode, works_with, degree, components])
def test_four_times_the_portfolio_takes_four_times_the_calls(function: Callable[[Portfolio], Any]) -> None:
    function(of_size(10))  # whatever is worked out once
    small, large = (calls(function, of_size(size)) for size in (100, 400))
    assert small > 100
    assert large <= 4.2 * small


def test_one_more_graph_of_a_portfolio_does_not_build_its_structure_again() -> None:
    portfolio = of_size(100)
    first, again = calls(structure, portfolio), calls(structure, portfolio)
    assert again < 10 < first
