"""A sheet as it was found: rows of cells, before anyone knows what they mean."""

import datetime
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from numbers import Integral
from typing import Any, TypeAlias

import attrs

from samenwerking.report import Param, shorten

MOST_ROWS = 20_000
MOST_COLUMNS = 256
MOST_CELLS = 2_000_000
MOST_BYTES = 20_000_000
Value: TypeAlias = str | int | float | Decimal | bool | datetime.date | None

_SPACES = re.compile("[\u00a0\u2007\u2009\u202f\u3000]")
_NOTHING = re.compile("[\u200b\u200c\u200d\u2060\ufeff]")


def tidy(text: str) -> str:
    r"""Return a text without spaces around it, and with plain spaces within.

    Args:
        text: What stands in a cell.

    Returns:
        The text.

    Example:
        >>> tidy("\u00a0Waterschap\u00a0X ")
        'Waterschap X'
    """
    return _NOTHING.sub("", _SPACES.sub(" ", text)).replace("\r\n", "\n").strip()


@attrs.frozen
class Place:
    """Where something stands.

    Args:
        sheet: The sheet.
        row: The row, from 1.
        column: The column, from 1.
        file: The file, if any.
    """

    sheet: str
    row: int
    column: int = 1
    file: str | None = None


@attrs.frozen
class Trouble:
    """Something wrong with a table, on its way to becoming a finding.

    Args:
        code: A code of the catalog of the report.
        params: Values for the message.
        place: Where; ``None`` for the whole file.
        field: The attribute it is about.
        path: Where that is in the document.
    """

    code: str
    params: Mapping[str, Param]
    place: Place | None = None
    field: str | None = None
    path: tuple[str | int, ...] = ()


@attrs.frozen
class Cell:
    """What stands in a cell.

    Args:
        value: The value, tidied; ``None`` if the cell is empty.
        format: How the sheet shows a number, as Excel writes it.
        pending: Whether it is a formula that was never worked out.
        error: Whether the sheet says that it went wrong.
    """

    value: Value = None
    format: str = ""
    pending: bool = False
    error: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return self.value is None and not self.pending

    @property
    def text(self) -> str:
        """What it says, as text."""
        match self.value:
            case None:
                return ""
            case bool():
                return "ja" if self.value else "nee"
            case float() | Decimal():
                return f"{Decimal(repr(self.value)) if isinstance(self.value, float) else self.value:f}"
            case datetime.date():
                return self.value.isoformat()
        return str(self.value)


EMPTY = Cell()
_ERROR = re.compile(
    r"#(N/B|N/A|NV|REF!|VERW!|VALUE!|WAARDE!|DIV/0!|DEEL/0!|NAME\?|NAAM\?|NUM!|GETAL!|NULL!|LEEG!|SPILL!|OVERLOOP!)"
)


def cell_of(value: Any, format: str = "", *, pending: bool = False) -> Cell:
    """Return any value of a table as a cell.

    Args:
        value: A text, number, date or truth value; also those of data frames.
        format: How the sheet shows it.
        pending: Whether it is a formula that was never worked out.

    Returns:
        The cell; empty for blank text and for *not a number*.

    Example:
        >>> cell_of(" ").empty, cell_of(float("nan")).empty, cell_of("#N/B").error
        (True, True, True)
    """
    match value:
        case None:
            return Cell(pending=pending)
        case str():
            text = tidy(value)
            return Cell(text or None, format, error=bool(_ERROR.fullmatch(text.upper())))
        case bool():
            return Cell(value)
        case int() | Integral():
            return Cell(int(value), format)
        case float() if math.isnan(value):
            return EMPTY
        case float() if math.isfinite(value):
            number = Decimal(f"{value:.15g}")  # what a sheet shows, without the noise of a sum
            return Cell(int(number) if number == number.to_integral_value() else number, format)
        case Decimal() if value.is_finite():
            return Cell(value, format)
        case datetime.datetime():
            return EMPTY if value != value else Cell(value.date(), format)
        case datetime.date():
            return Cell(value, format)
    return cell_of(str(value), format)


@attrs.define
class Grid:
    """A sheet as it was found.

    Args:
        name: What it is called.
        rows: Number and cells of each row that is not empty.
        file: The file it was found in, if any.
        point: Whether its numbers may have a decimal point, as in a file that separates by commas.
        troubles: What was wrong with it.
    """

    name: str
    rows: list[tuple[int, list[Cell]]] = attrs.field(factory=list)
    file: str | None = None
    point: bool = False
    troubles: list[Trouble] = attrs.field(factory=list)

    def place(self, row: int, column: int = 1) -> Place:
        """Return a place in this sheet.

        Args:
            row: The row, from 1.
            column: The column, from 1.

        Returns:
            The place.
        """
        return Place(self.name, row, column, self.file)

    def take(self, rows: Iterable[Sequence[Cell]]) -> "Grid":
        """Take rows as they come, up to the most that are read.

        Args:
            rows: Rows of cells, empty ones included.

        Returns:
            The grid itself.
        """
        seen = 0
        for number, cells in enumerate(rows, start=1):
            seen += len(cells)
            width = next((n for n in range(len(cells), 0, -1) if not cells[n - 1].empty), 0)
            if not width:
                continue
            if len(self.rows) >= MOST_ROWS or seen > MOST_CELLS:
                params: dict[str, Param] = {"sheet": shorten(self.name), "limit": MOST_ROWS}
                self.troubles.append(Trouble("SAM966", params, self.place(number)))
                break
            if width > MOST_COLUMNS:
                params = {"sheet": shorten(self.name), "limit": MOST_COLUMNS}
                self.troubles.append(Trouble("SAM970", params, self.place(number, MOST_COLUMNS + 1)))
            self.rows.append((number, list(cells[: min(width, MOST_COLUMNS)])))
        return self


def grids_of(tables: Mapping[str, Iterable[Any]]) -> Iterator[Grid]:
    """Yield the grids of tables that are in memory.

    Args:
        tables: Name of a sheet to its rows: lists of which the first holds the headings, or dictionaries
            by heading.

    Yields:
        Grids; rows of dictionaries count from 2, as beneath a row of headings.

    Raises:
        TypeError: If a table is not a list of rows.

    Example:
        >>> [grid.rows[1][0] for grid in grids_of({"Organisaties": [{"naam": "Waterschap X"}]})]
        [2]
    """
    for name, given in tables.items():
        if isinstance(given, str) or not isinstance(given, Iterable):
            raise TypeError(f"the rows of {name!r} must be a list, not {type(given).__name__}")
        rows = list(given)
        if all(isinstance(row, Mapping) for row in rows):
            headings = list(dict.fromkeys(heading for row in rows for heading in row))
            rows = [headings, *([row.get(heading) for heading in headings] for row in rows)]
        for row in rows:
            if isinstance(row, (str, Mapping)) or not isinstance(row, Iterable):
                raise TypeError(f"a row of {name!r} must be a list or a dictionary, not {type(row).__name__}")
        yield Grid(str(name)).take([cell_of(value) for value in row] for row in rows)
