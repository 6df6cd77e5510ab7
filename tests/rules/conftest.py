"""What one rule tells of an example of the library after some small edits."""

from collections import Counter

import pytest

import samenwerking as sw
from samenwerking.rules import RuleSet, catalog
from samenwerking.rules.edits import edited
from samenwerking.rules.examples import AS_OF, at_hand
from samenwerking.rules.texts import rule_texts
from samenwerking.vocabulary import Form


def changed(form, *edits):
    """Return the example of a form after edits, agreed to as it then is."""
    portfolio = sw.example(form)
    document = sw.to_dict(portfolio, private="include")
    every = (*edits, ("drop", "canvas.agreements[].digest"))
    return sw.from_dict(edited(document, at_hand(portfolio, Form(form)), every))


def alone(code, options):
    """Return one rule, with other numbers where some are given."""
    profile = sw.Profile(name="numbers", options={code: options}) if options else "default"
    return {"rules": catalog().select(code), "profile": profile, "as_of": AS_OF}


@pytest.fixture
def told():
    """Return what a rule alone finds, without the rows of the reading that share its code."""

    def findings(code, form, *edits, viewer=None, reading=None, **options):
        report = sw.validate(changed(form, *edits), viewer=viewer, reading=reading, **alone(code, options))
        assert "SAM001" not in {finding.code for finding in report}
        written = {text.message for text in rule_texts()[code].values()}
        return [finding for finding in report if finding.template in written]

    return findings


@pytest.fixture
def outcome():
    """Return what came of a rule."""

    def found(code, form, *edits, viewer=None):
        portfolio = changed(form, *edits)
        with_rule = sw.validate(portfolio, viewer=viewer, **alone(code, {})).outcomes
        without = sw.validate(portfolio, viewer=viewer, rules=RuleSet([]), as_of=AS_OF).outcomes
        (only,) = Counter(with_rule) - Counter(without)
        return only.value

    return found
