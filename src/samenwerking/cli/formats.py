"""The shapes in which ``check`` prints its reports."""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

import attrs

from samenwerking.report import Report
from samenwerking.vocabulary import Language

Reports: TypeAlias = Sequence[tuple[str, Report]]


def _filed(report: Report, file: str | None) -> Report:
    """Return a report of which every finding names its file, or none does."""
    return attrs.evolve(report, items=[attrs.evolve(item, file=file) for item in report.items])


def _together(reports: Reports) -> Report:
    """Return the reports on several files as one."""
    whole = Report()
    records: Counter[str] = Counter()
    for file, report in reports:
        whole += _filed(report, file)
        records.update(dict(report.records))
    return attrs.evolve(whole, records=tuple(records.items()))


def _text(reports: Reports, language: Language) -> str:
    return "\n\n".join(f"{file}\n{report.text(language)}" for file, report in reports)


def _json(reports: Reports, language: Language) -> str:
    data = [{"file": file, **report.to_dict(language)} for file, report in reports]
    return json.dumps(data, ensure_ascii=False, indent=2)


def _sarif(reports: Reports, language: Language) -> str:
    return json.dumps(_together(reports).to_sarif(language), ensure_ascii=False, indent=2)


def _markdown(reports: Reports, language: Language) -> str:
    told = (_filed(report, None).to_markdown(language, title=file) for file, report in reports)
    return "\n".join(told).removesuffix("\n")


def _html(reports: Reports, language: Language) -> str:
    from samenwerking import display  # only whoever draws needs it

    title = ", ".join(file for file, _ in reports)
    whole = _filed(reports[0][1], None) if len(reports) == 1 else _together(reports)
    return (display.report(whole, title=title, language=language).html or "").removesuffix("\n")


FORMATS: Mapping[str, Callable[[Reports, Language], str]] = {
    "text": _text,
    "json": _json,
    "sarif": _sarif,
    "markdown": _markdown,
    "html": _html,
}
