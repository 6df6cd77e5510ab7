"""Rules of the collaboration code, held against a portfolio."""

from samenwerking.rules.catalog import RuleSet, catalog, plugins
from samenwerking.rules.engine import is_described, validate
from samenwerking.rules.rule import Problem, Rule, RuleContext, rule

__all__ = [
    "Problem",
    "Rule",
    "RuleContext",
    "RuleSet",
    "catalog",
    "is_described",
    "plugins",
    "rule",
    "validate",
]
