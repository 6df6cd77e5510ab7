"""Which organizations of a portfolio may be one and the same: a list to go through, never a decision."""

from collections.abc import Iterator
from operator import attrgetter
from typing import Any

import attrs

from samenwerking.change.matching import LIKELIHOODS, meetings, objections, signs
from samenwerking.model import Organization, Portfolio
from samenwerking.model.record import as_id
from samenwerking.model.registers import Likelihood
from samenwerking.vocabulary import Bilingual, Language, OrganizationKind

_LIKELIHOOD = {
    "certain": Bilingual(
        "dezelfde organisatie, volgens een nummer of kenmerk", "the same organization, by a number or id"
    ),
    "likely": Bilingual("waarschijnlijk dezelfde organisatie", "probably the same organization"),
    "maybe": Bilingual("misschien dezelfde organisatie", "maybe the same organization"),
}
_BUT = Bilingual("Maar", "But")


@attrs.frozen(kw_only=True)
class Resemblance:
    """Two organizations that may be one, with what speaks for it and against it.

    Args:
        first: Id of one, the first of the two in order of the alphabet.
        second: Id of the other.
        names: What they are called, in the same order.
        likelihood: ``"certain"`` by a number or an earlier id, ``"likely"`` by an equal name, ``"maybe"``
            otherwise; one step less if something speaks against it.
        reasons: What speaks for it, the strongest first.
        objections: What speaks against it.
    """

    first: str
    second: str
    names: tuple[str, str]
    likelihood: Likelihood
    reasons: tuple[Bilingual, ...]
    objections: tuple[Bilingual, ...] = ()

    def message(self, language: Language = "nl") -> str:
        """Return the resemblance in words.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            Both names, how likely it is, and why.

        Raises:
            ValueError: If the language is neither.
        """
        one, other = self.names
        how = _LIKELIHOOD[self.likelihood].get(language)
        said = [f"{one} ({self.first}), {other} ({self.second}): {how}."]
        said += [reason.get(language) for reason in self.reasons]
        said += [f"{_BUT.get(language)}: {objection.get(language)}" for objection in self.objections]
        return " ".join(said)


def _above(portfolio: Portfolio, organization: Organization) -> Iterator[str]:
    """Yield what an organization is part of, and what that is part of, each once."""
    seen = {organization.id}
    above = organization.part_of
    while above is not None and above not in seen:
        yield above
        seen.add(above)
        above = getattr(portfolio.get(above), "part_of", None)


def apart(portfolio: Portfolio, one: Organization, other: Organization) -> bool:
    """Say whether it is on file that two organizations are not one.

    Args:
        portfolio: The portfolio.
        one: An organization.
        other: Another.

    Returns:
        Whether either is said to be distinct from the other, or part of it.

    Example:
        >>> a = Organization(id="a", name="X", distinct_from=["b"])
        >>> apart(Portfolio(), Organization(id="b", name="X"), a)
        True
    """
    decided = one.id in other.distinct_from or other.id in one.distinct_from
    return decided or one.id in _above(portfolio, other) or other.id in _above(portfolio, one)


def same_organizations(portfolio: Portfolio) -> tuple[Resemblance, ...]:
    """Return which organizations may be one and the same, to be looked at by someone who knows them.

    Numbers come first, then names. Left out are two of which it is on file that they are not one
    (``distinct_from``, ``part_of``), a person and something else, and persons whose name is private. Nothing
    is changed: that takes :func:`merge_organizations` or :func:`distinguish_organizations`.

    Args:
        portfolio: The portfolio.

    Returns:
        Resemblances, the most likely first; the same whatever the order of the organizations.

    Example:
        >>> unie = Organization(id="unie", name="Unie van Waterschappen")
        >>> uvw = Organization(id="uvw", name="UvW")
        >>> for found in same_organizations(Portfolio(organizations=[uvw, unie])):
        ...     print(found.likelihood, found.reasons[0].en)
        likely 'Unie van Waterschappen' and 'UvW' are the same name.
    """
    public = (each for each in portfolio.organizations if not each.private_fields)
    looked_at = sorted((each for each in public if portfolio.get(each.id) is each), key=attrgetter("id"))
    found = []
    for (first, second), met in meetings(looked_at).items():
        one, other = looked_at[first], looked_at[second]
        persons = {each.kind is OrganizationKind.PERSON for each in (one, other)}
        if len(persons) > 1 or apart(portfolio, one, other) or not (for_it := signs(met)):
            continue
        against = objections(one, other)
        step = LIKELIHOODS.index(for_it[0].likelihood) + bool(against)
        if step < len(LIKELIHOODS):
            found.append(
                Resemblance(
                    first=one.id,
                    second=other.id,
                    names=(one.name or one.id, other.name or other.id),
                    likelihood=LIKELIHOODS[step],
                    reasons=tuple(sign.text for sign in for_it),
                    objections=against,
                )
            )
    return tuple(sorted(found, key=lambda r: (LIKELIHOODS.index(r.likelihood), r.first, r.second)))


def distinguish_organizations(portfolio: Portfolio, one: Any, *others: Any) -> Portfolio:
    """Return a portfolio in which it is on file that organizations are not the same as another.

    Args:
        portfolio: The portfolio.
        one: The organization, or its id; there it is written down.
        *others: The organizations, or their ids, that are not the same as it.

    Returns:
        A new portfolio; what was on file already stays there once.

    Raises:
        UnknownId: If one of them is not there.
        TypeError: If one of them is no organization.
        ValueError: If an organization is to be distinct from itself.

    Example:
        >>> a, b = Organization(id="a", name="LTO Noord"), Organization(id="b", name="LTO-Noord")
        >>> portfolio = distinguish_organizations(Portfolio(organizations=[a, b]), "a", "b")
        >>> portfolio["a"].distinct_from, same_organizations(portfolio)
        (('b',), ())
    """
    organization = organization_of(portfolio, one)
    for other in others:
        if organization_of(portfolio, other).id == organization.id:
            raise ValueError(f"{organization.id!r} cannot be distinct from itself")
    distinct = dict.fromkeys((*organization.distinct_from, *map(as_id, others)))
    return portfolio.replace(attrs.evolve(organization, distinct_from=tuple(distinct)))


def organization_of(portfolio: Portfolio, record: Any) -> Organization:
    """Return the organization with an id.

    Args:
        portfolio: The portfolio.
        record: The organization or its id.

    Returns:
        The organization as it stands in the portfolio.

    Raises:
        UnknownId: If there is no such record.
        TypeError: If it is something else.

    Example:
        >>> organization_of(Portfolio(organizations=[Organization(id="x", name="X")]), "x").name
        'X'
    """
    found = portfolio[as_id(record)]
    if not isinstance(found, Organization):
        raise TypeError(f"{as_id(record)!r} is no organization")
    return found
