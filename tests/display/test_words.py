"""The fixed words: both languages, the same blanks, and no word that nobody says."""

import re
import string
from pathlib import Path

import pytest

import samenwerking.display
from samenwerking.display.words import _WORDS, say
from samenwerking.vocabulary import (
    LANGUAGES,
    CanvasTopic,
    ClosedList,
    Direction,
    Form,
    Gear,
    GoalKind,
    Language,
    OrganizationKind,
    Severity,
    month,
)

KEYS = sorted(_WORDS)
FOLDER = Path(samenwerking.display.__file__).parent


def _blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _lists() -> list[type[ClosedList]]:
    return sorted(ClosedList.__subclasses__(), key=lambda each: each.__name__)


@pytest.mark.parametrize("key", KEYS)
def test_both_languages_have_the_same_blanks(key: str) -> None:
    words = _WORDS[key]
    assert words.nl.strip() and words.en.strip()
    assert _blanks(words.nl) == _blanks(words.en)


@pytest.mark.parametrize("key", KEYS)
def test_words_have_no_stray_room_and_no_markup(key: str) -> None:
    for language in LANGUAGES:
        text = _WORDS[key].get(language)
        assert text == " ".join(text.split())
        assert not re.search(r"[<>&]", text)


@pytest.mark.parametrize("key", KEYS)
def test_no_blank_is_left_when_all_are_filled(key: str) -> None:
    for language in LANGUAGES:
        values = dict.fromkeys(_blanks(_WORDS[key].get(language)), "§")
        said = say(key, language, **values)
        assert "{" not in said and "}" not in said
        assert said.count("§") >= len(values)


@pytest.mark.parametrize("key", KEYS)
def test_sentences_end_alike_in_both_languages(key: str) -> None:
    nl, en = _WORDS[key].nl, _WORDS[key].en
    assert (nl[-1] in ".?") == (en[-1] in ".?")
    assert nl.endswith("?") == en.endswith("?")
    assert nl[0].isupper() == en[0].isupper()


@pytest.mark.parametrize("key", KEYS)
def test_every_word_is_used_somewhere(key: str) -> None:
    made = [f'f"{start}' for start in ("ask_", "all_", "q_") if key.startswith(start)]
    made += [f'"{key}"']
    values = {each.value for each in Direction}
    code = "".join(path.read_text("utf-8") for path in FOLDER.glob("*.py") if path.name != "words.py")
    assert key in values or any(each in code.replace("'", '"') for each in made)


@pytest.mark.parametrize(
    ("key", "values", "nl", "en"),
    [
        (
            "agreed_some",
            {"date": "mei", "n": 2, "total": 9},
            "mei (2 van 9 partijen)",
            "mei (2 of 9 parties)",
        ),
        ("changed", {"date": "2026"}, "2026, daarna gewijzigd", "2026, changed since"),
        ("lead", {"party": "X"}, "trekker: X", "lead: X"),
        ("more_parties", {"n": 1}, "En verder: 1, zie bijlage.", "And further: 1, see appendix."),
        ("more_goals", {"n": 50}, "Meer doelen: 50, zie bijlage.", "More goals: 50, see appendix."),
        ("for_whom", {"who": "allen"}, "voor allen", "for allen"),
        ("own_risk", {"what": "grond"}, "grond op eigen risico", "grond at own risk"),
        ("left_empty", {"reason": "geen"}, "bewust leeg: geen", "left empty on purpose: geen"),
        ("from", {"party": "Z"}, "van Z", "from Z"),
        ("person", {"n": 3}, "persoon 3", "person 3"),
        ("all_goals", {"n": 8}, "alle 8 doelen", "all 8 goals"),
        ("all_parties", {"n": 8}, "alle 8 partijen", "all 8 parties"),
        ("confirmed", {"party": "X", "date": "2026"}, "Bevestigd door X, 2026.", "Confirmed by X, 2026."),
        ("and_more", {"n": 0}, "en nog 0", "and 0 more"),
        ("span", {"start": "1", "end": "2"}, "1 t/m 2", "1 to 2"),
        ("through", {"end": "2"}, "t/m 2", "to 2"),
        ("since", {"start": "1"}, "vanaf 1", "from 1"),
        ("share", {"pct": "12,5"}, "12,5%", "12,5%"),
        ("from_to", {"a": 1, "b": 2, "unit": "km"}, "van 1 naar 2 km", "from 1 to 2 km"),
        ("between", {"a": 1, "b": 2, "unit": "km"}, "tussen 1 en 2 km", "between 1 and 2 km"),
        ("answered", {"n": 4}, "beantwoord: 4", "answered: 4"),
        ("blocked", {"n": 4}, "knelpunten: 4", "blocked: 4"),
        ("rows_more", {"n": 7}, "… en nog 7", "… and 7 more"),
        ("as_of", {"date": "1 mei"}, "Peildatum 1 mei", "As of 1 mei"),
        ("map_more", {"n": 2}, "Niet getekend: 2 samenwerkingen.", "Not drawn: 2 collaborations."),
        ("missing_dots", {"parties": "A"}, "Nog geen plek van: A.", "No place yet from: A."),
    ],
)
def test_what_is_said(key: str, values: dict[str, object], nl: str, en: str) -> None:
    assert say(key, "nl", **values) == nl
    assert say(key, "en", **values) == en


@pytest.mark.parametrize("name", ["{party}", "{0}", "{", "}}", "{party.__class__}", "%s", "\\n"])
def test_braces_in_a_name_are_not_filled_in(name: str) -> None:
    assert say("lead", "nl", party=name) == f"trekker: {name}"


def test_unknown_words_and_missing_values_are_told() -> None:
    with pytest.raises(KeyError, match="bestaat-niet"):
        say("bestaat-niet", "nl")
    with pytest.raises(KeyError, match="total"):
        say("agreed_some", "nl", date="x", n=1)


@pytest.mark.parametrize("of", _lists(), ids=lambda each: each.__name__)
def test_every_closed_value_has_a_word_in_both_languages(of: type[ClosedList]) -> None:
    for language in LANGUAGES:
        labels = [each.label(language) for each in of]
        assert all(label and label == label.strip() for label in labels)
        assert len(set(labels)) == len(labels), "two values read the same"
        assert not any("_" in label for label in labels)


@pytest.mark.parametrize("gear", list(Gear))
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_gear_has_a_question(gear: Gear, language: Language) -> None:
    said = say(f"q_{gear.value}", language)
    assert said.endswith("?") and gear.value.casefold() in said.casefold()


@pytest.mark.parametrize("direction", list(Direction))
def test_every_direction_has_words(direction: Direction) -> None:
    assert {"b", "unit"} <= _blanks(_WORDS[direction.value].nl)


@pytest.mark.parametrize("of", [CanvasTopic, Form, Gear, GoalKind, OrganizationKind, Severity])
def test_labels_are_no_codes(of: type[ClosedList]) -> None:
    for each in of:
        assert "<" not in each.label("nl") + each.label("en")
        assert not re.search(r"[A-Z]{3}\d{3}", each.label("nl") + each.label("en"))


@pytest.mark.parametrize(
    ("number", "nl", "short_nl", "en", "short_en"),
    [
        (1, "januari", "jan", "January", "Jan"),
        (2, "februari", "feb", "February", "Feb"),
        (3, "maart", "mrt", "March", "Mar"),
        (4, "april", "apr", "April", "Apr"),
        (5, "mei", "mei", "May", "May"),
        (6, "juni", "jun", "June", "Jun"),
        (7, "juli", "jul", "July", "Jul"),
        (8, "augustus", "aug", "August", "Aug"),
        (9, "september", "sep", "September", "Sep"),
        (10, "oktober", "okt", "October", "Oct"),
        (11, "november", "nov", "November", "Nov"),
        (12, "december", "dec", "December", "Dec"),
    ],
)
def test_months(number: int, nl: str, short_nl: str, en: str, short_en: str) -> None:
    assert [month(number, "nl"), month(number, "nl", short=True)] == [nl, short_nl]
    assert [month(number, "en"), month(number, "en", short=True)] == [en, short_en]


def test_there_is_no_thirteenth_month() -> None:
    with pytest.raises(IndexError):
        month(13, "nl")
