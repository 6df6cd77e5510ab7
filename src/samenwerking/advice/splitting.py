"""A part of its own beneath a collaboration, such as a contract beneath an alliance."""

import difflib
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

import attrs

from samenwerking.model import (
    Canvas,
    Collaboration,
    Obligation,
    Participation,
    Period,
    Portfolio,
    Setup,
)
from samenwerking.model.participation import ALWAYS
from samenwerking.model.plan import PARTY
from samenwerking.model.record import Record, as_id
from samenwerking.vocabulary import Form

Chosen: TypeAlias = Callable[[Obligation], bool] | Iterable[Obligation | str]


class CannotSplit(ValueError):
    """Raised when a part cannot be split off; tells everything that is wrong at once.

    Args:
        problems: All that is wrong, each in a sentence.

    Example:
        >>> CannotSplit(("no obligation is chosen",)).problems
        ('no obligation is chosen',)
    """

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__("cannot split off:\n" + "\n".join(f"- {problem}" for problem in problems))

    def __reduce__(self) -> tuple[type, tuple[tuple[str, ...]]]:
        return type(self), (self.problems,)


def _near(wanted: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(wanted, list(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


def _listed(value: Any) -> tuple[Any, ...]:
    """Return several things as a tuple; one thing alone is meant as one."""
    return (value,) if isinstance(value, (str, Record)) else tuple(value)


def _moved(held: tuple[Obligation, ...], chosen: Chosen, problems: list[str]) -> tuple[bool, ...]:
    """Return for each obligation whether it goes along; note those that are not there."""
    if callable(chosen):
        return tuple(bool(chosen(each)) for each in held)
    wanted: dict[Obligation | str, None] = dict.fromkeys(_listed(chosen))
    known = {*held, *(each.text for each in held)}
    for each in wanted:
        if each not in known:
            text = each if isinstance(each, str) else each.text
            near = _near(text, sorted({other.text for other in held} - {text}))
            problems.append(f"there is no such obligation: {text!r}{near}")
    return tuple(each in wanted or each.text in wanted for each in held)


def _owing(obligations: Iterable[Obligation]) -> tuple[str, ...]:
    ids = (id_ for each in obligations for id_ in (each.debtor, each.creditor) if id_)
    return tuple(dict.fromkeys(ids))


def _unknown(portfolio: Portfolio, ids: Iterable[str], kinds: tuple[str, ...], what: str) -> Iterator[str]:
    """Yield a problem for each id that the portfolio does not have, or not as a record of these kinds."""
    known = {place.record.id: None for place in portfolio.locations() if place.kind.name in kinds}
    for id_ in ids:
        if id_ not in known:
            yield f"there is no such {what}: {id_!r}{_near(id_, known)}"


def split_off(
    portfolio: Portfolio,
    collaboration: Any,
    *,
    new_id: str,
    name: str,
    obligations: Chosen,
    parties: Iterable[Any] | None = None,
    goals: Iterable[Any] | None = None,
    form: Form | str | None = None,
    period: Period = ALWAYS,
) -> Portfolio:
    """Make a part of its own beneath a collaboration, such as a contract beneath an alliance.

    The obligations that are chosen move to the canvas of the part; all others stay, and none is lost or
    doubled. Goals and parties stand on both canvases. Nothing else goes along: contributions, agreements and
    signatures belong to the whole, and the part has yet to be agreed on.

    Args:
        portfolio: The portfolio.
        collaboration: The collaboration or its id.
        new_id: The id of the part.
        name: What the part is called.
        obligations: Which obligations move: texts or obligations (each that is equal moves), or a function
            that says so of an obligation.
        parties: Who takes part in the part: records or ids, also of others than the parties of the whole.
            Left out, they are those who owe or are owed what moves.
        goals: The goals or deliverables that the part is about. Left out, they are those that the moved
            obligations serve.
        form: The form of the part; undecided if left out.
        period: From when until when.

    Returns:
        A new portfolio.

    Raises:
        UnknownId: If there is no such collaboration.
        TypeError: If the record is no collaboration.
        CannotSplit: If the new id is taken, no obligation is chosen, or an obligation, party or goal is not
            there, all told at once. It is a ``ValueError``.
        ValueError: If there is no such form.
        InvalidRecord: If the new id or name cannot be one.

    Example:
        >>> from samenwerking.io import example
        >>> after = split_off(
        ...     example("shared-goal"),
        ...     "gebiedsproces-bedachte-polder",
        ...     new_id="randen-betaling",
        ...     name="Betaling van de randen",
        ...     obligations=lambda obligation: obligation.kind == "payment",
        ...     form="transaction-distant",
        ... )
        >>> after["randen-betaling"].parent, len(after["randen-betaling"].canvas.setup.obligations)
        ('gebiedsproces-bedachte-polder', 2)
    """
    whole = portfolio.collaboration(as_id(collaboration))
    held = whole.canvas.setup.obligations
    problems: list[str] = []
    if new_id in portfolio:
        problems.append(f"the id {new_id!r} is taken")
    goes = _moved(held, obligations, problems)
    moved = tuple(each for each, along in zip(held, goes, strict=True) if along)
    stays = tuple(each for each, along in zip(held, goes, strict=True) if not along)
    if not moved and not problems:
        problems.append("no obligation is chosen")
    owing = _owing(moved)
    here, about = owing, tuple(dict.fromkeys(goal for each in moved for goal in each.serves))
    if parties is not None:
        here = tuple(dict.fromkeys(map(as_id, _listed(parties))))
        problems += _unknown(portfolio, here, PARTY, "party")
    if goals is not None:
        about = tuple(dict.fromkeys(map(as_id, _listed(goals))))
        problems += _unknown(portfolio, about, ("goal",), "goal")
    problems += (f"{each!r} owes or is owed something but is no party" for each in owing if each not in here)
    if problems:
        raise CannotSplit(tuple(problems))
    part = Collaboration(
        id=new_id,
        name=name,
        parent=whole.id,
        period=period,
        canvas=Canvas(
            goals=about,
            parties=tuple(Participation(party=party) for party in here),
            form=form,
            setup=Setup(obligations=moved),
        ),
    )
    setup = attrs.evolve(whole.canvas.setup, obligations=stays)
    left = attrs.evolve(whole, canvas=attrs.evolve(whole.canvas, setup=setup))
    return portfolio.replace(left).add(part)
