"""Where dots go on the axes, how far answers lie apart, and where boxes go on a map."""

import itertools
from decimal import Decimal

import pytest
from display_cases import numbers, parsed, texts
from hypothesis import given, strategies as st

from samenwerking.display.axes import (
    Dot,
    Field,
    axes_margins,
    bare_axes,
    dots,
    regions,
    spread_bars,
    spread_key,
)
from samenwerking.display.layout import Box, arrange
from samenwerking.display.markup import tag
from samenwerking.display.svg import FAINT, INK, PAPER, SOFT, drawing, label, line, paragraph, shape
from samenwerking.vocabulary import Form, Language, reading

FIELD = Field(10, 20, 200, 100)
WIDE = Field(0, 0, 400, 400)


def _dot(binding: float, control: float, letter: str = "A") -> Dot:
    return Dot(letter=letter, name=letter, binding=Decimal(str(binding)), control=Decimal(str(control)))


def _circles(markup: str) -> list[tuple[float, float, float]]:
    found = parsed(tag("g", markup)).iter("circle")
    return [(float(e.attrib["cx"]), float(e.attrib["cy"]), float(e.attrib["r"])) for e in found]


@pytest.mark.parametrize(
    ("binding", "control", "x", "y"),
    [
        (0, 0, 10, 120),
        (100, 100, 210, 20),
        (50, 50, 110, 70),
        (0, 100, 10, 20),
        (100, 0, 210, 120),
        (12.5, 87.5, 35, 32.5),
    ],
)
def test_places_on_the_field(binding: float, control: float, x: float, y: float) -> None:
    assert (FIELD.x(binding), FIELD.y(control)) == (x, y)
    assert (FIELD.x(Decimal(str(binding))), FIELD.y(Decimal(str(control)))) == (x, y)


@pytest.mark.parametrize("count", [0, 1, 2, 8, 9, 50])
def test_dots_on_one_place_are_all_to_be_seen(count: int) -> None:
    circles = _circles(dots(WIDE, [_dot(50, 50, str(n)) for n in range(count)]))
    large = [each for each in circles if each[2] == 10]
    small = [each for each in circles if each[2] == 2]
    assert len(large) == count and len(small) == max(0, count - 1)
    for (a, b, _), (c, d, _) in itertools.combinations(large, 2):
        assert (a - c) ** 2 + (b - d) ** 2 >= 20**2
    assert all(each[:2] == (200, 200) for each in small)


@pytest.mark.parametrize(("binding", "control"), [(0, 0), (0, 100), (100, 0), (100, 100), (50, 100)])
def test_dots_in_a_corner_stay_on_the_field(binding: float, control: float) -> None:
    circles = _circles(dots(WIDE, [_dot(binding, control) for _ in range(20)]))
    assert all(0 <= x <= 400 and 0 <= y <= 400 for x, y, _ in circles)


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), max_size=30))
def test_no_dot_lies_on_another(places: list[tuple[int, int]]) -> None:
    large = [c for c in _circles(dots(WIDE, [_dot(*place) for place in places])) if c[2] == 10]
    assert len(large) == len(places)
    for (a, b, _), (c, d, _) in itertools.combinations(large, 2):
        assert (a - c) ** 2 + (b - d) ** 2 >= 19.9**2


@pytest.mark.parametrize(("letter", "size"), [("A", 13), ("Z", 13), ("A2", 9.5), ("Z10", 9.5)])
def test_a_longer_letter_is_smaller(letter: str, size: float) -> None:
    assert numbers(tag("g", dots(WIDE, [_dot(1, 1, letter)])), "font-size") == [size]


@pytest.mark.parametrize(
    ("places", "key"),
    [
        ([], None),
        ([(50, 50)], None),
        ([(50, 50), (50, 50)], "spread_same"),
        ([(50, 50), (70, 70)], "spread_same"),
        ([(50, 50), (70.5, 50)], "spread_binding"),
        ([(0, 50), (100, 50)], "spread_binding"),
        ([(50, 0), (50, 100)], "spread_control"),
        ([(0, 0), (100, 100)], "spread_both"),
        ([(0, 100), (100, 0)], "spread_both"),
        ([(0, 0), (50, 40)], "spread_both"),
        ([(0, 0), (50, 39)], "spread_binding"),
        ([(0, 0), (39, 50)], "spread_control"),
    ],
)
def test_how_far_the_answers_lie_apart(places: list[tuple[float, float]], key: str | None) -> None:
    assert (spread_key([_dot(*place) for place in places]) or None) == key


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two_answers_have_no_bars(count: int) -> None:
    assert str(spread_bars(WIDE, [_dot(5, 5)] * count)) == ""


def test_bars_are_as_long_as_the_answers_lie_apart() -> None:
    bars = spread_bars(WIDE, [_dot(10, 20), _dot(60, 45), _dot(30, 90)])
    found = [
        {k: e.attrib.get(k) for k in ("x1", "x2", "y1", "y2")} for e in parsed(tag("g", bars)).iter("line")
    ]
    spans = {(each["x1"], each["x2"]) for each in found} | {(each["y1"], each["y2"]) for each in found}
    assert spans & {("40", "240"), ("240", "40")}
    assert spans & {("40", "320"), ("320", "40")}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("room", [120, 200, 400, 900])
def test_the_names_of_the_axes_fit_in_their_margins(language: Language, room: float) -> None:
    above, below = axes_margins(reading(), language, room)
    drawn = bare_axes(Field(0, above, room, 100), reading(), language)
    places = numbers(tag("g", drawn), "y")
    assert min(places) >= 0 and max(places) <= above + 100 + below
    said = " ".join(texts(tag("g", drawn)))
    for axis in reading().axes.values():
        for words in (axis.low, axis.high, axis.labels):
            assert words.get(language) in said


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_form_has_a_region_with_its_name(language: Language) -> None:
    drawn = tag("g", regions(WIDE, reading(), [_dot(50, 50)], language))
    said = " ".join(texts(drawn))
    frames = list(parsed(drawn).iter("rect"))
    assert len(frames) == len(Form)
    for form in Form:
        assert form.label(language) in said
    for frame in frames:
        x, y, wide, high = (float(frame.attrib[name]) for name in ("x", "y", "width", "height"))
        assert x >= 0 and x + wide <= 400 and y >= 0 and y + high <= 400 and wide > 0 and high > 0


@pytest.mark.parametrize("count", [1, 2, 8, 9, 50])
def test_boxes_in_any_number_do_not_overlap(count: int) -> None:
    boxes = [Box(80 + 7 * (n % 5), 20 + 11 * (n % 3)) for n in range(count)]
    wide, high = arrange(boxes, [(n, n + 1) for n in range(count - 1)], max(1, count // 2))
    for one, other in itertools.combinations(boxes, 2):
        aside = abs(one.x - other.x) >= (one.width + other.width) / 2
        assert aside or abs(one.y - other.y) >= (one.height + other.height) / 2
    assert min(box.x - box.width / 2 for box in boxes) == pytest.approx(0)
    assert min(box.y - box.height / 2 for box in boxes) == pytest.approx(0)
    assert max(box.x + box.width / 2 for box in boxes) == pytest.approx(wide)
    assert max(box.y + box.height / 2 for box in boxes) == pytest.approx(high)


@pytest.mark.parametrize("links", [[], [(0, 2)], [(0, 1), (0, 2), (1, 2)], [(0, 2), (0, 2)]])
def test_the_same_boxes_get_the_same_places(links: list[tuple[int, int]]) -> None:
    one, two = ([Box(60, 20), Box(60, 40), Box(30, 30)] for _ in range(2))
    assert arrange(one, links, 2) == arrange(two, links, 2)
    assert one == two


def test_linked_boxes_are_nearer_than_others() -> None:
    boxes = [Box(40, 20) for _ in range(12)]
    arrange(boxes, [(0, 10), (1, 11)], 10)

    def apart(i: int, j: int) -> float:
        return (boxes[i].x - boxes[j].x) ** 2 + (boxes[i].y - boxes[j].y) ** 2

    assert apart(0, 10) < max(apart(place, 10) for place in range(10))
    assert apart(1, 11) < max(apart(place, 11) for place in range(10))


@pytest.mark.parametrize(
    ("colour", "fill", "stroke"),
    [(INK, "sw-f", "sw-s"), (SOFT, "sw-fs", "sw-ss"), (FAINT, "sw-ff", "sw-sf"), (PAPER, "sw-fp", "sw-sp")],
)
def test_every_colour_turns_on_a_dark_screen(colour: str, fill: str, stroke: str) -> None:
    assert f'class="{fill}"' in shape("rect", fill=colour)
    assert f'class="{stroke}"' in shape("rect", stroke=colour)
    assert f'class="{stroke}"' in line(0, 0, 1, 1, stroke=colour)
    page = drawing([], 5, 5, "t", "a")
    assert f".{fill}{{fill:" in page and f".{stroke}{{stroke:" in page


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, None),
        ({"bold": True}, 'font-weight="bold"'),
        ({"italic": True}, 'font-style="italic"'),
        ({"anchor": "middle"}, 'text-anchor="middle"'),
        ({"anchor": "end"}, 'text-anchor="end"'),
        ({"halo": True}, 'paint-order="stroke"'),
    ],
)
def test_labels_say_only_what_is_not_usual(given: dict[str, object], expected: str | None) -> None:
    made = label(1, 2, "x", **given)
    usual = ("font-weight", "font-style", "text-anchor", "paint-order")
    assert [name for name in usual if f"{name}=" in made] == ([expected.split("=")[0]] if expected else [])
    assert expected is None or expected in made


@pytest.mark.parametrize(("text", "lines"), [("", 0), ("  \n ", 0), ("een", 1), ("een twee drie vier", 2)])
def test_a_paragraph_goes_down_a_line_at_a_time(text: str, lines: int) -> None:
    made, y = paragraph(0, 10, text, 60, 10)
    assert made.count("<text") == lines
    assert y == pytest.approx(10 + lines * 12)


@pytest.mark.parametrize(("wide", "high", "size"), [(10, 20, "0 0 10 20"), (10.4, 20.6, "0 0 10 21")])
def test_a_drawing_says_how_large_it_is_and_what_it_shows(wide: float, high: float, size: str) -> None:
    root = parsed(drawing([], wide, high, "T<", "A&", "en"))
    assert root.attrib["viewBox"] == size and root.attrib["role"] == "img" and root.attrib["lang"] == "en"
    assert [e.text for e in root][:2] == ["T<", "A&"]
