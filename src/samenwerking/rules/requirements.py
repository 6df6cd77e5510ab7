"""The rows of the reading as rules: what is empty is first a question, and later a finding."""

import re
from collections.abc import Iterator
from typing import Any

import attrs

from samenwerking.model import Place, is_empty, places
from samenwerking.report import Finding, Param, placeholders
from samenwerking.rules.rule import RuleContext
from samenwerking.vocabulary import (
    Bilingual,
    FindingKind,
    Gear,
    Need,
    Outcome,
    Requirement,
    Severity,
    field_label,
)

# The code under which rows without one of their own are told together, per topic.
REMAINDER = "KLO231"
_SEVERITY = {Need.REQUIRED: Severity.ERROR, Need.EXPECTED: Severity.WARNING}
# So many parties are no longer named one by one when all of them are meant.
MANY = 4
_HEADER = Bilingual("de kop van het canvas", "the header of the canvas")
_OPEN = Bilingual("Nog open bij {topic}: {fields}.", "Still open at {topic}: {fields}.")
# What a question may name, and the list on the path that it is the item of.
_NAMED = {
    "party": "parties",
    "goal": "goals",
    "phase": "phases",
    "person": "representatives",
    "contribution": "contributions",
    "indicator": "indicators",
    "result": "maintenance",
    "partner": "partners",
}
_ITEM = re.compile(r"(?P<list>[a-z_]+)\[(?P<key>[^\[\]]*)\]")


@attrs.frozen(kw_only=True)
class RowResult:
    """What came of one row for one collaboration.

    Args:
        row: The row.
        need: How much the form needs it.
        outcome: What came of it.
        empty: The places where nothing stands.
        left: The places that were left empty on purpose and should not have been.
        severity: How much it weighs, or would weigh past the gear that it blocks.
    """

    row: Requirement
    need: Need
    outcome: Outcome
    empty: tuple[Place, ...] = ()
    left: tuple[Place, ...] = ()
    severity: Severity = Severity.NOTE


def _asked(context: RuleContext, row: Requirement) -> tuple[Place, ...]:
    """Return the places where the row asks for something."""
    if row.path.startswith("portfolio."):
        return ()  # asked of the partner itself, in the coalition's own profile
    found = context.places(row.path)
    first = row.path.split(".")[0]
    if first.endswith("[]") and len(context.places(first)) < row.at_least:
        return ()
    if row.goal_kinds:
        found = tuple(p for p in found if getattr(p.record, "kind", None) in row.goal_kinds)
    here = set(context.party_ids)
    return tuple(p for p in found if not p.path.startswith("parties[") or _keys(p).get("parties") in here)


def _keys(place: Place) -> dict[str, str]:
    return {match["list"]: match["key"] for match in _ITEM.finditer(place.path)}


def _answered_elsewhere(context: RuleContext, row: Requirement, place: Place) -> bool:
    """Say whether another path of the row is filled for the same items."""
    keys = _keys(place)
    for path in row.or_paths:
        named = re.sub(r"(\w+)\[\]", lambda m: f"{m[1]}[{keys.get(m[1], '')}]", path)
        if any(not is_empty(other.value) and other.value is not False for other in context.places(named)):
            return True
    return False


def past(context: RuleContext, gear: Gear) -> bool:
    """Say whether the collaboration is past a gear; past the last one once it has certainly ended.

    Args:
        context: The collaboration.
        gear: The gear.

    Returns:
        Whether it is past it.
    """
    now = context.collaboration.current_gear
    ended = now is list(Gear)[-1] and context.collaboration.period.ended(context.as_of) is True
    return now.order > gear.order or ended


def judge(context: RuleContext, row: Requirement) -> RowResult:
    """Return what came of one row for one collaboration.

    Args:
        context: The collaboration.
        row: The row.

    Returns:
        The result.
    """
    canvas = context.collaboration.canvas
    need = context.reading.need(row, canvas.form, canvas.type)
    if need not in _SEVERITY:
        return RowResult(row=row, need=need, outcome=Outcome.NOT_APPLICABLE)
    asked = _asked(context, row)
    empty = tuple(p for p in asked if is_empty(p.value) and not _answered_elsewhere(context, row, p))
    named = {place.path for entry in canvas.left_empty for place in _named(context, entry.path)}
    left = tuple(place for place in empty if place.path in named)
    still = tuple(place for place in empty if place.path not in named)
    wrong = row.if_none.get(canvas.form) if canvas.form else None
    severity = _SEVERITY[need]
    if left and wrong:
        return RowResult(row=row, need=need, outcome=Outcome.FAILED, empty=still, left=left, severity=wrong)
    if not asked:
        outcome = Outcome.NOT_APPLICABLE
    elif not still:
        outcome = Outcome.PASSED
    elif past(context, row.blocks_at):
        outcome = Outcome.FAILED
    elif context.collaboration.current_gear.order >= row.ask_from.order:
        outcome = Outcome.OPEN
    else:
        outcome = Outcome.LATER
    return RowResult(row=row, need=need, outcome=outcome, empty=still, severity=severity)


def _named(context: RuleContext, path: str) -> tuple[Place, ...]:
    try:
        return places(context.portfolio, context.collaboration, path)
    except ValueError:
        return ()  # told as SAM206


def _all_parties(n: int) -> Bilingual:
    return Bilingual(f"alle {n} partijen", f"all {n} parties")


def _params(context: RuleContext, row: Requirement, found: tuple[Place, ...]) -> dict[str, Param]:
    params: dict[str, Param] = {}
    for name in placeholders(row.question.nl):
        keys = dict.fromkeys(key for p in found if (key := _keys(p).get(_NAMED[name])))
        everyone = name == "party" and len(keys) >= MANY and set(keys) == set(context.party_ids)
        params[name] = _all_parties(len(keys)) if everyone else context.names(keys)
    return params


def row_findings(context: RuleContext, results: list[RowResult]) -> Iterator[tuple[RowResult, Finding]]:
    """Yield the questions and findings of the rows.

    Args:
        context: The collaboration.
        results: What came of its rows.

    Yields:
        One finding per row; rows without a code of their own are told together, per topic.
    """
    remainder: dict[tuple[Any, Outcome, Severity], list[RowResult]] = {}
    for result in results:
        if result.outcome not in (Outcome.OPEN, Outcome.FAILED):
            continue
        if result.row.code == REMAINDER and not result.left:
            key = (result.row.topic, result.outcome, result.severity)
            remainder.setdefault(key, []).append(result)
            continue
        told = result.left or result.empty
        yield result, _finding(context, result, result.row.question, _params(context, result.row, told), told)
    for (topic, _, _), together in remainder.items():
        fields = dict.fromkeys(_label(result.row.path) for result in together)
        params: dict[str, Param] = {"topic": topic.labels if topic else _HEADER, "fields": tuple(fields)}
        yield together[0], _finding(context, together[0], _OPEN, params, together[0].empty)


def _label(path: str) -> Bilingual:
    name = path.split(".")[-1].removesuffix("[]")
    return Bilingual(field_label(name, "nl"), field_label(name, "en"))


def _finding(
    context: RuleContext,
    result: RowResult,
    text: Bilingual,
    params: dict[str, Param],
    found: tuple[Place, ...],
) -> Finding:
    row = result.row
    rule = context.reading.rules.get(row.code)
    asked = result.outcome is Outcome.OPEN
    return Finding(
        code=row.code,
        name=rule.name if rule else "",
        template=text,
        hint_template=row.hint if text is row.question else None,
        severity=result.severity,
        kind=FindingKind.QUESTION if asked else FindingKind.FINDING,
        params=params,
        gear=row.ask_from,
        subject=context.collaboration.id,
        subject_name=context.collaboration.name,
        pointer=context.pointer(found[0]) if found else "",
        field=row.path,
        asks=row.asks,
        marks=row.marks,
        references=row.sources,
    )
