"""The test kit for those who build on the library: generated examples for property tests.

It needs Hypothesis, which comes with ``pip install "samenwerking[test]"``.
"""

try:
    from samenwerking.rules.examples import AS_OF, RuleExample, rule_examples
    from samenwerking.testing._varying import varied
    from samenwerking.testing.strategies import (
        broken,
        clean,
        collaborations,
        organizations,
        portfolios,
        records,
    )
except ModuleNotFoundError as error:
    if error.name != "hypothesis":
        raise
    raise ImportError(
        'samenwerking.testing needs Hypothesis; it comes with: pip install "samenwerking[test]"'
    ) from error

__all__ = [
    "AS_OF",
    "RuleExample",
    "broken",
    "clean",
    "collaborations",
    "organizations",
    "portfolios",
    "records",
    "rule_examples",
    "varied",
]
