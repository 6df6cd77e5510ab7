"""Is the collaboration set up right? What the type itself asks, and whether everyone agreed."""

from collections.abc import Iterator

from samenwerking.report import Param
from samenwerking.rules.definition import Problem, RuleContext, rule
from samenwerking.rules.digest import agreed_by_now, changed_since, part_label
from samenwerking.rules.looking import either
from samenwerking.vocabulary import ObligationKind, spoken_date

OWED = (ObligationKind.PERFORMANCE, ObligationKind.PAYMENT)


@rule("KLO201")
def type_unknown(context: RuleContext) -> Iterator[Problem]:
    """Successful directors use a limited number of types; another word is not one of them."""
    canvas = context.collaboration.canvas
    known = tuple(context.reading.types)
    if canvas.type is not None and canvas.type not in known:
        choices = either(context.reading.type_labels(type_) for type_ in known)
        yield Problem("type", "unknown", {"type": canvas.type, "choices": choices})
    elif (
        canvas.type is not None
        and canvas.form is not None
        and context.reading.type_of(canvas.form) != canvas.type
    ):
        params = {"form": canvas.form.labels, "type": context.reading.type_labels(canvas.type)}
        yield Problem("type", "differs", params)


@rule("KLO205", needs=("parties", "setup.obligations"))
def reciprocity_missing(context: RuleContext) -> Iterator[Problem]:
    """In a transaction the performances are mutual: each party owes the other something."""
    owing = {o.debtor for o in context.collaboration.canvas.setup.obligations if o.kind in OWED}
    if len(owing) == 1:
        yield Problem("setup.obligations", "", {"party": context.name(*owing)})


@rule("KLO206", needs=("setup.obligations",))
def cooperation_not_agreed(context: RuleContext) -> Iterator[Problem]:
    """In a transaction working together is itself part of the agreement."""
    kinds = {obligation.kind for obligation in context.collaboration.canvas.setup.obligations}
    if ObligationKind.COOPERATION not in kinds:
        yield Problem("setup.obligations")


@rule("KLO211", needs=("parties", "setup.obligations"))
def alliance_not_binding(context: RuleContext) -> Iterator[Problem]:
    """The type aimed at a shared goal is binding: each party has an obligation of its own."""
    setup = context.collaboration.canvas.setup
    owing = {obligation.debtor for obligation in setup.obligations}
    without = tuple(party for party in context.party_ids if party not in owing)
    if without:
        yield Problem("setup.obligations", "party", {"party": context.names(without)})


@rule("KLO232", needs=("agreements",))
def not_agreed(context: RuleContext) -> Iterator[Problem]:
    """Successful collaborations have made agreements; a text that nobody agreed to is none."""
    agreed, since = agreed_by_now(context.portfolio, context.collaboration)
    if since:
        parts = [part_label(part) for part in changed_since(context.portfolio, context.collaboration)]
        params: dict[str, Param] = {"date": spoken_date(since.iso), "change": tuple(parts)}
        yield Problem("agreements", "changed", params)
    missing = tuple(party for party in context.party_ids if party not in agreed)
    if missing and not since:
        yield Problem("agreements", "party", {"parties": context.names(missing)})


RULES = (
    type_unknown,
    reciprocity_missing,
    cooperation_not_agreed,
    alliance_not_binding,
    not_agreed,
)
