"""The open lists: labels, provenance and how a document adds its own."""

import re

import pytest
from hypothesis import given, strategies as st

from samenwerking.vocabulary import Code, CodeList, Mark, bibliography, codes

EMPTY = {CodeList.PRESSURE_FACTOR, CodeList.HABITAT}
SHIPPED = [code for each in CodeList for code in codes(each).values()]


def test_every_list_has_codes_but_those_for_which_no_source_names_any():
    assert {each for each in CodeList if not codes(each)} == EMPTY


@pytest.mark.parametrize("code", SHIPPED, ids=lambda code: f"{code.list}/{code.code}")
def test_a_shipped_code_is_complete(code):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.code)
    assert code.nl and code.en
    assert bool(code.definition_nl) == bool(code.definition_en)
    assert (code.source == "") == (code.mark is Mark.OWN)
    if code.source:
        assert code.source in bibliography() or code.source.startswith("https://")
    if code.broader:
        assert code.broader in codes(code.list)


@pytest.mark.parametrize("each", CodeList)
def test_wider_codes_never_go_round_and_labels_differ(each):
    held = codes(each)
    for code in held.values():
        path = [code.code]
        while held[path[-1]].broader:
            path.append(held[path[-1]].broader)
            assert len(path) == len(set(path))
    for language in ("nl", "en"):
        labels = [code.label(language).casefold() for code in held.values()]
        assert len(labels) == len(set(labels))


def test_what_the_slides_name():
    assert list(codes(CodeList.DOMAIN)) == ["openbare-ruimte", "water", "natuur", "landbouw"]
    assert [c.nl for c in codes(CodeList.THEME).values() if c.broader == "succesfactor"] == [
        "Draagvlak en gedeelde waarden",
        "Verdienmodellen",
        "Gebiedsgerichte samenwerking",
        "Coherente wetgeving",
        "Kennis & Innovatie",
    ]
    assert len(codes(CodeList.PRIORITY)) == 7
    assert {c.mark for c in codes(CodeList.PRIORITY).values()} == {Mark.SEED}
    assert len([c for c in codes(CodeList.AUDIENCE).values() if not c.broader]) == 5


def test_repeating_frequencies_tell_how_many_months_lie_between():
    held = codes(CodeList.FREQUENCY)
    assert held["per-kwartaal"].months == 3
    assert {name for name, code in held.items() if code.months is None} == {"naar-behoefte", "eenmalig"}
    assert all(code.months is None for code in SHIPPED if code.list is not CodeList.FREQUENCY)


def test_own_codes_join_their_list_only_and_win():
    own = [
        Code(list="sector", code="imkerij", nl="imkerij"),
        Code(list="sector", code="bank", nl="coöperatieve bank"),
        Code(list="role", code="imker", nl="imker"),
    ]
    held = codes("sector", own)
    assert held["imkerij"].label("en") == "imkerij"
    assert held["bank"].nl == "coöperatieve bank"
    assert "imker" not in held
    assert codes("sector")["bank"].nl == "bank"


@given(st.sampled_from(CodeList), st.from_regex(r"eigen-[a-z]{1,8}", fullmatch=True))
def test_adding_a_code_leaves_the_others_as_they_are(each, name):
    own = Code(list=each, code=name, nl=name)
    assert dict(codes(each, [own])) == {**codes(each), name: own}


def test_an_unknown_list_is_refused():
    with pytest.raises(ValueError, match="kleur"):
        codes("kleur")
