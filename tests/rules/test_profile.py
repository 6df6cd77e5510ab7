"""A profile chooses rules, weighs them anew and sets their numbers; a typo is an error."""

import datetime

import pytest

import samenwerking as sw
from samenwerking.rules import Profile, ProfileError, Waiver, catalog, profiles
from samenwerking.vocabulary import FindingKind, Form, reading

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
        codes("default")
        == codes(profiles()["default"])
        == {f.code for f in sw.validate(PORTFOLIO, as_of=DAY)}
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
        ({"shift": 2}, "shift must be -1, 0 or 1"),
        ({"options": {"LEV401": {"months": -1}}}, "months must be a number from 0"),
        ({"options": {"LEV401": {"months": True}}}, "months must be a number from 0"),
        ({"select": "KAN"}, "a list of codes is needed"),
        ({"inherits": "strikt"}, "did you mean 'strict'"),
        ({"waivers": [Waiver(code="KAM", reason="r", until="2027")]}, "KAM"),
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


def test_everything_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(ProfileError) as told:
        Profile(name="x", select=["KAM101"], ignore=["KLP"], options={"LEV401": {"month": 3}}, shift=5)
    assert len(told.value.problems) == 4
    assert all(word in str(told.value) for word in ("KAM101", "KLP", "month", "shift"))


SELECTORS = {
    "KAN101": lambda row, form: row.code == "KAN101",
    "KLO": lambda row, form: row.code.startswith("KLO"),
    "goal-not-smart": lambda row, form: row.code == "KAN106",
    "werkt": lambda row, form: str(row.gear) == "werkt",
    "seed": lambda row, form: "seed" in map(str, row.marks.get(form, ())),
    "own": lambda row, form: "own" in map(str, row.marks.get(form, ())),
}


@pytest.mark.parametrize("word", SELECTORS)
@pytest.mark.parametrize("form", Form)
def test_rules_are_meant_by_code_name_gear_or_mark(word: str, form: Form) -> None:
    profile = Profile(name="x", select=[word])
    ordinary = [row for row in reading().rules.values() if not row.profiles]
    chosen = {row.code for row in ordinary if profile.counts(row, form)}
    assert chosen == {row.code for row in ordinary if SELECTORS[word](row, form)}
    left = {row.code for row in ordinary if Profile(name="x", ignore=[word]).counts(row, form)}
    assert left == {row.code for row in ordinary} - chosen


def test_marks_are_those_of_the_cell() -> None:
    """A rule can rest on the slides for one form and on our reading for another."""
    seed = profiles()["seed"]
    differing = [
        row
        for row in reading().rules.values()
        if len({"seed" in map(str, m) for m in row.marks.values()}) > 1
    ]
    assert differing
    for row in differing:
        assert {form for form in row.marks if seed.counts(row, form)} == {
            form for form, marks in row.marks.items() if "seed" in map(str, marks)
        }


def test_a_tagged_rule_counts_only_where_its_tag_or_itself_is_selected() -> None:
    tagged = {row.code: row.profiles for row in reading().rules.values() if row.profiles}
    assert {"KAN128", "LEV403"} <= set(tagged)
    for code, tags in tagged.items():
        row = reading().rules[code]
        for name, profile in profiles().items():
            assert any(profile.counts(row, form) for form in Form) is (name in tags)
        assert Profile(name="x", select=[code]).counts(row)
        assert not Profile(name="x", select=[code[:3]]).counts(row)


def test_shared_reports_hold_no_theory_and_no_proposals() -> None:
    for name, marks in (("seed", {"seed"}), ("shared", {"seed", "reading"})):
        for finding in sw.validate(sw.example("flawed"), profile=name, as_of=DAY):
            if not finding.code.startswith("SAM"):
                assert marks & set(map(str, finding.marks)), finding.code


def test_draft_is_lighter_and_strict_is_heavier_by_one_step() -> None:
    order = list(sw.Severity)
    before = {f.fingerprint: f for f in sw.validate(PORTFOLIO, as_of=DAY).findings}
    for name, step in (("strict", -1), ("draft", 1)):
        after = sw.validate(PORTFOLIO, profile=name, as_of=DAY).findings
        assert after
        for finding in after:
            was = order.index(before[finding.fingerprint].severity)
            assert order.index(finding.severity) == min(max(was + step, 0), 2)
    assert {f.gear for f in sw.validate(PORTFOLIO, profile="draft", as_of=DAY)} == {sw.Gear.KAN}


def test_a_profile_goes_on_from_another() -> None:
    parent = Profile(
        name="p",
        select=["KAN", "LEV"],
        ignore=["KAN122"],
        severity={"KAN": "advice"},
        options={"LEV401": {"months": 24}},
        waivers=[Waiver(code="KAN107", reason="r", until="2030")],
    )
    child = Profile(name="c", inherits=parent, ignore=["KAN103"], severity={"KAN106": "error"})
    assert codes(child) <= codes(parent) - {"KAN103"}
    assert child.numbers("LEV401") == {"months": 24}
    assert child.all_waivers == parent.waivers
    other = Profile(name="o", inherits=child, select=["KLO"], options={"LEV401": {"months": 3}})
    assert {code[:3] for code in codes(other)} <= {"KLO", "SAM"}
    assert other.numbers("LEV401") == {"months": 3}
    assert [each.name for each in other.lineage] == ["o", "c", "p"]
    weighed = {f.code: f.severity for f in sw.validate(PORTFOLIO, profile=child, as_of=DAY).findings}
    assert set(weighed.values()) <= {sw.Severity.ADVICE, sw.Severity.ERROR, sw.Severity.WARNING}
    assert weighed.get("KAN106", sw.Severity.ERROR) is sw.Severity.ERROR


def waived(until: str, **where: str) -> sw.Report:
    profile = Profile(name="x", waivers=[Waiver(code="KAN122", reason="komt later", until=until, **where)])
    return sw.validate(PORTFOLIO, profile=profile, as_of=DAY)


def test_what_is_waived_becomes_a_note_and_is_not_lost() -> None:
    plain, report = sw.validate(PORTFOLIO, as_of=DAY), waived("2026-11-24")
    assert "KAN122" in {f.code for f in plain.findings} - {f.code for f in report.findings}
    (told,) = [f for f in report.notes if f.code == "SAM003"]
    assert "komt later" in told.message("nl") and "KAN122" in told.message("nl")
    assert told.subject == "k" and "24 november 2026" in told.message("nl")
    assert len(report) == len(plain)


def test_a_waiver_that_expired_no_longer_holds_and_says_so() -> None:
    report = waived("2026-11-23")
    assert "KAN122" in {f.code for f in report.findings}
    assert [f.code for f in report.notes] == ["SAM004"]


@pytest.mark.parametrize("where", [{"subject": "elders"}, {"field": "purpose"}])
def test_a_waiver_for_another_place_covers_nothing_and_says_so(where: dict[str, str]) -> None:
    report = waived("2030", **where)
    assert "KAN122" in {f.code for f in report.findings}
    assert "SAM005" in {f.code for f in report.notes}


def test_a_waiver_of_a_year_holds_until_its_last_day() -> None:
    assert "KAN122" not in {f.code for f in waived("2026").findings}


def test_a_waiver_needs_a_reason_and_a_day() -> None:
    with pytest.raises(ValueError, match="reason"):
        Waiver(code="KAN122", reason=" ", until="2030")
    with pytest.raises(ValueError, match="ooit"):
        Waiver(code="KAN122", reason="r", until="ooit")


def test_profiles_that_come_along_have_texts_and_can_all_be_used() -> None:
    for name, profile in profiles().items():
        assert profile.labels and profile.about and profile.about.nl != profile.about.en
        report = sw.validate(sw.example("deltaplan"), profile=name, as_of=DAY)
        assert all(f.kind is not FindingKind.FINDING or f.severity is not sw.Severity.ERROR for f in report)


def test_selecting_from_the_catalog_uses_the_same_words() -> None:
    assert set(catalog().select("werkt")) == {c for c in catalog() if c.startswith("WER")}
    assert set(catalog().select("shared-goal-missing")) == {"KAN101"}
    assert set(catalog().ignore("kan", "klopt", "werkt", "levert")) == {
        code for code, rule in catalog().items() if reading().rules[code].gear is None
    }
