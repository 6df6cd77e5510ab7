import datetime
from decimal import Decimal

import pytest

from samenwerking.display import wording
from samenwerking.display.words import say
from samenwerking.model import (
    Benefit,
    Contribution,
    Date,
    Indicator,
    Organization,
    Participation,
    Period,
    Portfolio,
    Risk,
    Source,
)

NOTHING = Portfolio()


@pytest.mark.parametrize(
    ("iso", "nl", "en"),
    [
        ("2026", "2026", "2026"),
        ("2026-03", "maart 2026", "March 2026"),
        ("2026-12-01", "1 december 2026", "1 December 2026"),
    ],
)
def test_dates_are_as_precise_as_they_are(iso: str, nl: str, en: str) -> None:
    assert (wording.spoken(Date(iso), "nl"), wording.spoken(Date(iso), "en")) == (nl, en)


def test_a_day_of_the_standard_library_is_a_date_too() -> None:
    assert wording.spoken(datetime.date(2026, 5, 4), "nl") == "4 mei 2026"


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Period(), ""),
        (Period(start="2026", end="2026"), "2026"),
        (Period(start="2026-01", end="2028"), "januari 2026 t/m 2028"),
        (Period(end="2028"), "t/m 2028"),
        (Period(start="2026"), "vanaf 2026"),
        (Period(open_end=True), "zonder einddatum"),
        (Period(start="2026", open_end=True), "vanaf 2026, zonder einddatum"),
    ],
)
def test_periods(period: Period, text: str) -> None:
    assert wording.period_text(period, "nl") == text


@pytest.mark.parametrize(
    ("amount", "unit", "nl", "en"),
    [
        (Decimal("1250000"), "EUR", "€ 1.250.000", "€ 1,250,000"),
        (Decimal("0.50"), "ha", "0,5 ha", "0.5 ha"),
        (Decimal(100), "", "100", "100"),
        (Decimal("1E+3"), "km", "1.000 km", "1,000 km"),
        (None, "km", "", ""),
    ],
)
def test_amounts(amount: Decimal | None, unit: str, nl: str, en: str) -> None:
    assert (wording.amount_text(amount, unit, "nl"), wording.amount_text(amount, unit, "en")) == (nl, en)


def test_what_is_brought() -> None:
    money = Contribution(kind="geld", amount=5, unit="EUR", period=Period(end="2028"))
    assert wording.contribution_text(NOTHING, money, "nl") == "€ 5 (t/m 2028)"
    assert (
        wording.contribution_text(NOTHING, Contribution(kind="grond", amount=3, unit="ha"), "en")
        == "land: 3 ha"
    )
    assert wording.contribution_text(NOTHING, Contribution(kind="iets-anders"), "nl") == "iets-anders"
    assert wording.contribution_text(NOTHING, Contribution(period=Period(end="2028")), "nl") == "t/m 2028"
    assert wording.contribution_text(NOTHING, Contribution(), "nl") == ""


def test_what_is_taken_out_names_the_giver() -> None:
    portfolio = Portfolio(organizations=[Organization(id="z", name="Provincie Z")])
    benefit = Benefit(kind="vergoeding", giver="z", amount=10, unit="EUR")
    assert wording.benefit_text(portfolio, benefit, "nl") == "vergoeding: € 10 van Provincie Z"
    assert wording.benefit_text(portfolio, Benefit(giver="z"), "en") == "from Provincie Z"


def test_risk_includes_what_is_staked() -> None:
    party = Participation(
        party="x",
        risks=[Risk(text="droogte")],
        contributions=[
            Contribution(kind="grond", at_risk=True),
            Contribution(amount=3, unit="EUR", at_risk=True),
        ],
    )
    assert list(wording.risk_texts(NOTHING, party, "nl")) == [
        "droogte",
        "grond op eigen risico",
        "€ 3 op eigen risico",
    ]


@pytest.mark.parametrize(
    ("party", "text"),
    [
        (Participation(party="x"), ""),
        (Participation(party="x", period=Period(open_end=True)), "zonder einddatum"),
        (
            Participation(
                party="x", period=Period(end="2027"), contributions=[Contribution(period=Period(end="2030"))]
            ),
            "t/m 2027",
        ),
        (
            Participation(
                party="x",
                contributions=[Contribution(period=Period(end="2028"))],
                benefits=[Benefit(period=Period(end="2030-06"))],
            ),
            "t/m jun 2030",
        ),
    ],
)
def test_until_when(party: Participation, text: str) -> None:
    assert wording.until_text(party, "nl") == text


@pytest.mark.parametrize(
    ("indicator", "text"),
    [
        (Indicator(name="lengte"), "lengte"),
        (Indicator(name="lengte", deadline="2028"), "lengte: 2028"),
        (Indicator(name="lengte", unit="km", target=40), "lengte: minstens 40 km"),
        (Indicator(name="stikstof", direction="at-most", target=2), "stikstof: hoogstens 2"),
        (
            Indicator(name="peil", unit="cm", direction="between", target=20, target_upper=40),
            "peil: tussen 20 en 40 cm",
        ),
        (Indicator(name="peil", unit="cm", direction="between", target=20), "peil: minstens 20 cm"),
    ],
)
def test_indicators(indicator: Indicator, text: str) -> None:
    assert wording.indicator_text(indicator, "nl") == text


def test_persons_lose_their_names_even_public_ones() -> None:
    public = Organization(
        id="b", name="Bekende Nederlander", kind="person", aliases=["BN"], sources=[Source(host="x.nl")]
    )
    portfolio = Portfolio(
        organizations=[Organization(id="a", kind="person"), public, Organization(id="w", name="W")]
    )
    shown = wording.shareable(portfolio, "en")
    assert [o.name for o in shown.organizations] == ["person 1", "person 2", "W"]
    assert shown["b"].aliases == ()
    assert wording.shareable(NOTHING, "nl") is NOTHING


def test_names_fall_back_on_ids() -> None:
    assert wording.name_of(NOTHING, "x") == "x"
    assert wording.name_of(NOTHING, None) == ""


def test_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown language"):
        say("goals", "fr")
