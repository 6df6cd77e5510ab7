"""House style of every Dutch text that is shipped: the words of the field, and nothing that reads badly."""

import json
import re
from importlib.resources import files

import pytest

from samenwerking.vocabulary.data import READING

# Tables of the reading that hold no words of their own.
WORDLESS = ("fits", "capabilities")
TABLES = {
    f"{package}/{name}": json.loads(files("samenwerking").joinpath(package, "data", name).read_text("utf-8"))
    for package, names in {
        "vocabulary": [
            "closed.json",
            "codes.json",
            "terms.json",
            "fields.json",
            *(f"reading/{table.replace('_', '-')}.json" for table in READING if table not in WORDLESS),
        ],
        "report": ["messages.json"],
        "rules": [
            "engine.json",
            "kan.json",
            "step_back.json",
            "klopt.json",
            "language.json",
            "levert.json",
            "membership.json",
            "werkt.json",
            "why.json",
        ],
    }.items()
    for name in names
}
# Words that both languages have.
SAME = """
    bank; canvas; code; commitment; commitments; consensus; contract; green deal; indicator; instrument;
    mediation; monitoring; partner; partners; pledge; polder; sector; supporter; supporters; type; water;
    batna
"""
SAME_IN_BOTH = {word.strip() for word in SAME.split(";")}


def pairs(value, place):
    if isinstance(value, dict):
        for key, text in value.items():
            if re.fullmatch(r"(\w+_)?nl", key) and isinstance(text, str) and f"{key[:-2]}en" in value:
                yield f"{place}/{key}", text, value[f"{key[:-2]}en"]
            yield from pairs(text, f"{place}/{key}")
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from pairs(item, f"{place}/{position}")


PAIRS = [pair for name, table in TABLES.items() for pair in pairs(table, name)]
DUTCH = [(place, nl) for place, nl, _ in PAIRS]
SENTENCES = [
    (place, nl, en)
    for place, nl, en in PAIRS
    if (
        "definition_nl" in place.split("/")
        or "/question/nl" in place
        or "/hints/" in place
        or "/hint/nl" in place
        or place.startswith(("report/", "rules/"))
    )
    and not place.startswith("vocabulary/fields")
    and not place.endswith("values/question/nl")
]


def breaking(pattern, texts=None):
    return [(place, nl) for place, nl in (texts or DUTCH) if re.search(pattern, nl)]


def test_enough_texts_are_looked_at():
    assert len(PAIRS) > 1000
    assert len(SENTENCES) > 400
    assert all(any(place.startswith(name) for place, _, _ in PAIRS) for name in TABLES)


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?i)\bsoorten? samenwerking",
        r"(?i)\bsoort\b",
        r"(?i)vastlegging",
        r"(?i)partij\(en\)",
        r"\(en\)|\(s\)|\(e\)",
        r"  ",
        r"^\s|\s$",
        r"\s[,.;:?!](\s|$)",
        r"[,;:?!]{2}",
        r"(?<!\.)\.\.(?!\.)",
        r"\t|\n",
        r"(?i)\bstakeholders?\b(?!')",
        r"(?i)\be-?mail(en)? mij\b",
        r"(?i)\bde de\b|\bhet het\b|\been een\b|\bvan van\b|\bin in\b",
        r"(?i)\bdezelfde als\b",
    ],
)
def test_no_dutch_text_has(pattern):
    assert breaking(pattern) == []


def test_internal_control_is_always_explained():
    bare = r"(?i)interne controle(?! \(baas in eigen huis\))"
    assert breaking(bare) == []
    assert len(breaking(r"(?i)interne controle \(baas in eigen huis\)")) >= 3


def test_brackets_and_quotation_marks_come_in_pairs():
    for place, nl, en in PAIRS:
        for text in (nl, en):
            assert text.count("(") == text.count(")"), place
            assert text.count("{") == text.count("}"), place


def test_both_languages_fill_in_the_same_values():
    for place, nl, en in PAIRS:
        found = [set(re.findall(r"\{(\w+)\}", text)) for text in (nl, en)]
        assert found[0] == found[1], place


def test_sentences_end_and_begin_as_sentences():
    for place, nl, en in SENTENCES:
        for text in (nl, en):
            assert text[-1] in ".?!" or "SAM002" in place, (place, text)  # a list follows
            assert text[0].isupper() or text[0] in "'{0123456789" or not text[0].isalpha(), (place, text)


def test_a_question_is_a_question_in_both_languages():
    for place, nl, en in SENTENCES:
        assert nl.endswith("?") == en.endswith("?"), place


def test_questions_of_the_canvas_ask():
    asked = [nl for place, nl, _ in SENTENCES if "/question/nl" in place]
    assert len(asked) > 50
    assert [nl for nl in asked if "?" not in nl and not nl.endswith(".")] == []
    assert sum("?" in nl for nl in asked) > 0.9 * len(asked)


def test_labels_are_no_sentences():
    for place, nl, en in PAIRS:
        if place.startswith(("vocabulary/codes", "vocabulary/terms")) and place.endswith("/nl"):
            assert nl[-1] not in ".?!;:", place
            assert en[-1] not in ".?!;:", place


def test_what_is_equal_in_both_languages_is_a_word_of_both():
    equal = {nl.lower() for _, nl, en in PAIRS if nl == en}
    assert equal - SAME_IN_BOTH == set()


def test_no_language_is_left_empty():
    assert [place for place, nl, en in PAIRS if not nl.strip() or not en.strip()] == []


def test_no_dutch_text_is_english_by_mistake():
    assert breaking(r"\b(the|and|which|should|must|does|your)\b") == []


def test_no_english_text_is_dutch_by_mistake():
    found = [(place, en) for place, _, en in PAIRS if re.search(r"\b(het|een|wordt|niet|zijn|voor)\b", en)]
    assert found == []
