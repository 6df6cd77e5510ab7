"""One collaboration from first idea to upkeep, step by step, with what can be seen of it each time."""

import pytest

from samenwerking.model import (
    Collaboration,
    Contribution,
    EndResult,
    Evaluation,
    Funding,
    Goal,
    Maintenance,
    Organization,
    Participation,
    Phase,
    Portfolio,
    Reference,
    Task,
    inspect,
    places,
    topic,
)
from samenwerking.vocabulary import CanvasTopic

TOPICS = [str(each) for each in CanvasTopic]


def filled(portfolio):
    """Return per topic which places are filled, each once; topics without any are left out."""
    found = {
        each: list(
            dict.fromkeys(place.path for entry in topic(portfolio, "k", each) for place in entry.filled)
        )
        for each in TOPICS
    }
    return {each: paths for each, paths in found.items() if paths}


@pytest.fixture(scope="module")
def story():
    idea = Portfolio(title="Verhaal").add(
        Organization(id="ws", name="Waterschap X"),
        Organization(id="boer", name="Collectief Y"),
        Goal(id="randen", name="Randen", kind="shared", lead="ws"),
        Collaboration(id="k", name="Polder"),
    )
    table = idea.evolve(
        "k",
        canvas__goals=["randen"],
        canvas__parties=[Participation(party="ws"), Participation(party="boer")],
    )
    chosen = table.evolve(
        "k",
        gear="klopt",
        canvas__form="shared-goal",
        canvas__parties=[
            Participation(party="ws", contributions=[Contribution(kind="geld", amount=5, unit="EUR")]),
            Participation(party="boer"),
        ],
    )
    running = chosen.evolve(
        "k",
        gear="werkt",
        canvas__setup__tasks=[Task(name="meten", accountable=["ws"])],
        canvas__resources__phases=[Phase(name="pilot", budget=10, funding=[Funding(funder="ws", share=0.5)])],
        canvas__quality__checker="boer",
    )
    done = running.evolve(
        "k",
        gear="levert",
        canvas__realization__evaluations=[Evaluation(held="2027", kind="both")],
        canvas__end_result=EndResult(
            description="40 km", maintenance=[Maintenance(result="rand", manager="boer", until="2046")]
        ),
    )
    return {"idea": idea, "table": table, "chosen": chosen, "running": running, "done": done}


def test_an_idea_says_nothing_yet(story):
    idea = story["idea"]
    assert filled(idea) == {}
    assert idea.rows("participations") == []
    assert idea.referrers("ws") == (Reference("randen", ("lead",), "ws"),)
    assert repr(idea) == "<Portfolio 'Verhaal': 2 organizations, 1 goals, 1 collaborations>"


def test_at_the_table_there_are_parties_and_a_goal(story):
    table = story["table"]
    assert filled(table) == {"goals": ["goals", "goals[randen].lead"], "parties": ["parties"]}
    assert [(row["collaboration"], row["party"]) for row in table.rows("participations")] == [
        ("k", "ws"),
        ("k", "boer"),
    ]
    assert table.referrers("ws") == (
        Reference("randen", ("lead",), "ws"),
        Reference("k", ("canvas", "parties", 0, "party"), "ws"),
    )
    assert table.collaborations_of("boer") == ("k",)
    assert [place.path for place in places(table, table["k"], "parties[].risks")] == [
        "parties[ws].risks",
        "parties[boer].risks",
    ]


def test_with_a_form_there_is_a_type_and_a_contribution(story):
    chosen = story["chosen"]
    seen = filled(chosen)
    assert list(seen) == ["goals", "parties", "type"]
    assert seen["type"] == ["form"]
    assert "parties[ws].contributions" in seen["parties"]
    (row,) = chosen.rows("contributions")
    assert {name: row[name] for name in ("collaboration", "party", "kind", "amount", "unit")} == {
        "collaboration": "k",
        "party": "ws",
        "kind": "geld",
        "amount": 5,
        "unit": "EUR",
    }
    assert chosen.rows("collaborations")[0]["form"] == "shared-goal"
    assert chosen["k"].current_gear == "klopt"


def test_running_it_has_tasks_and_means(story):
    running = story["running"]
    assert {"set-up", "resources", "quality"} <= set(filled(running))
    assert running.rows("tasks")[0]["accountable"] == "ws"
    (row,) = running.rows("funding")
    assert (row["phase"], row["funder"], row["share"]) == ("pilot", "ws", 0.5)
    assert [reference.path for reference in running.referrers("ws")][2:] == [
        ("canvas", "setup", "tasks", 0, "accountable", 0),
        ("canvas", "resources", "phases", 0, "funding", 0, "funder"),
    ]


def test_delivering_it_looks_back_and_keeps_up(story):
    done = story["done"]
    assert [each for each in TOPICS if each not in filled(done)] == ["step-back"]
    assert done.rows("evaluations")[0]["kind"] == "both"
    assert done.rows("maintenance")[0]["until"] == "2046"
    assert ("canvas", "end_result", "maintenance", 0, "manager") in [r.path for r in done.referrers("boer")]


def test_every_step_hangs_together_and_leaves_the_one_before_alone(story):
    assert all(len(inspect(portfolio).findings) == 0 for portfolio in story.values())
    assert [portfolio["k"].current_gear for portfolio in story.values()] == [
        "kan",
        "kan",
        "klopt",
        "werkt",
        "levert",
    ]
    assert len(set(map(repr, (portfolio["k"] for portfolio in story.values())))) == 5
