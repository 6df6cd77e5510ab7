"""A corrected reading is another data file: four types and the control axis the other way round."""

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from samenwerking.vocabulary import Form, Need, reading

OTHER = reading(Path(__file__).parent / "data" / "alternative_reading.json")
SHIPPED = reading()


def test_the_grouping_follows_the_file():
    assert {str(form): OTHER.type_of(form) for form in Form} == {
        "transaction-distant": "transaction",
        "transaction-deep": "transaction",
        "shared-goal": "shared-goal",
        "network-preferred": "preferred",
        "network-platform": "platform",
    }
    assert OTHER.forms_of("preferred") == (Form.NETWORK_PREFERRED,)
    assert OTHER.forms_of("network") == ()
    assert OTHER.type_labels("preferred").nl == "voorkeursrelaties"


@given(st.sampled_from(Form), st.integers(0, 100), st.integers(0, 100))
def test_the_regions_follow_the_inverted_axis(form, binding, control):
    assert OTHER.region(form).contains(binding, 100 - control) == SHIPPED.region(form).contains(
        binding, control
    )
    assert OTHER.empty.contains(binding, 100 - control) == SHIPPED.empty.contains(binding, control)


def test_a_collaboration_at_one_spot_is_read_differently():
    assert SHIPPED.region("shared-goal").contains(85, 25)
    assert not OTHER.region("shared-goal").contains(85, 25)


def test_needs_follow_the_finer_types():
    row = next(row for row in OTHER.requirements if row.path == "parties[].contributions")
    assert SHIPPED.need(row, type="network") is Need.NOT_APPLICABLE
    assert OTHER.need(row, type="preferred") is row.needs[Form.NETWORK_PREFERRED] is Need.EXPECTED
    # a type that only the shipped reading knows says nothing here
    assert OTHER.need(row, type="network") is row.undecided


@pytest.mark.parametrize("form", Form)
def test_tables_that_the_file_does_not_hold_are_the_shipped_ones(form):
    assert OTHER.rules == SHIPPED.rules
    assert OTHER.requirements == SHIPPED.requirements
    assert OTHER.capability("shared_goal", form) == SHIPPED.capability("shared_goal", form)
    # with a form chosen, the grouping makes no difference to what is needed
    assert all(OTHER.need(row, form) is SHIPPED.need(row, form) for row in SHIPPED.requirements)
