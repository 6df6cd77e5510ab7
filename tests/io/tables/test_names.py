"""Which record a name means, and ids made from names."""

import pytest
from hypothesis import given, strategies as st

from samenwerking.io.tables import read_tables
from samenwerking.io.tables.grid import grids_of
from samenwerking.io.tables.names import Names, kebab
from samenwerking.io.tables.table import read_tables_of


def names(**tables):
    return Names(read_tables_of(grids_of(tables))[0])


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Waterschap X", "waterschap-x"),
        ("  Coöperatie 't Groene Hart  (i.o.) ", "cooperatie-t-groene-hart-i-o"),
        ("Natuur & Milieu", "natuur-milieu"),
        ("Fryslân 2030", "fryslan-2030"),
        ("***", ""),
        ("a" * 100, "a" * 60),
        ("Straße", "strasse"),
    ],
)
def test_an_id_from_a_name(name, id_):
    assert kebab(name) == id_


@given(st.text())
def test_an_id_from_a_name_can_be_an_id(name):
    assert kebab(kebab(name)) == kebab(name)
    assert not set(kebab(name)) & set(" []\n\t_")


def test_ids_are_unique_over_all_sheets_and_given_ones_win():
    found = names(
        Organisaties=[
            {"naam": "Randen"},
            {"naam": "X", "kenmerk": "randen-2"},
            {"naam": "***"},
            {"naam": "***"},
        ],
        Doelen=[{"naam": "Randen"}],
    )
    ids = [found.id_of(table, row) for table in found.tables for row in table.rows]
    assert ids == ["randen", "randen-2", "organization", "organization-2", "randen-3"]
    notes = [
        (t.code, t.params["n"], t.params["example"], t.place.sheet)
        for t in found.troubles
        if t.code == "SAM963"
    ]
    assert notes == [("SAM963", 3, "randen", "Organisaties"), ("SAM963", 1, "randen-3", "Doelen")]


def test_the_id_of_a_person_does_not_give_the_name_away():
    found = names(
        Organisaties=[
            {"naam": "Jan de Vries", "aard": "persoon"},
            {"naam": "Jan de Vries", "aard": "Person"},
            {"naam": "J. Jansen", "aard": "persoon", "kenmerk": "jansen"},
        ]
    )
    ids = [found.id_of(table, row) for table in found.tables for row in table.rows]
    assert ids == ["persoon-1", "persoon-2", "jansen"]
    assert found.persons == {"persoon-1", "persoon-2", "jansen"}
    assert [t.code for t in found.troubles] == ["SAM963"]


def test_a_name_that_repeats_is_told_unless_ids_are_given():
    found = names(Organisaties=[{"naam": "X"}, {"naam": " x "}, {"naam": "X", "kenmerk": "echt-anders"}])
    (told,) = (t for t in found.troubles if t.code == "SAM964")
    assert (told.params["row"], told.place.row, told.place.column) == (2, 3, 1)


def test_what_a_text_may_mean():
    found = names(
        Organisaties=[
            {"naam": "Waterschap X", "andere namen": "WSX; Het Waterschap"},
            {"naam": "Y", "kenmerk": "y-1"},
            {"naam": "Y", "kenmerk": "y-2"},
        ],
        Doelen=[{"naam": "Randen", "aard": "eigen doel"}],
    )
    assert found.meant("waterschap  x", ["organization"]) == ["waterschap-x"]
    assert found.meant("waterschap-x", ["organization"]) == ["waterschap-x"]
    assert found.meant("het waterschap", ["organization"]) == ["waterschap-x"]
    assert found.meant("Y", ["organization"]) == ["y-1", "y-2"]
    assert found.meant("y-1", ["organization"]) == ["y-1"]
    assert found.meant("Randen", ["organization"]) == ["randen"], (
        "so that the reader can tell it is of another kind"
    )
    assert found.meant("Z", ["organization", "goal"]) == []


def test_a_person_named_in_a_message_is_named_by_id():
    _, report = read_tables(
        {
            "Organisaties": [
                {"naam": "X", "kenmerk": "x", "deel van": "jan de vri"},
                {"naam": "Jan de Vries", "aard": "persoon", "kenmerk": "jan-1"},
                {"naam": "Gemeente Y", "kenmerk": "gemeente-y", "deel van": "gemeente-z"},
            ]
        }
    )
    hints = [finding.hint("nl") for finding in report.errors]
    assert hints[1] == "Bedoelde je 'Gemeente Y'?"
    assert "Jan de Vries" not in str(hints)
