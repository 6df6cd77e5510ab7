"""Every rule, for every form it holds for, has an example that fails it and nothing else; what passes is clean."""

import pytest

import samenwerking as sw
from samenwerking.rules import catalog
from samenwerking.rules.examples import AS_OF, RuleExample, rule_examples
from samenwerking.rules.texts import rule_texts
from samenwerking.vocabulary import Form, Need, reading

# Rows about the form itself are told of a collaboration that has none, and a name is asked for on reading.
OF_NO_FORM = {"KLO201", "KLO207"}


def named(pair: RuleExample) -> str:
    return "-".join(filter(None, (pair.code, pair.form, pair.cause, pair.path)))


PAIRS = [pytest.param(pair, id=named(pair)) for pair in rule_examples()]


@pytest.mark.parametrize("form", Form)
def test_of_a_clean_example_nothing_is_told(form: Form) -> None:
    assert [(f.code, f.message("nl")) for f in sw.validate(sw.example(form), as_of=AS_OF)] == []


@pytest.mark.parametrize("pair", PAIRS)
def test_what_breaks_a_rule_yields_that_code_and_no_other(pair: RuleExample) -> None:
    profile = sw.Profile(name="as it is", select=reading().rules[pair.code].profiles[:1])
    report = sw.validate(pair.fails, profile=profile, as_of=AS_OF, viewer=pair.viewer)
    assert {finding.code for finding in report} == {pair.code}
    if pair.cause or not pair.path:
        text = rule_texts()[pair.code][pair.cause].message
        assert text in {finding.template for finding in report}
    else:
        told = {finding.template for finding in report}
        assert told & {row.question for row in reading().requirements if row.path == pair.path} or (
            pair.code == "KLO231"
        )


def test_every_rule_has_an_example_for_every_form_it_holds_for() -> None:
    shown = {(pair.code, pair.form) for pair in rule_examples()}
    wanted = {(code, form) for code, row in reading().rules.items() for form in row.severity}
    assert wanted - shown == set()


def test_every_text_of_every_rule_has_its_example() -> None:
    wanted = {(code, cause) for code in catalog() for cause in rule_texts()[code]}
    assert wanted - {(pair.code, pair.cause) for pair in rule_examples() if not pair.path} == set()


def test_every_row_that_a_form_needs_has_its_example() -> None:
    shown = {(pair.path, pair.form) for pair in rule_examples() if pair.path}
    for row in reading().requirements:
        for form in Form:
            needed = row.needs[form] in (Need.REQUIRED, Need.EXPECTED)
            if needed and row.path not in ("form", "type", "name") and not row.path.startswith("portfolio."):
                assert (row.path, form) in shown, (row.code, row.path, form)


@pytest.mark.parametrize("pair", PAIRS[::7])
def test_examples_can_be_written_and_read(pair: RuleExample) -> None:
    text = sw.to_json(pair.fails, private="include")
    assert sw.from_json(text) == pair.fails
    assert pair.fails is pair.fails and pair.fails != pair.passes
