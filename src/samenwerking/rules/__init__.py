"""Rules of the collaboration code, held against a portfolio."""

from typing import TYPE_CHECKING

from samenwerking._lazy import lazy
from samenwerking.rules.catalog import RuleSet, catalog, plugins
from samenwerking.rules.definition import Problem, Rule, RuleContext, RuleText, rule
from samenwerking.rules.engine import is_described, validate
from samenwerking.rules.profile import Profile, ProfileError, Waiver, profiles

if TYPE_CHECKING:
    from samenwerking.rules.config import (
        Config as Config,
        load_config as load_config,
    )
    from samenwerking.rules.examples import (
        RuleExample as RuleExample,
        rule_examples as rule_examples,
    )
    from samenwerking.rules.gearbox import (
        Diagnosis as Diagnosis,
        GearState as GearState,
        StepBackState as StepBackState,
        diagnose as diagnose,
    )
    from samenwerking.rules.matrix import (
        MatrixLine as MatrixLine,
        TopicCount as TopicCount,
        canvas_matrix_rows as canvas_matrix_rows,
        matrix_lines as matrix_lines,
    )
    from samenwerking.rules.meeting_agenda import (
        AgendaItem as AgendaItem,
        agenda as agenda,
    )
    from samenwerking.rules.mirror_check import (
        mirror as mirror,
    )
    from samenwerking.rules.shifting import (
        ShiftError as ShiftError,
        agree as agree,
        blockers as blockers,
        shift as shift,
        step_back as step_back,
    )
    from samenwerking.rules.staleness import (
        Stale as Stale,
    )

# What checking does not need.
_LATER = {
    "config": "Config load_config",
    "examples": "RuleExample rule_examples",
    "gearbox": "Diagnosis GearState StepBackState diagnose",
    "matrix": "MatrixLine TopicCount canvas_matrix_rows matrix_lines",
    "meeting_agenda": "AgendaItem agenda",
    "mirror_check": "mirror",
    "shifting": "ShiftError agree blockers shift step_back",
    "staleness": "Stale",
}
__getattr__ = lazy(__name__, _LATER)

__all__ = [
    "AgendaItem",
    "Config",
    "Diagnosis",
    "GearState",
    "MatrixLine",
    "Problem",
    "Profile",
    "ProfileError",
    "Rule",
    "RuleContext",
    "RuleExample",
    "RuleSet",
    "RuleText",
    "ShiftError",
    "Stale",
    "StepBackState",
    "TopicCount",
    "Waiver",
    "agenda",
    "agree",
    "blockers",
    "canvas_matrix_rows",
    "catalog",
    "diagnose",
    "is_described",
    "load_config",
    "matrix_lines",
    "mirror",
    "plugins",
    "profiles",
    "rule",
    "rule_examples",
    "shift",
    "step_back",
    "validate",
]


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
