"""Whatever a portfolio holds, broken references included, the advice answers, and in both languages."""

import pytest
from hypothesis import given, settings, strategies as st

from samenwerking.advice import CannotSplit, advise_form, compare_forms, impact, positions, split_off
from samenwerking.io import example, example_names
from samenwerking.testing import portfolios
from samenwerking.vocabulary import Form


def answers(portfolio, id_, a, b):
    yield advise_form(portfolio, id_)
    yield positions(portfolio, id_)
    yield compare_forms(portfolio, id_, a, b)
    yield from (impact(portfolio, id_, party) for party in portfolio.parties_of(id_))


@settings(max_examples=25)
@given(portfolios(broken_references=True), st.sampled_from(Form), st.sampled_from(Form))
def test_any_portfolio_gets_an_answer(portfolio, a, b):
    for collaboration in portfolio.collaborations:
        if portfolio.get(collaboration.id) is collaboration:
            for answer in answers(portfolio, collaboration.id, a, b):
                assert answer.text("nl") and answer.text("en")
                assert answer.collaboration == collaboration.id


@settings(max_examples=25)
@given(portfolios(broken_references=True))
def test_any_portfolio_can_be_split_or_says_why_not(portfolio):
    for collaboration in portfolio.collaborations:
        before = collaboration.canvas.setup.obligations
        try:
            after = split_off(
                portfolio, collaboration, new_id="deel x", name="Deel", obligations=lambda each: True
            )
        except CannotSplit as told:
            assert not before
            assert told.problems == ("no obligation is chosen",)
        else:
            assert after["deel x"].canvas.setup.obligations == before
            assert after[collaboration.id].canvas.setup.obligations == ()


@pytest.mark.parametrize("name", example_names())
def test_every_shipped_portfolio_gets_an_answer(name):
    portfolio = example(name)
    for collaboration in portfolio.collaborations:
        for answer in answers(portfolio, collaboration.id, Form.SHARED_GOAL, Form.NETWORK_PREFERRED):
            for language in ("nl", "en"):
                text = answer.text(language)
                assert "None" not in text and "{" not in text
                assert text == text.strip()
