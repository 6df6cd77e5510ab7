"""One collaboration as it may lie on the table: nothing private, and who takes part on the day."""

import datetime
from collections.abc import Iterable
from functools import cached_property
from typing import Any, TypeAlias

import attrs

from samenwerking.model import (
    Canvas,
    Collaboration,
    Date,
    Goal,
    Participation,
    PathError,
    Place,
    Portfolio,
    places,
    without_private,
)
from samenwerking.model.dates import as_date
from samenwerking.model.record import as_id
from samenwerking.vocabulary import (
    LANGUAGES,
    Bilingual,
    CodeList,
    GoalKind,
    Reading,
    Requirement,
    codes,
    reading as shipped_reading,
)

Day: TypeAlias = Date | datetime.date | str


@attrs.frozen(kw_only=True, slots=False)
class Case:
    """One collaboration, with all that the advice looks at.

    Args:
        portfolio: The portfolio, without private content.
        collaboration: The collaboration, with those who take part on the day.
        reading: The tables.
    """

    portfolio: Portfolio
    collaboration: Collaboration
    reading: Reading

    @property
    def canvas(self) -> Canvas:
        """What was agreed."""
        return self.collaboration.canvas

    @property
    def parties(self) -> tuple[Participation, ...]:
        """Who takes part; an organization with two roles stands there twice."""
        return self.canvas.parties

    @cached_property
    def party_ids(self) -> tuple[str, ...]:
        """The ids of who takes part, each once, in alphabetical order."""
        return tuple(sorted({party.party for party in self.parties}))

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """The goals that the portfolio holds."""
        found = (self.portfolio.get(goal) for goal in dict.fromkeys(self.canvas.goals))
        return tuple(goal for goal in found if isinstance(goal, Goal))

    @cached_property
    def shared_goals(self) -> tuple[Goal, ...]:
        """The shared goals among them."""
        return tuple(goal for goal in self.goals if goal.kind is GoalKind.SHARED)

    @property
    def nothing_shared(self) -> bool:
        """Whether it is certain that none of the goals is shared: all of them are known."""
        known = len(self.goals) == len(set(self.canvas.goals))
        return bool(self.goals) and known and not self.shared_goals

    @cached_property
    def endorsers(self) -> dict[str, frozenset[str]]:
        """For each shared goal the parties that endorse it."""
        here = frozenset(self.party_ids)
        return {goal.id: here & {each.party for each in goal.endorsements} for goal in self.shared_goals}

    @cached_property
    def serving(self) -> dict[str, frozenset[str]]:
        """For each goal that a contribution serves, the parties that contribute to it."""
        found: dict[str, set[str]] = {}
        for party in self.parties:
            for contribution in party.contributions:
                for goal in contribution.serves:
                    found.setdefault(goal, set()).add(party.party)
        return {goal: frozenset(parties) for goal, parties in found.items()}

    @cached_property
    def _left(self) -> frozenset[str]:
        return frozenset(place.path for entry in self.canvas.left_empty for place in self.places(entry.path))

    def name(self, id_: str) -> str:
        """Return what people call a record; the id where it has no name, or one that is private.

        Args:
            id_: The record's id.

        Returns:
            A name.
        """
        return getattr(self.portfolio.get(id_), "name", "") or id_

    def names(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return what people call several records, in alphabetical order and each once.

        Args:
            ids: Their ids.

        Returns:
            Their names.
        """
        return tuple(sorted(map(self.name, set(ids)), key=lambda name: (name.casefold(), name)))

    def label(self, of: CodeList, code: str | None) -> Bilingual:
        """Return what people read instead of a code.

        Args:
            of: The open list.
            code: The code.

        Returns:
            Its label; the code itself if the list does not have it.
        """
        found = codes(of, self.portfolio.codes).get(code or "")
        return Bilingual(*(found.label(each) if found else code or "" for each in LANGUAGES))

    def places(self, path: str) -> tuple[Place, ...]:
        """Return the places that a path names; none for a path that cannot be followed.

        Args:
            path: A path on the canvas.

        Returns:
            The places, empty ones included.
        """
        try:
            return places(self.portfolio, self.collaboration, path)
        except PathError:
            return ()

    def left_empty(self, path: str) -> bool:
        """Say whether a place was left empty on purpose.

        Args:
            path: A path on the canvas, every item named.

        Returns:
            Whether the canvas says so.
        """
        return path in self._left

    def row(self, path: str) -> Requirement | None:
        """Return the row of the reading that asks for a fact.

        Args:
            path: Where the fact stands.

        Returns:
            The row; ``None`` if the reading has none.
        """
        return next((row for row in self.reading.requirements if row.path == path), None)

    def past(self, path: str) -> bool:
        """Say whether the collaboration is past the gear in which a fact is settled.

        Args:
            path: Where the fact stands.

        Returns:
            Whether it is; never for a fact that the reading does not ask for.
        """
        row = self.row(path)
        return row is not None and self.collaboration.current_gear.order > row.blocks_at.order


def _day(as_of: Day) -> datetime.date:
    date = as_date(as_of)
    if date.precision != "day":
        raise ValueError(f"as_of must be a day such as '2026-03-01', not {date.iso!r}")
    return date.first


def open_case(
    portfolio: Portfolio, collaboration: Any, reading: Reading | None = None, as_of: Day | None = None
) -> Case:
    """Lay one collaboration on the table.

    Args:
        portfolio: The portfolio.
        collaboration: The collaboration or its id.
        reading: The reading; the shipped one if left out.
        as_of: A day; who had certainly left by then is left out. Without it everyone counts.

    Returns:
        The case.

    Raises:
        UnknownId: If there is no such record.
        TypeError: If the record is no collaboration.
        ValueError: If ``as_of`` is no day.

    Example:
        >>> canvas = Canvas(parties=[Participation(party="b"), Participation(party="a")])
        >>> portfolio = Portfolio(collaborations=[Collaboration(id="x", name="X", canvas=canvas)])
        >>> open_case(portfolio, "x").party_ids
        ('a', 'b')
    """
    found = portfolio.collaboration(as_id(collaboration))
    if as_of is not None:
        day = _day(as_of)
        here = tuple(party for party in found.canvas.parties if party.period.ended(day) is not True)
        found = attrs.evolve(found, canvas=attrs.evolve(found.canvas, parties=here))
    return Case(
        portfolio=without_private(portfolio),
        collaboration=without_private(found),
        reading=reading or shipped_reading(),
    )
