"""The report as plain text, for a terminal or an e-mail."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from samenwerking.report.finding import Finding
from samenwerking.report.wording import kind_label, opening, per_gear, place, say, tally, told_once
from samenwerking.vocabulary import FindingKind, Language

if TYPE_CHECKING:
    from samenwerking.report.report import Report


def _entry(finding: Finding, language: Language) -> Iterator[str]:
    where = place(finding, language)
    told = f"{kind_label(finding, language)} {finding.code}: {finding.message(language)}"
    yield f"    {told} ({where})" if where else f"    {told}"
    if hint := finding.hint(language):
        yield f"      {hint}"


def _list(key: str, findings: Iterable[Finding], language: Language) -> Iterator[str]:
    """Yield findings under a heading: those that say the same are told once, with what they are about."""
    alike = told_once(findings, language)
    if alike:
        yield from ("", say(key, language))
    for message, names in alike.items():
        yield f"  {message}"
        yield from (f"    - {name}" for name in names)


def render(report: "Report", language: Language) -> str:
    """Return a report as text, grouped by gear and subject.

    Args:
        report: The report.
        language: ``"nl"`` or ``"en"``.

    Returns:
        Text without a newline at the end; it opens with what could be judged.
    """
    lines = list(opening(report, language))
    if not report.items:
        lines.append(say("nothing", language))
    told = (item for item in report.items if item.kind is not FindingKind.NOTE)
    for gear, records in per_gear(told, language):
        lines += ["", gear]
        for heading, findings in records:
            lines += [f"  {heading}"] if heading else []
            for finding in findings:
                lines += _entry(finding, language)
    lines += _list("notes", report.notes, language)
    lines += _list("gone", report.gone, language)
    if total := tally(report, language):
        lines += ["", say("total", language, tally=total)]
    return "\n".join(lines).strip()
