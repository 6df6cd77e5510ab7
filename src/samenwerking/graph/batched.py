"""Shortest paths of many nodes at once, with numpy and scipy: the same numbers as networkx, sooner."""

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from samenwerking.graph.ordering import in_order

if TYPE_CHECKING:
    import networkx

# Nodes whose paths are reckoned together: from 16 to 64 it makes no difference, and it bounds the memory.
_TOGETHER = 32


def _needed() -> tuple[Any, Any]:
    try:
        return import_module("numpy"), import_module("scipy.sparse")
    except ImportError as error:
        raise ImportError("engine 'batched' needs an extra: pip install 'samenwerking[analysis]'") from error


def _one_batch(numpy: Any, matrix: Any, turned: Any, begins: Any) -> Any:
    """Add up, per node, its share in the shortest paths from some nodes to all (Brandes 2001)."""
    columns = numpy.arange(len(begins))
    paths = numpy.zeros((matrix.shape[0], len(begins)))
    paths[begins, columns] = 1
    distance = numpy.full(paths.shape, -1)
    distance[begins, columns] = 0
    front, steps = paths, 0
    while True:
        front = numpy.where(distance < 0, turned @ front, 0)
        reached = front > 0
        if not reached.any():
            break
        steps += 1
        distance[reached] = steps
        paths = paths + front
    shares = numpy.zeros(paths.shape)
    for step in range(steps, 1, -1):  # not down to the node itself, which is between none
        ahead = numpy.divide(1 + shares, paths, out=numpy.zeros(paths.shape), where=distance == step)
        shares += numpy.where(distance == step - 1, paths * (matrix @ ahead), 0)
    return shares.sum(axis=1)


def dependencies(graph: "networkx.Graph[Any]", begins: Iterable[Any]) -> dict[Any, float]:
    """Return of each node the sum of its shares in the shortest paths that begin at some nodes.

    All paths of a batch grow one step at a time, each step one product with the whole graph. So it takes
    (nodes that begin) x (ties) x (longest distance) plain operations, and memory for nodes x 32 numbers
    a few times over.

    Args:
        graph: Any graph of networkx; ties are unweighted.
        begins: The nodes at which paths begin.

    Returns:
        Per node, in order, its sum over all ordered pairs of a beginning and an end (twice the usual sum
        where ties have no direction).

    Raises:
        ImportError: If numpy or scipy is not installed.

    Example:
        >>> import networkx as nx
        >>> dependencies(nx.path_graph(3), [0, 1, 2])
        {0: 0.0, 1: 2.0, 2: 0.0}
    """
    numpy, sparse = _needed()
    place = {node: number for number, node in enumerate(in_order(graph))}
    ties = [(place[one], place[other]) for one, other in graph.edges() if one != other]
    pairs = numpy.array(ties, dtype=int).reshape(-1, 2)
    ones = numpy.ones(len(pairs))
    matrix = sparse.csr_matrix((ones, (pairs[:, 0], pairs[:, 1])), shape=(len(place), len(place)))
    if not graph.is_directed():
        matrix = matrix + matrix.T
    matrix.data[:] = 1  # however often it is there
    turned = matrix.T.tocsr()
    rows = numpy.array([place[node] for node in begins], dtype=int)
    total = numpy.zeros(len(place))
    with numpy.errstate(over="ignore", invalid="ignore"):  # the caller tells what is not finite
        for start in range(0, len(rows), _TOGETHER):
            total += _one_batch(numpy, matrix, turned, rows[start : start + _TOGETHER])
    return dict(zip(place, total.tolist(), strict=True))
