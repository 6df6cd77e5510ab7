"""What the library notices: one :class:`Finding` for everything, gathered in a :class:`Report`."""

from typing import TYPE_CHECKING

from samenwerking._lazy import lazy
from samenwerking.report.finding import AND, OR, Finding, Param, enumerate_words, shorten
from samenwerking.report.messages import catalog, make_finding, placeholders
from samenwerking.report.report import Report, ReportError

if TYPE_CHECKING:
    from samenwerking.report.schema import REPORT_SCHEMA as REPORT_SCHEMA, report_schema as report_schema

# Few need the schema.
__getattr__ = lazy(__name__, {"schema": "REPORT_SCHEMA report_schema"})

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


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
