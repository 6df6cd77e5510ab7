"""Same ties twice: counted pair by pair, and unknown apart."""

from itertools import combinations
from typing import Any

import networkx as nx
import pytest
from hypothesis import given

from samenwerking import example
from samenwerking.graph import multiplexity, shared_counts, two_mode
from samenwerking.graph.structure import structure
from samenwerking.model import Canvas, Collaboration, Organization, Participation, Portfolio
from samenwerking.testing import portfolios
from samenwerking.vocabulary import Form, reading


def met(key: str, team: str, form: Any = None, type: Any = None) -> Collaboration:
    parties = [Participation(party=party) for party in team]
    return Collaboration(id=key, name=key, canvas=Canvas(form=form, type=type, parties=parties))


def made(*collaborations: Collaboration) -> Portfolio:
    return Portfolio(
        organizations=[Organization(id=key, name=key) for key in "edcba"], collaborations=collaborations
    )


SEVERAL = made(
    met("z", "abc", Form.SHARED_GOAL),
    met("y", "ab", Form.NETWORK_PLATFORM),
    met("x", "ab", Form.NETWORK_PREFERRED),
    met("w", "bd"),
    met("v", "ab"),
    met("u", "e", Form.SHARED_GOAL),
)


def test_forms_per_pair() -> None:
    found = multiplexity(SEVERAL)
    assert dict(found.value or {}) == {("a", "b"): 3, ("a", "c"): 1, ("b", "c"): 1}
    assert found.share == 1 / 3
    assert dict(found.layers) == {"network-platform": 1, "network-preferred": 1, "shared-goal": 3}
    assert dict(found.overlap) == {
        ("network-platform", "network-preferred"): 1,
        ("network-platform", "shared-goal"): 1 / 3,
        ("network-preferred", "shared-goal"): 1 / 3,
    }
    assert (found.n, found.evidence) == (5, ("x", "y", "z"))


def test_what_is_not_known_is_told_apart() -> None:
    assert dict(multiplexity(SEVERAL).unknown) == {("a", "b"): 1, ("b", "d"): 1}
    assert dict(multiplexity(example("deltaplan")).layers) == {}  # nobody stated a form


def test_types_per_pair() -> None:
    found = multiplexity(SEVERAL, "type")
    types = {reading().type_of(form) for form in (Form.NETWORK_PLATFORM, Form.NETWORK_PREFERRED)}
    assert len(types) == 1  # two forms of one type
    assert (found.value or {})["a", "b"] == len(found.layers) == 2
    assert dict(found.overlap) == {tuple(sorted({reading().type_of(Form.SHARED_GOAL), *types})): 1 / 3}
    stated = made(met("z", "ab", type=reading().type_of(Form.SHARED_GOAL)))
    assert multiplexity(stated, "type").value == {("a", "b"): 1}
    assert dict(multiplexity(stated).unknown) == {("a", "b"): 1}
    assert found.convention != multiplexity(SEVERAL).convention


def test_why_it_is_not_defined() -> None:
    nobody, nothing = multiplexity(Portfolio()), multiplexity(made(met("w", "ab")))
    for outcome in (nobody, nothing, multiplexity(nx.Graph())):
        assert outcome.value is outcome.share is None
        assert outcome.reason is not None
    assert nobody.reason != nothing.reason
    assert nothing.n == 5
    wrong: Any = "gear"
    with pytest.raises(ValueError, match="not 'gear'"):
        multiplexity(SEVERAL, wrong)


@given(portfolios(broken_references=True))
def test_it_is_what_counting_gives(portfolio: Portfolio) -> None:
    found = multiplexity(portfolio)
    known = structure(portfolio)
    forms: dict[Any, set[Any]] = {}
    for whole, members in known.teams:
        for pair in combinations(members, 2):
            forms.setdefault(pair, set()).add(known.collaborations[whole].canvas.form)
    ways = {pair: len(kinds - {None}) for pair, kinds in forms.items() if kinds != {None}}
    assert dict(found.value or {}) == ways
    assert list(found.value or ()) == sorted(ways)
    assert set(found.unknown) == {pair for pair, kinds in forms.items() if None in kinds}
    assert sum(found.layers.values()) == sum(ways.values())
    assert all(0 <= share <= 1 for share in found.overlap.values())
    for form in Form:
        assert found.layers.get(form, 0) == len(shared_counts(portfolio, forms=[form]))


@given(portfolios(broken_references=True))
def test_a_portfolio_gives_what_its_graph_gives(portfolio: Portfolio) -> None:
    assert multiplexity(portfolio) == multiplexity(two_mode(portfolio))
