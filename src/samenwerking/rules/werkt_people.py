"""Does the collaboration work? The people at the table: their time, their pay and their mandate."""

import datetime
from collections.abc import Iterator
from fractions import Fraction

import attrs

from samenwerking.model import Date, Decision, Mandate, Organization, Participation, Representative
from samenwerking.report import Param
from samenwerking.rules.definition import Problem, RuleContext, rule
from samenwerking.rules.kinds import hours_per_week, listed, months_from, one_by_one, plain
from samenwerking.rules.looking import asked, item, on_purpose, where
from samenwerking.vocabulary import spoken_date


@attrs.define
class _Promised:
    """A person's time on the day, and the collaborations it was promised to."""

    full_weeks: Fraction = Fraction(0)
    hours: Fraction = Fraction(0)
    collaborations: dict[str, None] = attrs.field(factory=dict)


def _sits(participation: Participation, representative: Representative, as_of: datetime.date) -> bool:
    """Say whether someone sits at the table on a day, as far as can be told."""
    period, since = participation.period, representative.since
    if period.ended(as_of) is True or period.started(as_of) is False:
        return False
    return since is None or since.first <= as_of


def _promised(context: RuleContext) -> dict[str, _Promised]:
    """Return the time that was promised of each person, in what certainly runs on the day."""
    found: dict[str, _Promised] = {}
    for each in sorted(context.portfolio.collaborations, key=lambda each: each.id):
        if each.period.started(context.as_of) is not True or each.period.ended(context.as_of) is not False:
            continue
        for party in each.canvas.parties:
            for one in party.representatives:
                if one.time is None or not _sits(party, one, context.as_of):
                    continue
                whole, hours = plain(one.time.unit) in listed("full_time"), hours_per_week(one.time.unit)
                if not whole and hours is None:
                    continue
                promised = found.setdefault(one.person, _Promised())
                promised.full_weeks += Fraction(one.time.amount) * whole
                promised.hours += Fraction(one.time.amount) * (hours or 0)
                promised.collaborations[each.id] = None
    return found


@rule("WER303", needs=("parties[].representatives[].time",))
def no_time_set_aside(context: RuleContext) -> Iterator[Problem]:
    """Time is asked for apart from other means: whoever has none cannot do it."""
    for party in context.parties:
        for one in party.representatives:
            if one.time is not None and one.time.amount == 0:
                params: dict[str, Param] = {
                    "person": context.name(one.person),
                    "party": context.name(party.party),
                }
                yield Problem(f"parties[{party.party}].representatives[{one.person}].time", "none", params)


@rule("WER304", needs=("parties[].representatives[].time",), hours=40)
def time_promised_twice(context: RuleContext) -> Iterator[Problem]:
    """Nobody has more than a full week; what is promised beyond that will not come."""
    full = Fraction(context.options["hours"])
    speaks_for: dict[str, str] = {}
    for person, party in sorted((one.person, p.party) for p in context.parties for one in p.representatives):
        speaks_for.setdefault(person, party)
    for person, party in speaks_for.items():
        promised = context.once(_promised).get(person, _Promised())
        beyond = promised.full_weeks * full + promised.hours > full
        if beyond and context.collaboration.id in promised.collaborations:
            names = context.names(promised.collaborations)
            params: dict[str, Param] = {"person": context.name(person), "collaborations": names}
            yield Problem(f"parties[{party}].representatives", "", params)


@rule("WER306", needs=("parties[].representatives[].paid",))
def unpaid_beside_paid(context: RuleContext) -> Iterator[Problem]:
    """Who gives up an evening unpaid sits there differently from who is paid for it."""
    if not any(one.paid for party in context.parties for one in party.representatives):
        return
    for party in context.parties:
        if any(one.paid is False for one in party.representatives):
            params = {"party": context.name(party.party)}
            yield Problem(f"parties[{party.party}].representatives", "", params)


@rule("WER311", needs=("parties[].representatives[].mandate",))
def mandate_expired(context: RuleContext) -> Iterator[Problem]:
    """A decision that the home organization does not stand for is no decision."""
    for party in context.parties:
        for representative in party.representatives:
            until = representative.mandate.valid_until if representative.mandate else None
            if until is not None and until.before(context.as_of):
                params: dict[str, Param] = {
                    "person": context.name(representative.person),
                    "party": context.name(party.party),
                    "date": spoken_date(until.iso),
                }
                yield Problem(f"parties[{party.party}].representatives", "expired", params)


def _since(one: Representative) -> tuple[Date, ...]:
    """Return the days before which what is on file did not hold."""
    return tuple(date for date in (one.since, one.mandate and one.mandate.granted_on) if date)


def _exceeds(decision: Decision, mandate: Mandate | None) -> bool:
    """Say whether a decision certainly goes beyond a mandate."""
    if mandate is None or mandate.limit is None or decision.amount is None:
        return False
    same_unit = bool(mandate.unit) and plain(mandate.unit) == plain(decision.unit)
    return same_unit and decision.amount > mandate.limit


@rule("WER312", needs=("decisions[].amount", "parties[].representatives[].mandate.limit"))
def mandate_exceeded(context: RuleContext) -> Iterator[Problem]:
    """A decision beyond what someone may decide only holds once the home organization stands for it."""
    for decision in context.collaboration.canvas.decisions:
        on = decision.on
        if on is None or on.first > context.as_of:
            continue
        ratified = {each.party for each in decision.ratifications}
        for party in context.parties:
            if party.party not in decision.parties or party.party in ratified:
                continue
            perhaps = [one for one in party.representatives if all(d.first <= on.last for d in _since(one))]
            surely = [one for one in perhaps if all(d.last <= on.first for d in _since(one))]
            if surely and all(_exceeds(decision, one.mandate) for one in perhaps):
                params: dict[str, Param] = {
                    "decision": decision.text,
                    "person": context.names(one_by_one(one.person for one in surely)),
                    "party": context.name(party.party),
                }
                yield Problem(item("decisions", decision.text), "", params)


@rule("WER313", needs=("parties[].representatives",))
def constituency_not_heard(context: RuleContext) -> Iterator[Problem]:
    """Whoever speaks for members can only do so with room from them, and by telling them how it goes."""
    if asked(context, "parties[].feedback"):
        return
    found = []
    for party in context.parties:
        record, at = context.portfolio.get(party.party), f"parties[{party.party}].feedback"
        answers = isinstance(record, Organization) and record.has_constituency and party.representatives
        arranged = party.feedback or party.negotiating_room or on_purpose(context, at)
        if answers and not arranged:
            found.append(party)
    if found:
        names = context.names(one_by_one(party.party for party in found))
        yield Problem(where(found, "feedback"), "constituency", {"parties": names})


@rule("WER314", needs=("parties[].representatives[].mandate.elections_on",), months=6)
def elections_in_sight(context: RuleContext) -> Iterator[Problem]:
    """After elections others may have the say; then the backing has to be asked again."""
    soon, recent = (months_from(context.as_of, sign * context.options["months"]) for sign in (1, -1))
    for party in context.parties:
        noticed: dict[str, list[Date]] = {"held": [], "ahead": []}
        for mandate in filter(None, (one.mandate for one in party.representatives)):
            elections, backing = mandate.elections_on, mandate.backing_on
            if elections is None:
                continue
            if elections.before(context.as_of) and (backing is None or backing.before(elections)):
                noticed["held"].append(elections)
            ahead = context.as_of <= elections.first and elections.last <= soon
            if ahead and (backing is None or backing.before(recent)):
                noticed["ahead"].append(elections)
        for cause, dates in noticed.items():
            if dates:
                date = min(dates, key=lambda date: date.iso)
                said: dict[str, Param] = {
                    "party": context.name(party.party),
                    "date": spoken_date(date.iso),
                }
                yield Problem(f"parties[{party.party}].representatives", cause, said)


RULES = (
    no_time_set_aside,
    time_promised_twice,
    unpaid_beside_paid,
    mandate_expired,
    mandate_exceeded,
    constituency_not_heard,
    elections_in_sight,
)
