"""Excel workbooks: what stands in their cells, however they were made."""

import io
import os
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from pathlib import Path
from typing import IO, Any, TypeAlias

import attrs

from samenwerking.io.tables.grid import (
    EMPTY,
    MOST_BYTES,
    MOST_ROWS,
    Cell,
    Grid,
    Trouble,
    cell_of,
)
from samenwerking.report import Param, shorten

WorkbookSource: TypeAlias = str | os.PathLike[str] | bytes | IO[bytes]
MOST_UNPACKED = 100_000_000
_EXPLAINED = 120
_MERGED, _FORMULA = b"<mergeCell ", (b"<f>", b"<f ")


def openpyxl() -> Any:
    """Return the library that reads and writes workbooks.

    Returns:
        The module ``openpyxl``.

    Raises:
        ImportError: If the extra ``excel`` is not installed.
    """
    try:
        import openpyxl as module
    except ImportError as error:
        raise ImportError("Excel needs an extra: pip install 'samenwerking[excel]'") from error
    return module


def _content(source: WorkbookSource) -> bytes:
    if isinstance(source, bytes):
        return source
    if isinstance(source, (str, os.PathLike)):
        with Path(source).open("rb") as file:
            return file.read(MOST_BYTES + 1)
    return source.read(MOST_BYTES + 1)


def _unreadable(detail: str) -> Grid:
    params: dict[str, Param] = {"detail": shorten(detail)[:_EXPLAINED]}
    return Grid("", troubles=[Trouble("SAM967", params)])


def _too_large(limit: int) -> Grid:
    return Grid("", troubles=[Trouble("SAM968", {"limit": limit // 1_000_000})])


def read_grids(source: WorkbookSource) -> list[Grid]:
    """Return the sheets of a workbook.

    Formulas count by the values that were saved with them. A workbook that is no workbook, or far too
    large, gives one grid that says so.

    Args:
        source: A path, an open binary file, or bytes.

    Returns:
        The sheets as they were found.

    Raises:
        ImportError: If the extra ``excel`` is not installed.
        OSError: If the file cannot be opened.

    Example:
        >>> read_grids(b"no workbook")[0].troubles[0].code
        'SAM967'
    """
    excel = openpyxl()
    content = _content(source)
    name = os.fspath(source) if isinstance(source, (str, os.PathLike)) else getattr(source, "name", None)
    if len(content) > MOST_BYTES:
        return [_too_large(MOST_BYTES)]
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            # An archive never gives more than it says here: what goes beyond is not unpacked.
            if sum(part.file_size for part in parts) > MOST_UNPACKED:
                return [_too_large(MOST_UNPACKED)]
            inside = [archive.read(part) for part in parts if "worksheets/" in part.filename]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it does not keep, which does not matter for reading
            formulas = any(mark in part for part in inside for mark in _FORMULA)
            merged = any(_MERGED in part for part in inside)
            grids = list(_grids(excel, content, formulas))
            if merged:
                _fill_merged(excel, content, {grid.name: grid for grid in grids})
    except Exception as error:  # whatever a broken workbook makes of a library that trusts it
        return [_unreadable(f"{type(error).__name__}: {error}")]
    return [attrs.evolve(grid, file=name if isinstance(name, str) else None) for grid in grids]


def _grids(excel: Any, content: bytes, formulas: bool) -> Iterator[Grid]:
    values = excel.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    written = excel.load_workbook(io.BytesIO(content), read_only=True) if formulas else None
    for sheet in values.worksheets:
        rows = _rows(sheet)
        if written is None:
            yield Grid(sheet.title).take([_cell(cell) for cell in row] for row in rows)
        else:
            both = zip_longest(rows, _rows(written[sheet.title]), fillvalue=())
            yield Grid(sheet.title).take([_cell(*pair) for pair in _pairs(*each)] for each in both)


def _pairs(row: tuple[Any, ...], formulas: tuple[Any, ...]) -> Iterator[tuple[Any, Any]]:
    return zip_longest(row, formulas)


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    sheet.reset_dimensions()  # some programs write them wrong
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows()
    return rows


def _cell(cell: Any, formula: Any = None) -> Cell:
    value = getattr(cell, "value", None)
    if value is None:
        return cell_of(None, pending=True) if getattr(formula, "data_type", None) == "f" else EMPTY
    found = cell_of(value, cell.number_format or "")
    return attrs.evolve(found, error=True) if cell.data_type == "e" else found


def _fill_merged(excel: Any, content: bytes, grids: Mapping[str, Grid]) -> None:
    """Give every cell that was merged downwards its value; tell of the others."""
    for sheet in excel.load_workbook(io.BytesIO(content)).worksheets:
        grid = grids[sheet.title]
        rows = dict(grid.rows)
        for area in sheet.merged_cells.ranges:
            top, left = rows.get(area.min_row, []), area.min_col
            first = top[left - 1] if left <= len(top) else EMPTY
            if first.empty or area.min_row > MOST_ROWS:
                continue
            if area.max_col > left:
                place = grid.place(area.min_row, left)
                grid.troubles.append(Trouble("SAM958", {"value": shorten(first.text)}, place))
                continue
            for number in range(area.min_row + 1, min(area.max_row, grid.rows[-1][0]) + 1):
                if cells := rows.get(number):
                    cells += [EMPTY] * (left - len(cells))
                    cells[left - 1] = first
