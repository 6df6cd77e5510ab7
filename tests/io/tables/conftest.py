"""Workbooks for these tests."""

import io
import zipfile

import openpyxl
import pytest


@pytest.fixture
def book():
    """Return a function that makes the bytes of a workbook of sheets with rows."""

    def make(sheets, change=None):
        made = openpyxl.Workbook()
        made.remove(made.active)
        for name, rows in sheets.items():
            page = made.create_sheet(name)
            for row in rows:
                page.append(row)
        if change:
            change(made)
        content = io.BytesIO()
        made.save(content)
        return content.getvalue()

    return make


@pytest.fixture
def with_cached():
    """Return a function that gives the formulas of a workbook the values that a spreadsheet would save."""

    def change(content, values):
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
            for part in old.infolist():
                data = old.read(part)
                if "worksheets/" in part.filename:
                    for formula, (kind, value) in values.items():
                        bare = f"<f>{formula}</f><v />".encode()
                        data = data.replace(bare, f"<f>{formula}</f><v>{value}</v>".encode())
                        data = data.replace(b"><f>" + formula.encode(), f' t="{kind}"><f>{formula}'.encode())
                new.writestr(part, data)
        return out.getvalue()

    return change
