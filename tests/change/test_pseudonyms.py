"""Training with a case of one's own: nobody's name is left, and everything that can be learned is."""

import datetime
import re
from collections import Counter

import attrs
import pytest
from hypothesis import given, strategies as st

import samenwerking as sw
from samenwerking.change.inventing import Inventor, folded, letters, slug
from samenwerking.change.pseudonyms import DROPPED, INVENTED, _disguise, pseudonymize
from samenwerking.change.renaming import SHORTEST, every_id
from samenwerking.graph import two_mode
from samenwerking.io import example_names, to_json
from samenwerking.model import (
    KINDS,
    Agreement,
    Area,
    Body,
    Canvas,
    Collaboration,
    Contribution,
    Goal,
    Identifier,
    LeftEmpty,
    Organization,
    Participation,
    Partner,
    Portfolio,
    Setup,
    Source,
    Stakeholder,
    Task,
    inspect,
    plan,
    private_paths,
    without_private,
)
from samenwerking.model.plan import plan_by_name
from samenwerking.testing import portfolios
from samenwerking.vocabulary import Code, CodeList, codes, reading

TODAY = datetime.date(2026, 6, 1)


def ids_of(portfolio, seed=None):
    return _disguise(portfolio, seed, reading()).ids


def without_digests(portfolio):
    """The fingerprints of agreements are left out: what changed since is not told any more."""

    def undigested(c):
        agreements = [attrs.evolve(each, digest="") for each in c.canvas.agreements]
        return attrs.evolve(c, canvas=attrs.evolve(c.canvas, agreements=agreements))

    return attrs.evolve(portfolio, collaborations=tuple(map(undigested, portfolio.collaborations)))


NUMBERS = ("SAM209", "SAM210")  # about numbers of registers, which are left out


def codes_told(report, ids):
    told = (f for f in report if f.code not in NUMBERS)
    return Counter((f.code, ids.get(f.subject, f.subject), f.kind, f.severity, f.gear) for f in told)


# Laws.


@given(portfolios(broken_references=True))
def test_the_rules_say_of_it_what_they_said_of_the_original(portfolio):
    portfolio = without_digests(without_private(portfolio))
    told = pseudonymize(portfolio)
    before, after = sw.validate(portfolio, as_of=TODAY), sw.validate(told, as_of=TODAY)
    assert codes_told(before, ids_of(portfolio)) == codes_told(after, {})


@pytest.mark.parametrize("name", example_names())
def test_the_rules_say_of_an_example_what_they_said(name):
    portfolio = without_digests(without_private(sw.example(name)))
    told = pseudonymize(portfolio)
    before, after = sw.validate(portfolio, as_of=TODAY), sw.validate(told, as_of=TODAY)
    assert codes_told(before, ids_of(portfolio)) == codes_told(after, {})


def shape(graph, ids):
    """A graph without what its nodes are called: names, own codes, and which of two wholes comes first."""

    def bare(attributes):
        kept = {key: value for key, value in attributes.items() if key not in ("label", "sector", "roles")}
        whole = kept.pop("collaboration", None)
        return kept | ({"whole": ids.get(whole, whole)} if whole and "mutual" not in kept else {})

    nodes = {ids.get(node, node): bare(attributes) for node, attributes in graph.nodes(data=True)}
    ties = {frozenset(ids.get(n, n) for n in (a, b)): bare(tie) for a, b, tie in graph.edges(data=True)}
    return nodes, ties


@given(portfolios(broken_references=True))
def test_the_graph_is_the_same_but_for_the_names(portfolio):
    told = pseudonymize(portfolio)
    assert shape(two_mode(told), {}) == shape(two_mode(portfolio), ids_of(portfolio))


@given(portfolios(broken_references=True))
def test_it_hangs_together_as_it_did_and_comes_back_from_a_file(portfolio):
    told = pseudonymize(portfolio)
    assert Counter(f.code for f in inspect(told)) == Counter(
        f.code for f in inspect(without_private(portfolio))
    )
    assert list(private_paths(told)) == []
    assert sw.from_json(to_json(told)) == told


@given(portfolios(broken_references=True), st.randoms())
def test_the_order_of_records_makes_no_difference(portfolio, random):
    mixed = {}
    for kind in KINDS:
        items = list(getattr(portfolio, kind.list))
        random.shuffle(items)
        mixed[kind.list] = items
    assert pseudonymize(attrs.evolve(portfolio, **mixed)) == pseudonymize(portfolio)


ORDINARY = {
    word
    for list_ in CodeList
    for code in codes(list_).values()
    for word in re.findall(r"\w+", f"{code.code} {code.nl} {code.en}".casefold())
}


def said_in(text, name):
    return name.casefold() in text and re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", text)


@pytest.mark.parametrize("name", example_names())
def test_no_name_id_number_or_address_of_an_example_is_left(name):
    portfolio = sw.example(name)
    text = to_json(pseudonymize(portfolio)).casefold()
    originals = set(every_id(portfolio))
    for place in portfolio.locations():
        record = place.record
        originals |= {getattr(record, "name", ""), *getattr(record, "aliases", ())}
        originals |= {identifier.value for identifier in getattr(record, "identifiers", ())}
        originals |= {
            part for source in record.sources for part in (source.address, source.host, source.title)
        }
    originals |= {each.name for c in portfolio.collaborations for each in c.canvas.stakeholders}
    left = {each for each in originals if len(each) >= SHORTEST and said_in(text, each)}
    # what is left is a word of the language itself: the code of a list, or a word that labels are made of
    assert {each for each in left if not set(re.findall(r"\w+", each.casefold())) <= ORDINARY} == set()


# What becomes of what.


def case():
    return Portfolio(
        title="Proef in de Gelderse Vallei",
        organizations=[
            Organization(
                id="vallei",
                name="Waterschap Vallei",
                sector="waterschap",
                aliases=["WV"],
                formerly=["oude-vallei"],
                identifiers=[Identifier(scheme="kvk", value="01234567")],
                sources=[Source(address="https://vallei.nl/over", title="Over ons", seen="2026-01")],
            ),
            Organization(id="eem", name="Waterschap Eem", sector="waterschap"),
            Organization(id="imker", name="Imkers Vallei", sector="imkerij", extra={"x-crm": "77"}),
            Organization(id="jan", name="Jan Jansen", kind="person", part_of="vallei"),
            Organization(id="dora", name="Dora Dijk", kind="person", sources=[Source(host="vallei.nl")]),
        ],
        partners=[Partner(party="vallei"), Partner(party="eem", id="lid-eem")],
        areas=[Area(id="polder", name="Arkemheen", kind="polder")],
        goals=[
            Goal(
                id="randen",
                name="Bloemrijke randen",
                kind="shared",
                lead="niemand",
                policies=["Valleibeleid"],
            )
        ],
        collaborations=[
            Collaboration(
                id="proef",
                name="Arkemheen bloeit",
                description="Jan Jansen van WATERSCHAP VALLEI telt mee (zie https://vallei.nl/over, KvK 01234567).",
                areas=["polder"],
                canvas=Canvas(
                    goals=["randen"],
                    type="eigen-type",
                    parties=[
                        Participation(
                            party="vallei",
                            role="eigen-rol",
                            interests=["rust"],
                            contributions=[Contribution(kind="geld", amount=200000, fund="Valleifonds")],
                        ),
                        Participation(
                            party="eem", contributions=[Contribution(kind="geld", fund="Valleifonds")]
                        ),
                    ],
                    stakeholders=[Stakeholder(name="Pachters"), Stakeholder(name="waterschap eem")],
                    setup=Setup(
                        bodies=[Body(name="Stuurgroep Vallei")], tasks=[Task(name="bellen met vallei")]
                    ),
                    agreements=[
                        Agreement(on="2026-03-01", parties=["vallei"], at="Ede", digest="goals:12345678")
                    ],
                    left_empty=[
                        LeftEmpty(path="parties[vallei].risks", reason="volgens Waterschap Eem"),
                        LeftEmpty(path="setup.bodies[Stuurgroep Vallei].members", reason="a"),
                        LeftEmpty(path="setup.tasks[bellen met vallei].responsible", reason="a"),
                        LeftEmpty(path="stakeholders[Pachters].reason", reason="a"),
                        LeftEmpty(path="parties[].period", reason="a"),
                        LeftEmpty(path="nergens[vallei", reason="a"),
                        LeftEmpty(path="nergens[vallei].iets[wat]", reason="a"),
                    ],
                ),
            )
        ],
        codes=[
            Code(
                list="sector",
                code="imkerij",
                nl="imkerij Vallei",
                definition_nl="van Jan",
                broader="bedrijf",
            ),
            Code(list="frequency", code="per-dracht", nl="per dracht", months=2),
        ],
        coalition="proef",
        extra={"x-bron": "crm"},
    )


def test_what_becomes_of_what():
    told = pseudonymize(case(), seed=1)
    by_kind = {kind.list: [record.id for record in getattr(told, kind.list)] for kind in KINDS}
    assert by_kind == {
        "organizations": ["organisatie-a", "persoon-a", "persoon-b", "waterschap-a", "waterschap-b"],
        "partners": ["partner-a", by_kind["partners"][1]],
        "supporters": [],
        "areas": ["gebied-a"],
        "goals": ["doel-a"],
        "collaborations": ["samenwerking-a"],
    }
    ids = ids_of(case(), seed=1)
    vallei, eem = ids["vallei"], ids["eem"]
    assert {vallei, eem} == {"waterschap-a", "waterschap-b"}
    assert by_kind["partners"][1] == f"partner-{vallei}" and ids["lid-eem"] == "partner-a"
    assert told.title == "Oefening A" and told.coalition == "samenwerking-a" and not told.extra
    body = told[vallei]
    assert (body.name, body.aliases, body.formerly) == (f"Waterschap {vallei[-1].upper()}", (), ())
    assert body.identifiers == ()
    (source,) = body.sources
    assert re.fullmatch(r"https://bron-[abc]\.example", source.address) and source.seen == sw.Date("2026-01")
    assert told[ids["jan"]].name == "" and told[ids["dora"]].name.startswith("Persoon ")
    (goal,) = told.goals
    assert (goal.name, goal.lead, goal.policies) == ("Doel A", "onbekend-a", ("Beleid A",))
    (collaboration,) = told.collaborations
    assert collaboration.description == (
        f"Persoon {ids['jan'][-1].upper()} van {body.name} telt mee (zie {source.address}, KvK Nummer A)."
    )
    canvas = collaboration.canvas
    first, second = canvas.parties
    assert first.contributions[0].amount == 200000
    assert first.contributions[0].fund == second.contributions[0].fund == "Pot A"
    assert first.role == "onbekende-code-a" and canvas.type == "Onbekend type A"
    assert [each.name for each in canvas.stakeholders] == ["Belanghebbende A", told[eem].name]
    assert canvas.agreements == (Agreement(on="2026-03-01", parties=[vallei], at="Bijeenkomst A"),)
    assert canvas.setup.bodies[0].name == "Overleg A"
    assert canvas.setup.tasks[0].name == f"bellen met {vallei}"
    assert [entry.path for entry in canvas.left_empty] == [
        f"parties[{vallei}].risks",
        "setup.bodies[Overleg A].members",
        f"setup.tasks[bellen met {vallei}].responsible",
        "stakeholders[Belanghebbende A].reason",
        "parties[].period",
        f"nergens[{vallei}",
        f"nergens[{vallei}].iets[wat]",
    ]
    assert canvas.left_empty[0].reason == f"volgens {told[eem].name}"
    assert told.codes == (
        Code(list="frequency", code=told.codes[0].code, nl=told.codes[0].nl, months=2),
        Code(
            list="sector",
            code=told["organisatie-a"].sector,
            nl=told.codes[1].nl,
            broader="bedrijf",
        ),
    )
    assert {code.nl for code in told.codes} == {"Eigen code A", "Eigen code B"}


def test_the_seed_decides_who_is_called_what():
    portfolio = Portfolio(
        organizations=[
            Organization(id=f"w{n}", name=f"Waterschap {n}", sector="waterschap") for n in range(9)
        ]
    )
    assert pseudonymize(portfolio, seed=1) == pseudonymize(portfolio, seed=1)
    calls = {tuple(ids_of(portfolio, seed)[f"w{n}"] for n in range(9)) for seed in (None, 1, 2)}
    assert len(calls) == 3
    assert all(sorted(each) == [f"waterschap-{letter}" for letter in "abcdefghi"] for each in calls)


def test_an_english_portfolio_gets_english_names():
    portfolio = attrs.evolve(case(), language="en")
    told = pseudonymize(portfolio)
    assert [record.id for record in told.collaborations] == ["collaboration-a"]
    assert told.title == "Exercise A"


def test_nothing_invented_is_a_name_of_the_original():
    named = [
        Organization(id=id_, name=name, sector="bank") for id_, name in (("bank-a", "Zeker"), ("z", "Bank B"))
    ]
    told = pseudonymize(Portfolio(organizations=named))
    assert {record.id for record in told.organizations} == {"bank-c", "bank-d"}


def test_inventing():
    assert [letters(n) for n in range(60)] == [
        *map(chr, range(65, 91)),
        *(first + chr(second) for first in "AB" for second in range(65, 91)),
    ][:60]
    assert slug("  Natuur- en  Coöperatie ") == "natuur-en-cooperatie" and folded(" A  b") == "a b"
    inventor = Inventor("nl", "zout", set())
    texts = [f"tekst {n}" for n in range(20)]
    assert inventor.mixed(texts) == inventor.mixed(reversed(texts)) != texts
    assert len({inventor.name("bank") for _ in range(100)} | {inventor.name("Bank")}) == 101


def test_the_tables_name_attributes_there_are():
    for cls, name in (*INVENTED, *DROPPED):
        field = plan_by_name(cls)[name]
        assert field.kind == "text" or field.item is Identifier
        assert not field.private
    assert all(not plan_by_name(cls)[name].required for cls, name in DROPPED)
    addresses = {
        (c, f.name) for c in {k[0] for k in INVENTED} for f in plan(c) if f.name in ("address", "host")
    }
    assert addresses <= INVENTED.keys()
