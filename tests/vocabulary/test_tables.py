"""Every kind of mistake in a reading file is told by its place, and nothing else is."""

import copy

import pytest

from samenwerking.vocabulary import reading
from samenwerking.vocabulary.data import load

SHIPPED = load("reading")
FORMS = "transaction-distant, transaction-deep, shared-goal, network-preferred, network-platform"
BOUNDS = "expected two whole numbers from 0 to 100, the low one first"
GONE = object()


def changed(path, value):
    table = {path[0]: copy.deepcopy(SHIPPED[path[0]])}
    held = table
    for step in path[:-1]:
        held = held[step]
    if value is GONE:
        del held[path[-1]]
    else:
        held[path[-1]] = value
    return table


def faults(path, value):
    with pytest.raises(ValueError, match="this is not a reading") as caught:
        reading(changed(path, value))
    opening, *lines = str(caught.value).splitlines()
    assert opening == f"this is not a reading; faults: {len(lines)}"
    return [line.removeprefix("- ") for line in lines]


REGION = ("positions", "regions", "shared-goal")
FIRST = ("requirements", 0)
RULE = ("rules", 0)


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        (("types", "network", "nl"), "", "types.network.nl: expected a text"),
        (("types", "network", "definition_en"), None, "types.network.definition.en: expected a text"),
        (("types", "network", "marks"), [], "types.network.marks: no mark given"),
        (
            ("types", "network", "marks"),
            ["zomaar"],
            "types.network.marks: unknown value 'zomaar'; choose from seed, reading, theory, own",
        ),
        (("positions", "axes", "binding"), GONE, "positions.axes: missing binding"),
        (
            ("positions", "axes", "binding", "low", "en"),
            " ",
            "positions.axes.binding.low.en: expected a text",
        ),
        ((*REGION, "binding"), [50, 40], f"positions.regions.shared-goal.binding: {BOUNDS}"),
        ((*REGION, "binding"), [0, 101], f"positions.regions.shared-goal.binding: {BOUNDS}"),
        ((*REGION, "binding"), [-1, 10], f"positions.regions.shared-goal.binding: {BOUNDS}"),
        ((*REGION, "binding"), [0], f"positions.regions.shared-goal.binding: {BOUNDS}"),
        ((*REGION, "binding"), [0, 1, 2], f"positions.regions.shared-goal.binding: {BOUNDS}"),
        ((*REGION, "control"), [0.5, 1], f"positions.regions.shared-goal.control: {BOUNDS}"),
        ((*REGION, "control"), ["0", "1"], f"positions.regions.shared-goal.control: {BOUNDS}"),
        ((*REGION, "control"), [False, True], f"positions.regions.shared-goal.control: {BOUNDS}"),
        (REGION, GONE, "positions.regions: missing shared-goal"),
        (
            ("capability_levels", "required", "allowed"),
            "ja",
            "capability_levels.required.allowed: expected true or false",
        ),
        (
            ("capability_levels", "required", "expected"),
            GONE,
            "capability_levels.required.expected: expected true or false",
        ),
        (
            ("capability_levels", "required", "kinds"),
            ["x"],
            "capability_levels.required.kinds: unknown value 'x'; "
            "choose from performance, payment, cooperation, conduct, reporting",
        ),
        (
            ("capabilities", "shared_goal", "levels", "shared-goal", "level"),
            "x",
            "capabilities.shared_goal.levels.shared-goal: unknown level 'x'",
        ),
        (
            ("capabilities", "shared_goal", "levels", "shared-goal"),
            GONE,
            "capabilities.shared_goal.levels: missing shared-goal",
        ),
        (
            ("fits", "decision-rule", "shared-goal"),
            ["loten"],
            "fits.decision-rule.shared-goal: unknown value 'loten'; "
            "choose from client, unanimity, consensus, majority, lead, none",
        ),
        (
            ("fits", "decision-rule", "shared-goal"),
            "majority",
            "fits.decision-rule.shared-goal: expected a list, found str",
        ),
        (("fits", "decision-rule"), GONE, "fits: missing decision-rule"),
        (("fits", "x"), {}, "fits: unknown x"),
        ((*FIRST, "path"), "", "requirements[0].path: expected a text"),
        ((*FIRST, "code"), "KAN999", "requirements[name].code: unknown rule 'KAN999'"),
        (
            (*FIRST, "needs", "shared-goal"),
            "X",
            "requirements[name].needs.shared-goal: unknown letter 'X'; choose from R, W, A, -",
        ),
        ((*FIRST, "needs", "undecided"), GONE, "requirements[name].needs: missing undecided"),
        ((*FIRST, "at_least"), 0, "requirements[name].at_least: expected a whole number of 1 or more"),
        ((*FIRST, "at_least"), 1.5, "requirements[name].at_least: expected a whole number of 1 or more"),
        ((*FIRST, "at_least"), True, "requirements[name].at_least: expected a whole number of 1 or more"),
        (
            (*FIRST, "asks"),
            "iedereen",
            "requirements[name].asks: unknown value 'iedereen'; "
            "choose from party, director, administrators, all",
        ),
        ((*FIRST, "zomaar"), 1, "requirements[name]: unknown zomaar"),
        ((*FIRST, "question", "nl"), 1, "requirements[name].question.nl: expected a text"),
        ((*FIRST, "sources"), "SEED", "requirements[name].sources: expected a list, found str"),
        (("requirements", 1), SHIPPED["requirements"][0], "requirements[name]: stands there twice"),
        ((*RULE, "code"), "", "rules[0].code: expected a text"),
        (
            (*RULE, "gear"),
            "vijf",
            "rules[KAN101].gear: unknown value 'vijf'; choose from kan, klopt, werkt, levert",
        ),
        ((*RULE, "zomaar"), 1, "rules[KAN101]: unknown zomaar"),
        ((*RULE, "thresholds"), {"x": 1}, "rules[KAN101].thresholds: unknown x"),
    ],
)
def test_one_mistake_is_one_fault_at_its_place(path, value, fault):
    assert faults(path, value) == [fault]


def test_a_type_has_forms_and_a_form_has_one_type():
    assert faults(("types", "network", "forms"), []) == [
        "types.network.forms: a type has at least one form",
        "types: missing network-preferred, network-platform",
    ]
    assert faults(("types", "network", "forms"), ["network-preferred", "shared-goal"]) == [
        "types.network: shared-goal already belongs to shared-goal",
        "types: missing network-platform",
    ]


@pytest.mark.parametrize(("value", "name"), [([], "list"), ("x", "str"), (None, "NoneType"), (3, "int")])
def test_a_table_of_the_wrong_shape_is_told(value, name):
    with pytest.raises(ValueError, match="this is not a reading") as caught:
        reading({"types": value})
    assert str(caught.value).splitlines()[1:] == [
        f"- types: expected a mapping, found {name}",
        f"- types: missing {FORMS}",
    ]


@pytest.mark.parametrize("path", [REGION, ("positions", "empty")])
def test_a_place_may_be_nowhere(path):
    made = reading(changed(path, None))
    assert (made.regions.get("shared-goal") is None) == (path == REGION)
    assert (made.empty is None) == (path != REGION)


@pytest.mark.parametrize("bounds", [[0, 0], [100, 100], [0, 100]])
def test_bounds_may_be_as_narrow_or_wide_as_they_like(bounds):
    assert reading(changed((*REGION, "binding"), bounds)).region("shared-goal").binding == tuple(bounds)
