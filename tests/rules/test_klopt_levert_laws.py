"""What holds for all rules of 'klopt' and 'levert': order makes no difference, nor does who is looking."""

from collections import Counter

import attrs
import pytest
from hypothesis import given, settings, strategies as st

import samenwerking as sw
from samenwerking.model import without_private
from samenwerking.rules import catalog
from samenwerking.rules.examples import AS_OF, rule_examples
from samenwerking.testing import portfolios, varied

OURS = catalog().select("KLO", "LEV")
PAIRS = [pair for pair in rule_examples() if pair.code in OURS and not pair.path and not pair.looks]


def told(portfolio):
    report = sw.validate(portfolio, rules=OURS, as_of=AS_OF)
    return Counter((f.code, f.template.nl) for f in report if f.code in OURS)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_portfolio_that_says_the_same_is_told_the_same(data):
    pair = data.draw(st.sampled_from(PAIRS), label="pair")
    assert told(data.draw(varied(pair.fails))) == told(pair.fails)


@pytest.mark.parametrize("pair", PAIRS[::5], ids=lambda pair: f"{pair.code}-{pair.form}-{pair.cause}")
def test_who_takes_part_can_stand_in_any_order(pair):
    def turned(collaboration):
        parties = collaboration.canvas.parties[::-1]
        return attrs.evolve(collaboration, canvas=attrs.evolve(collaboration.canvas, parties=parties))

    portfolio = pair.fails
    other = attrs.evolve(portfolio, collaborations=tuple(map(turned, portfolio.collaborations)))
    messages = [
        sorted(f.message(language) for f in sw.validate(each, as_of=AS_OF) for language in ("nl", "en"))
        for each in (portfolio, other)
    ]
    assert messages[0] == messages[1]


@settings(max_examples=60, deadline=None)
@given(portfolios(broken_references=True))
def test_whatever_a_portfolio_holds_no_rule_crashes_or_tells_private_content(portfolio):
    report = sw.validate(portfolio, rules=OURS, as_of=AS_OF)
    assert "SAM001" not in {finding.code for finding in report}
    assert told(portfolio) == told(without_private(portfolio))


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_what_one_party_sees_changes_with_its_own_preferences_only(data):
    """Nobody learns from the report whether a preference is returned."""
    portfolio = sw.example("network-preferred")
    (collaboration,) = portfolio.collaborations
    parties = collaboration.canvas.parties
    ids = [party.party for party in parties]
    choices = st.lists(st.sampled_from([*ids, "waterschap-verzonnen-vaart"]), unique=True, max_size=3)
    viewer = data.draw(st.sampled_from(ids), label="viewer")
    own = data.draw(choices, label="own")

    def seen():
        changed = tuple(
            attrs.evolve(party, prefers=own if party.party == viewer else data.draw(choices))
            for party in parties
        )
        canvas = attrs.evolve(collaboration.canvas, parties=changed)
        report = sw.validate(
            portfolio.replace(attrs.evolve(collaboration, canvas=canvas)), viewer=viewer, as_of=AS_OF
        )
        return [(f.code, f.message("nl"), f.pointer) for f in report], report.outcomes

    assert seen() == seen()
