"""The shared language: the terms of the collaboration code and of the coalition's change story."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import attrs

from samenwerking.vocabulary.bilingual import LANGUAGES, Bilingual, Language
from samenwerking.vocabulary.closed import Mark
from samenwerking.vocabulary.data import load
from samenwerking.vocabulary.table import Table


def _mark(value: Mark | str) -> Mark:
    return Mark(value)


@attrs.frozen(kw_only=True)
class Term:
    """One concept with its words and what it means.

    Args:
        id: English, kebab-case.
        nl: The preferred Dutch word.
        en: The preferred English word.
        definition_nl: What it means, in Dutch.
        definition_en: What it means, in English.
        mark: Where the term comes from.
        source: A key of the bibliography or an address.
        broader: Ids of wider terms.
        related: Ids of terms that have to do with it.
        synonyms_nl: Other Dutch words for it.
        synonyms_en: Other English words for it.

    Example:
        >>> terms()["lead"].nl
        'trekker'
    """

    id: str
    nl: str
    en: str
    definition_nl: str
    definition_en: str
    mark: Mark = attrs.field(converter=_mark)
    source: str = ""
    broader: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    related: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    synonyms_nl: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    synonyms_en: tuple[str, ...] = attrs.field(default=(), converter=tuple)

    def label(self, language: Language) -> str:
        """Return the preferred word.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            The word in that language.

        Raises:
            ValueError: If the language is neither.

        Example:
            >>> terms()["gearbox"].label("nl")
            'schakelbak'
        """
        return Bilingual(self.nl, self.en).get(language)

    def definition(self, language: Language) -> str:
        """Return what the term means.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            The definition in that language.

        Raises:
            ValueError: If the language is neither.

        Example:
            >>> terms()["contribution"].definition("en")
            'What a party puts in.'
        """
        return Bilingual(self.definition_nl, self.definition_en).get(language)

    def words(self, language: Language | None = None) -> Iterator[str]:
        """Go through every word for this concept, the preferred one first.

        Args:
            language: ``"nl"``, ``"en"`` or both when left out.

        Yields:
            The words.

        Example:
            >>> list(terms()["benefit"].words("nl"))
            ['opbrengst', 'halen', 'opbrengst (halen)']
        """
        if language != "en":
            yield self.nl
            yield from self.synonyms_nl
        if language != "nl":
            yield self.en
            yield from self.synonyms_en


@cache
def terms() -> Mapping[str, Term]:
    """Return all terms by id.

    Returns:
        The terms, in the order of the data file.

    Example:
        >>> terms()["transaction"].nl
        'transactie'
    """
    rows: dict[str, dict[str, Any]] = load("terms")
    return Table({id_: Term(id=id_, **row) for id_, row in rows.items()})


@cache
def _index(language: Language | None) -> Mapping[str, Term]:
    found: dict[str, Term] = {}
    for preferred in (True, False):  # a preferred word wins over a synonym of another term
        for term in terms().values():
            for tongue in (language,) if language else LANGUAGES:
                words = [term.label(tongue)] if preferred else term.words(tongue)
                for word in words:
                    found.setdefault(word.casefold(), term)
    return Table(found)


def find_term(text: str, language: Language | None = None) -> Term | None:
    """Look up a term by its preferred word or a synonym.

    Args:
        text: The word, in any case, with or without spaces around it.
        language: Look only among the words of this language.

    Returns:
        The term, or ``None`` if the word is not known.

    Example:
        >>> find_term("Spelregels").id
        'rules-of-conduct'
        >>> find_term("regisseur", "en") is None
        True
    """
    return _index(language).get(" ".join(text.split()).casefold())
