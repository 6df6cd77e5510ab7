"""What is open in a draft: the best questions for the next meeting, and what an answer changes."""

import datetime

import samenwerking as sw

DAY = datetime.date(2026, 11, 24)
ID = "voorbeeldpolder"


def show(portfolio: sw.Portfolio) -> None:
    """Print how much is open, and the five questions to begin with."""
    diagnosis = sw.diagnose(portfolio, ID, as_of=DAY)
    print(f"{diagnosis.name}: {len(diagnosis.questions)} vragen open in '{diagnosis.gear}'")
    for number, item in enumerate(sw.agenda(diagnosis), 1):
        print(f"{number}. {item.question('nl')}")
        print(f"   voor: {item.who('nl')}")


def answered(portfolio: sw.Portfolio) -> sw.Portfolio:
    """Return the draft after an evening at the kitchen table."""
    authority, collective, association = portfolio[ID].canvas.parties
    goal, years = "kruidenrijke-oevers", sw.Period(start="2027", end="2029")
    money = sw.Contribution(kind="geld", amount=60000, unit="EUR", period=years, serves=[goal])
    land = sw.Contribution(kind="grond", amount=21, unit="km", period=years, serves=[goal])
    return portfolio.evolve(
        goal,
        areas=["voorbeeldpolder-gebied"],
        indicators=[sw.Indicator(name="lengte kruidenrijke oever", unit="km", baseline=4, target=25)],
    ).evolve(
        ID,
        canvas__parties=[
            sw.Participation(
                party=authority.party,
                contributions=[money],
                benefits=[sw.Benefit(kind="doelbereik", description="schoner water")],
            ),
            sw.Participation(
                party=collective.party,
                contributions=[land],
                benefits=[sw.Benefit(kind="vergoeding", giver=authority.party)],
            ),
            association,
        ],
        canvas__stakeholders=[sw.Stakeholder(name="pachters", affected=True, treatment="consulted")],
    )


def main() -> None:
    """Show the draft, answer a few questions, and show it again."""
    draft = sw.example("draft").add(sw.Area(id="voorbeeldpolder-gebied", name="Voorbeeldpolder"))
    show(draft)
    print()
    show(answered(draft))


if __name__ == "__main__":
    main()
