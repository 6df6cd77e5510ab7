"""What all records share: everything wrong is told at once, and nothing changes afterwards."""

import copy
import pickle
from decimal import Decimal

import attrs
import pytest
from hypothesis import given, settings, strategies as st

from samenwerking import model
from samenwerking.model import (
    Alternative,
    Goal,
    Indicator,
    InvalidRecord,
    Measurement,
    Organization,
    Participation,
    Partner,
    Portfolio,
    Position,
    ProgressReport,
    Record,
    Risk,
    Source,
    StatedCount,
    Supporter,
    plan,
)
from samenwerking.model.record import MOST_DIGITS, as_decimal, as_id, as_ids, as_optional_id, as_tuple
from samenwerking.testing import records

EVERY = [value for name in model.__all__ if isinstance(value := getattr(model, name), type)]
CLASSES = [cls for cls in EVERY if issubclass(cls, Record) and attrs.has(cls) and cls is not model.Identified]
# These are refused by their converters, one at a time, before the record is looked at.
CONVERTED = {"date", "closed", "extra"}
CHECKED = [cls for cls in CLASSES if {field.kind for field in plan(cls)} - CONVERTED]


def problems(make, *args, **values):
    with pytest.raises(InvalidRecord) as caught:
        make(*args, **values)
    assert isinstance(caught.value, ValueError)
    assert len(caught.value.findings) == len(caught.value.problems) == len(str(caught.value).splitlines())
    return [(problem.code, problem.path) for problem in caught.value.problems]


def test_there_are_record_classes():
    assert len(CLASSES) > 50
    assert {Organization, Portfolio, Risk} <= set(CLASSES)


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
@settings(max_examples=15, deadline=None)
@given(st.data())
def test_a_record_is_a_value(cls, data):
    record = data.draw(records(cls))
    again = copy.deepcopy(record)
    assert again == record == copy.copy(record) == pickle.loads(pickle.dumps(record))
    assert hash(again) == hash(record)
    assert attrs.evolve(record) == record
    for field in plan(cls):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(record, field.name, None)
    with pytest.raises(AttributeError):
        record.no_such_attribute = 1


@pytest.mark.parametrize("cls", CHECKED, ids=lambda cls: cls.__name__)
@given(st.data())
@settings(max_examples=10, deadline=None)
def test_every_wrong_type_is_told_at_once(cls, data):
    record = data.draw(records(cls))
    wrong = {field.name: object() for field in plan(cls) if field.kind not in CONVERTED}
    assert problems(attrs.evolve, record, **wrong) == [("SAM111", (name,)) for name in wrong]


def test_a_converter_refuses_a_wrong_date_or_closed_value_as_a_value_error():
    with pytest.raises(ValueError, match="no date"):
        Goal(id="g", name="G", kind="own", deadline="morgen")
    with pytest.raises(ValueError, match="zomaar"):
        Goal(id="g", name="G", kind="zomaar")


def test_a_wrong_item_of_a_list_is_told_with_its_place():
    assert problems(Goal, id="g", name="G", kind="own", policies=["a", 1]) == [("SAM111", ("policies", 1))]
    assert problems(Goal, id="g", name="G", kind="own", policies="abc") == [("SAM111", ("policies",))]
    assert problems(Goal, id="g", name="G", kind="own", areas={"a": 1}) == [("SAM111", ("areas",))]
    assert problems(Goal, id="g", name="G", kind="own", indicators=[None]) == [("SAM111", ("indicators", 0))]


def test_a_bool_is_no_number_and_a_number_no_bool():
    assert problems(StatedCount, what="partners", number=True) == [("SAM111", ("number",))]
    assert problems(Participation, party="x", interests_discussed=1) == [("SAM111", ("interests_discussed",))]
    assert problems(Measurement, on="2025", value=True) == [("SAM111", ("value",))]
    assert problems(Portfolio, schema=True) == [("SAM111", ("schema",))]


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1b", "\x7f", chr(0xD800), chr(0xDFFF)])
def test_a_character_that_no_file_can_hold_is_refused_and_named(character):
    with pytest.raises(InvalidRecord) as caught:
        Organization(id="x", name=f"a{character}", aliases=["b", character])
    assert [(p.code, p.path) for p in caught.value.problems] == [
        ("SAM123", ("name",)),
        ("SAM123", ("aliases", 1)),
    ]
    assert f"U+{ord(character):04X}" in str(caught.value)
    assert str(caught.value).isprintable() or "\n" in str(caught.value)


def test_accents_emoji_tabs_and_line_ends_are_text():
    name = "Één\t🐝 \"'\r\n\x85"
    assert Organization(id="x", name=name).name == name


@pytest.mark.parametrize("id_", ["a[b", "a]b", " a", "a ", "a\nb", "a\tb"])
def test_an_id_has_no_brackets_and_no_space_at_its_ends(id_):
    assert problems(Organization, id=id_, name="X") == [("SAM118", ("id",))]
    assert problems(Goal, id="g", name="G", kind="own", lead=id_) == [("SAM118", ("lead",))]
    assert problems(Goal, id="g", name="G", kind="own", areas=["a", id_]) == [("SAM118", ("areas", 1))]


@pytest.mark.parametrize("id_", ["", " ", "\n"])
@pytest.mark.parametrize(
    "make", [lambda id_: Organization(id=id_, name="X"), lambda id_: Partner(party="x", id=id_)]
)
def test_an_id_is_not_empty(make, id_):
    assert problems(make, id_) == [("SAM117", ("id",))]


@pytest.mark.parametrize("id_", ["waterschap-x", "a b", "1", "é", "a.b/c~d", "🐝"])
def test_an_id_may_be_any_other_text(id_):
    assert Organization(id=id_, name="X").id == id_


@pytest.mark.parametrize("make", [Partner, Supporter])
def test_a_standing_is_named_after_its_party_unless_it_has_an_id_of_its_own(make):
    party = Organization(id="x", name="X")
    assert make(party=party).id == f"{make.__name__.lower()}-x"
    assert make(party="x", id="p").id == "p"
    assert problems(make, party="x", id=None) == [("SAM111", ("id",))]


def test_a_text_that_is_needed_is_not_blank():
    assert problems(Goal, id="g", name=" ", kind="own") == [("SAM117", ("name",))]
    assert problems(Goal, id="g", name="G", kind="own", policies=["a", ""]) == [("SAM117", ("policies", 1))]
    assert problems(Goal, id="g", name="G", kind="own", lead="") == [("SAM117", ("lead",))]
    assert Goal(id="g", name="G", kind="own", description=" ").description == " "


def test_only_a_person_may_be_without_a_name():
    assert problems(Organization, id="x") == [("SAM112", ())]
    assert problems(Organization, id="x", name=" ", kind="group") == [("SAM112", ())]
    assert Organization(id="x", kind="person").name == ""


@pytest.mark.parametrize("share", [0, 1, "0.5", 0.25, Decimal("1.000")])
def test_both_ends_belong_to_a_range(share):
    share = Decimal(share) if isinstance(share, str) else share
    assert 0 <= Risk(text="r", share=share).share <= 1


@pytest.mark.parametrize(
    ("share", "suggestion"),
    [
        (50, Decimal("0.5")),
        (100, 1),
        (Decimal("1.5"), Decimal("0.015")),
        (101, None),
        (-1, None),
        (-0.001, None),
    ],
)
def test_a_number_out_of_range_is_refused_with_the_per_cent_it_may_mean(share, suggestion):
    with pytest.raises(InvalidRecord) as caught:
        Risk(text="r", share=share)
    (problem,) = caught.value.problems
    assert (problem.code, problem.path, problem.params.get("suggestion")) == (
        "SAM120",
        ("share",),
        suggestion,
    )
    (finding,) = caught.value.findings
    assert ("per cent" in finding.hint("en")) == (suggestion is not None)


def test_a_range_other_than_a_share_has_no_per_cent_to_suggest():
    with pytest.raises(InvalidRecord) as caught:
        Position(binding=101, control=-1)
    assert [(p.path, "suggestion" in p.params) for p in caught.value.problems] == [
        (("binding",), False),
        (("control",), False),
    ]
    assert problems(StatedCount, what="partners", number=-1) == [("SAM120", ("number",))]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("-Infinity"), Decimal("sNaN")])
def test_a_number_without_an_end_is_no_number(value):
    assert problems(Measurement, on="2025", value=value) == [("SAM124", ("value",))]


@pytest.mark.parametrize(
    "value", [10**MOST_DIGITS, -(10**400), Decimal("1e30"), Decimal("1e-30"), Decimal(f"0.{'1' * 31}")]
)
def test_a_number_with_far_too_many_digits_is_refused(value):
    assert problems(Measurement, on="2025", value=value) == [("SAM116", ("value",))]


def test_the_longest_number_fits():
    assert Measurement(on="2025", value=10**MOST_DIGITS - 1).value == 10**MOST_DIGITS - 1


def test_a_portfolio_is_in_dutch_or_english():
    with pytest.raises(InvalidRecord) as caught:
        Portfolio(language="de")
    assert str(caught.value) == "Portfolio.language: 'de' is no value of 'language'."
    assert caught.value.findings[0].hint("en") == "Choose from: nl and en."
    assert problems(Portfolio, language=None) == [("SAM111", ("language",))]


@pytest.mark.parametrize(
    "address", ["iucn.nl", "ftp://iucn.nl", "https://", "javascript:alert(1)", "http://a b", "http://["]
)
def test_an_address_can_be_followed(address):
    assert problems(Source, address=address) == [("SAM129", ("address",))]
    assert problems(ProgressReport, address=address) == [("SAM129", ("address",))]
    assert Source(address="https://iucn.nl/a?b=c").complete


def test_a_source_says_something_and_not_more_than_is_known():
    assert problems(Source) == [("SAM127", ())]
    assert problems(Source, address="https://iucn.nl", complete=False) == [("SAM126", ("address",))]
    assert Source(host="iucn.nl", complete=False).host == "iucn.nl"


@pytest.mark.parametrize(
    "wrong",
    [
        {"target_upper": 5},
        {"direction": "between", "target_upper": 5},
        {"direction": "between", "target": 6, "target_upper": 5},
        {"direction": "at-most", "target": 4, "target_upper": 5},
    ],
)
def test_an_upper_target_belongs_to_between_only(wrong):
    assert problems(Indicator, name="i", **wrong) == [("SAM128", ("target_upper",))]
    assert Indicator(name="i", direction="between", target=5, target_upper=5).target == 5


def test_a_refusal_can_be_sent_to_another_process():
    with pytest.raises(InvalidRecord) as caught:
        Organization(id="", name="\x00")
    back = pickle.loads(pickle.dumps(caught.value))
    assert (str(back), back.problems, back.cls) == (str(caught.value), caught.value.problems, Organization)
    assert [finding.code for finding in back.findings] == ["SAM117", "SAM123"]
    assert str(back).startswith("Organization.id: ")


def test_a_problem_can_be_seen_from_further_out():
    with pytest.raises(InvalidRecord) as caught:
        Goal(id="g", name="G", kind="own", policies=[""])
    outer = caught.value.problems[0].within("goals", 3)
    assert outer.path == ("goals", 3, "policies", 0)


def test_references_may_be_given_as_records():
    party = Organization(id="x", name="X")
    assert as_id(party) == as_optional_id(party) == "x"
    assert as_optional_id(None) is None
    assert as_ids([party, "y"]) == ("x", "y")
    assert Participation(party=party, prefers=[party]).prefers == ("x",)


def test_what_is_no_list_or_number_is_left_for_the_check_to_refuse():
    assert as_tuple(x for x in "ab") == ("a", "b")
    assert as_tuple("ab") == "ab"
    assert as_tuple(5) == 5
    assert as_ids("ab") == "ab"
    assert as_decimal("5") == "5"
    assert as_decimal(True) is True
    assert (as_decimal(5), as_decimal(0.1), as_decimal(None)) == (Decimal(5), Decimal("0.1"), None)


def test_a_goal_knows_where_it_belongs():
    goal = Goal(
        id="g", name="G", kind="own", domains=["water"], areas=["polder"], processes=["p"], policies=["b"]
    )
    assert goal.context == ("water", "polder", "b", "p")


def test_a_collaboration_without_a_gear_is_in_the_first():
    assert model.Collaboration(id="c", name="C").current_gear == "kan"
    assert model.Collaboration(id="c", name="C", gear="levert").current_gear == "levert"


def test_private_numbers_out_of_range_are_refused_without_being_told():
    with pytest.raises(InvalidRecord) as caught:
        Alternative(probability=Decimal("37.125"))
    assert "(private) is outside the range" in str(caught.value)
    assert "37" not in repr(caught.value.problems)
