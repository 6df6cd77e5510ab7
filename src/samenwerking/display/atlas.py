"""The atlas: a whole portfolio in one file, for whoever has no Python."""

import datetime

from samenwerking.display.markup import Markup, joined, tag
from samenwerking.display.network import map as draw_map
from samenwerking.display.page import document
from samenwerking.display.picture import Picture
from samenwerking.display.sheet import canvas_pages
from samenwerking.display.sheet_style import STYLE
from samenwerking.display.wording import shareable
from samenwerking.display.words import say
from samenwerking.model import Portfolio
from samenwerking.rules import is_described
from samenwerking.vocabulary import Language, Reading, reading as shipped, record_label

# The map fits on the first sheet; the list follows.
_FIT = """
.atlas svg { width: 100%; height: 225mm; }
.atlas li { display: inline-block; margin-right: 1em; }
.atlas li::after { content: " ·"; }
"""


def atlas(
    portfolio: Portfolio,
    *,
    language: Language = "nl",
    as_of: datetime.date | None = None,
    reading: Reading | None = None,
) -> Picture:
    """Lay out a whole portfolio in one file: a map of who works with whom, and the canvases.

    Collaborations that are only described from sources stand on the map and in a list; nobody agreed to a
    canvas there. As on every sheet there are no scores, nothing private, and no names of persons.

    Args:
        portfolio: The portfolio.
        language: ``"nl"`` or ``"en"``.
        as_of: The day for which it holds; today if left out.
        reading: The reading; the shipped one if left out.

    Returns:
        A page.

    Example:
        >>> print(atlas(Portfolio(title="Voorbeeldpolder"), as_of=datetime.date(2026, 1, 1)))
        Atlas: Voorbeeldpolder (html)
    """
    day = as_of or datetime.date.today()
    shown = shareable(portfolio, language)
    name = portfolio.title or record_label("Portfolio", language)
    described = [each for each in shown.collaborations if is_described(each, day)]
    agreed = [each for each in shown.collaborations if each not in described]
    drawn = draw_map(portfolio, language=language, as_of=as_of)
    listed = [
        tag("p", say("without_canvas", language), class_="soft"),
        tag("ul", *(tag("li", each.name) for each in described)),
    ]
    first = tag(
        "section",
        Markup(drawn.svg or ""),  # it bears its own title
        *(listed if described else []),
        class_="wide atlas",
    )
    pages = [first]
    for each in agreed:
        pages += canvas_pages(shown, each.id, day, reading or shipped(), language)[1]
    title = f"{say('atlas', language)}: {name}"
    alt = say("atlas_alt", language, title=name, date=day.isoformat(), n=len(agreed))
    html = document(title, joined(pages), language, STYLE + _FIT, "A3 landscape")
    return Picture(title=title, alt=alt, html=html, language=language)
