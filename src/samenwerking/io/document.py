"""A document as read from text: plain data, what was wrong with the text, and where everything stands."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import attrs

from samenwerking.model.record import Path
from samenwerking.report import Param, shorten
from samenwerking.vocabulary import Bilingual

DEEPEST = 100
LineColumn: TypeAlias = tuple[int, int]


class Scalar(str):
    """A text of YAML, of which the field decides what it stands for."""

    __slots__ = ()


@attrs.frozen
class BadNumber:
    """A number that JSON writes but nobody can reckon with, such as ``NaN`` or a million digits.

    Args:
        text: How it begins.
        code: The finding it becomes.
    """

    text: str = attrs.field(converter=shorten)
    code: str = "SAM124"


@attrs.frozen
class TextProblem:
    """Something wrong with the text itself.

    Args:
        code: A ``SAM1xx`` code.
        params: Values for the message.
        place: Line and column, from 1.
        path: Where in the data, if known.
    """

    code: str
    params: Mapping[str, Param]
    place: LineColumn | None = None
    path: Path = ()


def _nowhere(path: Path) -> LineColumn | None:
    return None


@attrs.frozen
class Document:
    """What came of reading a text.

    Args:
        data: Plain data, or ``None`` if the text could not be read at all.
        problems: What was wrong with the text.
        locate: Gives line and column of a path; of the nearest place around it that there is.
    """

    data: Any
    problems: tuple[TextProblem, ...] = ()
    locate: Callable[[Path], LineColumn | None] = _nowhere


def nearest_place(places: Mapping[Path, LineColumn], path: Path) -> LineColumn | None:
    """Return where a path stands, or else the nearest place around it.

    Args:
        places: Known places.
        path: The path.

    Returns:
        Line and column, from 1; ``None`` if even the beginning is unknown.

    Example:
        >>> nearest_place({(): (1, 1), ("goals",): (2, 3)}, ("goals", 0, "name"))
        (2, 3)
    """
    while path and path not in places:
        path = path[:-1]
    return places.get(path)


def decode(content: bytes) -> str | Document:
    """Return bytes as text, or a document that says why they are none.

    Args:
        content: The bytes of a file; a byte order mark is skipped.

    Returns:
        The text, or a document without data.

    Example:
        >>> decode(b"{}")
        '{}'
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        params: dict[str, Param] = {"byte": f"0x{content[error.start]:02X}", "offset": error.start}
        return Document(None, (TextProblem("SAM102", params, (line, column)),))


def syntax_error(form: str, detail: Bilingual, place: LineColumn | None) -> Document:
    """Return a document that could not be read.

    Args:
        form: ``"JSON"`` or ``"YAML"``.
        detail: What is wrong.
        place: Where.

    Returns:
        A document without data.
    """
    return Document(None, (TextProblem("SAM101", {"format": form, "detail": detail}, place),))
