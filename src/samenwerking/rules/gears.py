"""What the gearbox is made of, for whoever reads decisions."""

from samenwerking.vocabulary import DecisionOutcome

# The outcomes with which a collaboration goes on.
GO = (DecisionOutcome.GO, DecisionOutcome.GO_IF)
