"""What a graph carries of a portfolio, and a graph cut down to what every format can hold."""

import math
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from samenwerking.graph import ordered
from samenwerking.model import Canvas, Collaboration, Organization, Participation, Period, Portfolio, plan

if TYPE_CHECKING:
    import networkx

# What stands in a two-mode graph, by class; whatever else is filled in stays behind.
_CARRIED: dict[type, frozenset[str]] = {
    Portfolio: frozenset({"schema", "title"}),
    Organization: frozenset({"id", "name", "kind", "ownership", "sector"}),
    Collaboration: frozenset({"id", "name", "gear"}),
    Canvas: frozenset({"form", "type"}),
    Participation: frozenset({"party", "role"}),
    Period: frozenset({"start", "end"}),
}
# Where it goes on looking further in: classes that the graph carries a part of.
_WITHIN = {
    (Portfolio, "organizations"),
    (Portfolio, "collaborations"),
    (Collaboration, "canvas"),
    (Canvas, "parties"),
    (Participation, "period"),
}


def uncarried(record: Any, path: str = "") -> Iterator[str]:
    """Yield what of a portfolio has no place in its two-mode graph.

    Args:
        record: A portfolio, or a record within it.
        path: Where it stands.

    Yields:
        Paths to what is filled in, one for all records alike; never content.

    Example:
        >>> list(uncarried(Portfolio(goals=[], title="Leeg", coalition="deltaplan")))
        ['coalition']
    """
    carried = _CARRIED[type(record)]
    hidden = record.private_fields if isinstance(record, Organization) else ()
    for field in plan(type(record)):
        value = getattr(record, field.name)
        place = f"{path}.{field.name}" if path else field.name
        if (type(record), field.name) in _WITHIN:
            for item in field.items(value):
                yield from uncarried(item, f"{place}[]" if field.many else place)
        elif field.name in hidden or (
            field.name not in carried and (field.required or value != field.default)
        ):
            yield place


_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT = "\ufffd"
CHANGED = " (changed)"
# Names that the format itself uses, so that an attribute of that name would be lost.
Reserved = Mapping[str, frozenset[str]]


class _Cut:
    """Cuts nodes and attributes down, and remembers what was lost."""

    def __init__(self, reserved: Reserved) -> None:
        self.reserved = reserved
        self.lost: set[str] = set()

    def text(self, value: str, place: str) -> str:
        fit = _UNFIT.sub(_REPLACEMENT, value)
        if fit != value:
            self.lost.add(place + CHANGED)
        return fit

    def value(self, value: Any, place: str) -> Any:
        match value:
            case bool():
                return value
            case str():
                return self.text(str(value), place)
            case int():
                return int(value)
            case float() if math.isfinite(value):
                return float(value)
            case Decimal() if value.is_finite():  # asked first: a signaling NaN cannot even be converted
                return self.value(float(value), place)
        return None

    def attributes(self, part: str, attributes: Mapping[Any, Any]) -> dict[str, Any]:
        cut: dict[str, Any] = {}
        for key, value in attributes.items():
            name = self.text(str(key), part)
            place = f"{part}.{name}"
            fit = None if name in self.reserved[part] or name in cut else self.value(value, place)
            if fit is None:
                self.lost.add(place)
            else:
                cut[name] = fit
        return cut

    def node(self, id: Any) -> str:
        if not isinstance(id, str):
            self.lost.add("nodes[].id" + CHANGED)
        return self.text(str(id), "nodes[].id")


def cut_down(graph: "networkx.Graph[Any]", reserved: Reserved) -> tuple[Any, tuple[str, ...]]:
    """Return a graph of texts, numbers and booleans only, in order, with ids of text, and what that cost.

    Args:
        graph: Any graph of networkx.
        reserved: Per part (``graph``, ``nodes[]``, ``edges[]``) names of attributes that cannot be carried.

    Returns:
        A graph of the same kind, and paths to what was left out or changed.

    Raises:
        ValueError: If two nodes would get the same id.

    Example:
        >>> import networkx as nx
        >>> graph = nx.Graph([(1, 2, {"tags": []})])
        >>> cut_down(graph, {"graph": frozenset(), "nodes[]": frozenset(), "edges[]": frozenset()})[1]
        ('edges[].tags', 'nodes[].id (changed)')
    """
    cut = _Cut(reserved)
    source: Any = ordered(graph)
    ids: dict[Any, str] = {node: cut.node(node) for node in source}
    if len(set(ids.values())) < len(ids):
        raise ValueError("two nodes would get the same id; give nodes ids of text that differ")
    made: Any = type(source)()
    made.graph.update(cut.attributes("graph", source.graph))
    made.add_nodes_from((ids[node], cut.attributes("nodes[]", source.nodes[node])) for node in source)
    made.add_edges_from(  # a graph with several edges per pair numbers them anew
        (ids[first], ids[second], cut.attributes("edges[]", attributes))
        for first, second, attributes in source.edges(data=True)
    )
    if made.is_multigraph() and [edge[2] for edge in made.edges(keys=True)] != [
        edge[2] for edge in source.edges(keys=True)
    ]:
        cut.lost.add("edges[].key" + CHANGED)
    return made, tuple(sorted(cut.lost))
