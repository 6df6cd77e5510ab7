"""The report as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html)."""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from samenwerking.report.finding import Finding
from samenwerking.report.messages import placeholders
from samenwerking.report.wording import letters, works
from samenwerking.vocabulary import FindingKind, Gear, Language, Mark, Severity, reading

if TYPE_CHECKING:
    from samenwerking.report.report import Report

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.ADVICE: "note",
    Severity.NOTE: "note",
}
# Only what failed has a level (3.27.9, 3.27.10).
_KINDS = {FindingKind.FINDING: "fail", FindingKind.QUESTION: "open", FindingKind.NOTE: "informational"}
_FINGERPRINT = "samenwerking/v1"


def _general(finding: Finding, language: Language) -> str:
    """Return a message without what it is about in this case."""
    template = finding.template.get(language)
    return template.format_map(dict.fromkeys(placeholders(template), "…"))


def _rule(found: list[Finding], language: Language) -> dict[str, Any]:
    """Return what a rule says in general, how much it weighs here, and where it comes from."""
    order = list(Severity)
    first = min(found, key=lambda finding: order.index(finding.severity))
    said = sorted({_general(finding, language) for finding in found if finding.template.get(language)})
    row = reading().rules.get(first.code)
    title = row.titles.get(language) if row else ""
    marks = [mark for mark in Mark if any(mark in finding.marks for finding in found)]
    lines = [*said, *(mark.definition(language) for mark in marks)]
    lines += [" ".join((work.title, *work.addresses)) for work in works(found)]
    return {
        "id": first.code,
        "name": first.name or first.code,
        "shortDescription": {"text": title or (said or [first.code])[0]},
        "fullDescription": {"text": " ".join(said) or title or first.code},
        "help": {"text": "\n".join(lines) or title or first.code},
        "defaultConfiguration": {"level": _LEVELS[first.severity]},
        "properties": {
            "tags": [gear.value for gear in Gear if any(finding.gear is gear for finding in found)],
            "marks": [mark.value for mark in marks],
        },
    }


def _address(file: str) -> str:
    """Return a path as a URI; a relative one stays relative."""
    path = PurePath(file)
    return Path(file).as_uri() if path.is_absolute() else quote(path.as_posix(), errors="surrogateescape")


def _locations(finding: Finding) -> list[dict[str, Any]]:
    """Return where a finding is: in a text by line and column, in a workbook by sheet and cell."""
    location: dict[str, Any] = {}
    if finding.file:
        location["physicalLocation"] = {"artifactLocation": {"uri": _address(finding.file)}}
    if finding.sheet:
        cell = f"{letters(finding.column)}{finding.line or ''}"
        name = f"{finding.sheet}!{cell}" if cell else finding.sheet
        location["logicalLocations"] = [{"fullyQualifiedName": name, "name": name, "kind": "cell"}]
    elif finding.pointer:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.pointer, "kind": "element"}]
    if finding.file and finding.line and not finding.sheet:
        region = {"startLine": finding.line, "startColumn": finding.column}
        location["physicalLocation"]["region"] = {key: n for key, n in region.items() if n}
    return [location] if location else []


def _result(finding: Finding, place: int, language: Language) -> dict[str, Any]:
    said = (finding.message(language), finding.hint(language))
    failed = finding.kind is FindingKind.FINDING
    properties = {
        "severity": finding.severity.value,
        "gear": finding.gear and finding.gear.value,
        "asks": finding.asks and finding.asks.value,
        "subject": finding.subject,
    }
    return {
        "ruleId": finding.code,
        "ruleIndex": place,
        "kind": _KINDS[finding.kind],
        "level": _LEVELS[finding.severity] if failed else "none",
        "message": {"text": " ".join(filter(None, said)) or finding.code},
        "locations": _locations(finding),
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
        "properties": {key: value for key, value in properties.items() if value},
    }


def _rules(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.code, []).append(finding)
    return dict(sorted(found.items()))


def sarif(report: "Report", language: Language) -> dict[str, Any]:
    """Return a report as a SARIF log with one run.

    Args:
        report: The report.
        language: ``"nl"`` or ``"en"``.

    Returns:
        Data that ``json.dumps`` takes.
    """
    rules = _rules((*report.items, *report.gone))
    place = {code: number for number, code in enumerate(rules)}
    results = [_result(finding, place[finding.code], language) for finding in report.items]
    if report.gone:  # either every result tells how it compares, or none (3.27.24)
        results = [{**result, "baselineState": "new"} for result in results]
        gone = (_result(finding, place[finding.code], language) for finding in report.gone)
        results += [{**result, "baselineState": "absent"} for result in gone]
    driver = {
        "name": "samenwerking",
        "semanticVersion": import_module("samenwerking").__version__,
        "rules": [_rule(found, language) for found in rules.values()],
    }
    run = {
        "tool": {"driver": driver},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "results": results,
        "properties": {
            "as_of": report.as_of.isoformat() if report.as_of else None,
            "coverage": report.coverage,
            "outcomes": {outcome.value: n for outcome, n in report.outcomes.items()},
        },
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
