"""What falls away when a party leaves: all that the canvas tells of, and nothing that goes on."""

import attrs
import pytest
from advice_cases import CLEAN, made, owes, portfolios, shuffled
from hypothesis import given, strategies as st

from samenwerking.advice import impact
from samenwerking.advice.case import open_case
from samenwerking.advice.wording import load
from samenwerking.io import example
from samenwerking.model import (
    Action,
    Benefit,
    Body,
    Canvas,
    Contribution,
    Decision,
    Delivery,
    Director,
    Endorsement,
    EndResult,
    Evaluation,
    Funding,
    Goal,
    Indicator,
    Maintenance,
    Mandate,
    Monitoring,
    Organization,
    Participation,
    Period,
    Phase,
    Quality,
    Ratification,
    Realization,
    Representative,
    ReservedPower,
    Resources,
    Risk,
    SharedRisk,
    Signature,
    Stakeholder,
    Task,
    plan,
)
from samenwerking.vocabulary import Form, reading

ROWS = load("impact")
CODES = [row["code"] for row in ROWS]


def codes(portfolio, party="a", **more):
    return [loss.code for loss in impact(portfolio, "x", party, **more).losses]


def texts(portfolio, code, party="a", language="nl"):
    return [loss.text.get(language) for loss in impact(portfolio, "x", party).losses if loss.code == code]


def one(party="a", **about):
    return Participation(party=party, **about)


def goal(id_="g", **about):
    return Goal(id=id_, name=f"Doel {id_}", kind="shared", **about)


# One case per row of the table: with it something falls away if a leaves, and nothing of it if b leaves


ALONE = {
    "goal-without-lead": made("a", "b", goals=(goal(lead="a"),)),
    "goal-without-endorsement": made("a", "b", goals=(goal(endorsements=[Endorsement(party="a")]),)),
    "goal-without-contribution": made(one(contributions=[Contribution(serves=["g"])]), "b", goals=(goal(),)),
    "amount": made(one(contributions=[Contribution(kind="uren", amount=8, unit="uur")]), "b"),
    "amount-partly-in": made(
        one(
            contributions=[
                Contribution(kind="geld", amount=8, unit="EUR", deliveries=[Delivery(on="2026", amount=3)])
            ]
        ),
        "b",
    ),
    "contribution": made(one(contributions=[Contribution(kind="kennis")]), "b"),
    "own-risk": made(one(risks=[Risk(text="droogte")]), "b"),
    "benefit-given": made("a", one("b", benefits=[Benefit(kind="vergoeding", giver="a")])),
    "acted-for": made("a", one("b", on_behalf_of=["a"])),
    "stakeholder-represented": made(
        "a", "b", stakeholders=[Stakeholder(name="pachters", represented_by="a")]
    ),
    "decisions-approved": made("a", "b", decisions=[Decision(text="door", approvers=["a"])]),
    "decisions-prepared": made("a", "b", decisions=[Decision(text="door", drivers=["a"])]),
    "decisions-to-ratify": made(
        "a", "b", decisions=[Decision(text="door", ratifications=[Ratification(party="a")])]
    ),
    "owes": made("a", "b", obligations=[owes("a")]),
    "is-owed": made("a", "c", "b", obligations=[owes("c", "a")]),
    "signature": made(one(signature=Signature(on="2026-03-01")), "b"),
    "task-unanswered": made("a", "b", tasks=[Task(name="telling", accountable=["a"])]),
    "task-undone": made("a", "b", tasks=[Task(name="telling", responsible=["a"])]),
    "body-too-small": made("a", "b", "c", bodies=[Body(name="veldgroep", members=["a", "c"])]),
    "director-gone": made("a", "b", director=Director(organization="a")),
    "director-unpaid": made("a", "b", director=Director(paid_by=["a"])),
    "director-paid-less": made("a", "b", director=Director(paid_by=["a", "c"])),
    "director-fixed": made("a", "b", director=Director(replaced_by=["a"])),
    "unled": made("a", "b", governing_party="a"),
    "risk-unborne": made("a", "b", risk_register=[SharedRisk(text="vergunning", bearers=["a"])]),
    "power-away": made("a", "b", reserved_powers=[ReservedPower(party="a", text="ontheffing")]),
    "funding-away": made(
        "a", "b", resources=Resources(phases=[Phase(name="proef", funding=[Funding(funder="a")])])
    ),
    "representatives": made(one(representatives=[Representative(person="p")]), "b"),
    "mandates": made(one(representatives=[Representative(person="p", mandate=Mandate(scope="geld"))]), "b"),
    "checker": made("a", "b", quality=Quality(checker="a")),
    "monitoring": made(
        "a", "b", goals=(goal(indicators=[Indicator(name="lengte", monitoring=Monitoring(by="a"))]),)
    ),
    "action-open": made(
        "a",
        "b",
        realization=Realization(evaluations=[Evaluation(actions=[Action(text="rol herzien", owner="a")])]),
    ),
    "owner": made("a", "b", end_result=EndResult(owner="a")),
    "maintenance": made(
        "a", "b", end_result=EndResult(maintenance=[Maintenance(result="houtwal", manager="a")])
    ),
}
ELSEWHERE = {"too-few-parties", "beneath"}


def test_every_row_of_the_table_has_a_case():
    assert sorted(CODES) == sorted({*ALONE, *ELSEWHERE})


@pytest.mark.parametrize("code", sorted(ALONE))
def test_it_falls_away_with_the_party_it_hangs_on_and_not_with_another(code):
    portfolio = ALONE[code]
    (loss,) = [loss for loss in impact(portfolio, "x", "a").losses if loss.code == code]
    assert open_case(portfolio, "x").places(loss.path)
    assert loss.path in loss.evidence
    assert codes(portfolio, "b") == []


@pytest.mark.parametrize(
    ("portfolio", "code"),
    [
        (made("a", "b", tasks=[Task(name="telling", accountable=["a", "b"])]), "task-unanswered"),
        (
            made("a", "b", goals=(goal(endorsements=[Endorsement(party="a"), Endorsement(party="b")]),)),
            "goal-without-endorsement",
        ),
        (made("a", "b", bodies=[Body(name="stuurgroep", members=["a", "b", "c"])]), "body-too-small"),
        (made("a", "b", risk_register=[SharedRisk(text="vergunning", bearers=["a", "b"])]), "risk-unborne"),
        (
            made(
                "a",
                "b",
                decisions=[Decision(text="door", ratifications=[Ratification(party="a", on="2026")])],
            ),
            "decisions-to-ratify",
        ),
        (made("a", "b", director=Director(paid_by=["a", "b"])), "director-unpaid"),
        (
            made(
                "a",
                "b",
                realization=Realization(
                    evaluations=[Evaluation(actions=[Action(text="x", owner="a", done_on="2026")])]
                ),
            ),
            "action-open",
        ),
        (
            made(
                one(contributions=[Contribution(serves=["g"])]),
                one("b", contributions=[Contribution(serves=["g"])]),
                goals=(goal(),),
            ),
            "goal-without-contribution",
        ),
        (made(one(representatives=[Representative(person="p")]), "b"), "mandates"),
    ],
)
def test_what_others_share_in_or_what_is_done_goes_on(portfolio, code):
    assert code not in codes(portfolio)


# The rest, one by one


def test_contributions_add_up_per_kind_and_unit():
    portfolio = made(
        one(
            contributions=[
                Contribution(kind="geld", amount=200000, unit="EUR"),
                Contribution(kind="geld", amount=50000, unit="EUR"),
                Contribution(kind="uren", amount=80, unit="uur", deliveries=[Delivery(on="2026", amount=30)]),
                Contribution(amount=3, unit="ha"),
                Contribution(description="kaarten"),
            ]
        ),
        "b",
    )
    assert texts(portfolio, "amount") == [
        "Bijdrage in geld: € 250.000 valt weg.",
        "Bijdrage in middelen: 3 ha valt weg.",
    ]
    assert texts(portfolio, "amount-partly-in", language="en") == [
        "Contribution in hours: of 80 uur, 30 uur has come in already, and 50 uur falls away."
    ]
    assert texts(portfolio, "contribution") == ["Deze bijdrage valt weg: kaarten."]


def test_what_has_come_in_wholly_does_not_fall_away():
    came = Contribution(kind="geld", amount=5, unit="EUR", deliveries=[Delivery(on="2026", amount=5)])
    assert codes(made(one(contributions=[came]), "b")) == []


@pytest.mark.parametrize("form", Form)
def test_too_few_parties_are_told_by_the_threshold_of_the_reading(form):
    least = reading().rules["KAN121"].thresholds.get(form)
    two = codes(made("a", "b", form=form))
    assert ("too-few-parties" in two) == (least == 2)
    assert "too-few-parties" not in codes(made("a", "b", "c", form=form))
    assert "too-few-parties" not in codes(made("a", "b", form=form, parties_complete=False))
    assert "too-few-parties" not in codes(made("a", form=form))  # there were too few already


def test_too_few_parties_follow_another_reading():
    rules = []
    for code, row in reading().rules.items():
        rules.append(
            {
                "code": code,
                "name": row.name,
                "nl": row.titles.nl,
                "en": row.titles.en,
                "gear": row.gear and row.gear.value,
            }
            | {"severity": {}, "marks": {}, "thresholds": {"shared-goal": 3} if code == "KAN121" else {}}
        )
    strict = reading({"rules": rules})
    assert "too-few-parties" in codes(made("a", "b", "c", form="shared-goal"), reading=strict)


def test_a_party_that_takes_part_beneath_is_told():
    portfolio = made("a", "b")
    part = attrs.evolve(portfolio["x"], id="y", name="Contract", parent="x", canvas=Canvas(parties=[one()]))
    portfolio = portfolio.add(part)
    assert codes(portfolio) == ["beneath"]
    assert codes(portfolio, "b") == []


def test_the_director_leaves_with_the_employer():
    portfolio = made("a", "b", director=Director(person="p"))
    assert codes(portfolio) == []
    employed = portfolio.add(Organization(id="p", kind="person", part_of="a"))
    assert codes(employed) == ["director-gone"]
    assert codes(employed, "b") == []
    both = employed.evolve("x", canvas__setup__director__organization="a")
    assert codes(both) == ["director-gone"]  # told once


def test_who_owes_what_to_whom_is_named():
    portfolio = made(
        "a", "b", obligations=[owes("a", "b", text="maait"), owes("b", "a", "payment", text="betaalt")]
    )
    assert texts(portfolio, "owes") == [
        "Deze verplichting van Waterschap A vervult dan niemand: 'maait'. Wie neemt die over?"
    ]
    assert texts(portfolio, "is-owed") == [
        "Deze verplichting van Collectief B aan Waterschap A vervalt of gaat over: 'betaalt'."
    ]


def test_decisions_are_told_together():
    decisions = [Decision(text=f"besluit {n}", approvers=["a"]) for n in range(3)]
    (loss,) = impact(made("a", "b", decisions=decisions), "x", "a").losses
    assert loss.evidence == tuple(f"decisions[besluit {n}].approvers" for n in range(3))


def test_a_party_with_two_roles_leaves_in_both():
    twice = made(
        one(role="opdrachtgever", contributions=[Contribution(kind="geld", amount=1, unit="EUR")]),
        one(role="deelnemer", contributions=[Contribution(kind="geld", amount=2, unit="EUR")]),
        "b",
    )
    assert texts(twice, "amount") == ["Bijdrage in geld: € 3 valt weg."]


def test_who_had_left_already_cannot_leave():
    gone = made(one(period=Period(start="2020", end="2024")), "b")
    assert impact(gone, "x", "a").party_name == "Waterschap A"
    with pytest.raises(ValueError, match="'a' takes no part in 'x'; 'b' does"):
        impact(gone, "x", "a", as_of="2026-03-01")


def test_who_takes_no_part_cannot_leave():
    with pytest.raises(ValueError, match="'d' takes no part in 'x'; nobody does"):
        impact(made(), "x", "d")


def test_a_name_that_is_private_stays_so():
    person = Organization(id="p", name="Geheime Jansen", kind="person")
    portfolio = made(
        one(representatives=[Representative(person="p", mandate=Mandate(limit=99999))]), "b"
    ).add(person)
    found = impact(portfolio, "x", "a")
    assert texts(portfolio, "representatives") == [
        "Namens Waterschap A zit er dan niemand meer aan tafel. Nu is dat: p."
    ]
    assert "Jansen" not in repr(found) + found.text("nl")
    assert "99999" not in repr(found)


# Complete


LOOKED_AT = {
    "parties[].party": "it is the party itself",
    "parties[].representatives[].person": "goes along with the party, see representatives",
    "parties[].signature.person": "goes along with the party, see signature",
    "parties[].prefers": "private",
    "stakeholders[].party": "a stakeholder is no party",
    "decisions[].parties": "a decision that was taken stays taken",
    "agreements[].parties": "an agreement of the past stays so",
    "setup.tasks[].consulted": "who is only asked leaves nothing undone",
    "setup.tasks[].informed": "who is only told leaves nothing undone",
    "realization.evaluations[].input_from": "what was heard was heard",
    "goals[].achievable_alone_by": "no fact of this collaboration",
    "goals[].confirmed.by": "who confirmed a record confirmed it",
}


def references(cls, before=""):
    """Yield the paths of all attributes that may name a party."""
    for field in plan(cls):
        path = f"{before}{field.name}"
        if "organization" in field.ref:
            yield path
        if field.kind == "record":
            yield from references(field.item, f"{path}[]." if field.many else f"{path}.")


def test_every_place_where_a_party_may_be_named_is_looked_at_or_left_out_for_a_reason():
    told = set()
    for row in ROWS:
        for ref in row.get("refs", ()):
            told.add(f"{row['group']}.{ref}")
    named = {*references(Canvas), *references(Goal, "goals[].")}
    assert named == told | set(LOOKED_AT)
    assert not told & set(LOOKED_AT)


# Laws


@given(portfolios(), st.integers(0, 99))
def test_order_makes_no_difference(portfolio, seed):
    for party in portfolio.parties_of("x"):
        found, other = impact(portfolio, "x", party), impact(shuffled(portfolio, seed), "x", party)
        assert found == other
        assert found.text("nl") == other.text("nl")


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("seed", range(3))
def test_order_makes_no_difference_to_a_full_canvas(form, seed):
    portfolio = example(CLEAN[form])
    id_ = portfolio.collaborations[0].id
    for party in portfolio.parties_of(id_):
        assert impact(shuffled(portfolio, seed), id_, party) == impact(portfolio, id_, party)


@given(portfolios())
def test_amounts_of_all_parties_together_are_all_that_was_pledged(portfolio):
    pledged = sum(
        contribution.amount for party in portfolio["x"].canvas.parties for contribution in party.contributions
    )
    told = 0
    for party in portfolio.parties_of("x"):
        for text in texts(portfolio, "amount", party):
            told += int(text.removeprefix("Bijdrage in uren: ").removesuffix(" uur valt weg."))
    assert told == pledged


@given(portfolios())
def test_obligations_of_all_parties_together_are_all_obligations(portfolio):
    canvas = portfolio["x"].canvas
    here = set(portfolio.parties_of("x"))
    owed = [each for each in canvas.setup.obligations if each.debtor in here]
    told = [code for party in here for code in codes(portfolio, party) if code == "owes"]
    assert len(told) == len(owed)


@pytest.mark.parametrize("form", Form)
def test_what_falls_away_stands_on_the_canvas_and_reads_in_both_languages(form):
    portfolio = example(CLEAN[form])
    id_ = portfolio.collaborations[0].id
    case = open_case(portfolio, id_)
    for party in portfolio.parties_of(id_):
        found = impact(portfolio, id_, party)
        for loss in found.losses:
            assert case.places(loss.path), loss.path
            assert "{" not in loss.text.nl + loss.text.en
            assert loss.text.nl != loss.text.en
        for language in ("nl", "en"):
            assert all(f"- {loss.text.get(language)}" in found.text(language) for loss in found.losses)


def test_where_nothing_is_on_the_canvas_that_is_said():
    found = impact(example("draft"), "voorbeeldpolder", "waterschap-voorbeeld")
    assert found.text("nl").splitlines() == [
        "Wat valt er weg als Waterschap Voorbeeld stopt met Voorbeeldpolder?",
        "Op het canvas staat nog niets wat dan wegvalt.",
        "",
        "Dit is alleen wat op het canvas staat. Wat valt er verder weg?",
    ]


def test_a_goal_that_is_no_goal_is_passed_over():
    portfolio = made("a", "b", listed=["a", "nergens"])
    assert codes(portfolio) == []
