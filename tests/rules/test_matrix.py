"""The canvas matrix: what it counts, of whom, and that it agrees with the gearbox."""

import datetime
import json
import random

import attrs
import pytest
from hypothesis import given, settings

from samenwerking.io import example, example_names
from samenwerking.model import Canvas, Collaboration, LeftEmpty, Period, Portfolio, Source
from samenwerking.rules import canvas_matrix_rows, diagnose, is_described, matrix_lines
from samenwerking.testing import portfolios
from samenwerking.vocabulary import CanvasTopic, Form, Gear, reading

DAY = datetime.date(2026, 11, 24)
KEYS = [
    "collaboration",
    "name",
    "described",
    "form",
    "gear",
    "topic",
    "topic_gear",
    "answered",
    "open",
    "later",
]
ASKED = [name for name in sorted(example_names()) if name != "deltaplan"]


def rows_of(portfolio, **more):
    return canvas_matrix_rows(portfolio, as_of=DAY, **more)


def counts(portfolio, topic, id_="x"):
    (row,) = (r for r in rows_of(portfolio) if (r["collaboration"], r["topic"]) == (id_, topic))
    return row["answered"], row["open"], row["later"]


def one(gear=None, **canvas):
    whole = Collaboration(id="x", name="Polder X", gear=gear, canvas=Canvas(**canvas))
    return Portfolio(collaborations=[whole])


@pytest.mark.parametrize("name", sorted(example_names()))
def test_a_row_per_collaboration_and_topic_in_the_order_of_the_canvas(name):
    portfolio = example(name)
    rows = rows_of(portfolio)
    assert len(rows) == 9 * len(portfolio.collaborations)
    assert all(list(row) == KEYS for row in rows)
    assert [row["topic"] for row in rows[:9]] == [topic.value for topic in CanvasTopic]
    assert json.loads(json.dumps(rows)) == rows


@pytest.mark.parametrize("name", ASKED)
def test_it_counts_what_the_gearbox_counts_but_for_the_header(name):
    portfolio = example(name)
    header = reading().rows(None)
    for whole in portfolio.collaborations:
        diagnosis = diagnose(portfolio, whole.id, as_of=DAY)
        mine = [row for row in rows_of(portfolio) if row["collaboration"] == whole.id]
        for key in ("answered", "later"):
            more = sum(getattr(state, key) for state in diagnosis.states) - sum(row[key] for row in mine)
            assert 0 <= more <= len(header)


@pytest.mark.parametrize("name", ASKED)
def test_no_open_cell_without_a_question_or_a_finding_of_a_row(name):
    portfolio = example(name)
    codes = {topic.value: {row.code for row in reading().rows(topic)} for topic in CanvasTopic}
    for whole in portfolio.collaborations:
        diagnosis = diagnose(portfolio, whole.id, as_of=DAY)
        told = {f.code for state in diagnosis.states for f in (*state.open, *state.findings)}
        for row in rows_of(portfolio):
            if row["collaboration"] == whole.id and row["open"]:
                assert told & codes[row["topic"]]


def test_an_empty_canvas_is_open_now_and_later():
    assert counts(one(), "goals") == (0, 1, 0)
    answered, open_, later = counts(one(form="shared-goal"), "set-up")
    assert (answered, open_) == (0, 0)
    assert later > 5
    assert counts(one("klopt", form="shared-goal"), "set-up") == (0, later, 0)
    assert counts(one("levert", form="shared-goal"), "set-up")[1] >= later


def test_left_empty_on_purpose_is_an_answer():
    before = counts(one("klopt", form="shared-goal"), "set-up")
    reason = LeftEmpty(path="setup.obligations", reason="volgt uit de wet")
    after = counts(one("klopt", form="shared-goal", left_empty=[reason]), "set-up")
    assert after == (before[0] + 1, before[1] - 1, before[2])


@pytest.mark.parametrize("form", list(Form))
def test_a_cell_asks_at_most_what_the_form_asks(form):
    needed = {"required", "expected"}
    for row in rows_of(one("levert", form=form)):
        asked = [r for r in reading().rows(row["topic"]) if reading().need(r, form).value in needed]
        assert row["answered"] + row["open"] + row["later"] <= len(asked)
        assert row["form"] == form.value


def test_another_reading_asks_something_else():
    shipped = reading()
    few = attrs.evolve(shipped, requirements=tuple(r for r in shipped.requirements if r.topic != "goals"))
    assert {row["open"] for row in rows_of(one(), reading=few) if row["topic"] == "goals"} == {0}
    assert counts(one(), "goals")[1] > 0


def test_what_is_only_described_has_no_numbers_and_no_gear():
    rows = rows_of(example("deltaplan"))
    assert {row["described"] for row in rows} == {True}
    assert {row[key] for row in rows for key in ("answered", "open", "later", "gear")} == {None}
    ended = Collaboration(id="x", name="X", period=Period(end="2020"))
    known = Collaboration(id="y", name="Y", sources=[Source(title="krant")])
    lines = matrix_lines(Portfolio(collaborations=[ended, known]), as_of=DAY)
    assert [(line.described, line.topics) for line in lines] == [(True, ())] * 2


def test_the_day_counts():
    portfolio = Portfolio(collaborations=[Collaboration(id="x", name="X", period=Period(end="2026-06"))])
    early, late = (canvas_matrix_rows(portfolio, as_of=datetime.date(2026, m, 1)) for m in (5, 8))
    assert (early[0]["described"], late[0]["described"]) == (False, True)
    assert matrix_lines(portfolio)[0].described is is_described(portfolio["x"], datetime.date.today())


def test_there_is_no_total_per_collaboration():
    assert not {"total", "score", "share", "rank"} & set(KEYS)
    assert [field.name for field in attrs.fields(type(matrix_lines(one())[0]))] == [
        "collaboration",
        "described",
        "topics",
    ]


def test_they_stand_by_name_whatever_the_order():
    held = [Collaboration(id=f"c{n}", name=name) for n, name in enumerate(["b", "A", "a", "C", "a"])]
    names = [line.collaboration.id for line in matrix_lines(Portfolio(collaborations=held), as_of=DAY)]
    assert names == ["c1", "c2", "c4", "c0", "c3"]
    for seed in range(5):
        mixed = random.Random(seed).sample(held, len(held))
        assert rows_of(Portfolio(collaborations=mixed)) == rows_of(Portfolio(collaborations=held))


def test_a_topic_belongs_to_a_gear():
    pairs = {(row["topic"], row["topic_gear"]) for row in rows_of(one())}
    assert pairs == {(topic.value, topic.gear.value) for topic in CanvasTopic}
    assert [gear for gear, topic in sorted((Gear(g).order, t) for t, g in pairs)] == [
        1,
        1,
        1,
        2,
        2,
        3,
        3,
        4,
        4,
    ]


def test_nothing_there_gives_nothing():
    assert rows_of(Portfolio()) == []


@settings(max_examples=25, deadline=None)
@given(portfolios(broken_references=True))
def test_any_portfolio_has_its_matrix(portfolio):
    rows = rows_of(portfolio)
    assert len(rows) == 9 * len(portfolio.collaborations)
    for row in rows:
        numbers = (row["answered"], row["open"], row["later"])
        assert numbers == (None,) * 3 if row["described"] else min(numbers) >= 0
