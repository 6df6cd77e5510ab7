"""A report as a page: what could be judged, the questions and for whom, then what was noticed."""

from collections.abc import Iterable, Iterator

from samenwerking.display.markup import Markup, joined, tag
from samenwerking.display.page import document
from samenwerking.display.picture import Picture
from samenwerking.display.wording import spoken
from samenwerking.display.words import say
from samenwerking.report import Finding, Report, enumerate_words, wording
from samenwerking.vocabulary import FindingKind, Language, Mark, Outcome, Respondent, Severity, field_label

_STYLE = """
.report { width: 190mm; font-size: 10.5pt; line-height: 1.25; }
.report h1 { font-size: 22pt; line-height: 1.1; margin: 1mm 0 4mm; overflow-wrap: anywhere; }
.report h2 { font-size: 15pt; line-height: 1.2; margin: 8mm 0 1mm; break-after: avoid; }
.report h3 { font-size: 11.5pt; line-height: 1.25; margin: 4mm 0 1mm; break-after: avoid; }
.report h3.gear { border-top: 0.5mm solid var(--ink); padding-top: 1.5mm; font-size: 13pt; }
.report table { width: 100%; border-collapse: collapse; table-layout: fixed; }
.report td, .report th { text-align: left; vertical-align: top; padding: 1.5mm 2mm 1.5mm 0; }
.rows td { border-top: 0.2mm solid var(--faint); overflow-wrap: anywhere; }
.rows tr { break-inside: avoid; }
.rows .kind { width: 36mm; font-weight: bold; }
.sign { display: inline-block; width: 6mm; }
.sign { font-family: "DejaVu Sans", "Segoe UI Symbol", "Arial Unicode MS", sans-serif; }
.hint { font-style: italic; }
.where { color: var(--soft); font-size: 9.5pt; margin-top: 0.5mm; }
.judged { border: 0.3mm solid var(--ink); padding: 3mm 4mm; break-inside: avoid; }
.judged table { margin-top: 2mm; }
.judged td { border-left: 0.2mm solid var(--faint); padding: 0 2mm; line-height: 1.15; }
.judged td:first-child { border-left: 0; padding-left: 0; }
.judged b { display: block; font-size: 16pt; }
.about { columns: 2; column-gap: 6mm; margin: 1mm 0 2mm; font-size: 9.5pt; }
.about li { break-inside: avoid; margin-bottom: 0.5mm; overflow-wrap: anywhere; }
.basis p { margin-top: 1.5mm; overflow-wrap: anywhere; }
.credit { margin-top: 5mm; border-top: 0.2mm solid var(--ink); padding-top: 2mm; color: var(--soft); }
"""
# A sign beside each word, so that a copier and an eye without colour see it too.
_SIGNS = {Severity.ERROR: "■", Severity.WARNING: "▲", Severity.ADVICE: "○", Severity.NOTE: "–"}
_QUESTION = "?"


def _judged(report: Report, language: Language) -> Markup:
    """Return what was looked at, and what came of it: unknown is named as such, also where it is nothing."""
    counted = (f"{field_label(kind, language)} ({n})" for kind, n in report.records if n)
    records = enumerate_words(counted, language)
    said = [wording.say("looked_at", language, records=records)] if records else []
    said += [say("as_of", language, date=spoken(report.as_of, language)) + "."] if report.as_of else []
    cells = [
        tag("td", tag("b", str(n)), outcome.label(language))
        for outcome in Outcome
        if (n := report.outcomes.get(outcome, 0)) or outcome is Outcome.UNKNOWN
    ]
    return tag("div", *(tag("p", each) for each in said), tag("table", tag("tr", *cells)), class_="judged")


def _where(finding: Finding, language: Language, *, heading: bool, asks: bool) -> str:
    """Return the small print: about what, for whom, where, from where, under which code."""
    about = (finding.subject_name or finding.subject or "") if heading else ""
    gear = finding.gear.label(language) if finding.gear and heading else ""
    who = say("for_whom", language, who=finding.asks.label(language)) if finding.asks and asks else ""
    marks = enumerate_words((mark.label(language) for mark in finding.marks), language)
    parts = (about, gear, who, wording.place(finding, language), marks, finding.code)
    return " · ".join(filter(None, parts))


def _row(finding: Finding, sign: str, word: str, where: str, language: Language) -> Markup:
    hint = finding.hint(language)
    return tag(
        "tr",
        tag("td", tag("span", sign, class_="sign", aria_hidden="true"), word, class_="kind"),
        tag(
            "td",
            tag("p", finding.message(language)),
            *([tag("p", hint, class_="hint")] if hint else []),
            tag("p", where, class_="where"),
        ),
    )


def _rows(rows: Iterable[Markup]) -> Markup:
    return tag("table", *rows, class_="rows")


def _questions(report: Report, language: Language) -> Iterator[Markup]:
    """Yield the questions, put together for whoever must answer them."""
    asked: dict[Respondent | None, list[Finding]] = {who: [] for who in (*Respondent, None)}
    for question in report.questions:
        asked[question.asks].append(question)
    word = FindingKind.QUESTION.label(language)
    for who, questions in asked.items():
        if questions:
            for_whom = who.label(language) if who else say("unknown", language)
            yield tag("h3", say("answered_by", language, who=for_whom))
            yield _rows(
                _row(each, _QUESTION, word, _where(each, language, heading=True, asks=False), language)
                for each in questions
            )


def _findings(report: Report, language: Language) -> Iterator[Markup]:
    for gear, records in wording.per_gear(report.findings, language):
        yield tag("h3", gear, class_="gear")
        for heading, findings in records:
            yield from [tag("h3", heading)] if heading else []
            yield _rows(
                _row(
                    each,
                    _SIGNS[each.severity],
                    each.severity.label(language),
                    _where(each, language, heading=False, asks=True),
                    language,
                )
                for each in findings
            )


def _told(findings: Iterable[Finding], language: Language) -> Iterator[Markup]:
    for message, names in wording.told_once(findings, language).items():
        about = [tag("ul", *(tag("li", name) for name in names), class_="about")] if names else []
        yield tag("div", tag("p", message), *about)


def _basis(report: Report, language: Language) -> Iterator[Markup]:
    """Yield what each mark means, and the works behind it."""
    for mark in Mark:
        if any(mark in finding.marks for finding in report):
            yield tag("p", tag("b", mark.label(language)), f": {mark.definition(language)}")
    for work in wording.works(report):
        addresses = (address.partition("://")[2] or address for address in work.addresses)
        yield tag("p", tag("b", work.key), f": {', '.join((work.title, *addresses))}")


def report(report: Report, *, title: str = "", language: Language = "nl") -> Picture:
    """Lay out a report for whoever has to act on it: one page of HTML that needs nothing else.

    It opens with what could be judged, unknown included; then come the questions, put together for whoever
    must answer them; then what was noticed, per gear and record. How much something weighs is said in a word
    and a sign, never by colour; there are no scores. It prints on A4.

    Args:
        report: The report.
        title: What it is about, such as the name of a file.
        language: ``"nl"`` or ``"en"``.

    Returns:
        A page of as many sheets as it takes.

    Raises:
        ValueError: If the language is neither.

    Example:
        >>> print(report(Report(), title="voorbeeldpolder.yaml"))
        Verslag: voorbeeldpolder.yaml (html)
    """
    name = wording.say("title", language)
    parts = (
        (say("questions", language), list(_questions(report, language))),
        (say("noticed", language), list(_findings(report, language))),
        (wording.say("notes", language), list(_told(report.notes, language))),
        (wording.say("gone", language), list(_told(report.gone, language))),
        (say("basis", language), [tag("div", *_basis(report, language), class_="basis")] if report else []),
    )
    kicker = f"{name} · {say('concept', language)}" if title else say("concept", language)
    section = tag(
        "section",
        tag("p", kicker, class_="soft"),
        tag("h1", title or name),
        _judged(report, language),
        *(joined([tag("h2", heading), *held]) for heading, held in parts if held),
        *([] if report.items else [tag("h2", wording.say("nothing", language))]),
        tag("p", wording.credit(language), class_="credit"),
        class_="report",
    )
    whole = f"{name}: {title}" if title else name
    asked = f"{say('questions', language)} ({len(report.questions)})"
    counts = ", ".join(filter(None, (wording.tally(report, language), asked)))
    alt = say("report_alt", language, title=whole, counts=counts)
    html = document(whole, section, language, _STYLE, "A4 portrait")
    return Picture(title=whole, alt=alt, html=html, language=language)
