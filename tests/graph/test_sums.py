"""How much there is: in sums that may be made, with what may have been counted twice."""

import random
from collections import Counter
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given, settings, strategies as st

from samenwerking.graph.sums import Total, Totals, totals
from samenwerking.io import example, example_names
from samenwerking.model import (
    Canvas,
    Collaboration,
    Contribution,
    Delivery,
    Funding,
    Installment,
    Participation,
    Period,
    Phase,
    Portfolio,
    Resources,
)
from samenwerking.testing import portfolios


def polder(id: str, given_: dict[str, list[Contribution]], phases: tuple[Phase, ...] = ()) -> Collaboration:
    parties = [Participation(party=party, contributions=found) for party, found in given_.items()]
    return Collaboration(id=id, name=id, canvas=Canvas(parties=parties, resources=Resources(phases=phases)))


def value(outcome: Any) -> Totals:
    assert outcome.reason is None
    found: Totals = outcome.value
    return found


def table(found: Totals) -> dict[tuple[Any, ...], Decimal]:
    return {(*each.group.values(), each.kept, each.kind, each.unit): each.amount for each in found.sums}


def money(amount: int | None, unit: str = "EUR", **more: Any) -> Contribution:
    return Contribution(kind="geld", amount=amount, unit=unit, **more)


YEARS = Period(start="2026", end="2028")
OEVERS = polder(
    "oevers",
    {
        "x": [money(100, period=Period(start="2026")), money(50, period=Period(start="2026", end="2026"))],
        "y": [Contribution(kind="uren", amount=8, unit="uur"), Contribution(kind="kennis")],
    },
    (
        Phase(
            budget=1000,
            period=YEARS,
            funding=[
                Funding(funder="x", share=Decimal("0.4"), status="pledged"),
                Funding(funder="z", amount=100, status="in-talks"),
                Funding(description="LIFE"),
            ],
        ),
    ),
)
RANDEN = polder("randen", {"x": [money(30, unit="USD"), money(7, unit="")], "y": [money(20)]})
PORTFOLIO = Portfolio(collaborations=[RANDEN, OEVERS])


def test_units_kinds_and_funding_are_never_mixed() -> None:
    outcome = totals(PORTFOLIO)
    found = value(outcome)
    given_ = {key: amount for key, amount in table(found).items() if "contribution" in key}
    assert given_ == {
        ("geld", "contribution", "geld", "EUR"): 170,
        ("geld", "contribution", "geld", "USD"): 30,
        ("uren", "contribution", "uren", "uur"): 8,
    }
    by_status = {
        each.status and each.status.value: each.amount for each in found.sums if each.kept == "funding"
    }
    assert by_status == {"pledged": 400, "in-talks": 100}
    assert (found.without_amount, found.without_unit) == (("oevers", "oevers"), ("randen",))
    assert (outcome.n, outcome.evidence) == (10, ("oevers", "randen"))


def test_by_party_and_collaboration() -> None:
    found = value(totals(PORTFOLIO, by=["party", "collaboration"]))
    sums = {tuple(each.group.values()): each for each in found.sums if each.unit == "EUR"}
    assert sums["x", "oevers"].entries in (1, 2)
    assert table(found)["x", "oevers", "contribution", "geld", "EUR"] == 150
    assert table(found)["y", "randen", "contribution", "geld", "EUR"] == 20
    for each in found.sums:
        assert each.evidence == (each.group["collaboration"],)


def test_by_year_a_schedule_decides_and_nothing_is_spread() -> None:
    planned = money(
        100,
        period=YEARS,
        schedule=[Installment(on="2026-11", amount=30), Installment(on="2027", amount=50)],
        deliveries=[Delivery(on="2026-12-01", amount=25)],
    )
    none = money(5)
    begun = money(6, period=Period(start="2026-03", open_end=True))
    until = money(7, period=Period(end="2027-03"))
    portfolio = Portfolio(collaborations=[polder("oevers", {"x": [planned, none, begun, until]})])
    found = value(totals(portfolio, by="year"))
    assert {each.group["year"]: (each.amount, each.delivered) for each in found.sums} == {
        "-2027": (7, 0),
        "2026": (30, 25),
        "2026-": (6, 0),
        "2026-2028": (20, 0),
        "2027": (50, 0),
        None: (5, 0),
    }
    assert found.without_period == ("oevers",)
    assert found.sums[-1].group["year"] is None  # what is not known comes last
    whole = value(totals(portfolio)).sums
    assert [(each.amount, each.delivered, each.entries) for each in whole] == [(118, 25, 4)]


def test_a_schedule_alone_is_an_amount_too() -> None:
    planned = money(None, schedule=[Installment(on="2026-11", amount=30), Installment(on="2027", amount=50)])
    portfolio = Portfolio(collaborations=[polder("oevers", {"x": [planned]})])
    assert [each.amount for each in value(totals(portfolio)).sums] == [80]
    assert value(totals(portfolio)).without_amount == ()


def test_the_same_fund_in_more_than_one_collaboration() -> None:
    one = polder("oevers", {"x": [money(100, fund="Budget  water")], "y": [money(10, fund="eigen")]})
    two = polder("randen", {"x": [money(60, fund="budget water")], "z": [money(5, fund="Budget water")]})
    found = value(totals(Portfolio(collaborations=[one, two]))).doubles
    (double,) = found
    assert "potje" in double.why.nl
    assert (double.what, double.unit, double.at_most) == ("Budget water", "EUR", 65)
    assert (double.kind, double.collaborations, double.parties) == ("fund", ("oevers", "randen"), ("x", "z"))
    apart = polder("randen", {"x": [money(60, unit="USD", fund="budget water")]})
    assert value(totals(Portfolio(collaborations=[one, apart]))).doubles == ()


def test_a_grant_that_is_a_contribution_as_well() -> None:
    (double,) = value(totals(PORTFOLIO)).doubles
    assert "hetzelfde geld" in double.why.nl
    assert (double.kind, double.what, double.at_most) == ("grant", "x", 150)
    assert (double.collaborations, double.parties) == (("oevers",), ("x",))


@pytest.mark.parametrize("by", ["kinds", ["kind", "month"]])
def test_what_cannot_be_summed_by_is_refused(by: Any) -> None:
    with pytest.raises(ValueError, match="by is one or more of"):
        totals(PORTFOLIO, by=by)


def test_by_nothing_gives_the_least_sums_that_may_be_made() -> None:
    found = value(totals(PORTFOLIO, by=[]))
    assert [each.group for each in found.sums] == [{}] * len(found.sums)
    assert len(found.sums) == 5


def test_with_nothing_on_file_it_is_not_defined() -> None:
    outcome = totals(Portfolio())
    assert (outcome.value, outcome.n) == (None, 0)
    assert outcome.reason is not None


BY = st.lists(st.sampled_from(["kind", "party", "year", "collaboration"]), unique=True)


def brought_in(portfolio: Portfolio) -> Counter[str]:
    """Add up amounts of contributions by hand."""
    found: Counter[str] = Counter()
    for collaboration in {each.id: each for each in portfolio.collaborations[::-1]}.values():
        for participation in collaboration.canvas.parties:
            for each in participation.contributions:
                planned = sum((part.amount for part in each.schedule), Decimal())
                amount = planned if each.amount is None and each.schedule else each.amount
                if amount is not None and each.unit.strip():
                    found[each.unit.strip()] += amount  # type: ignore[assignment]
    return found


@settings(max_examples=25)
@given(portfolios(broken_references=True), BY, st.randoms())
def test_every_way_to_sum_adds_up_to_the_same(portfolio: Portfolio, by: Any, chance: random.Random) -> None:
    outcome = totals(portfolio, by)
    if outcome.value is None:
        assert not brought_in(portfolio)
        return
    found: Counter[str] = Counter()
    for each in outcome.value.sums:
        if each.kept == "contribution":
            found[each.unit] += each.amount  # type: ignore[assignment]
    by_hand = brought_in(portfolio)
    assert set(found) == set(by_hand)
    if "year" not in by:  # a schedule may be larger than the amount
        assert found == by_hand
    ids = [place.record.id for place in portfolio.locations()]
    if len(ids) == len(set(ids)):
        turned = chance.sample(portfolio.collaborations, len(portfolio.collaborations))
        assert totals(attrs.evolve(portfolio, collaborations=turned), by) == outcome


@pytest.mark.parametrize("name", example_names())
def test_the_shipped_portfolios(name: str) -> None:
    portfolio = example(name)
    outcome = totals(portfolio, by=("year", "party"))
    for each in outcome.value.sums if outcome.value else ():
        assert isinstance(each, Total)
        assert each.unit and each.evidence
        assert each.group["party"] is None or each.group["party"] in portfolio


def test_of_the_invented_example() -> None:
    found = value(totals(example("shared-goal"), by="kind"))
    amounts = {(each.kind, each.unit): each.amount for each in found.sums if each.kept == "contribution"}
    assert amounts["geld", "EUR"] == 600000 + 250000 + 300000
    assert amounts["uren", "uur"] == 21000
    # three parties give money and stand in the funding too
    assert [each.what for each in found.doubles] == [
        "provincie-nergensland",
        "waterschap-verzonnen-vaart",
        "zuivel-verzonnen-melkbus",
    ]
