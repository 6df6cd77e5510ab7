"""The report as Markdown: what it opens with, how it is grouped, and that nothing breaks a table."""

import itertools
import re

import pytest
from hypothesis import given, settings, strategies as st
from report_cases import AS_OF, LANGUAGES, NAMES, REPORTS, TRAPS, finding, real, said

from samenwerking.report import Report
from samenwerking.report.markdown import escaped
from samenwerking.vocabulary import Bilingual, FindingKind, Gear, Mark, Outcome, Respondent, bibliography

# A backslash with whatever it guards, or a bar that stands on its own.
_PARTS = re.compile(r"\\.|\|")


def cells(line):
    """Split a row the way GitHub does: at bars without a backslash before them."""
    ends = [match.start() for match in _PARTS.finditer(line) if match[0] == "|"]
    return [line[a + 1 : b].strip() for a, b in itertools.pairwise(ends)]


def tables(text):
    """Return the tables of a text as lists of rows of cells."""
    found = [[]]
    for line in text.splitlines():
        if line.startswith("|"):
            found[-1].append(cells(line))
        elif found[-1]:
            found.append([])
    return [table for table in found if table]


def unescaped(text):
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


QUESTION = finding(
    "KAN102", kind="question", gear=Gear.KAN, asks=Respondent.PARTY, marks=(Mark.SEED,), references=("SEED",)
)
WARNING = finding(
    "KLO201",
    "warning",
    gear=Gear.KLOPT,
    subject="c",
    subject_name="Polder",
    hint_template=Bilingual("Vraag het.", "Ask."),
    file="a.yaml",
    line=7,
    column=3,
    marks=(Mark.READING, Mark.OWN),
)
NOTES = [finding("SAM801", "note", kind="note", subject=each, subject_name=each.upper()) for each in "ab"]
WHOLE = Report(
    items=[WARNING, *NOTES, QUESTION, finding(pointer="/goals/0")],
    gone=[finding("WER301", subject="d")],
    outcomes={Outcome.PASSED: 3, Outcome.FAILED: 2, Outcome.UNKNOWN: 4},
    records=(("goals", 2),),
    as_of=AS_OF,
)
TEXT = """\
# a\\_b.yaml

- Bekeken: doelen (2).
- Nagegaan: 3 keer in orde, 2 keer niet.
- Nog te weinig bekend om te oordelen: 4.
- Peildatum: 2026-11-24.
- Open vraag: 1.
- Samen: knelpunten (1) en aandachtspunten (1).

## Het bestand

| Wat | Vraag of bevinding | Wie antwoordt | Waar | Herkomst | Code |
| -------- | ------------------------------ | --------- | -------- | -------- | ------ |
| knelpunt | Dit is SAM201. |  | /goals/0 |  | SAM201 |

## Kan

| Wat | Vraag of bevinding | Wie antwoordt | Waar | Herkomst | Code |
| -------- | ------------------------------ | --------- | -------- | -------- | ------ |
| open vraag | Dit is KAN102. | elke partij zelf |  | uit de dia's (SEED) | KAN102 |

## Klopt

### a.yaml – Polder (c)

| Wat | Vraag of bevinding | Wie antwoordt | Waar | Herkomst | Code |
| -------- | ------------------------------ | --------- | -------- | -------- | ------ |
| aandachtspunt | Dit is KLO201. *Vraag het.* |  | regel 7, kolom 3 | onze lezing, eigen voorstel | KLO201 |

## Ter informatie

| Wat | Waarover |
| -------------------- | -------------------- |
| Dit is SAM801. | A en B |

## Niet meer gevonden

| Wat | Waarover |
| -------------------- | -------------------- |
| Dit is WER301. | d |

## Bronnen
"""


def test_a_report_to_the_letter():
    text = WHOLE.to_markdown(title="a_b.yaml")
    assert text.startswith(TEXT)
    assert text.endswith("onze lezing of eigen voorstel.\n")
    ((head, _, source),) = tables(text.partition("## Bronnen")[2])
    assert head == ["Bron", "Titel", "Adres"]
    assert source[:2] == ["SEED", unescaped(bibliography()["SEED"].title)]


def test_english_speaks_english_and_calls_itself_a_report():
    text = WHOLE.to_markdown("en")
    assert text.splitlines()[0] == "# Report"
    for words in ("Looked at: goals (2).", "| Who answers |", "## For information", "## No longer found"):
        assert words in text
    assert not re.search(r"Nagegaan|Wie antwoordt|Herkomst|eigen voorstel", text)


def test_nothing_found():
    assert "- Niets gevonden." in Report().to_markdown().splitlines()
    assert tables(Report().to_markdown()) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_finding_of_an_example_has_its_row(name, language):
    report = real()[name]
    rows = [row for table in tables(report.to_markdown(language)) for row in table]
    told = [item for item in report if item.kind is not FindingKind.NOTE]
    assert sorted(
        row[5] for row in rows if len(row) == 6 and re.fullmatch(r"[A-Z]{3}\d{3}", row[5])
    ) == sorted(item.code for item in told)
    for item in told:
        assert any(unescaped(row[1]).startswith(item.message(language)) for row in rows)


@settings(max_examples=60, deadline=None)
@given(REPORTS, st.sampled_from(LANGUAGES))
def test_whatever_a_message_holds_the_tables_stay_whole(report, language):
    text = report.to_markdown(language, title="x")
    for table in tables(text):
        heads, rule, *rows = table
        assert {len(row) for row in (heads, rule, *rows)} == {len(heads)}
        assert all(set(cell) == {"-"} for cell in rule)
        assert rows
    six = [row for table in tables(text) if len(table[0]) == 6 for row in table[2:]]
    assert len(six) == len(report) - len(report.notes)
    starts = ("# ", "## ", "### ", "- ", "|", "Naar De", "After De")
    assert all(line.startswith(starts) for line in text.splitlines() if line)


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_is_shown_and_does_nothing(trap):
    text = Report(items=[said(trap, subject="s", subject_name=trap)]).to_markdown(title=trap)
    ((_, _, row),) = tables(text)
    assert len(row) == 6
    bare = re.sub(r"\\.", "", row[1] + text.splitlines()[0].removeprefix("# "))
    assert not re.search(r"[`*_\[\]<>&|~$#\x00-\x1f\u202e]", bare)


@pytest.mark.parametrize("trap", TRAPS)
def test_a_reader_of_markdown_sees_the_words_themselves(trap):
    markdown_it = pytest.importorskip("markdown_it")
    reader = markdown_it.MarkdownIt("commonmark").enable("table")
    text = Report(items=[said(trap, subject="s", subject_name=trap)]).to_markdown(title=trap)
    tokens = reader.parse(text)
    held = [token.content for token in tokens if token.type == "inline"]
    shown = ["".join(part.content for part in token.children) for token in tokens if token.type == "inline"]
    plain = " ".join(re.sub("[\x00-\x1f\u202e]", " ", trap).split())
    assert plain in shown[0]
    assert any(cell == said(trap).message("nl") or plain in cell for cell in shown)
    assert not any(token.type in ("html_block", "fence", "code_block") for token in tokens)
    assert len([token for token in tokens if token.type == "td_open"]) == 6
    assert held


@given(st.text(max_size=60))
def test_what_was_escaped_is_one_line_and_comes_back(text):
    line = escaped(text)
    assert len(line.splitlines()) <= 1
    if re.fullmatch(r"[ -~]*", text):
        assert unescaped(line) == " ".join(text.split())


def test_addresses_can_be_followed():
    for work in bibliography().values():
        for address in work.addresses:
            assert not re.search(r"[\s<>|]", address), address
