"""The map of who works with whom: a frame per collaboration, and in between who takes part in several."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from samenwerking.display import measure
from samenwerking.display.layout import Box, arrange
from samenwerking.display.markup import Markup, joined
from samenwerking.display.picture import Picture
from samenwerking.display.svg import FAINT, INK, PAPER, SOFT, drawing, label, line, paragraph, shape
from samenwerking.display.wording import name_of, shareable
from samenwerking.display.words import say
from samenwerking.model import Collaboration, Organization, Portfolio
from samenwerking.vocabulary import CodeList, Language, OrganizationKind, codes

_MOST_COLLABORATIONS, _MOST_SHARED, _MOST_LISTED = 60, 120, 12
_TITLE, _TEXT, _GLYPH = 10.5, 9.5, 7.5
_CARD, _PILL = 176.0, 132.0
_STEP = 16.0
_MARGIN = 30.0
_LEAST_WIDE = 620.0
_UNKNOWN = "?"


@attrs.frozen
class _Member:
    """A party on the map."""

    id: str
    name: str
    kind: OrganizationKind | None  # None: a collaboration
    letter: str


@attrs.frozen
class _Card:
    """A collaboration on the map, with those who take part only there."""

    id: str
    title: tuple[str, ...]
    members: tuple[_Member, ...]
    more: int

    @property
    def height(self) -> float:
        lines = sum(_STEP + (len(_member_lines(each)) - 1) * _TEXT * 1.15 for each in self.members)
        rest = _STEP if self.more else 0
        return 12 + len(self.title) * _TITLE * 1.2 + lines + rest + (4 if self.members else 0)


def _member_lines(member: _Member) -> tuple[str, ...]:
    return measure.wrap(member.name, _CARD - 34, _TEXT, 2).lines


@attrs.frozen
class _Web:
    """All that is drawn."""

    cards: tuple[_Card, ...]
    shared: tuple[_Member, ...]
    links: tuple[tuple[str, str], ...]
    parties: int
    several: int
    unseen: int
    left_out: int
    sectors: tuple[tuple[str, str], ...]


def _sector(portfolio: Portfolio, record: object) -> str | None:
    """Return the widest sector that an organization belongs to."""
    known = codes(CodeList.SECTOR, portfolio.codes)
    code = record.sector if isinstance(record, Organization) else None
    for _ in known:  # no further than the list is long, should it go round
        found = known.get(code) if code else None
        if found is None or not found.broader:
            break
        code = found.broader
    return code


def _letters(portfolio: Portfolio, sectors: Iterable[str], language: Language) -> dict[str, str]:
    """Give each sector a letter of its own, one of its name where that is free; the largest choose first."""
    known = codes(CodeList.SECTOR, portfolio.codes)
    given: dict[str, str] = {}
    spare = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    counted = Counter(sectors)
    for sector in sorted(counted, key=lambda each: (-counted[each], each)):
        name = known[sector].label(language) if sector in known else sector
        taken = set(given.values())
        own = [each.upper() for each in name if each.isascii() and each.isalpha()]
        free = (each for each in (*own, *spare) if each not in taken)
        given[sector] = next(free, _UNKNOWN)
    return given


def _running(collaboration: Collaboration, as_of: datetime.date | None) -> bool:
    return bool(collaboration.canvas.parties) and not (as_of and collaboration.period.ended(as_of))


def _members_of(collaboration: Collaboration, as_of: datetime.date | None) -> list[str]:
    there = (p.party for p in collaboration.canvas.parties if not (as_of and p.period.ended(as_of)))
    return sorted(set(there))


def _web(portfolio: Portfolio, as_of: datetime.date | None, language: Language) -> _Web:
    held = sorted((c for c in portfolio.collaborations if _running(c, as_of)), key=lambda c: (c.name, c.id))
    members = {c.id: _members_of(c, as_of) for c in held}
    largest = sorted(held, key=lambda c: (-len(members[c.id]), c.id))[:_MOST_COLLABORATIONS]
    drawn = [c for c in held if c in largest]
    joined_by: dict[str, list[str]] = {}
    for collaboration in drawn:
        for party in members[collaboration.id]:
            joined_by.setdefault(party, []).append(collaboration.id)
    ids = {c.id for c in drawn}
    several = sorted(
        (p for p, at in joined_by.items() if len(at) > 1 and p not in ids),
        key=lambda p: (-len(joined_by[p]), p),
    )
    apart = set(several[:_MOST_SHARED])
    sectors = {p: s for p in joined_by if (s := _sector(portfolio, portfolio.get(p)))}
    letters = _letters(portfolio, sectors.values(), language)

    def member(id_: str) -> _Member:
        record = portfolio.get(id_)
        kind = record.kind if isinstance(record, Organization) else None
        return _Member(id_, name_of(portfolio, id_), kind, letters.get(sectors.get(id_, ""), _UNKNOWN))

    cards = []
    for collaboration in drawn:
        own = [p for p in members[collaboration.id] if p not in apart and p not in ids]
        listed = sorted((member(p) for p in own), key=lambda m: (m.letter, m.name, m.id))
        star = "" if collaboration.parties_complete else "*"
        title = f"{collaboration.name} ({len(members[collaboration.id])}{star})"
        lines = measure.wrap(title, _CARD - 16, _TITLE, 4, bold=True).lines
        cards.append(
            _Card(collaboration.id, lines, tuple(listed[:_MOST_LISTED]), max(0, len(listed) - _MOST_LISTED))
        )
    links = sorted((c.id, p) for c in drawn for p in members[c.id] if (p in apart or p in ids) and p != c.id)
    known = codes(CodeList.SECTOR, portfolio.codes)
    names = sorted((letter, known[s].label(language) if s in known else s) for s, letter in letters.items())
    return _Web(
        cards=tuple(cards),
        shared=tuple(member(p) for p in sorted(apart, key=lambda p: (-len(joined_by[p]), p))),
        links=tuple(links),
        parties=len(joined_by),
        several=len(several),
        unseen=sum(o is not None and o.id not in joined_by for o in portfolio.organizations),
        left_out=len(held) - len(drawn),
        sectors=tuple(names),
    )


def _polygon(x: float, y: float, points: Iterable[tuple[float, float]]) -> Markup:
    written = " ".join(f"{x + a:.1f},{y + b:.1f}" for a, b in points)
    return shape("polygon", points=written, fill=PAPER, stroke=INK, stroke_width=1)


_R = _GLYPH
_SHAPES: dict[OrganizationKind | None, tuple[tuple[float, float], ...]] = {
    OrganizationKind.GROUP: ((-_R, 0), (-_R / 2, -_R), (_R / 2, -_R), (_R, 0), (_R / 2, _R), (-_R / 2, _R)),
    OrganizationKind.PROGRAMME: ((-_R, -_R), (_R, -_R), (_R, _R), (-_R, _R)),
    OrganizationKind.PERSON: ((0, -_R - 1.5), (_R, -2), (_R - 1.5, _R), (1.5 - _R, _R), (-_R, -2)),
    OrganizationKind.INITIATIVE: ((0, -_R - 2.5), (_R + 2.5, 0), (0, _R + 2.5), (-_R - 2.5, 0)),
}


def _glyph(x: float, y: float, kind: OrganizationKind | None, letter: str) -> Markup:
    if kind is None:  # a collaboration
        frame = shape(
            "rect",
            x=x - _R,
            y=y - _R,
            width=2 * _R,
            height=2 * _R,
            rx=1,
            fill=PAPER,
            stroke=INK,
            stroke_width=2.5,
        )
    elif kind in _SHAPES:
        frame = _polygon(x, y, _SHAPES[kind])
    else:
        frame = shape("circle", cx=x, cy=y, r=_R, fill=PAPER, stroke=INK, stroke_width=1)
    return joined([frame, label(x, y + 3.3, letter, 9, anchor="middle", bold=True)])


def _corner(box: Box) -> tuple[float, float]:
    return box.x - box.width / 2, box.y - box.height / 2


def _frame(box: Box, *, rx: int, stroke: str, stroke_width: float) -> Markup:
    left, top = _corner(box)
    size = {"width": box.width, "height": box.height}
    return shape("rect", x=left, y=top, **size, rx=rx, fill=PAPER, stroke=stroke, stroke_width=stroke_width)


def _card(card: _Card, box: Box) -> Markup:
    left, top = _corner(box)
    frame = _frame(box, rx=5, stroke=INK, stroke_width=1.6)
    parts = [frame]
    y = top + 5 + _TITLE
    for each in card.title:
        parts.append(label(left + 8, y, each, _TITLE, bold=True))
        y += _TITLE * 1.2
    y += 4
    for member in card.members:
        parts.append(_glyph(left + 16, y - 3, member.kind, member.letter))
        for place, each in enumerate(_member_lines(member)):
            y += _TEXT * 1.15 if place else 0
            parts.append(label(left + 28, y, each, _TEXT))
        y += _STEP
    return joined(parts)


def _rest(card: _Card, box: Box, language: Language) -> Markup:
    if not card.more:
        return Markup("")
    y = box.y + box.height / 2 - 7
    return label(box.x - box.width / 2 + 28, y, say("and_more", language, n=card.more), _TEXT, italic=True)


def _pill_lines(member: _Member) -> tuple[str, ...]:
    return measure.wrap(member.name, _PILL - 30, _TEXT, 2, bold=True).lines


def _pill_box(member: _Member) -> Box:
    lines = _pill_lines(member)
    wide = max((measure.width(each, _TEXT, bold=True) for each in lines), default=0.0)
    return Box(wide + 32, max(20.0, 8 + len(lines) * _TEXT * 1.2))


def _pill(member: _Member, box: Box) -> Markup:
    left, _ = _corner(box)
    frame = _frame(box, rx=10, stroke=SOFT, stroke_width=1)
    lines = _pill_lines(member)
    y = box.y - (len(lines) - 1) * _TEXT * 0.6 + 3.4
    words = [
        label(left + 23, y + place * _TEXT * 1.2, each, _TEXT, bold=True) for place, each in enumerate(lines)
    ]
    return joined([frame, _glyph(left + 12, box.y, member.kind, member.letter), *words])


def _link(one: Box, other: Box, between_cards: bool) -> Markup:
    """Return a line between two boxes, with a dot where it meets the frame it belongs to."""
    x, y = _edge(one, other)
    dash = "5 3" if between_cards else None
    return joined(
        [
            line(one.x, one.y, other.x, other.y, stroke=SOFT, wide=0.8, dash=dash),
            shape("circle", cx=x, cy=y, r=2.2, fill=INK),
        ]
    )


def _edge(box: Box, other: Box) -> tuple[float, float]:
    across, down = other.x - box.x, other.y - box.y
    reach = [box.width / 2 / abs(across)] if across else []
    reach += [box.height / 2 / abs(down)] if down else []
    part = min([*reach, 1.0])
    return box.x + across * part, box.y + down * part


def _legend(web: _Web, top: float, wide: float, language: Language) -> tuple[Markup, float]:
    """Return what the signs mean, in rows as wide as the drawing."""
    used = {m.kind for card in web.cards for m in card.members} | {m.kind for m in web.shared}
    kinds = [(kind, kind.label(language)) for kind in OrganizationKind if kind in used]
    items: list[tuple[Markup, float]] = [(label(0, 0, say("map_shapes", language), 10, bold=True), 78)]
    items += [
        (_signed(_glyph(8, -3, kind, ""), words), 32 + measure.width(words, 10)) for kind, words in kinds
    ]
    rows: list[list[tuple[Markup, float]]] = [
        items,
        [(label(0, 0, say("map_letters", language), 10, bold=True), 78)],
    ]
    for sign, words in web.sectors:
        rows[-1].append(
            (_signed(label(8, 0, sign, 10, bold=True, anchor="middle"), words), 32 + measure.width(words, 10))
        )
    if any(m.letter == _UNKNOWN for m in (*web.shared, *(m for c in web.cards for m in c.members))):
        rows[-1].append(
            (_signed(label(8, 0, _UNKNOWN, 10, bold=True, anchor="middle"), say("unknown", language)), 80)
        )
    parts: list[Markup] = []
    y = top
    for row in rows:
        x = _MARGIN
        for item, room in row:
            if x + room > wide - _MARGIN and x > _MARGIN + 78:
                x, y = _MARGIN + 78, y + 17
            parts.append(Markup(f'<g transform="translate({x:.1f} {y:.1f})">{item}</g>'))
            x += room
        y += 21
    return joined(parts), y


def _signed(sign: Markup, words: str) -> Markup:
    return joined([sign, label(20, 0, words, 10)])


def _notes(web: _Web, language: Language) -> Iterator[str]:
    yield say("map_counts", language, collaborations=len(web.cards), parties=web.parties, shared=web.several)
    yield say("map_how", language)
    yield say("map_incomplete", language)
    if web.unseen:
        yield say("map_unseen", language, n=web.unseen)
    if web.left_out:
        yield say("map_more", language, n=web.left_out)
    if web.several > len(web.shared):
        yield say("map_more_parties", language, n=web.several - len(web.shared))


def _arranged(
    boxes: list[Box], links: list[tuple[int, int]], linked: set[int], many: int
) -> tuple[float, float]:
    """Place the boxes that are linked; those that stand alone go in rows below them."""
    order = [place for place in range(len(boxes)) if place in linked]
    at = {place: number for number, place in enumerate(order)}
    anchors = sum(place < many for place in order)
    wide, high = arrange([boxes[p] for p in order], [(at[one], at[other]) for one, other in links], anchors)
    alone = [box for place, box in enumerate(boxes) if place not in linked]
    columns = max(1, min(len(alone), int((max(wide, 900.0) + 14) / (_CARD + 14))))
    top = high + 24 if order else 0.0
    for first in range(0, len(alone), columns):
        row = alone[first : first + columns]
        for column, box in enumerate(row):
            box.x, box.y = column * (_CARD + 14) + _CARD / 2, top + box.height / 2
        top += max(box.height for box in row) + 14
    across = columns * (_CARD + 14) - 14 if alone else 0.0
    return max(wide, across), (top - 14 if alone else high)


def map(  # noqa: A001
    portfolio: Portfolio, *, language: Language = "nl", as_of: datetime.date | None = None
) -> Picture:
    """Draw who works with whom: collaborations as frames, and between them who takes part in several.

    The place on the map says only who is near whom; there is no centre and no ranking. The same portfolio
    gives the same drawing, in whatever order its records stand.

    Args:
        portfolio: The portfolio.
        language: ``"nl"`` or ``"en"``.
        as_of: Leave out what had certainly ended on this day; without it everything is drawn.

    Returns:
        A drawing.

    Example:
        >>> print(map(Portfolio()))
        Wie werkt met wie (svg)
    """
    web = _web(shareable(portfolio, language), as_of, language)
    boxes = [*(Box(_CARD, card.height) for card in web.cards), *(_pill_box(member) for member in web.shared)]
    places = {
        id_: place for place, id_ in enumerate([*(c.id for c in web.cards), *(m.id for m in web.shared)])
    }
    links = [(places[one], places[other]) for one, other in web.links]
    linked = {place for pair in links for place in pair}
    wide, high = _arranged(boxes, links, linked, len(web.cards))
    full = max(_LEAST_WIDE, wide + 2 * _MARGIN)
    title = say("map", language) + (f": {portfolio.title}" if portfolio.title else "")
    notes = list(_notes(web, language)) if web.cards else [say("nothing", language)]
    heading, y = paragraph(_MARGIN, 40, title, full - 2 * _MARGIN, 20, 2, bold=True)
    parts = [heading]
    for note in notes:
        text, y = paragraph(_MARGIN, y, note, full - 2 * _MARGIN, 11, fill=SOFT)
        parts.append(text)
    top = y + 6
    for box in boxes:
        box.x, box.y = box.x + (full - wide) / 2, box.y + top
    many = len(web.cards)
    parts += [_link(boxes[one], boxes[other], other < many) for one, other in links]
    for card, box in zip(web.cards, boxes, strict=False):
        parts += [_card(card, box), _rest(card, box, language)]
    parts += [_pill(member, box) for member, box in zip(web.shared, boxes[many:], strict=True)]
    bottom = top + high + 26
    if web.cards:
        parts.append(line(_MARGIN, bottom - 14, full - _MARGIN, bottom - 14, stroke=FAINT))
        legend, bottom = _legend(web, bottom + 6, full, language)
        parts.append(legend)
    svg = drawing(parts, full, bottom + 6, title, notes[0], language)
    return Picture(title=title, alt=notes[0], svg=svg, language=language)
