"""On whom the network leans: what falls apart, and what is left without anyone, if a party leaves."""

from collections.abc import Iterator, Mapping

import attrs

from samenwerking.graph.leaning import Cases, Leaning, Removal
from samenwerking.graph.measures import Measure
from samenwerking.graph.modes import Day
from samenwerking.graph.taking_part import Teams, teams_of
from samenwerking.model import Portfolio, UnknownId
from samenwerking.vocabulary import Bilingual

_NOBODY = Bilingual("Er staat nog niemand in.", "Nobody is in it yet.")
_CONVENTION = Bilingual(
    "Wie in dezelfde samenwerking zit, is verbonden. Geteld wordt wat de anderen verliezen: paren uit "
    "verschillende sectoren die elkaar via via konden bereiken en dan niet meer, en doelen waaraan dan "
    "niemand meer werkt, of niemand meer uit een sector. Organisaties zonder bekende sector tellen in de "
    "paren niet mee.",
    "Those in the same collaboration are connected. What counts is what the others lose: pairs of different "
    "sectors that could reach each other through others and then no longer can, and goals on which then "
    "nobody works, or nobody of a sector. Organizations whose sector is not known do not count in the "
    "pairs.",
)


@attrs.frozen(kw_only=True)
class WeakSpots:
    """Where a network leans on few.

    Args:
        islands: How many islands there are now.
        pairs: How many pairs from different sectors can reach each other now.
        cut_points: Parties without which an island falls apart, in order of id.
        bridges: Ties without which an island falls apart, in order of id.
        single: What each party that the others cannot do without would cost them, in order of id.
        together: The pairs of parties that cost the others more together than the two apart: what one
            of the two still holds.
        cases: How many removals were looked at.
    """

    islands: int
    pairs: int
    cut_points: tuple[str, ...]
    bridges: tuple[tuple[str, str], ...]
    single: tuple[Removal, ...]
    together: tuple[Removal, ...]
    cases: int


def _started(
    portfolio: Portfolio, groups: Mapping[str, str] | None, as_of: Day | None
) -> tuple[Leaning, Teams, tuple[str, ...]]:
    teams = teams_of(portfolio, as_of)
    evidence = tuple(key for key, team in teams.items() if len(team) > 1)
    return Leaning(portfolio, teams, groups), teams, evidence


def what_if(
    portfolio: Portfolio, *ids: str, groups: Mapping[str, str] | None = None, as_of: Day | None = None
) -> Measure[Removal]:
    """Return what the others lose if parties leave, or if collaborations end.

    Args:
        portfolio: The portfolio.
        *ids: Parties and collaborations that are no longer there. A collaboration that is itself a party
            ends as both; :func:`weak_spots` looks at what happens if it only leaves.
        groups: Party to group, for the pairs and the goals; sectors at their widest if left out.
        as_of: A day; whatever certainly does not run on it does not count.

    Returns:
        What happens; ``n`` says how many parties there are now. Not defined if there are none.

    Raises:
        UnknownId: If an id is neither a party nor a collaboration. It is a ``KeyError``.
        ValueError: If ``as_of`` is no day.

    Example:
        >>> from samenwerking.model import Canvas, Collaboration, Participation
        >>> def team(id, *parties):
        ...     canvas = Canvas(parties=[Participation(party=party) for party in parties])
        ...     return Collaboration(id=id, name=id, canvas=canvas)
        >>> portfolio = Portfolio(collaborations=[team("x", "a", "b"), team("y", "b", "c")])
        >>> what_if(portfolio, "b").value.cut_off
        (('c',),)
    """
    leaning, teams, evidence = _started(portfolio, groups, as_of)
    for gone_id in ids:
        if gone_id not in leaning.number and gone_id not in teams:
            portfolio[gone_id]  # says what may have been meant
            raise UnknownId(f"{gone_id!r} is neither a party nor a collaboration")
    if not leaning.names:
        return Measure(None, _NOBODY, _CONVENTION, 0, evidence)
    left = {
        key: tuple(party for party in team if party not in ids)
        for key, team in teams.items()
        if key not in ids
    }
    gone = leaning.mask(ids)
    without = [island for island in leaning.laid_out(left).separation().components if not island & gone]
    parts = ([part for part in without if part & island] for island in leaning.now.components)
    lost, loose = leaning.apart(parts)
    after = {goal: there & ~gone for goal, there in leaning.at_work(portfolio, left).items()}
    changed = [(goal, there, after.get(goal, 0)) for goal, there in leaning.goals.items()]
    value = Removal(
        ids=tuple(sorted(set(ids))),
        islands=len(without),
        pairs_lost=lost,
        cut_off=loose,
        goals_without_party=tuple(goal for goal, there, rest in changed if there and not rest),
        goals_without_sector=tuple(
            (goal, group)
            for goal, there, rest in changed
            for group, sector in leaning.sectors.items()
            if rest and there & sector and not rest & sector
        ),
    )
    return Measure(value, None, _CONVENTION, len(leaning.names), evidence)


def removals(
    portfolio: Portfolio, groups: Mapping[str, str] | None = None, as_of: Day | None = None
) -> Iterator[Removal]:
    """Yield what the others lose for every party, and for every two parties, that could leave.

    Args:
        portfolio: The portfolio.
        groups: Party to group, for the pairs and the goals; sectors at their widest if left out.
        as_of: A day; whatever certainly does not run on it does not count.

    Yields:
        Every party alone, each followed by its pairs with those after it in order of id.

    Raises:
        ValueError: If ``as_of`` is no day.

    Example:
        >>> list(removals(Portfolio()))
        []
    """
    yield from Cases(_started(portfolio, groups, as_of)[0])


def weak_spots(
    portfolio: Portfolio, *, groups: Mapping[str, str] | None = None, as_of: Day | None = None
) -> Measure[WeakSpots]:
    """Return where a network leans on few: every removal of one party and of two is looked at.

    This is about what is on file, and it is no score: who is named here holds others together.

    Args:
        portfolio: The portfolio.
        groups: Party to group, for the pairs and the goals; sectors at their widest if left out.
        as_of: A day; whatever certainly does not run on it does not count.

    Returns:
        The weak spots; ``n`` says how many parties there are. Not defined if there are none.

    Raises:
        ValueError: If ``as_of`` is no day.

    Example:
        >>> weak_spots(Portfolio()).reason.en
        'Nobody is in it yet.'
    """
    leaning, _, evidence = _started(portfolio, groups, as_of)
    if not leaning.names:
        return Measure(None, _NOBODY, _CONVENTION, 0, evidence)
    islands = len(leaning.now.components)
    cases = 0
    single: dict[str, Removal] = {}
    double: list[Removal] = []
    for removal in Cases(leaning):
        cases += 1
        if len(removal.ids) == 1:
            single[removal.ids[0]] = removal
        elif removal.costs:
            double.append(removal)
    value = WeakSpots(
        islands=islands,
        pairs=sum(map(leaning.pairs, leaning.now.components)),
        cut_points=tuple(leaning.names[party] for party in sorted(leaning.now.cuts)),
        bridges=tuple((leaning.names[one], leaning.names[two]) for one, two in leaning.now.bridges),
        single=tuple(removal for removal in single.values() if removal.costs),
        together=tuple(
            each for each in double if _more_together(each, [single[one] for one in each.ids], islands)
        ),
        cases=cases,
    )
    return Measure(value, None, _CONVENTION, len(leaning.names), evidence)


def _more_together(both: Removal, apart: list[Removal], islands: int) -> bool:
    return (
        both.pairs_lost > sum(each.pairs_lost for each in apart)
        or both.islands - islands > sum(each.islands - islands for each in apart)
        or bool(set(both.goals_without_party).difference(*(each.goals_without_party for each in apart)))
        or bool(set(both.goals_without_sector).difference(*(each.goals_without_sector for each in apart)))
    )
