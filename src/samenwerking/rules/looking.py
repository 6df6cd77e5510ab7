"""What several rules look up: what the reading asks anyway, what was left empty, and what came last."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from samenwerking.model import Date, Participation
from samenwerking.report import OR, enumerate_words
from samenwerking.rules.definition import RuleContext
from samenwerking.vocabulary import LANGUAGES, Bilingual, Need

_ASKED = (Need.REQUIRED, Need.EXPECTED)


T = TypeVar("T")


def asked(context: RuleContext, path: str) -> bool:
    """Say whether a row of the reading asks for a fact, so that a rule need not.

    Args:
        context: The collaboration.
        path: Where the fact stands.

    Returns:
        Whether the form, or the type while the form is open, requires or expects it.

    Example:
        >>> import datetime
        >>> from samenwerking.model import Canvas, Collaboration, Portfolio
        >>> from samenwerking.vocabulary import reading
        >>> network = Collaboration(id="x", name="X", canvas=Canvas(form="network-preferred"))
        >>> context = RuleContext(portfolio=Portfolio(), collaboration=network, reading=reading(),
        ...                       as_of=datetime.date(2026, 1, 1))
        >>> asked(context, "setup.director"), asked(context, "setup.decision_rule")
        (True, False)
    """
    canvas = context.collaboration.canvas
    rows = (row for row in context.reading.requirements if row.path == path)
    return any(context.reading.need(row, canvas.form, canvas.type) in _ASKED for row in rows)


def on_purpose(context: RuleContext, path: str) -> bool:
    """Say whether a place was left empty on purpose.

    Args:
        context: The collaboration.
        path: The place, every item named.

    Returns:
        Whether the canvas says so.
    """
    return any(entry.path == path for entry in context.collaboration.canvas.left_empty)


def item(path: str, key: str) -> str:
    """Return the path of one item of a list.

    Args:
        path: The list.
        key: What the item is named by.

    Returns:
        The path of the item; that of the list if the key holds brackets, which a path cannot name.

    Example:
        >>> item("setup.tasks", "meten"), item("setup.tasks", "meten [2]")
        ('setup.tasks[meten]', 'setup.tasks')
    """
    return path if {"[", "]"} & set(key) else f"{path}[{key}]"


def either(labels: Iterable[Bilingual]) -> Bilingual:
    """Return choices as people say them.

    Args:
        labels: What can be chosen.

    Returns:
        ``A, B of C`` and ``A, B or C``.

    Example:
        >>> either([Bilingual("geld", "money"), Bilingual("uren", "hours")]).nl
        'geld of uren'
    """
    found = list(labels)
    return Bilingual(*(enumerate_words((each.get(lang) for each in found), lang, OR) for lang in LANGUAGES))


def latest(items: Iterable[T], on: Callable[[T], Date]) -> tuple[T, ...]:
    """Return what came last; several where their days do not tell which of them did.

    Args:
        items: Whatever has a day.
        on: Returns the day of an item.

    Returns:
        Those that may be the last; none of none.

    Example:
        >>> days = [Date("2024"), Date("2025"), Date("2025-06-01")]
        >>> [day.iso for day in latest(days, lambda day: day)]
        ['2025', '2025-06-01']
    """
    found = tuple(items)
    newest = max((on(each).first for each in found), default=None)
    return tuple(each for each in found if newest is not None and on(each).last >= newest)


def where(parties: Iterable[Participation], name: str) -> str:
    """Return the path of what a finding says of some parties.

    Args:
        parties: The parties.
        name: An attribute of each.

    Returns:
        The path of the one, or of that of all parties.

    Example:
        >>> where([Participation(party="a")], "position")
        'parties[a].position'
    """
    ids = {party.party for party in parties}
    return f"parties[{ids.pop() if len(ids) == 1 else ''}].{name}"
