"""Who works with whom, as graphs of networkx, and measures on them.

Importing this package does not import networkx yet: the first graph does.
"""

from samenwerking.graph.by_group import ByGroup
from samenwerking.graph.centralization import (
    betweenness_centralization,
    closeness_centralization,
    degree_centralization,
    two_mode_degree_centralization,
)
from samenwerking.graph.certainty import Interval, interval
from samenwerking.graph.clusters import Communities, communities
from samenwerking.graph.cohesion import (
    bridges,
    connectedness,
    cut_points,
    density,
    efficiency,
    reciprocity,
    transitivity,
)
from samenwerking.graph.gaps import Cell, Closing, Coverage, Step, coverage
from samenwerking.graph.groups import Balance, EIIndex, assortativity, ei_index, mixing
from samenwerking.graph.holes import constraint, effective_size, two_mode_constraint
from samenwerking.graph.introducing import GoBetween, Introduction, introductions
from samenwerking.graph.layers import Multiplexity, multiplexity
from samenwerking.graph.leaning import Removal
from samenwerking.graph.measures import Measure, betweenness, components, degree
from samenwerking.graph.modes import two_mode
from samenwerking.graph.ordering import ordered
from samenwerking.graph.over_time import Changes, Memberships, MembershipStep, Turnover, changes
from samenwerking.graph.positions import closeness, core_numbers, harmonic
from samenwerking.graph.projection import Weight, shared_counts, works_with
from samenwerking.graph.rank_order import RankStability, rank_stability
from samenwerking.graph.removal import WeakSpots, removals, weak_spots, what_if
from samenwerking.graph.roles import Brokerage, Roles, brokerage
from samenwerking.graph.sentences import Sentence, summary
from samenwerking.graph.sums import Double, Total, Totals, totals
from samenwerking.graph.taking_part import sector_groups

__all__ = [
    "Balance",
    "Brokerage",
    "ByGroup",
    "Cell",
    "Changes",
    "Closing",
    "Communities",
    "Coverage",
    "Double",
    "EIIndex",
    "GoBetween",
    "Interval",
    "Introduction",
    "Measure",
    "MembershipStep",
    "Memberships",
    "Multiplexity",
    "RankStability",
    "Removal",
    "Roles",
    "Sentence",
    "Step",
    "Total",
    "Totals",
    "Turnover",
    "WeakSpots",
    "Weight",
    "assortativity",
    "betweenness",
    "betweenness_centralization",
    "bridges",
    "brokerage",
    "changes",
    "closeness",
    "closeness_centralization",
    "communities",
    "components",
    "connectedness",
    "constraint",
    "core_numbers",
    "coverage",
    "cut_points",
    "degree",
    "degree_centralization",
    "density",
    "effective_size",
    "efficiency",
    "ei_index",
    "harmonic",
    "interval",
    "introductions",
    "mixing",
    "multiplexity",
    "ordered",
    "rank_stability",
    "reciprocity",
    "removals",
    "sector_groups",
    "shared_counts",
    "summary",
    "totals",
    "transitivity",
    "two_mode",
    "two_mode_constraint",
    "two_mode_degree_centralization",
    "weak_spots",
    "what_if",
    "works_with",
]
