"""What came of looking at a document: its findings, and how much of it could be judged."""

import datetime
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any

import attrs

from samenwerking.report.finding import Finding
from samenwerking.report.text import render
from samenwerking.vocabulary import FindingKind, Gear, Language, Outcome, Severity


class ReportError(ValueError):
    """Raised by :meth:`Report.raise_for`; carries the report.

    Args:
        report: The report that was too heavy.
        findings: Its findings of that severity or heavier.
    """

    def __init__(self, report: "Report", findings: tuple[Finding, ...]) -> None:
        self.report, self.findings = report, findings
        shown = [f"{f.code} {f.pointer}: {f.message('en')}" for f in findings[:5]]
        rest = [f"... and {len(findings) - 5} more"] if len(findings) > 5 else []
        super().__init__("\n".join([f"{len(findings)} findings:", *shown, *rest]))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.report, self.findings)


def _counted(
    outcomes: Mapping[Outcome, int] | Iterable[tuple[Outcome, int]],
) -> tuple[tuple[Outcome, int], ...]:
    counts = dict(outcomes)
    return tuple((outcome, n) for outcome in Outcome if (n := counts.get(outcome)))


def _items(items: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(items)


@attrs.frozen(kw_only=True)
class Report:
    """The findings about one document, in the order in which they were found.

    Args:
        items: Everything found: findings, questions and notes.
        outcomes: How often a rule passed, failed, was open and so on.
        records: How many records of each kind were looked at.
        as_of: The day the judgement holds for; ``None`` where no rule looks at the date.
        gone: What an earlier report had and this one has not; only :meth:`since` fills it.

    Example:
        >>> report = Report()
        >>> report.ok, len(report)
        (True, 0)
    """

    items: tuple[Finding, ...] = attrs.field(default=(), converter=_items)
    _outcomes: tuple[tuple[Outcome, int], ...] = attrs.field(default=(), converter=_counted, alias="outcomes")
    records: tuple[tuple[str, int], ...] = ()
    as_of: datetime.date | None = None
    gone: tuple[Finding, ...] = attrs.field(default=(), converter=_items)

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.items)

    def __add__(self, other: "Report") -> "Report":
        """Put two reports on one document together."""
        outcomes = {key: self.outcomes.get(key, 0) + other.outcomes.get(key, 0) for key in Outcome}
        return Report(
            items=self.items + other.items,
            outcomes=outcomes,
            records=self.records or other.records,
            as_of=self.as_of or other.as_of,
            gone=self.gone + other.gone,
        )

    def _repr_html_(self) -> str:
        """Show the report in a notebook."""
        return str(import_module("samenwerking.display.notebook").represent(self))

    def _of(self, kind: FindingKind) -> tuple[Finding, ...]:
        return tuple(item for item in self.items if item.kind is kind)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong or may be: everything but questions and notes."""
        return self._of(FindingKind.FINDING)

    @property
    def questions(self) -> tuple[Finding, ...]:
        """What is still open."""
        return self._of(FindingKind.QUESTION)

    @property
    def notes(self) -> tuple[Finding, ...]:
        """What is good to know."""
        return self._of(FindingKind.NOTE)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings of severity error."""
        return tuple(item for item in self.findings if item.severity is Severity.ERROR)

    @property
    def ok(self) -> bool:
        """Whether there is no finding of severity error; open questions do not count."""
        return not self.errors

    @property
    def outcomes(self) -> dict[Outcome, int]:
        """How often each outcome came."""
        return dict(self._outcomes)

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity, heaviest first."""
        return {severity: sum(f.severity is severity for f in self.findings) for severity in Severity}

    @property
    def coverage(self) -> float | None:
        """The share of what applies that could be judged, 0 to 1; ``None`` if nothing applies."""
        outcomes = self.outcomes
        judged = outcomes.get(Outcome.PASSED, 0) + outcomes.get(Outcome.FAILED, 0)
        applies = sum(outcomes.values()) - outcomes.get(Outcome.NOT_APPLICABLE, 0)
        return judged / applies if applies else None

    def filter(
        self,
        condition: Callable[[Finding], bool] | None = None,
        *,
        code: str | None = None,
        severity: Severity | str | None = None,
        gear: Gear | str | None = None,
        subject: str | None = None,
        kind: FindingKind | str | None = None,
    ) -> "Report":
        """Return the report with only the findings that meet every condition given.

        Args:
            condition: A function that says yes or no to a finding.
            code: A code or the beginning of one, such as ``SAM2``.
            severity: Exactly this severity.
            gear: This gear.
            subject: This record's id.
            kind: Findings, questions or notes.

        Returns:
            A report with the same outcomes and fewer findings.

        Raises:
            ValueError: If there is no such severity, gear or kind.

        Example:
            >>> len(Report().filter(code="SAM2", severity="error"))
            0
        """
        equal = {
            "severity": None if severity is None else Severity(severity),
            "gear": None if gear is None else Gear(gear),
            "subject": subject,
            "kind": None if kind is None else FindingKind(kind),
        }
        wanted = {name: value for name, value in equal.items() if value is not None}

        def keeps(finding: Finding) -> bool:
            return (
                all(getattr(finding, name) == value for name, value in wanted.items())
                and (code is None or finding.code.startswith(code))
                and (condition is None or condition(finding))
            )

        return attrs.evolve(self, items=filter(keeps, self.items), gone=filter(keeps, self.gone))

    def since(self, baseline: "Report | Mapping[str, Any] | str | os.PathLike[str]") -> "Report":
        """Return the report with only what is new since an earlier one; ``gone`` holds what went.

        Findings are the same if their fingerprints are: array positions, lines and the language do not count.
        Of several alike each counts: one more than before is new. The outcomes stay those of now.

        Args:
            baseline: The earlier report: itself, what :meth:`to_dict` returned, or the path of a JSON file
                with that, such as ``samenwerking check --format json`` writes.

        Returns:
            A report with fewer findings. What is gone from stored data says its message in the language
            that was kept.

        Raises:
            ValueError: If the baseline is no report; the message names what is wrong.
            OSError: If the file cannot be read.

        Example:
            >>> report = Report()
            >>> len(report.since(report.to_dict())), report.since(report).gone
            (0, ())
        """
        from samenwerking.report.recorded import compared, stored_findings  # few need it

        before = baseline.items if isinstance(baseline, Report) else stored_findings(baseline)
        new, gone = compared(self.items, before)
        return attrs.evolve(self, items=new, gone=gone)

    def _grouped(self, key: Callable[[Finding], Any], keys: Iterable[Any]) -> dict[Any, tuple[Finding, ...]]:
        groups: dict[Any, list[Finding]] = {k: [] for k in keys}
        for item in self.items:
            groups.setdefault(key(item), []).append(item)
        return {k: tuple(group) for k, group in groups.items() if group}

    def by_gear(self) -> dict[Gear | None, tuple[Finding, ...]]:
        """Return the findings per gear, in the order of the gearbox.

        Returns:
            Gear to findings; ``None`` stands for the document itself and comes first.

        Example:
            >>> Report().by_gear()
            {}
        """
        return self._grouped(lambda f: f.gear, (None, *Gear))

    def by_subject(self) -> dict[str | None, tuple[Finding, ...]]:
        """Return the findings per record they are about.

        Returns:
            Record id to findings, in order of first mention.

        Example:
            >>> Report().by_subject()
            {}
        """
        return self._grouped(lambda f: f.subject, ())

    def raise_for(self, severity: Severity | str = Severity.ERROR) -> None:
        """Raise if anything of this severity or heavier was found.

        Args:
            severity: The lightest severity that counts.

        Raises:
            ReportError: If there is such a finding.

        Example:
            >>> Report().raise_for("warning")
        """
        order = list(Severity)
        limit = order.index(Severity(severity))
        heavy = tuple(f for f in self.findings if order.index(f.severity) <= limit)
        if heavy:
            raise ReportError(self, heavy)

    def text(self, language: Language = "nl") -> str:
        """Return the report as plain text, grouped by gear and subject.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            Text that opens with what could be judged.

        Example:
            >>> print(Report().text("en"))
            Nothing found.
        """
        return render(self, language)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Report":
        """Return what :meth:`to_dict` returned as a report again.

        Args:
            data: That data, also after a stay in a JSON file.

        Returns:
            The report; its messages and hints are known in the language of the data only.

        Raises:
            ValueError: If the data does not keep to :func:`samenwerking.report.report_schema`; the message
                names the first fault.

        Example:
            >>> Report.from_dict(Report().to_dict()) == Report()
            True
        """
        from samenwerking.report.recorded import report_parts  # few need it

        return cls(**report_parts(data))

    def to_dict(self, language: Language = "nl") -> dict[str, Any]:
        """Return the report as plain data, as :func:`samenwerking.report.report_schema` says.

        Args:
            language: Language of messages and hints.

        Returns:
            Data that ``json.dumps`` takes.

        Raises:
            ValueError: If the language is neither.

        Example:
            >>> Report().to_dict()["report_schema"]
            1
        """
        from samenwerking.report.recorded import report_data  # few need it

        return report_data(self, language)

    def to_json(self, language: Language = "nl") -> str:
        """Return the report as JSON text.

        Args:
            language: Language of messages and hints.

        Returns:
            JSON with two-space indent and a newline at the end.

        Raises:
            ValueError: If the language is neither.

        Example:
            >>> Report().to_json().startswith("{")
            True
        """
        return json.dumps(self.to_dict(language), ensure_ascii=False, indent=2) + "\n"

    def to_rows(self, language: Language = "nl") -> list[dict[str, Any]]:
        """Return one flat dictionary per finding, for data frames.

        Args:
            language: Language of messages and hints.

        Returns:
            Rows with equal keys.

        Raises:
            ValueError: If the language is neither.

        Example:
            >>> Report().to_rows()
            []
        """
        from samenwerking.report.recorded import finding_row  # few need it

        return [finding_row(item, language) for item in self.items]

    def to_markdown(self, language: Language = "nl", *, title: str = "") -> str:
        """Return the report as Markdown with tables, for GitHub and for a text that goes on to Word.

        Args:
            language: ``"nl"`` or ``"en"``.
            title: The heading, such as the name of the file.

        Returns:
            Text that opens with what could be judged; whatever a message holds, the tables stay whole.

        Raises:
            ValueError: If the language is neither.

        Example:
            >>> print(Report().to_markdown("en").splitlines()[0])
            # Report
        """
        from samenwerking.report.markdown import markdown  # few need it

        return markdown(self, language, title)

    def to_sarif(self, language: Language = "nl") -> dict[str, Any]:
        """Return the report as a SARIF 2.1.0 log, for tools that show findings beside a file.

        Knelpunten, aandachtspunten and tips have the levels error, warning and note; a question has the kind
        *open* and a notice the kind *informational*. After :meth:`since` each result says whether it is new
        or absent. The format is that of https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            A log with one run, as data that ``json.dumps`` takes.

        Raises:
            ValueError: If the language is neither.

        Example:
            >>> Report().to_sarif()["version"]
            '2.1.0'
        """
        from samenwerking.report.sarif import sarif  # few need it

        return sarif(self, language)
