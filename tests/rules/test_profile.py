"""A profile chooses rules, weighs them anew and sets their numbers; a typo is an error."""

import datetime

import pytest

import samenwerking as sw
from samenwerking.rules import PROFILES, Profile

DAY = datetime.date(2026, 11, 24)
OLD = sw.Goal(
    id="g",
    name="Randen",
    kind="shared",
    policies=["landschapsplan"],
    statuses=[sw.GoalStatus(on="2026-01-01", state="on-track")],
)
PORTFOLIO = sw.Portfolio(
    organizations=[sw.Organization(id="a", name="A"), sw.Organization(id="b", name="B")],
    goals=[OLD],
    collaborations=[
        sw.Collaboration(
            id="k",
            name="K",
            gear="levert",
            canvas=sw.Canvas(
                goals=["g"],
                form="shared-goal",
                parties=[sw.Participation(party="a"), sw.Participation(party="b")],
            ),
        )
    ],
)


def codes(profile: Profile | str) -> set[str]:
    return {finding.code for finding in sw.validate(PORTFOLIO, profile=profile, as_of=DAY)}


def test_the_default_profile_keeps_everything() -> None:
    assert (
        codes("default") == codes(PROFILES["default"]) == {f.code for f in sw.validate(PORTFOLIO, as_of=DAY)}
    )
    assert {"KAN122", "KLO231", "LEV401"} <= codes("default")


def test_select_keeps_what_begins_with_it() -> None:
    assert codes(Profile(name="kan", select=["KAN"])) == {c for c in codes("default") if c.startswith("KAN")}
    assert codes(Profile(name="one", select=["KAN122"])) == {"KAN122"}


def test_ignore_wins_from_select() -> None:
    chosen = codes(Profile(name="x", select=["KAN"], ignore=["KAN122"]))
    assert chosen == {c for c in codes("default") if c.startswith("KAN")} - {"KAN122"}


def test_what_is_left_out_is_not_counted_either() -> None:
    everything = sw.validate(PORTFOLIO, as_of=DAY)
    less = sw.validate(PORTFOLIO, profile=Profile(name="x", select=["KAN"]), as_of=DAY)
    assert sum(less.outcomes.values()) < sum(everything.outcomes.values())


def test_another_severity_counts_for_findings_and_for_being_ok() -> None:
    assert not sw.validate(PORTFOLIO, as_of=DAY).ok
    lenient = Profile(name="x", severity={"KAN": "advice", "KLO": "advice", "WER": "advice", "LEV": "advice"})
    report = sw.validate(PORTFOLIO, profile=lenient, as_of=DAY)
    assert report.ok
    assert codes(lenient) == codes("default")


def test_the_most_specific_severity_counts() -> None:
    profile = Profile(name="x", severity={"KAN": "advice", "KAN122": "error"})
    found = {f.code: f.severity for f in sw.validate(PORTFOLIO, profile=profile, as_of=DAY).findings}
    assert found["KAN122"] is sw.Severity.ERROR
    assert {s for c, s in found.items() if c.startswith("KAN") and c != "KAN122"} == {sw.Severity.ADVICE}


@pytest.mark.parametrize(("months", "told"), [(6, True), (10, True), (11, False), (24, False)])
def test_a_number_of_a_rule_can_be_set(months: int, told: bool) -> None:
    profile = Profile(name="x", select=["LEV401"], options={"LEV401": {"months": months}})
    report = sw.validate(PORTFOLIO, profile=profile, as_of=DAY)
    assert any("1 januari 2026" in f.message("nl") for f in report) is told


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"select": ["KAM101"]}, "did you mean 'KAN101'"),
        ({"ignore": [""]}, "no rule has the code ''"),
        ({"severity": {"XYZ": "error"}}, "no rule has the code 'XYZ'"),
        ({"severity": {"KAN101": "fataal"}}, "fataal"),
        ({"options": {"LEV401": {"month": 3}}}, "did you mean 'months'"),
        ({"options": {"KAN122": {"months": 3}}}, "KAN122 has no option 'months'"),
    ],
)
def test_a_typo_is_an_error(arguments: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Profile(name="x", **arguments)


def test_an_unknown_profile_names_those_there_are() -> None:
    with pytest.raises(ValueError, match="default"):
        sw.validate(PORTFOLIO, profile="streng")
