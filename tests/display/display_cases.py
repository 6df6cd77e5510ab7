"""Invented portfolios: a full case, a big network, and one in which every text is a trap."""

import datetime
import random
import re
from typing import Any
from xml.etree import ElementTree

import attrs

from samenwerking.model import (
    Agreement,
    Alternative,
    Area,
    Benefit,
    Canvas,
    Collaboration,
    Confirmation,
    Contribution,
    Decision,
    Director,
    Effort,
    Endorsement,
    EndResult,
    Evaluation,
    Goal,
    GoalLink,
    GoalStatus,
    Indicator,
    LeftEmpty,
    Maintenance,
    Mandate,
    Obligation,
    Organization,
    Participation,
    Period,
    Phase,
    Portfolio,
    Position,
    Realization,
    Representative,
    Resources,
    Risk,
    Setup,
    Signature,
    Source,
    Stakeholder,
)

AS_OF = datetime.date(2026, 6, 1)
SECRET = "GEHEIM"


def _organizations() -> list[Organization]:
    rows = (
        ("waterschap-x", "Waterschap X", "public", "waterschap"),
        ("collectief-y", "Agrarisch collectief Y", "private", "agrarisch-collectief"),
        ("provincie-z", "Provincie Z", "public", "provincie"),
        ("natuurvereniging-n", "Natuurvereniging Noorderlicht", "private", "natuurorganisatie"),
        ("zuivel-m", "Zuivelcoöperatie De Melkbus", "private", "zuivel"),
        ("gemeente-v", "Gemeente Voorbeelddam", "public", "gemeente"),
    )
    made = [Organization(id=id_, name=name, ownership=own, sector=sector) for id_, name, own, sector in rows]
    persons = [
        Organization(id="regisseur-1", name=f"{SECRET} Regisseur", kind="person", part_of="provincie-z"),
        Organization(id="boer-1", name=f"{SECRET} Boer", kind="person", sector="landbouworganisatie"),
    ]
    return made + persons


def _goals() -> list[Goal]:
    return [
        Goal(
            id="randen",
            name="Kruidenrijke randen langs al het water",
            kind="shared",
            lead="collectief-y",
            areas=["polder"],
            indicators=[Indicator(name="lengte", unit="km", baseline=12, target=40, deadline="2028")],
            links=[GoalLink(goal="waterkwaliteit", kind="supports")],
            endorsements=[Endorsement(party="waterschap-x", on="2026-01")],
            statuses=[GoalStatus(on="2026-05", state="on-track")],
            sources=[Source(title="Gebiedsplan Voorbeeldpolder", seen="2026-02-03")],
        ),
        Goal(
            id="waterkwaliteit",
            name="Schoner slootwater",
            kind="shared",
            lead="waterschap-x",
            indicators=[
                Indicator(name="stikstof", unit="mg/l", direction="at-most", target=2, deadline="2029")
            ],
        ),
    ]


def _parties() -> list[Participation]:
    return [
        Participation(
            party="waterschap-x",
            role="medefinancier",
            period=Period(start="2026", end="2028"),
            contributions=[
                Contribution(
                    kind="geld",
                    amount=200000,
                    unit="EUR",
                    period=Period(start="2026", end="2028"),
                    serves=["randen"],
                ),
                Contribution(kind="bevoegdheid", description="keurvergunning voor natuurvriendelijke oevers"),
            ],
            benefits=[Benefit(kind="doelbereik", description="schoner water, minder baggeren")],
            interests_discussed=True,
            interests=[f"{SECRET} belang"],
            risks=[Risk(text="begroting na verkiezingen", share=0.4)],
            alternative=Alternative(
                considered=True, on="2026-02", description=f"{SECRET} zelf inrichten", cost=987654
            ),
            position=Position(binding=80, control=35),
            negotiating_room=f"{SECRET} ruimte",
            prefers=["collectief-y"],
        ),
        Participation(
            party="collectief-y",
            role="trekker",
            contributions=[
                Contribution(
                    kind="grond", amount=31, unit="ha", at_risk=True, period=Period(start="2026", end="2032")
                ),
                Contribution(
                    kind="uren", description="begeleiding van deelnemers", amount=600, unit="uur per jaar"
                ),
            ],
            benefits=[
                Benefit(
                    kind="vergoeding",
                    giver="provincie-z",
                    amount=2400,
                    unit="EUR per ha per jaar",
                    period=Period(start="2026", end="2031"),
                ),
                Benefit(kind="zekerheid", description="beheer voor langere tijd"),
            ],
            risks=[Risk(text="opbrengst valt tegen in droge jaren")],
            alternative=Alternative(considered=True, on="2026-03", better=True),
            position=Position(binding=70, control=75),
            representatives=[
                Representative(
                    person="boer-1",
                    time=Effort(amount=4, unit="uur per week"),
                    mandate=Mandate(scope="randen", limit=123456),
                )
            ],
            feedback="ledenavond, twee keer per jaar",
            signature=Signature(person="boer-1", on="2026-03-12"),
        ),
        Participation(
            party="provincie-z",
            role="subsidieverlener",
            period=Period(end="2031"),
            contributions=[
                Contribution(
                    kind="geld", amount=1250000, unit="EUR", description="vergoeding groenblauwe diensten"
                )
            ],
            benefits=[Benefit(description="biodiversiteit in het landelijk gebied")],
            alternative=Alternative(considered=False),
            position=Position(binding=85, control=30),
        ),
        Participation(
            party="natuurvereniging-n",
            contributions=[Contribution(kind="kennis", description="tellingen door vrijwilligers")],
            position=Position(binding=35, control=60),
        ),
        Participation(
            party="zuivel-m", benefits=[Benefit(kind="erkenning", description="punten in het keurmerk")]
        ),
    ]


def full_case() -> Portfolio:
    """A full case with everything that may and may not be shown."""
    setup = Setup(
        instrument="samenwerkingsovereenkomst",
        decision_rule="consensus",
        director=Director(
            person="regisseur-1", organization="provincie-z", role="gebiedsregisseur", paid_by=["provincie-z"]
        ),
        obligations=[
            Obligation(
                text="betaalt per hectare", kind="payment", debtor="provincie-z", creditor="collectief-y"
            )
        ],
        data="metingen op eigen grond blijven van de boer",
    )
    canvas = Canvas(
        goals=["randen", "waterkwaliteit"],
        form="shared-goal",
        parties=_parties(),
        stakeholders=[Stakeholder(name="pachters", affected=True, can_block=True, treatment="represented")],
        decisions=[
            Decision(text="door naar klopt", kind="shift-up", gear="klopt", outcome="go", on="2026-03-12")
        ],
        setup=setup,
        resources=Resources(
            phases=[Phase(name="aanleg", budget=1450000, period=Period(start="2026", end="2028"))]
        ),
        end_result=EndResult(
            description="40 km rand in beheer",
            maintenance=[Maintenance(result="randen", manager="collectief-y", until="2046")],
        ),
        realization=Realization(evaluations=[Evaluation(planned="2027-01")]),
        agreements=[
            Agreement(
                on="2026-03-12", parties=["waterschap-x", "collectief-y", "provincie-z"], at="stuurgroep"
            )
        ],
        left_empty=[LeftEmpty(path="parties[natuurvereniging-n].risks", reason="alleen kennis")],
    )
    collaboration = Collaboration(
        id="voorbeeldpolder",
        name="Groenblauwe dooradering Voorbeeldpolder",
        gear="klopt",
        areas=["polder"],
        period=Period(start="2026-01", end="2031"),
        canvas=canvas,
        confirmed=Confirmation(by="provincie-z", on="2026-04-02"),
        sources=[Source(address="https://example.org/plan", title="Samenwerkingsplan", seen="2026-04-01")],
    )
    return Portfolio(
        title="Verzonnen",
        organizations=_organizations(),
        areas=[Area(id="polder", name="Voorbeeldpolder")],
        goals=_goals(),
        collaborations=[collaboration],
    )


def crowd(parties: int, *, goals: int = 1) -> Portfolio:
    """Return a network of so many parties."""
    organizations = [
        Organization(
            id=f"partij-{n:03}",
            name=f"Stichting Voorbeeld nummer {n} in de polder",
            sector=("gemeente", "zuivel", "fonds")[n % 3],
        )
        for n in range(parties)
    ]
    joined = [
        Participation(
            party=organization,
            contributions=[
                Contribution(
                    kind="kennis", description="wat er over weidevogels, water en bodem bekend is " * 2
                )
            ],
            position=Position(binding=n % 101, control=(n * 7) % 101),
        )
        for n, organization in enumerate(organizations)
    ]
    aims = [Goal(id=f"doel-{n}", name=f"Doel nummer {n}", kind="shared") for n in range(goals)]
    collaboration = Collaboration(id="groot", name="Groot netwerk", canvas=Canvas(parties=joined, goals=aims))
    return Portfolio(organizations=organizations, goals=aims, collaborations=[collaboration])


def web(organizations: int, collaborations: int) -> Portfolio:
    """Return a portfolio in which organizations work together in ever other company."""
    made = [
        Organization(
            id=f"o-{n:03}",
            name=f"Organisatie {n} van de streek",
            sector=("gemeente", "zuivel", "natuurorganisatie", "fonds")[n % 4],
        )
        for n in range(organizations)
    ]
    held = []
    for k in range(collaborations):
        members = {(k * 7 + step * (1 + k % 3)) % organizations for step in range(3 + k % 9)}
        held.append(
            Collaboration(
                id=f"c-{k:02}",
                name=f"Samenwerking {k} in de vallei",
                canvas=Canvas(parties=[Participation(party=made[m]) for m in sorted(members)]),
            )
        )
    return Portfolio(organizations=made, collaborations=held)


TRAP = "<script>alert(1)</script> & \"'<b>\ufffe"


def trapped(record: Any) -> Any:
    """Return a record in which every free text is a trap, at whatever depth."""
    from samenwerking.model import plan

    changes: dict[str, Any] = {}
    for field in plan(type(record)):
        value = getattr(record, field.name)
        if field.kind == "record":
            made = tuple(map(trapped, field.items(value)))
            changes[field.name] = made if field.many else (made[0] if made else None)
        elif (
            field.kind == "text"
            and not field.ref
            and not field.codes
            and field.name not in ("id", "path", "address", "type", "other_types")
        ):
            changes[field.name] = tuple(TRAP for _ in value or ("",)) if field.many else TRAP
    return attrs.evolve(record, **changes)


def parsed(markup: str) -> ElementTree.Element:
    """Return a drawing or a page as a tree; raises where it is not well formed."""
    return ElementTree.fromstring(markup.removeprefix("<!DOCTYPE html>"))


def texts(markup: str) -> list[str]:
    """Return every text on a drawing or a page, without its style and its description."""
    found = []
    for element in parsed(markup).iter():
        if element.tag.rpartition("}")[2] not in ("style", "title", "desc"):
            found.append(element.text or "")
        found.append(element.tail or "")
    return [text.strip() for text in found if text.strip()]


def words(markup: str) -> int:
    """Count the printed words of a drawing or a page."""
    return len([word for text in texts(markup) for word in text.split() if re.search(r"\w", word)])


def numbers(markup: str, attribute: str) -> list[float]:
    """Return the values of an attribute wherever it stands."""
    return [float(e.attrib[attribute]) for e in parsed(markup).iter() if attribute in e.attrib]


def shuffled(portfolio: Portfolio, chance: random.Random) -> Portfolio:
    """Return the same portfolio with its records and its parties in another order."""

    def mixed(items: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(chance.sample(items, len(items)))

    collaborations = [
        attrs.evolve(each, canvas=attrs.evolve(each.canvas, parties=mixed(each.canvas.parties)))
        for each in portfolio.collaborations
    ]
    return attrs.evolve(
        portfolio, organizations=mixed(portfolio.organizations), collaborations=mixed(tuple(collaborations))
    )
