"""Keys of other people's: ``x-`` keys that a document carries and the library writes back unchanged."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

PREFIX = "x-"
JsonValue: TypeAlias = "str | int | Decimal | bool | tuple[JsonValue, ...] | Extra"


def _freeze(value: Any) -> JsonValue:
    match value:
        case Extra() | str() | bool() | int() | Decimal():
            return value
        case float():
            return Decimal(repr(value))
        case Mapping():
            return Extra(value)
        case list() | tuple():
            return tuple(_freeze(item) for item in value)
        case _:
            raise TypeError(f"an x- key cannot hold {type(value).__name__}")


class Extra(Mapping[str, JsonValue]):
    """A read-only, hashable mapping of plain data.

    Lists become tuples, mappings become ``Extra``, floats become decimals.

    Args:
        values: Plain data: texts, numbers, booleans, lists and mappings of those.

    Raises:
        TypeError: If it holds anything else, ``None`` included.

    Example:
        >>> Extra({"x-colour": ["blue", "green"]})["x-colour"]
        ('blue', 'green')
    """

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, Any] | None = None) -> None:
        items = {} if values is None else values
        if not isinstance(items, Mapping):
            raise TypeError(f"x- keys stand in a mapping, not in {type(items).__name__}")
        if not all(isinstance(key, str) for key in items):
            raise TypeError("keys must be texts")
        self._values: dict[str, JsonValue] = {key: _freeze(value) for key, value in items.items()}

    def __getitem__(self, key: str) -> JsonValue:
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __hash__(self) -> int:
        return hash(frozenset(self._values.items()))

    def __repr__(self) -> str:
        return f"Extra({self._values!r})"


EMPTY = Extra()


def as_extra(value: Mapping[str, Any]) -> Extra:
    """Convert a mapping for an ``extra`` attribute.

    Args:
        value: A mapping.

    Returns:
        The same data, read-only.

    Example:
        >>> as_extra({"x-a": 1})
        Extra({'x-a': 1})
    """
    return value if isinstance(value, Extra) else Extra(value)
