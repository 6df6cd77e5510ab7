"""How often intervals hold the truth: hide parties of made-up and real networks, and look the number up.

Per measure and share of parties hidden, the share of intervals of 90% that have the number of the whole
network in them. The same is done where the promise does not hold: parties in few collaborations go missing
sooner, and a real portfolio is taken as if it were the whole.
"""

import argparse
import importlib.util
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import samenwerking as sw
from samenwerking.graph import works_with
from samenwerking.graph.certainty import interval

TEST = Path(__file__).resolve().parents[1] / "tests" / "graph" / "test_certainty.py"


def simulation() -> Any:
    """Load what the tests make up networks with."""
    spec = importlib.util.spec_from_file_location("test_certainty", TEST)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def by_chance(graph: Any, share: float, chance: random.Random) -> list[Any]:
    return chance.sample(sorted(graph), round(share * len(graph)))


def small_ones_first(graph: Any, share: float, chance: random.Random) -> list[Any]:
    left = sorted(graph)
    gone: list[Any] = []
    for _ in range(round(share * len(graph))):
        weights = [1 / (1 + graph.degree[party]) for party in left]
        gone += chance.choices(left, weights)
        left.remove(gone[-1])
    return gone


def covered(
    networks: Callable[[random.Random], Any], hide: Any, measure: Any, share: float, cases: int, samples: int
) -> float:
    chance = random.Random(f"{share} {cases}")
    hits = 0
    for _ in range(cases):
        whole = networks(chance)
        seen = whole.copy()
        seen.remove_nodes_from(hide(whole, share, chance))
        found = interval(seen, measure, missing=share, samples=samples).value
        assert found is not None
        hits += found.low <= measure(whole) <= found.high
    return hits / cases


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=500)
    parser.add_argument("--samples", type=int, default=100)
    arguments = parser.parse_args()
    made_up = simulation()
    real = works_with(sw.example("deltaplan"), "binary")
    for party, sector in real.nodes(data="sector"):
        real.nodes[party]["sector"] = sector or party
    settings = (
        ("made-up networks, hidden by chance", made_up.population, by_chance, arguments.cases),
        ("made-up networks, small ones first", made_up.population, small_ones_first, arguments.cases),
        ("the real portfolio, hidden by chance", lambda chance: real, by_chance, arguments.cases // 5),
    )
    for name, networks, hide, cases in settings:
        print(f"{name} ({cases} cases each, {arguments.samples} samples)")
        for share in (0.1, 0.2, 0.3):
            shares = {
                label: covered(networks, hide, measure, share, cases, arguments.samples)
                for label, measure in made_up.MEASURES.items()
            }
            print(
                f"  {share:.0%} hidden: " + ", ".join(f"{label} {hit:.1%}" for label, hit in shares.items())
            )


if __name__ == "__main__":
    main()
