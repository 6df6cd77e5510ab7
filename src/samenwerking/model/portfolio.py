"""The portfolio: what one file or one team keeps, and the index over it."""

import difflib
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Literal

import attrs

from samenwerking.model import editing
from samenwerking.model.canvas import Collaboration
from samenwerking.model.extra import EMPTY, Extra, as_extra
from samenwerking.model.goals import Goal
from samenwerking.model.identified import Identified
from samenwerking.model.kinds import KIND_OF, KINDS, Location, Reference, UnknownId
from samenwerking.model.organizations import Area, Organization, Partner, Supporter
from samenwerking.model.plan import LAST, ref
from samenwerking.model.record import Record, as_id, as_optional_id, as_tuple
from samenwerking.model.references import walk
from samenwerking.model.rows import rows_of
from samenwerking.vocabulary import Code

SCHEMA = 1


@attrs.frozen(kw_only=True, repr=False)
class Portfolio(Record):
    """What one file or one team keeps. Every change makes a new one.

    Ids are unique over all kinds of record. References may dangle and ids may repeat: a draft can be
    loaded; :func:`samenwerking.validate` tells.

    Args:
        schema: Number of the file format.
        title: What the portfolio is called.
        language: Language of its texts, ``"nl"`` or ``"en"``.
        coalition: The collaboration whose partners and supporters stand in this portfolio.
        organizations: Whoever can be a party.
        partners: Standing as partner in the coalition.
        supporters: Standing as supporter of the coalition.
        areas: Where people work together.
        goals: What for.
        collaborations: Who works together, with their canvases.
        codes: Own codes, added to the open lists.
        extra: Keys beginning with ``x-`` of other tools; kept as they are.

    Raises:
        InvalidRecord: If a value has the wrong type.

    Example:
        >>> portfolio = Portfolio(organizations=[Organization(id="x", name="Waterschap X")])
        >>> portfolio["x"].name, "y" in portfolio, len(portfolio)
        ('Waterschap X', False, 1)
    """

    schema: int = attrs.field(default=SCHEMA)
    title: str = ""
    language: Literal["nl", "en"] = "nl"
    coalition: str | None = attrs.field(default=None, converter=as_optional_id, metadata=ref("collaboration"))
    organizations: tuple[Organization, ...] = attrs.field(default=(), converter=as_tuple)
    partners: tuple[Partner, ...] = attrs.field(default=(), converter=as_tuple)
    supporters: tuple[Supporter, ...] = attrs.field(default=(), converter=as_tuple)
    areas: tuple[Area, ...] = attrs.field(default=(), converter=as_tuple)
    goals: tuple[Goal, ...] = attrs.field(default=(), converter=as_tuple)
    collaborations: tuple[Collaboration, ...] = attrs.field(default=(), converter=as_tuple)
    codes: tuple[Code, ...] = attrs.field(default=(), converter=as_tuple)
    extra: Extra = attrs.field(default=EMPTY, converter=as_extra, metadata=LAST)

    def __repr__(self) -> str:
        held = (f"{len(getattr(self, kind.list))} {kind.list}" for kind in KINDS if getattr(self, kind.list))
        return f"<Portfolio {self.title!r}: {', '.join(held) or 'empty'}>"

    def locations(self) -> Iterator[Location]:
        """Yield every record with its place, in document order.

        Yields:
            Locations.

        Example:
            >>> [place.position for place in Portfolio().locations()]
            []
        """
        for kind in KINDS:
            for position, record in enumerate(getattr(self, kind.list)):
                if record is not None:
                    yield Location(kind, position, record)

    @cached_property
    def _located(self) -> dict[str, tuple[Location, ...]]:
        located: dict[str, tuple[Location, ...]] = {}
        for place in self.locations():
            located[place.record.id] = (*located.get(place.record.id, ()), place)
        return located

    @cached_property
    def _referrers(self) -> dict[str, tuple[Reference, ...]]:
        referrers: dict[str, list[Reference]] = {}
        for place in self.locations():
            for found in walk(place.record):
                if found.field.ref:
                    reference = Reference(place.record.id, found.path, found.value)
                    referrers.setdefault(found.value, []).append(reference)
        return {target: tuple(references) for target, references in referrers.items()}

    @cached_property
    def _collaborations_of(self) -> dict[str, tuple[Collaboration, ...]]:
        joined: dict[str, list[Collaboration]] = {}
        for collaboration in self.collaborations:
            for party in dict.fromkeys(p.party for p in collaboration.canvas.parties):
                joined.setdefault(party, []).append(collaboration)
        return {party: tuple(found) for party, found in joined.items()}

    def located(self, id: str) -> tuple[Location, ...]:
        """Return all places where an id stands.

        Args:
            id: An id.

        Returns:
            No place, one, or more for an id that repeats.

        Example:
            >>> Portfolio().located("x")
            ()
        """
        return self._located.get(id, ())

    def __getitem__(self, id: str) -> Any:
        """Return the record with an id.

        Raises:
            UnknownId: If there is none, or more than one. It is a ``KeyError``.
        """
        found = self.located(id)
        if len(found) == 1:
            return found[0].record
        if found:
            where = " and ".join(f"{place.kind.list}[{place.position}]" for place in found)
            raise UnknownId(f"{id!r} occurs more than once: {where}")
        near = difflib.get_close_matches(str(id), self._located, n=1)
        raise UnknownId(f"no record {id!r}" + (f"; did you mean {near[0]!r}?" if near else ""))

    def __contains__(self, id: object) -> bool:
        return id in self._located

    def __len__(self) -> int:
        return sum(len(getattr(self, kind.list)) for kind in KINDS)

    def __bool__(self) -> bool:
        return True

    def get(self, id: str) -> Any:
        """Return the record with an id, or ``None`` if there is none or more than one.

        Args:
            id: An id.

        Returns:
            The record or ``None``.

        Example:
            >>> Portfolio().get("x") is None
            True
        """
        found = self.located(id)
        return found[0].record if len(found) == 1 else None

    def collaboration(self, id: str) -> Collaboration:
        """Return the collaboration with an id.

        Args:
            id: Its id.

        Returns:
            The collaboration.

        Raises:
            UnknownId: If there is no such record.
            TypeError: If the record is something else.

        Example:
            >>> Portfolio(collaborations=[Collaboration(id="x", name="X")]).collaboration("x").name
            'X'
        """
        record = self[id]
        if not isinstance(record, Collaboration):
            raise TypeError(f"{id!r} is no collaboration but one of {KIND_OF[type(record)].list}")
        return record

    def referrers(self, id: Any) -> tuple[Reference, ...]:
        """Return the places that point at a record.

        Args:
            id: A record or its id.

        Returns:
            References, in document order; also for an id that the portfolio does not have.

        Example:
            >>> goal = Goal(id="g", name="G", kind="own", lead="x")
            >>> Portfolio(goals=[goal]).referrers("x")[0].path
            ('lead',)
        """
        return self._referrers.get(as_id(id), ())

    def parties_of(self, collaboration: Any) -> tuple[str, ...]:
        """Return who takes part in a collaboration.

        Args:
            collaboration: The collaboration or its id.

        Returns:
            Ids of the parties, each once, in document order.

        Raises:
            UnknownId: If there is no such record.
            TypeError: If the record is something else.

        Example:
            >>> Portfolio(collaborations=[Collaboration(id="x", name="X")]).parties_of("x")
            ()
        """
        parties = self.collaboration(as_id(collaboration)).canvas.parties
        return tuple(dict.fromkeys(participation.party for participation in parties))

    def collaborations_of(self, party: Any) -> tuple[str, ...]:
        """Return in which collaborations a party takes part.

        Args:
            party: An organization, a collaboration, or its id.

        Returns:
            Ids of the collaborations, in document order.

        Example:
            >>> Portfolio().collaborations_of("x")
            ()
        """
        return tuple(found.id for found in self._collaborations_of.get(as_id(party), ()))

    def add(self, *objects: Identified) -> "Portfolio":
        """Return a portfolio with more records, each at the end of its list.

        Args:
            *objects: Organizations, partners, supporters, areas, goals, collaborations.

        Returns:
            A new portfolio.

        Raises:
            ValueError: If an id is already there.
            TypeError: If something else is given.

        Example:
            >>> Portfolio().add(Organization(id="x", name="X"))["x"].name
            'X'
        """
        return editing.added(self, objects)

    def replace(self, *objects: Identified) -> "Portfolio":
        """Return a portfolio in which records take the place of those with the same id.

        Args:
            *objects: Records with the id and kind of one that is there.

        Returns:
            A new portfolio.

        Raises:
            UnknownId: If an id is not there, or there more than once.
            TypeError: If the record there is of another kind.

        Example:
            >>> portfolio = Portfolio(organizations=[Organization(id="x", name="X")])
            >>> portfolio.replace(Organization(id="x", name="Y"))["x"].name
            'Y'
        """
        return editing.replaced(self, objects)

    def remove(self, id: Any, dangling: editing.Dangling = "error") -> "Portfolio":
        """Return a portfolio without a record.

        Args:
            id: The record or its id.
            dangling: What to do if something points at it: ``"error"`` refuses, ``"keep"`` leaves those
                references dangling, ``"cascade"`` takes them away too, with whatever cannot do without.

        Returns:
            A new portfolio.

        Raises:
            UnknownId: If there is no such record.
            ValueError: If something points at it and ``dangling`` is ``"error"``.

        Example:
            >>> len(Portfolio(organizations=[Organization(id="x", name="X")]).remove("x"))
            0
        """
        return editing.removed(self, as_id(id), dangling)

    def rename(self, old: str, new: str) -> "Portfolio":
        """Return a portfolio in which a record has another id, and everything that points at it follows.

        Args:
            old: The id now.
            new: The id from now on.

        Returns:
            A new portfolio.

        Raises:
            UnknownId: If there is no such record.
            ValueError: If the new id is taken.
            InvalidRecord: If the new id cannot be an id.

        Example:
            >>> Portfolio(organizations=[Organization(id="x", name="X")]).rename("x", "y")["y"].name
            'X'
        """
        return editing.renamed(self, old, new)

    def evolve(self, id: Any, /, **changes: Any) -> "Portfolio":
        """Return a portfolio in which some attributes of a record have other values.

        Args:
            id: The record or its id.
            **changes: Attribute to value; ``__`` steps into a record within:
                ``canvas__setup__decision_rule="consensus"``.

        Returns:
            A new portfolio.

        Raises:
            UnknownId: If there is no such record.
            TypeError: If there is no such attribute, or one that a record within needs is missing.
            InvalidRecord: If a value cannot stand there.

        Example:
            >>> portfolio = Portfolio(collaborations=[Collaboration(id="x", name="X")])
            >>> after = portfolio.evolve("x", canvas__setup__decision_rule="consensus")
            >>> after["x"].canvas.setup.decision_rule.value
            'consensus'
        """
        return editing.evolved(self, as_id(id), changes)

    def rows(self, kind: str) -> list[dict[str, Any]]:
        """Return flat rows for a data frame: one per record, with equal keys.

        Private attributes are left out.

        Args:
            kind: What to list, such as ``"organizations"``, ``"participations"`` or ``"contributions"``.

        Returns:
            Dictionaries of texts, numbers, booleans and ``None``.

        Raises:
            ValueError: If there is no such kind; names those there are.

        Example:
            >>> Portfolio(areas=[Area(id="p", name="Polder")]).rows("areas")[0]["name"]
            'Polder'
        """
        return rows_of(self, kind)
