"""Fingerprints of what was agreed: what counts as a change, and who agrees with what stands there now."""

import copy
import json
import random

import attrs
import pytest
from hypothesis import given, settings

from samenwerking.io import example, from_dict, to_dict
from samenwerking.model import Agreement, Canvas, Collaboration, Date, Goal, Participation, Portfolio
from samenwerking.model.plan import plan
from samenwerking.rules.digest import (
    PASSING as NOT_MATERIAL,
    TOPICS,
    agreed_by_now,
    differing,
    digest,
    part_label,
)
from samenwerking.testing import portfolios

ID = "gebiedsproces-bedachte-polder"
SHARED = example("shared-goal")
PLAIN = to_dict(SHARED)


def of(data):
    portfolio = from_dict(data)
    return digest(portfolio, portfolio[ID])


BEFORE = of(PLAIN)


def changed(path, value):
    """Return the digest after one change; ``None`` takes the key away."""
    data = copy.deepcopy(PLAIN)
    *way, last = path
    place = data
    for step in way:
        place = place[step]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return of(data)


CANVAS = ("collaborations", 0, "canvas")
PARTY = (*CANVAS, "parties", 0)
GOAL = ("goals", 0)


def test_it_is_short_and_readable():
    parts = [part.split(":") for part in BEFORE.split()]
    assert {len(mark) for _, mark in parts if int(mark, 16) >= 0} == {8}
    assert {"header", "goals", "parties", "type", "set-up", "resources"} <= {part for part, _ in parts}


def shuffled(value, order):
    if isinstance(value, dict):
        keys = list(value)
        order.shuffle(keys)
        return {key: shuffled(value[key], order) for key in keys}
    return [shuffled(item, order) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_keys_does_not_count(seed):
    data = shuffled(PLAIN, random.Random(seed))
    assert list(data) != list(PLAIN) or json.dumps(data) != json.dumps(PLAIN)
    assert of(data) == BEFORE


@pytest.mark.parametrize(
    ("path", "value", "part"),
    [
        ((*CANVAS, "motivation"), "Omdat het moet.", "type"),
        ((*CANVAS, "stakeholders"), None, "parties"),
        ((*CANVAS, "setup", "decision_rule"), "majority", "set-up"),
        ((*CANVAS, "resources", "phases", 1, "budget"), 1, "resources"),
        ((*CANVAS, "end_result", "maintenance", 0, "manager"), "provincie-nergensland", "end-result"),
        ((*CANVAS, "quality", "method"), None, "quality"),
        ((*CANVAS, "step_back_route"), "via een ander", "step-back"),
        ((*PARTY, "benefits"), None, "parties"),
        ((*GOAL, "name"), "Driehonderd kilometer", "goals"),
        (("collaborations", 0, "period", "end"), "2040", "header"),
        (("collaborations", 0, "areas"), ["nergens"], "header"),
    ],
)
def test_it_tells_which_part_changed(path, value, part):
    after = changed(path, value)
    assert differing(BEFORE, after) == differing(after, BEFORE) == (part,)
    assert part_label(part).nl and part_label(part).en


def test_every_part_of_the_canvas_belongs_to_a_topic():
    """Also one that will be added: it must be said where it belongs, or that it passes."""
    assert {field.name for field in plan(Canvas)} - NOT_MATERIAL == set(TOPICS)


MATERIAL = [
    ((*CANVAS, "motivation"), "Omdat het moet."),
    ((*CANVAS, "form"), None),
    ((*CANVAS, "goals"), ["kruidenrijke-randen"]),
    ((*CANVAS, "stakeholders"), None),
    ((*CANVAS, "setup", "decision_rule"), "majority"),
    ((*CANVAS, "setup", "obligations", 0, "text"), "betaalt later"),
    ((*CANVAS, "setup", "data"), None),
    ((*CANVAS, "resources", "phases", 1, "budget"), 1),
    ((*CANVAS, "resources", "communication", "rhythm"), "jaarlijks"),
    ((*CANVAS, "end_result", "maintenance", 0, "manager"), "provincie-nergensland"),
    ((*CANVAS, "quality", "method"), None),
    ((*PARTY, "contributions", 0, "amount"), 0),
    ((*PARTY, "contributions", 0, "amount"), None),
    ((*PARTY, "contributions", 0, "at_risk"), False),
    ((*PARTY, "benefits"), None),
    ((*PARTY, "risks", 0, "share"), 1),
    ((*PARTY, "period"), {"end": "2027"}),
    ((*GOAL, "name"), "Driehonderd kilometer"),
    ((*GOAL, "indicators", 0, "target"), 300),
    ((*GOAL, "indicators", 0, "baseline"), 0),
    ((*GOAL, "deadline"), "2035"),
    ((*GOAL, "lead"), "provincie-nergensland"),
    ((*GOAL, "links"), None),
]


@pytest.mark.parametrize(("path", "value"), MATERIAL, ids=lambda part: str(part)[:60])
def test_material_content_counts(path, value):
    assert changed(path, value) != BEFORE


def test_nothing_and_zero_differ():
    amount = (*PARTY, "contributions", 0, "amount")
    assert len({BEFORE, changed(amount, 0), changed(amount, None)}) == 3


PASSING = [
    ((*CANVAS, "agreements"), None),
    ((*CANVAS, "decisions"), None),
    ((*CANVAS, "realization"), None),
    ((*CANVAS, "left_empty"), [{"path": "setup.tasks", "reason": "ieder weet het"}]),
    ((*CANVAS, "resources", "communication", "last_meeting"), "2026-11-23"),
    (("collaborations", 0, "x-kleur"), "groen"),
    ((*PARTY, "last_active"), "2020"),
    ((*PARTY, "signature"), None),
    ((*PARTY, "accepted_on"), "2026-11-24"),
    ((*PARTY, "alternative"), None),
    ((*PARTY, "representatives"), None),
    ((*PARTY, "feedback"), "anders"),
    ((*PARTY, "position"), {"binding": 10, "control": 10}),
    ((*PARTY, "perceived_form"), "network-platform"),
    ((*PARTY, "interests_discussed"), False),
    ((*PARTY, "contributions", 0, "deliveries"), None),
    ((*PARTY, "contributions", 0, "deliveries"), [{"on": "2026-11-24", "amount": 1}]),
    ((*GOAL, "statuses"), None),
    ((*GOAL, "statuses"), [{"on": "2026-11-24", "state": "behind"}]),
    ((*GOAL, "endorsements"), None),
    ((*GOAL, "indicators", 0, "measurements"), None),
    ((*GOAL, "indicators", 0, "measurements"), [{"on": "2026-11-24", "value": 199}]),
    ((*GOAL, "note"), "Gezien."),
    ((*GOAL, "sources"), [{"title": "krant"}]),
    ((*GOAL, "confirmed"), {"by": "provincie-nergensland"}),
    ((*GOAL, "x-kleur"), "groen"),
    (("organizations", 0, "name"), "Provincie Anders"),
    (("title",), "Anders"),
]


@pytest.mark.parametrize(("path", "value"), PASSING, ids=lambda part: str(part)[:60])
def test_what_passes_does_not_count(path, value):
    assert changed(path, value) == BEFORE


def test_the_first_measurement_and_the_first_meeting_do_not_count_either():
    def made(goal, canvas):
        data = {"schema": 1, "goals": [goal], "collaborations": [{"id": ID, "name": "X", "canvas": canvas}]}
        return of(data)

    goal = {"id": "g", "name": "G", "kind": "shared", "indicators": [{"name": "km"}]}
    measured = goal | {"indicators": [{"name": "km", "measurements": [{"on": "2026", "value": 1}]}]}
    met = {"goals": ["g"], "resources": {"communication": {"last_meeting": "2026"}}}
    assert made(goal, {"goals": ["g"]}) == made(measured, met)


def test_private_content_does_not_show_in_it():
    data = copy.deepcopy(PLAIN)
    canvas = data["collaborations"][0]["canvas"]
    canvas["parties"][0] |= {"interests": ["rust"], "negotiating_room": "tot 10%"}
    canvas["stakeholders"][0]["can_block"] = True
    assert of(data) == BEFORE


def test_goals_that_are_no_goals_are_left_out():
    canvas = Canvas(goals=["weg", "x", "g"])
    collaboration = Collaboration(id="x", name="X", canvas=canvas)
    goal = Goal(id="g", name="G", kind="own")
    assert digest(Portfolio(collaborations=[collaboration]), collaboration) != digest(
        Portfolio(goals=[goal], collaborations=[collaboration]), collaboration
    )


@settings(max_examples=40, deadline=None)
@given(portfolios())
def test_the_same_content_has_the_same_fingerprint_after_writing_and_reading(portfolio):
    after = from_dict(to_dict(portfolio, private="omit"))
    for before, now in zip(portfolio.collaborations, after.collaborations, strict=True):
        assert digest(portfolio, before) == digest(after, now)


# Who agrees with what stands there now


def agreed(*agreements, parties="ab"):
    canvas = Canvas(parties=[Participation(party=id_) for id_ in parties], agreements=agreements)
    collaboration = Collaboration(id="x", name="X", canvas=canvas)
    return agreed_by_now(Portfolio(collaborations=[collaboration]), collaboration)


def now(parties="ab"):
    collaboration = Collaboration(
        id="x", name="X", canvas=Canvas(parties=[Participation(party=id_) for id_ in parties])
    )
    return digest(Portfolio(), collaboration)


def test_without_a_meeting_nobody_agreed():
    assert agreed() == (set(), None)


def test_an_agreement_without_a_digest_counts_until_a_later_one_has_one():
    early, late = Agreement(on="2024", parties=["a"]), Agreement(on="2026", parties=["b"], digest=now())
    assert agreed(early, late) == ({"b"}, None)
    assert agreed(early, attrs.evolve(late, digest="goals:00000000")) == (set(), Date("2026"))
    assert agreed(attrs.evolve(early, on="2027"), late) == ({"a", "b"}, None)


def test_a_meeting_agrees_for_those_present():
    assert agreed(Agreement(on="2025", parties=["a"])) == ({"a"}, None)
    assert agreed(Agreement(on="2025", parties=["a"]), Agreement(on="2026", parties=["b"])) == (
        {"a", "b"},
        None,
    )


def test_with_a_digest_it_holds_for_that_content():
    assert agreed(Agreement(on="2025", parties=["a"], digest=now())) == ({"a"}, None)
    assert agreed(Agreement(on="2025", parties=["a"], digest=now("abc"))) == (set(), Date("2025"))


def test_what_no_longer_holds_falls_away_and_the_rest_stays():
    stale = Agreement(on="2026", parties=["a"], digest="oud")
    assert agreed(stale, Agreement(on="2025", parties=["b"], digest=now())) == ({"b"}, None)
    assert agreed(stale, Agreement(on="2027", parties=["b"])) == ({"b"}, None)


def test_changed_since_the_last_time_that_anyone_agreed():
    dates = ["2024-03", "2025", "2024-12-31"]
    assert agreed(*(Agreement(on=on, parties=["a"], digest="oud") for on in dates)) == (set(), Date("2025"))
