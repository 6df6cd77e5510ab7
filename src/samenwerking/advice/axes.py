"""Where the parties place a collaboration on the axes, how far apart they are, and what agreements show."""

from collections.abc import Iterator
from decimal import Decimal
from statistics import median
from typing import Any

import attrs

from samenwerking.advice.case import Case, Day, open_case
from samenwerking.advice.derived import DerivedAxis, derive, where
from samenwerking.advice.wording import fact, say, word
from samenwerking.model import Portfolio
from samenwerking.vocabulary import Axis, Bilingual, Form, Language, Mark, Reading

# So far apart still counts as about the same spot, and from so far as far apart; own numbers.
_CLOSE: int = fact("close")
_FAR: int = fact("far")


@attrs.frozen(kw_only=True)
class PartyPosition:
    """Where one party places the collaboration.

    Args:
        party: Id of the party.
        name: What it is called.
        binding: External binding, 0 to 100.
        control: Internal control, 0 to 100.
    """

    party: str
    name: str
    binding: Decimal
    control: Decimal


@attrs.frozen(kw_only=True)
class AxisSpread:
    """How far the places lie apart on one axis.

    Args:
        axis: The axis.
        n: How many places there are.
        lowest: The lowest place; ``None`` if there is none.
        median: The middle one, or the mean of the two in the middle.
        highest: The highest place.
    """

    axis: Axis
    n: int
    lowest: Decimal | None
    median: Decimal | None
    highest: Decimal | None

    @property
    def spread(self) -> Decimal | None:
        """How far the outermost places lie apart; ``None`` for fewer than two places."""
        if self.n < 2 or self.lowest is None or self.highest is None:
            return None
        return self.highest - self.lowest


@attrs.frozen(kw_only=True)
class Positions:
    """Where the parties place a collaboration, how far apart they are, and what the agreements show.

    Args:
        collaboration: Id of the collaboration.
        name: What it is called.
        form: The form that was chosen, if one was.
        parties: The places that were given, by name of the party.
        without: Names of the parties that gave no place.
        spreads: How far the places lie apart, per axis of the reading.
        sentence: One sentence on that; in words, for the numbers are no measurement.
        derived: The place that follows from the agreements, per axis; an own estimate.
        marks: Where this comes from.

    Example:
        >>> from samenwerking.io import example
        >>> found = positions(example("shared-goal"), "gebiedsproces-bedachte-polder")
        >>> [(spread.axis.name, int(spread.spread)) for spread in found.spreads]
        [('binding', 15), ('control', 15)]
    """

    collaboration: str
    name: str
    form: Form | None
    parties: tuple[PartyPosition, ...]
    without: tuple[str, ...]
    spreads: tuple[AxisSpread, ...]
    sentence: Bilingual
    derived: tuple[DerivedAxis, ...]
    marks: tuple[Mark, ...] = (Mark.READING, Mark.OWN)

    def text(self, language: Language = "nl") -> str:
        """Return the places as people read them, without figures.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            Lines of text, without a newline at the end.

        Raises:
            ValueError: If the language is neither.

        Example:
            >>> from samenwerking.io import example
            >>> found = positions(example("shared-goal"), "gebiedsproces-bedachte-polder")
            >>> print(found.text("en").splitlines()[1])
            You place the collaboration in about the same spot.
        """
        return "\n".join(_lines(self, language))


def _lines(found: Positions, language: Language) -> Iterator[str]:
    yield word("position_title", language, name=found.name)
    yield found.sentence.get(language)
    axes = [spread.axis for spread in found.spreads]
    for party in found.parties:
        places = tuple(where(axis, float(getattr(party, axis.name))) for axis in axes)
        yield f"- {word('party_place', language, party=party.name, where=places)}"
    if found.without:
        yield f"- {word('no_place', language, parties=found.without)}"
    yield from ("", word("derived_title", language))
    for derived in found.derived:
        yield derived.sentence.get(language)
        yield from (f"- {each.text.get(language)}" for each in derived.ingredients)
    yield from ("", word("axes_own", language))


def _spread(axis: Axis, places: tuple[PartyPosition, ...]) -> AxisSpread:
    values = sorted(getattr(place, axis.name) for place in places)
    return AxisSpread(
        axis=axis,
        n=len(values),
        lowest=values[0] if values else None,
        median=median(values) if values else None,
        highest=values[-1] if values else None,
    )


def _sentence(places: tuple[PartyPosition, ...], spreads: tuple[AxisSpread, ...]) -> Bilingual:
    if not places:
        return say("nobody")
    if len(places) == 1:
        return say("one_only", party=places[0].name)
    for key, limit in (("far_apart", _FAR), ("somewhat", _CLOSE)):
        apart = tuple(each.axis.labels for each in spreads if each.spread is not None and each.spread > limit)
        if apart:
            return say(key, axes=apart)
    return say("same_spot")


def _places(case: Case) -> tuple[PartyPosition, ...]:
    places = (
        PartyPosition(
            party=party.party,
            name=case.name(party.party),
            binding=party.position.binding,
            control=party.position.control,
        )
        for party in case.parties
        if party.position is not None
    )
    return tuple(sorted(places, key=lambda p: (p.name.casefold(), p.name, p.party, p.binding, p.control)))


def positions(
    portfolio: Portfolio, collaboration: Any, *, reading: Reading | None = None, as_of: Day | None = None
) -> Positions:
    """Tell where the parties place a collaboration on the two axes, and what the agreements show.

    Beside the places that the parties give stands a place that follows from the agreements: external binding
    from obligations, sanctions, signatures and notice, internal control from the decision rule, from what is
    decided on together and from means that are pooled. Each of these is found with some forms and not with
    others; it counts for the middle of where the reading lays those forms, and the place is the mean of what
    can be told. Fewer than two make no place. All of this is an own estimate.

    Args:
        portfolio: The portfolio. Private content is not looked at.
        collaboration: The collaboration or its id.
        reading: The reading, for the axes and regions; the shipped one if left out.
        as_of: A day; who had certainly left by then does not count. Without it everyone counts.

    Returns:
        The places, their spread, and what the agreements show.

    Raises:
        UnknownId: If there is no such record.
        TypeError: If the record is no collaboration.
        ValueError: If ``as_of`` is no day.

    Example:
        >>> from samenwerking.io import example
        >>> found = positions(example("transaction-distant"), "aanleg-houtwallen")
        >>> found.sentence.nl
        'Jullie zetten de samenwerking op ongeveer dezelfde plek.'
        >>> [derived.standing for derived in found.derived]
        ['within', 'within']
    """
    case = open_case(portfolio, collaboration, reading, as_of)
    places = _places(case)
    spreads = tuple(_spread(axis, places) for axis in case.reading.axes.values())
    given = {place.party for place in places}
    return Positions(
        collaboration=case.collaboration.id,
        name=case.name(case.collaboration.id),
        form=case.canvas.form,
        parties=places,
        without=case.names(party for party in case.party_ids if party not in given),
        spreads=spreads,
        sentence=_sentence(places, spreads),
        derived=derive(case),
    )
