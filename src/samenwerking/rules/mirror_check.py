"""The mirror: whether give and take of all parties meet, as a report of its own."""

import datetime

from samenwerking.model import Portfolio, without_private
from samenwerking.report import Report
from samenwerking.rules.catalog import catalog
from samenwerking.rules.definition import RuleContext
from samenwerking.rules.engine import judge_collaboration
from samenwerking.rules.profile import profile_of
from samenwerking.vocabulary import Reading, reading as shipped_reading


def mirror(
    portfolio: Portfolio,
    id: str,
    *,
    as_of: datetime.date | None = None,
    reading: Reading | None = None,
) -> Report:
    """Return where give and take of the parties of one collaboration do not meet.

    Looked at are offers without a taker (KAN131), wishes without a giver (KAN132), opposed interests without
    an arrangement (KAN133), shared goals that nobody contributes to (KAN125) and shared risks that nobody
    bears (KLO242). The idea is that of the Partnership Canvas, on which two parties lay their canvases side
    by side (https://valuechaingeneration.com/2013/07/05/the-partnership-proposition-canvas-designing-your-value-network/);
    here for any number of parties. It is the profile ``mirror``, for one collaboration.

    Nothing private is looked at. Where the kinds of a contribution and a benefit do not tell whether they
    meet, nothing is said of them: silence is no proof that they do.

    Args:
        portfolio: The portfolio.
        id: Id of the collaboration.
        as_of: The day; today if left out. Parties that have certainly left by then no longer count.
        reading: The reading; the shipped one if left out.

    Returns:
        The report; it records the day. Questions on risks are among it from the gear in which they are asked.

    Raises:
        KeyError: If there is no such record.
        TypeError: If the record is no collaboration.

    Example:
        >>> from samenwerking.model import Benefit, Canvas, Collaboration, Participation
        >>> wish = Benefit(kind="vergoeding", description="een vergoeding per hectare")
        >>> canvas = Canvas(parties=[Participation(party="collectief", benefits=[wish])])
        >>> polder = Collaboration(id="polder", name="Polder", canvas=canvas)
        >>> found = mirror(Portfolio(collaborations=[polder]), "polder", as_of=datetime.date(2026, 1, 1))
        >>> [finding.code for finding in found]
        ['KAN132']
    """
    seen = without_private(portfolio)
    context = RuleContext(
        portfolio=seen,
        collaboration=seen.collaboration(id),
        reading=reading or shipped_reading(),
        as_of=as_of or datetime.date.today(),
    )
    judgement = judge_collaboration(context, catalog(), profile_of("mirror"))
    return Report(items=judgement.findings, outcomes=judgement.outcomes, as_of=context.as_of)
