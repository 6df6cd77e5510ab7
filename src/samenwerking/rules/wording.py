"""Finding words in Dutch texts: listed forms, whole words, with what is exempt and what is negated."""

import json
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from samenwerking.rules.definition import RuleContext
from samenwerking.vocabulary import CodeList, codes

_QUOTED = re.compile(r"[\"“„'‘][^\"”'’]*[\"”'’]")
_SENTENCE = re.compile(r"[.!?;\n]+")
# A negation so many words before or behind a word is about that word.
REACH = 4


@cache
def words() -> dict[str, Any]:
    """Return our word lists, per rule.

    Returns:
        What the data file holds; do not change it.

    Example:
        >>> words()["TAA502"]["words"]["partner"]
        ['partner', 'partners']
    """
    found: dict[str, Any] = json.loads(pkgutil.get_data("samenwerking.rules", "data/words.json") or b"{}")
    return found


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=len, reverse=True)
    listed = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in longest_first)
    return re.compile(rf"(?<!\w)(?:{listed or '(?!)'})(?!\w)")


@cache
def _lists(code: str) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """Return the pattern of the words of a rule, that of what is exempt, and the word of every form."""
    of_rule = words()[code]
    by_form = {form: word for word, forms in of_rule["words"].items() for form in forms}
    return _pattern(by_form), _pattern(of_rule.get("exempt", ())), by_form


@cache
def _general(name: str) -> re.Pattern[str]:
    return _pattern(words()[name])


def said(code: str, text: str) -> Iterator[tuple[str, str, str]]:
    """Yield the listed words of a rule in a text, whatever their form.

    Args:
        code: The rule.
        text: A Dutch text.

    Yields:
        The word, the form in which it stands there, and its sentence; what is exempt is not seen.

    Example:
        >>> [word for word, *_ in said("TAA502", "Onze partners zijn partners van het Deltaplan.")]
        ['partner']
    """
    pattern, exempt, by_form = _lists(code)
    for sentence in _SENTENCE.split(text.casefold()):
        seen = exempt.sub(" ", sentence)
        for match in pattern.finditer(seen):
            form = re.sub(r"\s+", " ", match[0])
            yield by_form[form], form, seen


def negated(form: str, sentence: str) -> bool:
    """Say whether a word is negated in its sentence.

    Args:
        form: The word as it stands there.
        sentence: The sentence, in small letters.

    Returns:
        Whether a negation stands within a few words of it.

    Example:
        >>> negated("verplicht", "leden zijn nergens toe verplicht"), negated("moet", "een lid moet niets")
        (False, True)
    """
    before, _, behind = sentence.partition(form)
    near = [*before.split()[-REACH:], *behind.split()[:REACH]]
    return bool(_general("negations").search(" ".join(near)))


def about_members(sentence: str) -> bool:
    """Say whether a sentence speaks of those who take part.

    Args:
        sentence: The sentence, in small letters.

    Returns:
        Whether one of the words for them stands in it.

    Example:
        >>> about_members("elk lid brengt iets in"), about_members("het water moet omhoog")
        (True, False)
    """
    return bool(_general("members").search(sentence))


def own_texts(context: RuleContext) -> Iterator[tuple[str, str]]:
    """Yield the texts that the parties of a collaboration wrote themselves, with their places.

    Args:
        context: The collaboration.

    Yields:
        Path and text; names of parties and what is quoted are taken out. Rules of conduct are left out: they
        may oblige in any form. Obligations are left out too, see :func:`obligations`.
    """
    canvas = context.collaboration.canvas
    plain = {
        "purpose": canvas.purpose,
        "motivation": canvas.motivation,
        "expectation": canvas.expectation,
        "end_result.description": canvas.end_result.description,
        "setup.entry_rules": canvas.setup.entry_rules,
    }
    yield from _cleaned(context, plain)
    for goal in context.goals:
        yield from _cleaned(context, {f"goals[{goal.id}]": f"{goal.name}. {goal.description}"})
    for party in context.parties:
        said_of = ". ".join(c.description for c in party.contributions if c.description)
        yield from _cleaned(context, {f"parties[{party.party}].contributions": said_of})


def obligations(context: RuleContext, *, best_effort: bool = True) -> Iterator[tuple[str, str]]:
    """Yield the texts of the obligations of a collaboration.

    Args:
        context: The collaboration.
        best_effort: Whether to take those along for which doing one's best is enough.

    Yields:
        Path and text.
    """
    for obligation in context.collaboration.canvas.setup.obligations:
        if best_effort or not obligation.best_effort:
            yield from _cleaned(context, {"setup.obligations": obligation.text})


def roles(context: RuleContext) -> Iterator[tuple[str, str]]:
    """Yield the roles of the parties, in words.

    Args:
        context: The collaboration.

    Yields:
        Path and Dutch label of the role.
    """
    known = codes(CodeList.ROLE, context.portfolio.codes)
    for party in context.parties:
        if party.role and party.role in known:
            yield f"parties[{party.party}].role", known[party.role].nl


def _cleaned(context: RuleContext, texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    names = sorted(filter(None, context.names(context.party_ids)), key=len, reverse=True)
    own = re.compile("|".join(map(re.escape, names)) or r"(?!)")
    for path, text in texts.items():
        if text:
            yield path, _QUOTED.sub(" ", own.sub(" ", text))
