"""How much faster measures are than those of networkx, in one run.

Times are CPU times, and only their ratios mean anything; the largest relative difference is told too.
Constraint is measured in a process that cannot import numpy or scipy, as on a bare install: networkx then
takes minutes for 225 nodes with 6,000 ties, so that it does that size only with ``--full``. Betweenness is
measured with numpy and scipy, against networkx without a backend.
"""

import argparse
import gc
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import networkx as nx

from samenwerking.graph import betweenness, constraint, effective_size

WITHOUT = ("numpy", "scipy")
HOLES = [(100, 600), (225, 1700), (225, 6000)]
PATHS = [(225, 1240), (1000, 8000), (5000, 100000)]


def seconds(function: Callable[[], Any]) -> tuple[float, Any]:
    gc.collect()
    before = time.process_time()
    result = function()
    return time.process_time() - before, result


def middle(function: Callable[[], Any], rounds: int) -> tuple[float, Any]:
    taken = [seconds(function) for _ in range(rounds)]
    return statistics.median(each for each, _ in taken), taken[-1][1]


def largest_difference(ours: Mapping[Any, Any], theirs: Mapping[Any, Any]) -> float:
    pairs = [(ours[node], theirs[node]) for node in theirs if ours[node] is not None]
    return max(float(abs(one - other) / max(abs(other), 1e-300)) for one, other in pairs if one or other)


def holes(nodes: int, ties: int, rounds: int, against: bool) -> dict[str, Any]:
    """Measure structural holes here, in a process without numpy."""
    assert not set(WITHOUT) & set(sys.modules)
    graph: Any = nx.gnm_random_graph(nodes, ties, seed=2026)
    told: dict[str, Any] = {}
    for ours, theirs in ((constraint, nx.constraint), (effective_size, nx.effective_size)):
        mine, found = middle(partial(ours, graph), rounds)
        told[ours.__name__] = {"ours": mine}
        if against:
            reckon: Any = theirs
            other, expected = seconds(partial(reckon, graph))
            told[ours.__name__] |= {
                "networkx": other,
                "difference": largest_difference(found.value, expected),
            }
    return told


class Blocker:
    """Makes packages impossible to import."""

    def find_spec(self, name: str, *_: Any) -> None:
        """Refuse those that have to stay out."""
        if name.partition(".")[0] in WITHOUT:
            raise ModuleNotFoundError(name)


def bare(nodes: int, ties: int, rounds: int, against: bool) -> None:
    """Measure structural holes in a fresh process, and print."""
    command = [sys.executable, __file__, "--bare", f"{nodes}x{ties}", "--rounds", str(rounds)]
    found = subprocess.run(
        [*command, *(["--full"] if against else [])], check=True, capture_output=True, text=True
    )
    for name, times in json.loads(found.stdout).items():
        line = f"  {name:16} {nodes:5} nodes {ties:6} ties   ours {times['ours'] * 1000:9.2f} ms"
        if "networkx" in times:
            line += f"   networkx {times['networkx']:8.2f} s   {times['networkx'] / times['ours']:7.0f}x"
            line += f"   (difference {times['difference']:.0e})"
        print(line, flush=True)


def paths(graph: Any, sample: int | None, rounds: int) -> None:
    nodes, ties = len(graph), graph.number_of_edges()
    mine, found = middle(lambda: betweenness(graph, sample=sample, engine="batched").value, rounds)
    other, expected = seconds(lambda: nx.betweenness_centrality(graph, k=sample, seed=0))
    plain, same = seconds(lambda: betweenness(graph, sample=sample).value)
    difference = max(largest_difference(found, expected), largest_difference(found, same))
    of = "exact" if sample is None else f"of {sample}"
    print(
        f"  betweenness {of:8} {nodes:5} nodes {ties:6} ties   batched {mine * 1000:9.1f} ms   "
        f"engine networkx {plain / mine:5.1f}x   networkx itself {other:7.2f} s {other / mine:5.1f}x   "
        f"(difference {difference:.0e})",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true", help="let networkx do the sizes that take minutes too")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--bare", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.bare:
        blocker: Any = Blocker()
        sys.meta_path.insert(0, blocker)
        nodes, ties = map(int, arguments.bare.split("x"))
        print(json.dumps(holes(nodes, ties, arguments.rounds, arguments.full)))
        return
    print(f"without {' and '.join(WITHOUT)}:")
    for nodes, ties in HOLES:
        bare(nodes, ties, arguments.rounds, arguments.full or ties < 1000)
    print("with them:")
    for nodes, ties in PATHS:
        for sample in (None, 200):
            if sample is None and nodes > 1000 and not arguments.full:
                continue
            paths(nx.gnm_random_graph(nodes, ties, seed=2026), sample, arguments.rounds)
    print("with them, in a chain, where batches lose:")
    paths(nx.path_graph(1000), None, 1)


if __name__ == "__main__":
    main()
