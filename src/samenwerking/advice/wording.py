"""The words of the advice: texts from data files, and how values stand in them."""

import json
import pkgutil
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from samenwerking.report import Param, enumerate_words, shorten
from samenwerking.report.finding import MOST_NAMES
from samenwerking.vocabulary import LANGUAGES, Bilingual, Language

_MORE = Bilingual("nog {n}", "{n} more")


@cache
def load(name: str) -> Any:
    """Return one data file of the advice.

    The result is shared: do not change it.

    Args:
        name: The file's name without ``.json``.

    Returns:
        What the file holds.

    Raises:
        FileNotFoundError: If there is no such file.

    Example:
        >>> load("signals")[0]["name"]
        'shared-goal-endorsed'
    """
    return json.loads(pkgutil.get_data("samenwerking.advice", f"data/{name}.json") or b"")


def fact(name: str) -> Any:
    """Return a list or number that the advice rests on; its mark stands beside it in ``data/facts.json``.

    Args:
        name: Its name.

    Returns:
        The value; a set for a list.

    Raises:
        KeyError: If there is no such fact.

    Example:
        >>> fact("enough_signals"), sorted(fact("fees"))
        (2, ['payment'])
    """
    value = load("facts")[name]["value"]
    return frozenset(value) if isinstance(value, list) else value


def both(row: Mapping[str, str]) -> Bilingual:
    """Return a text of a data file in both languages.

    Args:
        row: The text under ``nl`` and ``en``.

    Returns:
        The text.

    Example:
        >>> both({"nl": "doel", "en": "goal"}).en
        'goal'
    """
    return Bilingual(row["nl"], row["en"])


def figure(value: Decimal, language: Language) -> str:
    """Return a number as people write it.

    Args:
        value: The number.
        language: ``"nl"`` or ``"en"``.

    Returns:
        The number with separators.

    Example:
        >>> figure(Decimal("200000.50"), "nl"), figure(Decimal("1200"), "en")
        ('200.000,5', '1,200')
    """
    text = f"{value:,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))


def _shown(value: Param, language: Language) -> str:
    match value:
        case Bilingual():
            return value.get(language)
        case Decimal():
            return figure(value, language)
        case tuple():
            words = [_shown(item, language) for item in value]
            more = len(words) - MOST_NAMES
            if more > 1:
                words[MOST_NAMES:] = [_MORE.get(language).format(n=more)]
            return enumerate_words(words, language)
        case _:
            return shorten(str(value))


def fill(template: Bilingual, **values: Param) -> Bilingual:
    """Return a text with values in it, in both languages.

    Args:
        template: The text with ``{placeholders}``.
        **values: Their values; several are told as ``A, B en C``.

    Returns:
        The text.

    Example:
        >>> fill(Bilingual("Akkoord: {who}.", "Agreed: {who}."), who=("A", "B")).nl
        'Akkoord: A en B.'
    """
    shown = {lang: {name: _shown(value, lang) for name, value in values.items()} for lang in LANGUAGES}
    return Bilingual(*(template.get(lang).format_map(shown[lang]) for lang in LANGUAGES))


def say(key: str, **values: Param) -> Bilingual:
    """Return a heading or a sentence that several answers share.

    Args:
        key: Its key in ``data/words.json``.
        **values: Values for its placeholders.

    Returns:
        The text.

    Raises:
        KeyError: If there is no such text.

    Example:
        >>> say("chosen", form="netwerk").nl
        'Gekozen: netwerk.'
    """
    return fill(both(load("words")[key]), **values)


def word(key: str, language: Language, **values: Param) -> str:
    """Return a heading or a sentence that several answers share, in one language.

    Args:
        key: Its key in ``data/words.json``.
        language: ``"nl"`` or ``"en"``.
        **values: Values for its placeholders.

    Returns:
        The text.

    Raises:
        KeyError: If there is no such text.
        ValueError: If the language is neither.

    Example:
        >>> word("no_form", "nl")
        'Een vorm is nog niet gekozen.'
    """
    return say(key, **values).get(language)
