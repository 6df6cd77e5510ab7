"""Fingerprints of what was agreed, so that a later change of it shows."""

import hashlib
import json
from typing import Any

from samenwerking.io import to_dict
from samenwerking.model import Collaboration, Date, Goal, Portfolio, without_private

# What a collaboration goes through rather than agrees on: it changes without anyone's agreement.
PASSING = ("agreements", "decisions", "realization", "left_empty")
PASSING_OF_PARTY = ("last_active", "signature", "accepted_on", "alternative", "representatives", "feedback")
PASSING_OF_GOAL = ("statuses", "endorsements", "note", "sources", "confirmed")


def _without(data: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key not in names}


def digest(portfolio: Portfolio, collaboration: Collaboration) -> str:
    """Return a fingerprint of the material content of a canvas and its goals.

    Args:
        portfolio: The portfolio, for the goals.
        collaboration: The collaboration.

    Returns:
        Sixteen hexadecimal digits; the same for the same content, whatever the order of keys.

    Example:
        >>> one = Collaboration(id="x", name="X")
        >>> digest(Portfolio(collaborations=[one]), one) == digest(Portfolio(), one)
        True
    """
    goals = [goal for id_ in collaboration.canvas.goals if isinstance(goal := portfolio.get(id_), Goal)]
    shown = without_private(Portfolio(goals=goals, collaborations=[collaboration]))
    data = to_dict(shown)
    canvas = _without(data["collaborations"][0].get("canvas", {}), PASSING)
    parties = [_without(party, PASSING_OF_PARTY) for party in canvas.get("parties", [])]
    for party in parties:
        for contribution in party.get("contributions", []):
            contribution.pop("deliveries", None)
    canvas["parties"] = parties
    content = {"canvas": canvas, "goals": [_without(goal, PASSING_OF_GOAL) for goal in data.get("goals", [])]}
    text = json.dumps(content, ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:16]


def agreed_by_now(portfolio: Portfolio, collaboration: Collaboration) -> tuple[set[str], Date | None]:
    """Return who agreed to the canvas as it is, and since when it differs from what was agreed last.

    Args:
        portfolio: The portfolio.
        collaboration: The collaboration.

    Returns:
        Ids of the parties that agreed to this content, and the date of the last agreement if the content
        changed afterwards. An agreement without a digest counts for whatever stands there.

    Example:
        >>> agreed_by_now(Portfolio(), Collaboration(id="x", name="X"))
        (set(), None)
    """
    agreements = collaboration.canvas.agreements
    if not agreements:
        return set(), None
    now = digest(portfolio, collaboration) if any(a.digest for a in agreements) else ""
    valid = [agreement for agreement in agreements if agreement.digest in ("", now)]
    if valid:
        return {party for agreement in valid for party in agreement.parties}, None
    return set(), max(agreements, key=lambda agreement: agreement.on.first).on
