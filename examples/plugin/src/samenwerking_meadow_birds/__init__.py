"""Two invented rules on meadow birds, as an example of rules in a package of one's own."""

from collections.abc import Iterator

from samenwerking import Bilingual, Form, Gear, Mark, Problem, Rule, RuleContext, Severity, rule
from samenwerking.rules import RuleText
from samenwerking.vocabulary import RuleRow

_MARKS = dict.fromkeys(Form, (Mark.OWN,))


def _row(code: str, name: str, titles: Bilingual, gear: Gear) -> RuleRow:
    return RuleRow(
        code=code,
        name=name,
        titles=titles,
        gear=gear,
        severity=dict.fromkeys(Form, Severity.ADVICE),
        undecided=Severity.ADVICE,
        marks=_MARKS,
        undecided_marks=(Mark.OWN,),
    )


def _about_birds(context: RuleContext) -> bool:
    return any("weidevogel" in f"{goal.name} {goal.description}".casefold() for goal in context.goals)


@rule(
    "WEI101",
    row=_row("WEI101", "no-land-user", Bilingual("Niemand met grasland", "Nobody with grassland"), Gear.KAN),
    texts={
        "": RuleText(
            Bilingual(
                "Het gaat over weidevogels. Wie heeft het grasland waar ze broeden?",
                "This is about meadow birds. Who has the grassland where they breed?",
            )
        )
    },
)
def no_land_user(context: RuleContext) -> Iterator[Problem]:
    """Meadow birds breed on the grassland of someone, who should be at the table (invented)."""
    lands = any(c.kind == "grond" for party in context.parties for c in party.contributions)
    if _about_birds(context) and not lands:
        yield Problem("parties")


@rule(
    "WEI301",
    row=_row("WEI301", "mown-too-soon", Bilingual("Te vroeg gemaaid", "Mown too soon"), Gear.WERKT),
    texts={
        "": RuleText(
            Bilingual(
                "'{obligation}' is vóór de zomer. Is het broedseizoen dan al voorbij?",
                "'{obligation}' is before summer. Is the breeding season over by then?",
            )
        )
    },
    first_month=6,
)
def mown_too_soon(context: RuleContext) -> Iterator[Problem]:
    """A date of mowing that comes before the end of the breeding season helps no bird (invented)."""
    for obligation in context.collaboration.canvas.setup.obligations:
        due = obligation.due
        if _about_birds(context) and due and due.last.month < context.options["first_month"]:
            yield Problem("setup.obligations", "", {"obligation": obligation.text})


RULES: tuple[Rule, ...] = (no_land_user, mown_too_soon)
