"""A mapping that cannot change, so that shared vocabulary stays what it is."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Table(Mapping[K, V]):
    """A read-only mapping that keeps its order and can be hashed, copied and pickled.

    Args:
        entries: The pairs to hold; a copy is made.

    Example:
        >>> Table({"kan": 1})["kan"]
        1
    """

    __slots__ = ("_entries",)

    def __init__(self, entries: Mapping[K, V] | None = None) -> None:
        """Copy the entries; see the class."""
        self._entries: dict[K, V] = dict(entries or {})

    def __getitem__(self, key: K) -> V:
        """Return the value of a key."""
        return self._entries[key]

    def __iter__(self) -> Iterator[K]:
        """Go through the keys in the order of the data file."""
        return iter(self._entries)

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self._entries)

    def __hash__(self) -> int:
        """Hash by content, without regard to order (as equality does)."""
        return hash(frozenset(self._entries.items()))

    def __repr__(self) -> str:
        """Show the entries."""
        return f"Table({self._entries!r})"
