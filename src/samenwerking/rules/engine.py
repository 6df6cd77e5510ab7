"""Holding the rules against a portfolio: every outcome counted, no rule able to stop the others."""

import datetime
from collections import Counter
from collections.abc import Mapping
from typing import Any

import attrs

from samenwerking.model import Collaboration, Portfolio, check_identifiers, inspect, is_empty, private_for
from samenwerking.report import Finding, Report
from samenwerking.rules.catalog import RuleSet, catalog
from samenwerking.rules.definition import Problem, Rule, RuleContext
from samenwerking.rules.notes import note, with_waivers
from samenwerking.rules.profile import DEFAULT, Profile, profile_of
from samenwerking.rules.requirements import RowResult, judge, past, row_findings
from samenwerking.rules.texts import rule_texts
from samenwerking.vocabulary import (
    FindingKind,
    Outcome,
    Reading,
    RuleRow,
    Severity,
    reading as shipped_reading,
)


@attrs.frozen(kw_only=True)
class Judgement:
    """What came of one collaboration.

    Args:
        context: The collaboration, with what rules may look at.
        rows: What came of the rows of the reading.
        findings: Findings, questions and notes.
        waiting: The questions among them that keep it from shifting up.
        outcomes: How often each outcome came.
    """

    context: RuleContext
    rows: tuple[RowResult, ...]
    findings: tuple[Finding, ...]
    waiting: tuple[Finding, ...]
    outcomes: Mapping[Outcome, int]


def is_described(collaboration: Collaboration, as_of: datetime.date) -> bool:
    """Say whether a collaboration is only described, so that no questions are asked of anyone.

    Args:
        collaboration: The collaboration.
        as_of: The day.

    Returns:
        Whether it has neither gear, form, type nor agreement, and has certainly ended or is known from
        sources only.

    Example:
        >>> is_described(Collaboration(id="x", name="X"), datetime.date(2026, 1, 1))
        False
    """
    canvas = collaboration.canvas
    if collaboration.gear or canvas.form or canvas.type or canvas.agreements:
        return False
    ended = collaboration.period.ended(as_of) is True
    return ended or bool(collaboration.sources)


def _told(context: RuleContext, rule: Rule, row: RuleRow, severity: Severity, problem: Problem) -> Finding:
    text = (rule.texts or rule_texts()[rule.code])[problem.cause]
    asks = text.open and not (row.gear and past(context, row.gear))
    found = context.places(problem.at)
    form = context.form
    return Finding(
        code=rule.code,
        name=row.name,
        template=text.message,
        hint_template=text.hint,
        kind=FindingKind.QUESTION if asks else FindingKind.FINDING,
        severity=problem.severity or severity,
        params=problem.params,
        gear=row.gear,
        subject=context.collaboration.id,
        subject_name=context.collaboration.name,
        pointer=context.pointer(*found[:1]),
        field=problem.at,
        marks=row.marks.get(form, ()) if form else row.undecided_marks,
        references=row.refs,
    )


def _rule_row(context: RuleContext, rule: Rule) -> RuleRow | None:
    return rule.row or context.reading.rules.get(rule.code)


def _apply(context: RuleContext, rule: Rule, row: RuleRow) -> tuple[Outcome, list[Finding]]:
    collaboration = context.collaboration
    canvas, gear = collaboration.canvas, collaboration.current_gear
    table = context.reading
    if rule.row is not None:  # a rule of another package
        table = attrs.evolve(table, rules={rule.code: row})
    severity = table.severity(rule.code, canvas.form, canvas.type, gear)
    if severity is None:
        return Outcome.NOT_APPLICABLE, []
    if row.gear and row.gear.order > gear.order:
        return Outcome.LATER, []
    try:
        found = all(any(not is_empty(p.value) for p in context.places(path)) for path in rule.needs)
        if not found:
            return Outcome.UNKNOWN, []
        told = [_told(context, rule, row, severity, problem) for problem in rule.check(context)]
    except Exception as error:  # a rule that crashes must not stop the others
        params: dict[str, Any] = {"rule": rule.code, "detail": f"{type(error).__name__}: {error}"}
        return Outcome.UNKNOWN, [_about(context, "SAM001", Severity.ERROR, params)]
    if not told:
        return Outcome.PASSED, told
    return (Outcome.FAILED if any(f.kind is FindingKind.FINDING for f in told) else Outcome.OPEN), told


def _about(
    context: RuleContext, code: str, severity: Severity = Severity.NOTE, params: dict[str, Any] | None = None
) -> Finding:
    whole = context.collaboration
    return note(
        code,
        severity,
        params=params,
        subject=whole.id,
        subject_name=whole.name,
        pointer=context.pointer(),
    )


def judge_collaboration(
    context: RuleContext, rules: RuleSet, profile: Profile = DEFAULT, *, tagged_only: bool = False
) -> Judgement:
    """Hold all rules against one collaboration, described or not.

    Args:
        context: The collaboration, with what rules may look at.
        rules: The rules written as checks.
        profile: Which rules count, and how much.
        tagged_only: Whether to leave out all rules but those that stand under a tag.

    Returns:
        What came of it.
    """
    known, form = context.reading.rules, context.form
    asked = () if tagged_only else context.reading.requirements
    counted = [
        row for row in asked if row.code not in known or profile.counts(known[row.code], form, row.marks)
    ]
    rows = [judge(context, row) for row in counted]
    outcomes = Counter(result.outcome for result in rows)
    told_by_rows = tuple(
        (result, profile.weighed(told, known.get(told.code))) for result, told in row_findings(context, rows)
    )
    findings = [finding for _, finding in told_by_rows]
    implied: set[str] = set()
    for finding in findings:
        implied.update(known[finding.code].implies if finding.code in known else ())
    for rule in rules.values():
        row = _rule_row(context, rule)
        if row is None:
            outcomes[Outcome.NOT_APPLICABLE] += 1
            continue
        if (tagged_only and not row.profiles) or not profile.counts(row, form):
            continue
        options = {**rule.options, **profile.numbers(rule.code)}
        outcome, noticed = _apply(attrs.evolve(context, options=options), rule, row)
        outcomes[outcome] += 1
        findings += [profile.weighed(finding, row) for finding in noticed]
        implied.update(row.implies if noticed else ())
    return Judgement(
        context=context,
        rows=tuple(rows),
        findings=tuple(finding for finding in findings if finding.code not in implied),
        waiting=tuple(
            told
            for result, told in told_by_rows
            if result.blocks(context.collaboration.current_gear) and told.kind is FindingKind.QUESTION
        ),
        outcomes=outcomes,
    )


def validate(
    portfolio: Portfolio,
    *,
    profile: Profile | str = DEFAULT,
    rules: RuleSet | None = None,
    as_of: datetime.date | None = None,
    viewer: str | None = None,
    reading: Reading | None = None,
) -> Report:
    """Return what is open and what is wrong in a portfolio, and how much of it could be judged.

    Ids, references, codes and numbers in registers are looked at (``SAM2xx``); then each collaboration is
    held against the rows of the reading and the rules. A collaboration that is only described from sources
    gets one note. What is waived becomes a note too.

    Args:
        portfolio: The portfolio.
        profile: Which rules count, how much each weighs and with which numbers; or its name.
        rules: The rules written as checks; those of the library if left out.
        as_of: The day to judge it on; today if left out.
        viewer: Id of the party that looks: of what is private its own is judged along; left out, nothing
            private is.
        reading: The reading; the shipped one if left out.

    Returns:
        The report; it records the day.

    Raises:
        ValueError: If there is no profile with that name.

    Example:
        >>> from samenwerking.model import Collaboration
        >>> portfolio = Portfolio(collaborations=[Collaboration(id="x", name="X")])
        >>> report = validate(portfolio, as_of=datetime.date(2026, 1, 1))
        >>> report.ok, len(report.questions) > 0
        (True, True)
    """
    day = as_of or datetime.date.today()
    table = reading or shipped_reading()
    held = catalog() if rules is None else rules
    chosen = profile_of(profile)
    seen = private_for(portfolio, viewer)
    report = inspect(seen) + check_identifiers(seen)
    items, outcomes = list(report.items), Counter(report.outcomes)
    kept: dict[Any, Any] = {}
    for collaboration in seen.collaborations:
        context = RuleContext(
            portfolio=seen, collaboration=collaboration, reading=table, as_of=day, kept=kept
        )
        described = is_described(collaboration, day)
        if described:
            items.append(_about(context, "SAM002"))
            outcomes[Outcome.NOT_APPLICABLE] += 1
        judgement = judge_collaboration(context, held, chosen, tagged_only=described)
        items += judgement.findings
        outcomes.update(judgement.outcomes)
    items = with_waivers(items, chosen.all_waivers, day)
    return Report(items=items, outcomes=outcomes, records=report.records, as_of=day)
