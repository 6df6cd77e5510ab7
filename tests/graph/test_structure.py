"""The structure of a portfolio: built once, in order, kept no longer than the portfolio."""

import gc
import subprocess
import sys
import weakref

from samenwerking.graph import structure as module
from samenwerking.graph.structure import structure
from samenwerking.model import Canvas, Collaboration, Organization, Participation, Portfolio


def together(key: str, *parties: str) -> Collaboration:
    return Collaboration(
        id=key, name=key, canvas=Canvas(parties=[Participation(party=party) for party in parties])
    )


def made() -> Portfolio:
    organizations = [Organization(id=key, name=key) for key in ("b", "a")]
    return Portfolio(
        organizations=organizations, collaborations=[together("y", "b", "a", "b"), together("x", "a")]
    )


def test_it_is_in_order_of_id() -> None:
    known = structure(made())
    assert list(known.teams) == [("x", ("a",)), ("y", ("a", "b"))]
    assert list(known.organizations) == ["a", "b"]
    assert [len(found) for found in known.ties["y"].values()] == [1, 2]


def test_it_is_built_once_per_portfolio() -> None:
    one, two = made(), made()
    assert one == two
    assert structure(one) is structure(one)
    assert structure(one) is not structure(two)


def test_it_keeps_no_portfolio_alive_and_is_forgotten_with_it() -> None:
    portfolio = made()
    known, alive, key = structure(portfolio), weakref.ref(portfolio), id(portfolio)
    assert key in module._KEPT
    del portfolio
    gc.collect()
    assert alive() is None
    assert key not in module._KEPT
    assert list(known.ties) == ["x", "y"]


def test_what_is_kept_for_a_portfolio_that_is_gone_is_not_given_to_another() -> None:
    gone, other = made(), together("z", "a")
    reference = weakref.ref(gone)
    known = structure(gone)
    new = Portfolio(collaborations=[other])
    module._KEPT[id(new)] = (
        reference,
        known,
    )  # as if the address had been used again before it was forgotten
    assert list(structure(new).ties) == ["z"]
    module._forget(id(new), reference)
    assert id(new) in module._KEPT


def test_a_person_is_in_it_only_as_a_party() -> None:
    people = [Organization(id=key, kind="person") for key in ("boer", "directeur")]
    known = structure(Portfolio(organizations=people, collaborations=[together("x", "boer")]))
    assert list(known.organizations) == ["boer"]


def test_what_cannot_be_used_is_counted() -> None:
    twice = [
        Organization(id="a", name="first"),
        Organization(id="a", name="second"),
        Organization(id="x", name="x"),
    ]
    known = structure(
        Portfolio(organizations=twice, collaborations=[together("x", "x", "a"), together("x", "b")])
    )
    assert known.organizations["a"].name == "first"
    assert "x" not in known.organizations
    assert list(known.teams) == [("x", ("a",))]
    assert (known.self_ties, known.repeated) == (1, 3)


def test_networkx_is_not_loaded_before_the_first_graph() -> None:
    code = (
        "import sys, samenwerking, samenwerking.graph, samenwerking.exports\n"
        "assert 'networkx' not in sys.modules\n"
        "samenwerking.graph.two_mode(samenwerking.Portfolio())\n"
        "assert 'networkx' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
