"""What the library notices: one :class:`Finding` for everything, gathered in a :class:`Report`."""

from samenwerking.report.finding import AND, OR, Finding, Param, enumerate_words, shorten
from samenwerking.report.messages import catalog, make_finding, placeholders
from samenwerking.report.report import Report, ReportError
from samenwerking.report.schema import REPORT_SCHEMA, report_schema

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
    "report_schema",
    "shorten",
]
