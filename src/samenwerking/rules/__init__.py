"""Rules of the collaboration code, held against a portfolio."""

from samenwerking.rules.catalog import RuleSet, catalog, plugins
from samenwerking.rules.definition import Problem, Rule, RuleContext, RuleText, rule
from samenwerking.rules.engine import is_described, validate
from samenwerking.rules.examples import RuleExample, rule_examples
from samenwerking.rules.gearbox import Diagnosis, GearState, StepBackState, diagnose
from samenwerking.rules.meeting_agenda import AgendaItem, agenda
from samenwerking.rules.profile import PROFILES, Profile

__all__ = [
    "PROFILES",
    "AgendaItem",
    "Diagnosis",
    "GearState",
    "Problem",
    "Profile",
    "Rule",
    "RuleContext",
    "RuleExample",
    "RuleSet",
    "RuleText",
    "StepBackState",
    "agenda",
    "catalog",
    "diagnose",
    "is_described",
    "plugins",
    "rule",
    "rule_examples",
    "validate",
]
