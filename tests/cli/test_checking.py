"""Which rules the command line checks with, and what it tells of a rule."""

import pytest

from samenwerking.cli import main
from samenwerking.cli.checking import rules_text
from samenwerking.report.messages import placeholders
from samenwerking.rules import RuleSet, catalog
from samenwerking.vocabulary import reading


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_rule_is_told_in_one_language_and_without_loose_ends(language) -> None:
    for code in reading().rules:
        text = rules_text(code, language)
        assert not placeholders(text)
        written = catalog().get(code)
        assert not written or (written.rationale in text) is (language == "en")


def test_a_rule_written_as_a_check_tells_what_it_asks() -> None:
    assert "- Doel '…' en doel '…' botsen. Hoe lossen jullie dat op?" in rules_text("KAN105", "nl")


# Which rules are checked with


def checked(capsys, *arguments):
    """Return how a check ended, and what was printed."""
    ended = main(["check", "example:flawed", "--language", "en", *arguments])
    captured = capsys.readouterr()
    return ended, captured.out + captured.err


def test_a_profile_by_name(capsys):
    _, everything = checked(capsys)
    ended, draft = checked(capsys, "--profile", "draft")
    assert ended == 1  # a reference that leads nowhere is an error in any profile
    assert "KAN122" in draft and "LEV401" not in draft and "LEV401" in everything


def test_rules_chosen_and_left_out_one_by_one(capsys):
    _, told = checked(capsys, "--select", "levert", "--select", "KAN1", "--ignore", "LEV401")
    assert "KAN122" in told and "LEV411" in told
    assert "LEV401" not in told and "WER301" not in told


def test_the_file_in_the_present_folder_is_read_and_another_can_be_named(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "samenwerking.toml").write_text('profile = "o"\n[profiles.o]\nselect = ["werkt"]\n', "utf-8")
    (tmp_path / "other.toml").write_text('profile = "o"\n[profiles.o]\nselect = ["levert"]\n', "utf-8")
    _, here = checked(capsys)
    _, named = checked(capsys, "--config", "other.toml")
    _, asked = checked(capsys, "--profile", "seed")
    assert "WER301" in here and "LEV401" not in here
    assert "LEV401" in named and "WER301" not in named
    assert "WER301" in asked and "LEV401" in asked


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--profile", "strikt"], "did you mean 'strict'"),
        (["--select", "KAN1O1"], "did you mean 'KAN1"),
        (["--config", "nergens.toml"], "no such file"),
    ],
)
def test_what_cannot_be_chosen_is_told_and_nothing_is_checked(capsys, arguments, said):
    ended, told = checked(capsys, *arguments)
    assert ended == 2 and said in told and "KAN122" not in told


def test_rules_of_other_packages_are_used_when_asked(capsys, monkeypatch):
    def found(failed):
        return lambda: (RuleSet([]), failed)

    monkeypatch.setattr("samenwerking.cli.checking.plugins", found(()))
    assert checked(capsys, "--plugins") == checked(capsys)
    monkeypatch.setattr("samenwerking.cli.checking.plugins", found(("stuk: ImportError: weg",)))
    ended, told = checked(capsys, "--plugins")
    assert ended == 2 and "stuk: ImportError: weg" in told


def test_a_list_of_all_rules_and_one_that_is_not_there(capsys):
    assert main(["rules", "--language", "en"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(reading().rules)
    assert main(["rules", "KAN1O1", "--language", "en"]) == 2
    assert "KAN1O1" in capsys.readouterr().err
