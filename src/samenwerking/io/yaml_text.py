"""Reading YAML as people write it by hand: every scalar is text, and the field decides what it means."""

from typing import Any

from samenwerking.io.document import (
    DEEPEST,
    Document,
    LineColumn,
    Scalar,
    TextProblem,
    nearest_place,
    syntax_error,
)
from samenwerking.model.record import Path
from samenwerking.report import shorten
from samenwerking.vocabulary import Bilingual

NOTHING = ("", "~", "null")


def _yaml() -> Any:
    try:
        import yaml
    except ImportError as error:
        raise ImportError("reading YAML needs an extra: pip install 'samenwerking[yaml]'") from error
    return yaml


class _Builder:
    """Builds plain data from the events of a YAML parser, without recursion."""

    def __init__(self) -> None:
        self.data: Any = None
        self.places: dict[Path, LineColumn] = {}
        self.problems: list[TextProblem] = []
        self._stack: list[tuple[Path, Any]] = []
        self._key: list[str | None] = []
        self._documents = 0

    def _tell(self, code: str, place: LineColumn, **params: str | int) -> None:
        self.problems.append(TextProblem(code, params, place, self._path()))

    def _path(self) -> Path:
        if not self._stack:
            return ()
        path, container = self._stack[-1]
        if isinstance(container, list):
            return (*path, len(container))
        return path if self._key[-1] is None else (*path, self._key[-1])

    def _put(self, value: Any, place: LineColumn) -> None:
        if not self._stack:
            self.data = value if self._documents == 1 else self.data
            self.places.setdefault((), place)
            return
        path, container = self._stack[-1]
        if isinstance(container, list):
            self.places.setdefault((*path, len(container)), place)
            container.append(value)
        elif self._key[-1] is None:
            self._key[-1] = key = str(value)
            first = self.places.get((*path, key))
            if first and key in container:
                self._tell("SAM103", place, key=shorten(key), first=first[0])
            self.places.setdefault((*path, key), place)
        else:
            container[self._key[-1]] = value
            self._key[-1] = None

    def take(self, event: Any, yaml: Any) -> bool:
        """Take one event; say whether to go on."""
        place = (event.start_mark.line + 1, event.start_mark.column + 1)
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self._tell("SAM109", place)
                    return False
            case yaml.AliasEvent():
                self._tell("SAM107", place, alias=shorten(f"*{event.anchor}"))
                self._put(Scalar(f"*{event.anchor}"), place)
            case yaml.ScalarEvent():
                self._tag(event, place)
                text = event.value
                is_key = bool(self._stack) and isinstance(self._stack[-1][1], dict) and self._key[-1] is None
                self._put(text if is_key else None if text in NOTHING else Scalar(text), place)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                return self._open(event, place, {} if isinstance(event, yaml.MappingStartEvent) else [])
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._stack.pop()
                self._key.pop()
        return True

    def _tag(self, event: Any, place: LineColumn) -> None:
        if event.tag not in (None, "!"):
            self._tell("SAM108", place, tag=shorten(event.tag))

    def _open(self, event: Any, place: LineColumn, container: Any) -> bool:
        if len(self._stack) >= DEEPEST:
            self._tell("SAM104", place, limit=DEEPEST)
            return False
        self._tag(event, place)
        if self._stack and isinstance(self._stack[-1][1], dict) and self._key[-1] is None:
            detail = Bilingual("een veldnaam is een enkel woord", "the name of a field is a single word")
            self.problems.append(TextProblem("SAM101", {"format": "YAML", "detail": detail}, place))
            return False
        path = self._path()
        self._put(container, place)
        self._stack.append((path, container))
        self._key.append(None)
        return True


def read_yaml(text: str) -> Document:
    r"""Read YAML text; aliases, tags and further documents are refused.

    Args:
        text: The text.

    Returns:
        Plain data of mappings, lists and texts, with all that is wrong with the text.

    Raises:
        ImportError: If the extra ``yaml`` is not installed.

    Example:
        >>> read_yaml("kvk: 01234567\nok: NO").data
        {'kvk': '01234567', 'ok': 'NO'}
    """
    yaml = _yaml()
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    if not text.strip():
        return syntax_error("YAML", Bilingual("het bestand is leeg", "the file is empty"), (1, 1))
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=loader):
            if not builder.take(event, yaml):
                return Document(None, tuple(builder.problems))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = shorten(str(getattr(error, "problem", None) or getattr(error, "reason", None) or error))
        detail = Bilingual(
            f"de opmaak klopt hier niet ({problem})", f"the layout is not right here ({problem})"
        )
        failed = syntax_error("YAML", detail, (mark.line + 1, mark.column + 1) if mark else None)
        return Document(None, (*builder.problems, *failed.problems))
    places = builder.places
    return Document(builder.data, tuple(builder.problems), lambda path: nearest_place(places, path))
