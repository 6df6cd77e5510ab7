"""What has been agreed: the canvas, and the collaboration it belongs to."""

from decimal import Decimal

import attrs
from attrs.converters import optional

from samenwerking.model.dates import Date, as_date, as_optional_date
from samenwerking.model.identified import Identified, Source
from samenwerking.model.participation import ALWAYS, Participation
from samenwerking.model.period import Period
from samenwerking.model.plan import PARTY, PRIVATE, coded, ref
from samenwerking.model.record import Record, as_decimal, as_id, as_ids, as_optional_id, as_tuple
from samenwerking.model.running import EndResult, Quality, Realization, Resources
from samenwerking.model.setup import Setup
from samenwerking.vocabulary import (
    CodeList,
    DecisionKind,
    DecisionOutcome,
    Form,
    Gear,
    StakeholderTreatment,
    StepBackOutcome,
)


@attrs.frozen(kw_only=True, repr=False)
class Stakeholder(Record):
    """Whoever is needed or touched but is not a party.

    Args:
        name: Who.
        party: The organization or collaboration, where the portfolio knows it.
        needed: Whether it cannot be done without them.
        affected: Whether it touches them.
        can_block: Private. Whether they could stop it.
        treatment: Informed, consulted, represented or left out.
        represented_by: By whom they are represented.
        reason: Why they are left out.

    Example:
        >>> Stakeholder(name="pachters", affected=True, treatment="represented").treatment.value
        'represented'
    """

    name: str = attrs.field()
    party: str | None = attrs.field(default=None, converter=as_optional_id, metadata=ref(*PARTY))
    needed: bool | None = None
    affected: bool | None = None
    can_block: bool | None = attrs.field(default=None, metadata=PRIVATE)
    treatment: StakeholderTreatment | None = attrs.field(
        default=None, converter=optional(StakeholderTreatment)
    )
    represented_by: str | None = attrs.field(default=None, converter=as_optional_id, metadata=ref(*PARTY))
    reason: str = ""


@attrs.frozen(kw_only=True, repr=False)
class Ratification(Record):
    """A party that stands for a decision afterwards.

    Args:
        party: Who.
        on: When.

    Example:
        >>> Ratification(party="provincie-z", on="2026-06-04").party
        'provincie-z'
    """

    party: str = attrs.field(converter=as_id, metadata=ref(*PARTY))
    on: Date | None = attrs.field(default=None, converter=as_optional_date)


@attrs.frozen(kw_only=True, repr=False)
class Decision(Record):
    """A decision, taken on a day by those named; one decision of a meeting covers all present.

    Args:
        text: What was decided.
        on: When.
        kind: To shift up, to step back, to extend, convert or close, or something else.
        gear: For shifting up: to which gear.
        outcome: Go, go if, or no go.
        step_back: For a step back: how it ended.
        conditions: On which conditions.
        parties: Who decided.
        amount: How much it is about.
        unit: In which unit.
        subject: What it is about.
        drivers: Who prepares it; exactly one (DACI).
        approvers: Who approves it; exactly one (DACI).
        ratifications: Who stood for it afterwards.

    Example:
        >>> Decision(text="door naar klopt", kind="shift-up", gear="klopt", outcome="go").gear.value
        'klopt'
    """

    text: str = attrs.field()
    on: Date | None = attrs.field(default=None, converter=as_optional_date)
    kind: DecisionKind = attrs.field(default=DecisionKind.OTHER, converter=DecisionKind)
    gear: Gear | None = attrs.field(default=None, converter=optional(Gear))
    outcome: DecisionOutcome | None = attrs.field(default=None, converter=optional(DecisionOutcome))
    step_back: StepBackOutcome | None = attrs.field(default=None, converter=optional(StepBackOutcome))
    conditions: str = ""
    parties: tuple[str, ...] = attrs.field(default=(), converter=as_ids, metadata=ref(*PARTY))
    amount: Decimal | None = attrs.field(default=None, converter=as_decimal)
    unit: str = ""
    subject: str = ""
    drivers: tuple[str, ...] = attrs.field(default=(), converter=as_ids, metadata=ref(*PARTY))
    approvers: tuple[str, ...] = attrs.field(default=(), converter=as_ids, metadata=ref(*PARTY))
    ratifications: tuple[Ratification, ...] = attrs.field(default=(), converter=as_tuple)


@attrs.frozen(kw_only=True, repr=False)
class Agreement(Record):
    """A dated meeting that agreed to the canvas, for those present.

    Args:
        on: When.
        parties: Who agreed.
        at: Where, or at which meeting.
        digest: Fingerprint of the content agreed to, so that a later change shows.

    Example:
        >>> Agreement(on="2026-03-01", parties=["waterschap-x"]).parties
        ('waterschap-x',)
    """

    on: Date = attrs.field(converter=as_date)
    parties: tuple[str, ...] = attrs.field(default=(), converter=as_ids, metadata=ref(*PARTY))
    at: str = ""
    digest: str = ""


@attrs.frozen(kw_only=True, repr=False)
class LeftEmpty(Record):
    """A place on the canvas that is empty on purpose.

    Args:
        path: Which place, by id: ``parties[waterschap-x].risks``.
        reason: Why.
        on: Since when.

    Example:
        >>> LeftEmpty(path="parties[waterschap-x].risks", reason="alleen uitvoerder").reason
        'alleen uitvoerder'
    """

    path: str = attrs.field()
    reason: str = attrs.field()
    on: Date | None = attrs.field(default=None, converter=as_optional_date)


@attrs.frozen(kw_only=True, repr=False)
class Canvas(Record):
    """What the parties agreed. One fact, one place: the nine topics are views on it.

    Args:
        goals: The goals of the collaboration, shared and other.
        purpose: What a network is there for.
        assumptions: What must be true for the goals to be reached.
        parties: Who takes part, with what.
        stakeholders: Who is needed or touched but is not a party.
        step_back_route: How to go back without loss of face or means.
        decisions: What was decided, when and by whom.
        form: The form of collaboration; ``None`` while undecided.
        type: Code of the type in the reading, only while the form is undecided.
        form_on: When the form was chosen, or the type while the form is open.
        other_types: Codes of further types that are mixed in.
        motivation: Why this form.
        expectation: What members of a network may expect of one another.
        setup: How it is set up.
        resources: Means, behaviour and communication.
        quality: How quality is assured.
        realization: Evaluations and lessons.
        end_result: What is there at the end, and its upkeep.
        agreements: Meetings that agreed to the canvas.
        left_empty: Places that are empty on purpose.

    Example:
        >>> Canvas(form="shared-goal", goals=["randen"]).form.value
        'shared-goal'
    """

    goals: tuple[str, ...] = attrs.field(default=(), converter=as_ids, metadata=ref("goal"))
    purpose: str = ""
    assumptions: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    parties: tuple[Participation, ...] = attrs.field(default=(), converter=as_tuple)
    stakeholders: tuple[Stakeholder, ...] = attrs.field(default=(), converter=as_tuple)
    step_back_route: str = ""
    decisions: tuple[Decision, ...] = attrs.field(default=(), converter=as_tuple)
    form: Form | None = attrs.field(default=None, converter=optional(Form))
    type: str | None = None
    form_on: Date | None = attrs.field(default=None, converter=as_optional_date)
    other_types: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    motivation: str = ""
    expectation: str = ""
    setup: Setup = Setup()
    resources: Resources = Resources()
    quality: Quality = Quality()
    realization: Realization = Realization()
    end_result: EndResult = EndResult()
    agreements: tuple[Agreement, ...] = attrs.field(default=(), converter=as_tuple)
    left_empty: tuple[LeftEmpty, ...] = attrs.field(default=(), converter=as_tuple)


@attrs.frozen(kw_only=True, repr=False)
class StatedCount(Record):
    """A number that a source states.

    Args:
        what: Code of what was counted.
        number: How many, 0 or more.
        at_least: Whether the source says "more than" or "at least".
        on: When.
        source: Where it was found.

    Example:
        >>> StatedCount(what="partners", number=125, on="2024-04-05").number
        125
    """

    what: str = attrs.field(metadata=coded(CodeList.COUNT))
    number: int = attrs.field(metadata={"within": (0, 10**9)})
    at_least: bool = False
    on: Date | None = attrs.field(default=None, converter=as_optional_date)
    source: Source | None = None


@attrs.frozen(kw_only=True, repr=False)
class Collaboration(Identified):
    """A collaboration: an identity of its own, its parties and its canvas.

    Args:
        name: What it is called.
        description: What it is, in the words of its sources.
        gear: In which gear it is; ``None`` counts as kan.
        period: From when until when.
        areas: Where.
        parent: The collaboration it is part of.
        related: Other collaborations it is linked to.
        parties_complete: Whether all parties are listed; ``None`` if not known.
        counts: Numbers that sources state.
        review_on: When the canvas will be looked at again.
        canvas: What was agreed.

    Example:
        >>> Collaboration(id="voorbeeldpolder", name="Voorbeeldpolder").current_gear.value
        'kan'
    """

    name: str = attrs.field()
    description: str = ""
    gear: Gear | None = attrs.field(default=None, converter=optional(Gear))
    period: Period = ALWAYS
    areas: tuple[str, ...] = attrs.field(default=(), converter=as_ids, metadata=ref("area"))
    parent: str | None = attrs.field(default=None, converter=as_optional_id, metadata=ref("collaboration"))
    related: tuple[str, ...] = attrs.field(default=(), converter=as_ids, metadata=ref("collaboration"))
    parties_complete: bool | None = None
    counts: tuple[StatedCount, ...] = attrs.field(default=(), converter=as_tuple)
    review_on: Date | None = attrs.field(default=None, converter=as_optional_date)
    canvas: Canvas = Canvas()

    @property
    def current_gear(self) -> Gear:
        """The gear it is in; without one it is kan."""
        return self.gear or Gear.KAN
