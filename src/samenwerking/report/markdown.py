"""The report as Markdown: tables that GitHub shows and that survive the way to Word."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from samenwerking.report.finding import Finding, enumerate_words, readable
from samenwerking.report.wording import (
    credit,
    kind_label,
    opening,
    per_gear,
    place,
    say,
    tally,
    told_once,
    works,
)
from samenwerking.vocabulary import Bilingual, FindingKind, Language

if TYPE_CHECKING:
    from samenwerking.report.report import Report

# What means something to Markdown within a line; HTML, entities and formulas of GitHub included.
_ACTIVE = re.compile(r"[\\`*_\[\]<>&|~$#]")
# Control characters, and marks that turn the direction of whatever follows.
_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
# The heads of the columns, and how wide each is for whoever makes a document with fixed widths of it.
_HEADS = (
    (Bilingual("Wat", "What"), 8),
    (Bilingual("Vraag of bevinding", "Question or finding"), 30),
    (Bilingual("Wie antwoordt", "Who answers"), 9),
    (Bilingual("Waar", "Where"), 8),
    (Bilingual("Herkomst", "Basis"), 8),
    (Bilingual("Code", "Code"), 6),
)
_NOTE_HEADS = ((Bilingual("Wat", "What"), 20), (Bilingual("Waarover", "About"), 20))
_SOURCE_HEADS = (
    (Bilingual("Bron", "Source"), 6),
    (Bilingual("Titel", "Title"), 24),
    (Bilingual("Adres", "Address"), 18),
)


def escaped(text: str) -> str:
    r"""Return a text that Markdown shows as it is, on one line.

    Args:
        text: Any text.

    Returns:
        The text, with a backslash before whatever would mean something, and a space for line ends and for
        what steers rather than shows.

    Example:
        >>> print(escaped("a|b *c*"))
        a\|b \*c\*
    """
    line = " ".join(_STEERING.sub(" ", readable(text)).split())
    return _ACTIVE.sub(lambda found: "\\" + found[0], line)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _table(
    heads: tuple[tuple[Bilingual, int], ...], rows: Iterable[Iterable[str]], language: Language
) -> list[str]:
    """Return a table with an empty line before it; the cells are Markdown already."""
    rule = _row("-" * max(3, wide) for _, wide in heads)
    return ["", _row(head.get(language) for head, _ in heads), rule, *map(_row, rows)]


def _basis(finding: Finding, language: Language) -> str:
    marks = ", ".join(mark.label(language) for mark in finding.marks)
    references = f" ({', '.join(finding.references)})" if finding.references else ""
    return f"{marks}{references}"


def _cells(finding: Finding, language: Language) -> Iterator[str]:
    hint = finding.hint(language)
    yield escaped(kind_label(finding, language))
    yield escaped(finding.message(language)) + (f" *{escaped(hint)}*" if hint and hint.strip() else "")
    yield escaped(finding.asks.label(language) if finding.asks else "")
    yield escaped(place(finding, language))
    yield escaped(_basis(finding, language))
    yield escaped(finding.code)


def _summary(report: "Report", language: Language) -> Iterator[str]:
    yield from opening(report, language)
    if report.questions:
        yield f"{FindingKind.QUESTION.label(language).capitalize()}: {len(report.questions)}."
    if total := tally(report, language):
        yield say("total", language, tally=total)
    if not report.items:
        yield say("nothing", language)


def _list(key: str, findings: Iterable[Finding], language: Language) -> list[str]:
    """Return findings that are told once, with all that they are about, under a heading."""
    rows = [
        (escaped(message), escaped(enumerate_words(names, language)))
        for message, names in told_once(findings, language).items()
    ]
    return ["", f"## {say(key, language)}", *_table(_NOTE_HEADS, rows, language)] if rows else []


def markdown(report: "Report", language: Language, title: str = "") -> str:
    """Return a report as Markdown, grouped by gear and subject.

    The tables are those of GitHub Flavored Markdown (https://github.github.com/gfm/#tables-extension-).

    Args:
        report: The report.
        language: ``"nl"`` or ``"en"``.
        title: The heading; a word for a report if left out.

    Returns:
        Text that ends with a newline.
    """
    lines = [f"# {escaped(title) or say('title', language)}", ""]
    lines += [f"- {escaped(sentence)}" for sentence in _summary(report, language)]
    told = (item for item in report.items if item.kind is not FindingKind.NOTE)
    for gear, records in per_gear(told, language):
        lines += ["", f"## {escaped(gear)}"]
        for heading, findings in records:
            lines += ["", f"### {escaped(heading)}"] if escaped(heading) else []
            lines += _table(_HEADS, (_cells(finding, language) for finding in findings), language)
    lines += _list("notes", report.notes, language)
    lines += _list("gone", report.gone, language)
    if sources := works(report):
        rows = (
            (escaped(work.key), escaped(work.title), ", ".join(f"<{address}>" for address in work.addresses))
            for work in sources
        )
        lines += ["", f"## {say('sources', language)}", *_table(_SOURCE_HEADS, rows, language)]
    return "\n".join([*lines, "", escaped(credit(language)), ""])
