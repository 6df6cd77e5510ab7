"""What is needed to notice something in a portfolio: its parts, worked out once, and names."""

import datetime
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

import attrs

from samenwerking.graph.leaning import Leaning
from samenwerking.graph.modes import Day, as_day, two_mode
from samenwerking.graph.projection import works_with
from samenwerking.graph.structure import Structure, structure
from samenwerking.graph.tables import Tables, by_goal
from samenwerking.graph.taking_part import Teams, parties_of, sector_groups, teams_of
from samenwerking.model import Organization, Portfolio
from samenwerking.vocabulary import Bilingual, CodeList, codes

if TYPE_CHECKING:
    import networkx

Word: TypeAlias = str | int | Bilingual
Said: TypeAlias = Word | tuple[Word, ...]


@attrs.frozen(kw_only=True)
class Noticed:
    """Something that was noticed, before it is put in words.

    Args:
        kind: Which sentence tells it.
        value: The number it is about.
        baseline: What that number would be otherwise.
        evidence: Ids of the records behind it.
        words: What the sentence names, besides value and baseline.
        firm: Of an outcome that is not a count: how firm it is, 0 to 1.
    """

    kind: str
    value: float
    baseline: float
    evidence: tuple[str, ...]
    words: Mapping[str, Said]
    firm: float = 1.0


class Facts:
    """A portfolio with what follows from it, each worked out when it is first asked for.

    Args:
        portfolio: The portfolio.
        as_of: A day; whatever certainly does not run on it does not count.

    Raises:
        ValueError: If ``as_of`` is no day.
    """

    def __init__(self, portfolio: Portfolio, as_of: Day | None = None) -> None:
        """Take the portfolio; see the class."""
        self.portfolio = portfolio
        self.day: datetime.date | None = as_day(as_of)
        self.known: Structure = structure(portfolio)

    @cached_property
    def teams(self) -> Teams:
        """The parties of every collaboration."""
        return teams_of(self.portfolio, self.day)

    @cached_property
    def meeting(self) -> Teams:
        """The collaborations in which at least two meet."""
        return {key: team for key, team in self.teams.items() if len(team) > 1}

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """Whoever can have a tie."""
        return parties_of(self.portfolio, self.teams)

    @cached_property
    def graph(self) -> "networkx.Graph[str]":
        """Who works with whom."""
        if self.day is None:
            return works_with(self.portfolio)
        return works_with(two_mode(self.portfolio, as_of=self.day))

    @cached_property
    def sectors(self) -> Mapping[str, str]:
        """The widest sector of each organization."""
        return sector_groups(self.portfolio)

    @cached_property
    def tables(self) -> Tables:
        """Who works on each goal that the portfolio has."""
        own = {goal.id for goal in self.portfolio.goals}
        found = by_goal(self.portfolio, self.teams)
        return {goal: found[goal] for goal in sorted(own)}

    @cached_property
    def leaning(self) -> Leaning:
        """What would fall apart without whom."""
        return Leaning(self.portfolio, self.teams, None)

    def name(self, id: str) -> str:
        """Return what people call a record; the id where the name is private or not known.

        Args:
            id: The id.

        Returns:
            The name.
        """
        record = self.portfolio.get(id)
        if isinstance(record, Organization) and record.private_fields:
            return id
        return getattr(record, "name", "") or id

    def names(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return what people call records.

        Args:
            ids: Their ids.

        Returns:
            Names, in the same order.
        """
        return tuple(map(self.name, ids))

    def label(self, of: CodeList, code: str) -> Bilingual:
        """Return what people read instead of a code.

        Args:
            of: The open list.
            code: The code.

        Returns:
            The label; the code itself if the list does not have it.
        """
        found = codes(of, self.portfolio.codes).get(code)
        return Bilingual(found.label("nl"), found.label("en")) if found else Bilingual(code, code)

    def sector(self, code: str) -> Bilingual:
        """Return the label of a sector.

        Args:
            code: Its code.

        Returns:
            The label.
        """
        return self.label(CodeList.SECTOR, code)

    def listed(
        self, kind: str, ids: Iterable[str], total: int, names: Iterable[Word] | None = None, **words: Said
    ) -> Noticed | None:
        """Return that some of a number of records have something in common.

        Args:
            kind: Which sentence tells it.
            ids: The records.
            total: How many there are in all.
            names: What people call them; their names if left out.
            **words: What else the sentence names.

        Returns:
            What was noticed; ``None`` without records.
        """
        found = tuple(ids)
        if not found:
            return None
        told = tuple(self.names(found) if names is None else names)
        words = {"total": total, "names": told, "first": told[0], **words}
        return Noticed(kind=kind, value=len(found), baseline=0, evidence=found, words=words)
