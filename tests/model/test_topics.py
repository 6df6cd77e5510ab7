"""The nine topics are views on the canvas, as the reading says."""

import attrs
import pytest

from samenwerking.model import (
    Canvas,
    Collaboration,
    Commitment,
    Goal,
    Organization,
    Participation,
    Partner,
    Portfolio,
    field_at,
    topic,
)
from samenwerking.vocabulary import CanvasTopic, Need, reading

READING = reading()
ROWS = [pytest.param(row, id=f"{row.code}-{row.path}") for row in READING.requirements]
READS = sorted({(rule.code, path) for rule in READING.rules.values() for path in rule.reads})
POLDER = Collaboration(
    id="c",
    name="Polder",
    canvas=Canvas(
        form="shared-goal", goals=["g"], parties=[Participation(party="x"), Participation(party="y")]
    ),
)
PORTFOLIO = Portfolio(
    organizations=[Organization(id="x", name="X"), Organization(id="y", name="Y")],
    partners=[Partner(party="x", commitments=[Commitment(text="gras")])],
    goals=[Goal(id="g", name="G", kind="shared", policies=["beleid"])],
    collaborations=[POLDER],
)


@pytest.mark.parametrize("row", ROWS)
def test_every_fact_that_the_reading_asks_for_has_a_place_in_the_model(row):
    for path in (row.path, *row.or_paths):
        assert field_at(path).name == path.rpartition(".")[2].partition("[")[0]


@pytest.mark.parametrize(("code", "path"), READS)
def test_everything_that_a_rule_reads_has_a_place_in_the_model(code, path):
    assert field_at(path).name == path.rpartition(".")[2].partition("[")[0], code


def test_the_topics_show_every_fact_once_but_those_of_the_header():
    shown = [entry.requirement for each in CanvasTopic for entry in topic(PORTFOLIO, "c", each)]
    assert len(shown) == len(READING.requirements) - len(READING.rows(None))
    assert {row.path for row in shown} | {row.path for row in READING.rows(None)} == {
        row.path for row in READING.requirements
    }
    assert all(row.topic is not None for row in shown)
    assert {row.path for row in READING.rows(None)} >= {"period.end"}


@pytest.mark.parametrize("each", CanvasTopic)
def test_an_entry_says_how_much_it_is_needed_and_what_stands_there(each):
    for entry in topic(PORTFOLIO, "c", each.value):
        assert entry.need is READING.need(entry.requirement, "shared-goal")
        assert set(entry.filled) <= set(entry.places)
        assert not any(place.empty for place in entry.filled)


def find(path, of):
    return next(entry for entry in topic(PORTFOLIO, "c", of) if entry.requirement.path == path)


def test_places_are_named_per_party_empty_ones_too():
    entry = find("parties[].contributions", "parties")
    assert [place.path for place in entry.places] == ["parties[x].contributions", "parties[y].contributions"]
    assert entry.filled == ()


def test_other_paths_that_answer_the_question_are_shown_too():
    entry = find("goals[].areas", "goals")
    assert [place.path for place in entry.filled] == ["goals[g].policies"]
    assert [place.value for place in find("type", "type").filled] == ["shared-goal"]


def test_facts_of_the_portfolio_are_shown():
    (place,) = find("portfolio.partners[].commitments[].reports", "status").places
    assert place.path == "portfolio.partners[partner-x].commitments[gras].reports"


def test_a_topic_follows_the_reading_it_is_given():
    row = attrs.evolve(
        READING.requirements[0], topic=CanvasTopic.QUALITY, path="purpose", undecided=Need.REQUIRED
    )
    other = attrs.evolve(READING, requirements=(row,))
    (entry,) = topic(PORTFOLIO, "c", "quality", reading=other)
    assert entry.requirement is row
    assert topic(PORTFOLIO, "c", "goals", reading=other) == ()
    undecided = PORTFOLIO.evolve("c", canvas__form=None)
    assert topic(undecided, "c", "quality", reading=other)[0].need is Need.REQUIRED


def test_what_is_no_topic_or_collaboration_is_refused():
    with pytest.raises(ValueError, match="zomaar"):
        topic(PORTFOLIO, "c", "zomaar")
    with pytest.raises(KeyError, match="no record 'zz'"):
        topic(PORTFOLIO, "zz", "goals")
    with pytest.raises(TypeError, match="'x' is no collaboration"):
        topic(PORTFOLIO, "x", "goals")
