"""Kinds, units and months as several rules see them; our own lists (mark *own*): ``data/kinds.json``."""

import datetime
import json
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import Any

from samenwerking.model import Benefit, Contribution
from samenwerking.rules.definition import RuleContext
from samenwerking.vocabulary import Bilingual, Code, CodeList, codes, field_label

# Of the part of a month that is left when months are not whole.
_DAYS_PER_MONTH = 30.44
_NAMELESS = Bilingual("zonder omschrijving", "without a description")


@cache
def _table() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(pkgutil.get_data("samenwerking.rules", "data/kinds.json") or b"{}")
    return found


def listed(name: str) -> tuple[str, ...]:
    """Return one of our lists.

    Args:
        name: Its name in the data file.

    Returns:
        Codes or units.

    Example:
        >>> listed("money")
        ('geld',)
    """
    return tuple(_table()[name])


def met_by(benefit: str) -> tuple[str, ...] | None:
    """Return what can give a benefit of some kind.

    Args:
        benefit: Code of the kind of benefit.

    Returns:
        Kinds of contributions and of obligations; ``None`` if that cannot be told by their kinds.

    Example:
        >>> met_by("subsidie"), met_by("erkenning")
        (('geld', 'payment'), None)
    """
    found = _table()["met_by"].get(benefit)
    return None if found is None else tuple(found)


def hours_per_week(unit: str) -> Fraction | None:
    """Return how many hours a week one of a unit of time is.

    Args:
        unit: The unit, such as ``uur per maand``.

    Returns:
        Hours per week; ``None`` for a unit that is not in our list.

    Example:
        >>> hours_per_week("uur per maand"), hours_per_week("potje koffie")
        (Fraction(3, 13), None)
    """
    found = _table()["hours_per_week"].get(plain(unit))
    return None if found is None else Fraction(found)


def plain(text: str) -> str:
    """Return a text without what makes no difference: capitals and spaces around it.

    Args:
        text: A text.

    Returns:
        The text to compare by.

    Example:
        >>> plain(" EUR ")
        'eur'
    """
    return " ".join(text.split()).casefold()


def widened(context: RuleContext, code_list: CodeList, code: str | None) -> Iterator[str]:
    """Yield a code and the wider codes above it, as far as they are known.

    Args:
        context: The collaboration; its portfolio may have own codes.
        code_list: The list of the code.
        code: The code.

    Yields:
        The code itself first.

    Example:
        >>> from samenwerking.model import Collaboration, Portfolio
        >>> from samenwerking.vocabulary import reading
        >>> context = RuleContext(portfolio=Portfolio(), collaboration=Collaboration(id="x", name="X"),
        ...                       reading=reading(), as_of=datetime.date(2026, 1, 1))
        >>> list(widened(context, CodeList.ROLE, "pachter"))
        ['pachter', 'grondgebruiker']
    """
    known = codes(code_list, context.portfolio.codes)
    seen: set[str] = set()
    while code and code not in seen:
        seen.add(code)
        yield code
        code = known[code].broader if code in known else None


def is_one(context: RuleContext, code_list: CodeList, code: str | None, *names: str) -> bool:
    """Say whether a code, or a wider one, stands in one of our lists.

    Args:
        context: The collaboration.
        code_list: The list of the code.
        code: The code.
        *names: Names of our lists.

    Returns:
        Whether it does; not for a code that is not given.
    """
    wanted = {each for name in names for each in listed(name)}
    return any(each in wanted for each in widened(context, code_list, code))


def called(known: Mapping[str, Code], code: str) -> str | Bilingual:
    """Return what people call a code.

    Args:
        known: The codes of its list.
        code: The code.

    Returns:
        Its label in both languages; the code itself if it is not known.

    Example:
        >>> called(codes(CodeList.FREQUENCY), "jaarlijks")
        Bilingual(nl='jaarlijks', en='yearly')
    """
    found = known.get(code)
    return Bilingual(found.label("nl"), found.label("en")) if found else code


def named(context: RuleContext, item: Contribution | Benefit) -> str | Bilingual:
    """Return what people call a contribution or a benefit.

    Args:
        context: The collaboration.
        item: The contribution or benefit.

    Returns:
        Its description, else what its kind is called.
    """
    if item.description:
        return item.description
    of_kind = CodeList.CONTRIBUTION_KIND if isinstance(item, Contribution) else CodeList.BENEFIT_KIND
    return called(codes(of_kind, context.portfolio.codes), item.kind) if item.kind else _NAMELESS


def labels_of(name: str) -> Bilingual:
    """Return what people call an attribute, in both languages.

    Args:
        name: The attribute.

    Returns:
        Its label.

    Example:
        >>> labels_of("unit").nl
        'eenheid'
    """
    return Bilingual(field_label(name, "nl"), field_label(name, "en"))


def months_from(day: datetime.date, months: float) -> datetime.date:
    """Return the day some months on, or back.

    Args:
        day: The day to reckon from.
        months: How many months, negative for back; of a part of a month as many days.

    Returns:
        The day; the first or last there is where the calendar ends.

    Example:
        >>> months_from(datetime.date(2026, 11, 24), -12).isoformat()
        '2025-11-24'
        >>> months_from(datetime.date(2026, 1, 31), 1).isoformat()
        '2026-02-28'
    """
    whole = int(months)
    year, month = divmod(12 * day.year + day.month - 1 + whole, 12)
    if not datetime.MINYEAR < year < datetime.MAXYEAR:
        return datetime.date.min if months < 0 else datetime.date.max
    import calendar  # slow to load, and seldom needed

    last = calendar.monthrange(year, month + 1)[1]
    rest = datetime.timedelta(days=round((months - whole) * _DAYS_PER_MONTH))
    return datetime.date(year, month + 1, min(day.day, last)) + rest


def one_by_one(ids: Iterable[str]) -> tuple[str, ...]:
    """Return ids each once, in a fixed order.

    Args:
        ids: Some ids.

    Returns:
        The ids in the order of the alphabet.

    Example:
        >>> one_by_one(["b", "a", "b"])
        ('a', 'b')
    """
    return tuple(sorted(set(ids)))
