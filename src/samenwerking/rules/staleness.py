"""What no longer holds because goals, parties or the form changed since."""

import datetime
from collections.abc import Iterator
from itertools import pairwise

import attrs

from samenwerking.model import Collaboration, Date, Portfolio
from samenwerking.report import AND, enumerate_words
from samenwerking.rules.digest import changed_since, differing, last_agreement, part_label
from samenwerking.vocabulary import LANGUAGES, Bilingual, CanvasTopic, DecisionKind, Gear

# A party weighs its alternative against these: whoever is in it, for what, in which form (Susskind on BATNA).
WEIGHED = (CanvasTopic.GOALS, CanvasTopic.PARTIES, CanvasTopic.TYPE)


@attrs.frozen(kw_only=True)
class Change:
    """A change of goals, parties or form, and since when it is certain.

    Args:
        what: What changed.
        since: The day or month from which it stands.
    """

    what: Bilingual
    since: Date


@attrs.frozen(kw_only=True)
class Stale:
    """Something that was settled and has to be looked at again.

    Args:
        what: ``"agreement"`` or ``"alternative"``.
        parties: Whom it concerns.
        on: When it was settled.
        changed: What changed since.
        gear: The gear in which it is settled again.
    """

    what: str
    parties: tuple[str, ...]
    on: Date
    changed: Bilingual
    gear: Gear


def named(labels: list[Bilingual]) -> Bilingual:
    """Return several labels as one.

    Args:
        labels: The labels.

    Returns:
        "A, B en C" in both languages.

    Example:
        >>> named([Bilingual("a", "x"), Bilingual("b", "y")])
        Bilingual(nl='a en b', en='x and y')
    """
    return Bilingual(
        *(enumerate_words((label.get(lang) for label in labels), lang, AND) for lang in LANGUAGES)
    )


def _between_agreements(collaboration: Collaboration) -> Iterator[Change]:
    told = [agreement for agreement in collaboration.canvas.agreements if agreement.digest]
    told.sort(key=lambda agreement: agreement.on.first)
    for before, after in pairwise(told):
        parts = [part for part in differing(before.digest, after.digest) if part in WEIGHED]
        if parts:
            yield Change(what=named([part_label(part) for part in parts]), since=after.on)


def changes(collaboration: Collaboration, as_of: datetime.date) -> tuple[Change, ...]:
    """Return the dated changes of goals, parties and form that can be told from a canvas.

    Args:
        collaboration: The collaboration.
        as_of: The day; what has not certainly happened by then is left out.

    Returns:
        The changes, oldest first.

    Example:
        >>> from samenwerking.model import Canvas, Decision
        >>> converted = Decision(text="verder als netwerk", kind="convert", on="2026-02")
        >>> collaboration = Collaboration(id="x", name="X", canvas=Canvas(decisions=[converted]))
        >>> [change.since.iso for change in changes(collaboration, datetime.date(2026, 11, 24))]
        ['2026-02']
    """
    canvas = collaboration.canvas
    began = collaboration.period.start
    found = list(_between_agreements(collaboration))
    # The first choice of a form is no change: alternatives are weighed before it.
    converted = [decision.on for decision in canvas.decisions if decision.kind is DecisionKind.CONVERT]
    found += [Change(what=part_label(CanvasTopic.TYPE), since=on) for on in converted if on]
    for party in canvas.parties:
        start, end = party.period.start, party.period.end
        if start and began and began.before(start.first):  # who was there from the start changed nothing
            found.append(Change(what=part_label(CanvasTopic.PARTIES), since=start))
        if end and party.period.ended(as_of) is True:
            found.append(Change(what=part_label(CanvasTopic.PARTIES), since=end))
    dated = [change for change in found if change.since.first <= as_of]
    return tuple(sorted(dated, key=lambda change: (change.since.first, change.since.last, change.what.nl)))


def later_change(collaboration: Collaboration, on: Date, as_of: datetime.date) -> Change | None:
    """Return the last change that certainly came after a date.

    Args:
        collaboration: The collaboration.
        on: The date.
        as_of: The day.

    Returns:
        The change; ``None`` if none certainly came later.

    Example:
        >>> later_change(Collaboration(id="x", name="X"), Date("2026"), datetime.date(2026, 1, 1)) is None
        True
    """
    later = [change for change in changes(collaboration, as_of) if on.before(change.since.first)]
    return later[-1] if later else None


def stale(portfolio: Portfolio, collaboration: Collaboration, as_of: datetime.date) -> tuple[Stale, ...]:
    """Return what was settled and has to be looked at again.

    Args:
        portfolio: The portfolio.
        collaboration: The collaboration.
        as_of: The day.

    Returns:
        The agreement that no longer covers the canvas, and alternatives (BATNA) that were considered before
        goals, parties or form changed.

    Example:
        >>> stale(Portfolio(), Collaboration(id="x", name="X"), datetime.date(2026, 1, 1))
        ()
    """
    found: list[Stale] = []
    parts = changed_since(portfolio, collaboration)
    last = last_agreement(collaboration)
    if parts and last:
        topics = [CanvasTopic(part) for part in parts if part in set(CanvasTopic)]
        found.append(
            Stale(
                what="agreement",
                parties=last.parties,
                on=last.on,
                changed=named([part_label(part) for part in parts]),
                gear=min((topic.gear for topic in topics), key=lambda g: g.order, default=Gear.KAN),
            )
        )
    for party in collaboration.canvas.parties:
        considered = party.alternative.on
        change = later_change(collaboration, considered, as_of) if considered else None
        if considered and change and party.period.ended(as_of) is not True:
            found.append(
                Stale(
                    what="alternative",
                    parties=(party.party,),
                    on=considered,
                    changed=change.what,
                    gear=Gear.KAN,
                )
            )
    return tuple(found)
