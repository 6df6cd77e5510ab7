"""Where boxes go on a map: those that are linked near one another, and none on top of another.

Only the four operations and square roots are used, which are exact on every machine, so that the same
portfolio gives the same drawing everywhere.
"""

from collections.abc import Sequence
from math import sqrt

import attrs

# One turn of about 137.5 degrees, so that points on a spiral spread evenly.
_COSINE, _SINE = -0.7373688780783197, 0.6754902942615238
_PAIRS = 700_000  # how many pairs may be looked at in all
_FEWEST, _MOST = 40, 260
_FLAT = 1.5  # a map is wider than it is high
_GAP = 12.0
_NEAR = 0.75
_HOME = 0.5
_ASIDE = 0.25
_CALM = 0.3


@attrs.define
class Box:
    """A box on a map.

    Args:
        width: Its width.
        height: Its height.
        x: Its middle, from the left.
        y: Its middle, from above.
    """

    width: float
    height: float
    x: float = 0.0
    y: float = 0.0


def _spiral(count: int, step: float) -> list[tuple[float, float]]:
    points: list[tuple[float, float]] = []
    a, b = 1.0, 0.0
    for place in range(count):
        far = step * sqrt(place + 0.5)
        points.append((a * far, b * far / _FLAT))
        a, b = a * _COSINE - b * _SINE, a * _SINE + b * _COSINE
    return points


def _begin(boxes: Sequence[Box], links: Sequence[tuple[int, int]], anchors: int, step: float) -> None:
    """Put the anchors on a spiral, and everything else in the middle of what it is linked to."""
    for box, (x, y) in zip(boxes, _spiral(anchors, step), strict=False):
        box.x, box.y = x, y
    near: dict[int, list[int]] = {}
    for one, other in links:
        near.setdefault(max(one, other), []).append(min(one, other))
    aside = _spiral(len(boxes), step / 6)
    for place in range(anchors, len(boxes)):
        held = near.get(place, [])
        x, y = aside[place]
        for each in held:
            x += boxes[each].x / len(held)
            y += boxes[each].y / len(held)
        boxes[place].x, boxes[place].y = x, y


def _pull(boxes: Sequence[Box], links: Sequence[tuple[int, int]], step: float, heat: float) -> None:
    moves = [[-box.x * _HOME, -box.y * _HOME * _FLAT] for box in boxes]
    count = len(boxes)
    for i in range(count):
        one, mine = boxes[i], moves[i]
        for j in range(i + 1, count):
            other = boxes[j]
            across, down = one.x - other.x, (one.y - other.y) * _FLAT
            apart = across * across + down * down + 0.01
            push = step * step / apart
            mine[0] += across * push
            mine[1] += down * push
            moves[j][0] -= across * push
            moves[j][1] -= down * push
    for i, j in links:
        across, down = boxes[i].x - boxes[j].x, boxes[i].y - boxes[j].y
        draw = sqrt(across * across + down * down) / step * 0.35
        moves[i][0] -= across * draw
        moves[i][1] -= down * draw
        moves[j][0] += across * draw
        moves[j][1] += down * draw
    for box, (across, down) in zip(boxes, moves, strict=True):
        far = sqrt(across * across + down * down)
        if far > heat:
            across, down = across / far * heat, down / far * heat
        box.x += across
        box.y += down


def _clear(boxes: Sequence[Box], links: Sequence[tuple[int, int]], anchors: int) -> None:
    """Push anchors aside from lines that run behind them, so that every line can be followed."""
    for i, j in links:
        one, other = boxes[i], boxes[j]
        across, down = other.x - one.x, other.y - one.y
        length = sqrt(across * across + down * down) + 0.01
        right, left = -down / length, across / length  # square to the line
        for place in range(anchors):
            if place in (i, j):
                continue
            box = boxes[place]
            along = ((box.x - one.x) * across + (box.y - one.y) * down) / length
            if not 0 < along < length:
                continue
            aside = (box.x - one.x) * right + (box.y - one.y) * left
            reach = (abs(right) * box.width + abs(left) * box.height) / 2 + 4
            over = reach - abs(aside)
            if over > 0:
                shift = over * _ASIDE * (1 if aside >= 0 else -1)
                box.x += right * shift
                box.y += left * shift
                one.x, one.y = one.x - right * shift / 2, one.y - left * shift / 2
                other.x, other.y = other.x - right * shift / 2, other.y - left * shift / 2


def _part(boxes: Sequence[Box]) -> bool:
    """Push boxes that lie on one another apart, each by half, along the shorter way."""
    order = sorted(range(len(boxes)), key=lambda place: (boxes[place].x - boxes[place].width / 2, place))
    moved = False
    for start, i in enumerate(order):
        one = boxes[i]
        for j in order[start + 1 :]:
            other = boxes[j]
            wide, high = (one.width + other.width) / 2 + _GAP, (one.height + other.height) / 2 + _GAP
            across, down = other.x - one.x, other.y - one.y
            if other.x - other.width / 2 > one.x + one.width / 2 + _GAP + 400:
                break
            over_x, over_y = wide - abs(across), high - abs(down)
            if over_x <= 0 or over_y <= 0:
                continue
            moved = True
            if over_x / _FLAT < over_y:
                shift = (over_x / 2 + 0.1) * (1 if across >= 0 else -1)
                one.x, other.x = one.x - shift, other.x + shift
            else:
                shift = (over_y / 2 + 0.1) * (1 if down >= 0 else -1)
                one.y, other.y = one.y - shift, other.y + shift
    return moved


def arrange(boxes: Sequence[Box], links: Sequence[tuple[int, int]], anchors: int) -> tuple[float, float]:
    """Give every box its place; afterwards the upper left corner of the whole is at 0, 0.

    Args:
        boxes: The boxes; the first ones are the anchors.
        links: Pairs of places in the list.
        anchors: How many boxes are anchors.

    Returns:
        Width and height of the whole.

    Example:
        >>> boxes = [Box(100, 40), Box(100, 40), Box(60, 20)]
        >>> wide, high = arrange(boxes, [(0, 2), (1, 2)], 2)
        >>> wide > 100 and round(min(box.x - box.width / 2 for box in boxes)) == 0
        True
    """
    if not boxes:
        return 0.0, 0.0
    area = 0.0
    for box in boxes:
        area += (box.width + 2 * _GAP) * (box.height + 2 * _GAP)
    step = sqrt(area / len(boxes)) * _NEAR
    _begin(boxes, links, anchors, step * 1.6)
    pairs = max(1, len(boxes) * (len(boxes) - 1) // 2)
    rounds = max(_FEWEST, min(_MOST, _PAIRS // pairs))
    for place in range(rounds):
        _pull(boxes, links, step, step * (1 - place / rounds))
        if place > rounds * _CALM:
            _clear(boxes, links, anchors)
            _part(boxes)
    for _ in range(rounds):
        if not _part(boxes):
            break
    left = min(box.x - box.width / 2 for box in boxes)
    top = min(box.y - box.height / 2 for box in boxes)
    for box in boxes:
        box.x, box.y = box.x - left, box.y - top
    return max(box.x + box.width / 2 for box in boxes), max(box.y + box.height / 2 for box in boxes)
