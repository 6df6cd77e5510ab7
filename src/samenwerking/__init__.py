"""One consistent language for working together on the recovery of biodiversity, usable in code.

Typed objects for organizations, goals, collaborations and their canvases; reading and writing;
rules that tell whether a collaboration can work, is set up right, works and delivers.

Names are loaded when first used: ``import samenwerking`` itself loads nothing else.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from samenwerking.advice import (
        CannotSplit as CannotSplit,
        FormAdvice as FormAdvice,
        FormComparison as FormComparison,
        Impact as Impact,
        Positions as Positions,
        Signal as Signal,
        advise_form as advise_form,
        compare_forms as compare_forms,
        impact as impact,
        positions as positions,
        split_off as split_off,
    )
    from samenwerking.change import (
        MergeConflict as MergeConflict,
        Resemblance as Resemblance,
        distinguish_organizations as distinguish_organizations,
        merge_organizations as merge_organizations,
        pseudonymize as pseudonymize,
        public as public,
        same_organizations as same_organizations,
    )
    from samenwerking.io import (
        LoadError as LoadError,
        PrivateContent as PrivateContent,
        example as example,
        example_names as example_names,
        from_dict as from_dict,
        from_json as from_json,
        load as load,
        load_private as load_private,
        read as read,
        read_private as read_private,
        save as save,
        save_private as save_private,
        to_dict as to_dict,
        to_json as to_json,
    )
    from samenwerking.model import (
        Action as Action,
        Agreement as Agreement,
        Alternative as Alternative,
        Area as Area,
        Benefit as Benefit,
        Body as Body,
        Canvas as Canvas,
        Collaboration as Collaboration,
        Commitment as Commitment,
        Communication as Communication,
        Confirmation as Confirmation,
        ConflictProcedure as ConflictProcedure,
        Contribution as Contribution,
        Date as Date,
        Decision as Decision,
        Delivery as Delivery,
        Director as Director,
        Effort as Effort,
        Endorsement as Endorsement,
        EndResult as EndResult,
        Evaluation as Evaluation,
        ExitPlan as ExitPlan,
        ExitRules as ExitRules,
        Extra as Extra,
        Funding as Funding,
        Goal as Goal,
        GoalLink as GoalLink,
        GoalStatus as GoalStatus,
        Identifier as Identifier,
        Indicator as Indicator,
        Installment as Installment,
        InvalidDate as InvalidDate,
        InvalidRecord as InvalidRecord,
        LearningMoment as LearningMoment,
        LeftEmpty as LeftEmpty,
        Lesson as Lesson,
        Maintenance as Maintenance,
        Mandate as Mandate,
        Measurement as Measurement,
        MembershipEvent as MembershipEvent,
        Monitoring as Monitoring,
        Obligation as Obligation,
        Organization as Organization,
        Participation as Participation,
        Partner as Partner,
        PathError as PathError,
        Period as Period,
        Phase as Phase,
        Place as Place,
        Portfolio as Portfolio,
        Position as Position,
        PriceModel as PriceModel,
        ProgressReport as ProgressReport,
        Quality as Quality,
        Ratification as Ratification,
        Realization as Realization,
        Record as Record,
        Reference as Reference,
        Representative as Representative,
        ReservedPower as ReservedPower,
        Resources as Resources,
        Risk as Risk,
        Setup as Setup,
        SharedRisk as SharedRisk,
        Signature as Signature,
        Source as Source,
        Stakeholder as Stakeholder,
        StatedCount as StatedCount,
        Supporter as Supporter,
        Task as Task,
        TopicEntry as TopicEntry,
        UnknownId as UnknownId,
        places as places,
        topic as topic,
    )
    from samenwerking.report import (
        Finding as Finding,
        Report as Report,
        ReportError as ReportError,
        report_schema as report_schema,
    )
    from samenwerking.rules import (
        AgendaItem as AgendaItem,
        Diagnosis as Diagnosis,
        Problem as Problem,
        Profile as Profile,
        ProfileError as ProfileError,
        Rule as Rule,
        RuleContext as RuleContext,
        ShiftError as ShiftError,
        Waiver as Waiver,
        agenda as agenda,
        agree as agree,
        canvas_matrix_rows as canvas_matrix_rows,
        diagnose as diagnose,
        load_config as load_config,
        mirror as mirror,
        profiles as profiles,
        rule as rule,
        shift as shift,
        step_back as step_back,
        validate as validate,
    )
    from samenwerking.vocabulary import (
        Bilingual as Bilingual,
        CanvasTopic as CanvasTopic,
        Code as Code,
        CodeList as CodeList,
        Confidence as Confidence,
        ConflictStep as ConflictStep,
        DecisionKind as DecisionKind,
        DecisionOutcome as DecisionOutcome,
        DecisionRule as DecisionRule,
        Direction as Direction,
        EvaluationKind as EvaluationKind,
        FindingKind as FindingKind,
        Form as Form,
        FundingStatus as FundingStatus,
        Gear as Gear,
        GoalKind as GoalKind,
        GoalLinkKind as GoalLinkKind,
        GoalState as GoalState,
        GovernanceMode as GovernanceMode,
        MandateBasis as MandateBasis,
        Mark as Mark,
        MembershipEventKind as MembershipEventKind,
        Need as Need,
        ObligationKind as ObligationKind,
        OrganizationKind as OrganizationKind,
        Outcome as Outcome,
        Ownership as Ownership,
        Reading as Reading,
        Requirement as Requirement,
        Respondent as Respondent,
        Severity as Severity,
        StakeholderTreatment as StakeholderTreatment,
        StepBackOutcome as StepBackOutcome,
        Term as Term,
        Trust as Trust,
        bibliography as bibliography,
        codes as codes,
        field_label as field_label,
        find_term as find_term,
        reading as reading,
        record_label as record_label,
        search_terms as search_terms,
        terms as terms,
    )
_HOMES = {
    "advice": """
        CannotSplit FormAdvice FormComparison Impact Positions Signal advise_form
        compare_forms impact positions split_off
    """,
    "change": """
        MergeConflict Resemblance distinguish_organizations merge_organizations
        pseudonymize public same_organizations
    """,
    "io": """
        LoadError PrivateContent example example_names from_dict from_json load load_private read
        read_private save save_private to_dict to_json
    """,
    "model": """
        Action Agreement Alternative Area Benefit Body Canvas Collaboration Commitment
        Communication Confirmation ConflictProcedure Contribution Date Decision Delivery
        Director Effort EndResult Endorsement Evaluation ExitPlan ExitRules Extra Funding Goal
        GoalLink GoalStatus Identifier Indicator Installment InvalidDate InvalidRecord
        LearningMoment LeftEmpty Lesson Maintenance Mandate Measurement MembershipEvent
        Monitoring Obligation Organization Participation Partner PathError Period Phase Place
        Portfolio Position PriceModel ProgressReport Quality Ratification Realization Record
        Reference Representative ReservedPower Resources Risk Setup SharedRisk Signature Source
        Stakeholder StatedCount Supporter Task TopicEntry UnknownId places topic
    """,
    "report": """
        Finding Report ReportError report_schema
    """,
    "rules": """
        AgendaItem Diagnosis Problem Profile ProfileError Rule RuleContext ShiftError Waiver agenda
        agree canvas_matrix_rows diagnose load_config mirror profiles rule shift step_back validate
    """,
    "vocabulary": """
        Bilingual CanvasTopic Code CodeList Confidence ConflictStep DecisionKind DecisionOutcome
        DecisionRule Direction EvaluationKind FindingKind Form FundingStatus Gear GoalKind
        GoalLinkKind GoalState GovernanceMode MandateBasis Mark MembershipEventKind Need
        ObligationKind OrganizationKind Outcome Ownership Reading Requirement Respondent
        Severity StakeholderTreatment StepBackOutcome Term Trust bibliography codes field_label
        find_term reading record_label search_terms terms
    """,
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = ["__version__", *_HOME]  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> Any:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME})
