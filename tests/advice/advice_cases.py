"""Invented canvases for the advice: one collaboration with whatever is asked for, and any at all."""

import random
from pathlib import Path
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from samenwerking.model import (
    Agreement,
    Canvas,
    Collaboration,
    Contribution,
    Endorsement,
    ExitRules,
    Goal,
    LeftEmpty,
    Obligation,
    Organization,
    Participation,
    Portfolio,
    Position,
    PriceModel,
    Risk,
    Setup,
    Signature,
)
from samenwerking.vocabulary import DecisionRule, Form, Gear, GoalKind, ObligationKind, Reading, reading

OTHER: Reading = reading(Path(__file__).parents[1] / "vocabulary" / "data" / "alternative_reading.json")
READINGS = {"shipped": reading(), "alternative": OTHER}
# Of each form the invented example that has nothing left to ask.
CLEAN = {form: form.value for form in Form}
NAMES = {"a": "Waterschap A", "b": "Collectief B", "c": "Vereniging C", "d": "Provincie D"}


def made(*parties: Any, goals: tuple[Goal, ...] = (), **about: Any) -> Portfolio:
    """Return a portfolio with one collaboration ``x``; what is no header stands on the canvas."""
    header = ("gear", "period", "parties_complete", "name")
    setup = {name: about.pop(name) for name in list(about) if name in attrs.fields_dict(Setup)}
    top = {name: about.pop(name) for name in list(about) if name in header}
    listed = [Participation(party=each) if isinstance(each, str) else each for each in parties]
    listed_goals = about.pop("listed", [goal.id for goal in goals])
    canvas = Canvas(parties=listed, goals=listed_goals, setup=Setup(**setup), **about)
    return Portfolio(
        organizations=[Organization(id=id_, name=name) for id_, name in NAMES.items()],
        goals=goals,
        collaborations=[Collaboration(id="x", **({"name": "Dijken"} | top), canvas=canvas)],
    )


def owes(debtor: str, creditor: str | None = None, kind: str = "performance", **more: Any) -> Obligation:
    """Return an obligation."""
    text = more.pop("text", f"{debtor} doet {kind} voor {creditor or 'allen'}")
    return Obligation(text=text, kind=kind, debtor=debtor, creditor=creditor, **more)


def changed(portfolio: Portfolio, **changes: Any) -> Portfolio:
    """Return a portfolio in which its first collaboration is otherwise."""
    return portfolio.evolve(portfolio.collaborations[0].id, **changes)


def shuffled(portfolio: Portfolio, seed: int) -> Portfolio:
    """Return a portfolio that says the same in another order."""
    chance = random.Random(seed)

    def mixed(items: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(chance.sample(items, len(items)))

    def party(each: Participation) -> Participation:
        kept = {
            name: mixed(getattr(each, name))
            for name in ("contributions", "benefits", "risks", "representatives")
        }
        return attrs.evolve(each, **kept)

    collaborations = []
    for each in portfolio.collaborations:
        canvas = each.canvas
        setup = attrs.evolve(
            canvas.setup,
            **{
                name: mixed(getattr(canvas.setup, name))
                for name in ("obligations", "tasks", "bodies", "risk_register", "conduct_rules")
            },
        )
        canvas = attrs.evolve(
            canvas,
            parties=mixed(tuple(map(party, canvas.parties))),
            setup=setup,
            **{
                name: mixed(getattr(canvas, name))
                for name in ("goals", "agreements", "decisions", "stakeholders")
            },
        )
        collaborations.append(attrs.evolve(each, canvas=canvas))
    goals = [attrs.evolve(goal, endorsements=mixed(goal.endorsements)) for goal in portfolio.goals]
    return attrs.evolve(
        portfolio,
        collaborations=mixed(tuple(collaborations)),
        goals=mixed(tuple(goals)),
        organizations=mixed(portfolio.organizations),
    )


_PARTIES = st.sampled_from(sorted(NAMES))
_MAYBE = st.none() | st.booleans()


@st.composite
def _participations(draw: DrawFn, party: str) -> Participation:
    return Participation(
        party=party,
        contributions=[
            Contribution(
                kind="uren", amount=draw(st.integers(1, 90)), unit="uur", at_risk=at_risk, serves=serves
            )
            for at_risk, serves in draw(
                st.lists(st.tuples(_MAYBE, st.lists(st.sampled_from("gh"), unique=True)), max_size=2)
            )
        ],
        risks=[
            Risk(text="droogte", share=share)
            for share in draw(st.lists(st.sampled_from([None, 0, 1]), max_size=1))
        ],
        position=draw(
            st.none() | st.builds(Position, binding=st.integers(0, 100), control=st.integers(0, 100))
        ),
        signature=draw(st.none() | st.just(Signature(authorized=True))),
    )


@st.composite
def portfolios(draw: DrawFn) -> Portfolio:
    """Return portfolios with one collaboration, on which the signals may be anything."""
    parties = draw(st.lists(_PARTIES, unique=True, max_size=4))
    goals = [
        Goal(
            id=id_,
            name=f"Doel {id_}",
            kind=draw(st.sampled_from(GoalKind)),
            endorsements=[Endorsement(party=party) for party in draw(st.lists(_PARTIES, unique=True))],
        )
        for id_ in draw(st.lists(st.sampled_from("gh"), unique=True))
    ]
    obligations = draw(
        st.lists(
            st.builds(
                owes,
                debtor=_PARTIES,
                creditor=st.none() | _PARTIES,
                kind=st.sampled_from([kind.value for kind in ObligationKind]),
                best_effort=st.booleans(),
                legal_duty=st.booleans(),
                sanction=st.sampled_from(["", "korting"]),
            ),
            max_size=5,
        )
    )
    places = [
        "goals",
        "setup.obligations",
        "setup.conduct_rules",
        *(f"parties[{party}].risks" for party in parties),
    ]
    return made(
        *[draw(_participations(party)) for party in parties],
        goals=tuple(goals),
        gear=draw(st.none() | st.sampled_from(Gear)),
        parties_complete=draw(_MAYBE),
        form=draw(st.none() | st.sampled_from(Form)),
        obligations=obligations,
        decision_rule=draw(st.none() | st.sampled_from(DecisionRule)),
        conduct_rules=draw(st.sampled_from([(), ("bel eerst",)])),
        exit_rules=draw(st.sampled_from([None, ExitRules(notice="een maand")])),
        price_model=draw(
            st.none()
            | st.builds(
                PriceModel,
                kind=st.sampled_from([None, "vast", "uitkomst", "eigen-model"]),
                incentive=st.sampled_from(["", "bonus"]),
            )
        ),
        agreements=[Agreement(on="2026-03-01", parties=draw(st.lists(_PARTIES, unique=True)))],
        left_empty=[
            LeftEmpty(path=path, reason="bewust")
            for path in draw(st.lists(st.sampled_from(places), unique=True))
        ],
    )
