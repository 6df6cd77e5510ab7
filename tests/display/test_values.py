"""Any fact in words: shortened, listed, labelled, and nothing private."""

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from samenwerking.display.values import LONGEST, pairs, shorter, some, summary, value_text
from samenwerking.display.wording import (
    amount_text,
    benefit_text,
    contribution_text,
    figure,
    indicator_text,
    period_text,
    spoken,
    until_text,
)
from samenwerking.model import (
    Benefit,
    Contribution,
    Date,
    Decision,
    Evaluation,
    Goal,
    GoalLink,
    Indicator,
    Organization,
    Participation,
    Period,
    Phase,
    Portfolio,
    Position,
    Record,
    Risk,
    field_at,
)
from samenwerking.vocabulary import ConflictStep, DecisionRule, GovernanceMode, Language, Trust

NOTHING = Portfolio()
KNOWN = Portfolio(
    organizations=[Organization(id="z", name="Provincie Z")],
    goals=[Goal(id="g", name="Randen", kind="shared")],
)


@pytest.mark.parametrize(
    ("text", "longest", "expected"),
    [
        ("", 5, ""),
        ("vijf!", 5, "vijf!"),
        ("zesjes", 5, "zesj…"),
        ("een twee", 5, "een…"),
        ("ab", 1, "…"),
        ("🦋🦋🦋", 2, "🦋…"),
        ("شمس وقمر", 5, "شمس…"),
    ],
)
def test_shorter(text: str, longest: int, expected: str) -> None:
    assert shorter(text, longest) == expected


@given(st.text(max_size=60), st.integers(1, 50))
def test_nothing_is_longer_than_it_may_be(text: str, longest: int) -> None:
    said = shorter(text, longest)
    assert len(said) <= longest
    assert said == text or said.endswith("…")


@pytest.mark.parametrize(
    ("items", "most", "nl", "en"),
    [
        ([], 2, "", ""),
        (["", ""], 2, "", ""),
        (["a"], 2, "a", "a"),
        (["a", "b"], 2, "a en b", "a and b"),
        (["a", "", "b"], 2, "a en b", "a and b"),
        (["a", "b", "c"], 3, "a, b en c", "a, b and c"),
        (["a", "b", "c"], 1, "a en nog 2", "a and 2 more"),
        (list("abcdefgh"), 8, "a, b, c, d, e, f, g en h", "a, b, c, d, e, f, g and h"),
        (list("abcdefghi"), 8, "a, b, c, d, e, f, g, h en nog 1", "a, b, c, d, e, f, g, h and 1 more"),
    ],
)
def test_a_list_in_words(items: list[str], most: int, nl: str, en: str) -> None:
    assert some(items, "nl", most) == nl
    assert some(items, "en", most) == en


def test_of_fifty_twelve_are_named() -> None:
    said = some((f"partij {n}" for n in range(50)), "nl")
    assert "partij 11 en nog 38" in said and "partij 12" not in said


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [
        ("0", "0", "0"),
        ("0.0", "0", "0"),
        ("-0.50", "-0,5", "-0.5"),
        ("7", "7", "7"),
        ("10", "10", "10"),
        ("100", "100", "100"),
        ("999", "999", "999"),
        ("1000", "1.000", "1,000"),
        ("1250.5", "1.250,5", "1,250.5"),
        ("1250.50", "1.250,5", "1,250.5"),
        ("1E+3", "1.000", "1,000"),
        ("1E-7", "0,0000001", "0.0000001"),
        ("1234567.891", "1.234.567,891", "1,234,567.891"),
        ("-1000000", "-1.000.000", "-1,000,000"),
        ("123456789012345678901234567890", "123.456.789.012.345.678.901.234.567.890", None),
    ],
)
def test_numbers(value: str, nl: str, en: str | None) -> None:
    assert figure(Decimal(value), "nl") == nl
    assert figure(Decimal(value), "en") == (en or nl.replace(".", ","))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_a_dutch_number_is_read_back(value: Decimal) -> None:
    assert Decimal(figure(value, "nl").replace(".", "").replace(",", ".")) == value
    assert Decimal(figure(value, "en").replace(",", "")) == value


@pytest.mark.parametrize(
    ("amount", "unit", "nl", "en"),
    [
        (None, "EUR", "", ""),
        (None, "", "", ""),
        ("0", "EUR", "€ 0", "€ 0"),
        ("1250.5", "EUR", "€ 1.250,5", "€ 1,250.5"),
        ("3", "", "3", "3"),
        ("3", "ha", "3 ha", "3 ha"),
        ("2400", "EUR per ha per jaar", "2.400 EUR per ha per jaar", "2,400 EUR per ha per jaar"),
        ("0.25", "fte", "0,25 fte", "0.25 fte"),
    ],
)
def test_amounts(amount: str | None, unit: str, nl: str, en: str) -> None:
    held = None if amount is None else Decimal(amount)
    assert amount_text(held, unit, "nl") == nl
    assert amount_text(held, unit, "en") == en


@pytest.mark.parametrize(
    ("iso", "nl", "short", "en"),
    [
        ("0001", "0001", "0001", "0001"),
        ("1999", "1999", "1999", "1999"),
        ("2026-03", "maart 2026", "mrt 2026", "March 2026"),
        ("2026-05", "mei 2026", "mei 2026", "May 2026"),
        ("2026-10-09", "9 oktober 2026", "9 okt 2026", "9 October 2026"),
        ("2024-02-29", "29 februari 2024", "29 feb 2024", "29 February 2024"),
        ("9999-12-31", "31 december 9999", "31 dec 9999", "31 December 9999"),
    ],
)
def test_dates(iso: str, nl: str, short: str, en: str) -> None:
    assert spoken(Date(iso), "nl") == nl
    assert spoken(Date(iso), "nl", short=True) == short
    assert spoken(Date(iso), "en") == en


@pytest.mark.parametrize(
    ("period", "nl", "en"),
    [
        (Period(), "", ""),
        (Period(start="2026"), "vanaf 2026", "from 2026"),
        (Period(end="2026-03"), "t/m mrt 2026", "to Mar 2026"),
        (Period(start="2026-03", end="2026-03"), "mrt 2026", "Mar 2026"),
        (Period(start="2026-03-01", end="2026-03"), "1 mrt 2026 t/m mrt 2026", "1 Mar 2026 to Mar 2026"),
        (Period(start="2026", end="2027"), "2026 t/m 2027", "2026 to 2027"),
        (Period(open_end=True), "zonder einddatum", "without an end date"),
        (
            Period(start="2026", open_end=True),
            "vanaf 2026, zonder einddatum",
            "from 2026, without an end date",
        ),
    ],
)
def test_periods_in_short(period: Period, nl: str, en: str) -> None:
    assert period_text(period, "nl", short=True) == nl
    assert period_text(period, "en", short=True) == en


@pytest.mark.parametrize(
    ("contribution", "text"),
    [
        (Contribution(), ""),
        (Contribution(kind="kennis"), "kennis"),
        (Contribution(kind="eigen-code"), "eigen-code"),
        (Contribution(description="tellingen"), "tellingen"),
        (Contribution(kind="kennis", description="tellingen"), "tellingen"),
        (Contribution(kind="geld", amount=1250.5, unit="EUR"), "€ 1.250,5"),
        (Contribution(kind="grond", amount=31, unit="ha"), "grond: 31 ha"),
        (Contribution(kind="uren", amount=0, unit="uur"), "uren: 0 uur"),
        (Contribution(amount=5), "5"),
        (Contribution(period=Period(end="2028")), "t/m 2028"),
        (Contribution(kind="uren", period=Period(start="2026-03")), "uren (vanaf mrt 2026)"),
        (Contribution(kind="geld", description="bijdrage", amount=1000, unit="EUR"), "bijdrage: € 1.000"),
    ],
)
def test_contributions(contribution: Contribution, text: str) -> None:
    assert contribution_text(NOTHING, contribution, "nl") == text


@pytest.mark.parametrize(
    ("benefit", "nl", "en"),
    [
        (Benefit(), "", ""),
        (Benefit(giver="z"), "van Provincie Z", "from Provincie Z"),
        (Benefit(giver="weg"), "van weg", "from weg"),
        (Benefit(description="rust", giver="z"), "rust van Provincie Z", "rust from Provincie Z"),
        (Benefit(description="rust", amount=0.5, unit="ha"), "rust: 0,5 ha", "rust: 0.5 ha"),
        (Benefit(amount=1200, unit="EUR"), "€ 1.200", "€ 1,200"),
        (
            Benefit(amount=1200, unit="EUR", period=Period(end="2028")),
            "€ 1.200 (t/m 2028)",
            "€ 1,200 (to 2028)",
        ),
    ],
)
def test_benefits(benefit: Benefit, nl: str, en: str) -> None:
    assert benefit_text(KNOWN, benefit, "nl") == nl
    assert benefit_text(KNOWN, benefit, "en") == en


@pytest.mark.parametrize(
    ("indicator", "nl", "en"),
    [
        (Indicator(name="a", target=1250.5, unit="ha"), "a: minstens 1.250,5 ha", "a: at least 1,250.5 ha"),
        (Indicator(name="a", target=0), "a: minstens 0", "a: at least 0"),
        (Indicator(name="a", baseline=0, target=5), "a: van 0 naar 5", "a: from 0 to 5"),
        (Indicator(name="a", baseline=5), "a", "a"),
        (Indicator(name="a", deadline="2028-03"), "a: mrt 2028", "a: Mar 2028"),
        (
            Indicator(name="a", direction="between", baseline=3, target=1, target_upper=2.5, unit="m"),
            "a: tussen 1 en 2,5 m",
            "a: between 1 and 2.5 m",
        ),
        (
            Indicator(name="a", direction="at-most", baseline=9, target=2, deadline="2030"),
            "a: van 9 naar 2, 2030",
            "a: from 9 to 2, 2030",
        ),
    ],
)
def test_indicators(indicator: Indicator, nl: str, en: str) -> None:
    assert indicator_text(indicator, "nl") == nl
    assert indicator_text(indicator, "en") == en


@pytest.mark.parametrize(
    ("ends", "text"),
    [
        ([], ""),
        ([None], ""),
        (["2027", "2026"], "t/m 2027"),
        (["2027", "2027-06"], "t/m 2027"),
        (["2027-12-31", "2027-06"], "t/m 31 dec 2027"),
        ([None, "2026-02"], "t/m feb 2026"),
    ],
)
def test_the_last_end_counts(ends: list[str | None], text: str) -> None:
    party = Participation(party="p", contributions=[Contribution(period=Period(end=end)) for end in ends])
    assert until_text(party, "nl") == text
    party = Participation(party="p", benefits=[Benefit(period=Period(end=end)) for end in ends])
    assert until_text(party, "nl") == text


@pytest.mark.parametrize("of", [DecisionRule, ConflictStep, Trust, GovernanceMode])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_closed_values_are_said_by_their_label(of: type, language: Language) -> None:
    field = field_at("setup.decision_rule")
    for each in of:
        assert value_text(NOTHING, field, each, language) == each.label(language)


@pytest.mark.parametrize(
    ("path", "value", "nl", "en"),
    [
        ("purpose", "", "", ""),
        ("purpose", None, "", ""),
        ("purpose", "halen en brengen", "halen en brengen", "halen en brengen"),
        ("purpose", "x" * 500, "x" * (LONGEST - 1) + "…", "x" * (LONGEST - 1) + "…"),
        ("goals", ("g", "weg"), "Randen en weg", "Randen and weg"),
        ("parties[].interests_discussed", True, "ja", "yes"),
        ("parties[].interests_discussed", False, "nee", "no"),
        ("parties[].period", Period(start="2026-01"), "vanaf januari 2026", "from January 2026"),
        ("parties[].risks[].share", Decimal("0.125"), "12,5%", "12.5%"),
        ("parties[].representatives", (), "", ""),
        ("parties[].contributions[].amount", Decimal("1250.5"), "1.250,5", "1,250.5"),
    ],
)
def test_values(path: str, value: object, nl: str, en: str) -> None:
    assert value_text(KNOWN, field_at(path), value, "nl") == nl
    assert value_text(KNOWN, field_at(path), value, "en") == en


@pytest.mark.parametrize(
    "path", ["parties[].negotiating_room", "parties[].interests", "parties[].prefers", "parties[].signature"]
)
def test_what_is_private_is_not_said_at_all(path: str) -> None:
    assert value_text(NOTHING, field_at(path), "GEHEIM", "nl") == ""


@pytest.mark.parametrize(
    ("record", "nl"),
    [
        (Phase(name="pilot"), "pilot"),
        (Phase(name="pilot", budget=0), "pilot (begroting: € 0)"),
        (Phase(name="pilot", budget=1250.5), "pilot (begroting: € 1.250,5)"),
        (Phase(name="pilot", period=Period(end="2028")), "pilot (t/m 2028)"),
        (Risk(text="droogte"), "droogte"),
        (Evaluation(planned="2027-01"), "gepland op: januari 2027"),
    ],
)
def test_summaries(record: Record, nl: str) -> None:
    assert summary(NOTHING, record, "nl") == nl


def test_a_summary_names_what_it_points_to() -> None:
    assert "Randen" in summary(KNOWN, GoalLink(goal="g", kind="supports"), "nl")
    said = summary(KNOWN, Decision(text="door", on="2026-03-12", outcome="go"), "nl")
    assert said.startswith("door (") and "12 maart 2026" in said


@pytest.mark.parametrize("language", ["nl", "en"])
def test_pairs_have_a_label_and_words(language: Language) -> None:
    position = Position(binding=80, control=35)
    for record in (position, Organization(id="z", name="Z", sector="gemeente"), Risk(text="x", share=0.4)):
        found = list(pairs(NOTHING, record, language))
        assert found and all(label and text for label, text in found)
        assert len({label for label, _ in found}) == len(found)


def test_the_name_of_a_person_is_in_no_pair() -> None:
    person = Organization(id="p", name="J. Jansen", kind="person")
    assert "Jansen" not in repr(list(pairs(NOTHING, person, "nl")))
    assert "Jansen" not in summary(NOTHING, person, "nl")
