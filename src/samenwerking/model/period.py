"""Periods with an end that is known, open or unknown."""

import datetime
from collections.abc import Iterator

import attrs

from samenwerking.model.dates import Date, as_optional_date
from samenwerking.model.record import Problem, Record


@attrs.frozen(kw_only=True, repr=False)
class Period(Record):
    """From when until when. An end that is *unknown* differs from one that is *open*.

    Args:
        start: First day; ``None`` if not known.
        end: Last day; ``None`` if not known or open.
        open_end: Whether it was agreed that there is no end.

    Raises:
        InvalidRecord: If the end certainly lies before the start, or is both open and given.

    Example:
        >>> Period(start="2020", end="2025").ended(datetime.date(2026, 1, 1))
        True
        >>> Period(start="2020").ended(datetime.date(2026, 1, 1)) is None
        True
    """

    start: Date | None = attrs.field(default=None, converter=as_optional_date)
    end: Date | None = attrs.field(default=None, converter=as_optional_date)
    open_end: bool = False

    def contradictions(self) -> Iterator[Problem]:
        """Yield a problem if the end contradicts the start or itself."""
        if self.end is None:
            return
        if self.open_end:
            yield Problem("SAM125", ("end",), {"end": self.end.iso})
        if self.start is not None and self.end.last < self.start.first:
            yield Problem("SAM119", ("end",), {"start": self.start.iso, "end": self.end.iso})

    def started(self, on: datetime.date) -> bool | None:
        """Say whether the period had started on a day.

        Args:
            on: The day.

        Returns:
            ``None`` if that cannot be told.

        Example:
            >>> Period(start="2026-03").started(datetime.date(2026, 3, 10)) is None
            True
        """
        if self.start is not None and self.start.first > on:
            return False
        known = (date.last for date in (self.start, self.end) if date is not None)
        return True if any(last <= on for last in known) else None

    def ended(self, on: datetime.date) -> bool | None:
        """Say whether the period was over on a day; the last day still belongs to it.

        Args:
            on: The day.

        Returns:
            ``None`` if that cannot be told, as with an unknown end.

        Example:
            >>> Period(open_end=True).ended(datetime.date(2026, 1, 1))
            False
        """
        if self.open_end or (self.start is not None and self.start.first >= on):
            return False
        return None if self.end is None else self.end.before(on)
