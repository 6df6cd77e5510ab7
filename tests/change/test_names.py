"""Dutch names, read word by word."""

import json
import unicodedata
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

import samenwerking as sw
from samenwerking.change.names import LONGEST, SHORTEST, fold, meant, names_of, read_name, words
from samenwerking.model import Organization

TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=30)
NAMES = [each.name for each in sw.example("deltaplan").organizations]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Den Hâneker", ["den", "haneker"]),
        ("Provincie Fryslân", ["provincie", "fryslan"]),
        ("Natuur & Milieu", ["natuur", "en", "milieu"]),
        ("Coöperatie X U.A.", ["cooperatie", "x", "ua"]),
        ("M.J. Smits B.V.", ["mj", "smits", "bv"]),
        ("'s-Hertogenbosch", ["s", "hertogenbosch"]),
        ("TBO's", ["tbos"]),
        ("BoerenNatuur", ["boeren", "natuur"]),
        ("LandschappenNL", ["landschappen", "nl"]),
        ("UvW", ["uvw"]),
        ("IJssel", ["ijssel"]),
        ("Ministerie van IenM", ["ministerie", "van", "ienm"]),
        ("K3 Delta", ["k3", "delta"]),
        ("", []),
        ("—", []),
    ],
)
def test_a_name_falls_apart_in_plain_words(text, said):
    assert fold(text) == said


@given(TEXTS)
def test_folding_knows_no_capitals_or_accents(text):
    said = fold(text)
    assert said == fold(" ".join(said))
    assert all(word == word.casefold() for word in said)
    assert said == fold(unicodedata.normalize("NFD", text)) or "&" in text or "+" in text


@given(TEXTS)
def test_any_name_can_be_read(text):
    name = read_name(text)
    assert bool(name.core or name.body) == bool(meant(fold(text)))
    assert all(SHORTEST <= len(letters) <= LONGEST for letters in name.initials)
    assert set(name.bare) <= set(name.core)


@pytest.mark.parametrize(
    ("text", "body", "core", "forms"),
    [
        ("Stichting Steenbreek", (), ("steenbreek",), {"stichting"}),
        ("Coöperatie Koninklijke Cosun U.A.", (), ("cosun",), {"cooperatie"}),
        ("Coöperatieve Vereniging X", (), ("x",), {"cooperatie", "vereniging"}),
        ("Hoogheemraadschap van Delfland", ("waterschap",), ("delfland",), set()),
        ("Wetterskip Fryslân", ("waterschap",), ("friesland",), set()),
        ("Gem. Den Haag", ("gemeente",), ("haag",), set()),
        ("Gemeente 's-Gravenhage", ("gemeente",), ("haag",), set()),
        ("College van B en W van de gemeente Tiel", ("gemeente",), ("tiel",), set()),
        ("Municipality of Tilburg", ("gemeente",), ("tilburg",), set()),
        ("Aeres University of Applied Sciences", ("hogeschool",), ("aeres",), set()),
        ("WUR", ("universiteit",), ("wageningen", "research"), set()),
        ("Ministerie van LNV", ("ministerie",), ("landbouw", "natuur", "voedselkwaliteit"), set()),
        ("Agrarische Natuurvereniging De Vliet", ("anv",), ("vliet",), set()),
        ("De Vereniging", (), ("de", "vereniging"), {"vereniging"}),
        ("Gemeente", ("gemeente",), (), set()),
    ],
)
def test_what_makes_a_name_this_name(text, body, core, forms):
    name = read_name(text)
    assert (name.body, name.core, name.forms) == (body, core, forms)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Unie van Waterschappen", "uvw"),
        ("Hoogheemraadschap De Stichtse Rijnlanden", "hdsr"),
        ("Koninklijke Nederlandse Natuurhistorische Vereniging", "knnv"),
        ("Koninklijke Vereniging van Hoveniers en Groenvoorzieners", "vhg"),
        ("Centraal Bureau Levensmiddelenhandel", "cbl"),
        ("Ministerie van Onderwijs, Cultuur en Wetenschap", "ocw"),
    ],
)
def test_initials_leave_out_what_people_leave_out(text, letters):
    assert letters in read_name(text).initials


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("KNNQ", "knnq"),
        ("Stichting ABC", "abc"),
        ("GGD XYZ", "xyz"),
        ("WUR", ""),
        ("AB", ""),
        ("Natuurmonumenten", ""),
        ("K3D", ""),
        ("ABC Noord", ""),
    ],
)
def test_one_short_word_may_be_an_abbreviation_unless_it_is_a_known_one(text, short):
    assert read_name(text).short == short


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("Wereld Natuur Fonds (WNF)", ["Wereld Natuur Fonds (WNF)", "WNF"]),
        ("CBL (Centraal Bureau)", ["CBL (Centraal Bureau)", "Centraal Bureau"]),
        ("Ministerie van X (Rijkswaterstaat)", ["Ministerie van X (Rijkswaterstaat)"]),
        ("Bergen (NH)", ["Bergen (NH)"]),
        ("Werkgroep (IV)", ["Werkgroep (IV)"]),
        ("X ()", ["X ()"]),
        ("(XYZ)", ["(XYZ)", "XYZ"]),
    ],
)
def test_what_stands_between_brackets_is_another_name_if_it_is_an_abbreviation(name, read):
    assert [each.text for each in names_of(Organization(id="x", name=name))] == read


def test_a_place_between_brackets_belongs_to_the_name():
    cores = [
        names_of(Organization(id="x", name=f"Bergen ({where})"))[0].core for where in ("NH", "L", "Limburg")
    ]
    assert cores == [("bergen", "noord", "holland"), ("bergen", "limburg"), ("bergen", "limburg")]


def test_only_the_first_name_is_the_one_given():
    unie = Organization(id="u", name="Unie van Waterschappen (UvW)", aliases=["UvW", "de Unie", "!"])
    assert [(name.text, name.given) for name in names_of(unie)] == [
        ("Unie van Waterschappen (UvW)", True),
        ("UvW", False),
        ("de Unie", False),
    ]


def test_a_private_name_is_not_read():
    assert names_of(Organization(id="p", kind="person", name="Jan Bedacht", aliases=["Jan"])) == ()
    assert names_of(Organization(id="p", kind="person")) == ()


@pytest.mark.parametrize("name", NAMES)
def test_every_real_name_has_something_of_its_own(name):
    assert read_name(name).core


def test_the_words_agree_with_one_another():
    lists = words()
    for said, stands_for in lists.phrases.items():
        assert list(said) == fold(" ".join(said)), said
        assert list(stands_for) == fold(" ".join(stands_for)), said
        assert said != stands_for
    for phrase in lists.phrases.values():
        assert meant(phrase) == list(phrase), "what is meant is said in words that mean themselves"
    exclusive = [lists.small, lists.honors, frozenset(lists.forms), lists.bodies]
    assert len(frozenset().union(*exclusive)) == sum(map(len, exclusive))
    assert lists.left_out <= lists.bodies
    assert all(lists.places.issuperset(meant(place.split())) for place in lists.in_brackets.values())
    listed = json.loads(files("samenwerking.change").joinpath("data/names.json").read_text("utf-8"))
    assert listed["mark"] == "own"


@given(
    st.lists(st.sampled_from(["lto", "noord", "van", "de", "b", "en", "w", "city", "of", "x"]), max_size=6)
)
def test_a_phrase_is_replaced_once(said):
    once = meant(said)
    assert "lto" not in once and meant(once) == once
    assert once.count("gemeente") == sum(pair == ("city", "of") for pair in pairwise(said))
