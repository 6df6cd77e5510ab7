"""What is needed to notice something: names that may be told, and parts that are worked out once."""

from typing import Any

import pytest

from samenwerking.graph import two_mode, works_with
from samenwerking.graph.noticed_file import stated
from samenwerking.graph.noticing import Facts
from samenwerking.graph.taking_part import sector_groups
from samenwerking.io import example
from samenwerking.model import (
    Canvas,
    Collaboration,
    Goal,
    Organization,
    Participation,
    Partner,
    Portfolio,
    Source,
    StatedCount,
)
from samenwerking.vocabulary import Bilingual, Code, CodeList

PORTFOLIO = Portfolio(
    organizations=[
        Organization(id="x", name="Waterschap X", sector="waterschap"),
        Organization(id="boer", name="Jan Geheim", kind="person"),
        Organization(id="bestuurder", name="Els Bekend", kind="person", sources=[Source(title="krant")]),
    ],
    goals=[Goal(id="oevers", name="Oevers", kind="shared")],
    collaborations=[
        Collaboration(
            id="polder",
            name="Polder",
            canvas=Canvas(
                goals=["oevers", "weg"], parties=[Participation(party=each) for each in ("x", "boer")]
            ),
        )
    ],
    codes=[Code(list="sector", code="imkerij", nl="imkerij", en="beekeeping")],
)


def test_names_are_those_that_may_be_told() -> None:
    facts = Facts(PORTFOLIO)
    told = facts.names(["x", "boer", "bestuurder", "oevers", "polder", "nergens"])
    assert told == ("Waterschap X", "boer", "Els Bekend", "Oevers", "Polder", "nergens")


def test_an_id_that_occurs_twice_goes_by_its_id() -> None:
    twice = Portfolio(organizations=[Organization(id="x", name="A"), Organization(id="x", name="B")])
    assert Facts(twice).name("x") == "x"


def test_labels_of_codes_shipped_own_and_unknown() -> None:
    facts = Facts(PORTFOLIO)
    assert facts.sector("waterschap") == Bilingual("waterschap", "water authority")
    assert facts.sector("imkerij") == Bilingual("imkerij", "beekeeping")
    assert facts.sector("weg") == Bilingual("weg", "weg")
    assert facts.label(CodeList.THEME, "monitoring").en == "Monitoring"


def test_the_parts_are_those_of_the_graph() -> None:
    facts = Facts(PORTFOLIO)
    assert facts.teams == {"polder": ("boer", "x")}
    assert facts.meeting == facts.teams
    assert facts.parties == ("boer", "x")  # a person only as a party
    assert facts.sectors == sector_groups(PORTFOLIO)
    assert facts.tables == {"oevers": {"x", "boer"}}  # of goals on file alone
    assert facts.graph is facts.graph
    assert facts.leaning is facts.leaning


@pytest.mark.parametrize("day", [None, "2020-06-01"])
def test_a_day_decides_on_all_parts(day: Any) -> None:
    portfolio = example("deltaplan")
    facts = Facts(portfolio, day)
    graph: Any = works_with(portfolio if day is None else two_mode(portfolio, as_of=day))
    assert set(facts.graph.edges) == set(graph.edges)
    assert list(facts.parties) == list(graph)
    assert facts.leaning.names == facts.parties


def test_records_with_something_in_common() -> None:
    facts = Facts(PORTFOLIO)
    assert facts.listed("alone", [], 3) is None
    found = facts.listed("alone", ["x", "boer"], 3, date="vandaag")
    assert found is not None
    assert (found.kind, found.value, found.baseline, found.evidence) == ("alone", 2, 0, ("x", "boer"))
    assert found.words == {
        "total": 3,
        "names": ("Waterschap X", "boer"),
        "first": "Waterschap X",
        "date": "vandaag",
    }
    named = facts.listed("alone", ["x"], 3, names=["iets anders"])
    assert named is not None
    assert named.words["first"] == "iets anders"


# What a source states


def with_counts(*counts: StatedCount, partners: int = 1) -> Portfolio:
    organizations = [Organization(id=f"o{number}", name="O") for number in range(partners)]
    return Portfolio(
        coalition="samen",
        organizations=organizations,
        partners=[Partner(party=each.id) for each in organizations],
        collaborations=[Collaboration(id="samen", name="Samen", counts=counts)],
    )


def test_the_latest_number_of_a_source_counts() -> None:
    counts = [
        StatedCount(what="partners", number=9, on="2024-04"),
        StatedCount(what="partners", number=5, on="2020"),
        StatedCount(what="partners", number=7),
    ]
    (found,) = stated(Facts(with_counts(*counts)))
    assert found is not None
    assert (found.value, found.baseline, found.evidence) == (1, 9, ("samen",))


def test_nothing_is_said_where_the_file_has_as_many_or_nobody_says_how_many() -> None:
    enough = with_counts(StatedCount(what="partners", number=2, on="2024"), partners=2)
    assert list(stated(Facts(enough))) == []
    assert list(stated(Facts(with_counts(StatedCount(what="mensen", number=50, on="2024"))))) == []
    assert list(stated(Facts(Portfolio(coalition="weg")))) == []
    assert list(stated(Facts(PORTFOLIO))) == []
