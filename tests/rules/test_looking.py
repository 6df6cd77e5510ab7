"""What several rules look up."""

import datetime

import pytest
from hypothesis import given, strategies as st

from samenwerking.model import (
    Canvas,
    Collaboration,
    LeftEmpty,
    Measurement,
    Participation,
    Portfolio,
)
from samenwerking.model.paths import parse
from samenwerking.rules import RuleContext
from samenwerking.rules.looking import asked, either, item, latest, on_purpose, where
from samenwerking.vocabulary import Bilingual, Form, Need, reading


def context(**canvas):
    whole = Collaboration(id="x", name="X", canvas=Canvas(**canvas))
    day = datetime.date(2026, 11, 24)
    return RuleContext(
        portfolio=Portfolio(collaborations=[whole]), collaboration=whole, reading=reading(), as_of=day
    )


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("row", reading().requirements, ids=lambda row: row.path)
def test_what_a_row_asks_is_asked(form, row):
    assert asked(context(form=form), row.path) is (row.needs[form] in (Need.REQUIRED, Need.EXPECTED))


def test_with_the_type_known_the_weakest_need_counts():
    assert asked(context(type="transaction"), "form")
    assert not asked(context(type="network"), "form")
    assert not asked(context(), "no.such.path")


def test_left_empty_on_purpose():
    left = context(left_empty=[LeftEmpty(path="setup.stacking", reason="bewust")])
    assert on_purpose(left, "setup.stacking")
    assert not on_purpose(left, "setup.data") and not on_purpose(context(), "setup.stacking")


@given(st.text(max_size=20))
def test_the_path_of_an_item_can_always_be_followed(key):
    steps = parse(item("setup.tasks", key))
    assert steps[-1].name == "tasks"
    assert steps[-1].key in (None, key)


def test_choices_in_words():
    labels = [Bilingual("geld", "money"), Bilingual("uren", "hours"), Bilingual("grond", "land")]
    assert either(labels) == Bilingual("geld, uren of grond", "money, hours or land")
    assert either(labels[:1]) == labels[0]


def test_the_place_of_one_party_or_of_all():
    one, other = Participation(party="a"), Participation(party="b")
    assert where([one, one], "position") == "parties[a].position"
    assert where([one, other], "position") == "parties[].position"


DAYS = st.sampled_from(["2024", "2025", "2025-03", "2025-03-01", "2025-12-31", "2026-01", "2026"])


@given(st.lists(DAYS, max_size=8))
def test_the_last_came_certainly_before_no_other(days):
    items = [Measurement(on=day, value=number) for number, day in enumerate(days)]
    last = latest(items, lambda each: each.on)
    by_hand = [each for each in items if not any(each.on.before(other.on) for other in items)]
    assert {each.value for each in last} >= {each.value for each in by_hand}
    assert all(each.on.last >= other.on.first for each in last for other in items)
    assert bool(last) is bool(items)
    assert set(latest(items[::-1], lambda each: each.on)) == set(last)
