"""Whatever stands in a table is read or told: never a crash, and never without a place."""

import datetime
import json
from decimal import Decimal

from hypothesis import given, settings, strategies as st

from samenwerking.io import to_dict
from samenwerking.io.tables import read_tables
from samenwerking.io.tables.csv_files import read_csv
from samenwerking.io.tables.sheets import sheets
from samenwerking.io.tables.workbook import read_grids

NAMES = ("Waterschap X", "Y", "waterschap-x", "Randen", "S", "lengte")
WORDS = st.sampled_from(
    (*NAMES, "ja", "nee", "60%", "200.000", "200,000", "€ 5", "1-3-2026", "maart 2026", "geld", "publiek", "persoon",
     "gezamenlijk doel", "klopt", "#N/B", "voorbeeld: x", "a; b", "x, Y", "[", "https://example.org", "\x00", "\ud800")
)  # fmt: skip
VALUES = st.one_of(
    st.none(),
    WORDS,
    st.text(max_size=8),
    st.integers(-(10**20), 10**20),
    st.floats(),
    st.decimals(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.just(b"bytes"),
)


@st.composite
def tables(draw):
    made = {}
    for sheet in draw(
        st.lists(st.sampled_from(sheets()), min_size=1, max_size=6, unique_by=lambda s: s.name.nl)
    ):
        columns = draw(st.lists(st.sampled_from(sheet.columns), min_size=1, max_size=8, unique_by=id))
        headings = [column.heading.get(draw(st.sampled_from(("nl", "en")))) for column in columns]
        if draw(st.booleans()):
            headings.append(draw(st.sampled_from(("x-eigen", "zomaar", "", "belangen"))))
        rows = draw(st.lists(st.lists(VALUES, max_size=len(headings) + 1), max_size=5))
        made[draw(st.sampled_from((sheet.name.nl, sheet.name.en)))] = [headings, *rows]
    return made


@settings(max_examples=300, deadline=None)
@given(tables())
def test_any_table_is_read_or_told(given_tables):
    portfolio, report = read_tables(given_tables)
    assert portfolio is not None or report.errors
    for finding in report:
        assert finding.code == "SAM969" or (finding.sheet in given_tables and finding.line and finding.column)
        assert finding.message("nl")
        assert finding.message("en")
    report.text("nl").encode()
    report.to_json()
    if portfolio is not None:
        json.dumps(to_dict(portfolio, private="include")).encode()


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_told(content):
    grid = read_csv(content, "Organisaties")
    assert all(cell.value is None or isinstance(cell.value, str) for _, cells in grid.rows for cell in cells)
    assert [t.code for grid in read_grids(content) for t in grid.troubles] == ["SAM967"]


@settings(max_examples=200, deadline=None)
@given(
    st.decimals(min_value=-(10**9), max_value=10**9, allow_nan=False, allow_infinity=False, places=3),
    st.dates(datetime.date(1950, 1, 1), datetime.date(2100, 1, 1)),
)
def test_numbers_and_dates_come_through(number, day):
    portfolio, report = read_tables(
        {
            "Doelen": [{"naam": "D", "aard": "eigen doel", "streefdatum": day}],
            "Indicatoren": [
                {"naam": "i", "streefwaarde": number, "streefdatum": f"{day.day}-{day.month}-{day.year}"}
            ],
        }
    )
    assert report.ok
    (indicator,) = portfolio.goals[0].indicators
    assert indicator.target == Decimal(number)
    assert indicator.deadline.iso == portfolio.goals[0].deadline.iso == day.isoformat()
