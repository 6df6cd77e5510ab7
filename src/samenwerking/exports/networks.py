"""Formats of network tools: node-link JSON (D3, networkx) and GraphML (Gephi, yEd, igraph, UCINET)."""

import json
import os
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from samenwerking.exports.carried import Reserved, cut_down, uncarried
from samenwerking.exports.exported import Exported
from samenwerking.graph import two_mode
from samenwerking.model import Portfolio

if TYPE_CHECKING:
    import networkx

_NODE_LINK: Reserved = {
    "graph": frozenset(),
    "nodes[]": frozenset({"id"}),
    "edges[]": frozenset({"source", "target", "key"}),
}
_GRAPHML: Reserved = {
    "graph": frozenset({"id", "node_default", "edge_default"}),
    "nodes[]": frozenset(),
    "edges[]": frozenset(),
}


def _graph(source: Any, reserved: Reserved) -> tuple[Any, tuple[str, ...]]:
    """Return a graph fit to write, and what stays behind."""
    if not isinstance(source, Portfolio):
        return cut_down(source, reserved)
    graph, lost = cut_down(two_mode(source), reserved)
    behind = {*lost, *uncarried(source)}
    if any(record.id not in graph for record in source.organizations):
        behind.add("organizations[] (persons that are no party)")
    return graph, tuple(sorted(behind))


def _finished(exported: Exported, path: str | os.PathLike[str] | None) -> Exported:
    if path is not None:
        exported.save(path)
    return exported


def node_link(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]", path: str | os.PathLike[str] | None = None
) -> Exported:
    """Return a graph as node-link JSON: ``nodes`` with ``id``, ``edges`` with ``source`` and ``target``.

    Private content does not come along: names of persons are not in the graph of a portfolio.

    Args:
        portfolio_or_graph: A portfolio, of which :func:`samenwerking.graph.two_mode` is exported, or any
            graph of networkx.
        path: Where to write it too; the file is written whole or not at all.

    Returns:
        The plain data in ``data``, the JSON in ``text`` and what could not be carried in ``left_out``. The
        same content gives the same text.

    Raises:
        ValueError: If two nodes would get the same id.
        OSError: If the file cannot be written.

    Example:
        >>> import networkx as nx
        >>> node_link(nx.Graph([("a", "b")])).data["edges"]
        [{'source': 'a', 'target': 'b'}]
    """
    import networkx as nx

    graph, left_out = _graph(portfolio_or_graph, _NODE_LINK)
    data: dict[str, Any] = nx.node_link_data(graph, edges="edges")
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
    return _finished(Exported(text, data, left_out), path)


def graphml(
    portfolio_or_graph: "Portfolio | networkx.Graph[Any]", path: str | os.PathLike[str] | None = None
) -> Exported:
    """Return a graph as GraphML, which Gephi, yEd, igraph, R and UCINET read.

    Private content does not come along: names of persons are not in the graph of a portfolio. Characters
    that XML cannot hold become U+FFFD.

    Args:
        portfolio_or_graph: A portfolio, of which :func:`samenwerking.graph.two_mode` is exported, or any
            graph of networkx.
        path: Where to write it too; the file is written whole or not at all.

    Returns:
        The XML in ``text`` and what could not be carried in ``left_out``. The same content gives the same
        text.

    Raises:
        ValueError: If two nodes would get the same id.
        OSError: If the file cannot be written.

    Example:
        >>> import networkx as nx
        >>> '<edge source="a" target="b" />' in graphml(nx.Graph([("a", "b")])).text
        True
    """
    from networkx.readwrite.graphml import GraphMLWriter

    graph, left_out = _graph(portfolio_or_graph, _GRAPHML)
    # Not generate_graphml: it splits the text into lines, also at line ends of other scripts within names.
    xml = GraphMLWriter(graph).xml
    ElementTree.indent(xml)
    # A bare carriage return would be read as a line feed.
    body = ElementTree.tostring(xml, encoding="unicode").replace("\r", "&#13;")
    text = f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'
    return _finished(Exported(text, None, left_out), path)
