"""Who takes part in what: one pass over a portfolio, kept for as long as that portfolio lives."""

import weakref
from collections.abc import Iterable, Mapping

import attrs

from samenwerking.model import Collaboration, Organization, Participation, Portfolio
from samenwerking.vocabulary import OrganizationKind

Ties = Mapping[str, tuple[Participation, ...]]


@attrs.frozen(eq=False)
class Structure:
    """The two-mode structure of a portfolio; everything is in order of id, whatever the document's order.

    It holds records but not their portfolio, so that keeping it keeps no portfolio alive.

    Args:
        organizations: Those that can have a tie, by id. A person is among them only as a party.
        collaborations: The collaborations, by id.
        ties: Per collaboration its parties, each with its participations; parties may be unknown ids.
        self_ties: How many participations name the collaboration itself; they make no tie.
        repeated: How many records were passed over because their id had been used.
    """

    organizations: Mapping[str, Organization]
    collaborations: Mapping[str, Collaboration]
    ties: Mapping[str, Ties]
    self_ties: int
    repeated: int

    @property
    def teams(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        """Every collaboration with its parties, in order of id."""
        return ((key, tuple(parties)) for key, parties in self.ties.items())


def _build(portfolio: Portfolio) -> Structure:
    collaborations: dict[str, Collaboration] = {}
    for collaboration in portfolio.collaborations:
        collaborations.setdefault(collaboration.id, collaboration)
    organizations: dict[str, Organization] = {}
    for organization in portfolio.organizations:
        if organization.id not in collaborations:
            organizations.setdefault(organization.id, organization)
    ties: dict[str, Ties] = {}
    seen: set[str] = set()
    self_ties = 0
    for key in sorted(collaborations):
        found: dict[str, list[Participation]] = {}
        for participation in collaborations[key].canvas.parties:
            if participation.party == key:
                self_ties += 1
            else:
                found.setdefault(participation.party, []).append(participation)
        ties[key] = {party: tuple(found[party]) for party in sorted(found)}
        seen.update(found)
    records = len(portfolio.organizations) + len(portfolio.collaborations)
    return Structure(
        organizations={
            key: organizations[key]
            for key in sorted(organizations)
            if key in seen or organizations[key].kind is not OrganizationKind.PERSON
        },
        collaborations={key: collaborations[key] for key in ties},
        ties=ties,
        self_ties=self_ties,
        repeated=records - len(organizations) - len(collaborations),
    )


# By identity: portfolios are compared by value, so that a mapping keyed by them (WeakKeyDictionary) would
# hash a whole portfolio for every look-up, about as much work as is saved (see benchmarks/graph.py).
_KEPT: dict[int, tuple["weakref.ref[Portfolio]", Structure]] = {}


def structure(portfolio: Portfolio) -> Structure:
    """Return the two-mode structure of a portfolio, worked out once.

    Args:
        portfolio: The portfolio.

    Returns:
        Its structure; the same object as long as the portfolio lives.

    Example:
        >>> portfolio = Portfolio(collaborations=[Collaboration(id="polder", name="Polder")])
        >>> structure(portfolio) is structure(portfolio)
        True
    """
    key = id(portfolio)
    kept = _KEPT.get(key)
    if kept is not None and kept[0]() is portfolio:
        return kept[1]
    built = _build(portfolio)
    _KEPT[key] = (weakref.ref(portfolio, lambda gone: _forget(key, gone)), built)
    return built


def _forget(key: int, gone: "weakref.ref[Portfolio]") -> None:
    kept = _KEPT.get(key)
    if kept is not None and kept[0] is gone:  # not what another portfolio has put there since
        del _KEPT[key]
