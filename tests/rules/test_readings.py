"""Another reading is another data file: the same laws hold with four types and the axis turned round.

The other file groups the five forms into four types and turns the axis of internal control. So whatever is
judged must come out the same once the positions in the portfolio are turned too.
"""

from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings, strategies as st

import samenwerking as sw
from samenwerking.rules import RuleExample, diagnose, rule_examples, validate
from samenwerking.rules.examples import AS_OF
from samenwerking.testing import clean, portfolios
from samenwerking.vocabulary import Form, reading

OTHER = reading(Path(__file__).parents[1] / "vocabulary" / "data" / "alternative_reading.json")
PAIRS = [
    pytest.param(pair, id="-".join(filter(None, (pair.code, pair.form, pair.cause, pair.path))))
    for pair in rule_examples()
]


def turned(portfolio: sw.Portfolio) -> sw.Portfolio:
    """Return a portfolio in which every position has the axis of internal control the other way round."""

    def party(each: sw.Participation) -> sw.Participation:
        position = each.position
        if position is None:
            return each
        return attrs.evolve(each, position=attrs.evolve(position, control=100 - position.control))

    def collaboration(each: sw.Collaboration) -> sw.Collaboration:
        parties = tuple(map(party, each.canvas.parties))
        return attrs.evolve(each, canvas=attrs.evolve(each.canvas, parties=parties))

    return attrs.evolve(portfolio, collaborations=tuple(map(collaboration, portfolio.collaborations)))


def types_in(portfolio: sw.Portfolio) -> set[str]:
    """Return the codes of types that a portfolio names; they belong to one reading."""
    canvases = [each.canvas for each in portfolio.collaborations]
    return {type_ for canvas in canvases for type_ in (canvas.type, *canvas.other_types) if type_}


def told(portfolio: sw.Portfolio, table: sw.Reading, **more: Any) -> list[tuple[str, str | None, str]]:
    report = validate(portfolio, as_of=AS_OF, reading=table, **more)
    return sorted((each.code, each.subject, each.pointer) for each in report)


@pytest.mark.parametrize("pair", PAIRS)
def test_what_breaks_a_rule_breaks_it_in_the_other_reading_too(pair: RuleExample) -> None:
    if types_in(pair.fails) - set(OTHER.types):
        pytest.skip("names a type that only the shipped reading has")
    profile = sw.Profile(name="as it is", select=reading().rules[pair.code].profiles[:1])
    there = told(turned(pair.fails), OTHER, profile=profile, viewer=pair.viewer)
    assert there == told(pair.fails, reading(), profile=profile, viewer=pair.viewer)
    assert {code for code, *_ in there} == {pair.code}


@pytest.mark.parametrize("form", Form)
@settings(max_examples=5, deadline=None)
@given(st.data())
def test_what_is_clean_is_clean_in_the_other_reading_too(form: Form, data: st.DataObject) -> None:
    assert told(turned(data.draw(clean(form))), OTHER) == []


@settings(max_examples=40, deadline=None)
@given(portfolios())
def test_any_portfolio_is_judged_alike(portfolio: sw.Portfolio) -> None:
    if not types_in(portfolio) - set(OTHER.types) and not types_in(portfolio) - set(reading().types):
        assert told(turned(portfolio), OTHER) == told(portfolio, reading())


@pytest.mark.parametrize("form", Form)
def test_the_gearbox_stands_alike(form: Form) -> None:
    portfolio = sw.example(form)
    for each in portfolio.collaborations:
        here = diagnose(portfolio, each.id, as_of=AS_OF)
        there = diagnose(turned(portfolio), each.id, as_of=AS_OF, reading=OTHER)
        assert (here.gear, here.may_shift_up, here.questions) == (
            there.gear,
            there.may_shift_up,
            there.questions,
        )


def test_positions_that_are_not_turned_are_judged_otherwise() -> None:
    """Else the law above would hold for a rule that never looks at positions."""
    portfolio = sw.example("shared-goal")
    assert any(code == "KLO204" for code, *_ in told(portfolio, OTHER))
