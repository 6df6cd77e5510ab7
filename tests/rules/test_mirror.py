"""The mirror: every planted gap between give and take is found where it is, and nothing else is."""

import datetime
import random
from collections import Counter

import attrs
import pytest
from hypothesis import given

import samenwerking as sw
from samenwerking.model import (
    Benefit,
    Canvas,
    Collaboration,
    Contribution,
    Funding,
    Goal,
    GoalLink,
    Obligation,
    Organization,
    Participation,
    Period,
    Phase,
    Portfolio,
    Resources,
    Setup,
    SharedRisk,
    Source,
)
from samenwerking.rules import catalog, validate
from samenwerking.rules.kinds import listed, met_by
from samenwerking.rules.mirror_check import mirror
from samenwerking.rules.texts import rule_texts
from samenwerking.testing import portfolios
from samenwerking.vocabulary import Code, CodeList, FindingKind, Form, Gear, codes, reading

DAY = datetime.date(2026, 11, 24)
OFFERS = list(codes(CodeList.CONTRIBUTION_KIND))
WISHES = list(codes(CodeList.BENEFIT_KIND))
TELLING = [kind for kind in WISHES if met_by(kind)]
OWED = ["payment", "performance", "cooperation", "reporting"]
CODES = {"KAN125", "KAN131", "KAN132", "KAN133", "KLO242"}
SEEDS = 600


def cause(finding):
    """Return which of its texts a rule tells."""
    texts = rule_texts().get(finding.code, {})
    return next((cause for cause, text in texts.items() if text.message == finding.template), None)


def told(portfolio, id_="x", **more):
    """Return what the mirror tells: code, place, cause and the values that name what is meant."""
    found = mirror(portfolio, id_, as_of=DAY, **more)
    return Counter((f.code, f.field, cause(f), tuple(f.params.values())) for f in found)


class Table:
    """A canvas of some parties on which give and take meet, made so, with gaps planted on request.

    One kind of wish, and everything that could meet it, is kept out of it, so that it can be planted.
    """

    def __init__(self, seed):
        self.draw = random.Random(seed)
        self.form = self.draw.choice([*Form, None])
        self.gear = self.draw.choice(list(Gear))
        self.ids = [f"partij-{number}" for number in range(self.draw.randint(2, 12))]
        self.kept_out = self.draw.choice(TELLING)
        self.offers = [kind for kind in OFFERS if kind not in met_by(self.kept_out)]
        self.owed = [kind for kind in OWED if kind not in met_by(self.kept_out)]
        self.contributions = {id_: [] for id_ in self.ids}
        self.benefits = {id_: [] for id_ in self.ids}
        self.own_goals = {id_: [] for id_ in self.ids}
        self.goals, self.on_canvas, self.obligations, self.risks, self.funding = [], [], [], [], []
        self.expected = Counter()
        self.number = 0
        self.vague = None
        self.aims()
        self.give_and_take()
        self.interests()
        self.around_it()

    def text(self, what):
        self.number += 1
        return f"{what} {self.number}"

    def chance(self, share):
        return self.draw.random() < share

    def other(self, id_):
        return self.draw.choice([each for each in self.ids if each != id_])

    def goal(self, kind, *, on_canvas=True, links=()):
        goal = Goal(id=self.text("doel").replace(" ", "-"), name=self.text("Doel"), kind=kind, links=links)
        self.goals.append(goal)
        if on_canvas:
            self.on_canvas.append(goal.id)
        return goal.id

    def offer(self, id_, kind, serves=()):
        said = self.text("bijdrage")
        self.contributions[id_].append(Contribution(kind=kind, description=said, serves=serves))
        return said

    def wish(self, id_, kind, giver=None):
        said = self.text("opbrengst")
        self.benefits[id_].append(Benefit(kind=kind, description=said, giver=giver))
        return said

    # What is clean

    def aims(self):
        """Shared goals with someone who contributes, at once or by way of a deliverable; divided risks."""
        for _ in range(self.draw.randint(1, 4)):
            goal = self.goal("shared")
            if self.chance(0.3):
                goal = self.goal("deliverable", links=[GoalLink(goal=goal, kind="part-of")])
            self.offer(self.draw.choice(self.ids), self.draw.choice(self.offers), [goal])
        for _ in range(self.draw.randint(1, 3)):
            bearers = self.draw.sample(self.ids, self.draw.randint(1, 2))
            self.risks.append(
                SharedRisk(text=self.text("risico"), bearers=bearers, sharing="naar draagkracht")
            )

    def give_and_take(self):
        """Wishes of each kind that can be met, each with something that meets it; offers that are taken."""
        if self.chance(0.2):  # someone brings something of which it cannot be told what it is
            self.vague = self.draw.choice(self.ids)
            kind = self.draw.choice([None, "eigen-soort"])
            self.offer(self.vague, kind, [self.draw.choice(self.on_canvas)])
        for _ in range(self.draw.randint(0, 3 * len(self.ids))):
            id_ = self.draw.choice(self.ids)
            giver = self.other(id_)
            self.draw.choice([self.named, self.anyone, self.agreed, self.paid, self.untold])(id_, giver)

    def named(self, id_, giver):
        """A wish that names who gives it; what is given serves a goal or only that wish."""
        pairs = [(kind, offer) for kind in TELLING for offer in met_by(kind) if offer in self.offers]
        kind, offer = self.draw.choice(pairs)
        self.wish(id_, self.draw.choice([kind, f"eigen-{kind}"]), giver)
        self.offer(giver, offer, self.draw.choice([[], [self.draw.choice(self.on_canvas)]]))

    def anyone(self, id_, giver):
        """A wish that names nobody, and someone who gives such a thing."""
        pairs = [(kind, offer) for kind in TELLING for offer in met_by(kind) if offer in self.offers]
        kind, offer = self.draw.choice(pairs)
        self.wish(id_, kind)
        self.offer(giver, offer, self.draw.choice([[], [self.draw.choice(self.on_canvas)]]))

    def agreed(self, id_, giver):
        """A wish that is met by what someone owes, to the one who wishes it or to all."""
        pairs = [(kind, owed) for kind in TELLING for owed in met_by(kind) if owed in self.owed]
        if not pairs:
            return
        kind, owed = self.draw.choice(pairs)
        creditor = self.draw.choice([id_, None])
        said = self.text("verplichting")
        self.obligations.append(Obligation(text=said, kind=owed, debtor=giver, creditor=creditor))
        self.wish(id_, kind, self.draw.choice([giver, None]))

    def paid(self, id_, giver):
        """Money from someone who pays and is no party."""
        if "geld" in met_by(self.kept_out):
            return
        self.funding.append(Funding(funder="fonds", status=self.draw.choice(["pledged", "received", None])))
        self.wish(id_, self.draw.choice(["subsidie", "vergoeding"]), self.draw.choice(["fonds", None]))

    def untold(self, id_, giver):
        """A wish whose kind does not tell what meets it."""
        kind = self.draw.choice(["erkenning", "doelbereik", "zekerheid", "onbekend", None])
        self.wish(id_, kind, self.draw.choice([None, giver if self.contributions[giver] else None]))

    def interests(self):
        """Own goals: alone, supporting one another, opposed with an arrangement, opposed within a party."""
        for _ in range(self.draw.randint(0, 4)):
            one, other = self.draw.sample(self.ids, 2)
            aim = self.goal("own", on_canvas=False)
            kind, how = self.draw.choice(
                [("supports", ""), ("conflicts-with", "om en om"), ("conflicts-with", ""), ("depends-on", "")]
            )
            against = self.goal("own", on_canvas=False, links=[GoalLink(goal=aim, kind=kind, resolution=how)])
            within = kind == "conflicts-with" and not how
            self.own_goals[one].append(aim)
            self.own_goals[one if within else other].append(against)
            if self.chance(0.3):  # brought for the goal of another
                self.offer(one if not within else other, self.draw.choice(self.offers), [against])

    def around_it(self):
        """Who has left no longer counts, whatever it offered and wished."""
        self.left = []
        if self.chance(0.3):
            self.left = [
                Participation(
                    party="vertrokken",
                    period=Period(start="2020", end="2024"),
                    contributions=[Contribution(kind="reputatie", description="niet meer")],
                    benefits=[Benefit(kind="grond", description="niet meer")],
                )
            ]
            self.obligations.append(Obligation(text="was", kind="reporting", debtor="vertrokken"))

    # What is planted

    def plant(self, what):
        """Plant a gap; whether that could be done."""
        return {
            "offer": self.without_taker,
            "wish": self.without_giver,
            "interests": self.opposed,
            "risk": self.without_bearer,
            "goal": self.without_contributor,
        }[what]()

    def expect(self, code, field, why, *params):
        self.expected[code, field, why, params] += 1
        return True

    def without_taker(self):
        wanted = {id_: set() for id_ in self.ids}  # what others may take of each
        for taker, wishes in self.benefits.items():
            for each in wishes:
                kinds = met_by((each.kind or "").removeprefix("eigen-"))
                if each.giver in wanted:
                    wanted[each.giver] |= set(OFFERS if kinds is None else kinds)
                elif each.giver is None and kinds is not None:
                    for id_ in set(self.ids) - {taker}:
                        wanted[id_] |= set(kinds)
        choices = [(id_, kind) for id_ in self.ids for kind in self.offers if kind not in wanted[id_]]
        if not choices:
            return False
        id_, kind = self.draw.choice(choices)
        own = [goal for goal in self.own_goals[id_] if sum(goal in g for g in self.own_goals.values()) == 1]
        said = self.offer(id_, kind, self.draw.choice([[], ["doel-van-elders"], own[:1]]))
        return self.expect("KAN131", f"parties[{id_}].contributions", "", said, f"Naam {id_}")

    def without_giver(self):
        id_ = self.draw.choice(self.ids)
        place = f"parties[{id_}].benefits"
        why = self.draw.choice(["nobody", "absent", "nothing"])
        if why == "absent":
            giver = self.draw.choice(["buitenstaander", "vertrokken"])
            said = self.wish(id_, self.draw.choice([*WISHES, None]), giver)
            return self.expect("KAN132", place, why, said, f"Naam {id_}", f"Naam {giver}")
        if why == "nothing":
            giver = self.other(id_)
            if giver == self.vague:
                return False
            said = self.wish(id_, self.kept_out, giver)
            return self.expect("KAN132", place, why, said, f"Naam {id_}", f"Naam {giver}")
        if self.vague not in (None, id_):
            return False
        said = self.wish(id_, self.kept_out)
        return self.expect("KAN132", place, why, said, f"Naam {id_}")

    def opposed(self):
        one, other = sorted(self.draw.sample(self.ids, 2))
        link = "conflicts-with"
        aim = self.goal("own", on_canvas=False)
        against = self.goal("own", on_canvas=False, links=[GoalLink(goal=aim, kind=link)])
        if self.chance(0.5):  # told from both sides
            there = next(n for n, goal in enumerate(self.goals) if goal.id == aim)
            self.goals[there] = attrs.evolve(self.goals[there], links=[GoalLink(goal=against, kind=link)])
        self.own_goals[one].append(aim)
        self.own_goals[other].append(against)
        names = {goal.id: goal.name for goal in self.goals}
        sides = sorted([(aim, one), (against, other)])
        teller = min(goal.id for goal in self.goals if goal.links and goal.id in (aim, against))
        owner = one if teller == aim else other
        return self.expect(
            "KAN133",
            f"parties[{owner}].own_goals[{teller}].links",
            "",
            *(names[goal] for goal, _ in sides),
            *((f"Naam {id_}",) for _, id_ in sides),
        )

    def without_bearer(self):
        if not reading().severity("KLO242", self.form) or self.gear is Gear.KAN:
            return False
        said = self.text("risico")
        self.risks.append(SharedRisk(text=said))
        return self.expect("KLO242", f"setup.risk_register[{said}]", "bearers", said)

    def without_contributor(self):
        if not reading().severity("KAN125", self.form):
            return False
        id_ = self.goal("shared")
        return self.expect("KAN125", f"goals[{id_}]", "goal", self.goals[-1].name)

    def shuffled(self, items):
        return self.draw.sample(list(items), len(items))

    def portfolio(self):
        """The canvas as a portfolio, its lists in any order."""
        joined = [
            Participation(
                party=id_,
                contributions=self.shuffled(self.contributions[id_]),
                benefits=self.shuffled(self.benefits[id_]),
                own_goals=self.shuffled(self.own_goals[id_]),
            )
            for id_ in self.ids
        ]
        canvas = Canvas(
            form=self.form,
            goals=self.shuffled(self.on_canvas),
            parties=self.shuffled([*joined, *self.left]),
            setup=Setup(obligations=self.shuffled(self.obligations), risk_register=self.shuffled(self.risks)),
            resources=Resources(phases=[Phase(name="alles", funding=self.shuffled(self.funding))]),
        )
        ids = [*self.ids, "fonds", "buitenstaander", "vertrokken"]
        return Portfolio(
            organizations=[Organization(id=id_, name=f"Naam {id_}") for id_ in self.shuffled(ids)],
            goals=self.shuffled(self.goals),
            collaborations=[Collaboration(id="x", name="Polder X", gear=self.gear, canvas=canvas)],
            codes=[
                Code(list="benefit-kind", code=f"eigen-{kind}", nl=f"onze {kind}", broader=kind)
                for kind in TELLING
            ],
        )


# All that was planted is found, and nothing else


def test_of_clean_canvases_nothing_is_told():
    looked_at = Counter()
    for seed in range(SEEDS):
        table = Table(seed)
        assert told(table.portfolio()) == Counter(), seed
        looked_at[table.form, len(table.ids)] += 1
    assert {form for form, _ in looked_at} == {*Form, None}
    assert {number for _, number in looked_at} == set(range(2, 13))


def test_all_that_is_planted_is_found_at_its_place_and_nothing_else():
    planted = Counter()
    for seed in range(SEEDS):
        table = Table(seed)
        for _ in range(table.draw.randint(0, 5)):
            what = table.draw.choice(["offer", "wish", "interests", "risk", "goal"])
            planted[what] += table.plant(what)
        assert told(table.portfolio()) == table.expected, seed
    assert min(planted.values()) > 50
    assert sum(planted.values()) > SEEDS


def test_the_order_of_what_stands_there_makes_no_difference():
    for seed in range(SEEDS, SEEDS + 60):
        table = Table(seed)
        for what in ("offer", "wish", "interests", "risk", "goal"):
            table.plant(what)
        assert told(table.portfolio()) == told(table.portfolio()) == table.expected


# By hand, in words


def at_table(
    *parties, form="shared-goal", gear="klopt", own=(), goals=(), sources=(), complete=None, **canvas
):
    organizations = [Organization(id=id_, name=id_.upper()) for id_ in ("a", "b", "c", "d")]
    canvas = Canvas(form=form, parties=parties, **canvas)
    whole = Collaboration(
        id="x", name="X", gear=gear, canvas=canvas, sources=sources, parties_complete=complete
    )
    return Portfolio(organizations=organizations, goals=goals, collaborations=[whole], codes=own)


def party(id_, *items, **more):
    offers = [item for item in items if isinstance(item, Contribution)]
    wishes = [item for item in items if isinstance(item, Benefit)]
    return Participation(party=id_, contributions=offers, benefits=wishes, **more)


def offers(kind, **more):
    return Contribution(kind=kind, **more)


def wishes(kind, giver=None, **more):
    return Benefit(kind=kind, giver=giver, **more)


def codes_of(portfolio):
    return [f.code for f in mirror(portfolio, "x", as_of=DAY) if f.kind is FindingKind.FINDING]


@pytest.mark.parametrize(
    ("offer", "other", "taken"),
    [
        (offers("kennis"), (), False),
        (offers("kennis", serves=["g"]), (), True),
        (offers("kennis", serves=["elders"]), (), False),
        (offers("kennis"), (wishes("kennis", "a"),), True),
        (offers("kennis"), (wishes("subsidie", "a"),), False),
        (offers("kennis"), (wishes("kennis", "c"),), False),
        (offers("kennis"), (wishes("kennis"),), True),
        (offers("kennis"), (wishes("subsidie"),), False),
        # where kinds do not tell, nothing is said
        (offers("kennis"), (wishes("erkenning", "a"),), True),
        (offers("kennis"), (wishes(None, "a"),), True),
        (offers(None), (wishes("subsidie", "a"),), True),
        (offers("iets-eigens"), (wishes("subsidie"),), True),
        # but a wish of no telling kind of nobody in particular takes nothing
        (offers("kennis"), (wishes("erkenning"), wishes(None)), False),
        (offers(None), (wishes("erkenning"),), False),
    ],
)
def test_an_offer_is_taken_by_a_goal_or_a_wish_of_another(offer, other, taken):
    portfolio = at_table(party("a", offer), party("b", *other), goals=[Goal(id="g", name="G", kind="own")])
    canvas = attrs.evolve(portfolio["x"].canvas, goals=("g",))
    portfolio = portfolio.replace(attrs.evolve(portfolio["x"], canvas=canvas))
    assert ("KAN131" in codes_of(portfolio)) is not taken


def test_own_wishes_take_no_own_offers():
    both = party("a", offers("kennis"), wishes("kennis", "a"), wishes("kennis"))
    assert "KAN131" in codes_of(at_table(both, party("b")))


def test_a_goal_of_ones_own_takes_no_own_offers_and_that_of_another_does():
    brings = offers("uren", serves=["h"])
    assert "KAN131" in codes_of(at_table(party("a", brings, own_goals=["h"]), party("b")))
    assert "KAN131" not in codes_of(at_table(party("a", brings), party("b", own_goals=["h"])))


@pytest.mark.parametrize(
    ("wish", "other", "setup", "met"),
    [
        (wishes("kennis", "b"), (), Setup(), False),
        (wishes("kennis", "b"), (offers("kennis"),), Setup(), True),
        (wishes("kennis", "b"), (offers("grond"),), Setup(), False),
        (wishes("kennis"), (), Setup(), False),
        (wishes("kennis"), (offers("kennis"),), Setup(), True),
        (wishes("kennis"), (offers("reputatie"),), Setup(), False),
        # of no or an unknown kind: cannot tell, unless the one who is named brings nothing at all
        (wishes("erkenning", "b"), (), Setup(), False),
        (wishes("erkenning", "b"), (offers("grond"),), Setup(), True),
        (wishes(None, "b"), (offers("grond"),), Setup(), True),
        (wishes("erkenning"), (), Setup(), True),
        (wishes(None), (), Setup(), True),
        (wishes("kennis", "b"), (offers(None),), Setup(), True),
        (wishes("kennis"), (offers("iets-eigens"),), Setup(), True),
    ]
    + [
        (
            wish,
            (),
            Setup(obligations=[Obligation(text="o", kind=kind, debtor=debtor, creditor=creditor)]),
            met,
        )
        for wish in (wishes("vergoeding", "b"), wishes("vergoeding"))
        for kind, debtor, creditor, met in [
            ("payment", "b", "a", True),
            ("payment", "b", None, True),
            ("payment", "b", "c", False),
            ("conduct", "b", "a", False),
            ("payment", "a", "b", False),
            ("payment", "d", "a", False),  # who is no party gives nothing
        ]
    ],
)
def test_a_wish_is_met_by_what_another_brings_or_owes(wish, other, setup, met):
    portfolio = at_table(party("a", wish), party("b", *other), party("c"), setup=setup)
    assert ("KAN132" in codes_of(portfolio)) is not met


@pytest.mark.parametrize(
    ("wish", "funding", "met"),
    [
        (wishes("subsidie", "d"), Funding(funder="d", status="pledged"), True),
        (wishes("subsidie", "d"), Funding(funder="d"), True),
        (wishes("subsidie", "d"), Funding(funder="d", status="in-talks"), False),
        (wishes("subsidie", "d"), Funding(funder="c"), False),
        (wishes("kennis", "d"), Funding(funder="d"), False),
        (wishes("erkenning", "d"), Funding(funder="d"), True),
        (wishes("subsidie"), Funding(funder="d"), True),
        (wishes("subsidie"), Funding(description="een regeling"), True),
        (wishes("subsidie"), Funding(funder="a"), False),
        (wishes("kennis"), Funding(funder="d"), False),
    ],
)
def test_whoever_pays_gives_money_and_nothing_else(wish, funding, met):
    resources = Resources(phases=[Phase(funding=[funding])])
    portfolio = at_table(party("a", wish), party("b"), resources=resources)
    assert ("KAN132" in codes_of(portfolio)) is not met


def test_whoever_acts_for_another_gives_and_takes_in_that_name():
    stands_for = party("b", offers("kennis"), on_behalf_of=["c"])
    assert codes_of(at_table(party("a", wishes("kennis", "c")), stands_for)) == []
    # but it does not meet its own wish in the name of another
    alone = party("b", offers("kennis"), wishes("kennis"), on_behalf_of=["c"])
    assert set(codes_of(at_table(party("a"), alone))) == {"KAN131", "KAN132"}


def test_what_is_owed_to_whom_one_acts_for_is_owed_to_oneself():
    owed = Setup(obligations=[Obligation(text="o", kind="payment", debtor="b", creditor="c")])
    for giver in (None, "b"):
        wish = wishes("vergoeding", giver)
        assert codes_of(at_table(party("a", wish, on_behalf_of=["c"]), party("b"), setup=owed)) == []
        assert codes_of(at_table(party("a", wish), party("b"), setup=owed)) == ["KAN132"]


def test_whoever_is_at_the_table_gives_for_itself():
    """Whether another also acts for it makes no difference."""
    acts = party("a", wishes("kennis", "b"), on_behalf_of=["b"])
    brings = party("b", offers("kennis"))
    for parties in ((acts, brings), (brings, acts)):
        assert codes_of(at_table(*parties)) == []


def test_own_codes_count_as_the_wider_code_they_name():
    own = [
        Code(list="contribution-kind", code="cursus", nl="cursus", broader="kennis"),
        Code(list="benefit-kind", code="bijscholing", nl="bijscholing", broader="kennis"),
        Code(list="benefit-kind", code="vriendschap", nl="vriendschap"),
    ]
    ways = [("kennis", "cursus", []), ("bijscholing", "kennis", []), ("bijscholing", "grond", ["KAN132"])]
    for wish, offer, found in ways:
        portfolio = at_table(party("a", wishes(wish, "b")), party("b", offers(offer, serves=["g"])), own=own)
        portfolio = portfolio.replace(
            attrs.evolve(portfolio["x"], canvas=attrs.evolve(portfolio["x"].canvas, goals=("g",)))
        )
        assert codes_of(portfolio) == found
    untold = at_table(party("a", wishes("vriendschap", "b")), party("b", offers("grond")), own=own)
    assert codes_of(untold) == []


def test_a_list_of_parties_that_is_not_whole_proves_no_absence():
    everyone = [
        party("a", offers("kennis"), wishes("grond"), wishes("subsidie", "d"), wishes("subsidie", "b")),
        party("b", offers("data", serves=["g"]), own_goals=["g"]),
    ]
    source = Source(title="verslag", address="https://example.org")
    whole = Counter({"KAN131": 2, "KAN132": 3})
    assert Counter(codes_of(at_table(*everyone))) == whole
    assert Counter(codes_of(at_table(*everyone, complete=True, sources=[source]))) == whole
    for part in (at_table(*everyone, complete=False), at_table(*everyone, sources=[source])):
        # what a party at the table does not bring can still be told
        assert codes_of(part) == ["KAN132"]


def own(id_, *against, how="", kind="conflicts-with"):
    links = [GoalLink(goal=other, kind=kind, resolution=how) for other in against]
    return Goal(id=id_, name=id_.upper(), kind="own", links=links)


@pytest.mark.parametrize(
    ("goals", "a", "b", "opposed"),
    [
        ([own("g", "h"), own("h")], ["g"], ["h"], True),
        ([own("g"), own("h", "g")], ["g"], ["h"], True),
        ([own("g", "h"), own("h", "g")], ["g"], ["h"], True),
        ([own("g", "h"), own("h", "g")], ["g", "h"], ["h"], True),
        ([own("g", "h"), own("h", "g")], ["g", "h"], [], False),
        ([own("g", "h", how="om en om"), own("h", "g")], ["g"], ["h"], False),
        ([own("g", "h", kind="depends-on"), own("h")], ["g"], ["h"], False),
        ([own("g", "h"), own("h")], ["g"], [], False),
        ([own("g", "g"), own("h")], ["g"], ["g"], False),
        ([own("g", "weg")], ["g"], ["weg"], True),
    ],
)
def test_own_goals_of_two_parties_are_opposed_until_something_is_agreed(goals, a, b, opposed):
    portfolio = at_table(party("a", own_goals=a), party("b", own_goals=b), goals=goals)
    assert codes_of(portfolio) == ["KAN133"] * opposed


def test_opposed_interests_point_at_the_goal_that_tells_them():
    portfolio = at_table(
        party("b", own_goals=["h"]), party("a", own_goals=["g"]), goals=[own("h", "g"), own("g")]
    )
    (found,) = mirror(portfolio, "x", as_of=DAY).findings
    assert (found.field, found.pointer) == ("parties[b].own_goals[h].links", "/goals/0/links")
    assert found.message("nl").startswith("Het doel 'G' van A en het doel 'H' van B botsen.")


# The report


def test_an_empty_register_of_risks_is_a_question():
    (asked,) = mirror(at_table(party("a"), party("b")), "x", as_of=DAY)
    assert (asked.code, asked.kind) == ("KLO242", FindingKind.QUESTION)
    assert mirror(at_table(party("a"), party("b"), gear="kan"), "x", as_of=DAY).items == ()


def test_it_is_the_profile_for_one_collaboration():
    portfolio = sw.example("flawed")
    (whole,) = portfolio.collaborations
    found = mirror(portfolio, whole.id, as_of=DAY)
    everything = validate(portfolio, profile="mirror", as_of=DAY)
    assert [f.fingerprint for f in found] == [
        f.fingerprint for f in everything if not f.code.startswith("SAM")
    ]
    assert found.as_of == DAY and sum(found.outcomes.values()) >= len(CODES)


@pytest.mark.parametrize("form", Form)
def test_it_finds_nothing_in_clean_examples(form):
    portfolio = sw.example(form)
    for whole in portfolio.collaborations:
        assert mirror(portfolio, whole.id, as_of=DAY).items == ()


def test_it_says_nothing_of_give_and_take_that_sources_do_not_tell():
    portfolio = sw.example("deltaplan")
    assert {f.code for f in validate(portfolio, profile="mirror", as_of=DAY)} == {"SAM002"}


def test_an_ordinary_check_does_not_look_in_the_mirror():
    for seed in range(20):
        table = Table(seed)
        table.plant("interests")
        assert not {"KAN131", "KAN132", "KAN133"} & {f.code for f in validate(table.portfolio(), as_of=DAY)}


def test_whoever_is_not_there_is_refused():
    with pytest.raises(KeyError):
        mirror(Portfolio(), "nergens")
    with pytest.raises(TypeError):
        mirror(Portfolio(organizations=[Organization(id="a", name="A")]), "a")


def test_it_looks_at_today_unless_told_otherwise():
    assert mirror(at_table(party("a")), "x").as_of == datetime.date.today()


def test_a_reading_without_these_rules_finds_nothing():
    rules = {code: row for code, row in reading().rules.items() if code not in CODES}
    bare = attrs.evolve(reading(), rules=rules, requirements=())
    table = Table(1)
    table.plant("interests")
    assert told(table.portfolio(), reading=bare) == Counter()


@given(portfolios())
def test_it_looks_only_at_what_it_says_and_at_nothing_private(portfolio):
    shared = sw.from_json(sw.to_json(portfolio, private="omit"))
    for whole in portfolio.collaborations:
        found = mirror(portfolio, whole.id, as_of=DAY)
        assert {f.code for f in found} <= CODES
        assert [f.fingerprint for f in found] == [f.fingerprint for f in mirror(shared, whole.id, as_of=DAY)]


# The table of kinds


def test_the_table_names_kinds_that_there_are():
    obligations = {str(kind) for kind in sw.ObligationKind}
    assert set(TELLING) < set(WISHES)
    for kind in TELLING:
        assert set(met_by(kind)) <= {*OFFERS, *obligations}
    for name in ("money", "making", "without_amount", "land_contributions"):
        assert set(listed(name)) <= set(OFFERS), name
    for name, code_list in [
        ("land_roles", CodeList.ROLE),
        ("land_sectors", CodeList.SECTOR),
        ("wide_areas", CodeList.AREA_KIND),
        ("counts_of_parties", CodeList.COUNT),
    ]:
        assert set(listed(name)) <= set(codes(code_list)), name


def test_these_rules_stand_in_the_catalog_under_the_tag_of_the_mirror():
    for code in ("KAN131", "KAN132", "KAN133"):
        assert code in catalog()
        assert reading().rules[code].profiles == ("mirror",)
