"""What changed between two days, and what nobody can tell."""

import datetime
import random
from typing import Any

import attrs
import pytest
from hypothesis import given, settings, strategies as st

from samenwerking.graph.over_time import Changes, Turnover, changes
from samenwerking.io import example, example_names
from samenwerking.model import (
    Canvas,
    Collaboration,
    Date,
    MembershipEvent,
    Organization,
    Participation,
    Partner,
    Period,
    Portfolio,
    Supporter,
)
from samenwerking.testing import portfolios

BEFORE, AFTER = "2024-01-01", "2025-01-01"


def value(outcome: Any) -> Changes:
    assert outcome.reason is None
    found: Changes = outcome.value
    return found


def one(period: Period, *parties: Participation) -> Portfolio:
    polder = Collaboration(id="polder", name="Polder", period=period, canvas=Canvas(parties=parties))
    return Portfolio(collaborations=[polder])


def became(found: Turnover[Any]) -> str:
    return "".join(
        letter
        for letter, keys in zip(
            "selu", (found.started, found.ended, found.lasting, found.unknown), strict=True
        )
        if keys
    )


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Period(start="2024-06", end="2026"), "s"),
        (Period(start="2024-06", open_end=True), "s"),
        (Period(start="2024-06"), "su"),  # whether it has ended nobody knows
        (Period(start="2023", end="2024-06"), "e"),
        (Period(start="2024-02", end="2024-06"), "se"),
        (Period(start="2023", end="2026"), "l"),
        (Period(start="2023", open_end=True), "l"),
        (Period(start="2020", end="2022"), ""),  # over and done with before
        (Period(start="2026"), ""),  # yet to come
        (Period(start="2024-01-01", end="2026"), "l"),  # what began on the first day lies before
        (Period(start="2025-01-01", end="2026"), "s"),  # on the second day counts
        (Period(start="2023", end="2024-12-31"), "e"),  # its last day still belongs to it
        (Period(start="2023", end="2025-01-01"), "l"),
        (Period(start="2024", end="2026"), "u"),  # maybe on the first day itself
        (Period(start="2023"), "u"),
        (Period(end="2026"), "u"),
        (Period(), "u"),
    ],
)
def test_what_the_dates_tell(period: Period, expected: str) -> None:
    found = value(changes(one(period), BEFORE, AFTER))
    assert became(found.collaborations) == expected
    assert found.collaborations.undated == (period == Period())
    # whoever takes part without dates begins and ends with the whole
    joined = value(changes(one(period, Participation(party="x")), BEFORE, AFTER)).participations
    assert became(joined) == expected


WHOLE = Period(start="2020", end="2030")


@pytest.mark.parametrize(
    ("whole", "own", "expected"),
    [
        (WHOLE, [Period(start="2024-06", open_end=True)], "s"),
        (WHOLE, [Period(start="2021", end="2024-06")], "e"),
        (WHOLE, [Period(start="2021")], "u"),
        (Period(start="2020", end="2024-06"), [Period(start="2021", open_end=True)], "e"),  # the whole ended
        (
            Period(start="2024-06", end="2026"),
            [Period(start="2023", end="2026")],
            "s",
        ),  # not before the whole
        (WHOLE, [Period(start="2021", end="2022"), Period(start="2024-06", end="2026")], "s"),  # came back
        (WHOLE, [Period(start="2021", end="2024-06"), Period(start="2022", end="2026")], "l"),  # two roles
        (WHOLE, [Period(start="2024-06", end="2026"), Period()], "l"),  # one role as long as the whole
    ],
)
def test_parties_with_dates_of_their_own(whole: Period, own: list[Period], expected: str) -> None:
    parties = [Participation(party="x", role=None, period=period) for period in own]
    found = value(changes(one(whole, *parties), BEFORE, AFTER))
    assert became(found.participations) == expected
    if found.participations.started:
        assert found.participations.started == (("polder", "x"),)


def test_steps_of_members() -> None:
    events = [
        MembershipEvent(kind="announced", on="2023-12-31"),
        MembershipEvent(kind="approved", on="2024-03"),
        MembershipEvent(kind="signed", on="2024-05-02"),
    ]
    portfolio = Portfolio(
        organizations=[Organization(id=key, name=key) for key in "abcde"],
        partners=[
            Partner(party="a", events=events),
            Partner(party="b"),
            Partner(party="c", events=[MembershipEvent(kind="signed")]),
            Partner(party="d", events=[MembershipEvent(kind="signed", on="2024")]),
        ],
        supporters=[Supporter(party="e", events=[MembershipEvent(kind="ended", on="2024-04")])],
    )
    outcome = changes(portfolio, BEFORE, AFTER)
    found = value(outcome).memberships
    assert [(step.party, step.kind.value, step.on.iso) for step in found.steps] == [
        ("a", "approved", "2024-03"),
        ("e", "ended", "2024-04"),
        ("a", "signed", "2024-05-02"),
    ]
    assert found.unknown == ("partner-b", "partner-c", "partner-d")
    assert found.undated == 2
    assert outcome.evidence == ("partner-a", "supporter-e")
    assert outcome.n == 5


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2025-01-01", "2024-01-01"),
        ("2024-01-01", "2024-01-01"),
        ("2024", "2025-01-01"),
        ("2024-01-01", "2025"),
    ],
)
def test_days_in_the_wrong_order_or_no_days_are_refused(before: str, after: str) -> None:
    with pytest.raises(ValueError, match=r"later than the first|must be a day"):
        changes(Portfolio(), before, after)


def test_days_of_the_standard_library_will_do() -> None:
    first, second = datetime.date(2024, 1, 1), Date("2025-01-01")
    found = value(changes(one(Period(start="2024-06")), first, second))
    assert (found.before, found.after) == (first, datetime.date(2025, 1, 1))


def test_with_nothing_on_file_it_is_not_defined() -> None:
    outcome = changes(Portfolio(), BEFORE, AFTER)
    assert (outcome.value, outcome.n, outcome.evidence) == (None, 0, ())
    assert outcome.reason is not None


days = st.dates(datetime.date(1990, 1, 1), datetime.date(2050, 1, 1))


@settings(max_examples=25)
@given(portfolios(broken_references=True), st.lists(days, min_size=3, max_size=3, unique=True), st.randoms())
def test_two_steps_make_one(portfolio: Portfolio, given_: list[datetime.date], chance: random.Random) -> None:
    first, middle, last = sorted(given_)
    outcome = changes(portfolio, first, last)
    if outcome.value is None:
        return
    early, late = value(changes(portfolio, first, middle)), value(changes(portfolio, middle, last))
    for kind in ("collaborations", "participations"):
        whole, one_, two = (getattr(each, kind) for each in (outcome.value, early, late))
        # who is there on the last day and was not on the first came in one of the halves, for all one knows
        assert set(whole.started) <= {*one_.started, *one_.unknown, *two.started, *two.unknown}
        assert set(whole.ended) <= {*one_.ended, *one_.unknown, *two.ended, *two.unknown}
        assert set(one_.lasting) & set(two.lasting) <= set(whole.lasting)
        assert 0 <= whole.undated <= len(whole.unknown)
    steps = outcome.value.memberships.steps
    assert set(early.memberships.steps) | set(late.memberships.steps) <= set(steps)
    ids = [place.record.id for place in portfolio.locations()]
    if len(ids) == len(set(ids)):
        lists = {
            name: chance.sample(getattr(portfolio, name), len(getattr(portfolio, name)))
            for name in ("organizations", "partners", "supporters", "collaborations")
        }
        assert changes(attrs.evolve(portfolio, **lists), first, last) == outcome


@pytest.mark.parametrize("name", example_names())
def test_the_shipped_portfolios(name: str) -> None:
    portfolio = example(name)
    outcome = changes(portfolio, "2020-06-01", "2022-06-01")
    found = value(outcome)
    assert all(id_ in portfolio for id_ in outcome.evidence)
    assert len(found.collaborations.unknown) <= len(portfolio.collaborations)


def test_the_coalition_between_two_partner_days() -> None:
    portfolio = example("deltaplan")
    found = value(changes(portfolio, "2020-06-01", "2022-06-01"))
    assert "herstelprogramma-fryslan" in found.collaborations.started
    assert "life-a4b" in found.collaborations.lasting
    dates = [step.on.iso for step in found.memberships.steps if step.party == "gemeente-hoeksche-waard"]
    assert dates == ["2021-11-16", "2022-02-24"]
    undated = [each for each in portfolio.collaborations if each.period == Period()]
    assert found.collaborations.undated == len(undated) > 0
