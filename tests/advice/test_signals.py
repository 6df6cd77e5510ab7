"""The eight signals: what a canvas shows, what is not to be seen, and what that says about each form."""

import datetime

import attrs
import pytest
from advice_cases import READINGS, changed, made, owes, portfolios, shuffled
from hypothesis import given, strategies as st

from samenwerking.advice import advise_form, signal_rows
from samenwerking.advice.case import open_case
from samenwerking.advice.signals import read_signals
from samenwerking.io import example
from samenwerking.model import (
    Agreement,
    Contribution,
    Endorsement,
    Goal,
    LeftEmpty,
    Participation,
    Period,
    PriceModel,
    Risk,
    Signature,
)
from samenwerking.vocabulary import Code, CodeList, Form, bibliography, reading

CODES = [row.code for row in signal_rows()]


def signals(portfolio, id_="x"):
    return {signal.code: signal for signal in read_signals(open_case(portfolio, id_))}


def holds(portfolio, code):
    return signals(portfolio)[code].holds


def goal(id_="g", kind="shared", *parties):
    return Goal(
        id=id_, name=f"Doel {id_}", kind=kind, endorsements=[Endorsement(party=each) for each in parties]
    )


def left(path):
    return {"left_empty": [LeftEmpty(path=path, reason="bewust")]}


# The table


def test_every_row_says_something_and_tells_where_that_comes_from():
    assert [f"s{number}" for number in range(1, 9)] == CODES
    for row in signal_rows():
        said = {(cell.holds, cell.fails) for cell in row.cells.values()}
        assert said != {(None, None)}
        assert set(row.cells) == set(Form)
        assert all(cell.marks for cell in row.cells.values())
        assert set(row.sources) <= set(bibliography())
        assert {"holds", "fails", "unknown"} <= set(row.texts)
        assert set(row.short) == {"holds", "fails"}


@pytest.mark.parametrize(
    ("code", "outcome", "verdict", "expected"),
    [
        ("s1", "holds", "for", lambda r, f: r.requires("shared_goal", f)),
        ("s1", "holds", "against", lambda r, f: not r.allows("shared_goal", f)),
        ("s2", "holds", "for", lambda r, f: r.requires("risk_bearing_contribution", f)),
        ("s3", "holds", "for", lambda r, f: r.expects("obligations", f)),
        ("s3", "holds", "against", lambda r, f: not r.allows("obligations", f)),
        ("s4", "holds", "for", lambda r, f: r.expects("mutual_performance", f)),
        ("s5", "holds", "for", lambda r, f: r.expects("joint_decisions", f)),
        ("s6", "holds", "for", lambda r, f: r.requires("conduct_rules", f)),
        ("s7", "fails", "for", lambda r, f: r.expects("open_circle", f)),
        ("s7", "fails", "against", lambda r, f: not r.allows("open_circle", f)),
        ("s8", "holds", "for", lambda r, f: r.expects("aligned_outcomes", f)),
    ],
)
def test_the_table_agrees_with_the_capabilities_of_the_reading(code, outcome, verdict, expected):
    row = next(row for row in signal_rows() if row.code == code)
    said = {form for form in Form if getattr(row.cells[form], outcome) == verdict}
    assert said == {form for form in Form if expected(reading(), form)}


def test_every_form_can_be_the_answer():
    """For each form there is a canvas on which more speaks for it than for any other."""
    for form in Form:
        best = [
            max(("holds", "fails"), key=lambda outcome, row=row: _lead(row, form, outcome))
            for row in signal_rows()
        ]
        totals = {each: sum(map(_value, signal_rows(), [each] * 8, best)) for each in Form}
        assert max(totals, key=totals.__getitem__) is form
        assert sorted(totals.values())[-1] > sorted(totals.values())[-2]


def _value(row, form, outcome):
    return {"for": 1, "against": -1, None: 0}[getattr(row.cells[form], outcome)]


def _lead(row, form, outcome):
    return _value(row, form, outcome) * 10 - sum(_value(row, each, outcome) for each in Form)


# What a canvas shows


@pytest.mark.parametrize(
    ("goals", "expected"),
    [
        ([goal("g", "shared", "a", "b")], True),
        ([goal("g", "shared", "a"), goal("h", "own", "a", "b")], None),
        ([goal("g", "shared", "a", "d")], None),  # d does not take part
        ([goal("g", "own", "a", "b")], False),
        ([], None),
    ],
)
def test_a_shared_goal_is_endorsed_by_two_who_take_part(goals, expected):
    assert holds(made("a", "b", "c", goals=tuple(goals)), "s1") is expected


def test_a_goal_that_nobody_knows_may_be_a_shared_one():
    portfolio = made("a", "b", goals=(goal("g", "own"),), listed=["g", "nergens"])
    assert holds(portfolio, "s1") is None
    assert holds(made("a", "b", **left("goals")), "s1") is False


def test_the_goal_with_most_support_is_named():
    portfolio = made("a", "b", "c", goals=(goal("g", "shared", "a", "b"), goal("h", "shared", "a", "b", "c")))
    signal = signals(portfolio)["s1"]
    assert signal.text.nl == "Met 'Doel h' stemmen in: Collectief B, Vereniging C en Waterschap A."
    assert signal.evidence == ("goals[g].endorsements", "goals[h].endorsements")


def bearing(*, risks=(), staked=(), party="a"):
    return Participation(
        party=party,
        risks=[Risk(text="droogte", share=share) for share in risks],
        contributions=[Contribution(kind="uren", at_risk=each) for each in staked],
    )


@pytest.mark.parametrize(
    ("participation", "expected"),
    [
        (bearing(risks=[None]), True),
        (bearing(risks=[1]), True),
        (bearing(staked=[None, True]), True),
        (bearing(risks=[0]), False),
        (bearing(staked=[False, False]), False),
        (bearing(staked=[False, None]), None),
        (bearing(), None),
    ],
)
def test_whether_a_party_bears_risk(participation, expected):
    assert holds(made(participation), "s2") is expected


def test_everyone_must_bear_risk():
    taking = bearing(risks=[1])
    assert holds(made(taking, bearing(party="b")), "s2") is None
    assert holds(made(taking, bearing(party="b"), **left("parties[b].risks")), "s2") is False
    assert holds(made(taking, bearing(party="b"), **left("parties[].risks")), "s2") is False
    assert holds(made(), "s2") is None
    # of one with two roles, one that bears risk will do
    assert holds(made(taking, bearing(staked=[False])), "s2") is True


def test_a_list_of_parties_that_is_not_complete_does_not_tell_of_everyone():
    assert holds(made(bearing(risks=[1]), parties_complete=False), "s2") is None
    assert holds(made(bearing(risks=[0]), parties_complete=False), "s2") is False


@pytest.mark.parametrize(
    ("obligations", "expected"),
    [
        ([owes("a", kind="performance")], True),
        ([owes("a", kind="cooperation"), owes("b", kind="conduct")], True),
        ([owes("a", kind="conduct"), owes("b", kind="reporting")], False),
        ([owes("a", kind="payment")], None),  # it may be a fee
        ([owes("a", kind="performance", best_effort=True)], None),
        ([owes("a", kind="performance", legal_duty=True)], None),
        ([], None),
    ],
)
def test_what_they_can_hold_one_another_to(obligations, expected):
    assert holds(made("a", "b", obligations=obligations), "s3") is expected


@pytest.mark.parametrize(
    ("gear", "expected"), [(None, None), ("klopt", None), ("werkt", False), ("levert", False)]
)
def test_past_the_gear_that_settles_obligations_none_means_none(gear, expected):
    portfolio = made("a", "b", gear=gear)
    assert [holds(portfolio, code) for code in ("s3", "s4")] == [expected] * 2
    assert holds(made("a", "b", **left("setup.obligations")), "s3") is False


@pytest.mark.parametrize(
    ("obligations", "expected"),
    [
        ([owes("a", "b"), owes("b", "a", "payment")], True),
        ([owes("a", "b"), owes("b", "a", "conduct")], None),
        ([owes("a"), owes("b")], False),
        ([owes("a", "b"), owes("b", "c")], False),
        ([owes("a", "b")], None),
        ([owes("a", "a"), owes("b", "b")], False),
        ([owes("a", kind="reporting")], False),
        ([owes("a", "b", legal_duty=True), owes("b", "a", "payment", legal_duty=True)], True),
    ],
)
def test_each_owes_another_something(obligations, expected):
    assert holds(made("a", "b", obligations=obligations), "s4") is expected


def test_a_gear_does_not_undo_what_is_there():
    duties = [owes("a", "b", legal_duty=True), owes("b", "a", "payment", legal_duty=True)]
    late = made("a", "b", gear="levert", obligations=duties)
    assert (holds(late, "s3"), holds(late, "s4")) == (False, True)


def test_a_place_left_empty_that_is_no_place_is_passed_over():
    assert holds(made("a", "b", **left("nergens.iets")), "s3") is None


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("consensus", True),
        ("unanimity", True),
        ("majority", True),
        ("client", False),
        ("lead", False),
        ("none", False),
        (None, None),
    ],
)
def test_how_decisions_are_taken(rule, expected):
    assert holds(made("a", "b", decision_rule=rule), "s5") is expected


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ({"conduct_rules": ["bel eerst"], "obligations": [owes("a", kind="conduct")]}, True),
        ({"conduct_rules": ["bel eerst"], "gear": "werkt"}, True),
        ({"conduct_rules": ["bel eerst"]}, None),  # the obligations may still come
        ({"conduct_rules": ["bel eerst"], "obligations": [owes("a", kind="payment")]}, True),  # a fee
        ({"conduct_rules": ["bel eerst"], "obligations": [owes("a", best_effort=True)]}, None),
        ({"conduct_rules": ["bel eerst"], "obligations": [owes("a")]}, False),
        ({"obligations": [owes("a", kind="conduct")]}, None),
        ({"gear": "werkt"}, None),
        (left("setup.conduct_rules"), False),
    ],
)
def test_whether_only_conduct_binds(about, expected):
    assert holds(made("a", "b", **about), "s6") is expected


def test_a_circle_is_settled_once_all_who_are_listed_agreed_or_signed():
    agreed = {"agreements": [Agreement(on="2026-03-01", parties=["a"])]}
    signed = Participation(party="b", signature=Signature(on="2026-03-01"))
    assert holds(made("a", signed, parties_complete=True, **agreed), "s7") is True
    assert holds(made("a", "b", parties_complete=True, **agreed), "s7") is None
    assert holds(made("a", signed, **agreed), "s7") is None
    assert holds(made("a", parties_complete=True, **agreed), "s7") is None  # alone is no circle


@pytest.mark.parametrize(("gear", "expected"), [(None, None), ("kan", None), ("klopt", False)])
def test_a_circle_is_open_if_the_list_stays_incomplete(gear, expected):
    assert holds(made("a", "b", parties_complete=False, gear=gear), "s7") is expected


@pytest.mark.parametrize(
    ("kind", "incentive", "expected"),
    [
        ("uitkomst", "", True),
        ("open-boek", "", True),
        (None, "bonus", True),
        ("vast", "", False),
        ("per-eenheid", "", False),
        ("vast", "bonus", None),
        ("eigen-model", "", None),
        (None, "", None),
    ],
)
def test_what_the_price_depends_on(kind, incentive, expected):
    assert holds(made("a", price_model=PriceModel(kind=kind, incentive=incentive)), "s8") is expected


def test_an_own_price_model_goes_by_its_own_name():
    portfolio = made("a", price_model=PriceModel(kind="eigen-model", incentive="bonus"))
    own = Code(list=CodeList.PRICE_MODEL, code="eigen-model", nl="naar weiland")
    named = attrs.evolve(portfolio, codes=(own,))
    assert "naar weiland" in signals(named)["s8"].text.nl
    assert "eigen-model" in signals(portfolio)["s8"].text.nl


def test_private_content_counts_for_nothing():
    seen = example("shared-goal")
    id_ = seen.collaborations[0].id
    parties = tuple(
        attrs.evolve(party, interests=("GEHEIM",), prefers=(party.party,), negotiating_room="GEHEIM")
        for party in seen[id_].canvas.parties
    )
    secret = seen.evolve(id_, canvas__parties=parties)
    assert read_signals(open_case(secret, id_)) == read_signals(open_case(seen, id_))


def test_who_had_left_by_the_day_does_not_count():
    gone = Participation(party="b", period=Period(start="2020", end="2024"))
    portfolio = made(bearing(risks=[1]), gone)
    assert holds(portfolio, "s2") is None
    day = datetime.date(2026, 3, 1)
    assert read_signals(open_case(portfolio, "x", as_of=day))[1].holds is True
    with pytest.raises(ValueError, match="must be a day"):
        open_case(portfolio, "x", as_of="2026")


# Laws


@given(portfolios(), st.integers(0, 99))
def test_the_order_of_things_makes_no_difference(portfolio, seed):
    assert read_signals(open_case(shuffled(portfolio, seed), "x")) == read_signals(open_case(portfolio, "x"))


@given(portfolios())
def test_ids_make_no_difference(portfolio):
    renamed = portfolio.rename("a", "zz").rename("x", "y")
    before, after = signals(portfolio), signals(renamed, "y")
    assert {code: (s.holds, s.text) for code, s in before.items()} == {
        code: (s.holds, s.text) for code, s in after.items()
    }


def unknowns(portfolio):
    """Yield the portfolio with one more thing on it of which nothing is known."""
    canvas = portfolio["x"].canvas
    nobody = Participation(party="onbekend")
    yield changed(portfolio, canvas__parties=(*canvas.parties, nobody))
    yield changed(portfolio, canvas__parties=(nobody, *canvas.parties))
    yield changed(portfolio, canvas__goals=(*canvas.goals, "nergens"))
    yield changed(portfolio.add(goal("nieuw")), canvas__goals=(*canvas.goals, "nieuw"))
    blank = tuple(attrs.evolve(p, contributions=(*p.contributions, Contribution())) for p in canvas.parties)
    yield changed(portfolio, canvas__parties=blank)
    yield changed(portfolio, parties_complete=None)


@given(portfolios())
def test_an_unknown_more_never_turns_yes_into_no(portfolio):
    before = signals(portfolio)
    for more in unknowns(portfolio):
        after = signals(more)
        assert [code for code in CODES if before[code].holds is True and after[code].holds is False] == []


@given(portfolios())
def test_evidence_names_places_on_the_canvas(portfolio):
    case = open_case(portfolio, "x")
    for signal in read_signals(case):
        assert list(signal.evidence) == sorted(set(signal.evidence))
        for path in signal.evidence:
            assert case.places(path), path


@given(portfolios())
def test_only_what_binds_least_binds_alone(portfolio):
    """That only conduct binds, and that there is something to hold one another to, exclude each other."""
    found = signals(portfolio)
    assert not (found["s6"].holds is True and found["s3"].holds is True)


@given(portfolios(), st.sampled_from(sorted(READINGS)))
def test_what_a_signal_says_follows_the_table(portfolio, which):
    advice = advise_form(portfolio, "x", reading=READINGS[which])
    for signal in advice.signals:
        for form in Form:
            cell = signal.row.cells[form]
            expected = {True: cell.holds, False: cell.fails, None: None}[signal.holds]
            assert signal.says(form) == expected
