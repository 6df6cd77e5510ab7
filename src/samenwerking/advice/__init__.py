"""Advice: which form fits, what another form would change, how far apart the parties are, what falls away."""

from samenwerking.advice.axes import AxisSpread, PartyPosition, Positions, positions
from samenwerking.advice.comparison import FormComparison, Misfit, RowChange, RuleChange, compare_forms
from samenwerking.advice.derived import DerivedAxis, Ingredient
from samenwerking.advice.form import FormAdvice, RankedForm, advise_form
from samenwerking.advice.leaving import Impact, Loss, impact
from samenwerking.advice.signals import Signal, SignalCell, SignalRow, signal_rows
from samenwerking.advice.splitting import CannotSplit, split_off

__all__ = [
    "AxisSpread",
    "CannotSplit",
    "DerivedAxis",
    "FormAdvice",
    "FormComparison",
    "Impact",
    "Ingredient",
    "Loss",
    "Misfit",
    "PartyPosition",
    "Positions",
    "RankedForm",
    "RowChange",
    "RuleChange",
    "Signal",
    "SignalCell",
    "SignalRow",
    "advise_form",
    "compare_forms",
    "impact",
    "positions",
    "signal_rows",
    "split_off",
]
