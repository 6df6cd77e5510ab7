from decimal import Decimal

import attrs
import pytest
from display_cases import AS_OF, crowd, numbers, parsed, texts

from samenwerking.display import type_matrix
from samenwerking.display.axes import Dot, Field, dots, spread_bars, spread_key
from samenwerking.model import Canvas, Collaboration, Participation, Period, Portfolio, Position
from samenwerking.vocabulary import Form, reading

FIELD = Field(0, 0, 200, 200)


def _dot(binding: int, control: int, letter: str = "A") -> Dot:
    return Dot(letter=letter, name=letter, binding=Decimal(binding), control=Decimal(control))


def _letters(svg: str) -> dict[str, tuple[float, float]]:
    return {
        e.text or "": (float(e.attrib["x"]), float(e.attrib["y"]))
        for e in parsed(svg).iter()
        if e.attrib.get("fill") == "#ffffff" and e.text
    }


def test_much_control_is_above_and_binding_is_right(full: Portfolio) -> None:
    at = _letters(type_matrix(full, "voorbeeldpolder", as_of=AS_OF).svg or "")
    assert at["B"][1] < at["A"][1]  # control 75 above 35
    assert at["D"][0] < at["B"][0]  # binding 35 left of 70
    assert set(at) == set("ABCD")


def test_the_regions_are_said_to_be_our_reading(full: Portfolio) -> None:
    said = texts(type_matrix(full, "voorbeeldpolder", as_of=AS_OF).svg or "")
    assert any("onze lezing" in each for each in said)
    assert "transactie, diep" in said


def test_bare_axes_have_no_dots_and_no_regions(full: Portfolio) -> None:
    svg = type_matrix(full, "voorbeeldpolder", bare=True, as_of=AS_OF).svg or ""
    assert _letters(svg) == {}
    said = " ".join(texts(svg))
    assert "transactie" not in said and "onze lezing" not in said
    assert said.count("(baas in eigen huis)") == 2


def test_internal_control_is_always_glossed(full: Portfolio) -> None:
    for language, word, gloss in (
        ("nl", "interne controle", "(baas in eigen huis)"),
        ("en", "internal control", "(master in one's own house)"),
    ):
        picture = type_matrix(full, "voorbeeldpolder", language=language, as_of=AS_OF)
        said = " ".join(texts(picture.svg or "")) + picture.alt
        assert said.count(word) == said.count(gloss) > 0


def test_who_has_no_place_yet_is_named(full: Portfolio) -> None:
    said = " ".join(texts(type_matrix(full, "voorbeeldpolder", as_of=AS_OF).svg or ""))
    assert "Nog geen plek van: Zuivelcoöperatie De Melkbus." in said


def test_without_an_id_each_collaboration_is_a_dot(full: Portfolio) -> None:
    empty = Collaboration(id="leeg", name="Leeg")
    picture = type_matrix(full.add(empty), as_of=AS_OF)
    assert set(_letters(picture.svg or "")) == {"A"}
    assert "A Groenblauwe dooradering Voorbeeldpolder" in picture.alt


def test_nothing_to_place() -> None:
    said = texts(type_matrix(Portfolio(), language="en").svg or "")
    assert any("There are no dots yet" in each for each in said)


def test_many_dots_are_counted(full: Portfolio) -> None:
    picture = type_matrix(crowd(300), "groot", as_of=AS_OF)
    assert any(each.startswith("… en nog ") for each in texts(picture.svg or ""))
    assert len(picture.svg or "") < 200_000


def test_a_party_that_left_is_not_placed() -> None:
    left = Participation(party="x", period=Period(end="2020"), position=Position(binding=1, control=1))
    one = Collaboration(id="c", name="C", canvas=Canvas(parties=[left]))
    assert _letters(type_matrix(Portfolio(collaborations=[one]), "c", as_of=AS_OF).svg or "") == {}


def test_dots_do_not_cover_one_another() -> None:
    svg = f"<svg>{dots(FIELD, [_dot(50, 50)] * 9)}</svg>"
    big = [e for e in parsed(svg).iter() if e.tag == "circle" and e.attrib["r"] == "10"]
    at = [(float(e.attrib["cx"]), float(e.attrib["cy"])) for e in big]
    assert len(at) == 9
    assert all((a - c) ** 2 + (b - d) ** 2 > 19**2 for i, (a, b) in enumerate(at) for c, d in at[:i])


def test_a_full_field_still_shows_every_dot() -> None:
    tiny = Field(0, 0, 1, 1)
    assert dots(tiny, [_dot(50, 50), _dot(50, 50)]).count("<circle") == 2


@pytest.mark.parametrize(
    ("places", "key"),
    [
        ([], None),
        ([(50, 50)], None),
        ([(50, 50), (55, 52)], "spread_same"),
        ([(10, 50), (80, 52)], "spread_binding"),
        ([(50, 10), (52, 90)], "spread_control"),
        ([(10, 10), (80, 78)], "spread_both"),
    ],
)
def test_the_spread_in_words(places: list[tuple[int, int]], key: str | None) -> None:
    assert spread_key([_dot(*place) for place in places]) == key


def test_the_bars_are_as_long_as_the_answers_lie_apart() -> None:
    lines = list(parsed(f"<svg>{spread_bars(FIELD, [_dot(25, 50), _dot(75, 50)])}</svg>"))
    assert len(lines) == 1
    assert (lines[0].attrib["x1"], lines[0].attrib["x2"]) == ("50", "150")


def test_another_reading_moves_its_regions() -> None:
    table = reading()
    fewer = attrs.evolve(table, regions={Form.SHARED_GOAL: table.regions[Form.SHARED_GOAL]})
    said = texts(type_matrix(Portfolio(), reading=fewer).svg or "")
    assert "transactie, diep" not in said


def test_letters_are_large_enough(full: Portfolio) -> None:
    assert min(numbers(type_matrix(full, "voorbeeldpolder", as_of=AS_OF).svg or "", "font-size")) >= 9


def test_a_single_answer_has_no_spread(full: Portfolio) -> None:
    one = full.evolve("voorbeeldpolder", canvas__parties=full["voorbeeldpolder"].canvas.parties[:1])
    said = " ".join(texts(type_matrix(one, "voorbeeldpolder", as_of=AS_OF).svg or ""))
    assert "uiteen" not in said and "Waterschap X" in said


def test_many_without_a_place_are_counted() -> None:
    parties = [Participation(party=f"p-{n}") for n in range(9)]
    one = Collaboration(id="c", name="C", canvas=Canvas(parties=parties))
    said = " ".join(texts(type_matrix(Portfolio(collaborations=[one]), "c", as_of=AS_OF).svg or ""))
    assert "en nog 3" in said and "p-6" not in said
