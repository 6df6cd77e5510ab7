"""Who takes part in what on a day, and to which sector each of them belongs."""

from collections.abc import Mapping
from typing import Any

from samenwerking.graph.modes import Day, as_day, two_mode
from samenwerking.graph.structure import structure
from samenwerking.model import Portfolio
from samenwerking.vocabulary import Code, CodeList, MembershipEventKind, Table, codes

Teams = Mapping[str, tuple[str, ...]]
# The code that a document writes down to say that nobody knows the sector.
UNKNOWN = "onbekend"


def teams_of(portfolio: Portfolio, as_of: Day | None = None) -> Teams:
    """Return the parties of every collaboration.

    Args:
        portfolio: The portfolio.
        as_of: A day; whatever certainly does not run on it is left out, as in :func:`two_mode`.

    Returns:
        Per collaboration its parties, both in order of id.

    Raises:
        ValueError: If ``as_of`` is no day.

    Example:
        >>> from samenwerking.model import Collaboration
        >>> dict(teams_of(Portfolio(collaborations=[Collaboration(id="polder", name="Polder")])))
        {'polder': ()}
    """
    if as_of is None:
        return dict(structure(portfolio).teams)
    graph: Any = two_mode(portfolio, as_of=as_of)
    found: dict[str, list[str]] = {key: [] for key, mode in graph.nodes(data="bipartite") if mode == 1}
    for one, other, edge in graph.edges(data=True):
        for whole, party in ((one, other), (other, one)):
            if edge["collaboration"] == whole or edge.get("mutual"):
                found[whole].append(party)
    return {key: tuple(sorted(found[key])) for key in sorted(found)}


def with_partners(portfolio: Portfolio, teams: Teams, as_of: Day | None = None) -> Teams:
    """Add the partners of the coalition to its parties.

    Args:
        portfolio: The portfolio.
        teams: The parties of its collaborations.
        as_of: A day; partners whose standing certainly ended before it are left out, as are without a day
            all whose standing ended.

    Returns:
        The same teams; with a coalition, its partners are in its team.
    """
    coalition, day = portfolio.coalition, as_day(as_of)
    if coalition is None or coalition not in teams:
        return teams
    ended = MembershipEventKind.ENDED
    partners = {
        partner.party
        for partner in portfolio.partners
        if not any(
            event.kind is ended and (day is None or event.on is None or event.on.before(day))
            for event in partner.events
        )
    }
    return {**teams, coalition: tuple(sorted(partners.union(teams[coalition])))}


def parties_of(portfolio: Portfolio, teams: Teams) -> tuple[str, ...]:
    """Return whoever can have a tie: the nodes of :func:`works_with`.

    Args:
        portfolio: The portfolio.
        teams: The parties of its collaborations.

    Returns:
        Ids, in order; those that the portfolio does not have are among them.
    """
    joined = {party for team in teams.values() for party in team}
    return tuple(sorted(joined.union(structure(portfolio).organizations)))


def wider(code: str, known: Mapping[str, Code]) -> tuple[str, ...]:
    """Return a code and all that are wider.

    Args:
        code: A code.
        known: The list it belongs to.

    Returns:
        Codes, the widest last; the code alone if the list does not have it.

    Example:
        >>> wider("ministerie", codes(CodeList.SECTOR))
        ('ministerie', 'rijk', 'overheid')
    """
    found = [code]
    while (entry := known.get(found[-1])) and entry.broader and entry.broader not in found:
        found.append(entry.broader)
    return tuple(found)


def sector_groups(portfolio: Portfolio, *, broad: bool = True) -> Mapping[str, str]:
    """Return the sector of each organization, for whatever compares sectors.

    Args:
        portfolio: The portfolio.
        broad: Whether to take the widest code that a sector belongs to, so that a municipality and a
            province are both government; otherwise the code as it stands on file.

    Returns:
        Per organization, in order of id, a code; organizations whose sector is not known are left out.

    Example:
        >>> from samenwerking.model import Organization
        >>> portfolio = Portfolio(organizations=[Organization(id="x", name="X", sector="gemeente")])
        >>> dict(sector_groups(portfolio)), dict(sector_groups(portfolio, broad=False))
        ({'x': 'overheid'}, {'x': 'gemeente'})
    """
    known = codes(CodeList.SECTOR, portfolio.codes)
    found: dict[str, str] = {}
    for key, organization in structure(portfolio).organizations.items():
        if organization.sector and organization.sector != UNKNOWN:
            found[key] = wider(organization.sector, known)[-1] if broad else organization.sector
    return Table(found)
