"""Held up as a mirror: what one party offers against what another wishes, and interests that are opposed.

A party offers what it contributes and wishes what it wants to take out. Which kinds of contributions and
obligations can give which kinds of benefits stands in ``data/kinds.json`` (our own table); where kinds do not
tell, nothing is said. The comparison itself is that of the Partnership Canvas (source PCANVAS): each party
fills in its own, and the two are laid side by side.
"""

from collections.abc import Iterable, Iterator

import attrs

from samenwerking.model import Benefit, Contribution, Goal, Participation
from samenwerking.report import Param
from samenwerking.rules.definition import Problem, RuleContext, rule
from samenwerking.rules.kan import open_conflicts
from samenwerking.rules.kinds import met_by, named, widened
from samenwerking.vocabulary import CodeList, FundingStatus, codes

# Stands for a kind that is not given or that no list of ours knows: it could be anything.
ANYTHING = ""
_MONEY = "geld"


def _offered(context: RuleContext, contribution: Contribution) -> str:
    """Return the shipped kind of a contribution."""
    shipped = codes(CodeList.CONTRIBUTION_KIND)
    kinds = widened(context, CodeList.CONTRIBUTION_KIND, contribution.kind)
    return next((kind for kind in kinds if kind in shipped), ANYTHING)


def _wanted(context: RuleContext, benefit: Benefit) -> tuple[str, ...] | None:
    """Return which kinds can give a benefit; ``None`` if its kind does not tell."""
    kinds = widened(context, CodeList.BENEFIT_KIND, benefit.kind)
    return next((wanted for kind in kinds if (wanted := met_by(kind)) is not None), None)


def _names(party: Participation) -> tuple[str, ...]:
    """Return under which ids a party gives and takes: its own, and of those it acts for."""
    return (party.party, *party.on_behalf_of)


def _all_there(context: RuleContext) -> bool:
    """Say whether the list of parties is whole; what is known from sources only as far as it says so."""
    whole = context.collaboration
    return not whole.sources if whole.parties_complete is None else whole.parties_complete


def _someone_else(everyone: Iterable[str], party: str) -> bool:
    return any(each != party for each in everyone)


@attrs.define
class _Supply:
    """Who gives what: per party, the kinds it gives to all or to one; and the parties that give each kind.

    What is given to all stands under ``ANYTHING`` instead of a taker.
    """

    parties: dict[str, str] = attrs.field(factory=dict)
    given: dict[tuple[str, str], set[str]] = attrs.field(factory=dict)
    givers: dict[tuple[str, str], set[str]] = attrs.field(factory=dict)
    paying: set[str] = attrs.field(factory=set)

    def add(self, party: str, kind: str, taker: str = ANYTHING) -> None:
        """Note that a party gives something, to one or to whoever wants it."""
        self.given.setdefault((party, taker), set()).add(kind)
        self.givers.setdefault((kind, taker), set()).add(party)


def _supply(context: RuleContext) -> _Supply:
    canvas, found = context.collaboration.canvas, _Supply()
    for party in context.parties:
        found.parties |= dict.fromkeys(_names(party), party.party)
        for contribution in party.contributions:
            found.add(party.party, _offered(context, contribution))
    found.parties |= {party: party for party in context.party_ids}
    for obligation in canvas.setup.obligations:
        if obligation.debtor in found.parties:  # whoever is no party any more gives nothing
            debtor, taker = found.parties[obligation.debtor], obligation.creditor or ANYTHING
            found.add(debtor, obligation.kind.value, found.parties.get(taker, taker))
    for phase in canvas.resources.phases:
        for funding in phase.funding:
            if funding.status is not FundingStatus.IN_TALKS:
                found.paying.add(funding.funder or ANYTHING)
    return found


def _can_give(kinds: Iterable[str], wanted: tuple[str, ...] | None) -> bool:
    """Say whether one of some kinds gives what is wanted, or may do so."""
    return any(wanted is None or kind == ANYTHING or kind in wanted for kind in kinds)


def _gap(supply: _Supply, party: str, giver: str | None, wanted: tuple[str, ...] | None) -> str:
    """Return why a wish certainly has no giver; empty if it has one or that cannot be told."""
    if giver is not None:
        if giver in supply.paying and (wanted is None or _MONEY in wanted):
            return ""
        if giver not in supply.parties:
            return "absent"
        gives = supply.parties[giver]
        given = (kind for taker in (ANYTHING, party) for kind in supply.given.get((gives, taker), ()))
        return "" if _can_give(given, wanted) else "nothing"
    if wanted is None or (_MONEY in wanted and _someone_else(supply.paying, party)):
        return ""
    ways = ((kind, taker) for kind in (*wanted, ANYTHING) for taker in (ANYTHING, party))
    return "" if any(_someone_else(supply.givers.get(way, ()), party) for way in ways) else "nobody"


@attrs.define
class _Demand:
    """Who wishes for what: of a giver by name, and of anyone by the kinds that can give it."""

    of_giver: dict[str, dict[tuple[str, ...] | None, set[str]]] = attrs.field(factory=dict)
    by_kind: dict[str, set[str]] = attrs.field(factory=dict)
    own_goals: dict[str, set[str]] = attrs.field(factory=dict)
    goals: frozenset[str] = frozenset()


def _demand(context: RuleContext) -> _Demand:
    found = _Demand(goals=frozenset(context.collaboration.canvas.goals))
    for party in context.parties:
        for goal in party.own_goals:
            found.own_goals.setdefault(goal, set()).add(party.party)
        for benefit in party.benefits:
            wanted = _wanted(context, benefit)
            if benefit.giver is not None:
                takers = found.of_giver.setdefault(benefit.giver, {})
                takers.setdefault(wanted, set()).add(party.party)
            else:
                for kind in (*wanted, ANYTHING) if wanted is not None else ():
                    found.by_kind.setdefault(kind, set()).add(party.party)
    return found


def _is_taken(context: RuleContext, demand: _Demand, party: Participation, offer: Contribution) -> bool:
    """Say whether someone or some goal takes an offer, or may do so."""
    kind, own = _offered(context, offer), party.party
    if any(g in demand.goals or _someone_else(demand.own_goals.get(g, ()), own) for g in offer.serves):
        return True
    named_wishes = (wish for name in _names(party) for wish in demand.of_giver.get(name, {}).items())
    if any(_someone_else(takers, own) and _can_give([kind], wanted) for wanted, takers in named_wishes):
        return True
    return _someone_else(demand.by_kind.get(kind, ()), own)


@rule("KAN131", needs=("parties[].contributions",))
def offer_without_taker(context: RuleContext) -> Iterator[Problem]:
    """What nobody asked for and no goal needs is brought in vain; better found now than in two years."""
    if not _all_there(context):
        return
    demand = _demand(context)
    for party in context.parties:
        for offer in party.contributions:
            if not _is_taken(context, demand, party, offer):
                params = {"contribution": named(context, offer), "party": context.name(party.party)}
                yield Problem(f"parties[{party.party}].contributions", "", params)


@rule("KAN132", needs=("parties[].benefits",))
def wish_without_giver(context: RuleContext) -> Iterator[Problem]:
    """What one hopes to take out someone else has to bring, and know it."""
    supply = _supply(context)
    for party in context.parties:
        for wish in party.benefits:
            why = _gap(supply, party.party, wish.giver, _wanted(context, wish))
            if not why or (why != "nothing" and not _all_there(context)):
                continue
            params: dict[str, Param] = {"benefit": named(context, wish), "party": context.name(party.party)}
            if wish.giver is not None:
                params["giver"] = context.name(wish.giver)
            yield Problem(f"parties[{party.party}].benefits", why, params)


@rule("KAN133", needs=("parties[].own_goals",))
def interests_opposed(context: RuleContext) -> Iterator[Problem]:
    """Common, different and opposed interests belong on the table alike; the last ask for an arrangement."""
    owners: dict[str, set[str]] = {}
    for party in context.parties:
        for goal in party.own_goals:
            owners.setdefault(goal, set()).add(party.party)
    found = (context.portfolio.get(id_) for id_ in sorted(owners))
    for a, b, told_by in open_conflicts(tuple(goal for goal in found if isinstance(goal, Goal))):
        if a not in owners or b not in owners or len(owners[a] | owners[b]) < 2:
            continue
        params: dict[str, Param] = {
            "a": context.name(a),
            "b": context.name(b),
            "party": context.names(sorted(owners[a])),
            "other": context.names(sorted(owners[b])),
        }
        yield Problem(f"parties[{min(owners[told_by])}].own_goals[{told_by}].links", "", params)


RULES = (offer_without_taker, wish_without_giver, interests_opposed)
