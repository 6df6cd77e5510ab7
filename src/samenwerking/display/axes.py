"""The two axes: how binding it is, and how far each party stays master in its own house."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import partial
from typing import TypeAlias

import attrs

from samenwerking.display import measure
from samenwerking.display.markup import Markup, joined
from samenwerking.display.svg import FAINT, INK, PAPER, SOFT, label, line, paragraph, shape
from samenwerking.vocabulary import Form, Language, Reading

_Box: TypeAlias = tuple[float, float, float, float]
_CLOSE = 20  # so far apart still counts as about the same spot
_RADIUS = 10.0
# Where a dot goes when its own place is taken: ever wider rings of eight places.
_RING = ((1, 0), (0, -1), (-1, 0), (0, 1), (1, -1), (-1, -1), (-1, 1), (1, 1))
_DASHES = (None, "8 4", "2 3", "12 4 2 4", "5 2")


@attrs.frozen(kw_only=True)
class Dot:
    """A place on the axes.

    Args:
        letter: What stands in it.
        name: Whose place it is.
        binding: External binding, 0 to 100.
        control: Internal control, 0 to 100.
    """

    letter: str
    name: str
    binding: Decimal
    control: Decimal


@attrs.frozen
class Field:
    """The square in which the axes are drawn, in points.

    Args:
        left: Its left side.
        top: Its upper side.
        width: Its width.
        height: Its height.
    """

    left: float
    top: float
    width: float
    height: float

    def x(self, binding: Decimal | float) -> float:
        """Return where a value of external binding lies."""
        return self.left + self.width * float(binding) / 100

    def y(self, control: Decimal | float) -> float:
        """Return where a value of internal control lies; much is above."""
        return self.top + self.height * (100 - float(control)) / 100


def bare_axes(field: Field, table: Reading, language: Language, size: float = 13, gap: float = 0) -> Markup:
    """Return the axes with their ends, and nothing on them.

    Args:
        field: Where.
        table: The reading, for what the ends are called.
        language: ``"nl"`` or ``"en"``.
        size: Size of the letters.
        gap: Room to leave below the field.

    Returns:
        Markup.

    Example:
        >>> from samenwerking.vocabulary import reading
        >>> "baas in eigen huis" in bare_axes(Field(0, 40, 200, 200), reading(), "nl")
        True
    """
    binding, control = table.axes["binding"], table.axes["control"]
    right, bottom = field.left + field.width, field.top + field.height
    middle_x, middle_y = field.x(50), field.y(50)
    step = size * 1.2
    above = _halves(control.high.get(language), field.width, size)
    below = _halves(control.low.get(language), field.width, size)
    top = field.top - 7 - (len(above) - 1) * step
    under = bottom + size + 4 + gap
    parts = [
        shape("rect", x=field.left, y=field.top, width=field.width, height=field.height, stroke=FAINT),
        line(field.left, middle_y, right, middle_y, wide=1.2),
        line(middle_x, field.top, middle_x, bottom, wide=1.2),
        _arrow(right, middle_y, 1, 0),
        _arrow(middle_x, field.top, 0, -1),
        *(
            label(middle_x, top + place * step, each, size, anchor="middle")
            for place, each in enumerate(above)
        ),
        *(
            label(middle_x, under + place * step, each, size, anchor="middle")
            for place, each in enumerate(below)
        ),
    ]
    last = under + len(below) * step + 2
    ends = joined(
        [
            label(field.left, last, f"← {binding.low.get(language)}", size),
            label(right, last, f"{binding.high.get(language)} →", size, anchor="end"),
            label(middle_x, last + step, binding.labels.get(language), size, anchor="middle", bold=True),
        ]
    )
    return joined([*parts, ends])


def axes_margins(table: Reading, language: Language, room: float, size: float = 13) -> tuple[float, float]:
    """Return how much room the names of the axes take above and below the field.

    Args:
        table: The reading, for what the ends are called.
        language: ``"nl"`` or ``"en"``.
        room: How wide the field is.
        size: Size of the letters.

    Returns:
        Points above and points below.

    Example:
        >>> from samenwerking.vocabulary import reading
        >>> [round(room) for room in axes_margins(reading(), "nl", 400)]
        [23, 61]
    """
    control = table.axes["control"]
    above = len(_halves(control.high.get(language), room, size))
    below = len(_halves(control.low.get(language), room, size))
    step = size * 1.2
    return 10 + size + (above - 1) * step, size + 4 + (below + 1) * step + 12.6


def _halves(text: str, room: float, size: float) -> list[str]:
    """Return a name on one line, or with what stands between brackets on the next."""
    if measure.width(text, size) <= room:
        return [text]
    name, _, gloss = text.partition(" (")
    halves = [name, f"({gloss}"] if gloss else [name]
    return [each for half in halves for each in measure.wrap(half, room, size).lines]


def _arrow(x: float, y: float, right: int, down: int) -> Markup:
    points = (
        (x, y),
        (x - 8 * right - 4 * down, y - 8 * down - 4 * right),
        (x - 8 * right + 4 * down, y - 8 * down + 4 * right),
    )
    return shape("polygon", points=" ".join(f"{a:.1f},{b:.1f}" for a, b in points), fill=INK)


def _free(x: float, y: float, taken: list[tuple[float, float]], field: Field) -> tuple[float, float]:
    """Return the nearest place where a dot covers no other and stays within the field."""
    step = 2 * _RADIUS + 1
    for ring in range(40):
        for across, down in _RING if ring else ((0, 0),):
            a, b = x + ring * step * across, y + ring * step * down
            inside = field.x(0) <= a <= field.x(100) and field.y(100) <= b <= field.y(0)
            if inside and all((a - c) ** 2 + (b - d) ** 2 >= step * step - 1 for c, d in taken):
                return a, b
    return x, y


def dots(field: Field, places: Iterable[Dot]) -> Markup:
    """Return the dots, none on top of another; one that had to move has a line to its own place.

    Args:
        field: Where.
        places: The dots.

    Returns:
        Markup.

    Example:
        >>> dot = Dot(letter="A", name="X", binding=Decimal(50), control=Decimal(50))
        >>> dots(Field(0, 0, 200, 200), [dot, dot]).count("<circle")
        3
    """
    taken: list[tuple[float, float]] = []
    below: list[Markup] = []
    above: list[Markup] = []
    for dot in places:
        x, y = field.x(dot.binding), field.y(dot.control)
        a, b = _free(x, y, taken, field)
        taken.append((a, b))
        if (a, b) != (x, y):
            below += [line(x, y, a, b, stroke=SOFT), shape("circle", cx=x, cy=y, r=2, fill=INK)]
        above.append(shape("circle", cx=a, cy=b, r=_RADIUS, fill=INK, stroke=PAPER, stroke_width=1))
        size = 13 if len(dot.letter) == 1 else 9.5
        above.append(label(a, b + size * 0.35, dot.letter, size, anchor="middle", bold=True, fill=PAPER))
    return joined([*below, *above])


def spread_bars(field: Field, places: Iterable[Dot]) -> Markup:
    """Return a bar along two sides of the field, as long as the answers lie apart.

    Args:
        field: Where.
        places: The dots.

    Returns:
        Markup; nothing for fewer than two dots.

    Example:
        >>> str(spread_bars(Field(0, 0, 100, 100), []))
        ''
    """
    held = list(places)
    if len(held) < 2:
        return Markup("")
    xs = sorted(field.x(dot.binding) for dot in held)
    ys = sorted(field.y(dot.control) for dot in held)
    bottom, right = field.top + field.height + 9, field.left + field.width + 9
    across, down = (xs[0], bottom, xs[-1], bottom), (right, ys[0], right, ys[-1])
    return joined(line(*each, wide=5, stroke=SOFT) for each in (across, down) if each[:2] != each[2:])


def spread_key(places: Iterable[Dot]) -> str | None:
    """Return which sentence tells how far the answers lie apart; in words, for they are no measurement.

    Args:
        places: The dots.

    Returns:
        The key of the sentence; ``None`` for fewer than two dots.

    Example:
        >>> dot = Dot(letter="A", name="X", binding=Decimal(50), control=Decimal(50))
        >>> spread_key([dot, dot])
        'spread_same'
    """
    held = list(places)
    if len(held) < 2:
        return None
    binding = max(dot.binding for dot in held) - min(dot.binding for dot in held)
    control = max(dot.control for dot in held) - min(dot.control for dot in held)
    if max(binding, control) <= _CLOSE:
        return "spread_same"
    if abs(binding - control) <= _CLOSE / 2:
        return "spread_both"
    return "spread_binding" if binding > control else "spread_control"


def regions(
    field: Field, table: Reading, places: Iterable[Dot], language: Language, size: float = 12
) -> Markup:
    """Return where the reading expects each form, lightly drawn.

    Args:
        field: Where.
        table: The reading.
        places: The dots, which the names keep clear of.
        language: ``"nl"`` or ``"en"``.
        size: Size of the letters.

    Returns:
        Markup.

    Example:
        >>> from samenwerking.vocabulary import reading
        >>> regions(Field(0, 0, 400, 400), reading(), [], "nl").count("<rect")
        5
    """
    held = [(field.x(dot.binding), field.y(dot.control)) for dot in places]
    boxes: dict[Form, _Box] = {}
    for form, region in table.regions.items():
        (low, high), (little, much) = region.binding, region.control
        boxes[form] = (field.x(low), field.y(much), field.x(high), field.y(little))
    middle_x, middle_y = field.x(50), field.y(50)
    lines = (
        (field.left, middle_y - 4, field.left + field.width, middle_y + 4),
        (middle_x - 4, field.top, middle_x + 4, field.top + field.height),
    )
    frames: list[Markup] = []
    names: list[Markup] = []
    written: list[_Box] = []
    for place, (form, box) in enumerate(boxes.items()):
        left, top, right, bottom = box
        dash = _DASHES[place % len(_DASHES)]
        frames.append(
            shape(
                "rect",
                x=left,
                y=top,
                width=right - left,
                height=bottom - top,
                rx=6,
                stroke=SOFT,
                stroke_width=1,
                stroke_dasharray=dash,
            )
        )
        others = [each for other, each in boxes.items() if other is not form]
        weighed = [
            *((100.0, each) for each in written),
            *((1.0, each) for each in others),
            *((10.0, edge) for each in others for edge in _edges(each)),
            *((10.0, each) for each in lines),
            *((30.0, (x - _RADIUS, y - _RADIUS, x + _RADIUS, y + _RADIUS)) for x, y in held),
        ]
        name = form.label(language)
        tried = [(width, at) for width in (1.0, 0.7) for at in _places(box, name, width, size)]
        width, at = min(tried, key=partial(_cost, weighed))
        written.append(at)
        names.append(paragraph(at[0], at[1] + size, name, _room(box) * width, size, fill=SOFT, halo=True)[0])
    return joined([*frames, *names])


def _room(box: _Box) -> float:
    return box[2] - box[0] - 12


def _edges(box: _Box) -> tuple[_Box, ...]:
    left, top, right, bottom = box
    rows = ((left, y - 2, right, y + 2) for y in (top, bottom))
    return (*rows, *((x - 2, top, x + 2, bottom) for x in (left, right)))


def _places(box: _Box, name: str, width: float, size: float) -> Iterator[_Box]:
    """Yield where a name could stand in a region, in lines of some part of its width."""
    wrapped = measure.wrap(name, _room(box) * width, size)
    room = max((measure.width(each, size) for each in wrapped.lines), default=0.0)
    tall = len(wrapped.lines) * size * 1.2
    left, top, right, bottom = box
    free = bottom - top - tall
    for y in (top + 5, bottom - tall - 3, *(top + free * part for part in (0.5, 0.3, 0.7))):
        for x in (left + 6, right - room - 6):
            yield (x, y, x + room, y + tall)


def _cost(weighed: list[tuple[float, _Box]], tried: tuple[float, _Box]) -> float:
    """Return how much a name at some place would cover of what is there."""
    covered = 0.0
    for weight, each in weighed:
        covered += weight * _overlap(tried[1], each)
    return covered


def _overlap(one: _Box, other: _Box) -> float:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across * down if across > 0 and down > 0 else 0.0
