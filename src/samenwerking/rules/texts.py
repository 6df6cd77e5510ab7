"""The texts of the rules, one data file per question."""

import json
import pkgutil
from functools import cache
from typing import Any

from samenwerking.rules.definition import RuleText
from samenwerking.vocabulary import Bilingual

FILES = ("kan", "step_back", "klopt", "werkt", "levert", "membership", "language", "engine")


def _text(entry: dict[str, Any]) -> RuleText:
    hint = Bilingual(entry["hint_nl"], entry["hint_en"]) if "hint_nl" in entry else None
    return RuleText(Bilingual(entry["nl"], entry["en"]), hint, bool(entry.get("open")))


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


@cache
def reasons() -> dict[str, Bilingual]:
    """Return why each question matters, in one line for the table; our own words (mark *own*).

    Returns:
        Code to reason; do not change it.

    Example:
        >>> reasons()["KAN144"].nl
        'Opschakelen doe je bewust, met een besluit.'
    """
    content = pkgutil.get_data("samenwerking.rules", "data/why.json")
    entries: dict[str, dict[str, str]] = json.loads(content or b"{}")
    return {code: Bilingual(text["nl"], text["en"]) for code, text in entries.items()}
