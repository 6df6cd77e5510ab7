"""Private content: found wherever it stands, taken out whole, and never shown by accident."""

from decimal import Decimal

import attrs
import pytest
from hypothesis import given, settings

from samenwerking import model
from samenwerking.model import (
    ROWS,
    Alternative,
    Canvas,
    Collaboration,
    InvalidRecord,
    Mandate,
    Organization,
    Participation,
    Portfolio,
    Record,
    Representative,
    Signature,
    Source,
    Stakeholder,
    inspect,
    people_of,
    places,
    plan,
    private_for,
    private_paths,
    without_private,
)
from samenwerking.testing import portfolios

EVERY = [value for name in model.__all__ if isinstance(value := getattr(model, name), type)]
CLASSES = [cls for cls in EVERY if issubclass(cls, Record) and attrs.has(cls)]
PRIVATE = [(cls, field) for cls in CLASSES for field in plan(cls) if field.private]
IDS = [f"{cls.__name__}.{field.name}" for cls, field in PRIVATE]
WORD, NUMBER = "kanarie", Decimal("0.8713")
CANARIES = {"text": WORD, "decimal": NUMBER, "bool": True}


def canary(field):
    value = CANARIES[field.kind]
    return (value,) if field.many else value


def put(cls, **values):
    """A portfolio with these values in a record of a class that can hold private content."""
    made = {
        Alternative: lambda: Participation(party="x", alternative=Alternative(**values)),
        Participation: lambda: Participation(party="x", **values),
        Mandate: lambda: Participation(
            party="x", representatives=[Representative(person="x", mandate=Mandate(**values))]
        ),
        Stakeholder: lambda: Participation(party="x"),
    }
    stakeholders = [Stakeholder(name="s", **values)] if cls is Stakeholder else []
    canvas = Canvas(parties=[made[cls]()], stakeholders=stakeholders)
    collaboration = Collaboration(id="c", name="C", canvas=canvas)
    return Portfolio(organizations=[Organization(id="x", name="X")], collaborations=[collaboration])


def leaks(text):
    return WORD in text or "8713" in text


def test_these_attributes_are_private():
    found: dict[type, set[str]] = {}
    for cls, field in PRIVATE:
        found.setdefault(cls, set()).add(field.name)
    assert found == {
        Alternative: {"description", "value", "unit", "probability", "cost", "better", "expected_value"},
        Participation: {"interests", "negotiating_room", "prefers"},
        Mandate: {"limit"},
        Stakeholder: {"can_block"},
    }


@pytest.mark.parametrize(("cls", "field"), PRIVATE, ids=IDS)
def test_private_content_is_in_no_representation_row_or_finding(cls, field):
    portfolio = put(cls, **{field.name: canary(field)})
    (collaboration,) = portfolio.collaborations
    assert list(private_paths(portfolio)) != []
    shown = [
        repr(portfolio),
        repr(collaboration),
        repr(collaboration.canvas),
        repr(list(portfolio.locations())),
    ]
    shown += [repr(row) for kind in ROWS for row in portfolio.rows(kind)]
    shown += [inspect(portfolio).text(language) for language in ("nl", "en")]
    shown += [repr(places(portfolio, collaboration, path)) for path in ("parties[]", "stakeholders[]")]
    if cls is Participation:
        shown.append(repr(places(portfolio, collaboration, f"parties[].{field.name}")))
    assert not any(map(leaks, shown))
    if field.kind == "bool":
        assert not any(field.name in text for text in shown)


@pytest.mark.parametrize(("cls", "field"), PRIVATE, ids=IDS)
def test_private_content_is_in_no_refusal(cls, field):
    wrong = {
        "text": [f"{WORD}\x00", [WORD, 5], Decimal(NUMBER), f"[{WORD}]"],
        "decimal": [WORD, NUMBER + 10**40, NUMBER + 10, -NUMBER],
        "bool": [WORD, NUMBER],
    }
    refused = 0
    for value in wrong[field.kind]:
        for given_value in (value, [value]) if field.many else (value,):
            try:
                put(cls, **{field.name: given_value})
            except InvalidRecord as error:
                refused += 1
                told = [str(error), repr(error), repr(error.problems), repr(error.findings)]
                told += [f.message(n) + str(f.hint(n)) for f in error.findings for n in ("nl", "en")]
                assert not any(map(leaks, told))
    assert refused


@settings(deadline=None)
@given(portfolios())
def test_without_private_content_there_is_none_and_the_rest_stays(portfolio):
    cleared = without_private(portfolio)
    assert list(private_paths(cleared)) == []
    assert without_private(cleared) is cleared
    if not list(private_paths(portfolio)):
        assert cleared is portfolio
    assert repr(cleared) == repr(portfolio)
    for kind in ROWS:
        assert cleared.rows(kind) == portfolio.rows(kind)


@settings(deadline=None)
@given(portfolios())
def test_the_paths_lead_to_what_is_private(portfolio):
    for path in private_paths(portfolio):
        *steps, name = path
        record = portfolio
        for step in steps:
            record = record[step] if isinstance(step, int) else getattr(record, step)
        named = isinstance(record, Organization) and name in record.private_fields
        assert named or next(f for f in plan(type(record)) if f.name == name).private
        assert getattr(record, name) not in (None, "", ())


@pytest.mark.parametrize(("cls", "field"), PRIVATE, ids=IDS)
def test_each_private_attribute_is_found_and_cleared(cls, field):
    portfolio = put(cls, **{field.name: canary(field)})
    (path,) = private_paths(portfolio)
    assert path[-1] == field.name
    assert without_private(portfolio) == put(cls)


def test_the_name_of_a_person_is_private_unless_sources_make_it_public():
    person = Organization(id="p", name=WORD, aliases=[WORD], kind="person")
    public = Organization(id="q", name="Jane", kind="person", sources=[Source(title="website")])
    portfolio = Portfolio(organizations=[person, public])
    assert list(private_paths(portfolio)) == [("organizations", 0, "name"), ("organizations", 0, "aliases")]
    assert not leaks(repr(person) + repr(portfolio.rows("organizations")) + repr(list(portfolio.locations())))
    assert "Jane" in repr(public)
    cleared = without_private(portfolio)
    assert cleared.organizations == (Organization(id="p", kind="person"), public)
    assert list(private_paths(Organization(id="p", kind="person"))) == []
    assert without_private(public) is public
    with pytest.raises(InvalidRecord) as caught:
        attrs.evolve(person, part_of="[", has_constituency=5)
    assert not leaks(str(caught.value))
    with pytest.raises(KeyError) as unknown:
        portfolio[WORD]
    assert "did you mean" not in str(unknown.value)


def two_parties():
    """Two parties with the same private content each, people of both, and a stakeholder nobody owns."""

    def party(id_):
        mandate = Mandate(scope="inrichting", limit=NUMBER)
        return Participation(
            party=id_,
            interests=[f"{WORD} {id_}"],
            alternative=Alternative(considered=True, cost=NUMBER),
            representatives=[Representative(person=f"{id_}-table", mandate=mandate)],
            signature=Signature(person=f"{id_}-signs"),
        )

    people = [
        Organization(id=f"{id_}-{what}", name=f"{WORD} {id_}", kind="person", part_of=above)
        for id_ in ("x", "y")
        for what, above in (("table", None), ("signs", None), ("works", id_))
    ]
    bodies = [Organization(id=id_, name=id_.upper()) for id_ in ("x", "y")]
    canvas = Canvas(
        parties=[party("x"), party("y")], stakeholders=[Stakeholder(name="s", can_block=True, affected=True)]
    )
    collaborations = [Collaboration(id=id_, name=id_, canvas=canvas) for id_ in ("c", "d")]
    return Portfolio(organizations=[*bodies, *people], collaborations=collaborations)


def owners(portfolio, path):
    """Whose the private content at a path is."""
    place = portfolio
    for step in path:
        if isinstance(place, Participation):
            return place.party
        place = place[step] if isinstance(step, int) else getattr(place, step)
        if isinstance(place, Organization):
            return place.id.split("-")[0]
    return None


@pytest.mark.parametrize("viewer", ["x", "y"])
def test_a_party_sees_its_own_and_nothing_of_another(viewer):
    portfolio = two_parties()
    seen = private_for(portfolio, viewer)
    everywhere = set(private_paths(portfolio))
    assert {owners(portfolio, path) for path in everywhere} == {"x", "y", None}
    assert set(private_paths(seen)) == {path for path in everywhere if owners(portfolio, path) == viewer}
    assert private_for(portfolio, portfolio[viewer]) == seen
    assert without_private(seen) == without_private(portfolio)
    assert private_for(seen, viewer) is seen


def test_who_is_no_party_sees_what_everybody_sees():
    portfolio = two_parties()
    for viewer in (None, "nobody", "c", "x-works"):
        seen = private_for(portfolio, viewer)
        own = {"x-works"} & {viewer}
        assert {portfolio.organizations[path[1]].id for path in private_paths(seen)} == own
        assert people_of(portfolio, viewer or "nobody") == own
    assert private_for(portfolio) == private_for(portfolio, None) == without_private(portfolio)


def test_the_people_of_a_party():
    assert people_of(two_parties(), "x") == {"x-table", "x-signs", "x-works"}
    assert people_of(Portfolio(organizations=[Organization(id="x", name="X")]), "x") == set()


@given(portfolios())
def test_each_viewer_sees_a_part_and_the_parts_do_not_meet(portfolio):
    everything = set(private_paths(portfolio))
    seen_by = {}
    for viewer in dict.fromkeys(p.party for c in portfolio.collaborations for p in c.canvas.parties):
        seen = private_for(portfolio, viewer)
        seen_by[viewer] = set(private_paths(seen))
        assert seen_by[viewer] <= everything
        assert without_private(seen) == without_private(portfolio)
        in_canvases = {path for path in seen_by[viewer] if path[0] == "collaborations"}
        assert all(portfolio.collaborations[p[1]].canvas.parties[p[4]].party == viewer for p in in_canvases)
        if seen_by[viewer] == everything:
            assert seen is portfolio
    in_canvases = [path for seen in seen_by.values() for path in seen if path[0] == "collaborations"]
    assert len(in_canvases) == len(set(in_canvases))
