"""Flat rows for data frames: equal keys, plain cells, nothing private."""

import pytest
from hypothesis import given, settings, strategies as st

from samenwerking.model import (
    ROWS,
    Canvas,
    Collaboration,
    Contribution,
    Goal,
    Indicator,
    Measurement,
    Organization,
    Participation,
    Period,
    Portfolio,
    Record,
    Representative,
    Source,
)
from samenwerking.model.plan import plan, plan_by_name
from samenwerking.testing import portfolios

PORTFOLIO = Portfolio(
    organizations=[Organization(id="x", name="X", aliases=["Y", "Z"], ownership="public")],
    goals=[
        Goal(
            id="g",
            name="G",
            kind="own",
            indicators=[
                Indicator(name="km", target=40, measurements=[Measurement(on="2025-10", value=12.5)]),
                Indicator(name="ha", monitoring=None),
            ],
        )
    ],
    collaborations=[
        Collaboration(
            id="c",
            name="C",
            period=Period(start="2026"),
            canvas=Canvas(
                parties=[
                    Participation(
                        party="x", contributions=[Contribution(amount=5, period=Period(end="2028"))]
                    ),
                    Participation(party="y", representatives=[Representative(person="x")]),
                ]
            ),
        )
    ],
)


def count(record, path):
    """How many records stand at the end of a path, counted by hand."""
    if not path:
        return 1
    held = getattr(record, path[0])
    return sum(count(item, path[1:]) for item in (held if isinstance(held, tuple) else [held]))


@pytest.mark.parametrize("kind", ROWS)
def test_every_kind_of_row_has_its_place_in_the_model(kind):
    cls = Portfolio
    for name in ROWS[kind]:
        cls = plan_by_name(cls)[name].item
    assert issubclass(cls, Record)
    assert kind == (ROWS[kind][-1] if kind != "participations" else "participations")


@settings(deadline=None)
@given(portfolios(), st.sampled_from(sorted(ROWS)))
def test_rows_have_equal_keys_and_plain_cells(portfolio, kind):
    rows = portfolio.rows(kind)
    assert len(rows) == count(portfolio, ROWS[kind])
    assert len({tuple(row) for row in rows}) <= 1
    for row in rows:
        assert all(cell is None or type(cell) in (str, int, float, bool) for cell in row.values())


def test_every_list_of_records_in_a_canvas_that_people_count_has_rows():
    lists = {field.name for field in plan(Canvas) if field.kind == "record" and field.many}
    assert lists - {"left_empty"} <= {path[-1] for path in ROWS.values()}


def test_cells_are_what_a_data_frame_can_hold():
    (row,) = PORTFOLIO.rows("organizations")
    assert (row["id"], row["ownership"], row["aliases"], row["sector"]) == ("x", "public", "Y; Z", None)
    (measured,) = PORTFOLIO.rows("measurements")
    assert measured == {
        "goal": "g",
        "indicator": "km",
        "on": "2025-10",
        "value": 12.5,
        **{f"source_{name}": None for name in ("address", "host", "title", "complete", "seen", "confidence")},
    }
    assert [type(row["target"]) for row in PORTFOLIO.rows("indicators")] == [int, type(None)]


def test_a_row_names_the_records_it_belongs_to():
    (row,) = PORTFOLIO.rows("contributions")
    assert (row["collaboration"], row["party"], row["amount"], row["end"]) == ("c", "x", 5, "2028")
    assert [row["party"] for row in PORTFOLIO.rows("participations")] == ["x", "y"]
    (representative,) = PORTFOLIO.rows("representatives")
    assert (representative["party"], representative["person"], representative["mandate_scope"]) == (
        "y",
        "x",
        None,
    )


def test_a_period_is_told_in_columns_of_its_own():
    (row,) = PORTFOLIO.rows("collaborations")
    assert (row["start"], row["end"], row["open_end"]) == ("2026", None, False)
    assert "canvas" not in row


def test_sources_and_keys_of_other_tools_are_left_out():
    seen = Portfolio(
        organizations=[Organization(id="x", name="X", sources=[Source(title="t")], extra={"x-a": 1})]
    )
    assert {"sources", "extra"}.isdisjoint(seen.rows("organizations")[0])


def test_an_unknown_kind_is_refused_and_those_there_are_are_named():
    with pytest.raises(ValueError, match=r"no rows of 'orgs'; choose from organizations, partners"):
        PORTFOLIO.rows("orgs")
