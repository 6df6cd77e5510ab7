"""How a report reads, in whatever shape: what could be judged, where something is, what belongs together."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from samenwerking.report.finding import Finding, enumerate_words
from samenwerking.vocabulary import (
    Bilingual,
    FindingKind,
    Gear,
    Language,
    Mark,
    Outcome,
    Severity,
    SourceWork,
    bibliography,
    field_label,
)

if TYPE_CHECKING:
    from samenwerking.report.report import Report

# Where all of it comes from; with the labels of the marks filled in.
_CREDIT = Bilingual(
    "Naar De samenwerkingscode (Martijn Daalder, LIFE-IP Deltanatuur); niet door de makers goedgekeurd. "
    "Onderwerpen en schakelbak: {seed}. Vragen, codes en vormen: {reading} of {own}.",
    "After De samenwerkingscode (Martijn Daalder, LIFE-IP Deltanatuur); not approved by its makers. "
    "Topics and gearbox: {seed}. Questions, codes and forms: {reading} or {own}.",
)
_TEXTS = {
    "title": Bilingual("Verslag", "Report"),
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
    "gone": Bilingual("Niet meer gevonden", "No longer found"),
    "total": Bilingual("Samen: {tally}.", "In all: {tally}."),
    "document": Bilingual("Het bestand", "The file"),
    "line": Bilingual("regel {line}, kolom {column}", "line {line}, column {column}"),
    "sheet": Bilingual(
        "blad {sheet}, rij {line}, kolom {column}", "sheet {sheet}, row {line}, column {column}"
    ),
    "sources": Bilingual("Bronnen", "Sources"),
}
_LIGHT_OUTCOMES = (Outcome.OPEN, Outcome.UNKNOWN, Outcome.LATER)


def say(key: str, language: Language, **values: object) -> str:
    """Return fixed words of a report with what belongs in them.

    Args:
        key: Which words.
        language: ``"nl"`` or ``"en"``.
        **values: What belongs in them.

    Returns:
        The words.

    Raises:
        KeyError: If there are no such words.
        ValueError: If the language is neither.

    Example:
        >>> say("open", "nl", n=3)
        'Nog open: 3.'
    """
    return _TEXTS[key].get(language).format(**values)


def opening(report: "Report", language: Language) -> Iterator[str]:
    """Yield what was looked at and how much of it could be judged.

    Args:
        report: The report.
        language: ``"nl"`` or ``"en"``.

    Yields:
        Sentences.
    """
    if report.records:
        counted = (f"{field_label(kind, language)} ({n})" for kind, n in report.records if n)
        if listed := enumerate_words(counted, language):
            yield say("looked_at", language, records=listed)
    outcomes = report.outcomes
    passed, failed = outcomes.get(Outcome.PASSED, 0), outcomes.get(Outcome.FAILED, 0)
    if passed or failed:
        yield say("checked", language, passed=passed, failed=failed)
    for outcome in _LIGHT_OUTCOMES:
        if n := outcomes.get(outcome):
            yield say(outcome.value, language, n=n)
    if report.as_of:
        yield say("as_of", language, date=report.as_of.isoformat())


def place(finding: Finding, language: Language) -> str:
    """Return where something is in its file; the pointer where only that is known.

    Args:
        finding: The finding.
        language: ``"nl"`` or ``"en"``.

    Returns:
        Words; empty for a finding without a line that names its record.
    """
    if finding.line is None:
        return "" if finding.subject else finding.pointer
    if finding.sheet:
        column = letters(finding.column)
        return say("sheet", language, sheet=finding.sheet, line=finding.line, column=column)
    return say("line", language, line=finding.line, column=finding.column)


def letters(column: int | None) -> str:
    """Return a column of a worksheet the way spreadsheets name it.

    Args:
        column: Its number, from 1.

    Returns:
        A, B, ... Z, AA and on; nothing without a number.

    Example:
        >>> letters(1), letters(27)
        ('A', 'AA')
    """
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def kind_label(finding: Finding, language: Language) -> str:
    """Return the word for what a finding is: how much it weighs, or a question or a notice.

    Args:
        finding: The finding.
        language: ``"nl"`` or ``"en"``.

    Returns:
        The word.
    """
    kind = finding.severity if finding.kind is FindingKind.FINDING else finding.kind
    return kind.label(language)


def per_gear(
    findings: Iterable[Finding], language: Language
) -> Iterator[tuple[str, list[tuple[str, list[Finding]]]]]:
    """Yield findings per gear, in the order of the gearbox, and there per record, heaviest first.

    Args:
        findings: The findings.
        language: ``"nl"`` or ``"en"``.

    Yields:
        What a gear is called, and its records: a heading, empty for none, with its findings.
    """
    gears: dict[Gear | None, list[Finding]] = {gear: [] for gear in (None, *Gear)}
    for finding in findings:
        gears[finding.gear].append(finding)
    for gear, held in gears.items():
        if held:
            yield (gear.label(language) if gear else say("document", language)), per_record(held)


def per_record(findings: Iterable[Finding]) -> list[tuple[str, list[Finding]]]:
    """Return findings per record, those about none first; heaviest first.

    Args:
        findings: The findings.

    Returns:
        Headings, empty for none, each with its findings.
    """
    order = list(Severity)
    groups: dict[tuple[str | None, str | None], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.file, finding.subject), []).append(finding)
    headless_first = sorted(groups.items(), key=lambda item: any(item[0]))
    return [
        (_heading(*key, group), sorted(group, key=lambda finding: order.index(finding.severity)))
        for key, group in headless_first
    ]


def _heading(file: str | None, subject: str | None, group: list[Finding]) -> str:
    name = next((finding.subject_name for finding in group if finding.subject_name), "")
    title = f"{name} ({subject})" if name and subject else subject or ""
    return " – ".join(part for part in (file, title) if part)


def told_once(findings: Iterable[Finding], language: Language) -> dict[str, list[str]]:
    """Return messages, each once, with the names of what they are about.

    Args:
        findings: Notices, or what is gone.
        language: ``"nl"`` or ``"en"``.

    Returns:
        Message to names.
    """
    alike: dict[str, list[str]] = {}
    for finding in findings:
        about = finding.subject_name or finding.subject or finding.pointer
        names = alike.setdefault(finding.message(language), [])
        names += [about] if about else []
    return alike


def tally(report: "Report", language: Language) -> str:
    """Return how many findings there are of each severity, in words.

    Args:
        report: The report.
        language: ``"nl"`` or ``"en"``.

    Returns:
        Words; empty without findings.
    """
    counted = (f"{severity.plural(language)} ({n})" for severity, n in report.counts.items() if n)
    return enumerate_words(counted, language)


def works(findings: Iterable[Finding]) -> list[SourceWork]:
    """Return the works behind findings.

    Args:
        findings: The findings.

    Returns:
        The works, by key; one that the bibliography does not have is called by its key.
    """
    known = bibliography()
    keys = sorted({key for finding in findings for key in finding.references})
    return [known.get(key) or SourceWork(key=key, title=key) for key in keys]


def credit(language: Language) -> str:
    """Return where all of it comes from.

    Args:
        language: ``"nl"`` or ``"en"``.

    Returns:
        Sentences.

    Example:
        >>> "niet door de makers goedgekeurd" in credit("nl")
        True
    """
    marks = {mark.value: mark.label(language) for mark in Mark}
    return _CREDIT.get(language).format(**marks)
