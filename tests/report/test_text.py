"""The report as text, to the letter: empty, with places, names, notes and sheets."""

from datetime import date

import pytest

from samenwerking.report import Finding, Report, enumerate_words
from samenwerking.report.wording import letters
from samenwerking.vocabulary import Bilingual, FindingKind, Gear, Severity

TEMPLATE = Bilingual("Er is iets met {x}.", "Something is up with {x}.")


def found(code="KAN101", severity=Severity.ERROR, **values):
    return Finding(
        **(
            {"code": code, "name": "n", "template": TEMPLATE, "severity": severity, "params": {"x": "y"}}
            | values
        )
    )


def text(*items, language="nl", **more):
    return Report(items=list(items), **more).text(language)


def test_nothing_found():
    assert text() == "Niets gevonden."
    assert text(language="en") == "Nothing found."
    assert text(as_of=date(2026, 3, 1)) == "Peildatum: 2026-03-01.\nNiets gevonden."


@pytest.mark.parametrize(
    ("values", "where"),
    [
        ({"line": 7, "column": 3}, "regel 7, kolom 3"),
        ({"line": 1, "column": 1, "sheet": "Doelen"}, "blad Doelen, rij 1, kolom A"),
        ({"line": 99, "column": 27, "sheet": "Partijen"}, "blad Partijen, rij 99, kolom AA"),
        ({"pointer": "/goals/0/id"}, "/goals/0/id"),
    ],
)
def test_the_place_of_a_finding(values, where):
    assert text(found(**values)) == (
        f"Het bestand\n    knelpunt KAN101: Er is iets met y. ({where})\n\nSamen: knelpunten (1)."
    )


def test_the_place_in_english():
    shown = text(found(line=2, column=2, sheet="Goals"), language="en")
    assert shown == (
        "The file\n    error KAN101: Something is up with y. (sheet Goals, row 2, column B)\n\n"
        "In all: errors (1)."
    )


@pytest.mark.parametrize(
    ("column", "name"),
    [
        (1, "A"),
        (2, "B"),
        (26, "Z"),
        (27, "AA"),
        (52, "AZ"),
        (53, "BA"),
        (702, "ZZ"),
        (703, "AAA"),
        (16384, "XFD"),
        (None, ""),
    ],
)
def test_columns_are_named_as_spreadsheets_do(column, name):
    assert letters(column) == name


def test_the_heaviest_comes_first_under_the_name_of_the_record():
    shown = text(
        found(code="KAN109", severity=Severity.ADVICE, subject="k", subject_name="Polder", gear=Gear.KAN),
        found(code="KAN101", subject="k", subject_name="Polder", gear=Gear.KAN),
        found(code="KAN102", severity=Severity.WARNING, subject="k", gear=Gear.KAN),
    )
    assert shown.splitlines()[:2] == ["Kan", "  Polder (k)"]
    assert [line.split()[1] for line in shown.splitlines() if line.startswith("    ")] == [
        "KAN101:",
        "KAN102:",
        "KAN109:",
    ]


def test_the_document_comes_first_and_gears_follow_their_order():
    shown = text(
        found(gear=Gear.LEVERT, subject="k"),
        found(gear=Gear.KAN, subject="k"),
        found(),
    )
    heads = [line for line in shown.splitlines() if line and not line.startswith(" ")]
    assert heads == ["Het bestand", "Kan", "Levert", "Samen: knelpunten (3)."]


def test_a_hint_stands_under_its_finding():
    shown = text(found(hint_template=Bilingual("Kijk naar {x}.", "Look at {x}."), subject="k"))
    assert shown.splitlines()[1:4] == ["  k", "    knelpunt KAN101: Er is iets met y.", "      Kijk naar y."]


def test_notes_that_say_the_same_are_told_once_with_their_names():
    notes = [
        found(severity=Severity.NOTE, kind=FindingKind.NOTE, subject=id_, subject_name=name)
        for id_, name in (("a", "Alfa"), ("b", ""), ("c", "Gamma"))
    ]
    shown = text(*notes).splitlines()
    start = shown.index("Ter informatie")
    assert shown[start : start + 5] == [
        "Ter informatie",
        "  Er is iets met y.",
        "    - Alfa",
        "    - b",
        "    - Gamma",
    ]


@pytest.mark.parametrize(
    ("count", "end"),
    [
        (1, "n0"),
        (2, "n0 en n1"),
        (10, "n8 en n9"),
        (11, "n9 en n10"),
        (12, "n9 en nog 2"),
        (40, "n9 en nog 30"),
    ],
)
def test_many_names_are_cut_off_after_ten(count, end):
    message = found(params={"x": tuple(f"n{i}" for i in range(count))}).message("nl")
    assert message.endswith(f" {end}.")
    assert message.count("n1,") <= 1


@pytest.mark.parametrize(
    ("words", "nl", "en"),
    [
        ([], "", ""),
        (["A"], "A", "A"),
        (["A", "B"], "A en B", "A and B"),
        (["A", "B", "C"], "A, B en C", "A, B and C"),
    ],
)
def test_words_are_joined_the_way_people_do(words, nl, en):
    assert (enumerate_words(words, "nl"), enumerate_words(words, "en")) == (nl, en)


def test_a_long_value_is_cut_and_a_broken_one_is_mended():
    assert found(params={"x": "a" * 81}).message("nl") == f"Er is iets met {'a' * 79}…."
    assert found(params={"x": "a" * 80}).message("nl") == f"Er is iets met {'a' * 80}."
    assert found(params={"x": "a\n b"}).message("nl") == "Er is iets met a b."
    assert found(params={"x": "\ud800"}).message("nl") == "Er is iets met ?."
