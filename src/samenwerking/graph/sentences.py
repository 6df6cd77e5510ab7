"""What stands out in a portfolio, in plain sentences: each with its number, its evidence and a next step."""

import json
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from typing import Literal, TypeAlias

import attrs

from samenwerking.graph import noticed_file, noticed_goals, noticed_network
from samenwerking.graph.measures import Measure
from samenwerking.graph.modes import Day
from samenwerking.graph.noticing import Facts, Noticed, Said
from samenwerking.model import Portfolio
from samenwerking.report import enumerate_words
from samenwerking.vocabulary import LANGUAGES, Bilingual, Language, Mark

Sure: TypeAlias = Literal["high", "medium", "low"]

MOST_NAMES = 3
_MORE = Bilingual("nog {n}", "{n} more")
_NOTHING = Bilingual("Er valt nog niets op.", "Nothing stands out yet.")
_CONVENTION = Bilingual(
    "Eigen keuze van wat opvalt, in vaste volgorde. Geen oordeel over wie genoemd wordt; wat niet in het "
    "bestand staat, telt niet mee.",
    "Our own choice of what stands out, in a fixed order. No judgement of whoever is named; what is not on "
    "file does not count.",
)
_COUNTED = Bilingual("Geteld in dit bestand.", "Counted in this file.")
_COMPLETE = Bilingual("Alle lijsten van partijen zijn compleet.", "All lists of parties are complete.")
_INCOMPLETE = Bilingual(
    "Van {n} van de {total} samenwerkingen is bekend dat alle partijen erbij staan.",
    "Of {n} of {total} collaborations it is known that all parties are listed.",
)
_DIVIDED = Bilingual(
    "De beste van 20 indelingen; zij lijken voor {percent}% op elkaar.",
    "The best of 20 divisions; they are alike for {percent}%.",
)
# From where on something is called sure, and from where on fairly sure; our own choice.
_HIGH, _MEDIUM = 0.9, 0.5
_KINDS: tuple[Callable[[Facts], Iterator[Noticed | None]], ...] = (
    noticed_file.stated,
    noticed_file.lists,
    noticed_file.one_party,
    noticed_network.alone,
    noticed_network.islands,
    noticed_network.weak,
    noticed_network.largest,
    noticed_network.repeat,
    noticed_network.sectors,
    noticed_network.sector_pair,
    noticed_network.liaisons,
    noticed_network.groups,
    noticed_network.introduction,
    noticed_goals.sole,
    noticed_goals.one_sector,
    noticed_goals.unfinished,
    noticed_goals.codes_bare,
    noticed_goals.area_apart,
    noticed_file.commitments,
    noticed_file.money,
    noticed_file.no_sector,
    noticed_file.no_end,
    noticed_file.ended,
)


@attrs.frozen(kw_only=True)
class Sentence:
    """Something that stands out.

    Args:
        kind: What it is about, such as ``"alone"``.
        text: The sentence.
        value: The number in it.
        baseline: What that number would be otherwise.
        compared: What the baseline is, in words.
        evidence: Ids of the records behind it.
        sure: How sure it is.
        because: Why it is no surer, or what makes it sure.
        next_step: A question to take further.
        mark: Where the choice to notice this comes from.
    """

    kind: str
    text: Bilingual
    value: float
    baseline: float
    compared: Bilingual
    evidence: tuple[str, ...]
    sure: Sure
    because: Bilingual
    next_step: Bilingual
    mark: Mark = Mark.OWN


@cache
def texts() -> dict[str, dict[str, str]]:
    """Return the texts of the sentences.

    Returns:
        Per kind ``nl`` and ``en``, ``than_nl`` and ``than_en``, ``next_nl`` and ``next_en``, and ``sure``: on
        what it rests. Do not change it.

    Example:
        >>> texts()["goal_no_lead"]["next_nl"]
        "Wie trekt '{first}'?"
    """
    content = pkgutil.get_data("samenwerking.graph", "data/summary.json")
    found: dict[str, dict[str, str]] = json.loads(content or b"")
    return found


def figure(value: float, language: Language) -> str:
    """Return a number as people write it: whole from 10 on, with one digit below and two below 1.

    Args:
        value: The number.
        language: ``"nl"`` or ``"en"``.

    Returns:
        The number with separators.

    Example:
        >>> figure(1234.5, "nl"), figure(0.546, "en"), figure(6.32, "nl"), figure(12, "nl")
        ('1.234', '0.55', '6,3', '12')
    """
    digits = 0 if abs(value) >= 10 or value == int(value) else 1 if abs(value) >= 1 else 2
    text = f"{value:,.{digits}f}"
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))


def _said(value: Said | float, language: Language) -> str:
    match value:
        case Bilingual():
            return value.get(language)
        case int() | float():
            return figure(value, language)
        case tuple():
            told = [_said(each, language) for each in value]
            more = len(told) - MOST_NAMES
            if more > 1:
                told[MOST_NAMES:] = [_MORE.get(language).format(n=more)]
            return enumerate_words(told, language)
        case _:
            return value


def _filled(texts_: dict[str, str], part: str, words: dict[str, Said | float]) -> Bilingual:
    def fill(language: Language) -> str:
        said = {name: _said(value, language) for name, value in words.items()}
        return texts_[f"{part}{language}"].format_map(said)

    return Bilingual(*map(fill, LANGUAGES))


def _level(share: float) -> Sure:
    return "high" if share >= _HIGH else "medium" if share >= _MEDIUM else "low"


def _certainty(noticed: Noticed, rests_on: str, facts: Facts) -> tuple[Sure, Bilingual]:
    if rests_on == "file":
        return "high", _COUNTED
    if rests_on == "division":
        percent = f"{100 * max(noticed.firm, 0):.0f}"
        said = Bilingual(*(text.format(percent=percent) for text in (_DIVIDED.nl, _DIVIDED.en)))
        return _level(noticed.firm), said
    records = facts.known.collaborations
    total = len(facts.teams)
    complete = sum(records[key].parties_complete is True for key in facts.teams)
    if complete == total:
        return "high", _COMPLETE
    said = Bilingual(*(text.format(n=complete, total=total) for text in (_INCOMPLETE.nl, _INCOMPLETE.en)))
    return _level(complete / total), said


def _sentence(noticed: Noticed, facts: Facts) -> Sentence:
    own = texts()[noticed.kind]
    words: dict[str, Said | float] = {"value": noticed.value, "baseline": noticed.baseline, **noticed.words}
    sure, because = _certainty(noticed, own["sure"], facts)
    return Sentence(
        kind=noticed.kind,
        text=_filled(own, "", words),
        value=noticed.value,
        baseline=noticed.baseline,
        compared=_filled(own, "than_", words),
        evidence=tuple(dict.fromkeys(noticed.evidence)),
        sure=sure,
        because=because,
        next_step=_filled(own, "next_", words),
    )


def summary(portfolio: Portfolio, *, as_of: Day | None = None) -> Measure[tuple[Sentence, ...]]:
    """Return what stands out in a portfolio, in plain Dutch and English.

    Each sentence names something, gives its number beside what it would be otherwise, says how sure it is and
    on which records it rests, and ends in a question to take further. What does not stand out is not told.

    Args:
        portfolio: The portfolio.
        as_of: A day; collaborations and participations that certainly do not run on it do not count, and what
            has ended is told. Left out, dates play no part.

    Returns:
        The sentences, in a fixed order; ``n`` says how many, ``evidence`` holds all ids behind them. Not
        defined if nothing stands out.

    Raises:
        ValueError: If ``as_of`` is no day.

    Example:
        >>> from samenwerking.model import Goal
        >>> found = summary(Portfolio(goals=[Goal(id="oevers", name="Groene oevers", kind="shared")])).value
        >>> found[0].text.nl
        'Aan 1 van de 1 doelen werkt in dit bestand nog niemand. Het gaat om Groene oevers.'
        >>> found[0].next_step.nl
        "Wie pakt 'Groene oevers' op?"
    """
    facts = Facts(portfolio, as_of)
    noticed = (each for kind in _KINDS for each in kind(facts) if each is not None)
    told = tuple(_sentence(each, facts) for each in noticed)
    evidence = {key for sentence in told for key in sentence.evidence}
    reason = None if told else _NOTHING
    return Measure(told or None, reason, _CONVENTION, len(told), tuple(sorted(evidence)))
