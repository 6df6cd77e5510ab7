import re

import pytest
from display_cases import AS_OF, SECRET, crowd, numbers, parsed, texts, trapped

from samenwerking.display import conversation_sheet
from samenwerking.io import example
from samenwerking.model import Portfolio
from samenwerking.rules import agenda, diagnose


def test_three_names_and_one_goal_give_five_questions() -> None:
    portfolio = example("draft")
    id_ = portfolio.collaborations[0].id
    page = conversation_sheet(portfolio, id_, as_of=AS_OF).html or ""
    said = texts(page)
    items = agenda(diagnose(portfolio, id_, as_of=AS_OF))
    assert len(items) == 5
    for place, item in enumerate(items, 1):
        assert str(place) in said
        assert item.question("nl") in said and item.who("nl") in said and item.why("nl") in said
    assert page.count('class="pen"') == 10


def test_what_is_there_already_is_not_asked_but_shown(full: Portfolio) -> None:
    said = " ".join(texts(conversation_sheet(full, "voorbeeldpolder", as_of=AS_OF).html or ""))
    assert "Doelen Kruidenrijke randen langs al het water en Schoner slootwater" in said
    assert "Aan tafel Waterschap X" in said and "Provincie Z (gebiedsregisseur)" in said


def test_fewer_questions_leave_more_room(full: Portfolio) -> None:
    page = conversation_sheet(full, "voorbeeldpolder", n=2, as_of=AS_OF).html or ""
    assert page.count('class="pen"') == 12
    with pytest.raises(ValueError, match="0"):
        conversation_sheet(full, "voorbeeldpolder", n=0)


def test_nothing_private_no_person_and_all_escaped(full: Portfolio) -> None:
    page = conversation_sheet(full, "voorbeeldpolder", as_of=AS_OF).html or ""
    assert SECRET not in page
    assert "<script" not in (conversation_sheet(trapped(full), "voorbeeldpolder", as_of=AS_OF).html or "")
    parsed(page)


def test_letters_are_large_enough_and_size_is_bounded() -> None:
    page = conversation_sheet(crowd(500), "groot", as_of=AS_OF).html or ""
    sizes = [float(size) for size in re.findall(r"font-size: ([\d.]+)pt", page)] + numbers(page, "font-size")
    assert min(sizes) >= 9
    assert len(page) < 20_000
    assert "@page { size: A4 portrait;" in page


def test_english(full: Portfolio) -> None:
    picture = conversation_sheet(full, "voorbeeldpolder", language="en", as_of=AS_OF)
    said = texts(picture.html or "")
    assert any(each.startswith("Conversation sheet for the next meeting · 1 June 2026") for each in said)
    assert picture.alt.startswith("Questions for the next meeting of ")


def test_no_question_is_open(full: Portfolio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samenwerking.display.conversation.agenda", lambda diagnosis, n: ())
    said = texts(conversation_sheet(full, "voorbeeldpolder", as_of=AS_OF).html or "")
    assert "Er staat nu geen vraag open." in said
