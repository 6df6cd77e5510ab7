"""Searching the shared language: the nearest first, in either language, also with a slip of the pen."""

import pytest
from hypothesis import given, strategies as st

from samenwerking.vocabulary import LANGUAGES, find_term, search_terms, terms
from samenwerking.vocabulary.term_search import _plain

WORDS = [
    (term.id, language, word)
    for term in terms().values()
    for language in LANGUAGES
    for word in term.words(language)
]


@pytest.mark.parametrize(("id_", "language", "word"), WORDS, ids=lambda part: str(part)[:30])
def test_every_word_finds_its_term_among_the_nearest(id_: str, language: str, word: str) -> None:
    exact = [term.id for term in search_terms(word.upper()) if _plain(word) in map(_plain, term.words())]
    assert id_ in [term.id for term in search_terms(f"  {word} ", language)][: len(exact)]


def test_the_word_itself_comes_before_words_that_begin_with_it_or_hold_it() -> None:
    found = [term.nl for term in search_terms("doel", "nl")]
    assert found[0] == find_term("doel").nl
    assert any("doel" in word for word in found[1:])


@pytest.mark.parametrize("slip", ["regiseur", "schakelback", "BANTA", "vorkeursrelaties", "shakelbak"])
def test_a_slip_of_the_pen_is_understood(slip: str) -> None:
    assert search_terms(slip)


def test_accents_make_no_difference() -> None:
    assert search_terms("coördinatie") == search_terms("coordinatie")


def test_definitions_are_searched_last() -> None:
    term = find_term("BATNA")
    word = max(term.definition("nl").split(), key=len).strip(".,;()")
    assert term in search_terms(word)


def test_a_language_limits_words_and_definitions() -> None:
    assert find_term("regisseur") in search_terms("regisseur", "nl")
    assert find_term("regisseur") not in search_terms("regisseur", "en")[:1]
    with pytest.raises(ValueError, match="de"):
        search_terms("Ziel", "de")


@given(st.text(max_size=20))
def test_any_text_gives_terms_each_once_and_always_the_same(text: str) -> None:
    found = search_terms(text)
    assert len({term.id for term in found}) == len(found)
    assert found == search_terms(text)
    for language in LANGUAGES:
        assert {term.id for term in search_terms(text, language)} <= {term.id for term in found}


def test_what_is_nothing_finds_nothing() -> None:
    assert search_terms(" ") == () == search_terms("qqqqqqqq")
