"""The report as a page: what it opens with, for whom the questions are, and that anyone can read it."""

import re

import attrs
import pytest
from display_cases import AS_OF, TRAP, full_case, parsed, texts, trapped

from samenwerking.display import report as page_of
from samenwerking.io import example, example_names
from samenwerking.report import Finding, Report
from samenwerking.rules import validate
from samenwerking.vocabulary import (
    Bilingual,
    FindingKind,
    Gear,
    Language,
    Mark,
    Outcome,
    Respondent,
    Severity,
)

LANGUAGES: tuple[Language, ...] = ("nl", "en")


def finding(code: str = "KAN101", severity: str = "error", **more: object) -> Finding:
    template = Bilingual(f"Dit is {code}.", f"This is {code}.")
    return Finding(**({"code": code, "name": "n", "template": template, "severity": severity} | more))  # type: ignore[arg-type]


def page(report: Report, language: Language = "nl", title: str = "") -> str:
    return page_of(report, title=title, language=language).html or ""


def said(report: Report, language: Language = "nl", title: str = "") -> str:
    return "\n".join(texts(page(report, language, title)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(example_names()))
def test_everything_in_a_report_stands_on_its_page(name: str, language: Language) -> None:
    report = validate(example(name), as_of=AS_OF)
    held = texts(page(report, language, name))
    for item in report:
        assert item.message(language) in held
        hint = item.hint(language)
        assert hint is None or hint in held
    assert len(list(parsed(page(report, language)).iter("tr"))) == 1 + len(report) - len(report.notes)


def test_it_opens_with_what_could_be_judged_unknown_included() -> None:
    counts = {Outcome.PASSED: 3, Outcome.FAILED: 1, Outcome.OPEN: 2}
    report = Report(outcomes=counts, records=(("goals", 2), ("areas", 0)), as_of=AS_OF)
    lines = said(report, title="a.yaml").splitlines()
    assert lines[:4] == [
        "Verslag · concept, hieraan kunnen geen rechten worden ontleend",
        "a.yaml",
        "Bekeken: doelen (2).",
        "Peildatum 1 juni 2026.",
    ]
    assert lines[4:12] == ["3", "in orde", "1", "te bespreken", "2", "nog open", "0", "onbekend"]


def test_questions_come_first_and_for_whom() -> None:
    asked = [finding("KAN102", kind="question", asks=who) for who in reversed(Respondent)]
    whole = said(Report(items=[finding("KLO201"), *asked, finding("KAN103", kind="question")]))
    places = [whole.index(f"Wie antwoordt: {who.label('nl')}") for who in Respondent]
    assert places == sorted(places)
    assert places[-1] < whole.index("Wie antwoordt: onbekend") < whole.index("Wat opvalt")
    assert whole.index("Open vragen") < places[0]


def test_a_question_says_about_what_in_which_gear_where_from_where_and_its_code() -> None:
    question = finding(
        "KAN102",
        kind="question",
        gear=Gear.KAN,
        subject="c",
        subject_name="Polder",
        line=4,
        column=2,
        marks=(Mark.READING, Mark.THEORY),
    )
    assert "Polder · Kan · regel 4, kolom 2 · onze lezing en literatuur · KAN102" in said(
        Report(items=[question])
    )


def test_findings_stand_per_gear_and_record_heaviest_first() -> None:
    items = [
        finding("KLO201", "advice", gear=Gear.KLOPT, subject="c", subject_name="Polder"),
        finding("KLO202", "error", gear=Gear.KLOPT, subject="c", asks=Respondent.DIRECTOR),
        finding("KAN101", "warning", gear=Gear.KAN, subject="d"),
        finding("SAM201", "note"),
    ]
    whole = said(Report(items=items))
    order = ["Het bestand", "SAM201", "\nKan\n", "\nd\n", "KAN101", "Klopt", "Polder (c)", "KLO202", "KLO201"]
    places = [whole.index(each) for each in order]
    assert places == sorted(places)
    assert "voor de regisseur · KLO202" in whole


@pytest.mark.parametrize("severity", list(Severity))
@pytest.mark.parametrize("language", LANGUAGES)
def test_weight_is_a_word_and_a_sign_never_a_colour(severity: Severity, language: Language) -> None:
    held = texts(page(Report(items=[finding(severity=severity)]), language))
    place = held.index(severity.label(language))
    assert held[place - 1] in "■▲○–"


def test_signs_differ() -> None:
    root = parsed(
        page(Report(items=[*(finding(severity=each) for each in Severity), finding(kind="question")]))
    )
    signs = [each for each in root.iter("span") if each.attrib.get("class") == "sign"]
    assert len({each.text for each in signs}) == len(signs) == 5
    assert {each.attrib["aria-hidden"] for each in signs} == {"true"}


def test_notices_are_told_once_and_what_is_gone_last() -> None:
    notes = [finding("SAM002", "note", kind="note", subject=each, subject_name=each.upper()) for each in "ab"]
    whole = said(Report(items=notes, gone=[finding("WER301", subject="d")]))
    assert whole.count("Dit is SAM002.") == 1
    assert whole.index("Ter informatie") < whole.index("A\nB") < whole.index("Niet meer gevonden")
    assert whole.index("Niet meer gevonden") < whole.index("Dit is WER301.\nd")


def test_marks_and_works_are_explained_where_used() -> None:
    whole = said(Report(items=[finding(marks=(Mark.SEED,), references=("RACI", "eigen"))]))
    assert f"uit de dia's\n: {Mark.SEED.definition('nl')}" in whole
    assert Mark.OWN.definition("nl") not in whole
    assert "agileea.wikidot.com/raci-assignment-matix" in whole
    assert "niet door de makers goedgekeurd" in whole


def test_nothing_found() -> None:
    assert "Niets gevonden." in said(Report()).splitlines()
    assert "Herkomst" not in said(Report())


@pytest.mark.parametrize("name", ["flawed", "draft", "deltaplan"])
def test_it_needs_nothing_from_elsewhere_and_has_no_colour(name: str) -> None:
    held = page(validate(example(name), as_of=AS_OF))
    assert not re.search(r"(src|href|srcset)=|url\(|https?://|<script|@import", held)
    colours = re.findall(r"#[0-9a-f]{6}\b", held)
    assert colours
    assert all(c[1:3] == c[3:5] == c[5:7] for c in colours)


def test_traps_stay_shut() -> None:
    report = validate(trapped(full_case()), as_of=AS_OF)
    held = page(report, title=TRAP)
    assert "<script" not in held
    assert [e for e in parsed(held).iter() if e.tag.endswith("script")] == []
    assert "GEHEIM" not in page(validate(full_case(), as_of=AS_OF))


def _light(colour: str) -> float:
    """Return the relative luminance of a grey, after WCAG 2."""
    digits = colour.lstrip("#")
    share = int(digits[0] * 2 if len(digits) == 3 else digits[:2], 16) / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


@pytest.mark.parametrize("scheme", [0, 1])
def test_contrast_is_at_least_four_and_a_half_in_light_and_dark(scheme: int) -> None:
    root = re.findall(r":root \{([^}]*)\}", page(Report()))[scheme]
    colours = dict(re.findall(r"--(\w+): (#\w+)", root))
    paper = _light(colours["paper"])
    for name in ("ink", "soft"):
        lighter, darker = sorted((paper, _light(colours[name])), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5
    assert not re.search(r"(?<!-)color: var\(--faint\)", page(Report()))


def test_letters_are_large_enough_and_it_prints_on_a4() -> None:
    held = page(Report())
    assert min(float(size) for size in re.findall(r"font-size: ([\d.]+)pt", held)) >= 9
    assert "@page { size: A4 portrait;" in held


@pytest.mark.parametrize("language", LANGUAGES)
def test_title_alt_and_language(language: Language) -> None:
    picture = page_of(validate(example("flawed"), as_of=AS_OF), title="x.json", language=language)
    assert picture.title == ("Verslag: x.json" if language == "nl" else "Report: x.json")
    assert picture.alt.startswith(picture.title)
    assert ("knelpunten" if language == "nl" else "errors") in picture.alt
    assert parsed(picture.html or "").attrib["lang"] == picture.language == language


def test_english_furniture() -> None:
    held = set(texts(page(validate(example("draft"), as_of=AS_OF), "en")))
    assert not held & {"Open vragen", "Wat opvalt", "Herkomst", "onbekend", "open vraag", "Kan"}


def test_kinds_that_are_no_finding_stand_in_their_own_part() -> None:
    for kind, heading in ((FindingKind.QUESTION, "Open vragen"), (FindingKind.NOTE, "Ter informatie")):
        whole = said(Report(items=[finding(kind=kind)]))
        assert heading in whole
        assert "Wat opvalt" not in whole


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown language"):
        page_of(Report(), language="fr")  # type: ignore[arg-type]


def test_a_report_kept_as_data_has_the_same_page_in_its_language() -> None:
    report = validate(example("flawed"), as_of=AS_OF)
    back = Report.from_dict(report.to_dict("nl"))
    assert page(back) == page(attrs.evolve(report))
