"""Periods: an end may be known, unknown or open, and what is certain is said."""

import datetime

import pytest
from hypothesis import assume, given, strategies as st

from samenwerking.model import Date, InvalidRecord, Period
from samenwerking.testing import records

# A small world of days, so that every possible start and end can be tried.
FIRST = datetime.date(2020, 12, 1)
WORLD = [FIRST + datetime.timedelta(n) for n in range(92)]
DATES = st.sampled_from(WORLD).flatmap(
    lambda day: st.sampled_from([7, 10]).map(lambda n: Date(day.isoformat()[:n]))
)


def ends(period, start):
    if period.open_end:
        return [datetime.date.max]
    if period.end is None:
        return [day for day in [*WORLD, datetime.date.max] if day >= start]
    return [day for day in WORLD if start <= day and period.end.first <= day <= period.end.last]


def possible(period):
    """Every start and end that a period may stand for; one more day stands for all before."""
    starts = [datetime.date.min, *WORLD]
    if period.start:
        starts = [day for day in WORLD if period.start.first <= day <= period.start.last]
    return [(start, end) for start in starts for end in ends(period, start)]


def certain(answers):
    return answers.pop() if len(answers) == 1 else None


@given(
    start=st.none() | DATES, end=st.none() | DATES, open_end=st.booleans(), on=st.sampled_from(WORLD[1:-1])
)
def test_started_and_ended_say_what_is_certain_and_nothing_more(start, end, open_end, on):
    assume(not (open_end and end))
    assume(not (start and end and end.before(start)))
    period = Period(start=start, end=end, open_end=open_end)
    all_of_it = possible(period)
    assert period.started(on) is certain({first <= on for first, _ in all_of_it})
    assert period.ended(on) is certain({last < on for _, last in all_of_it})


@given(records(Period), st.dates())
def test_what_has_ended_has_started(period, on):
    if period.ended(on):
        assert period.started(on)


def test_an_end_that_is_open_differs_from_one_that_is_unknown():
    on = datetime.date(2026, 1, 1)
    assert Period(start="2020", open_end=True).ended(on) is False
    assert Period(start="2020").ended(on) is None
    assert Period(start="2030").ended(on) is False
    assert Period(start="2020", open_end=True) != Period(start="2020")


def test_an_end_certainly_before_the_start_is_refused_a_doubtful_one_is_not():
    with pytest.raises(InvalidRecord) as caught:
        Period(start="2026-03", end="2026-02-28")
    assert [(p.code, p.path) for p in caught.value.problems] == [("SAM119", ("end",))]
    assert Period(start="2026-03", end="2026").end == Date("2026")


def test_an_end_cannot_be_open_and_given():
    with pytest.raises(InvalidRecord) as caught:
        Period(start="2026", end="2025", open_end=True)
    assert [p.code for p in caught.value.problems] == ["SAM125", "SAM119"]
