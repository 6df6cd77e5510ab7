"""Which organizations meet, what their meeting is a sign of, and how good the signs are."""

import json
import random
from itertools import combinations
from pathlib import Path

import pytest

import samenwerking as sw
from samenwerking.change import same_organizations
from samenwerking.change.matching import LIKELIHOODS, keys, meetings, objections, signs
from samenwerking.model import Identifier, Organization, Portfolio
from samenwerking.vocabulary import LANGUAGES

DATA = Path(__file__).parent / "data"
PAIRS = json.loads((DATA / "pairs.json").read_text("utf-8"))
BODIES = json.loads((DATA / "public_bodies.json").read_text("utf-8"))
HALVES = ("tuned", "held_out")


def organization(id_, names):
    name, *aliases = [names] if isinstance(names, str) else names
    return Organization(id=id_, name=name, aliases=aliases)


def suggested(one, other):
    found = same_organizations(Portfolio(organizations=[organization("a", one), organization("b", other)]))
    return found[0].likelihood if found else None


def judged(half):
    """Each pair of a half with what is true of it and what is suggested."""
    return [(group["same"], suggested(*pair), pair) for group in PAIRS[half] for pair in group["pairs"]]


def share(told, of):
    return len([each for each in told if each in of]) / len(told)


def invented(number, seed):
    """Invented organizations, a tenth of them written in two ways."""
    draw = random.Random(seed)
    words = ["".join(draw.choice(part) for part in ("bdghklmnprstvwz", "aeiou") * 4) for _ in range(number)]
    forms = ("Stichting", "Vereniging", "Gemeente", "Waterschap", "Collectief", "Bosgroep", "")
    names = [f"{draw.choice(forms)} {draw.choice(words)} {draw.choice(words)}".strip() for _ in range(number)]
    names[::10] = [f"{name} (Nederland)" for name in names[1::10]]
    return [Organization(id=f"o{n:05}", name=name) for n, name in enumerate(names)]


@pytest.mark.parametrize("half", HALVES)
def test_there_are_enough_pairs_of_both_sorts(half):
    same = [group["same"] for group in PAIRS[half] for _ in group["pairs"]]
    assert len(same) > 150 and 0.4 < sum(same) / len(same) < 0.6
    assert {group["how"] for group in PAIRS[half]} == {group["how"] for group in PAIRS["tuned"]}


def test_no_pair_stands_in_both_halves():
    tuned, held_out = (
        {json.dumps(pair) for group in PAIRS[half] for pair in group["pairs"]} for half in HALVES
    )
    assert tuned.isdisjoint(held_out)
    assert len(tuned) + len(held_out) == sum(len(g["pairs"]) for half in HALVES for g in PAIRS[half]) > 300


@pytest.mark.parametrize("half", HALVES)
def test_what_is_suggested_is_right_and_what_is_right_is_suggested(half):
    pairs = judged(half)
    same = [pair for is_same, _, pair in pairs if is_same]
    told = [pair for _, likelihood, pair in pairs if likelihood]
    assert share(told, same) >= 0.98  # precision
    assert share(same, told) >= 0.95  # recall
    assert all(is_same for is_same, likelihood, _ in pairs if likelihood == "likely")
    assert not any(likelihood == "certain" for _, likelihood, _ in pairs), (
        "a name alone makes nothing certain"
    )


def test_no_public_body_is_taken_for_another():
    names = [f"{body} {name}".strip() for body, listed in BODIES.items() if body != "note" for name in listed]
    assert len(names) > 350
    portfolio = Portfolio(organizations=[Organization(id=f"x{n}", name=name) for n, name in enumerate(names)])
    assert same_organizations(portfolio) == ()


def test_no_two_of_the_real_partners_are_taken_for_one():
    assert same_organizations(sw.example("deltaplan")) == ()


def test_initials_of_words_are_found_and_those_within_words_are_not():
    pairs = PAIRS["abbreviations"]["pairs"]
    found = [pair for pair in pairs if suggested(*pair)]
    assert ["NWO", "Nederlandse Organisatie voor Wetenschappelijk Onderzoek"] in found
    assert ["NVWB", "Nederlandse Vereniging van Wegenbouwers"] not in found
    assert len(pairs) > 50 and 0.6 < len(found) / len(pairs) < 0.8


def test_meeting_by_keys_finds_what_comparing_all_pairs_finds():
    texts = [name for group in PAIRS["tuned"] for pair in group["pairs"][:4] for name in pair]
    named = [organization(f"x{n:03}", names) for n, names in enumerate(texts)]
    one_by_one = {
        (found.first, found.second): found
        for pair in combinations(named, 2)
        for found in same_organizations(Portfolio(organizations=pair))
    }
    together = same_organizations(Portfolio(organizations=named))
    assert {(found.first, found.second): found for found in together} == one_by_one
    assert len(together) > len(texts) / 4


def test_twice_as_many_organizations_meet_about_twice_as_often():
    once, twice = (sum(map(len, meetings(invented(n, seed=7)).values())) for n in (1500, 3000))
    assert 100 < once < 1500 * 3
    assert twice < 2.5 * once


def test_the_keys_of_a_name_grow_with_its_length_only():
    short, long = (len(keys(Organization(id="x", name=name))) for name in ("Stichting Vliet", "Vliet " * 20))
    assert short < 10 and long < 20 * 10


@pytest.mark.parametrize(
    ("one", "other", "kind", "likelihood"),
    [
        ("Gemeente Tiel", "Gem. Tiel", "name", "likely"),
        ("Vogelbescherming", "Vogelbescherming Nederland", "bare", "maybe"),
        ("De Dommel", "Waterschap De Dommel", "body", "maybe"),
        ("Staatsbosbeheer", "Staatsbosbehere", "slip", "maybe"),
        ("Natuurmonumenten", "Natuurmonumennten", "slip", "maybe"),
        ("DBP", "De Bedachte Polder", "initials", "maybe"),
        ("De Bedachte Polder", "DBP", "initials", "maybe"),
        ("GGD XYZ", "GGD Xen Yl Zee", "initials", "maybe"),
    ],
)
def test_every_sort_of_sign(one, other, kind, likelihood):
    both = [Organization(id="a", name=one), Organization(id="b", name=other)]
    (sign,) = signs(meetings(both)[0, 1])
    assert (sign.kind, sign.likelihood) == (kind, likelihood)
    for language in LANGUAGES:
        assert one in sign.text.get(language) and other in sign.text.get(language)
    assert sign.text.nl != sign.text.en


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Stichting X Bedacht", "Vereniging X Bedacht"),
        ("Stichting De Dommel", "Waterschap De Dommel"),
        ("Limburg", "Waterschap Limburg"),
        ("GGD XYZ", "GGZ Xen Yl Zee"),
        ("Bosgroep Zuidoost", "Bosgroep Zuidwest"),
        ("Gemeente Heusden", "Gemeente Leusden"),
        ("ABC", "Abracadabra"),
    ],
)
def test_what_looks_like_a_sign_and_is_none(one, other):
    assert suggested(one, other) is None
    assert suggested(other, one) is None


def test_the_shorter_name_is_named_first_whatever_the_order():
    texts = {
        signs(meetings([Organization(id="a", name=one), Organization(id="b", name=other)])[0, 1])[0].text.nl
        for one, other in (("DBP", "De Bedachte Polder"), ("De Bedachte Polder", "DBP"))
    }
    assert texts == {"'DBP' kan de afkorting zijn van 'De Bedachte Polder'."}


def numbered(id_, *pairs, name="X", **more):
    return Organization(
        id=id_, name=f"{name}{id_}", identifiers=[Identifier(scheme=s, value=v) for s, v in pairs], **more
    )


@pytest.mark.parametrize(
    ("scheme", "one", "other", "likelihood"),
    [
        ("kvk", "01234567", "0123 4567", "certain"),
        ("rsin", "002306608", "0023.06.608", "certain"),
        ("tooi", "gm0344", "https://identifier.overheid.nl/tooi/id/gemeente/gm0344", "certain"),
        ("btw", "NL002455799B11", "nl002455799b11", "likely"),
        ("relatienummer", "A-7", "a7", "likely"),
    ],
)
def test_an_equal_number_is_the_first_sign(scheme, one, other, likelihood):
    met = meetings([numbered("a", (scheme, one)), numbered("b", (scheme, other))])
    (sign,) = signs(met[0, 1])
    assert (sign.kind, sign.likelihood) == ("number", likelihood)


def test_a_number_within_another_is_a_sign_too():
    met = meetings([numbered("a", ("oin", "00000003012345670000")), numbered("b", ("kvk", "01234567"))])
    assert signs(met[0, 1])[0].text.nl == "Ze hebben allebei KVK-nummer 01234567."


@pytest.mark.parametrize("number", [("sbi", "01.13"), ("kvk", "1234567"), ("rsin", "123456789")])
def test_a_code_that_many_share_or_that_is_wrong_is_no_sign(number):
    assert meetings([numbered("a", number), numbered("b", number)]) == {}


def test_an_id_from_before_is_a_sign():
    old, new = Organization(id="oud", name="A"), Organization(id="nieuw", name="B", formerly=["oud"])
    assert [sign.likelihood for sign in signs(meetings([old, new])[0, 1])] == ["certain"]


def test_what_speaks_against():
    one = numbered("a", ("kvk", "01234567"), ("rsin", "002306608"), ownership="public")
    other = numbered("b", ("kvk", "76543210"), ("rsin", "002306608"), ownership="private", kind="group")
    assert [objection.nl for objection in objections(one, other)] == [
        "Ze hebben elk een ander nummer (KVK-nummer): 01234567 en 76543210.",
        "De een is publiek, de ander privaat.",
        "De een is een groep, de ander niet.",
    ]
    assert objections(one, one) == ()
    assert (
        objections(numbered("a", ("btw", "NL002455799B11")), numbered("b", ("btw", "NL004495445B01"))) == ()
    )


def test_the_likelihoods_go_down():
    assert LIKELIHOODS == ("certain", "likely", "maybe")
