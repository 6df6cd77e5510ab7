"""How long it takes to look at the removal of every party and of every two, beside networkx taking them away.

With 225 parties that is 25,425 removals. Ours gives islands, pairs of sectors lost and goals left bare;
networkx only counts the islands, of a sample, from which the time for all follows. Equality of the two is
checked on that sample.
"""

import argparse
import random
import time
from itertools import combinations
from typing import Any

import networkx as nx

import samenwerking as sw
from samenwerking.graph import works_with
from samenwerking.graph.removal import removals, weak_spots
from samenwerking.model import Canvas, Collaboration, Goal, Organization, Participation, Portfolio

SECTORS = ("gemeente", "provincie", "waterschap", "universiteit", "bank", "agrarisch-collectief", None)
TEAM = (2, 2, 3, 3, 4, 5, 6, 8, 12, 40)


def made(parties: int, collaborations: int, seed: int) -> Portfolio:
    """Make a portfolio in which some take part far more often than others, each collaboration with a goal."""
    chance = random.Random(seed)

    def team() -> list[Participation]:
        wanted = min(chance.choice(TEAM), parties)
        members = {int(parties * chance.random() ** 2) for _ in range(wanted)}
        return [Participation(party=f"o{member:03}") for member in sorted(members)]

    return Portfolio(
        organizations=[
            Organization(id=f"o{number:03}", name="O", sector=chance.choice(SECTORS))
            for number in range(parties)
        ],
        goals=[Goal(id=f"g{number:03}", name="G", kind="shared") for number in range(collaborations)],
        collaborations=[
            Collaboration(
                id=f"c{number:03}", name="C", canvas=Canvas(goals=[f"g{number:03}"], parties=team())
            )
            for number in range(collaborations)
        ],
    )


def tree(parties: int) -> Portfolio:
    """Make collaborations of two, each party with the one at half its number."""
    pairs = ((f"o{number:03}", f"o{(number - 1) // 2:03}") for number in range(1, parties))
    teams = [
        Collaboration(
            id="-".join(pair), name="C", canvas=Canvas(parties=[Participation(party=each) for each in pair])
        )
        for pair in pairs
    ]
    return made(parties, 0, 1).add(*teams)


def without(graph: Any, gone: tuple[str, ...]) -> int:
    left = graph.copy()
    left.remove_nodes_from(gone)
    return nx.number_connected_components(left)


def report(name: str, portfolio: Portfolio, sample: int) -> None:
    graph = works_with(portfolio)
    begin = time.process_time()
    found = weak_spots(portfolio).value
    taken = time.process_time() - begin
    assert found is not None
    chance = random.Random(1)
    every = [*combinations(sorted(graph), 1), *combinations(sorted(graph), 2)]
    chosen = chance.sample(every, min(sample, len(every)))
    ours = {each.ids: each.islands for each in removals(portfolio)}
    begin = time.process_time()
    theirs = {ids: without(graph, ids) for ids in chosen}
    theirs_taken = (time.process_time() - begin) / len(chosen) * len(every)
    assert all(ours[ids] == islands for ids, islands in theirs.items())
    print(f"{name}: {len(graph)} parties, {graph.number_of_edges()} ties, {found.cases} removals")
    print(
        f"  {len(found.cut_points)} cut points, {len(found.single)} that cost the others something, "
        f"{len(found.together)} pairs that cost more together"
    )
    print(f"  ours {taken:.2f} s; networkx, islands only, {theirs_taken:.0f} s (from {len(chosen)} removals)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--parties", type=int, default=225)
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--seed", type=int, default=2026)
    arguments = parser.parse_args()
    report("the real portfolio", sw.example("deltaplan"), arguments.sample)
    for collaborations in (60, 120, 200):
        name = f"made up, {collaborations} collaborations (seed {arguments.seed})"
        report(name, made(arguments.parties, collaborations, arguments.seed), arguments.sample)
    report("a tree, where everything is a cut point", tree(arguments.parties), arguments.sample)


if __name__ == "__main__":
    main()
