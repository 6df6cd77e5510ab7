"""What started and ended between two days, and of how much nobody can tell."""

import datetime
from collections.abc import Iterable
from typing import Generic, TypeVar

import attrs

from samenwerking.graph.measures import Measure
from samenwerking.graph.modes import Day, as_day
from samenwerking.graph.structure import structure
from samenwerking.model import Date, MembershipEvent, Participation, Partner, Period, Portfolio, Supporter
from samenwerking.vocabulary import Bilingual, MembershipEventKind

T = TypeVar("T")

_NOTHING = Bilingual("Er staat nog niets in dat kan veranderen.", "There is nothing yet that can change.")
_CONVENTION = Bilingual(
    "Begonnen of beëindigd is alleen wat volgens de datums zeker tussen de twee dagen begon of eindigde. "
    "Waar de datums dat niet zeggen, is het onbekend, niet ongewijzigd. Wie meedoet zonder eigen datums, "
    "begint en eindigt met de samenwerking.",
    "Only what according to the dates certainly started or ended between the two days is counted as such. "
    "Where the dates do not tell, it is unknown, not unchanged. Whoever takes part without dates of its own "
    "starts and ends with the collaboration.",
)


@attrs.frozen(kw_only=True)
class Turnover(Generic[T]):
    """What became of one kind of record.

    Args:
        started: Certainly started after the first day, and no later than the second.
        ended: Certainly ended between them.
        lasting: Certainly there on both days.
        unknown: Of what the dates do not tell whether it started or ended between them; what certainly
            started may be among them, as its end may be unknown.
        undated: How many of the unknown have no date at all.
    """

    started: tuple[T, ...] = ()
    ended: tuple[T, ...] = ()
    lasting: tuple[T, ...] = ()
    unknown: tuple[T, ...] = ()
    undated: int = 0


@attrs.frozen(kw_only=True)
class MembershipStep:
    """A step in a party's standing in the coalition.

    Args:
        record: Id of the partner or supporter.
        party: Who.
        kind: Which step.
        on: When.
    """

    record: str
    party: str
    kind: MembershipEventKind
    on: Date


@attrs.frozen(kw_only=True)
class Memberships:
    """What became of the standing of partners and supporters.

    Args:
        steps: Steps that certainly lie between the two days, in order of date.
        unknown: Partners and supporters with a step of which that cannot be told.
        undated: How many partners and supporters have no dated step at all.
    """

    steps: tuple[MembershipStep, ...] = ()
    unknown: tuple[str, ...] = ()
    undated: int = 0


@attrs.frozen(kw_only=True)
class Changes:
    """What changed between two days.

    Args:
        before: The first day.
        after: The second day.
        collaborations: Their ids.
        participations: Pairs of a collaboration and a party.
        memberships: Of partners and supporters.
    """

    before: datetime.date
    after: datetime.date
    collaborations: Turnover[str]
    participations: Turnover[tuple[str, str]]
    memberships: Memberships


@attrs.frozen
class _Stretch:
    """A period of taking part, within the period of the whole."""

    whole: Period
    own: Period

    def started(self, day: datetime.date) -> bool | None:
        return False if self.whole.started(day) is False else self.own.started(day)

    def ended(self, day: datetime.date) -> bool | None:
        return True if self.whole.ended(day) else self.own.ended(day)

    def there(self, day: datetime.date) -> bool | None:
        started, ended = self.started(day), self.ended(day)
        if started is False or ended:
            return False
        return True if started and ended is False else None

    @property
    def undated(self) -> bool:
        return all(period.start is None and period.end is None for period in (self.whole, self.own))


def _stretches(whole: Period, participations: Iterable[Participation]) -> list[_Stretch]:
    """Return when a party takes part; in a role without dates of its own as long as the whole."""
    periods = [each.period for each in participations]
    return [_Stretch(whole, whole if period == Period() else period) for period in periods]


def _any(told: Iterable[bool | None]) -> bool | None:
    found = set(told)
    return True if True in found else None if None in found else False


def _happened(early: bool | None, late: bool | None) -> bool | None:
    """Say whether something happened after the first day, given whether it had on each of the two."""
    if early is True or late is False:
        return False
    return True if early is False and late is True else None


def _turned(there: bool | None, happened: bool | None) -> bool | None:
    """Say whether being there began or ended: not if it was there on the other side anyway."""
    if there or happened is False:
        return False
    return happened if there is False else None


def _turnover(
    records: Iterable[tuple[T, list[_Stretch]]], before: datetime.date, after: datetime.date
) -> Turnover[T]:
    started, ended, lasting, unknown, undated = [], [], [], [], 0
    for key, stretches in records:
        early, late = (_any(each.there(day) for each in stretches) for day in (before, after))
        begun = _any(_happened(each.started(before), each.started(after)) for each in stretches)
        over = _any(_happened(each.ended(before), each.ended(after)) for each in stretches)
        begun, over = _turned(early, begun), _turned(late, over)
        if begun:
            started.append(key)
        if over:
            ended.append(key)
        if early and late:
            lasting.append(key)
        if begun is None or over is None:
            unknown.append(key)
            undated += all(each.undated for each in stretches)
    return Turnover(
        started=tuple(started),
        ended=tuple(ended),
        lasting=tuple(lasting),
        unknown=tuple(unknown),
        undated=undated,
    )


def _within(event: MembershipEvent, before: datetime.date, after: datetime.date) -> bool | None:
    if event.on is None:
        return None
    if event.on.first > before and event.on.last <= after:
        return True
    return False if event.on.last <= before or event.on.first > after else None


def _memberships(portfolio: Portfolio, before: datetime.date, after: datetime.date) -> Memberships:
    steps: list[MembershipStep] = []
    unknown: list[str] = []
    undated = 0
    records: list[Partner | Supporter] = [*portfolio.partners, *portfolio.supporters]
    for record in sorted(records, key=lambda each: each.id):
        told = [(event, _within(event, before, after)) for event in record.events]
        for event, within in told:
            if within and event.on:
                steps.append(
                    MembershipStep(record=record.id, party=record.party, kind=event.kind, on=event.on)
                )
        if not told or any(within is None for _, within in told):
            unknown.append(record.id)
        undated += not any(event.on for event, _ in told)
    steps.sort(key=lambda step: (step.on.first, step.on.last, step.record, step.kind))
    return Memberships(steps=tuple(steps), unknown=tuple(unknown), undated=undated)


def changes(portfolio: Portfolio, before: Day, after: Day) -> Measure[Changes]:
    """Return what started and ended between two days, such as two partner days.

    Args:
        portfolio: The portfolio.
        before: The first day; what happened on it lies before.
        after: The second day, later than the first; what happened on it counts.

    Returns:
        The changes. ``evidence`` holds the collaborations, partners and supporters that certainly changed,
        ``n`` says how many collaborations, participations, partners and supporters were looked at. Not
        defined if there are none.

    Raises:
        ValueError: If one of the two is no day, or the second is not later than the first.

    Example:
        >>> from samenwerking.model import Collaboration
        >>> polder = Collaboration(id="polder", name="Polder", period=Period(start="2025-03"))
        >>> found = changes(Portfolio(collaborations=[polder]), "2025-01-01", "2026-01-01").value
        >>> found.collaborations.started, found.collaborations.unknown
        (('polder',), ('polder',))
    """
    first, second = as_day(before), as_day(after)
    if first is None or second is None or first >= second:
        raise ValueError(f"the second day must be later than the first: {before} and {after}")
    known = structure(portfolio)
    periods = {key: record.period for key, record in known.collaborations.items()}
    collaborations = _turnover(
        ((key, [_Stretch(period, period)]) for key, period in periods.items()), first, second
    )
    joined = [
        ((key, party), _stretches(periods[key], found))
        for key, parties in known.ties.items()
        for party, found in parties.items()
    ]
    value = Changes(
        before=first,
        after=second,
        collaborations=collaborations,
        participations=_turnover(joined, first, second),
        memberships=_memberships(portfolio, first, second),
    )
    changed = {
        *collaborations.started,
        *collaborations.ended,
        *(key for key, _ in (*value.participations.started, *value.participations.ended)),
        *(step.record for step in value.memberships.steps),
    }
    n = len(periods) + len(joined) + len(portfolio.partners) + len(portfolio.supporters)
    reason = None if n else _NOTHING
    return Measure(None if reason else value, reason, _CONVENTION, n, tuple(sorted(changed)))
