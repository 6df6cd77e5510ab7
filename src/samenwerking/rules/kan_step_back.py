"""The step back between the gears: alternatives that grew old, and decisions to shift."""

import datetime
from collections.abc import Iterator

from samenwerking.model import Decision
from samenwerking.report import Param
from samenwerking.rules.definition import Problem, RuleContext, rule
from samenwerking.rules.gears import GO
from samenwerking.rules.kinds import months_from
from samenwerking.rules.staleness import Change, later_change
from samenwerking.vocabulary import DecisionKind, Gear, spoken_date


@rule("KAN143", needs=("parties[].alternative.on",), months=12)
def alternative_stale(context: RuleContext) -> Iterator[Problem]:
    """The alternative is a reference during the whole process, not only at the start."""
    limit = months_from(context.as_of, -context.options["months"])
    changed: dict[Change, list[str]] = {}
    old: list[str] = []
    for party in context.parties:
        considered = party.alternative.on
        if considered is None:
            continue
        change = later_change(context.collaboration, considered, context.as_of)
        if change:
            changed.setdefault(change, []).append(party.party)
        elif considered.before(limit):
            old.append(party.party)
    for change, parties in changed.items():
        params: dict[str, Param] = {"date": spoken_date(change.since.iso), "what": change.what}
        params["parties"] = context.names(parties)
        yield Problem(f"parties[{parties[0]}].alternative", "changed", params)
    if old:
        yield Problem(f"parties[{old[0]}].alternative", "old", {"parties": context.names(old)})


def _last_shift(context: RuleContext) -> Decision | None:
    """Return the last dated decision on shifting up to the present gear or beyond."""
    gear = context.collaboration.current_gear
    decisions = context.collaboration.canvas.decisions
    shifts = [decision for decision in decisions if decision.kind is DecisionKind.SHIFT_UP]
    far = [decision for decision in shifts if decision.gear is None or decision.gear.order >= gear.order]
    return max(far, key=lambda each: each.on.first if each.on else datetime.date.min, default=None)


@rule("KAN144", needs=("decisions",))
def shifted_without_decision(context: RuleContext) -> Iterator[Problem]:
    """You shift on purpose, and going back is a real option."""
    gear = context.collaboration.current_gear
    if gear is Gear.KAN:
        return
    decision = _last_shift(context)
    if decision is None or decision.on is None:
        yield Problem("decisions", "decision", {"gear": gear.labels})
    elif decision.outcome not in GO:
        yield Problem("decisions", "no-go", {"gear": gear.labels, "date": spoken_date(decision.on.iso)})
    elif decision.parties:  # who took part only later decided nothing then
        then = decision.on
        absent = tuple(
            party.party
            for party in context.parties
            if party.party not in decision.parties
            and (party.period.start is None or party.period.start.before(then) is True)
        )
        if absent:
            yield Problem("decisions", "party", {"parties": context.names(absent), "gear": gear.labels})


RULES = (alternative_stale, shifted_without_decision)
