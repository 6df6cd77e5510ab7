"""Which sheet it is, where its headings stand, and which rows count."""

import pytest

from samenwerking.io.tables.grid import grids_of
from samenwerking.io.tables.table import read_tables_of


def read(**tables):
    return read_tables_of(grids_of({name.replace("_", " "): rows for name, rows in tables.items()}))


def told(troubles):
    return [(t.code, t.place.row, t.place.column) if t.place else (t.code,) for t in troubles]


@pytest.mark.parametrize(
    "name",
    [
        "Organisaties",
        "organisatie",
        "ORGANIZATIONS",
        " Organisaties ",
        "Organization",
        "invulblad-Organisaties",
    ],
)
def test_a_sheet_by_any_of_its_names(name):
    (table,), troubles = read_tables_of(grids_of({name: [["naam"], ["X"]]}))
    assert table.sheet.name.nl == "Organisaties"
    assert troubles == []


@pytest.mark.parametrize("name", ["Deelnames", "Partijen", "participations", "Parties"])
def test_parties_by_any_of_their_names(name):
    (table,), _ = read_tables_of(grids_of({name: [["partij", "rol"], ["X", ""]]}))
    assert table.sheet.list == "canvas.parties"


def test_other_sheets_are_told_but_not_what_is_aside_or_empty():
    tables, troubles = read(
        Organisaties=[["naam"], ["X"]],
        Organisatis=[["a"]],
        Rooster=[[None], ["b"]],
        Lijsten=[["a"]],
        Toelichting=[["a"]],
        Blad1=[],
        **{"x-eigen": [["a"]]},
    )
    assert len(tables) == 1
    assert told(troubles) == [("SAM951", 1, 1), ("SAM951", 2, 1)]
    assert troubles[0].params["suggestion"].nl == "Organisaties"
    assert "suggestion" not in troubles[1].params


def test_without_any_sheet_of_the_form_that_is_told():
    assert told(read()[1]) == [("SAM969",)]
    assert told(read(Blad1=[])[1]) == [("SAM969",)]


@pytest.mark.parametrize(
    "heading",
    ["Naam", " NAAM ", "naam*", "Naam:", "name", " \u200bNaam", "Naam (verplicht)"],
)
def test_headings_as_people_write_them(heading):
    tables, troubles = read(Organisaties=[[heading, "Heeft_een  achterban"], ["X", "ja"]])
    assert troubles == []
    assert {column.path for column in tables[0].columns.values()} == {"name", "has_constituency"}


def test_headings_may_stand_lower_beneath_a_title():
    (table,), troubles = read(
        Organisaties=[
            ["Gebiedsproces De Vliet"],
            ["stand 1-3-2026"],
            [],
            ["Algemeen"],
            ["Naam", "Sector"],
            ["X", "bank"],
        ]
    )
    assert table.heading == 5
    assert [row.number for row in table.rows] == [6]
    assert troubles == []


@pytest.mark.parametrize(
    "rows",
    [[["Waterschap X", "publiek"]], [["X", "partij"], ["Y", "lid"]], [["X"]], [["ja", "lead"], ["nee", "x"]]],
)
def test_without_headings_that_is_told(rows):
    _, troubles = read(Partijen=rows) if len(rows) > 1 else read(Organisaties=rows)
    assert told(troubles) in ([("SAM952", 1, 1)], [("SAM953", 1, 1)])


def test_one_heading_is_enough_if_the_sheet_cannot_do_without():
    (table,), _ = read(Organisaties=[["naam", "zomaar"], ["X", "y"]])
    assert table.heading == 1


def test_what_is_wrong_with_headings_is_told_at_the_heading():
    (table,), troubles = read(
        Partijen=[
            ["partij", "roll", "Partij", None, "belangen", "x-eigen"],
            ["X", "lid", "Y", "los", "geheim", "z"],
        ]
    )
    assert told(troubles) == [
        ("SAM953", 1, 2),
        ("SAM954", 1, 3),
        ("SAM955", 1, 4),
        ("SAM956", 1, 5),
        ("SAM953", 1, 6),
    ]
    assert troubles[0].params["suggestion"].nl == "rol"
    assert "geheim" not in repr(troubles)
    assert [column.path for column in table.columns.values()] == ["party"]


def test_a_column_of_ones_own():
    (table,), troubles = read(Organisaties=[["naam", "X-Dossier"], ["X", 12], ["Y", None]])
    assert troubles == []
    assert table.rows[0].extra["x-Dossier"][1].value == 12


def test_explanation_and_example_do_not_count():
    (table,), troubles = read(
        Organisaties=[
            ["naam", "eigendom"],
            ["Toelichting: hoe het heet", "publiek of privaat"],
            ["voorbeeld: Waterschap De Vliet", "publiek"],
            ["Voorbeeldpolder", "publiek"],
            ["example: Waterschap De Vliet", "public"],
        ]
    )
    assert [row.number for row in table.rows] == [4]
    assert troubles == []


def test_an_example_that_was_filled_in_is_told():
    (table,), troubles = read(
        Organisaties=[["naam", "sector"], ["voorbeeld: Waterschap Rivierenland", "waterschap"]]
    )
    assert table.rows == ()
    assert told(troubles) == [("SAM965", 2, 1)]


def test_rows_without_anything_in_a_known_column_do_not_count():
    (table,), troubles = read(Organisaties=[["naam", "zomaar"], [None, "losse opmerking"], ["X", None]])
    assert [row.number for row in table.rows] == [3]
    assert [t.code for t in troubles] == ["SAM953"]


def test_tables_come_in_the_order_of_the_form():
    tables, _ = read(
        Partijen=[["partij"]], Samenwerkingen=[["naam"]], Doelen=[["naam"]], Organisaties=[["naam"]]
    )
    assert [table.sheet.name.nl for table in tables] == [
        "Organisaties",
        "Doelen",
        "Samenwerkingen",
        "Partijen",
    ]
