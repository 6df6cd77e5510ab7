"""What chance would give as brokerage, in a network whose ties exist independently (Gould & Fernandez 1989).

A role can be held over so many pairs of one node, or triples of all. Two of those that overlap in one tie
vary together, in one of three ways: both need the tie, one needs it and the other its absence, or both need
its absence. So each role has four whole numbers: how many triples, and how many overlaps of each kind.
"""

import math
from typing import TypeAlias

Overlaps: TypeAlias = tuple[int, int, int, int]


def of_a_node(size: int, sizes: list[int]) -> tuple[Overlaps, ...]:
    """Count the pairs that one node can broker, exactly.

    Args:
        size: How many nodes its group has, itself included.
        sizes: How many nodes each group has, that one included.

    Returns:
        Per role, in the order of :class:`Roles`, the pairs and their overlaps.

    Example:
        >>> of_a_node(2, [2, 1])[-1]
        (2, 0, 0, 0)
    """
    n, squares, cubes, _ = _powers(sizes)
    rest, squares, cubes = n - size, squares - size**2, cubes - size**3
    pairs = rest * (size - 1)
    between = pairs, pairs * (n - 3), 0, 0
    apart = rest**3 - 2 * rest * squares + cubes - rest**2 + squares
    return (
        ((size - 1) * (size - 2), 2 * (size - 1) * (size - 2) * (size - 3), 0, 0),
        (squares - rest, 2 * (cubes - 3 * squares + 2 * rest), 0, 0),
        between,
        between,
        (rest**2 - squares, 2 * apart, 0, 0),
        ((n - 1) * (n - 2), 2 * (n - 1) * (n - 2) * (n - 3), 0, 0),
    )


def _powers(sizes: list[int]) -> tuple[int, int, int, int]:
    one, two, three, four = (sum(size**power for size in sizes) for power in (1, 2, 3, 4))
    return one, two, three, four


def of_all(sizes: list[int]) -> tuple[Overlaps, ...]:
    """Count the triples of all nodes together, with the overlaps that R sna takes into account.

    For coordinator, representative, gatekeeper and total it passes over some triples that exclude one
    another.

    Args:
        sizes: How many nodes each group has.

    Returns:
        Per role, in the order of :class:`Roles`, the triples and their overlaps.

    Example:
        >>> of_all([2, 1])[-1]
        (6, 12, 0, 0)
    """
    n, squares, cubes, fourths = _powers(sizes)
    out = [(size, size * (size - 1) * (n - size)) for size in sizes]
    pairs = sum(pair for _, pair in out)
    consultant = sum(pair * (2 * size - 6) for size, pair in out) + 2 * sum(
        size * (size - 1) * (squares - size * size) for size in sizes
    )
    between = pairs, pairs * (n - 3), 0, sum(pair * (size - 2) for size, pair in out)
    # Over three different groups: the product of their sizes, and that with the first one squared.
    triples = n**3 - 3 * n * squares + 2 * cubes
    squared = squares * n**2 - squares**2 - 2 * cubes * n + 2 * fourths
    mixed = (4 * n - 2) * triples - 8 * squared
    return (
        _within(sizes),
        (pairs, consultant, 0, sum(pair * (n - size - 1) for size, pair in out)),
        between,
        between,
        (triples, mixed, mixed, (n - 1) * triples - 2 * squared),
        _within([n]),
    )


def _within(sizes: list[int]) -> Overlaps:
    triples, fourths = (sum(math.perm(size, length) for size in sizes) for length in (3, 4))
    return triples, 4 * fourths + 2 * triples, 4 * fourths, fourths


def by_chance(overlaps: Overlaps, density: float) -> tuple[float, float]:
    """Return expectation and standard deviation of a count, if each tie exists with the same probability.

    Args:
        overlaps: How many triples can make the count, and how they overlap.
        density: The probability of a tie, 0 to 1.

    Returns:
        Both numbers.

    Example:
        >>> by_chance((8, 0, 0, 0), 0.5)[0]
        1.0
    """
    triples, both, one, none = overlaps
    absent = 1 - density
    each = density**2 * absent
    variance = (
        triples * each * (1 - each)
        + both * density**3 * absent**3
        - one * density**4 * absent**2
        + none * density**5 * absent
    )
    return triples * each, math.sqrt(max(variance, 0))
