"""Holding the rules against a portfolio: who is asked, what a broken rule does, and how the work grows."""

import datetime
import sys
from collections import Counter
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings

from samenwerking.io import example
from samenwerking.model import (
    Agreement,
    Canvas,
    Collaboration,
    Contribution,
    Goal,
    Indicator,
    Organization,
    Participation,
    Period,
    Portfolio,
    Source,
    inspect,
)
from samenwerking.report import Report
from samenwerking.rules import Problem, RuleSet, catalog, is_described, rule, validate
from samenwerking.testing import portfolios
from samenwerking.vocabulary import FindingKind, Form, Outcome, Severity, reading

DAY = datetime.date(2026, 11, 24)
ALTERNATIVE = Path(__file__).parents[1] / "vocabulary" / "data" / "alternative_reading.json"
SEEN = (Source(title="krant"),)


def one(**given):
    return Portfolio(collaborations=[Collaboration(id="x", name="Polder X", **given)])


def bare_crash(context):
    """It goes wrong."""
    yield Problem("goals")
    raise RuntimeError("kapot")


# Who is asked


@pytest.mark.parametrize(
    ("given", "described"),
    [
        ({}, False),
        ({"sources": SEEN}, True),
        ({"sources": SEEN, "parties_complete": False}, True),
        ({"sources": SEEN, "parties_complete": True}, True),
        ({"period": Period(end="2026-11-23")}, True),
        ({"period": Period(end="2026-11")}, False),  # the month is not over
        ({"period": Period(end="2020"), "gear": "kan"}, False),
        ({"sources": SEEN, "gear": "kan"}, False),
        ({"sources": SEEN, "canvas": Canvas(form="shared-goal")}, False),
        ({"sources": SEEN, "canvas": Canvas(type="network")}, False),
        ({"sources": SEEN, "canvas": Canvas(agreements=[Agreement(on="2026")])}, False),
        ({"sources": SEEN, "canvas": Canvas(purpose="leren")}, True),
    ],
)
def test_a_described_collaboration_gets_one_note_and_no_questions(given, described):
    portfolio = one(**given)
    assert is_described(portfolio["x"], DAY) is described
    report = validate(portfolio, as_of=DAY)
    assert [note.code for note in report.notes] == (["SAM002"] if described else [])
    assert bool(report.outcomes.get(Outcome.LATER)) is not described
    if described:
        (note,) = report.items
        assert (note.kind, note.severity) == (FindingKind.NOTE, Severity.NOTE)
        assert (note.subject, note.pointer, note.gear) == ("x", "/collaborations/0", None)
        assert "beschreven uit bronnen" in note.message("nl")
        assert report.ok
        assert report.outcomes[Outcome.NOT_APPLICABLE] == 1


def test_the_real_portfolio_has_notes_and_nothing_to_mend():
    report = validate(example("deltaplan"), as_of=DAY)
    assert report.ok
    assert set(report.by_subject()) <= {c.id for c in example("deltaplan").collaborations}


def test_an_empty_portfolio_has_nothing_to_say():
    assert validate(Portfolio(), as_of=DAY) == Report(as_of=DAY, records=inspect(Portfolio()).records)


# The report


def test_the_day_is_recorded_and_is_today_if_left_out():
    assert validate(one(), as_of=DAY).as_of == DAY
    before = datetime.date.today()
    assert before <= validate(one()).as_of <= datetime.date.today()


def test_the_day_decides():
    portfolio = one(period=Period(start="2020", end="2026"))
    assert validate(portfolio, as_of=datetime.date(2026, 12, 31)).notes == ()
    assert len(validate(portfolio, as_of=datetime.date(2027, 1, 1)).notes) == 1


def test_what_does_not_hang_together_comes_first():
    portfolio = one(canvas=Canvas(goals=["weg"], parties=[Participation(party="a")]))
    report = validate(portfolio, as_of=DAY)
    assert [f.code for f in report][:2] == ["SAM201", "SAM201"]
    assert report.records == inspect(portfolio).records
    assert not report.ok


def test_every_collaboration_is_judged_by_itself():
    both = Portfolio(
        collaborations=[
            Collaboration(id="x", name="X"),
            Collaboration(id="y", name="Y", gear="klopt", canvas=Canvas(form="shared-goal")),
        ]
    )
    report = validate(both, as_of=DAY)
    apart = [validate(Portfolio(collaborations=[each]), as_of=DAY) for each in both.collaborations]
    for id_, alone in zip("xy", apart, strict=True):
        mine = [(f.code, f.message("nl"), f.kind) for f in report if f.subject == id_]
        assert mine == [(f.code, f.message("nl"), f.kind) for f in alone if f.subject == id_]
    counted = [Counter(alone.outcomes) - Counter(inspect(both).outcomes) for alone in apart]
    assert report.outcomes[Outcome.NOT_APPLICABLE] == sum(each[Outcome.NOT_APPLICABLE] for each in counted)


def test_a_collaboration_whose_id_repeats_is_judged_at_its_first_place():
    twice = [
        Collaboration(id="x", name=name, gear="klopt", canvas=Canvas(form="shared-goal")) for name in "XY"
    ]
    report = validate(Portfolio(collaborations=twice), as_of=DAY)
    assert {f.code for f in report} >= {"SAM203", "KLO231"}
    assert {f.pointer.split("/")[2] for f in report if f.code == "KLO231"} == {"0"}


# Broken rules, and rules that say the same


def test_a_rule_that_crashes_does_not_stop_the_others():
    held = RuleSet([rule("KAN101")(bare_crash), *catalog().ignore("KAN101").values()])
    portfolio = one(
        gear="levert",
        canvas=Canvas(form="shared-goal", type="network", parties=[Participation(party="a")]),
    )
    report, without = (
        validate(portfolio, rules=rules, as_of=DAY) for rules in (held, catalog().ignore("KAN101"))
    )
    (crash,) = [f for f in report if f.code == "SAM001"]
    assert crash.message("nl") == "Regel KAN101 kon niet worden toegepast (RuntimeError: kapot)."
    assert crash.message("en") == "Rule KAN101 could not be applied (RuntimeError: kapot)."
    assert (crash.severity, crash.kind, crash.subject) == (Severity.ERROR, FindingKind.FINDING, "x")
    assert [f for f in report if f.code != "SAM001"] == list(without)
    assert report.outcomes[Outcome.UNKNOWN] == without.outcomes.get(Outcome.UNKNOWN, 0) + 1


@pytest.mark.parametrize("problem", [Problem("geen.plek"), Problem("goals", "geen-oorzaak")])
def test_a_problem_that_cannot_be_told_is_a_crash_of_that_rule(problem):
    def broken(context):
        yield problem

    held = RuleSet([rule("KLO201")(broken)])
    report = validate(one(gear="klopt", canvas=Canvas(form="shared-goal")), rules=held, as_of=DAY)
    assert [f.code for f in report if f.code == "SAM001"] == ["SAM001"]


def test_a_rule_that_the_reading_does_not_know_does_not_apply():
    held = RuleSet([rule("XYZ101")(bare_crash)])
    with_rule = validate(one(), rules=held, as_of=DAY)
    without = validate(one(), rules=RuleSet([]), as_of=DAY)
    assert with_rule.items == without.items
    assert Counter(with_rule.outcomes) - Counter(without.outcomes) == {Outcome.NOT_APPLICABLE: 1}


def test_only_the_most_telling_is_shown():
    def always(context):
        yield Problem("parties", "party", {"party": "A"})

    def never(context):
        yield from ()

    portfolio = one(gear="klopt", canvas=Canvas(form="shared-goal", type="network"))
    telling = attrs.evolve(reading().rules["KLO211"], implies=("KLO201", "KLO231"))
    table = attrs.evolve(reading(), rules={**reading().rules, "KLO211": telling})

    def codes(check, used=table):
        held = RuleSet([rule("KLO211")(check), catalog()["KLO201"]])
        return {f.code for f in validate(portfolio, rules=held, as_of=DAY, reading=used)}

    assert "KLO211" in codes(always)
    assert not {"KLO201", "KLO231"} & codes(always)
    # what is implied by a rule that is satisfied is shown
    assert {"KLO201", "KLO231"} <= codes(never)
    assert {"KLO201", "KLO211", "KLO231"} <= codes(always, reading())


def test_a_row_that_tells_implies_too():
    portfolio = one(gear="klopt", canvas=Canvas(form="shared-goal"))
    told = {f.code for f in validate(portfolio, rules=RuleSet([]), as_of=DAY)}
    assert {"KLO231", "KLO233"} <= told
    telling = attrs.evolve(reading().rules["KLO233"], implies=("KLO231",))
    table = attrs.evolve(reading(), rules={**reading().rules, "KLO233": telling})
    fewer = {f.code for f in validate(portfolio, rules=RuleSet([]), as_of=DAY, reading=table)}
    assert fewer == told - {"KLO231"}


def test_what_concerns_the_whole_portfolio_is_worked_out_once():
    seen = []

    def whole(context):
        seen.append(context.collaboration.id)
        return len(context.portfolio.collaborations)

    @rule("KLO211")
    def counting(context):
        if context.once(whole) > 1:
            yield Problem("parties", "party", {"party": "A"})

    two = Portfolio(
        collaborations=[
            Collaboration(id=id_, name=id_, gear="klopt", canvas=Canvas(form="shared-goal")) for id_ in "xy"
        ]
    )
    report = validate(two, rules=RuleSet([counting]), as_of=DAY)
    assert [f.subject for f in report if f.code == "KLO211"] == ["x", "y"]
    assert seen == ["x"]


def test_what_is_private_is_judged_for_its_owner_only():
    @rule("KLO211")
    def reads_private(context):
        for party in context.parties:
            if party.interests:
                yield Problem("parties", "party", {"party": party.party})

    parties = [Participation(party=id_, interests=["geheim"]) for id_ in "ab"]
    portfolio = one(gear="klopt", canvas=Canvas(form="shared-goal", parties=parties))

    def told(viewer):
        report = validate(portfolio, rules=RuleSet([reads_private]), as_of=DAY, viewer=viewer)
        return [f.params["party"] for f in report if f.code == "KLO211"]

    assert (told(None), told("a"), told("b"), told("c")) == ([], ["a"], ["b"], [])


# Another reading is another data file


@settings(max_examples=30, deadline=None)
@given(portfolios())
def test_another_reading_judges_as_well(portfolio):
    other = reading(ALTERNATIVE)
    report = validate(portfolio, as_of=DAY, reading=other)
    assert "SAM001" not in {f.code for f in report}
    for finding in report:
        assert finding.message("nl") and finding.message("en")


def test_with_four_types_a_type_of_the_other_reading_is_unknown():
    other = reading(ALTERNATIVE)
    network = one(gear="klopt", canvas=Canvas(type="network"))
    preferred = one(gear="klopt", canvas=Canvas(type="preferred"))

    def told(portfolio, table):
        return [
            f.message("nl")
            for f in validate(portfolio, as_of=DAY, reading=table).findings
            if f.code == "KLO201"
        ]

    assert told(network, reading()) == told(preferred, other) == []
    (message,) = told(network, other)
    assert message.startswith("Het type 'network' kennen we hier niet. Welk type is het: transactie, ")
    assert told(preferred, reading())[0].startswith("Het type 'preferred' kennen we hier niet.")


@pytest.mark.parametrize("form", Form)
def test_with_a_form_chosen_the_grouping_makes_no_difference(form):
    portfolio = one(gear="werkt", canvas=Canvas(form=form, parties=[Participation(party="a")]))
    assert validate(portfolio, as_of=DAY) == validate(portfolio, as_of=DAY, reading=reading(ALTERNATIVE))


def test_a_corrected_letter_is_data():
    rows = tuple(
        attrs.evolve(each, needs=dict.fromkeys(Form, "optional"), undecided="optional")
        for each in reading().requirements
    )
    lenient = attrs.evolve(reading(), requirements=rows)
    assert validate(one(), as_of=DAY).questions
    assert validate(one(), as_of=DAY, reading=lenient).questions == ()


# The work grows with the portfolio, not faster


def made(collaborations, parties, goals):
    held = [
        Goal(id=f"g{n}", name=f"Doel {n}", kind="shared", indicators=[Indicator(name="km")])
        for n in range(goals)
    ]
    joined = [Participation(party=f"o{n}", contributions=[Contribution(kind="geld")]) for n in range(parties)]
    canvas = Canvas(form="shared-goal", goals=[goal.id for goal in held], parties=joined, motivation="samen")
    return Portfolio(
        organizations=[
            Organization(id=f"o{n}", name=f"Organisatie {n}") for n in range(max(parties, collaborations))
        ],
        goals=held,
        collaborations=[
            Collaboration(id=f"c{n}", name=f"Polder {n}", gear="werkt", canvas=canvas)
            for n in range(collaborations)
        ],
    )


def calls(portfolio):
    """Return how many functions are called to judge a portfolio."""
    counted = Counter()

    def count(frame, event, argument):
        counted[event] += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        validate(portfolio, as_of=DAY)
    finally:
        sys.setprofile(before)
    return counted["call"] + counted["c_call"]


@pytest.mark.parametrize("growing", ["collaborations", "parties", "goals"])
def test_twice_the_size_takes_at_most_twice_the_work(growing):
    size = {"collaborations": 2, "parties": 2, "goals": 2} | {growing: 12}
    twice = size | {growing: 24}
    calls(made(**twice))  # what is remembered once is remembered now
    assert calls(made(**twice)) <= 2.1 * calls(made(**size))
