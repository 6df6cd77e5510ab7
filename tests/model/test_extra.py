"""Keys of other tools: kept as they are, unchangeable, and refused where no file could hold them."""

import copy
import pickle
from decimal import Decimal

import pytest

from samenwerking.model import Extra, InvalidRecord, Organization, Portfolio
from samenwerking.model.extra import EMPTY, as_extra

DATA = {"x-a": {"list": [1, 2.5, "é", True, {"deep": []}]}, "x-b": "text"}


def test_lists_become_tuples_mappings_extra_and_floats_decimals():
    extra = Extra(DATA)
    assert extra["x-a"]["list"] == (1, Decimal("2.5"), "é", True, Extra({"deep": ()}))
    assert Extra(extra) == extra
    assert (len(extra), list(extra)) == (2, ["x-a", "x-b"])


def test_it_cannot_be_changed_and_the_data_it_came_from_can():
    data = {"x-a": [1]}
    extra = Extra(data)
    data["x-a"].append(2)
    assert extra == {"x-a": (1,)}
    with pytest.raises(TypeError):
        extra["x-a"] = 1


def test_it_is_compared_and_hashed_by_value_and_can_be_copied():
    turned = dict(reversed(DATA.items()))
    assert Extra(DATA) == Extra(turned)
    assert hash(Extra(DATA)) == hash(Extra(turned))
    assert copy.deepcopy(Extra(DATA)) == pickle.loads(pickle.dumps(Extra(DATA))) == Extra(DATA)
    assert eval(repr(Extra(DATA))) == Extra(DATA)
    assert Extra() == Extra(None) == EMPTY
    assert as_extra(EMPTY) is EMPTY


@pytest.mark.parametrize(
    "wrong", [{"x-a": None}, {"x-a": object()}, {"x-a": [{1}]}, {1: "x"}, ["x-a"], "x-a", 5]
)
def test_what_is_no_plain_data_is_refused(wrong):
    with pytest.raises(TypeError):
        Extra(wrong)
    with pytest.raises(TypeError):
        Organization(id="x", name="X", extra=wrong)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"a": 1}, "SAM113"),
        ({"x-a": "\x00"}, "SAM123"),
        ({"x-\ud800": 1}, "SAM123"),
        ({"x-a": [{"deep": ["\x1b"]}]}, "SAM123"),
        ({"x-a": {"\x7f": 1}}, "SAM123"),
        ({"x-a": [float("nan")]}, "SAM124"),
        ({"x-a": Decimal("Infinity")}, "SAM124"),
    ],
)
@pytest.mark.parametrize(
    "make", [lambda extra: Organization(id="x", name="X", extra=extra), lambda e: Portfolio(extra=e)]
)
def test_a_record_refuses_keys_that_could_not_be_written_back(make, data, code):
    with pytest.raises(InvalidRecord) as caught:
        make(data)
    (problem,) = caught.value.problems
    assert (problem.code, problem.path) == (code, ("extra", next(iter(data))))
