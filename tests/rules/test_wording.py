"""Finding words in Dutch texts: listed forms, whole words, exemptions and negations."""

import pytest
from hypothesis import given, strategies as st

from samenwerking.rules.wording import REACH, about_members, negated, said, words
from samenwerking.vocabulary import CodeList, codes

CODES = ("TAA502", "TAA503", "TAA504", "TAA505")


@pytest.mark.parametrize("code", CODES)
def test_every_listed_form_is_found_as_its_word(code: str) -> None:
    for word, forms in words()[code]["words"].items():
        for form in forms:
            assert word in {found for found, *_ in said(code, f"Dit is {form}.")}
            assert word in {found for found, *_ in said(code, f"{form.upper()} staat vooraan")}


@pytest.mark.parametrize("code", CODES)
def test_no_form_belongs_to_two_words(code: str) -> None:
    forms = [form for listed in words()[code]["words"].values() for form in listed]
    assert len(forms) == len(set(forms))
    assert all(form == form.casefold() for form in forms)


@pytest.mark.parametrize("code", ["TAA502", "TAA503"])
def test_what_is_exempt_is_not_seen(code: str) -> None:
    for phrase in words()[code]["exempt"]:
        assert list(said(code, f"Zij is {phrase} geworden.")) == [], phrase
    assert list(said("TAA502", "Zij is partner van het Deltaplan en onze partner."))


@pytest.mark.parametrize(
    "text", ["De partnerkeuze is vrij.", "Eenpartnerschap", "beleden", "een geleding", "De moeten-wij-lijst"]
)
def test_only_whole_words_count(text: str) -> None:
    found = {word for word, *_ in said("TAA502", text)}
    assert not found - {"partnerschap"} and "partnerschap" not in found


def test_a_word_over_two_lines_of_space_is_found() -> None:
    assert [word for word, *_ in said("TAA505", "Wij streven  naar meer.")] == ["streven naar"]


@pytest.mark.parametrize(
    ("form", "sentence", "outcome"),
    [
        ("verplicht", "leden zijn niet verplicht", True),
        ("moeten", "leden moeten niets", True),
        ("moeten", "leden moeten elk jaar een verhaal en geen geld inbrengen", False),
        ("boete", "er staat geen boete op", True),
        ("boete", "wie niet komt betaalt binnen een maand een flinke boete", False),
        ("moet", "een lid moet komen", False),
    ],
)
def test_a_negation_near_a_word_is_about_that_word(form: str, sentence: str, outcome: bool) -> None:
    assert negated(form, sentence) is outcome


@given(st.integers(0, 10), st.sampled_from(["niet", "geen", "nooit", "zonder"]))
def test_how_far_a_negation_reaches(between: int, negation: str) -> None:
    sentence = " ".join([negation, *["woord"] * between, "verplicht"])
    assert negated("verplicht", sentence) is (between < REACH)


@pytest.mark.parametrize("sentence", ["leden brengen iets in", "iedere deelnemer komt", "een partij zegt op"])
def test_sentences_about_members(sentence: str) -> None:
    assert about_members(sentence)


def test_the_lists_name_codes_that_exist() -> None:
    instruments = set(codes(CodeList.INSTRUMENT))
    assert set(words()["TAA502"]["roles"]) - {""} <= instruments
    assert set(words()["TAA506"]["instruments"]) <= instruments
    assert set(words()["TAA506"]["sectors"]) <= set(codes(CodeList.SECTOR))
    assert set(words()["TAA504"]["instead"]) == set(words()["TAA504"]["words"])


@given(st.text(max_size=60))
def test_any_text_can_be_searched(text: str) -> None:
    for code in CODES:
        for word, form, sentence in said(code, text):
            assert form in words()[code]["words"][word]
            assert form in " ".join(sentence.split())
