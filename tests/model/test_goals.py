"""Goals, indicators and how they hang together: what they hold and what they refuse."""

from datetime import date, datetime
from decimal import Decimal

import attrs
import pytest

from samenwerking.model import (
    Area,
    Date,
    Endorsement,
    Goal,
    GoalLink,
    GoalStatus,
    Indicator,
    InvalidRecord,
    Measurement,
    Monitoring,
    Organization,
    Source,
)
from samenwerking.vocabulary import Direction, GoalKind, GoalLinkKind, GoalState

WATER = Organization(id="waterschap-x", name="Waterschap X")
RANDEN = Goal(id="randen", name="Kruidenrijke randen", kind="shared")


def told(cls, **values):
    with pytest.raises(InvalidRecord) as caught:
        cls(**values)
    return str(caught.value).splitlines()


def test_the_smallest_goal_is_a_name_and_a_kind():
    assert repr(RANDEN) == "Goal(id='randen', name='Kruidenrijke randen', kind=<GoalKind.SHARED: 'shared'>)"
    filled = {
        name for name, value in attrs.asdict(RANDEN, recurse=False).items() if value not in ((), "", None)
    }
    assert filled == {"id", "name", "kind", "extra"}
    assert RANDEN.context == ()
    assert RANDEN.private_fields == ()


def test_a_full_goal_points_at_ids():
    polder = Area(id="polder", name="Polder")
    full = Goal(
        id="g",
        name="G",
        kind="own",
        description="meer",
        lead=WATER,
        deadline=date(2028, 1, 31),
        indicators=[Indicator(name="lengte")],
        links=[GoalLink(goal=RANDEN, kind="supports")],
        endorsements=[Endorsement(party=WATER)],
        achievable_alone_by=[WATER, "b"],
        domains=["water"],
        themes=["monitoring"],
        priorities=["toolbox"],
        pressure_factors=["stikstof"],
        habitats=["bosrand"],
        areas=[polder],
        policies=["KRW"],
        processes=["gebiedsproces"],
        quality_criteria=["40 km"],
        statuses=[GoalStatus(on="2026", state="done")],
    )
    assert full.lead == "waterschap-x"
    assert full.deadline == Date("2028-01-31")
    assert full.links[0].goal == "randen"
    assert full.achievable_alone_by == ("waterschap-x", "b")
    assert full.context == (
        "water",
        "monitoring",
        "toolbox",
        "stikstof",
        "bosrand",
        "polder",
        "KRW",
        "gebiedsproces",
    )


@pytest.mark.parametrize("kind", list(GoalKind))
def test_every_kind_of_goal_is_known_by_its_value(kind):
    assert Goal(id="g", name="G", kind=str(kind)).kind is kind


def test_a_goal_has_to_say_of_which_kind_it_is():
    with pytest.raises(TypeError, match="missing 1 required keyword-only argument: 'kind'"):
        Goal(id="g", name="G")
    with pytest.raises(ValueError, match="'wens' is not a valid GoalKind"):
        Goal(id="g", name="G", kind="wens")


@pytest.mark.parametrize(
    ("values", "messages"),
    [
        ({"name": ""}, ["Goal.name: 'name' is empty."]),
        ({"lead": 3}, ["Goal.lead: 'lead' takes a text; this is int."]),
        ({"lead": ""}, ["Goal.lead: 'lead' is empty."]),
        ({"areas": ["a", "[b]"]}, ["Goal.areas.1: '[b]' cannot be an id."]),
        ({"areas": "polder"}, ["Goal.areas: 'areas' takes a list; this is str."]),
        ({"areas": {"a": 1}}, ["Goal.areas: 'areas' takes a list; this is dict."]),
        ({"domains": ["water", ""]}, ["Goal.domains.1: 'domains' is empty."]),
        ({"indicators": ["x"]}, ["Goal.indicators.0: 'indicators' takes a group of fields; this is str."]),
        ({"description": None}, ["Goal.description: 'description' takes a text; this is NoneType."]),
        ({"note": "\x00"}, ["Goal.note: 'note' holds a character that is no text (U+0000)."]),
    ],
)
def test_a_wrong_value_of_a_goal_is_refused(values, messages):
    assert told(Goal, **({"id": "g", "name": "G", "kind": "own"} | values)) == messages


def test_all_that_is_wrong_with_a_goal_is_told_at_once_in_the_order_of_the_plan():
    assert [
        line.split(":")[0] for line in told(Goal, id="", name=1, kind="own", policies=["a", 2], note=3)
    ] == [
        "Goal.id",
        "Goal.name",
        "Goal.policies.1",
        "Goal.note",
    ]


@pytest.mark.parametrize(
    ("given", "value"),
    [
        (28, "28"),
        (0.1, "0.1"),
        (1e-3, "0.001"),
        (Decimal("2.50"), "2.50"),
        (-4, "-4"),
        (10**14, "100000000000000"),
        (999999999999999, "999999999999999"),
        (0, "0"),
    ],
)
def test_a_measured_value_is_the_decimal_that_was_written(given, value):
    assert str(Measurement(on="2025", value=given).value) == value


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("28", "'value' takes a number; this is str."),
        (None, "'value' takes a number; this is NoneType."),
        (True, "'value' takes a number; this is bool."),
        ([1], "'value' takes a number; this is list."),
        (float("nan"), "'NaN' is no number here."),
        (float("inf"), "'Infinity' is no number here."),
        (Decimal("-Infinity"), "'-Infinity' is no number here."),
        (10**15, "The number at 'value' has too many digits."),
        (1234567890123456, "The number at 'value' has too many digits."),
        (Decimal("0.1234567890123456"), "The number at 'value' has too many digits."),
        (Decimal("1e-15"), "The number at 'value' has too many digits."),
    ],
)
def test_a_measured_value_that_is_none_is_refused(value, message):
    assert told(Measurement, on="2025", value=value) == [f"Measurement.value: {message}"]


@pytest.mark.parametrize(
    ("on", "iso", "precision"),
    [
        ("2025", "2025", "year"),
        ("2025-10", "2025-10", "month"),
        (date(2025, 10, 1), "2025-10-01", "day"),
        (datetime(2025, 10, 1, 23, 59), "2025-10-01", "day"),
        (Date("0001"), "0001", "year"),
        ("9999-12-31", "9999-12-31", "day"),
    ],
)
def test_the_day_of_a_measurement(on, iso, precision):
    measured = Measurement(on=on, value=1)
    assert (measured.on.iso, measured.on.precision) == (iso, precision)


def test_a_measurement_has_a_day():
    with pytest.raises(TypeError, match="not NoneType"):
        Measurement(on=None, value=1)
    with pytest.raises(TypeError, match="'on'"):
        Measurement(value=1)


def test_monitoring_may_say_nothing_and_points_at_who_measures():
    assert repr(Monitoring()) == "Monitoring()"
    full = Monitoring(method="transect", frequency="jaarlijks", source="NEM", by=WATER)
    assert full.by == "waterschap-x"
    assert repr(full) == (
        "Monitoring(method='transect', frequency='jaarlijks', source='NEM', by='waterschap-x')"
    )
    assert told(Monitoring, frequency=" ", by=" ")[-1] == "Monitoring.by: 'by' is empty."


def test_an_indicator_is_at_least_unless_it_says_otherwise():
    indicator = Indicator(name="lengte")
    assert indicator.direction is Direction.AT_LEAST
    assert (indicator.target, indicator.target_upper, indicator.baseline) == (None, None, None)
    assert repr(indicator) == "Indicator(name='lengte')"


@pytest.mark.parametrize(
    "values",
    [
        {"target_upper": 3},
        {"target": 2, "target_upper": 3},
        {"target": 2, "target_upper": 3, "direction": "at-most"},
        {"target_upper": 3, "direction": "between"},
        {"target": 4, "target_upper": 3, "direction": "between"},
        {"target": Decimal("3.001"), "target_upper": 3, "direction": "between"},
    ],
)
def test_an_upper_target_goes_with_between_and_a_lower_target(values):
    assert told(Indicator, name="x", **values) == [
        "Indicator.target_upper: 'target_upper' belongs to the direction 'between' only, "
        "together with a lower 'target'."
    ]


@pytest.mark.parametrize(("target", "upper"), [(3, 3), (-5, -4), (0, Decimal("0.001")), (3.0, 3)])
def test_two_targets_with_between(target, upper):
    indicator = Indicator(name="x", direction="between", target=target, target_upper=upper)
    assert indicator.target <= indicator.target_upper


def test_between_needs_no_upper_target_yet():
    assert Indicator(name="x", direction="between", target=3).target_upper is None
    with pytest.raises(InvalidRecord):
        attrs.evolve(Indicator(name="x", direction="between", target=3, target_upper=4), direction="at-least")


def test_a_full_indicator():
    indicator = Indicator(
        name="lengte",
        unit="km",
        baseline=12,
        target=40,
        deadline="2028",
        standard="NEN",
        monitoring=Monitoring(by="a"),
        measurements=[Measurement(on="2025", value=28, source=Source(title="telling"))],
    )
    assert indicator.measurements[0].source.title == "telling"
    assert indicator.deadline == Date("2028")
    assert told(Indicator, name="x", monitoring="jaarlijks") == [
        "Indicator.monitoring: 'monitoring' takes a group of fields; this is str."
    ]
    assert told(Indicator, name="x", measurements=[28])[0].startswith("Indicator.measurements.0: ")


@pytest.mark.parametrize("kind", list(GoalLinkKind))
def test_every_link_is_known_by_its_value(kind):
    assert GoalLink(goal="g", kind=kind.value).kind is kind


def test_the_links_between_goals():
    assert [str(kind) for kind in GoalLinkKind] == ["part-of", "supports", "depends-on", "conflicts-with"]
    assert GoalLink(goal=RANDEN, kind="supports") == GoalLink(goal="randen", kind=GoalLinkKind.SUPPORTS)
    assert told(GoalLink, goal="", kind="supports") == ["GoalLink.goal: 'goal' is empty."]
    with pytest.raises(ValueError, match="'remt' is not a valid GoalLinkKind"):
        GoalLink(goal="g", kind="remt")


def test_an_endorsement_may_not_know_its_day():
    assert Endorsement(party=WATER) == Endorsement(party="waterschap-x", on=None)
    assert hash(Endorsement(party="a", on="2026")) == hash(Endorsement(party="a", on=Date("2026")))
    assert Endorsement(party="a", on="2026") != Endorsement(party="a", on="2026-01-01")
    assert told(Endorsement, party="a[]") == ["Endorsement.party: 'a[]' cannot be an id."]


@pytest.mark.parametrize("state", list(GoalState))
def test_every_state_is_known_by_its_value(state):
    assert GoalStatus(on="2026", state=str(state)).state is state


def test_the_states_of_a_goal():
    assert [str(state) for state in GoalState] == ["not-started", "on-track", "behind", "done", "stopped"]
    assert repr(GoalStatus(on="2026", state="behind", note="droogte")) == (
        "GoalStatus(on=Date(iso='2026'), state=<GoalState.BEHIND: 'behind'>, note='droogte')"
    )
    with pytest.raises(ValueError, match="'klaar' is not a valid GoalState"):
        GoalStatus(on="2026", state="klaar")


def test_goals_are_values():
    again = attrs.evolve(RANDEN, domains=["water"])
    assert again != RANDEN
    assert attrs.evolve(again, domains=()) == RANDEN
    assert hash(attrs.evolve(again, domains=[])) == hash(RANDEN)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        RANDEN.kind = GoalKind.OWN
