"""The invented portfolios: complete where they say so, flawed where they say so, and never taken for real."""

import datetime
import json
from collections import defaultdict

import attrs
import pytest

from samenwerking.io import example, example_bytes, example_names, read, to_json
from samenwerking.model import inspect, private_paths, topic
from samenwerking.report import Report
from samenwerking.rules import agenda, diagnose, validate
from samenwerking.rules.digest import agreed_by_now, digest
from samenwerking.vocabulary import CanvasTopic, Form, Gear, Outcome, reading

DAY = datetime.date(2026, 11, 24)
COMPLETE = tuple(str(form) for form in Form)
INVENTED = (*COMPLETE, "draft", "flawed")
EXPECTED = "x-verwacht"


def one(name):
    """Return a portfolio that ships with the library and its one collaboration."""
    portfolio = example(name)
    (collaboration,) = portfolio.collaborations
    return portfolio, collaboration


def judged(name):
    return validate(example(name), as_of=DAY)


# All that is invented


def test_everything_but_the_real_portfolio_is_invented():
    assert set(example_names()) == {*INVENTED, "deltaplan"}


@pytest.mark.parametrize("name", INVENTED)
def test_it_says_that_it_is_invented(name):
    portfolio = example(name)
    assert portfolio.title.startswith("Voorbeeld") and "verzonnen" in portfolio.title
    for place in portfolio.locations():
        assert "verzonnen" in place.record.note.casefold(), place.record.id
        # nothing invented rests on a source
        assert place.record.sources == () and place.record.confirmed is None


@pytest.mark.parametrize("name", INVENTED)
def test_nothing_invented_goes_by_a_real_name(name):
    def names(portfolio):
        records = (*portfolio.organizations, *portfolio.areas, *portfolio.collaborations)
        return {text.casefold() for r in records for text in (r.name, *getattr(r, "aliases", ())) if text}

    assert not names(example(name)) & names(example("deltaplan"))


@pytest.mark.parametrize("name", INVENTED)
def test_it_holds_nothing_private_and_names_no_person(name):
    portfolio = example(name)
    assert list(private_paths(portfolio)) == []
    persons = [o for o in portfolio.organizations if o.kind.value == "person"]
    assert all(person.name == "" and person.aliases == () and person.part_of for person in persons)
    assert bool(persons) is (name != "draft")


@pytest.mark.parametrize("name", INVENTED)
def test_the_file_is_as_the_library_writes_it(name):
    text = example_bytes(name).decode("utf-8")
    assert to_json(example(name)) == text
    portfolio, _ = read(example_bytes(name))
    assert to_json(portfolio) == text


@pytest.mark.parametrize("name", INVENTED)
def test_every_record_is_used(name):
    portfolio = example(name)
    for place in portfolio.locations():
        if place.kind.name not in ("collaboration", "partner", "supporter"):
            assert portfolio.referrers(place.record.id), place.record.id


@pytest.mark.parametrize("name", INVENTED)
def test_dutch_by_the_rules_of_the_house(name):
    text = example_bytes(name).decode("utf-8").casefold()
    for avoided in ("vastlegging", "(en)", "stakeholderanalyse", "  \n"):
        assert avoided not in text


# The five complete ones


@pytest.mark.parametrize("name", COMPLETE)
def test_one_of_each_form(name):
    portfolio, collaboration = one(name)
    assert collaboration.canvas.form == name
    assert collaboration.canvas.type is None
    assert collaboration.period.ended(DAY) is not True
    assert len(portfolio) > 8


def test_all_are_in_the_last_gear_so_that_every_rule_has_its_say():
    assert {one(name)[1].gear for name in COMPLETE} == {Gear.LEVERT}


@pytest.mark.parametrize("name", COMPLETE)
def test_it_is_clean(name):
    report = judged(name)
    assert [(f.code, f.message("nl")) for f in report] == []
    counted = report.outcomes
    assert (
        counted.get(Outcome.FAILED, 0) == counted.get(Outcome.OPEN, 0) == counted.get(Outcome.LATER, 0) == 0
    )
    assert counted[Outcome.PASSED] > 80
    # what cannot be told is private, or rests on something that an ordinary canvas leaves out
    assert report.coverage is not None and report.coverage > 0.95


@pytest.mark.parametrize("name", COMPLETE)
def test_it_stays_clean_for_a_while(name):
    """Whoever runs the examples some weeks later sees the same."""
    assert validate(example(name), as_of=DAY + datetime.timedelta(weeks=4)).ok


@pytest.mark.parametrize("name", COMPLETE)
def test_everyone_agreed_to_what_stands_there(name):
    portfolio, collaboration = one(name)
    last = collaboration.canvas.agreements[-1]
    assert last.digest == digest(portfolio, collaboration) != ""
    agreed, changed_since = agreed_by_now(portfolio, collaboration)
    assert changed_since is None
    assert agreed == set(portfolio.parties_of(collaboration))


@pytest.mark.parametrize("name", COMPLETE)
def test_a_change_of_the_canvas_shows(name):
    portfolio, collaboration = one(name)
    only = [collaboration.canvas.agreements[-1]]
    changed = portfolio.evolve(
        collaboration.id, canvas__agreements=only, canvas__motivation="Iets heel anders."
    )
    assert "KLO232" in {f.code for f in validate(changed, as_of=DAY)}


@pytest.mark.parametrize("name", COMPLETE)
def test_it_went_through_the_gears_one_by_one(name):
    portfolio, collaboration = one(name)
    found = diagnose(portfolio, collaboration.id, as_of=DAY)
    shifts = [d for d in found.history if d.kind.value == "shift-up"]
    gears = list(Gear)[1 : found.gear.order]
    assert [d.gear for d in shifts] == gears
    assert all(d.on and d.outcome and d.parties for d in shifts)
    days = [d.on.first for d in found.history if d.on]
    assert days == sorted(days)
    assert found.questions == () and agenda(found) == ()
    assert all(state.findings == () for state in found.states)


@pytest.mark.parametrize("name", COMPLETE)
def test_every_party_brings_takes_and_thought_of_its_alternative(name):
    _, collaboration = one(name)
    left = {entry.path for entry in collaboration.canvas.left_empty}
    assert len(collaboration.canvas.parties) >= 2
    for party in collaboration.canvas.parties:
        assert party.role and party.contributions and party.benefits
        assert party.alternative.considered and party.alternative.on
        assert party.interests_discussed
        assert party.perceived_form == name
        for contribution in party.contributions:
            assert contribution.kind and contribution.amount and contribution.unit and contribution.serves
        if collaboration.canvas.form not in ("network-preferred", "network-platform"):
            assert party.signature and party.signature.authorized and party.signature.on
            assert party.risks or f"parties[{party.party}].risks" in left


@pytest.mark.parametrize("name", COMPLETE)
def test_every_party_stands_where_the_form_lies(name):
    region = reading().region(name)
    for party in one(name)[1].canvas.parties:
        assert region.contains(party.position.binding, party.position.control)


@pytest.mark.parametrize("name", COMPLETE)
def test_mandates_phases_and_decisions_fit_the_form(name):
    portfolio, collaboration = one(name)
    setup = collaboration.canvas.setup
    assert str(setup.decision_rule) in reading().fits("decision-rule", name)
    assert setup.conflict_procedure is not None
    assert {str(step) for step in setup.conflict_procedure.steps} <= set(
        reading().fits("conflict-step", name)
    )
    assert {o.kind for o in setup.obligations} <= set(reading().obligation_kinds(name))
    for party in collaboration.canvas.parties:
        for representative in party.representatives:
            assert portfolio[representative.person].part_of == party.party
            assert representative.time and representative.mandate and representative.mandate.valid_until
            assert not representative.mandate.valid_until.before(DAY)
    for phase in collaboration.canvas.resources.phases:
        amounts = sum(f.amount or f.share * phase.budget for f in phase.funding)
        assert amounts >= phase.budget
        assert {str(f.status) for f in phase.funding} <= {"pledged", "received"}
    for task in setup.tasks:
        assert task.responsible and len(task.accountable) == 1


@pytest.mark.parametrize("topic_", CanvasTopic)
@pytest.mark.parametrize("name", COMPLETE)
def test_all_nine_topics_say_something(name, topic_):
    portfolio, collaboration = one(name)
    entries = topic(portfolio, collaboration.id, topic_)
    assert any(entry.filled for entry in entries)


def test_the_complete_ones_form_one_invented_world():
    """An id that two of them share stands for the same."""
    known = {}
    for name in COMPLETE:
        for place in example(name).locations():
            if place.kind.name in ("organization", "area"):
                record = known.setdefault(place.record.id, place.record)
                assert attrs.evolve(record, part_of=None) == attrs.evolve(place.record, part_of=None)


def test_the_coalition_keeps_standing_in_one_place():
    portfolio, collaboration = one("network-preferred")
    assert portfolio.coalition == collaboration.id
    standing = {record.party for record in (*portfolio.partners, *portfolio.supporters)}
    # partners are not repeated as parties
    assert not standing & set(portfolio.parties_of(collaboration))
    counts = {count.what: count.number for count in collaboration.counts}
    assert counts == {"partners": len(portfolio.partners), "supporters": len(portfolio.supporters)}
    for partner in portfolio.partners:
        assert partner.endorses and partner.policy_goal
        assert all(commitment.themes and commitment.reports for commitment in partner.commitments)


def test_own_codes_are_shown():
    portfolio = example("shared-goal")
    assert {(code.list.value, code.code) for code in portfolio.codes} == {
        ("habitat", "kruidenrijke-rand"),
        ("pressure-factor", "versnippering"),
    }


# The flawed one


def announced(portfolio):
    """Return what every record says that is wrong with it."""
    return {
        p.record.id: set(p.record.extra[EXPECTED])
        for p in portfolio.locations()
        if EXPECTED in p.record.extra
    }


def found(report: Report):
    codes = defaultdict(set)
    for finding in report:
        codes[finding.subject].add(finding.code)
    return dict(codes)


def test_the_flawed_one_gives_exactly_what_it_promises():
    portfolio = example("flawed")
    assert found(validate(portfolio, as_of=DAY)) == announced(portfolio)


def test_its_flaws_are_of_every_gear_and_weight():
    report = judged("flawed")
    assert {finding.gear for finding in report} == {None, *Gear}
    assert {finding.severity.value for finding in report} == {"error", "warning"}
    assert len({finding.code for finding in report}) >= 10
    assert len(report.questions) == 1
    assert not report.ok
    for finding in report:
        assert finding.message("nl") != finding.message("en")
        assert finding.pointer


def test_references_and_codes_are_among_them():
    codes = {finding.code for finding in inspect(example("flawed"))}
    assert codes == {"SAM201", "SAM204"}


@pytest.mark.parametrize("code", sorted(set().union(*announced(example("flawed")).values())))
def test_each_flaw_is_announced_where_it_stands(code):
    subjects = [subject for subject, codes in announced(example("flawed")).items() if code in codes]
    assert len(subjects) == 1


def test_without_its_flaws_it_would_be_the_complete_one():
    plain, flawed = json.loads(example_bytes("shared-goal")), json.loads(example_bytes("flawed"))
    assert plain["organizations"] == flawed["organizations"]
    assert [goal["id"] for goal in plain["goals"]] == [goal["id"] for goal in flawed["goals"]]
