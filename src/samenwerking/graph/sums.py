"""How much money, time and other means there is: units are never mixed, double counting is shown."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Literal, TypeAlias, get_args

import attrs

from samenwerking.graph.measures import Measure
from samenwerking.graph.structure import structure
from samenwerking.model import Contribution, Period, Phase, Portfolio
from samenwerking.vocabulary import Bilingual, FundingStatus, Table

By: TypeAlias = Literal["kind", "party", "year", "collaboration"]
Kept: TypeAlias = Literal["contribution", "funding"]

_NOTHING = Bilingual("Er staat nog geen inbreng of dekking in.", "There is no contribution or funding yet.")
_CONVENTION = Bilingual(
    "Inbreng van partijen en dekking van de begroting staan elk apart, en worden niet bij elkaar geteld. "
    "Opgeteld wordt alleen wat in dezelfde eenheid staat. Wat over meer jaren loopt zonder schema, staat "
    "onder die jaren samen.",
    "Contributions of parties and funding of the budget stand apart, and are not added up. Only what has the "
    "same unit is added up. What runs over several years without a schedule stands under those years "
    "together.",
)
_FUND = Bilingual(
    "Hetzelfde potje staat in meer samenwerkingen.", "The same fund stands in several collaborations."
)
_BOTH = Bilingual(
    "Dezelfde partij geeft hier inbreng en dekking: is dat hetzelfde geld?",
    "The same party gives a contribution and funding here: is that the same money?",
)


@attrs.frozen(kw_only=True)
class Total:
    """One sum, in one unit.

    Args:
        group: What it was asked by, such as ``{"party": "waterschap-x"}``; ``None`` where that is not known.
        kept: Whether it is contributed by parties or stands as funding of the budget.
        kind: Code of the kind of contribution; ``None`` for funding and where it is not known.
        status: For funding: in talks, pledged or received; ``None`` where it is not known.
        unit: The unit.
        amount: How much.
        delivered: How much of it has come.
        entries: How many entries were added up.
        evidence: Ids of the collaborations in which they stand.
    """

    group: Mapping[str, str | None]
    kept: Kept
    kind: str | None
    status: FundingStatus | None
    unit: str
    amount: Decimal
    delivered: Decimal
    entries: int
    evidence: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Double:
    """What may have been counted twice.

    Args:
        kind: ``"fund"`` if one fund stands in several collaborations, ``"grant"`` if a party stands in one
            with a contribution and with funding.
        why: The same in words.
        what: The fund, or the id of the party.
        unit: The unit.
        at_most: How much may be counted more than once.
        collaborations: Their ids.
        parties: The ids of the parties.
    """

    kind: Literal["fund", "grant"]
    why: Bilingual
    what: str
    unit: str
    at_most: Decimal
    collaborations: tuple[str, ...]
    parties: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Totals:
    """All sums, with what could not be added up.

    Args:
        sums: The sums, in order of group, kind and unit.
        without_amount: Entries that say no amount: for each the id of its collaboration.
        without_unit: The same of entries that say an amount without a unit.
        without_period: The same of entries that were added up and have no period, so that their year is not
            known.
        doubles: What may have been counted twice.
    """

    sums: tuple[Total, ...]
    without_amount: tuple[str, ...]
    without_unit: tuple[str, ...]
    without_period: tuple[str, ...]
    doubles: tuple[Double, ...]


@attrs.frozen(kw_only=True)
class _Entry:
    """One contribution or funding."""

    collaboration: str
    party: str | None
    kept: Kept
    kind: str | None = None
    status: FundingStatus | None = None
    unit: str
    fund: str = ""
    amount: Decimal | None
    period: Period
    planned: tuple[tuple[str, Decimal], ...] = ()
    delivered: tuple[tuple[str, Decimal], ...] = ()

    def by_year(self) -> Iterator[tuple[str | None, Decimal, Decimal]]:
        """Yield year, amount and what was delivered: as planned, and the rest under the whole period."""
        rest = (self.amount or Decimal()) - sum(amount for _, amount in self.planned)
        yield from ((year, amount, Decimal()) for year, amount in self.planned)
        yield from ((year, Decimal(), amount) for year, amount in self.delivered)
        if rest > 0 or not self.planned:
            yield _year(self.period), rest, Decimal()

    def whole(self) -> Iterator[tuple[str | None, Decimal, Decimal]]:
        """Yield all of it at once."""
        delivered = sum((amount for _, amount in self.delivered), Decimal())
        yield None, self.amount or Decimal(), delivered


def _year(period: Period) -> str | None:
    """Return the year of a period, or its first and last year."""
    start, end = (date.iso[:4] if date else "" for date in (period.start, period.end))
    return (start if start == end else f"{start}-{end}") or None


def _contributed(collaboration: str, party: str, given: Contribution) -> _Entry:
    planned = tuple((each.on.iso[:4], each.amount) for each in given.schedule)
    in_all = sum((amount for _, amount in planned), Decimal()) if planned else None
    return _Entry(
        collaboration=collaboration,
        party=party,
        kept="contribution",
        kind=given.kind,
        unit=given.unit.strip(),
        fund=" ".join(given.fund.split()),
        amount=in_all if given.amount is None else given.amount,
        period=given.period,
        planned=planned,
        delivered=tuple((each.on.iso[:4], each.amount) for each in given.deliveries),
    )


def _funded(collaboration: str, phase: Phase) -> Iterator[_Entry]:
    for funding in phase.funding:
        amount = funding.amount
        if amount is None and funding.share is not None and phase.budget is not None:
            amount = funding.share * phase.budget
        yield _Entry(
            collaboration=collaboration,
            party=funding.funder,
            kept="funding",
            status=funding.status,
            unit=phase.unit.strip(),
            amount=amount,
            period=phase.period,
        )


def _entries(portfolio: Portfolio) -> Iterator[_Entry]:
    known = structure(portfolio)
    for key, record in known.collaborations.items():
        for participation in record.canvas.parties:
            for given in participation.contributions:
                yield _contributed(key, participation.party, given)
        for phase in record.canvas.resources.phases:
            yield from _funded(key, phase)


def _sums(entries: Iterable[_Entry], by: tuple[By, ...]) -> tuple[Total, ...]:
    found: defaultdict[tuple[object, ...], list[tuple[_Entry, Decimal, Decimal]]] = defaultdict(list)
    groups: dict[tuple[object, ...], Mapping[str, str | None]] = {}
    for entry in entries:
        for year, amount, delivered in entry.by_year() if "year" in by else entry.whole():
            parts: dict[str, str | None] = {
                "kind": entry.kind,
                "party": entry.party,
                "year": year,
                "collaboration": entry.collaboration,
            }
            group = Table({str(name): parts[name] for name in by})
            # What is not known comes last.
            values = (*group.values(), entry.kept, entry.kind, entry.status, entry.unit)
            key = tuple((value is None, value or "") for value in values)
            groups[key] = group
            found[key].append((entry, amount, delivered))
    return tuple(
        Total(
            group=groups[key],
            kept=found[key][0][0].kept,
            kind=found[key][0][0].kind,
            status=found[key][0][0].status,
            unit=found[key][0][0].unit,
            amount=sum((amount for _, amount, _ in found[key]), Decimal()),
            delivered=sum((delivered for _, _, delivered in found[key]), Decimal()),
            entries=len({id(entry) for entry, _, _ in found[key]}),
            evidence=tuple(sorted({entry.collaboration for entry, _, _ in found[key]})),
        )
        for key in sorted(found)
    )


def _doubles(entries: Iterable[_Entry]) -> Iterator[Double]:
    funds: defaultdict[tuple[str, str], list[_Entry]] = defaultdict(list)
    tables: defaultdict[tuple[str, str, str], dict[Kept, Decimal]] = defaultdict(dict)
    for entry in entries:
        amount = entry.amount or Decimal()
        if entry.fund:
            funds[entry.fund.casefold(), entry.unit].append(entry)
        if entry.party:
            held = tables[entry.party, entry.collaboration, entry.unit]
            held[entry.kept] = held.get(entry.kept, Decimal()) + amount
    for (_, unit), pledged in sorted(funds.items()):
        each: defaultdict[str, Decimal] = defaultdict(Decimal)
        for entry in pledged:
            each[entry.collaboration] += entry.amount or Decimal()
        if len(each) > 1:
            parties = {entry.party for entry in pledged if entry.party}
            yield Double(
                kind="fund",
                why=_FUND,
                what=min(entry.fund for entry in pledged),
                unit=unit,
                at_most=sum(each.values(), Decimal()) - max(each.values()),
                collaborations=tuple(sorted(each)),
                parties=tuple(sorted(parties)),
            )
    for (party, collaboration, unit), held in sorted(tables.items()):
        if len(held) > 1 and all(held.values()):
            yield Double(
                kind="grant",
                why=_BOTH,
                what=party,
                unit=unit,
                at_most=min(held.values()),
                collaborations=(collaboration,),
                parties=(party,),
            )


def _where(entries: Iterable[_Entry]) -> tuple[str, ...]:
    return tuple(entry.collaboration for entry in entries)


def totals(portfolio: Portfolio, by: By | Iterable[By] = "kind") -> Measure[Totals]:
    """Return how much is brought in and how the budgets are funded, in sums that may be made.

    Units are never mixed, nor are contributions and funding, nor kinds, nor what is in talks and what was
    received. An amount without a unit is not added up but counted.

    Args:
        portfolio: The portfolio.
        by: What to sum by: ``"kind"``, ``"party"``, ``"year"``, ``"collaboration"``, or several of these. By
            year a schedule decides; what has none stands under its own year, or under its first and last
            year together, such as ``"2026-2028"``.

    Returns:
        The sums, and what may have been counted twice. ``n`` says how many entries there are, ``evidence``
        holds the collaborations in which they stand. Not defined if there are none.

    Raises:
        ValueError: If ``by`` is something else.

    Example:
        >>> from samenwerking.model import Canvas, Collaboration, Participation
        >>> given = Contribution(kind="geld", amount=200, unit="EUR", period=Period(start="2026", end="2028"))
        >>> canvas = Canvas(parties=[Participation(party="x", contributions=[given])])
        >>> portfolio = Portfolio(collaborations=[Collaboration(id="polder", name="Polder", canvas=canvas)])
        >>> total, = totals(portfolio, by="year").value.sums
        >>> total.group["year"], total.amount, total.unit
        ('2026-2028', Decimal('200'), 'EUR')
    """
    chosen: tuple[By, ...] = (by,) if isinstance(by, str) else tuple(by)
    for name in chosen:
        if name not in get_args(By):
            raise ValueError(f"by is one or more of {get_args(By)}, not {name!r}")
    entries = list(_entries(portfolio))
    summed = [entry for entry in entries if entry.amount is not None and entry.unit]
    value = Totals(
        sums=_sums(summed, chosen),
        without_amount=_where(entry for entry in entries if entry.amount is None),
        without_unit=_where(entry for entry in entries if entry.amount is not None and not entry.unit),
        without_period=_where(entry for entry in summed if not (entry.planned or _year(entry.period))),
        doubles=tuple(_doubles(summed)),
    )
    reason = None if entries else _NOTHING
    evidence = tuple(dict.fromkeys(entry.collaboration for entry in entries))
    return Measure(None if reason else value, reason, _CONVENTION, len(entries), evidence)
