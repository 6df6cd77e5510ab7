"""Reading a portfolio: from a file, bytes or plain data, with everything that is wrong with it."""

import io
import os
import pathlib
from collections.abc import Callable, Iterator, Mapping
from typing import IO, Any, TypeAlias

import attrs

from samenwerking.io.discretion import may_be_person, record_at, subject, unquoted
from samenwerking.io.document import Document, TextProblem, decode
from samenwerking.io.json_text import read_json
from samenwerking.io.structure import Refused, describe, structure
from samenwerking.io.yaml_text import read_yaml
from samenwerking.model import KINDS, SCHEMA, Portfolio, inspect, pointer
from samenwerking.report import Finding, Param, Report, make_finding

Source: TypeAlias = str | os.PathLike[str] | bytes | IO[str] | IO[bytes] | Mapping[str, Any]

READERS: dict[str, Callable[[str], Document]] = {".json": read_json, ".yaml": read_yaml, ".yml": read_yaml}
WORKBOOKS = (".xlsx", ".xlsm")
_ZIPPED = b"PK\x03\x04"
_SHOWN = 5


class LoadError(ValueError):
    """Raised when a portfolio cannot be loaded; carries the report.

    Args:
        report: Everything that is wrong.
    """

    def __init__(self, report: Report) -> None:
        self.report = report
        findings = report.errors
        shown = [f"{_where(f)}{f.message('en')}" for f in findings[:_SHOWN]]
        rest = [f"... and {len(findings) - _SHOWN} more"] if len(findings) > _SHOWN else []
        super().__init__("\n".join([f"cannot load: {len(findings)} problems", *shown, *rest]))


def _where(finding: Finding) -> str:
    place = f"line {finding.line}, column {finding.column}: " if finding.line else ""
    return f"{finding.code} {finding.pointer or '/'} {place}"


def document_of(source: Source) -> tuple[Document, str | None]:
    """Read the text of a source, whatever it says.

    Args:
        source: A path, an open file, bytes or a dictionary.

    Returns:
        The document, and the name of its file if there is one.

    Raises:
        OSError: If a file cannot be opened.
        ImportError: If YAML is given and the extra ``yaml`` is not installed.
        TypeError: If the source is something else.

    Example:
        >>> document_of(b'{"schema": 1}')[0].data
        {'schema': 1}
    """
    match source:
        case Mapping():
            return Document(source), None
        case bytes():
            text, name, suffix = decode(source), None, ".json"
        case str() | os.PathLike():
            path = pathlib.Path(source)
            name, suffix = str(path), path.suffix.casefold()
            if suffix not in READERS:
                params: dict[str, Param] = {"suffix": path.suffix, "allowed": (*READERS, *WORKBOOKS)}
                return Document(None, (TextProblem("SAM106", params),)), name
            text = decode(path.read_bytes())
        case io.IOBase() | IO() if hasattr(source, "read"):
            content = source.read()
            name = source.name if isinstance(getattr(source, "name", None), str) else None
            suffix = pathlib.Path(name or ".json").suffix.casefold()
            text = decode(content) if isinstance(content, bytes) else content
        case _:
            raise TypeError(
                f"cannot read {type(source).__name__}; give a path, an open file, bytes or a dictionary"
            )
    if isinstance(text, Document):
        return text, name
    return READERS.get(suffix, read_json)(text), name


def _is_workbook(source: Source) -> bool:
    if isinstance(source, bytes):
        return source.startswith(_ZIPPED)
    name = source if isinstance(source, (str, os.PathLike)) else getattr(source, "name", None)
    return isinstance(name, (str, os.PathLike)) and pathlib.Path(name).suffix.casefold() in WORKBOOKS


def schema_problem(data: Mapping[str, Any]) -> TextProblem | None:
    """Return what is wrong with the schema that a document names.

    Args:
        data: The document.

    Returns:
        A problem, or ``None``.

    Example:
        >>> schema_problem({}).code
        'SAM121'
    """
    if "schema" not in data:
        return TextProblem("SAM121", {"current": SCHEMA})
    schema = data["schema"]
    if (
        str(schema).removeprefix("-").isdigit()
        and not isinstance(schema, bool)
        and str(schema) != str(SCHEMA)
    ):
        return TextProblem("SAM122", {"value": str(schema), "current": SCHEMA}, path=("schema",))
    return None


def _declared(data: Mapping[str, Any]) -> set[str]:
    """Return the ids that a document gives, so that a broken record still counts as being there."""
    lists = [found for kind in KINDS if isinstance(found := data.get(kind.list), (list, tuple))]
    ids = (item.get("id") for found in lists for item in found if isinstance(item, Mapping))
    return {text for id_ in ids if id_ is not None for text in (str(id_), str(id_).strip())}


def _findings(document: Document, problems: Iterator[TextProblem], name: str | None) -> Iterator[Finding]:
    for problem in problems:
        line, column = problem.place or document.locate(problem.path) or (None, None)
        told = unquoted(document.data, problem)
        yield make_finding(
            told.code,
            dict(told.params),
            pointer=pointer(told.path),
            **subject(document.data, told.path),
            field=next((step for step in reversed(told.path) if isinstance(step, str)), None),
            file=name,
            line=line,
            column=column,
        )


@attrs.frozen(kw_only=True)
class ReadResult:
    """What came of reading a source, able to say where in its text something stands.

    Args:
        portfolio: The portfolio, or ``None`` if the text or its structure is wrong.
        report: Everything that is wrong.
        document: The text as it was read.
        file: The name of its file.
    """

    portfolio: Portfolio | None
    report: Report
    document: Document
    file: str | None

    def placed(self, finding: Finding) -> Finding:
        """Return a finding about this portfolio with file, line and column.

        Args:
            finding: A finding with a pointer.

        Returns:
            The finding, with its place in the text.
        """
        path = tuple(
            int(step) if step.isdecimal() else step.replace("~1", "/").replace("~0", "~")
            for step in finding.pointer.split("/")[1:]
        )
        line, column = self.document.locate(path) or (None, None)
        hidden = path != () and may_be_person(str(path[0]), record_at(self.document.data, path))
        name = "" if hidden else finding.subject_name
        return attrs.evolve(finding, subject_name=name, file=self.file, line=line, column=column)


def read(source: Source) -> tuple[Portfolio | None, Report]:
    """Read a portfolio and tell everything that is wrong with it.

    Dangling references, ids that repeat and unknown open codes load, and stand in the report.

    Args:
        source: A path (``.json``, ``.yaml``, ``.xlsx``), an open file, bytes of JSON or of a workbook, or a
            dictionary.

    Returns:
        The portfolio, or ``None`` if the text or its structure is wrong, and the report.

    Raises:
        OSError: If a file cannot be opened.
        ImportError: If YAML or a workbook is given and the extra ``yaml`` or ``excel`` is not installed.
        TypeError: If the source is something else.

    Example:
        >>> portfolio, report = read({"schema": 1, "titel": "Voorbeeld"})
        >>> portfolio is None, report.findings[0].hint("en")
        (True, "Did you mean 'title'?")
    """
    result = read_source(source)
    return result.portfolio, result.report


def read_source(source: Source) -> ReadResult:
    """Read a portfolio as :func:`read` does, and keep where everything stands.

    Args:
        source: A path (``.json``, ``.yaml``, ``.xlsx``), an open file, bytes of JSON or of a workbook, or a
            dictionary.

    Returns:
        The result.

    Raises:
        OSError: If a file cannot be opened.
        ImportError: If YAML or a workbook is given and the extra ``yaml`` or ``excel`` is not installed.
        TypeError: If the source is something else.

    Example:
        >>> read_source(b'{"schema": 1}').report.ok
        True
    """
    if _is_workbook(source):
        from samenwerking.io.tables.read import workbook_result  # only whoever reads a workbook needs it

        return workbook_result(source)  # type: ignore[arg-type]
    document, name = document_of(source)
    problems = list(document.problems)
    portfolio: Portfolio | None = None
    integrity = Report()
    if isinstance(document.data, Mapping):
        schema = schema_problem(document.data)
        problems += [schema] if schema else []
        if schema is None or schema.code != "SAM122":  # of another schema only that can be said
            try:
                looked_at = portfolio = structure(document.data, Portfolio)
            except Refused as refused:
                problems += (TextProblem(p.code, p.params, path=p.path) for p in refused.problems)
                looked_at = refused.partial
            integrity = inspect(looked_at, declared=_declared(document.data))
    elif not problems:
        problems.append(TextProblem("SAM105", {"got": describe(document.data)}))
    result = ReadResult(
        portfolio=None if problems else portfolio, report=integrity, document=document, file=name
    )
    items = [*_findings(document, iter(problems), name), *map(result.placed, integrity)]
    items.sort(key=lambda finding: (finding.line or 0, finding.column or 0))
    return attrs.evolve(result, report=attrs.evolve(integrity, items=items))


def load(source: Source) -> Portfolio:
    """Load a portfolio.

    Args:
        source: A path (``.json``, ``.yaml``, ``.xlsx``), an open file, bytes of JSON or of a workbook, or a
            dictionary.

    Returns:
        The portfolio; what may be wrong with its content, :func:`samenwerking.validate` tells.

    Raises:
        LoadError: If the text or its structure is wrong; carries the whole report.
        OSError: If a file cannot be opened.
        ImportError: If YAML or a workbook is given and the extra ``yaml`` or ``excel`` is not installed.
        TypeError: If the source is something else.

    Example:
        >>> load({"schema": 1, "title": "Voorbeeld"}).title
        'Voorbeeld'
    """
    portfolio, report = read(source)
    if portfolio is None:
        raise LoadError(report)
    return portfolio


def from_dict(data: Mapping[str, Any]) -> Portfolio:
    """Return plain data as a portfolio.

    Args:
        data: What :func:`to_dict` returns, or the like.

    Returns:
        The portfolio.

    Raises:
        LoadError: If its structure is wrong; carries the whole report.

    Example:
        >>> from_dict({"schema": 1}).language
        'nl'
    """
    return load(data)


def from_json(text: str | bytes) -> Portfolio:
    """Return JSON text as a portfolio.

    Args:
        text: JSON text, or its UTF-8 bytes.

    Returns:
        The portfolio.

    Raises:
        LoadError: If the text or its structure is wrong; carries the whole report.

    Example:
        >>> from_json('{"schema": 1}').schema
        1
    """
    return load(text if isinstance(text, bytes) else io.StringIO(text))
