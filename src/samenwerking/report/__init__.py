"""What the library notices: one :class:`Finding` for everything, gathered in a :class:`Report`."""

from samenwerking.report.finding import AND, OR, Finding, Param, enumerate_words, shorten
from samenwerking.report.messages import catalog, make_finding, placeholders
from samenwerking.report.report import REPORT_SCHEMA, Report, ReportError

__all__ = [
    "AND",
    "OR",
    "REPORT_SCHEMA",
    "Finding",
    "Param",
    "Report",
    "ReportError",
    "catalog",
    "enumerate_words",
    "make_finding",
    "placeholders",
    "shorten",
]
