"""The smallest number of sets that together hold everything (set cover)."""

import math
from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import count
from typing import Generic, TypeVar

import attrs

T = TypeVar("T", bound=Hashable)

MOST_EXACT = 20


@attrs.frozen(kw_only=True)
class Cover(Generic[T]):
    """Sets that together hold everything that can be held.

    Args:
        chosen: Names of the sets: in order, or the largest gain first if it is not exact.
        left: What no set holds.
        exact: Whether no smaller choice exists for certain.
        bound: The choice is at most so many times as large as the smallest one; 1 if it is exact.
    """

    chosen: tuple[str, ...]
    left: tuple[T, ...]
    exact: bool
    bound: float


def _undominated(sets: Mapping[str, int]) -> dict[str, int]:
    """Leave out sets that hold no more than another one; of equal sets the first stays."""
    largest_first = sorted(sets, key=lambda name: (-sets[name].bit_count(), name))
    kept: dict[str, int] = {}
    for name in largest_first:
        if sets[name] and all(sets[name] | other != other for other in kept.values()):
            kept[name] = sets[name]
    return kept


def _bits(mask: int) -> Iterator[int]:
    while mask:
        yield (lowest := mask & -mask)
        mask ^= lowest


def _search(sets: Mapping[str, int], open_: int, steps: int) -> tuple[str, ...] | None:
    """Return at most so many sets that hold all that is open, or ``None`` if there are none."""
    if not open_:
        return ()
    most = max((held & open_).bit_count() for held in sets.values())
    if steps * most < open_.bit_count():
        return None
    # One of the sets that hold the rarest element must be chosen: the fewest branches.
    rarest = min(_bits(open_), key=lambda bit: (sum(bool(held & bit) for held in sets.values()), bit))
    for name, held in sets.items():
        if held & rarest:
            rest = _search(sets, open_ & ~held, steps - 1)
            if rest is not None:
                return (name, *rest)
    return None


def _greedy(sets: Mapping[str, int], open_: int) -> tuple[str, ...]:
    chosen: list[str] = []
    while open_:
        name = min(sets, key=lambda name: (-(sets[name] & open_).bit_count(), name))
        chosen.append(name)
        open_ &= ~sets[name]
    return tuple(chosen)


def smallest_cover(
    wanted: Iterable[T], sets: Mapping[str, Iterable[T]], *, most_exact: int = MOST_EXACT
) -> Cover[T]:
    """Return the smallest number of sets that together hold everything wanted.

    Sets that hold no more than another one are left out first. Of what then remains the smallest choice is
    found by search; with too many sets the largest gain is taken step by step, which is never worse than
    H(n) = 1 + 1/2 + ... + 1/n times the smallest choice, n being the size of the largest set (Chvátal 1979,
    https://doi.org/10.1287/moor.4.3.233).

    Args:
        wanted: What must be held, each once.
        sets: Name to what that set holds.
        most_exact: With how many sets, 0 or more, the search is still made.

    Returns:
        The choice; the same for the same content in any order of ``sets``.

    Example:
        >>> smallest_cover("abcd", {"x": "ab", "y": "cd", "z": "bc"}).chosen
        ('x', 'y')
    """
    elements = tuple(dict.fromkeys(wanted))
    bit = {element: 1 << position for position, element in enumerate(elements)}
    masks = dict.fromkeys(sorted(sets), 0)
    for name in masks:
        for element in sets[name]:
            masks[name] |= bit.get(element, 0)
    kept = _undominated(masks)
    open_ = 0
    for held in kept.values():
        open_ |= held
    left = tuple(element for element in elements if not bit[element] & open_)
    if len(kept) > most_exact:
        largest = max(held.bit_count() for held in kept.values())
        bound = math.fsum(1 / size for size in range(1, largest + 1))
        return Cover(chosen=_greedy(kept, open_), left=left, exact=bound == 1, bound=bound)
    found = next(each for steps in count() if (each := _search(kept, open_, steps)) is not None)
    return Cover(chosen=tuple(sorted(found)), left=left, exact=True, bound=1.0)
