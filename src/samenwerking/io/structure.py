"""From plain data to records: strict, and telling everything that is wrong at once.

cattrs finds the hook for each class; the hooks convert nothing that is not meant, follow the plan of the
record, and on failure still hand on what could be read, so that the rest of a document can be judged too.
"""

import re
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

import attrs
import cattrs

from samenwerking.io.document import DEEPEST, BadNumber, Scalar
from samenwerking.model.dates import Date, InvalidDate
from samenwerking.model.extra import PREFIX, Extra
from samenwerking.model.integrity import nearest
from samenwerking.model.plan import FieldPlan, plan
from samenwerking.model.record import (
    LIST,
    MOST_DIGITS,
    UNREADABLE,
    InvalidRecord,
    Problem,
    Record,
    check,
    expected,
    labels,
    shown,
)
from samenwerking.report import Param, shorten
from samenwerking.vocabulary import Bilingual, ClosedList, record_label

# What of a message's values comes from the document itself.
_QUOTED = ("got", "value")
_YES_NO = {"true": True, "false": False, "ja": True, "nee": False, "yes": True, "no": False}
_WHOLE = re.compile(r"[+-]?\d{1,30}", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,30}(\.\d{1,30})?([eE][+-]?\d{1,3})?", re.ASCII)
_DUTCH_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)


class Refused(Exception):
    """Raised by a hook for data that it cannot take.

    Args:
        problems: All that is wrong.
        partial: What could be read all the same; ``None`` if nothing.
    """

    def __init__(self, problems: list[Problem], partial: Any = None) -> None:
        self.problems = problems
        self.partial = partial
        super().__init__(problems)


def describe(value: object) -> Bilingual:
    """Return what a piece of plain data is, for a message.

    Args:
        value: Plain data.

    Returns:
        Words in both languages; the value itself only where it is short.

    Example:
        >>> describe([1]).en
        'a list'
    """
    match value:
        case Mapping():
            return Bilingual("een groep velden", "a group of fields")
        case list() | tuple():
            return LIST
        case bool():
            return Bilingual(f"ja of nee ({str(value).lower()})", f"yes or no ({str(value).lower()})")
        case int() | float() | Decimal():
            return Bilingual(f"een getal ({shorten(str(value))})", f"a number ({shorten(str(value))})")
        case str():
            return Bilingual(f"de tekst '{shorten(value)}'", f"the text '{shorten(value)}'")
        case BadNumber():
            return Bilingual(f"'{value.text}'", f"'{value.text}'")
        case None:
            return Bilingual("niets", "nothing")
    return Bilingual(type(value).__name__, type(value).__name__)


def _refuse(value: object, suggestion: str | None = None) -> Refused:
    params: dict[str, Param] = {"got": describe(value)}
    if suggestion is not None:
        params["suggestion"] = suggestion
    if isinstance(value, BadNumber):
        return Refused([Problem(value.code, (), {"value": value.text, "limit": MOST_DIGITS})])
    return Refused([Problem("SAM111", (), params)])


def _text(value: Any, _: Any) -> str:
    if isinstance(value, str):
        return str(value)
    raise _refuse(value, f'"{value}"' if type(value) in (int, Decimal) else None)


def _bool(value: Any, _: Any) -> bool:
    if isinstance(value, bool):
        return value
    meant = _YES_NO.get(value.casefold()) if isinstance(value, str) else None
    if isinstance(value, Scalar) and meant is not None:
        return meant
    raise _refuse(value, None if meant is None else str(meant).lower())


def _int(value: Any, _: Any) -> int:
    if type(value) is int:
        return value
    whole = isinstance(value, str) and _WHOLE.fullmatch(value)
    if isinstance(value, Scalar) and whole:
        return int(value)
    raise _refuse(value, str(int(value)) if whole else None)


def _decimal(value: Any, _: Any) -> Decimal:
    if type(value) in (int, Decimal):
        return Decimal(value)
    if type(value) is float:
        return Decimal(repr(value))
    number = isinstance(value, str) and _NUMBER.fullmatch(value)
    if isinstance(value, Scalar) and number:
        return Decimal(value)
    comma = isinstance(value, str) and _NUMBER.fullmatch(value.replace(",", ".", 1))
    raise _refuse(value, comma[0] if comma else None)


def _date(value: Any, _: Any) -> Date:
    if not isinstance(value, str):
        raise _refuse(value, f'"{value}"' if type(value) is int else None)
    try:
        return Date(str(value))
    except InvalidDate:
        params: dict[str, Param] = {"value": shorten(value)}
        if day := _DUTCH_DAY.fullmatch(value.strip()):
            params["suggestion"] = f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
        raise Refused([Problem("SAM115", (), params)]) from None


def _not_in_list(value: str, allowed: Mapping[str, str]) -> Refused:
    params: dict[str, Param] = {"value": shorten(value), "allowed": tuple(dict.fromkeys(allowed.values()))}
    if meant := nearest(value, dict(allowed)):
        params["suggestion"] = meant
    return Refused([Problem("SAM114", (), params)])


def _closed(value: Any, cls: type[ClosedList]) -> ClosedList:
    if not isinstance(value, str):
        raise _refuse(value)
    member = _members(cls).get(value)
    if member is None:
        words = {w.casefold(): m.value for m in cls for w in (m.label("nl"), m.label("en"), m.value)}
        raise _not_in_list(value, words)
    return member


@cache
def _members(cls: type[ClosedList]) -> dict[str, ClosedList]:
    return {member.value: member for member in cls}


def _choice(allowed: tuple[str, ...]) -> Callable[[Any, Any], str]:
    def hook(value: Any, _: Any) -> str:
        text = _text(value, str)
        if text not in allowed:
            raise _not_in_list(text, {choice: choice for choice in allowed})
        return text

    return hook


def _list(item_hook: Callable[[Any, Any], Any], item: Any) -> Callable[[Any, Any], tuple[Any, ...]]:
    def hook(value: Any, _: Any) -> tuple[Any, ...]:
        if type(value) not in (list, tuple):
            raise _refuse(value, f'["{shorten(value)}"]' if isinstance(value, str) else None)
        problems: list[Problem] = []
        items: list[Any] = []
        for position, raw in enumerate(value):
            try:
                if raw is None:
                    raise Refused([Problem("SAM110", (), {})])
                items.append(item_hook(raw, item))
            except Refused as refused:
                problems += (problem.within(position) for problem in refused.problems)
                items.append(refused.partial)  # keeps the positions of what follows
        if problems:
            raise Refused(problems, tuple(items))
        return tuple(items)

    return hook


def _given(cls: Any, converter: cattrs.Converter) -> Callable[[Any, Any], Any]:
    """Return the hook for a value that may be absent; ``null`` never gets this far."""
    item = _item(cls)
    hook = converter.get_structure_hook(item)
    return lambda value, _: hook(value, item)


def _plain(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[Problem]:
    """Yield what cannot stand in somebody else's data: nothing, and characters that no file can hold."""
    if len(path) >= DEEPEST:
        yield Problem("SAM104", path, {"limit": DEEPEST})
        return
    match value:
        case None:
            yield Problem("SAM110", path, {})
        case BadNumber():
            yield Problem(value.code, path, {"value": value.text, "limit": MOST_DIGITS})
        case str() if found := UNREADABLE.search(value):
            yield Problem("SAM123", path, {"character": f"U+{ord(found[0]):04X}"})
        case Mapping():
            for key, item in value.items():
                yield from _plain(str(key), path)
                yield from _plain(item, (*path, str(key)))
        case list() | tuple():
            for position, item in enumerate(value):
                yield from _plain(item, (*path, position))


def _words(fields: Mapping[str, FieldPlan]) -> dict[str, str]:
    """Return what people may call the fields: their names and their labels in both languages."""
    named = {name: labels(name) for name in fields}
    return {word.casefold(): n for n, label in named.items() for word in (label.nl, label.en, n)}


def _filled_in(problem: Problem, field: FieldPlan) -> Problem:
    """Add the name of the field to a problem that came from a hook without one."""
    known: dict[str, Param] = {"field": labels(field.name), "key": field.name}
    if problem.code == "SAM111":
        known["expected"] = expected(field, item=bool(problem.path))
    params = {**known, **problem.params}
    if field.private:
        params = {name: shown(field, value) if name in _QUOTED else value for name, value in params.items()}
        params.pop("suggestion", None)
    return Problem(problem.code, problem.path, params)


def _record(cls: type, converter: cattrs.Converter) -> Callable[[Any, Any], Any]:
    hints = {attribute.name: attribute.type for attribute in attrs.fields(cls)}
    fields = {f.name: f for f in plan(cls) if f.kind != "extra"}
    hooks = {
        name: _choice(f.choices) if f.choices else converter.get_structure_hook(hints[name])
        for name, f in fields.items()
    }
    takes_extra = any(f.kind == "extra" for f in plan(cls))

    def unknown(key: str) -> Problem:
        name = Bilingual(record_label(cls.__name__, "nl"), record_label(cls.__name__, "en"))
        params: dict[str, Param] = {"key": shorten(key), "record": name, "allowed": tuple(fields)}
        if meant := nearest(key, _words(fields)):
            params["suggestion"] = meant
        return Problem("SAM113", (key,), params)

    def hook(value: Any, _: Any) -> Any:
        if not isinstance(value, Mapping):
            raise _refuse(value)
        problems: list[Problem] = []
        values: dict[str, Any] = {}
        extra: dict[str, Any] = {}
        readable: dict[str, Any] = {}
        for key, raw in value.items():
            field = fields.get(key)
            if field is None:
                found = [unknown(str(key))]
                if takes_extra and isinstance(key, str) and key.startswith(PREFIX):
                    found = [p.within(key) for p in (*_plain(key), *_plain(raw))]
                    found = [Problem(p.code, p.path, {"field": key, "key": key, **p.params}) for p in found]
                    if not found:
                        extra[key] = raw
                problems += found
                continue
            try:
                if raw is None:
                    raise Refused([Problem("SAM110", (), {})])
                values[key] = hooks[key](raw, hints[key])
            except Refused as refused:
                problems += (_filled_in(p, field).within(key) for p in refused.problems)
                if refused.partial is not None:
                    readable[key] = refused.partial
        meant = {problem.params.get("suggestion") for problem in problems if problem.code == "SAM113"}
        for name, field in fields.items():
            if field.required and name not in value and name not in meant:  # one fault, one finding
                problems.append(Problem("SAM112", (), {"field": labels(name), "key": name}))
        if extra:
            values["extra"] = Extra(extra)
        if not problems:
            return _made(cls, values)
        made = _unchecked(cls, values | readable)
        problems += (problem for problem in check(made) if problem.path[0] in values)
        if isinstance(made, Record):  # what is missing shows, whatever else is wrong
            said = {*value, *meant}
            problems += (
                p for p in made.contradictions() if p.code == "SAM112" and p.params["key"] not in said
            )
        raise Refused(problems, made)

    return hook


def _made(cls: Any, values: Mapping[str, Any]) -> Any:
    try:
        made = cls(**values)
    except InvalidRecord as invalid:
        raise Refused(list(invalid.problems), _unchecked(cls, values)) from None
    wrong = [] if isinstance(made, Record) else list(check(made))  # records check themselves
    if wrong:
        raise Refused(wrong, made)
    return made


def _unchecked(cls: type, values: Mapping[str, Any]) -> Any:
    """Return a record of which some parts could not be read: for looking at, not for keeping."""
    made: Any = object.__new__(cls)
    for field in plan(cls):
        object.__setattr__(
            made, field.name, values.get(field.name, None if field.required else field.default)
        )
    return made


def _is_list(cls: Any) -> bool:
    return typing.get_origin(cls) is tuple


def _is_optional(cls: Any) -> bool:
    return typing.get_origin(cls) in (types.UnionType, typing.Union)


def _item(cls: Any) -> Any:
    return next(arg for arg in typing.get_args(cls) if arg not in (type(None), ...))


_HOOKS: dict[type, Callable[[Any, Any], Any]] = {
    str: _text,
    bool: _bool,
    int: _int,
    Decimal: _decimal,
    Date: _date,
    ClosedList: _closed,
}


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(detailed_validation=False)
    converter.register_structure_hook_factory(attrs.has, lambda cls: _record(cls, converter))
    for cls, hook in _HOOKS.items():
        converter.register_structure_hook(cls, hook)
    converter.register_structure_hook_factory(
        _is_list, lambda cls: _list(converter.get_structure_hook(_item(cls)), _item(cls))
    )
    converter.register_structure_hook_factory(_is_optional, lambda cls: _given(cls, converter))
    return converter


def structure(data: Any, cls: type) -> Any:
    """Return plain data as a record.

    Args:
        data: Mappings, lists, texts, numbers and booleans.
        cls: The class of record.

    Returns:
        The record.

    Raises:
        Refused: If anything is wrong; tells all of it, and carries what could be read.

    Example:
        >>> from samenwerking.model import Goal
        >>> structure({"id": "g", "name": "G", "kind": "own"}, Goal).kind.value
        'own'
    """
    return _converter().get_structure_hook(cls)(data, cls)
