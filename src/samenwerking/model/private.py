"""Where private content stands, and a portfolio without it or as one party may see it."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar, cast

import attrs

from samenwerking.model.organizations import Organization
from samenwerking.model.participation import Participation
from samenwerking.model.plan import FieldPlan
from samenwerking.model.portfolio import Portfolio
from samenwerking.model.record import Path, Record, as_optional_id
from samenwerking.model.references import leading
from samenwerking.vocabulary import OrganizationKind

R = TypeVar("R", bound=Record)
# What is private about a person whom no source makes public, and what it is without.
PERSONAL: dict[str, Any] = {"name": "", "aliases": ()}


def is_private(field: FieldPlan) -> bool:
    """Say whether an attribute is private, or holds records that may be private by what they are.

    Args:
        field: The attribute.

    Returns:
        Whether it is; with :func:`~samenwerking.model.references.leading` it finds the way to all of them.
    """
    return field.private or field.item is Organization


def private_paths(record: Any, path: Path = ()) -> Iterator[Path]:
    """Yield where private content stands.

    Args:
        record: A record, such as a whole portfolio.
        path: The path to begin with.

    Yields:
        Paths to attributes that are private and not empty; never their content.

    Example:
        >>> from samenwerking.model import Participation
        >>> list(private_paths(Participation(party="x", interests=["rust"])))
        [('interests',)]
    """
    if isinstance(record, Organization):
        yield from ((*path, name) for name in record.private_fields)
        return
    for field in leading(type(record), is_private):
        value = getattr(record, field.name)
        if field.private:
            if value != field.default:
                yield (*path, field.name)
            continue
        for position, item in enumerate(field.items(value)):
            here = (*path, field.name, position) if field.many else (*path, field.name)
            yield from private_paths(item, here)


def _cleared(record: R, keeps: Callable[[Record], bool]) -> R:
    """Return a record without private content, but for the records within it that are to be kept."""
    if keeps(record):
        return record
    if isinstance(record, Organization):
        # Most organizations are no person: only of a person is it asked what is private about it.
        hidden = record.private_fields if record.kind is OrganizationKind.PERSON else ()
        return (
            cast("R", attrs.evolve(record, **{name: PERSONAL[name] for name in hidden})) if hidden else record
        )
    changed: dict[str, Any] = {}
    for field in leading(type(record), is_private):
        value = getattr(record, field.name)
        if field.private:
            if value != field.default:
                changed[field.name] = field.default
        elif field.many:
            items = tuple([_cleared(item, keeps) for item in value])
            if any(after is not before for after, before in zip(items, value, strict=True)):
                changed[field.name] = items
        elif value is not None and (item := _cleared(value, keeps)) is not value:
            changed[field.name] = item
    return cast("R", attrs.evolve(cast("Any", record), **changed)) if changed else record


def _nothing(record: Record) -> bool:
    return False


def without_private(record: R) -> R:
    """Return a record without private content, in itself and in all records within it.

    Args:
        record: A record, such as a whole portfolio.

    Returns:
        The record with private attributes empty; the same record if there are none.

    Example:
        >>> from samenwerking.model import Participation
        >>> without_private(Participation(party="x", interests=["rust"])).interests
        ()
    """
    return _cleared(record, _nothing)


def people_of(portfolio: Portfolio, party: str) -> frozenset[str]:
    """Return the people of a party: who represents it or signs for it, who works there, and itself.

    Args:
        portfolio: The portfolio.
        party: Id of an organization or collaboration.

    Returns:
        Ids of organizations of kind person.

    Example:
        >>> person = Organization(id="persoon-1", kind="person", part_of="waterschap-x")
        >>> sorted(people_of(Portfolio(organizations=[person]), "waterschap-x"))
        ['persoon-1']
    """
    at_the_table: set[str | None] = {party}
    for participation in (p for c in portfolio.collaborations for p in c.canvas.parties if p.party == party):
        at_the_table.update(each.person for each in participation.representatives)
        at_the_table.add(participation.signature.person if participation.signature else None)
    return frozenset(
        record.id
        for record in portfolio.organizations
        if record.kind is OrganizationKind.PERSON and (record.id in at_the_table or record.part_of == party)
    )


def private_for(portfolio: Portfolio, viewer: Any = None) -> Portfolio:
    """Return a portfolio as one viewer may see it: of what is private only what is its own.

    A party's own are its participations, with the mandates of its representatives, and the names of its
    people: who represents it or signs for it, who works there, and itself. What belongs to no party, such
    as whether a stakeholder can block, nobody sees.

    Args:
        portfolio: The portfolio.
        viewer: The party that looks, or its id; ``None`` for whoever sees nothing private. A party that
            takes part nowhere sees what everybody sees.

    Returns:
        The portfolio without the private content of others; the same one if there is none.

    Example:
        >>> from samenwerking.model import Canvas, Collaboration
        >>> parties = [Participation(party=id_, interests=["rust"]) for id_ in ("x", "y")]
        >>> collaboration = Collaboration(id="c", name="C", canvas=Canvas(parties=parties))
        >>> seen = private_for(Portfolio(collaborations=[collaboration]), "x")
        >>> [party.interests for party in seen["c"].canvas.parties]
        [('rust',), ()]
    """
    party = as_optional_id(viewer)
    if party is None:
        return without_private(portfolio)
    people = people_of(portfolio, party)

    def own(record: Record) -> bool:
        if isinstance(record, Participation):
            return record.party == party
        return isinstance(record, Organization) and record.id in people

    return _cleared(portfolio, own)
