import datetime
import random

import attrs
import pytest
from display_cases import crowd, numbers, parsed, shuffled, texts, web
from hypothesis import given, settings

from samenwerking.display import map  # noqa: A004
from samenwerking.display.layout import Box, arrange
from samenwerking.model import Canvas, Collaboration, Organization, Participation, Period, Portfolio
from samenwerking.testing.strategies import portfolios


def test_the_same_portfolio_in_another_order_gives_the_same_bytes() -> None:
    one = web(60, 12)
    other = shuffled(one, random.Random(4))
    assert other != one
    assert map(other).svg == map(one).svg


def test_everyone_is_named_once_and_counted() -> None:
    portfolio = web(40, 10)
    picture = map(portfolio)
    said = " ".join(texts(picture.svg or ""))
    parties = {p for c in portfolio.collaborations for p in portfolio.parties_of(c)}
    for party in parties:
        assert said.count(f"{portfolio[party].name} ") + said.endswith(portfolio[party].name) == 1
    shared = sum(len(portfolio.collaborations_of(party)) > 1 for party in parties)
    assert (
        picture.alt
        == f"Samenwerkingen: 10. Partijen: {len(parties)}; in meer dan één samenwerking: {shared}."
    )
    assert f"Zonder samenwerking in dit bestand: {40 - len(parties)}." in said


def test_boxes_do_not_lie_on_one_another() -> None:
    boxes = [Box(100, 40 + place) for place in range(30)]
    links = [(place, (place * 7 + 3) % 10) for place in range(10, 30)]
    wide, high = arrange(boxes, links, 10)
    for place, one in enumerate(boxes):
        for other in boxes[:place]:
            apart = abs(one.x - other.x) >= (one.width + other.width) / 2
            assert apart or abs(one.y - other.y) >= (one.height + other.height) / 2
        assert one.x - one.width / 2 >= 0 and one.x + one.width / 2 <= wide
        assert one.y - one.height / 2 >= 0 and one.y + one.height / 2 <= high


def test_nothing_to_arrange() -> None:
    assert arrange([], [], 0) == (0.0, 0.0)


def test_an_incomplete_list_of_parties_is_marked() -> None:
    party = Participation(party="x")
    known = Collaboration(id="a", name="Volledig", parties_complete=True, canvas=Canvas(parties=[party]))
    unknown = Collaboration(id="b", name="Onbekend", canvas=Canvas(parties=[party]))
    said = texts(map(Portfolio(collaborations=[known, unknown])).svg or "")
    assert "Volledig (1)" in said and "Onbekend (1*)" in said


def test_what_has_ended_is_left_out_when_asked() -> None:
    gone = Participation(party="weg", period=Period(end="2020"))
    here = Participation(party="hier")
    collaborations = [
        Collaboration(id="a", name="Loopt", canvas=Canvas(parties=[gone, here])),
        Collaboration(id="b", name="Voorbij", period=Period(end="2019"), canvas=Canvas(parties=[here])),
    ]
    portfolio = Portfolio(collaborations=collaborations)
    said = texts(map(portfolio, as_of=datetime.date(2026, 1, 1)).svg or "")
    assert "hier" in said and "weg" not in said and "Voorbij (1*)" not in said
    assert "weg" in texts(map(portfolio).svg or "")


def test_a_collaboration_as_a_party_is_linked_frame_to_frame() -> None:
    inner = Collaboration(
        id="binnen",
        name="Binnen",
        canvas=Canvas(parties=[Participation(party="x"), Participation(party="binnen")]),
    )
    outer = Collaboration(
        id="buiten",
        name="Buiten",
        canvas=Canvas(parties=[Participation(party="binnen"), Participation(party="leeg")]),
    )
    empty = Collaboration(id="leeg", name="Nog zonder partijen")
    svg = map(Portfolio(collaborations=[inner, outer, empty])).svg or ""
    assert sum(e.attrib.get("stroke-dasharray") == "5 3" for e in parsed(svg).iter()) == 1
    assert "Nog zonder partijen" in texts(svg)


def test_kinds_have_shapes_and_sectors_have_letters() -> None:
    kinds = ("organization", "group", "programme", "person", "initiative")
    made = [Organization(id=f"o-{kind}", name=f"De {kind}", kind=kind, sector="waterschap") for kind in kinds]
    made.append(Organization(id="eigen", name="Eigen", sector="zelfbedacht"))
    joined = Canvas(parties=[Participation(party=each) for each in made])
    two = [Collaboration(id=id_, name=id_, canvas=joined) for id_ in ("a", "b")]
    said = texts(map(Portfolio(organizations=made, collaborations=two), language="en").svg or "")
    assert {"organization", "group", "programme", "person", "initiative", "government", "zelfbedacht"} <= set(
        said
    )
    assert "De person" not in said and "person 1" in said
    letters = [each for each in said if len(each) == 1]
    assert letters.count("G") == 6 and "Z" in letters


def test_an_unknown_sector_is_shown_as_such() -> None:
    one = Collaboration(id="a", name="A", canvas=Canvas(parties=[Participation(party="x")]))
    said = texts(map(Portfolio(collaborations=[one])).svg or "")
    assert said.count("?") == 2 and "onbekend" in said


def test_an_empty_portfolio_says_so() -> None:
    assert "Er valt nog niets te tekenen." in texts(map(Portfolio()).svg or "")


def test_a_crowd_is_bounded_and_counted() -> None:
    picture = map(crowd(500))
    assert any(each == "en nog 488" for each in texts(picture.svg or ""))
    assert len(picture.svg or "") < 60_000


def test_so_many_collaborations_that_not_all_are_drawn() -> None:
    parties = [Participation(party=f"p-{n:03}") for n in range(200)]
    many = [
        Collaboration(id=f"c-{k:02}", name=f"C {k}", canvas=Canvas(parties=parties[k * 3 : k * 3 + 6]))
        for k in range(62)
    ]
    picture = map(Portfolio(collaborations=many))
    said = texts(picture.svg or "")
    assert "Niet getekend: 2 samenwerkingen." in said
    assert any("Niet apart getekend" in each for each in said)
    assert len(picture.svg or "") < 500_000


def test_letters_are_large_enough() -> None:
    svg = map(web(50, 10)).svg or ""
    assert min(numbers(svg, "font-size")) >= 9
    root = parsed(svg).attrib
    assert root["viewBox"] == f"0 0 {root['width'].removesuffix('pt')} {root['height'].removesuffix('pt')}"


@settings(max_examples=25, deadline=None)
@given(portfolios(broken_references=True))
def test_any_portfolio_can_be_drawn(portfolio: Portfolio) -> None:
    parsed(map(portfolio).svg or "")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_sector_that_is_its_own_parent_ends(language: str) -> None:
    from samenwerking.vocabulary import Code

    own = Code(list="sector", code="rond", nl="rond", broader="rond")
    organization = Organization(id="x", name="X", sector="rond")
    one = Collaboration(id="a", name="A", canvas=Canvas(parties=[Participation(party="x")]))
    portfolio = Portfolio(organizations=[organization], collaborations=[one], codes=[own])
    assert "rond" in texts(map(attrs.evolve(portfolio), language=language).svg or "")


def test_a_long_legend_goes_on_in_the_next_row() -> None:
    sectors = [f"sector met een heel lange naam {n}" for n in range(20)]
    made = [Organization(id=f"o-{n}", name=f"O {n}", sector=sector) for n, sector in enumerate(sectors)]
    one = Collaboration(id="a", name="A", canvas=Canvas(parties=[Participation(party=each) for each in made]))
    svg = map(Portfolio(organizations=made, collaborations=[one])).svg or ""
    said = texts(svg)
    assert all(sector in said for sector in sectors)
    letters = [each for each in said if len(each) == 1]
    assert len(set(letters)) >= 20
    wide = float(parsed(svg).attrib["width"].removesuffix("pt"))
    moved = [e.attrib["transform"] for e in parsed(svg).iter() if "transform" in e.attrib]
    assert all(0 < float(each.split("(")[1].split()[0]) < wide for each in moved)
