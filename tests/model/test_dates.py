"""Dates with precision: what they stand for, and when one certainly lies before another."""

import copy
import datetime
import pickle

import pytest
from hypothesis import given, strategies as st

from samenwerking.model import Date, InvalidDate
from samenwerking.model.dates import as_date, as_optional_date

DAYS = st.dates(datetime.date(2019, 12, 1), datetime.date(2021, 1, 31))
DATES = st.builds(lambda day, length: Date(day.isoformat()[:length]), DAYS, st.sampled_from([4, 7, 10]))
WRONG = [
    "",
    "26",
    "2026-3",
    "2026-00",
    "2026-13",
    "2026-03-00",
    "2026-02-29",
    "0000",
    "2026-03-01T00:00",
    " 2026",
]
WRONG += ["2026\n", "٢٠٢٦", "20260301", "-2026", "2026-03-01-01", "2026/03"]


def days(date):
    """Every day that a date may stand for, found by its text alone."""
    start = datetime.date(int(date.iso[:4]), 1, 1)
    year = (start + datetime.timedelta(n) for n in range(366))
    return [day for day in year if day.isoformat().startswith(date.iso)]


@given(DATES)
def test_a_date_stands_for_the_days_that_begin_with_it(date):
    assert (date.first, date.last) == (days(date)[0], days(date)[-1])
    assert date.precision == {4: "year", 7: "month", 10: "day"}[len(str(date))]


def test_the_first_and_last_year_can_be_written():
    assert Date("0001").first == datetime.date.min
    assert Date("9999").last == Date("9999-12").last == datetime.date.max
    assert Date("2024-02").last == datetime.date(2024, 2, 29)


@given(DATES, DATES)
def test_before_says_what_is_certain_and_nothing_more(a, b):
    answers = {x < y for x in days(a) for y in days(b)}
    assert a.before(b) is (answers.pop() if len(answers) == 1 else None)


@given(DATES, DATES)
def test_if_one_lies_before_another_the_other_does_not(a, b):
    if a.before(b):
        assert b.before(a) is False
    assert a.before(a) is (False if a.precision == "day" else None)


@given(DATES, DATES, DATES)
def test_before_is_transitive(a, b, c):
    if a.before(b) and b.before(c):
        assert a.before(c) is True


@given(DATES, DAYS)
def test_a_day_of_the_standard_library_counts_as_that_day(date, day):
    assert date.before(day) is date.before(Date(day.isoformat()))
    assert date.before(datetime.datetime.combine(day, datetime.time(12))) is date.before(day)


@pytest.mark.parametrize("text", WRONG)
def test_what_is_no_date_is_refused_and_the_text_is_named(text):
    with pytest.raises(InvalidDate) as caught:
        Date(text)
    assert caught.value.value == text
    assert isinstance(caught.value, ValueError)
    assert repr(text) in str(caught.value)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


@given(st.text(max_size=10))
def test_any_text_is_a_date_or_refused(text):
    try:
        date = Date(text)
    except InvalidDate:
        return
    assert date.first <= date.last


def test_dates_are_equal_if_they_say_the_same():
    assert Date("2026") == Date("2026") != Date("2026-01")
    assert len({Date("2026"), Date("2026"), Date("2026-01-01")}) == 2
    assert copy.deepcopy(Date("2026")) == pickle.loads(pickle.dumps(Date("2026"))) == Date("2026")
    with pytest.raises(AttributeError):
        Date("2026").iso = "2027"


def test_a_date_is_made_from_a_text_a_day_or_a_date():
    date = Date("2026-03-01")
    assert as_date(date) is date
    assert as_date("2026-03-01") == as_date(datetime.date(2026, 3, 1)) == date
    assert as_date(datetime.datetime(2026, 3, 1, 23, 59)) == date
    assert as_optional_date("2026-03-01") == date
    assert as_optional_date(None) is None
    with pytest.raises(TypeError, match="not int"):
        as_date(2026)
