"""Does the collaboration work? What makes each rule on means, people and quality speak, and what keeps it silent."""

import datetime

import attrs
import pytest
from hypothesis import given, strategies as st

from samenwerking.model import (
    Canvas,
    Collaboration,
    Communication,
    Contribution,
    Decision,
    Delivery,
    Effort,
    EndResult,
    Funding,
    Goal,
    Indicator,
    Installment,
    LeftEmpty,
    Mandate,
    Monitoring,
    Obligation,
    Organization,
    Participation,
    Period,
    Phase,
    Portfolio,
    Quality,
    Ratification,
    Representative,
    Resources,
    Setup,
)
from samenwerking.rules import Profile, RuleSet, catalog, validate
from samenwerking.rules.texts import rule_texts
from samenwerking.testing import portfolios
from samenwerking.vocabulary import Code, FindingKind, Outcome

DAY = datetime.date(2026, 11, 24)
RUNS = Period(start="2025", open_end=True)
OVER = Period(start="2020", end="2024")


def polder(
    *parties, id_="x", period=RUNS, parent=None, form="shared-goal", gear="levert", goals=(), **canvas
):
    joined = [each if isinstance(each, Participation) else Participation(party=each) for each in parties]
    table = Canvas(form=form, parties=joined, goals=[goal.id for goal in goals], **canvas)
    return Collaboration(
        id=id_, name=f"Polder {id_.upper()}", gear=gear, period=period, parent=parent, canvas=table
    )


def held(*collaborations, goals=(), own=()):
    people = [Organization(id=id_, name=f"Jo {id_}", kind="person") for id_ in ("p", "q")]
    bodies = [Organization(id=id_, name=f"Naam {id_.upper()}") for id_ in ("a", "b", "c")]
    return Portfolio(organizations=[*bodies, *people], goals=goals, collaborations=collaborations, codes=own)


def found(portfolio, code, viewer=None, profile="default"):
    """Return what a rule alone tells, without the rows of the reading that share its code."""
    written = [text.message for text in rule_texts()[code].values()]
    report = validate(portfolio, rules=catalog().select(code), as_of=DAY, viewer=viewer, profile=profile)
    return [finding for finding in report if finding.code == code and finding.template in written]


def said(portfolio, code, **more):
    return [finding.message("nl") for finding in found(portfolio, code, **more)]


def outcome(portfolio, code, viewer=None):
    """Return what came of a rule."""
    profile = Profile(name="one", select=[code])
    judged = [
        validate(portfolio, profile=profile, rules=rules, as_of=DAY, viewer=viewer).outcomes
        for rules in (catalog().select(code), RuleSet([]))
    ]
    (came,) = (each for each in judged[0] if judged[0][each] > judged[1].get(each, 0))
    return came


# Means


def costs(*funding, budget=100, name="beheer"):
    return Resources(phases=[Phase(name=name, budget=budget, period=RUNS, funding=funding)])


@pytest.mark.parametrize(
    ("funding", "gap"),
    [
        # unknown is neither sure nor unsure: only a gap that there is whatever it turns out to be is told
        ([Funding(share=1)], None),
        ([Funding(share=0.6)], "40%"),
        ([Funding(share=0.6, status="pledged"), Funding(share=0.4)], None),
        ([Funding(share=0.6, status="pledged"), Funding(share=0.4, status="in-talks")], "40%"),
        ([Funding(share=0.6), Funding(share=0.4, status="in-talks")], "40%"),
        # who pays is there, but not how much
        ([Funding(funder="a")], None),
        ([Funding(funder="a"), Funding(share=0.2, status="pledged")], None),
        ([Funding(funder="a", status="in-talks"), Funding(share=0.2, status="pledged")], "80%"),
    ],
)
def test_a_gap_in_the_money_is_told_only_if_it_is_certain(funding, gap):
    messages = said(held(polder("a", resources=costs(*funding))), "WER301")
    expected = (
        [f"Voor {gap} van de begroting van 'beheer' is nog geen dekking. Waar kan die vandaan komen?"]
        if gap
        else []
    )
    assert messages == expected


def test_whether_money_is_sure_is_asked():
    portfolio = held(polder("a", gear="werkt", resources=costs(Funding(share=1))))
    asked = [f for f in validate(portfolio, as_of=DAY) if f.field == "resources.phases[].funding[].status"]
    assert [(f.code, f.kind) for f in asked] == [("WER301", FindingKind.QUESTION)]
    assert asked[0].message("nl") == "Is het geld hiervoor toegezegd, ontvangen of nog in gesprek: beheer?"
    sure = held(polder("a", gear="werkt", resources=costs(Funding(share=1, status="received"))))
    assert not [f for f in validate(sure, as_of=DAY) if f.code == "WER301"]


def promised(schedule, deliveries=(), **more):
    contribution = Contribution(
        kind="geld",
        description="inleg",
        schedule=[Installment(on=on, amount=amount) for on, amount in schedule],
        deliveries=[Delivery(on=on, amount=amount) for on, amount in deliveries],
    )
    return Participation(party="a", contributions=[contribution], **more)


@pytest.mark.parametrize(
    ("schedule", "deliveries", "percent"),
    [
        ([("2026-01", 100)], [("2026-01-20", 40)], 40),
        ([("2026-01", 100), ("2026-06", 100)], [("2026-01-20", 100)], 50),
        ([("2026-11-23", 3)], [("2026-11-24", 2)], 66),  # never rounded up
        ([("2026-01", 100)], [("2026-01-20", 0)], 0),
        ([("2026-01", 100)], [("2026-01-20", 40), ("2027", 60)], 40),  # what is still to come has not come
        ([("2026-01", 100)], [("2026-01-20", 100)], None),
        ([("2026-01", 100)], [("2025", 150)], None),
        ([("2026-01", 100)], [("2026-01-20", 40), ("2026", 60)], None),  # it may have come
        # the day has not certainly passed
        ([("2026-11-24", 100)], [("2026-01-20", 40)], None),
        ([("2026-11", 100)], [("2026-01-20", 40)], None),
        ([("2026", 100), ("2026-01", 40)], [("2026-01-20", 40)], None),
        ([("2027-01", 100)], [], None),
        ([], [("2026-01-20", 40)], None),
    ],
)
def test_what_has_not_come_by_the_agreed_day(schedule, deliveries, percent):
    expected = []
    if percent is not None:
        expected = [
            f"Van wat Naam A volgens afspraak al zou brengen met 'inleg' is {percent}% binnen."
            " Hoe staat het met de rest?"
        ]
    assert said(held(polder(promised(schedule, deliveries))), "WER302") == expected


def test_of_what_is_not_noted_it_is_asked_whether_it_came():
    portfolio = held(polder(promised([("2026-06", 50), ("2026-01-31", 50), ("2027", 50)])))
    assert said(portfolio, "WER302") == [
        "Van 'inleg' van Naam A zou er iets komen (31 januari 2026). Is dat er al? Er staat nog niets."
    ]


def test_without_agreed_days_nothing_is_behind():
    assert outcome(held(polder(promised([], [("2026", 1)]))), "WER302") is Outcome.UNKNOWN
    assert outcome(held(polder(promised([("2027", 5)]))), "WER302") is Outcome.PASSED
    assert found(held(polder("b", promised([("2026-01", 5)], period=OVER))), "WER302") == []


@given(
    st.lists(st.tuples(st.dates(), st.integers(0, 9)), min_size=1, max_size=5),
    st.lists(st.tuples(st.dates(), st.integers(0, 9)), max_size=5),
)
def test_behind_is_less_than_what_was_due(schedule, deliveries):
    due = sum(amount for on, amount in schedule if on < DAY)
    came = sum(amount for on, amount in deliveries if on <= DAY)
    assert bool(found(held(polder(promised(schedule, deliveries))), "WER302")) is (came < due)


# The same money


PLEDGE = {
    "kind": "geld",
    "description": "inleg",
    "amount": 5000,
    "unit": "EUR",
    "fund": "Reserve landelijk gebied",
    "period": Period(start="2026", end="2027"),
}


def pledges(party="a", **changed):
    more = {"period": changed.pop("left")} if "left" in changed else {}
    return Participation(party=party, contributions=[Contribution(**{**PLEDGE, **changed})], **more)


def test_the_same_money_in_two_collaborations_is_told_in_both():
    portfolio = held(polder(pledges()), polder(pledges(), id_="y"), polder(pledges("b"), id_="z"))
    assert {(f.subject, f.field, f.params["collaborations"]) for f in found(portfolio, "WER305")} == {
        ("x", "parties[a].contributions", ("Polder Y",)),
        ("y", "parties[a].contributions", ("Polder X",)),
    }
    assert said(portfolio, "WER305")[0] == (
        "Fonds, bedrag en looptijd van 'inleg' van Naam A staan ook bij Polder Y. Is dat hetzelfde geld?"
    )


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (pledges(fund=" reserve  LANDELIJK gebied"), True),
        (pledges(unit="eur"), True),
        (pledges(description="anders gezegd"), True),
        (pledges(kind="reservegeld"), True),
        (pledges(fund="een ander fonds"), False),
        (pledges(amount=4999), False),
        (pledges(unit="uur"), False),
        (pledges(period=Period(start="2026", end="2028")), False),
        (pledges("b"), False),
        (pledges(left=OVER), False),
        (pledges(kind="uren"), False),
    ],
)
def test_the_same_money_is_that_of_one_party_fund_amount_and_period(other, same):
    own = [Code(list="contribution-kind", code="reservegeld", nl="reservegeld", broader="geld")]
    portfolio = held(polder(pledges()), polder(other, id_="y"), own=own)
    assert bool(found(portfolio, "WER305")) is same


@pytest.mark.parametrize(
    "vague",
    [{"fund": ""}, {"amount": None}, {"unit": ""}, {"period": Period()}, {"kind": None}, {"amount": 0}],
)
def test_of_what_is_not_said_it_cannot_be_told_whether_it_is_the_same(vague):
    elsewhere = pledges("b", fund="elders")  # so that there is something to judge
    whole = polder(pledges(**vague), elsewhere)
    assert found(held(whole, polder(pledges(**vague), id_="y")), "WER305") == []
    assert outcome(held(whole), "WER305") is Outcome.PASSED


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ({"parent": "y"}, {}, 0),
        ({}, {"parent": "x"}, 0),
        ({"parent": "m"}, {}, 0),  # by way of m
        ({"parent": "z"}, {"parent": "z"}, 2),
        ({"period": OVER}, {}, 0),
        ({"period": Period()}, {"period": Period(start="2025")}, 2),
    ],
)
def test_within_one_larger_whole_the_same_money_may_be_named_twice(first, second, told):
    between = Collaboration(id="m", name="M", parent="y")
    portfolio = held(polder(pledges(), **first), polder(pledges(), id_="y", **second), between)
    assert len(found(portfolio, "WER305")) == told


def test_circles_among_collaborations_do_no_harm():
    circle = [polder(pledges(), parent="y"), polder(pledges(), id_="y", parent="x")]
    assert found(held(*circle), "WER305") == []


def test_twice_the_same_money_in_one_collaboration_is_not_this_rule():
    twice = attrs.evolve(pledges(), contributions=pledges().contributions * 2)
    assert found(held(polder(twice)), "WER305") == []


# Time


def at_table(*people, party="a", **more):
    """Return a party with people: (person, amount, unit)."""
    seated = [
        Representative(person=person, time=Effort(amount=amount, unit=unit))
        for person, amount, unit in people
    ]
    return Participation(party=party, representatives=seated, **more)


@pytest.mark.parametrize(
    ("people", "beyond"),
    [
        ([("p", 41, "uur per week")], True),
        ([("p", 40, "uur per week")], False),
        ([("p", 20, "uur per week"), ("p", 21, "Uren per week")], True),
        ([("p", 20, "uur per week"), ("q", 21, "uur per week")], False),
        ([("p", 1, "fte"), ("p", 1, "uur per week")], True),
        ([("p", 1, "fte")], False),
        ([("p", 0.5, "fte"), ("p", 20, "uur per week")], False),
        ([("p", 0.5, "FTE"), ("p", 3, "dagen per week")], True),
        ([("p", 173, "uur per maand")], False),
        ([("p", 174, "uur per maand")], True),
        ([("p", 2080, "uur per jaar")], False),
        ([("p", 2081, "uur per jaar")], True),
        ([("p", 900, "keer per week")], False),  # a unit that is not known
        ([("p", 41, "uur per week"), ("p", 900, "keer")], True),
    ],
)
def test_nobody_has_more_than_a_full_week(people, beyond):
    assert bool(found(held(polder(at_table(*people))), "WER304")) is beyond


def test_time_adds_up_over_collaborations_and_parties():
    portfolio = held(
        polder(at_table(("p", 25, "uur per week"))),
        polder(at_table(("p", 25, "uur per week"), party="b"), id_="y"),
        polder(at_table(("q", 25, "uur per week"), party="b"), id_="z"),
    )
    assert {(f.subject, f.field) for f in found(portfolio, "WER304")} == {
        ("x", "parties[a].representatives"),
        ("y", "parties[b].representatives"),
    }
    assert said(portfolio, "WER304")[0] == (
        "Van p is meer tijd toegezegd dan er in een werkweek zit, in Polder X en Polder Y. Wat is haalbaar?"
    )


@pytest.mark.parametrize(
    ("whole", "party", "since", "counts"),
    [
        ({}, {}, None, True),
        ({}, {}, "2026-11-24", True),
        ({}, {}, "2027", False),
        ({}, {"period": OVER}, None, False),
        ({}, {"period": Period(start="2027")}, None, False),
        ({}, {"period": Period(start="2025")}, None, True),
        ({"period": OVER}, {}, None, False),
        ({"period": Period(start="2027", open_end=True)}, {}, None, False),
        # whether it still runs, or runs already, cannot be told
        ({"period": Period(start="2025")}, {}, None, False),
        ({"period": Period(end="2028")}, {}, None, False),
        ({"period": Period()}, {}, None, False),
    ],
)
def test_only_time_that_is_certainly_asked_now_counts(whole, party, since, counts):
    seated = Representative(person="p", since=since, time=Effort(amount=25, unit="uur per week"))
    other = Participation(party="b", representatives=[seated], **party)
    portfolio = held(polder(at_table(("p", 25, "uur per week"))), polder(other, id_="y", **whole))
    assert len(found(portfolio, "WER304")) == 2 * counts


def test_what_does_not_count_is_not_told_of_either():
    """Neither a collaboration of which it is unknown whether it runs, nor time in a unit that is unknown."""
    portfolio = held(
        polder(at_table(("p", 41, "uur per week"))),
        polder(at_table(("p", 5, "uur per week")), id_="y", period=Period()),
        polder(at_table(("p", 5, "keer")), id_="z"),
    )
    told = [(f.subject, f.params["collaborations"]) for f in found(portfolio, "WER304")]
    assert told == [("x", ("Polder X",))]


def test_how_long_a_week_is_can_be_set():
    portfolio = held(polder(at_table(("p", 38, "uur per week"))))
    short = Profile(name="short", options={"WER304": {"hours": 36}})
    assert (len(found(portfolio, "WER304")), len(found(portfolio, "WER304", profile=short))) == (0, 1)
    whole = held(polder(at_table(("p", 1, "fte"))))
    assert found(whole, "WER304", profile=short) == []  # a full week is a full week


def test_somebody_who_speaks_for_two_is_told_once():
    twice = [at_table(("p", 30, "uur per week"), party=id_) for id_ in ("b", "a")]
    (told,) = found(held(polder(*twice)), "WER304")
    assert (told.field, told.params["collaborations"]) == ("parties[a].representatives", ("Polder X",))
    assert "Jo" not in told.message("nl")


@given(portfolios())
def test_time_and_money_are_told_alike_in_any_order(portfolio):
    rules = catalog().select("WER304", "WER305")
    backwards = attrs.evolve(portfolio, collaborations=portfolio.collaborations[::-1])
    told = [
        sorted((f.code, f.subject, f.field, f.message("nl")) for f in validate(each, rules=rules, as_of=DAY))
        for each in (portfolio, backwards)
    ]
    assert told[0] == told[1]


@pytest.mark.parametrize(("amount", "told"), [(0, True), (0.5, False)])
def test_a_seat_at_the_table_takes_time(amount, told):
    places = [f.field for f in found(held(polder(at_table(("p", amount, "uur per week")))), "WER303")]
    assert places == ["parties[a].representatives[p].time"] * told
    assert outcome(held(polder("a")), "WER303") is Outcome.UNKNOWN


# Paid and unpaid


def seated(party, *paid, **more):
    return Participation(
        party=party, representatives=[Representative(person="p", paid=p) for p in paid], **more
    )


@pytest.mark.parametrize(
    ("parties", "told"),
    [
        ([seated("a", True), seated("b", False)], ["b"]),
        ([seated("a", True, False), seated("b", False)], ["a", "b"]),
        ([seated("a", False), seated("b", False)], []),
        ([seated("a", True), seated("b", None)], []),
        ([seated("a", None), seated("b", False)], []),
        ([seated("a", True, period=OVER), seated("b", False)], []),
        ([seated("a", True), seated("b", False, period=OVER)], []),
    ],
)
def test_unpaid_beside_paid(parties, told):
    places = [f.field for f in found(held(polder(*parties)), "WER306")]
    assert places == [f"parties[{id_}].representatives" for id_ in told]


def test_whether_anyone_is_paid_may_be_unknown():
    assert outcome(held(polder(seated("a", None))), "WER306") is Outcome.UNKNOWN
    assert outcome(held(polder(seated("a", True))), "WER306") is Outcome.PASSED


# Mandate


def may(limit, unit="EUR", granted=None, since=None, person="p"):
    mandate = Mandate(limit=limit, unit=unit, granted_on=granted)
    return Representative(person=person, since=since, mandate=mandate)


def decides(*people, amount=60000, unit="EUR", on="2026-03-10", parties=("a",), ratified=(), **more):
    decision = Decision(
        text="de sloot wordt verlegd",
        on=on,
        amount=amount,
        unit=unit,
        parties=parties,
        ratifications=[Ratification(party=each) for each in ratified],
    )
    party = Participation(party="a", representatives=people, **more)
    return held(polder(party, "b", decisions=[decision]))


@pytest.mark.parametrize(
    ("portfolio", "beyond"),
    [
        (decides(may(50000)), True),
        (decides(may(60000)), False),
        (decides(may(50000), ratified=["a"]), False),
        (decides(may(50000), ratified=["b"]), True),
        (decides(may(50000), parties=("b",)), False),
        (decides(may(50000), amount=None), False),
        (decides(may(50000), unit="uur"), False),
        (decides(may(50000), unit=" eur "), True),
        (decides(may(50000, unit=""), unit=""), False),
        (decides(may(None)), False),
        (decides(Representative(person="p"), may(50000, person="q")), False),
        (decides(may(50000), may(80000, person="q")), False),
        (decides(may(50000), may(55000, person="q")), True),
        (decides(may(50000), period=OVER), False),
        (decides(may(50000), on=None), False),
        (decides(may(50000), on="2026-12-01"), False),
        (decides(may(50000), on="2026-11-24"), True),
        # whether this was the mandate then
        (decides(may(50000, granted="2026-03-10")), True),
        (decides(may(50000, granted="2026-03-11")), False),
        (decides(may(50000, granted="2026-03")), False),
        (decides(may(50000, since="2026-04")), False),
        (decides(may(50000, since="2026-04"), may(50000, since="2025", person="q")), True),
        (decides(may(80000, since="2026-04"), may(50000, since="2025", person="q")), True),
        (decides(may(80000, since="2026-03"), may(50000, since="2025", person="q")), False),
        (decides(may(50000, since="2026-03"), may(50000, since="2025", person="q")), True),
    ],
)
def test_a_decision_beyond_a_mandate_is_told_to_the_party_itself(portfolio, beyond):
    for viewer in (None, "b"):
        assert found(portfolio, "WER312", viewer=viewer) == []
        assert outcome(portfolio, "WER312", viewer) is Outcome.UNKNOWN
    told = found(portfolio, "WER312", viewer="a")
    assert [f.field for f in told] == ["decisions[de sloot wordt verlegd]"] * beyond
    for finding in told:
        assert finding.message("nl").startswith("'de sloot wordt verlegd' gaat verder dan het mandaat van ")
        assert "0000" not in finding.message("nl") + finding.message("en")


def test_everyone_who_could_not_decide_it_is_named_once_and_in_order():
    portfolio = decides(may(50000, person="q"), may(50000), may(40000, person="q"))
    (told,) = found(portfolio, "WER312", viewer="a")
    assert told.params["person"] == ("p", "q")  # a message may travel further than the party


SEAT = Representative(person="p")


@pytest.mark.parametrize(
    ("has", "party", "told"),
    [
        (True, {"representatives": [SEAT]}, True),
        (True, {"representatives": [SEAT], "feedback": "ledenavond"}, False),
        (True, {"representatives": []}, False),
        (False, {"representatives": [SEAT]}, False),
        (None, {"representatives": [SEAT]}, False),
        (True, {"representatives": [SEAT], "period": OVER}, False),
    ],
)
def test_whoever_speaks_for_members_tells_them(has, party, told):
    members = Organization(id="d", name="Vereniging D", has_constituency=has)
    table = polder(Participation(party="d", **party), seated("b", None), form="network-preferred")
    messages = found(held(table).add(members), "WER313")
    assert [(f.field, f.params["parties"]) for f in messages] == (
        [("parties[d].feedback", ("Vereniging D",))] if told else []
    )
    # there it is asked of every party
    assert found(held(polder(Participation(party="d", **party))).add(members), "WER313") == []


def test_room_that_members_gave_is_seen_by_the_party_itself():
    members = Organization(id="d", name="Vereniging D", has_constituency=True)
    party = Participation(party="d", representatives=[SEAT], negotiating_room="tot een kwart")
    portfolio = held(polder(party, form="network-preferred")).add(members)
    assert (len(found(portfolio, "WER313")), found(portfolio, "WER313", viewer="d")) == (1, [])
    kept = [LeftEmpty(path="parties[d].feedback", reason="nog geen leden")]
    assert found(held(polder(party, form="network-preferred", left_empty=kept)).add(members), "WER313") == []


def votes(elections, backing=None):
    mandate = Mandate(scope="alles", elections_on=elections, backing_on=backing)
    return Participation(party="a", representatives=[Representative(person="p", mandate=mandate)])


@pytest.mark.parametrize(
    ("elections", "backing", "told"),
    [
        ("2027-03-17", None, "komen er verkiezingen (17 maart 2027)."),
        ("2027-03-17", "2026-05-23", "komen er verkiezingen (17 maart 2027)."),
        ("2027-03-17", "2026-04", "komen er verkiezingen"),
        ("2026-11-24", None, "komen er verkiezingen"),
        ("2027-03", None, "komen er verkiezingen (maart 2027)."),
        ("2027-03-17", "2026-05-24", None),
        ("2027-03-17", "2026-05", None),  # it may be recent
        ("2027-03-17", "2026-10-06", None),
        ("2027-05-25", None, None),  # not yet in sight
        ("2027", None, None),
        ("2026-03-18", None, "zijn er verkiezingen geweest (18 maart 2026)."),
        ("2026-03-18", "2026-03-17", "zijn er verkiezingen geweest"),
        ("2026-03-18", "2026-03-18", None),
        ("2026-03-18", "2026-03", None),
        ("2026-03-18", "2026-06-01", None),
        ("2026", "2025", None),  # held, or still to come
    ],
)
def test_after_elections_the_backing_is_asked_again(elections, backing, told):
    messages = said(held(polder(votes(elections, backing))), "WER314")
    assert [message.startswith(f"Bij Naam A {told}") for message in messages] == [True] * (told is not None)


def test_of_several_elections_the_first_is_told_and_both_causes_apart():
    dates = ("2027-04-01", "2027-03-17", "2026-03-18", "2025-03-18")
    people = [each for on in dates for each in votes(on).representatives]
    messages = said(held(polder(Participation(party="a", representatives=people))), "WER314")
    assert ["18 maart 2025" in messages[0], "17 maart 2027" in messages[1], len(messages)] == [True, True, 2]


def test_how_soon_is_in_sight_can_be_set():
    far = Profile(name="far", options={"WER314": {"months": 12}})
    assert len(found(held(polder(votes("2027-10-01"))), "WER314", profile=far)) == 1
    assert outcome(held(polder(votes(None))), "WER314") is Outcome.UNKNOWN


# Rhythm and quality


@pytest.mark.parametrize(
    ("rhythm", "last", "late"),
    [
        ("maandelijks", "2026-09", True),
        ("maandelijks", "2026-10-08", True),
        ("maandelijks", "2026-10-09", False),
        ("maandelijks", "2026-10", False),  # it may have been the last day
        ("wekelijks", "2026-10-20", False),
        ("wekelijks", "2026-09-20", True),
        ("jaarlijks", "2025-05-23", True),
        ("jaarlijks", "2025-05-24", False),
        ("naar-behoefte", "2020", False),
        ("eens-in-de-zoveel-tijd", "2020", False),
        ("elke-volle-maan", "2026-09", True),
        ("maandelijks", "2027-01-01", False),
    ],
)
def test_a_rhythm_that_falters(rhythm, last, late):
    own = [Code(list="frequency", code="elke-volle-maan", nl="elke volle maan", months=1)]
    communication = Communication(rhythm=rhythm, last_meeting=last)
    portfolio = held(polder("a", resources=Resources(communication=communication)), own=own)
    assert bool(found(portfolio, "WER322")) is late


def test_a_rhythm_is_called_as_people_do():
    communication = Communication(rhythm="per-kwartaal", last_meeting="2026-03-02")
    portfolio = held(polder("a", resources=Resources(communication=communication)))
    assert said(portfolio, "WER322") == [
        "Afgesproken overleg: per kwartaal. Laatste overleg: 2 maart 2026. Wanneer zien jullie elkaar weer?"
    ]
    loose = Profile(name="loose", options={"WER322": {"factor": 4}})
    assert found(portfolio, "WER322", profile=loose) == []
    never = held(polder("a", resources=Resources(communication=Communication(rhythm="maandelijks"))))
    assert outcome(never, "WER322") is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("form", "more", "told"),
    [
        ("transaction-distant", {}, True),
        ("transaction-distant", {"behaviour": ["we melden ons"]}, False),
        ("transaction-distant", {"communication": Communication(channels=["bouwkeet"])}, False),
        ("transaction-deep", {}, False),  # there it is asked
        ("network-preferred", {}, False),
    ],
)
def test_how_often_to_meet_and_not_how(form, more, told):
    resources = Resources(**{"communication": Communication(rhythm="maandelijks"), **more})
    assert bool(found(held(polder("a", form=form, resources=resources)), "WER321")) is told


HEDGE = Goal(id="houtwal", name="Twaalf kilometer houtwal", kind="deliverable")
FENCE = Goal(id="afrastering", name="Een afrastering", kind="deliverable")


def owes(debtor, kind="performance", serves=("houtwal",)):
    return Setup(obligations=[Obligation(text="o", kind=kind, debtor=debtor, serves=serves)])


def works(party, kind, serves=("houtwal",), **more):
    return Participation(party=party, contributions=[Contribution(kind=kind, serves=serves)], **more)


@pytest.mark.parametrize(
    ("parties", "setup", "told"),
    [
        (["a", "b"], owes("a"), "Naam A maakt én toetst: Twaalf kilometer houtwal."),
        ([works("a", "uren"), "b"], Setup(), "Naam A maakt én toetst: Twaalf kilometer houtwal."),
        ([works("a", "materiaal"), "b"], Setup(), "Naam A maakt én toetst"),
        (
            [works("a", "uren", ["houtwal", "afrastering"])],
            owes("a"),
            "Naam A maakt én toetst: Een afrastering en Twaalf kilometer houtwal.",
        ),
        (["a", "b"], owes("b"), None),
        (["a", "b"], owes("a", "payment"), None),
        (["a", "b"], owes("a", serves=()), None),  # what it is about cannot be told
        (["a", "b"], owes("a", serves=["elders"]), None),
        ([works("a", "geld"), "b"], Setup(), None),
        ([works("a", "kennis"), "b"], Setup(), None),
        ([works("a", "uren", period=OVER), "b"], Setup(), None),
    ],
)
def test_whoever_makes_it_should_not_check_it(parties, setup, told):
    goals = [HEDGE, FENCE]
    portfolio = held(polder(*parties, goals=goals, setup=setup, quality=Quality(checker="a")), goals=goals)
    messages = said(portfolio, "WER332")
    assert len(messages) == (told is not None)
    assert not told or messages[0].startswith(told)


def test_goals_of_ones_own_are_not_what_is_checked():
    own = attrs.evolve(HEDGE, kind="own")
    whole = polder(works("a", "uren"), goals=[own], quality=Quality(checker="a"))
    assert found(held(whole, goals=[own]), "WER332") == []
    assert outcome(held(polder("a")), "WER332") is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("goals", "more", "told"),
    [
        ([HEDGE], {}, ["houtwal"]),
        ([HEDGE, FENCE], {}, ["houtwal", "afrastering"]),
        ([attrs.evolve(HEDGE, quality_criteria=["inheems"]), FENCE], {}, ["afrastering"]),
        ([attrs.evolve(HEDGE, kind="shared")], {}, []),
        ([HEDGE], {"end_result": EndResult(acceptance_criteria=["alles staat"])}, []),
        ([HEDGE], {"quality": Quality(checker="a")}, []),
        ([HEDGE], {"left_empty": [LeftEmpty(path="goals[houtwal].quality_criteria", reason="later")]}, []),
        ([HEDGE], {"form": "transaction-deep"}, []),  # there it is asked
    ],
)
def test_how_to_check_and_not_what_for(goals, more, told):
    whole = {"form": "network-preferred", "quality": Quality(method="een ronde"), **more}
    places = [f.field for f in found(held(polder("a", goals=goals, **whole), goals=goals), "WER331")]
    assert places == [f"goals[{id_}].quality_criteria" for id_ in told]


@pytest.mark.parametrize(
    ("monitoring", "missing"),
    [
        ({"method": "tellen"}, "frequentie, bron en wie er meet"),
        ({"frequency": "jaarlijks", "source": "kaart", "by": "a"}, "methode"),
        ({"method": "tellen", "frequency": "jaarlijks", "source": "kaart"}, "wie er meet"),
        ({"method": "tellen", "frequency": "jaarlijks", "source": "kaart", "by": "a"}, None),
        ({}, None),  # then it is asked
        (None, None),
    ],
)
def test_what_measuring_still_lacks(monitoring, missing):
    measured = Indicator(name="rand", monitoring=None if monitoring is None else Monitoring(**monitoring))
    for kind in ("shared", "deliverable", "own"):
        goals = [attrs.evolve(HEDGE, kind=kind, indicators=[measured])]
        told = found(held(polder("a", goals=goals), goals=goals), "WER333")
        expected = [("goals[houtwal].indicators[rand]", f"{missing}.")] if missing and kind != "own" else []
        assert [(f.field, f.message("nl").split(": ")[1]) for f in told] == expected


def test_of_an_indicator_of_which_nothing_is_said_the_row_asks():
    part, nothing = Monitoring(method="tellen"), Monitoring()
    indicators = [Indicator(name="rand", monitoring=part), Indicator(name="soorten", monitoring=nothing)]
    goals = [attrs.evolve(HEDGE, indicators=indicators)]
    told = found(held(polder("a", goals=goals), goals=goals), "WER333")
    assert [f.params["indicator"] for f in told] == ["rand"]


# All of them


NEW = (
    *("WER301", "WER302", "WER303", "WER304", "WER305", "WER306", "WER312", "WER313", "WER314"),
    *("WER321", "WER322", "WER331", "WER332", "WER333"),
)


@pytest.mark.parametrize("code", NEW)
def test_texts_are_whole_and_in_the_words_of_the_house(code):
    for text in rule_texts()[code].values():
        assert text.message.nl != text.message.en
        for avoided in ("vastlegging", "(en)", "soort", " mist ", "moet"):
            assert avoided not in f"{text.message.nl} {text.hint.nl if text.hint else ''}"
    assert catalog()[code].rationale


@given(portfolios())
def test_no_rule_crashes_and_private_limits_change_nothing_for_others(portfolio):
    report = validate(portfolio, rules=catalog().select(*NEW), as_of=DAY)
    assert "SAM001" not in {f.code for f in report}
    assert "WER312" not in {f.code for f in report}
