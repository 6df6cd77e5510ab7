"""Profiles in a TOML file."""

from pathlib import Path

import pytest

import samenwerking as sw
from samenwerking.rules import ProfileError, load_config

FILE = """
profile = "ours"

[profiles.ours]
label = "zoals wij het doen"
inherits = "strict"
ignore = ["KAN127"]
severity = {KAN106 = "advice"}

[profiles.ours.options.LEV401]
months = 12

[[profiles.ours.waivers]]
code = "KAN126"
subject = "polder"
reason = "loopt mee als adviseur"
until = 2027-01-01

[profiles.later]
inherits = "ours"
select = ["levert"]
"""


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_of_its_own_and_a_table_in_pyproject_say_the_same(tmp_path: Path) -> None:
    alone = load_config(written(tmp_path, "samenwerking.toml", FILE))
    within = FILE.replace("[profiles", "[tool.samenwerking.profiles")
    within = within.replace("[[profiles", "[[tool.samenwerking.profiles")
    within = "[tool.other]\nx = 1\n[tool.samenwerking]\n" + within
    assert load_config(written(tmp_path, "pyproject.toml", within)) == alone
    assert list(alone.profiles) == ["ours", "later"]
    assert alone.profile is alone.profiles["ours"]
    assert [each.name for each in alone.profile.lineage] == ["ours", "strict"]
    assert alone.profile.numbers("LEV401") == {"months": 12}
    assert alone.profile.all_waivers[0].until.iso == "2027-01-01"
    assert alone.profile.labels and alone.profile.labels.nl == "zoals wij het doen"
    assert alone.profiles["later"].inherits is alone.profile


def test_without_a_table_everything_is_ordinary(tmp_path: Path) -> None:
    config = load_config(written(tmp_path, "pyproject.toml", '[project]\nname = "x"\n'))
    assert (dict(config.profiles), config.profile.name) == ({}, "default")


def test_an_own_default_takes_the_place_of_the_shipped_one() -> None:
    config = load_config({"profiles": {"default": {"select": ["KAN"]}}})
    assert config.profile.select == ("KAN",)


def test_it_can_be_used_to_check() -> None:
    profile = load_config({"profile": "ours", "profiles": {"ours": {"select": ["werkt"]}}}).profile
    found = {f.code[:3] for f in sw.validate(sw.example("flawed"), profile=profile)}
    assert found - {"SAM"} == {"WER"}


def test_everything_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(ProfileError) as told:
        load_config(
            {
                "profil": "x",
                "profile": "ours",
                "profiles": {
                    "ours": {"selct": ["KAN"], "ignore": ["KAM101"], "severity": {"KAN101": "fataal"}},
                    "more": {"inherits": "strikt"},
                    "rest": {
                        "select": "KAN",
                        "waivers": [
                            {"code": "KAN101", "reason": "r"},
                            {"code": "KAN101", "reason": "", "until": "2027"},
                            {"code": "KAN101", "reason": "r", "until": "ooit", "subjct": "polder"},
                        ],
                    },
                },
            }
        )
    said = "\n".join(told.value.problems)
    for wrong in ("'profil'", "'selct'", "fataal", "strikt", "'until' is missing", "a reason", "'subjct'"):
        assert wrong in said
    assert "did you mean 'profile'" in said and "did you mean 'select'" in said
    assert "a list of codes is needed" in said


@pytest.mark.parametrize("text", ["profile = ", "\x00"])
def test_what_is_no_toml_says_so(tmp_path: Path, text: str) -> None:
    with pytest.raises(ProfileError, match="no TOML"):
        load_config(written(tmp_path, "samenwerking.toml", text))


def test_a_profile_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ProfileError, match="choose from default"):
        load_config({"profile": "zzz"})


def test_rules_of_another_package_can_be_named() -> None:
    @sw.rule("VLD101", months=3)
    def check(context):
        yield sw.Problem("name")

    from samenwerking.rules import RuleSet

    given = {"profiles": {"ours": {"options": {"VLD101": {"months": 6}}}}}
    rules = RuleSet([check])
    assert load_config(given, rules=rules).profiles["ours"].numbers("VLD101") == {"months": 6}
    with pytest.raises(ProfileError, match="VLD101"):
        load_config(given)
