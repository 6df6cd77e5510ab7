"""Drawings: a few shapes with letters, black on white in print, light on dark on a dark screen.

One unit is one point, so that a letter of 12 is twelve points on paper.
"""

from collections.abc import Iterable

from samenwerking.display.markup import Markup, joined, tag
from samenwerking.display.measure import wrap

FONT = "Arial, Helvetica, 'Liberation Sans', sans-serif"
INK, SOFT, FAINT, PAPER = "#111111", "#595959", "#b3b3b3", "#ffffff"
MILLIMETRE = 72 / 25.4

# The colours stand on the elements themselves, for programs without style sheets; a dark screen turns them.
STYLE = Markup(
    "<style>@media screen and (prefers-color-scheme: dark){"
    ".sw-f{fill:#f0f0f0}.sw-fs{fill:#b8b8b8}.sw-ff{fill:#5c5c5c}.sw-fp{fill:#161616}"
    ".sw-s{stroke:#f0f0f0}.sw-ss{stroke:#b8b8b8}.sw-sf{stroke:#5c5c5c}.sw-sp{stroke:#161616}"
    "}</style>"
)
_FILLS = {INK: "sw-f", SOFT: "sw-fs", FAINT: "sw-ff", PAPER: "sw-fp"}
_STROKES = {INK: "sw-s", SOFT: "sw-ss", FAINT: "sw-sf", PAPER: "sw-sp"}


def _classes(fill: str | None, stroke: str | None) -> str | None:
    found = [_FILLS.get(fill or "", ""), _STROKES.get(stroke or "", "")]
    return " ".join(filter(None, found)) or None


def shape(
    name: str, /, *, fill: str | None = None, stroke: str | None = None, **more: str | float | None
) -> Markup:
    """Return a shape in the colours of the drawings.

    Args:
        name: Its element.
        fill: One of the colours; without one it is open.
        stroke: One of the colours, or none.
        **more: Further attributes.

    Returns:
        Markup.

    Example:
        >>> str(shape("circle", r=3, stroke=INK))
        '<circle fill="none" stroke="#111111" class="sw-s" r="3"/>'
    """
    return tag(name, fill=fill or "none", stroke=stroke, class_=_classes(fill, stroke), **more)


def line(
    x1: float, y1: float, x2: float, y2: float, *, stroke: str = INK, wide: float = 1, dash: str | None = None
) -> Markup:
    """Return a line.

    Args:
        x1: Where it begins, from the left.
        y1: Where it begins, from above.
        x2: Where it ends, from the left.
        y2: Where it ends, from above.
        stroke: Its colour.
        wide: Its width.
        dash: Its pattern.

    Returns:
        Markup.

    Example:
        >>> "stroke-width" in line(0, 0, 1, 1)
        True
    """
    return shape("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, stroke_width=wide, stroke_dasharray=dash)


def label(
    x: float,
    y: float,
    text: str,
    size: float = 12,
    *,
    anchor: str = "start",
    bold: bool = False,
    italic: bool = False,
    fill: str = INK,
    halo: bool = False,
) -> Markup:
    """Return a line of text.

    Args:
        x: Where it stands, from the left.
        y: Its base line, from above.
        text: The text.
        size: Its size in points.
        anchor: ``start``, ``middle`` or ``end``.
        bold: Whether it is bold.
        italic: Whether it is italic.
        fill: Its colour.
        halo: Whether lines behind it give way.

    Returns:
        Markup.

    Example:
        >>> str(label(0, 0, "R&D")).endswith(">R&amp;D</text>")
        True
    """
    return tag(
        "text",
        text,
        x=x,
        y=y,
        font_size=size,
        font_family=FONT,
        text_anchor=None if anchor == "start" else anchor,
        font_weight="bold" if bold else None,
        font_style="italic" if italic else None,
        fill=fill,
        class_=_classes(fill, PAPER if halo else None),
        stroke=PAPER if halo else None,
        stroke_width=3 if halo else None,
        paint_order="stroke" if halo else None,
        stroke_linejoin="round" if halo else None,
    )


def paragraph(
    x: float,
    y: float,
    text: str,
    room: float,
    size: float = 12,
    lines: int = 1000,
    *,
    bold: bool = False,
    anchor: str = "start",
    italic: bool = False,
    fill: str = INK,
    halo: bool = False,
) -> tuple[Markup, float]:
    """Return a text in lines.

    Args:
        x: Where it stands, from the left.
        y: The base line of its first line.
        text: The text.
        room: How wide a line may be.
        size: Its size in points.
        lines: How many lines there may be.
        bold: Whether it is bold.
        anchor: ``start``, ``middle`` or ``end``.
        italic: Whether it is italic.
        fill: Its colour.
        halo: Whether lines behind it give way.

    Returns:
        Markup, and the base line of what comes next.

    Example:
        >>> paragraph(0, 12, "een twee", 30, 12)[1]
        40.8
    """
    wrapped = wrap(text, room, size, lines, bold=bold)
    made = []
    for each in wrapped.lines:
        made.append(label(x, y, each, size, anchor=anchor, bold=bold, italic=italic, fill=fill, halo=halo))
        y += size * 1.2
    return joined(made), y


def drawing(
    parts: Iterable[str], width: float, height: float, title: str, alt: str, language: str = "nl"
) -> str:
    """Return a whole drawing.

    Args:
        parts: What is on it, from back to front.
        width: Its width in points.
        height: Its height in points.
        title: What it is called.
        alt: What it shows, for who cannot see it.
        language: Language of its texts.

    Returns:
        SVG.

    Example:
        >>> drawing([], 10, 10, "Leeg", "Niets").startswith("<svg ")
        True
    """
    ground = shape("rect", x=0, y=0, width=width, height=height, fill=PAPER)
    return str(
        tag(
            "svg",
            tag("title", title),
            tag("desc", alt),
            STYLE,
            ground,
            *parts,
            xmlns="http://www.w3.org/2000/svg",
            width=f"{width:.0f}pt",
            height=f"{height:.0f}pt",
            viewBox=f"0 0 {width:.0f} {height:.0f}",
            role="img",
            lang=language,
        )
    )
