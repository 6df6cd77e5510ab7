"""What the parties owe: what they can be held to, what is only conduct, and what goes both ways."""

import attrs

from samenwerking.advice.case import Case
from samenwerking.advice.wording import fact
from samenwerking.model import Obligation
from samenwerking.vocabulary import ObligationKind

PATH = "setup.obligations"


def evidence(obligations: tuple[Obligation, ...]) -> tuple[str, ...]:
    """Return where obligations stand, in alphabetical order.

    Args:
        obligations: The obligations.

    Returns:
        Paths on the canvas.

    Example:
        >>> evidence((Obligation(text="maait", kind="performance", debtor="x"),))
        ('setup.obligations[maait]',)
    """
    return tuple(sorted({f"{PATH}[{obligation.text}]" for obligation in obligations}))


@attrs.frozen(kw_only=True)
class Owed:
    """What the parties owe, apart from what the law already asks.

    Args:
        firm: What they can be held to: performances and cooperation, unless doing one's best is enough.
        gentle: Conduct and reports.
        rest: The rest: payments, which may be a fee, and what one only has to do one's best for.
        none: Whether there are none for certain: left empty on purpose, or nothing there although the
            collaboration is past the gear in which that is settled.
    """

    firm: tuple[Obligation, ...]
    gentle: tuple[Obligation, ...]
    rest: tuple[Obligation, ...]
    none: bool

    @property
    def everything(self) -> tuple[Obligation, ...]:
        """All of them, in alphabetical order."""
        return tuple(sorted((*self.firm, *self.gentle, *self.rest), key=lambda each: (each.text, each.kind)))

    @property
    def gentle_only(self) -> bool:
        """Whether conduct and reports are all there is."""
        return bool(self.gentle) and not self.firm and not self.rest

    @property
    def example(self) -> str:
        """One that they can be held to, for a sentence, a performance first; empty if there is none."""
        order = list(ObligationKind)
        return min(((order.index(each.kind), each.text) for each in self.firm), default=(0, ""))[1]


def owed(case: Case) -> Owed:
    """Return what the parties of a collaboration owe.

    Args:
        case: The collaboration.

    Returns:
        The obligations, by how firm they are.
    """
    asked = [each for each in case.canvas.setup.obligations if not each.legal_duty]
    firm, gentle = fact("firm"), fact("gentle")
    sorted_out: dict[str, list[Obligation]] = {"firm": [], "gentle": [], "rest": []}
    for each in asked:
        bound = "firm" if each.kind in firm and not each.best_effort else "rest"
        sorted_out["gentle" if each.kind in gentle else bound].append(each)
    none = not asked and (case.left_empty(PATH) or case.past(PATH))
    return Owed(none=none, **{name: tuple(found) for name, found in sorted_out.items()})


def goes_both_ways(case: Case) -> bool | None:
    """Say whether each party owes another something for which it gets something back.

    Performances and payments count, also those that the law asks: a fee for a permit is an exchange too.

    Args:
        case: The collaboration.

    Returns:
        ``True`` if each does, ``False`` if each owes something but not so, ``None`` if that is not all there.
    """
    exchanged = [each for each in case.canvas.setup.obligations if each.kind in fact("exchanged")]
    owing = {each.debtor for each in exchanged}
    pairs = {(each.debtor, each.creditor) for each in exchanged if each.creditor not in (None, each.debtor)}
    returned = {debtor for debtor, creditor in pairs if (creditor, debtor) in pairs}
    everyone = set(case.party_ids)
    if len(everyone) > 1 and everyone <= returned:
        return True
    return False if len(everyone) > 1 and everyone <= owing else None
