"""What of a portfolio may leave the house: facts that parties stand for together, and nothing personal."""

from collections.abc import Mapping
from itertools import count
from types import MappingProxyType
from typing import Any, TypeVar, cast

import attrs

from samenwerking.change.renaming import Renamer, every_id, reworded, unlike, with_ids
from samenwerking.model import (
    Agreement,
    Canvas,
    Contribution,
    Evaluation,
    Funding,
    Goal,
    GoalStatus,
    Identified,
    Organization,
    Participation,
    Portfolio,
    Record,
    Setup,
    Signature,
    plan,
    without_private,
)
from samenwerking.model.plan import FieldPlan, remembered
from samenwerking.model.references import walk
from samenwerking.vocabulary import Bilingual, FundingStatus, OrganizationKind

R = TypeVar("R", bound=Record)

_JUDGEMENT = Bilingual("een oordeel van of over een genoemde deelnemer", "a judgement by or on a named party")
_PROGRESS = Bilingual("hoe ver een genoemde deelnemer is", "how far a named party has come")
_TALKS = Bilingual("overleg van de deelnemers onder elkaar", "talks of the parties among themselves")
_PEOPLE = Bilingual("het gaat over mensen", "it is about people")
_OUTSIDERS = Bilingual(
    "het gaat over wie niet aan tafel zit en er niet over meepraat",
    "it is about those who are not at the table and have no say in it",
)
_ANYTHING = Bilingual("er kan van alles in staan", "it may say anything")
_FINGERPRINT = Bilingual("het past niet meer bij wat overblijft", "it no longer fits what is left")

# What is left out beside what is private, and why: own proposal, after how partners come to trust a report
# (no scores and no judgements per named party).
LEFT_OUT: Mapping[tuple[type, str], Bilingual] = MappingProxyType(
    {
        (Portfolio, "extra"): _ANYTHING,
        (Identified, "note"): _ANYTHING,
        (Identified, "extra"): _ANYTHING,
        (Goal, "achievable_alone_by"): _JUDGEMENT,
        (GoalStatus, "note"): _ANYTHING,
        (Participation, "interests_discussed"): _JUDGEMENT,
        (Participation, "alternative"): _JUDGEMENT,
        (Participation, "position"): _JUDGEMENT,
        (Participation, "perceived_form"): _JUDGEMENT,
        (Participation, "last_active"): _PROGRESS,
        (Participation, "feedback"): _TALKS,
        (Participation, "representatives"): _PEOPLE,
        (Contribution, "deliveries"): _PROGRESS,
        (Signature, "authorized"): _PEOPLE,
        (Canvas, "stakeholders"): _OUTSIDERS,
        (Canvas, "step_back_route"): _TALKS,
        (Canvas, "decisions"): _TALKS,
        (Canvas, "left_empty"): _TALKS,
        (Setup, "trust"): _JUDGEMENT,
        (Evaluation, "findings"): _TALKS,
        (Evaluation, "actions"): _TALKS,
        (Agreement, "at"): _TALKS,
        (Agreement, "digest"): _FINGERPRINT,
    }
)
_PERSON = "persoon"


def _is_left_out(cls: type, field: FieldPlan) -> bool:
    return any((each, field.name) in LEFT_OUT for each in cls.__mro__)


def _concerned(cls: type) -> bool:
    return cls is Funding or bool(_steps(cls))


@remembered
def _steps(cls: type) -> tuple[FieldPlan, ...]:
    """Return the attributes of a class that are left out or lead to what is left out."""
    return tuple(
        field
        for field in plan(cls)
        if _is_left_out(cls, field) or (field.kind == "record" and _concerned(field.item))
    )


def _is_open_talk(record: Any) -> bool:
    return isinstance(record, Funding) and record.status is FundingStatus.IN_TALKS


def _stripped(record: R) -> R:
    """Return a record without what the table leaves out, and without funding that is still in talks."""
    changed: dict[str, Any] = {}
    for field in _steps(type(record)):
        value = getattr(record, field.name)
        if _is_left_out(type(record), field):
            new: Any = field.default
        elif field.many:
            new = tuple([_stripped(item) for item in value if not _is_open_talk(item)])
        else:
            new = None if value is None else _stripped(value)
        if new != value:
            changed[field.name] = new
    return cast("R", attrs.evolve(cast("Any", record), **changed)) if changed else record


def _is_unnamed(record: Record) -> bool:
    """Say whether a record is a person that no source makes public."""
    person = isinstance(record, Organization) and record.kind is OrganizationKind.PERSON
    return person and not cast("Organization", record).sources


def _neutral_ids(portfolio: Portfolio) -> dict[str, str]:
    """Return a neutral id for each person that no source makes public; the same in whatever order."""
    people = {record.id for record in portfolio.organizations if _is_unnamed(record)}
    ids = every_id(portfolio)
    taken = set(ids) - people
    free = (new for n in count(1) if (new := f"{_PERSON}-{n}") not in taken)
    return dict(zip((id_ for id_ in ids if id_ in people), free, strict=False))


def _renamer(portfolio: Portfolio, people: dict[str, str]) -> Renamer:
    """Return what replaces the names of unnamed persons."""
    names: dict[str, str] = {}
    for record in filter(_is_unnamed, portfolio.organizations):
        called = (record.id, record.name, *record.aliases, *record.formerly)
        names |= dict.fromkeys(called, people[record.id].replace("-", " "))
    return Renamer(names)


def _new_ids(portfolio: Portfolio, people: dict[str, str], renamer: Renamer) -> dict[str, str]:
    """Return ids in which no unnamed person can be recognised, for those that change."""
    kept = {id_ for id_ in every_id(portfolio) if id_ not in people and renamer(id_) == id_}
    taken = kept | set(people.values())
    others = (id_ for id_ in every_id(portfolio) if id_ not in people and id_ not in kept)
    return people | {id_: unlike(renamer(id_).replace(" ", "-"), taken) for id_ in others}


def public(portfolio: Portfolio) -> Portfolio:
    """Return what of a portfolio may leave the house.

    Left out are what is private, what the table ``LEFT_OUT`` names with its reason, funding that is still in
    talks, and whoever is a person and not made public by ``sources``: where something points at such a person
    there is one without a name, called ``persoon-1`` and so on, in texts too. What is left hangs together as
    well as the portfolio did. Own proposal; :doc:`/how-to/private-content` shows the table.

    Args:
        portfolio: The portfolio.

    Returns:
        A portfolio; the same one if there is nothing to leave out and nobody to leave unnamed.

    Example:
        >>> from samenwerking.model import Collaboration
        >>> party = Participation(party="jan", perceived_form="shared-goal", accepted_on="2026")
        >>> jan = Organization(id="jan", kind="person", name="Jan Voorbeeld")
        >>> c = Collaboration(id="c", name="Erf van Jan Voorbeeld", canvas=Canvas(parties=[party]))
        >>> shared = public(Portfolio(organizations=[jan], collaborations=[c]))
        >>> shared["c"].name, shared["c"].canvas.parties
        ('Erf van persoon 1', (Participation(party='persoon-1', accepted_on=Date(iso='2026')),))
    """
    shared = _stripped(without_private(portfolio))
    people = _neutral_ids(portfolio)
    if not people:
        return shared
    renamer = _renamer(portfolio, people)
    shared = reworded(with_ids(shared, _new_ids(shared, people, renamer)), renamer)
    others = [place.record for place in shared.locations() if not _is_unnamed(place.record)]
    mentioned = {found.value for record in others for found in walk(record)}
    organizations = [
        _bare(record) if _is_unnamed(record) else record
        for record in shared.organizations
        if not _is_unnamed(record) or record.id in mentioned
    ]
    return attrs.evolve(shared, organizations=organizations)


def _bare(person: Organization) -> Organization:
    """Return a person of whom only is told what does not say who it is."""
    told = {name: getattr(person, name) for name in ("ownership", "sector", "has_constituency")}
    return Organization(id=person.id, kind=person.kind, **told)
