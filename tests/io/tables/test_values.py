"""What people write in a cell, and what is read."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from samenwerking.io.tables.grid import Cell, cell_of
from samenwerking.io.tables.sheets import choices
from samenwerking.io.tables.values import Wrong, dutch, read_date, read_number, read_value
from samenwerking.model import (
    Contribution,
    Decision,
    Goal,
    Organization,
    Period,
    Position,
    Risk,
    StatedCount,
)
from samenwerking.model.plan import plan_by_name

AMOUNT = plan_by_name(Contribution)["amount"]
SHARE = plan_by_name(Risk)["share"]
BINDING = plan_by_name(Position)["binding"]
NUMBER = plan_by_name(StatedCount)["number"]
START = plan_by_name(Period)["start"]
AT_RISK = plan_by_name(Contribution)["at_risk"]
OWNERSHIP = plan_by_name(Organization)["ownership"]
SECTOR = plan_by_name(Organization)["sector"]
GOAL_KIND = plan_by_name(Goal)["kind"]
GEAR = plan_by_name(Decision)["gear"]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("0,6", "0.6"),
        ("200.000", "200000"),
        ("1.234.567,89", "1234567.89"),
        ("1,234,567.89", "1234567.89"),
        ("12.5", "12.5"),
        ("0.125", "0.125"),
        ("0,125", "0.125"),
        ("12,1250", "12.125"),
        ("€ 200.000,-", "200000"),
        ("EUR 2.500,50", "2500.5"),
        ("2500 euro", "2500"),
        ("200 000", "200000"),
        ("200\u00a0000", "200000"),
        ("1'250'000", "1250000"),
        ("-5", "-5"),
        ("\u22125", "-5"),
        ("+5", "5"),
        (200000, "200000"),
        (0.1 + 0.2, "0.3"),
        (Decimal("2.50"), "2.50"),
    ],
)
def test_numbers_as_the_dutch_write_them(written, number):
    assert read_number(AMOUNT, cell_of(written)) == Decimal(number)


@pytest.mark.parametrize(
    "written", ["veel", "ca. 200", "200k", "1e5", "1.2.3", "12,34,5", "-", "0.1.000", True, "50-60"]
)
def test_what_is_no_number_says_so(written):
    with pytest.raises(Wrong) as wrong:
        read_number(AMOUNT, cell_of(written))
    assert wrong.value.code == "SAM111"


@pytest.mark.parametrize(
    ("written", "point", "small", "large"),
    [
        ("200,000", False, "200", "200.000"),
        ("-1,250", False, "-1,25", "-1.250"),
        ("12.125", True, "12,125", "12.125"),
    ],
)
def test_a_number_that_may_be_two_is_neither(written, point, small, large):
    with pytest.raises(Wrong) as wrong:
        read_number(AMOUNT, cell_of(written), point=point)
    assert wrong.value.code == "SAM959"
    assert (wrong.value.params["small"], wrong.value.params["large"]) == (small, large)


def test_in_a_file_that_separates_by_commas_a_point_may_be_decimal():
    assert read_number(AMOUNT, cell_of("12.5"), point=True) == Decimal("12.5")
    assert read_number(AMOUNT, cell_of("0.125"), point=True) == Decimal("0.125")
    assert read_number(AMOUNT, cell_of("1.234.567"), point=True) == 1234567


@pytest.mark.parametrize(
    ("field", "cell", "number"),
    [
        (SHARE, Cell("60%"), "0.6"),
        (SHARE, Cell("60 %"), "0.6"),
        (SHARE, Cell("12,5%"), "0.125"),
        (SHARE, Cell(Decimal("0.6"), "0%"), "0.6"),
        (SHARE, Cell(Decimal("0.6"), "0.00"), "0.6"),
        (BINDING, Cell("85%"), "85"),
        (BINDING, Cell(Decimal("0.85"), "0%"), "85"),
        (BINDING, Cell(85), "85"),
        (AMOUNT, Cell(60, '0"%"'), "60"),
    ],
)
def test_a_percentage_is_what_the_attribute_takes(field, cell, number):
    assert read_number(field, cell) == Decimal(number)


@pytest.mark.parametrize("cell", [Cell("60%"), Cell(Decimal("0.6"), "0%")])
def test_elsewhere_the_unit_says_that_it_is_a_percentage(cell):
    with pytest.raises(Wrong) as wrong:
        read_number(AMOUNT, cell)
    assert wrong.value.params["suggestion"] == "60"


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_what_is_written_in_dutch_reads_back(number):
    assert read_number(AMOUNT, Cell(dutch(number))) == number


def test_a_whole_number_has_no_decimals():
    assert read_value(NUMBER, Cell("1.250"), {}) == 1250
    assert type(read_value(NUMBER, Cell(3), {})) is int
    with pytest.raises(Wrong):
        read_value(NUMBER, Cell("2,5"), {})
    with pytest.raises(Wrong):
        read_value(NUMBER, Cell("9" * 60), {})


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("1-3-2026", "2026-03-01"),
        ("01/03/2026", "2026-03-01"),
        ("1.3.2026", "2026-03-01"),
        ("1 - 3 - 2026", "2026-03-01"),
        ("1 maart 2026", "2026-03-01"),
        ("1 mrt. 2026", "2026-03-01"),
        ("1 March 2026", "2026-03-01"),
        ("maart 2026", "2026-03"),
        ("Mei 2026", "2026-05"),
        ("okt-2026", "2026-10"),
        ("3-2026", "2026-03"),
        ("03/2026", "2026-03"),
        ("2026", "2026"),
        (2026, "2026"),
        ("2026-03", "2026-03"),
        ("2026-3-1", "2026-03-01"),
        ("2026-03-01", "2026-03-01"),
        ("2026-03-01 00:00:00", "2026-03-01"),
        ("2026-03-01T00:00", "2026-03-01"),
        (datetime.date(2026, 3, 1), "2026-03-01"),
        (datetime.datetime(2026, 3, 1, 9, 30), "2026-03-01"),
    ],
)
def test_dates_as_people_write_them(written, date):
    assert read_date(START, cell_of(written)) == date


@pytest.mark.parametrize(
    ("format", "date"),
    [
        ("d-m-yyyy", "2026-03-01"),
        ("General", "2026-03-01"),
        ("mmm-yy", "2026-03"),
        ("mmmm yyyy;@", "2026-03"),
        ('[$-413]mmmm" "yyyy', "2026-03"),
        ("yyyy", "2026"),
        ("[$-413]dddd d mmmm yyyy", "2026-03-01"),
        ("h:mm", "2026-03-01"),
    ],
)
def test_a_date_is_as_precise_as_the_sheet_shows_it(format, date):
    assert read_date(START, Cell(datetime.date(2026, 3, 1), format)) == date


@pytest.mark.parametrize(
    ("written", "suggestion"),
    [
        ("eind 2026", None),
        ("Q1 2026", None),
        ("31-2-2026", None),
        ("vrijdag", None),
        ("1-13-2026", None),
        (True, None),
        (46082, "2026-03-01"),
        ("1-3-26", "2026-03-01"),
        (datetime.date(1905, 7, 18), "2026"),
        (12, None),
    ],
)
def test_what_is_no_date_says_so(written, suggestion):
    with pytest.raises(Wrong) as wrong:
        read_date(START, cell_of(written))
    assert wrong.value.code == "SAM115"
    assert wrong.value.params.get("suggestion") == suggestion


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ja", True), ("Ja", True), ("J", True), ("yes", True), ("x", True), ("waar", True), (True, True), (1, True),
        ("nee", False), ("NEE", False), ("no", False), ("onwaar", False), (False, False), (0, False),
        ("onbekend", None), ("?", None),
    ],
)  # fmt: skip
def test_yes_and_no(written, meant):
    assert read_value(AT_RISK, cell_of(written), {}) is meant


def test_neither_yes_nor_no():
    with pytest.raises(Wrong) as wrong:
        read_value(AT_RISK, Cell("soms"), {})
    assert [str(label.nl) for label in wrong.value.params["allowed"]] == ["ja", "nee"]


@pytest.mark.parametrize(
    ("field", "written", "value"),
    [
        (OWNERSHIP, "Publiek", "public"),
        (OWNERSHIP, "private", "private"),
        (GOAL_KIND, "Gezamenlijk  doel", "shared"),
        (GOAL_KIND, "shared", "shared"),
        (GEAR, "KLOPT", "klopt"),
        (SECTOR, "Waterschap", "waterschap"),
        (SECTOR, "agrarisch collectief", "agrarisch-collectief"),
        (SECTOR, "agrarische cooperatie", "agrarische-cooperatie"),
        (SECTOR, "water authority", "waterschap"),
        (SECTOR, "imkerij", "imkerij"),
    ],
)
def test_words_of_lists(field, written, value):
    assert read_value(field, cell_of(written), choices(field)) == value


def test_a_word_that_is_not_in_a_closed_list_comes_with_what_may_be_meant():
    with pytest.raises(Wrong) as wrong:
        read_value(OWNERSHIP, Cell("publik"), choices(OWNERSHIP))
    assert wrong.value.code == "SAM114"
    assert wrong.value.params["suggestion"].nl == "publiek"
    with pytest.raises(Wrong) as wrong:
        read_value(OWNERSHIP, Cell("zwart"), choices(OWNERSHIP))
    assert "suggestion" not in wrong.value.params


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12, "12"),
        (2.5, "2,5"),
        (datetime.date(2026, 3, 1), "2026-03-01"),
        (True, "ja"),
        (False, "nee"),
        ("a", "a"),
    ],
)
def test_anything_can_be_text(value, text):
    assert read_value(plan_by_name(Organization)["note"], cell_of(value), {}) == text
