"""The nine topics of the canvas, as views: the reading says what each shows, nothing is stored twice."""

from typing import TYPE_CHECKING

import attrs

from samenwerking.model.paths import Place, places
from samenwerking.vocabulary import CanvasTopic, Need, Reading, Requirement, reading as shipped_reading

if TYPE_CHECKING:
    from samenwerking.model.portfolio import Portfolio


@attrs.frozen(kw_only=True)
class TopicEntry:
    """One fact of a topic, with what the canvas says about it.

    Args:
        requirement: The row of the reading.
        need: How much the form needs it.
        places: The places it may stand in, empty ones included; other paths of the row come last.
    """

    requirement: Requirement
    need: Need
    places: tuple[Place, ...]

    @property
    def filled(self) -> tuple[Place, ...]:
        """The places where something stands."""
        return tuple(place for place in self.places if not place.empty)


def topic(
    portfolio: "Portfolio", collaboration: str, of: CanvasTopic | str, *, reading: Reading | None = None
) -> tuple[TopicEntry, ...]:
    """Return what a canvas says on one topic.

    Args:
        portfolio: The portfolio.
        collaboration: Id of the collaboration.
        of: The topic.
        reading: The reading; the shipped one if left out.

    Returns:
        One entry per fact that the reading counts to the topic.

    Raises:
        KeyError: If there is no such record.
        TypeError: If the record is no collaboration.
        ValueError: If there is no such topic.

    Example:
        >>> from samenwerking.model import Collaboration, Portfolio
        >>> entries = topic(Portfolio(collaborations=[Collaboration(id="x", name="X")]), "x", "goals")
        >>> any(entry.filled for entry in entries)
        False
    """
    table = reading or shipped_reading()
    record = portfolio.collaboration(collaboration)
    form, type_ = record.canvas.form, record.canvas.type
    return tuple(
        TopicEntry(
            requirement=row,
            need=table.need(row, form, type_),
            places=tuple(
                place for path in (row.path, *row.or_paths) for place in places(portfolio, record, path)
            ),
        )
        for row in table.rows(CanvasTopic(of))
    )
