"""How a report reads in every shape: groups, headings and works."""

import pytest
from hypothesis import given, settings
from report_cases import LANGUAGES, REPORTS, finding

from samenwerking.report.wording import credit, kind_label, per_gear, per_record, told_once, works
from samenwerking.vocabulary import FindingKind, Gear, Mark, Severity, bibliography


@settings(max_examples=50, deadline=None)
@given(REPORTS)
def test_groups_hold_everything_once_heaviest_first(report):
    held = list(per_gear(report, "nl"))
    labels = [gear.label("nl") for gear in Gear]
    assert [name for name, _ in held] == [name for name in ("Het bestand", *labels) if name in dict(held)]
    found = [each for _, records in held for _, group in records for each in group]
    assert sorted(map(id, found)) == sorted(map(id, report))
    order = list(Severity)
    for _, records in held:
        for _, group in records:
            weights = [order.index(each.severity) for each in group]
            assert weights == sorted(weights)
            assert len({(each.file, each.subject) for each in group}) == 1


@pytest.mark.parametrize(
    ("place", "heading"),
    [
        ({}, ""),
        ({"subject": "g"}, "g"),
        ({"subject": "g", "subject_name": "Doel"}, "Doel (g)"),
        ({"file": "a.yaml"}, "a.yaml"),
        ({"file": "a.yaml", "subject": "g"}, "a.yaml – g"),
        ({"subject_name": "Doel"}, ""),
    ],
)
def test_headings(place, heading):
    ((shown, _),) = per_record([finding(**place)])
    assert shown == heading


def test_what_is_about_nothing_comes_first():
    assert [name for name, _ in per_record([finding(subject="g"), finding()])] == ["", "g"]


def test_told_once_names_what_it_is_about_in_order():
    told = [finding(subject=each) for each in "ba"] + [finding(pointer="/x"), finding()]
    assert told_once(told, "en") == {"This is SAM201.": ["b", "a", "/x"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_for_what_a_finding_is(language):
    for severity in Severity:
        assert kind_label(finding(severity=severity), language) == severity.label(language)
    for kind in (FindingKind.QUESTION, FindingKind.NOTE):
        assert kind_label(finding(kind=kind), language) == kind.label(language)


def test_works_stand_by_key_and_an_unknown_one_by_its_own_name():
    found = works([finding(references=("SEED", "eigen")), finding(references=("RACI", "SEED"))])
    assert [work.key for work in found] == ["RACI", "SEED", "eigen"]
    assert (found[0], found[2].title) == (bibliography()["RACI"], "eigen")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_credit_names_the_marks_and_claims_no_approval(language):
    said = credit(language)
    assert all(mark.label(language) in said for mark in (Mark.SEED, Mark.READING, Mark.OWN))
    assert ("niet door de makers goedgekeurd" if language == "nl" else "not approved by its makers") in said
