"""The words of the advice: the house style, both languages, and nothing private in any of it."""

import re
from decimal import Decimal

import attrs
import pytest
from advice_cases import CLEAN

from samenwerking.advice import advise_form, compare_forms, impact, positions
from samenwerking.advice.wording import fact, fill, load, say, word
from samenwerking.io import example
from samenwerking.model import Alternative, Mandate, Representative, private_paths
from samenwerking.vocabulary import (
    LANGUAGES,
    Bilingual,
    CodeList,
    DecisionRule,
    Form,
    Mark,
    ObligationKind,
    codes,
)

FILES = ("signals", "ingredients", "impact", "words")


def pairs(value, place=""):
    if isinstance(value, dict):
        if set(LANGUAGES) <= set(value):
            yield place, value["nl"], value["en"]
        for key, each in value.items():
            yield from pairs(each, f"{place}/{key}")
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from pairs(each, f"{place}/{number}")


PAIRS = [(f"{name}{place}", nl, en) for name in FILES for place, nl, en in pairs(load(name))]


def test_there_is_something_to_look_at():
    assert len(PAIRS) > 150


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?i)\bsoort(en)?\b",
        r"(?i)vastlegging",
        r"\(en\)|\(s\)|\(e\)",
        r"(?i)\bmist\b",
        r"(?i)\bpartners?\b",
        r"(?i)\bstakeholder",
        r"  |^\s|\s$|\s[,.;:?!]",
        r"(?i)interne controle(?! \(baas in eigen huis\))",
        r"(?i)type gezamenlijk|gezamenlijk-doel-type",
        r"\b(the|and|which|should|must|does|your)\b",
    ],
)
def test_no_dutch_text_has(pattern):
    assert [(place, nl) for place, nl, _ in PAIRS if re.search(pattern, nl)] == []


def test_no_english_text_is_dutch_by_mistake():
    assert [place for place, _, en in PAIRS if re.search(r"\b(het|een|wordt|niet|zijn|voor)\b", en)] == []


def test_both_languages_fill_in_the_same_values():
    for place, nl, en in PAIRS:
        assert set(re.findall(r"\{(\w+)\}", nl)) == set(re.findall(r"\{(\w+)\}", en)), place


def test_a_question_is_a_question_in_both_languages():
    for place, nl, en in PAIRS:
        assert nl.endswith("?") == en.endswith("?"), place


def test_sentences_end_as_sentences():
    for place, nl, en in PAIRS:
        if place.startswith(("impact", "ingredients")) or "/texts/" in place:
            assert nl[-1] in ".?" and en[-1] in ".?", place
            assert nl[0].isupper() or nl[0] in "'{", place


def test_every_text_of_the_shared_words_is_used():
    import inspect

    from samenwerking.advice import axes, comparison, derived, form, leaving

    source = "".join(map(inspect.getsource, (axes, comparison, derived, form, leaving)))
    assert [key for key in load("words") if not re.search(rf"[\"']{key}[\"']", source)] == []


@pytest.mark.parametrize("name", sorted(load("facts")))
def test_every_list_and_number_tells_where_it_comes_from(name):
    assert set(load("facts")[name]) == {"value", "marks"}
    assert tuple(map(Mark, load("facts")[name]["marks"]))


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("firm", set(ObligationKind)),
        ("gentle", set(ObligationKind)),
        ("pledges", set(ObligationKind)),
        ("fees", set(ObligationKind)),
        ("exchanged", set(ObligationKind)),
        ("joint", set(DecisionRule)),
        ("outcome_prices", set(codes(CodeList.PRICE_MODEL))),
        ("other_prices", set(codes(CodeList.PRICE_MODEL))),
    ],
)
def test_the_lists_hold_values_that_exist(name, known):
    assert fact(name) <= known


def test_every_kind_of_obligation_and_every_price_has_a_place():
    assert fact("firm") | fact("gentle") | fact("fees") == set(ObligationKind)
    assert fact("outcome_prices") | fact("other_prices") == set(codes(CodeList.PRICE_MODEL))
    assert not fact("outcome_prices") & fact("other_prices")


# Filling in


def test_values_are_filled_in_the_way_people_say_them():
    template = Bilingual("{who}: {amount} {kind}", "{who}: {amount} {kind}")
    filled = fill(template, who=("A", "B", "C"), amount=Decimal("1234.50"), kind=Bilingual("uur", "hours"))
    assert (filled.nl, filled.en) == ("A, B en C: 1.234,5 uur", "A, B and C: 1,234.5 hours")


def test_many_names_are_not_all_read_out():
    filled = fill(Bilingual("{who}", "{who}"), who=tuple(f"P{number}" for number in range(14)))
    assert filled.nl.endswith("P9 en nog 4")
    assert filled.en.endswith("P9 and 4 more")


def test_long_texts_are_cut():
    assert len(fill(Bilingual("{what}", "{what}"), what="a" * 500).nl) == 80


def test_a_text_in_braces_is_only_a_text():
    assert say("chosen", form="{name}").nl == "Gekozen: {name}."
    assert word("chosen", "en", form="{0}") == "Chosen: {0}."


def test_an_unknown_text_or_language_is_an_error():
    with pytest.raises(KeyError):
        say("nergens")
    with pytest.raises(ValueError, match="unknown language"):
        word("no_form", "fr")


# Private stays private


SECRET = "GEHEIM"


def secretive(portfolio):
    """Return a portfolio with something private wherever it can be."""
    id_ = portfolio.collaborations[0].id
    parties = []
    for party in portfolio[id_].canvas.parties:
        alternative = Alternative(considered=True, description=SECRET, unit=SECRET, better=True)
        mandated = [attrs.evolve(each, mandate=Mandate(limit=987654)) for each in party.representatives]
        parties.append(
            attrs.evolve(
                party,
                interests=(SECRET,),
                negotiating_room=SECRET,
                alternative=alternative,
                representatives=tuple(mandated) or (Representative(person="p"),),
            )
        )
    stakeholders = tuple(attrs.evolve(each, can_block=True) for each in portfolio[id_].canvas.stakeholders)
    organizations = [
        attrs.evolve(each, name=SECRET, sources=()) if each.kind.value == "person" else each
        for each in portfolio.organizations
    ]
    changed = attrs.evolve(portfolio, organizations=organizations)
    return changed.evolve(id_, canvas__parties=tuple(parties), canvas__stakeholders=stakeholders)


def answers(portfolio):
    id_ = portfolio.collaborations[0].id
    yield advise_form(portfolio, id_)
    yield positions(portfolio, id_)
    yield from (compare_forms(portfolio, id_, "shared-goal", other) for other in Form)
    yield from (impact(portfolio, id_, party) for party in portfolio.parties_of(id_))


@pytest.mark.parametrize("form", Form)
def test_no_answer_shows_private_content(form):
    portfolio = secretive(example(CLEAN[form]))
    assert len(list(private_paths(portfolio))) > 5
    for answer in answers(portfolio):
        told = repr(answer) + answer.text("nl") + answer.text("en")
        assert SECRET not in told
        assert "987654" not in told
        assert "987.654" not in told


@pytest.mark.parametrize("form", Form)
def test_no_answer_depends_on_private_content_of_a_party(form):
    """Not even that something private is there can be seen."""
    portfolio = example(CLEAN[form])
    id_ = portfolio.collaborations[0].id
    parties = portfolio[id_].canvas.parties
    more = tuple(attrs.evolve(party, interests=(SECRET,), negotiating_room=SECRET) for party in parties)
    assert list(answers(portfolio.evolve(id_, canvas__parties=more))) == list(answers(portfolio))


@pytest.mark.parametrize("form", Form)
def test_answers_are_values(form):
    """The same portfolio gives the same answers, which can be compared and hashed."""
    one, other = list(answers(example(CLEAN[form]))), list(answers(example(CLEAN[form])))
    assert one == other
    assert list(map(hash, one)) == list(map(hash, other))
