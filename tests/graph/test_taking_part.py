"""Who takes part in what on a day, and in which sector."""

from typing import Any

import attrs
from hypothesis import given, strategies as st

from samenwerking.graph import sector_groups, two_mode, works_with
from samenwerking.graph.taking_part import parties_of, teams_of, wider
from samenwerking.io import example
from samenwerking.model import Canvas, Collaboration, Organization, Participation, Portfolio
from samenwerking.testing import portfolios
from samenwerking.vocabulary import Code, CodeList, codes


@given(portfolios(broken_references=True), st.none() | st.dates())
def test_the_parties_are_those_of_who_works_with_whom(portfolio: Portfolio, day: Any) -> None:
    teams = teams_of(portfolio, day)
    graph = works_with(portfolio if day is None else two_mode(portfolio, as_of=day))
    assert list(parties_of(portfolio, teams)) == list(graph)
    tied = {(one, other) for team in teams.values() for one in team for other in team if one < other}
    assert {tuple(sorted(edge)) for edge in graph.edges} == tied
    assert list(teams) == sorted(teams)
    assert all(list(team) == sorted(set(team)) for team in teams.values())


def test_on_a_day_only_who_may_be_there() -> None:
    portfolio = example("deltaplan")
    then = teams_of(portfolio, "2010-01-01")
    assert "groene-cirkels" not in then  # began in 2013
    assert "van-gogh-np-ibp" in then  # nobody knows when
    assert teams_of(portfolio, "2026-11-24").keys() < teams_of(portfolio).keys()


def test_two_collaborations_that_take_part_in_each_other() -> None:
    def team(id_: str, party: str) -> Collaboration:
        return Collaboration(id=id_, name=id_, canvas=Canvas(parties=[Participation(party=party)]))

    portfolio = Portfolio(collaborations=[team("x", "y"), team("y", "x")])
    assert teams_of(portfolio, "2026-01-01") == teams_of(portfolio) == {"x": ("y",), "y": ("x",)}


def test_sectors_at_their_widest_or_as_they_stand() -> None:
    sectors = {"a": "ministerie", "b": "zuivel", "c": "onbekend", "d": None, "e": "eigen"}
    portfolio = Portfolio(
        organizations=[Organization(id=key, name=key, sector=sector) for key, sector in sectors.items()]
    )
    assert dict(sector_groups(portfolio)) == {"a": "overheid", "b": "bedrijf", "e": "eigen"}
    assert dict(sector_groups(portfolio, broad=False)) == {"a": "ministerie", "b": "zuivel", "e": "eigen"}
    own = attrs.evolve(portfolio, codes=[Code(list="sector", code="eigen", nl="eigen", broader="bank")])
    assert sector_groups(own)["e"] == "bank"


def test_every_shipped_sector_ends_at_a_code_without_a_wider_one() -> None:
    known = codes(CodeList.SECTOR)
    for code in known:
        chain = wider(code, known)
        assert chain[0] == code
        assert known[chain[-1]].broader == ""
        assert len(chain) == len(set(chain)) <= 4
