"""Handling the gearbox: shifting up and down, stepping back, and agreeing; each returns a new portfolio."""

import datetime
from collections.abc import Iterable

import attrs

from samenwerking.model import Agreement, Collaboration, Date, Decision, Organization, Portfolio
from samenwerking.model.dates import as_date
from samenwerking.model.record import as_ids
from samenwerking.report import Finding
from samenwerking.rules.digest import digest
from samenwerking.rules.gearbox import Diagnosis, diagnose
from samenwerking.rules.gears import GO
from samenwerking.vocabulary import (
    Bilingual,
    DecisionKind,
    DecisionOutcome,
    Gear,
    Reading,
    StepBackOutcome,
)

Day = Date | datetime.date | str
Party = Organization | Collaboration | str
_TO = Bilingual("Door naar {gear}", "On to {gear}")
_BACK_TO = Bilingual("Terug naar {gear}", "Back to {gear}")


class ShiftError(ValueError):
    """Raised when a collaboration cannot shift up; says everything that stands in the way.

    Args:
        message: What was asked.
        blockers: The questions and findings that stand in the way.
    """

    def __init__(self, message: str, blockers: tuple[Finding, ...] = ()) -> None:
        self.message, self.blockers = message, blockers
        told = [f"- {each.code}: {each.message('nl')} / {each.message('en')}" for each in blockers]
        super().__init__("\n".join([message, *told]))

    def __reduce__(self) -> tuple[type, tuple[str, tuple[Finding, ...]]]:
        return type(self), (self.message, self.blockers)


def _present(collaboration: Collaboration, parties: Iterable[Party]) -> tuple[str, ...]:
    named = as_ids(tuple(parties))
    known = {participation.party for participation in collaboration.canvas.parties}
    strangers = [party for party in named if party not in known]
    if strangers or not named:
        who = ", ".join(map(repr, strangers)) or "nobody"
        raise ValueError(f"{who} is no party of {collaboration.id!r}; parties are {', '.join(sorted(known))}")
    return tuple(dict.fromkeys(named))


def _decided(
    portfolio: Portfolio, collaboration: Collaboration, decision: Decision, gear: Gear | None = None
) -> Portfolio:
    canvas = attrs.evolve(collaboration.canvas, decisions=(*collaboration.canvas.decisions, decision))
    return portfolio.replace(attrs.evolve(collaboration, canvas=canvas, gear=gear or collaboration.gear))


def blockers(diagnosis: Diagnosis) -> tuple[Finding, ...]:
    """Return what keeps a collaboration from shifting up, a decision aside.

    Args:
        diagnosis: Its diagnosis.

    Returns:
        The questions that must be answered first and the findings that block.

    Example:
        >>> from samenwerking.io import example
        >>> blockers(diagnose(example("shared-goal"), example("shared-goal").collaborations[0].id))
        ()
    """
    findings = [f for state in diagnosis.states[: diagnosis.gear.order] for f in state.blocked]
    return (*diagnosis.waiting, *findings)


def shift(
    portfolio: Portfolio,
    id: str,
    gear: Gear | str,
    *,
    on: Day,
    parties: Iterable[Party],
    text: str = "",
    outcome: DecisionOutcome | str = DecisionOutcome.GO,
    conditions: str = "",
    reading: Reading | None = None,
) -> Portfolio:
    """Return a portfolio in which a collaboration shifted, with the dated decision to do so on its canvas.

    Up goes one gear at a time, and only when nothing blocks (our reading of the gearbox of the collaboration
    code, mark *reading*); down goes at any time and to any gear.

    Args:
        portfolio: The portfolio.
        id: Id of the collaboration.
        gear: The gear to shift to.
        on: When that was decided.
        parties: The parties that decided; one decision of a meeting covers all present.
        text: What was decided, in words.
        outcome: Go, or go under conditions; a "no go" is recorded and shifts nothing.
        conditions: On which conditions.
        reading: The reading; the shipped one if left out.

    Returns:
        The portfolio with the decision, and with the gear if it shifted.

    Raises:
        KeyError: If there is no such record.
        TypeError: If the record is no collaboration.
        ShiftError: If something stands in the way, a gear is passed over, or it is in that gear already.
        ValueError: If a party takes no part, or there is no such gear, outcome or date.

    Example:
        >>> from samenwerking.io import example
        >>> before = example("shared-goal")
        >>> polder = before.collaborations[0]
        >>> after = shift(before, polder.id, "werkt", on="2026-11-24", parties=before.parties_of(polder))
        >>> after[polder.id].gear.value, after[polder.id].canvas.decisions[-1].kind.value
        ('werkt', 'shift-down')
    """
    collaboration = portfolio.collaboration(id)
    now, to = collaboration.current_gear, Gear(gear)
    decision = Decision(
        text=text or (_TO if to.order > now.order else _BACK_TO).get(portfolio.language).format(gear=to),
        on=as_date(on),
        kind=DecisionKind.SHIFT_UP if to.order > now.order else DecisionKind.SHIFT_DOWN,
        gear=to,
        outcome=DecisionOutcome(outcome),
        conditions=conditions,
        parties=_present(collaboration, parties),
    )
    if to is now:
        raise ShiftError(f"{id!r} is in {to.value!r} already")
    if decision.outcome not in GO:
        return _decided(portfolio, collaboration, decision)
    if to.order > now.order + 1:
        passed = ", ".join(each.value for each in Gear if now.order < each.order < to.order)
        raise ShiftError(f"{id!r} is in {now.value!r}: shift one gear at a time, first to {passed}")
    if to.order > now.order:
        diagnosis = diagnose(portfolio, id, as_of=decision.on.last if decision.on else None, reading=reading)
        if standing := blockers(diagnosis):
            raise ShiftError(f"{id!r} cannot shift from {now.value!r} to {to.value!r} yet", standing)
    return _decided(portfolio, collaboration, decision, to)


def step_back(
    portfolio: Portfolio,
    id: str,
    outcome: StepBackOutcome | str,
    *,
    on: Day,
    parties: Iterable[Party],
    text: str = "",
) -> Portfolio:
    """Return a portfolio in which a collaboration took a step back, with its dated decision.

    Args:
        portfolio: The portfolio.
        id: Id of the collaboration.
        outcome: How the step back ended. ``stop``: the collaboration ends that day. ``alternative``: those
            parties take their alternative and leave that day; it ends if fewer than two stay. ``return``: it
            starts over in kan. ``split-off``: only recorded, see :func:`samenwerking.advice.split_off`.
        on: When that was decided.
        parties: The parties that decided.
        text: What was decided, in words.

    Returns:
        The portfolio.

    Raises:
        KeyError: If there is no such record.
        TypeError: If the record is no collaboration.
        ValueError: If a party takes no part, or there is no such outcome or date.
        InvalidRecord: If the collaboration or a party began later than that day.

    Example:
        >>> from samenwerking.io import example
        >>> before = example("shared-goal")
        >>> polder = before.collaborations[0]
        >>> after = step_back(before, polder.id, "return", on="2026-11-24", parties=before.parties_of(polder))
        >>> after[polder.id].current_gear.value
        'kan'
    """
    collaboration = portfolio.collaboration(id)
    ended, day, who = StepBackOutcome(outcome), as_date(on), _present(collaboration, parties)
    decision = Decision(
        text=text or ended.label(portfolio.language),
        on=day,
        kind=DecisionKind.STEP_BACK,
        step_back=ended,
        parties=who,
    )
    canvas = collaboration.canvas
    if ended is StepBackOutcome.ALTERNATIVE:
        left = tuple(
            attrs.evolve(party, period=attrs.evolve(party.period, end=day, open_end=False))
            if party.party in who and party.period.ended(day.last) is not True
            else party
            for party in canvas.parties
        )
        staying = {party.party for party in left if party.period.ended(day.last) is not True} - set(who)
        collaboration = attrs.evolve(collaboration, canvas=attrs.evolve(canvas, parties=left))
        ends = len(staying) < 2
    else:
        ends = ended is StepBackOutcome.STOP
    if ends:
        period = attrs.evolve(collaboration.period, end=day, open_end=False)
        collaboration = attrs.evolve(collaboration, period=period)
    return _decided(portfolio, collaboration, decision, Gear.KAN if ended is StepBackOutcome.RETURN else None)


def agree(
    portfolio: Portfolio, id: str, parties: Iterable[Party], on: Day, at: str | None = None
) -> Portfolio:
    """Return a portfolio in which parties agreed to the canvas of a collaboration as it stands.

    A fingerprint of the material content is kept with the agreement, so that it can be told later whether
    that is still what stands there and, if not, which part changed.

    Args:
        portfolio: The portfolio.
        id: Id of the collaboration.
        parties: The parties that agreed; a meeting agrees for all present.
        on: When.
        at: Where, or at which meeting.

    Returns:
        The portfolio with the agreement.

    Raises:
        KeyError: If there is no such record.
        TypeError: If the record is no collaboration.
        ValueError: If a party takes no part, or the date is none.

    Example:
        >>> from samenwerking.io import example
        >>> before = example("shared-goal")
        >>> polder = before.collaborations[0]
        >>> after = agree(before, polder.id, before.parties_of(polder), "2026-11-24", at="stuurgroep")
        >>> after[polder.id].canvas.agreements[-1].at
        'stuurgroep'
    """
    collaboration = portfolio.collaboration(id)
    agreement = Agreement(
        on=as_date(on),
        parties=_present(collaboration, parties),
        at=at or "",
        digest=digest(portfolio, collaboration),
    )
    canvas = attrs.evolve(collaboration.canvas, agreements=(*collaboration.canvas.agreements, agreement))
    return portfolio.replace(attrs.evolve(collaboration, canvas=canvas))
