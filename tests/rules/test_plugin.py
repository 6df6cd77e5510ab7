"""The example of a package with rules of its own: it installs, its rules are found, and they work."""

import datetime
import subprocess
import sys
from importlib.metadata import distributions
from pathlib import Path

import pytest

import samenwerking as sw
from samenwerking.rules import RuleSet, catalog, plugins
from samenwerking.rules.catalog import ENTRY_POINTS

pytest.importorskip("hatchling", reason="builds the example package; comes with the extra test")

PLUGIN = Path(__file__).parents[2] / "examples" / "plugin"
DAY = datetime.date(2026, 11, 24)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[RuleSet, tuple[str, ...]]:
    """Install the package into a folder of its own, without asking anything of the network."""
    folder = tmp_path_factory.mktemp("installed")
    arguments = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--target", str(folder)]
    command = [sys.executable, "-m", "pip", "install", *arguments, str(PLUGIN)]
    subprocess.run(command, check=True, capture_output=True)
    points = [
        point
        for distribution in distributions(path=[str(folder)])
        for point in distribution.entry_points.select(group=ENTRY_POINTS)
    ]
    sys.path.insert(0, str(folder))
    try:
        return plugins(points)
    finally:
        sys.path.remove(str(folder))


def portfolio(*contributions: sw.Contribution, due: str | None = None) -> sw.Portfolio:
    obligation = sw.Obligation(text="maait de rand", kind="performance", debtor="a", due=due)
    return sw.Portfolio(
        organizations=[sw.Organization(id="a", name="A")],
        goals=[sw.Goal(id="g", name="Meer weidevogels", kind="shared")],
        collaborations=[
            sw.Collaboration(
                id="x",
                name="Polder X",
                gear="werkt",
                canvas=sw.Canvas(
                    goals=["g"],
                    parties=[sw.Participation(party="a", contributions=contributions)],
                    setup=sw.Setup(obligations=[obligation]),
                ),
            )
        ],
    )


def told(rules: RuleSet, held: sw.Portfolio, **more: object) -> dict[str, str]:
    report = sw.validate(held, rules=catalog() | rules, as_of=DAY, **more)
    return {f.code: f.message("nl") for f in report if f.code.startswith(("WEI", "SAM"))}


def test_both_rules_are_found_and_nothing_went_wrong(found: tuple[RuleSet, tuple[str, ...]]) -> None:
    rules, failed = found
    assert (sorted(rules), failed) == (["WEI101", "WEI301"], ())


def test_they_speak_and_keep_silent(found: tuple[RuleSet, tuple[str, ...]]) -> None:
    rules, _ = found
    assert set(told(rules, portfolio(due="2026-05-15"))) == {"WEI101", "WEI301"}
    land = sw.Contribution(kind="grond", amount=3, unit="ha")
    assert told(rules, portfolio(land, due="2026-06-15")) == {}
    assert "'maait de rand'" in told(rules, portfolio(land, due="2026-05-15"))["WEI301"]


def test_a_profile_can_name_them_and_set_their_numbers(found: tuple[RuleSet, tuple[str, ...]]) -> None:
    rules, _ = found
    later = sw.Profile(name="x", rules=rules, ignore=["WEI101"], options={"WEI301": {"first_month": 8}})
    assert set(told(rules, portfolio(due="2026-06-15"), profile=later)) == {"WEI301"}
    heavier = sw.Profile(name="x", rules=rules, severity={"WEI": "error"})
    report = sw.validate(portfolio(), rules=rules, profile=heavier, as_of=DAY)
    assert {f.severity.value for f in report if f.code == "WEI101"} == {"error"}
    with pytest.raises(sw.ProfileError, match="WEI301"):
        sw.Profile(name="x", ignore=["WEI301"])


def test_one_that_crashes_stops_no_other(found: tuple[RuleSet, tuple[str, ...]]) -> None:
    rules, _ = found
    import attrs

    def crash(context: sw.RuleContext) -> None:
        raise RuntimeError("stuk")

    broken = RuleSet([attrs.evolve(rules["WEI101"], check=crash), rules["WEI301"]])
    after = told(broken, portfolio(due="2026-05-15"))
    assert set(after) == {"SAM001", "WEI301"} and "WEI101" in after["SAM001"]


def test_they_stand_in_no_other_catalog(found: tuple[RuleSet, tuple[str, ...]]) -> None:
    assert not set(found[0]) & set(catalog())
