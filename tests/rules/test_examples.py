"""Every rule written as a check comes with an example that fails it and one that passes."""

import pytest

import samenwerking as sw
from samenwerking.rules import catalog
from samenwerking.rules.examples import AS_OF, RuleExample, rule_examples
from samenwerking.rules.texts import rule_texts

PAIRS = [pytest.param(pair, id=f"{pair.code}-{pair.cause}".strip("-")) for pair in rule_examples()]


def told(portfolio: sw.Portfolio, code: str) -> set[str]:
    """Return the texts that a rule tells of a portfolio, as written before their values are filled in."""
    texts = {text.message for text in rule_texts()[code].values()}
    return {
        f.template.nl for f in sw.validate(portfolio, as_of=AS_OF) if f.code == code and f.template in texts
    }


def test_every_text_of_every_rule_has_its_examples() -> None:
    wanted = {(code, cause) for code in catalog() for cause in rule_texts()[code]}
    assert {(pair.code, pair.cause) for pair in rule_examples()} == wanted


@pytest.mark.parametrize("pair", PAIRS)
def test_the_one_fails_and_the_other_passes(pair: RuleExample) -> None:
    assert rule_texts()[pair.code][pair.cause].message.nl in told(pair.fails, pair.code)
    assert told(pair.passes, pair.code) == set()


@pytest.mark.parametrize("pair", PAIRS)
def test_examples_hang_together_and_hold_nothing_private(pair: RuleExample) -> None:
    for portfolio in (pair.fails, pair.passes):
        assert sw.from_json(sw.to_json(portfolio)) == portfolio
        assert len(portfolio.collaborations) == 1
