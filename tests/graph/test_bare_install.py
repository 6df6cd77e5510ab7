"""Without numpy and scipy every measure gives the same; only what asks for them says so."""

import subprocess
import sys

CODE = """
import sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("numpy", "scipy", "pandas", "matplotlib"):
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Blocker())
import networkx as nx
from samenwerking import graph as sg

karate = nx.karate_club_graph()
measures = [
    sg.betweenness, sg.betweenness_centralization, sg.bridges, sg.closeness, sg.closeness_centralization,
    sg.components, sg.connectedness, sg.constraint, sg.core_numbers, sg.cut_points, sg.degree,
    sg.degree_centralization, sg.density, sg.effective_size, sg.efficiency, sg.harmonic, sg.transitivity,
]
for measure in measures:
    assert measure(karate).value is not None, measure
for measure in (sg.assortativity, sg.brokerage, sg.ei_index, sg.mixing):
    assert measure(karate, "club").value is not None, measure
davis = nx.davis_southern_women_graph()
women = [node for node, mode in davis.nodes(data="bipartite") if mode == 0]
assert sg.two_mode_degree_centralization(davis, women).value is not None
assert sg.two_mode_constraint(davis).value is not None
assert sg.shared_counts(davis)
assert sg.betweenness(karate, sample=5).value is not None
assert sg.reciprocity(karate.to_directed()).value == 1
try:
    sg.betweenness(karate, engine="batched")
except ImportError as error:
    assert "samenwerking[analysis]" in str(error)
else:
    raise AssertionError("it should ask for numpy")
assert "numpy" not in sys.modules
"""


def test_every_measure_runs_on_a_bare_install() -> None:
    subprocess.run([sys.executable, "-c", CODE], check=True)
