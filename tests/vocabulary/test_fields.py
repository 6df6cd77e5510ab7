"""The labels of the fields: one word per concept, and a way back."""

import pytest
from hypothesis import given, strategies as st

from samenwerking.vocabulary import LANGUAGES, field_label, field_name, field_names, record_label
from samenwerking.vocabulary.data import load


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_fields_are_called_the_same(language):
    labels = [field_label(name, language).casefold() for name in field_names()]
    assert all(labels) and len(set(labels)) == len(labels)


@given(st.sampled_from(field_names()), st.sampled_from(["upper", "lower", "title"]))
def test_the_dutch_label_leads_back_to_the_field(name, change):
    assert field_name(getattr(field_label(name, "nl"), change)()) == name
    assert field_name(name) == name


@pytest.mark.parametrize("name", field_names())
def test_the_english_label_leads_back_to_the_field(name):
    assert field_name(field_label(name, "en")) == name


@pytest.mark.parametrize("name", load("fields")["records"])
def test_every_record_has_a_label(name):
    assert record_label(name, "nl").strip() and record_label(name, "en").strip()


def test_words_of_the_field():
    assert field_label("lead", "nl") == "trekker"
    assert field_label("control", "nl") == "interne controle (baas in eigen huis)"
    assert record_label("Participation", "nl") == "Partij"
    assert field_label("organizations", "nl") == "organisaties"


def test_unknown_names():
    assert field_name("kleur van de zuurkool") is None
    with pytest.raises(KeyError):
        field_label("kleur", "nl")
    with pytest.raises(KeyError):
        record_label("Kleur", "nl")
