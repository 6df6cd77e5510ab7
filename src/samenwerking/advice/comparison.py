"""What changes on the canvas if the other form is chosen."""

import re
from collections.abc import Iterator
from typing import Any

import attrs

from samenwerking.advice.case import Case, Day, open_case
from samenwerking.advice.wording import say, word
from samenwerking.model import Place, Portfolio, is_empty
from samenwerking.vocabulary import (
    Bilingual,
    CanvasTopic,
    Form,
    Language,
    Need,
    ObligationKind,
    Reading,
    Requirement,
    Severity,
    field_label,
)

_ITEM = re.compile(r"(?P<list>[a-z_]+)\[(?P<key>[^\[\]]*)\]")
_LIST = re.compile(r"([a-z_]+)\[\]")
_PER = {"goals": "per_goal", "parties": "per_party", "phases": "per_phase", "maintenance": "per_result"}
# The lines of a topic: what is needed then, and whether it is there now; ``None``: no matter.
_GROUPS: dict[str, tuple[Need, bool | None]] = {
    "required_open": (Need.REQUIRED, False),
    "required_there": (Need.REQUIRED, True),
    "expected_open": (Need.EXPECTED, False),
    "expected_there": (Need.EXPECTED, True),
    "optional": (Need.OPTIONAL, None),
    "out_there": (Need.NOT_APPLICABLE, True),
    "out": (Need.NOT_APPLICABLE, False),
}
_WEIGHTS: tuple[Severity | None, ...] = (*Severity, None)  # heaviest first


@attrs.frozen(kw_only=True)
class RowChange:
    """A fact that one form needs more than the other.

    Args:
        requirement: The row of the reading.
        before: How much the first form needs it.
        after: How much the other form needs it.
        places: How many places on the canvas it may stand in now.
        empty: Those of them that are open: empty, and not on purpose.
    """

    requirement: Requirement
    before: Need
    after: Need
    places: int
    empty: tuple[str, ...]

    @property
    def filled(self) -> bool | None:
        """Whether it is there now, everywhere; ``None`` if there is no place for it yet."""
        return not self.empty if self.places else None


@attrs.frozen(kw_only=True)
class RuleChange:
    """A rule that weighs differently.

    Args:
        code: Its code.
        titles: Its title in both languages.
        before: Its severity for the first form; ``None`` where it does not apply.
        after: Its severity for the other form.
        profiles: Profiles that switch the rule on; empty: always on.
    """

    code: str
    titles: Bilingual
    before: Severity | None
    after: Severity | None
    profiles: tuple[str, ...] = ()

    @property
    def change(self) -> str:
        """``"starts"``, ``"stops"``, ``"heavier"`` or ``"lighter"``."""
        if self.before is None or self.after is None:
            return "starts" if self.before is None else "stops"
        heavier = _WEIGHTS.index(self.after) < _WEIGHTS.index(self.before)
        return "heavier" if heavier else "lighter"


@attrs.frozen(kw_only=True)
class Misfit:
    """Something on the canvas that fits one of the two forms only.

    Args:
        path: Where it stands.
        text: What it is.
        before: Whether it fits the first form.
        after: Whether it fits the other form.
    """

    path: str
    text: Bilingual
    before: bool
    after: bool


@attrs.frozen(kw_only=True)
class FormComparison:
    """What changes on a canvas if another form is chosen. Nothing is changed by it.

    Args:
        collaboration: Id of the collaboration.
        name: What it is called.
        before: The first form.
        after: The other form.
        rows: Facts that are needed more or less, in the order of the reading.
        rules: Rules that start, stop or weigh differently, in the order of the reading.
        misfits: What is there now and fits one of the two forms only, by path.

    Example:
        >>> from samenwerking.io import example
        >>> pair = ("network-preferred", "shared-goal")
        >>> found = compare_forms(example("network-preferred"), "coalitie-levend-nergensland", *pair)
        >>> [rule.code for rule in found.rules if rule.change == "starts"][:3]
        ['KAN101', 'KAN107', 'KAN109']
    """

    collaboration: str
    name: str
    before: Form
    after: Form
    rows: tuple[RowChange, ...]
    rules: tuple[RuleChange, ...]
    misfits: tuple[Misfit, ...]

    def text(self, language: Language = "nl") -> str:
        """Return the comparison as people read it.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            Lines of text, without a newline at the end.

        Raises:
            ValueError: If the language is neither.

        Example:
            >>> from samenwerking.io import example
            >>> found = compare_forms(example("draft"), "voorbeeldpolder", "shared-goal", "shared-goal")
            >>> print(found.text("en").splitlines()[-1])
            Nothing changes.
        """
        return "\n".join(_lines(self, language))


def _lines(comparison: FormComparison, language: Language) -> Iterator[str]:
    yield word("change_title", language, name=comparison.name)
    yield word("from_to", language, before=comparison.before.labels, after=comparison.after.labels)
    if not (comparison.rows or comparison.rules or comparison.misfits):
        yield word("no_change", language)
    for topic in (None, *CanvasTopic):
        rows = [row for row in comparison.rows if row.requirement.topic is topic and _is_asked(row)]
        if rows:
            yield from ("", topic.label(language) if topic else word("header", language))
        for key, (need, filled) in _GROUPS.items():
            if what := tuple(_label(row) for row in rows if row.after is need and _in(filled, row)):
                yield f"- {word(key, language, what=what)}"
    for key, fits in (("misfits", False), ("fits_again", True)):
        if found := [misfit for misfit in comparison.misfits if misfit.after is fits]:
            yield from ("", word(key, language))
            yield from (f"- {misfit.text.get(language)}" for misfit in found)
    # what is asked was told above, and what only a profile switches on is nobody's surprise
    asked = {row.requirement.code for row in comparison.rows}
    told = [rule for rule in comparison.rules if rule.code not in asked and not rule.profiles]
    if told:
        yield from ("", word("rules", language))
    for change in ("starts", "heavier", "lighter", "stops"):
        if titles := tuple(say("quoted", what=rule.titles) for rule in told if rule.change == change):
            yield f"- {word(change, language, what=titles)}"


def _is_asked(row: RowChange) -> bool:
    """Say whether a row is worth a word: which form it is, is what this is all about."""
    return row.requirement.path != "form"


def _in(filled: bool | None, row: RowChange) -> bool:
    return filled is None or filled is (row.filled is True)


def _last_label(path: str) -> Bilingual:
    name = path.split(".")[-1].removesuffix("[]")
    return Bilingual(field_label(name, "nl"), field_label(name, "en"))


def _label(row: RowChange) -> Bilingual:
    path = row.requirement.path
    within = next((each for each in _LIST.findall(path) if each in _PER), None)
    return say(_PER[within], what=_last_label(path)) if within else _last_label(path)


def _asked(case: Case, row: Requirement) -> tuple[Place, ...]:
    """Return the places where a fact may stand now."""
    if row.path.startswith("portfolio."):
        return ()  # asked of the coalition's partners, not on this canvas
    found = case.places(row.path)
    if not found and "[]" not in row.path:  # the record that would hold it is not there either
        found = case.places(row.path.rpartition(".")[0])
    first = row.path.split(".")[0]
    if first.endswith("[]") and len(case.places(first)) < row.at_least:
        return ()
    if row.goal_kinds:
        found = tuple(place for place in found if getattr(place.record, "kind", None) in row.goal_kinds)
    return found


def _items(path: str, lists: set[str]) -> frozenset[tuple[str, str]]:
    return frozenset((each["list"], each["key"]) for each in _ITEM.finditer(path) if each["list"] in lists)


def _open(case: Case, row: Requirement, asked: tuple[Place, ...]) -> tuple[str, ...]:
    """Return the places where nothing stands: not there, not at another path of the row, nor on purpose."""
    empty = [place.path for place in asked if is_empty(place.value) and not case.left_empty(place.path)]
    for path in row.or_paths if empty else ():
        lists = set(_LIST.findall(row.path)) & set(_LIST.findall(path))
        filled = (each for each in case.places(path) if each.value is not False and not is_empty(each.value))
        answered = {_items(each.path, lists) for each in filled}
        empty = [each for each in empty if _items(each, lists) not in answered]
    return tuple(sorted(empty))


def _row_changes(case: Case, before: Form, after: Form) -> Iterator[RowChange]:
    for row in case.reading.requirements:
        if row.needs[before] is not row.needs[after]:
            asked = _asked(case, row)
            yield RowChange(
                requirement=row,
                before=row.needs[before],
                after=row.needs[after],
                places=len(asked),
                empty=_open(case, row, asked),
            )


def _rule_changes(reading: Reading, before: Form, after: Form) -> Iterator[RuleChange]:
    for rule in reading.rules.values():
        weights = (reading.severity(rule.code, before), reading.severity(rule.code, after))
        if weights[0] is not weights[1]:
            yield RuleChange(
                code=rule.code,
                titles=rule.titles,
                before=weights[0],
                after=weights[1],
                profiles=rule.profiles,
            )


def _judged(case: Case, form: Form) -> Iterator[tuple[str, Bilingual, bool]]:
    """Yield what is on the canvas and may or may not fit a form: where, what, and whether it fits."""
    setup, reading = case.canvas.setup, case.reading
    # as with the rule on obligations in a network, fees and legal duties fit anywhere
    kinds = {*reading.obligation_kinds(form), ObligationKind.PAYMENT}
    for each in setup.obligations:
        text = say("obligation", what=each.text, kind=each.kind.labels)
        yield f"setup.obligations[{each.text}]", text, each.legal_duty or each.kind in kinds
    if rule := setup.decision_rule:
        text = say("decision_rule", what=rule.labels)
        yield "setup.decision_rule", text, rule in reading.fits("decision-rule", form)
    for step in setup.conflict_procedure.steps if setup.conflict_procedure else ():
        text = say("conflict_step", what=step.labels)
        yield f"setup.conflict_procedure.steps[{step}]", text, step in reading.fits("conflict-step", form)
    for row in reading.requirements:
        for place in _asked(case, row) if row.if_none else ():
            if is_empty(place.value) and case.left_empty(place.path):
                what = _last_label(row.path)
                item = next((case.name(each["key"]) for each in _ITEM.finditer(place.path)), None)
                text = say("left_empty_of", what=what, item=item) if item else say("left_empty", what=what)
                yield place.path, text, form not in row.if_none


def _misfits(case: Case, before: Form, after: Form) -> tuple[Misfit, ...]:
    both = zip(_judged(case, before), _judged(case, after), strict=True)
    found = {
        Misfit(path=path, text=text, before=fits, after=fits_after)
        for (path, text, fits), (*_, fits_after) in both
        if fits is not fits_after
    }
    return tuple(sorted(found, key=lambda misfit: (misfit.path, misfit.text.nl)))


def compare_forms(
    portfolio: Portfolio,
    collaboration: Any,
    before: Form | str,
    after: Form | str,
    *,
    reading: Reading | None = None,
    as_of: Day | None = None,
) -> FormComparison:
    """Tell what changes on a canvas if another form is chosen.

    The form that was chosen, if any, makes no difference: any two forms can be compared.

    Args:
        portfolio: The portfolio. Private content is not looked at.
        collaboration: The collaboration or its id.
        before: The first form.
        after: The other form.
        reading: The reading; the shipped one if left out.
        as_of: A day; who had certainly left by then does not count. Without it everyone counts.

    Returns:
        The comparison; the other way round it is the same with before and after changing places.

    Raises:
        UnknownId: If there is no such record.
        TypeError: If the record is no collaboration.
        ValueError: If there is no such form, or ``as_of`` is no day.

    Example:
        >>> from samenwerking.io import example
        >>> pair = ("shared-goal", "network-preferred")
        >>> found = compare_forms(example("shared-goal"), "gebiedsproces-bedachte-polder", *pair)
        >>> [misfit.text.nl for misfit in found.misfits][:1]
        ['geschilafspraak: arbitrage']
    """
    first, other = Form(before), Form(after)
    case = open_case(portfolio, collaboration, reading, as_of)
    return FormComparison(
        collaboration=case.collaboration.id,
        name=case.name(case.collaboration.id),
        before=first,
        after=other,
        rows=tuple(_row_changes(case, first, other)),
        rules=tuple(_rule_changes(case.reading, first, other)),
        misfits=_misfits(case, first, other),
    )
