"""Kinds, units and months as several rules see them."""

import datetime
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from samenwerking.model import Benefit, Collaboration, Contribution, Portfolio
from samenwerking.rules import RuleContext
from samenwerking.rules.kinds import (
    called,
    hours_per_week,
    is_one,
    labels_of,
    listed,
    months_from,
    named,
    one_by_one,
    plain,
    widened,
)
from samenwerking.vocabulary import Bilingual, Code, CodeList, codes, reading

DAY = datetime.date(2026, 11, 24)
KINDS = CodeList.CONTRIBUTION_KIND


def context(*own):
    return RuleContext(
        portfolio=Portfolio(codes=own),
        collaboration=Collaboration(id="x", name="X"),
        reading=reading(),
        as_of=DAY,
    )


def own(code, broader="", code_list=KINDS):
    return Code(list=code_list, code=code, nl=f"ons {code}", broader=broader)


# Kinds


def test_a_code_is_widened_as_far_as_is_known():
    there = context(own("sloep", "boot"), own("boot", "materiaal"), own("kano", "vlot"))
    assert list(widened(there, KINDS, "sloep")) == ["sloep", "boot", "materiaal"]
    assert list(widened(there, KINDS, "kano")) == ["kano", "vlot"]
    assert list(widened(there, KINDS, None)) == []


def test_codes_in_a_circle_end():
    there = context(own("kip", "ei"), own("ei", "kip"))
    assert list(widened(there, KINDS, "kip")) == ["kip", "ei"]
    assert not is_one(there, KINDS, "kip", "money")


@pytest.mark.parametrize(
    ("code", "names", "is_so"),
    [
        ("geld", ("money",), True),
        ("spaarpot", ("money",), True),
        ("uren", ("money",), False),
        ("uren", ("money", "making"), True),
        ("onbekend", ("money",), False),
        (None, ("money",), False),
    ],
)
def test_a_code_stands_in_a_list_if_it_or_a_wider_one_does(code, names, is_so):
    assert is_one(context(own("spaarpot", "geld")), KINDS, code, *names) is is_so


def test_what_people_call_it():
    there = context(own("sloep"))
    assert named(there, Contribution(kind="uren", description="maaien")) == "maaien"
    assert named(there, Contribution(kind="uren")) == Bilingual("uren", "hours")
    assert named(there, Contribution(kind="sloep")) == Bilingual("ons sloep", "ons sloep")
    assert named(there, Contribution(kind="onbekend")) == "onbekend"
    assert named(there, Benefit(kind="subsidie")) == Bilingual("subsidie", "grant")
    assert named(there, Benefit()) == Bilingual("zonder omschrijving", "without a description")
    assert called(codes(KINDS), "onbekend") == "onbekend"
    assert labels_of("amount") == Bilingual("hoeveelheid", "amount")


# Units


def test_units_of_time_by_the_week():
    assert hours_per_week("Uren per  week") == 1
    assert hours_per_week("dag per week") == 8
    assert 12 * hours_per_week("uur per jaar") == hours_per_week("uur per maand") == Fraction(12, 52)
    assert hours_per_week("fte") is None  # how long a full week is, is another question
    assert all(plain(unit) == unit for name in ("land_units", "full_time") for unit in listed(name))


# Months


@given(st.dates(), st.integers(-600, 600))
def test_whole_months_lead_to_the_same_day_of_a_month(day, months):
    there = months_from(day, months)
    count = 12 * day.year + day.month + months
    if not 12 * 2 <= count <= 12 * 9998:
        return
    assert 12 * there.year + there.month == count
    assert there.day == day.day or ((there + datetime.timedelta(days=1)).day == 1 and there.day < day.day)


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)), st.floats(0, 600), st.floats(0, 600))
def test_more_months_lead_no_less_far(day, one, other):
    near, far = sorted((one, other))
    assert months_from(day, near) <= months_from(day, far) + datetime.timedelta(days=3)
    assert months_from(day, -far) <= months_from(day, -near) + datetime.timedelta(days=3)
    assert months_from(day, -far) <= day <= months_from(day, far)


@pytest.mark.parametrize(
    ("months", "day"),
    [(1.5, "2027-01-08"), (-1.5, "2026-10-09"), (0, "2026-11-24"), (-9, "2026-02-24"), (0.1, "2026-11-27")],
)
def test_part_of_a_month_is_so_many_days(months, day):
    assert months_from(DAY, months).isoformat() == day


def test_months_end_where_the_calendar_does():
    assert months_from(DAY, 10**6) == datetime.date.max
    assert months_from(DAY, -(10**6)) == datetime.date.min
    assert months_from(datetime.date(2024, 2, 29), 12).isoformat() == "2025-02-28"


def test_ids_once_and_in_order():
    assert one_by_one(iter("cabca")) == ("a", "b", "c")
