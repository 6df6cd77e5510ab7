"""Every number that R sna gives of four graphs that ship with networkx, to a relative 1e-9.

The data were computed with R sna 2.7-1; the graphs are those of networkx, by name.
"""

import json
import math
from pathlib import Path
from typing import Any

import attrs
import networkx as nx
import pytest

from samenwerking.graph import (
    betweenness,
    betweenness_centralization,
    brokerage,
    closeness,
    closeness_centralization,
    components,
    connectedness,
    core_numbers,
    cut_points,
    degree,
    degree_centralization,
    density,
    efficiency,
    ei_index,
    transitivity,
    works_with,
)

DATA = Path(__file__).parent / "data"


def davis() -> Any:
    """Women who met at three events or more."""
    graph: Any = works_with(nx.davis_southern_women_graph(), "count")
    graph.remove_edges_from([(one, other) for one, other, count in graph.edges(data="count") if count < 3])
    return graph


GRAPHS: dict[str, Any] = {
    "davis_proj3": davis,
    "florentine_party": nx.florentine_families_graph,
    "karate": nx.karate_club_graph,
    "lesmis_initial": nx.les_miserables_graph,
}


def close(ours: Any, theirs: Any) -> bool:
    """Compare numbers and ``None``, nested alike."""
    if isinstance(theirs, list):
        return len(ours) == len(theirs) and all(map(close, ours, theirs))
    if ours is None or theirs is None:
        return ours is theirs
    return math.isclose(ours, theirs, rel_tol=1e-9)


@pytest.fixture(params=GRAPHS)
def case(request: pytest.FixtureRequest) -> tuple[Any, dict[str, Any], dict[Any, str]]:
    graph = GRAPHS[request.param]()
    data = json.loads((DATA / f"{request.param}.json").read_text(encoding="utf-8"))
    return graph, data, dict(zip(sorted(graph), data["group"], strict=True))


def per_node(measure: Any) -> list[Any]:
    assert list(measure.value) == sorted(measure.value)
    return list(measure.value.values())


def numbers(roles: Any) -> list[Any]:
    """In the order of sna: w_I, w_O, b_IO, b_OI, b_O, t."""
    return list(attrs.astuple(roles))


def test_it_is_the_same_graph(case: Any) -> None:
    graph, data, groups = case
    assert (len(graph), graph.number_of_edges()) == (data["n"], data["m"])
    assert len(groups) == data["n"]


def test_of_the_whole(case: Any) -> None:
    graph, data, _ = case
    assert close(density(graph).value, data["density"])
    assert close(degree_centralization(graph).value, data["cent_degree"])
    assert close(betweenness_centralization(graph).value, data["cent_betweenness"])
    assert close(connectedness(graph).value, data["connectedness"])
    assert close(efficiency(graph).value, data["efficiency"])
    assert close(transitivity(graph).value, data["transitivity_weak"])
    assert len(components(graph).value or ()) == data["components_weak"]
    assert list(cut_points(graph).value or ()) == data["cutpoints"]


def test_per_node(case: Any) -> None:
    graph, data, _ = case
    assert per_node(degree(graph)) == data["degree"]
    assert close(per_node(betweenness(graph, normalized=False)), data["betweenness"])
    assert per_node(core_numbers(graph)) == data["kcores"]


def test_closeness_where_sna_has_any(case: Any) -> None:
    graph, data, _ = case
    if data["components_weak"] == 1:
        assert close(per_node(closeness(graph)), data["closeness"])
        assert close(closeness_centralization(graph).value, data["cent_closeness"])
    else:  # sna says 0 for all
        assert closeness(graph).value is closeness_centralization(graph).value is None


def test_ties_within_groups_and_between(case: Any) -> None:
    graph, data, groups = case
    found = ei_index(graph, groups)
    assert (found.external, found.internal, found.unknown) == (data["external"], data["internal"], 0)
    assert close(found.value, data["ei"])


def test_brokerage(case: Any) -> None:
    graph, data, groups = case
    found = brokerage(graph, groups, ordered=True)
    assert [numbers(roles) for roles in per_node(found)] == data["brokerage_raw"]
    assert numbers(found.totals) == data["brokerage_total"]
    assert close(numbers(found.expected), data["brokerage_exp_total"])
    assert close(numbers(found.z_totals), data["brokerage_z_total"])
    assert found.z is not None
    assert close([numbers(found.z[node]) for node in sorted(graph)], data["brokerage_z"])
