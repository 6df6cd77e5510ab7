"""For each rule that is written as a check, a small invented portfolio that fails it and one that passes."""

import datetime
import json
import pkgutil
from functools import cache

import attrs

from samenwerking.io import from_dict
from samenwerking.model import Portfolio

# The day on which the examples fail and pass.
AS_OF = datetime.date(2026, 11, 24)


@attrs.frozen(kw_only=True)
class RuleExample:
    """A pair of invented portfolios for one text of one rule.

    Args:
        code: The rule.
        cause: Which of its texts; empty for a rule with one text.
        fails: A portfolio of which the rule tells that text, on ``AS_OF``.
        passes: A portfolio of which it tells nothing.
    """

    code: str
    cause: str
    fails: Portfolio
    passes: Portfolio


@cache
def rule_examples() -> tuple[RuleExample, ...]:
    """Return the examples of all rules that are written as checks; all invented.

    Returns:
        A failing and a passing portfolio per text of a rule.

    Example:
        >>> rule_examples()[0].code
        'KAN101'
    """
    content = pkgutil.get_data("samenwerking.rules", "data/examples.json")
    return tuple(
        RuleExample(code=code, cause=cause, fails=from_dict(pair["fails"]), passes=from_dict(pair["passes"]))
        for code, causes in json.loads(content or b"{}").items()
        for cause, pair in causes.items()
    )
