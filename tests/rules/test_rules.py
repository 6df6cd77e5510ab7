"""Every rule: what makes it speak, what keeps it silent, and whether its texts say the same in both languages."""

import datetime
from collections import Counter

import attrs
import pytest

from samenwerking.model import (
    Agreement,
    Canvas,
    Collaboration,
    Contribution,
    Evaluation,
    Funding,
    Goal,
    GoalLink,
    GoalStatus,
    Indicator,
    LeftEmpty,
    Mandate,
    Monitoring,
    Obligation,
    Organization,
    Participation,
    Period,
    Phase,
    Portfolio,
    Realization,
    Representative,
    Resources,
    Risk,
    Setup,
    Source,
    field_at,
)
from samenwerking.report import placeholders
from samenwerking.rules import RuleContext, RuleSet, catalog, validate
from samenwerking.rules.texts import rule_texts
from samenwerking.vocabulary import Code, FindingKind, Outcome, codes, reading, terms

DAY = datetime.date(2026, 11, 24)
NAMES = {"a": "Waterschap A", "b": "Collectief B", "c": "Gemeente C"}
G = Goal(id="g", name="Randen", kind="shared")
H = Goal(id="h", name="Water", kind="deliverable")


def made(*parties, goals=(), form="shared-goal", gear="levert", more=(), own=(), **canvas):
    """Return a portfolio with one collaboration of these parties (an id will do), in the last gear."""
    joined = [p if isinstance(p, Participation) else Participation(party=p) for p in parties]
    canvas = Canvas(goals=[goal.id for goal in goals], parties=joined, form=form, **canvas)
    organizations = [Organization(id=id_, name=name) for id_, name in NAMES.items()]
    return Portfolio(
        organizations=[*organizations, Organization(id="p", name="Jo Jansen", kind="person"), *more],
        goals=goals,
        collaborations=[Collaboration(id="x", name="Polder X", gear=gear, canvas=canvas)],
        codes=own,
    )


def brings(party, *contributions, **more):
    return Participation(party=party, contributions=contributions, **more)


def bears(party, *shares):
    return Participation(party=party, risks=[Risk(text="regen", share=share) for share in shares])


def owes(party, kind="performance", **more):
    return Obligation(text=f"{party} levert", kind=kind, debtor=party, **more)


def linked(goal, to, kind="part-of"):
    return attrs.evolve(goal, links=(GoalLink(goal=to, kind=kind),))


def paid(*funding, budget=100, start="2026", end="2027", name="beheer"):
    phase = Phase(name=name, budget=budget, period=Period(start=start, end=end), funding=funding)
    return Resources(phases=[phase])


def stands_for(party, until, person="p"):
    return Participation(
        party=party,
        representatives=[Representative(person=person, mandate=Mandate(scope="alles", valid_until=until))],
    )


def stood(goal, on, state="on-track", frequency=None):
    monitoring = Monitoring(frequency=frequency) if frequency else None
    return attrs.evolve(
        goal,
        statuses=(GoalStatus(on="2020", state="behind"), GoalStatus(on=on, state=state)),
        indicators=(Indicator(name="km", monitoring=monitoring),),
    )


def looks_back(planned, held=None):
    return Realization(evaluations=[Evaluation(planned=planned, held=held)])


SERVING = Contribution(kind="geld", serves=["g"])
NET = "network-preferred"

# (code, cause): what it says in Dutch, portfolios in which it speaks, portfolios in which it is satisfied.
CASES = {
    ("KAN101", ""): (
        "Welk doel delen jullie?",
        [made("a", goals=[H]), made("a", goals=[attrs.evolve(G, kind="own")])],
        [made("a", goals=[G]), made("a", goals=[H, G])],
    ),
    ("KAN104", "circle"): (
        "Doel 'Randen' valt via andere doelen weer onder zichzelf",
        [made("a", goals=[linked(G, "h"), linked(H, "g")]), made("a", goals=[linked(G, "g")])],
        [
            made("a", goals=[G, linked(H, "g")]),
            made("a", goals=[linked(G, "h", "depends-on"), linked(H, "g", "supports")]),
            made("a", goals=[linked(G, "elders"), H]),
        ],
    ),
    ("KAN125", "goal"): (
        "Voor doel 'Randen' staat nog geen bijdrage.",
        [
            made(brings("a", Contribution(serves=["h"])), goals=[G, H]),
            made(
                brings("a", SERVING, period=Period(end="2025")),
                brings("b", Contribution(serves=["h"])),
                goals=[G, H],
            ),
            # it is the shared goal that is part of the other, not the reverse
            made(brings("a", Contribution(serves=["h"])), goals=[linked(G, "h"), H]),
        ],
        [
            made(brings("a", SERVING), goals=[G, H]),
            made(brings("a", Contribution(serves=["h"])), goals=[G, linked(H, "g")]),
            made(brings("a", Contribution(serves=["h"])), goals=[G, linked(H, "g", "supports")]),
            # by way of a goal in between
            made(
                brings("a", Contribution(serves=["h"])),
                goals=[G, linked(Goal(id="i", name="Tussen", kind="deliverable"), "g"), linked(H, "i")],
            ),
        ],
    ),
    ("KAN125", "contribution"): (
        "Voor welk doel is de bijdrage 'zaaigoed' van Waterschap A?",
        [made(brings("a", SERVING, Contribution(kind="materiaal", description="zaaigoed")), goals=[G])],
        [
            made(brings("a", SERVING, Contribution(description="zaaigoed", serves=["elders"])), goals=[G]),
            # without a shared goal there is nothing to hang it on
            made(brings("a", Contribution(description="zaaigoed")), goals=[H]),
        ],
    ),
    ("KAN126", "share"): (
        "Waterschap A heeft in geen enkel risico een aandeel.",
        [made(bears("a", 0), "b"), made(bears("a", 0, 0), bears("b", 1))],
        [made(bears("a", 0, 0.5)), made(bears("a", None)), made(bears("a", 1), "b")],
    ),
    ("KLO201", "unknown"): (
        "Het type 'bondje' kennen we hier niet. Welk type is het: transactie, gericht op een gezamenlijk doel of netwerk?",
        [made("a", form=None, type="bondje"), made("a", type="bondje")],
        [made("a", form=None, type="network"), made("a", form=None)],
    ),
    ("KLO201", "differs"): (
        "De vorm is 'samenwerking gericht op een gezamenlijk doel', maar als type staat er 'netwerk'.",
        [made("a", type="network")],
        [made("a", type="shared-goal"), made("a", form=NET, type="network"), made("a", form=NET)],
    ),
    ("KLO205", ""): (
        "Alleen bij Waterschap A staat een prestatie of betaling.",
        [
            made(
                "a",
                "b",
                form="transaction-deep",
                setup=Setup(obligations=[owes("a"), owes("b", "cooperation")]),
            ),
            made(
                "a",
                "b",
                form="transaction-distant",
                setup=Setup(obligations=[owes("a"), owes("a", "payment")]),
            ),
        ],
        [made("a", "b", form="transaction-deep", setup=Setup(obligations=[owes("a"), owes("b", "payment")]))],
    ),
    ("KLO206", ""): (
        "Wat zijn jullie elkaar verplicht in het samenwerken zelf",
        [made("a", form="transaction-deep", setup=Setup(obligations=[owes("a")]))],
        [made("a", form="transaction-deep", setup=Setup(obligations=[owes("a"), owes("a", "cooperation")]))],
    ),
    ("KLO211", "party"): (
        "Bij Collectief B en Gemeente C staat nog geen verplichting",
        [
            made("a", "b", "c", setup=Setup(obligations=[owes("a")])),
        ],
        [
            made("a", "b", setup=Setup(obligations=[owes("a"), owes("b", "conduct")])),
            made(
                "a", Participation(party="b", period=Period(end="2025")), setup=Setup(obligations=[owes("a")])
            ),
        ],
    ),
    ("KLO212", ""): (
        "'a levert' is een verplichting, en een netwerk bindt vooral door omgangsregels.",
        [
            made("a", form=NET, setup=Setup(obligations=[owes("a")])),
            made("a", form="network-platform", setup=Setup(obligations=[owes("a", "reporting")])),
        ],
        [
            made("a", form=NET, setup=Setup(obligations=[owes("a", "payment"), owes("a", "conduct")])),
            made(
                "a", form=NET, setup=Setup(obligations=[owes("a", legal_duty=True), owes("a", "reporting")])
            ),
            made("a", form=NET),
        ],
    ),
    ("KLO214", ""): (
        "Het afgelopen jaar niet actief: 2 van de 3 leden van wie dat bekend is.",
        [
            made(
                *(
                    Participation(party=id_, last_active=on)
                    for id_, on in [("a", "2024"), ("b", "2025-03-01"), ("c", "2026")]
                ),
                "zonder-datum",
                form=NET,
                expectation="halen en brengen",
            )
        ],
        [
            made(
                *(
                    Participation(party=id_, last_active=on)
                    for id_, on in [("a", "2024"), ("b", "2025-11-24")]
                ),
                form=NET,
                expectation="halen en brengen",
            ),
            made(Participation(party="a", last_active="2024"), form=NET),
            made("a", form=NET, expectation="halen en brengen"),
        ],
    ),
    ("KLO232", "party"): (
        "Nog geen akkoord van Collectief B en Gemeente C.",
        [made("a", "b", "c", agreements=[Agreement(on="2026", parties=["a"])])],
        [
            made(
                "a",
                "b",
                agreements=[Agreement(on="2026-01", parties=["a"]), Agreement(on="2026-02", parties=["b"])],
            ),
            made(
                "a",
                Participation(party="b", period=Period(end="2025")),
                agreements=[Agreement(on="2026", parties=["a"])],
            ),
        ],
    ),
    ("KLO232", "changed"): (
        "Na het akkoord van februari 2026 is dit gewijzigd: partijen en type.",
        [
            made(
                "a",
                agreements=[
                    Agreement(on=on, parties=["a"], digest="oud") for on in ("2025", "2026-02", "2024")
                ],
            )
        ],
        [
            made(
                "a",
                agreements=[
                    Agreement(on="2024", parties=["a"], digest="oud"),
                    Agreement(on="2026", parties=["a"]),
                ],
            )
        ],
    ),
    ("WER301", ""): (
        "Voor 40% van de begroting is nog geen dekking.",
        [
            made("a", resources=paid(Funding(funder="a", share=0.6), name="")),
            made("a", resources=paid(Funding(amount=40), Funding(share=0.2, status="pledged"), name="")),
        ],
        [made("a", resources=paid(Funding(amount=100), name=""))],
    ),
    ("WER301", "phase"): (
        "Voor 100% van de begroting van 'beheer' is nog geen dekking.",
        [
            made("a", resources=paid(Funding(amount=500, status="in-talks"))),
            made("a", resources=paid(Funding(amount=0), start=None, end=None)),
        ],
        [
            made(
                "a",
                resources=paid(Funding(amount=60, status="received"), Funding(share=0.4, status="pledged")),
            ),
            # what is over needs no money, and what has yet to begin can wait
            made("a", resources=paid(Funding(amount=1, status="in-talks"), start="2024", end="2025")),
            made("a", resources=paid(Funding(amount=1, status="in-talks"), start="2027", end="2028")),
            # whether an amount covers anything cannot be told without a budget
            made("a", resources=paid(Funding(amount=1), budget=None)),
        ],
    ),
    ("WER311", "expired"): (
        "p mocht tot en met 23 november 2026 spreken namens Waterschap A.",
        [made(stands_for("a", "2026-11-23"))],
        [
            made(stands_for("a", "2026-11-24")),
            made(stands_for("a", "2026-11")),  # the month is not over
            made(
                stands_for("a", None), Participation(party="b", representatives=[Representative(person="p")])
            ),
            made(stands_for("a", "2027"), attrs.evolve(stands_for("b", "2020"), period=Period(end="2020"))),
        ],
    ),
    ("LEV401", "old"): (
        "Hoe staat het met 'Randen'? De laatste stand is van maart 2026.",
        [
            made("a", goals=[stood(G, "2026-03")]),
            made("a", goals=[stood(G, "2026-03", frequency="maandelijks")]),
            made("a", goals=[stood(G, "2026-03", frequency="naar-behoefte")]),
            made("a", goals=[stood(G, "2026-03", frequency="onbekend")]),
        ],
        [
            made("a", goals=[stood(G, "2026-06")]),
            made("a", goals=[stood(G, "2025-12-01", frequency="jaarlijks")]),
            made("a", goals=[stood(G, "2021", state="done")]),
            made("a", goals=[stood(G, "2021", state="stopped")]),
            made("a", goals=[G, stood(attrs.evolve(H, kind="context"), "2021")]),
            made(
                "a",
                goals=[stood(G, "2025-12-01", frequency="elk-voorjaar")],
                own=[Code(list="frequency", code="elk-voorjaar", nl="elk voorjaar", months=12)],
            ),
        ],
    ),
    ("LEV411", "overdue"): (
        "De evaluatie van oktober 2026 is nog niet gehouden.",
        [made("a", realization=looks_back("2026-10"))],
        [
            made("a", realization=looks_back("2026-10", "2026-11-02")),
            made("a", realization=looks_back("2026-11")),
            made("a", realization=looks_back(None, "2026-11-02")),
        ],
    ),
    ("TAA501", ""): (
        "'gedeeld doel' en 'gemeenschappelijk doel' lijken hetzelfde. Kiezen jullie één woord",
        [
            made("a", purpose="Ons gedeeld doel.", motivation="Een gemeenschappelijk doel telt."),
            made(
                "a",
                form=None,
                expectation="Gedeeld doel",
                setup=Setup(obligations=[owes("Gemeenschappelijk doel")]),
            ),
            made(
                "a",
                goals=[attrs.evolve(G, name="Gedeeld doel", description="een gemeenschappelijk doel dus")],
            ),
        ],
        [
            made("a", purpose="Een gedeeld doel: ons gezamenlijk doel."),
            # the names of parties and what is quoted are not ours to change
            made("a", purpose="Ons gedeeld doel, 'het gemeenschappelijk doel' in het convenant."),
            made(
                "d",
                purpose="Ons gedeeld doel met Stichting Gemeenschappelijk Doel.",
                more=[Organization(id="d", name="Stichting Gemeenschappelijk Doel")],
            ),
            # two sides, two ends and four questions stand together in one term; they are no synonyms
            made(
                "a",
                purpose="De opdrachtgever kan kiezen en wat de opdrachtnemer levert werkt, vrijblijvend of verplichtend.",
            ),
            made(
                "a",
                purpose="Doelen, belangen, partijen: het eigen belang en het belang van allen; knelpunt of tip.",
            ),
        ],
    ),
}
NAMED = {"-".join(filter(None, key)): (key, *case) for key, case in CASES.items()}
SPEAKS = [pytest.param(key, said, failing, id=name) for name, (key, said, failing, _) in NAMED.items()]
SATISFIED = [pytest.param(key, passing, id=name) for name, (key, _, _, passing) in NAMED.items()]


def of_rule(portfolio, code):
    """Return what a rule alone finds, without the rows of the reading that share its code."""
    report = validate(portfolio, rules=catalog().select(code), as_of=DAY)
    written = [text.message for text in rule_texts()[code].values()]
    return [finding for finding in report.findings if finding.template in written]


def outcome_of_rule(portfolio, code):
    with_rule = validate(portfolio, rules=catalog().select(code), as_of=DAY).outcomes
    (outcome,) = Counter(with_rule) - Counter(validate(portfolio, rules=RuleSet([]), as_of=DAY).outcomes)
    return outcome


@pytest.mark.parametrize(("key", "said", "failing"), SPEAKS)
def test_a_rule_speaks(key, said, failing):
    code, cause = key
    for portfolio in failing:
        found = [f for f in of_rule(portfolio, code) if f.template == rule_texts()[code][cause].message]
        assert found, portfolio
        assert found[0].message("nl").startswith(said)
        assert outcome_of_rule(portfolio, code) is Outcome.FAILED
        form = portfolio["x"].canvas.form
        for finding in found:
            assert finding.kind is FindingKind.FINDING
            assert finding.severity is reading().severity(code, form, portfolio["x"].canvas.type, "levert")
            assert (finding.subject, finding.subject_name) == ("x", "Polder X")
            assert (finding.name, finding.gear) == (reading().rules[code].name, reading().rules[code].gear)
            assert "{" not in finding.message("nl") + finding.message("en") + (finding.hint("nl") or "")
            assert finding.message("nl") != finding.message("en")
            assert "Jo Jansen" not in finding.message("nl")


@pytest.mark.parametrize(("key", "passing"), SATISFIED)
def test_a_rule_is_satisfied(key, passing):
    code, cause = key
    for portfolio in passing:
        found = [f for f in of_rule(portfolio, code) if f.template == rule_texts()[code][cause].message]
        assert [f.message("nl") for f in found] == []
    # at least one of them could be judged and was fine
    assert any(outcome_of_rule(portfolio, code) is Outcome.PASSED for portfolio in passing)


def test_the_cases_are_of_texts_that_are_there():
    """That every text of every rule has an example is held in ``test_examples``."""
    assert set(CASES) <= {(code, cause) for code, texts in rule_texts().items() for cause in texts}


def test_every_rule_stands_in_the_reading():
    assert set(catalog()) <= set(reading().rules)


def test_the_engine_has_texts_of_its_own():
    assert {code for code in rule_texts() if code not in catalog()} == {
        f"SAM00{number}" for number in range(1, 6)
    }


@pytest.mark.parametrize("code", rule_texts())
def test_texts_say_the_same_in_both_languages(code):
    for text in rule_texts()[code].values():
        assert placeholders(text.message.nl) == placeholders(text.message.en)
        assert text.message.nl != text.message.en
        if text.hint:
            # a hint is filled in with the values of its message
            assert set(placeholders(text.hint.nl)) == set(placeholders(text.hint.en))
            assert set(placeholders(text.hint.nl)) <= set(placeholders(text.message.nl))


@pytest.mark.parametrize("code", catalog())
def test_dutch_by_the_rules_of_the_house(code):
    for text in rule_texts()[code].values():
        said = f"{text.message.nl} {text.hint.nl if text.hint else ''}"
        for avoided in ("vastlegging", "(en)", "soort", "mist ", "fout"):
            assert avoided not in said.casefold()


@pytest.mark.parametrize("code", catalog())
def test_what_a_rule_needs_can_stand_on_a_canvas(code):
    rule = catalog()[code]
    assert rule.rationale, "the docstring says why"
    for path in rule.needs:
        assert field_at(path)


def test_a_rule_that_cannot_tell_says_so():
    assert outcome_of_rule(made("a"), "KAN101") is Outcome.UNKNOWN
    assert outcome_of_rule(made("a", form=None, type="network"), "KLO212") is Outcome.UNKNOWN
    assert outcome_of_rule(made("a", gear="kan", goals=[stood(G, "2020")]), "LEV401") is Outcome.LATER
    assert outcome_of_rule(made("a", form=NET), "KLO211") is Outcome.NOT_APPLICABLE


def test_options_set_the_numbers():
    rules = catalog().select("LEV401")
    slow = RuleSet([attrs.evolve(rule, options={"months": 24}) for rule in rules.values()])
    portfolio = made("a", goals=[stood(G, "2026-03")])
    assert len(of_rule(portfolio, "LEV401")) == 1
    assert not [f for f in validate(portfolio, rules=slow, as_of=DAY) if "2026-03" in f.message("nl")]


@pytest.mark.parametrize(
    ("covered", "said"),
    [(0.997, "Voor 1%"), (0.5, "Voor 50%"), (0.004, "Voor 100%")],
)
def test_a_gap_is_never_rounded_away(covered, said):
    (found,) = of_rule(made("a", resources=paid(Funding(share=covered))), "WER301")
    assert found.message("nl").startswith(said)


def test_a_circle_points_at_the_links_of_each_goal_in_it():
    portfolio = made(
        "a", goals=[linked(G, "h"), linked(H, "g"), linked(Goal(id="i", name="I", kind="own"), "g")]
    )
    assert [f.pointer for f in of_rule(portfolio, "KAN104")] == ["/goals/0/links", "/goals/1/links"]


def test_a_finding_points_at_the_party():
    (found,) = of_rule(made("b", stands_for("a", "2020")), "WER311")
    assert found.pointer == "/collaborations/0/canvas/parties/1/representatives"
    assert found.field == "parties[a].representatives"


def test_an_inactive_share_of_exactly_half_is_fine():
    half = [Participation(party=id_, last_active=on) for id_, on in [("a", "2020"), ("b", "2026")]]
    assert of_rule(made(*half, form=NET, expectation="x"), "KLO214") == []


def test_the_name_of_a_person_stays_private():
    official = Organization(id="q", name="Wethouder Q", kind="person", sources=[Source(title="website")])
    portfolio = made("a", more=[official])
    context = RuleContext(portfolio=portfolio, collaboration=portfolio["x"], reading=reading(), as_of=DAY)
    assert context.names(["a", "p", "q", "nergens"]) == ("Waterschap A", "p", "Wethouder Q", "nergens")


def test_what_a_rule_may_look_at():
    portfolio = made(
        "a",
        "a",
        Participation(party="b", period=Period(end="2020")),
        goals=[G, H],
        left_empty=[LeftEmpty(path="purpose", reason="nog niet")],
    )
    context = RuleContext(portfolio=portfolio, collaboration=portfolio["x"], reading=reading(), as_of=DAY)
    assert context.form == "shared-goal"
    assert context.party_ids == ("a",)
    assert [party.party for party in context.parties] == ["a", "a"]
    assert (context.goals, context.shared_goals) == ((G, H), (G,))
    assert context.filled("goals[].name") and not context.filled("parties[].risks")
    assert context.pointer() == "/collaborations/0"
    assert context.pointer(context.places("goals[h].links")[0]) == "/goals/1/links"
    elsewhere = attrs.evolve(context, collaboration=Collaboration(id="elders", name="Elders"))
    assert elsewhere.pointer() == ""
    assert (
        attrs.evolve(context, collaboration=attrs.evolve(portfolio["x"], canvas=Canvas(goals=["weg"]))).goals
        == ()
    )


def test_months_of_a_frequency_are_known():
    assert codes("frequency")["jaarlijks"].months == 12 and codes("frequency")["naar-behoefte"].months is None


@pytest.mark.parametrize("term", terms().values(), ids=lambda term: term.id)
def test_a_term_in_the_singular_and_plural_is_one_word(term):
    assert of_rule(made("a", purpose=f"{term.nl}, {term.nl}en, {term.nl}s"), "TAA501") == []
