"""From records to plain data, JSON text and files."""

import contextlib
import json
import os
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, TypeAlias

from samenwerking.model import Date, Extra, Portfolio, Record, plan, private_paths, without_private
from samenwerking.vocabulary import ClosedList

Private: TypeAlias = Literal["refuse", "omit", "include"]


class PrivateContent(ValueError):
    """Raised when a portfolio with private content would leave without that being asked for.

    Args:
        places: Where private content stands; never what it says.
    """

    def __init__(self, places: tuple[str, ...]) -> None:
        self.places = places
        shown = ", ".join(places[:10]) + (f" and {len(places) - 10} more" if len(places) > 10 else "")
        super().__init__(f"private content at {shown}; choose private='omit' or private='include'")


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _plain(value: Any) -> Any:
    match value:
        case ClosedList():
            return value.value
        case Date():
            return value.iso
        case Decimal():
            return _number(value)
        case tuple():
            return [_plain(item) for item in value]
        case Extra():
            return {key: _plain(item) for key, item in value.items()}
        case str() | bool() | int():
            return value
    return _record(value)


def _is_default(record: Any, name: str, value: Any, default: Any) -> bool:
    if name == "id":  # the id of a partner or supporter that follows from its party
        return bool(value == f"{type(record).__name__.lower()}-{record.party}")
    return bool(value == default)


def _record(record: Record) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for field in plan(type(record)):
        value = getattr(record, field.name)
        if field.kind == "extra":
            data |= _plain(value)
        elif field.required or not _is_default(record, field.name, value, field.default):
            data[field.name] = _plain(value)
    return data


def to_dict(portfolio: Portfolio, *, private: Private = "refuse") -> dict[str, Any]:
    """Return a portfolio as plain data: texts, numbers, booleans, lists and dictionaries.

    Keys come in the declared order; defaults are left out.

    Args:
        portfolio: The portfolio.
        private: What to do with private content: refuse, leave it out, or include it.

    Returns:
        Data that ``json.dumps`` takes and :func:`from_dict` reads back.

    Raises:
        PrivateContent: If there is private content and it is to be refused.
        ValueError: If ``private`` is something else.

    Example:
        >>> to_dict(Portfolio(title="Leeg"))
        {'schema': 1, 'title': 'Leeg'}
    """
    if private not in ("refuse", "omit", "include"):
        raise ValueError(f"private must be 'refuse', 'omit' or 'include', not {private!r}")
    if private == "refuse" and (found := tuple("/".join(map(str, p)) for p in private_paths(portfolio))):
        raise PrivateContent(found)
    shown = without_private(portfolio) if private == "omit" else portfolio
    return {"schema": shown.schema, **_record(shown)}


def to_json(portfolio: Portfolio, *, private: Private = "refuse") -> str:
    """Return a portfolio as canonical JSON text, fit for version control.

    Args:
        portfolio: The portfolio.
        private: What to do with private content: refuse, leave it out, or include it.

    Returns:
        JSON with two-space indent and a newline at the end; the same portfolio gives the same text.

    Raises:
        PrivateContent: If there is private content and it is to be refused.

    Example:
        >>> print(to_json(Portfolio()), end="")
        {
          "schema": 1
        }
    """
    data = to_dict(portfolio, private=private)
    return json.dumps(data, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def save(portfolio: Portfolio, path: str | os.PathLike[str], *, private: Private = "refuse") -> None:
    r"""Write a portfolio to a JSON file. The old file stays whole until the new one is on disk.

    Args:
        portfolio: The portfolio.
        path: A path ending in ``.json``; a link is followed.
        private: What to do with private content: refuse, leave it out, or include it.

    Raises:
        PrivateContent: If there is private content and it is to be refused.
        ValueError: If the path does not end in ``.json``.
        OSError: If the file cannot be written; the old one is then as it was.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     save(Portfolio(), Path(folder) / "leeg.json")
        ...     (Path(folder) / "leeg.json").read_text()
        '{\n  "schema": 1\n}\n'
    """
    if Path(path).suffix.casefold() != ".json":
        raise ValueError(f"save writes JSON: {os.fspath(path)!r} does not end in .json")
    write_text(Path(path), to_json(portfolio, private=private))


def write_text(path: Path, text: str) -> None:
    """Write a text file whole or not at all.

    Args:
        path: Where; a link is followed, permissions are kept.
        text: What.

    Raises:
        OSError: If it cannot be written; an old file is then as it was.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     write_text(Path(folder) / "a.txt", "a")
        ...     (Path(folder) / "a.txt").read_text()
        'a'
    """
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file whole or not at all.

    Args:
        path: Where; a link is followed, permissions are kept.
        content: What.

    Raises:
        OSError: If it cannot be written; an old file is then as it was.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     write_bytes(Path(folder) / "a.bin", b"a")
        ...     (Path(folder) / "a.bin").read_bytes()
        b'a'
    """
    target = Path(os.path.realpath(path))
    descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _permissions(target))
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _permissions(target: Path) -> int:
    """Return the permissions of the old file, or those that a new file gets."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
