"""Paths name places on the canvas: parsed, looked up in the classes, and followed in a portfolio."""

import pickle

import pytest
from hypothesis import given, settings, strategies as st

from samenwerking.model import (
    Canvas,
    Collaboration,
    Commitment,
    Decision,
    Evaluation,
    Goal,
    Indicator,
    Organization,
    Participation,
    Partner,
    PathError,
    Period,
    Portfolio,
    Position,
    ProgressReport,
    Record,
    Risk,
    field_at,
    is_empty,
    places,
    plan,
)
from samenwerking.model.paths import key_of, parse
from samenwerking.testing import portfolios

POLDER = Collaboration(
    id="c",
    name="Polder",
    period=Period(start="2026"),
    canvas=Canvas(
        goals=["g", "h", "nergens"],
        decisions=[Decision(text="door", kind="shift-up")],
        parties=[Participation(party="x", risks=[Risk(text="regen")]), Participation(party="y")],
    ),
)
GOALS = [
    Goal(
        id="g",
        name="G",
        kind="shared",
        lead="x",
        indicators=[Indicator(name="km", target=4), Indicator(name="ha")],
    ),
    Goal(id="h", name="H", kind="own"),
]
PARTNER = Partner(party="x", commitments=[Commitment(text="gras", reports=[ProgressReport(on="2026")])])
PORTFOLIO = Portfolio(
    organizations=[Organization(id="x", name="X")], partners=[PARTNER], goals=GOALS, collaborations=[POLDER]
)


def follow(path):
    return [(place.path, place.value) for place in places(PORTFOLIO, POLDER, path)]


@pytest.mark.parametrize("path", ["purpose", "parties[].risks", "parties[a b.c].risks[]", "a.b[].c[x]"])
def test_parsing_can_be_undone(path):
    assert ".".join(map(str, parse(path))) == path


WRONG = [
    "",
    ".",
    ".purpose",
    "purpose.",
    "a..b",
    "A",
    "a[",
    "a]",
    "a[b[c]]",
    "a b",
    "a[]b.",
    "[x]",
    "a[x][y]",
    "a.1",
]


@pytest.mark.parametrize("path", WRONG)
def test_what_is_no_path_is_refused(path):
    with pytest.raises(PathError) as caught:
        parse(path)
    assert (caught.value.path, caught.value.suggestion) == (path, None)
    assert isinstance(caught.value, ValueError)


@given(st.text("ab_.[]x ", max_size=12))
def test_any_text_is_a_path_or_refused(text):
    try:
        steps = parse(text)
    except PathError:
        return
    assert ".".join(map(str, steps)) == text


@pytest.mark.parametrize(
    ("path", "owner", "name"),
    [
        ("purpose", Canvas, "purpose"),
        ("parties[].risks[].share", Risk, "share"),
        ("goals[].indicators[].target", Indicator, "target"),
        ("goals[].lead.sector", Organization, "sector"),
        ("period.end", Period, "end"),
        ("areas", Collaboration, "areas"),
        ("goals", Canvas, "goals"),
        ("portfolio.partners[].commitments[].reports", Commitment, "reports"),
        ("portfolio.coalition.canvas.form", Canvas, "form"),
    ],
)
def test_a_path_is_looked_up_in_the_classes(path, owner, name):
    assert field_at(path) in plan(owner)
    assert field_at(path).name == name


@pytest.mark.parametrize(
    ("path", "suggestion"),
    [
        ("purpos", None),
        ("parties[].risk", "parties[].risks"),
        ("goals[x].indicators[].targt", "goals[x].indicators[].target"),
        ("parties.risks", "parties[].risks"),
        ("goals.indicators.target", "goals[].indicators.target"),
        ("purpose[x]", "purpose"),
        ("setup[].decision_rule", "setup.decision_rule"),
        ("purpose.x", None),
        ("form.value", None),
        ("portfolio", None),
        ("portfolio.partnrs", "portfolio.partners"),
    ],
)
def test_a_path_that_names_no_place_is_refused_with_what_may_be_meant(path, suggestion):
    with pytest.raises(PathError) as caught:
        field_at(path)
    assert caught.value.suggestion in ({suggestion, "purpose"} if path == "purpos" else {suggestion})
    assert repr(path) in str(caught.value)
    back = pickle.loads(pickle.dumps(caught.value))
    assert (str(back), back.suggestion) == (str(caught.value), caught.value.suggestion)
    with pytest.raises(PathError):
        places(PORTFOLIO, POLDER, path)


def test_each_item_of_a_list_is_named_by_what_identifies_it():
    assert [path for path, _ in follow("parties[].risks")] == ["parties[x].risks", "parties[y].risks"]
    assert follow("parties[x].risks[].text") == [("parties[x].risks[regen].text", "regen")]
    assert follow("parties[z].risks") == []
    assert follow("decisions[door].on") == [("decisions[door].on", None)]


def test_a_step_into_a_reference_goes_on_in_the_record_it_points_at():
    assert follow("goals[].indicators[].target") == [
        ("goals[g].indicators[km].target", 4),
        ("goals[g].indicators[ha].target", None),
    ]
    (lead,) = places(PORTFOLIO, POLDER, "goals[].lead.name")
    assert (lead.path, lead.record.id, lead.steps, lead.value) == ("goals[g].lead.name", "x", ("name",), "X")
    assert [path for path, _ in follow("goals[]")] == ["goals[g]", "goals[h]", "goals[nergens]"]


def test_the_header_and_the_portfolio_can_be_named():
    (start,) = places(PORTFOLIO, POLDER, "period.start")
    assert (start.record, start.steps) == (POLDER, ("period", "start"))
    (reports,) = places(PORTFOLIO, POLDER, "portfolio.partners[].commitments[].reports")
    assert reports.path == "portfolio.partners[partner-x].commitments[gras].reports"
    assert (reports.record, reports.steps) == (PARTNER, ("commitments", 0, "reports"))
    assert reports.value == PARTNER.commitments[0].reports
    assert [place.path for place in places(PORTFOLIO, POLDER, "portfolio.goals[h].lead")] == [
        "portfolio.goals[h].lead"
    ]


def test_nothing_is_found_beyond_a_record_that_is_not_there():
    assert follow("setup.director.person") == []
    assert follow("setup.director") == [("setup.director", None)]
    assert follow("parent.name") == []


@settings(deadline=None)
@given(
    portfolios(broken_references=True),
    st.sampled_from(["parties[].risks", "goals[].lead", "period", "setup.bodies[]"]),
)
def test_a_place_says_where_its_value_stands(portfolio, path):
    for collaboration in portfolio.collaborations:
        for place in places(portfolio, collaboration, path):
            value = place.record
            for step in place.steps:
                value = value[step] if isinstance(step, int) else getattr(value, step)
            assert value == place.value
            assert place.empty == is_empty(place.value)


@pytest.mark.parametrize("value", [None, "", (), Period(), Canvas(), Evaluation()])
def test_nothing_filled_in_is_empty(value):
    assert is_empty(value)


@pytest.mark.parametrize("value", [False, 0, " ", (1,), Period(start="2026"), Position(binding=0, control=0)])
def test_something_filled_in_is_not_empty(value):
    assert not is_empty(value)


def test_what_names_an_item():
    assert key_of("x") == "x"
    assert key_of(Participation(party="x")) == "x"
    assert key_of(Goal(id="g", name="G", kind="own")) == "g"
    assert key_of(Evaluation()) == ""


def test_every_place_and_its_record_is_of_the_model():
    assert all(
        isinstance(place.record, Record) for place in places(PORTFOLIO, POLDER, "goals[].indicators[]")
    )
