"""Portfolios of which nothing is told, and portfolios that break one rule, told in any other way."""

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

import samenwerking as sw
from samenwerking.rules import validate
from samenwerking.testing import AS_OF, RuleExample, broken, clean, rule_examples, varied
from samenwerking.vocabulary import Form, reading

SOME = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FEW = settings(SOME, max_examples=3)
FIRST = {(pair.code, pair.form): pair for pair in reversed(rule_examples())}
PAIRS = [pytest.param(pair, id=f"{code}-{form}") for (code, form), pair in sorted(FIRST.items())]


def profile_of(code: str) -> sw.Profile:
    """Return a profile in which a rule counts, also one that stands under a tag."""
    return sw.Profile(name="as it is", select=reading().rules[code].profiles[:1])


@pytest.mark.parametrize("form", Form)
@SOME
@given(st.data())
def test_of_a_clean_portfolio_nothing_is_told(form: Form, data: st.DataObject) -> None:
    portfolio = data.draw(clean(form))
    assert [f.message("nl") for f in validate(portfolio, as_of=AS_OF)] == []
    assert any(each.canvas.form is form for each in portfolio.collaborations)


@pytest.mark.parametrize("pair", PAIRS)
@FEW
@given(st.data())
def test_what_breaks_a_rule_does_so_however_it_is_told(pair: RuleExample, data: st.DataObject) -> None:
    portfolio = data.draw(varied(pair.fails, keep={pair.viewer} if pair.viewer else ()))
    report = validate(portfolio, profile=profile_of(pair.code), as_of=AS_OF, viewer=pair.viewer)
    assert {finding.code for finding in report} == {pair.code}


@SOME
@given(st.data())
def test_any_code_can_be_broken(data: st.DataObject) -> None:
    code = data.draw(
        st.sampled_from(sorted(code for code, row in reading().rules.items() if not row.profiles))
    )
    portfolio = data.draw(broken(code))
    private = any(pair.viewer for pair in rule_examples() if pair.code == code)
    assert {f.code for f in validate(portfolio, as_of=AS_OF)} == ({code} if not private else set()) or private


def test_what_is_no_rule_or_does_not_hold_for_a_form_is_an_error() -> None:
    with pytest.raises(ValueError, match="KAM101"):
        broken("KAM101")
    with pytest.raises(ValueError, match="network-platform"):
        broken("KAN101", "network-platform")
    with pytest.raises(ValueError, match="vriendschap"):
        clean("vriendschap")


@SOME
@given(varied(sw.example("shared-goal"), keep={"provincie-nergensland"}))
def test_what_is_to_stay_stays(portfolio: sw.Portfolio) -> None:
    assert "provincie-nergensland" in portfolio
    assert sw.validate(portfolio, as_of=AS_OF).ok
