"""What it is for: goals, their indicators and how they hang together."""

from collections.abc import Iterator
from decimal import Decimal

import attrs

from samenwerking.model.dates import Date, as_date, as_optional_date
from samenwerking.model.identified import Identified, Source
from samenwerking.model.plan import PARTY, coded, ref
from samenwerking.model.record import Problem, Record, as_decimal, as_id, as_ids, as_optional_id, as_tuple
from samenwerking.vocabulary import CodeList, Direction, GoalKind, GoalLinkKind, GoalState


@attrs.frozen(kw_only=True, repr=False)
class Measurement(Record):
    """A value that was measured for an indicator.

    Args:
        on: When.
        value: The value, in the unit of the indicator.
        source: Where the value was found.

    Example:
        >>> Measurement(on="2025-10", value=28).value
        Decimal('28')
    """

    on: Date = attrs.field(converter=as_date)
    value: Decimal = attrs.field(converter=as_decimal)
    source: Source | None = None


@attrs.frozen(kw_only=True, repr=False)
class Monitoring(Record):
    """How an indicator is measured.

    Args:
        method: The method.
        frequency: Code of how often.
        source: Where the data come from.
        by: Who measures.

    Example:
        >>> Monitoring(method="transect", frequency="jaarlijks", by="collectief-y").by
        'collectief-y'
    """

    method: str = ""
    frequency: str | None = attrs.field(default=None, metadata=coded(CodeList.FREQUENCY))
    source: str = ""
    by: str | None = attrs.field(default=None, converter=as_optional_id, metadata=ref(*PARTY))


@attrs.frozen(kw_only=True, repr=False)
class Indicator(Record):
    """What a goal is measured by.

    Args:
        name: What is measured.
        unit: In which unit.
        direction: At least the target, at most the target, or between two values.
        baseline: Where it stood at the start, in the unit.
        target: Where it should be; with ``between`` the lower value.
        target_upper: The upper value, with ``between`` only.
        deadline: By when.
        standard: The standard or protocol behind it.
        monitoring: How it is measured.
        measurements: What was measured.

    Raises:
        InvalidRecord: If an upper target is given without ``between``, or below the target.

    Example:
        >>> Indicator(name="lengte", unit="km", baseline=12, target=40, deadline="2028").direction.value
        'at-least'
    """

    name: str = attrs.field()
    unit: str = ""
    direction: Direction = attrs.field(default=Direction.AT_LEAST, converter=Direction)
    baseline: Decimal | None = attrs.field(default=None, converter=as_decimal)
    target: Decimal | None = attrs.field(default=None, converter=as_decimal)
    target_upper: Decimal | None = attrs.field(default=None, converter=as_decimal)
    deadline: Date | None = attrs.field(default=None, converter=as_optional_date)
    standard: str = ""
    monitoring: Monitoring | None = None
    measurements: tuple[Measurement, ...] = attrs.field(default=(), converter=as_tuple)

    def contradictions(self) -> Iterator[Problem]:
        """Yield a problem if an upper target does not go with the rest."""
        upper = self.target_upper
        if upper is not None and (
            self.direction is not Direction.BETWEEN or self.target is None or upper < self.target
        ):
            yield Problem("SAM128", ("target_upper",), {})


@attrs.frozen(kw_only=True, repr=False)
class GoalLink(Record):
    """How a goal bears on another goal.

    Args:
        goal: The other goal.
        kind: Part of, supports, depends on or conflicts with.
        resolution: For a conflict: how it is resolved.

    Example:
        >>> GoalLink(goal="waterpeil", kind="conflicts-with", resolution="compensatie per ha").goal
        'waterpeil'
    """

    goal: str = attrs.field(converter=as_id, metadata=ref("goal"))
    kind: GoalLinkKind = attrs.field(converter=GoalLinkKind)
    resolution: str = ""


@attrs.frozen(kw_only=True, repr=False)
class Endorsement(Record):
    """A party's endorsement of a goal.

    Args:
        party: Who endorses it.
        on: When; ``None`` if not known.

    Example:
        >>> Endorsement(party="waterschap-x", on="2026-01").party
        'waterschap-x'
    """

    party: str = attrs.field(converter=as_id, metadata=ref(*PARTY))
    on: Date | None = attrs.field(default=None, converter=as_optional_date)


@attrs.frozen(kw_only=True, repr=False)
class GoalStatus(Record):
    """How a goal stood on a day.

    Args:
        on: The day.
        state: Not started, on track, behind, done or stopped.
        note: A remark.

    Example:
        >>> GoalStatus(on="2026-09-30", state="on-track").state.value
        'on-track'
    """

    on: Date = attrs.field(converter=as_date)
    state: GoalState = attrs.field(converter=GoalState)
    note: str = ""


@attrs.frozen(kw_only=True, repr=False)
class Goal(Identified):
    """A goal: shared, a party's own, context, or a deliverable.

    Args:
        name: The goal in a few words.
        kind: Shared, own, context or deliverable.
        description: The goal in more words.
        lead: Who leads it (trekker).
        deadline: By when.
        indicators: What it is measured by.
        links: How it bears on other goals.
        endorsements: Who endorses it.
        achievable_alone_by: Who could reach it alone.
        domains: Codes of the domains it belongs to.
        themes: Codes of the success factors and wider themes.
        priorities: Codes of the coalition's priorities.
        pressure_factors: Codes of the pressures it reduces.
        habitats: Codes of the habitats it favours.
        areas: Where it is.
        policies: The policies it belongs to.
        processes: The running processes it belongs to.
        quality_criteria: When the result is good.
        statuses: How it stood, day by day.

    Example:
        >>> Goal(id="randen", name="Kruidenrijke randen", kind="shared", domains=["landbouw"]).context
        ('landbouw',)
    """

    name: str = attrs.field()
    kind: GoalKind = attrs.field(converter=GoalKind)
    description: str = ""
    lead: str | None = attrs.field(default=None, converter=as_optional_id, metadata=ref(*PARTY))
    deadline: Date | None = attrs.field(default=None, converter=as_optional_date)
    indicators: tuple[Indicator, ...] = attrs.field(default=(), converter=as_tuple)
    links: tuple[GoalLink, ...] = attrs.field(default=(), converter=as_tuple)
    endorsements: tuple[Endorsement, ...] = attrs.field(default=(), converter=as_tuple)
    achievable_alone_by: tuple[str, ...] = attrs.field(default=(), converter=as_ids, metadata=ref(*PARTY))
    domains: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, metadata=coded(CodeList.DOMAIN))
    themes: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, metadata=coded(CodeList.THEME))
    priorities: tuple[str, ...] = attrs.field(
        default=(), converter=as_tuple, metadata=coded(CodeList.PRIORITY)
    )
    pressure_factors: tuple[str, ...] = attrs.field(
        default=(), converter=as_tuple, metadata=coded(CodeList.PRESSURE_FACTOR)
    )
    habitats: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, metadata=coded(CodeList.HABITAT))
    areas: tuple[str, ...] = attrs.field(default=(), converter=as_ids, metadata=ref("area"))
    policies: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    processes: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    quality_criteria: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    statuses: tuple[GoalStatus, ...] = attrs.field(default=(), converter=as_tuple)

    @property
    def context(self) -> tuple[str, ...]:
        """All that says where the goal belongs: codes, areas, policies and processes."""
        return (
            *self.domains,
            *self.themes,
            *self.priorities,
            *self.pressure_factors,
            *self.habitats,
            *self.areas,
            *self.policies,
            *self.processes,
        )
