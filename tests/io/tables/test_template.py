"""The form to fill in."""

import openpyxl
import pytest

from samenwerking.cli import main
from samenwerking.io.tables import read_tables, template
from samenwerking.io.tables.sheets import sheets
from samenwerking.model import Portfolio


@pytest.fixture(params=["nl", "en"])
def form(request, tmp_path):
    path = tmp_path / "form.xlsx"
    template(path, language=request.param)
    return path, request.param


def fill(page, row, **cells):
    headings = {page.cell(1, n).value: n for n in range(1, page.max_column + 1)}
    for heading, value in cells.items():
        page.cell(row, headings[heading.replace("_", " ")], value)


def test_an_empty_form_is_an_empty_portfolio(form):
    portfolio, report = read_tables(form[0])
    assert portfolio == Portfolio()
    assert len(report) == 0


def test_every_sheet_of_the_form_is_there_with_its_headings(form):
    path, language = form
    book = openpyxl.load_workbook(path)
    shown = [sheet for sheet in sheets() if sheet.form]
    assert book.sheetnames[1:-1] == [sheet.name.get(language) for sheet in shown]
    for sheet in shown:
        page = book[sheet.name.get(language)]
        headings = [cell.value.casefold() for cell in page[1]]
        assert headings == [c.heading.get(language).casefold() for c in sheet.columns if c.explanation]
        assert page.freeze_panes == "B3"
        assert all(cell.value for cell in page[2]), "every column is explained"
        assert page["A3"].value.startswith(("voorbeeld: ", "example: "))


def test_the_lists_are_hidden_and_every_list_column_has_its_choices(form):
    path, language = form
    book = openpyxl.load_workbook(path)
    lists = book[book.sheetnames[-1]]
    assert lists.sheet_state == "hidden"
    page = book[sheets()[2].name.get(language)]
    rules = {str(rule.sqref): rule for rule in page.data_validations.dataValidation}
    kind, ownership, sector = (rules[f"{letter}4:{letter}303"] for letter in "BCD")
    assert ownership.formula1.startswith(f"'{lists.title}'!$")
    assert (kind.showErrorMessage, sector.showErrorMessage) == (True, False), (
        "a list that is open takes other words"
    )
    column = ownership.formula1.split("$")[1]
    words = [lists[f"{column}{row}"].value for row in (2, 3)]
    assert words == (["publiek", "privaat"] if language == "nl" else ["public", "private"])


def test_names_are_chosen_from_the_sheet_they_are_on(tmp_path):
    template(tmp_path / "form.xlsx")
    page = openpyxl.load_workbook(tmp_path / "form.xlsx")["Partijen"]
    formulas = {str(rule.sqref)[0]: rule.formula1 for rule in page.data_validations.dataValidation}
    assert formulas["A"] == "'Samenwerkingen'!$A$4:$A$303"
    assert formulas["B"] == "'Organisaties'!$A$4:$A$303"


def test_what_is_typed_stays_as_it_is_typed(tmp_path):
    template(tmp_path / "form.xlsx")
    page = openpyxl.load_workbook(tmp_path / "form.xlsx")["Bijdragen"]
    headings = {cell.value: cell.column_letter for cell in page[1]}
    assert page.column_dimensions[headings["Vanaf"]].number_format == "@"
    assert page.column_dimensions[headings["Hoeveelheid"]].number_format == "General"


def test_filled_in_and_read_back(tmp_path):
    path = tmp_path / "form.xlsx"
    template(path)
    book = openpyxl.load_workbook(path)
    fill(book["Organisaties"], 4, Naam="Waterschap X", Eigendom="publiek", Sector="waterschap")
    fill(book["Organisaties"], 6, Naam="Collectief Y", Eigendom="privaat")
    fill(
        book["Doelen"],
        4,
        Naam="Randen",
        Aard="gezamenlijk doel",
        Trekker="Waterschap X",
        Streefdatum="maart 2028",
    )
    fill(book["Samenwerkingen"], 4, Naam="Polder", Doelen="Randen", Versnelling="Kan")
    fill(book["Partijen"], 4, Partij="Waterschap X", Brengt="geld; kennis", Belang_besproken="ja")
    fill(book["Partijen"], 5, Samenwerking="Polder", Partij="collectief y")
    fill(book["Bijdragen"], 4, Partij="Collectief Y", Aard="grond", Hoeveelheid=2.5, Eenheid="ha")
    book.save(path)
    portfolio, report = read_tables(path)
    assert report.findings == ()
    assert [o.id for o in portfolio.organizations] == ["waterschap-x", "collectief-y"]
    water, collective = portfolio["polder"].canvas.parties
    assert [c.description for c in water.contributions] == ["geld", "kennis"]
    assert (collective.contributions[0].kind, str(collective.contributions[0].amount)) == ("grond", "2.5")


def test_an_example_typed_over_is_told(tmp_path):
    path = tmp_path / "form.xlsx"
    template(path)
    book = openpyxl.load_workbook(path)
    book["Organisaties"]["A3"] = "voorbeeld: Waterschap Rivierenland"
    book["Doelen"]["A3"] = "Kruidenrijke akkerranden"
    book.save(path)
    portfolio, report = read_tables(path)
    assert [(f.code, f.sheet, f.line) for f in report.findings if f.code != "SAM201"] == [
        ("SAM965", "Organisaties", 3)
    ]
    assert [g.name for g in portfolio.goals] == ["Kruidenrijke akkerranden"]


def test_a_form_that_is_there_is_never_overwritten(tmp_path):
    path = tmp_path / "form.xlsx"
    path.write_bytes(b"filled in")
    with pytest.raises(FileExistsError):
        template(path)
    assert path.read_bytes() == b"filled in"


@pytest.mark.parametrize(("name", "language"), [("form.xls", "nl"), ("form", "nl"), ("form.xlsx", "fy")])
def test_another_file_or_language_is_refused(tmp_path, name, language):
    with pytest.raises(ValueError, match="form"):
        template(tmp_path / name, language=language)
    assert not list(tmp_path.iterdir())


def test_the_command_line_makes_the_form(tmp_path, capsys):
    path = tmp_path / "form.xlsx"
    assert main(["template", str(path), "--language", "en"]) == 0
    assert "Organizations" in openpyxl.load_workbook(path).sheetnames
    assert main(["template", str(path)]) == 2
    assert "er staat al een bestand met die naam" in capsys.readouterr().err
    assert main(["template", str(tmp_path / "form.csv")]) == 2
    assert main(["template", str(tmp_path / "nowhere" / "form.xlsx")]) == 2
