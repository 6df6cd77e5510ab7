"""The JSON Schema of a report as plain data, and whether data keeps to it."""

import datetime
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from samenwerking.report.finding import shorten
from samenwerking.vocabulary import LANGUAGES, FindingKind, Gear, Mark, Outcome, Respondent, Severity

REPORT_SCHEMA = 1
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TYPES: dict[str, tuple[type, ...]] = {
    "object": (Mapping,),
    "array": (list, tuple),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


def _text(description: str, *, optional: bool = False, **more: Any) -> dict[str, Any]:
    return {"type": ["string", "null"] if optional else "string", "description": description, **more}


def _place(description: str) -> dict[str, Any]:
    return {"type": ["integer", "null"], "minimum": 1, "description": description}


def _one_of(values: type[StrEnum], description: str, *, optional: bool = False) -> dict[str, Any]:
    named: list[str | None] = [str(value) for value in values]
    return {"enum": [*named, None] if optional else named, "description": description}


def _counts(values: type[StrEnum], description: str) -> dict[str, Any]:
    number = {"type": "integer", "minimum": 0}
    counted = {str(value): number for value in values}
    return {
        "type": "object",
        "properties": counted,
        "additionalProperties": False,
        "description": description,
    }


def _whole(properties: dict[str, Any], description: str, *, without: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the schema of an object in which every key stands, but those named."""
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in without],
        "additionalProperties": False,
        "description": description,
    }


def _finding() -> dict[str, Any]:
    strings = {"type": "array", "items": {"type": "string"}}
    properties = {
        "code": _text("Stable code, such as KAN101."),
        "name": _text("Readable name in kebab-case."),
        "kind": _one_of(FindingKind, "Something seen, something to ask, or something to know."),
        "severity": _one_of(Severity, "How much it weighs; of a question: past the gear that it blocks."),
        "gear": _one_of(Gear, "The gear it belongs to; null for the document itself.", optional=True),
        "subject": _text("Id of the record it is about.", optional=True),
        "subject_name": _text("What people call that record; empty if it has no name."),
        "message": _text("What was noticed, in the language of the report."),
        "hint": _text("What could be done about it.", optional=True),
        "pointer": _text("JSON Pointer (RFC 6901) to the place in the document."),
        "field": _text("Attribute or path on the canvas.", optional=True),
        "file": _text("File it was found in.", optional=True),
        "line": _place("Line in that file, or row of the sheet."),
        "column": _place("Column in that line or row, in characters."),
        "sheet": _text("Worksheet, for spreadsheets.", optional=True),
        "asks": _one_of(Respondent, "Who must answer.", optional=True),
        "marks": {
            "type": "array",
            "items": _one_of(Mark, "A mark."),
            "description": "Where the rule comes from.",
        },
        "references": strings | {"description": "Keys of the sources behind it."},
        "fingerprint": _text("Stable identity, also when the document is put in another order.", minLength=1),
    }
    return _whole(properties, "One thing that was noticed.")


def report_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of :meth:`samenwerking.report.Report.to_dict`.

    The number in ``report_schema`` goes up when a key goes or changes its meaning. Each entry of what
    ``samenwerking check --format json`` prints keeps to it too, with the name of the ``file`` added.

    Returns:
        The schema, as data that ``json.dumps`` takes.

    Example:
        >>> report_schema()["properties"]["report_schema"]["const"]
        1
    """
    count = {"type": "integer", "minimum": 0}
    findings = {"type": "array", "items": {"$ref": "#/$defs/finding"}}
    properties = {
        "file": _text("The file that was checked; only as the command line writes it.", optional=True),
        "report_schema": {"const": REPORT_SCHEMA, "description": "Number of this schema."},
        "language": {"enum": list(LANGUAGES), "description": "Language of messages and hints."},
        "as_of": _text("The day the judgement holds for.", optional=True, format="date"),
        "ok": {"type": "boolean", "description": "Whether there is no finding of severity error."},
        "counts": _counts(Severity, "How many findings of each severity; questions and notes not counted."),
        "outcomes": _counts(Outcome, "How often each outcome came; those that never came are left out."),
        "coverage": {
            "type": ["number", "null"],
            "minimum": 0,
            "maximum": 1,
            "description": "The share of what applies that could be judged; null if nothing applies.",
        },
        "records": {
            "type": "object",
            "additionalProperties": count,
            "description": "How many records of each kind were looked at.",
        },
        "findings": findings | {"description": "Everything found: findings, questions and notes."},
        "gone": findings | {"description": "What an earlier report had and this one has not."},
    }
    schema = _whole(properties, "What came of looking at a document.", without=("file",))
    return {"$schema": _DIALECT, "title": "Report", **schema, "$defs": {"finding": _finding()}}


def _is(value: Any, name: str) -> bool:
    """Say whether a value has a type of JSON; ``True`` is no number there."""
    return isinstance(value, _TYPES[name]) and (name == "boolean" or not isinstance(value, bool))


def _is_day(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def faults(data: Any, schema: Mapping[str, Any], whole: Mapping[str, Any], at: str = "") -> Iterator[str]:
    """Yield where data does not keep to a schema of the kind that this module makes.

    Args:
        data: Plain data.
        schema: The schema, or a part of it.
        whole: The whole schema, for its definitions.
        at: The path so far.

    Yields:
        A place and what is wrong there.

    Example:
        >>> whole = report_schema()
        >>> next(faults([], whole, whole))
        'the report: expected object, found list'
    """
    place = at or "the report"
    if reference := schema.get("$ref"):
        schema = whole["$defs"][reference.rpartition("/")[2]]
    types = schema.get("type", ())
    named = [types] if isinstance(types, str) else list(types)
    allowed = [schema["const"]] if "const" in schema else schema.get("enum", ())
    if named and not any(_is(data, name) for name in named):
        yield f"{place}: expected {' or '.join(named)}, found {type(data).__name__}"
    elif allowed and (data not in allowed or isinstance(data, bool)):
        yield f"{place}: expected {' or '.join(map(repr, allowed))}, found {shorten(repr(data))}"
    elif isinstance(data, Mapping):
        yield from _faults_of_object(data, schema, whole, at)
    elif isinstance(data, (list, tuple)):
        for number, item in enumerate(data):
            yield from faults(item, schema["items"], whole, f"{at}/{number}")
    elif isinstance(data, str):
        if len(data) < schema.get("minLength", 0):
            yield f"{place}: is empty"
        elif schema.get("format") == "date" and not _is_day(data):
            yield f"{place}: expected a day such as '2026-03-01', found {data!r}"
    elif data is not None and not schema.get("minimum", data) <= data <= schema.get("maximum", data):
        yield f"{place}: {data!r} lies outside its range"


def _faults_of_object(
    data: Mapping[str, Any], schema: Mapping[str, Any], whole: Mapping[str, Any], at: str
) -> Iterator[str]:
    known, others = schema.get("properties", {}), schema.get("additionalProperties", {})
    for name in schema.get("required", ()):
        if name not in data:
            yield f"{at}/{name}: is missing"
    for name, value in data.items():
        rule = known.get(name, others)
        if rule is False:
            yield f"{at}/{name}: is no key of a report"
        else:
            yield from faults(value, rule, whole, f"{at}/{name}")
