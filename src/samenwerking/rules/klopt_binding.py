"""Is the collaboration set up right? What binds: signatures, shared risks, and how long payment lasts."""

from collections.abc import Iterator

from samenwerking.model import Date, Period
from samenwerking.report import Param
from samenwerking.rules.definition import Problem, RuleContext, rule
from samenwerking.rules.kinds import met_by, one_by_one
from samenwerking.rules.looking import item
from samenwerking.rules.requirements import past
from samenwerking.vocabulary import Gear, ObligationKind, spoken_date


@rule("KLO241", needs=("parties[].signature",))
def signed_by_whom(context: RuleContext) -> Iterator[Problem]:
    """What binds asks for a signature, of someone who may give it."""
    named = [party for party in context.parties if party.signature]
    signed = [p for p in named if p.signature and p.signature.on and p.signature.on.first <= context.as_of]
    done = {party.party for party in signed}
    unsigned = one_by_one(party.party for party in named if party.party not in done)
    if unsigned and past(context, Gear.KLOPT):
        yield Problem("parties[].signature", "unsigned", {"parties": context.names(unsigned)})
    for party in signed:
        if party.signature and party.signature.authorized is False:
            params: dict[str, Param] = {"party": context.name(party.party)}
            yield Problem(f"parties[{party.party}].signature", "authority", params)


@rule("KLO242", needs=("setup.risk_register",))
def risk_not_divided(context: RuleContext) -> Iterator[Problem]:
    """Contributing at risk asks which risks, and who bears them."""
    canvas = context.collaboration.canvas
    gone = {party.party for party in canvas.parties} - set(context.party_ids)
    for risk in canvas.setup.risk_register:
        bearers = one_by_one(bearer for bearer in risk.bearers if bearer not in gone)
        at = item("setup.risk_register", risk.text)
        if not bearers:
            yield Problem(at, "bearers", {"risk": risk.text})
        elif len(bearers) > 1 and not risk.sharing:
            yield Problem(at, "sharing", {"risk": risk.text, "parties": context.names(bearers)})


def _paid_until(periods: list[Period]) -> Date | None:
    """Return until when payment certainly lasts at most; ``None`` if one has no known end."""
    ends = [period.end for period in periods if period.end]
    if not ends or len(ends) < len(periods):
        return None
    return max(ends, key=lambda end: (end.last, end.iso))


def _payments(context: RuleContext) -> dict[str | None, list[Period]]:
    """Return per party for how long it is paid; under ``None`` what is paid to all."""
    found: dict[str | None, list[Period]] = {}
    for obligation in context.collaboration.canvas.setup.obligations:
        if obligation.kind is ObligationKind.PAYMENT:
            found.setdefault(obligation.creditor, []).append(obligation.period)
    for party in context.parties:
        for benefit in party.benefits:
            if "payment" in (met_by(benefit.kind or "") or ()):
                found.setdefault(party.party, []).append(benefit.period)
    return found


@rule("KLO244", needs=("setup.obligations",))
def payment_ends_first(context: RuleContext) -> Iterator[Problem]:
    """The first question of whoever does the work: who pays when the money stops and the duty does not?"""
    payments = _payments(context)
    for obligation in context.collaboration.canvas.setup.obligations:
        periods = payments.get(obligation.debtor, [])
        if obligation.kind is not ObligationKind.PERFORMANCE or not periods:
            continue  # whoever is not paid at all brings it in
        paid = _paid_until([*periods, *payments.get(None, [])])
        until, without_end = obligation.period.end, obligation.period.open_end
        if paid is None or not (without_end or (until and paid.before(until))):
            continue
        params: dict[str, Param] = {
            "party": context.name(obligation.debtor),
            "obligation": obligation.text,
            "paid": spoken_date(paid.iso),
        }
        at = item("setup.obligations", obligation.text)
        if until:
            yield Problem(at, "until", {**params, "until": spoken_date(until.iso)})
        else:
            yield Problem(at, "open", params)


RULES = (signed_by_whom, risk_not_divided, payment_ends_first)
