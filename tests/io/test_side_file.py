"""The private side file: everything of its owner comes back, nothing of another gets in, nothing is quoted."""

import io
import json
import os
import sys

import attrs
import pytest
from hypothesis import given, strategies as st

import samenwerking as sw
from samenwerking.io import (
    from_json,
    load_private,
    private_to_dict,
    read_private,
    save,
    save_private,
    to_json,
)
from samenwerking.io.side_record import KNOWN_BY, side_class, side_file_class
from samenwerking.model import (
    Alternative,
    Canvas,
    Collaboration,
    Goal,
    Mandate,
    Organization,
    Participation,
    Period,
    Portfolio,
    Representative,
    Source,
    Stakeholder,
    UnknownId,
    plan,
    private_for,
    private_paths,
    without_private,
)
from samenwerking.model.private import PERSONAL, is_private
from samenwerking.model.references import leading
from samenwerking.report import catalog
from samenwerking.testing import portfolios

SECRET = "geheimpje"


def shared(*parties, people=(), **collaboration):
    """A portfolio in which x and y take part in c, or these parties."""
    bodies = [Organization(id=id_, name=f"Waterschap {id_.upper()}") for id_ in ("x", "y")]
    people = [Organization(id="p", kind="person", part_of="x"), *people]
    canvas = Canvas(parties=parties or [Participation(party="x"), Participation(party="y")], goals=["g"])
    collaborations = [Collaboration(id="c", name="Polder", canvas=canvas, **collaboration)]
    goals = [Goal(id="g", name="Randen", kind="shared")]
    return Portfolio(organizations=[*bodies, *people], goals=goals, collaborations=collaborations)


FULL = {
    "schema": 1,
    "owner": "x",
    "collaborations": [
        {
            "id": "c",
            "interests": [SECRET],
            "alternative": {"description": SECRET, "cost": 5},
            "negotiating_room": SECRET,
            "prefers": ["y"],
            "representatives": [{"person": "p", "mandate": {"limit": 50000}}],
        }
    ],
    "organizations": [{"id": "p", "name": SECRET, "aliases": [f"{SECRET} junior"]}],
}


def at_the_table(**mandate):
    return Participation(party="x", representatives=[Representative(person="p", **mandate)])


# The law: the shared file and the side files together lose nothing.


def owners(portfolio):
    of_canvases = [p.party for c in portfolio.collaborations for p in c.canvas.parties]
    employers = [o.part_of for o in portfolio.organizations if o.part_of]
    people = [o.id for o in portfolio.organizations if o.kind == "person"]
    return [id_ for id_ in dict.fromkeys((*of_canvases, *employers, *people)) if id_ in portfolio]


@given(portfolios())
def test_what_is_shared_and_the_side_file_together_lose_nothing_of_the_owner(portfolio):
    in_between = from_json(to_json(portfolio, private="omit"))
    for owner in owners(portfolio):
        own = json.loads(json.dumps(private_to_dict(portfolio, owner)))
        assert load_private(in_between, own, owner=owner) == private_for(portfolio, owner)


@given(portfolios(), st.randoms())
def test_the_files_of_all_parties_can_be_read_in_any_order(portfolio, random):
    merged = [without_private(portfolio)] * 2
    for turn in (0, 1):
        parties = owners(portfolio)
        random.shuffle(parties)
        for owner in parties:
            merged[turn] = load_private(merged[turn], private_to_dict(portfolio, owner))
    assert merged[0] == merged[1]
    left = set(private_paths(portfolio)) - set(private_paths(merged[0]))
    names = [portfolio.organizations[path[1]] for path in left if path[0] == "organizations"]
    assert not {person.id for person in names} & set(owners(portfolio))
    assert all("stakeholders" in path for path in left if path[0] == "collaborations")


@given(portfolios())
def test_the_side_file_holds_nothing_of_another(portfolio):
    for owner in owners(portfolio):
        nothing_of_others = private_for(portfolio, owner)
        assert private_to_dict(portfolio, owner) == private_to_dict(nothing_of_others, owner)
        placed = load_private(without_private(portfolio), private_to_dict(portfolio, owner))
        assert private_for(placed, owner) == placed


def test_files_on_disk(tmp_path):
    whole = load_private(shared(at_the_table(mandate=Mandate()), Participation(party="y")), FULL)
    save(whole, tmp_path / "polder.json", private="omit")
    save_private(whole, tmp_path / "x.private.json", "x")
    text = (tmp_path / "x.private.json").read_text(encoding="utf-8")
    assert json.loads(text) == FULL
    assert text.endswith("}\n") and text.startswith('{\n  "schema": 1,\n  "owner": "x",\n')
    assert SECRET not in (tmp_path / "polder.json").read_text(encoding="utf-8")
    assert load_private(sw.load(tmp_path / "polder.json"), tmp_path / "x.private.json") == whole
    save_private(whole, str(tmp_path / "x.private.json"), whole["x"])
    assert (tmp_path / "x.private.json").read_text(encoding="utf-8") == text


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of this sort are not known there")
def test_a_new_side_file_is_for_its_owner_alone(tmp_path):
    path = tmp_path / "x.private.json"
    save_private(shared(), path, "x")
    assert path.stat().st_mode & 0o777 == 0o600
    os.chmod(path, 0o640)
    save_private(shared(), path, "x")
    assert path.stat().st_mode & 0o777 == 0o640


def test_the_name_of_the_file_says_what_it_is(tmp_path):
    for name in ("x.json", "x.private.yaml", "private.txt"):
        with pytest.raises(ValueError, match=r"ends in \.private\.json"):
            save_private(shared(), tmp_path / name, "x")
    assert list(tmp_path.iterdir()) == []


def test_writing_for_someone_who_is_no_party():
    with pytest.raises(UnknownId, match="did you mean 'x'"):
        private_to_dict(shared(), "waterschap x")
    with pytest.raises(UnknownId, match="no party 'g'"):
        private_to_dict(shared(), "g")
    nowhere = Portfolio(
        collaborations=[
            Collaboration(
                id="c", name="C", canvas=Canvas(parties=[Participation(party="z", interests=["a"])])
            )
        ]
    )
    assert load_private(without_private(nowhere), private_to_dict(nowhere, "z")) == nowhere


# What follows from the plan.


def test_everything_private_about_a_participation_can_stand_in_the_side_file():
    def reachable(cls):
        for field in leading(cls, is_private):
            if field.private:
                yield cls.__name__, field.name
            else:
                yield from reachable(field.item)

    def allowed(cls):
        for field in plan(cls):
            if field.private:
                yield cls.__name__, field.name
            elif field.kind == "record":
                yield from allowed(field.item)

    assert list(allowed(side_class(Participation))) == list(reachable(Participation))
    assert [f.name for f in plan(side_class(Organization)) if f.private] == list(PERSONAL)
    root = {field.name: field.item for field in plan(side_file_class()) if field.kind == "record"}
    assert root == {"collaborations": side_class(Participation), "organizations": side_class(Organization)}


def test_every_list_on_the_way_says_by_what_its_records_are_known():
    def lists(cls):
        for field in leading(cls, is_private):
            if not field.private:
                yield from [field.item] if field.many else []
                yield from lists(field.item)

    found = {Participation, Organization, *lists(Participation)}
    assert found == set(KNOWN_BY)
    for cls, (always, apart) in KNOWN_BY.items():
        required = {field.name for field in plan(cls) if field.required}
        assert set(always) <= required and not set(apart) & required
        assert not {field.name for field in plan(cls) if field.private} & {*always, *apart}


def test_a_record_that_is_not_there_yet_is_made_where_it_can_be():
    placed = load_private(shared(at_the_table(), Participation(party="y")), FULL)
    assert placed["c"].canvas.parties[0].representatives[0].mandate == Mandate(limit=50000)


def test_what_the_side_file_does_not_say_stays():
    before = shared(Participation(party="x", interests=["eerst"], negotiating_room="ruim"))
    own = {"schema": 1, "owner": "x", "collaborations": [{"id": "c", "interests": ["nu"]}]}
    (party,) = load_private(before, own)["c"].canvas.parties
    assert (party.interests, party.negotiating_room) == (("nu",), "ruim")
    assert load_private(before, {"schema": 1, "owner": "x"}) == before


# Which record an entry is about.


def twice():
    first = Participation(party="x", role="trekker", interests=["als trekker"])
    return first, attrs.evolve(first, role=None, period=Period(start="2026"), interests=["later"])


def test_role_and_period_tell_two_parts_apart_whatever_their_order():
    first, second = twice()
    own = private_to_dict(shared(first, second), "x")
    assert [entry.get("role") for entry in own["collaborations"]] == ["trekker", None]
    assert own["collaborations"][1]["period"] == {"start": "2026"}
    swapped = shared(*map(without_private, (second, first)))
    assert load_private(swapped, own) == shared(second, first)


def test_parts_that_nothing_tells_apart_are_taken_in_order():
    empty, full = Participation(party="x"), Participation(party="x", interests=[SECRET])
    for parties in ([empty, full, empty], [full, empty], [full, full]):
        own = private_to_dict(shared(*parties), "x")
        assert load_private(shared(*map(without_private, parties)), own) == shared(*parties)
    assert len(private_to_dict(shared(empty, full, empty), "x")["collaborations"]) == 2


def test_an_entry_that_may_be_about_two_parts_is_refused():
    first, second = twice()
    own = {"schema": 1, "owner": "x", "collaborations": [{"id": "c", "interests": [SECRET]}]}
    result, report = read_private(shared(first, second), own)
    assert result is None
    assert [(f.code, f.pointer) for f in report] == [("SAM213", "/collaborations/0")]
    assert report.items[0].message("nl") == "Het is niet duidelijk bij welke 'Partij' dit hoort."
    assert report.items[0].hint("nl") == "Noem role en period precies zoals in het gedeelde bestand."
    once = {"id": "c", "role": "adviseur", "interests": [SECRET]}
    assert read_private(shared(first), {**own, "collaborations": [once]})[0] is None
    again = {"schema": 1, "owner": "x", "collaborations": [{"id": "c"}, {"id": "c"}]}
    assert [f.pointer for f in read_private(shared(first), again)[1]] == ["/collaborations/1"]


# Everything that can be wrong, each with code, pointer, line and a sentence without content.

HEAD = "schema: 1\nowner: x\n"
PART = HEAD + "collaborations:\n- id: c\n"
NAMES = HEAD + "organizations:\n"
# code, YAML, pointer, line, sentence
WRONG = [
    ("SAM101", HEAD + f"collaborations: [{SECRET}", None, None, None),
    ("SAM103", PART + f"  interests: [{SECRET}]\n  interests: [b]", "/collaborations/0/interests", 6, None),
    ("SAM105", f"[{SECRET}]", "", 1, None),
    ("SAM107", PART + f"  negotiating_room: *{SECRET}", "/collaborations/0/negotiating_room", 5, None),
    ("SAM108", PART + f"  negotiating_room: !{SECRET} a", "/collaborations/0/negotiating_room", 5, None),
    ("SAM109", f"{HEAD}---\n{SECRET}: 1", None, 3, None),
    ("SAM110", PART + "  interests:", "/collaborations/0/interests", 5, "Bij 'belangen' staat niets."),
    (
        "SAM111",
        PART + f"  interests: {SECRET}",
        "/collaborations/0/interests",
        5,
        "Bij 'belangen' hoort een lijst; hier staat (privé).",
    ),
    ("SAM111", PART + f"  alternative: {{cost: {SECRET}}}", "/collaborations/0/alternative/cost", 5, None),
    ("SAM112", "schema: 1", "", 1, "'eigenaar' ontbreekt nog."),
    ("SAM112", HEAD + f"collaborations:\n- interests: [{SECRET}]", "/collaborations/0", 4, None),
    (
        "SAM113",
        PART + f"  intrests: [{SECRET}]",
        "/collaborations/0/intrests",
        5,
        "'intrests' is geen veld van 'Partij'.",
    ),
    ("SAM115", PART + f"  period: {{start: {SECRET}}}", "/collaborations/0/period/start", 5, None),
    ("SAM116", PART + f"  alternative: {{cost: {'9' * 20}}}", "/collaborations/0/alternative/cost", 5, None),
    ("SAM117", PART + "  interests: [' ']", "/collaborations/0/interests/0", 5, None),
    ("SAM118", PART + f"  prefers: ['{SECRET}[']", "/collaborations/0/prefers/0", 5, None),
    (
        "SAM120",
        PART + "  alternative: {probability: 7}",
        "/collaborations/0/alternative/probability",
        5,
        None,
    ),
    ("SAM121", "owner: x", "", 1, None),
    ("SAM122", "schema: 7\nowner: x", "/schema", 1, None),
    ("SAM123", PART + f'  negotiating_room: "{SECRET}\\a"', "/collaborations/0/negotiating_room", 5, None),
    (
        "SAM131",
        PART + f"  risks: [{{text: {SECRET}}}]",
        "/collaborations/0/risks",
        5,
        "'risks' is niet privé en hoort dus niet in dit bestand.",
    ),
    ("SAM131", PART + "  risico's: []", "/collaborations/0/risks", 5, None),
    (
        "SAM131",
        PART + "  alternative: {considered: true}",
        "/collaborations/0/alternative/considered",
        5,
        None,
    ),
    ("SAM131", PART + "  name: Polder", "/collaborations/0/name", 5, None),
    ("SAM131", HEAD + "goals: []", "/goals", 3, None),
    ("SAM131", NAMES + f"- {{id: q, name: {SECRET}}}", "/organizations/0/name", 4, None),
    (
        "SAM132",
        PART + f"  {SECRET}: 5",
        "/collaborations/0",
        5,
        "Hier staat iets wat geen veld is van 'Partij'.",
    ),
    ("SAM132", f"{HEAD}x-{SECRET}: 5", "", 3, "Hier staat iets wat geen veld is van 'Privébestand'."),
    ("SAM202", "schema: 1\nowner: g", "/owner", 2, None),
    (
        "SAM211",
        "schema: 1\nowner: waterschap x",
        "/owner",
        2,
        "'waterschap x' staat niet in het gedeelde bestand.",
    ),
    ("SAM211", HEAD + "collaborations: [{id: cc}]", "/collaborations/0/id", 3, None),
    ("SAM211", HEAD + "organizations: [{id: pp}]", "/organizations/0/id", 3, None),
    (
        "SAM212",
        "schema: 1\nowner: z\ncollaborations: [{id: c}]",
        "/collaborations/0/id",
        3,
        "'z' doet niet mee aan 'c'.",
    ),
    ("SAM213", PART + "  representatives: [{person: y}]", "/collaborations/0/representatives/0", 5, None),
    ("SAM213", NAMES + f"- {{id: p, name: {SECRET}}}\n- {{id: p}}", "/organizations/1", 5, None),
    ("SAM214", NAMES + f"- {{id: r, name: {SECRET}}}", "/organizations/0/id", 4, "'r' hoort niet bij 'x'."),
    ("SAM214", NAMES + f"- {{id: y, name: {SECRET}}}", "/organizations/0/id", 4, None),
]


class Named(io.StringIO):
    name = "x.private.yaml"


def others():
    return [
        Organization(id="q", kind="person", part_of="x", name="Jane", sources=[Source(title="site")]),
        Organization(id="r", kind="person", part_of="y"),
        Organization(id="z", name="Provincie Z"),
    ]


def everything_said(report):
    told = [report.text("nl"), report.text("en"), report.to_json(), repr(report), repr(list(report))]
    told += [repr(finding.params) + str(finding.hint("nl")) + str(finding.hint("en")) for finding in report]
    return "\n".join(told)


@pytest.mark.parametrize(("code", "text", "pointer", "line", "sentence"), WRONG)
def test_what_is_wrong_is_told_and_nothing_is_quoted(code, text, pointer, line, sentence):
    pytest.importorskip("yaml")
    portfolio = shared(people=others())
    result, report = read_private(portfolio, Named(text))
    assert result is None
    assert [found.code for found in report] == [code]
    (finding,) = report
    assert finding.file == "x.private.yaml"
    assert pointer is None or finding.pointer == pointer
    assert line is None or finding.line == line
    assert sentence is None or finding.message("nl") == sentence
    assert SECRET not in everything_said(report)
    with pytest.raises(sw.LoadError) as caught:
        load_private(portfolio, Named(text))
    assert SECRET not in str(caught.value) and caught.value.report == report


def test_each_finding_of_a_side_file_has_a_case():
    codes = {code for code in catalog() if "SAM131" <= code <= "SAM133" or "SAM211" <= code <= "SAM214"}
    assert codes - {code for code, *_ in WRONG} == {"SAM133"}


def test_everything_that_is_wrong_is_told_at_once_in_the_order_of_the_file():
    own = {
        "schema": 1,
        "owner": "x",
        "collaborations": [{"id": "d"}, {"id": "c", "interests": 5}, {"id": "c", "form": "shared-goal"}],
    }
    _, report = read_private(shared(), json.dumps(own, indent=1).encode())
    assert [f.code for f in report] == ["SAM111", "SAM131"]
    own["collaborations"] = [{"id": "d"}, {"id": "c", "interests": ["a"]}, {"id": "c"}]
    own["organizations"] = [{"id": "s"}]
    _, report = read_private(shared(), json.dumps(own, indent=1).encode())
    assert [(f.code, f.line) for f in report] == [("SAM211", 6), ("SAM213", 14), ("SAM211", 20)]


def test_a_file_of_another_is_refused_where_one_owner_is_expected():
    portfolio = shared()
    assert load_private(portfolio, FULL | {"collaborations": [], "organizations": []}, owner=portfolio["x"])
    result, report = read_private(portfolio, FULL, owner="y")
    assert result is None and [f.code for f in report] == ["SAM133"]
    assert report.items[0].message("nl") == "Dit privébestand is van 'x', niet van 'y'."
    assert SECRET not in everything_said(report)


def test_a_private_reference_that_leads_nowhere_loads_and_is_not_named():
    own = {"schema": 1, "owner": "x", "collaborations": [{"id": "c", "prefers": [SECRET]}]}
    result, report = read_private(shared(), own)
    assert result is not None and result["c"].canvas.parties[0].prefers == (SECRET,)
    (finding,) = report
    assert (finding.code, finding.pointer) == ("SAM211", "/collaborations/0/prefers/0")
    assert finding.message("nl") == "'(privé)' staat niet in het gedeelde bestand."
    assert SECRET not in everything_said(report)


def test_the_name_of_a_person_suggests_nothing():
    hidden = Organization(id="p9", kind="person", name="Margriet")
    portfolio = shared(people=[hidden])
    for own in ({"owner": "Margriet"}, {"owner": "x", "organizations": [{"id": "Margriet"}]}):
        _, report = read_private(portfolio, {"schema": 1, **own})
        assert "p9" not in everything_said(report)


def test_what_can_block_belongs_to_no_party():
    canvas = Canvas(
        parties=[Participation(party="x")], stakeholders=[Stakeholder(name="s", party="x", can_block=True)]
    )
    portfolio = Portfolio(collaborations=[Collaboration(id="c", name="C", canvas=canvas)])
    assert private_to_dict(portfolio, "x") == {"schema": 1, "owner": "x"}


def test_other_sources(tmp_path):
    assert [f.code for f in read_private(shared(), b"\xff")[1]] == ["SAM102"]
    _, report = read_private(shared(), tmp_path / "x.private.xlsx")
    assert report.items[0].hint("nl") == "Kies .json, .yaml en .yml."
    with pytest.raises(TypeError):
        read_private(shared(), 5)
    with pytest.raises(FileNotFoundError):
        read_private(shared(), tmp_path / "none.private.json")
    for text in ("[1]", '{"schema": "9"}', "{"):
        assert read_private(shared(), text.encode())[0] is None


def test_a_repeated_key_is_not_quoted_unless_it_is_a_field():
    text = f'{{"schema": 1, "owner": "x", "{SECRET}": 1, "{SECRET}": 2}}'
    _, report = read_private(shared(), text.encode())
    assert {f.code for f in report} == {"SAM103", "SAM132"}
    assert SECRET not in everything_said(report)


def test_an_alternative_is_read_by_its_plan():
    parties = [Participation(party="x", alternative=Alternative(considered=True, on="2026"))]
    own = {"considered": True, "on": "2026", "better": True}
    placed = load_private(
        shared(*parties),
        {
            "schema": 1,
            "owner": "x",
            "collaborations": [{"id": "c", "alternative": {"better": own["better"]}}],
        },
    )
    assert placed["c"].canvas.parties[0].alternative == Alternative(**own)
