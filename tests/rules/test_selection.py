"""Words that mean rules, and codes that moved."""

import pytest

from samenwerking.rules.selection import current, fits, known_words, near, unknown
from samenwerking.vocabulary import Form, reading

MOVED = {"renamed": {"OUD101": "KAN101"}, "removed": {"OUD102": "samengevoegd met KAN101"}}


def test_a_renamed_code_goes_on_working_and_a_removed_one_says_why_not() -> None:
    assert current("OUD101", MOVED) == "KAN101"
    assert current("KAN101", MOVED) == current("KAN101") == "KAN101"
    with pytest.raises(ValueError, match="OUD102 was removed: samengevoegd met KAN101"):
        current("OUD102", MOVED)


def test_moved_codes_point_at_codes_that_are_there_and_are_not_used_again() -> None:
    from samenwerking.rules.selection import _moved

    tables = _moved()
    assert set(tables) == {"renamed", "removed"}
    assert set(tables["renamed"].values()) <= set(reading().rules)
    assert not (set(tables["renamed"]) | set(tables["removed"])) & set(reading().rules)


@pytest.mark.parametrize("word", ["KAN101", "KA", "shared-goal-missing", "kan", "seed", "deltaplan"])
def test_words_that_are_known(word: str) -> None:
    assert unknown([word], known_words(reading())) == []


@pytest.mark.parametrize(
    ("word", "meant"),
    [("KAN999", "KAN"), ("shared-goal-mising", "'shared-goal-missing'"), ("sead", "'seed'"), ("", "''")],
)
def test_words_that_are_not(word: str, meant: str) -> None:
    (line,) = unknown([word], known_words(reading()))
    assert meant in line


def test_a_rule_of_another_package_can_be_named() -> None:
    assert unknown(["VLD101"], known_words(reading(), ["VLD101"])) == []
    assert unknown(["VLD101"], known_words(reading()))


def test_given_marks_go_before_those_of_the_cell() -> None:
    row = reading().rules["KAN101"]
    assert fits("seed", row, Form.SHARED_GOAL) and not fits("seed", row, Form.SHARED_GOAL, ())
    assert not fits("seed", row)


def test_only_what_is_near_is_suggested() -> None:
    assert near("zzz", ["KAN101"]) == ""
