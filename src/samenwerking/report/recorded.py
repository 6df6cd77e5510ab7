"""The report as plain data and back again, and what changed since an earlier one."""

import datetime
import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samenwerking.report.finding import Finding
from samenwerking.report.schema import REPORT_SCHEMA, faults, report_schema
from samenwerking.vocabulary import Bilingual, Gear, Language, Mark, Respondent

if TYPE_CHECKING:
    from samenwerking.report.report import Report

_AS_IT_IS = (
    *("code", "name", "kind", "severity", "subject", "subject_name", "pointer", "field"),
    *("file", "line", "column", "sheet", "fingerprint"),
)


def finding_row(finding: Finding, language: Language) -> dict[str, Any]:
    """Return a finding as one flat dictionary.

    Args:
        finding: The finding.
        language: Language of message and hint.

    Returns:
        Data that ``json.dumps`` takes.
    """
    return {
        "code": finding.code,
        "name": finding.name,
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "gear": finding.gear.value if finding.gear else None,
        "subject": finding.subject,
        "subject_name": finding.subject_name,
        "message": finding.message(language),
        "hint": finding.hint(language),
        "pointer": finding.pointer,
        "field": finding.field,
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "sheet": finding.sheet,
        "asks": finding.asks.value if finding.asks else None,
        "marks": [mark.value for mark in finding.marks],
        "references": list(finding.references),
        "fingerprint": finding.fingerprint,
    }


def report_data(report: "Report", language: Language) -> dict[str, Any]:
    """Return a report as plain data, as :func:`samenwerking.report.report_schema` says.

    Args:
        report: The report.
        language: Language of messages and hints.

    Returns:
        Data that ``json.dumps`` takes.
    """
    return {
        "report_schema": REPORT_SCHEMA,
        "language": language,
        "as_of": report.as_of.isoformat() if report.as_of else None,
        "ok": report.ok,
        "counts": {severity.value: n for severity, n in report.counts.items()},
        "outcomes": {outcome.value: n for outcome, n in report.outcomes.items()},
        "coverage": report.coverage,
        "records": dict(report.records),
        "findings": [finding_row(item, language) for item in report.items],
        "gone": [finding_row(item, language) for item in report.gone],
    }


def _said(text: str) -> Bilingual:
    """Return a text as it was recorded: the same in both languages, for the other one was not kept."""
    template = text.replace("{", "{{").replace("}", "}}")
    return Bilingual(template, template)


def _finding(row: Mapping[str, Any]) -> Finding:
    return Finding(
        **{name: row[name] for name in _AS_IT_IS},
        template=_said(row["message"]),
        hint_template=None if row["hint"] is None else _said(row["hint"]),
        gear=None if row["gear"] is None else Gear(row["gear"]),
        asks=None if row["asks"] is None else Respondent(row["asks"]),
        marks=tuple(map(Mark, row["marks"])),
        references=tuple(row["references"]),
    )


def report_parts(data: Any) -> dict[str, Any]:
    """Return what a report is made of, from plain data.

    Args:
        data: What :func:`report_data` returns.

    Returns:
        Arguments for :class:`samenwerking.Report`.

    Raises:
        ValueError: If the data is no report; the message names the first fault.
    """
    schema = report_schema()
    if fault := next(faults(data, schema, schema), None):
        raise ValueError(f"this is no report: {fault}")
    return {
        "items": map(_finding, data["findings"]),
        "gone": map(_finding, data["gone"]),
        "outcomes": data["outcomes"],
        "records": tuple(data["records"].items()),
        "as_of": None if data["as_of"] is None else datetime.date.fromisoformat(data["as_of"]),
    }


def stored_findings(baseline: Any) -> tuple[Finding, ...]:
    """Return the findings of an earlier report that was kept as data or in a file.

    Args:
        baseline: What ``to_dict`` returned, or the path of a JSON file with that; also the list that
            ``samenwerking check --format json`` prints.

    Returns:
        Its findings, questions and notes.

    Raises:
        ValueError: If it is no report; the message says what is wrong.
        OSError: If the file cannot be read.
    """
    where, data = "the baseline", baseline
    if isinstance(baseline, (str, os.PathLike)):
        path = Path(baseline)
        where = str(path)
        try:
            data = json.loads(path.read_bytes())
        except ValueError as error:  # no JSON, or no text at all
            raise ValueError(f"{where}: this is no JSON: {error}") from error
    found: list[Finding] = []
    for entry in data if isinstance(data, list) else [data]:
        try:
            found += report_parts(entry)["items"]
        except ValueError as error:
            raise ValueError(f"{where}: {error}") from error
    return tuple(found)


def compared(
    now: Iterable[Finding], before: Iterable[Finding]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return what is new and what is gone, by fingerprint; of several alike each counts.

    Args:
        now: The findings of now.
        before: Those of before.

    Returns:
        What only now has, and what only before had, each in its own order.
    """
    held_now, held_before = tuple(now), tuple(before)
    return _only(held_now, held_before), _only(held_before, held_now)


def _only(these: tuple[Finding, ...], those: tuple[Finding, ...]) -> tuple[Finding, ...]:
    left = Counter(finding.fingerprint for finding in those)
    found = []
    for finding in these:
        left[finding.fingerprint] -= 1
        if left[finding.fingerprint] < 0:
            found.append(finding)
    return tuple(found)
