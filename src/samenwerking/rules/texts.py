"""The texts of the rules, one data file per question."""

import json
import pkgutil
from functools import cache
from typing import Any

from samenwerking.rules.definition import RuleText
from samenwerking.vocabulary import Bilingual

FILES = ("kan", "klopt", "werkt", "levert", "language", "engine")


def _text(entry: dict[str, str]) -> RuleText:
    hint = Bilingual(entry["hint_nl"], entry["hint_en"]) if "hint_nl" in entry else None
    return RuleText(Bilingual(entry["nl"], entry["en"]), hint)


@cache
def rule_texts() -> dict[str, dict[str, RuleText]]:
    """Return the texts of all rules that are written as checks.

    Returns:
        Code to cause to text; do not change it.

    Example:
        >>> sorted(rule_texts()["KAN125"])
        ['contribution', 'goal']
    """
    found: dict[str, dict[str, RuleText]] = {}
    for name in FILES:
        content = pkgutil.get_data("samenwerking.rules", f"data/{name}.json")
        entries: dict[str, Any] = json.loads(content or b"{}")
        found |= {code: {cause: _text(t) for cause, t in texts.items()} for code, texts in entries.items()}
    return found
