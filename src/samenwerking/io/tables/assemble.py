"""From tables to one document: each cell at its place, and each place with its cell."""

import datetime
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, TypeAlias, cast

import attrs

from samenwerking.io.tables.grid import EMPTY, Cell, Place, Trouble, cell_of
from samenwerking.io.tables.names import Names
from samenwerking.io.tables.sheets import ANY, ITEM, Column, Owner, choices, fold, sheets
from samenwerking.io.tables.table import Row, Table, places_of
from samenwerking.io.tables.values import Wrong, choice_words, hidden, read_text, read_value
from samenwerking.model import KINDS, SCHEMA, nearest
from samenwerking.model.record import HIDDEN
from samenwerking.report import Param, shorten
from samenwerking.vocabulary import Bilingual, Code, CodeList

Path: TypeAlias = tuple[str | int, ...]
_SEVERAL = re.compile(r"[;\n]")
_ADDRESS = re.compile(r"https?://\S+")
_DIGITS = {"kvk": 8, "rsin": 9, "vestigingsnummer": 12, "oin": 20}
_EURO = "€"
_KIND_OF = {kind.list: kind.name for kind in KINDS}


def said(place: Place) -> Bilingual:
    """Return a place in words.

    Args:
        place: The place.

    Returns:
        Sheet and row.

    Example:
        >>> said(Place("Doelen", 4)).nl
        'blad Doelen rij 4'
    """
    return Bilingual(f"blad {place.sheet} rij {place.row}", f"sheet {place.sheet} row {place.row}")


def _inside(node: dict[str, Any], path: str) -> list[Any]:
    """Return the list at a path in a record, made if it was not there."""
    *outer, last = path.split(".")
    for step in outer:
        node = node.setdefault(step, {})
    found: list[Any] = node.setdefault(last, [])
    return found


def record_key(owner: Owner, path: Path, item: dict[str, Any]) -> str:
    """Return what names a record among those that a row may belong to.

    Args:
        owner: How the row names it.
        path: Where the record stands.
        item: The record.

    Returns:
        Its key; empty if it has none.

    Example:
        >>> record_key(Owner("record", "*", "id"), ("partners", 0), {"party": "x"})
        'partner-x'
    """
    if owner.key in item:
        return str(item[owner.key])
    follows = owner.list == ANY and "party" in item
    return f"{_KIND_OF[str(path[0])]}-{item['party']}" if follows else ""


def _possible(node: dict[str, Any], path: Path, owner: Owner) -> list[tuple[Path, dict[str, Any]]]:
    """Return the records that a row may belong to, with their paths."""
    if owner.list != ANY:
        steps = owner.list.split(".")
        return [((*path, *steps, n), item) for n, item in enumerate(_inside(node, owner.list))]
    return [((kind.list, n), item) for kind in KINDS for n, item in enumerate(node.get(kind.list, ()))]


@attrs.define
class Assembly:
    """The document that tables make up.

    Args:
        tables: The tables, owners before what belongs to them.
        names: Their names and ids.
        data: The document.
        places: Where each part of it was found.
        columns: The column that each part was found in.
        told: Parts that could not be read, of which is told already.
        troubles: What was wrong.
    """

    tables: list[Table]
    names: Names
    data: dict[str, Any] = attrs.field(factory=lambda: {"schema": SCHEMA})
    places: dict[Path, Place] = attrs.field(factory=dict)
    columns: dict[Path, Column] = attrs.field(factory=dict)
    told: set[Path] = attrs.field(factory=set)
    troubles: list[Trouble] = attrs.field(factory=list)
    _own: list[Code] = attrs.field(factory=list)
    _known: dict[int, tuple[dict[str, Bilingual], dict[str, str]]] = attrs.field(factory=dict)

    def run(self) -> "Assembly":
        """Read every row.

        Returns:
            The assembly itself.
        """
        for table in self.tables:
            for row in table.rows:
                self._row(table, row)
            if table.sheet.cls is Code:
                self._learn_codes()
        return self

    def _learn_codes(self) -> None:
        for row in self.data.get("codes", ()):
            if row.get("list") in set(CodeList) and row.get("code"):
                self._own.append(
                    Code(list=row["list"], code=row["code"], nl=row.get("nl", ""), en=row.get("en", ""))
                )

    def _tell(
        self, code: str, params: dict[str, Param], place: Place, column: Column, path: Path | None
    ) -> None:
        if path is not None:
            self.told.add(path)
        self.troubles.append(Trouble(code, params, place, column.field.name, path or ()))

    def _row(self, table: Table, row: Row) -> None:
        sheet = table.sheet
        owner = self._owner(table, row)
        record: dict[str, Any] = {}
        base: Path | None = None
        if not sheet.list:
            record, base = self.data, ()
            if row is not table.rows[0]:
                params: dict[str, Param] = {"sheet": shorten(table.grid.name), "limit": 1}
                self.troubles.append(Trouble("SAM966", params, table.grid.place(row.number)))
                return
        elif owner is not None:
            node, path = owner
            items = _inside(node, sheet.list)
            base = (*path, *sheet.list.split("."), len(items))
            items.append(record)
        if base is not None:
            first = min((position for position, _ in row.cells.values()), default=1)
            self.places[base] = table.grid.place(row.number, first)
            if (id_ := self.names.id_of(table, row)) is not None:
                record["id"] = id_
        for column, place in places_of(table, row):
            if not column.owner:
                self._cell(table, row, column, place, record, base)
        for name, (position, cell) in row.extra.items():
            self._extra(name, table.grid.place(row.number, position), cell, record, base)

    def _owner(self, table: Table, row: Row) -> tuple[dict[str, Any], Path] | None:
        """Return the record that a row belongs to, with its path; ``None`` if it is not known which."""
        node, found = self.data, cast("Path", ())
        for owner in table.sheet.owners:
            column = table.sheet.column(owner.name)
            position, cell = row.cells.get(column, (1, EMPTY))
            place = table.grid.place(row.number, position)
            items = _possible(node, found, owner)
            meant = self._meant(owner, column, place, cell, items)
            if meant is None:
                return None
            found, node = meant
        return node, found

    def _meant(
        self, owner: Owner, column: Column, place: Place, cell: Cell, items: list[tuple[Path, dict[str, Any]]]
    ) -> tuple[Path, dict[str, Any]] | None:
        """Return which of the records a cell names; without a name, the only one there is."""
        if cell.empty and len(items) == 1:
            return items[0]
        if wrong := self._unusable(cell):
            self._tell(*wrong, place, column, None)
            return None
        if cell.empty:
            self._tell("SAM112", {"field": column.heading, "key": column.heading}, place, column, None)
            return None
        text = read_text(column.field, cell)
        ids = self.names.meant(text, column.field.ref) if column.field.ref else []
        keys = [record_key(owner, *item) for item in items]
        named = zip(keys, items, strict=True)
        found = [item for key, item in named if key and (key in ids or fold(key) == fold(text))]
        if len(found) == 1:
            return found[0]
        if found:
            where = tuple(said(self.places[path]) for path, _ in found)
            self._tell("SAM961", {"value": self._quoted(text, ids), "places": where}, place, column, None)
            return None
        homes = [s.name for s in sheets() if s.list == owner.list or (owner.list == ANY and s.identified)]
        params: dict[str, Param] = {"value": self._quoted(text, ids), "sheet": tuple(homes)}
        words = {fold(key): key for key in keys if key}
        if meant := nearest(fold(text), words):
            params["suggestion"] = self.called(meant)
        self._tell("SAM962", params, place, column, None)
        return None

    def _quoted(self, text: str, ids: Iterable[str]) -> Param:
        """Return what a cell says as a message may show it: not the name of a person."""
        return shorten(text) if self.names.persons.isdisjoint(ids) else HIDDEN

    def called(self, id_: str) -> str:
        """Return the name of a record rather than its id, where there is one that is not private."""
        for _, row in self.names.rows_of([id_]):
            name = next((cell.text for column, (_, cell) in row.cells.items() if column.path == "name"), "")
            return id_ if id_ in self.names.persons or not name else name
        return id_

    @staticmethod
    def _unusable(cell: Cell) -> tuple[str, dict[str, Param]] | None:
        if cell.error:
            return "SAM957", {"value": shorten(cell.text)}
        return ("SAM960", {}) if cell.pending else None

    def _cell(
        self, table: Table, row: Row, column: Column, place: Place, record: dict[str, Any], base: Path | None
    ) -> None:
        path = None if base is None else (*base, *column.path.replace(ITEM, "").split("."))
        if path is not None:
            self.places.setdefault(path, place)
            self.columns.setdefault(path, column)
        if cell_problem := self._unusable(row.cells[column][1]):
            self._tell(*cell_problem, place, column, path)
            return
        cell = row.cells[column][1]
        if cell.empty or (column.path == "id" and table.sheet.identified):
            return
        values = self._values(table, column, place, cell, path)
        if values and base is not None:
            self._put(record, base, column, values, place)
            self._look_at(row, column, cell, place, record, values)

    def _values(self, table: Table, column: Column, place: Place, cell: Cell, path: Path | None) -> list[Any]:
        known, words = self._choices(column)
        several = column.many and isinstance(cell.value, str)
        values: list[Any] = []
        for text in self._split(column, cell.text, words) if several else [None]:
            part = cell if text is None else cell_of(text, cell.format)
            try:
                if column.field.ref:
                    value = self._reference(column, part)
                else:
                    value = read_value(column.field, part, known, point=table.grid.point)
            except Wrong as wrong:
                said_as = {"field": column.heading} if "field" in wrong.params else {}
                self._tell(wrong.code, wrong.params | said_as, place, column, path)
                continue
            if value is not None:
                values.append(value)
        return values

    def _choices(self, column: Column) -> tuple[dict[str, Bilingual], dict[str, str]]:
        if id(column) not in self._known:
            known = choices(column.field, self._own)
            self._known[id(column)] = known, choice_words(known)
        return self._known[id(column)]

    def _split(self, column: Column, text: str, words: dict[str, str]) -> Iterator[str]:
        """Yield the values of a cell; commas separate only if what is between them is all known."""

        def known(word: str) -> bool:
            return bool(self.names.meant(word, column.field.ref)) if column.field.ref else fold(word) in words

        for part in filter(None, map(str.strip, _SEVERAL.split(text))):
            pieces = [piece.strip() for piece in part.split(",")]
            yield from pieces if len(pieces) > 1 and not known(part) and all(map(known, pieces)) else [part]

    def _reference(self, column: Column, cell: Cell) -> str:
        text = read_text(column.field, cell)
        ids = self.names.meant(text, column.field.ref)
        if len(ids) > 1:
            where = tuple(said(t.grid.place(row.number)) for t, row in self.names.rows_of(ids))
            value = hidden(column.field, text) if column.field.private else self._quoted(text, ids)
            raise Wrong("SAM961", {"value": value, "places": where})
        return ids[0] if ids else text

    def _put(
        self, record: dict[str, Any], base: Path, column: Column, values: list[Any], place: Place
    ) -> None:
        *outer, leaf = column.steps
        node, path = record, base
        for step in outer:
            if step.endswith(ITEM):
                items: list[Any] = node.setdefault(step.removesuffix(ITEM), [])
                for value in values:
                    spot = (*path, step.removesuffix(ITEM), len(items))
                    key = self._key(spot[-2], leaf, value)
                    items.append({**dict(column.fixed), key: value})
                    self._mark((*spot, key), column, place)
                    self.places[spot] = place
                return
            node, path = node.setdefault(step, {}), (*path, step)
        key = self._key(path[-1] if outer else "", leaf, values[0])
        node[key] = values if column.many else values[0]
        self._mark((*path, key), column, place)

    @staticmethod
    def _key(around: str | int, leaf: str, value: Any) -> str:
        """Return the attribute that a value goes to: a source that is a web address goes to the address."""
        is_source = str(around) in ("sources", "source") and leaf == "title"
        return "address" if is_source and _ADDRESS.fullmatch(str(value)) else leaf

    def _mark(self, path: Path, column: Column, place: Place) -> None:
        self.places[path] = place
        self.columns[path] = column

    def _look_at(
        self,
        row: Row,
        column: Column,
        cell: Cell,
        place: Place,
        record: dict[str, Any],
        values: Iterable[Any],
    ) -> None:
        """Look at what a sheet does to a number: a zero that fell off, a currency that only shows."""
        scheme = next((value for key, value in column.fixed if key == "scheme"), "")
        for value in map(str, values):
            if scheme in _DIGITS and value.isdecimal() and len(value) < _DIGITS[scheme]:
                params: dict[str, Param] = {
                    "value": value,
                    "n": len(value),
                    "scheme": column.heading,
                    "expected": _DIGITS[scheme],
                    "suggestion": value.zfill(_DIGITS[scheme]),
                }
                self._tell("SAM971", params, place, column, None)
        if column.path == "amount" and _EURO in cell.text + cell.format:
            unit = next((cell for other, (_, cell) in row.cells.items() if other.path == "unit"), EMPTY)
            if unit.empty:
                record["unit"] = "EUR"

    def _extra(self, name: str, place: Place, cell: Cell, record: dict[str, Any], base: Path | None) -> None:
        if cell.empty or base is None:
            return
        value = cell.value
        if isinstance(value, datetime.date) or not isinstance(value, (str, int, Decimal)):
            value = cell.text
        record[name] = value
        self.places[*base, name] = place


def assemble(tables: Iterable[Table]) -> Assembly:
    """Return the document that tables make up.

    Args:
        tables: The tables, in the order of the form.

    Returns:
        The document, with the place of each part and all that was wrong.
    """
    found = list(tables)
    names = Names(found)
    assembly = Assembly(found, names).run()
    assembly.troubles[:0] = names.troubles
    return assembly
