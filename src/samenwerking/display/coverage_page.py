"""The coverage matrix: which sectors stand at which table, and where one that is needed does not."""

import datetime
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import attrs

from samenwerking.display import measure
from samenwerking.display.markup import Markup, joined, tag
from samenwerking.display.picture import Picture
from samenwerking.display.svg import FAINT, INK, SOFT, drawing, label, line, paragraph, shape
from samenwerking.display.values import shorter, some
from samenwerking.display.wording import code_label, name_of, shareable, spoken
from samenwerking.display.words import say
from samenwerking.model import Portfolio
from samenwerking.vocabulary import CodeList, Language, Ownership, field_label, record_label

if TYPE_CHECKING:
    from samenwerking.graph.gaps import Columns, Coverage, Rows

_NAMES, _COLUMN, _ROW = 250.0, 22.0, 27.0
_EDGE, _LONGEST_HEAD = 28.0, 240.0
_LEAST_WIDE, _MOST_SAID = 800.0, 20
_CODES = {"theme": CodeList.THEME, "priority": CodeList.PRIORITY}
_RECORDS = {"goal": "Goal", "area": "Area"}


def _filled(x: float, y: float, n: int) -> Markup:
    box = shape("rect", x=x - 9, y=y - 9, width=18, height=18, rx=3, stroke=INK, stroke_width=1.2)
    return joined([box, label(x, y + 3.6, str(n), 10, anchor="middle", bold=True)])


def _missing(x: float, y: float) -> Markup:
    box = shape("rect", x=x - 9, y=y - 9, width=18, height=18, stroke=INK, stroke_dasharray="2 2")
    return joined([box, label(x, y + 4, "?", 12, anchor="middle", bold=True)])


def _turned(x: float, y: float, text: str, *, italic: bool = False) -> Markup:
    """Return a text that is read from below."""
    shown = measure.wrap(text, _LONGEST_HEAD, 10, 1).text
    return tag(
        "g", label(0, 0, shown, 10, italic=italic), transform=f"translate({x + 3.5:.1f} {y:.1f}) rotate(-90)"
    )


@attrs.frozen(kw_only=True)
class _Names:
    """What people call the rows and columns."""

    portfolio: Portfolio
    rows: str
    columns: str
    language: Language

    @property
    def kind(self) -> str:
        """What the rows are."""
        record = _RECORDS.get(self.rows)
        found = record_label(record, self.language) if record else _CODES[self.rows].label(self.language)
        return found[:1].upper() + found[1:]

    @property
    def unknown(self) -> str:
        """The head above those of whom the column is not known."""
        return say("unknown_kind", self.language, kind=field_label(self.columns, self.language))

    def row(self, key: str) -> str:
        """Return what people call a row."""
        if self.rows in _CODES:
            return code_label(self.portfolio, _CODES[self.rows], key, self.language)
        return name_of(self.portfolio, key)

    def column(self, key: str) -> str:
        """Return what people call a column."""
        if self.columns == "sector":
            return code_label(self.portfolio, CodeList.SECTOR, key, self.language)
        return Ownership(key).label(self.language)


def _grid(
    found: "Coverage", of: _Names, heads: Iterable[tuple[str, bool]], top: float
) -> tuple[list[Markup], float]:
    """Return heads, names and cells, and where they end from above."""
    parts: list[Markup] = []
    xs: list[float] = []
    for place, (text, italic) in enumerate(heads):
        xs.append(_EDGE + _NAMES + _COLUMN * (place + 0.5))
        parts.append(_turned(xs[-1], top - 6, text, italic=italic))
    right = xs[-1] + _COLUMN / 2
    counts = {(cell.row, cell.column): len(cell.parties) for cell in found.cells}
    missing, y = set(found.missing), top
    for row in found.rows:
        middle = y + _ROW / 2
        parts.append(line(_EDGE, y, right, y, stroke=FAINT, wide=0.6))
        name = measure.wrap(of.row(row), _NAMES - 10, 10.5, 2)
        begin = middle + 3.6 - (len(name.lines) - 1) * 6.3
        parts.append(paragraph(_EDGE, begin, name.text, _NAMES - 10, 10.5, 2)[0])
        for x, column in zip(xs, (*found.columns, None), strict=True):
            n = counts.get((row, column), 0) if column else len(found.unknown.get(row, ()))
            if n:
                parts.append(_filled(x, middle, n))
            elif column and (row, column) in missing:
                parts.append(_missing(x, middle))
            else:
                parts.append(shape("circle", cx=x, cy=middle, r=0.9, fill=FAINT))
        y += _ROW
    parts.append(line(_EDGE, y, right, y, stroke=FAINT, wide=0.6))
    return parts, y


def _key(y: float, wanted: bool, language: Language) -> Markup:
    """Return what the boxes mean."""
    there = say("key_there", language)
    parts = [_filled(_EDGE + 9, y - 4, 3), label(_EDGE + 26, y, there, 10)]
    if wanted:
        x = _EDGE + 46 + measure.width(there, 10)
        parts += [_missing(x + 9, y - 4), label(x + 26, y, say("key_nobody", language), 10)]
    return joined(parts)


def _said(found: "Coverage", of: _Names) -> list[str]:
    """Return the gaps in words, those of rows that lack the same together, and who could fill them."""
    language = of.language
    lacking: dict[str, list[str]] = {}
    for row, column in found.missing:
        lacking.setdefault(row, []).append(of.column(column))
    alike: dict[tuple[str, ...], list[str]] = {}
    for row, columns in lacking.items():
        alike.setdefault(tuple(columns), []).append(of.row(row))
    lines = [
        say("nobody_yet", language, rows=some(rows, language, 6), columns=some(columns, language, 8))
        for columns, rows in alike.items()
    ]
    for step in found.closing.steps if found.closing else ():
        who = some((name_of(of.portfolio, each) for each in step.organizations), language, 3)
        where = some(dict.fromkeys(of.row(row) for row, _ in step.places), language, 3)
        lines.append(say("could_ask", language, who=who, rows=where))
    if len(lines) > _MOST_SAID:
        lines[_MOST_SAID:] = [say("rows_more", language, n=len(lines) - _MOST_SAID)]
    return lines


def coverage_matrix(
    portfolio: Portfolio,
    rows: "Rows" = "goal",
    columns: "Columns" = "sector",
    required: Mapping[str, Iterable[str]] | Iterable[str] | None = None,
    *,
    language: Language = "nl",
    as_of: datetime.date | None = None,
) -> Picture:
    """Draw which sectors stand at which table: how many organizations, and where one that is needed does not.

    Without ``required`` nothing is called a gap. That somebody is not on file does not mean that nobody is
    there; whose sector is not known stands in a column of its own.

    Args:
        portfolio: The portfolio.
        rows: What the tables are: ``goal``, ``theme``, ``priority`` or ``area``.
        columns: What to look at: ``sector`` or ``ownership``.
        required: Codes that every row should have, or per row the codes that it should have.
        language: ``"nl"`` or ``"en"``.
        as_of: The day for which it holds; today if left out.

    Returns:
        A drawing at its own size.

    Raises:
        ValueError: If there are no such rows or columns, or ``required`` names what does not exist.

    Example:
        >>> print(coverage_matrix(Portfolio(title="Voorbeeldpolder")))
        Wie zit waar aan tafel: Voorbeeldpolder (svg)
    """
    from samenwerking.graph.gaps import coverage  # only whoever draws this needs it

    day = as_of or datetime.date.today()
    shown = shareable(portfolio, language)
    outcome = coverage(shown, rows, columns, required, as_of=day)
    found = outcome.value
    title = f"{say('coverage', language)}: {portfolio.title or record_label('Portfolio', language)}"
    kicker = f"{say('as_of', language, date=spoken(day, language))} · {say('concept', language)}"
    parts: list[Markup] = [label(_EDGE, 24, kicker, 10, fill=SOFT)]
    wide = max(_LEAST_WIDE, 2 * _EDGE + _NAMES + _COLUMN * (len(found.columns) + 1 if found else 0))
    room = wide - 2 * _EDGE
    heading, y = paragraph(_EDGE, 48, title, room, 20, 2, bold=True)
    parts.append(heading)
    if found is None:
        parts.append(label(_EDGE, y, say("nothing", language), 12))
        alt = f"{title}. {say('nothing', language)}"
        svg = drawing(parts, wide, y + _EDGE, title, alt, language)
        return Picture(title=title, alt=alt, svg=svg, language=language)
    of = _Names(portfolio=shown, rows=rows, columns=columns, language=language)
    heads = [*((of.column(each), False) for each in found.columns), (of.unknown, True)]
    top = y + min(_LONGEST_HEAD, max(measure.width(text, 10) for text, _ in heads))
    parts.append(label(_EDGE, top - 6, of.kind, 10.5, bold=True))
    grid, y = _grid(found, of, heads, top)
    parts += [*grid, _key(y + 24, required is not None, language)]
    y += 46
    said = _said(found, of)
    for text in (*said, outcome.convention.get(language), say("not_on_file", language)):
        made, y = paragraph(_EDGE, y, shorter(text), room, 10, 4, fill=INK if text in said else SOFT)
        parts.append(made)
        y += 3
    counts = {"rows": len(found.rows), "columns": len(found.columns), "missing": len(found.missing)}
    alt = say("coverage_alt", language, title=title, **counts)
    svg = drawing(parts, wide, y + 12, title, alt, language)
    return Picture(title=title, alt=alt, svg=svg, language=language)
