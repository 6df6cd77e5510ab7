"""Looking back: held, with everyone, on everything, with a follow-up, and shared."""

import pytest

import samenwerking as sw
from samenwerking.vocabulary import Form

FORMS = tuple(map(str, Form))
AT = "realization.evaluations"


def looks_back(*evaluations):
    return ("set", f"canvas.{AT}", list(evaluations))


def ids(*numbers):
    return [f"@canvas.parties[{number}].party" for number in numbers]


def names(form, *numbers):
    portfolio = sw.example(form)
    (collaboration,) = portfolio.collaborations
    chosen = sorted(collaboration.canvas.parties[number].party for number in numbers)
    return tuple(portfolio[party].name for party in chosen)


# LEV411


@pytest.mark.parametrize(
    ("planned", "held", "speaks"),
    [
        ("2026-10", None, True),
        ("2026-11", None, False),
        ("2026-10", "2026-11-02", False),
        (None, "2026-11-02", False),
    ],
)
def test_an_evaluation_that_was_planned_is_held(told, planned, held, speaks):
    entry = {key: value for key, value in {"planned": planned, "held": held}.items() if value}
    assert bool(told("LEV411", "shared-goal", looks_back(entry))) is speaks


# LEV412: with everyone


@pytest.mark.parametrize("form", ["transaction-distant", "transaction-deep", "shared-goal"])
def test_every_party_is_heard(told, form):
    (found,) = told("LEV412", form, looks_back({"held": "2026-06-10", "input_from": ids(0)}))
    count = len(sw.example(form).collaborations[0].canvas.parties)
    assert found.params["parties"] == names(form, *range(1, count))
    assert found.field == AT
    everyone = {"held": "2026-06-10", "input_from": ids(*range(count))}
    assert told("LEV412", form, looks_back(everyone)) == []


@pytest.mark.parametrize(
    "evaluations",
    [
        [{"planned": "2026-06", "input_from": ids(0)}],  # not held
        [{"held": "2026-12-01", "input_from": ids(0)}],  # not held yet
        [{"held": "2026-06"}],  # who was heard is not known
        # what is over cannot be mended
        [{"held": "2025-06", "input_from": ids(0)}, {"held": "2026-06", "input_from": ids(0, 1, 2, 3, 4)}],
    ],
)
def test_nothing_one_sided_can_be_told(told, evaluations):
    assert told("LEV412", "shared-goal", looks_back(*evaluations)) == []


def test_who_came_later_or_left_could_not_be_heard(told):
    heard = looks_back({"held": "2026-06-10", "input_from": ids(0, 1, 2)})
    later = ("set", "canvas.parties[3].period", {"start": "2026-07"})
    left = ("set", "canvas.parties[4].period", {"end": "2026-10"})
    assert told("LEV412", "shared-goal", heard, later, left) == []
    same_year = ("set", "canvas.parties[3].period", {"start": "2026"})
    (found,) = told("LEV412", "shared-goal", heard, same_year, left)
    assert found.params["parties"] == names("shared-goal", 3)


@pytest.mark.parametrize(
    ("heard", "share", "speaks"), [((0, 1), 0.3, False), ((0,), 0.3, True), ((0,), 0.25, False)]
)
def test_in_a_network_a_share_will_do(told, heard, share, speaks):
    edit = looks_back({"held": "2026-06-10", "input_from": ids(*heard)})
    found = told("LEV412", "network-preferred", edit, share=share)
    assert [f.message("nl") for f in found] == speaks * [
        "Gehoord bij de evaluatie van 10 juni 2026: 1 van de 4 leden. Hoe horen jullie er meer?"
    ]


# LEV413: with a follow-up

ACTION = {"text": "Rol herzien.", "owner": "@canvas.parties[0].party", "due": "2027"}


def without(name):
    return {key: value for key, value in ACTION.items() if key != name}


@pytest.mark.parametrize(
    ("evaluations", "messages"),
    [
        ([{"held": "2026-06-10", "actions": [ACTION]}], []),
        ([{"held": "2026-06-10"}], ["Bij de evaluatie van 10 juni 2026 staan geen acties. Is dat bewust?"]),
        ([{"held": "2026-09-01"}], []),  # within three months
        ([{"held": "2026"}], []),
        ([{"held": "2025"}], ["Bij de evaluatie van 2025 staan geen acties. Is dat bewust?"]),
        ([{"planned": "2026-01"}], []),
        # of the last one that is settled
        ([{"held": "2025"}, {"held": "2026-06", "actions": [ACTION]}], []),
        (
            [{"held": "2026-06", "actions": [without("owner")]}],
            ["Wie pakt dit op: Rol herzien? Dat staat er nog niet."],
        ),
        (
            [{"held": "2026-06", "actions": [without("due")]}],
            ["Wanneer is dit klaar: Rol herzien? Dat staat er nog niet."],
        ),
        ([{"held": "2026-06", "actions": [{"text": "Gedaan", "done_on": "2026-07"}]}], []),
        ([{"held": "2026-10", "actions": [{"text": "Vers"}]}], []),
        (
            [
                {"held": "2025", "actions": [{"text": "Een"}]},
                {"held": "2026-06", "actions": [{"text": "Twee"}]},
            ],
            [
                "Wie pakt dit op: Een en Twee? Dat staat er nog niet.",
                "Wanneer is dit klaar: Een en Twee? Dat staat er nog niet.",
            ],
        ),
    ],
)
@pytest.mark.parametrize("form", ["transaction-distant", "shared-goal", "network-platform"])
def test_what_came_out_is_followed_up(told, form, evaluations, messages):
    found = told("LEV413", form, looks_back(*evaluations))
    assert [f.message("nl") for f in found] == messages
    assert {f.severity.value for f in found} <= {"advice"}


def test_no_actions_on_purpose(told):
    bare = looks_back({"held": "2025"})
    left = ("append", "canvas.left_empty", {"path": f"{AT}[].actions", "reason": "alles loopt"})
    assert len(told("LEV413", "shared-goal", bare)) == 1
    assert told("LEV413", "shared-goal", bare, left) == []


def test_how_long_an_action_may_take_is_a_number_of_ours(told):
    assert told("LEV413", "shared-goal", looks_back({"held": "2026-06-10"}), months=6) == []
    assert len(told("LEV413", "shared-goal", looks_back({"held": "2026-10-10"}), months=1)) == 1


# LEV414 and LEV415


@pytest.mark.parametrize(
    ("kinds", "speaks"),
    [
        (["content"], True),
        (["content", "content"], True),
        (["content", "both"], False),
        (["collaboration"], False),
        (["content", None], False),  # what the other looked at is not known
    ],
)
def test_the_collaboration_itself_is_looked_at(told, kinds, speaks):
    held = [{"held": "2026-06", **({"kind": kind} if kind else {})} for kind in kinds]
    assert bool(told("LEV414", "shared-goal", looks_back(*held))) is speaks
    planned = [*held, {"planned": "2027", "kind": "both"}]
    assert told("LEV414", "shared-goal", looks_back(*planned)) == []


def test_what_is_only_planned_says_nothing_of_what_was_looked_at(told, outcome):
    assert told("LEV414", "shared-goal", looks_back({"planned": "2027", "kind": "content"})) == []
    assert outcome("LEV414", "shared-goal", looks_back({"planned": "2027", "kind": "content"})) == "unknown"
    assert outcome("LEV414", "transaction-distant") == "not-applicable"


def test_a_lesson_is_shared(told, outcome):
    lessons = [
        {"text": "Begin bij het gebied.", "shared_with": ["toolbox"]},
        {"text": "Vraag het eerst."},
        {"text": "Neem tijd"},
    ]
    (found,) = told("LEV415", "network-platform", ("set", "canvas.realization.lessons", lessons))
    assert (
        found.message("nl")
        == "Nog nergens gedeeld: Neem tijd en Vraag het eerst. Wie kan daar ook iets aan hebben?"
    )
    assert (found.field, found.severity.value) == ("realization.lessons", "advice")
    assert told("LEV415", "network-platform", ("set", "canvas.realization.lessons", lessons[:1])) == []
    assert outcome("LEV415", "network-platform", ("drop", "canvas.realization.lessons")) == "unknown"
