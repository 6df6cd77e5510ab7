"""Reading the form and other tables: the one reader of documents judges, each finding at its cell."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path as FilePath
from typing import Any, TypeAlias

import attrs

from samenwerking.io.discretion import may_be_person
from samenwerking.io.document import Document
from samenwerking.io.reader import WORKBOOKS, ReadResult, read as read_document
from samenwerking.io.tables.assemble import Assembly, Path, assemble, said
from samenwerking.io.tables.csv_files import is_table, read_file, read_folder
from samenwerking.io.tables.grid import Grid, Place, Trouble, grids_of
from samenwerking.io.tables.sheets import choices
from samenwerking.io.tables.table import read_tables_of
from samenwerking.io.tables.workbook import WorkbookSource, read_grids
from samenwerking.model import KINDS, Portfolio, pointer
from samenwerking.report import Finding, Param, Report, make_finding
from samenwerking.vocabulary import FindingKind, Severity

TableSource: TypeAlias = str | os.PathLike[str] | Mapping[str, Iterable[Any]]
_LISTS = {kind.list for kind in KINDS}


def _path(pointer_: str) -> Path:
    steps = (step.replace("~1", "/").replace("~0", "~") for step in pointer_.split("/")[1:])
    return tuple(int(step) if step.isdigit() else step for step in steps)


def _path_of(finding: Finding) -> Path:
    """Return the path of a finding; for what is missing, the path of where it should be."""
    path, key = _path(finding.pointer), finding.params.get("key")
    return (*path, key) if finding.code == "SAM112" and isinstance(key, str) else path


def _nearest(assembly: Assembly, path: Path) -> Place | None:
    while path and path not in assembly.places:
        path = path[:-1]
    return assembly.places.get(path)


def _subject(assembly: Assembly, path: Path) -> dict[str, str]:
    """Return id and name of the record that a path leads into; not the name of a person."""
    match path:
        case (str(name), int(position), *_) if name in _LISTS:
            item = assembly.data[name][position]
            hidden = may_be_person(name, item) or item.get("id") in assembly.names.persons
            called = None if hidden else item.get("name")
            known = {"subject": item.get("id"), "subject_name": called}
            return {key: text for key, text in known.items() if isinstance(text, str)}
    return {}


def _told(assembly: Assembly, trouble: Trouble) -> Finding:
    place = trouble.place
    finding = make_finding(
        trouble.code,
        dict(trouble.params),
        pointer=pointer(trouble.path),
        **_subject(assembly, trouble.path),
        field=trouble.field,
        file=place.file if place else None,
        sheet=place.sheet if place and place.sheet else None,
        line=place.row if place else None,
        column=place.column if place else None,
    )
    is_note = finding.severity is Severity.NOTE
    return attrs.evolve(finding, kind=FindingKind.NOTE, params=finding.params) if is_note else finding


def _in_words(assembly: Assembly, finding: Finding, path: Path) -> dict[str, Param]:
    """Return the values of a message in the words of the sheet: headings, labels, names and rows."""
    params = finding.params
    column = assembly.columns.get(path)
    if column and "key" in params and finding.code != "SAM113":
        params |= {"field": column.heading, "key": column.heading}
    elif column and "field" in params:
        params["field"] = column.heading
    known = choices(column.field) if column else {}
    for name, value in params.items():
        if name == "suggestion" and isinstance(value, str):
            params[name] = known.get(value) or (assembly.called(value) if finding.code == "SAM201" else value)
        elif isinstance(value, tuple) and all(
            isinstance(item, str) and item.startswith("/") for item in value
        ):
            places = (_nearest(assembly, _path(str(item))) for item in value)
            params[name] = tuple(said(place) for place in places if place)
    return params


@attrs.frozen(kw_only=True)
class TableResult(ReadResult):
    """What came of reading tables, able to say in which cell something stands.

    Args:
        assembly: The document that the tables made up.
    """

    assembly: Assembly

    def placed(self, finding: Finding) -> Finding:
        """Return a finding about this portfolio with file, sheet, row and column.

        Args:
            finding: A finding with a pointer.

        Returns:
            The finding, with its cell, or that of the record it is about.
        """
        return attrs.evolve(_placed(self.assembly, finding), file=self.file)


def _placed(assembly: Assembly, finding: Finding) -> Finding:
    path = _path_of(finding)
    place = _nearest(assembly, path)
    if place is None:
        return finding
    ours = finding.code.startswith("SAM")
    return attrs.evolve(
        finding,
        params=_in_words(assembly, finding, path) if ours else finding.params,
        subject_name="" if finding.subject in assembly.names.persons else finding.subject_name,
        file=place.file,
        sheet=place.sheet,
        line=place.row,
        column=place.column,
    )


def _is_told(assembly: Assembly, finding: Finding) -> bool:
    """Say whether a finding of the structure follows from a cell of which is told already."""
    path = _path_of(finding)
    return finding.code.startswith("SAM1") and any(path[:n] in assembly.told for n in range(1, len(path) + 1))


def _judge(grids: Iterable[Grid], file: str | None) -> TableResult:
    found = list(grids)
    tables, troubles = read_tables_of(found)
    assembly = assemble(tables)
    told = [_told(assembly, trouble) for trouble in (*troubles, *assembly.troubles)]
    portfolio, report = read_document(assembly.data)
    judged = (_placed(assembly, finding) for finding in report if not _is_told(assembly, finding))
    order = {grid.name: position for position, grid in enumerate(found)}
    items = [attrs.evolve(item, file=item.file or file, params=item.params) for item in (*told, *judged)]
    items.sort(key=lambda item: (order.get(item.sheet or "", -1), item.line or 0, item.column or 0))
    refused = any(item.kind is FindingKind.FINDING and item.severity is Severity.ERROR for item in told)
    return TableResult(
        portfolio=None if refused else portfolio,
        report=attrs.evolve(report, items=items),
        document=Document(assembly.data),
        file=file,
        assembly=assembly,
    )


def read_workbook(source: WorkbookSource) -> tuple[Portfolio | None, Report]:
    """Read a filled-in form, or another workbook with its sheets and headings.

    Args:
        source: A path, an open binary file, or bytes.

    Returns:
        The portfolio, or ``None`` if a cell or the structure is wrong, and the report; each finding names
        sheet, row and column.

    Raises:
        ImportError: If the extra ``excel`` is not installed.
        OSError: If the file cannot be opened.

    Example:
        >>> portfolio, report = read_workbook(b"no workbook")
        >>> portfolio is None, report.findings[0].code
        (True, 'SAM967')
    """
    result = workbook_result(source)
    return result.portfolio, result.report


def workbook_result(source: WorkbookSource) -> TableResult:
    """Read a workbook as :func:`read_workbook` does, and keep where everything stands.

    Args:
        source: A path, an open binary file, or bytes.

    Returns:
        The result.

    Raises:
        ImportError: If the extra ``excel`` is not installed.
        OSError: If the file cannot be opened.

    Example:
        >>> workbook_result(b"no workbook").portfolio is None
        True
    """
    name = os.fspath(source) if isinstance(source, (str, os.PathLike)) else getattr(source, "name", None)
    return _judge(read_grids(source), name if isinstance(name, str) else None)


def read_tables(source: TableSource) -> tuple[Portfolio | None, Report]:
    """Read a portfolio from tables: sheets with Dutch or English headings and values.

    An id may be left out: it follows from the name, and a note says so. A reference may be an id or a
    name; several values in a cell are separated by semicolons.

    Args:
        source: A workbook (``.xlsx``), a folder of ``.csv`` files named as the sheets, one such file, or a
            dictionary of sheet name to rows: lists of which the first holds the headings, or dictionaries.

    Returns:
        The portfolio, or ``None`` if a cell or the structure is wrong, and the report; each finding names
        sheet, row and column.

    Raises:
        ImportError: If a workbook is given and the extra ``excel`` is not installed.
        OSError: If a file cannot be opened.
        TypeError: If a dictionary holds something else than rows.
        ValueError: If the path is of something else.

    Example:
        >>> portfolio, report = read_tables({
        ...     "Organisaties": [{"naam": "Waterschap X", "eigendom": "publiek"}],
        ...     "Samenwerkingen": [{"naam": "Voorbeeldpolder", "vorm": ""}],
        ...     "Partijen": [{"samenwerking": "Voorbeeldpolder", "partij": "Waterschap X"}],
        ... })
        >>> portfolio["voorbeeldpolder"].canvas.parties[0].party
        'waterschap-x'
    """
    result = tables_result(source)
    return result.portfolio, result.report


def tables_result(source: TableSource) -> TableResult:
    """Read tables as :func:`read_tables` does, and keep where everything stands.

    Args:
        source: As for :func:`read_tables`.

    Returns:
        The result.

    Raises:
        ImportError: If a workbook is given and the extra ``excel`` is not installed.
        OSError: If a file cannot be opened.
        TypeError: If a dictionary holds something else than rows.
        ValueError: If the path is of something else.

    Example:
        >>> result = tables_result({"Organisaties": [{"naam": "Waterschap X"}]})
        >>> [(finding.code, finding.line) for finding in result.report]
        [('SAM963', 1)]
    """
    if isinstance(source, Mapping):
        return _judge(grids_of(source), None)
    path = FilePath(source)
    if path.suffix.casefold() in WORKBOOKS:
        return workbook_result(path)
    if path.is_dir():
        return _judge(read_folder(path), str(path))
    if is_table(path):
        return _judge([read_file(path)], str(path))
    raise ValueError(
        f"no table: {os.fspath(source)!r}; give a workbook (.xlsx), a folder of .csv files or a dictionary"
    )
