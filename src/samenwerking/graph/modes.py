"""The two-mode graph: organizations and collaborations, with an edge wherever one takes part in the other."""

import datetime
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from samenwerking.graph.ordering import filled
from samenwerking.graph.structure import Structure, structure
from samenwerking.model import Collaboration, Date, Organization, Participation, Period, Portfolio
from samenwerking.model.dates import as_date
from samenwerking.vocabulary import Form, Gear, Reading, reading as shipped_reading

if TYPE_CHECKING:
    import networkx

T = TypeVar("T")
Day = Date | datetime.date | str
Attributes = dict[str, Any]

MISSING = "missing"
COLLABORATION = "collaboration"
# Between roles, and between ids, where several stand in one text.
BETWEEN = "; "
_UNSTATED = Period()


def as_day(value: Day | None) -> datetime.date | None:
    """Convert to a day of the standard library.

    Args:
        value: A date with the precision of a day, or ``None``.

    Returns:
        The day or ``None``.

    Raises:
        ValueError: If it is no date, or a month or year.

    Example:
        >>> as_day("2026-03-01")
        datetime.date(2026, 3, 1)
    """
    if value is None:
        return None
    date = as_date(value)
    if date.precision != "day":
        raise ValueError(f"as_of must be a day such as '2026-03-01', not {date.iso!r}")
    return date.first


def wanted(values: Iterable[Any] | str | None, of: type[T]) -> frozenset[T | None] | None:
    """Return the values that a filter lets through.

    Args:
        values: Values or their codes, or one code; ``None`` among them stands for not known.
        of: What each has to be.

    Returns:
        The values; ``None`` if there is no filter.

    Raises:
        ValueError: If there is no such value.

    Example:
        >>> wanted("kan", Gear)
        frozenset({<Gear.KAN: 'kan'>})
    """
    if values is None:
        return None
    given = (values,) if isinstance(values, str) else values
    return frozenset(None if value is None else of(value) for value in given)  # type: ignore[call-arg]


def _running(period: Period, day: datetime.date) -> bool | None:
    started, ended = period.started(day), period.ended(day)
    if started is False or ended is True:
        return False
    return True if started and ended is False else None


def _present(participation: Participation, running: bool | None, day: datetime.date) -> bool | None:
    """Say whether a party takes part on a day; without a period of its own it does as long as it runs."""
    own = running if participation.period == _UNSTATED else _running(participation.period, day)
    return False if running is False else own


def _set(**attributes: Any) -> Attributes:
    return {name: value for name, value in attributes.items() if value is not None and value != ""}


def _label(organization: Organization) -> str:
    return organization.id if organization.private_fields else organization.name or organization.id


def _text(value: str | None) -> str | None:
    return None if value is None else str(value)


def _organization(record: Organization) -> Attributes:
    return _set(
        bipartite=0,
        kind=str(record.kind),
        label=_label(record),
        ownership=_text(record.ownership),
        sector=record.sector,
    )


def _collaboration(record: Collaboration, types: dict[Form, str]) -> Attributes:
    form = record.canvas.form
    return _set(
        bipartite=1,
        kind=COLLABORATION,
        label=record.name,
        form=_text(form),
        type=record.canvas.type if form is None else types[form],
        gear=str(record.current_gear),
    )


def types_by_form(reading: Reading | None) -> dict[Form, str]:
    """Return the type of every form.

    Args:
        reading: The reading that tells; the shipped one if left out.

    Returns:
        Codes of types.

    Example:
        >>> types_by_form(None)[Form.NETWORK_PLATFORM]
        'network'
    """
    reading = reading or shipped_reading()
    return {form: reading.type_of(form) for form in Form}


def node(known: Structure, id: str, types: dict[Form, str]) -> Attributes:
    """Return the attributes of a node.

    Args:
        known: The structure it stands in.
        id: Its id.
        types: The type of every form.

    Returns:
        Texts, numbers and booleans; what is not known is left out.
    """
    if id in known.collaborations:
        return _collaboration(known.collaborations[id], types)
    if id in known.organizations:
        return _organization(known.organizations[id])
    return {"bipartite": 0, "kind": MISSING, "label": id}


def about(portfolio: Portfolio, known: Structure) -> Attributes:
    """Return the attributes that a graph of a portfolio has as a whole.

    Args:
        portfolio: The portfolio.
        known: Its structure.

    Returns:
        The title as ``name``, and how many records and participations could not be used.
    """
    return _set(name=portfolio.title, repeated=known.repeated, self_ties=known.self_ties)


def _edge(participations: Sequence[Participation], collaboration: str) -> Attributes:
    edge: Attributes = {"collaboration": collaboration, "participations": len(participations)}
    roles = {each.role for each in participations if each.role}
    starts = [each.period.start for each in participations if each.period.start]
    ends = [each.period.end for each in participations if each.period.end]
    if roles:
        edge["roles"] = BETWEEN.join(sorted(roles))
    if starts:
        edge["start"] = min(starts, key=lambda date: (date.first, date.last)).iso
    if len(ends) == len(participations):
        edge["end"] = max(ends, key=lambda date: (date.last, date.first)).iso
    return edge


@attrs.frozen
class _Choice:
    """What of a structure goes into a graph; ``None`` lets everything through."""

    known: Structure
    day: datetime.date | None
    forms: Container[Form | None] | None
    gears: Container[Gear | None] | None
    sectors: Container[str | None] | None

    def running(self, id: str) -> bool | None:
        return None if self.day is None else _running(self.known.collaborations[id].period, self.day)

    def whole(self, id: str) -> bool:
        record = self.known.collaborations[id]
        return (
            (self.forms is None or record.canvas.form in self.forms)
            and (self.gears is None or record.current_gear in self.gears)
            and self.running(id) is not False
        )

    def party(self, id: str) -> bool:
        if self.sectors is None:
            return True
        organization = self.known.organizations.get(id)
        return (organization.sector if organization else None) in self.sectors

    def present(self, whole: str, party: str) -> tuple[tuple[Participation, ...], bool]:
        """Return those of a pair's participations that hold, and whether that is certain."""
        found = self.known.ties[whole][party]
        if self.day is None:
            return found, True
        running = self.running(whole)
        told = [(each, _present(each, running, self.day)) for each in found]
        kept = tuple(each for each, present in told if present is not False)
        return kept, any(present for _, present in told)

    def edges(self) -> Iterator[tuple[str, str, Attributes, bool]]:
        """Yield collaboration, party, attributes and whether it is certain; each pair once."""
        for whole, ties in self.known.ties.items():
            if not self.whole(whole):
                continue
            for party in ties:
                kept, certain = self.present(whole, party) if self.party(party) else ((), False)
                back, sure = self.back(whole, party)
                if not kept or (back and party < whole):
                    continue  # nothing, or told already from the other side
                edge = _edge((*kept, *back), whole)
                if back:
                    edge["mutual"] = True
                yield whole, party, edge, certain or sure

    def back(self, whole: str, party: str) -> tuple[tuple[Participation, ...], bool]:
        """Return how a collaboration in turn takes part in its own party."""
        ties = self.known.ties.get(party)
        if ties is None or whole not in ties or not (self.whole(party) and self.party(whole)):
            return (), False
        return self.present(party, whole)


def two_mode(
    portfolio: Portfolio,
    as_of: Day | None = None,
    forms: Iterable[Form | str | None] | None = None,
    gears: Iterable[Gear | str] | None = None,
    sectors: Iterable[str | None] | None = None,
    *,
    reading: Reading | None = None,
) -> "networkx.Graph[str]":
    """Return the graph of who takes part in what, as a fresh copy that may be changed.

    Nodes are ids, in order. Their attributes: ``bipartite`` (0 for a party, 1 for a collaboration),
    ``kind``, ``label``, and where known ``sector`` and ``ownership``, or ``form``, ``type``, ``gear`` and,
    with ``as_of``, ``active``. Organizations without a tie are there too; a person is only as a party, and
    goes by its id if its name is private. An id that the portfolio does not have is a node of kind
    ``missing``. An edge says in which ``collaboration`` the tie is, with ``participations`` (how many),
    ``roles``, first ``start``, and last ``end`` if all ends are known. All values are texts, whole numbers
    or booleans; what is not known is left out.

    A collaboration that is a party of another keeps its one node, with ``bipartite`` 1, so that the graph
    then has edges between collaborations; their ``collaboration`` tells which of the two is the whole. If
    each is a party of the other, the edge has ``mutual``.

    Args:
        portfolio: The portfolio.
        as_of: A day; collaborations and participations that certainly do not run on it are left out.
            Where that cannot be told they are kept, and ``graph.graph["undated"]`` counts those edges. A
            participation without dates runs as long as its collaboration.
        forms: The forms that collaborations may have; ``None`` among them stands for undecided.
        gears: The gears that collaborations may be in.
        sectors: The sectors that parties may have; ``None`` among them stands for not known.
        reading: The reading that tells the type of a form.

    Returns:
        The graph. Parties stay without a tie if a filter takes their collaborations away, and so do
        collaborations whose parties it takes away.

    Raises:
        ValueError: If ``as_of`` is no day, or a form or gear does not exist.

    Example:
        >>> from samenwerking.model import Canvas
        >>> canvas = Canvas(parties=[Participation(party="waterschap-x")])
        >>> polder = Collaboration(id="polder", name="Polder", canvas=canvas)
        >>> portfolio = Portfolio(
        ...     organizations=[Organization(id="waterschap-x", name="Waterschap X")],
        ...     collaborations=[polder],
        ... )
        >>> list(two_mode(portfolio).edges)
        [('polder', 'waterschap-x')]
        >>> two_mode(portfolio).nodes["waterschap-x"]["label"]
        'Waterschap X'
    """
    known = structure(portfolio)
    choice = _Choice(known, as_day(as_of), wanted(forms, Form), wanted(gears, Gear), wanted(sectors, str))
    types = types_by_form(reading)
    wholes = set(filter(choice.whole, known.collaborations))
    adjacency: dict[str, dict[str, Attributes]] = {
        key: {} for key in wholes.union(filter(choice.party, known.organizations))
    }
    undated = 0
    for whole, party, edge, certain in choice.edges():
        adjacency[whole][party] = adjacency.setdefault(party, {})[whole] = edge
        undated += not certain
    nodes = {key: node(known, key, types) for key in sorted(adjacency)}
    adjacency = {key: adjacency[key] for key in nodes}
    graph = about(portfolio, known)
    if choice.day is not None:
        graph["as_of"] = choice.day.isoformat()
        graph["undated"] = undated
        for key in known.collaborations.keys() & nodes.keys():
            nodes[key] |= _set(active=choice.running(key))
    return filled(nodes, adjacency, graph)
