"""How records, reports and diagnoses show themselves in a notebook: short, without private content.

The colours are those of the notebook itself, so that it fits a light and a dark one.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from samenwerking.display.gears import gearbox
from samenwerking.display.markup import Markup, joined, tag
from samenwerking.display.values import pairs, shorter, some
from samenwerking.display.wording import benefit_text, code_label, contribution_text, shareable
from samenwerking.display.words import say
from samenwerking.model import (
    Canvas,
    Collaboration,
    Identified,
    Organization,
    Participation,
    Portfolio,
    Record,
    plan,
)
from samenwerking.report import Finding, Report
from samenwerking.report.wording import kind_label, say as told
from samenwerking.rules import Diagnosis
from samenwerking.vocabulary import CodeList, FindingKind, Language, field_label, record_label

MOST_ROWS = 25
_LONGEST = 240
_STYLE = Markup(
    "<style>.samenwerking table{border-collapse:collapse;margin:.4em 0}"
    ".samenwerking th,.samenwerking td{border:1px solid #8888;"
    "padding:.2em .5em;text-align:left;vertical-align:top;background:none;color:inherit}"
    ".samenwerking h4{margin:.4em 0}</style>"
)
_NOTHING = Portfolio()


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], language: Language) -> Markup:
    held = list(rows)
    head = [tag("tr", *(tag("th", each) for each in heads))] if heads else []
    body = [tag("tr", *(tag("td", shorter(cell, _LONGEST)) for cell in row)) for row in held[:MOST_ROWS]]
    more = len(held) - MOST_ROWS
    rest = [tag("p", say("rows_more", language, n=more))] if more > 0 else []
    return joined([tag("table", *head, *body), *rest]) if held else Markup("")


def _facts(portfolio: Portfolio, record: Record, language: Language, without: Sequence[str] = ()) -> Markup:
    left_out = {field_label(name, language) for name in without}
    rows = [(label, text) for label, text in pairs(portfolio, record, language) if label not in left_out]
    return _table((), rows, language)


def _heading(record: Record, name: str, language: Language) -> Markup:
    kind = record_label(type(record).__name__, language)
    return tag("h4", f"{kind}: {shorter(name, 160)}" if name else kind)


def _portfolio(portfolio: Portfolio, language: Language) -> Markup:
    counted = [
        (field_label(field.name, language), str(len(getattr(portfolio, field.name))))
        for field in plan(Portfolio)
        if field.many and getattr(portfolio, field.name)
    ]
    heads = [field_label(name, language) for name in ("name", "gear", "form", "parties")]
    rows = []
    for each in portfolio.collaborations[: MOST_ROWS + 1]:
        form = each.canvas.form
        parties = len(portfolio.parties_of(each.id)) if portfolio.get(each.id) else len(each.canvas.parties)
        rows.append(
            (each.name, each.current_gear.label(language), form.label(language) if form else "", str(parties))
        )
    more = len(portfolio.collaborations) - len(rows)
    listed = _table(heads, rows[:MOST_ROWS], language)
    rest = [tag("p", say("rows_more", language, n=more + 1))] if len(rows) > MOST_ROWS else []
    return joined(
        [_heading(portfolio, portfolio.title, language), _table((), counted, language), listed, *rest]
    )


def _parties(parties: Sequence[Participation], language: Language) -> Markup:
    heads = (
        say("party", language),
        field_label("role", language),
        say("brings", language),
        say("gets", language),
    )
    rows = []
    for each in parties:
        role = code_label(_NOTHING, CodeList.ROLE, each.role, language)
        brings = some((contribution_text(_NOTHING, c, language) for c in each.contributions), language)
        gets = some((benefit_text(_NOTHING, b, language) for b in each.benefits), language)
        rows.append((each.party, role, brings, gets))
    return _table(heads, rows, language)


def _canvas(canvas: Canvas, language: Language) -> Markup:
    facts = _facts(_NOTHING, canvas, language, ("parties",))
    return joined([_heading(canvas, "", language), facts, _parties(canvas.parties, language)])


def _collaboration(record: Collaboration, language: Language) -> Markup:
    name = f"{record.name} ({record.id})"
    facts = _facts(_NOTHING, record, language, ("name",))
    return joined([_heading(record, name, language), facts, _canvas(record.canvas, language)])


def _record(record: Record, language: Language) -> Markup:
    if isinstance(record, Organization):
        unnamed = not record.name or "name" in record.private_fields
        name = record.id if unnamed else f"{record.name} ({record.id})"
    else:
        name = record.id if isinstance(record, Identified) else ""
    return joined([_heading(record, name, language), _facts(_NOTHING, record, language)])


def _finding(finding: Finding, language: Language) -> tuple[str, ...]:
    gear = finding.gear.label(language) if finding.gear else ""
    about = finding.subject_name or finding.subject or finding.pointer
    asks = finding.asks.label(language) if finding.asks else ""
    kind = kind_label(finding, language)
    return (kind, gear, about, finding.message(language), asks, finding.code)


def _gone(report: Report, language: Language) -> list[Markup]:
    """Return what an earlier report had and this one has not."""
    rows = [_finding(item, language) for item in report.gone]
    return [tag("h4", told("gone", language)), _table((), rows, language)] if rows else []


def _report(report: Report, language: Language) -> Markup:
    if not report.items:
        return joined([tag("p", say("no_findings", language)), *_gone(report, language)])
    words = [f"{severity.plural(language)}: {n}" for severity, n in report.counts.items() if n]
    words += [f"{FindingKind.QUESTION.label(language)}: {len(report.questions)}"] if report.questions else []
    rows = [_finding(item, language) for item in report.items[:MOST_ROWS]]
    more = len(report.items) - len(rows)
    rest = [tag("p", say("rows_more", language, n=more))] if more else []
    return joined(
        [tag("p", some(words, language)), _table((), rows, language), *rest, *_gone(report, language)]
    )


def _diagnosis(diagnosis: Diagnosis, language: Language) -> Markup:
    return Markup(gearbox(diagnosis, language=language).svg or "")


_WAYS: tuple[tuple[type, Callable[[Any, Language], Markup]], ...] = (
    (Portfolio, _portfolio),
    (Collaboration, _collaboration),
    (Canvas, _canvas),
    (Report, _report),
    (Diagnosis, _diagnosis),
    (Record, _record),
)


def represent(thing: Any, language: Language | None = None) -> str:
    """Return how a record, a report or a diagnosis shows itself in a notebook.

    Args:
        thing: A record of the model, a report or a diagnosis.
        language: ``"nl"`` or ``"en"``; that of the portfolio, or Dutch, if left out.

    Returns:
        A piece of HTML with a limited number of rows; nothing private.

    Raises:
        TypeError: If it is something else.

    Example:
        >>> "Waterschap X" in represent(Organization(id="x", name="Waterschap X"))
        True
    """
    chosen: Language = language or (thing.language if isinstance(thing, Portfolio) else "nl")
    shown = shareable(thing, chosen) if isinstance(thing, Portfolio) else thing
    for cls, way in _WAYS:
        if isinstance(thing, cls):
            return str(tag("div", _STYLE, way(shown, chosen), class_="samenwerking"))
    raise TypeError(f"no way to show {type(thing).__name__}")
