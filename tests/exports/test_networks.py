"""Node-link and GraphML: networkx reads back what was written, and nothing private leaves."""

import io
import json
import random
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import attrs
import networkx as nx
import pytest
from hypothesis import given, strategies as st

from samenwerking.exports import Exported, graphml, node_link
from samenwerking.graph import two_mode, works_with
from samenwerking.model import (
    Alternative,
    Canvas,
    Collaboration,
    Goal,
    Mandate,
    Organization,
    Participation,
    Period,
    Portfolio,
    Representative,
    Stakeholder,
    private_paths,
    without_private,
)
from samenwerking.testing import portfolios
from samenwerking.vocabulary import Gear

FORMATS = [node_link, graphml]
CANARY = "kanarie"

names = st.text(st.characters(exclude_categories=()), max_size=5)
fit = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=5)
values = st.integers(-(10**9), 10**9) | st.booleans() | st.floats(allow_nan=False, allow_infinity=False)
anything = st.none() | names | values | st.floats() | st.lists(values, max_size=2) | st.decimals()


@st.composite
def graphs(draw: st.DrawFn, ids: Any, keys: Any, contents: Any) -> Any:
    kinds: list[Any] = [nx.Graph, nx.DiGraph]
    graph = draw(st.sampled_from(kinds))()
    attributes = st.dictionaries(keys, contents, max_size=3)
    nodes = draw(st.lists(ids, max_size=5, unique=True))
    graph.add_nodes_from((node, draw(attributes)) for node in nodes)
    for _ in range(draw(st.integers(0, 5)) if nodes else 0):
        graph.add_edges_from([(draw(st.sampled_from(nodes)), draw(st.sampled_from(nodes)), draw(attributes))])
    graph.graph.update(draw(attributes))
    return graph


def from_graphml(exported: Exported) -> Any:
    return nx.read_graphml(io.BytesIO(exported.text.encode()))


def from_node_link(exported: Exported) -> Any:
    return nx.node_link_graph(json.loads(exported.text), edges="edges")


def same(one: Any, other: Any) -> bool:
    alike = one.is_directed() == other.is_directed() and one.is_multigraph() == other.is_multigraph()
    return alike and nx.utils.graphs_equal(one, other)


@given(portfolios(broken_references=True))
def test_networkx_reads_back_a_portfolio(portfolio: Portfolio) -> None:
    for graph in (two_mode(portfolio), works_with(portfolio)):
        as_json, as_xml = from_node_link(node_link(graph)), from_graphml(graphml(graph))
        assert same(as_json, graph)
        # the reader of networkx keeps attributes of the whole graph elsewhere than where it found them
        as_xml.graph.clear()
        graph.graph.clear()
        assert same(as_xml, graph)
    assert same(from_node_link(node_link(portfolio)), two_mode(portfolio))


@given(graphs(fit, fit.filter(lambda name: name not in ("id", "source", "target", "key")), fit | values))
def test_what_both_formats_can_hold_comes_back_and_nothing_is_left_out(graph: Any) -> None:
    assert same(from_node_link(node_link(graph)), graph)
    assert node_link(graph).left_out == graphml(graph).left_out == ()
    back = from_graphml(graphml(graph))
    back.graph.clear()
    graph.graph.clear()
    assert same(back, graph)


@given(graphs(names | st.integers(0, 9), names | st.integers(0, 3), anything))
def test_anything_can_be_exported_or_ids_clash(graph: Any) -> None:
    try:
        exported = [export(graph) for export in FORMATS]
    except ValueError as error:
        assert "same id" in str(error)
        return
    for text in (each.text for each in exported):
        text.encode()
    assert len(from_node_link(exported[0])) == len(from_graphml(exported[1])) == len(graph)


@pytest.mark.parametrize("export", FORMATS)
@given(portfolios(broken_references=True))
def test_private_content_makes_no_difference(export: Any, portfolio: Portfolio) -> None:
    assert export(portfolio).text == export(without_private(portfolio)).text


@pytest.mark.parametrize("export", FORMATS)
@given(portfolios(), st.integers(0, 9))
def test_the_order_of_the_document_makes_no_difference(export: Any, portfolio: Portfolio, seed: int) -> None:
    chance = random.Random(seed)
    mixed: dict[str, Any] = {
        name: chance.sample(getattr(portfolio, name), len(getattr(portfolio, name)))
        for name in ("organizations", "collaborations")
    }
    assert export(attrs.evolve(portfolio, **mixed)) == export(portfolio)


def secretive() -> Portfolio:
    """Make a portfolio with something private in every place that can hold a text."""
    person = Organization(id="p1", name=f"Jan {CANARY}", aliases=[CANARY], kind="person")
    mandate = Mandate(limit=4321987, scope="grond")
    party = Participation(
        party="p1",
        interests=[CANARY],
        negotiating_room=CANARY,
        prefers=[CANARY],
        alternative=Alternative(description=CANARY, unit=CANARY, value=4321987, cost=4321987),
        representatives=[Representative(person="p1", mandate=mandate)],
    )
    canvas = Canvas(parties=[party], stakeholders=[Stakeholder(name="pachters", can_block=True)])
    return Portfolio(organizations=[person], collaborations=[Collaboration(id="x", name="X", canvas=canvas)])


@pytest.mark.parametrize("export", FORMATS)
def test_private_content_stays(export: Any, tmp_path: Path) -> None:
    portfolio = secretive()
    assert len(list(private_paths(portfolio))) == 11
    for source in (portfolio, two_mode(portfolio), works_with(portfolio)):
        exported = export(source, tmp_path / "uit")
        told = (
            f"{exported.text}{exported.data}{exported.left_out}{exported!r}{(tmp_path / 'uit').read_text()}"
        )
        assert "p1" in told
        assert CANARY not in told
        assert "4321987" not in told


def test_what_stays_behind_is_told() -> None:
    portfolio = Portfolio(
        title="Voorbeeld",
        coalition="x",
        goals=[Goal(id="g", name="G", kind="shared")],
        organizations=[
            Organization(id="a", name="A", sector="imkerij", aliases=["A."]),
            Organization(id="p", name="P", kind="person"),
        ],
        collaborations=[
            Collaboration(
                id="x",
                name="X",
                period=Period(start="2020"),
                canvas=Canvas(
                    form="shared-goal",
                    goals=["g"],
                    parties=[
                        Participation(party="a", role="financier", period=Period(start="2021", open_end=True))
                    ],
                ),
            )
        ],
    )
    assert (
        node_link(portfolio).left_out
        == graphml(portfolio).left_out
        == (
            "coalition",
            "collaborations[].canvas.goals",
            "collaborations[].canvas.parties[].period.open_end",
            "collaborations[].period",
            "goals",
            "organizations[] (persons that are no party)",
            "organizations[].aliases",
            "organizations[].name",
        )
    )
    assert node_link(Portfolio(title="Leeg")).left_out == ()


def test_node_link_as_data_and_text() -> None:
    exported = node_link(nx.Graph([("b", "a", {"weight": 0.5})], name="é"))
    assert exported.data == {
        "directed": False,
        "multigraph": False,
        "graph": {"name": "é"},
        "nodes": [{"id": "a"}, {"id": "b"}],
        "edges": [{"weight": 0.5, "source": "a", "target": "b"}],
    }
    assert json.loads(exported.text) == exported.data
    assert "é" in exported.text
    assert exported.text.endswith("}\n")


def test_what_no_format_can_hold_is_left_out() -> None:
    graph: nx.Graph[Any] = nx.Graph(moment=None, node_default={"a": 1})
    graph.add_node(
        "a", id="b", tags=["x"], share=float("nan"), gear=Gear.KAN, amount=Decimal("1.5"), ready=True
    )
    graph.add_edge("a", 1, source="bron", weight=float("inf"))
    exported = node_link(graph)
    assert exported.left_out == (
        "edges[].source",
        "edges[].weight",
        "graph.moment",
        "graph.node_default",
        "nodes[].id",
        "nodes[].id (changed)",
        "nodes[].share",
        "nodes[].tags",
    )
    nodes = {node["id"]: node for node in (exported.data or {})["nodes"]}
    assert nodes["a"] == {"id": "a", "gear": "kan", "amount": 1.5, "ready": True}
    assert "edges[].source" not in graphml(graph).left_out


def test_characters_that_xml_cannot_hold() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_node("a", label="bel\x07\ud800\ufffe", note="regel\r\nregel\u2028nog\x85een\tkolom <&> é")
    exported = graphml(graph)
    ElementTree.fromstring(exported.text)
    assert from_graphml(exported).nodes["a"] == {
        "label": "bel\ufffd\ufffd\ufffd",
        "note": "regel\r\nregel\u2028nog\x85een\tkolom <&> é",
    }
    assert exported.left_out == ("nodes[].label (changed)",)
    assert "é" in exported.text


@pytest.mark.parametrize("export", FORMATS)
def test_nodes_that_would_become_one_are_refused(export: Any) -> None:
    for nodes in ([1, "1"], ["\x00", "\x01"]):
        graph: nx.Graph[Any] = nx.Graph()
        graph.add_nodes_from(nodes)
        with pytest.raises(ValueError, match="same id"):
            export(graph)


def test_attributes_that_would_become_one() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_node("a", **{"1": "tekst"})
    graph.nodes["a"][1] = "getal"
    exported = node_link(graph)
    assert len((exported.data or {})["nodes"][0]) == 2
    assert exported.left_out == ("nodes[].1",)


def test_several_edges_per_pair_are_numbered_anew() -> None:
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    graph.add_edge("a", "b", key=0, weight=1)
    graph.add_edge("a", "b", key=1, weight=2)
    assert node_link(graph).left_out == ()
    assert same(from_node_link(node_link(graph)), graph)
    graph.add_edge("a", "b", key="schakel")
    assert node_link(graph).left_out == ("edges[].key (changed)",)
    assert from_graphml(graphml(graph)).number_of_edges() == 3


@pytest.mark.parametrize("export", FORMATS)
def test_a_file_is_written_whole_or_not_at_all(
    export: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "wie-met-wie"
    portfolio = Portfolio(title="Één")
    exported = export(portfolio, path)
    assert path.read_bytes() == exported.text.encode()

    def full(*arguments: Any) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(OSError, match="no space"):
        export(Portfolio(title="Twee"), path)
    assert path.read_bytes() == exported.text.encode()
    assert list(tmp_path.iterdir()) == [path]
