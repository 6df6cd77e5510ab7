"""Is the language consistent? Half the work of a director is being consistent in words."""

import re
from collections.abc import Iterator
from functools import cache

from samenwerking.rules.definition import Problem, RuleContext, rule
from samenwerking.vocabulary import Term, terms

_WORD = re.compile(r"[\w-]+")
_QUOTED = re.compile(r"[\"“„'‘][^\"”'’]*[\"”'’]")


def texts(context: RuleContext) -> Iterator[tuple[str, str]]:
    """Yield the texts of a collaboration that its parties wrote, with their places.

    Args:
        context: The collaboration.

    Yields:
        Path and text; names of parties and quoted titles are taken out.
    """
    canvas = context.collaboration.canvas
    names = sorted(context.names(context.party_ids), key=len, reverse=True)
    mine = re.compile("|".join(map(re.escape, filter(None, names))) or r"(?!)")
    raw = [
        ("purpose", canvas.purpose),
        ("motivation", canvas.motivation),
        ("expectation", canvas.expectation),
    ]
    raw += [(f"goals[{goal.id}]", f"{goal.name}. {goal.description}") for goal in context.goals]
    raw += [("setup.obligations", obligation.text) for obligation in canvas.setup.obligations]
    for path, text in raw:
        if text:
            yield path, _QUOTED.sub(" ", mine.sub(" ", text))


def _other_words(term: Term) -> tuple[str, ...]:
    """Return the words that are really other words: not the term in the plural, in part or with more to it.

    The ends of an axis and the two sides of a contract stand together in one term and are no synonyms.
    """
    seen = [term.nl.casefold()]
    for word in sorted(map(str.casefold, term.synonyms_nl), key=len):
        if not any(word in other or other in word for other in seen):
            seen.append(word)
    return tuple(seen[1:])


@cache
def _synonyms() -> tuple[dict[str, str], dict[str, str]]:
    """Return the words and the phrases that are not the preferred one, and the term each stands for."""
    found = {word.casefold(): term.id for term in terms().values() for word in _other_words(term)}
    return (
        {word: term for word, term in found.items() if " " not in word},
        {phrase: term for phrase, term in found.items() if " " in phrase},
    )


def _said(text: str) -> Iterator[tuple[str, str]]:
    """Yield the synonyms in a text, plurals included, with the term each stands for."""
    words, phrases = _synonyms()
    folded = text.casefold()
    for written in _WORD.findall(folded):
        word = next(
            (w for w in (written, written.removesuffix("en"), written.removesuffix("s")) if w in words), None
        )
        if word:
            yield word, words[word]
    yield from ((phrase, term) for phrase, term in phrases.items() if phrase in folded)


@rule("TAA501")
def synonyms_mixed(context: RuleContext) -> Iterator[Problem]:
    """The director is consistent in words, concepts and models: that is half the work."""
    found: dict[str, dict[str, str]] = {}
    for path, text in texts(context):
        for word, term in _said(text):
            found.setdefault(term, {}).setdefault(word, path)
    for term, used in found.items():
        if len(used) > 1:
            first, second, *_ = used
            yield Problem(used[second], "", {"a": first, "b": second, "preferred": terms()[term].nl})


RULES = (synonyms_mixed,)
