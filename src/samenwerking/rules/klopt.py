"""Is the collaboration set up right? The type and the set-up."""

from collections.abc import Iterator

from samenwerking.report import OR, enumerate_words
from samenwerking.rules.definition import Problem, RuleContext, rule
from samenwerking.rules.digest import agreed_by_now
from samenwerking.vocabulary import LANGUAGES, Bilingual, ObligationKind, spoken_date

OWED = (ObligationKind.PERFORMANCE, ObligationKind.PAYMENT)


@rule("KLO201")
def type_unknown(context: RuleContext) -> Iterator[Problem]:
    """Successful directors use a limited number of types; another word is not one of them."""
    canvas = context.collaboration.canvas
    known = tuple(context.reading.types)
    named = [context.reading.type_labels(type_) for type_ in known]
    choices = Bilingual(*(enumerate_words((n.get(lang) for n in named), lang, OR) for lang in LANGUAGES))
    if canvas.type is not None and canvas.type not in known:
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


@rule("KLO212", needs=("form",))
def network_imposes_obligations(context: RuleContext) -> Iterator[Problem]:
    """A network is not binding, apart from its rules of conduct; fees and legal duties aside."""
    assert context.form is not None  # it is needed
    allowed = {*context.reading.obligation_kinds(context.form), ObligationKind.PAYMENT}
    for obligation in context.collaboration.canvas.setup.obligations:
        if obligation.kind not in allowed and not obligation.legal_duty:
            yield Problem("setup.obligations", "", {"obligation": obligation.text})


@rule("KLO214", inactive_share=0.5)
def network_noncommittal(context: RuleContext) -> Iterator[Problem]:
    """A network is not binding, but not non-committal either: members bring and take."""
    if not context.collaboration.canvas.expectation:
        return  # only against an agreed expectation
    dated = [party for party in context.parties if party.last_active is not None]
    year_ago = context.as_of.replace(year=context.as_of.year - 1, day=min(context.as_of.day, 28))
    idle = [party for party in dated if party.last_active and party.last_active.last < year_ago]
    if dated and len(idle) > context.options["inactive_share"] * len(dated):
        yield Problem("parties", "", {"n": len(idle), "total": len(dated)})


@rule("KLO232", needs=("agreements",))
def not_agreed(context: RuleContext) -> Iterator[Problem]:
    """Successful collaborations have made agreements; a text that nobody agreed to is none."""
    agreed, changed_since = agreed_by_now(context.portfolio, context.collaboration)
    if changed_since:
        yield Problem("agreements", "changed", {"date": spoken_date(changed_since.iso)})
    missing = tuple(party for party in context.party_ids if party not in agreed)
    if missing and not changed_since:
        yield Problem("agreements", "party", {"parties": context.names(missing)})


RULES = (
    type_unknown,
    reciprocity_missing,
    cooperation_not_agreed,
    alliance_not_binding,
    network_imposes_obligations,
    network_noncommittal,
    not_agreed,
)
