"""Fingerprints of what was agreed, part by part, so that a later change shows and can be named."""

import json
from typing import Any

from samenwerking.io import to_dict
from samenwerking.model import Agreement, Collaboration, Date, Goal, Portfolio
from samenwerking.model.extra import PREFIX
from samenwerking.vocabulary import Bilingual, CanvasTopic

# What a collaboration goes through rather than agrees on: it changes without anyone's agreement.
PASSING_ON_CANVAS = {"agreements", "decisions", "left_empty", "realization", "last_meeting"}
PASSING_OF_PARTY = {"accepted_on", "alternative", "feedback", "interests_discussed", "last_active"}
PASSING_OF_PARTY |= {"deliveries", "perceived_form", "position", "representatives", "signature"}
PASSING_OF_GOAL = {"confirmed", "endorsements", "measurements", "note", "sources", "statuses"}
# Lists whose order says something.
ORDERED = {"steps"}
PASSING = PASSING_ON_CANVAS | PASSING_OF_PARTY | PASSING_OF_GOAL

# Where each part of a canvas belongs; what is not named here belongs to its own name.
TOPICS = {
    "assumptions": CanvasTopic.GOALS,
    "end_result": CanvasTopic.END_RESULT,
    "expectation": CanvasTopic.TYPE,
    "form": CanvasTopic.TYPE,
    "form_on": CanvasTopic.TYPE,
    "goals": CanvasTopic.GOALS,
    "motivation": CanvasTopic.TYPE,
    "other_types": CanvasTopic.TYPE,
    "parties": CanvasTopic.PARTIES,
    "purpose": CanvasTopic.GOALS,
    "quality": CanvasTopic.QUALITY,
    "resources": CanvasTopic.RESOURCES,
    "setup": CanvasTopic.SET_UP,
    "stakeholders": CanvasTopic.PARTIES,
    "step_back_route": CanvasTopic.STEP_BACK,
    "type": CanvasTopic.TYPE,
}
HEADER = "header"
_HEADER_FIELDS = ("areas", "period")
# What people call each part where several stand in one sentence; a topic's own label is too long for that.
_LABELS = {
    HEADER: Bilingual("looptijd en gebied", "period and area"),
    CanvasTopic.GOALS: Bilingual("doelen", "goals"),
    CanvasTopic.PARTIES: Bilingual("partijen", "parties"),
    CanvasTopic.STEP_BACK: Bilingual("stap terug", "step back"),
    CanvasTopic.TYPE: Bilingual("type", "type"),
    CanvasTopic.SET_UP: Bilingual("inrichting", "set-up"),
    CanvasTopic.RESOURCES: Bilingual("middelen en mandaat", "resources and mandate"),
    CanvasTopic.QUALITY: Bilingual("kwaliteit", "quality"),
    CanvasTopic.STATUS: Bilingual("stand van zaken", "state of affairs"),
    CanvasTopic.END_RESULT: Bilingual("eindresultaat", "end result"),
}
_LENGTH = 8


def _material(value: Any) -> Any:
    """Return plain data without what passes, keys of other tools, and whatever is then empty.

    Lists are sorted: to tell the parties in another order is no change. Only steps have an order.
    """
    match value:
        case dict():
            kept = {key: _material(item) for key, item in value.items() if key not in PASSING}
            kept = {key: item if key in ORDERED else _sorted(item) for key, item in kept.items()}
            return {key: item for key, item in kept.items() if item not in ({}, []) and key[:2] != PREFIX}
        case list():
            return [_material(item) for item in value]
    return value


def _sorted(value: Any) -> Any:
    return sorted(value, key=_text) if isinstance(value, list) else value


def _text(content: Any) -> str:
    return json.dumps(content, ensure_ascii=True, sort_keys=True)


def _parts(portfolio: Portfolio, collaboration: Collaboration) -> dict[str, str]:
    goals = [goal for id_ in collaboration.canvas.goals if isinstance(goal := portfolio.get(id_), Goal)]
    data = to_dict(Portfolio(goals=goals, collaborations=[collaboration]), private="omit")
    written = data["collaborations"][0]
    held: dict[str, dict[str, Any]] = {}
    for name, value in _material(written.get("canvas", {})).items():
        held.setdefault(TOPICS[name], {})[name] = value
    if content := _material(data.get("goals", [])):
        held.setdefault(CanvasTopic.GOALS, {})["content"] = _sorted(content)
    if header := {name: written[name] for name in _HEADER_FIELDS if name in written}:
        held[HEADER] = header
    return {part: _fingerprint(held[part]) for part in (HEADER, *CanvasTopic) if part in held}


def _fingerprint(content: Any) -> str:
    from hashlib import sha256  # slow to load, and seldom needed

    return sha256(_text(content).encode("ascii")).hexdigest()[:_LENGTH]


def digest(portfolio: Portfolio, collaboration: Collaboration) -> str:
    """Return a fingerprint of the material content of a canvas and its goals.

    Args:
        portfolio: The portfolio, for the goals.
        collaboration: The collaboration.

    Returns:
        For each part of the canvas that holds something its name and eight hexadecimal digits; the same for
        the same content, whatever the order of keys.

    Example:
        >>> from samenwerking.model import Canvas
        >>> one = Collaboration(id="x", name="X", canvas=Canvas(purpose="leren"))
        >>> digest(Portfolio(), one).split(":")[0]
        'goals'
    """
    return " ".join(f"{part}:{mark}" for part, mark in _parts(portfolio, collaboration).items())


def _read(text: str) -> dict[str, str]:
    return {part: mark for part, _, mark in (each.partition(":") for each in text.split())}


def differing(before: str, after: str) -> tuple[str, ...]:
    """Return the parts in which two fingerprints differ.

    Args:
        before: One fingerprint.
        after: Another.

    Returns:
        Names of parts in the order of the canvas: ``header`` or a topic.

    Example:
        >>> differing("goals:1a type:2b", "goals:1a parties:3c type:4d")
        ('parties', 'type')
    """
    one, other = _read(before), _read(after)
    return tuple(part for part in (HEADER, *map(str, CanvasTopic)) if one.get(part) != other.get(part))


def part_label(part: str) -> Bilingual:
    """Return what people call a part of the canvas.

    Args:
        part: ``header`` or a topic.

    Returns:
        Its label.

    Example:
        >>> part_label("quality").nl
        'kwaliteit'
    """
    return _LABELS[part]


def last_agreement(collaboration: Collaboration) -> Agreement | None:
    """Return the last agreement that can be told to have been reached.

    Args:
        collaboration: The collaboration.

    Returns:
        The agreement; ``None`` if there is none.

    Example:
        >>> last_agreement(Collaboration(id="x", name="X")) is None
        True
    """
    return max(collaboration.canvas.agreements, key=lambda each: each.on.first, default=None)


def agreed_by_now(portfolio: Portfolio, collaboration: Collaboration) -> tuple[set[str], Date | None]:
    """Return who agreed to the canvas as it is, and since when it differs from what was agreed last.

    Args:
        portfolio: The portfolio.
        collaboration: The collaboration.

    Returns:
        Ids of the parties that agreed to this content, and the date of the last agreement if the content
        changed afterwards. An agreement without a digest counts for whatever stands there, unless a later
        one has a digest.

    Example:
        >>> agreed_by_now(Portfolio(), Collaboration(id="x", name="X"))
        (set(), None)
    """
    agreements = collaboration.canvas.agreements
    last = last_agreement(collaboration)
    if last is None:
        return set(), None
    told = [agreement.on.first for agreement in agreements if agreement.digest]
    now = digest(portfolio, collaboration) if told else ""
    valid = [
        agreement
        for agreement in agreements
        if agreement.digest == now
        or (not agreement.digest and not any(on > agreement.on.first for on in told))
    ]
    if valid:
        return {party for agreement in valid for party in agreement.parties}, None
    return set(), last.on


def changed_since(portfolio: Portfolio, collaboration: Collaboration) -> tuple[str, ...]:
    """Return which parts of the canvas changed after the last agreement.

    Args:
        portfolio: The portfolio.
        collaboration: The collaboration.

    Returns:
        Names of parts in the order of the canvas; none if what stands there was agreed to.

    Example:
        >>> changed_since(Portfolio(), Collaboration(id="x", name="X"))
        ()
    """
    last = last_agreement(collaboration)
    if last is None or agreed_by_now(portfolio, collaboration)[1] is None:
        return ()
    return differing(last.digest, digest(portfolio, collaboration))
