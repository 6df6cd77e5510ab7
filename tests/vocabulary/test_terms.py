"""The shared language hangs together and has a word in both languages for everything."""

import re

import pytest
from hypothesis import given, strategies as st

from samenwerking.vocabulary import LANGUAGES, Mark, bibliography, find_term, terms

# the Dutch words of the glossary of the collaboration code
# fmt: off
GLOSSARY = (
    "samenwerking", "type samenwerking", "transactie", "afstandelijk", "diep", "gezamenlijk doel",
    "alliantie", "netwerk", "voorkeursrelaties", "markten, platforms, communities", "externe binding",
    "interne controle", "baas in eigen huis", "verplichtend", "vrijblijvend", "niet vrijblijvend",
    "omgangsregels", "wederzijdse prestatie", "risicodragend bijdragen", "partij", "partner", "supporter",
    "opdrachtgever", "opdrachtnemer", "deelnemer", "lid", "bijdrage", "opbrengst", "regisseur",
    "schakelbak", "versnelling", "stap terug", "BATNA", "beste alternatief", "kan", "klopt", "werkt",
    "levert", "canvas", "afspraak", "overeenkomst", "doelen in samenhang en context", "inrichting",
    "middelen, tijd, mandaat, gedrag", "borging van kwaliteit", "status realisatie",
    "eindresultaat en beheer", "halen en brengen", "gezamenlijke taal", "gebiedsproces",
    "gebiedsgerichte samenwerking", "speerpunt", "succesfactor", "drukfactor", "domein", "commitment",
    "doel", "resultaat", "prestatie", "knelpunt", "aandachtspunt", "tip", "maatschappelijke beweging",
    "systeemverandering", "uitdaging", "doen, leren, beter doen",
)
# fmt: on


@pytest.mark.parametrize("term", terms().values(), ids=lambda term: term.id)
def test_a_term_is_complete(term):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", term.id)
    for language in LANGUAGES:
        assert term.label(language).strip()
        assert term.definition(language).endswith((".", "?"))
    assert term.definition_nl != term.definition_en
    assert term.source or term.mark is Mark.OWN
    if term.source:
        assert term.source in bibliography() or term.source.startswith("https://")
    for other in (*term.broader, *term.related):
        assert other in terms() and other != term.id


@pytest.mark.parametrize("word", GLOSSARY)
def test_every_word_of_the_code_is_explained(word):
    term = find_term(word, "nl")
    assert term is not None and word.casefold() in [each.casefold() for each in term.words("nl")]


def test_wider_terms_never_go_round():
    def climb(term_id, path):
        assert term_id not in path
        for wider in terms()[term_id].broader:
            climb(wider, [*path, term_id])

    for term_id in terms():
        climb(term_id, [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_word_means_one_thing(language):
    home = {}
    for term in terms().values():
        for word in term.words(language):
            assert home.setdefault(word.casefold(), term.id) == term.id


def test_the_goal_and_the_type_have_each_their_own_word():
    assert find_term("gezamenlijk doel").id == "shared-goal"
    assert find_term("gericht op een gezamenlijk doel").id == "aimed-at-shared-goal"
    assert find_term("trekker").id == find_term("lead").id == "lead"


@given(st.sampled_from([word for term in terms().values() for word in term.words()]), st.data())
def test_case_and_space_do_not_count(word, data):
    changed = data.draw(st.sampled_from([word.upper(), word.title(), f"  {word} ", word.replace(" ", "  ")]))
    assert find_term(changed) == find_term(word) is not None


def test_an_unknown_word_is_not_found():
    assert find_term("synergie") is None
    assert find_term("") is None
