"""From grids to tables: which sheet it is, where its headings stand, and which rows count."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from samenwerking.io.tables.grid import EMPTY, Cell, Grid, Place, Trouble
from samenwerking.io.tables.sheets import (
    EXAMPLE,
    GUIDE,
    LISTS,
    REMARK,
    Column,
    Sheet,
    choices,
    fold,
    sheet_words,
    sheets,
)
from samenwerking.model import Identified, Portfolio, nearest
from samenwerking.model.extra import PREFIX
from samenwerking.report import Param, shorten
from samenwerking.vocabulary import Bilingual, Language

_LOOK_FOR_HEADINGS = 15
_GUIDED = tuple(f"{word}:" for word in (GUIDE.nl.casefold(), GUIDE.en.casefold()))
_EXAMPLES = tuple(f"{word}:" for word in (EXAMPLE.nl, EXAMPLE.en))
_ASIDE = {fold(word) for texts in (GUIDE, LISTS) for word in (texts.nl, texts.en)}


@attrs.frozen(eq=False)
class Row:
    """A row that counts.

    Args:
        number: Its number, from 1.
        cells: The cell of each column that is there, empty ones included.
        extra: What stands in the row's own columns, by heading.
    """

    number: int
    cells: Mapping[Column, tuple[int, Cell]]
    extra: Mapping[str, tuple[int, Cell]]


@attrs.frozen(eq=False)
class Table:
    """A sheet of which is known what it holds.

    Args:
        sheet: Which sheet of the form it is.
        grid: As it was found.
        heading: The number of the row with the headings.
        columns: The columns that are there, by position from 1.
        rows: The rows that count.
    """

    sheet: Sheet
    grid: Grid
    heading: int
    columns: Mapping[int, Column]
    rows: tuple[Row, ...]


def example_text(column: Column, language: Language) -> str:
    """Return what the example in the form says in a column.

    Args:
        column: The column.
        language: ``"nl"`` or ``"en"``.

    Returns:
        The text; empty where the example has nothing.

    Example:
        >>> example_text(sheets()[2].column("ownership"), "nl")
        'publiek'
    """
    value = column.example
    if isinstance(value, dict):
        value = value[language]
    if value is None:
        return ""
    if isinstance(value, bool):
        return ("ja" if value else "nee") if language == "nl" else ("yes" if value else "no")
    known = choices(column.field)
    items = value if isinstance(value, list) else [value]
    return "; ".join(known[item].get(language) if item in known else str(item) for item in items)


def example_mark(text: str, language: Language) -> str:
    """Return the first text of the example, marked as one.

    Args:
        text: What it says.
        language: ``"nl"`` or ``"en"``.

    Returns:
        The text behind the word for an example.

    Example:
        >>> example_mark("Waterschap De Vliet", "nl")
        'voorbeeld: Waterschap De Vliet'
    """
    return f"{EXAMPLE.get(language)}: {text}"


def _shipped_example(sheet: Sheet) -> frozenset[str]:
    said: set[str] = set()
    for language in ("nl", "en"):
        texts = [example_text(column, language) for column in sheet.columns if column.explanation]
        said |= {*map(fold, texts), fold(example_mark(texts[0] if texts else "", language))}
    return frozenset(said)


def _texts(names: Iterable[Bilingual]) -> tuple[Bilingual, ...]:
    return tuple(names)


def _find_sheet(grid: Grid) -> tuple[Sheet | None, list[Trouble]]:
    words = sheet_words()
    folded = fold(grid.name)
    for name in (folded, fold(grid.name.rpartition("-")[2])):  # the latter as LibreOffice names its files
        if name in words:
            return words[name], []
        if name in _ASIDE:
            return None, []
    if not grid.rows or grid.name.casefold().startswith(PREFIX):
        return None, []
    params: dict[str, Param] = {"sheet": shorten(grid.name), "allowed": _texts(s.name for s in sheets())}
    if meant := nearest(folded, {word: word for word in words}):
        params["suggestion"] = words[meant].name
    return None, [Trouble("SAM951", params, grid.place(grid.rows[0][0]))]


def _column(headings: Mapping[str, Column], cell: Cell) -> Column | None:
    """Return the column of a heading, with or without a remark in brackets behind it."""
    return headings.get(fold(cell.text)) or headings.get(fold(REMARK.sub("", cell.text)))


def _find_headings(sheet: Sheet, grid: Grid) -> int | None:
    """Return the position of the row with the most headings that are known, among the first rows."""
    headings = sheet.headings()
    best, most = None, 0
    for position, (_, cells) in enumerate(grid.rows[:_LOOK_FOR_HEADINGS]):
        known = {id(column) for cell in cells if (column := _column(headings, cell))}
        if len(known) > most:
            best, most = position, len(known)
    needed = {
        column.path for column in sheet.columns if column.field.required or column.path in ("name", "party")
    }
    if best is not None and most == 1 and len([cell for cell in grid.rows[best][1] if not cell.empty]) > 1:
        # One known word among others may be a value; unless it is the heading that no sheet can do without.
        found = {column.path for cell in grid.rows[best][1] if (column := _column(headings, cell))}
        return best if found & needed else None
    return best


@attrs.define
class _Headings:
    """The headings of one sheet: the columns they stand for, and what is wrong with them."""

    sheet: Sheet
    grid: Grid
    number: int
    columns: dict[int, Column] = attrs.field(factory=dict)
    own: dict[int, str] = attrs.field(factory=dict)

    def tell(self, code: str, position: int, params: dict[str, Param]) -> None:
        self.grid.troubles.append(Trouble(code, params, self.grid.place(self.number, position)))

    def read(self, cells: Iterable[Cell], filled: Iterable[int]) -> None:
        known = self.sheet.headings()
        taken: set[int] = set()
        used = set(filled)
        for position, cell in enumerate(cells, start=1):
            column = _column(known, cell)
            if cell.empty:
                if position in used:
                    self.tell("SAM955", position, {"sheet": self.sheet.name})
            elif column is None:
                self.unknown(position, cell, known)
            elif id(column) in taken:
                self.tell("SAM954", position, {"heading": shorten(cell.text)})
            else:
                taken.add(id(column))
                self.columns[position] = column

    def unknown(self, position: int, cell: Cell, known: Mapping[str, Column]) -> None:
        folded = fold(cell.text)
        takes_own = issubclass(self.sheet.cls, Identified) or self.sheet.cls is Portfolio
        if takes_own and cell.text.casefold().startswith(PREFIX):
            self.own[position] = PREFIX + cell.text[len(PREFIX) :]
            return
        params: dict[str, Param] = {"heading": shorten(cell.text), "sheet": self.sheet.name}
        if folded in self.sheet.private:
            self.tell("SAM956", position, params)
            return
        if meant := nearest(folded, {word: word for word in known}):
            params["suggestion"] = known[meant].heading
        params["allowed"] = _texts(column.heading for column in self.sheet.columns)
        self.tell("SAM953", position, params)


def _aside(number: int, cells: list[Cell], grid: Grid, shipped: frozenset[str]) -> bool:
    """Say whether a row explains or is an example; tell of an example that somebody filled in."""
    first = next((cell.text for cell in cells if not cell.empty), "").casefold()
    if first.startswith(_GUIDED):
        return True
    if not first.startswith(_EXAMPLES):
        return False
    if any(not cell.empty and fold(cell.text) not in shipped for cell in cells):
        grid.troubles.append(Trouble("SAM965", {"value": first.partition(":")[0]}, grid.place(number)))
    return True


def _table(sheet: Sheet, grid: Grid) -> Table | None:
    position = _find_headings(sheet, grid)
    if position is None:
        if grid.rows:
            allowed = _texts(column.heading for column in sheet.columns)
            params: dict[str, Param] = {"sheet": shorten(grid.name), "allowed": allowed}
            grid.troubles.append(Trouble("SAM952", params, grid.place(grid.rows[0][0])))
        return None
    heading, titles = grid.rows[position]
    shipped = _shipped_example(sheet)
    body = [row for row in grid.rows[position + 1 :] if not _aside(*row, grid, shipped)]
    filled = {p for _, cells in body for p, cell in enumerate(cells, start=1) if not cell.empty}
    width = max([len(titles), *filled])
    found = _Headings(sheet, grid, heading)
    found.read([*titles, *[EMPTY] * (width - len(titles))], filled)

    def cell_at(cells: list[Cell], position: int) -> tuple[int, Cell]:
        return position, cells[position - 1] if position <= len(cells) else EMPTY

    rows = (
        Row(
            number,
            {column: cell_at(cells, position) for position, column in found.columns.items()},
            {name: cell_at(cells, position) for position, name in found.own.items()},
        )
        for number, cells in body
    )
    counted = (
        row for row in rows if any(not cell.empty for _, cell in (*row.cells.values(), *row.extra.values()))
    )
    return Table(sheet, grid, heading, found.columns, tuple(counted))


def read_tables_of(grids: Iterable[Grid]) -> tuple[list[Table], list[Trouble]]:
    """Return the tables among grids, and what is wrong with sheets and headings.

    Args:
        grids: Sheets as they were found.

    Returns:
        Tables in the order of the form, and troubles.
    """
    tables: list[Table] = []
    troubles: list[Trouble] = []
    for grid in grids:
        sheet, wrong = _find_sheet(grid)
        if sheet is None:
            troubles += (*wrong, *(t for t in grid.troubles if t.place is None or wrong))
            continue
        if table := _table(sheet, grid):
            tables.append(table)
        troubles += grid.troubles
    order = {id(sheet): position for position, sheet in enumerate(sheets())}
    tables.sort(key=lambda table: order[id(table.sheet)])
    if not tables and not troubles:
        troubles.append(Trouble("SAM969", {"allowed": _texts(sheet.name for sheet in sheets())}))
    return tables, troubles


def places_of(table: Table, row: Row) -> Iterator[tuple[Column, Place]]:
    """Yield the place of each column in a row.

    Args:
        table: The table.
        row: The row.

    Yields:
        Columns with their places.
    """
    for column, (position, _) in row.cells.items():
        yield column, table.grid.place(row.number, position)
