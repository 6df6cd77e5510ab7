"""What measures by group have in common: who has no known group is told apart, and is no group."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from samenwerking.graph.measures import Measure, measured
from samenwerking.graph.ordering import in_order
from samenwerking.vocabulary import Bilingual

if TYPE_CHECKING:
    import networkx

T = TypeVar("T")

NO_GROUPS = Bilingual("Van geen enkele knoop is de groep bekend.", "Of no node the group is known.")


@attrs.frozen
class ByGroup(Measure[T]):
    """What a measure by group came to, with what it had to leave out.

    Args:
        value: The outcome; ``None`` if it is not defined.
        reason: Why it is not defined; ``None`` if it is.
        convention: How it was reckoned.
        n: How many nodes have a known group.
        evidence: Ids behind the outcome, as in :class:`Measure`.
        without_group: The nodes whose group is not known, in order.
        unknown: How many ties (brokerage: open triads) were left out because of them.

    Example:
        >>> import networkx as nx
        >>> from samenwerking.graph import assortativity
        >>> outcome = assortativity(nx.path_graph(4), {0: "a", 1: "a", 2: "b"})
        >>> outcome.without_group, outcome.unknown
        ((3,), 1)
    """

    without_group: tuple[Any, ...]
    unknown: int


def grouping(graph: "networkx.Graph[Any]", groups: Mapping[Any, Any] | str) -> dict[Any, Any]:
    """Return the group of each node of which it is known, in order.

    Args:
        graph: Any graph of networkx.
        groups: A group per node, or the attribute of nodes that says it. ``None`` and not-a-number stand for
            not known, as does being left out.

    Returns:
        Groups by node.

    Example:
        >>> import networkx as nx
        >>> grouping(nx.path_graph(3), {2: "a", 1: None, 7: "b"})
        {2: 'a'}
    """
    of: Any = dict(graph.nodes(data=groups)) if isinstance(groups, str) else groups
    found = ((node, of.get(node)) for node in in_order(graph))
    # What is not equal to itself is not a number: that is how tables write that something is not known.
    return {node: group for node, group in found if group is not None and group == group}


def parts(
    value: T | None,
    convention: Bilingual,
    source: "tuple[networkx.Graph[Any], tuple[Any, ...]]",
    known: Mapping[Any, Any],
    unknown: int,
    reason: Bilingual | None,
) -> tuple[T | None, Bilingual | None, Bilingual, int, tuple[Any, ...], tuple[Any, ...], int]:
    """Put together what every measure by group tells, in the order of :class:`ByGroup`.

    Args:
        value: The outcome; it does not count if there is a reason.
        convention: How it was reckoned.
        source: What was measured and the ids behind it.
        known: The known groups.
        unknown: How much was left out as a group is not known.
        reason: Why it is not defined.

    Returns:
        The arguments of :class:`ByGroup`.
    """
    graph, evidence = source
    whole = measured(value, convention, graph, evidence, reason)
    without = tuple(node for node in in_order(graph) if node not in known)
    return whole.value, whole.reason, convention, len(known), evidence, without, unknown
