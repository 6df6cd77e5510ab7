"""Can the collaboration work? What makes each rule on goals, parties and neighbours speak, and what keeps it silent."""

import datetime

import attrs
import pytest
from hypothesis import given, strategies as st

import samenwerking as sw
from samenwerking.model import (
    Alternative,
    Area,
    Benefit,
    Canvas,
    Collaboration,
    Contribution,
    Funding,
    Goal,
    GoalLink,
    Indicator,
    LeftEmpty,
    Organization,
    Participation,
    Period,
    Phase,
    Portfolio,
    Resources,
    Stakeholder,
    StatedCount,
)
from samenwerking.rules import Profile, RuleSet, catalog, validate
from samenwerking.rules.kan import open_conflicts
from samenwerking.rules.neighbours import MOST
from samenwerking.rules.texts import rule_texts
from samenwerking.testing import portfolios
from samenwerking.vocabulary import Code, Form, Outcome, Severity, reading

DAY = datetime.date(2026, 11, 24)
RUNS = Period(start="2025", open_end=True)
OVER = Period(start="2020", end="2024")


def canvas(*parties, form="shared-goal", **more):
    joined = [each if isinstance(each, Participation) else Participation(party=each) for each in parties]
    return Canvas(form=form, parties=joined, **more)


def held(*collaborations, goals=(), areas=(), more=(), own=()):
    organizations = [Organization(id=id_, name=f"Naam {id_.upper()}") for id_ in ("a", "b", "c")]
    return Portfolio(
        organizations=[*organizations, *more],
        goals=goals,
        areas=areas,
        collaborations=collaborations,
        codes=own,
    )


def alone(*parties, goals=(), gear="levert", whole=None, more=(), own=(), **canvas_):
    """Return a portfolio with one collaboration of these parties."""
    table = canvas(*parties, goals=[goal.id for goal in goals], **canvas_)
    return held(
        Collaboration(id="x", name="Polder X", gear=gear, canvas=table, **(whole or {})),
        goals=goals,
        more=more,
        own=own,
    )


def found(portfolio, code, viewer=None):
    """Return what a rule alone tells, without the rows of the reading that share its code."""
    written = [text.message for text in rule_texts()[code].values()]
    report = validate(portfolio, rules=catalog().select(code), as_of=DAY, viewer=viewer)
    return [finding for finding in report if finding.code == code and finding.template in written]


def said(portfolio, code, viewer=None):
    return [finding.message("nl") for finding in found(portfolio, code, viewer)]


def outcome(portfolio, code):
    """Return what came of a rule."""
    profile = Profile(name="one", select=[code])
    counted = validate(portfolio, profile=profile, rules=catalog().select(code), as_of=DAY).outcomes
    without = validate(portfolio, profile=profile, rules=RuleSet([]), as_of=DAY).outcomes
    (came,) = (each for each in counted if counted[each] > without.get(each, 0))
    return came


# Goals


def goal(id_, *links, kind="shared", **more):
    return Goal(id=id_, name=f"Doel {id_.upper()}", kind=kind, links=links, **more)


def against(id_, how=""):
    return GoalLink(goal=id_, kind="conflicts-with", resolution=how)


@pytest.mark.parametrize(
    ("goals", "told"),
    [
        ([goal("g", against("h")), goal("h")], ["goals[g].links"]),
        ([goal("g"), goal("h", against("g"))], ["goals[h].links"]),
        ([goal("h", against("g")), goal("g", against("h"))], ["goals[g].links"]),
        ([goal("g", against("elders")), goal("h")], ["goals[g].links"]),
        ([goal("g", against("h"), against("i")), goal("h", against("i")), goal("i")], ["g", "g", "h"]),
        ([goal("g", against("h", "om en om")), goal("h")], []),
        ([goal("g", against("h")), goal("h", against("g", "om en om"))], []),
        ([goal("g", against("g")), goal("h")], []),
        ([goal("g", GoalLink(goal="h", kind="depends-on")), goal("h")], []),
    ],
)
def test_a_conflict_between_goals_asks_for_a_resolution(goals, told):
    places = [told_of.field for told_of in found(alone("a", goals=goals), "KAN105")]
    assert places == [place if "[" in place else f"goals[{place}].links" for place in told]


def test_a_conflict_is_told_once_with_both_names():
    for goals in ([goal("h", against("g")), goal("g", against("h"))], [goal("g"), goal("h", against("g"))]):
        (message,) = said(alone("a", goals=goals), "KAN105")
        assert message.startswith("Doel 'Doel G' en doel 'Doel H' botsen.")


def test_without_links_between_goals_a_conflict_cannot_be_told():
    assert outcome(alone("a", goals=[goal("g")]), "KAN105") is Outcome.UNKNOWN
    assert outcome(alone("a", goals=[goal("g", against("h", "x"))]), "KAN105") is Outcome.PASSED


@given(st.lists(st.tuples(st.sampled_from("ghij"), st.sampled_from("ghij"), st.booleans()), max_size=8))
def test_conflicts_are_those_pairs_that_nobody_resolves(drawn):
    goals = tuple(
        goal(id_, *(against(to, "hoe" if done else "") for from_, to, done in drawn if from_ == id_))
        for id_ in "jihg"
    )
    pairs = {frozenset((from_, to)) for from_, to, _ in drawn if from_ != to}
    resolved = {frozenset((from_, to)) for from_, to, done in drawn if done}
    told = list(open_conflicts(goals))
    assert {frozenset(pair) for *pair, _ in told} == pairs - resolved
    assert len(told) == len(pairs - resolved)
    assert told == sorted(told) and all(a < b and by in (a, b) for a, b, by in told)
    assert list(open_conflicts(tuple(reversed(goals)))) == told


def test_a_party_that_can_do_it_alone():
    alone_by = {"achievable_alone_by": ["b", "a", "b", "c"]}
    left = Participation(party="c", period=OVER)
    portfolio = alone("a", "b", left, goals=[goal("g", **alone_by), goal("h", kind="own", **alone_by)])
    assert said(portfolio, "KAN109") == [
        f"Naam {who} kan 'Doel G' ook alleen bereiken. Waarom doen we het samen?" for who in "BA"
    ]
    assert {f.field for f in found(portfolio, "KAN109")} == {"goals[g].achievable_alone_by"}


def test_who_can_do_it_alone_is_unknown_until_someone_says_so():
    assert outcome(alone("a", goals=[goal("g")]), "KAN109") is Outcome.UNKNOWN
    outside = alone("a", goals=[goal("g", achievable_alone_by=["b"])])
    assert outcome(outside, "KAN109") is Outcome.PASSED
    assert outcome(alone("a", form="transaction-deep"), "KAN109") is Outcome.NOT_APPLICABLE


def test_a_contribution_without_a_goal_is_called_by_its_description_or_kind():
    brings = [
        Contribution(description="zaaigoed"),
        Contribution(kind="uren"),
        Contribution(kind="raad"),
        Contribution(),
    ]
    portfolio = alone(Participation(party="a", contributions=brings), goals=[goal("g")])
    called = [message for message in said(portfolio, "KAN125") if "bijdrage '" in message]
    assert [message.split("'")[1] for message in called] == [
        "zaaigoed",
        "uren",
        "raad",
        "zonder omschrijving",
    ]
    english = [f.message("en") for f in found(portfolio, "KAN125")]
    assert any("'hours'" in message for message in english)


# What stands out where the row of the reading does not ask


NETWORK = "network-preferred"
BRINGS = Participation(party="a", contributions=[Contribution(kind="kennis")])
TAKES = Participation(party="a", benefits=[Benefit(kind="kennis")])


@pytest.mark.parametrize(
    ("parties", "more", "told"),
    [
        ([BRINGS], {}, True),
        ([TAKES, "b"], {"form": "network-platform"}, True),
        (["a", "b"], {}, False),
        ([BRINGS], {"purpose": "van elkaar leren"}, False),
        ([BRINGS], {"goals": [goal("g", kind="context")]}, False),
        ([BRINGS], {"left_empty": [LeftEmpty(path="purpose", reason="groeit vanzelf")]}, False),
        ([attrs.evolve(BRINGS, period=OVER), "b"], {}, False),
        ([BRINGS], {"form": None}, False),  # then the question itself is asked
    ],
)
def test_give_and_take_without_a_purpose(parties, more, told):
    assert bool(found(alone(*parties, **{"form": NETWORK, **more}), "KAN102")) is told


def part_of(id_):
    return GoalLink(goal=id_, kind="part-of")


@pytest.mark.parametrize(
    ("goals", "told"),
    [
        ([goal("g"), goal("h", domains=["water"])], ["g"]),
        ([goal("g", kind="deliverable"), goal("h", areas=["polder"], kind="context")], ["g"]),
        ([goal("g"), goal("i"), goal("h", policies=["beleid"])], ["g", "i"]),
        # what it is linked to tells where it belongs
        ([goal("g", part_of("h")), goal("h", domains=["water"])], []),
        ([goal("g", part_of("i")), goal("i"), goal("h", domains=["water"])], ["g", "i"]),
        # where no goal tells it, none stands out
        ([goal("g"), goal("h")], []),
        ([goal("g", kind="own"), goal("h", domains=["water"])], []),
    ],
)
def test_a_goal_that_stands_out_for_want_of_context(goals, told):
    portfolio = alone("a", goals=goals, form=NETWORK)
    assert [f.field for f in found(portfolio, "KAN103")] == [f"goals[{id_}].areas" for id_ in told]
    assert found(alone("a", goals=goals), "KAN103") == []  # there it is asked of each shared goal
    kept = [LeftEmpty(path=f"goals[{id_}].areas", reason="overal") for id_ in told]
    assert found(alone("a", goals=goals, form=NETWORK, left_empty=kept), "KAN103") == []


def measured(**without):
    whole = {"unit": "km", "baseline": 0, "target": 40, "deadline": "2028", **without}
    return Indicator(name="rand", **whole)


@pytest.mark.parametrize(
    ("aim", "missing"),
    [
        (goal("g", indicators=[measured()]), None),
        (goal("g", indicators=[measured(unit="")]), "eenheid"),
        (goal("g", indicators=[measured(baseline=None)]), "beginwaarde"),
        (goal("g", indicators=[measured(target=None)]), "streefwaarde"),
        (goal("g", indicators=[measured(deadline=None)]), "streefdatum"),
        (goal("g", indicators=[measured(deadline=None)], deadline="2029"), None),
        (goal("g", indicators=[Indicator(name="x")]), "eenheid, beginwaarde, streefwaarde en streefdatum"),
        # one indicator will do, and of several the one that is nearest counts
        (goal("g", indicators=[Indicator(name="x"), measured()]), None),
        (goal("g", indicators=[Indicator(name="x"), measured(unit=""), measured(unit="")]), "eenheid"),
        (goal("g", indicators=[measured(unit="")], kind="deliverable"), "eenheid"),
        (goal("g", indicators=[measured(unit="")], kind="context"), None),
        (goal("g"), None),
    ],
)
def test_what_a_goal_still_lacks_to_be_steered_on(aim, missing):
    told = [
        (f.field, str(f.params["goal"]), f.message("nl").split(": ")[1])
        for f in found(alone("a", goals=[aim]), "KAN106")
    ]
    assert told == ([("goals[g].indicators", "Doel G", f"{missing}.")] if missing else [])


def test_at_the_first_talk_a_goal_need_not_be_concrete():
    aim = goal("g", indicators=[Indicator(name="x")])
    for gear, severity in (("kan", Severity.ADVICE), ("klopt", Severity.WARNING)):
        (told,) = found(alone("a", goals=[aim], gear=gear), "KAN106")
        assert told.severity is severity


def not_yet(*ids, **more):
    return [
        Participation(party=id_, interests_discussed=False, alternative=Alternative(considered=False), **more)
        for id_ in ids
    ]


@pytest.mark.parametrize(
    ("code", "field"), [("KAN108", "interests_discussed"), ("KAN141", "alternative.considered")]
)
def test_no_is_an_answer_that_is_told_once_for_all(code, field):
    (told,) = found(alone(*not_yet("b", "a"), "c"), code)
    assert (told.field, told.params["parties"]) == (f"parties[].{field}", ("Naam A", "Naam B"))
    (told,) = found(alone(*not_yet("a"), *not_yet("b", period=OVER)), code)
    assert (told.field, told.params["parties"]) == (f"parties[a].{field}", ("Naam A",))
    assert outcome(alone("a"), code) is Outcome.UNKNOWN
    said_yes = Participation(party="a", interests_discussed=True, alternative=Alternative(considered=True))
    assert outcome(alone(said_yes), code) is Outcome.PASSED


def test_own_goals_tell_an_interest_too():
    assert found(alone(*not_yet("a", own_goals=["g"])), "KAN108") == []
    private = alone(*not_yet("a", interests=["rust"]))
    assert (len(found(private, "KAN108")), found(private, "KAN108", "a")) == (1, [])


# Neighbours


POLDER = Area(id="polder", name="De Polder", kind="polder")


def near(id_, *, areas=("polder",), goals=(), period=RUNS, parties=(), **more):
    table = canvas(*parties, form="network-platform", goals=goals)
    return Collaboration(
        id=id_, name=f"Kring {id_.upper()}", areas=areas, period=period, canvas=table, **more
    )


def neighbours(*collaborations, goals=(), areas=(POLDER,)):
    told = found(held(*collaborations, goals=goals, areas=areas), "KAN110")
    return {(f.subject, f.field): f.params["collaborations"] for f in told}


def test_two_in_one_area_that_say_nothing_of_one_another():
    assert neighbours(near("x"), near("y")) == {("x", "areas"): ("Kring Y",), ("y", "areas"): ("Kring X",)}
    (message, _) = said(held(near("x"), near("y"), areas=[POLDER]), "KAN110")
    assert message == "Ook aan het werk in De Polder: Kring Y. Weten jullie van elkaar?"


def test_two_that_work_on_one_goal():
    shared = goal("g")
    pair = (near("x", areas=(), goals=["g"]), near("y", areas=(), goals=["g"]))
    assert set(neighbours(*pair, goals=[shared])) == {("x", "goals[g]"), ("y", "goals[g]")}
    # the same policy behind both is no reason to meet
    assert neighbours(*pair, goals=[attrs.evolve(shared, kind="context")]) == {}
    # who is met on a goal is not met again in the area
    both = (near("x", goals=["g"]), near("y", goals=["g"]))
    assert {field for _, field in neighbours(*both, goals=[shared])} == {"goals[g]"}


@pytest.mark.parametrize(
    "pair",
    [
        (near("x", parent="y"), near("y")),
        (near("x"), near("y", parent="x")),
        (near("x", parent="top"), near("y", parent="top")),  # of one family, if only by name
        (near("x", related=["y"]), near("y")),
        (near("x"), near("y", related=["x"])),
        (near("x", parties=["y"]), near("y")),
        (near("x"), near("y", parties=["x"])),
    ],
)
def test_who_is_linked_is_no_stranger(pair):
    assert neighbours(*pair) == {}


def test_a_family_reaches_over_several_levels_and_survives_a_circle():
    chain = [
        near("x"),
        near("m", parent="x", areas=()),
        near("n", parent="m", areas=()),
        near("y", parent="n"),
    ]
    assert neighbours(*chain) == neighbours(*reversed(chain)) == {}
    circle = [near("x", parent="y"), near("y", parent="x"), near("z", parent="y")]
    assert neighbours(*circle) == neighbours(*reversed(circle)) == {}
    assert set(neighbours(*circle, near("w"))) == {(id_, "areas") for id_ in "xyzw"}


@pytest.mark.parametrize(
    ("period", "meets"),
    [
        (RUNS, True),
        (Period(start="2025", end="2027"), True),
        (Period(end="2027"), True),
        (Period(start="2025", end="2026-11-24"), True),  # its last day
        (OVER, False),
        (Period(start="2027", open_end=True), False),
        # whether it still runs cannot be told
        (Period(start="2025"), False),
        (Period(), False),
        (Period(start="2025", end="2026-11"), False),
    ],
)
def test_only_what_certainly_runs_is_a_neighbour(period, meets):
    told = neighbours(near("x"), near("y", period=period))
    assert (("x", "areas") in told) is meets


def test_whoever_has_ended_needs_to_know_nobody():
    assert neighbours(near("x", period=OVER), near("y")) == {}
    assert ("x", "areas") in neighbours(near("x", period=Period(start="2025")), near("y"))


@pytest.mark.parametrize(
    "area", [Area(id="polder", name="Nergensland", kind=kind) for kind in ("provincie", "land")]
)
def test_a_province_is_too_wide_to_meet_in(area):
    assert neighbours(near("x"), near("y"), areas=[area]) == {}


@pytest.mark.parametrize(
    "areas", [[], [Area(id="polder", name="P")], [Area(id="polder", name="P", kind="eigen")]]
)
def test_an_area_of_an_unknown_kind_is_narrow_enough(areas):
    assert len(neighbours(near("x"), near("y"), areas=areas)) == 2


def test_of_many_neighbours_some_are_named():
    crowd = [near(f"n{number:03}") for number in range(40)]
    told = neighbours(near("x"), *crowd)["x", "areas"]
    assert told[:MOST] == tuple(f"Kring N{number:03}" for number in range(MOST))
    assert [str(each.nl) for each in told[MOST:]] == ["andere"]
    assert len(neighbours(near("x"), *crowd[:MOST])["x", "areas"]) == MOST
    assert neighbours(*reversed(crowd), near("x"))["x", "areas"] == told


@given(portfolios())
def test_neighbours_are_so_for_both_and_whatever_the_order(portfolio):
    backwards = attrs.evolve(portfolio, collaborations=portfolio.collaborations[::-1])
    met = {
        (f.subject, f.field, f.params["collaborations"])
        for f in found(portfolio, "KAN110")
        if f.code == "KAN110"
    }
    assert met == {(f.subject, f.field, f.params["collaborations"]) for f in found(backwards, "KAN110")}


# Parties


@pytest.mark.parametrize(
    ("form", "parties", "told"),
    [
        ("shared-goal", ["a"], True),
        ("shared-goal", ["a", "a"], True),
        ("shared-goal", ["a", Participation(party="b", period=OVER)], True),
        ("transaction-deep", ["a"], True),
        ("network-preferred", ["a"], True),
        ("network-platform", ["a"], False),
        (None, ["a"], False),
        ("shared-goal", ["a", "b"], False),
        ("network-preferred", ["a", "b"], False),
        ("shared-goal", ["a", Participation(party="b", period=Period(end="2026"))], False),
    ],
)
def test_one_party_alone_is_no_collaboration(form, parties, told):
    assert bool(found(alone(*parties, form=form), "KAN121")) is told


def test_the_number_and_the_form_are_told():
    (told,) = found(alone("a"), "KAN121")
    assert told.message("nl") == (
        "Aantal partijen: 1. Bij 'samenwerking gericht op een gezamenlijk doel' zijn dat er minstens 2."
        " Wie doet er nog mee?"
    )
    assert told.severity is Severity.ERROR


def test_a_list_that_is_not_whole_or_a_source_that_counts_more_proves_nothing():
    assert found(alone("a", whole={"parties_complete": False}), "KAN121") == []
    for what, number, told in (("partijen", 5, 0), ("partijen", 1, 1), ("projecten", 5, 1), ("leden", 2, 0)):
        counted = {"counts": [StatedCount(what=what, number=number)]}
        assert len(found(alone("a", whole=counted), "KAN121")) == told
    assert outcome(alone(), "KAN121") is Outcome.UNKNOWN


def test_the_least_number_stands_in_the_reading():
    rules = dict(reading().rules)
    rules["KAN121"] = attrs.evolve(rules["KAN121"], thresholds={Form.SHARED_GOAL: 4})
    other = attrs.evolve(reading(), rules=rules)
    report = validate(alone("a", "b", "c"), rules=catalog().select("KAN121"), as_of=DAY, reading=other)
    assert "minstens 4" in next(f.message("nl") for f in report if f.code == "KAN121")


def concrete(**without):
    whole = {"kind": "geld", "amount": 5, "unit": "EUR", "period": Period(start="2026")}
    return Contribution(**{**whole, **without, "description": "inzet"})


@pytest.mark.parametrize(
    ("contribution", "missing"),
    [
        (concrete(), None),
        (concrete(amount=0), None),
        (concrete(period=Period(end="2027")), None),
        (concrete(period=Period(open_end=True)), None),
        (concrete(kind=None), "aard"),
        (concrete(amount=None), "hoeveelheid"),
        (concrete(unit=""), "eenheid"),
        (concrete(period=Period()), "looptijd"),
        (concrete(amount=None, unit="", period=Period()), "hoeveelheid, eenheid en looptijd"),
        (Contribution(description="inzet"), "aard, hoeveelheid, eenheid en looptijd"),
        *((concrete(kind=kind, amount=None, unit=""), None) for kind in ("data", "grond", "netwerk")),
        *(
            (concrete(kind=kind, amount=None, unit=""), None)
            for kind in ("bevoegdheid", "reputatie", "loket")
        ),
        (concrete(kind="data", amount=None, unit="", period=Period()), "looptijd"),
        (concrete(kind="kennis", amount=None, unit=""), "hoeveelheid en eenheid"),
        (concrete(kind="onbekend", amount=None, unit=""), "hoeveelheid en eenheid"),
    ],
)
def test_what_a_contribution_still_lacks(contribution, missing):
    own = [Code(list="contribution-kind", code="loket", nl="loket", broader="bevoegdheid")]
    portfolio = alone(Participation(party="a", contributions=[contribution]), own=own)
    expected = [f"Bij de bijdrage 'inzet' van Naam A ontbreekt nog: {missing}."] if missing else []
    assert said(portfolio, "KAN123") == expected


def test_at_the_first_talk_a_contribution_need_not_be_concrete():
    party = Participation(party="a", contributions=[Contribution(kind="geld")])
    for gear, severity in (("kan", Severity.ADVICE), ("klopt", Severity.WARNING)):
        (told,) = found(alone(party, gear=gear), "KAN123")
        assert (told.severity, told.field) == (severity, "parties[a].contributions")
    left = attrs.evolve(party, period=OVER)
    assert found(alone("b", left), "KAN123") == []


PACHTERS = {"name": "pachters", "affected": True}


@pytest.mark.parametrize(
    ("stakeholder", "told"),
    [
        (PACHTERS, "Nodig of geraakt, maar niet aan tafel: pachters. Hoe betrekken we die?"),
        ({"name": "pachters", "needed": True}, "Nodig of geraakt, maar niet aan tafel: pachters."),
        ({**PACHTERS, "party": "c"}, "Nodig of geraakt, maar niet aan tafel: Naam C."),
        ({**PACHTERS, "treatment": "represented"}, "Wie spreekt er namens pachters?"),
        ({**PACHTERS, "treatment": "left-out"}, "Bewust niet aan tafel: pachters."),
        ({**PACHTERS, "represented_by": "c"}, "Naam C spreekt namens pachters, maar zit niet"),
        (
            {**PACHTERS, "treatment": "informed", "represented_by": "d"},
            "d spreekt namens pachters, maar zit niet",
        ),
        ({"name": "pachters"}, None),
        ({"name": "pachters", "affected": False, "needed": False}, None),
        ({**PACHTERS, "party": "b"}, None),
        ({**PACHTERS, "treatment": "informed"}, None),
        ({**PACHTERS, "treatment": "consulted"}, None),
        ({**PACHTERS, "treatment": "represented", "represented_by": "b"}, None),
        ({**PACHTERS, "represented_by": "b"}, None),
        ({**PACHTERS, "treatment": "represented", "represented_by": "vereniging"}, None),
        ({**PACHTERS, "treatment": "left-out", "reason": "op eigen verzoek"}, None),
        ({**PACHTERS, "reason": "later aan de beurt"}, None),
    ],
)
def test_who_is_touched_but_not_at_the_table(stakeholder, told):
    acts = Participation(party="a", on_behalf_of=["vereniging"])
    portfolio = alone(
        acts, "b", Participation(party="d", period=OVER), stakeholders=[Stakeholder(**stakeholder)]
    )
    messages = said(portfolio, "KAN127")
    assert len(messages) == (told is not None)
    assert not told or messages[0].startswith(told)


def test_a_stakeholder_is_pointed_at_by_name_where_a_path_can_name_it():
    for name, field in (("pachters", "stakeholders[pachters]"), ("pachters [wie?]", "stakeholders")):
        stakeholders = [Stakeholder(name="x", affected=False), Stakeholder(name=name, affected=True)]
        (told,) = found(alone("a", stakeholders=stakeholders), "KAN127")
        assert told.field == field
    assert outcome(alone(stakeholders=stakeholders), "KAN127") is Outcome.UNKNOWN


def test_whether_someone_can_block_is_seen_by_nobody():
    blocks = alone("a", stakeholders=[Stakeholder(name="s", can_block=True)])
    assert found(blocks, "KAN127") == found(blocks, "KAN127", viewer="a") == []


def reaches(unit, **more):
    return goal(
        "g", indicators=[Indicator(name="rand", unit="stuks"), Indicator(name="rand", unit=unit)], **more
    )


def brings(id_, *kinds, **more):
    return Participation(party=id_, contributions=[Contribution(kind=kind) for kind in kinds], **more)


@pytest.mark.parametrize("unit", ["ha", " HA ", "km", "hectare", "m²"])
@pytest.mark.parametrize("kind", ["shared", "deliverable"])
def test_a_goal_on_land_needs_someone_with_land(unit, kind):
    portfolio = alone(brings("a", "geld"), brings("b", "uren"), goals=[reaches(unit, kind=kind)])
    (told,) = found(portfolio, "KAN129")
    assert told.field == "goals[g].indicators"
    assert (
        told.message("nl") == "Voor 'Doel G' is grond nodig. Wie hier aan tafel bezit of gebruikt die grond?"
    )


@pytest.mark.parametrize(
    ("other", "sector"),
    [
        (brings("b", "grond"), None),
        (brings("b", "uren", role="grondeigenaar"), None),
        (brings("b", "uren", role="pachter"), None),
        (brings("b", "uren"), "agrarisch-collectief"),
        (brings("b", "uren"), "terreinbeherende-organisatie"),
        # what it brings is not known
        (brings("b"), "bank"),
        (brings("b", None), "bank"),
    ],
)
def test_land_at_the_table_or_perhaps(other, sector):
    portfolio = alone(brings("a", "geld"), attrs.evolve(other, party="d"), goals=[reaches("ha")])
    portfolio = portfolio.add(Organization(id="d", name="D", sector=sector))
    assert found(portfolio, "KAN129") == []


@pytest.mark.parametrize(
    "goals", [[reaches("paren")], [reaches("")], [reaches("ha", kind="own")], [reaches("ha", kind="context")]]
)
def test_other_goals_need_no_land(goals):
    assert found(alone(brings("a", "geld"), goals=goals), "KAN129") == []


def test_whoever_left_took_the_land_along():
    left = brings("b", "grond", period=OVER)
    assert len(found(alone(brings("a", "geld"), left, goals=[reaches("ha")]), "KAN129")) == 1


def pays(*funders, status="pledged", period=RUNS):
    return Phase(name="p", period=period, funding=[Funding(funder=id_, status=status) for id_ in funders])


@pytest.mark.parametrize(
    ("phases", "absent"),
    [
        ([pays("c")], ("Naam C",)),
        ([pays("c", "b"), pays("c")], ("Naam B", "Naam C")),
        ([pays("c", status="received")], ("Naam C",)),
        ([pays("c", period=Period())], ("Naam C",)),
        ([pays("a", None)], None),
        ([pays("c", status="in-talks")], None),
        ([pays("c", status=None)], None),
        ([pays("c", period=OVER)], None),
        ([pays("fonds")], None),
    ],
)
def test_who_pays_but_is_not_at_the_table(phases, absent):
    acts = Participation(party="a", on_behalf_of=["fonds"])
    told = found(alone(acts, resources=Resources(phases=phases)), "KAN130")
    assert [f.params["funders"] for f in told] == ([absent] if absent else [])


def test_a_funder_that_was_thought_of_is_no_stranger():
    for treatment, told in (("informed", 0), (None, 1)):
        beside = [Stakeholder(name="fonds", party="c", treatment=treatment)]
        portfolio = alone("a", resources=Resources(phases=[pays("c")]), stakeholders=beside)
        assert len(found(portfolio, "KAN130")) == told


# The alternative


def thinks(**more):
    return Participation(party="a", alternative=Alternative(considered=True, **more))


NUMBERS = {"value": 100, "probability": 0.8, "cost": 10, "expected_value": 50}


@pytest.mark.parametrize(
    ("alternative", "better"),
    [
        ({"better": True}, True),
        ({"better": False}, False),
        ({}, False),
        (NUMBERS, True),
        ({**NUMBERS, "expected_value": 70}, False),  # just as good
        ({**NUMBERS, "expected_value": 69.99}, True),
        ({**NUMBERS, "expected_value": 90}, False),
        ({**NUMBERS, "better": False}, False),  # what the party says goes
        ({**NUMBERS, "expected_value": 90, "better": True}, True),
        *(({**NUMBERS, name: None}, False) for name in NUMBERS),  # cannot tell
        ({**NUMBERS, "cost": 0, "expected_value": -5}, True),
    ],
)
def test_only_the_party_itself_is_told_that_its_alternative_seems_better(alternative, better):
    portfolio = alone(thinks(**alternative), "b", form="shared-goal")
    for viewer in (None, "b", "c"):
        assert found(portfolio, "KAN142", viewer) == []
    told = found(portfolio, "KAN142", "a")
    assert [f.field for f in told] == ["parties[a].alternative"] * better
    for finding in told:
        assert finding.params == {}
        assert not any(digit in finding.message("nl") + finding.message("en") for digit in "0123456789")


def test_what_others_are_told_is_the_same_whatever_a_party_thinks():
    better, not_so = (alone(thinks(better=each), "b") for each in (True, False))
    for viewer in (None, "b"):
        told = [
            [f.fingerprint for f in validate(each, as_of=DAY, viewer=viewer)] for each in (better, not_so)
        ]
        assert told[0] == told[1]


# All of them


NEW = (
    *("KAN102", "KAN103", "KAN105", "KAN106", "KAN108", "KAN109", "KAN110"),
    *("KAN121", "KAN123", "KAN127", "KAN129", "KAN130", "KAN141", "KAN142"),
)


@pytest.mark.parametrize("code", NEW)
def test_texts_are_whole_and_in_the_words_of_the_house(code):
    for text in rule_texts()[code].values():
        assert text.message.nl != text.message.en
        for avoided in ("vastlegging", "(en)", "soort", " mist ", "moet"):
            assert avoided not in f"{text.message.nl} {text.hint.nl if text.hint else ''}"
    assert catalog()[code].rationale


@given(portfolios())
def test_no_rule_crashes_and_order_changes_nothing(portfolio):
    rules = catalog().select(*NEW)
    backwards = attrs.evolve(
        portfolio, collaborations=portfolio.collaborations[::-1], goals=portfolio.goals[::-1]
    )
    told = [
        sorted((f.code, f.subject, f.field, f.message("nl")) for f in validate(each, rules=rules, as_of=DAY))
        for each in (portfolio, backwards)
    ]
    assert told[0] == told[1]
    assert not [each for each in told[0] if each[0] == "SAM001"]


def test_a_first_beginning_is_not_told_what_is_wrong():
    report = validate(sw.example("draft"), as_of=DAY)
    assert report.findings == ()
