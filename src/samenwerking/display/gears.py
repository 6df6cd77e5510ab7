"""The gearbox: an H with kan and werkt above, klopt and levert below, and the step back in the gate."""

from typing import TYPE_CHECKING

from samenwerking.display import measure
from samenwerking.display.markup import Markup, joined
from samenwerking.display.picture import Picture
from samenwerking.display.svg import FAINT, INK, PAPER, SOFT, drawing, label, line, paragraph, shape
from samenwerking.display.wording import spoken
from samenwerking.display.words import say
from samenwerking.report import enumerate_words
from samenwerking.vocabulary import CanvasTopic, Gear, Language

if TYPE_CHECKING:
    from samenwerking.rules import Diagnosis, GearState

# Column and row of each gear in the H.
PLACES = {Gear.KAN: (0, 0), Gear.KLOPT: (0, 1), Gear.WERKT: (1, 0), Gear.LEVERT: (1, 1)}


def _knob(x: float, y: float, gear: Gear, present: bool, size: float) -> Markup:
    """Return the place of a gear: filled where it is engaged, so that a copier shows it too."""
    circle = shape("circle", cx=x, cy=y, r=size, fill=INK if present else PAPER, stroke=INK, stroke_width=1.5)
    number = label(
        x,
        y + size * 0.42,
        str(gear.order),
        size * 1.2,
        anchor="middle",
        bold=True,
        fill=PAPER if present else INK,
    )
    return joined([circle, number])


def _rails(left: float, right: float, top: float, bottom: float, wide: float) -> Markup:
    middle = (top + bottom) / 2
    return joined(
        [
            line(left, top, left, bottom, stroke=FAINT, wide=wide),
            line(right, top, right, bottom, stroke=FAINT, wide=wide),
            line(left, middle, right, middle, stroke=FAINT, wide=wide),
        ]
    )


def _arrow_left(x: float, y: float, length: float, wide: float = 1.5) -> Markup:
    points = f"{x - length:.1f},{y:.1f} {x - length + 8:.1f},{y - 5:.1f} {x - length + 8:.1f},{y + 5:.1f}"
    return joined([line(x, y, x - length + 6, y, wide=wide), shape("polygon", points=points, fill=INK)])


def small_gearbox(gear: Gear | None, width: float, height: float, language: Language) -> str:
    """Return the gearbox as it stands in a corner of a sheet.

    Args:
        gear: The present gear; ``None`` for none.
        width: Its width in points.
        height: Its height in points.
        language: ``"nl"`` or ``"en"``.

    Returns:
        SVG.

    Example:
        >>> small_gearbox(Gear.KAN, 200, 100, "nl").startswith("<svg ")
        True
    """
    size = 13.0
    left, right = width * 0.42, width * 0.66
    top, bottom = size + 3, height - size - 3
    middle = (top + bottom) / 2
    parts = [_rails(left, right, top, bottom, 7)]
    for each, (column, row) in PLACES.items():
        x, y = (right if column else left), (bottom if row else top)
        parts.append(_knob(x, y, each, each is gear, size))
        word = str(each.value).capitalize()
        beside = x + size + 5 if column else x - size - 5
        parts.append(label(beside, y + 4.5, word, 13, anchor="start" if column else "end", bold=each is gear))
    parts.append(_arrow_left(left, middle, 24))
    parts.append(label(left - 28, middle + 4.5, say("step_back", language), 13, anchor="end", italic=True))
    alt = gear.label(language) if gear else say("gearbox", language)
    return drawing(parts, width, height, say("gearbox", language), alt, language)


def _counts(state: "GearState", language: Language) -> list[str]:
    counted = (
        ("answered", state.answered),
        ("open", len(state.open)),
        ("blocked", len(state.blocked)),
        ("later", state.later),
    )
    return [say(key, language, n=n) for key, n in counted if n or key in ("answered", "open")]


def _topics(gear: Gear) -> list[CanvasTopic]:
    """Return the two topics of a gear, in the order of the gearbox."""
    return [topic for topic in CanvasTopic if topic.gear is gear and topic is not CanvasTopic.STEP_BACK]


_WIDE, _HIGH = 800.0, 520.0
_BOX = (268.0, 172.0)
_LEGS = (340.0, 460.0)
_LEFTS = (28.0, _WIDE - 28.0 - _BOX[0])
_TOPS = (76.0, 310.0)


def _box(state: "GearState", present: bool, language: Language) -> Markup:
    column, row = PLACES[state.gear]
    x, y = _LEFTS[column], _TOPS[row]
    wide, high = _BOX
    frame = shape(
        "rect",
        x=x,
        y=y,
        width=wide,
        height=high,
        rx=8,
        fill=PAPER,
        stroke=INK,
        stroke_width=3.5 if present else 1,
    )
    question = f"{state.gear.order}. {say(f'q_{state.gear.value}', language)}"
    heading, below = paragraph(x + 14, y + 26, question, wide - 28, 15, 2, bold=True)
    parts = [frame, heading]
    for topic in _topics(state.gear):
        text, below = paragraph(x + 14, below + 2, topic.label(language), wide - 28, 12, 2, fill=SOFT)
        parts.append(text)
    below += 10
    for count in _counts(state, language):
        parts.append(label(x + 14, below, count, 13))
        below += 17
    if present:
        parts.append(_here(x + wide - 14, y + high, say("here", language)))
    return joined(parts)


def _here(x: float, y: float, words: str) -> Markup:
    room = measure.width(words, 12, bold=True) + 20
    x -= room
    return joined(
        [
            shape("rect", x=x, y=y - 11, width=room, height=22, rx=11, fill=INK),
            label(x + room / 2, y + 4.3, words, 12, anchor="middle", bold=True, fill=PAPER),
        ]
    )


def _gate(diagnosis: "Diagnosis", y: float, language: Language) -> Markup:
    """Return the step back, in the gate between kan and klopt."""
    state = diagnosis.step_back
    words = [say("open", language, n=len(state.open))]
    if state.decisions:
        words.append(say("decisions", language, n=len(state.decisions)))
    arrow = _arrow_left(_LEGS[0], y, _LEGS[0] - 218, 3)
    text = label(_LEFTS[0] + 14, y - 4, say("step_back_batna", language), 15, bold=True)
    counts = label(_LEFTS[0] + 14, y + 16, ", ".join(words), 13)
    return joined([arrow, text, counts])


def gearbox(diagnosis: "Diagnosis", *, language: Language = "nl") -> Picture:
    """Draw the gearbox of a collaboration: the present gear, and per gear what is answered and open.

    It has no colours and no scores; how much is open says nothing of how good a collaboration is.

    Args:
        diagnosis: What :func:`samenwerking.diagnose` gives.
        language: ``"nl"`` or ``"en"``.

    Returns:
        A drawing.

    Example:
        >>> from samenwerking.model import Collaboration, Portfolio
        >>> from samenwerking.rules import diagnose
        >>> portfolio = Portfolio(collaborations=[Collaboration(id="x", name="Voorbeeldpolder")])
        >>> print(gearbox(diagnose(portfolio, "x")))
        Schakelbak: Voorbeeldpolder (svg)
    """
    date = spoken(diagnosis.as_of, language)
    title = f"{say('gearbox', language)}: {diagnosis.name}"
    top, bottom = (y + _BOX[1] / 2 for y in _TOPS)
    parts = [
        paragraph(28, 38, title, _WIDE - 56, 20, 1, bold=True)[0],
        label(28, 58, say("as_of", language, date=date), 12, fill=SOFT),
        _rails(*_LEGS, top, bottom, 12),
    ]
    said: list[str] = []
    for state in diagnosis.states:
        column, row = PLACES[state.gear]
        present = state.gear is diagnosis.gear
        parts.append(_knob(_LEGS[column], (top, bottom)[row], state.gear, present, 18))
        parts.append(_box(state, present, language))
        said.append(f"{state.gear.label(language)}: {enumerate_words(_counts(state, language), language)}.")
    parts.append(_gate(diagnosis, (top + bottom) / 2, language))
    key = "described" if diagnosis.described else "may_shift" if diagnosis.may_shift_up else "may_not_shift"
    parts.append(paragraph(28, _HIGH - 8, say(key, language), _WIDE - 56, 13, 1)[0])
    alt = say(
        "gearbox_alt",
        language,
        name=diagnosis.name,
        date=date,
        gear=diagnosis.gear.label(language),
        states=" ".join(said),
    )
    svg = drawing(parts, _WIDE, _HIGH, title, alt, language)
    return Picture(title=title, alt=alt, svg=svg, language=language)
