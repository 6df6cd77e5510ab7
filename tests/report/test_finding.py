"""One finding: its texts, its values and what makes it the same finding."""

from decimal import Decimal

import attrs
import pytest
from hypothesis import given, strategies as st

from samenwerking.report import Finding, enumerate_words, shorten
from samenwerking.vocabulary import Bilingual, FindingKind, Severity

GOAL = Bilingual("doel", "goal")


def finding(**more):
    values = {
        "code": "KAN101",
        "name": "a-name",
        "template": Bilingual("Er is {n} {thing}.", "There is {n} {thing}."),
        "severity": "error",
        "params": {"n": 1, "thing": GOAL},
    }
    return Finding(**(values | more))


@pytest.mark.parametrize(
    ("words", "nl", "en"),
    [
        ([], "", ""),
        (["A"], "A", "A"),
        (["A", "B"], "A en B", "A and B"),
        (["A", "B", "C"], "A, B en C", "A, B and C"),
    ],
)
def test_words_are_joined_the_way_people_say_them(words, nl, en):
    assert enumerate_words(words, "nl") == nl
    assert enumerate_words(iter(words), "en") == en


@given(st.text())
def test_a_quoted_value_is_one_short_line(text):
    short = shorten(text)
    assert len(short) <= 80
    assert "\n" not in short
    assert shorten(short) == short


def test_a_value_that_was_cut_shows_it():
    assert shorten("a" * 81) == "a" * 79 + "…"
    assert shorten("a" * 80) == "a" * 80


def test_a_message_is_in_the_language_asked_for_with_its_values_in_that_language():
    assert finding().message() == finding().message("nl") == "Er is 1 doel."
    assert finding().message("en") == "There is 1 goal."


def test_a_list_of_values_and_a_decimal_are_written_out():
    one = finding(params={"n": Decimal("0.5"), "thing": (GOAL, "x")})
    assert one.message("nl") == "Er is 0.5 doel en x."
    assert one.message("en") == "There is 0.5 goal and x."


def test_braces_in_a_value_are_no_placeholders():
    assert finding(params={"n": 1, "thing": "{n}"}).message() == "Er is 1 {n}."


def test_a_hint_is_filled_in_or_absent():
    hint = Bilingual("Kies {thing}.", "Choose {thing}.")
    assert finding(hint_template=hint).hint("en") == "Choose goal."
    assert finding().hint() is None


@pytest.mark.parametrize("ask", [Finding.message, Finding.hint])
def test_another_language_is_refused(ask):
    with pytest.raises(ValueError, match="unknown language 'de'"):
        ask(finding(hint_template=GOAL), "de")


def test_severity_and_kind_may_be_given_as_text():
    one = finding(kind="question")
    assert one.severity is Severity.ERROR
    assert one.kind is FindingKind.QUESTION
    with pytest.raises(ValueError, match="eror"):
        finding(severity="eror")


def test_a_finding_can_be_changed_into_another_and_is_compared_by_value():
    moved = attrs.evolve(finding(), line=3, column=1)
    assert moved.params == finding().params == {"n": 1, "thing": GOAL}
    assert moved != finding()
    assert attrs.evolve(moved, line=None, column=None) == finding()
    assert hash(attrs.evolve(moved, line=None, column=None)) == hash(finding())


def test_changing_the_values_handed_out_changes_nothing():
    one = finding()
    one.params["n"] = 2
    assert one.params["n"] == 1


@pytest.mark.parametrize(
    "moved",
    [
        {"pointer": "/goals/7/indicators/12/target"},
        {"line": 9, "column": 4},
        {"file": "other.json"},
        {"subject_name": "Another name"},
        {"params": {"n": 1, "thing": ("/goals/5", "/goals/6")}},
    ],
)
@pytest.mark.parametrize("subject", [None, "g"])
def test_the_fingerprint_does_not_change_when_a_document_is_put_in_another_order(moved, subject):
    place = {
        "subject": subject,
        "pointer": "/goals/0/indicators/3/target",
        "params": {"n": 1, "thing": ("/goals/0", "/goals/1")},
    }
    assert finding(**place).fingerprint == finding(**(place | moved)).fingerprint


@pytest.mark.parametrize(
    "other",
    [
        {"code": "KAN102"},
        {"subject": "h"},
        {"pointer": "/goals/0/lead"},
        {"field": "lead"},
        {"params": {"n": 2, "thing": GOAL}},
        {"params": {"n": 1, "thing": "km/2"}},
    ],
)
def test_the_fingerprint_tells_other_findings_apart(other):
    place = {"subject": "g", "pointer": "/goals/0/name", "params": {"n": 1, "thing": "km/1"}}
    assert finding(**place).fingerprint != finding(**(place | other)).fingerprint
