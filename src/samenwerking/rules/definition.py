"""A rule: a small check on one collaboration, and all that is known about it."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

import attrs

from samenwerking.model import (
    Collaboration,
    Goal,
    Identified,
    Organization,
    Participation,
    Place,
    Portfolio,
    Record,
    is_empty,
    places,
    pointer,
)
from samenwerking.report import Param
from samenwerking.vocabulary import Bilingual, Form, GoalKind, Reading, RuleRow, Severity

T = TypeVar("T")


@attrs.frozen
class Problem:
    """What a rule noticed; the engine makes a finding of it.

    Args:
        at: Where, as a path on the canvas.
        cause: Which of the rule's texts tells it; empty for a rule with one text.
        params: Values for the placeholders of that text.
        severity: How much it weighs, where that differs from what the reading says of the rule.

    Example:
        >>> Problem("setup.obligations", cause="none").cause
        'none'
    """

    at: str
    cause: str = ""
    params: Mapping[str, Param] = attrs.field(factory=dict)
    severity: Severity | None = None


@attrs.frozen(kw_only=True, slots=False)
class RuleContext:
    """What a rule may look at: one collaboration of one portfolio, on one day, in one reading.

    Args:
        portfolio: The portfolio.
        collaboration: The collaboration.
        reading: The tables.
        as_of: The day.
        options: Numbers that a profile may set.
        kept: What rules worked out of the portfolio as a whole; shared by all collaborations of one report.
    """

    portfolio: Portfolio
    collaboration: Collaboration
    reading: Reading
    as_of: datetime.date
    options: Mapping[str, Any] = attrs.field(factory=dict)
    kept: dict[Any, Any] = attrs.field(factory=dict, repr=False, eq=False)

    @property
    def form(self) -> Form | None:
        """The form of the collaboration, if it was chosen."""
        return self.collaboration.canvas.form

    @cached_property
    def parties(self) -> tuple[Participation, ...]:
        """Who takes part now: those whose participation has certainly ended are left out."""
        everyone = self.collaboration.canvas.parties
        return tuple(party for party in everyone if party.period.ended(self.as_of) is not True)

    @cached_property
    def party_ids(self) -> tuple[str, ...]:
        """The ids of who takes part now, each once."""
        return tuple(dict.fromkeys(participation.party for participation in self.parties))

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """The goals of the collaboration that the portfolio holds."""
        found = (self.portfolio.get(goal) for goal in self.collaboration.canvas.goals)
        return tuple(goal for goal in found if isinstance(goal, Goal))

    @property
    def shared_goals(self) -> tuple[Goal, ...]:
        """The shared goals among them."""
        return tuple(goal for goal in self.goals if goal.kind is GoalKind.SHARED)

    def once(self, build: Callable[["RuleContext"], T]) -> T:
        """Return what a function makes of the portfolio as a whole, worked out once per report.

        Args:
            build: A function at the top of a module that looks at the portfolio, the day and the reading
                only, not at this collaboration.

        Returns:
            What it returned the first time.
        """
        if build not in self.kept:
            self.kept[build] = build(self)
        found: T = self.kept[build]
        return found

    def name(self, id_: str) -> str:
        """Return what people call a record; the id for a person whose name is private.

        Args:
            id_: The record's id.

        Returns:
            A name.
        """
        record = self.portfolio.get(id_)
        hidden = isinstance(record, Organization) and record.private_fields
        return id_ if hidden else getattr(record, "name", None) or id_

    def names(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return what people call several records.

        Args:
            ids: Their ids.

        Returns:
            Their names, in the same order.
        """
        return tuple(map(self.name, ids))

    def places(self, path: str) -> tuple[Place, ...]:
        """Return the places that a path names in this collaboration.

        Args:
            path: A path on the canvas.

        Returns:
            The places, empty ones included.
        """
        return places(self.portfolio, self.collaboration, path)

    def pointer(self, *found: Place) -> str:
        """Return where something stands in the document.

        Args:
            *found: A place; the collaboration itself if left out.

        Returns:
            A JSON Pointer; of the first record with that id, should it repeat.
        """
        record: Record = found[0].record if found else self.collaboration
        steps = found[0].steps if found else ()
        located = self.portfolio.located(record.id) if isinstance(record, Identified) else ()
        return pointer((*located[0].path, *steps)) if located else ""

    def filled(self, path: str) -> bool:
        """Say whether anything stands at a path.

        Args:
            path: A path on the canvas.

        Returns:
            Whether any of its places is filled.
        """
        return any(not is_empty(place.value) for place in self.places(path))


Check = Callable[[RuleContext], Iterator[Problem]]


@attrs.frozen
class RuleText:
    """One text of a rule, for one cause.

    Args:
        message: What is noticed.
        hint: What could be done about it.
        open: Whether it says that something is empty: then it is a question, until the collaboration is past
            the gear of the rule.
    """

    message: Bilingual
    hint: Bilingual | None = None
    open: bool = False


@attrs.frozen(kw_only=True)
class Rule:
    """A rule of the collaboration code that is written as a check.

    Of the library's own rules, name, severity, marks and references stand in the reading, and the texts in
    a data file. A rule of another package brings its own row and texts.

    Args:
        code: Its stable code.
        check: Yields problems.
        needs: Paths without which it cannot tell; then the outcome is *unknown*.
        rationale: Why the rule is there.
        options: The numbers it uses, with their defaults.
        row: Name, severity per form, marks and references, for a rule that the reading does not know.
        texts: Cause to text, likewise.

    Example:
        >>> from samenwerking.rules import catalog
        >>> catalog()["KAN101"].code
        'KAN101'
    """

    code: str
    check: Check
    needs: tuple[str, ...] = ()
    rationale: str = ""
    options: Mapping[str, Any] = attrs.field(factory=dict)
    row: RuleRow | None = None
    texts: Mapping[str, RuleText] = attrs.field(factory=dict)


def rule(
    code: str,
    *,
    needs: tuple[str, ...] = (),
    row: RuleRow | None = None,
    texts: Mapping[str, RuleText] | None = None,
    **options: Any,
) -> Callable[[Check], Rule]:
    """Make a rule of a generator; its docstring is the rationale.

    Args:
        code: The rule's code.
        needs: Paths without which it cannot tell.
        row: Name, severity per form, marks and references, for a rule that the reading does not know.
        texts: Cause to text, likewise.
        **options: The numbers it uses, with their defaults.

    Returns:
        A decorator that returns the :class:`Rule`.

    Example:
        >>> @rule("XYZ101")
        ... def always(context):
        ...     \"\"\"An example.\"\"\"
        ...     yield Problem("name")
        >>> always.rationale
        'An example.'
    """

    def decorate(check: Check) -> Rule:
        return Rule(
            code=code,
            check=check,
            needs=needs,
            rationale=(check.__doc__ or "").strip(),
            options=options,
            row=row,
            texts=texts or {},
        )

    return decorate
