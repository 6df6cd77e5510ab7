"""The agenda: a handful of good questions for the next meeting, with who must answer and why now."""

import datetime

import pytest

from samenwerking.io import example
from samenwerking.model import Canvas, Collaboration, Goal, Organization, Participation, Portfolio
from samenwerking.rules import agenda, diagnose
from samenwerking.rules.requirements import REMAINDER
from samenwerking.rules.texts import reasons
from samenwerking.vocabulary import Gear, Respondent, Severity

DAY = datetime.date(2026, 11, 24)
NAMES = {"a": "Waterschap A", "b": "Collectief B", "c": "Vereniging C"}


def intake(gear=None, **canvas):
    """Return the gearbox of three names and one goal."""
    portfolio = Portfolio(
        organizations=[Organization(id=id_, name=name) for id_, name in NAMES.items()],
        goals=[Goal(id="g", name="Bloemrijke dijken", kind="shared")],
        collaborations=[
            Collaboration(
                id="x",
                name="Dijken",
                gear=gear,
                canvas=Canvas(goals=["g"], parties=[Participation(party=id_) for id_ in NAMES], **canvas),
            )
        ],
    )
    return diagnose(portfolio, "x", as_of=DAY)


def subjects(items):
    return [item.finding.field.split(".")[0].split("[")[0] for item in items]


def test_five_questions_from_three_names_and_one_goal():
    items = agenda(intake())
    assert len(items) == 5
    said = [item.question() for item in items]
    assert len(set(said)) == 5
    assert any("Bloemrijke dijken" in question for question in said)
    assert any("Waterschap A, Collectief B en Vereniging C" in question for question in said)
    for item in items:
        assert item.question("nl").rstrip().endswith(("?", ".")) and "?" in item.question("nl")
        assert item.question("nl") != item.question("en")
        assert item.who("nl") == item.asks.label("nl") != ""
        assert item.why("nl") == reasons()[item.finding.code].nl
        assert item.why("en") == reasons()[item.finding.code].en


def test_the_first_meeting_is_about_more_than_one_thing():
    first = subjects(agenda(intake(), n=3))
    assert len(set(first)) == 3
    assert {"goals", "parties", "stakeholders"} == set(first)


def test_the_shipped_draft_gives_the_same_five_as_ever():
    draft = example("draft")
    items = agenda(diagnose(draft, draft.collaborations[0].id, as_of=DAY))
    assert [item.finding.code for item in items] == ["KAN103", "KAN122", "KAN127", "KAN106", "KAN124"]
    assert {item.asks for item in items} == {Respondent.DIRECTOR, Respondent.PARTY, Respondent.ALL}


def test_what_blocks_comes_first_and_says_so():
    diagnosis = intake("klopt", type="shared-goal")
    items = agenda(diagnosis, n=100)
    blocking = [item.finding in diagnosis.waiting for item in items]
    concrete = [item.finding.code != REMAINDER for item in items]
    assert any(blocking)
    first = [block for block, alone in zip(blocking, concrete, strict=True) if alone]
    assert first == sorted(first, reverse=True)
    for item, blocks in zip(items, blocking, strict=True):
        assert ("Zonder dit antwoord" in item.why("nl")) is blocks
        assert ("Without this answer" in item.why("en")) is blocks
        assert item.why("nl").startswith(reasons()[item.finding.code].nl)
        if blocks:
            assert item.finding.severity is Severity.ERROR
            assert "niet verder schakelen dan 'klopt'" in item.why("nl")


def test_what_is_needed_later_on_is_not_said_to_block_now():
    items = agenda(intake("klopt", form="shared-goal"), n=100)
    (end,) = [item for item in items if item.finding.field == "end_result.description"]
    assert end.finding.severity is Severity.ERROR
    assert end.why("nl") == reasons()["LEV421"].nl
    late = agenda(intake("werkt", form="shared-goal"), n=100)
    (end,) = [item for item in late if item.finding.field == "end_result.description"]
    assert end.why("nl").endswith("Zonder dit antwoord kunnen jullie niet verder schakelen dan 'werkt'.")


@pytest.mark.parametrize("gear", Gear)
def test_the_lowest_gear_comes_first_and_what_is_told_together_last(gear):
    items = agenda(intake(gear, form="shared-goal"), n=100)
    orders = [item.finding.gear.order for item in items]
    assert orders == sorted(orders)
    for each in Gear:
        mine = [item.finding.code == REMAINDER for item in items if item.finding.gear is each]
        assert mine == sorted(mine)


@pytest.mark.parametrize("gear", Gear)
def test_subjects_take_turns(gear):
    diagnosis = intake(gear, form="shared-goal")
    items = agenda(diagnosis, n=100)
    for each in Gear:
        for heavy in (True, False):
            alike = [i for i in items if i.finding.gear is each and (i.finding in diagnosis.waiting) is heavy]
            turns = subjects(item for item in alike if item.finding.code != REMAINDER)
            for position, subject in enumerate(turns):
                if subject in turns[position + 1 :]:
                    again = turns.index(subject, position + 1)
                    # whoever still waits for a turn had one before this subject came back
                    assert set(turns[again:]) <= set(turns[position:again])


def test_every_question_comes_once():
    diagnosis = intake("klopt", form="shared-goal")
    items = agenda(diagnosis, n=1000)
    assert sorted(item.finding.fingerprint for item in items) == sorted(
        question.fingerprint for question in diagnosis.questions
    )


@pytest.mark.parametrize("n", [1, 2, 5, 7])
def test_as_many_as_are_asked_for(n):
    items = agenda(intake(), n=n)
    assert len(items) == n
    assert items == agenda(intake(), n=100)[:n]


@pytest.mark.parametrize("n", [0, -1])
def test_less_than_one_is_no_agenda(n):
    with pytest.raises(ValueError, match=f"at least one question, not {n}"):
        agenda(intake(), n=n)


def test_without_questions_the_agenda_is_empty():
    complete = example("shared-goal")
    assert agenda(diagnose(complete, complete.collaborations[0].id, as_of=DAY)) == ()


def test_every_row_that_is_asked_has_a_reason_in_both_languages():
    from samenwerking.vocabulary import Need, reading

    asked = {
        row.code
        for row in reading().requirements
        if {Need.REQUIRED, Need.EXPECTED} & {*row.needs.values(), row.undecided}
    }
    assert asked <= set(reasons())
    assert set(reasons()) <= {row.code for row in reading().requirements}
    texts = [text for reason in reasons().values() for text in (reason.nl, reason.en)]
    assert all(text.endswith((".", "?")) and text[0].isupper() for text in texts)
    assert len(set(texts)) == len(texts)
