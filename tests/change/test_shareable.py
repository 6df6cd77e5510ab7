"""What may leave the house: nothing private, nobody unnamed, no judgements, and still a whole."""

from collections import Counter
from pathlib import Path

import attrs
import pytest
from hypothesis import given, strategies as st

import samenwerking as sw
from samenwerking.change.shareable import LEFT_OUT, public
from samenwerking.io import to_json
from samenwerking.model import (
    Agreement,
    Alternative,
    Canvas,
    Collaboration,
    Confirmation,
    Director,
    Funding,
    Goal,
    Identifier,
    Mandate,
    Organization,
    Participation,
    Partner,
    Phase,
    Portfolio,
    Position,
    Record,
    Representative,
    Resources,
    Setup,
    Signature,
    Source,
    Stakeholder,
    inspect,
    plan,
    private_paths,
)
from samenwerking.model.plan import plan_by_name
from samenwerking.testing import portfolios
from samenwerking.vocabulary import field_label, record_label

HOW_TO = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "private-content.md"


def records(record):
    yield record
    for field in plan(type(record)):
        if field.kind == "record":
            for item in field.items(getattr(record, field.name)):
                yield from records(item)


@given(portfolios(broken_references=True))
def test_nothing_that_is_left_out_is_there(portfolio):
    shared = public(portfolio)
    assert list(private_paths(shared)) == []
    for record in records(shared):
        for field in plan(type(record)):
            if any((cls, field.name) in LEFT_OUT for cls in type(record).__mro__):
                assert getattr(record, field.name) == field.default
        if isinstance(record, Organization) and record.kind == "person":
            assert record.sources or record.id.startswith("persoon-")
        assert not (isinstance(record, Funding) and record.status == "in-talks")


@given(portfolios(broken_references=True))
def test_what_is_left_hangs_together_as_well_as_it_did(portfolio):
    shared = public(portfolio)
    before, after = (Counter(f.code for f in inspect(each)) for each in (portfolio, shared))
    assert after <= before
    assert public(shared) == shared
    assert sw.from_json(to_json(shared)) == shared


@given(portfolios(), st.randoms())
def test_in_any_order_of_records_the_same_is_told(portfolio, random):
    mixed = {}
    for name in ("organizations", "partners", "supporters", "areas", "goals", "collaborations"):
        items = list(getattr(portfolio, name))
        random.shuffle(items)
        mixed[name] = items
    one, other = public(portfolio), public(attrs.evolve(portfolio, **mixed))
    for name in mixed:
        by_id = [sorted(getattr(each, name), key=lambda record: record.id) for each in (one, other)]
        assert by_id[0] == by_id[1]


def test_where_there_is_nothing_to_leave_out_nothing_changes():
    plain = Portfolio(
        organizations=[Organization(id="x", name="X")],
        collaborations=[Collaboration(id="c", name="C", canvas=Canvas(parties=[Participation(party="x")]))],
    )
    assert public(plain) is plain


def test_the_example_from_open_sources_keeps_its_facts():
    portfolio = sw.example("deltaplan")
    shared = public(portfolio)
    for name in ("organizations", "partners", "supporters", "goals", "collaborations"):
        assert [r.id for r in getattr(shared, name)] == [r.id for r in getattr(portfolio, name)]
    assert [c.sources for c in shared.collaborations] == [c.sources for c in portfolio.collaborations]
    assert [c.counts for c in shared.collaborations] == [c.counts for c in portfolio.collaborations]


def people():
    """A farmer who is a party, two who represent others, and one whom a source makes public."""
    return [
        Organization(id="x", name="Waterschap X"),
        Organization(
            id="jansen",
            name="Jan Jansen",
            aliases=["Boer Jansen"],
            kind="person",
            sector="landbouw",
            part_of="x",
            identifiers=[Identifier(scheme="kvk", value="01234567")],
            note="belt liever na achten",
        ),
        Organization(id="piet", name="Piet Paal", kind="person", part_of="x"),
        Organization(id="el", name="El", kind="person"),
        Organization(id="dijkgraaf", name="Dora Dijk", kind="person", sources=[Source(host="example.nl")]),
    ]


def case():
    mandate = Mandate(scope="alles", limit=5)
    farmer = Participation(
        party="jansen",
        position=Position(binding=80, control=20),
        perceived_form="shared-goal",
        interests_discussed=True,
        alternative=Alternative(considered=True, description="verkopen"),
        signature=Signature(person="jansen", on="2026", authorized=True),
    )
    board = Participation(
        party="x",
        representatives=[Representative(person="piet", mandate=mandate)],
        signature=Signature(person="dijkgraaf", on="2026"),
    )
    setup = Setup(director=Director(person="el", organization="x", role="regisseur"), trust="low")
    canvas = Canvas(
        purpose="Op het erf van jan jansen, met Boer Jansen en Dora Dijk.",
        parties=[farmer, board],
        stakeholders=[Stakeholder(name="buren van Jan Jansen")],
        setup=setup,
        agreements=[
            Agreement(on="2026", parties=["jansen", "x"], at="bij Jan Jansen", digest="goals:12345678")
        ],
        resources=Resources(
            phases=[
                Phase(
                    budget=10,
                    funding=[
                        Funding(funder="x", share=0.5, status="in-talks"),
                        Funding(funder="x", share=0.5, status="pledged"),
                    ],
                )
            ]
        ),
    )
    return Portfolio(
        organizations=people(),
        partners=[Partner(party="jansen", confirmed=Confirmation(by="jansen"))],
        goals=[
            Goal(id="erf-jansen", name="Erf Jansen", kind="own", lead="jansen", achievable_alone_by=["x"])
        ],
        collaborations=[Collaboration(id="c", name="Polder", canvas=canvas, note="let op El")],
    )


def test_a_person_whom_no_source_makes_public_has_no_name():
    shared = public(case())
    text = to_json(shared)
    for said in ("Jansen", "jansen", "Piet", 'El"', "01234567", "na achten", "verkopen", "buren"):
        assert said not in text, said
    assert "Dora Dijk" in text
    # jansen and el are still pointed at; piet stood among the representatives only
    assert [record.id for record in shared.organizations] == ["x", "persoon-3", "persoon-1", "dijkgraaf"]
    assert shared["persoon-3"] == Organization(id="persoon-3", kind="person", sector="landbouw")
    assert shared["persoon-1"] == Organization(id="persoon-1", kind="person")
    (collaboration,) = shared.collaborations
    canvas = collaboration.canvas
    assert canvas.purpose == "Op het erf van persoon 3, met persoon 3 en Dora Dijk."
    assert [party.party for party in canvas.parties] == ["persoon-3", "x"]
    assert canvas.parties[1].signature == Signature(person="dijkgraaf", on="2026")
    assert canvas.setup == Setup(director=Director(person="persoon-1", organization="x", role="regisseur"))
    assert canvas.agreements == (Agreement(on="2026", parties=["persoon-3", "x"]),)
    assert [funding.status.value for funding in canvas.resources.phases[0].funding] == ["pledged"]
    assert shared.partners == (Partner(party="persoon-3", confirmed=Confirmation(by="persoon-3")),)
    assert [(goal.id, goal.name, goal.lead) for goal in shared.goals] == [
        ("erf-persoon-3", "Erf persoon 3", "persoon-3")
    ]


def test_a_neutral_id_takes_no_id_that_is_there():
    taken = Organization(id="persoon-1", name="Persoon 1 BV")
    party = Participation(party="jan")
    shared = public(
        Portfolio(
            organizations=[taken, Organization(id="jan", kind="person")],
            collaborations=[Collaboration(id="c", name="C", canvas=Canvas(parties=[party]))],
        )
    )
    assert [record.id for record in shared.organizations] == ["persoon-1", "persoon-2"]


# The table.


def test_the_table_names_attributes_that_can_be_left_out():
    classes = {type_ for type_, _ in LEFT_OUT}
    assert all(issubclass(cls, Record) for cls in classes)
    for (cls, name), why in LEFT_OUT.items():
        field = plan_by_name(cls)[name]
        assert not field.required and not field.private
        assert why.nl and why.en


@pytest.mark.parametrize("key", list(LEFT_OUT), ids=lambda key: f"{key[0].__name__}.{key[1]}")
def test_the_page_tells_what_is_left_out_and_why(key):
    cls, name = key
    page = HOW_TO.read_text(encoding="utf-8")
    whose = "every record" if cls.__name__ == "Identified" else f"`{cls.__name__}`"
    assert f"| {whose} | `{name}` | {LEFT_OUT[key].en} |" in page
    assert field_label(name, "nl")
    assert cls.__name__ == "Identified" or record_label(cls.__name__, "nl")
