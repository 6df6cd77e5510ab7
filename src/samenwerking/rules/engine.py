"""Holding the rules against a portfolio: every outcome counted, no rule able to stop the others."""

import datetime
from collections import Counter
from collections.abc import Mapping
from typing import Any

import attrs

from samenwerking.model import Collaboration, Portfolio, inspect, is_empty
from samenwerking.report import Finding, Report
from samenwerking.rules.catalog import RuleSet, catalog
from samenwerking.rules.definition import Problem, Rule, RuleContext
from samenwerking.rules.profile import DEFAULT, Profile, profile_of
from samenwerking.rules.requirements import RowResult, judge, row_findings
from samenwerking.rules.texts import rule_texts
from samenwerking.vocabulary import (
    FindingKind,
    Mark,
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


def _note(context: RuleContext, code: str, severity: Severity, params: dict[str, Any]) -> Finding:
    text = rule_texts()[code][""]
    return Finding(
        code=code,
        name={"SAM001": "rule-crashed", "SAM002": "described-from-sources"}[code],
        template=text.message,
        severity=severity,
        kind=FindingKind.NOTE if severity is Severity.NOTE else FindingKind.FINDING,
        params=params,
        subject=context.collaboration.id,
        subject_name=context.collaboration.name,
        pointer=context.pointer(),
        marks=(Mark.OWN,),
    )


def _told(context: RuleContext, rule: Rule, row: RuleRow, severity: Severity, problem: Problem) -> Finding:
    text = (rule.texts or rule_texts()[rule.code])[problem.cause]
    found = context.places(problem.at)
    form = context.form
    return Finding(
        code=rule.code,
        name=row.name,
        template=text.message,
        hint_template=text.hint,
        severity=severity,
        params=problem.params,
        gear=row.gear,
        subject=context.collaboration.id,
        subject_name=context.collaboration.name,
        pointer=context.pointer(*found[:1]),
        field=problem.at,
        marks=row.marks.get(form, ()) if form else row.undecided_marks,
        references=row.refs,
    )


def _apply(context: RuleContext, rule: Rule) -> tuple[Outcome, list[Finding]]:
    canvas = context.collaboration.canvas
    table = context.reading
    if rule.row is not None:  # a rule of another package
        table = attrs.evolve(table, rules={rule.code: rule.row})
    row = table.rules.get(rule.code)
    gear = context.collaboration.current_gear
    severity = table.severity(rule.code, canvas.form, canvas.type, gear)
    if row is None or severity is None:
        return Outcome.NOT_APPLICABLE, []
    if row.gear and row.gear.order > gear.order:
        return Outcome.LATER, []
    try:
        found = all(any(not is_empty(p.value) for p in context.places(path)) for path in rule.needs)
        if not found:
            return Outcome.UNKNOWN, []
        told = [_told(context, rule, row, severity, problem) for problem in rule.check(context)]
    except Exception as error:  # a rule that crashes must not stop the others
        detail = f"{type(error).__name__}: {error}"
        return Outcome.UNKNOWN, [
            _note(context, "SAM001", Severity.ERROR, {"rule": rule.code, "detail": detail})
        ]
    return (Outcome.FAILED if told else Outcome.PASSED), told


def judge_collaboration(
    portfolio: Portfolio,
    collaboration: Collaboration,
    *,
    table: Reading,
    rules: RuleSet,
    as_of: datetime.date,
    profile: Profile = DEFAULT,
) -> Judgement:
    """Hold all rules against one collaboration, described or not.

    Args:
        portfolio: The portfolio.
        collaboration: The collaboration.
        table: The reading.
        rules: The rules written as checks.
        as_of: The day.
        profile: Which rules count, and how much.

    Returns:
        What came of it.
    """
    context = RuleContext(portfolio=portfolio, collaboration=collaboration, reading=table, as_of=as_of)
    rows = [judge(context, row) for row in table.requirements if profile.keeps(row.code)]
    outcomes = Counter(result.outcome for result in rows)
    told_by_rows = tuple((result, profile.weighed(told)) for result, told in row_findings(context, rows))
    findings = [finding for _, finding in told_by_rows]
    implied: set[str] = set()
    for rule in filter(lambda rule: profile.keeps(rule.code), rules.values()):
        options = {**rule.options, **profile.options.get(rule.code, {})}
        outcome, noticed = _apply(attrs.evolve(context, options=options), rule)
        outcomes[outcome] += 1
        findings += map(profile.weighed, noticed)
        if outcome is Outcome.FAILED:
            implied.update(rule.implies)
    return Judgement(
        context=context,
        rows=tuple(rows),
        findings=tuple(finding for finding in findings if finding.code not in implied),
        waiting=tuple(
            told
            for result, told in told_by_rows
            if result.blocks(collaboration.current_gear) and told.kind is FindingKind.QUESTION
        ),
        outcomes=outcomes,
    )


def validate(
    portfolio: Portfolio,
    *,
    profile: Profile | str = DEFAULT,
    rules: RuleSet | None = None,
    as_of: datetime.date | None = None,
    reading: Reading | None = None,
) -> Report:
    """Return what is open and what is wrong in a portfolio, and how much of it could be judged.

    Ids, references and codes are looked at (``SAM2xx``); then each collaboration is held against the rows
    of the reading and the rules. A collaboration that is only described from sources gets one note.

    Args:
        portfolio: The portfolio.
        profile: Which rules count, how much each weighs and with which numbers; or its name.
        rules: The rules written as checks; those of the library if left out.
        as_of: The day to judge it on; today if left out.
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
    report = inspect(portfolio)
    items, outcomes = list(report.items), Counter(report.outcomes)
    for collaboration in portfolio.collaborations:
        if is_described(collaboration, day):
            context = RuleContext(portfolio=portfolio, collaboration=collaboration, reading=table, as_of=day)
            items.append(_note(context, "SAM002", Severity.NOTE, {}))
            outcomes[Outcome.NOT_APPLICABLE] += 1
            continue
        judgement = judge_collaboration(
            portfolio, collaboration, table=table, rules=held, as_of=day, profile=chosen
        )
        items += judgement.findings
        outcomes.update(judgement.outcomes)
    return Report(items=items, outcomes=outcomes, records=report.records, as_of=day)
