"""Small edits on a document, as data: how an example is changed so that one rule speaks.

An edit is ``["set", PATH, VALUE]``, ``["append", PATH, VALUE]`` or ``["drop", PATH]``. A path names keys of
the document with dots between, and in brackets which items of a list: ``[]`` all, ``[0]`` by position,
``[party=waterschap-x]`` by a key. ``collaboration`` and ``canvas`` are those of the collaboration at hand.
Within a value a text such as ``"@canvas.parties[0].party"`` stands for what is found there.
"""

import copy
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

Document = dict[str, Any]
_STEP = re.compile(r"(?P<key>[^.\[\]]+)(?P<items>(\[[^\[\]]*\])?)(\.|$)")


def _steps(path: str) -> Iterator[str]:
    for match in _STEP.finditer(path):
        yield match["key"]
        if match["items"]:
            yield match["items"]


def _chosen(items: list[Any], which: str) -> list[int]:
    if not which:
        return list(range(len(items)))
    key, equals, value = which.partition("=")
    if not equals:
        return [range(len(items))[int(which)]]
    return [number for number, item in enumerate(items) if str(item.get(key)) == value]


def _owners(root: Document, path: str, *, make: bool) -> Iterator[tuple[Any, Any]]:
    """Yield what holds the end of a path, with the key or position in it."""
    *before, last = _steps(path)
    held: list[Any] = [root]
    for here, following in pairwise((*before, last)):
        found: list[Any] = []
        for each in held:
            if here.startswith("["):
                found += [each[number] for number in _chosen(each, here[1:-1])]
            elif here in each:
                found.append(each[here])
            elif make:
                found.append(each.setdefault(here, [] if following.startswith("[") else {}))
        held = found
    for each in held:
        if last.startswith("["):
            yield from ((each, number) for number in reversed(_chosen(each, last[1:-1])))
        else:
            yield each, last


def _filled_in(value: Any, root: Document) -> Any:
    match value:
        case str() if value.startswith("@"):
            owner, key = next(_owners(root, value[1:], make=False))
            return owner[key]
        case list():
            return [_filled_in(item, root) for item in value]
        case dict():
            return {key: _filled_in(item, root) for key, item in value.items()}
    return value


def _names(root: Document, collaboration: int) -> Document:
    at_hand = root["collaborations"][collaboration]
    return {**root, "collaboration": at_hand, "canvas": at_hand.setdefault("canvas", {})}


def looked_up(document: Document, collaboration: int, path: str) -> Any:
    """Return what stands at a path.

    Args:
        document: A portfolio as plain data.
        collaboration: Position of the collaboration that ``collaboration`` and ``canvas`` mean.
        path: The path; the first of the places it names counts.

    Returns:
        The value.

    Raises:
        ValueError: If the path names no place.

    Example:
        >>> looked_up({"collaborations": [{"id": "x"}]}, 0, "collaboration.id")
        'x'
    """
    for owner, key in _owners(_names(document, collaboration), path, make=False):
        return owner[key]
    raise ValueError(f"no place {path!r}")


def edited(document: Document, collaboration: int, edits: Sequence[Sequence[Any]]) -> Document:
    """Return a document with some edits made.

    Args:
        document: A portfolio as plain data; it is not changed.
        collaboration: Position of the collaboration that ``collaboration`` and ``canvas`` mean.
        edits: The edits, made one after the other.

    Returns:
        A new document.

    Raises:
        ValueError: If an edit has no such kind, or finds no place.

    Example:
        >>> before = {"collaborations": [{"id": "x", "canvas": {"parties": [{"party": "a"}]}}]}
        >>> edited(before, 0, [["set", "canvas.parties[0].role", "trekker"]])["collaborations"][0]["canvas"]
        {'parties': [{'party': 'a', 'role': 'trekker'}]}
    """
    root = copy.deepcopy(document)
    names = _names(root, collaboration)
    for kind, path, *values in edits:
        value = _filled_in(values[0] if values else None, names)
        places = list(_owners(names, path, make=kind != "drop"))
        if not places or kind not in ("set", "append", "drop"):
            raise ValueError(f"no place for the edit {[kind, path]}")
        for owner, key in places:
            if kind == "drop":
                owner.pop(key) if isinstance(owner, list) else owner.pop(key, None)
            elif kind == "append":
                owner.setdefault(key, []).append(copy.deepcopy(value))
            else:
                owner[key] = copy.deepcopy(value)
    new = {key: names[key] for key in names if key not in ("collaboration", "canvas")}
    return {**root, **new}
