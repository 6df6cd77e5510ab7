"""Reading JSON text, with the place of everything for whoever has to mend it."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Any

import attrs

from samenwerking.io.document import (
    DEEPEST,
    BadNumber,
    Document,
    LineColumn,
    TextProblem,
    syntax_error,
)
from samenwerking.model.record import MOST_DIGITS, Path
from samenwerking.report import Param, shorten
from samenwerking.vocabulary import Bilingual

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
_DETAILS = {
    "Expecting value": Bilingual("hier hoort een waarde", "a value is expected here"),
    "Expecting property name enclosed in double quotes": Bilingual(
        "hier hoort de naam van een veld tussen dubbele aanhalingstekens",
        "the name of a field in double quotes is expected here",
    ),
    "Expecting ':' delimiter": Bilingual("hier hoort een dubbele punt", "a colon is expected here"),
    "Expecting ',' delimiter": Bilingual("hier hoort een komma", "a comma is expected here"),
    "Extra data": Bilingual("na het einde staat nog iets", "something follows after the end"),
    "Unterminated string starting at": Bilingual(
        "deze tekst heeft geen sluitend aanhalingsteken", "this text has no closing quotation mark"
    ),
    "Invalid control character at": Bilingual(
        "in deze tekst staat een regeleinde of stuurteken", "this text holds a line end or control character"
    ),
    "Illegal trailing comma before end of object": Bilingual(
        "na het laatste veld staat een komma", "a comma follows the last field"
    ),
    "Illegal trailing comma before end of array": Bilingual(
        "na de laatste waarde staat een komma", "a comma follows the last value"
    ),
}


def _whole(text: str) -> int | BadNumber:
    return int(text) if len(text) <= 2 * MOST_DIGITS else BadNumber(text, "SAM116")


def _decimal(text: str) -> Decimal | BadNumber:
    return Decimal(text) if len(text) <= 10 * MOST_DIGITS else BadNumber(text, "SAM116")


@attrs.frozen(slots=False)
class _Places:
    """Where everything stands in a text that is known to be JSON; looked up only when needed."""

    text: str

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def place(self, offset: int) -> LineColumn:
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    @cached_property
    def _scanned(self) -> tuple[dict[Path, int], list[tuple[Path, int, int]]]:
        """Return the offset of each path, and the keys that repeat with both their offsets."""
        offsets: dict[Path, int] = {}
        repeated: list[tuple[Path, int, int]] = []
        # Per level: path, whether it is an object, key or position, key is next, offsets of its own keys.
        stack: list[list[Any]] = []
        for match in _TOKEN.finditer(self.text):
            token, offset = match[0], match.start()
            top = stack[-1] if stack else None
            if token in "}]":
                stack.pop()
            elif token == ",":
                assert top is not None
                top[2], top[3] = (None, True) if top[1] else (top[2] + 1, False)
            elif token == ":":
                continue
            elif top and top[1] and top[3]:
                top[2], top[3] = json.loads(token), False
                path = (*top[0], top[2])
                if top[2] in top[4]:
                    repeated.append((path, top[4][top[2]], offset))
                top[4].setdefault(top[2], offset)
                offsets.setdefault(path, offset)
            else:
                path = (*top[0], top[2]) if top else ()
                offsets.setdefault(path, offset)
                if token in "{[":
                    stack.append([path, token == "{", None if token == "{" else 0, token == "{", {}])
        return offsets, repeated

    def locate(self, path: Path) -> LineColumn | None:
        offsets = self._scanned[0]
        while path and path not in offsets:
            path = path[:-1]
        return self.place(offsets[path]) if path in offsets else None

    def repeated(self) -> Iterator[TextProblem]:
        for path, first, again in self._scanned[1]:
            params: dict[str, Param] = {"key": shorten(str(path[-1])), "first": self.place(first)[0]}
            yield TextProblem("SAM103", params, self.place(again), path)


def read_json(text: str) -> Document:
    r"""Read JSON text.

    Args:
        text: The text.

    Returns:
        Plain data in which decimal numbers are decimals, with all that is wrong with the text.

    Example:
        >>> read_json('{"a": 1.5}').data
        {'a': Decimal('1.5')}
        >>> read_json('{"a": 1,\n "a": 2}').problems[0].place
        (2, 2)
    """
    if not text.strip():
        return syntax_error("JSON", Bilingual("het bestand is leeg", "the file is empty"), (1, 1))
    places = _Places(text)
    repeats = False

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal repeats
        data = dict(found)
        repeats = repeats or len(data) < len(found)
        return data

    try:
        data = json.loads(
            text, object_pairs_hook=pairs, parse_int=_whole, parse_float=_decimal, parse_constant=BadNumber
        )
    except json.JSONDecodeError as error:
        detail = _DETAILS.get(error.msg, Bilingual(error.msg, error.msg))
        return syntax_error("JSON", detail, (error.lineno, error.colno))
    except RecursionError:
        return Document(None, (TextProblem("SAM104", {"limit": DEEPEST}, (1, 1)),))
    return Document(data, tuple(places.repeated()) if repeats else (), places.locate)
