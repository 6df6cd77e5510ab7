"""Who sits at the table of a goal, a theme, a priority or an area: held against working it out by hand."""

from typing import Any

import pytest
from hypothesis import given

from samenwerking.graph.tables import ROWS, by_goal
from samenwerking.graph.taking_part import teams_of
from samenwerking.io import example, example_names
from samenwerking.model import (
    Area,
    Canvas,
    Collaboration,
    Commitment,
    Contribution,
    Goal,
    Participation,
    Partner,
    Portfolio,
)
from samenwerking.testing import portfolios


def at(portfolio: Portfolio, goal: str) -> set[str]:
    """Say who works on a goal, record by record."""
    found = {each.lead for each in portfolio.goals if each.id == goal and each.lead}
    seen: set[str] = set()
    for collaboration in portfolio.collaborations:
        if collaboration.id in seen:
            continue  # of records with the same id the first counts
        seen.add(collaboration.id)
        for participation in collaboration.canvas.parties:
            if participation.party == collaboration.id:
                continue  # nobody takes part in itself
            served = [goal for each in participation.contributions for goal in each.serves]
            if goal in (*collaboration.canvas.goals, *participation.own_goals, *served):
                found.add(participation.party)
    return found


@given(portfolios(broken_references=True))
def test_goals_by_hand(portfolio: Portfolio) -> None:
    tables = by_goal(portfolio, teams_of(portfolio))
    assert {goal.id for goal in portfolio.goals} <= set(tables)
    for goal, there in tables.items():
        assert there == at(portfolio, goal), goal


@pytest.mark.parametrize("rows", ["theme", "priority"])
@given(portfolio=portfolios())
def test_codes_by_hand(rows: str, portfolio: Portfolio) -> None:
    attribute = {"theme": "themes", "priority": "priorities"}[rows]
    expected: dict[str, set[str]] = {}
    for goal in portfolio.goals:
        for code in getattr(goal, attribute):
            expected.setdefault(code, set()).update(at(portfolio, goal.id))
    for partner in portfolio.partners:
        for commitment in partner.commitments:
            for code in commitment.themes if rows == "theme" else ():
                expected.setdefault(code, set()).add(partner.party)
    assert ROWS[rows].find(portfolio, teams_of(portfolio)) == expected


def within(portfolio: Portfolio, area: str) -> set[str]:
    """Return an area and what it is part of."""
    found: set[str] = set()
    here: str | None = area
    while here is not None and here not in found:
        found.add(here)
        record: Any = next((each for each in portfolio.areas if each.id == here), None)
        here = record.part_of if record else None
    return found


@given(portfolios())
def test_areas_by_hand(portfolio: Portfolio) -> None:
    expected: dict[str, set[str]] = {area.id: set() for area in portfolio.areas}
    teams = teams_of(portfolio)
    for collaboration in portfolio.collaborations:
        for area in collaboration.areas:
            for wider in within(portfolio, area):
                expected.setdefault(wider, set()).update(teams[collaboration.id])
    for goal in portfolio.goals:
        for area in goal.areas:
            for wider in within(portfolio, area):
                expected.setdefault(wider, set()).update(at(portfolio, goal.id))
    assert ROWS["area"].find(portfolio, teams) == expected


@pytest.mark.parametrize("name", example_names())
def test_the_shipped_portfolios(name: str) -> None:
    portfolio = example(name)
    tables = by_goal(portfolio, teams_of(portfolio))
    assert {goal: at(portfolio, goal) for goal in tables} == tables


def test_what_counts_and_what_does_not() -> None:
    parties = [
        Participation(party="a"),
        Participation(party="b", own_goals=["eigen"]),
        Participation(party="c", contributions=[Contribution(kind="geld", serves=["randen"])]),
    ]
    portfolio = Portfolio(
        goals=[
            Goal(id="oevers", name="Oevers", kind="shared", themes=["monitoring"], areas=["polder"]),
            Goal(id="randen", name="Randen", kind="shared", lead="d"),
        ],
        areas=[Area(id="polder", name="Polder", part_of="land")],
        partners=[Partner(party="e", commitments=[Commitment(text="x", themes=["infranatuur"])])],
        collaborations=[Collaboration(id="x", name="X", canvas=Canvas(goals=["oevers"], parties=parties))],
    )
    teams = teams_of(portfolio)
    assert by_goal(portfolio, teams) == {"oevers": {*"abc"}, "randen": {*"cd"}, "eigen": {"b"}}
    assert ROWS["theme"].find(portfolio, teams) == {"monitoring": {*"abc"}, "infranatuur": {"e"}}
    # an area that the portfolio does not have is a row too
    assert ROWS["area"].find(portfolio, teams) == {"polder": {*"abc"}, "land": {*"abc"}}
    # whoever is not in the team on the day does not count, with what it brings
    assert by_goal(portfolio, {"x": ("a",)}) == {"oevers": {"a"}, "randen": {"d"}}
