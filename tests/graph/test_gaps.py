"""Which table lacks which sector, and whom to ask."""

import random
from itertools import combinations
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

from samenwerking.graph.gaps import Coverage, coverage
from samenwerking.io import example, example_names
from samenwerking.model import (
    Area,
    Canvas,
    Collaboration,
    Commitment,
    Contribution,
    Goal,
    MembershipEvent,
    Organization,
    Participation,
    Partner,
    Portfolio,
)
from samenwerking.testing import portfolios
from samenwerking.vocabulary import Code, CodeList, codes


def value(outcome: Any) -> Coverage:
    assert outcome.reason is None
    found: Coverage = outcome.value
    return found


def filled(found: Coverage) -> dict[tuple[str, str], tuple[str, ...]]:
    return {(cell.row, cell.column): cell.parties for cell in found.cells}


POLDER = Portfolio(
    organizations=[
        Organization(id="buren", name="Buren", sector="gemeente", ownership="public"),
        Organization(id="collectief", name="Collectief", sector="agrarisch-collectief", ownership="private"),
        Organization(id="hogeschool", name="Hogeschool", sector="hogeschool"),
        Organization(id="onbekend", name="Onbekend", sector="onbekend"),
        Organization(id="stil", name="Stil"),
        Organization(id="waterschap", name="Waterschap", sector="waterschap", ownership="public"),
        Organization(id="iemand", kind="person", sector="universiteit"),
    ],
    partners=[Partner(party="hogeschool", commitments=[Commitment(text="x", themes=["monitoring"])])],
    areas=[Area(id="polder", name="Polder", part_of="provincie"), Area(id="provincie", name="Provincie")],
    goals=[
        Goal(id="oevers", name="Oevers", kind="shared", themes=["verdienmodellen"], areas=["polder"]),
        Goal(id="randen", name="Randen", kind="shared", lead="waterschap", priorities=["toolbox"]),
        Goal(id="stilte", name="Stilte", kind="shared"),
    ],
    collaborations=[
        Collaboration(
            id="samen",
            name="Samen",
            areas=["provincie"],
            canvas=Canvas(
                goals=["oevers"],
                parties=[
                    Participation(
                        party="buren", contributions=[Contribution(kind="geld", serves=["randen"])]
                    ),
                    Participation(party="collectief"),
                    Participation(party="onbekend"),
                ],
            ),
        )
    ],
)


def test_who_fills_what_at_each_goal() -> None:
    outcome = coverage(POLDER)
    found = value(outcome)
    assert found.rows == ("oevers", "randen", "stilte")
    assert filled(found) == {
        ("oevers", "overheid"): ("buren",),
        ("oevers", "gemeente"): ("buren",),
        ("oevers", "landbouworganisatie"): ("collectief",),
        ("oevers", "agrarisch-collectief"): ("collectief",),
        ("randen", "overheid"): ("buren", "waterschap"),
        ("randen", "gemeente"): ("buren",),
        ("randen", "waterschap"): ("waterschap",),
    }
    assert dict(found.unknown) == {"oevers": ("onbekend",)}
    assert (outcome.n, outcome.evidence) == (4, ("samen",))


def test_without_requirements_no_gap_is_made_up() -> None:
    found = value(coverage(POLDER))
    assert (found.missing, found.closing) == ((), None)
    required = value(coverage(POLDER, required=[]))
    assert required.missing == ()
    assert required.closing is not None and required.closing.steps == ()


def test_what_is_missing_and_whom_to_ask() -> None:
    found = value(coverage(POLDER, required=["landbouworganisatie", "kennisinstelling"]))
    assert found.missing == (
        ("oevers", "kennisinstelling"),
        ("randen", "landbouworganisatie"),
        ("randen", "kennisinstelling"),
        ("stilte", "landbouworganisatie"),
        ("stilte", "kennisinstelling"),
    )
    closing = found.closing
    assert closing is not None and closing.exact and closing.left == ()
    assert {step.organizations for step in closing.steps} == {("collectief",), ("hogeschool",)}
    assert sorted(place for step in closing.steps for place in step.places) == sorted(found.missing)


def test_requirements_per_row_and_places_nobody_known_can_fill() -> None:
    found = value(coverage(POLDER, required={"stilte": ["bank", "overheid"]}))
    assert found.missing == (("stilte", "overheid"), ("stilte", "bank"))
    assert "bank" in found.columns
    assert found.closing is not None
    assert found.closing.left == (("stilte", "bank"),)
    (step,) = found.closing.steps
    assert step.organizations == ("buren", "waterschap")  # both could; neither knows anybody there
    one = value(coverage(POLDER, required="bank"))
    assert one.missing == tuple((row, "bank") for row in one.rows)


def test_who_already_works_with_somebody_there_comes_first() -> None:
    team = [Participation(party=party) for party in ("waterschap", "collectief")]
    joined = Collaboration(id="eerder", name="Eerder", canvas=Canvas(parties=team))
    portfolio = POLDER.add(joined).evolve("stilte", lead="collectief")
    found = value(coverage(portfolio, required={"stilte": ["waterschap", "overheid"]}))
    assert found.closing is not None
    assert [step.organizations for step in found.closing.steps] == [("waterschap",)]
    wide = value(coverage(portfolio, required={"stilte": ["overheid"]})).closing
    assert wide is not None
    assert wide.steps[0].organizations == ("buren", "waterschap")  # both know the collective
    alone = portfolio.evolve("samen", canvas__parties=[])
    assert value(coverage(alone, required={"stilte": ["overheid"]})).closing.steps[0].organizations == (  # type: ignore[union-attr]
        "waterschap",
        "buren",
    )


def test_only_those_who_may_be_asked() -> None:
    required = {"stilte": ["overheid"], "oevers": ["waterschap"]}
    only = value(coverage(POLDER, required=required, candidates=["waterschap"])).closing
    assert only is not None
    assert [step.organizations for step in only.steps] == [("waterschap",)]
    each = {"waterschap": ["oevers"], "buren": ["stilte"]}
    split = value(coverage(POLDER, required=required, candidates=each)).closing
    assert split is not None
    assert [step.organizations for step in split.steps] == [("buren",), ("waterschap",)]
    nobody = value(coverage(POLDER, required=required, candidates=["bestaat-niet"])).closing
    assert nobody is not None
    assert (nobody.steps, len(nobody.left)) == ((), 2)


def test_a_person_is_not_asked() -> None:
    with_person = POLDER.evolve("samen", canvas__parties=[Participation(party="iemand")])
    found = value(coverage(with_person, required={"stilte": ["kennisinstelling"]})).closing
    assert found is not None
    assert [step.organizations for step in found.steps] == [("hogeschool",)]


def test_themes_are_covered_by_goals_and_by_commitments() -> None:
    found = value(coverage(POLDER, rows="theme"))
    shipped = codes(CodeList.THEME)
    assert found.rows == tuple(code for code in shipped if code != "succesfactor")
    assert filled(found)["verdienmodellen", "gemeente"] == ("buren",)
    assert filled(found)["monitoring", "hogeschool"] == ("hogeschool",)


def test_priorities() -> None:
    found = value(coverage(POLDER, rows="priority"))
    assert found.rows == tuple(codes(CodeList.PRIORITY))
    assert filled(found)["toolbox", "overheid"] == ("buren", "waterschap")


def test_who_works_in_a_part_works_in_the_whole() -> None:
    found = value(coverage(POLDER, rows="area"))
    assert found.rows == ("polder", "provincie")
    assert filled(found)["polder", "gemeente"] == ("buren",)
    assert filled(found)["provincie", "gemeente"] == ("buren",)
    round_ = POLDER.evolve("provincie", part_of="polder")
    assert filled(value(coverage(round_, rows="area"))) == filled(found)


def test_ownership_instead_of_sectors() -> None:
    found = value(coverage(POLDER, columns="ownership", required=["public"]))
    assert found.columns == ("private", "public")
    assert found.missing == (("stilte", "public"),)
    assert found.unknown["oevers"] == ("onbekend",)


def test_own_codes_count() -> None:
    own = Code(list="sector", code="imkerij", nl="imkerij", broader="landbouworganisatie")
    portfolio = attrs.evolve(POLDER, codes=(own,)).evolve("buren", sector="imkerij")
    found = value(coverage(portfolio, required=["landbouworganisatie", "imkerij"]))
    assert ("oevers", "landbouworganisatie") in filled(found)
    assert ("stilte", "imkerij") in found.missing
    assert found.columns[-1] == "imkerij"


def test_codes_that_go_round_end() -> None:
    own = (
        Code(list="sector", code="a", nl="a", broader="b"),
        Code(list="sector", code="b", nl="b", broader="a"),
    )
    portfolio = attrs.evolve(POLDER, codes=own).evolve("buren", sector="a")
    assert filled(value(coverage(portfolio)))["oevers", "b"] == ("buren",)


def test_only_what_runs_on_the_day_counts() -> None:
    ended = POLDER.evolve("samen", period__end="2021")
    assert ("oevers", "gemeente") not in filled(value(coverage(ended, as_of="2026-01-01")))
    assert filled(value(coverage(ended, as_of="2020-01-01"))) == filled(value(coverage(POLDER)))


def test_partners_count_for_the_goals_of_their_coalition_if_asked() -> None:
    ended = [MembershipEvent(kind="ended", on="2021-06-01")]
    portfolio = attrs.evolve(
        POLDER,
        coalition="samen",
        partners=(Partner(party="hogeschool"), Partner(party="waterschap", events=ended)),
    )
    assert ("oevers", "hogeschool") not in filled(value(coverage(portfolio)))
    found = filled(value(coverage(portfolio, partners=True)))
    assert found["oevers", "hogeschool"] == ("hogeschool",)
    assert ("oevers", "waterschap") not in found  # no partner any more
    then = filled(value(coverage(portfolio, partners=True, as_of="2020-01-01")))
    assert then["oevers", "waterschap"] == ("waterschap",)
    without = attrs.evolve(portfolio, coalition=None)
    assert coverage(without, partners=True) == coverage(without)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"rows": "goals"}, "rows are one of"),
        ({"columns": "kind"}, "columns one of"),
        ({"required": ["gemeentes"]}, "no code 'gemeentes'; did you mean 'gemeente'?"),
        ({"required": {"oever": ["bank"]}}, "no row 'oever'; did you mean 'oevers'?"),
        ({"columns": "ownership", "required": ["gemeente"]}, "no code 'gemeente'"),
        ({"as_of": "2026"}, "must be a day"),
    ],
)
def test_what_does_not_exist_is_refused(arguments: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message.replace("?", r"\?")):
        coverage(POLDER, **arguments)


def test_without_rows_it_is_not_defined() -> None:
    outcome = coverage(Portfolio())
    assert (outcome.value, outcome.n, outcome.evidence) == (None, 0, ())
    assert outcome.reason is not None
    assert value(coverage(Portfolio(), rows="priority")).cells == ()


known = st.dictionaries(
    st.sampled_from("abcdefg"),
    st.sampled_from(["gemeente", "waterschap", "bank", "universiteit", None]),
    max_size=7,
)
wanted = st.dictionaries(
    st.sampled_from("xyz"),
    st.lists(st.sampled_from(["overheid", "gemeente", "waterschap", "bank", "fonds"]), unique=True),
)
may = st.dictionaries(st.sampled_from("abcdefg"), st.lists(st.sampled_from("xyz"), unique=True))


@given(known, wanted, may)
def test_nobody_more_is_asked_than_needed(sectors: Any, required: Any, candidates: Any) -> None:
    portfolio = Portfolio(
        organizations=[Organization(id=key, name=key, sector=sector) for key, sector in sectors.items()],
        goals=[Goal(id=key, name=key, kind="shared") for key in "xyz"],
    )
    found = value(coverage(portfolio, required=required, candidates=candidates))
    can = {
        party: {
            (row, column)
            for row in candidates[party]
            for column in required.get(row, ())
            if column in _wider(portfolio, party)
        }
        for party in candidates
        if party in sectors
    }
    possible = {place for places in can.values() for place in places}
    fewest = next(
        size
        for size in range(len(can) + 1)
        for chosen in combinations(can.values(), size)
        if possible <= {place for places in chosen for place in places}
    )
    assert found.closing is not None and found.closing.exact
    assert len(found.closing.steps) == fewest
    assert set(found.closing.left) == set(found.missing) - possible
    for step in found.closing.steps:
        assert all(set(step.places) <= can[party] for party in step.organizations)


ROWS = st.sampled_from(["goal", "theme", "priority", "area"])


@given(portfolios(broken_references=True), ROWS, st.randoms())
def test_any_portfolio_will_do_in_any_order(portfolio: Portfolio, rows: Any, chance: random.Random) -> None:
    required = ["overheid", "bank"]
    outcome = coverage(portfolio, rows, required=required)
    lists = {
        name: chance.sample(getattr(portfolio, name), len(getattr(portfolio, name)))
        for name in ("organizations", "partners", "areas", "goals", "collaborations", "codes")
    }
    ids = [place.record.id for place in portfolio.locations()]
    if len(ids) == len(set(ids)):
        assert coverage(attrs.evolve(portfolio, **lists), rows, required=required) == outcome
    if outcome.value is not None:
        places = {(cell.row, cell.column) for cell in outcome.value.cells}
        every = {(row, column) for row in outcome.value.rows for column in required}
        assert set(outcome.value.missing) == every - places
        assert outcome.value.closing is not None
        closed = {place for step in outcome.value.closing.steps for place in step.places}
        assert closed | set(outcome.value.closing.left) == set(outcome.value.missing)


@pytest.mark.parametrize("name", example_names())
@pytest.mark.parametrize("rows", ["goal", "theme", "priority", "area"])
def test_the_shipped_portfolios(name: str, rows: Any) -> None:
    portfolio = example(name)
    outcome = coverage(portfolio, rows, required=["overheid", "landbouworganisatie"])
    for cell in outcome.value.cells if outcome.value else ():
        for party in cell.parties:
            assert portfolio[party].sector is not None
    if outcome.value and outcome.value.closing:
        for step in outcome.value.closing.steps:
            assert step.organizations and step.places
            for _, column in step.places:
                assert all(column in _wider(portfolio, party) for party in step.organizations)


def _wider(portfolio: Portfolio, party: str) -> set[str]:
    """Walk up the list of codes by hand."""
    known = codes(CodeList.SECTOR)
    code, found = portfolio[party].sector, set()
    while code:
        found.add(code)
        code = known[code].broader
    return found


def test_the_coalition_as_it_stands() -> None:
    outcome = coverage(example("deltaplan"), "theme", required=["landbouworganisatie", "overheid"])
    found = value(outcome)
    assert len(found.rows) == 8
    assert found.closing is not None and found.closing.exact and found.closing.left == ()
    assert len(found.closing.steps) == 2  # one of each sector would be enough
