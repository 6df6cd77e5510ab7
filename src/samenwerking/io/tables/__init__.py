"""CSV and Excel: the form to fill in, reading it and other tables, and writing tables."""

from samenwerking.io.tables.read import TableSource, read_tables, read_workbook
from samenwerking.io.tables.template import template
from samenwerking.io.tables.write import to_tables

__all__ = ["TableSource", "read_tables", "read_workbook", "template", "to_tables"]
