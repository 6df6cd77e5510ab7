"""Excel workbooks, however they were made."""

import datetime
import io
import sys
import zipfile
from decimal import Decimal

import pytest

from samenwerking.io.tables import read_workbook, template, workbook
from samenwerking.io.tables.workbook import read_grids


def texts(grid):
    return [[cell.text for cell in cells] for _, cells in grid.rows]


def test_values_come_as_they_are(book):
    day = datetime.datetime(2026, 3, 1)
    (grid,) = read_grids(book({"Blad": [["naam", None, 12, 0.6, True, day], ["01234567"]]}))
    first = grid.rows[0][1]
    assert [cell.value for cell in first] == [
        "naam",
        None,
        12,
        Decimal("0.6"),
        True,
        datetime.date(2026, 3, 1),
    ]
    assert first[5].format == "yyyy-mm-dd h:mm:ss"
    assert grid.rows[1][1][0].text == "01234567"


def test_a_path_an_open_file_and_bytes(book, tmp_path):
    content = book({"Organisaties": [["naam"], ["X"]]})
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with path.open("rb") as file:
        assert texts(read_grids(file)[0]) == texts(read_grids(path)[0]) == texts(read_grids(content)[0])
    assert read_grids(path)[0].file == str(path)
    assert read_grids(io.BytesIO(content))[0].file is None


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0 an old or locked workbook", b"naam;aard"]
)
def test_what_is_no_workbook_says_so(content):
    portfolio, report = read_workbook(content)
    assert portfolio is None
    assert [f.code for f in report] == ["SAM967"]
    assert report.findings[0].sheet is None


def test_a_broken_workbook_says_so(book):
    good = book({"Organisaties": [["naam"], ["X"]]})
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            new.writestr(part, b"<broken" if "worksheets/" in part.filename else old.read(part))
    assert [f.code for f in read_workbook(out.getvalue())[1]] == ["SAM967"]


def test_a_bomb_is_not_unpacked(monkeypatch):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 101_000_000)
    assert [f.code for f in read_workbook(out.getvalue())[1]] == ["SAM968"]
    monkeypatch.setattr(workbook, "MOST_BYTES", 100)
    assert [f.code for f in read_workbook(out.getvalue())[1]] == ["SAM968"]


def test_a_cell_at_the_end_of_the_world_is_no_problem(book):
    def far(made):
        made.active.cell(1_048_576, 1, "X")
        made.active.cell(2, 16_384, "ver weg")

    portfolio, report = read_workbook(book({"Organisaties": [["naam"], ["W"]]}, far))
    assert [(f.code, f.line, f.column) for f in report.errors] == [("SAM970", 2, 257)]
    assert portfolio is None


def test_formulas_count_by_what_was_saved_with_them(book, with_cached):
    content = book({"Indicatoren": [["naam", "streefwaarde"], ["a", "=2*3"], ["b", "=A1/0"], ["c", "=1+1"]]})
    content = with_cached(content, {"2*3": ("n", "6"), "A1/0": ("e", "#DIV/0!")})
    (grid,) = read_grids(content)
    six, error, pending = (cells[1] for _, cells in grid.rows[1:])
    assert six.value == 6
    assert (error.text, error.error) == ("#DIV/0!", True)
    assert (pending.pending, pending.empty) == (True, False)


def test_cells_merged_downwards_all_have_the_value(book):
    def merge(made):
        made.active.merge_cells("A2:A4")
        made.active.merge_cells("A6:B6")
        made.active.merge_cells("D1:D9")

    rows = [["samenwerking", "partij"], ["S", "a"], [None, "b"], [None, "c"], [None, "d"], ["T", None]]
    (grid,) = read_grids(book({"Partijen": rows}, merge))
    assert texts(grid)[1:5] == [["S", "a"], ["S", "b"], ["S", "c"], ["", "d"]]
    assert [(t.code, t.place.row, t.place.column) for t in grid.troubles] == [("SAM958", 6, 1)]


def test_a_short_row_within_merged_cells(book):
    def merge(made):
        made.active.merge_cells("C2:C4")

    (grid,) = read_grids(book({"x": [["a", "b", "c"], [1, None, "v"], [2], [None, 3]]}, merge))
    assert texts(grid)[1:] == [["1", "", "v"], ["2", "", "v"], ["", "3", "v"]]


def test_without_the_extra_the_error_names_it(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ImportError, match=r"samenwerking\[excel\]"):
        read_workbook(b"PK\x03\x04")
    with pytest.raises(ImportError, match=r"samenwerking\[excel\]"):
        template(tmp_path / "form.xlsx")
