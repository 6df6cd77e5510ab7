"""Is the language consistent? Half the work of a director is being consistent in words."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from samenwerking.model import Organization
from samenwerking.report import Param
from samenwerking.rules.definition import Problem, RuleContext, rule
from samenwerking.rules.wording import (
    about_members,
    negated,
    obligations,
    own_texts,
    roles,
    said,
    words,
)
from samenwerking.vocabulary import Bilingual, CodeList, Severity, Term, codes, terms

_WORD = re.compile(r"[\w-]+")


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


def _synonyms_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield the synonyms in a text, plurals included, with the term each stands for."""
    single, phrases = _synonyms()
    folded = text.casefold()
    for written in _WORD.findall(folded):
        word = next(
            (w for w in (written, written.removesuffix("en"), written.removesuffix("s")) if w in single), None
        )
        if word:
            yield word, single[word]
    yield from ((phrase, term) for phrase, term in phrases.items() if phrase in folded)


@rule("TAA501")
def synonyms_mixed(context: RuleContext) -> Iterator[Problem]:
    """The director is consistent in words, concepts and models: that is half the work."""
    found: dict[str, dict[str, str]] = {}
    for path, text in chain(own_texts(context), obligations(context)):
        for word, term in _synonyms_in(text):
            found.setdefault(term, {}).setdefault(word, path)
    for term, used in found.items():
        if len(used) > 1:
            first, second, *_ = used
            yield Problem(used[second], "", {"a": first, "b": second, "preferred": terms()[term].nl})


@rule("TAA502")
def partner_in_a_transaction(context: RuleContext) -> Iterator[Problem]:
    """In a transaction one asks and one delivers; "partner" makes people expect shared goal and risk."""
    instrument = context.collaboration.canvas.setup.instrument or ""
    by_instrument = words()["TAA502"]["roles"]
    named = by_instrument.get(instrument, by_instrument[""])
    found: dict[str, str] = {}
    for path, text in chain(own_texts(context), obligations(context), roles(context)):
        for word, _, _ in said("TAA502", text):
            found.setdefault(word, path)
    for word, path in found.items():
        yield Problem(path, "", {"word": word, "roles": Bilingual(named["nl"], named["en"])})


@rule("TAA503")
def client_in_an_alliance(context: RuleContext) -> Iterator[Problem]:
    """Words such as "client" leave the say with one party, while it belongs to all."""
    found: dict[str, str] = {}
    for path, text in chain(own_texts(context), obligations(context), roles(context)):
        for word, _, _ in said("TAA503", text):
            found.setdefault(word, path)
    for word, path in found.items():
        yield Problem(path, "", {"word": word})


@rule("TAA504")
def obliging_in_a_network(context: RuleContext) -> Iterator[Problem]:
    """A network does not oblige, apart from its rules of conduct; its texts should not sound as if it did."""
    instead = words()["TAA504"]["instead"]
    found: dict[str, str] = {}
    for path, text in own_texts(context):
        for word, form, sentence in said("TAA504", text):
            if about_members(sentence) and not negated(form, sentence):
                found.setdefault(word, path)
    for word, path in found.items():
        better = instead[word]
        yield Problem(path, "", {"word": word, "alt": Bilingual(better["nl"], better["en"])})


@rule("TAA505", needs=("setup.obligations",))
def noncommittal_obligation(context: RuleContext) -> Iterator[Problem]:
    """Whoever strives promises nothing; that is fine if it is meant so, and then it is said (best effort)."""
    found: dict[str, str] = {}
    for path, text in obligations(context, best_effort=False):
        for word, form, sentence in said("TAA505", text):
            if not negated(form, sentence):
                found.setdefault(word, path)
    for word, path in found.items():
        yield Problem(path, "", {"word": word})


def _government(context: RuleContext) -> tuple[str, ...]:
    """Return the parties that belong to central government."""
    known, wanted = codes(CodeList.SECTOR, context.portfolio.codes), set(words()["TAA506"]["sectors"])
    found = []
    for id_ in context.party_ids:
        record = context.portfolio.get(id_)
        sector = record.sector if isinstance(record, Organization) else None
        seen: list[str] = []
        while sector and sector not in seen:
            seen.append(sector)
            sector = known[sector].broader if sector in known else None
        if wanted.intersection(seen):
            found.append(id_)
    return tuple(found)


@rule("TAA506", needs=("setup.instrument",))
def covenant_for_a_transaction(context: RuleContext) -> Iterator[Problem]:
    """Central government keeps the word covenant for agreements on policy or public powers."""
    if context.collaboration.canvas.setup.instrument not in words()["TAA506"]["instruments"]:
        return
    government = _government(context)
    params: dict[str, Param] = {"parties": context.names(government)}
    if context.form and context.reading.expects("mutual_performance", context.form):
        weight = None if government else Severity.ADVICE  # the instructions bind central government only
        yield Problem("setup.instrument", "performance", {}, weight)
    elif government:
        yield Problem("setup.instrument", "government", params)


RULES = (
    synonyms_mixed,
    partner_in_a_transaction,
    client_in_an_alliance,
    obliging_in_a_network,
    noncommittal_obligation,
    covenant_for_a_transaction,
)
