"""Which rules are meant by a word: a code, the beginning of one, a name, a gear, a mark or a tag."""

import difflib
import json
import pkgutil
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from samenwerking.vocabulary import Form, Gear, Mark, Reading, RuleRow

# Codes with these beginnings are judged whatever is selected: they are about the document itself.
ALWAYS = "SAM"


def fits(word: str, row: RuleRow, form: Form | None = None, marks: Iterable[Mark] | None = None) -> bool:
    """Say whether a word means a rule.

    Args:
        word: ``KAN101``, ``KAN``, ``shared-goal-missing``, ``kan``, ``seed`` or the tag ``deltaplan``.
        row: What the reading says of the rule.
        form: The form of the collaboration at hand; marks are those of its cell.
        marks: The marks to go by instead, such as those of a row that asks for a fact.

    Returns:
        Whether it does.

    Example:
        >>> from samenwerking.vocabulary import reading
        >>> row = reading().rules["KAN101"]
        >>> [fits(word, row, Form.SHARED_GOAL) for word in ("KAN", "kan", "seed", "theory")]
        [True, True, True, False]
    """
    if row.code.startswith(word) or word == row.name or word == row.gear or word in row.profiles:
        return True
    if marks is None:
        marks = row.marks.get(form, ()) if form else row.undecided_marks
    return word in map(str, marks)


def known_words(reading: Reading, codes: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the words that can be used to select rules, beginnings of codes aside.

    Args:
        reading: The reading.
        codes: Codes of further rules.

    Returns:
        Codes, names, gears, marks and tags.

    Example:
        >>> from samenwerking.vocabulary import reading
        >>> {"KAN101", "werkt", "seed", "deltaplan"} <= set(known_words(reading()))
        True
    """
    rows = reading.rules.values()
    tags = [tag for row in rows for tag in row.profiles]
    words = [*reading.rules, *codes, *(row.name for row in rows), *Gear, *Mark, *tags]
    return tuple(dict.fromkeys(map(str, words)))


def unknown(words: Iterable[str], known: Iterable[str]) -> list[str]:
    """Return what is wrong with words that are to select rules.

    Args:
        words: The words.
        known: The words there are.

    Returns:
        A line for each that means no rule, with a suggestion where one is near.

    Example:
        >>> unknown(["KAN", "KAM101"], ["KAN101"])
        ["no rule has the code 'KAM101'; did you mean 'KAN101'?"]
    """
    held = list(known)
    return [
        f"no rule has the code {word!r}{near(word, held)}"
        for word in words
        if word not in held and not (word and any(each.startswith(word) for each in held))
    ]


def near(wrong: str, known: Iterable[str]) -> str:
    """Return a suggestion for a word that is unknown, as the end of a message.

    Args:
        wrong: The word.
        known: The words there are.

    Returns:
        The suggestion; empty if none is near.

    Example:
        >>> near("month", ["months"])
        "; did you mean 'months'?"
    """
    close = difflib.get_close_matches(wrong, list(known), n=1)
    return f"; did you mean {close[0]!r}?" if close else ""


@cache
def _moved() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(pkgutil.get_data("samenwerking.rules", "data/moved.json") or b"{}")
    return found


def current(word: str, moved: Mapping[str, Any] | None = None) -> str:
    """Return the code that a rule has now.

    Codes are stable and never used again; should one be renamed or removed all the same, files that name it
    go on working or are told why not.

    Args:
        word: A code, or another word that selects rules.
        moved: The tables ``renamed`` (code to code) and ``removed`` (code to reason); those of the library if
            left out.

    Returns:
        The code of today; the word itself if it was not renamed.

    Raises:
        ValueError: If the rule was removed; the message says why.

    Example:
        >>> current("KAN1", {"renamed": {"KAN1": "KAN101"}, "removed": {}})
        'KAN101'
    """
    tables = _moved() if moved is None else moved
    if word in tables["removed"]:
        raise ValueError(f"the rule {word} was removed: {tables['removed'][word]}")
    return str(tables["renamed"].get(word, word))
