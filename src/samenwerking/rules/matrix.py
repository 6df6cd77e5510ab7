"""The canvas matrix: for every collaboration and topic how much of what is asked has an answer."""

import datetime
from typing import Any

import attrs

from samenwerking.model import Collaboration, Portfolio, without_private
from samenwerking.rules.catalog import RuleSet
from samenwerking.rules.definition import RuleContext
from samenwerking.rules.engine import is_described, judge_collaboration
from samenwerking.vocabulary import CanvasTopic, Outcome, Reading, reading as shipped_reading

# What is empty past the gear that it blocks is open too: it was open all along.
_OPEN = (Outcome.OPEN, Outcome.FAILED)


@attrs.frozen(kw_only=True)
class TopicCount:
    """How one topic of one canvas stands.

    Args:
        topic: The topic.
        answered: How many of its questions have an answer, or were left empty on purpose and may be.
        open: How many are asked by now and have none.
        later: How many come in a later gear and have none yet.
    """

    topic: CanvasTopic
    answered: int
    open: int
    later: int


@attrs.frozen(kw_only=True)
class MatrixLine:
    """How the canvas of one collaboration stands.

    Args:
        collaboration: The collaboration.
        described: Whether it is only described from sources, so that nothing is asked of anyone.
        topics: How each of the nine topics stands; none of a collaboration that is only described.
    """

    collaboration: Collaboration
    described: bool
    topics: tuple[TopicCount, ...] = ()


def _line(context: RuleContext) -> MatrixLine:
    collaboration = context.collaboration
    if is_described(collaboration, context.as_of):
        return MatrixLine(collaboration=collaboration, described=True)
    results = judge_collaboration(context, RuleSet(())).rows
    counts = []
    for topic in CanvasTopic:
        outcomes = [result.outcome for result in results if result.row.topic is topic]
        counts.append(
            TopicCount(
                topic=topic,
                answered=outcomes.count(Outcome.PASSED),
                open=sum(outcome in _OPEN for outcome in outcomes),
                later=outcomes.count(Outcome.LATER),
            )
        )
    return MatrixLine(collaboration=collaboration, described=False, topics=tuple(counts))


def matrix_lines(
    portfolio: Portfolio, *, as_of: datetime.date | None = None, reading: Reading | None = None
) -> tuple[MatrixLine, ...]:
    """Return for every collaboration how the nine topics of its canvas stand.

    What is asked is what its form asks (the rows of the reading); the header of the canvas is not counted.
    There is no total per collaboration: this is no ranking.

    Args:
        portfolio: The portfolio.
        as_of: The day; today if left out.
        reading: The reading; the shipped one if left out.

    Returns:
        The collaborations by name, whatever their order in the portfolio.

    Example:
        >>> from samenwerking.io import example
        >>> line, = matrix_lines(example("draft"))
        >>> line.topics[0].topic.value, line.topics[0].open
        ('goals', 3)
    """
    day = as_of or datetime.date.today()
    table, shown = reading or shipped_reading(), without_private(portfolio)
    ordered = sorted(shown.collaborations, key=lambda each: (each.name.casefold(), each.name, each.id))
    return tuple(
        _line(RuleContext(portfolio=shown, collaboration=each, reading=table, as_of=day)) for each in ordered
    )


def canvas_matrix_rows(
    portfolio: Portfolio, *, as_of: datetime.date | None = None, reading: Reading | None = None
) -> list[dict[str, Any]]:
    """Return how the canvases of a portfolio stand as flat rows, for data frames.

    Args:
        portfolio: The portfolio.
        as_of: The day; today if left out.
        reading: The reading; the shipped one if left out.

    Returns:
        A row per collaboration and topic with equal keys: ``collaboration``, ``name``, ``described``,
        ``form``, ``gear``, ``topic``, ``topic_gear``, ``answered``, ``open`` and ``later``. Of a
        collaboration that is only described nothing was asked: its gear and its numbers are ``None``.

    Example:
        >>> from samenwerking.io import example
        >>> row = canvas_matrix_rows(example("draft"))[0]
        >>> row["topic"], row["answered"], row["open"]
        ('goals', 1, 3)
    """
    found: list[dict[str, Any]] = []
    for line in matrix_lines(portfolio, as_of=as_of, reading=reading):
        whole, counts = line.collaboration, {count.topic: count for count in line.topics}
        for topic in CanvasTopic:
            count = counts.get(topic)
            found.append(
                {
                    "collaboration": whole.id,
                    "name": whole.name,
                    "described": line.described,
                    "form": whole.canvas.form.value if whole.canvas.form else None,
                    "gear": None if line.described else whole.current_gear.value,
                    "topic": topic.value,
                    "topic_gear": topic.gear.value,
                    "answered": count.answered if count else None,
                    "open": count.open if count else None,
                    "later": count.later if count else None,
                }
            )
    return found
