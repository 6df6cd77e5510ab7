"""Sheets as they are found."""

import datetime
from decimal import Decimal

import pytest

from samenwerking.io.tables import grid as grids
from samenwerking.io.tables.grid import EMPTY, Cell, Grid, cell_of, grids_of


class Odd(float):
    """A number as other libraries have their own."""


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, EMPTY),
        ("", EMPTY),
        (" \u00a0\u200b ", EMPTY),
        (float("nan"), EMPTY),
        (" a\u00a0b ", Cell("a b")),
        ("a\r\nb", Cell("a\nb")),
        (12.0, Cell(12)),
        (0.1 + 0.2, Cell(Decimal("0.3"))),
        (Odd(2.5), Cell(Decimal("2.5"))),
        (Decimal("2.5"), Cell(Decimal("2.5"))),
        (True, Cell(True)),
        (datetime.datetime(2026, 3, 1, 12), Cell(datetime.date(2026, 3, 1))),
        (float("inf"), Cell("inf")),
        (Decimal("NaN"), Cell("NaN")),
        ("#n/b", Cell("#n/b", error=True)),
        ("#VERW!", Cell("#VERW!", error=True)),
        ("# 1", Cell("# 1")),
    ],
)
def test_cells(value, cell):
    assert cell_of(value) == cell


def test_empty_rows_do_not_count_but_keep_their_number():
    grid = Grid("x").take([[EMPTY], [Cell("a")], [EMPTY, EMPTY], [EMPTY, Cell("b")]])
    assert [number for number, _ in grid.rows] == [2, 4]


def test_far_too_many_rows_or_columns_are_told(monkeypatch):
    monkeypatch.setattr(grids, "MOST_ROWS", 2)
    monkeypatch.setattr(grids, "MOST_COLUMNS", 2)
    grid = Grid("x").take([[Cell("a")] * 3, [Cell("b"), EMPTY, EMPTY], [Cell("c")], [Cell("d")]])
    assert [(t.code, t.place.row, t.place.column) for t in grid.troubles] == [
        ("SAM970", 1, 3),
        ("SAM966", 3, 1),
    ]
    assert [len(cells) for _, cells in grid.rows] == [2, 1]


def test_a_sheet_that_is_mostly_air_is_not_read_to_the_end(monkeypatch):
    monkeypatch.setattr(grids, "MOST_CELLS", 10)
    grid = Grid("x").take([[Cell("a")], [EMPTY] * 9, [Cell("b")]])
    assert [(t.code, t.place.row) for t in grid.troubles] == [("SAM966", 3)]


def test_tables_in_memory():
    by_list, by_heading, empty = grids_of(
        {"A": [["naam", "aard"], ["x"]], "B": [{"naam": "x"}, {"aard": "y"}], "C": []}
    )
    assert [number for number, _ in by_list.rows] == [1, 2]
    assert [[cell.text for cell in cells] for _, cells in by_heading.rows] == [
        ["naam", "aard"],
        ["x"],
        ["", "y"],
    ]
    assert empty.rows == []


@pytest.mark.parametrize("rows", ["naam", 12, ["naam"], [["naam"], {"naam": "x"}], [["naam"], 3]])
def test_what_is_no_table_is_refused(rows):
    with pytest.raises(TypeError):
        list(grids_of({"A": rows}))
