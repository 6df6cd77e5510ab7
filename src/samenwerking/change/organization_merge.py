"""Making two organizations one: all that points at either points at the one that is kept."""

from collections.abc import Iterator
from typing import Any, Literal

import attrs

from samenwerking.change.matching import different_numbers
from samenwerking.change.organizations import apart, organization_of
from samenwerking.model import Extra, FieldPlan, Organization, Portfolio, is_empty, plan, pointer
from samenwerking.model.record import HIDDEN, labels
from samenwerking.model.registers import compact, scheme_label
from samenwerking.report import Finding, Param, make_finding
from samenwerking.vocabulary import Bilingual

# Of these neither gives way: the other's name becomes an alias, and its id an earlier id.
_BOTH_KEPT = ("id", "name")
_STANDINGS = ("partners", "supporters")
_YES_OR_NO = {True: Bilingual("ja", "yes"), False: Bilingual("nee", "no")}


class MergeConflict(ValueError):
    """Raised when two organizations say different things, so that one of them would be lost.

    Args:
        findings: What differs (``SAM911``), and where both stand (``SAM912``).
    """

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        super().__init__("\n".join(finding.message("en") for finding in findings))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.findings,)


def _merged(keep: Organization, drop: Organization) -> Organization:
    values: dict[str, Any] = {}
    for field in plan(Organization):
        ours, theirs = getattr(keep, field.name), getattr(drop, field.name)
        if field.many:
            values[field.name] = tuple(dict.fromkeys((*ours, *theirs)))
        elif field.kind == "extra":
            values[field.name] = Extra({**theirs, **ours})
        else:
            values[field.name] = theirs if is_empty(ours) else ours
    numbers = {(each.scheme, compact(each)): each for each in reversed(values["identifiers"])}
    aliases = dict.fromkeys((*keep.aliases, drop.name, *drop.aliases))
    values |= {
        "id": keep.id,
        "aliases": tuple(name for name in aliases if name.strip() and name != values["name"]),
        "identifiers": tuple(each for each in values["identifiers"] if each in numbers.values()),
        "formerly": tuple(dict.fromkeys((*keep.formerly, drop.id, *drop.formerly))),
    }
    return Organization(**values)


def _shown(field: FieldPlan, value: Any) -> Param:
    if field.kind == "closed":
        return value.labels  # type: ignore[no-any-return]
    if field.kind == "bool":
        return _YES_OR_NO[value]
    if field.kind == "record":
        parts = (getattr(value, each.name) for each in plan(field.item))
        return ", ".join(str(part) for part in parts if not is_empty(part))
    return f"'{value}'"


def _values(keep: Organization, drop: Organization) -> Iterator[tuple[str, Bilingual, Param, Param]]:
    """Yield what differs: the attribute, its label, and what each says."""
    for field in plan(Organization):
        ours, theirs = getattr(keep, field.name), getattr(drop, field.name)
        if field.many or field.name in _BOTH_KEPT or is_empty(ours) or is_empty(theirs) or ours == theirs:
            continue
        if field.kind == "extra":
            for key in sorted(ours.keys() & theirs.keys()):
                if ours[key] != theirs[key]:
                    yield field.name, Bilingual(key, key), f"'{ours[key]}'", f"'{theirs[key]}'"
        else:
            yield field.name, labels(field.name), _shown(field, ours), _shown(field, theirs)
    hidden = bool(keep.private_fields or drop.private_fields)
    for scheme, one, other in different_numbers(keep, drop):
        yield "identifiers", scheme_label(scheme), HIDDEN if hidden else one, HIDDEN if hidden else other


def _twice(portfolio: Portfolio, keep: str, drop: str) -> Iterator[tuple[str, Param]]:
    """Yield where both stand: a pointer and what people call that place."""
    for name in _STANDINGS:
        parties = [record.party for record in getattr(portfolio, name)]
        if keep in parties and drop in parties:
            yield pointer((name, parties.index(drop))), labels(name)
    for position, collaboration in enumerate(portfolio.collaborations):
        parties = [each.party for each in collaboration.canvas.parties]
        if keep in parties and drop in parties:
            path = ("collaborations", position, "canvas", "parties", parties.index(drop))
            yield pointer(path), f"'{collaboration.name}'"


def _conflicts(portfolio: Portfolio, keep: Organization, drop: Organization) -> Iterator[Finding]:
    both: dict[str, Param] = {"keep": keep.id, "drop": drop.id}
    name = "" if keep.private_fields else keep.name
    path = portfolio.located(keep.id)[0].path
    for attribute, label, ours, theirs in _values(keep, drop):
        params = both | {"field": label, "a": ours, "b": theirs}
        place = pointer((*path, attribute))
        yield make_finding(
            "SAM911", params, pointer=place, subject=keep.id, subject_name=name, field=attribute
        )
    for place, where in _twice(portfolio, keep.id, drop.id):
        params = both | {"where": where}
        yield make_finding("SAM912", params, pointer=place, subject=keep.id, subject_name=name, field="party")


def merge_organizations(
    portfolio: Portfolio, keep: Any, drop: Any, conflicts: Literal["error", "keep"] = "error"
) -> Portfolio:
    """Return a portfolio in which two organizations are one.

    Whatever pointed at ``drop`` points at ``keep``: participations, partners, goals, places left empty. The
    one that is kept gets the name of the other as an alias, its aliases, numbers and sources, and its id in
    ``formerly``, so that an older list is still understood. What is empty is filled in from the other. Two
    participations in one collaboration stay two, and so do two partners or supporters.

    Args:
        portfolio: The portfolio.
        keep: The organization that stays, or its id.
        drop: The organization that becomes part of it, or its id.
        conflicts: What to do where the two say different things, or both stand in one place: ``"error"``
            refuses and tells all of it, ``"keep"`` lets the value of ``keep`` stand.

    Returns:
        A new portfolio.

    Raises:
        MergeConflict: If the two say different things; its ``findings`` tell which.
        ValueError: If it is on file that they are two (``distinct_from``, ``part_of``), if a private name
            would no longer be private, or for another word in ``conflicts``.
        UnknownId: If one of them is not there.
        TypeError: If one of them is no organization.

    Example:
        >>> wur = Organization(id="wur", name="WUR")
        >>> full = Organization(id="wageningen", name="Wageningen University & Research")
        >>> one = merge_organizations(Portfolio(organizations=[wur, full]), "wageningen", "wur")["wageningen"]
        >>> one.aliases, one.formerly
        (('WUR',), ('wur',))
    """
    if conflicts not in ("error", "keep"):
        raise ValueError(f"conflicts must be 'error' or 'keep', not {conflicts!r}")
    ours, theirs = organization_of(portfolio, keep), organization_of(portfolio, drop)
    if ours.id == theirs.id or apart(portfolio, ours, theirs):
        why = "it is on file that they are two" if ours.id != theirs.id else "they are one already"
        raise ValueError(f"{ours.id!r} and {theirs.id!r} cannot become one: {why}")
    merged = _merged(ours, theirs)
    if (ours.private_fields or theirs.private_fields) and not merged.private_fields:
        raise ValueError(f"a private name of {ours.id!r} or {theirs.id!r} would no longer be private")
    findings = tuple(_conflicts(portfolio, ours, theirs))
    if findings and conflicts == "error":
        raise MergeConflict(findings)
    # The one that goes takes the content of the one that stays, and then its id: so all references follow.
    alone = portfolio.remove(ours.id, dangling="keep").replace(attrs.evolve(merged, id=theirs.id))
    after = alone.rename(theirs.id, ours.id)
    others = [each for each in after.organizations if each.id != ours.id]
    before, gone = (portfolio.located(each.id)[0].position for each in (ours, theirs))
    others.insert(before - (gone < before), after[ours.id])
    return attrs.evolve(after, organizations=others)
