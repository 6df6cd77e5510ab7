"""The list of organizations that may be one: what stands on it, in what order, and what never does."""

import pickle

import pytest
from hypothesis import given, settings, strategies as st

from samenwerking.change import Resemblance, distinguish_organizations, same_organizations
from samenwerking.change.matching import LIKELIHOODS
from samenwerking.change.organizations import apart, organization_of
from samenwerking.model import Goal, Identifier, Organization, Portfolio, Source, UnknownId
from samenwerking.testing import portfolios
from samenwerking.vocabulary import LANGUAGES

KVK = (Identifier(scheme="kvk", value="01234567"),)
A = Organization(id="a", name="LTO Noord", ownership="private")
B = Organization(id="b", name="LTO-Noord")
WRITTEN = ["De Vliet", "Stichting De Vliet", "Waterschap De Vliet", "de vliet", "DBP", "De Bedachte Polder"]


def pairs(*organizations):
    found = same_organizations(Portfolio(organizations=organizations))
    return [(each.first, each.second, each.likelihood) for each in found]


def test_the_most_likely_come_first():
    full = Organization(id="z", name="Iets anders", identifiers=KVK)
    other = Organization(id="y", name="Nog iets", identifiers=KVK)
    slip = Organization(id="x", name="Staatsbosbeheer"), Organization(id="w", name="Staatsbosbeeer")
    assert pairs(full, *slip, B, other, A) == [
        ("y", "z", "certain"),
        ("a", "b", "likely"),
        ("w", "x", "maybe"),
    ]


def test_a_resemblance_tells_itself_in_both_languages():
    (found,) = same_organizations(Portfolio(organizations=[A, B]))
    assert found.message("nl") == (
        "LTO Noord (a), LTO-Noord (b): waarschijnlijk dezelfde organisatie. "
        "'LTO Noord' en 'LTO-Noord' zijn dezelfde naam."
    )
    assert found.message("en").startswith("LTO Noord (a), LTO-Noord (b): probably the same organization.")
    assert found.message() == found.message("nl")
    with pytest.raises(ValueError, match="unknown language"):
        found.message("fr")
    assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_likelihood_has_its_own_words(language):
    told = {
        Resemblance(first="a", second="b", names=("A", "B"), likelihood=each, reasons=()).message(language)
        for each in LIKELIHOODS
    }
    assert len(told) == len(LIKELIHOODS)


def test_an_objection_makes_it_one_step_less_likely():
    public = Organization(id="b", name="LTO-Noord", ownership="public")
    (found,) = same_organizations(Portfolio(organizations=[A, public]))
    assert found.likelihood == "maybe"
    assert found.message("nl").endswith("Maar: De een is publiek, de ander privaat.")
    slip = Organization(id="b", name="LTO Noort", ownership="public")
    assert pairs(Organization(id="a", name="LTO Noord"), slip) == [("a", "b", "maybe")]
    assert pairs(A, slip) == []


def test_other_numbers_speak_against_an_equal_name():
    one, other = (
        Organization(id=id_, name="De Vliet", identifiers=[Identifier(scheme="kvk", value=value)])
        for id_, value in (("a", "01234567"), ("b", "76543210"))
    )
    assert pairs(one, other) == [("a", "b", "maybe")]


def test_numbers_are_told_before_names():
    one, other = (Organization(id=id_, name="De Vliet", identifiers=KVK) for id_ in "ab")
    (found,) = same_organizations(Portfolio(organizations=[one, other]))
    assert [reason.nl for reason in found.reasons] == [
        "Ze hebben allebei KVK-nummer 01234567.",
        "'De Vliet' en 'De Vliet' zijn dezelfde naam.",
    ]


def test_two_other_names_that_are_equal_are_less_than_a_name():
    one = Organization(id="a", name="Natuur- en Milieufederatie Groningen", aliases=["NMQ"])
    other = Organization(id="b", name="Natuur en Milieu Gelderland", aliases=["NMQ"])
    assert pairs(one, other) == [("a", "b", "maybe")]


@pytest.mark.parametrize(
    ("more_of_a", "more_of_b"),
    [
        ({"distinct_from": ["b"]}, {}),
        ({}, {"distinct_from": ["a"]}),
        ({"part_of": "b"}, {}),
        ({}, {"part_of": "a"}),
        ({"part_of": "c"}, {}),
        ({"kind": "person", "sources": [Source(title="site")]}, {}),
        ({"kind": "person"}, {"kind": "person"}),
    ],
)
def test_what_is_on_file_as_two_is_not_asked_again(more_of_a, more_of_b):
    one = Organization(id="a", name="De Vliet", identifiers=KVK, **more_of_a)
    other = Organization(id="b", name="De Vliet", identifiers=KVK, **more_of_b)
    above = Organization(id="c", name="Tussenlaag", part_of="b")
    assert pairs(one, other, above) == []


def test_departments_of_one_body_are_still_compared():
    one, other = (Organization(id=id_, name="De Vliet", part_of="c") for id_ in "ab")
    assert pairs(one, other) == [("a", "b", "likely")]


def test_a_circle_of_parts_is_walked_once():
    one, other = Organization(id="a", name="X", part_of="b"), Organization(id="b", name="Y", part_of="a")
    portfolio = Portfolio(organizations=[one, other])
    assert apart(portfolio, one, Organization(id="c", name="X")) is False
    assert apart(portfolio, one, other) is True


def test_persons_with_a_public_name_are_compared():
    persons = [
        Organization(id=id_, kind="person", name="J. Bedacht", sources=[Source(title="site")]) for id_ in "ab"
    ]
    assert pairs(*persons) == [("a", "b", "likely")]


def test_a_private_name_is_in_no_result():
    persons = [Organization(id=id_, kind="person", name="Jan Bedacht", identifiers=KVK) for id_ in "ab"]
    public = Organization(id="c", name="Jan Bedacht", identifiers=KVK)
    assert "Jan" not in repr(same_organizations(Portfolio(organizations=persons)))
    assert same_organizations(Portfolio(organizations=[*persons, public])) == ()


def test_an_id_that_repeats_is_left_to_the_inspection():
    assert pairs(A, A) == []
    assert pairs(A, A, B) == []


def test_an_older_id_is_recognized():
    kept = Organization(id="nieuw", name="Stichting Nieuw", formerly=["oud"])
    again = Organization(id="oud", name="Vereniging Heel Anders")
    assert pairs(kept, again) == [("nieuw", "oud", "certain")]


@given(st.permutations(WRITTEN))
def test_the_order_of_the_organizations_does_not_matter(texts):
    organizations = [Organization(id=text, name=text) for text in texts]
    in_order = [Organization(id=text, name=text) for text in WRITTEN]
    found = same_organizations(Portfolio(organizations=organizations))
    assert found == same_organizations(Portfolio(organizations=in_order))
    assert len(found) >= 4


@settings(deadline=None, max_examples=40)
@given(portfolios(broken_references=True))
def test_any_portfolio_can_be_looked_through(portfolio):
    for found in same_organizations(portfolio):
        assert found.first < found.second
        assert found.reasons and found.message("nl") != found.message("en")
        one, other = portfolio[found.first], portfolio[found.second]
        assert not apart(portfolio, one, other)


def test_a_decision_is_stored_and_heeded_both_ways():
    start = Portfolio(organizations=[A, B])
    for one, other in (("a", "b"), ("b", "a"), (A, B)):
        decided = distinguish_organizations(start, one, other)
        assert same_organizations(decided) == ()
        assert distinguish_organizations(decided, one, other) == decided
    assert start["a"].distinct_from == ()


def test_several_are_told_apart_at_once():
    c = Organization(id="c", name="LTO Noord (kring)")
    decided = distinguish_organizations(Portfolio(organizations=[A, B, c]), "a", "b", c)
    assert decided["a"].distinct_from == ("b", "c")
    assert decided.remove("b", dangling="cascade")["a"].distinct_from == ("c",)
    assert decided.rename("b", "d")["a"].distinct_from == ("d", "c")


@pytest.mark.parametrize(
    ("one", "other", "error", "message"),
    [
        ("a", "a", ValueError, "'a' cannot be distinct from itself"),
        ("a", "z", UnknownId, "no record 'z'"),
        ("z", "a", UnknownId, "no record 'z'"),
        ("a", "g", TypeError, "'g' is no organization"),
        ("g", "a", TypeError, "'g' is no organization"),
    ],
)
def test_what_cannot_be_told_apart(one, other, error, message):
    start = Portfolio(organizations=[A], goals=[Goal(id="g", name="G", kind="own")])
    with pytest.raises(error) as caught:
        distinguish_organizations(start, one, other)
    assert str(caught.value) == message


def test_an_organization_is_found_by_itself_or_its_id():
    start = Portfolio(organizations=[A])
    assert organization_of(start, A) == organization_of(start, "a") == A
