"""The rows of the reading: what is empty is first a question, later a finding, and never asked of who left."""

import datetime
from functools import cache

import attrs
import pytest
from hypothesis import given, settings, strategies as st

from samenwerking.io import to_dict, to_json
from samenwerking.model import (
    Alternative,
    Canvas,
    Collaboration,
    Communication,
    Contribution,
    EndResult,
    Funding,
    Goal,
    GoalLink,
    Indicator,
    LeftEmpty,
    Maintenance,
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
    check_identifiers,
    inspect,
    without_private,
)
from samenwerking.model.plan import plan_by_name
from samenwerking.rules import RuleContext, catalog, is_described, validate
from samenwerking.rules.requirements import REMAINDER, judge, past, row_findings
from samenwerking.testing import portfolios
from samenwerking.vocabulary import (
    CanvasTopic,
    FindingKind,
    Form,
    Gear,
    Need,
    Outcome,
    Severity,
    field_label,
    reading,
)

DAY = datetime.date(2026, 11, 24)
READING = reading()
ROWS = READING.requirements
FORMS = (*Form, None)
SEVERITY = {Need.REQUIRED: Severity.ERROR, Need.EXPECTED: Severity.WARNING}
# What cannot be empty: a collaboration has a name, and with a form its type is known.
NEVER_EMPTY = {"name"}
ANSWERED_BY_FORM = {"type", "form"}


def organizations(*ids):
    return [Organization(id=id_, name=f"Stichting {id_.upper()}") for id_ in ids]


def held(canvas, goals=(), ids="abcde", **more):
    """Return the context of one collaboration in a portfolio of its own."""
    collaboration = Collaboration(id="x", name="Polder X", canvas=canvas, **more)
    portfolio = Portfolio(
        organizations=[*organizations(*ids), Organization(id="p", name="Jo Jansen", kind="person")],
        goals=goals,
        collaborations=[collaboration],
    )
    return RuleContext(portfolio=portfolio, collaboration=collaboration, reading=READING, as_of=DAY)


def row(path):
    return next(each for each in ROWS if each.path == path)


def told(context, *paths):
    """Return what is asked or found by some rows."""
    return [f for _, f in row_findings(context, [judge(context, row(path)) for path in paths])]


KINDS = ("shared", "shared", "deliverable", "own", "context")


@cache
def bare(nested, funded=False):
    """Return a canvas and goals in which every list that a row passes through has items and nothing more."""
    phase = Phase(name="pilot", funding=[Funding(funder="a")] if funded else ())
    inner = {"indicators": [Indicator(name="lengte")]} if nested else {}
    goals = tuple(Goal(id=f"g{n}", name=f"Doel {n}", kind=kind, **inner) for n, kind in enumerate(KINDS))
    party = {}
    if nested:
        party = {
            "contributions": [Contribution(kind="geld")],
            "representatives": [Representative(person="p")],
        }
    canvas = Canvas(
        goals=[goal.id for goal in goals],
        parties=[Participation(party=id_, **party) for id_ in "ab"],
        resources=Resources(phases=[phase]) if nested else Resources(),
        end_result=EndResult(maintenance=[Maintenance(result="houtwal")]) if nested else EndResult(),
    )
    return canvas, goals


def empty_at(path, form, gear, **more):
    """Return a collaboration where nothing stands at a path, though everything it passes through is there."""
    if path in ("goals", "parties", "purpose"):
        return held(Canvas(form=form), gear=gear, **more)
    lists = {part.removesuffix("[]") for part in path.split(".") if part.endswith("[]")}
    canvas, goals = bare(bool(lists - {"goals", "parties"}), "funding" in lists)
    return held(attrs.evolve(canvas, form=form), goals, gear=gear, **more)


def expected(each, form, gear):
    need = READING.need(each, form)
    if need not in SEVERITY or each.path.startswith("portfolio."):
        return Outcome.NOT_APPLICABLE
    if each.path in NEVER_EMPTY or (form and each.path in ANSWERED_BY_FORM):
        return Outcome.PASSED
    if gear.order > each.blocks_at.order:
        return Outcome.FAILED
    return Outcome.OPEN if gear.order >= each.ask_from.order else Outcome.LATER


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("each", ROWS, ids=lambda each: each.path)
def test_what_is_empty_is_later_then_open_then_failed(each, form):
    for gear in Gear:
        context = empty_at(each.path, form, gear)
        result = judge(context, each)
        assert result.outcome is expected(each, form, gear), gear
        assert (result.row, result.need) == (each, READING.need(each, form))
        assert bool(result.empty) == (result.outcome in (Outcome.LATER, Outcome.OPEN, Outcome.FAILED))
        found = [f for _, f in row_findings(context, [result])]
        assert len(found) == (result.outcome in (Outcome.OPEN, Outcome.FAILED))
        for finding in found:
            asked = result.outcome is Outcome.OPEN
            assert finding.kind is (FindingKind.QUESTION if asked else FindingKind.FINDING)
            assert finding.severity is SEVERITY[READING.need(each, form)]
            assert (finding.code, finding.asks, finding.gear) == (each.code, each.asks, each.ask_from)
            assert finding.field == each.path
            assert "{" not in finding.message("nl") + finding.message("en")
            assert finding.message("nl") != finding.message("en")
            assert "''" not in finding.message("nl")


@pytest.mark.parametrize("each", ROWS, ids=lambda each: each.path)
def test_past_the_last_gear_everything_that_is_needed_counts(each):
    over, unknown = Period(start="2020", end="2025"), Period(start="2020")
    for form in Form:
        need = READING.need(each, form)
        late = judge(empty_at(each.path, form, Gear.LEVERT, period=over), each)
        still = judge(empty_at(each.path, form, Gear.LEVERT, period=unknown), each)
        if not late.empty:
            continue
        assert (late.outcome, late.severity) == (Outcome.FAILED, SEVERITY[need])
        assert (still.outcome is Outcome.OPEN) == (each.blocks_at is Gear.LEVERT)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("each", ROWS, ids=lambda each: each.path)
def test_what_is_left_empty_on_purpose_is_judged_and_not_asked(each, form):
    context = empty_at(each.path, form, Gear.LEVERT)
    before = judge(context, each)
    if not before.empty:
        return
    entries = [LeftEmpty(path=place.path, reason="bewust") for place in before.empty]
    canvas = attrs.evolve(context.collaboration.canvas, left_empty=tuple(entries))
    after = judge(held(canvas, context.portfolio.goals, gear="levert"), each)
    wrong = each.if_none.get(form) if form else None
    assert after.outcome is (Outcome.FAILED if wrong else Outcome.PASSED)
    assert (after.empty, len(after.left)) == ((), len(before.empty) if wrong else 0)


def test_the_shared_goal_form_asks_a_share_in_the_risk_of_everyone():
    parties = [
        Participation(party="a"),
        Participation(party="b"),
        Participation(party="c", risks=[Risk(text="regen")]),
    ]
    left = [LeftEmpty(path="parties[a].risks", reason="alleen uitvoerder")]
    context = held(Canvas(form="shared-goal", parties=parties, left_empty=left), gear="kan")
    none, question = told(context, "parties[].risks")
    assert (none.kind, none.severity) == (FindingKind.FINDING, Severity.ERROR)
    assert none.message("nl") == "Welk risico ligt er bij Stichting A zelf?"
    assert none.pointer == "/collaborations/0/canvas/parties/0/risks"
    # and who did not answer yet is still asked
    assert (question.kind, question.severity) == (FindingKind.QUESTION, Severity.WARNING)
    assert question.message("nl") == "Welk risico ligt er bij Stichting B zelf?"
    deep = attrs.evolve(context.collaboration.canvas, form="transaction-deep")
    assert told(held(deep, gear="kan"), "parties[].risks") == []


def test_left_empty_at_a_place_that_is_none_says_nothing_about_the_row():
    left = [LeftEmpty(path="geen.plek", reason="?"), LeftEmpty(path="parties[z].risks", reason="?")]
    context = held(
        Canvas(form="shared-goal", parties=[Participation(party="a")], left_empty=left), gear="kan"
    )
    assert judge(context, row("parties[].risks")).outcome is Outcome.OPEN


@pytest.mark.parametrize("each", [each for each in ROWS if each.or_paths], ids=lambda each: each.path)
def test_another_path_answers_the_same_question(each):
    assert len(set(each.or_paths)) == len(each.or_paths)
    answers = {
        "period.open_end": {"period": Period(start="2020", open_end=True)},
        "goals": {"canvas__goals": ["g0"]},
        "goals[].policies": {"goal": {"policies": ["Kaderrichtlijn Water"]}},
        "goals[].processes": {"goal": {"processes": ["gebiedsproces"]}},
        "goals[].domains": {"goal": {"domains": ["water"]}},
        "goals[].themes": {"goal": {"themes": ["monitoring"]}},
        "goals[].priorities": {"goal": {"priorities": ["toolbox"]}},
        "goals[].pressure_factors": {"goal": {"pressure_factors": ["droogte"]}},
        "goals[].habitats": {"goal": {"habitats": ["rand"]}},
        "parties[].own_goals": {"party": {"own_goals": ["g0"]}},
        "parties[].interests": {"party": {"interests": ["rust"]}},
        "form": {"canvas__form": "shared-goal"},
        "setup.legal_form": {"canvas__setup": Setup(legal_form="geen")},
    }
    form = None if each.path in ("type", "purpose") else "shared-goal"
    for path in each.or_paths:
        context = empty_at(each.path, form, Gear.KLOPT)
        portfolio, answer = context.portfolio, dict(answers[path])
        changed_goal, changed_party = answer.pop("goal", None), answer.pop("party", None)
        if changed_goal:
            portfolio = portfolio.evolve("g0", **changed_goal)
        if changed_party:
            first, second = context.collaboration.canvas.parties
            answer["canvas__parties"] = [attrs.evolve(first, **changed_party), second]
        portfolio = portfolio.evolve("x", **answer) if answer else portfolio
        after = attrs.evolve(context, portfolio=portfolio, collaboration=portfolio["x"])
        before, left = judge(context, each).empty, judge(after, each).empty
        # it answers for the item that it stands with, and for no other
        assert len(before) - len(left) == 1, path
        assert not left or ("g1" in left[0].path or "parties[b]" in left[0].path)


def test_an_end_that_is_not_known_is_asked_and_an_open_end_is_not():
    for period, outcome in [
        (Period(start="2020"), Outcome.OPEN),
        (Period(start="2020", end="2030"), Outcome.PASSED),
        (Period(start="2020", open_end=True), Outcome.PASSED),
    ]:
        context = held(Canvas(form="shared-goal"), gear="kan", period=period)
        assert judge(context, row("period.end")).outcome is outcome


def test_no_is_an_answer():
    parties = [Participation(party="a", alternative=Alternative(considered=False)), Participation(party="b")]
    context = held(Canvas(form="shared-goal", parties=parties), gear="kan")
    assert [place.path for place in judge(context, row("parties[].alternative.considered")).empty] == [
        "parties[b].alternative.considered"
    ]


def test_a_row_is_asked_of_the_kinds_of_goal_that_it_names():
    context = empty_at("goals[].indicators", "shared-goal", Gear.KAN)
    names = [place.path for place in judge(context, row("goals[].indicators")).empty]
    assert names == [f"goals[g{n}].indicators" for n in (0, 1, 2)]
    (finding,) = told(context, "goals[].indicators")
    assert finding.message("nl").startswith(
        "Waaraan zien jullie straks dat dit is gehaald: Doel 0, Doel 1 en Doel 2?"
    )


def test_coherence_is_asked_from_two_goals_on():
    assert row("goals[].links").at_least == 2
    one = Goal(id="g", name="Randen", kind="shared")
    context = held(Canvas(form="shared-goal", goals=["g"]), [one], gear="kan")
    assert judge(context, row("goals[].links")).outcome is Outcome.NOT_APPLICABLE
    two = attrs.evolve(one, id="h", links=(GoalLink(goal="g", kind="supports"),))
    context = held(Canvas(form="shared-goal", goals=["g", "h"]), [one, two], gear="kan")
    assert [place.path for place in judge(context, row("goals[].links")).empty] == ["goals[g].links"]


@pytest.mark.parametrize("each", ROWS, ids=lambda each: each.path)
def test_with_the_type_known_and_the_form_open_the_weakest_letter_counts(each):
    for type_ in READING.types:
        context = empty_at(each.path, None, Gear.LEVERT)
        canvas = attrs.evolve(context.collaboration.canvas, type=type_)
        need = judge(
            attrs.evolve(context, collaboration=attrs.evolve(context.collaboration, canvas=canvas)), each
        ).need
        letters = [list(Need).index(each.needs[form]) for form in READING.forms_of(type_)]
        assert list(Need).index(need) == max(letters)


def test_the_form_is_asked_once_the_type_is_known():
    def asked(**canvas):
        return [f.message("nl") for f in told(held(Canvas(**canvas), gear="klopt"), "type", "form")]

    assert asked() == ["Welk type is dit: transactie, gericht op een gezamenlijk doel of netwerk?"]
    assert asked(type="transaction") == ["Welke vorm is het?"]
    # with one form in the type there is nothing to choose
    assert asked(type="shared-goal") == asked(form="transaction-deep") == []


def test_rows_without_a_code_of_their_own_are_told_together_per_topic():
    context = held(Canvas(form="shared-goal", parties=[Participation(party="a")]), gear="klopt")
    results = [judge(context, each) for each in ROWS]
    together = [f for _, f in row_findings(context, results) if f.code == REMAINDER]
    topics = [(f.params["topic"].nl, f.kind, f.severity) for f in together]
    assert len(topics) == len(set(topics))
    header = next(f for f in together if f.kind is FindingKind.FINDING and f.severity is Severity.ERROR)
    assert header.message("nl") == "Nog open bij de kop van het canvas: begin en einde."
    assert header.message("en") == "Still open at the header of the canvas: start and end."
    setup = next(
        f
        for f in together
        if f.params["topic"] == CanvasTopic.SET_UP.labels and f.severity is Severity.WARNING
    )
    for name in ("bodies", "tasks", "publicity", "ownership_of_results"):
        assert field_label(name, "nl") in setup.message("nl")
    assert setup.hint("nl") is None
    # the others are told by themselves
    assert {f.field for _, f in row_findings(context, results) if f.code == "KLO238"} == {
        "setup.conflict_procedure"
    }


def test_no_question_is_asked_of_a_party_that_left():
    parties = [
        Participation(party="a"),
        Participation(party="b", period=Period(end="2025")),
        Participation(party="c", period=Period(end="2026-11")),  # not certainly over
        Participation(party="d", role="financier", period=Period(end="2025")),
        Participation(party="d", role="adviseur", contributions=[Contribution(kind="kennis")]),
    ]
    context = held(Canvas(form="shared-goal", parties=parties), gear="kan")
    empty = judge(context, row("parties[].contributions")).empty
    assert [(place.path, place.steps[2]) for place in empty] == [
        ("parties[a].contributions", 0),
        ("parties[c].contributions", 2),
    ]
    assert judge(context, row("parties")).outcome is Outcome.PASSED


def test_many_parties_are_named_together():
    def message(ids, language="nl", **more):
        parties = [Participation(party=id_) for id_ in ids]
        context = held(Canvas(form="shared-goal", parties=parties, **more), gear="kan")
        return told(context, "parties[].benefits")[0].message(language)

    assert message("abc") == "Wat levert dit op voor Stichting A, Stichting B en Stichting C?"
    assert message("abcd") == "Wat levert dit op voor elk van de 4 partijen?"
    assert "each of the 4 parties" in message("abcd", "en")
    left = [LeftEmpty(path="parties[e].benefits", reason="zij geven")]
    assert message("abcde", left_empty=left) == (
        "Wat levert dit op voor Stichting A, Stichting B, Stichting C en Stichting D?"
    )


def test_a_person_is_never_named():
    parties = [Participation(party="a", representatives=[Representative(person="p")])]
    context = held(Canvas(form="shared-goal", parties=parties), gear="werkt")
    (time,) = told(context, "parties[].representatives[].time")
    assert time.message("nl") == "Hoeveel tijd is er hiervoor bij p?"
    (mandate,) = told(context, "parties[].representatives[].mandate")
    assert mandate.message("nl") == "Waarover gaat het mandaat van p namens Stichting A?"


@pytest.mark.parametrize(
    ("communication", "left", "outcome"),
    [
        (None, (), Outcome.OPEN),
        (Communication(), (), Outcome.OPEN),
        (Communication(channels=["veldbezoek"]), (), Outcome.OPEN),
        (Communication(rhythm="maandelijks"), (), Outcome.PASSED),
        (None, ("resources.communication",), Outcome.PASSED),
        (Communication(channels=["veldbezoek"]), ("resources.communication.rhythm",), Outcome.PASSED),
    ],
)
def test_what_belongs_to_a_record_that_is_not_there_is_asked_all_the_same(communication, left, outcome):
    canvas = Canvas(
        form="shared-goal",
        resources=Resources(communication=communication),
        left_empty=[LeftEmpty(path=path, reason="bewust") for path in left],
    )
    context = held(canvas, gear="werkt")
    assert judge(context, row("resources.communication.rhythm")).outcome is outcome
    assert inspect(context.portfolio).ok


def test_a_partner_is_asked_in_the_profile_of_the_coalition_only():
    each = row("portfolio.partners[].commitments[].reports")
    context = held(Canvas(form="network-preferred"), gear="levert")
    for asked in (each, attrs.evolve(each, needs=dict.fromkeys(Form, Need.REQUIRED))):
        assert judge(context, asked).outcome is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("gear", "period", "expected"),
    [
        (None, Period(), {}),
        ("klopt", Period(), {Gear.KAN}),
        ("levert", Period(end="2026-11-24"), {Gear.KAN, Gear.KLOPT, Gear.WERKT}),
        ("levert", Period(end="2026-11-23"), set(Gear)),
        ("werkt", Period(end="2020"), {Gear.KAN, Gear.KLOPT}),
    ],
)
def test_past_a_gear_is_in_a_later_one(gear, period, expected):
    context = held(Canvas(), gear=gear, period=period)
    assert {each for each in Gear if past(context, each)} == set(expected)


def test_only_a_needed_answer_in_the_present_gear_blocks():
    context = empty_at("end_result.description", "shared-goal", Gear.KLOPT)
    result = judge(context, row("end_result.description"))
    assert (result.outcome, result.severity) == (Outcome.OPEN, Severity.ERROR)
    assert [gear for gear in Gear if result.blocks(gear)] == [Gear.WERKT]  # asked from klopt, needed at werkt
    expected_only = judge(context, row("end_result.exit_plan"))
    assert (expected_only.outcome, expected_only.severity) == (Outcome.OPEN, Severity.WARNING)
    assert not any(expected_only.blocks(gear) for gear in Gear)
    assert judge(context, row("quality.learning")).severity is Severity.NOTE  # never asked


# Laws over whatever a portfolio can hold.


def resolves(data, pointer):
    """Say whether a pointer names a place in a document, a place where nothing stands included."""
    cls = Portfolio
    for step in pointer.split("/")[1:]:
        if isinstance(data, list):
            data = data[int(step)]
            continue
        if cls not in (str, int) and not step.startswith("x-"):
            field = plan_by_name(cls)[step]
            cls = field.item
        data = (data or {}).get(step)
    return True


@settings(max_examples=60, deadline=None)
@given(portfolios(broken_references=True), st.dates(datetime.date(2015, 1, 1), datetime.date(2035, 1, 1)))
def test_whatever_a_portfolio_holds_can_be_judged_and_told(portfolio, day):
    report = validate(portfolio, as_of=day)
    assert report == validate(portfolio, as_of=day)
    assert [f.code for f in report if f.code == "SAM001"] == []
    data = to_dict(portfolio, private="include")
    for finding in report:
        for language in ("nl", "en"):
            assert finding.message(language).strip()
            assert finding.hint(language) is None or finding.hint(language).strip()
        assert resolves(data, finding.pointer), finding.pointer
        assert finding.subject is None or finding.subject in portfolio
    assert report.text("nl") and report.text("en")


@settings(max_examples=60, deadline=None)
@given(portfolios())
def test_every_row_and_rule_has_one_outcome(portfolio):
    described = sum(is_described(each, DAY) for each in portfolio.collaborations)
    judged = len(portfolio.collaborations) - described
    seen = without_private(portfolio)
    before = inspect(seen) + check_identifiers(seen)
    counted = sum(validate(portfolio, as_of=DAY).outcomes.values()) - sum(before.outcomes.values())
    codes = [*(row.code for row in ROWS), *catalog()]
    ordinary = [code for code in codes if not reading().rules[code].profiles]
    assert counted == judged * len(ordinary) + described


@settings(max_examples=30, deadline=None)
@given(portfolios())
def test_judging_changes_nothing(portfolio):
    before = to_json(portfolio, private="include")
    validate(portfolio, as_of=DAY)
    assert to_json(portfolio, private="include") == before


@settings(max_examples=30, deadline=None)
@given(portfolios())
def test_private_content_changes_no_question_but_the_one_on_interests(portfolio):
    """Whoever sees the findings of a file with private content learns nothing that the shared file hides."""

    def seen(each):
        found = validate(each, as_of=DAY).items
        return [f.fingerprint for f in found if f.code not in ("KAN108", "SAM201", "SAM202", "SAM204")]

    assert seen(portfolio) == seen(without_private(portfolio))


def test_a_source_makes_a_collaboration_described():
    described = Collaboration(
        id="x", name="X", sources=[Source(title="krant")], canvas=Canvas(realization=Realization())
    )
    assert is_described(described, DAY)
