"""The plan follows the classes, and the classes follow the conventions that the plan relies on."""

import typing

import attrs
import pytest

from samenwerking import model
from samenwerking.model import KINDS, Collaboration, Indicator, Partner, Portfolio, Record, field_at, plan
from samenwerking.model.plan import PARTY, plan_by_name
from samenwerking.vocabulary import LANGUAGES, Code, CodeList, field_label, record_label

EVERY = [value for name in model.__all__ if isinstance(value := getattr(model, name), type)]
CLASSES = [cls for cls in EVERY if issubclass(cls, Record) and attrs.has(cls)]
FIELDS = [
    pytest.param(cls, field, id=f"{cls.__name__}.{field.name}") for cls in CLASSES for field in plan(cls)
]
# What may point at a record: one name, one kind of target, wherever it occurs.
TO_PARTIES = [
    "accountable",
    "achievable_alone_by",
    "approvers",
    "bearers",
    "by",
    "checker",
    "consulted",
    "creditor",
    "debtor",
    "drivers",
    "funder",
    "giver",
    "governing_party",
    "informed",
    "input_from",
    "lead",
    "manager",
    "members",
    "on_behalf_of",
    "organization",
    "owner",
    "paid_by",
    "parties",
    "party",
    "prefers",
    "replaced_by",
    "represented_by",
    "responsible",
]
TARGETS = {
    "areas": ("area",),
    "coalition": ("collaboration",),
    "distinct_from": ("organization",),
    "goal": ("goal",),
    "goals": ("goal",),
    "own_goals": ("goal",),
    "parent": ("collaboration",),
    "person": ("organization",),
    "related": ("collaboration",),
    "serves": ("goal",),
    **dict.fromkeys(TO_PARTIES, PARTY),
}


def reachable(cls, found=None):
    found = {} if found is None else found
    if cls not in found:
        found[cls] = None
        for field in plan(cls):
            if field.kind == "record":
                reachable(field.item, found)
    return set(found)


def test_every_class_that_a_portfolio_can_hold_is_public():
    assert reachable(Portfolio) - {Code} == set(CLASSES) - {model.Identified}


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_the_plan_has_every_attribute_once_remarks_last(cls):
    names = [field.name for field in plan(cls)]
    assert sorted(names) == sorted(attribute.name for attribute in attrs.fields(cls))
    assert [field for name, field in plan_by_name(cls).items()] == list(plan(cls))
    last = [a.name for a in attrs.fields(cls) if a.metadata.get("last")]
    assert names[len(names) - len(last) :] == last


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_class_has_a_name_for_people_and_documents_its_attributes(cls):
    if cls is not model.Identified:
        assert len({record_label(cls.__name__, language) for language in LANGUAGES} - {""}) in (1, 2)
    documented = " ".join(parent.__doc__ or "" for parent in cls.__mro__[:-1])
    for field in plan(cls):
        assert f"{field.name}: " in documented


@pytest.mark.parametrize(("cls", "field"), FIELDS)
def test_every_attribute_has_a_name_for_people(cls, field):
    assert all(field_label(field.name, language).strip() for language in LANGUAGES)


@pytest.mark.parametrize(("cls", "field"), FIELDS)
def test_what_is_private_says_so_and_is_never_required(cls, field):
    said = any(line.strip().startswith(f"{field.name}: Private. ") for line in cls.__doc__.splitlines())
    assert said == field.private
    assert not (field.private and field.required)


@pytest.mark.parametrize(("cls", "field"), FIELDS)
def test_a_reference_says_what_it_points_at(cls, field):
    if field.kind == "text":
        above = ("area",) if cls is model.Area else PARTY
        assert field.ref == {**TARGETS, "part_of": above}.get(field.name, ())
    else:
        assert field.ref == ()
    assert set(field.ref) <= {kind.name for kind in KINDS}


@pytest.mark.parametrize(("cls", "field"), FIELDS)
def test_the_metadata_fit_the_kind_of_value(cls, field):
    assert not (field.ref and field.codes)
    assert field.codes is None or (field.kind == "text" and isinstance(field.codes, CodeList))
    assert field.within is None or (field.kind in ("int", "decimal") and field.within[0] < field.within[1])
    assert bool(field.choices) == (field.kind == "choice")
    assert field.many == (typing.get_origin(typing.get_type_hints(cls)[field.name]) is tuple)
    assert not (field.many and field.optional)
    if not field.required and field.name != "id":
        assert field.accepts(field.default)


def test_every_open_list_but_the_working_groups_of_the_coalition_is_used():
    used = {field.codes for cls in CLASSES for field in plan(cls)}
    assert used - {None} == set(CodeList) - {CodeList.WORKING_GROUP}


def test_what_an_attribute_accepts_and_holds():
    unit, measurements, lead = (plan_by_name(Indicator)[n] for n in ("unit", "measurements", "baseline"))
    assert unit.accepts("km")
    assert not unit.accepts(None)
    assert lead.accepts(None)
    assert measurements.accepts(())
    assert not measurements.accepts([])
    assert not measurements.accepts(("x",))
    assert (unit.items("km"), lead.items(None), measurements.items((1, None))) == (("km",), (), (1,))


def test_a_default_made_from_the_record_itself_is_not_known_beforehand():
    id_ = plan_by_name(Partner)["id"]
    assert (id_.required, id_.default, id_.optional) == (False, None, False)


def test_the_plan_of_something_else_is_refused():
    with pytest.raises(attrs.exceptions.NotAnAttrsClassError):
        plan(int)


def test_a_new_attribute_needs_nothing_but_the_class():
    @attrs.frozen(kw_only=True)
    class More(Record):
        counts: tuple[int, ...] = attrs.field(factory=tuple, metadata={"within": (1, 9)})

    (field,) = plan(More)
    assert (field.kind, field.many, field.default, field.within) == ("int", True, (), (1, 9))
    with pytest.raises(model.InvalidRecord) as caught:
        More(counts=(1, 10))
    assert caught.value.problems[0].path == ("counts", 1)


def test_collaborations_are_planned_through_to_their_canvas():
    assert plan_by_name(Collaboration)["canvas"].item is model.Canvas
    assert field_at("parties[].contributions[].serves").ref == ("goal",)
