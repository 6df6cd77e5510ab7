"""The rows of the reading: what a cell, a region and a requirement say by themselves."""

import attrs
import pytest

from samenwerking.vocabulary import Form, Need, reading

READING = reading()


@pytest.mark.parametrize("form", list(Form))
def test_a_region_holds_its_corners_and_nothing_past_them(form):
    region = READING.region(form)
    (low, high), (bottom, top) = region.binding, region.control
    assert all(region.contains(binding=x, control=y) for x in (low, high) for y in (bottom, top))
    assert not region.contains(binding=low - 1, control=bottom)
    assert not region.contains(binding=high + 1, control=bottom)
    assert not region.contains(binding=low, control=bottom - 1)
    assert not region.contains(binding=low, control=top + 1)


def test_no_form_lies_wholly_in_the_empty_quadrant():
    for form in Form:
        region = READING.region(form)
        assert not READING.empty.contains(binding=region.binding[1], control=region.control[1])


@pytest.mark.parametrize(
    ("form", "binding", "control"),
    [
        ("transaction-distant", (70, 100), (70, 100)),
        ("transaction-deep", (70, 100), (45, 80)),
        ("shared-goal", (65, 100), (0, 50)),
        ("network-preferred", (20, 55), (45, 85)),
        ("network-platform", (0, 30), (65, 100)),
    ],
)
def test_where_each_form_lies(form, binding, control):
    assert (READING.region(form).binding, READING.region(form).control) == (binding, control)


def test_every_requirement_has_a_need_for_every_form():
    for row in READING.requirements:
        assert set(row.needs) == set(Form)
        assert all(isinstance(need, Need) for need in (*row.needs.values(), row.undecided))
        assert row.at_least >= 1


def test_rows_are_frozen():
    row = READING.requirements[0]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        row.path = "x"
    with pytest.raises(TypeError):
        row.needs["shared-goal"] = Need.OPTIONAL


def test_what_is_expected_is_allowed_and_what_is_required_is_both():
    for name in READING.capabilities:
        for form in Form:
            level = READING.capability(name, form)
            assert level.allowed or not level.expected
            assert level.allowed or not level.required


@pytest.mark.parametrize("name", ["capability", "allows", "expects", "requires"])
def test_an_unknown_capability_or_form_is_refused(name):
    with pytest.raises(KeyError):
        getattr(READING, name)("zomaar", "shared-goal")
    with pytest.raises(ValueError, match="'zomaar' is not a valid Form"):
        getattr(READING, name)("shared_goal", "zomaar")
