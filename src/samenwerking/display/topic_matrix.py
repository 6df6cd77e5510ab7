"""The canvas matrix: collaborations by topics, so that one sees where area processes get stuck."""

import datetime
from collections.abc import Iterable, Iterator

from samenwerking.display.markup import Markup, tag
from samenwerking.display.page import document
from samenwerking.display.picture import Picture
from samenwerking.display.values import shorter
from samenwerking.display.wording import shareable, spoken
from samenwerking.display.words import say
from samenwerking.model import Portfolio
from samenwerking.report.wording import credit
from samenwerking.rules.matrix import MatrixLine, TopicCount, matrix_lines
from samenwerking.vocabulary import CanvasTopic, Gear, Language, Reading, record_label

_STYLE = """
.matrix { width: 277mm; font-size: 9.5pt; line-height: 1.15; }
.matrix h1 { font-size: 20pt; line-height: 1.1; margin: 0.5mm 0 2mm; overflow-wrap: anywhere; }
.matrix table { width: 100%; border-collapse: collapse; table-layout: fixed; margin-top: 2mm; }
.matrix th, .matrix td { border: 0.2mm solid var(--soft); padding: 1.1mm 1.3mm; vertical-align: top; }
.matrix th { text-align: left; overflow-wrap: anywhere; hyphens: manual; }
.matrix thead { display: table-header-group; }
.matrix thead th { border-color: var(--ink); font-size: 9pt; }
.matrix thead .gear { font-size: 12pt; border-bottom-width: 0.5mm; }
.matrix thead .back { font-weight: normal; font-style: italic; font-size: 10pt; }
.matrix tr { break-inside: avoid; }
.matrix .name p { font-weight: normal; color: var(--soft); font-size: 9pt; }
.matrix td.now { border: 0.7mm solid var(--ink); }
.matrix b { font-size: 12pt; }
.matrix td p { font-size: 9pt; }
.matrix .bar { display: block; width: 100%; height: 2.4mm; margin: 0.4mm 0 1mm; overflow: visible; }
.matrix .sum td, .matrix .sum th { border-top: 0.7mm solid var(--ink); font-weight: bold; }
.matrix .key { display: flex; gap: 7mm; margin-top: 2mm; align-items: center; }
.matrix .key .bar { display: inline-block; width: 14mm; margin: 0 2mm 0 0; }
.matrix .key .frame { display: inline-block; width: 8mm; height: 4mm; margin-right: 2mm; }
.matrix .key .frame { border: 0.7mm solid var(--ink); vertical-align: middle; }
.matrix .described { margin-top: 4mm; }
.matrix .described ul { columns: 3; column-gap: 6mm; margin-top: 1mm; }
.matrix .described li { break-inside: avoid; margin-bottom: 0.6mm; }
.matrix .end { margin-top: 3mm; font-size: 9pt; color: var(--soft); }
"""
_NAME, _TOPIC = 52, 25  # in millimetres
_WIDE, _HIGH = 100.0, 10.0


def _bar(answered: int, open_: int, later: int) -> Markup:
    """Return a bar: black for what is open, a thin line for later, empty where an answer stands."""
    black, thin = (_WIDE * part / (answered + open_ + later) for part in (open_, later))
    frame = {"fill": "none", "stroke": "currentColor", "vector_effect": "non-scaling-stroke"}
    return tag(
        "svg",
        tag("rect", x=0, y=0, width=_WIDE, height=_HIGH, **frame),
        tag("rect", x=0, y=0, width=black, height=_HIGH, fill="currentColor"),
        tag("rect", x=_WIDE - thin, y=_HIGH / 2 - 1, width=thin, height=2, fill="currentColor"),
        viewBox=f"0 0 {_WIDE:.0f} {_HIGH:.0f}",
        preserveAspectRatio="none",
        aria_hidden="true",
        class_="bar",
    )


def _cell(count: TopicCount, now: bool, language: Language) -> Markup:
    """Return how a topic stands: a bar, how much is open, and how much has an answer or comes later."""
    if not count.answered + count.open + count.later:
        return tag("td", tag("p", say("not_asked", language), class_="soft"), class_="now" if now else None)
    counted = (("answered", count.answered), ("later", count.later))
    parts = [_bar(count.answered, count.open, count.later)]
    parts += [tag("p", tag("b", say("open", language, n=count.open)))] if count.open else []
    parts += [tag("p", say(key, language, n=n), class_="soft") for key, n in counted if n]
    return tag("td", *parts, class_="now" if now else None)


def _heads(language: Language) -> Iterator[Markup]:
    """Yield the two rows of heads: the gears and the step back, and the topics below each."""
    groups: dict[tuple[Gear, bool], list[CanvasTopic]] = {}
    for topic in CanvasTopic:
        groups.setdefault((topic.gear, topic is CanvasTopic.STEP_BACK), []).append(topic)
    cells = [tag("th", record_label("Collaboration", language), rowspan=2)]
    for (gear, back), topics in groups.items():
        word = say("step_back", language) if back else f"{gear.order} {gear.label(language)}"
        cells.append(tag("th", word, colspan=len(topics), class_="gear back" if back else "gear"))
    yield tag("tr", *cells)
    yield tag("tr", *(tag("th", topic.label(language)) for topics in groups.values() for topic in topics))


def _row(line: MatrixLine, language: Language) -> Markup:
    whole = line.collaboration
    form = whole.canvas.form
    about = (form.label(language) if form else say("form_open", language), whole.current_gear.label(language))
    name = tag("th", shorter(whole.name, 120), *(tag("p", each) for each in about), class_="name")
    cells = (
        _cell(
            count,
            count.topic.gear is whole.current_gear and count.topic is not CanvasTopic.STEP_BACK,
            language,
        )
        for count in line.topics
    )
    return tag("tr", name, *cells)


def _spread(lines: Iterable[MatrixLine]) -> dict[CanvasTopic, tuple[int, int]]:
    """Return per topic at how many collaborations something is open, and at how many it is asked."""
    found: dict[CanvasTopic, tuple[int, int]] = dict.fromkeys(CanvasTopic, (0, 0))
    for count in (count for line in lines for count in line.topics):
        stuck, asked = found[count.topic]
        found[count.topic] = (stuck + (count.open > 0), asked + (count.open + count.answered > 0))
    return found


def _key(language: Language) -> Markup:
    """Return what the bars and the frame mean."""
    bars = (("key_open", (0, 1, 0)), ("key_answered", (1, 0, 0)), ("key_later", (0, 0, 1)))
    shown = [tag("span", _bar(*counts), say(key, language)) for key, counts in bars]
    frame = tag("span", tag("span", class_="frame"), say("key_now", language))
    return tag("div", *shown, frame, class_="key")


def canvas_matrix(
    portfolio: Portfolio,
    *,
    language: Language = "nl",
    as_of: datetime.date | None = None,
    reading: Reading | None = None,
) -> Picture:
    """Lay out how the canvases of a portfolio stand: a row per collaboration, a column per topic.

    A cell says how much of what the form asks is open, has an answer or comes later, in words and with a bar
    that reads without colour. The last row says per topic at how many collaborations something is open: where
    they get stuck. Collaborations stand by name and have no total; this is no ranking. Those that are only
    described from sources are listed as such: nothing was asked of them.

    Args:
        portfolio: The portfolio.
        language: ``"nl"`` or ``"en"``.
        as_of: The day for which it holds; today if left out.
        reading: The reading; the shipped one if left out.

    Returns:
        A page of A4, or more if there are many collaborations; the heads stand on each.

    Raises:
        ValueError: If the language is neither.

    Example:
        >>> print(canvas_matrix(Portfolio(title="Voorbeeldpolder")))
        Canvasmatrix: Voorbeeldpolder (html)
    """
    day = as_of or datetime.date.today()
    lines = matrix_lines(shareable(portfolio, language), as_of=day, reading=reading)
    asked = [line for line in lines if not line.described]
    described = [line.collaboration.name for line in lines if line.described]
    spread = _spread(asked)
    parts = []
    if asked:
        sums = (tag("td", say("open_at", language, n=n, total=total)) for n, total in spread.values())
        widths = (tag("col", style=f"width:{wide}mm") for wide in (_NAME, *[_TOPIC] * len(CanvasTopic)))
        foot = tag("tr", tag("th", say("somewhere_open", language)), *sums, class_="sum")
        body = tag("tbody", *(_row(line, language) for line in asked), foot)
        parts += [
            tag("table", tag("colgroup", *widths), tag("thead", *_heads(language)), body),
            _key(language),
        ]
    if described:
        listed = tag("ul", *(tag("li", shorter(name, 160)) for name in described))
        parts.append(tag("div", tag("p", say("only_described", language)), listed, class_="described"))
    if not lines:
        parts.append(tag("p", say("nothing", language)))
    name = portfolio.title or record_label("Portfolio", language)
    title = f"{say('canvas_matrix', language)}: {name}"
    kicker = f"{say('as_of', language, date=spoken(day, language))} · {say('concept', language)}"
    section = tag(
        "section",
        tag("p", kicker, class_="soft"),
        tag("h1", shorter(title, 160)),
        *parts,
        tag("p", credit(language), class_="end"),
        class_="matrix",
    )
    stuck = (
        f"{topic.label(language)}: {say('open_at', language, n=n, total=total)}"
        for topic, (n, total) in spread.items()
        if total
    )
    alt = say("canvas_matrix_alt", language, n=len(asked), described=len(described)) + "".join(
        f" {each}." for each in stuck
    )
    html = document(title, section, language, _STYLE, "A4 landscape")
    return Picture(title=title, alt=alt, html=html, language=language)
