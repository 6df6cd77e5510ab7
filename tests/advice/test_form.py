"""Which form fits: a row of all forms with reasons, and honest where the canvas does not tell."""

import itertools

import attrs
import pytest
from advice_cases import CLEAN, OTHER, READINGS, changed, made, owes, portfolios, shuffled
from hypothesis import HealthCheck, assume, given, settings, strategies as st

from samenwerking.advice import advise_form
from samenwerking.io import example
from samenwerking.model import UnknownId
from samenwerking.vocabulary import Form, Mark, reading

WEIGHT = {"for": 1, "against": -1, None: 0}


def clean(form):
    portfolio = example(CLEAN[form])
    return portfolio, portfolio.collaborations[0].id


def without_choice(portfolio):
    return changed(portfolio, canvas__form=None)


# The invented examples


@pytest.mark.parametrize("which", sorted(READINGS))
@pytest.mark.parametrize("form", Form)
def test_of_a_clean_example_the_form_that_was_chosen_comes_first(form, which):
    advice = advise_form(*clean(form), reading=READINGS[which])
    first, second = advice.ranking[:2]
    assert first.form is form is advice.declared is advice.suggested is advice.form
    assert (first.place, second.place) == (1, 2)
    assert not advice.differs and not advice.undecided


@pytest.mark.parametrize("form", Form)
def test_the_choice_itself_is_no_signal(form):
    portfolio, id_ = clean(form)
    chosen, open_ = advise_form(portfolio, id_), advise_form(without_choice(portfolio), id_)
    assert open_.ranking == chosen.ranking
    assert open_.declared is None and open_.form is form
    # another choice is kept, and the difference told
    for other in set(Form) - {form}:
        told = advise_form(changed(portfolio, canvas__form=other), id_)
        assert (told.form, told.suggested, told.differs) == (other, form, True)
        assert form.label("nl") in told.text("nl").splitlines()[1]
        assert "Hoe komt dat?" in told.text("nl")


def test_the_draft_is_undecided_and_asks():
    advice = advise_form(example("draft"), "voorbeeldpolder")
    assert advice.undecided and advice.form is None and not advice.firm
    assert {ranked.place for ranked in advice.ranking} == {1}
    assert [ranked.form for ranked in advice.ranking] == list(Form)
    assert len(advice.questions) == 8
    assert all(question.nl.endswith(("?", ".")) and "?" in question.nl for question in advice.questions)


@pytest.mark.parametrize("id_", [each.id for each in example("deltaplan").collaborations])
def test_public_sources_alone_do_not_tell_the_form_of_a_real_collaboration(id_):
    advice = advise_form(example("deltaplan"), id_)
    assert advice.undecided
    assert sum(signal.holds is True for signal in advice.signals) <= 1


# Undecided


def test_one_signal_is_no_pattern():
    one = advise_form(made("a", "b", obligations=[owes("a", "b", "performance")], decision_rule=None), "x")
    assert [signal.code for signal in one.signals if signal.holds] == ["s3"]
    assert one.undecided and one.suggested_type is None


def test_between_two_forms_of_one_type_the_type_is_told():
    both = advise_form(made("a", "b", obligations=[owes("a", "b"), owes("b", "a", "payment")]), "x")
    assert [(each.form.value, each.place) for each in both.ranking][:2] == [
        ("transaction-distant", 1),
        ("transaction-deep", 1),
    ]
    assert both.undecided
    assert both.suggested_type == reading().type_labels("transaction")
    assert "Het wijst wel naar het type: transactie." in both.text("nl")


def test_in_another_reading_the_same_two_forms_need_not_be_one_type():
    network = made("a", "b", conduct_rules=["bel eerst"], gear="werkt")
    assert advise_form(network, "x").suggested_type == reading().type_labels("network")
    assert advise_form(network, "x", reading=OTHER).suggested_type is None
    assert [each.type for each in advise_form(network, "x", reading=OTHER).ranking][:2] == [
        "preferred",
        "platform",
    ]


def test_a_type_that_was_chosen_is_told():
    advice = advise_form(made("a", "b", type="network"), "x")
    assert advice.declared_type == reading().type_labels("network")
    assert "Gekozen is het type: netwerk. De vorm staat nog open." in advice.text("nl")
    assert advise_form(made("a", "b", type="club"), "x").declared_type is None


# Laws


@given(portfolios(), st.integers(0, 99))
def test_order_makes_no_difference(portfolio, seed):
    one, other = advise_form(portfolio, "x"), advise_form(shuffled(portfolio, seed), "x")
    assert one == other
    assert one.text("nl") == other.text("nl")


@given(portfolios())
def test_ids_make_no_difference(portfolio):
    one, other = advise_form(portfolio, "x"), advise_form(portfolio.rename("b", "zz"), "x")
    assert one.text("en") == other.text("en")
    assert [(each.form, each.place) for each in one.ranking] == [
        (each.form, each.place) for each in other.ranking
    ]


@given(portfolios())
def test_the_ranking_is_an_order_by_what_speaks_for_and_against(portfolio):
    ranking = advise_form(portfolio, "x").ranking
    assert sorted(each.form for each in ranking) == sorted(Form)
    assert [each.balance for each in ranking] == sorted((each.balance for each in ranking), reverse=True)
    for each in ranking:
        assert each.place == 1 + sum(other.balance > each.balance for other in ranking)
        told = {signal.code for signal in (*each.speaks_for, *each.speaks_against, *each.unknown)}
        assert len(told) == len(each.speaks_for) + len(each.speaks_against) + len(each.unknown)


@given(portfolios())
def test_a_suggestion_stands_alone_and_on_two_signals(portfolio):
    advice = advise_form(portfolio, "x")
    first = [each for each in advice.ranking if each.place == 1]
    expected = first[0].form if len(first) == 1 and len(first[0].speaks_for) >= 2 else None
    assert advice.suggested is expected


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(portfolios())
def test_firm_is_what_no_answer_can_change(portfolio):
    """Against every way in which the open signals could be answered."""
    advice = advise_form(portfolio, "x")
    assume(advice.suggested is not None)
    open_ = [signal for signal in advice.signals if signal.holds is None]
    assume(len(open_) <= 5)
    known = {form: sum(WEIGHT[signal.says(form)] for signal in advice.signals) for form in Form}

    def leads(answers):
        totals = {
            form: known[form] + sum(WEIGHT[s.would_say(form, a)] for s, a in zip(open_, answers, strict=True))
            for form in Form
        }
        return all(totals[advice.suggested] > totals[form] for form in Form if form is not advice.suggested)

    every = itertools.product((True, False, None), repeat=len(open_))
    assert advice.firm is all(map(leads, every))


@given(portfolios(), st.sampled_from(["nl", "en"]))
def test_the_text_tells_every_signal_once(portfolio, language):
    advice = advise_form(portfolio, "x")
    lines = advice.text(language).splitlines()
    for signal in advice.signals:
        assert lines.count(f"- {signal.text.get(language)}") == 1
    assert "None" not in advice.text(language) and "{" not in advice.text(language)


# The rest


def test_the_text_as_it_is_read():
    text = advise_form(*clean(Form.TRANSACTION_DEEP)).text("nl")
    assert text.splitlines()[:2] == [
        "Welke vorm past bij Slootbeheer met uitkomsten in De Bedachte Polder?",
        "Gekozen: transactie, diep. Wat op het canvas staat, past daarbij.",
    ]
    assert "   Ervoor: bindende verplichtingen, prestaties over en weer, samen besluiten en" in text
    assert text.splitlines()[-1] == (
        "De aanwijzingen, en hoe ze tellen, zijn een eigen voorstel. De keuze is aan jullie."
    )


def test_no_figures_but_places_are_read():
    for form in Form:
        head, _, _ = advise_form(*clean(form)).text("nl").partition("Wat we op het canvas zien")
        assert not any(letter.isdigit() for letter in head)


def test_what_can_be_told_later_is_said_to_be_able_to_change_it():
    advice = advise_form(*clean(Form.TRANSACTION_DISTANT))
    assert not advice.firm
    assert "kan dit veranderen" in advice.text("nl")
    settled = changed(clean(Form.TRANSACTION_DISTANT)[0], canvas__setup__price_model__incentive="")
    assert advise_form(settled, settled.collaborations[0].id).firm


def test_the_advice_is_marked_as_our_own():
    assert advise_form(*clean(Form.SHARED_GOAL)).marks == (Mark.OWN,)


def test_what_is_not_there_is_an_error():
    with pytest.raises(UnknownId, match="no record 'y'"):
        advise_form(made("a"), "y")
    with pytest.raises(TypeError, match="no collaboration"):
        advise_form(made("a"), "a")
    with pytest.raises(ValueError, match="unknown language"):
        advise_form(made("a"), "x").text("fr")


def test_a_record_will_do_for_an_id():
    portfolio = made("a")
    assert advise_form(portfolio, portfolio["x"]) == advise_form(portfolio, "x")


def test_nothing_changes_in_the_portfolio():
    portfolio, id_ = clean(Form.SHARED_GOAL)
    before = attrs.evolve(portfolio)
    advise_form(portfolio, id_)
    assert portfolio == before
