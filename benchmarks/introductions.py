"""How often memberships that were hidden are found again, beside what is usual (hits among the first ten).

One in ten memberships is hidden, many times; of the ten pairs that are then named first, those that had met
are counted. Sectors, goals and areas do not count here, as the sets of others have none.
"""

import argparse
import importlib.util
from pathlib import Path
from typing import Any

TEST = Path(__file__).resolve().parents[1] / "tests" / "graph" / "test_introducing.py"


def experiment() -> Any:
    """Load the sets and the other ways from the tests."""
    spec = importlib.util.spec_from_file_location("test_introducing", TEST)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=200)
    arguments = parser.parse_args()
    hidden = experiment()
    sets = {
        "Southern women (networkx)": hidden.southern_women(),
        "Four circles (seed 2026)": hidden.circles(),
        "Four circles (seed 1)": hidden.circles(1),
        "Four circles (seed 2)": hidden.circles(2),
        "The real portfolio": hidden.deltaplan(),
        "Rich get richer (networkx, seed 2026)": hidden.rich_get_richer(),
        "Rich get richer (networkx, seed 3)": hidden.rich_get_richer(3),
    }
    for name, teams in sets.items():
        found = hidden.hits(teams, arguments.repeats)
        memberships = sum(map(len, teams.values()))
        print(f"{name}: {len(teams)} collaborations, {memberships} memberships")
        print("  " + ", ".join(f"{method} {count:.2f}" for method, count in found.items()))


if __name__ == "__main__":
    main()
