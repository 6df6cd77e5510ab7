"""Which goal, success factor, priority or area has which sector at the table, and which is still missing."""

import difflib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Literal, TypeAlias, get_args

import attrs

from samenwerking.graph.covers import smallest_cover
from samenwerking.graph.measures import Measure
from samenwerking.graph.modes import Day
from samenwerking.graph.structure import structure
from samenwerking.graph.tables import ROWS, RowSource, Tables
from samenwerking.graph.taking_part import UNKNOWN, Teams, teams_of, wider, with_partners
from samenwerking.model import Organization, Portfolio
from samenwerking.vocabulary import Bilingual, Code, CodeList, OrganizationKind, Ownership, Table, codes

Rows: TypeAlias = Literal["goal", "theme", "priority", "area"]
Columns: TypeAlias = Literal["sector", "ownership"]
Place: TypeAlias = tuple[str, str]

_NOROWS = Bilingual(
    "Er staat nog niets om per rij naar te kijken.", "There is nothing yet to look at row by row."
)
_CONVENTION = Bilingual(
    "Een organisatie telt mee bij een doel als zij meedoet in een samenwerking met dat doel, het doel trekt, "
    "het als eigen doel heeft of er iets voor inbrengt. Een sector telt ook mee bij de sector waar die onder "
    "valt. Organisaties zonder bekende sector staan apart.",
    "An organization counts for a goal if it takes part in a collaboration with that goal, leads the goal, "
    "has it as a goal of its own or contributes to it. A sector also counts for the sector that it falls "
    "under. Organizations whose sector is not known stand apart.",
)


@attrs.frozen(kw_only=True)
class Cell:
    """Who fills one place in the matrix.

    Args:
        row: The goal, code or area.
        column: The sector.
        parties: Ids of the organizations, in order.
    """

    row: str
    column: str
    parties: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Step:
    """One organization to ask, and for which places.

    Args:
        places: Row and column of the places it would fill.
        organizations: Known organizations that could each do so; first those that already work with somebody
            in one of these rows.
    """

    places: tuple[Place, ...]
    organizations: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Closing:
    """The smallest number of known organizations that would fill what is missing.

    Args:
        steps: One per organization to ask.
        left: Places that no known organization can fill.
        exact: Whether fewer is certainly not possible.
        bound: The number of steps is at most so many times the smallest number; 1 if it is exact.
    """

    steps: tuple[Step, ...]
    left: tuple[Place, ...]
    exact: bool
    bound: float


@attrs.frozen(kw_only=True)
class Coverage:
    """The matrix of rows and sectors.

    Args:
        rows: Goals, codes or areas: codes in the order of their list, the rest in order of id.
        columns: The sectors that occur or are required, in the order of their list.
        cells: The places where somebody stands.
        missing: The required places where nobody stands; empty if nothing was required.
        unknown: Per row the organizations whose sector is not known.
        closing: Who could fill what is missing; ``None`` if nothing was required.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[Cell, ...]
    missing: tuple[Place, ...]
    unknown: Mapping[str, tuple[str, ...]]
    closing: Closing | None


def _sectors(organization: Organization, known: Mapping[str, Code]) -> tuple[str, ...]:
    code = organization.sector
    return wider(code, known) if code and code != UNKNOWN else ()


def _ownership(organization: Organization, known: Mapping[str, Code]) -> tuple[str, ...]:
    return (str(organization.ownership),) if organization.ownership else ()


_COLUMNS: Mapping[str, Callable[[Organization, Mapping[str, Code]], tuple[str, ...]]] = {
    "sector": _sectors,
    "ownership": _ownership,
}


def _sorted(keys: Iterable[str], listed: Iterable[str]) -> tuple[str, ...]:
    """Sort codes as their list has them, and whatever it does not have by name."""
    position = {key: place for place, key in enumerate(listed)}
    return tuple(sorted(set(keys), key=lambda key: (position.get(key, len(position)), key)))


def _rows(portfolio: Portfolio, source: RowSource, found: Tables) -> tuple[str, ...]:
    if source.list is None:
        return tuple(sorted(found))
    known = codes(source.list, portfolio.codes)
    headings = {code.broader for code in known.values()} - found.keys()
    return _sorted(found.keys() | known.keys() - headings, codes(source.list))


def _check(given: Iterable[str], possible: Iterable[str], what: str) -> None:
    possible = list(possible)
    for name in sorted(set(given).difference(possible)):
        near = difflib.get_close_matches(name, possible, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise ValueError(f"required: no {what} {name!r}{hint}")


def _required(
    required: Mapping[str, Iterable[str]] | Iterable[str] | None, rows: tuple[str, ...]
) -> dict[str, tuple[str, ...]] | None:
    if required is None:
        return None
    if isinstance(required, str):
        required = (required,)
    if isinstance(required, Mapping):
        return {row: tuple(columns) for row, columns in required.items()}
    columns = tuple(required)
    return dict.fromkeys(rows, columns)


def _closing(
    places: tuple[Place, ...],
    columns_of: Mapping[str, tuple[str, ...]],
    rows_of: Mapping[str, frozenset[str]],
    friends: Callable[[str], set[str]],
    found: Tables,
) -> Closing:
    """Find whom to ask; organizations with the same possibilities are interchangeable."""
    able = {
        key: frozenset(place for place in places if place[1] in columns and place[0] in rows_of[key])
        for key, columns in columns_of.items()
        if key in rows_of
    }
    cover = smallest_cover(places, able)
    steps: list[Step] = []
    filled: set[Place] = set(cover.left)
    for name in cover.chosen:
        own = tuple(place for place in places if place in able[name] and place not in filled)
        filled.update(own)
        there = {party for row, _ in own for party in found.get(row, ())}
        could = [key for key in able if able[key].issuperset(own)]
        could.sort(key=lambda key: (not friends(key) & there, key))
        steps.append(Step(places=own, organizations=tuple(could)))
    return Closing(steps=tuple(steps), left=cover.left, exact=cover.exact, bound=cover.bound)


def _partners(teams: Teams) -> Callable[[str], set[str]]:
    joined: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for team in teams.values():
        for party in team:
            joined[party].append(team)
    return lambda key: {party for team in joined.get(key, ()) for party in team} - {key}


def _candidates(
    given: Mapping[str, Iterable[str]] | Iterable[str] | None,
    organizations: Mapping[str, Organization],
    rows: tuple[str, ...],
) -> dict[str, frozenset[str]]:
    """Return for which rows each organization may be asked."""
    every = frozenset(rows)
    if given is None:
        bodies = (key for key, each in organizations.items() if each.kind is not OrganizationKind.PERSON)
        return dict.fromkeys(bodies, every)
    if isinstance(given, Mapping):
        return {key: frozenset(may) for key, may in given.items()}
    return dict.fromkeys((given,) if isinstance(given, str) else given, every)


def coverage(
    portfolio: Portfolio,
    rows: Rows = "goal",
    columns: Columns = "sector",
    required: Mapping[str, Iterable[str]] | Iterable[str] | None = None,
    *,
    candidates: Mapping[str, Iterable[str]] | Iterable[str] | None = None,
    partners: bool = False,
    as_of: Day | None = None,
) -> Measure[Coverage]:
    """Return which sectors stand at which table, which required ones do not, and who could fill the gaps.

    What is required is for people to say: without it nothing is called a gap. That somebody is not on file
    does not mean that nobody is there.

    Args:
        portfolio: The portfolio.
        rows: What the tables are: goals, success factors and other themes, priorities, or areas. A party in
            a part of an area counts for the whole area; a commitment counts for its themes.
        columns: What to look at: sectors, or public and private ownership.
        required: Codes that every row should have, or per row the codes that it should have; a wider code
            will do, such as ``overheid`` for any government. Left out, nothing is missing.
        candidates: The organizations that may be asked, or per organization the rows for which it may. Left
            out, all organizations of the portfolio that are no person, for every row.
        partners: Whether partners of the coalition count as parties of it.
        as_of: A day; whatever certainly does not run on it does not count.

    Returns:
        The matrix. Its ``evidence`` holds the collaborations that count, ``n`` says how many organizations
        do. Not defined if there are no rows.

    Raises:
        ValueError: If there are no such rows or columns, if ``required`` names a row or code that does not
            exist, or if ``as_of`` is no day.

    Example:
        >>> from samenwerking.model import Goal
        >>> portfolio = Portfolio(
        ...     organizations=[Organization(id="y", name="Y", sector="gemeente")],
        ...     goals=[Goal(id="randen", name="Randen", kind="shared")],
        ... )
        >>> found = coverage(portfolio, required=["overheid"]).value
        >>> found.missing, found.closing.steps[0].organizations
        ((('randen', 'overheid'),), ('y',))
    """
    if rows not in get_args(Rows) or columns not in get_args(Columns):
        raise ValueError(f"rows are one of {get_args(Rows)}, columns one of {get_args(Columns)}")
    teams = teams_of(portfolio, as_of)
    if partners:
        teams = with_partners(portfolio, teams, as_of)
    source = ROWS[rows]
    found = source.find(portfolio, teams)
    ordered = _rows(portfolio, source, found)
    wanted = _required(required, ordered)
    known = codes(CodeList.SECTOR, portfolio.codes)
    possible: Iterable[str] = known if columns == "sector" else map(str, Ownership)
    if wanted is not None:
        _check(wanted, ordered, "row")
        _check((column for each in wanted.values() for column in each), possible, "code")
    organizations = structure(portfolio).organizations
    columns_of = {key: _COLUMNS[columns](record, known) for key, record in organizations.items()}
    cells: defaultdict[Place, list[str]] = defaultdict(list)
    unknown: dict[str, tuple[str, ...]] = {}
    for row in ordered:
        parties = sorted(found.get(row, ()))
        for party in parties:
            for column in columns_of.get(party, ()):
                cells[row, column].append(party)
        if lost := tuple(party for party in parties if not columns_of.get(party)):
            unknown[row] = lost
    asked = [column for each in (wanted or {}).values() for column in each]
    shown = _sorted((*(column for _, column in cells), *asked), codes(CodeList.SECTOR))
    missing: tuple[Place, ...] = ()
    closing = None
    if wanted is not None:
        needed = {(row, column) for row, each in wanted.items() for column in each}
        missing = tuple(
            (row, column) for row in ordered for column in shown if (row, column) in needed - cells.keys()
        )
        may = _candidates(candidates, organizations, ordered)
        closing = _closing(missing, columns_of, may, _partners(teams), found)
    value = Coverage(
        rows=ordered,
        columns=shown,
        cells=tuple(
            Cell(row=row, column=column, parties=tuple(cells[row, column]))
            for row in ordered
            for column in shown
            if (row, column) in cells
        ),
        missing=missing,
        unknown=Table(unknown),
        closing=closing,
    )
    counted = {party for row in ordered for party in found.get(row, ())}
    evidence = tuple(key for key, team in teams.items() if counted.intersection(team))
    reason = None if ordered else _NOROWS
    return Measure(None if reason else value, reason, _CONVENTION, len(counted), evidence)
