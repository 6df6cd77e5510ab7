"""A part of its own beneath a collaboration: nothing is lost and nothing doubled."""

import pickle
from collections import Counter

import attrs
import pytest
from advice_cases import made, owes, portfolios
from hypothesis import assume, given, strategies as st

from samenwerking.advice import CannotSplit, split_off
from samenwerking.io import example
from samenwerking.model import Contribution, Goal, Obligation, Participation, Period, UnknownId, inspect
from samenwerking.vocabulary import Form

AGREED = example("shared-goal")
WHOLE = AGREED.collaborations[0].id


def contract(portfolio=AGREED, id_=WHOLE, obligations=lambda each: each.kind == "payment", **more):
    return split_off(portfolio, id_, new_id="deel", name="Deel", obligations=obligations, **more)


def held(portfolio, *ids):
    return Counter(each for id_ in ids for each in portfolio[id_].canvas.setup.obligations)


def test_a_contract_beneath_an_alliance():
    after = contract(form="transaction-distant", period=Period(start="2026", end="2028"))
    part = after["deel"]
    assert (part.name, part.parent, part.canvas.form) == ("Deel", WHOLE, Form.TRANSACTION_DISTANT)
    assert part.period == Period(start="2026", end="2028")
    assert {each.kind.value for each in part.canvas.setup.obligations} == {"payment"}
    assert set(after.parties_of("deel")) == {
        "provincie-nergensland",
        "zuivel-verzonnen-melkbus",
        "collectief-bedachte-polder",
    }
    assert set(part.canvas.goals) == {"kruidenrijke-randen", "randen-die-lonen"}
    assert "payment" not in {each.kind.value for each in after[WHOLE].canvas.setup.obligations}
    assert list(inspect(after)) == list(inspect(AGREED))


def test_agreements_and_all_that_belongs_to_the_whole_stay_there():
    part = contract()["deel"].canvas
    assert part.agreements == () and part.decisions == ()
    assert all(party == Participation(party=party.party) for party in part.parties)
    whole = contract()[WHOLE]
    assert (
        attrs.evolve(
            whole,
            canvas=attrs.evolve(
                whole.canvas,
                setup=attrs.evolve(whole.canvas.setup, obligations=AGREED[WHOLE].canvas.setup.obligations),
            ),
        )
        == AGREED[WHOLE]
    )


# Laws


@given(portfolios(), st.sets(st.integers(0, 4)))
def test_no_obligation_is_lost_or_doubled_and_all_else_stays(portfolio, picked):
    before = portfolio["x"].canvas.setup.obligations
    chosen = [each for number, each in enumerate(before) if number in picked]
    assume(chosen)
    after = contract(portfolio, "x", chosen)
    assert held(after, "x", "deel") == held(portfolio, "x")
    assert set(after["deel"].canvas.setup.obligations) == set(chosen)
    assert not set(after["x"].canvas.setup.obligations) & set(chosen)
    back = after.remove("deel").evolve("x", canvas__setup__obligations=before)
    assert back == portfolio


@given(portfolios())
def test_three_ways_to_choose_the_same(portfolio):
    before = portfolio["x"].canvas.setup.obligations
    assume(before)
    text = before[0].text
    alike = [each for each in before if each.text == text]
    by_text, by_record, by_test = (
        contract(portfolio, "x", chosen) for chosen in ([text], alike, lambda each: each.text == text)
    )
    assert by_text == by_record == by_test
    assert contract(portfolio, "x", text) == by_text  # one alone is meant as one
    if len(alike) == 1:
        assert contract(portfolio, "x", alike[0]) == by_text


@given(portfolios())
def test_splitting_off_in_two_goes_is_splitting_off_at_once(portfolio):
    obligations = portfolio["x"].canvas.setup.obligations
    kinds = sorted({each.kind for each in obligations})
    assume(len(kinds) > 1)
    first, second = kinds[:2]
    twice = contract(portfolio, "x", lambda each: each.kind is first)
    twice = split_off(twice, "x", new_id="nog", name="Nog", obligations=lambda each: each.kind is second)
    once = contract(portfolio, "x", lambda each: each.kind in (first, second))
    assert held(twice, "deel", "nog") == held(once, "deel")
    assert twice["x"] == once["x"]


# Who and what for


def test_others_than_the_parties_of_the_whole_may_take_part():
    after = contract(
        made("a", "b", obligations=[owes("a", "b")]), "x", lambda each: True, parties=["a", "b", "c"]
    )
    assert after.parties_of("deel") == ("a", "b", "c")
    assert after.parties_of("x") == ("a", "b")


def test_goals_can_be_named():
    goals = (Goal(id="g", name="G", kind="deliverable"), Goal(id="h", name="H", kind="shared"))
    portfolio = made("a", "b", goals=goals, obligations=[owes("a", "b", serves=["h"])])
    assert contract(portfolio, "x", lambda each: True)["deel"].canvas.goals == ("h",)
    named = contract(portfolio, "x", lambda each: True, goals=[portfolio["g"]])
    assert named["deel"].canvas.goals == ("g",)
    assert named["x"].canvas.goals == ("g", "h")


def test_a_reference_that_dangled_before_is_no_fault_of_the_split():
    portfolio = made("a", obligations=[owes("a", "nergens", serves=["nergens-heen"])])
    after = contract(portfolio, "x", lambda each: True)
    assert after.parties_of("deel") == ("a", "nergens")
    assert after["deel"].canvas.goals == ("nergens-heen",)


def test_contributions_stay_with_the_whole():
    giving = Participation(party="a", contributions=[Contribution(kind="geld", amount=5, unit="EUR")])
    after = contract(made(giving, "b", obligations=[owes("a", "b")]), "x", lambda each: True)
    assert after["x"].canvas.parties[0] == giving
    assert all(not party.contributions for party in after["deel"].canvas.parties)


# What cannot be done


def test_all_that_is_wrong_is_told_at_once():
    portfolio = made("a", "b", obligations=[owes("a", "b", text="maait de oever")])
    with pytest.raises(CannotSplit) as caught:
        split_off(
            portfolio,
            "x",
            new_id="a",
            name="Deel",
            obligations=["maait de oevers", owes("b", text="nooit afgesproken")],
            parties=["b", "e"],
            goals=["g"],
        )
    assert caught.value.problems == (
        "the id 'a' is taken",
        "there is no such obligation: 'maait de oevers'; did you mean 'maait de oever'?",
        "there is no such obligation: 'nooit afgesproken'",
        "there is no such party: 'e'",
        "there is no such goal: 'g'",
    )
    assert all(problem in str(caught.value) for problem in caught.value.problems)
    assert pickle.loads(pickle.dumps(caught.value)).problems == caught.value.problems


def test_who_owes_or_is_owed_takes_part():
    portfolio = made("a", "b", obligations=[owes("a", "b")])
    with pytest.raises(CannotSplit, match="'b' owes or is owed something but is no party"):
        contract(portfolio, "x", lambda each: True, parties=["a"])


@pytest.mark.parametrize("chosen", [[], (), lambda each: False])
def test_a_part_without_an_obligation_is_none(chosen):
    with pytest.raises(CannotSplit, match="no obligation is chosen"):
        contract(obligations=chosen)


def test_an_obligation_that_differs_in_one_thing_is_another():
    maaien = owes("a", "b", text="maait")
    portfolio = made("a", "b", obligations=[maaien])
    with pytest.raises(CannotSplit, match="there is no such obligation: 'maait'"):
        contract(portfolio, "x", [attrs.evolve(maaien, sanction="korting")])
    assert isinstance(maaien, Obligation)


def test_a_party_is_no_goal_and_a_goal_no_party():
    portfolio = made("a", "b", goals=(Goal(id="g", name="G", kind="own"),), obligations=[owes("a")])
    with pytest.raises(CannotSplit) as caught:
        contract(portfolio, "x", lambda each: True, parties=["a", "g"], goals=["a"])
    assert caught.value.problems == ("there is no such party: 'g'", "there is no such goal: 'a'")


def test_the_rest_is_refused_as_everywhere():
    with pytest.raises(UnknownId, match="no record 'nergens'"):
        contract(AGREED, "nergens")
    with pytest.raises(ValueError, match="alliance"):
        contract(form="alliance")
