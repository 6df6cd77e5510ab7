"""Shifting up and down, stepping back and agreeing."""

import datetime
import pickle

import attrs
import pytest
from hypothesis import given, strategies as st

import samenwerking as sw
from samenwerking.rules import blockers, diagnose
from samenwerking.rules.digest import agreed_by_now, changed_since
from samenwerking.rules.shifting import ShiftError, agree, shift, step_back
from samenwerking.vocabulary import Gear

DAY = "2026-11-24"
AS_OF = datetime.date(2026, 11, 24)
WHOLE = sw.example("shared-goal")
ID = WHOLE.collaborations[0].id
PARTIES = tuple(WHOLE.parties_of(ID))


def in_gear(gear: str, portfolio: sw.Portfolio = WHOLE) -> sw.Portfolio:
    return portfolio.evolve(ID, gear=gear)


@pytest.mark.parametrize(("now", "to"), [("kan", "klopt"), ("klopt", "werkt"), ("werkt", "levert")])
def test_up_when_nothing_blocks_with_the_decision_on_the_canvas(now: str, to: str) -> None:
    before = in_gear(now)
    after = shift(before, ID, to, on=DAY, parties=PARTIES, text="Door.", conditions="geld rond")
    assert after[ID].gear == to and before[ID].gear == now
    decision = after[ID].canvas.decisions[-1]
    assert (decision.kind.value, decision.gear, decision.on.iso) == ("shift-up", to, DAY)
    assert (decision.text, decision.conditions, set(decision.parties)) == ("Door.", "geld rond", set(PARTIES))
    assert "KAN144" not in {f.code for f in sw.validate(after, as_of=AS_OF)}


def test_not_up_while_something_blocks_and_everything_that_does_is_told() -> None:
    broken = in_gear("kan").evolve(ID, canvas__goals=())
    with pytest.raises(ShiftError) as told:
        shift(broken, ID, "klopt", on=DAY, parties=PARTIES)
    assert told.value.blockers == blockers(diagnose(broken, ID, as_of=AS_OF))
    assert told.value.blockers and all(each.message("nl") in str(told.value) for each in told.value.blockers)
    again = pickle.loads(pickle.dumps(told.value))
    assert (again.message, again.blockers) == (told.value.message, told.value.blockers)


def test_a_finding_of_a_lower_gear_blocks_as_well() -> None:
    broken = in_gear("klopt").evolve(ID, canvas__goals=())
    with pytest.raises(ShiftError, match="cannot shift"):
        shift(broken, ID, "werkt", on=DAY, parties=PARTIES)


def test_a_no_go_is_recorded_and_shifts_nothing() -> None:
    after = shift(in_gear("klopt"), ID, "werkt", on=DAY, parties=PARTIES, outcome="no-go")
    assert after[ID].gear == "klopt"
    assert after[ID].canvas.decisions[-1].outcome == "no-go"


@pytest.mark.parametrize(
    ("now", "to", "said"),
    [("kan", "werkt", "klopt"), ("kan", "levert", "klopt, werkt"), ("kan", "kan", "already")],
)
def test_no_gear_is_passed_over(now: str, to: str, said: str) -> None:
    with pytest.raises(ShiftError, match=said):
        shift(in_gear(now), ID, to, on=DAY, parties=PARTIES)


@given(st.permutations(list(Gear)))
def test_down_goes_at_any_time_and_to_any_gear(order: list[Gear]) -> None:
    portfolio = in_gear("levert").evolve(ID, canvas__goals=())  # however much is wrong
    for gear in order:
        now = portfolio[ID].gear
        if gear.order < now.order:
            portfolio = shift(portfolio, ID, gear, on=DAY, parties=PARTIES[:1])
            assert portfolio[ID].gear is gear
            assert portfolio[ID].canvas.decisions[-1].kind == "shift-down"


@pytest.mark.parametrize("parties", [[], ["buitenstaander"], [PARTIES[0], "buitenstaander"]])
def test_only_parties_decide_and_agree(parties: list[str]) -> None:
    for act in (
        lambda: shift(WHOLE, ID, "werkt", on=DAY, parties=parties),
        lambda: step_back(WHOLE, ID, "return", on=DAY, parties=parties),
        lambda: agree(WHOLE, ID, parties, DAY),
    ):
        with pytest.raises(ValueError, match="no party of"):
            act()


def test_what_is_no_gear_outcome_or_date_is_refused() -> None:
    with pytest.raises(ValueError, match="vijf"):
        shift(WHOLE, ID, "vijf", on=DAY, parties=PARTIES)
    with pytest.raises(ValueError, match="misschien"):
        shift(WHOLE, ID, "werkt", on=DAY, parties=PARTIES, outcome="misschien")
    with pytest.raises(ValueError, match="morgen"):
        agree(WHOLE, ID, PARTIES, "morgen")
    with pytest.raises(KeyError):
        agree(WHOLE, "nergens", PARTIES, DAY)
    with pytest.raises(TypeError):
        step_back(WHOLE, PARTIES[0], "stop", on=DAY, parties=PARTIES)


def test_records_will_do_as_well_as_ids() -> None:
    given_ = [WHOLE[id_] for id_ in PARTIES]
    assert agree(WHOLE, ID, given_, datetime.date(2026, 11, 24)) == agree(WHOLE, ID, PARTIES, DAY)


# The four outcomes of a step back


def test_stop_ends_it() -> None:
    after = step_back(WHOLE, ID, "stop", on=DAY, parties=PARTIES)
    assert after[ID].period.end.iso == DAY
    assert diagnose(after, ID, as_of=AS_OF).step_back.decisions[-1].step_back == "stop"


def test_whoever_takes_its_alternative_leaves_and_the_others_go_on() -> None:
    after = step_back(WHOLE, ID, "alternative", on=DAY, parties=PARTIES[:1])
    ends = {each.party: each.period.end and each.period.end.iso for each in after[ID].canvas.parties}
    before = {each.party: each.period.end and each.period.end.iso for each in WHOLE[ID].canvas.parties}
    assert ends == {**before, PARTIES[0]: DAY}
    assert after[ID].period == WHOLE[ID].period


def test_when_nobody_stays_to_work_with_it_ends() -> None:
    after = step_back(WHOLE, ID, "alternative", on=DAY, parties=PARTIES[:-1])
    assert after[ID].period.end.iso == DAY


def test_return_starts_over_and_split_off_is_recorded() -> None:
    assert step_back(WHOLE, ID, "return", on=DAY, parties=PARTIES)[ID].current_gear is Gear.KAN
    after = step_back(WHOLE, ID, "split-off", on=DAY, parties=PARTIES, text="Beheer apart.")
    assert after[ID].gear is WHOLE[ID].gear
    assert after[ID].canvas.decisions[-1].text == "Beheer apart."


# Agreeing, and what changed since

EDITS = {
    "set-up": {"canvas__setup__decision_rule": "majority"},
    "type": {"canvas__motivation": "Omdat het moet."},
    "quality": {"canvas__quality__method": "steekproef"},
    "header": {"period__end": "2041"},
    "goals": {"canvas__assumptions": ("het blijft regenen",)},
}


def test_who_agreed_agrees_with_what_stands_there() -> None:
    after = agree(WHOLE, ID, PARTIES[:2], DAY, at="stuurgroep")
    only = after.evolve(ID, canvas__agreements=after[ID].canvas.agreements[-1:])
    assert agreed_by_now(only, only[ID]) == (set(PARTIES[:2]), None)
    assert changed_since(only, only[ID]) == ()


@pytest.mark.parametrize("part", EDITS)
def test_a_later_change_is_named_until_it_is_agreed_to(part: str) -> None:
    changed = agree(WHOLE, ID, PARTIES, DAY).evolve(ID, **EDITS[part])
    assert changed_since(changed, changed[ID]) == (part,)
    diagnosis = diagnose(changed, ID, as_of=AS_OF)
    (stale,) = [each for each in diagnosis.stale if each.what == "agreement"]
    assert set(stale.parties) == set(PARTIES) and stale.on.iso == DAY
    again = agree(changed, ID, PARTIES, DAY)
    assert changed_since(again, again[ID]) == ()
    assert not [each for each in diagnose(again, ID, as_of=AS_OF).stale if each.what == "agreement"]


def test_what_changed_says_how_far_back() -> None:
    def back_to(**edit: object) -> Gear:
        return diagnose(agree(WHOLE, ID, PARTIES, DAY).evolve(ID, **edit), ID, as_of=AS_OF).back_to

    assert back_to() is WHOLE[ID].gear
    assert back_to(canvas__setup__decision_rule="majority") is Gear.KLOPT
    assert back_to(canvas__assumptions=("droog",)) is Gear.KAN
    assert back_to(canvas__setup__decision_rule="majority", canvas__assumptions=("droog",)) is Gear.KAN


def test_a_party_that_joins_later_makes_alternatives_old() -> None:
    first, *others = WHOLE[ID].canvas.parties
    joined = attrs.evolve(first, period=sw.Period(start="2026-09-01"))
    after = WHOLE.evolve(ID, canvas__parties=(joined, *others))
    stale = [each for each in diagnose(after, ID, as_of=AS_OF).stale if each.what == "alternative"]
    assert {party for each in stale for party in each.parties} == set(PARTIES)
    told = [f for f in sw.validate(after, as_of=AS_OF) if f.code == "KAN143"]
    assert len(told) == 1 and "1 september 2026" in told[0].message("nl")


def test_a_change_that_cannot_be_told_to_be_later_makes_nothing_old() -> None:
    first, *others = WHOLE[ID].canvas.parties
    considered = sw.Alternative(considered=True, on="2026")  # some day in the year of the change
    parties = [attrs.evolve(each, alternative=considered) for each in others]
    joined = attrs.evolve(first, period=sw.Period(start="2026-09-01"), alternative=considered)
    after = WHOLE.evolve(ID, canvas__parties=(joined, *parties))
    assert not [each for each in diagnose(after, ID, as_of=AS_OF).stale if each.what == "alternative"]


def test_the_history_holds_every_decision_in_order_of_date() -> None:
    after = shift(WHOLE, ID, "klopt", on="2026-11-20", parties=PARTIES)
    after = step_back(after, ID, "return", on="2026-11-22", parties=PARTIES)
    history = diagnose(after, ID, as_of=AS_OF).history
    assert [each.kind.value for each in history[-2:]] == ["shift-down", "step-back"]
    days = [each.on.first for each in history if each.on]
    assert days == sorted(days)
