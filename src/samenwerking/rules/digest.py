"""Fingerprints of what was agreed, so that a later change of it shows."""

import hashlib
import json
from typing import Any

from samenwerking.io import to_dict
from samenwerking.model import Collaboration, Date, Goal, Portfolio
from samenwerking.model.extra import PREFIX

# What a collaboration goes through rather than agrees on: it changes without anyone's agreement.
PASSING_ON_CANVAS = {"agreements", "decisions", "left_empty", "realization", "last_meeting"}
PASSING_OF_PARTY = {"accepted_on", "alternative", "feedback", "interests_discussed", "last_active"}
PASSING_OF_PARTY |= {"deliveries", "perceived_form", "position", "representatives", "signature"}
PASSING_OF_GOAL = {"confirmed", "endorsements", "measurements", "note", "sources", "statuses"}
PASSING = PASSING_ON_CANVAS | PASSING_OF_PARTY | PASSING_OF_GOAL


def _material(value: Any) -> Any:
    """Return plain data without what passes, keys of other tools, and whatever is then empty."""
    match value:
        case dict():
            kept = {key: _material(item) for key, item in value.items() if key not in PASSING}
            return {key: item for key, item in kept.items() if item not in ({}, []) and key[:2] != PREFIX}
        case list():
            return [_material(item) for item in value]
    return value


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
    data = to_dict(Portfolio(goals=goals, collaborations=[collaboration]), private="omit")
    canvas = data["collaborations"][0].get("canvas", {})
    content = _material({"canvas": canvas, "goals": data.get("goals", [])})
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
