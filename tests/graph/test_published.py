"""Numbers that others printed, each to half a unit of its last digit, with where it was printed."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import networkx as nx
import pytest
from networkx.algorithms import bipartite

from samenwerking.graph import (
    assortativity,
    betweenness,
    betweenness_centralization,
    bridges,
    brokerage,
    closeness,
    closeness_centralization,
    components,
    constraint,
    core_numbers,
    cut_points,
    degree,
    degree_centralization,
    density,
    effective_size,
    ei_index,
    shared_counts,
    two_mode_constraint,
    two_mode_degree_centralization,
    works_with,
)

SNA = "R sna 2.7-1"
IGRAPH = "igraph tests/unit"
NETWORKX = "networkx tests, from UCINET and igraph"
HALGIN = "Borgatti & Halgin, http://www.analytictech.com/borgatti/2mode.htm"
FAUST = "Wasserman & Faust 1994, chapter 5"
HOLES = "Borgatti 1997, http://www.analytictech.com/connections/v20(1)/holes.htm"

PARTIES = {
    "Medici party": "Acciaiuoli Barbadori Ginori Medici Pazzi Ridolfi Salviati Tornabuoni",
    "Oligarchs": "Albizzi Bischeri Castellani Guadagni Lamberteschi Peruzzi Strozzi",
}
PARTY = {family: party for party, families in PARTIES.items() for family in families.split()}
FIRST_NINE = [
    "Evelyn Jefferson",
    "Laura Mandeville",
    "Theresa Anderson",
    "Brenda Rogers",
    "Charlotte McDowd",
    "Frances Anderson",
    "Eleanor Nye",
    "Pearl Oglethorpe",
    "Ruth DeSand",
]

karate = nx.karate_club_graph()
florentine = nx.florentine_families_graph()
pucci = nx.florentine_families_graph()  # with the family that had no marriage ties
pucci.add_node("Pucci")
lesmis = nx.les_miserables_graph()
davis: Any = nx.davis_southern_women_graph()
women = sorted(node for node, mode in davis.nodes(data="bipartite") if mode == 0)
events = sorted(set(davis) - set(women))
together: Any = works_with(davis, "count")
often: Any = nx.Graph(together)
often.remove_edges_from([pair for pair, count in shared_counts(davis).items() if count < 3])
kite = nx.krackhardt_kite_graph()
star = nx.star_graph(5)
joined: Any = nx.Graph(
    [*nx.complete_graph("abcd").edges, *nx.complete_graph("efgh").edges, ("d", "x"), ("e", "x")]
)
ego: Any = nx.Graph()
ego.add_weighted_edges_from(
    (pair[0], pair[1], int(size))
    for pair, size in (
        tie.split(":")
        for tie in ["AB:2", "AF:3", "AG:5", "AE:2", "EG:8", "FG:3", "BG:4", "BD:1", "DG:3", "GC:10"]
    )
)
arcs: Any = nx.DiGraph()
arcs.add_weighted_edges_from([(0, 1, 2), (0, 2, 2), (1, 0, 1), (2, 1, 1)])

clubs = dict(karate.nodes(data="club"))
initials = {name: name[0] for name in lesmis}
halves = {woman: woman in FIRST_NINE for woman in women}


def of(measure: Callable[..., Any], graph: Any, node: Any, *options: Any, **more: Any) -> float:
    value: float = measure(graph, *options, **more).value[node]
    return value


def totals(graph: Any, groups: Any) -> str:
    """Coordinator, consultant, representative, gatekeeper, liaison and total, of ordered pairs."""
    found = brokerage(graph, groups, ordered=True).totals
    parts = found.coordinator, found.consultant, found.representative, found.gatekeeper, found.liaison
    return " ".join(map(str, (*parts, found.total)))


# What was printed, where, and what gives it here.
PRINTED: list[tuple[str, str, Callable[[], float | None]]] = [
    ("0.1390", SNA, lambda: density(karate).value),
    ("0.3996", SNA, lambda: degree_centralization(karate).value),
    ("0.4056", SNA, lambda: betweenness_centralization(karate).value),
    ("-0.7179", SNA, lambda: ei_index(karate, clubs).value),
    ("0.030", "by hand: 289 pairs between, 272 within", lambda: ei_index(karate, clubs).expected),
    ("-0.718", SNA, lambda: ei_index(karate, clubs).value),
    ("0.1905", SNA, lambda: density(florentine).value),
    ("0.2747", SNA, lambda: degree_centralization(florentine).value),
    ("0.4368", SNA, lambda: betweenness_centralization(florentine).value),
    ("0.3225", SNA, lambda: closeness_centralization(florentine).value),
    ("-0.5000", SNA, lambda: ei_index(florentine, PARTY).value),
    ("0.3007", SNA, lambda: density(often).value),
    ("0.3897", SNA, lambda: degree_centralization(often).value),
    ("0.2572", SNA, lambda: betweenness_centralization(often).value),
    ("-0.7826", SNA, lambda: ei_index(often, halves).value),
    ("0.0868", SNA, lambda: density(lesmis).value),
    ("0.3972", SNA, lambda: degree_centralization(lesmis).value),
    ("0.5553", SNA, lambda: betweenness_centralization(lesmis).value),
    ("0.8268", SNA, lambda: ei_index(lesmis, initials).value),
    ("0.1667", SNA, lambda: density(pucci).value),
    ("0.2667", SNA, lambda: degree_centralization(pucci).value),
    ("0.3835", SNA, lambda: betweenness_centralization(pucci).value),
    ("0.267", FAUST, lambda: degree_centralization(pucci).value),
    ("0.322", FAUST, lambda: closeness_centralization(florentine).value),
    ("0.437", FAUST, lambda: betweenness_centralization(florentine).value),
    ("1.0000", IGRAPH, lambda: degree_centralization(star).value),
    ("1.0000", IGRAPH, lambda: betweenness_centralization(star).value),
    ("1.0000", IGRAPH, lambda: closeness_centralization(star).value),
    ("0.522", NETWORKX, lambda: of(betweenness, florentine, "Medici")),
    ("0.255", NETWORKX, lambda: of(betweenness, florentine, "Guadagni")),
    ("0.212", NETWORKX, lambda: of(betweenness, florentine, "Albizzi")),
    ("0.143", NETWORKX, lambda: of(betweenness, florentine, "Salviati")),
    ("0.114", NETWORKX, lambda: of(betweenness, florentine, "Ridolfi")),
    ("0.104", NETWORKX, lambda: of(betweenness, florentine, "Bischeri")),
    ("0.103", NETWORKX, lambda: of(betweenness, florentine, "Strozzi")),
    ("0.209877", IGRAPH, lambda: of(constraint, florentine, "Medici")),
    ("0.25", IGRAPH, lambda: of(constraint, florentine, "Guadagni")),
    ("0.458333", IGRAPH, lambda: of(constraint, florentine, "Strozzi")),
    ("0.655864", IGRAPH, lambda: of(constraint, florentine, "Peruzzi")),
    ("5.6667", IGRAPH, lambda: of(effective_size, florentine, "Medici")),
    ("4.0", IGRAPH, lambda: of(effective_size, florentine, "Guadagni")),
    ("3.0", IGRAPH, lambda: of(effective_size, florentine, "Strozzi")),
    ("1.6667", IGRAPH, lambda: of(effective_size, florentine, "Peruzzi")),
    ("4.67", HOLES, lambda: of(effective_size, ego, "G")),
    ("2.50", HOLES, lambda: of(effective_size, ego, "A")),
    ("1.00", HOLES, lambda: of(effective_size, ego, "C")),
    ("0.400", NETWORKX, lambda: of(constraint, ego, "G")),
    ("0.595", NETWORKX, lambda: of(constraint, ego, "A")),
    ("1.000", NETWORKX, lambda: of(constraint, ego, "C")),
    ("0.299", NETWORKX, lambda: of(constraint, ego, "G", "weight")),
    ("0.795", NETWORKX, lambda: of(constraint, ego, "A", "weight")),
    ("5.47", NETWORKX, lambda: of(effective_size, ego, "G", "weight")),
    ("2.47", NETWORKX, lambda: of(effective_size, ego, "A", "weight")),
    ("1.003", NETWORKX, lambda: of(constraint, arcs, 0)),
    ("1.003", NETWORKX, lambda: of(constraint, arcs, 1)),
    ("1.389", NETWORKX, lambda: of(constraint, arcs, 2)),
    ("1.167", NETWORKX, lambda: of(effective_size, arcs, 0)),
    ("1.167", NETWORKX, lambda: of(effective_size, arcs, 1)),
    ("0.840", NETWORKX, lambda: of(constraint, arcs, 0, "weight")),
    ("1.143", NETWORKX, lambda: of(constraint, arcs, 1, "weight")),
    ("1.378", NETWORKX, lambda: of(constraint, arcs, 2, "weight")),
    ("1.567", NETWORKX, lambda: of(effective_size, arcs, 0, "weight")),
    ("1.083", NETWORKX, lambda: of(effective_size, arcs, 1, "weight")),
    ("1.0", IGRAPH, lambda: of(constraint, nx.path_graph(4), 0)),
    ("0.5", IGRAPH, lambda: of(constraint, nx.path_graph(4), 1)),
    ("0.5", IGRAPH, lambda: of(constraint, nx.path_graph(4), 2)),
    ("0.925926", IGRAPH, lambda: of(constraint, nx.complete_graph(4), 0)),
    ("0.865741", IGRAPH, lambda: of(constraint, joined, "a")),
    ("0.583333", IGRAPH, lambda: of(constraint, joined, "d")),
    ("0.5", IGRAPH, lambda: of(constraint, joined, "x")),
    ("0.155423", "igraph 1.3.5", lambda: of(constraint, karate, 0)),
    ("0.156419", "igraph 1.3.5", lambda: of(constraint, karate, 33)),
    ("0.249223", "igraph 1.3.5", lambda: of(constraint, karate, 32)),
    ("0.717531", "igraph and networkx", lambda: assortativity(karate, clubs).value),
    ("0.5714", HALGIN, lambda: of(degree, davis, "Evelyn Jefferson") / len(events)),
    ("0.7778", HALGIN, lambda: of(degree, davis, "E8") / len(women)),
    ("42.9802", "R netrics", lambda: of(betweenness, davis, "Evelyn Jefferson", normalized=False)),
    ("110.2064", "R netrics", lambda: of(betweenness, davis, "E8", normalized=False)),
    ("0.249", "R netrics", lambda: two_mode_degree_centralization(davis, women).value),
    ("0.484", "R netrics", lambda: two_mode_degree_centralization(davis, events).value),
    ("0.2782", "R netrics", lambda: of(two_mode_constraint, davis, "Evelyn Jefferson")),
    ("0.3071", "R netrics", lambda: of(two_mode_constraint, davis, "Laura Mandeville")),
    ("0.2965", "R netrics", lambda: of(two_mode_constraint, davis, "Theresa Anderson")),
    ("0.908", "by hand: 139 of 153 pairs", lambda: density(together).value),
    ("0.3889", NETWORKX, lambda: of(betweenness, kite, 7)),
    ("0.6429", NETWORKX, lambda: of(closeness, kite, 5)),
    ("0.6429", NETWORKX, lambda: of(closeness, kite, 6)),
]
# What networkx itself gives of the same graphs, so that it is known to be the same data.
OF_NETWORKX: list[tuple[str, str, Callable[[], float]]] = [
    ("0.3532", HALGIN, lambda: bipartite.density(davis, women)),
    ("0.8000", HALGIN, lambda: bipartite.closeness_centrality(davis, women)["Evelyn Jefferson"]),
    ("0.8462", HALGIN, lambda: bipartite.closeness_centrality(davis, women)["E8"]),
    ("0.4678", "R netrics", lambda: bipartite.robins_alexander_clustering(davis)),
    ("2.3065", "R netrics", lambda: nx.average_shortest_path_length(davis)),
    ("0.358235", "igraph", lambda: nx.community.modularity(karate, sorted_by(clubs), weight=None)),
    ("0.391438", "igraph", lambda: nx.community.modularity(karate, sorted_by(clubs))),
]


def sorted_by(groups: dict[Any, Any]) -> list[set[Any]]:
    return [{node for node in groups if groups[node] == group} for group in sorted(set(groups.values()))]


def half_a_unit(printed: str) -> float:
    exponent = Decimal(printed).as_tuple().exponent
    assert isinstance(exponent, int)
    return 10.0**exponent / 2


@pytest.mark.parametrize(("printed", "source", "here"), [*PRINTED, *OF_NETWORKX])
def test_it_is_what_was_printed(printed: str, source: str, here: Callable[[], float]) -> None:
    assert source
    assert here() == pytest.approx(float(printed), abs=half_a_unit(printed) * (1 + 1e-9), rel=0)


# Totals of coordinator, consultant, representative, gatekeeper, liaison and all, with R sna 2.7-1.
@pytest.mark.parametrize(
    ("printed", "graph", "groups"),
    [
        ("510 20 128 128 0 786", karate, clubs),
        ("34 2 20 20 0 76", florentine, PARTY),
        ("58 0 47 47 0 152", often, halves),
        ("12 288 116 116 2282 2814", lesmis, initials),
    ],
)
def test_brokerage_is_what_sna_counts(printed: str, graph: Any, groups: Any) -> None:
    assert totals(graph, groups) == printed


# One triad for each role, and an example of four with R sna and the tests of cograph.
@pytest.mark.parametrize(
    ("role", "groups"),
    [
        ("coordinator", "AAA"),
        ("consultant", "ABA"),
        ("representative", "AAB"),
        ("gatekeeper", "ABB"),
        ("liaison", "ABC"),
    ],
)
def test_each_role_has_its_triad(role: str, groups: str) -> None:
    found = brokerage(nx.DiGraph([(0, 1), (1, 2)]), dict(enumerate(groups)))
    assert found.value is not None
    assert getattr(found.value[1], role) == found.value[1].total == found.totals.total == 1


def test_an_example_of_four() -> None:
    graph = nx.DiGraph([("A", "B"), ("A", "C"), ("B", "C"), ("B", "D"), ("C", "D"), ("D", "A")])
    found = brokerage(graph, dict(zip("ABCD", "1122", strict=True))).value or {}
    names = ("coordinator", "consultant", "representative", "gatekeeper", "liaison")
    held = {node: [name for name in names if getattr(roles, name)] for node, roles in found.items()}
    assert held == {
        "A": ["consultant", "gatekeeper"],
        "B": ["representative"],
        "C": ["gatekeeper"],
        "D": ["consultant", "representative"],
    }


def test_florentine_families_without_the_medici() -> None:
    assert cut_points(florentine).value == ("Albizzi", "Guadagni", "Medici", "Salviati")
    assert len(bridges(florentine).value or ()) == 5
    left: Any = nx.Graph(florentine)
    left.remove_node("Medici")
    assert [len(island) for island in components(left).value or ()] == [11, 2, 1]


def test_whole_numbers_of_davis_and_karate() -> None:
    assert (len(women), len(events), davis.number_of_edges(), together.number_of_edges()) == (18, 14, 89, 139)
    counts = shared_counts(davis)
    others = ("Theresa Anderson", "Laura Mandeville", "Brenda Rogers")
    assert [counts[min(pair), max(pair)] for pair in (("Evelyn Jefferson", other) for other in others)] == [
        7,
        6,
        6,
    ]
    assert nx.diameter(davis) == 4
    assert two_mode_degree_centralization(davis, women).value == 55 / 221
    assert two_mode_degree_centralization(davis, events).value == 107 / 221
    assert sum(depth == 4 for depth in (core_numbers(karate).value or {}).values()) == 10
    assert of(degree, kite, 3) == 6
    assert [len(group) for group in sorted_by(clubs)] == [17, 17]
