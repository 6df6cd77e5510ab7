"""Files with separated values, as different programs write them."""

import pytest

from samenwerking.io.tables import csv_files, read_tables
from samenwerking.io.tables.csv_files import guarded, read_csv

SEMICOLONS = 'Naam;Eigendom;Opmerking\nCoöperatie Ý;privaat;"een; twee\nregels"\n\nWaterschap X;publiek;€ 5'
COMMAS = 'Naam,Eigendom,Opmerking\nCoöperatie Ý,privaat,"een; twee\nregels"\n\nWaterschap X,publiek,€ 5'
TABS = SEMICOLONS.replace(";", "\t").replace("een\t", "een;")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("text", [SEMICOLONS, COMMAS, TABS, SEMICOLONS.replace("\n", "\r\n")])
def test_encodings_and_separators(text, encoding):
    grid = read_csv(text.encode(encoding), "Organisaties")
    cells = [[cell.text for cell in row] for _, row in grid.rows]
    assert cells[1] == ["Coöperatie Ý", "privaat", "een; twee\nregels"]
    assert cells[2] == ["Waterschap X", "publiek", "€ 5"]
    assert [number for number, _ in grid.rows] == [1, 2, 4]


def test_a_first_line_may_say_what_separates():
    grid = read_csv(b"sep=|\r\nnaam|aard\r\na,b;c|groep\r\n", "Organisaties")
    assert [(number, cells[0].text) for number, cells in grid.rows] == [(2, "naam"), (3, "a,b;c")]


def test_decimal_points_belong_to_commas():
    assert read_csv(b"a,b\n1,2.5", "x").point
    assert not read_csv(b"a;b\n1;2,5", "x").point


def test_an_empty_file_has_no_rows():
    assert read_csv(b"", "x").rows == []


def test_far_too_much_is_told(monkeypatch):
    assert read_csv(b'naam\n"' + b"a" * 200_000, "x").troubles[0].code == "SAM967"
    monkeypatch.setattr(csv_files, "MOST_BYTES", 10)
    assert read_csv(b"naam;aard;sector", "x").troubles[0].code == "SAM968"


@pytest.mark.parametrize("text", ["=1+1", "+31", "-", "@x", "'=1", "''=1", "'s-Hertogenbosch", "a", "'", ""])
def test_no_text_becomes_a_formula_and_every_text_comes_back(text):
    written = guarded(text)
    assert not written.startswith(("=", "+", "-", "@"))
    cells = read_csv(f"naam;aard\n{written};x".encode(), "x").rows[1][1]
    assert cells[0].text == text


def test_a_folder(tmp_path):
    (tmp_path / "Organisaties.csv").write_bytes("Naam;Eigendom\nWaterschap Ý;publik\n".encode("cp1252"))
    (tmp_path / "form-Samenwerkingen.CSV").write_text("name,start\nPolder,2026\n", encoding="utf-8")
    (tmp_path / ".~lock.Organisaties.csv").write_text("x")
    (tmp_path / "lees-mij.txt").write_text("x")
    portfolio, report = read_tables(tmp_path)
    assert portfolio is None
    (finding,) = report.errors
    assert (finding.file, finding.sheet) == (str(tmp_path / "Organisaties.csv"), "Organisaties")
    assert (finding.line, finding.column) == (2, 2)


def test_one_file(tmp_path):
    path = tmp_path / "Doelen.csv"
    path.write_text("naam;aard\nRanden;gezamenlijk doel", encoding="utf-8")
    portfolio, _ = read_tables(path)
    assert portfolio["randen"].kind.value == "shared"
