"""How a collaboration is set up: instrument, obligations, who decides and who does what."""

from collections.abc import Iterable

import attrs
from attrs.converters import optional

from samenwerking.model.dates import Date, as_optional_date
from samenwerking.model.participation import ALWAYS
from samenwerking.model.period import Period
from samenwerking.model.plan import PARTY, coded, ref
from samenwerking.model.record import Record, as_id, as_ids, as_optional_id, as_tuple
from samenwerking.vocabulary import (
    CodeList,
    ConflictStep,
    DecisionRule,
    GovernanceMode,
    ObligationKind,
    Trust,
)


def as_steps(steps: Iterable[ConflictStep | str]) -> tuple[ConflictStep, ...]:
    """Convert a list of steps in settling a dispute.

    Args:
        steps: Steps or their values.

    Returns:
        The steps; a text is returned as it is, to be refused by the check.

    Raises:
        ValueError: If one is no such step.

    Example:
        >>> as_steps(["court"])[0].value
        'court'
    """
    items = as_tuple(steps)
    return tuple(map(ConflictStep, items)) if type(items) is tuple else items


@attrs.frozen(kw_only=True, repr=False)
class Obligation(Record):
    """What one party owes.

    Args:
        text: What was agreed.
        kind: Performance, payment, cooperation, conduct or reporting.
        debtor: Who owes it.
        creditor: To whom; ``None`` if to all.
        due: By when.
        period: From when until when it holds.
        sanction: What follows if it is not met.
        best_effort: Whether doing one's best is enough.
        legal_duty: Whether the law already asks it, such as a statutory fee.
        serves: The goals or deliverables it is about.

    Example:
        >>> Obligation(text="betaalt per hectare", kind="payment", debtor="provincie-z").kind.value
        'payment'
    """

    text: str = attrs.field()
    kind: ObligationKind = attrs.field(converter=ObligationKind)
    debtor: str = attrs.field(converter=as_id, metadata=ref(*PARTY))
    creditor: str | None = attrs.field(default=None, converter=as_optional_id, metadata=ref(*PARTY))
    due: Date | None = attrs.field(default=None, converter=as_optional_date)
    period: Period = ALWAYS
    sanction: str = ""
    best_effort: bool = False
    legal_duty: bool = False
    serves: tuple[str, ...] = attrs.field(default=(), converter=as_ids, metadata=ref("goal"))


@attrs.frozen(kw_only=True, repr=False)
class PriceModel(Record):
    """How a price is reckoned.

    Args:
        kind: Code of the kind.
        incentive: What makes doing better worth while.

    Example:
        >>> PriceModel(kind="uitkomst", incentive="bonus per hectare").kind
        'uitkomst'
    """

    kind: str | None = attrs.field(default=None, metadata=coded(CodeList.PRICE_MODEL))
    incentive: str = ""


@attrs.frozen(kw_only=True, repr=False)
class Body(Record):
    """A group that meets for the collaboration, such as a steering group.

    Args:
        name: What it is called.
        members: The parties in it.

    Example:
        >>> Body(name="stuurgroep", members=["waterschap-x"]).members
        ('waterschap-x',)
    """

    name: str = attrs.field()
    members: tuple[str, ...] = attrs.field(default=(), converter=as_ids, metadata=ref(*PARTY))


@attrs.frozen(kw_only=True, repr=False)
class Task(Record):
    """Who does what (RACI).

    Args:
        name: The task.
        responsible: Who does it.
        accountable: Who answers for it; exactly one.
        consulted: Who is asked.
        informed: Who is told.

    Example:
        >>> Task(name="monitoring", accountable=["waterschap-x"]).accountable
        ('waterschap-x',)
    """

    name: str = attrs.field()
    responsible: tuple[str, ...] = attrs.field(default=(), converter=as_ids, metadata=ref(*PARTY))
    accountable: tuple[str, ...] = attrs.field(default=(), converter=as_ids, metadata=ref(*PARTY))
    consulted: tuple[str, ...] = attrs.field(default=(), converter=as_ids, metadata=ref(*PARTY))
    informed: tuple[str, ...] = attrs.field(default=(), converter=as_ids, metadata=ref(*PARTY))


@attrs.frozen(kw_only=True, repr=False)
class Director(Record):
    """The director of the collaboration (regisseur).

    Args:
        person: The person, an organization of kind person.
        organization: Where the director works.
        role: Under which title.
        paid_by: Who pays.
        replaced_by: Who may replace the director.

    Example:
        >>> Director(organization="waterschap-x", role="gebiedsregisseur").role
        'gebiedsregisseur'
    """

    person: str | None = attrs.field(default=None, converter=as_optional_id, metadata=ref("organization"))
    organization: str | None = attrs.field(default=None, converter=as_optional_id, metadata=ref(*PARTY))
    role: str = ""
    paid_by: tuple[str, ...] = attrs.field(default=(), converter=as_ids, metadata=ref(*PARTY))
    replaced_by: tuple[str, ...] = attrs.field(default=(), converter=as_ids, metadata=ref(*PARTY))


@attrs.frozen(kw_only=True, repr=False)
class ConflictProcedure(Record):
    """What happens if the parties cannot agree.

    Args:
        steps: The steps, in order.
        description: In words.

    Example:
        >>> ConflictProcedure(steps=["internal", "mediation"]).steps[0].value
        'internal'
    """

    steps: tuple[ConflictStep, ...] = attrs.field(default=(), converter=as_steps)
    description: str = ""


@attrs.frozen(kw_only=True, repr=False)
class ExitRules(Record):
    """How a party leaves.

    Args:
        notice: How long beforehand it says so.
        settlement: What is settled.

    Example:
        >>> ExitRules(notice="zes maanden").notice
        'zes maanden'
    """

    notice: str = ""
    settlement: str = ""


@attrs.frozen(kw_only=True, repr=False)
class SharedRisk(Record):
    """A risk of the collaboration as a whole.

    Args:
        text: The risk.
        bearers: Who bears it.
        sharing: How it is shared.
        measure: What is done about it.

    Example:
        >>> SharedRisk(text="vergunning vertraagt", bearers=["gemeente-v"]).bearers
        ('gemeente-v',)
    """

    text: str = attrs.field()
    bearers: tuple[str, ...] = attrs.field(default=(), converter=as_ids, metadata=ref(*PARTY))
    sharing: str = ""
    measure: str = ""


@attrs.frozen(kw_only=True, repr=False)
class ReservedPower(Record):
    """A public power that only this authority can use and that the collaboration leaves alone.

    Args:
        party: The authority.
        text: The power.

    Example:
        >>> ReservedPower(party="gemeente-v", text="vergunning verlenen").party
        'gemeente-v'
    """

    party: str = attrs.field(converter=as_id, metadata=ref(*PARTY))
    text: str = attrs.field()


@attrs.frozen(kw_only=True, repr=False)
class Setup(Record):
    """How the collaboration is set up (inrichting).

    Args:
        instrument: Code of the document it rests on.
        instrument_on: When that was chosen or signed.
        legal_form: Code of the legal form.
        legal_form_on: When that was chosen.
        obligations: Who owes what to whom.
        price_model: How the price is reckoned.
        decision_rule: How joint decisions are taken.
        bodies: Who meets.
        tasks: Who does what.
        director: Who directs it (regisseur).
        governance_mode: How a network is steered.
        governing_party: The lead or administrative organization.
        trust: How much trust there is.
        conduct_rules: How members behave towards one another (omgangsregels).
        conflict_procedure: What happens if the parties cannot agree.
        entry_rules: How a party joins.
        exit_rules: How a party leaves.
        information: What is shared and what stays confidential.
        data: Who may use which data, also those measured on private land.
        publicity: Who speaks to the outside.
        ownership_of_results: Who owns what is made.
        change_process: How the collaboration changes and improves.
        stacking: What was found on stacking rewards for the same land.
        risk_register: Risks of the collaboration as a whole.
        reserved_powers: Public powers set apart.

    Example:
        >>> Setup(decision_rule="consensus").decision_rule.value
        'consensus'
    """

    instrument: str | None = attrs.field(default=None, metadata=coded(CodeList.INSTRUMENT))
    instrument_on: Date | None = attrs.field(default=None, converter=as_optional_date)
    legal_form: str | None = attrs.field(default=None, metadata=coded(CodeList.LEGAL_FORM))
    legal_form_on: Date | None = attrs.field(default=None, converter=as_optional_date)
    obligations: tuple[Obligation, ...] = attrs.field(default=(), converter=as_tuple)
    price_model: PriceModel | None = None
    decision_rule: DecisionRule | None = attrs.field(default=None, converter=optional(DecisionRule))
    bodies: tuple[Body, ...] = attrs.field(default=(), converter=as_tuple)
    tasks: tuple[Task, ...] = attrs.field(default=(), converter=as_tuple)
    director: Director | None = None
    governance_mode: GovernanceMode | None = attrs.field(default=None, converter=optional(GovernanceMode))
    governing_party: str | None = attrs.field(default=None, converter=as_optional_id, metadata=ref(*PARTY))
    trust: Trust | None = attrs.field(default=None, converter=optional(Trust))
    conduct_rules: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    conflict_procedure: ConflictProcedure | None = None
    entry_rules: str = ""
    exit_rules: ExitRules | None = None
    information: str = ""
    data: str = ""
    publicity: str = ""
    ownership_of_results: str = ""
    change_process: str = ""
    stacking: str = ""
    risk_register: tuple[SharedRisk, ...] = attrs.field(default=(), converter=as_tuple)
    reserved_powers: tuple[ReservedPower, ...] = attrs.field(default=(), converter=as_tuple)
