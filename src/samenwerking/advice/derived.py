"""The place on the axes that follows from the agreements, beside the places that the parties give.

An own estimate, not a measurement. Each ingredient, such as a sanction or the way decisions are taken, is
found with some forms and not with others; its place is the middle of where the reading lays those forms. So
the estimate turns round when the reading does.
"""

from collections.abc import Callable, Mapping
from statistics import fmean
from typing import Any, Literal, TypeAlias

import attrs

from samenwerking.advice.case import Case
from samenwerking.advice.obligations import PATH, evidence, owed
from samenwerking.advice.wording import both, fact, fill, load, say
from samenwerking.report import Param
from samenwerking.vocabulary import Axis, Bilingual, Form, Mark, Need, Table

Standing: TypeAlias = Literal["within", "lower", "higher"]
_ENOUGH: int = fact("enough_ingredients")
_NEEDED = (Need.REQUIRED, Need.EXPECTED)


@attrs.frozen(kw_only=True)
class Ingredient:
    """One thing on the canvas that tells something about a place on an axis.

    Args:
        code: Its code, such as ``sanctions``.
        axis: The axis, ``binding`` or ``control``.
        text: What the canvas shows; a question if it cannot be told.
        value: Its place on the axis, 0 to 100; ``None`` if it cannot be told.
        forms: The forms with which it is found.
        evidence: Where on the canvas it stands, in alphabetical order.
        marks: Where it comes from.
    """

    code: str
    axis: str
    text: Bilingual
    value: float | None
    forms: tuple[Form, ...] = ()
    evidence: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = (Mark.OWN,)


@attrs.frozen(kw_only=True)
class DerivedAxis:
    """The place on one axis that follows from the agreements.

    Args:
        axis: The axis.
        value: The place, 0 to 100: the mean of the ingredients that can be told; ``None`` if those are fewer
            than two.
        standing: Whether that lies within the region of the chosen form, lower or higher; ``None`` without
            a value, a form or a region.
        sentence: How that is said, in words.
        ingredients: What it was made from, what cannot be told included.
        marks: Where it comes from.
    """

    axis: Axis
    value: float | None
    standing: Standing | None
    sentence: Bilingual
    ingredients: tuple[Ingredient, ...]
    marks: tuple[Mark, ...] = (Mark.OWN,)


@attrs.frozen
class _Seen:
    """What a canvas shows: the key of the text, where it stands, and what the text needs."""

    key: str = "unknown"
    evidence: tuple[str, ...] = ()
    values: Mapping[str, Param] = attrs.field(factory=dict)


def _obligations(case: Case) -> _Seen:
    found = owed(case)
    if found.firm:
        return _Seen("firm", evidence(found.firm))
    if found.gentle_only:
        # to report on what one pledged oneself is more than to behave
        reports = any(each.kind in fact("pledges") for each in found.gentle)
        return _Seen("pledge" if reports else "conduct", evidence(found.gentle))
    return _Seen("none", (PATH,)) if found.none else _Seen()


def _sanctions(case: Case) -> _Seen:
    backed = tuple(each for each in owed(case).firm if each.sanction)
    return _Seen("some", evidence(backed)) if backed else _Seen()


def _signatures(case: Case) -> _Seen:
    signed = sorted({party.party for party in case.parties if party.signature is not None})
    if not signed:
        return _Seen()
    paths = tuple(f"parties[{party}].signature" for party in signed)
    return _Seen("all" if len(signed) == len(case.party_ids) else "some", paths)


def _notice(case: Case) -> _Seen:
    rules = case.canvas.setup.exit_rules
    return _Seen("stated", ("setup.exit_rules.notice",)) if rules and rules.notice else _Seen()


def _decision_rule(case: Case) -> _Seen:
    rule = case.canvas.setup.decision_rule
    return _Seen("chosen", ("setup.decision_rule",), {"rule": rule.labels}) if rule else _Seen()


def _joint_scope(case: Case) -> _Seen:
    if backed := [goal for goal, parties in case.endorsers.items() if len(parties) > 1]:
        return _Seen("shared", tuple(sorted(f"goals[{goal}].endorsements" for goal in backed)))
    return _Seen("apart", ("goals",)) if case.nothing_shared else _Seen()


def _pooled_means(case: Case) -> _Seen:
    together = [case.serving.get(goal.id, frozenset()) for goal in case.shared_goals]
    if pooled := [parties for parties in together if len(parties) > 1]:
        parties = sorted(frozenset().union(*pooled))
        return _Seen("pooled", tuple(f"parties[{party}].contributions" for party in parties))
    known = all(
        party.contributions and all(contribution.serves for contribution in party.contributions)
        for party in case.parties
    )
    paths = tuple(f"parties[{party}].contributions" for party in case.party_ids)
    return _Seen("apart", paths) if case.parties and known else _Seen()


_LOOK: Mapping[str, Callable[[Case], _Seen]] = Table(
    {
        "obligations": _obligations,
        "sanctions": _sanctions,
        "signatures": _signatures,
        "notice": _notice,
        "decision-rule": _decision_rule,
        "joint-scope": _joint_scope,
        "pooled-means": _pooled_means,
    }
)


def _goes_with(case: Case, form: Form, which: Mapping[str, Any]) -> bool:
    """Say whether the reading finds an outcome with a form; the table says by which of its tables."""
    reading = case.reading
    if "fits" in which:
        return case.canvas.setup.decision_rule in reading.fits(which["fits"], form)
    if "row" in which:
        row = case.row(which["row"])
        return row is not None and row.needs[form] in _NEEDED
    level = reading.capabilities.get(which["capability"])
    return level is not None and getattr(level.cells[form].level, which["flag"]) is which["is"]


def _middle(case: Case, axis: str, forms: tuple[Form, ...]) -> float | None:
    regions = (case.reading.region(form) for form in forms)
    middles = [fmean(getattr(region, axis)) for region in regions if region is not None]
    return fmean(middles) if middles else None


def _ingredient(case: Case, row: Mapping[str, Any]) -> Ingredient:
    seen = _LOOK[row["code"]](case)
    which = row["forms"].get(seen.key)
    forms = tuple(form for form in Form if which and _goes_with(case, form, which))
    return Ingredient(
        code=row["code"],
        axis=row["axis"],
        text=fill(both(row["texts"][seen.key]), **seen.values),
        value=_middle(case, row["axis"], forms),
        forms=forms,
        evidence=seen.evidence,
        marks=tuple(map(Mark, row["marks"])),
    )


def _standing(case: Case, axis: str, value: float | None) -> Standing | None:
    form = case.canvas.form
    region = case.reading.region(form) if form else None
    if value is None or region is None:
        return None
    low, high = getattr(region, axis)
    return "lower" if value < low else "higher" if value > high else "within"


def where(axis: Axis, value: float) -> Bilingual:
    """Return a place on an axis in words, for the numbers are ours.

    Args:
        axis: The axis.
        value: The place, 0 to 100.

    Returns:
        Words.

    Example:
        >>> from samenwerking.vocabulary import reading
        >>> where(reading().axes["binding"], 85).nl
        "dicht bij 'verplichtend'"
    """
    key = "at_low" if value < 100 / 3 else "at_high" if value > 200 / 3 else "at_middle"
    return say(key, axis=axis.labels, low=axis.low, high=axis.high)


def derive(case: Case) -> tuple[DerivedAxis, ...]:
    """Return the place on each axis that follows from the agreements.

    Args:
        case: The collaboration.

    Returns:
        One entry per axis of the reading.
    """
    ingredients = [_ingredient(case, row) for row in load("ingredients")]
    found = []
    for name, axis in case.reading.axes.items():
        own = tuple(each for each in ingredients if each.axis == name)
        values = [each.value for each in own if each.value is not None]
        value = fmean(values) if len(values) >= _ENOUGH else None
        standing = _standing(case, name, value)
        if value is None:
            sentence = say("derived_none", axis=axis.labels)
        elif standing is None or case.canvas.form is None:
            sentence = say("derived_value", axis=axis.labels, where=where(axis, value))
        else:
            labels = {"axis": axis.labels, "low": axis.low, "high": axis.high}
            sentence = say(standing, form=case.canvas.form.labels, **labels)
        found.append(
            DerivedAxis(axis=axis, value=value, standing=standing, sentence=sentence, ingredients=own)
        )
    return tuple(found)
