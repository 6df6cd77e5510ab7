"""What files of other tools can hold: a table of values, and no private word in any file."""

import json
import math
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest

from samenwerking.exports import Exported, graphml, node_link
from samenwerking.exports.carried import uncarried
from samenwerking.model import (
    Canvas,
    Collaboration,
    Contribution,
    Goal,
    Organization,
    Participation,
    Period,
    Portfolio,
)

SECRET = "GEHEIM"
NAMES = [
    "x",
    "a & <b>",
    '\'t "Hart"',
    "🦋",
    "جمعية",
    "twee\nregels",
    "wagen\rterug",
    "]]>",
    "é\u2028è",
    " x ",
]


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("tekst", "tekst"),
        ("", ""),
        (0, 0),
        (-3, -3),
        (True, True),
        (False, False),
        (1.5, 1.5),
        (Decimal("1250.5"), 1250.5),
        ("bel\x07", "bel\ufffd"),
        (math.nan, None),
        (math.inf, None),
        (Decimal("NaN"), None),
        (Decimal("sNaN"), None),
        (Decimal("-Infinity"), None),
        (None, None),
        ([], None),
        ({"a": 1}, None),
        (b"x", None),
        (("a",), None),
    ],
)
def test_values_that_can_be_carried(value: Any, kept: Any) -> None:
    graph = nx.Graph()
    graph.add_node("n", v=value)
    made = node_link(graph)
    assert made.data is not None
    (node,) = made.data["nodes"]
    assert node.get("v") == kept and type(node.get("v")) is type(kept)
    changed = {"bel\x07": ("nodes[].v (changed)",)} if isinstance(value, str) else {}
    assert made.left_out == (("nodes[].v",) if kept is None else changed.get(value, ()))
    assert graphml(graph).left_out == made.left_out


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("export", [node_link, graphml])
def test_any_name_comes_back(export: Any, name: str) -> None:
    graph = nx.Graph()
    graph.add_node(name, label=name)
    text = export(graph).text
    if export is node_link:
        (node,) = json.loads(text)["nodes"]
        assert node == {"id": name, "label": name}
    else:
        back = nx.parse_graphml(text)
        assert dict(back.nodes(data=True)) == {name: {"label": name}}
        ElementTree.fromstring(text)


@pytest.mark.parametrize("count", [0, 1, 2, 8, 9, 50])
@pytest.mark.parametrize("export", [node_link, graphml])
def test_as_many_nodes_as_there_are(export: Any, count: int) -> None:
    parties = [Participation(party=f"p-{n:02}") for n in range(count)]
    held = Collaboration(id="c", name="C", canvas=Canvas(parties=parties))
    text = export(Portfolio(collaborations=[held])).text
    back = (
        nx.node_link_graph(json.loads(text), edges="edges") if export is node_link else nx.parse_graphml(text)
    )
    assert sorted(back) == ["c", *(f"p-{n:02}" for n in range(count))]
    assert back.number_of_edges() == count


@pytest.mark.parametrize("export", [node_link, graphml])
@pytest.mark.parametrize("ids", [(1, "1"), ("\x00", "\x01"), (None, "None")])
def test_ids_that_would_become_one_are_refused(export: Any, ids: tuple[Any, Any]) -> None:
    graph = nx.Graph()
    graph.add_edge("x", "y")
    if None in ids:
        ids = (2.0, "2.0")  # networkx has no node None
    graph.add_nodes_from(ids)
    with pytest.raises(ValueError, match="same id"):
        export(graph)


@pytest.mark.parametrize(
    ("portfolio", "paths"),
    [
        (Portfolio(), set()),
        (Portfolio(title="T"), set()),
        (Portfolio(coalition="d"), {"coalition"}),
        (
            Portfolio(organizations=[Organization(id="x", name="X", aliases=["Y"])]),
            {"organizations[].aliases"},
        ),
        (Portfolio(goals=[Goal(id="g", name="G", kind="shared")]), {"goals"}),
        (
            Portfolio(
                collaborations=[Collaboration(id="c", name="C", period=Period(end="2028"), gear="klopt")]
            ),
            {"collaborations[].period"},
        ),
        (
            Portfolio(
                collaborations=[
                    Collaboration(
                        id="c",
                        name="C",
                        canvas=Canvas(
                            purpose="p",
                            parties=[
                                Participation(
                                    party="x",
                                    period=Period(end="2028"),
                                    contributions=[Contribution(kind="kennis")],
                                )
                            ],
                        ),
                    )
                ]
            ),
            {"collaborations[].canvas.purpose", "collaborations[].canvas.parties[].contributions"},
        ),
    ],
)
def test_what_stays_behind_is_told(portfolio: Portfolio, paths: set[str]) -> None:
    assert set(uncarried(portfolio)) == paths
    assert paths <= set(node_link(portfolio).left_out) and paths <= set(graphml(portfolio).left_out)


@pytest.mark.parametrize("export", [node_link, graphml])
def test_no_private_word_in_a_file(export: Any) -> None:
    person = Organization(id="p", name=SECRET, kind="person")
    party = Participation(party="p", interests=[SECRET], negotiating_room=SECRET)
    held = Collaboration(id="c", name="C", canvas=Canvas(parties=[party]))
    made = export(Portfolio(organizations=[person], collaborations=[held]))
    assert SECRET not in made.text + repr(made.data) + repr(made.left_out)
    assert "organizations[].name" in made.left_out
    assert '"p"' in made.text


@pytest.mark.parametrize("export", [node_link, graphml])
def test_saving_writes_the_same_text(export: Any, tmp_path: Any) -> None:
    target = tmp_path / "naam met spaties.txt"
    made = export(nx.Graph([("a", "b")]), target)
    assert target.read_bytes() == made.text.encode("utf-8")
    made.save(str(target))
    assert [each.name for each in tmp_path.iterdir()] == [target.name]
    with pytest.raises(OSError, match="weg"):
        export(nx.Graph(), tmp_path / "weg" / "x")
    assert isinstance(made, Exported) and "text" not in repr(made)
