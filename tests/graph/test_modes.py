"""The two-mode graph, held against a plain scan of the document."""

import datetime
import random
from typing import Any

import attrs
import networkx as nx
import pytest
from hypothesis import given, strategies as st

from samenwerking.graph import two_mode
from samenwerking.model import Canvas, Collaboration, Organization, Participation, Period, Portfolio, Source
from samenwerking.testing import portfolios
from samenwerking.vocabulary import Form, Gear, reading

DAY = datetime.date(2026, 6, 1)
RUNS = Period(start="2020", end="2030")


def taking_part(party: str, start: str | None = None, end: str | None = None, **more: Any) -> Participation:
    return Participation(party=party, period=Period(start=start, end=end), **more)


def together(key: str, *parties: Any, form: str | None = None, **more: Any) -> Collaboration:
    members = [Participation(party=party) if isinstance(party, str) else party for party in parties]
    return Collaboration(id=key, name=f"Naam van {key}", canvas=Canvas(form=form, parties=members), **more)


def content(graph: Any) -> Any:
    """Everything in a graph, without regard to order."""
    edges = {frozenset((one, other)): edge for one, other, edge in graph.edges(data=True)}
    return dict(graph.nodes(data=True)), edges, graph.graph


@st.composite
def shuffled(draw: st.DrawFn) -> tuple[Portfolio, Portfolio]:
    """Draw a portfolio and the same one with its records and parties in another order."""
    portfolio = draw(portfolios(broken_references=draw(st.booleans())))
    chance = random.Random(draw(st.integers(0, 9)))

    def mixed(records: tuple[Any, ...]) -> list[Any]:
        return chance.sample(records, len(records))

    collaborations = [
        attrs.evolve(each, canvas=attrs.evolve(each.canvas, parties=mixed(each.canvas.parties)))
        for each in mixed(portfolio.collaborations)
    ]
    organizations = mixed(portfolio.organizations)
    return portfolio, attrs.evolve(portfolio, organizations=organizations, collaborations=collaborations)


def scanned(portfolio: Portfolio, day: datetime.date | None) -> dict[frozenset[str], int]:
    """Count participations per pair in the plainest way."""
    counted: dict[frozenset[str], int] = {}
    for collaboration in portfolio.collaborations:
        for participation in collaboration.canvas.parties:
            periods = [collaboration.period, participation.period]
            gone = day and any(each.started(day) is False or each.ended(day) for each in periods)
            pair = frozenset((collaboration.id, participation.party))
            if not gone and len(pair) == 2:
                counted[pair] = counted.get(pair, 0) + 1
    return counted


@given(portfolios(broken_references=True), st.none() | st.dates())
def test_it_equals_a_plain_scan(portfolio: Portfolio, day: datetime.date | None) -> None:
    graph: Any = two_mode(portfolio, as_of=day)
    edges = {frozenset((one, other)): count for one, other, count in graph.edges(data="participations")}
    assert edges == scanned(portfolio, day)


@given(portfolios(broken_references=True))
def test_every_node_is_a_record_or_missing(portfolio: Portfolio) -> None:
    graph = two_mode(portfolio)
    bodies = {each.id for each in portfolio.organizations if each.kind != "person"}
    wholes = {each.id for each in portfolio.collaborations}
    parties = {each.party for whole in portfolio.collaborations for each in whole.canvas.parties}
    assert set(graph) == bodies | wholes | parties
    for key, node in graph.nodes(data=True):
        assert node["bipartite"] == int(key in wholes)
        assert (node["kind"] == "missing") == (
            key not in wholes | {each.id for each in portfolio.organizations}
        )


@given(portfolios(broken_references=True), st.none() | st.dates())
def test_attributes_are_filled_in_scalars(portfolio: Portfolio, day: datetime.date | None) -> None:
    nodes, edges, graph = content(two_mode(portfolio, as_of=day))
    for attributes in (*nodes.values(), *edges.values(), graph):
        assert all(type(value) in (str, int, bool) and value != "" for value in attributes.values())


@given(shuffled(), st.none() | st.dates())
def test_the_order_of_the_document_does_not_show(
    pair: tuple[Portfolio, Portfolio], day: datetime.date | None
) -> None:
    one, other = (two_mode(portfolio, as_of=day) for portfolio in pair)
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(data=True)) == list(other.edges(data=True))
    assert one.graph == other.graph


@given(portfolios())
def test_it_is_a_graph_like_one_made_through_the_public_methods(portfolio: Portfolio) -> None:
    graph = two_mode(portfolio)
    plain: nx.Graph[str] = nx.Graph(**graph.graph)
    plain.add_nodes_from((key, dict(node)) for key, node in graph.nodes(data=True))
    plain.add_edges_from((one, other, dict(edge)) for one, other, edge in graph.edges(data=True))
    assert nx.utils.graphs_equal(graph, plain)
    for each in (graph, plain):
        each.add_edge("nieuw", "ook-nieuw", roles="proef")
        each.remove_node("nieuw")
    assert nx.utils.graphs_equal(graph, plain)


def test_each_call_gives_a_fresh_graph() -> None:
    portfolio = Portfolio(collaborations=[together("x", "a")])
    first = two_mode(portfolio)
    before = content(two_mode(portfolio))
    first.edges["a", "x"]["roles"] = first.nodes["a"]["label"] = "anders"
    first.remove_node("x")
    assert content(two_mode(portfolio)) == before


def test_attributes_of_nodes() -> None:
    portfolio = Portfolio(
        title="Voorbeeld",
        organizations=[
            Organization(id="a", name="Waterschap A", ownership="public", sector="waterschap"),
            Organization(id="groep", name="Groep", kind="group"),
        ],
        collaborations=[
            together("x", "a", form="network-platform", gear="werkt"),
            Collaboration(id="y", name="Y", canvas=Canvas(type="shared-goal")),
        ],
    )
    graph = two_mode(portfolio)
    public = {"bipartite": 0, "kind": "organization", "label": "Waterschap A"}
    whole = {"bipartite": 1, "kind": "collaboration"}
    assert graph.nodes["a"] == {**public, "ownership": "public", "sector": "waterschap"}
    assert graph.nodes["groep"] == {"bipartite": 0, "kind": "group", "label": "Groep"}
    assert graph.nodes["x"] == {
        **whole,
        "label": "Naam van x",
        "form": "network-platform",
        "type": "network",
        "gear": "werkt",
    }
    assert graph.nodes["y"] == {**whole, "label": "Y", "type": "shared-goal", "gear": "kan"}
    assert graph.graph == {"name": "Voorbeeld", "repeated": 0, "self_ties": 0}


def test_another_reading_tells_the_type() -> None:
    types = {"alles": attrs.evolve(next(iter(reading().types.values())), forms=tuple(Form))}
    other = attrs.evolve(reading(), types=types)
    portfolio = Portfolio(collaborations=[together("x", form="shared-goal")])
    assert two_mode(portfolio, reading=other).nodes["x"]["type"] == "alles"


def test_names_of_persons_are_private_unless_published() -> None:
    source = Source(address="https://example.nl/boer", seen="2026-01-01")
    people = [
        Organization(id="p1", name="Jan Geheim", kind="person"),
        Organization(id="p2", name="Piet Openbaar", kind="person", sources=[source]),
        Organization(id="p3", kind="person", sources=[source]),
    ]
    portfolio = Portfolio(organizations=people, collaborations=[together("x", "p1", "p2", "p3")])
    labels = two_mode(portfolio).nodes(data="label")
    assert [labels[key] for key in ("p1", "p2", "p3")] == ["p1", "Piet Openbaar", "p3"]


def test_one_edge_sums_up_all_participations_of_a_pair() -> None:
    several = [
        taking_part("a", "2021-03", "2022", role="uitvoerder"),
        taking_part("a", "2021", "2022-06", role="financier"),
        taking_part("a", role="uitvoerder"),
    ]
    known = two_mode(Portfolio(collaborations=[together("x", *several[:2])])).edges["a", "x"]
    assert known == {
        "collaboration": "x",
        "roles": "financier; uitvoerder",
        "start": "2021",
        "end": "2022",
        "participations": 2,
    }
    unknown = two_mode(Portfolio(collaborations=[together("x", *several)])).edges["a", "x"]
    assert "end" not in unknown
    assert unknown["participations"] == 3


def test_a_collaboration_that_takes_part_keeps_its_one_node() -> None:
    graph = two_mode(Portfolio(collaborations=[together("programma", "a"), together("x", "programma", "b")]))
    assert graph.nodes["programma"]["bipartite"] == 1
    assert graph.edges["programma", "x"]["collaboration"] == "x"
    assert "mutual" not in graph.edges["programma", "x"]
    mutual = two_mode(Portfolio(collaborations=[together("y", "x", "x"), together("x", "y")]))
    assert mutual.edges["x", "y"] == {"collaboration": "x", "participations": 3, "mutual": True}


def test_a_party_that_is_nowhere_is_missing() -> None:
    graph = two_mode(Portfolio(collaborations=[together("x", "weg")]))
    assert graph.nodes["weg"] == {"bipartite": 0, "kind": "missing", "label": "weg"}


def dated() -> Portfolio:
    return Portfolio(
        organizations=[Organization(id=key, name=key) for key in "abcd"],
        collaborations=[
            together("runs", "a", taking_part("b", "2021", "2025"), taking_part("c", "2021"), period=RUNS),
            together("over", "d", period=Period(start="2020", end="2021")),
            together("unknown", "a", taking_part("b", "2026", "2027"), taking_part("b", "2026-01", "2028")),
        ],
    )


def test_on_a_day_what_is_certainly_not_running_is_left_out() -> None:
    graph = two_mode(dated(), as_of="2026-06-01")
    assert sorted(graph.edges) == [("a", "runs"), ("a", "unknown"), ("b", "unknown"), ("c", "runs")]
    assert "d" in graph
    assert "over" not in graph
    assert graph.nodes["runs"]["active"] is True
    assert "active" not in graph.nodes["unknown"]


def test_what_cannot_be_told_is_kept_and_counted() -> None:
    graph = two_mode(dated(), as_of=DAY)
    # a in "unknown" and c in "runs" have no end; a in "runs" follows the collaboration, b has dates of its own
    assert (graph.graph["undated"], graph.graph["as_of"]) == (2, "2026-06-01")
    assert graph.edges["b", "unknown"]["participations"] == 2


def test_a_party_that_is_over_stays_a_party() -> None:
    old = together("oud", period=Period(end="2020"))
    graph = two_mode(Portfolio(collaborations=[old, together("x", "oud", period=RUNS)]), as_of=DAY)
    assert graph.nodes["oud"]["active"] is False
    assert list(graph.edges) == [("oud", "x")]


def test_filters() -> None:
    portfolio = Portfolio(
        organizations=[
            Organization(id="a", name="a", sector="waterschap"),
            Organization(id="b", name="b", sector="imkerij"),
            Organization(id="c", name="c"),
        ],
        collaborations=[
            together("x", "a", "b", form="shared-goal", gear="klopt"),
            together("y", "b", "c", "weg", "x"),
        ],
    )
    assert sorted(two_mode(portfolio, forms="shared-goal").edges) == [("a", "x"), ("b", "x")]
    assert "c" in two_mode(portfolio, forms="shared-goal")
    assert "y" in two_mode(portfolio, forms=[None, Form.SHARED_GOAL])
    assert sorted(two_mode(portfolio, gears=[Gear.KAN])) == ["a", "b", "c", "weg", "x", "y"]
    assert sorted(two_mode(portfolio, gears=["klopt"])) == ["a", "b", "c", "x"]
    water = two_mode(portfolio, sectors=["waterschap"])
    assert sorted(water) == ["a", "x", "y"]
    assert list(water.edges) == [("a", "x")]
    assert sorted(two_mode(portfolio, sectors=[None]).edges) == [("c", "y"), ("weg", "y"), ("x", "y")]


def test_what_is_no_day_form_or_gear_is_refused() -> None:
    with pytest.raises(ValueError, match="must be a day such as '2026-03-01', not '2026'"):
        two_mode(Portfolio(), as_of="2026")
    with pytest.raises(ValueError, match="rotonde"):
        two_mode(Portfolio(), forms=["rotonde"])
    with pytest.raises(ValueError, match="vijf"):
        two_mode(Portfolio(), gears=["vijf"])
