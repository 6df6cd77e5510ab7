"""The sheets and columns of the form."""

import pytest

from samenwerking.io.tables.sheets import ITEM, choices, fold, sheet_words, sheets
from samenwerking.model import KINDS, Participation, plan
from samenwerking.vocabulary import LANGUAGES, reading

SHEETS = {sheet.name.en: sheet for sheet in sheets()}


@pytest.mark.parametrize("name", SHEETS)
def test_headings_are_unique_within_a_sheet(name):
    for language in LANGUAGES:
        headings = [fold(column.heading.get(language)) for column in SHEETS[name].columns]
        assert len(headings) == len(set(headings))


@pytest.mark.parametrize("name", SHEETS)
def test_every_heading_leads_to_its_own_column(name):
    known = SHEETS[name].headings()
    for column in SHEETS[name].columns:
        assert known[fold(column.heading.nl)] is column
        assert known[fold(column.heading.en)] is column


@pytest.mark.parametrize("name", SHEETS)
def test_nothing_private_has_a_column(name):
    assert not any(column.field.private for column in SHEETS[name].columns)
    assert not SHEETS[name].private & SHEETS[name].headings().keys()


def test_private_headings_are_known_as_private():
    assert {"belangen", "onderhandelingsruimte", "interests"} <= SHEETS["Parties"].private
    assert "kan tegenhouden" in SHEETS["Stakeholders"].private
    assert "eenheid" not in SHEETS["Parties"].private, "a unit is private in one place only"


def test_every_simple_attribute_has_a_column():
    paths = {column.path for column in SHEETS["Parties"].columns}
    simple = {f.name for f in plan(Participation) if f.kind != "record" and not f.private}
    assert simple <= paths
    assert {"period.start", "alternative.considered", "position.binding"} <= paths


def test_sheet_names_are_unique_and_known_in_both_languages():
    for language in LANGUAGES:
        names = [sheet.name.get(language) for sheet in sheets()]
        assert len(names) == len(set(names))
    for sheet in sheets():
        assert sheet_words()[fold(sheet.name.nl)] is sheet_words()[fold(sheet.name.en)] is sheet
        assert len(sheet.name.nl) <= 31
        assert not set(sheet.name.nl + sheet.name.en) & set("[]:*?/\\")


def test_an_owner_comes_before_what_belongs_to_it():
    seen = {kind.list for kind in KINDS}
    for sheet in sheets():
        for owner in sheet.owners:
            assert owner.list in seen | {"*"}, sheet.name
            assert sheet.column(owner.name).owner
        seen.add(sheet.list)
    assert sheets()[-1].list in ("sources", "commitments", "supporters")


def test_the_form_is_small_and_explained():
    shown = [sheet.name.nl for sheet in sheets() if sheet.form]
    assert shown == [
        "Organisaties",
        "Doelen",
        "Indicatoren",
        "Samenwerkingen",
        "Partijen",
        "Bijdragen",
        "Opbrengsten",
    ]
    for sheet in sheets():
        assert any(column.explanation for column in sheet.columns) == sheet.form
        for column in sheet.columns:
            assert column.explanation or column.example is None


@pytest.mark.parametrize("name", SHEETS)
def test_examples_are_values_of_their_list(name):
    for column in SHEETS[name].columns:
        known = choices(column.field)
        items = column.example if isinstance(column.example, list) else [column.example]
        assert not known or column.example is None or set(items) <= known.keys(), column.path


def test_paths_with_items_make_records_of_one_value():
    for sheet in sheets():
        for column in sheet.columns:
            assert column.path.count(ITEM) <= 1
            assert ITEM not in column.path or column.many


def test_the_type_is_chosen_from_the_reading():
    column = SHEETS["Collaborations"].column("canvas.type")
    assert choices(column.field).keys() == reading().types.keys()
    assert choices(SHEETS["Portfolio"].column("language").field).keys() == {"nl", "en"}
    assert choices(SHEETS["Goals"].column("name").field) == {}


def test_there_is_a_day_for_every_event_and_a_number_for_every_register():
    partners = {column.heading.nl for column in SHEETS["Partners"].columns if column.path == "events[].on"}
    assert {"aangemeld op", "ondertekend op", "beëindigd op"} <= partners
    schemes = [
        dict(c.fixed)["scheme"] for c in SHEETS["Organizations"].columns if c.path == "identifiers[].value"
    ]
    assert sorted(schemes) == sorted(set(schemes))
    assert schemes[0] == "kvk"
