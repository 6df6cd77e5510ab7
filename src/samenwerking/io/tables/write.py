"""From a portfolio to tables: the sheets of the form with what there is, by name and in words."""

import csv
import io
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path as FilePath
from typing import Any, TypeAlias

import attrs

from samenwerking.io.tables.assemble import record_key
from samenwerking.io.tables.csv_files import guarded, is_table
from samenwerking.io.tables.grid import cell_of
from samenwerking.io.tables.sheets import ANY, ITEM, YES_NO, Column, Owner, Sheet, choices, fold, sheets
from samenwerking.io.tables.values import choice_words
from samenwerking.io.tables.workbook import openpyxl
from samenwerking.io.write import to_dict, write_bytes
from samenwerking.model import KINDS, Portfolio
from samenwerking.model.extra import PREFIX
from samenwerking.model.record import labels
from samenwerking.report import Finding, Param, Report, make_finding
from samenwerking.vocabulary import LANGUAGES, Bilingual, Code, FindingKind, Language, field_names

Path: TypeAlias = tuple[str | int, ...]
Written: TypeAlias = str | int | Decimal
_SEPARATORS = (";", "\n")
_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


@attrs.frozen
class _Table:
    name: str
    headings: list[str]
    rows: list[list[Written | None]]

    @property
    def lines(self) -> list[list[Written | None]]:
        return [list(self.headings), *self.rows]


def _date_text(iso: str, language: Language) -> str:
    if language == "en" or len(iso) == 4:
        return iso
    year, month, *day = iso.split("-")
    return f"{int(day[0])}-{int(month)}-{year}" if day else f"{_MONTHS[int(month) - 1]} {year}"


def _at(node: Mapping[str, Any], steps: tuple[str, ...]) -> Any:
    for step in steps:
        if not isinstance(node, Mapping) or step not in node:
            return None
        node = node[step]
    return node


@attrs.define
class _Writer:
    """One portfolio on its way to tables; keeps what has found a place."""

    data: dict[str, Any]
    language: Language
    own: tuple[Code, ...]
    carried: set[Path] = attrs.field(factory=lambda: {("schema",)})
    called: dict[str, str] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        words: dict[str, set[str]] = {}
        records = [record for kind in KINDS for record in self.data.get(kind.list, ()) if "id" in record]
        for record in records:
            for word in (record["id"], record.get("name", ""), *record.get("aliases", ())):
                words.setdefault(fold(word), set()).add(record["id"])
        for record in records:
            name, id_ = record.get("name", ""), record["id"]
            plain = name == cell_of(name).text and not _separates(name)
            unique = bool(name) and words[fold(name)] == {id_}
            self.called[id_] = name if plain and unique and not cell_of(name).error else id_

    def tables(self) -> Iterator[_Table]:
        for sheet in sheets():
            rows = [self.row(sheet, *found) for found in self.records(sheet)]
            used = [column for column in sheet.columns if any(column in cells for cells, _ in rows)]
            own = list(dict.fromkeys(name for _, extra in rows for name in extra))
            if used or own:
                headings = [column.heading.get(self.language) for column in used]
                headings = [heading[:1].upper() + heading[1:] for heading in headings]
                body = [[*map(cells.get, used), *map(extra.get, own)] for cells, extra in rows]
                yield _Table(sheet.name.get(self.language), [*headings, *own], body)

    def records(self, sheet: Sheet) -> Iterator[tuple[dict[str, Any], Path, dict[str, str]]]:
        """Yield the records of a sheet with their paths and what names their owners."""
        if not sheet.list:
            yield self.data, (), {}
            return
        for node, path, owners in self.owners(self.data, (), sheet.owners, {}):
            steps = tuple(sheet.list.split("."))
            for position, record in enumerate(_at(node, steps) or ()):
                yield record, (*path, *steps, position), owners

    def owners(
        self, node: dict[str, Any], path: Path, wanted: tuple[Owner, ...], named: dict[str, str]
    ) -> Iterator[tuple[dict[str, Any], Path, dict[str, str]]]:
        if not wanted:
            yield node, path, named
            return
        owner, *rest = wanted
        lists = [(kind.list,) for kind in KINDS] if owner.list == ANY else [tuple(owner.list.split("."))]
        items = [((*path, *at, n), item) for at in lists for n, item in enumerate(_at(node, at) or ())]
        keys = Counter(fold(record_key(owner, *item)) for item in items)
        for spot, item in items:
            key = record_key(owner, spot, item)
            text = key if owner.key == "name" else self.called.get(key, key)
            if keys[fold(key)] == 1 and fold(text):  # else nobody could tell which one is meant
                yield from self.owners(item, spot, tuple(rest), named | {owner.name: text})

    def row(
        self, sheet: Sheet, record: dict[str, Any], path: Path, owners: dict[str, str]
    ) -> tuple[dict[Column, Written], dict[str, Written]]:
        cells: dict[Column, Written] = {}
        for column in sheet.columns:
            if column.owner:
                cells[column] = owners[column.path]
            elif ITEM in column.path:
                self.items(sheet, column, record, path, cells)
            else:
                value = _at(record, column.steps)
                if value is not None and (written := self.written(column, value)) is not None:
                    cells[column] = written
                    self.carry((*path, *column.steps), value)
        extra = {key: value for key, value in record.items() if key.startswith(PREFIX) and _is_plain(value)}
        self.carried |= {(*path, key) for key in extra}
        return cells, extra

    def items(
        self, sheet: Sheet, column: Column, record: dict[str, Any], path: Path, cells: dict[Column, Written]
    ) -> None:
        """Write the records of a list that has no sheet of its own: one value of each."""
        name, leaf = column.path.split(f"{ITEM}.")
        if any(other.list == name and other.owners for other in sheets()):
            return
        texts: list[str] = []
        for position, item in enumerate(record.get(name, ())):
            key = "address" if leaf == "title" and leaf not in item else leaf
            if key in item and column.fixed == tuple((k, item.get(k)) for k, _ in column.fixed):
                written = self.written(column, item[key])
                if written is not None and not _separates(str(written)):
                    texts.append(str(written))
                    self.carried |= {(*path, name, position, k) for k in (key, *dict(column.fixed))}
        if texts:
            cells[column] = "; ".join(texts)

    def carry(self, path: Path, value: Any) -> None:
        self.carried |= {(*path, n) for n in range(len(value))} if isinstance(value, list) else {path}

    def written(self, column: Column, value: Any) -> Written | None:
        """Return what to write in a cell; ``None`` for what would not be read back."""
        if isinstance(value, list):
            texts = [str(self.written(column, item) or "") for item in value]
            fit = all(text and not _separates(text) for text in texts)
            return "; ".join(texts) if fit else None
        if isinstance(value, bool):
            return YES_NO[value].get(self.language)
        if isinstance(value, (int, float)):
            return int(value) if isinstance(value, int) else Decimal(repr(value))
        if column.field.kind == "date":
            return _date_text(value, self.language)
        if column.field.ref:
            return self.called.get(str(value), str(value))
        known: dict[str, Bilingual] = choices(column.field, self.own)
        if value in known:
            label = known[value].get(self.language)
            fits = choice_words(known).get(fold(label)) == value and not _separates(label)
            return label if fits else str(value)
        cell = cell_of(str(value))
        return None if cell.error or cell.empty else cell.text

    def lost(self) -> Iterator[Finding]:
        """Yield a note for each list or attribute of which something found no place."""
        left = dict.fromkeys(_place(path) for path in _leaves(self.data) if path not in self.carried)
        for field, n in Counter(path[-1] if isinstance(path[-1], str) else path[-2] for path in left).items():
            name: Param = labels(str(field)) if field in field_names() else str(field)
            yield make_finding("SAM972", {"field": name, "n": n}, kind=FindingKind.NOTE, field=str(field))


def _place(path: Path) -> Path:
    """Return the record of an inner list that a path leads into, or else the attribute."""
    for n in range(len(path) - 1, 2, -1):
        if isinstance(path[n], int):
            return path[: n + 1]
    own = next((n for n, step in enumerate(path) if str(step).startswith(PREFIX)), len(path) - 1)
    return path[: own + 1]


def _separates(text: str) -> bool:
    return any(mark in text for mark in _SEPARATORS)


def _is_plain(value: Any) -> bool:
    return isinstance(value, (str, int)) and not isinstance(value, bool) and not cell_of(value).empty


def _leaves(value: Any, path: Path = ()) -> Iterator[Path]:
    match value:
        case dict():
            for key, item in value.items():
                yield from _leaves(item, (*path, key))
        case list():
            for position, item in enumerate(value):
                yield from _leaves(item, (*path, position))
        case _:
            yield path


def to_tables(
    portfolio: Portfolio, path: str | os.PathLike[str], *, language: Language | None = None
) -> Report:
    """Write a portfolio as tables that :func:`read_tables` reads back.

    What is private is always left out. Ids are written too, so that they stay what they are.

    Args:
        portfolio: The portfolio.
        path: A workbook (``.xlsx``), or a folder for one ``.csv`` file per sheet.
        language: Language of sheets, headings and values; that of the portfolio if left out.

    Returns:
        Notes on what does not fit in a table and was left out.

    Raises:
        FileExistsError: If the folder holds tables already, which would be read along.
        ImportError: If a workbook is asked for and the extra ``excel`` is not installed.
        OSError: If it cannot be written; an old workbook is then as it was.
        ValueError: If the language is not known.

    Example:
        >>> import tempfile
        >>> from samenwerking.io import example
        >>> from samenwerking.io.tables import read_tables
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     report = to_tables(example("draft"), FilePath(folder) / "draft")
        ...     read_tables(FilePath(folder) / "draft")[0] == example("draft")
        True
    """
    language = language or portfolio.language
    if language not in LANGUAGES:
        raise ValueError(f"language must be one of {', '.join(LANGUAGES)}, not {language!r}")
    writer = _Writer(to_dict(portfolio, private="omit"), language, portfolio.codes)
    tables = list(writer.tables()) or [_Table("Portefeuille", ["Titel"], [])]
    target = FilePath(path)
    if target.suffix.casefold() == ".xlsx":
        _write_workbook(tables, target)
    else:
        _write_folder(tables, target)
    return Report(items=writer.lost())


def _write_workbook(tables: list[_Table], target: FilePath) -> None:
    excel = openpyxl()
    book = excel.Workbook()
    book.remove(book.active)
    for table in tables:
        page = book.create_sheet(table.name)
        for number, row in enumerate(table.lines, start=1):
            for position, value in enumerate(row, start=1):
                if value is None:
                    continue
                cell = page.cell(number, position)
                if isinstance(value, str):
                    cell.value, cell.data_type, cell.number_format = value, "s", "@"  # never a formula
                else:
                    cell.value = value
        for position, heading in enumerate(table.headings, start=1):
            widest = max(len(str(row[position - 1] or "")) for row in table.lines)
            letter = excel.utils.get_column_letter(position)
            page.column_dimensions[letter].width = min(max(len(heading), widest) + 3, 50)
            page.cell(1, position).font = excel.styles.Font(name="Calibri", bold=True)
        page.freeze_panes = "B2"
    content = io.BytesIO()
    book.save(content)
    write_bytes(target, content.getvalue())


def _write_folder(tables: list[_Table], folder: FilePath) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if any(is_table(path) for path in folder.iterdir()):
        raise FileExistsError(f"{os.fspath(folder)!r} holds tables already; choose an empty folder")
    for table in tables:
        lines = io.StringIO(newline="")
        writer = csv.writer(lines, delimiter=";", lineterminator="\r\n")
        for row in table.lines:
            writer.writerow([_text(value) for value in row])
        write_bytes(folder / f"{table.name}.csv", lines.getvalue().encode("utf-8-sig"))


def _text(value: Written | None) -> str:
    match value:
        case None:
            return ""
        case str():
            return guarded(value)
        case Decimal():
            whole, _, decimals = f"{value:f}".partition(".")
            # Three decimals could be thousands to whoever reads them.
            decimals = f"{decimals}0" if len(decimals) == 3 else decimals
            return f"{whole},{decimals}" if decimals else whole
    return str(value)
