"""Who takes part: organizations, their standing in the coalition, and areas."""

from collections.abc import Iterator
from typing import Any

import attrs
from attrs.converters import optional

from samenwerking.model.dates import Date, as_optional_date
from samenwerking.model.identified import Identified, check_address
from samenwerking.model.plan import PARTY, coded, ref
from samenwerking.model.record import Problem, Record, as_id, as_ids, as_optional_id, as_tuple, labels
from samenwerking.vocabulary import CodeList, MembershipEventKind, OrganizationKind, Ownership


@attrs.frozen(kw_only=True, repr=False)
class Identifier(Record):
    """A number or code that a register gave.

    Args:
        scheme: Code of the register, such as ``kvk``, ``rsin`` or ``tooi``.
        value: The number as text, so that leading zeros stay.

    Example:
        >>> Identifier(scheme="kvk", value="01234567").value
        '01234567'
    """

    scheme: str = attrs.field(metadata=coded(CodeList.IDENTIFIER_SCHEME))
    value: str = attrs.field()


@attrs.frozen(kw_only=True, repr=False)
class Organization(Identified):
    """Whoever can be a party: a body, a group, a programme, a person or an initiative.

    A person's name is private unless ``sources`` make it public.

    Args:
        name: What it is called; may be left out for a person only.
        kind: What sort of body it is.
        ownership: Public or private; ``None`` if not known.
        sector: Code of the sector.
        aliases: Other names it goes by.
        identifiers: Numbers and codes in registers.
        part_of: What it belongs to: a person's employer, a department's body.
        has_constituency: Whether its representatives answer to members (achterban); ``None`` if not known.
        distinct_from: Organizations that look like this one and were found to be another; said once, it holds
            both ways.
        formerly: Ids under which it stood before, so that an older list is still understood.

    Example:
        >>> Organization(id="waterschap-x", name="Waterschap X", ownership="public").kind.value
        'organization'
    """

    name: str = ""
    kind: OrganizationKind = attrs.field(default=OrganizationKind.ORGANIZATION, converter=OrganizationKind)
    ownership: Ownership | None = attrs.field(default=None, converter=optional(Ownership))
    sector: str | None = attrs.field(default=None, metadata=coded(CodeList.SECTOR))
    aliases: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    identifiers: tuple[Identifier, ...] = attrs.field(default=(), converter=as_tuple)
    part_of: str | None = attrs.field(default=None, converter=as_optional_id, metadata=ref(*PARTY))
    has_constituency: bool | None = None
    distinct_from: tuple[str, ...] = attrs.field(default=(), converter=as_ids, metadata=ref("organization"))
    formerly: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)

    def contradictions(self) -> Iterator[Problem]:
        """Yield a problem if anything but a person has no name."""
        if not self.name.strip() and self.kind is not OrganizationKind.PERSON:
            yield Problem("SAM112", (), {"field": labels("name"), "key": "name"})

    @property
    def private_fields(self) -> tuple[str, ...]:
        """The attributes that are private because of what this record is."""
        named = self.kind is OrganizationKind.PERSON and not self.sources
        return tuple(name for name in ("name", "aliases") if named and getattr(self, name))


@attrs.frozen(kw_only=True, repr=False)
class MembershipEvent(Record):
    """A step in an organization's standing in the coalition.

    Args:
        kind: Applied, announced, approved, signed or ended.
        on: When; ``None`` if not known.

    Example:
        >>> MembershipEvent(kind="signed", on="2022-02-24").kind.value
        'signed'
    """

    kind: MembershipEventKind = attrs.field(converter=MembershipEventKind)
    on: Date | None = attrs.field(default=None, converter=as_optional_date)


@attrs.frozen(kw_only=True, repr=False)
class ProgressReport(Record):
    """A report that a partner or supporter made about its own commitment.

    Args:
        on: The day; ``None`` if not known.
        address: Web address of the report.

    Raises:
        InvalidRecord: If the address is no web address.

    Example:
        >>> ProgressReport(on="2025").on.precision
        'year'
    """

    on: Date | None = attrs.field(default=None, converter=as_optional_date)
    address: str = ""

    def contradictions(self) -> Iterator[Problem]:
        """Yield a problem if the address cannot be followed."""
        yield from check_address("address", self.address)


@attrs.frozen(kw_only=True, repr=False)
class Commitment(Record):
    """What a partner pledges to the coalition on its own account.

    Args:
        text: The pledge.
        themes: Codes of the success factors and wider themes it serves.
        reviewed: When the coalition tested it.
        reports: Reports on how it goes.

    Example:
        >>> Commitment(text="10 ha kruidenrijk grasland", themes=["verdienmodellen"]).themes
        ('verdienmodellen',)
    """

    text: str = attrs.field()
    themes: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, metadata=coded(CodeList.THEME))
    reviewed: Date | None = attrs.field(default=None, converter=as_optional_date)
    reports: tuple[ProgressReport, ...] = attrs.field(default=(), converter=as_tuple)


def _default_id(record: Any) -> str:
    return f"{type(record).__name__.lower()}-{record.party}"


@attrs.frozen(kw_only=True, repr=False)
class Partner(Identified):
    """An organization's or collaboration's standing as partner: the one place where that is recorded.

    Args:
        id: Left out, it is ``partner-`` and the party's id.
        party: The organization or collaboration.
        events: What happened when: applied, announced, approved, signed, ended.
        endorses: Whether it endorses the coalition's objectives, vision and approach.
        policy_goal: Whether promoting biodiversity is a policy objective on which it reports publicly.
        commitments: What it pledges.
        abstains_from: What a public partner abstains from where its own policy differs.

    Example:
        >>> Partner(party="waterschap-x").id
        'partner-waterschap-x'
    """

    party: str = attrs.field(converter=as_id, metadata=ref(*PARTY))
    id: str = attrs.field(default=attrs.Factory(_default_id, takes_self=True))
    events: tuple[MembershipEvent, ...] = attrs.field(default=(), converter=as_tuple)
    endorses: bool | None = None
    policy_goal: bool | None = None
    commitments: tuple[Commitment, ...] = attrs.field(default=(), converter=as_tuple)
    abstains_from: tuple[str, ...] = attrs.field(
        default=(), converter=as_tuple, metadata=coded(CodeList.ABSTENTION)
    )


@attrs.frozen(kw_only=True, repr=False)
class Supporter(Identified):
    """An organization's or collaboration's standing as supporter: sympathy without a commitment.

    Args:
        id: Left out, it is ``supporter-`` and the party's id.
        party: The organization or collaboration.
        events: What happened when.
        why: Why it finds the recovery of biodiversity important.
        how: How it works on it.
        reports: Overviews of its results.

    Example:
        >>> Supporter(party="vereniging-y").id
        'supporter-vereniging-y'
    """

    party: str = attrs.field(converter=as_id, metadata=ref(*PARTY))
    id: str = attrs.field(default=attrs.Factory(_default_id, takes_self=True))
    events: tuple[MembershipEvent, ...] = attrs.field(default=(), converter=as_tuple)
    why: str = ""
    how: str = ""
    reports: tuple[ProgressReport, ...] = attrs.field(default=(), converter=as_tuple)


@attrs.frozen(kw_only=True, repr=False)
class Area(Identified):
    """A place where people work together.

    Args:
        name: What it is called.
        kind: Code of the kind of area.
        identifiers: Codes in registers, such as a municipality code.
        part_of: The larger area it lies in.

    Example:
        >>> Area(id="polder", name="Voorbeeldpolder").name
        'Voorbeeldpolder'
    """

    name: str = attrs.field()
    kind: str | None = attrs.field(default=None, metadata=coded(CodeList.AREA_KIND))
    identifiers: tuple[Identifier, ...] = attrs.field(default=(), converter=as_tuple)
    part_of: str | None = attrs.field(default=None, converter=as_optional_id, metadata=ref("area"))
