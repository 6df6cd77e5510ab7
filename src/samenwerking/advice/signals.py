"""The signals: eight things a canvas may show, and what each says about each form.

What a canvas shows is looked up here; what that says about a form stands in ``data/signals.json``, so that
another opinion is another table.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Literal, TypeAlias

import attrs

from samenwerking.advice.case import Case
from samenwerking.advice.obligations import PATH, evidence, goes_both_ways, owed
from samenwerking.advice.wording import both, fact, fill, load
from samenwerking.model import Participation
from samenwerking.report import Param
from samenwerking.vocabulary import Bilingual, CodeList, Form, Mark, Table

Verdict: TypeAlias = Literal["for", "against"]
_OUTCOME: Mapping[bool | None, str] = Table({True: "holds", False: "fails", None: "unknown"})


@attrs.frozen(kw_only=True)
class SignalCell:
    """What one signal says about one form.

    Args:
        holds: What it says if the signal is there: for, against, or ``None`` for nothing.
        fails: What it says if the signal is certainly not there.
        marks: Where the statement comes from.

    Example:
        >>> signal_rows()[0].cells[Form.SHARED_GOAL].holds
        'for'
    """

    holds: Verdict | None
    fails: Verdict | None
    marks: tuple[Mark, ...]


@attrs.frozen(kw_only=True)
class SignalRow:
    """One row of the table of signals.

    Args:
        code: Its code, ``s1`` to ``s8``.
        name: Its name in kebab-case.
        texts: What is told, by outcome and cause.
        short: The same in a few words, by outcome.
        cells: What it says about each form.
        sources: Keys of the bibliography.

    Example:
        >>> [row.code for row in signal_rows()]
        ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8']
    """

    code: str
    name: str
    texts: Mapping[str, Bilingual]
    short: Mapping[str, Bilingual]
    cells: Mapping[Form, SignalCell]
    sources: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Signal:
    """One signal, held against one canvas.

    Args:
        row: The row of the table.
        holds: Whether the canvas shows it; ``None`` if that cannot be told.
        text: What the canvas shows; a question if it cannot be told.
        evidence: Where on the canvas that stands, in alphabetical order.

    Example:
        >>> from samenwerking.model import Collaboration, Portfolio
        >>> from samenwerking.advice.case import open_case
        >>> case = open_case(Portfolio(collaborations=[Collaboration(id="x", name="X")]), "x")
        >>> read_signals(case)[4].text.nl
        'Hoe nemen jullie besluiten?'
    """

    row: SignalRow
    holds: bool | None
    text: Bilingual
    evidence: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """Its code, ``s1`` to ``s8``."""
        return self.row.code

    @property
    def short(self) -> Bilingual:
        """What the canvas shows, in a few words; the question if it cannot be told."""
        return self.text if self.holds is None else self.row.short[_OUTCOME[self.holds]]

    def says(self, form: Form | str) -> Verdict | None:
        """Return what it says about a form.

        Args:
            form: The form.

        Returns:
            ``"for"``, ``"against"``, or ``None`` if it says nothing or cannot be told.

        Raises:
            ValueError: If there is no such form.
        """
        return self.would_say(form, self.holds)

    def would_say(self, form: Form | str, holds: bool | None) -> Verdict | None:
        """Return what it would say about a form.

        Args:
            form: The form.
            holds: Whether the canvas would show it.

        Returns:
            ``"for"``, ``"against"`` or ``None``.

        Raises:
            ValueError: If there is no such form.
        """
        cell = self.row.cells[Form(form)]
        return None if holds is None else cell.holds if holds else cell.fails


@cache
def signal_rows() -> tuple[SignalRow, ...]:
    """Return the table of signals.

    That a signal counts, and for how much, is an own proposal; the marks of a cell say where the statement
    about the form comes from.

    Returns:
        The rows, in order of their codes.

    Example:
        >>> signal_rows()[1].texts["holds"].nl
        'Elke partij draagt zelf risico.'
    """
    return tuple(
        SignalRow(
            code=row["code"],
            name=row["name"],
            texts=Table({key: both(text) for key, text in row["texts"].items()}),
            short=Table({key: both(text) for key, text in row["short"].items()}),
            cells=Table({form: _cell(row["says"][form]) for form in Form}),
            sources=tuple(row["sources"]),
        )
        for row in load("signals")
    )


def _cell(raw: Mapping[str, Any]) -> SignalCell:
    marks = tuple(map(Mark, raw["marks"]))
    return SignalCell(holds=raw.get("holds"), fails=raw.get("fails"), marks=marks)


@attrs.frozen
class _Seen:
    """What a canvas shows: an outcome, for which cause, where, and what the text needs."""

    holds: bool | None
    evidence: tuple[str, ...] = ()
    cause: str = ""
    values: Mapping[str, Param] = attrs.field(factory=dict)


def _shared_goal_endorsed(case: Case) -> _Seen:
    backers = case.endorsers
    if backed := [id_ for id_, parties in backers.items() if len(parties) > 1]:
        most = min(backed, key=lambda id_: (-len(backers[id_]), case.name(id_), id_))
        values: dict[str, Param] = {"goal": case.name(most), "parties": case.names(backers[most])}
        return _Seen(True, tuple(sorted(f"goals[{id_}].endorsements" for id_ in backed)), values=values)
    if case.left_empty("goals"):
        return _Seen(False, ("goals",), "left")
    if case.nothing_shared:
        return _Seen(False, tuple(sorted(f"goals[{goal.id}].kind" for goal in case.goals)))
    return _Seen(None, tuple(sorted(f"goals[{goal.id}].endorsements" for goal in case.shared_goals)))


def _bears_risk(case: Case, party: Participation) -> bool | None:
    staked = [contribution.at_risk for contribution in party.contributions]
    if True in staked or any(risk.share != 0 for risk in party.risks):
        return True
    free = bool(party.risks) or (staked and set(staked) == {False})
    return False if free or case.left_empty(f"parties[{party.party}].risks") else None


def _everyone_bears_risk(case: Case) -> _Seen:
    bearing: dict[str, set[bool | None]] = {}
    for party in case.parties:
        bearing.setdefault(party.party, set()).add(_bears_risk(case, party))
    paths = tuple(f"parties[{party}].risks" for party in sorted(bearing))
    # of an organization with two roles, one that bears risk is enough
    if free := case.names(party for party, found in bearing.items() if found == {False}):
        return _Seen(False, paths, values={"parties": free})
    if open_ := case.names(party for party, found in bearing.items() if True not in found):
        return _Seen(None, paths, "some", {"parties": open_})
    whole = bearing and case.collaboration.parties_complete is not False
    return _Seen(True if whole else None, paths)


def _enforceable(case: Case) -> _Seen:
    found = owed(case)
    if found.firm:
        return _Seen(True, evidence(found.firm), values={"obligation": found.example})
    if found.gentle_only:
        return _Seen(False, evidence(found.gentle))
    return _Seen(False, (PATH,), "none") if found.none else _Seen(None, evidence(found.everything))


def _each_owes_the_other(case: Case) -> _Seen:
    found, both_ways = owed(case), goes_both_ways(case)
    if both_ways is None and (found.none or found.gentle_only):
        return _Seen(False, evidence(found.gentle) or (PATH,), "none")
    return _Seen(both_ways, evidence(case.canvas.setup.obligations))


def _joint_decisions(case: Case) -> _Seen:
    rule = case.canvas.setup.decision_rule
    if rule is None:
        return _Seen(None)
    joint = rule in fact("joint")
    return _Seen(joint, ("setup.decision_rule",), values={"rule": rule.labels})


def _only_conduct_binds(case: Case) -> _Seen:
    found, rules = owed(case), "setup.conduct_rules"
    if found.firm:
        return _Seen(False, evidence(found.firm), values={"obligation": found.example})
    if case.left_empty(rules):
        return _Seen(False, (rules,), "left")
    # a payment for which nothing is done in return is a fee; what one does one's best for leaves it open
    fees_only = all(each.kind in fact("fees") for each in found.rest)
    if case.canvas.setup.conduct_rules and fees_only and (found.none or found.everything):
        return _Seen(True, tuple(sorted({rules, *evidence(found.everything)})))
    return _Seen(None, (rules,) if case.canvas.setup.conduct_rules else ())


def _chosen_and_limited(case: Case) -> _Seen:
    complete = case.collaboration.parties_complete
    agreed = {party for agreement in case.canvas.agreements for party in agreement.parties}
    signed = {party.party for party in case.parties if party.signature is not None}
    everyone = set(case.party_ids)
    if complete is True and len(everyone) > 1 and everyone <= agreed | signed:
        return _Seen(True, ("agreements", "parties", "parties_complete"))
    if complete is False and case.past("parties"):
        return _Seen(False, ("parties_complete",))
    return _Seen(None)


def _outcome_price(case: Case) -> _Seen:
    model = case.canvas.setup.price_model
    if model is None or not (model.kind or model.incentive):
        return _Seen(None)
    price = case.label(CodeList.PRICE_MODEL, model.kind)
    values: dict[str, Param] = {"price": price, "incentive": model.incentive}
    path = ("setup.price_model",)
    if model.kind in fact("outcome_prices"):
        return _Seen(True, path, values=values)
    if model.incentive:
        # a price apart from the outcome with an incentive beside it points both ways
        return _Seen(None, path, "both", values) if model.kind else _Seen(True, path, "incentive", values)
    return _Seen(False if model.kind in fact("other_prices") else None, path, values=values)


_LOOK: Mapping[str, Callable[[Case], _Seen]] = Table(
    {
        "s1": _shared_goal_endorsed,
        "s2": _everyone_bears_risk,
        "s3": _enforceable,
        "s4": _each_owes_the_other,
        "s5": _joint_decisions,
        "s6": _only_conduct_binds,
        "s7": _chosen_and_limited,
        "s8": _outcome_price,
    }
)


def read_signals(case: Case) -> tuple[Signal, ...]:
    """Return what a canvas shows.

    Args:
        case: The collaboration.

    Returns:
        The eight signals, in order of their codes.
    """
    found = []
    for row in signal_rows():
        seen = _LOOK[row.code](case)
        key = "-".join(filter(None, (_OUTCOME[seen.holds], seen.cause)))
        text = fill(row.texts[key], **seen.values)
        found.append(Signal(row=row, holds=seen.holds, text=text, evidence=seen.evidence))
    return tuple(found)
