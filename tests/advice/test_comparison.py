"""What changes on the canvas if the other form is chosen."""

import json

import attrs
import pytest
from advice_cases import CLEAN, OTHER, changed, made, owes, portfolios, shuffled
from hypothesis import given, strategies as st

from samenwerking.advice import compare_forms
from samenwerking.io import example
from samenwerking.model import ConflictProcedure, Goal, LeftEmpty, Participation, Risk, topic
from samenwerking.vocabulary import Form, Need, Severity, reading
from samenwerking.vocabulary.data import load

FORMS = st.sampled_from(Form)


def mirrored(comparison):
    """Return a comparison seen from the other side."""

    def turned(each):
        return attrs.evolve(each, before=each.after, after=each.before)

    return attrs.evolve(
        comparison,
        before=comparison.after,
        after=comparison.before,
        rows=tuple(map(turned, comparison.rows)),
        rules=tuple(map(turned, comparison.rules)),
        misfits=tuple(map(turned, comparison.misfits)),
    )


def row(comparison, path):
    return next(each for each in comparison.rows if each.requirement.path == path)


# Laws


@given(portfolios(), FORMS, FORMS)
def test_the_other_way_round_is_the_mirror(portfolio, a, b):
    assert mirrored(compare_forms(portfolio, "x", a, b)) == compare_forms(portfolio, "x", b, a)


@given(portfolios(), FORMS)
def test_a_form_beside_itself_changes_nothing(portfolio, form):
    comparison = compare_forms(portfolio, "x", form, form)
    assert (comparison.rows, comparison.rules, comparison.misfits) == ((), (), ())
    assert comparison.text("nl").endswith("Er verandert niets.")


@given(portfolios(), FORMS, FORMS, st.integers(0, 99))
def test_order_makes_no_difference(portfolio, a, b, seed):
    one, other = compare_forms(portfolio, "x", a, b), compare_forms(shuffled(portfolio, seed), "x", a, b)
    assert one == other
    assert one.text("nl") == other.text("nl")


@given(portfolios(), FORMS, FORMS, FORMS)
def test_the_form_that_was_chosen_makes_no_difference(portfolio, a, b, chosen):
    one = compare_forms(portfolio, "x", a, b)
    other = compare_forms(changed(portfolio, canvas__form=chosen), "x", a, b)
    assert (one.rules, one.misfits) == (other.rules, other.misfits)
    choice = ("form", "type")  # only whether it is there differs
    assert [row for row in one.rows if row.requirement.path not in choice] == [
        row for row in other.rows if row.requirement.path not in choice
    ]
    assert one.text("nl") == other.text("nl")


@given(FORMS, FORMS, FORMS)
def test_changes_add_up(a, b, c):
    """From a to c is from a to b and on to c, but for what comes back to where it was."""
    portfolio = example("draft")
    id_ = portfolio.collaborations[0].id

    def steps(one, other):
        found = compare_forms(portfolio, id_, one, other)
        return {each.requirement.path: (each.before, each.after) for each in found.rows} | {
            each.code: (each.before, each.after) for each in found.rules
        }

    first, second, whole = steps(a, b), steps(b, c), steps(a, c)
    joined = {}
    for key in first.keys() | second.keys():
        start, end = first.get(key, second.get(key))[0], second.get(key, first.get(key))[1]
        if start is not end:
            joined[key] = (start, end)
    assert joined == whole


@pytest.mark.parametrize("a", Form)
@pytest.mark.parametrize("b", Form)
def test_every_row_and_rule_that_differs_is_there_and_no_other(a, b):
    comparison = compare_forms(example("draft"), "voorbeeldpolder", a, b)
    table = reading()
    assert {each.requirement.path: (each.before, each.after) for each in comparison.rows} == {
        each.path: (each.needs[a], each.needs[b])
        for each in table.requirements
        if each.needs[a] != each.needs[b]
    }
    assert {each.code: (each.before, each.after) for each in comparison.rules} == {
        code: (table.severity(code, a), table.severity(code, b))
        for code in table.rules
        if table.severity(code, a) != table.severity(code, b)
    }


@pytest.mark.parametrize("name", [*CLEAN.values(), "draft", "flawed"])
@pytest.mark.parametrize(
    "pair", [("shared-goal", "network-platform"), ("transaction-distant", "transaction-deep")]
)
def test_what_is_there_now_agrees_with_the_canvas(name, pair):
    """Beside the topics of the canvas, which look at the same places in their own way."""
    portfolio = example(name)
    id_ = portfolio.collaborations[0].id
    for each in compare_forms(portfolio, id_, *pair).rows:
        requirement = each.requirement
        if requirement.topic is None or not each.places:
            continue
        entries = topic(portfolio, id_, requirement.topic)
        entry = next(entry for entry in entries if entry.requirement.path == requirement.path)
        if each.filled and not portfolio[id_].canvas.left_empty:
            assert entry.filled, requirement.path
        if not entry.filled:
            assert len(each.empty) > 0 or portfolio[id_].canvas.left_empty, requirement.path


# Facts


def test_a_fact_is_there_for_all_for_some_or_for_none():
    with_risk = Participation(party="a", risks=[Risk(text="droogte")])
    pair = ("transaction-distant", "shared-goal")
    found = row(compare_forms(made(with_risk, "b"), "x", *pair), "parties[].risks")
    assert (found.before, found.after) == (Need.NOT_APPLICABLE, Need.EXPECTED)
    assert (found.places, found.empty, found.filled) == (2, ("parties[b].risks",), False)
    assert row(compare_forms(made(with_risk), "x", *pair), "parties[].risks").filled is True
    assert row(compare_forms(made(), "x", *pair), "parties[].risks").filled is None


def test_what_is_empty_on_purpose_is_not_open():
    left = [LeftEmpty(path="parties[a].risks", reason="alleen uitvoerder")]
    comparison = compare_forms(made("a", left_empty=left), "x", "transaction-deep", "shared-goal")
    assert row(comparison, "parties[].risks").filled is True
    # but the type aimed at a shared goal does not leave room for it
    (misfit,) = comparison.misfits
    assert (misfit.path, misfit.before, misfit.after) == ("parties[a].risks", True, False)
    assert misfit.text.nl == "bewust leeg gelaten: risico's (Waterschap A)"


def test_another_place_that_answers_the_same_question_counts():
    open_end = made("a", period=made("a")["x"].period)
    pair = ("shared-goal", "network-platform")
    assert row(compare_forms(open_end, "x", *pair), "period.end").filled is False
    assert (
        row(compare_forms(changed(open_end, period__open_end=True), "x", *pair), "period.end").filled is True
    )


def test_another_place_counts_for_the_same_item_only():
    goals = (
        Goal(id="g", name="G", kind="shared", domains=["landbouw"]),
        Goal(id="h", name="H", kind="shared"),
        Goal(id="i", name="I", kind="context"),
    )
    found = row(
        compare_forms(made("a", goals=goals), "x", "transaction-deep", "shared-goal"), "goals[].areas"
    )
    assert (found.places, found.empty) == (2, ("goals[h].areas",))


def test_links_are_asked_from_two_goals_on():
    goals = (Goal(id="g", name="G", kind="shared"), Goal(id="h", name="H", kind="shared"))
    pair = ("transaction-deep", "shared-goal")
    assert row(compare_forms(made("a", goals=goals[:1]), "x", *pair), "goals[].links").places == 0
    assert row(compare_forms(made("a", goals=goals), "x", *pair), "goals[].links").places == 2


def test_private_content_does_not_count_as_there():
    secret = Participation(party="a", interests=["GEHEIM"])
    comparison = compare_forms(made(secret), "x", "network-preferred", "shared-goal")
    assert row(comparison, "parties[].interests_discussed").empty == ("parties[a].interests_discussed",)
    assert "GEHEIM" not in repr(comparison) + comparison.text("nl") + comparison.text("en")


# What no longer fits


def test_what_no_longer_fits():
    portfolio = made(
        "a",
        "b",
        obligations=[
            owes("a", text="maait"),
            owes("a", kind="payment", text="betaalt"),
            owes("b", kind="reporting", text="vertelt"),
            owes("b", text="wet", legal_duty=True),
        ],
        decision_rule="unanimity",
        conflict_procedure=ConflictProcedure(steps=["internal", "court"]),
    )
    comparison = compare_forms(portfolio, "x", "shared-goal", "network-platform")
    assert [(each.text.nl, each.before, each.after) for each in comparison.misfits] == [
        ("geschilafspraak: rechter", True, False),
        ("besluitregel: unaniem", True, False),
        ("verplichting 'maait' (prestatie)", True, False),
        ("verplichting 'vertelt' (verslag)", True, False),
    ]
    preferred = compare_forms(portfolio, "x", "network-preferred", "network-platform")
    assert [each.text.nl for each in preferred.misfits] == ["verplichting 'vertelt' (verslag)"]
    back = compare_forms(portfolio, "x", "network-platform", "shared-goal").text("nl")
    assert "Wat er nu staat en dan wel past\n- geschilafspraak: rechter" in back


def test_a_whole_place_that_may_not_be_empty_is_named_without_an_item():
    rows = json.loads(json.dumps(load("reading")["requirements"]))
    for each in rows:
        if each["path"] == "motivation":
            each["if_none"] = {"shared-goal": "error"}
    strict = reading({"requirements": rows})
    portfolio = made("a", left_empty=[LeftEmpty(path="motivation", reason="bewust")])
    (misfit,) = compare_forms(portfolio, "x", "transaction-deep", "shared-goal", reading=strict).misfits
    assert misfit.text.nl == "bewust leeg gelaten: motivering"


# Rules


@pytest.mark.parametrize(
    ("code", "change"),
    [("KAN101", "starts"), ("KAN103", "lighter"), ("KAN103", "heavier"), ("KLO205", "stops")],
)
def test_how_a_rule_changes(code, change):
    pairs = [(a, b) for a in Form for b in Form if a is not b]
    seen = set()
    for a, b in pairs:
        for rule in compare_forms(example("draft"), "voorbeeldpolder", a, b).rules:
            if rule.code == code:
                seen.add(rule.change)
                order = [*Severity, None]
                lighter = order.index(rule.after) > order.index(rule.before)
                assert lighter == (rule.change in ("lighter", "stops"))
    assert change in seen


# The text and the rest


def test_the_text_as_it_is_read():
    portfolio = example("transaction-deep")
    text = compare_forms(portfolio, "slootbeheer-met-uitkomsten", "transaction-deep", "shared-goal").text(
        "nl"
    )
    assert text.splitlines()[:2] == [
        "Wat verandert er op het canvas van Slootbeheer met uitkomsten in De Bedachte Polder?",
        "Van 'transactie, diep' naar 'samenwerking gericht op een gezamenlijk doel'.",
    ]
    assert "- Hoort er niet meer bij, maar staat er nu wel: prijsmodel." in text.splitlines()
    assert "- Wordt verwacht, en staat er al: risico's (per partij) en belanghebbenden." in text.splitlines()
    assert ": vorm." not in text  # which form it is, is what this is all about


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("a", Form)
@pytest.mark.parametrize("b", Form)
def test_every_pair_can_be_read(a, b, language):
    text = compare_forms(example("flawed"), example("flawed").collaborations[0].id, a, b).text(language)
    assert "None" not in text and "{" not in text and "  " not in text
    assert all(line == line.strip() for line in text.splitlines())


def test_another_reading_is_followed():
    with_weight = reading(
        {
            "fits": {
                name: {form.value: [] for form in Form} | {"shared-goal": ["consensus"]}
                if name == "decision-rule"
                else {form.value: [] for form in Form}
                for name in ("decision-rule", "conflict-step")
            }
        }
    )
    portfolio = made("a", "b", decision_rule="consensus")
    pair = ("transaction-deep", "shared-goal")
    assert compare_forms(portfolio, "x", *pair).misfits == ()
    (misfit,) = compare_forms(portfolio, "x", *pair, reading=with_weight).misfits
    assert (misfit.before, misfit.after) == (False, True)
    # the alternative reading leaves these tables as they are
    assert compare_forms(portfolio, "x", *pair, reading=OTHER) == compare_forms(portfolio, "x", *pair)


def test_a_form_that_does_not_exist_is_an_error():
    with pytest.raises(ValueError, match="alliance"):
        compare_forms(made("a"), "x", "alliance", "shared-goal")
