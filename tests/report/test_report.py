"""The report: what it counts, how it is narrowed down, and the shapes in which it is shown."""

import copy
import datetime
import json
import pickle

import attrs
import pytest
from hypothesis import given, strategies as st

from samenwerking.report import REPORT_SCHEMA, Finding, Report, ReportError
from samenwerking.vocabulary import Bilingual, FindingKind, Gear, Mark, Outcome, Respondent, Severity


def finding(code="SAM201", severity="error", **more):
    template = Bilingual(f"Dit is {code}.", f"This is {code}.")
    return Finding(code=code, name=code.lower(), template=template, severity=severity, **more)


ERROR = finding(subject="g", subject_name="Doel", pointer="/goals/0/lead", field="lead")
WARNING = finding(
    "KAN101", "warning", gear=Gear.KAN, subject="c", hint_template=Bilingual("Vraag het.", "Ask.")
)
ADVICE = finding("KLO201", "advice", gear=Gear.KLOPT, subject="c", subject_name="Polder", marks=(Mark.SEED,))
QUESTION = finding("KAN102", "error", kind="question", gear=Gear.KAN, asks=Respondent.PARTY)
NOTE = finding("SAM801", "note", kind="note", file="a.yaml", line=3, column=2)
CELL = finding("SAM111", "error", file="a.xlsx", sheet="Doelen", line=4, column=1)
OUTCOMES = {
    Outcome.PASSED: 3,
    Outcome.FAILED: 1,
    Outcome.UNKNOWN: 4,
    Outcome.NOT_APPLICABLE: 9,
    Outcome.OPEN: 0,
}
FULL = Report(
    items=[WARNING, ERROR, QUESTION, NOTE, ADVICE, CELL],
    outcomes=OUTCOMES,
    records=(("organizations", 2), ("goals", 0)),
    as_of=datetime.date(2026, 3, 1),
)
FINDINGS = st.lists(
    st.builds(
        finding,
        code=st.sampled_from(["SAM201", "SAM202", "KAN101"]),
        severity=st.sampled_from(Severity),
        kind=st.sampled_from(FindingKind),
        gear=st.none() | st.sampled_from(Gear),
        subject=st.none() | st.sampled_from("abc"),
    ),
    max_size=8,
)
REPORTS = st.builds(
    Report, items=FINDINGS, outcomes=st.dictionaries(st.sampled_from(Outcome), st.integers(0, 9))
)


@given(REPORTS)
def test_every_item_is_a_finding_a_question_or_a_note(report):
    parts = (*report.findings, *report.questions, *report.notes)
    assert sorted(map(id, parts)) == sorted(map(id, report))
    assert len(report) == len(report.items) == len(parts)


@given(REPORTS)
def test_a_report_is_ok_without_errors_whatever_the_questions(report):
    naive = [f for f in report if f.kind == "finding" and f.severity == "error"]
    assert report.errors == tuple(naive)
    assert report.ok == (not naive)
    assert report.counts[Severity.ERROR] == len(naive)
    assert sum(report.counts.values()) == len(report.findings)
    assert list(report.counts) == list(Severity)


def test_an_open_question_is_no_error():
    assert Report(items=[QUESTION]).ok
    assert not Report(items=[CELL]).ok


def test_coverage_is_the_share_that_could_be_judged():
    assert FULL.coverage == 0.5
    assert Report().coverage is None
    assert Report(outcomes={Outcome.NOT_APPLICABLE: 5}).coverage is None
    assert Report(outcomes={Outcome.OPEN: 5}).coverage == 0.0


def test_outcomes_that_never_came_are_left_out_and_stand_in_a_fixed_order():
    assert FULL.outcomes == {key: n for key, n in OUTCOMES.items() if n}
    turned = Report(outcomes=dict(reversed(OUTCOMES.items())))
    assert list(turned.outcomes) == list(FULL.outcomes)


@given(
    REPORTS,
    st.sampled_from(Severity),
    st.sampled_from(Gear),
    st.sampled_from("abc"),
    st.sampled_from(FindingKind),
)
def test_filtering_keeps_what_meets_every_condition(report, severity, gear, subject, kind):
    left = report.filter(
        lambda f: f.name != "sam202",
        code="SAM",
        severity=severity.value,
        gear=gear,
        subject=subject,
        kind=kind,
    )
    assert left.items == tuple(
        f
        for f in report
        if f.code == "SAM201" and (f.severity, f.gear, f.subject, f.kind) == (severity, gear, subject, kind)
    )
    assert left.outcomes == report.outcomes
    assert report.filter() == report


@pytest.mark.parametrize("wrong", [{"severity": "eror"}, {"gear": "kn"}, {"kind": "vraag"}])
def test_filtering_on_a_value_that_does_not_exist_is_refused(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong.values()))):
        FULL.filter(**wrong)


@given(REPORTS)
def test_groups_hold_everything_once_and_in_order(report):
    by_gear, by_subject = report.by_gear(), report.by_subject()
    assert list(by_gear) == [gear for gear in (None, *Gear) if any(f.gear is gear for f in report)]
    assert list(by_subject) == list(dict.fromkeys(f.subject for f in report))
    for key, group in by_gear.items():
        assert group == tuple(f for f in report if f.gear is key)
    for subject, group in by_subject.items():
        assert group == tuple(f for f in report if f.subject == subject)


@given(REPORTS, REPORTS)
def test_adding_reports_keeps_all_findings_and_adds_the_outcomes(first, second):
    both = first + second
    assert both.items == first.items + second.items
    for outcome in Outcome:
        assert both.outcomes.get(outcome, 0) == first.outcomes.get(outcome, 0) + second.outcomes.get(
            outcome, 0
        )
    assert first + Report() == first


def test_adding_keeps_the_records_and_the_day_of_whichever_has_them():
    assert (Report() + FULL).records == FULL.records
    assert (Report() + FULL).as_of == FULL.as_of
    later = attrs.evolve(FULL, as_of=datetime.date(2027, 1, 1), records=(("goals", 9),))
    assert ((FULL + later).as_of, (FULL + later).records) == (FULL.as_of, FULL.records)


def test_raising_for_a_severity_counts_that_one_and_heavier_ones():
    Report(items=[WARNING, QUESTION, NOTE]).raise_for()
    with pytest.raises(ReportError) as caught:
        Report(items=[WARNING, ADVICE]).raise_for("warning")
    assert caught.value.findings == (WARNING,)
    assert str(caught.value) == "1 findings:\nKAN101 : This is KAN101."
    with pytest.raises(ValueError, match="eror"):
        FULL.raise_for("eror")


def test_an_error_shows_five_findings_and_says_how_many_more():
    with pytest.raises(ReportError) as caught:
        Report(items=[ERROR] * 7).raise_for()
    assert str(caught.value).splitlines()[1:] == ["SAM201 /goals/0/lead: This is SAM201."] * 5 + [
        "... and 2 more"
    ]
    back = pickle.loads(pickle.dumps(caught.value))
    assert (back.report, str(back)) == (caught.value.report, str(caught.value))


TEXTS = {
    "nl": """\
Bekeken: organisaties (2).
Nagegaan: 3 keer in orde, 1 keer niet.
Nog te weinig bekend om te oordelen: 4.
Peildatum: 2026-03-01.

Het bestand
  Doel (g)
    knelpunt SAM201: Dit is SAM201.
  a.xlsx
    knelpunt SAM111: Dit is SAM111. (blad Doelen, rij 4, kolom A)

Kan
    open vraag KAN102: Dit is KAN102.
  c
    aandachtspunt KAN101: Dit is KAN101.
      Vraag het.

Klopt
  Polder (c)
    tip KLO201: Dit is KLO201.

Ter informatie
  Dit is SAM801.

Samen: knelpunten (2), aandachtspunten (1) en tips (1).""",
    "en": """\
Looked at: organizations (2).
Checked: 3 times fine, 1 times not.
Too little is known yet to judge: 4.
As of: 2026-03-01.

The file
  Doel (g)
    error SAM201: This is SAM201.
  a.xlsx
    error SAM111: This is SAM111. (sheet Doelen, row 4, column A)

Can it (kan)
    open question KAN102: This is KAN102.
  c
    warning KAN101: This is KAN101.
      Ask.

Is it right (klopt)
  Polder (c)
    advice KLO201: This is KLO201.

For information
  This is SAM801.

In all: errors (2), warnings (1) and advice (1).""",
}


@pytest.mark.parametrize("language", TEXTS)
def test_the_text_opens_with_what_could_be_judged_and_groups_by_gear_and_subject(language):
    assert FULL.text(language) == TEXTS[language]


@given(REPORTS, st.sampled_from(["nl", "en"]))
def test_the_text_tells_every_finding(report, language):
    text = report.text(language)
    for item in report:
        assert (
            item.message(language) if item.kind == "note" else f"{item.code}: {item.message(language)}"
        ) in text
    assert text == text.strip()


def test_notes_that_say_the_same_are_told_once_with_what_they_are_about():
    notes = [
        finding("SAM801", "note", kind="note", subject=id_, subject_name=name)
        for id_, name in [("a", "A"), ("b", "")]
    ]
    assert Report(items=[*notes, NOTE]).text("en").splitlines() == [
        "For information",
        "  This is SAM801.",
        "    - A",
        "    - b",
    ]


def test_a_report_without_findings_says_so():
    assert Report().text("nl") == "Niets gevonden."
    assert Report(outcomes={Outcome.LATER: 2}).text("en") == "Comes later: 2.\nNothing found."
    assert Report(items=[QUESTION], records=(("goals", 0),)).text("en").endswith("This is KAN102.")


@pytest.mark.parametrize("show", [Report.text, Report.to_dict, Report.to_json, Report.to_rows])
def test_another_language_is_refused(show):
    with pytest.raises(ValueError, match="unknown language"):
        show(FULL, "de")


@given(REPORTS, st.sampled_from(["nl", "en"]))
def test_json_holds_what_the_dictionary_holds(report, language):
    text = report.to_json(language)
    assert json.loads(text) == report.to_dict(language)
    assert text.endswith("}\n")
    assert report.to_dict(language)["findings"] == report.to_rows(language)
    keys = {tuple(row) for row in report.to_rows(language)}
    assert len(keys) <= 1


def test_the_dictionary_carries_the_counts_and_its_own_schema_number():
    data = FULL.to_dict("en")
    assert data["report_schema"] == REPORT_SCHEMA
    assert (data["language"], data["as_of"], data["ok"], data["coverage"]) == ("en", "2026-03-01", False, 0.5)
    assert data["counts"] == {"error": 2, "warning": 1, "advice": 1, "note": 0}
    assert data["outcomes"] == {"passed": 3, "failed": 1, "unknown": 4, "not-applicable": 9}
    assert data["records"] == {"organizations": 2, "goals": 0}
    assert Report().to_dict()["as_of"] is None


def test_a_row_tells_where_what_and_who():
    (row,) = Report(items=[attrs.evolve(QUESTION, marks=(Mark.SEED,), references=("DP627",))]).to_rows("en")
    assert row["asks"] == "party"
    assert (row["kind"], row["severity"], row["gear"]) == ("question", "error", "kan")
    assert (row["marks"], row["references"]) == (["seed"], ["DP627"])
    assert row["message"] == "This is KAN102."
    assert row["fingerprint"] == QUESTION.fingerprint


def test_a_report_is_frozen_compared_by_value_and_can_be_copied():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        FULL.as_of = None
    assert copy.deepcopy(FULL) == FULL == pickle.loads(pickle.dumps(FULL))
    assert hash(copy.copy(FULL)) == hash(FULL)
    assert list(FULL) == list(FULL.items)
