"""The rows of the reading as rules: what is empty is first a question, and later a finding."""

import re
from collections.abc import Iterator
from typing import Any

import attrs

from samenwerking.model import Place, is_empty, places
from samenwerking.report import Finding, Param, placeholders
from samenwerking.rules.definition import RuleContext
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
_OPEN = Bilingual("Nog open bij '{topic}': {fields}.", "Still open at '{topic}': {fields}.")
_OPEN_IN_HEADER = Bilingual("Nog open bij {topic}: {fields}.", "Still open at {topic}: {fields}.")
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
_LIST = re.compile(r"([a-z_]+)\[")


@attrs.frozen(kw_only=True)
class RowResult:
    """What came of one row for one collaboration.

    Args:
        row: The row.
        need: How much the form needs it.
        rest: What came of the places that were not left empty on purpose.
        empty: Those of them where nothing stands.
        left: The places that were left empty on purpose and should not have been.
        wrong: How much that weighs.
    """

    row: Requirement
    need: Need
    rest: Outcome
    empty: tuple[Place, ...] = ()
    left: tuple[Place, ...] = ()
    wrong: Severity = Severity.NOTE

    @property
    def outcome(self) -> Outcome:
        """What came of the row as a whole."""
        return Outcome.FAILED if self.left else self.rest

    @property
    def severity(self) -> Severity:
        """How much it weighs, or would weigh past the gear that it blocks, that something is empty."""
        return _SEVERITY.get(self.need, Severity.NOTE)

    def blocks(self, gear: Gear) -> bool:
        """Say whether an answer is still needed to shift up from a gear.

        Args:
            gear: The gear.

        Returns:
            Whether it is.
        """
        return (self.rest, self.severity, self.row.blocks_at) == (Outcome.OPEN, Severity.ERROR, gear)


def _asked(context: RuleContext, row: Requirement) -> tuple[Place, ...]:
    """Return the places where the row asks for something."""
    if row.path.startswith("portfolio."):
        return ()  # asked of the partner itself, in the coalition's own profile
    found = context.places(row.path)
    if not found and "[]" not in row.path:  # the record that would hold it is not there either
        found = context.places(row.path.rpartition(".")[0])
    first = row.path.split(".")[0]
    if first.endswith("[]") and len(context.places(first)) < row.at_least:
        return ()
    if row.goal_kinds:
        found = tuple(p for p in found if getattr(p.record, "kind", None) in row.goal_kinds)
    everyone = context.collaboration.canvas.parties
    left = (number for number, party in enumerate(everyone) if party.period.ended(context.as_of) is True)
    gone = {("canvas", "parties", number) for number in left}
    return tuple(place for place in found if place.steps[:3] not in gone)


def _keys(place: Place) -> dict[str, str]:
    return {match["list"]: match["key"] for match in _ITEM.finditer(place.path)}


def _unanswered(context: RuleContext, row: Requirement, asked: tuple[Place, ...]) -> tuple[Place, ...]:
    """Return the places where nothing stands, nor at another path of the row for the same items."""
    empty = tuple(place for place in asked if is_empty(place.value))
    for path in row.or_paths if empty else ():
        both = set(_LIST.findall(row.path)) & set(_LIST.findall(path))
        filled = [p for p in context.places(path) if p.value is not False and not is_empty(p.value)]
        answered = {_items(place, both) for place in filled}
        empty = tuple(place for place in empty if _items(place, both) not in answered)
    return empty


def _items(place: Place, lists: set[str]) -> frozenset[tuple[str, str]]:
    return frozenset((name, key) for name, key in _keys(place).items() if name in lists)


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
        return RowResult(row=row, need=need, rest=Outcome.NOT_APPLICABLE)
    asked = _asked(context, row)
    empty = _unanswered(context, row, asked)
    named = {place.path for entry in canvas.left_empty for place in _named(context, entry.path)}
    still = tuple(place for place in empty if place.path not in named)
    if not asked:
        rest = Outcome.NOT_APPLICABLE
    elif not still:
        rest = Outcome.PASSED
    elif past(context, row.blocks_at):
        rest = Outcome.FAILED
    elif context.collaboration.current_gear.order >= row.ask_from.order:
        rest = Outcome.OPEN
    else:
        rest = Outcome.LATER
    wrong = row.if_none.get(canvas.form) if canvas.form else None
    if wrong is None:
        return RowResult(row=row, need=need, rest=rest, empty=still)
    left = tuple(place for place in empty if place.path in named)
    return RowResult(row=row, need=need, rest=rest, empty=still, left=left, wrong=wrong)


def _named(context: RuleContext, path: str) -> tuple[Place, ...]:
    try:
        return places(context.portfolio, context.collaboration, path)
    except ValueError:
        return ()  # told as SAM206


def _all_parties(n: int) -> Bilingual:
    return Bilingual(f"elk van de {n} partijen", f"each of the {n} parties")


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
    remainder: dict[tuple[Any, ...], list[RowResult]] = {}
    for result in results:
        if result.left:
            yield result, _told(context, result, Outcome.FAILED, result.wrong, result.left)
        if result.rest not in (Outcome.OPEN, Outcome.FAILED):
            continue
        if result.row.code == REMAINDER:
            key = (result.row.topic, result.rest, result.severity, result.row.blocks_at)
            remainder.setdefault(key, []).append(result)
        else:
            yield result, _told(context, result, result.rest, result.severity, result.empty)
    for (topic, *_), together in remainder.items():
        first, fields = together[0], dict.fromkeys(_label(result.row.path) for result in together)
        told = _told(context, first, first.rest, first.severity, first.empty)
        params: dict[str, Param] = {"topic": topic.labels if topic else _HEADER, "fields": tuple(fields)}
        template = _OPEN if topic else _OPEN_IN_HEADER
        yield first, attrs.evolve(told, template=template, hint_template=None, params=params)


def _label(path: str) -> Bilingual:
    name = path.split(".")[-1].removesuffix("[]")
    return Bilingual(field_label(name, "nl"), field_label(name, "en"))


def _told(
    context: RuleContext, result: RowResult, outcome: Outcome, severity: Severity, found: tuple[Place, ...]
) -> Finding:
    row = result.row
    rule = context.reading.rules.get(row.code)
    return Finding(
        code=row.code,
        name=rule.name if rule else "",
        template=row.question,
        hint_template=row.hint,
        severity=severity,
        kind=FindingKind.QUESTION if outcome is Outcome.OPEN else FindingKind.FINDING,
        params=_params(context, row, found),
        gear=row.ask_from,
        subject=context.collaboration.id,
        subject_name=context.collaboration.name,
        pointer=context.pointer(*found[:1]),
        field=row.path,
        asks=row.asks,
        marks=row.marks,
        references=row.sources,
    )
