"""Pages: the document around a sheet, and how it looks on a screen and on paper."""

from samenwerking.display.markup import Markup, tag
from samenwerking.display.svg import FONT

# Sizes in points; 13 on A3 is still 9 when the sheet is printed on A4.
SMALL, TEXT, LARGE, HUGE = 13, 13, 20, 28

_STYLE = """
:root { --ink: #111; --soft: #595959; --faint: #b3b3b3; --paper: #fff; --desk: #e9e9e9; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #f0f0f0; --soft: #b8b8b8; --faint: #5c5c5c; --paper: #161616; --desk: #000; }
}
@page { size: %(size)s; margin: 10mm; }
@page :first { margin: 10mm; }
* { box-sizing: border-box; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; font-family: %(font)s; font-size: 13pt; line-height: 1.15; color: var(--ink); }
h1, h2, h3, p, ul, ol { margin: 0; padding: 0; }
li { list-style: none; }
svg { display: block; }
section { position: relative; background: var(--paper); }
.soft { color: var(--soft); }
.ask { color: var(--soft); font-style: italic; }
@media screen {
  body { background: var(--desk); }
  section { margin: 6mm auto; padding: 10mm; box-sizing: content-box; box-shadow: 0 0 3mm #0004; }
  .drawing { width: fit-content; max-width: 96vw; overflow: auto; padding: 4mm; }
}
@media screen and (max-width: 1650px) { section.wide { zoom: 0.8; } }
@media screen and (max-width: 1320px) { section.wide { zoom: 0.6; } }
@media print { section { break-after: page; } section:last-child { break-after: auto; } }
"""


def document(title: str, body: str, language: str, style: str = "", size: str = "A4 landscape") -> str:
    """Return a whole page that needs nothing else.

    Args:
        title: What it is called.
        body: Markup of its sections.
        language: Language of its texts.
        style: Further style.
        size: Size of the paper.

    Returns:
        HTML.

    Example:
        >>> document("Leeg", "", "nl").startswith("<!DOCTYPE html>")
        True
    """
    css = _STYLE % {"size": size, "font": FONT} + style
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=1680" if size.startswith("A3") else "width=device-width"),
        tag("title", title),
        tag("style", Markup(css)),
    )
    page = tag("html", head, "\n", tag("body", body), lang=language)
    return f"<!DOCTYPE html>\n{page}\n"
