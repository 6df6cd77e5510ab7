"""Is the collaboration set up right? The set-up: who decides, who directs, who does what, and in dispute."""

from collections.abc import Iterator

from samenwerking.model import Task
from samenwerking.report import Param
from samenwerking.rules.definition import Problem, RuleContext, rule
from samenwerking.rules.kinds import is_one, met_by, one_by_one
from samenwerking.rules.looking import asked, either, item, on_purpose
from samenwerking.vocabulary import CodeList, ConflictStep, DecisionRule

# Rules by which one party decides, and by which all do together.
_ALONE = (DecisionRule.CLIENT, DecisionRule.LEAD)
_TOGETHER = (DecisionRule.UNANIMITY, DecisionRule.CONSENSUS, DecisionRule.MAJORITY)
_LEGAL = (ConflictStep.ARBITRATION, ConflictStep.COURT)


@rule("KLO233", needs=("setup.bodies",))
def bodies_without_decision_rule(context: RuleContext) -> Iterator[Problem]:
    """A group that meets decides somehow; better that everyone knows how."""
    setup, at = context.collaboration.canvas.setup, "setup.decision_rule"
    if setup.decision_rule is None and not asked(context, at) and not on_purpose(context, at):
        yield Problem(at, "bodies", {"bodies": tuple(sorted(body.name for body in setup.bodies))})


@rule("KLO234", needs=("form", "setup.decision_rule"))
def decision_rule_misfit(context: RuleContext) -> Iterator[Problem]:
    """Each form has its own say: at home, or on what is shared. A public power apart stays where it is."""
    setup, form = context.collaboration.canvas.setup, context.form
    assert form is not None and setup.decision_rule is not None  # both are needed
    fitting = [DecisionRule(each) for each in context.reading.fits("decision-rule", form)]
    reserved = setup.decision_rule in _ALONE and setup.reserved_powers
    if setup.decision_rule not in fitting and not reserved:
        expected = either(each.labels for each in fitting)
        params = {"rule": setup.decision_rule.labels, "form": form.labels, "expected": expected}
        yield Problem("setup.decision_rule", "", params)


def _of_task(context: RuleContext, task: Task) -> Iterator[tuple[str, dict[str, Param]]]:
    gone = {p.party for p in context.collaboration.canvas.parties} - set(context.party_ids)
    accountable = one_by_one(party for party in task.accountable if party not in gone)
    doing = [party for party in task.responsible if party not in gone]
    if not accountable:
        yield "none", {}
    elif len(accountable) > 1:
        yield "many", {"n": len(accountable), "parties": context.names(accountable)}
    if not doing and accountable:
        yield "nobody", {}


@rule("KLO236")
def accountable_not_unique(context: RuleContext) -> Iterator[Problem]:
    """Where several answer for a task nobody does; deciding together has as many approvers as it takes."""
    canvas, reading = context.collaboration.canvas, context.reading
    for task in canvas.setup.tasks:
        for cause, params in _of_task(context, task):
            yield Problem(item("setup.tasks", task.name), cause, {"task": task.name, **params})
    together = context.form is not None and reading.expects("joint_decisions", context.form)
    for decision in canvas.decisions:
        drivers, approvers = len(set(decision.drivers)), len(set(decision.approvers))
        if not drivers and not approvers:
            continue  # this decision was not prepared this way
        at, said = item("decisions", decision.text), {"decision": decision.text.rstrip(".")}
        if drivers != 1:
            yield Problem(at, "driver", said)
        if not approvers or (approvers > 1 and not together):
            yield Problem(at, "approver", said)


@rule("KLO237", needs=("setup.director",))
def director_left(context: RuleContext) -> Iterator[Problem]:
    """The gearbox is the director's; whose party has left may no longer be the one to handle it."""
    canvas, here = context.collaboration.canvas, set(context.party_ids)
    director = canvas.setup.director
    assert director is not None  # it is needed
    seats = {p.party for p in canvas.parties if director.person in {r.person for r in p.representatives}}
    at = {director.organization} if director.organization else seats if director.person else set()
    left = sorted(party.party for party in canvas.parties if party.party in at - here)
    if left and not (at | seats) & here:
        yield Problem("setup.director", "left", {"party": context.name(left[0])})


@rule("KLO238", needs=("form", "setup.conflict_procedure.steps"))
def conflict_steps_misfit(context: RuleContext) -> Iterator[Problem]:
    """A quick and cheap step among yourselves comes first; a network lives by relations, not by courts."""
    procedure, form = context.collaboration.canvas.setup.conflict_procedure, context.form
    assert form is not None and procedure is not None  # both are needed
    fitting = [ConflictStep(each) for each in context.reading.fits("conflict-step", form)]
    at = "setup.conflict_procedure.steps"
    for step in dict.fromkeys(procedure.steps):
        if step not in fitting:
            expected = either(each.labels for each in fitting)
            yield Problem(at, "misfit", {"kind": step.labels, "form": form.labels, "expected": expected})
    if context.reading.requires("internal_step_first", form) and procedure.steps[0] in _LEGAL:
        yield Problem(at, "legal", {"kind": procedure.steps[0].labels})


@rule("KLO239", needs=("setup.exit_rules",))
def exit_half_arranged(context: RuleContext) -> Iterator[Problem]:
    """Leaving is arranged once it is clear how long beforehand it is said and what is settled."""
    rules = context.collaboration.canvas.setup.exit_rules
    assert rules is not None  # it is needed
    for name in ("notice", "settlement"):
        at = f"setup.exit_rules.{name}"
        if not getattr(rules, name) and not on_purpose(context, at):
            yield Problem(at, name)


@rule("KLO243", needs=("form", "parties", "setup.decision_rule"))
def public_power_not_apart(context: RuleContext) -> Iterator[Problem]:
    """A public power cannot be put to the vote; said beforehand, nobody is let down later."""
    setup, form, at = context.collaboration.canvas.setup, context.form, "setup.reserved_powers"
    assert form is not None  # it is needed
    joint = setup.decision_rule in _TOGETHER and context.reading.allows("joint_decisions", form)
    if not joint or setup.reserved_powers or on_purpose(context, at):
        return
    sectors = {party: getattr(context.portfolio.get(party), "sector", None) for party in context.party_ids}
    public = [p for p, sector in sectors.items() if is_one(context, CodeList.SECTOR, sector, "authorities")]
    if public:
        yield Problem(at, "", {"parties": context.names(one_by_one(public))})


@rule("KLO245", needs=("setup.director",))
def director_position_open(context: RuleContext) -> Iterator[Problem]:
    """Whoever pays or can replace the director has a hold on the gearbox; better that all know."""
    director = context.collaboration.canvas.setup.director
    assert director is not None  # it is needed
    for name in ("paid_by", "replaced_by"):
        at = f"setup.director.{name}"
        if not getattr(director, name) and not on_purpose(context, at):
            yield Problem(at, name)


@rule("KLO246")
def data_without_agreement(context: RuleContext) -> Iterator[Problem]:
    """Whoever lets others measure on private land wants to know who sees the outcome."""
    canvas, at = context.collaboration.canvas, "setup.data"
    if canvas.setup.data or asked(context, at) or on_purpose(context, at):
        return
    measured = any(indicator.monitoring for goal in context.goals for indicator in goal.indicators)
    kinds = [contribution.kind for party in context.parties for contribution in party.contributions]
    brought = any(is_one(context, CodeList.CONTRIBUTION_KIND, kind, "data_contributions") for kind in kinds)
    if measured or brought:
        yield Problem(at)


@rule("KLO247", needs=("parties[].benefits",))
def stacking_open(context: RuleContext) -> Iterator[Problem]:
    """The coalition wants rewards to be stackable; what may not be stacked is better known beforehand."""
    canvas, at = context.collaboration.canvas, "setup.stacking"
    if canvas.setup.stacking or on_purpose(context, at):
        return
    rewarded: dict[str, set[str]] = {}
    for party in context.parties:
        rewards = (each for each in party.benefits if "payment" in (met_by(each.kind or "") or ()))
        rewarded.setdefault(party.party, set()).update(each.giver for each in rewards if each.giver)
    for party_id, givers in rewarded.items():
        if len(givers) > 1:
            params: dict[str, Param] = {
                "party": context.name(party_id),
                "givers": context.names(sorted(givers)),
            }
            yield Problem(f"parties[{party_id}].benefits", "", params)


RULES = (
    bodies_without_decision_rule,
    decision_rule_misfit,
    accountable_not_unique,
    director_left,
    conflict_steps_misfit,
    exit_half_arranged,
    public_power_not_apart,
    director_position_open,
    data_without_agreement,
    stacking_open,
)
