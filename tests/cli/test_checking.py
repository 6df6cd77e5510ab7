"""What the command line tells of a rule."""

import pytest

from samenwerking.cli.checking import rules_text
from samenwerking.report.messages import placeholders
from samenwerking.rules import catalog
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
