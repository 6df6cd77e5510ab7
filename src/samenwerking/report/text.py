"""The report as plain text, for a terminal or an e-mail."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from samenwerking.report.finding import Finding, enumerate_words
from samenwerking.vocabulary import Bilingual, FindingKind, Language, Outcome, Severity, field_label

if TYPE_CHECKING:
    from samenwerking.report.report import Report

_TEXTS = {
    "looked_at": Bilingual("Bekeken: {records}.", "Looked at: {records}."),
    "checked": Bilingual(
        "Nagegaan: {passed} keer in orde, {failed} keer niet.",
        "Checked: {passed} times fine, {failed} times not.",
    ),
    "open": Bilingual("Nog open: {n}.", "Still open: {n}."),
    "unknown": Bilingual(
        "Nog te weinig bekend om te oordelen: {n}.", "Too little is known yet to judge: {n}."
    ),
    "later": Bilingual("Komt later aan de orde: {n}.", "Comes later: {n}."),
    "as_of": Bilingual("Peildatum: {date}.", "As of: {date}."),
    "nothing": Bilingual("Niets gevonden.", "Nothing found."),
    "notes": Bilingual("Ter informatie", "For information"),
    "total": Bilingual("Samen: {tally}.", "In all: {tally}."),
    "document": Bilingual("Het bestand", "The file"),
    "line": Bilingual("regel {line}, kolom {column}", "line {line}, column {column}"),
    "sheet": Bilingual(
        "blad {sheet}, rij {line}, kolom {column}", "sheet {sheet}, row {line}, column {column}"
    ),
}
_LIGHT_OUTCOMES = (Outcome.OPEN, Outcome.UNKNOWN, Outcome.LATER)


def _say(key: str, language: Language, **values: object) -> str:
    return _TEXTS[key].get(language).format(**values)


def _opening(report: "Report", language: Language) -> Iterator[str]:
    if report.records:
        counted = (f"{field_label(kind, language)} ({n})" for kind, n in report.records if n)
        if listed := enumerate_words(counted, language):
            yield _say("looked_at", language, records=listed)
    outcomes = report.outcomes
    passed, failed = outcomes.get(Outcome.PASSED, 0), outcomes.get(Outcome.FAILED, 0)
    if passed or failed:
        yield _say("checked", language, passed=passed, failed=failed)
    for outcome in _LIGHT_OUTCOMES:
        if n := outcomes.get(outcome):
            yield _say(outcome.value, language, n=n)
    if report.as_of:
        yield _say("as_of", language, date=report.as_of.isoformat())


def _place(finding: Finding, language: Language) -> str:
    if finding.line is None:
        return "" if finding.subject else finding.pointer
    if finding.sheet:
        return _say(
            "sheet", language, sheet=finding.sheet, line=finding.line, column=_letters(finding.column)
        )
    return _say("line", language, line=finding.line, column=finding.column)


def _letters(column: int | None) -> str:
    """Return a column of a worksheet the way spreadsheets name it: A, B, ... Z, AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _entry(finding: Finding, language: Language) -> Iterator[str]:
    kind = finding.severity if finding.kind is FindingKind.FINDING else finding.kind
    place = _place(finding, language)
    where = f" ({place})" if place else ""
    yield f"    {kind.label(language)} {finding.code}: {finding.message(language)}{where}"
    if hint := finding.hint(language):
        yield f"      {hint}"


def _notes(notes: list[Finding], language: Language) -> Iterator[str]:
    """Yield the notes: those that say the same are told once, with the names of what they are about."""
    alike: dict[str, list[str]] = {}
    for note in notes:
        alike.setdefault(note.message(language), []).append(note.subject_name or note.subject or note.pointer)
    if alike:
        yield from ("", _say("notes", language))
    for message, names in alike.items():
        yield f"  {message}"
        yield from (f"    - {name}" for name in names if name)


def render(report: "Report", language: Language) -> str:
    """Return a report as text, grouped by gear and subject.

    Args:
        report: The report.
        language: ``"nl"`` or ``"en"``.

    Returns:
        Text without a newline at the end; it opens with what could be judged.
    """
    lines = list(_opening(report, language))
    if not report.items:
        return "\n".join([*lines, _say("nothing", language)])
    order = list(Severity)
    notes = [item for item in report.items if item.kind is FindingKind.NOTE]
    told = attrs.evolve(report, items=[item for item in report.items if item.kind is not FindingKind.NOTE])
    for gear, findings in told.by_gear().items():
        lines += ["", gear.label(language) if gear else _say("document", language)]
        groups: dict[tuple[str | None, str | None], list[Finding]] = {}
        for finding in findings:
            groups.setdefault((finding.file, finding.subject), []).append(finding)
        headless_first = sorted(groups.items(), key=lambda item: any(item[0]))
        for (file, subject), group in headless_first:
            name = next((f.subject_name for f in group if f.subject_name), "")
            title = f"{name} ({subject})" if name and subject else subject or ""
            heading = " – ".join(part for part in (file, title) if part)
            lines += [f"  {heading}"] if heading else []
            for finding in sorted(group, key=lambda f: order.index(f.severity)):
                lines += _entry(finding, language)
    lines += _notes(notes, language)
    tally = (f"{severity.plural(language)} ({n})" for severity, n in report.counts.items() if n)
    if closing := enumerate_words(tally, language):
        lines += ["", _say("total", language, tally=closing)]
    return "\n".join(lines).strip()
