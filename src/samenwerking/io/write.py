"""From records to plain data, JSON text and files."""

import contextlib
import json
import os
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


def plain_data(value: Any) -> Any:
    """Return a value of the model as plain data, defaults left out.

    Args:
        value: A record, or what an attribute of one holds.

    Returns:
        Texts, numbers, booleans, lists and dictionaries.

    Example:
        >>> plain_data((Date("2026-03"), Decimal("1.0")))
        ['2026-03', 1]
    """
    match value:
        case ClosedList():
            return value.value
        case Date():
            return value.iso
        case Decimal():
            return _number(value)
        case tuple():
            return [plain_data(item) for item in value]
        case Extra():
            return {key: plain_data(item) for key, item in value.items()}
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
            data |= plain_data(value)
        elif field.required or not _is_default(record, field.name, value, field.default):
            data[field.name] = plain_data(value)
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
    return json_text(to_dict(portfolio, private=private))


def json_text(data: Any) -> str:
    r"""Return plain data as the JSON text that is fit for version control.

    Args:
        data: Texts, numbers, booleans, lists and dictionaries.

    Returns:
        JSON with two-space indent and a newline at the end.

    Example:
        >>> json_text({"schema": 1})
        '{\n  "schema": 1\n}\n'
    """
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


def write_text(path: Path, text: str, *, new: int | None = None) -> None:
    """Write a text file whole or not at all.

    Args:
        path: Where; a link is followed, permissions are kept.
        text: What.
        new: Permissions of a file that was not there; the usual ones if left out.

    Raises:
        OSError: If it cannot be written; an old file is then as it was.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     write_text(Path(folder) / "a.txt", "a")
        ...     (Path(folder) / "a.txt").read_text()
        'a'
    """
    write_bytes(path, text.encode("utf-8"), new=new)


def write_bytes(path: Path, content: bytes, *, new: int | None = None) -> None:
    """Write a file whole or not at all.

    Args:
        path: Where; a link is followed, permissions are kept.
        content: What.
        new: Permissions of a file that was not there; the usual ones if left out.

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
    import tempfile  # needed here only, and slow to load

    descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _permissions(target, new))
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _permissions(target: Path, new: int | None) -> int:
    """Return the permissions of the old file, or those that a new file gets."""
    if target.exists():
        return target.stat().st_mode & 0o777
    if new is not None:
        return new
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
