"""The closed lists and their texts say the same."""

import inspect

import pytest

from samenwerking.vocabulary import Bilingual, Direction, Form, Gear, Mark, Severity, closed
from samenwerking.vocabulary.bilingual import LANGUAGES
from samenwerking.vocabulary.closed import ClosedList
from samenwerking.vocabulary.data import load

LISTS = [
    member
    for _, member in inspect.getmembers(closed, inspect.isclass)
    if issubclass(member, ClosedList) and member is not ClosedList
]


def test_the_data_file_holds_every_list_and_no_other():
    assert set(load("closed")) == {closed_list.list_name() for closed_list in LISTS}


@pytest.mark.parametrize("closed_list", LISTS, ids=lambda each: each.list_name())
def test_every_value_of_a_list_has_its_texts(closed_list):
    held = load("closed")[closed_list.list_name()]
    assert held["nl"] and held["en"]
    assert list(held["values"]) == [value.value for value in closed_list]
    for value in closed_list:
        assert value.label("nl").strip() and value.label("en").strip()
        assert bool(value.definition("nl")) == bool(value.definition("en"))
        assert held["values"][value.value]["mark"] in list(Mark)


@pytest.mark.parametrize("closed_list", LISTS, ids=lambda each: each.list_name())
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_values_of_a_list_are_called_the_same(closed_list, language):
    labels = [value.label(language).casefold() for value in closed_list]
    assert len(set(labels)) == len(labels)


def test_labels_of_the_field():
    assert [value.label("nl") for value in Severity] == ["knelpunt", "aandachtspunt", "tip", "opmerking"]
    assert Form.SHARED_GOAL.label("nl") == "samenwerking gericht op een gezamenlijk doel"
    assert [value.definition("nl") for value in Gear] == [
        "Kan de samenwerking?",
        "Klopt de samenwerking?",
        "Werkt de samenwerking?",
        "Levert de samenwerking?",
    ]
    assert [value.label("nl") for value in Mark] == [
        "uit de dia's",
        "onze lezing",
        "literatuur",
        "eigen voorstel",
    ]
    assert [gear.order for gear in Gear] == [1, 2, 3, 4]


def test_an_unknown_language_is_refused():
    with pytest.raises(ValueError, match="unknown language 'fr'"):
        Direction.AT_MOST.label("fr")
    with pytest.raises(ValueError, match="unknown language"):
        Bilingual("doel", "goal").get("de")
