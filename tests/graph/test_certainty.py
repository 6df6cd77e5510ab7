"""How sure a number is: intervals that hold what they promise, and orders that do not always."""

import math
import random
from itertools import combinations
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, strategies as st

from samenwerking.graph import degree, works_with
from samenwerking.graph.certainty import Interval, interval, thinned
from samenwerking.graph.rank_order import rank_correlation, rank_stability, ranks
from samenwerking.io import example, example_names
from samenwerking.model import Portfolio

SECTORS = "pqr"


def population(chance: random.Random, most: int = 60) -> Any:
    """Make a network of teams: some large, some parties in many, in circles that overlap little or much."""
    size = chance.randrange(30, most)
    circles, leak, skew = (
        chance.choice((1, 2, 3, 4)),
        chance.choice((0.05, 0.2, 0.5)),
        chance.choice((1, 1.5, 2)),
    )
    graph: Any = nx.Graph()
    for party in range(size):
        graph.add_node(party, sector=chance.choice(SECTORS) if chance.random() < 0.5 else SECTORS[party % 3])
    for number in range(chance.randrange(size // 4, size // 2)):
        team: set[int] = set()
        wanted = min(chance.choice((2, 3, 4, 5, 6, 8, 12)), size // 3)
        while len(team) < wanted:
            party = int(size * chance.random() ** skew)
            if party % circles == number % circles or chance.random() < leak:
                team.add(party)
        graph.add_edges_from(combinations(sorted(team), 2))
    return graph


def reachable(graph: Any) -> float:
    pairs = len(graph) * (len(graph) - 1)
    return sum(len(each) * (len(each) - 1) for each in nx.connected_components(graph)) / pairs


def outward(graph: Any) -> float:
    sectors = graph.nodes(data="sector")
    external = sum(sectors[one] != sectors[other] for one, other in graph.edges)
    ties = graph.number_of_edges()
    return (2 * external - ties) / ties if ties else math.nan


def centralized(graph: Any) -> float:
    degrees = [ties for _, ties in graph.degree]
    return sum(max(degrees) - ties for ties in degrees) / ((len(graph) - 1) * (len(graph) - 2))


MEASURES = {"density": nx.density, "connectedness": reachable, "centralization": centralized, "E-I": outward}


def covers(chance: random.Random, measure: Any, missing: float, samples: int, most: int = 60) -> bool:
    """Hide parties of a made-up network by chance; say whether the interval has the true number in it."""
    whole = population(chance, most)
    seen = whole.copy()
    seen.remove_nodes_from(chance.sample(sorted(whole), round(missing * len(whole))))
    found = interval(seen, measure, missing=missing, samples=samples).value
    assert found is not None
    return bool(found.low <= measure(whole) <= found.high)


def chance_of(hits: int, cases: int, share: float) -> float:
    """Return the chance of so many hits or more, if each comes with this chance."""
    return math.fsum(
        math.comb(cases, each) * share**each * (1 - share) ** (cases - each)
        for each in range(hits, cases + 1)
    )


def test_intervals_of_90_percent_cover_the_truth_in_85_percent_or_more() -> None:
    # The 500 cases per measure and share are in benchmarks/certainty.py; here fewer, all together.
    chance = random.Random(2026)
    cases = 0
    hits = 0
    for missing in (0.1, 0.2, 0.3):
        for measure in MEASURES.values():
            for _ in range(20):
                hits += covers(chance, measure, missing, samples=40, most=45)
                cases += 1
    # Were the true share 85% or less, so many hits would come in fewer than one of twenty such tests.
    assert chance_of(hits, cases, 0.85) < 0.05


def value(outcome: Any) -> Any:
    assert outcome.reason is None
    return outcome.value


def test_the_chance_of_hits_is_that_of_a_binomial() -> None:
    assert chance_of(0, 10, 0.3) == pytest.approx(1)
    assert chance_of(10, 10, 0.5) == pytest.approx(0.5**10)
    assert chance_of(1, 3, 0.5) == pytest.approx(7 / 8)


def test_more_missing_is_less_sure() -> None:
    graph = nx.karate_club_graph()
    widths = [
        found.high - found.low
        for share in (0.05, 0.2, 0.4)
        for found in [value(interval(graph, nx.density, missing=share))]
    ]
    assert widths == sorted(widths)
    narrow, wide = (value(interval(graph, nx.density, missing=0.2, level=level)) for level in (0.5, 0.95))
    assert wide.low < narrow.low < narrow.estimate == nx.density(graph) < narrow.high < wide.high


def test_a_number_that_does_not_move_is_sure() -> None:
    found = value(interval(nx.complete_graph(20), nx.density, missing=0.3))
    assert (found.low, found.estimate, found.high) == (1, 1, 1)


def test_it_stays_within_what_can_be() -> None:
    star = nx.star_graph(20)
    wide = value(interval(star, reachable, missing=0.3))
    assert wide.low < 0.5 and wide.high > 1
    assert value(interval(star, reachable, missing=0.3, within=(0, 1))).high == 1


@pytest.mark.parametrize(
    "arguments",
    [{"missing": 0}, {"missing": 0.6}, {"missing": 0.1, "level": 1}, {"missing": 0.1, "samples": 3}],
)
def test_what_cannot_be_asked_is_refused(arguments: Any) -> None:
    with pytest.raises(ValueError, match="must be"):
        interval(nx.path_graph(9), nx.density, **arguments)


def test_where_the_measure_is_not_defined_neither_is_its_interval() -> None:
    from samenwerking.graph.cohesion import density

    for source in (Portfolio(), nx.Graph(), nx.path_graph(1)):
        outcome = interval(source, density, missing=0.1)
        assert outcome.value is None
        assert outcome.reason == density(source).reason
    pair = interval(nx.path_graph(2), density, missing=0.1)  # one is left: nothing to reckon with
    assert pair.value is None
    assert "te weinig" in pair.reason.nl
    assert interval(nx.empty_graph(5), outward, missing=0.1).value is None


def test_the_convention_says_what_was_supposed() -> None:
    outcome = interval(nx.path_graph(30), nx.density, missing=0.15, samples=50, level=0.8)
    assert "15%" in outcome.convention.nl and "50 keer" in outcome.convention.nl
    assert "80%" in outcome.convention.en
    assert outcome.n == 30 and len(outcome.evidence) == 30


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=20), st.randoms())
def test_the_order_of_the_graph_does_not_show(pairs: Any, chance: random.Random) -> None:
    graph: Any = nx.Graph(pairs)
    mixed: Any = nx.Graph(chance.sample(pairs, len(pairs)))
    arguments: Any = {"missing": 0.2, "samples": 20}
    assert interval(mixed, degree_sum, **arguments) == interval(graph, degree_sum, **arguments)
    assert rank_stability(mixed, degree, **arguments) == rank_stability(graph, degree, **arguments)


def degree_sum(graph: Any) -> float:
    return float(sum(ties for _, ties in graph.degree))


def test_another_seed_is_another_chance() -> None:
    graph = nx.karate_club_graph()
    same = [interval(graph, nx.density, missing=0.2, seed=seed) for seed in (1, 1, 2)]
    assert same[0] == same[1] != same[2]
    copies = list(thinned(graph, 0.2, 5, 1))
    assert {len(copy) for copy in copies} == {27}
    assert len({tuple(copy) for copy in copies}) > 1
    assert len(graph) == 34  # untouched


def test_ranks_and_their_correlation() -> None:
    assert ranks({"a": 3, "b": 1, "c": 3, "d": 7}) == {"b": 1, "a": 2.5, "c": 2.5, "d": 4}
    assert rank_correlation({}, {}) is None
    assert rank_correlation({1: 1, 2: 1}, {1: 1, 2: 2}) is None
    assert rank_correlation({1: 1, 2: 2, 3: 3}, {3: 9, 2: 4, 1: 1, 4: 0}) == pytest.approx(1)
    assert rank_correlation({1: 1, 2: 2, 3: 3}, {3: 1, 2: 4, 1: 9}) == pytest.approx(-1)
    # Spearman's own way for ranks without ties: 1 - 6 sum d^2 / n(n^2 - 1)
    one, other = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5}, {1: 2, 2: 1, 3: 4, 4: 5, 5: 3}
    squares = sum((one[key] - other[key]) ** 2 for key in one)
    assert rank_correlation(one, other) == pytest.approx(1 - 6 * squares / (5 * 24))


def test_an_order_on_many_ties_holds_better_than_one_on_few() -> None:
    thick, thin = nx.gnp_random_graph(40, 0.5, seed=1), nx.gnp_random_graph(40, 0.08, seed=1)
    held = [value(rank_stability(graph, degree, missing=0.3)) for graph in (nx.star_graph(30), thick, thin)]
    assert all(-1 <= each.low <= each.mean <= 1 and 0 <= each.top <= 1 for each in held)
    little = value(rank_stability(thick, degree, missing=0.05))
    assert little.mean > held[1].mean
    assert little.top > held[1].top


def test_without_an_order_nothing_is_said() -> None:
    outcome = rank_stability(nx.complete_graph(10), degree, missing=0.2)
    assert outcome.value is None
    assert "geen volgorde" in outcome.reason.nl  # type: ignore[union-attr]
    assert rank_stability(nx.Graph(), degree, missing=0.2).reason == degree(nx.Graph()).reason
    with pytest.raises(ValueError, match="missing"):
        rank_stability(nx.path_graph(3), degree, missing=2)


@pytest.mark.parametrize("name", example_names())
def test_the_shipped_portfolios(name: str) -> None:
    portfolio = example(name)
    outcome = interval(portfolio, nx.density, missing=0.2, samples=20)
    assert outcome.value is None or isinstance(outcome.value, Interval)
    if outcome.value is not None:
        assert outcome.value.estimate == nx.density(works_with(portfolio))
        assert outcome.evidence
    rank_stability(portfolio, degree, missing=0.2, samples=20)
