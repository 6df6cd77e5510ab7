"""A party in a collaboration, with all that belongs to the party alone."""

from decimal import Decimal

import attrs
from attrs.converters import optional

from samenwerking.model.dates import Date, as_date, as_optional_date
from samenwerking.model.period import Period
from samenwerking.model.plan import PARTY, PRIVATE, coded, ref, within
from samenwerking.model.record import Record, as_decimal, as_id, as_ids, as_optional_id, as_tuple
from samenwerking.vocabulary import CodeList, Form, MandateBasis

ALWAYS = Period()


@attrs.frozen(kw_only=True, repr=False)
class Installment(Record):
    """A part of a contribution that was agreed for a day.

    Args:
        on: The day.
        amount: How much, in the unit of the contribution.

    Example:
        >>> Installment(on="2026-11", amount=5).amount
        Decimal('5')
    """

    on: Date = attrs.field(converter=as_date)
    amount: Decimal = attrs.field(converter=as_decimal)


@attrs.frozen(kw_only=True, repr=False)
class Delivery(Record):
    """A part of a contribution that came.

    Args:
        on: The day.
        amount: How much, in the unit of the contribution.

    Example:
        >>> Delivery(on="2026-12-01", amount=4).on.iso
        '2026-12-01'
    """

    on: Date = attrs.field(converter=as_date)
    amount: Decimal = attrs.field(converter=as_decimal)


@attrs.frozen(kw_only=True, repr=False)
class Contribution(Record):
    """What a party puts in (brengen).

    Args:
        kind: Code of the kind: money, hours, land, knowledge.
        description: In words.
        amount: How much.
        unit: In which unit, such as ``EUR`` or ``uur``.
        period: From when until when.
        serves: The goals it serves.
        at_risk: Whether the party puts its own means at stake for it (risicodragend).
        fund: The fund or budget line the means come from.
        schedule: When how much should come; without a schedule nothing is behind.
        deliveries: What came.

    Example:
        >>> Contribution(kind="geld", amount=200000, unit="EUR", serves=["randen"]).serves
        ('randen',)
    """

    kind: str | None = attrs.field(default=None, metadata=coded(CodeList.CONTRIBUTION_KIND))
    description: str = ""
    amount: Decimal | None = attrs.field(default=None, converter=as_decimal)
    unit: str = ""
    period: Period = ALWAYS
    serves: tuple[str, ...] = attrs.field(default=(), converter=as_ids, metadata=ref("goal"))
    at_risk: bool | None = None
    fund: str = ""
    schedule: tuple[Installment, ...] = attrs.field(default=(), converter=as_tuple)
    deliveries: tuple[Delivery, ...] = attrs.field(default=(), converter=as_tuple)


@attrs.frozen(kw_only=True, repr=False)
class Benefit(Record):
    """What a party takes out (halen).

    Args:
        kind: Code of the kind.
        description: In words.
        giver: Who gives or pays it.
        amount: How much.
        unit: In which unit.
        period: From when until when.
        based_on: What it is reckoned on, such as an indicator.

    Example:
        >>> Benefit(description="erkenning in een KPI-systeem").amount is None
        True
    """

    kind: str | None = attrs.field(default=None, metadata=coded(CodeList.BENEFIT_KIND))
    description: str = ""
    giver: str | None = attrs.field(default=None, converter=as_optional_id, metadata=ref(*PARTY))
    amount: Decimal | None = attrs.field(default=None, converter=as_decimal)
    unit: str = ""
    period: Period = ALWAYS
    based_on: str = ""


@attrs.frozen(kw_only=True, repr=False)
class Risk(Record):
    """A risk that a party bears itself.

    Args:
        text: The risk.
        share: The party's share in it, 0 to 1.

    Raises:
        InvalidRecord: If the share lies outside 0 to 1.

    Example:
        >>> Risk(text="opbrengst valt tegen", share=0.5).share
        Decimal('0.5')
    """

    text: str = attrs.field()
    share: Decimal | None = attrs.field(default=None, converter=as_decimal, metadata=within(0, 1))


@attrs.frozen(kw_only=True, repr=False)
class Alternative(Record):
    """The party's best alternative without this collaboration (BATNA).

    Only whether and when it was considered is shared; the content is private.

    Args:
        considered: Whether the party considered it.
        on: When.
        description: Private. What the alternative is.
        value: Private. What it is worth.
        unit: Private. In which unit value, cost and expected value are.
        probability: Private. How likely it is, 0 to 1.
        cost: Private. What pursuing it costs.
        better: Private. Whether the party thinks it is better.
        expected_value: Private. What the party expects of this collaboration.

    Raises:
        InvalidRecord: If the probability lies outside 0 to 1.

    Example:
        >>> Alternative(considered=True, on="2026-02", description="zelf inrichten")
        Alternative(considered=True, on=Date(iso='2026-02'))
    """

    considered: bool | None = None
    on: Date | None = attrs.field(default=None, converter=as_optional_date)
    description: str = attrs.field(default="", metadata=PRIVATE)
    value: Decimal | None = attrs.field(default=None, converter=as_decimal, metadata=PRIVATE)
    unit: str = attrs.field(default="", metadata=PRIVATE)
    probability: Decimal | None = attrs.field(
        default=None, converter=as_decimal, metadata=within(0, 1, **PRIVATE)
    )
    cost: Decimal | None = attrs.field(default=None, converter=as_decimal, metadata=PRIVATE)
    better: bool | None = attrs.field(default=None, metadata=PRIVATE)
    expected_value: Decimal | None = attrs.field(default=None, converter=as_decimal, metadata=PRIVATE)


@attrs.frozen(kw_only=True, repr=False)
class Position(Record):
    """Where a party places the collaboration on the two axes.

    Args:
        binding: External binding, 0 (vrijblijvend) to 100 (verplichtend).
        control: Internal control ("baas in eigen huis"), 0 (weinig) to 100 (veel).

    Raises:
        InvalidRecord: If a value lies outside 0 to 100.

    Example:
        >>> Position(binding=85, control=25).binding
        Decimal('85')
    """

    binding: Decimal = attrs.field(converter=as_decimal, metadata=within(0, 100))
    control: Decimal = attrs.field(converter=as_decimal, metadata=within(0, 100))


@attrs.frozen(kw_only=True, repr=False)
class Effort(Record):
    """Time that someone has.

    Args:
        amount: How much.
        unit: In which unit, such as ``uur per week`` or ``fte``.

    Example:
        >>> Effort(amount=4, unit="uur per week").unit
        'uur per week'
    """

    amount: Decimal = attrs.field(converter=as_decimal)
    unit: str = attrs.field()


@attrs.frozen(kw_only=True, repr=False)
class Mandate(Record):
    """What a representative may decide for the party.

    Args:
        basis: On what the say rests: own name, office or mandate.
        scope: On what.
        limit: Private. Up to which amount.
        unit: In which unit the limit is.
        granted_on: Since when.
        valid_until: Until when.
        ratification: Who must ratify what goes further.
        elections_on: When elections may change the political backing.
        backing_on: When the political backing was last asked.

    Example:
        >>> Mandate(scope="inrichting", limit=50000, unit="EUR", valid_until="2026-12-31").scope
        'inrichting'
    """

    basis: MandateBasis | None = attrs.field(default=None, converter=optional(MandateBasis))
    scope: str = ""
    limit: Decimal | None = attrs.field(default=None, converter=as_decimal, metadata=PRIVATE)
    unit: str = ""
    granted_on: Date | None = attrs.field(default=None, converter=as_optional_date)
    valid_until: Date | None = attrs.field(default=None, converter=as_optional_date)
    ratification: str = ""
    elections_on: Date | None = attrs.field(default=None, converter=as_optional_date)
    backing_on: Date | None = attrs.field(default=None, converter=as_optional_date)


@attrs.frozen(kw_only=True, repr=False)
class Representative(Record):
    """A person who sits at the table for a party.

    Args:
        person: The person, an organization of kind person.
        since: Since when.
        time: How much time the person has for it.
        paid: Whether the person is paid for it.
        mandate: What the person may decide.

    Example:
        >>> Representative(person="persoon-1", time=Effort(amount=4, unit="uur per week")).paid is None
        True
    """

    person: str = attrs.field(converter=as_id, metadata=ref("organization"))
    since: Date | None = attrs.field(default=None, converter=as_optional_date)
    time: Effort | None = None
    paid: bool | None = None
    mandate: Mandate | None = None


@attrs.frozen(kw_only=True, repr=False)
class Signature(Record):
    """A party's signature.

    Args:
        person: Who signed, an organization of kind person.
        on: When.
        authorized: Whether that person may sign for the party.

    Example:
        >>> Signature(on="2026-03-01", authorized=True).on.iso
        '2026-03-01'
    """

    person: str | None = attrs.field(default=None, converter=as_optional_id, metadata=ref("organization"))
    on: Date | None = attrs.field(default=None, converter=as_optional_date)
    authorized: bool | None = None


@attrs.frozen(kw_only=True, repr=False)
class Participation(Record):
    """One party in one collaboration, in one role and period.

    Args:
        party: The organization or collaboration that takes part.
        role: Code of its role.
        period: From when until when it takes part.
        on_behalf_of: For whom it also acts.
        contributions: What it puts in (brengen).
        benefits: What it takes out (halen).
        own_goals: Its own goals.
        interests_discussed: Whether its own interests were discussed.
        interests: Private. Those interests.
        risks: The risks it bears itself.
        alternative: Its best alternative (BATNA).
        position: Where it places the collaboration on the axes.
        perceived_form: Which form it sees.
        representatives: Who sits at the table for it.
        feedback: How it reports back to its constituency.
        negotiating_room: Private. The room its constituency gives.
        prefers: Private. The parties it prefers.
        signature: Its signature.
        accepted_on: When it accepted the end result.
        last_active: When it last took an active part.

    Example:
        >>> Participation(party="waterschap-x", contributions=[Contribution(kind="kennis")]).party
        'waterschap-x'
    """

    party: str = attrs.field(converter=as_id, metadata=ref(*PARTY))
    role: str | None = attrs.field(default=None, metadata=coded(CodeList.ROLE))
    period: Period = ALWAYS
    on_behalf_of: tuple[str, ...] = attrs.field(default=(), converter=as_ids, metadata=ref(*PARTY))
    contributions: tuple[Contribution, ...] = attrs.field(default=(), converter=as_tuple)
    benefits: tuple[Benefit, ...] = attrs.field(default=(), converter=as_tuple)
    own_goals: tuple[str, ...] = attrs.field(default=(), converter=as_ids, metadata=ref("goal"))
    interests_discussed: bool | None = None
    interests: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, metadata=PRIVATE)
    risks: tuple[Risk, ...] = attrs.field(default=(), converter=as_tuple)
    alternative: Alternative = Alternative()
    position: Position | None = None
    perceived_form: Form | None = attrs.field(default=None, converter=optional(Form))
    representatives: tuple[Representative, ...] = attrs.field(default=(), converter=as_tuple)
    feedback: str = ""
    negotiating_room: str = attrs.field(default="", metadata=PRIVATE)
    prefers: tuple[str, ...] = attrs.field(default=(), converter=as_ids, metadata=ref(*PARTY, **PRIVATE))
    signature: Signature | None = None
    accepted_on: Date | None = attrs.field(default=None, converter=as_optional_date)
    last_active: Date | None = attrs.field(default=None, converter=as_optional_date)
