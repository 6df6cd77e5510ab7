"""Small edits on a document, as data."""

import copy

import pytest

from samenwerking.rules.edits import edited

DOCUMENT = {
    "title": "t",
    "goals": [{"id": "g", "kind": "shared"}, {"id": "h", "kind": "own"}],
    "collaborations": [
        {"id": "w"},
        {"id": "x", "canvas": {"goals": ["g"], "parties": [{"party": "a", "risks": [1]}, {"party": "b"}]}},
    ],
}


def made(*edits: list[object]) -> dict:
    before = copy.deepcopy(DOCUMENT)
    after = edited(DOCUMENT, 1, edits)
    assert before == DOCUMENT
    return after


def canvas(*edits: list[object]) -> dict:
    return made(*edits)["collaborations"][1]["canvas"]


def test_set_by_position_key_and_for_all() -> None:
    assert canvas(["set", "canvas.parties[1].role", "r"])["parties"][1] == {"party": "b", "role": "r"}
    assert canvas(["set", "canvas.parties[-1].role", "r"])["parties"][1]["role"] == "r"
    assert canvas(["set", "canvas.parties[party=a].role", "r"])["parties"][0]["role"] == "r"
    assert [p["role"] for p in canvas(["set", "canvas.parties[].role", "r"])["parties"]] == ["r", "r"]


def test_records_that_are_not_there_are_made_on_the_way() -> None:
    assert canvas(["set", "canvas.setup.director.role", "r"])["setup"] == {"director": {"role": "r"}}
    assert made(["set", "areas", [{"id": "n"}]])["areas"] == [{"id": "n"}]
    assert edited({"collaborations": [{"id": "x"}]}, 0, [["set", "canvas.purpose", "p"]])[
        "collaborations"
    ] == [{"id": "x", "canvas": {"purpose": "p"}}]


def test_append_and_drop() -> None:
    assert canvas(["append", "canvas.goals", "h"])["goals"] == ["g", "h"]
    assert canvas(["append", "canvas.decisions", {"on": "2026"}])["decisions"] == [{"on": "2026"}]
    assert "risks" not in canvas(["drop", "canvas.parties[0].risks"])["parties"][0]
    assert canvas(["drop", "canvas.parties[]"])["parties"] == []
    assert [p["party"] for p in canvas(["drop", "canvas.parties[0]"])["parties"]] == ["b"]
    assert made(["drop", "goals[kind=own]"])["goals"] == [{"id": "g", "kind": "shared"}]
    assert canvas(["drop", "canvas.setup"]) == DOCUMENT["collaborations"][1]["canvas"]


def test_a_value_can_point_at_the_document() -> None:
    edits = ["append", "goals[0].links", {"goal": "@goals[1].id", "note": ["@canvas.parties[0].party"]}]
    assert made(edits)["goals"][0]["links"] == [{"goal": "h", "note": ["a"]}]


def test_edits_follow_one_another() -> None:
    assert (
        canvas(["set", "canvas.purpose", "p"], ["set", "canvas.motivation", "@canvas.purpose"])["motivation"]
        == "p"
    )
    assert made(["set", "collaboration.gear", "klopt"])["collaborations"][1]["gear"] == "klopt"


@pytest.mark.parametrize(
    "edit",
    [
        ["move", "canvas.goals", 1],
        ["set", "canvas.parties[party=z].role", "r"],
        ["drop", "canvas.parties[party=z]"],
        ["drop", "canvas.setup.tasks"],
    ],
)
def test_an_edit_without_a_place_is_an_error(edit: list[object]) -> None:
    with pytest.raises(ValueError, match="no place"):
        made(edit)
