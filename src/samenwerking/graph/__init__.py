"""Who works with whom, as graphs of networkx, and measures on them.

Importing this package does not import networkx yet: the first graph does.
"""

from samenwerking.graph.measures import Measure, betweenness, components, degree
from samenwerking.graph.modes import two_mode
from samenwerking.graph.ordering import ordered
from samenwerking.graph.projection import Weight, works_with

__all__ = ["Measure", "Weight", "betweenness", "components", "degree", "ordered", "two_mode", "works_with"]
