"""Notes of the engine itself: what it could not do, and what it was told to leave."""

import datetime
from collections.abc import Mapping, Sequence

from samenwerking.report import Finding, Param
from samenwerking.rules.profile import Waiver
from samenwerking.rules.texts import rule_texts
from samenwerking.vocabulary import Bilingual, FindingKind, Mark, Severity, spoken_date

_NAMES = {
    "SAM001": "rule-crashed",
    "SAM002": "described-from-sources",
    "SAM003": "waived",
    "SAM004": "waiver-expired",
    "SAM005": "waiver-unused",
}


def note(
    code: str,
    severity: Severity = Severity.NOTE,
    *,
    params: Mapping[str, Param] | None = None,
    subject: str | None = None,
    subject_name: str = "",
    pointer: str = "",
) -> Finding:
    """Return a note of the engine.

    Args:
        code: Its code, ``SAM001`` to ``SAM005``.
        severity: How much it weighs; anything but a note makes it a finding.
        params: Values for its text.
        subject: The collaboration it is about.
        subject_name: What that is called.
        pointer: Where that stands.

    Returns:
        The note.

    Example:
        >>> note("SAM002", subject="polder").kind.value
        'note'
    """
    return Finding(
        code=code,
        name=_NAMES[code],
        template=rule_texts()[code][""].message,
        severity=severity,
        kind=FindingKind.NOTE if severity is Severity.NOTE else FindingKind.FINDING,
        params=params or {},
        subject=subject,
        subject_name=subject_name,
        pointer=pointer,
        marks=(Mark.OWN,),
    )


def _waived(finding: Finding, waiver: Waiver, code: str) -> Finding:
    params: dict[str, Param] = {
        "code": finding.code,
        "message": Bilingual(finding.message("nl"), finding.message("en")),
        "reason": waiver.reason,
        "date": spoken_date(waiver.until.iso),
    }
    return note(
        code,
        params=params,
        subject=finding.subject,
        subject_name=finding.subject_name,
        pointer=finding.pointer,
    )


def with_waivers(
    findings: Sequence[Finding], waivers: Sequence[Waiver], as_of: datetime.date
) -> list[Finding]:
    """Return findings after waivers: what is waived becomes a note, so that nothing is lost.

    Args:
        findings: The findings and questions.
        waivers: The waivers.
        as_of: The day.

    Returns:
        The findings; notes for what is waived, for waivers that expired and for those that cover nothing.

    Example:
        >>> late = Waiver(code="KAN126", reason="tijdelijk", until="2020")
        >>> [each.code for each in with_waivers([], [late], datetime.date(2026, 1, 1))]
        ['SAM005']
    """
    if not waivers:
        return list(findings)
    found: list[Finding] = []
    used: set[int] = set()
    for finding in findings:
        covering = [(n, waiver) for n, waiver in enumerate(waivers) if waiver.covers(finding)]
        used.update(number for number, _ in covering)
        holding = [waiver for _, waiver in covering if waiver.holds(as_of)]
        if holding and finding.kind is not FindingKind.NOTE:
            found.append(_waived(finding, holding[0], "SAM003"))
            continue
        found.append(finding)
        if covering and not holding:
            found.append(_waived(finding, covering[0][1], "SAM004"))
    for number, waiver in enumerate(waivers):
        if number not in used:
            params: dict[str, Param] = {"code": waiver.code, "reason": waiver.reason}
            found.append(note("SAM005", params=params, subject=waiver.subject or None))
    return found
