"""How much faster who-works-with-whom is than the projection of networkx, in one run.

Times are CPU times of interleaved rounds, and only their ratios mean anything. Both get the same two-mode
graph; ours makes an equal graph with more on each edge, or only the counts. Equality is checked before
anything is timed.
"""

import argparse
import gc
import random
import statistics
import time
from collections.abc import Callable
from typing import Any

from networkx.algorithms import bipartite

from samenwerking.graph import shared_counts, two_mode, works_with
from samenwerking.graph.structure import _KEPT, structure
from samenwerking.model import Canvas, Collaboration, Organization, Participation, Portfolio

# Members per collaboration: mostly a handful, now and then a platform.
TEAM = (2, 3, 4, 5, 6, 8, 12, 16)


def made(organizations: int, collaborations: int, seed: int) -> Portfolio:
    """Make a portfolio in which some organizations take part far more often than others."""
    chance = random.Random(seed)

    def team() -> list[Participation]:
        members = {int(organizations * chance.random() ** 2) for _ in range(chance.choice(TEAM))}
        return [Participation(party=f"o{member}") for member in sorted(members)]

    return Portfolio(
        organizations=[Organization(id=f"o{number}", name="O") for number in range(organizations)],
        collaborations=[
            Collaboration(id=f"c{number}", name="C", canvas=Canvas(parties=team()))
            for number in range(collaborations)
        ],
    )


def seconds(function: Callable[[], Any]) -> float:
    gc.collect()
    before = time.process_time()
    result = function()
    taken = time.process_time() - before
    del result
    return taken


def weights(graph: Any) -> dict[frozenset[str], int]:
    return {frozenset((one, other)): weight for one, other, weight in graph.edges(data="weight")}


def variants(portfolio: Portfolio) -> dict[str, Callable[[], Any]]:
    graph: Any = two_mode(portfolio)
    parties = [node for node, mode in graph.nodes(data="bipartite") if mode == 0]
    theirs: Any = bipartite.weighted_projected_graph(graph, parties)
    ours = works_with(graph, "count")
    assert weights(theirs) == weights(ours)
    assert weights(ours) == {frozenset(pair): count for pair, count in shared_counts(graph).items()}
    assert shared_counts(portfolio) == shared_counts(graph)
    members = sum(len(team) for _, team in structure(portfolio).teams)
    print(f"  {members} memberships, {ours.number_of_edges()} edges, equal to networkx")

    def from_nothing() -> Any:
        _KEPT.clear()
        return works_with(portfolio)

    return {
        "networkx weighted_projected_graph": lambda: bipartite.weighted_projected_graph(graph, parties),
        "networkx collaboration_weighted": lambda: bipartite.collaboration_weighted_projected_graph(
            graph, parties
        ),
        "works_with(graph, 'count')": lambda: works_with(graph, "count"),
        "works_with(graph, 'newman')": lambda: works_with(graph, "newman"),
        "works_with(portfolio)": lambda: works_with(portfolio),
        "works_with(portfolio), nothing kept": from_nothing,
        "shared_counts(graph)": lambda: shared_counts(graph),
        "shared_counts(portfolio)": lambda: shared_counts(portfolio),
        "two_mode(portfolio)": lambda: two_mode(portfolio),
        "hash(portfolio) (what a cache by value would add)": lambda: hash(portfolio),
    }


def compare(organizations: int, collaborations: int, rounds: int, seed: int) -> None:
    print(f"{organizations} organizations, {collaborations} collaborations (seed {seed}, {rounds} rounds)")
    chance = random.Random(seed)
    competing = variants(made(organizations, collaborations, seed))
    times: dict[str, list[float]] = {name: [] for name in competing}
    for _ in range(rounds):
        for name in chance.sample(sorted(competing), len(competing)):
            times[name].append(seconds(competing[name]))
    yardstick = statistics.median(times["networkx weighted_projected_graph"])
    for name, taken in times.items():
        middle = statistics.median(taken)
        spread = f"[{min(taken) * 1000:.1f}-{max(taken) * 1000:.1f}]"
        print(f"  {name:52} {yardstick / middle:8.1f}x   {middle * 1000:9.1f} ms {spread}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "sizes",
        nargs="*",
        default=["225x60", "2000x2000", "10000x10000"],
        help="organizations x collaborations",
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=2026)
    arguments = parser.parse_args()
    for size in arguments.sizes:
        organizations, collaborations = map(int, size.split("x"))
        compare(organizations, collaborations, arguments.rounds, arguments.seed)


if __name__ == "__main__":
    main()
