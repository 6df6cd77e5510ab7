"""Dates as people know them: a year, a month or a day, and periods that may end nobody knows when."""

import datetime
import re
from functools import lru_cache

import attrs

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_ONE_DAY = datetime.timedelta(days=1)


class InvalidDate(ValueError):
    """Raised for a text that is no date.

    Args:
        value: The text.
    """

    def __init__(self, value: str) -> None:
        self.value = value
        super().__init__(f"{value!r} is no date; write a year, a month or a day: 2026, 2026-03 or 2026-03-01")

    def __reduce__(self) -> tuple[type, tuple[str]]:
        return type(self), (self.value,)


@lru_cache(maxsize=4096)
def _days(iso: str) -> tuple[datetime.date, datetime.date]:
    """Return the first and last day that a date may stand for."""
    match = _ISO.fullmatch(iso)
    if not match:
        raise InvalidDate(iso)
    year, month, day = match.groups()
    try:
        first = datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise InvalidDate(iso) from None
    if day:
        return first, first
    if month is None or first.month == 12:
        return first, datetime.date(first.year, 12, 31)
    return first, datetime.date(first.year, first.month + 1, 1) - _ONE_DAY


@attrs.frozen
class Date:
    """A date with its precision: ``2026``, ``2026-03`` or ``2026-03-01``.

    Two dates are equal if they say the same, so ``2026`` and ``2026-01-01`` differ. Whether one comes
    before another may be unknown: then the answer is ``None``.

    Args:
        iso: The date in ISO 8601, years 0001 to 9999.

    Raises:
        InvalidDate: If the text is no date. It is a ``ValueError``.

    Example:
        >>> Date("2026-03").precision, Date("2026-03").last
        ('month', datetime.date(2026, 3, 31))
    """

    iso: str

    def __attrs_post_init__(self) -> None:
        _days(self.iso)

    def __str__(self) -> str:
        return self.iso

    @property
    def first(self) -> datetime.date:
        """The first day it may stand for."""
        return _days(self.iso)[0]

    @property
    def last(self) -> datetime.date:
        """The last day it may stand for."""
        return _days(self.iso)[1]

    @property
    def precision(self) -> str:
        """``"year"``, ``"month"`` or ``"day"``."""
        return {4: "year", 7: "month", 10: "day"}[len(self.iso)]

    def before(self, other: "Date | datetime.date") -> bool | None:
        """Say whether this date lies before another.

        Args:
            other: The other date.

        Returns:
            ``True`` or ``False`` where certain, ``None`` where the precision leaves it open.

        Example:
            >>> Date("2025").before(Date("2026-03")), Date("2026").before(Date("2026-03"))
            (True, None)
        """
        other = as_date(other)
        if self.last < other.first:
            return True
        return False if self.first >= other.last else None


def as_date(value: "Date | datetime.date | str") -> Date:
    """Convert to a date.

    Args:
        value: A date, an ISO text, or a day of the standard library.

    Returns:
        The date.

    Raises:
        InvalidDate: If a text is no date.
        TypeError: If it is something else.

    Example:
        >>> as_date(datetime.date(2026, 3, 1))
        Date(iso='2026-03-01')
    """
    if isinstance(value, Date):
        return value
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, datetime.date):
        return Date(value.isoformat())
    if isinstance(value, str):
        return Date(value)
    raise TypeError(f"a date is a text such as '2026-03-01', not {type(value).__name__}")


def as_optional_date(value: "Date | datetime.date | str | None") -> Date | None:
    """Convert to a date, or leave ``None``.

    Args:
        value: As for :func:`as_date`, or ``None``.

    Returns:
        The date or ``None``.

    Raises:
        InvalidDate: If a text is no date.
        TypeError: If it is something else.

    Example:
        >>> as_optional_date(None) is None
        True
    """
    return None if value is None else as_date(value)
