"""Searching the shared language, in either language, also by a word that is nearly right."""

import difflib
import unicodedata
from functools import cache

from samenwerking.vocabulary.bilingual import LANGUAGES, Language
from samenwerking.vocabulary.terms import Term, terms

# How alike a word must be to be meant, from 0 to 1; our own choice.
ALIKE = 0.75


def _plain(text: str) -> str:
    """Return a text in small letters, without accents and without spaces too many."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


@cache
def _names(id_: str, language: Language) -> tuple[str, ...]:
    term = terms()[id_]
    return tuple(map(_plain, term.words(language)))


def _rank(term: Term, wanted: str, languages: tuple[Language, ...]) -> int | None:
    """Return how near a term is, 0 nearest; ``None`` if it is not meant."""
    names = [name for language in languages for name in _names(term.id, language)]
    if wanted in names:
        return 0
    if any(name.startswith(wanted) for name in names):
        return 1
    if any(wanted in name for name in names):
        return 2
    if difflib.get_close_matches(wanted, names, n=1, cutoff=ALIKE):
        return 3
    if any(wanted in _plain(term.definition(language)) for language in languages):
        return 4
    return None


def search_terms(text: str, language: Language | None = None) -> tuple[Term, ...]:
    """Search the terms of the shared language by word, synonym, part of a word or definition.

    Args:
        text: What is looked for, in any case; accents make no difference.
        language: Look only at the words and definitions of this language; at both if left out.

    Returns:
        The terms found, nearest first: the word itself, words that begin with it, words that hold it, words
        that are nearly the same, definitions that hold it; equals in the order of the list.

    Raises:
        ValueError: If there is no such language.

    Example:
        >>> [term.nl for term in search_terms("regiseur")][:1]
        ['regisseur van de samenwerking']
        >>> search_terms("")
        ()
    """
    if language is not None and language not in LANGUAGES:
        raise ValueError(f"language must be one of {', '.join(LANGUAGES)}, not {language!r}")
    wanted = _plain(text)
    if not wanted:
        return ()
    languages: tuple[Language, ...] = (language,) if language else LANGUAGES
    ranked = ((_rank(term, wanted, languages), term) for term in terms().values())
    found = [(rank, term) for rank, term in ranked if rank is not None]
    return tuple(term for _, term in sorted(found, key=lambda pair: pair[0]))
