"""What keeps a collaboration going and what it leaves: means, quality, evaluation and end result."""

from decimal import Decimal

import attrs
from attrs.converters import optional

from samenwerking.model.dates import Date, as_optional_date
from samenwerking.model.participation import ALWAYS
from samenwerking.model.period import Period
from samenwerking.model.plan import PARTY, coded, ref, within
from samenwerking.model.record import Record, as_decimal, as_ids, as_optional_id, as_tuple
from samenwerking.vocabulary import CodeList, EvaluationKind, FundingStatus


@attrs.frozen(kw_only=True, repr=False)
class Funding(Record):
    """A share of the budget and where it comes from.

    Args:
        funder: Who pays; ``None`` if not a record of the portfolio.
        description: In words, such as the programme it comes from.
        share: The share of the budget, 0 to 1.
        amount: The amount, in the unit of the phase.
        status: In talks, pledged or received; ``None`` if not known.

    Raises:
        InvalidRecord: If the share lies outside 0 to 1.

    Example:
        >>> Funding(description="LIFE", share=0.6).share
        Decimal('0.6')
    """

    funder: str | None = attrs.field(default=None, converter=as_optional_id, metadata=ref(*PARTY))
    description: str = ""
    share: Decimal | None = attrs.field(default=None, converter=as_decimal, metadata=within(0, 1))
    amount: Decimal | None = attrs.field(default=None, converter=as_decimal)
    status: FundingStatus | None = attrs.field(default=None, converter=optional(FundingStatus))


@attrs.frozen(kw_only=True, repr=False)
class Phase(Record):
    """A stretch of the work with its own budget.

    Args:
        name: What it is called.
        period: From when until when.
        budget: What it costs.
        unit: In which currency.
        funding: Where the money comes from.

    Example:
        >>> Phase(name="pilot", budget=100000).unit
        'EUR'
    """

    name: str = ""
    period: Period = ALWAYS
    budget: Decimal | None = attrs.field(default=None, converter=as_decimal)
    unit: str = "EUR"
    funding: tuple[Funding, ...] = attrs.field(default=(), converter=as_tuple)


@attrs.frozen(kw_only=True, repr=False)
class Communication(Record):
    """How often and how the parties meet.

    Args:
        rhythm: Code of how often.
        last_meeting: When they last met.
        channels: Through which channels.

    Example:
        >>> Communication(rhythm="maandelijks", last_meeting="2026-10-12").rhythm
        'maandelijks'
    """

    rhythm: str | None = attrs.field(default=None, metadata=coded(CodeList.FREQUENCY))
    last_meeting: Date | None = attrs.field(default=None, converter=as_optional_date)
    channels: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)


@attrs.frozen(kw_only=True, repr=False)
class Resources(Record):
    """Means, behaviour and communication; time and mandate stand with the representatives.

    Args:
        phases: Budget and funding per phase.
        behaviour: What was agreed on behaviour.
        communication: How often and how the parties meet.

    Example:
        >>> Resources(behaviour=["afspraak is afspraak"]).behaviour
        ('afspraak is afspraak',)
    """

    phases: tuple[Phase, ...] = attrs.field(default=(), converter=as_tuple)
    behaviour: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    communication: Communication | None = None


@attrs.frozen(kw_only=True, repr=False)
class LearningMoment(Record):
    """A moment to learn together.

    Args:
        on: When.
        description: What it is.

    Example:
        >>> LearningMoment(on="2026-06", description="veldbezoek").description
        'veldbezoek'
    """

    on: Date | None = attrs.field(default=None, converter=as_optional_date)
    description: str = ""


@attrs.frozen(kw_only=True, repr=False)
class Quality(Record):
    """How quality is assured; the criteria stand with the deliverable.

    Args:
        checker: Who checks.
        method: How.
        learning: Moments to learn together.

    Example:
        >>> Quality(checker="bureau-e", method="veldopname").checker
        'bureau-e'
    """

    checker: str | None = attrs.field(default=None, converter=as_optional_id, metadata=ref(*PARTY))
    method: str = ""
    learning: tuple[LearningMoment, ...] = attrs.field(default=(), converter=as_tuple)


@attrs.frozen(kw_only=True, repr=False)
class Action(Record):
    """What will be done after an evaluation.

    Args:
        text: What.
        owner: Who.
        due: By when.
        done_on: When it was done.

    Example:
        >>> Action(text="rol stuurgroep herzien", owner="waterschap-x", due="2026-12").due.precision
        'month'
    """

    text: str = attrs.field()
    owner: str | None = attrs.field(default=None, converter=as_optional_id, metadata=ref(*PARTY))
    due: Date | None = attrs.field(default=None, converter=as_optional_date)
    done_on: Date | None = attrs.field(default=None, converter=as_optional_date)


@attrs.frozen(kw_only=True, repr=False)
class Evaluation(Record):
    """A look back, planned or held.

    Args:
        planned: For when it was planned.
        held: When it was held.
        kind: On the content, the collaboration itself, or both.
        input_from: Who was heard.
        findings: What came out.
        actions: What will be done.

    Example:
        >>> Evaluation(planned="2026-06", kind="both").kind.value
        'both'
    """

    planned: Date | None = attrs.field(default=None, converter=as_optional_date)
    held: Date | None = attrs.field(default=None, converter=as_optional_date)
    kind: EvaluationKind | None = attrs.field(default=None, converter=optional(EvaluationKind))
    input_from: tuple[str, ...] = attrs.field(default=(), converter=as_ids, metadata=ref(*PARTY))
    findings: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    actions: tuple[Action, ...] = attrs.field(default=(), converter=as_tuple)


@attrs.frozen(kw_only=True, repr=False)
class Lesson(Record):
    """What was learned, for whom, and with whom it was shared.

    Args:
        text: The lesson.
        on: When.
        audiences: Codes of the audiences it is for.
        shared_with: Where it was shared, such as the Leidraad or the toolbox.

    Example:
        >>> Lesson(text="begin bij het gebied", audiences=["overheid"]).audiences
        ('overheid',)
    """

    text: str = attrs.field()
    on: Date | None = attrs.field(default=None, converter=as_optional_date)
    audiences: tuple[str, ...] = attrs.field(
        default=(), converter=as_tuple, metadata=coded(CodeList.AUDIENCE)
    )
    shared_with: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)


@attrs.frozen(kw_only=True, repr=False)
class Realization(Record):
    """Looking back and learning; the state of each goal stands with the goal.

    Args:
        evaluations: Planned and held.
        lessons: What was learned.

    Example:
        >>> Realization().evaluations
        ()
    """

    evaluations: tuple[Evaluation, ...] = attrs.field(default=(), converter=as_tuple)
    lessons: tuple[Lesson, ...] = attrs.field(default=(), converter=as_tuple)


@attrs.frozen(kw_only=True, repr=False)
class Maintenance(Record):
    """Who keeps a result up afterwards (beheer).

    Args:
        result: What is kept up.
        lasting: Whether it is something that lasts and so needs upkeep.
        manager: Who keeps it up.
        agreed_on: When the manager agreed.
        budget: What there is for it.
        unit: In which currency.
        funding_until: Until when it is paid.
        until: Until when it was agreed.

    Example:
        >>> Maintenance(result="houtwal", manager="collectief-y", until="2046").until.iso
        '2046'
    """

    result: str = attrs.field()
    lasting: bool | None = None
    manager: str | None = attrs.field(default=None, converter=as_optional_id, metadata=ref(*PARTY))
    agreed_on: Date | None = attrs.field(default=None, converter=as_optional_date)
    budget: Decimal | None = attrs.field(default=None, converter=as_decimal)
    unit: str = "EUR"
    funding_until: Date | None = attrs.field(default=None, converter=as_optional_date)
    until: Date | None = attrs.field(default=None, converter=as_optional_date)


@attrs.frozen(kw_only=True, repr=False)
class ExitPlan(Record):
    """What happens when the collaboration ends.

    Args:
        triggers: When it ends.
        handover: Who gets the results.
        data: Where the data go.
        people: What the people will do.
        communication: Who is told.

    Example:
        >>> ExitPlan(handover="aan het collectief").handover
        'aan het collectief'
    """

    triggers: str = ""
    handover: str = ""
    data: str = ""
    people: str = ""
    communication: str = ""


@attrs.frozen(kw_only=True, repr=False)
class EndResult(Record):
    """What is there at the end, and its upkeep.

    Args:
        description: What is there.
        acceptance_criteria: When it is good.
        owner: Whose it is.
        maintenance: Who keeps what up.
        exit_plan: What happens when the collaboration ends.

    Example:
        >>> EndResult(description="40 km rand in beheer").acceptance_criteria
        ()
    """

    description: str = ""
    acceptance_criteria: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    owner: str | None = attrs.field(default=None, converter=as_optional_id, metadata=ref(*PARTY))
    maintenance: tuple[Maintenance, ...] = attrs.field(default=(), converter=as_tuple)
    exit_plan: ExitPlan | None = None
