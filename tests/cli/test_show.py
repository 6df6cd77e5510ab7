"""What `show` prints, to the letter: portfolios, records and canvases in both languages."""

import pytest

from samenwerking.cli.show import show_portfolio, show_record
from samenwerking.model import (
    Area,
    Canvas,
    Collaboration,
    Contribution,
    Goal,
    Identifier,
    Indicator,
    Measurement,
    MembershipEvent,
    Organization,
    Participation,
    Partner,
    Portfolio,
)

PORTFOLIO = Portfolio(
    title="Proef",
    organizations=[
        Organization(
            id="ws",
            name="Waterschap X",
            ownership="public",
            sector="waterschap",
            aliases=["WX", "W"],
            identifiers=[Identifier(scheme="kvk", value="01")],
            has_constituency=True,
        ),
        Organization(id="jan", kind="person", name="Jan de Boer"),
        Organization(id="boer", name="Collectief Y"),
    ],
    partners=[Partner(party="ws", events=[MembershipEvent(kind="signed", on="2022")], endorses=False)],
    areas=[Area(id="v", name="Veen")],
    goals=[
        Goal(
            id="randen",
            name="Randen",
            kind="shared",
            lead="ws",
            deadline="2028",
            domains=["landbouw", "eigen"],
            indicators=[
                Indicator(
                    name="lengte",
                    unit="km",
                    baseline=12,
                    target=40,
                    measurements=[Measurement(on="2025", value=28), Measurement(on="2026", value=0.5)],
                )
            ],
        )
    ],
    collaborations=[
        Collaboration(
            id="polder",
            name="Polder",
            gear="klopt",
            areas=["v"],
            canvas=Canvas(
                goals=["randen"],
                form="shared-goal",
                parties=[
                    Participation(
                        party="ws",
                        interests=["imago"],
                        contributions=[Contribution(kind="geld", amount=5, unit="EUR", at_risk=True)],
                    ),
                    Participation(party="jan"),
                    Participation(party="boer"),
                ],
            ),
        ),
        Collaboration(id="leeg", name="Leeg"),
    ],
)

TEXTS = {
    ("ws", "nl"): """\
Organisatie
  kenmerk: ws
  naam: Waterschap X
  aard: organisatie
  eigendom: publiek
  sector: waterschap
  andere namen: WX en W
  nummers:
    - nummerstelsel: KVK-nummer
      waarde: 01
  heeft een achterban: ja""",
    ("ws", "en"): """\
Organization
  id: ws
  name: Waterschap X
  kind: organization
  ownership: public
  sector: water authority
  aliases: WX and W
  identifiers:
    - scheme: Chamber of Commerce number
      value: 01
  has a constituency: yes""",
    ("jan", "nl"): """\
Organisatie
  kenmerk: jan
  naam: (privé)
  aard: persoon""",
    ("jan", "en"): """\
Organization
  id: jan
  name: (private)
  kind: person""",
    ("v", "nl"): """\
Gebied
  kenmerk: v
  naam: Veen""",
    ("v", "en"): """\
Area
  id: v
  name: Veen""",
    ("randen", "nl"): """\
Doel
  kenmerk: randen
  naam: Randen
  aard: gezamenlijk doel
  trekker: Waterschap X
  streefdatum: 2028
  indicatoren:
    - naam: lengte
      eenheid: km
      richting: minstens
      beginwaarde: 12
      streefwaarde: 40
      metingen:
        - datum: 2025
          waarde: 28
        - datum: 2026
          waarde: 0.5
  domeinen: landbouw en eigen""",
    ("randen", "en"): """\
Goal
  id: randen
  name: Randen
  kind: shared goal
  lead: Waterschap X
  deadline: 2028
  indicators:
    - name: lengte
      unit: km
      direction: at least
      baseline: 12
      target: 40
      measurements:
        - date: 2025
          value: 28
        - date: 2026
          value: 0.5
  domains: agriculture and eigen""",
    ("polder", "nl"): """\
Samenwerking
  kenmerk: polder
  naam: Polder
  versnelling: Klopt
  gebieden: Veen

1 De doelen in samenhang én context
  doelen: Randen
  Randen – domeinen: landbouw en eigen
  Randen – indicatoren: naam: lengte; eenheid: km; richting: minstens; beginwaarde: 12; streefwaarde: 40; \
metingen: datum: 2025; waarde: 28; - datum: 2026; waarde: 0.5
  Randen – trekker: Waterschap X

2 De partijen, en wat ze bijdragen
  partijen: Waterschap X, jan en Collectief Y
  Waterschap X – bijdragen: aard: geld; hoeveelheid: 5; eenheid: EUR; risicodragend: ja
  Waterschap X – belangen: (privé)

3 Stap terug / BATNA
  nog niets

4 Het type samenwerking
  vorm: samenwerking gericht op een gezamenlijk doel

5 De inrichting van de samenwerking
  nog niets

6 Middelen, tijd, mandaat en gedrag
  nog niets

7 Borging van kwaliteit
  nog niets

8 Status realisatie en evaluatie
  nog niets

9 Eindresultaat en beheer
  nog niets""",
    ("leeg", "en"): """\
Collaboration
  id: leeg
  name: Leeg

1 The goals in coherence and context
  nothing yet

2 The parties, and what they contribute
  nothing yet

3 Step back / BATNA
  nothing yet

4 The type of collaboration
  nothing yet

5 The set-up of the collaboration
  nothing yet

6 Resources, time, mandate and behaviour
  nothing yet

7 Quality assurance
  nothing yet

8 Status of realization and evaluation
  nothing yet

9 End result and maintenance
  nothing yet""",
}


@pytest.mark.parametrize(("id_", "language"), TEXTS)
def test_a_record_to_the_letter(id_, language):
    assert show_record(PORTFOLIO, id_, language) == TEXTS[id_, language]


def test_a_portfolio_to_the_letter():
    assert (
        show_portfolio(PORTFOLIO, "nl")
        == """\
Proef
  organisaties: 3
  partners: 1
  gebieden: 1
  doelen: 1
  samenwerkingen: 2

Polder (polder)
  Waterschap X, jan en Collectief Y

Leeg (leeg)"""
    )
    assert (
        show_portfolio(PORTFOLIO, "en")
        == """\
Proef
  organizations: 3
  partners: 1
  areas: 1
  goals: 1
  collaborations: 2

Polder (polder)
  Waterschap X, jan and Collectief Y

Leeg (leeg)"""
    )


@pytest.mark.parametrize(("language", "word"), [("nl", "Portefeuille"), ("en", "Portfolio")])
def test_an_empty_portfolio_is_one_word(language, word):
    assert show_portfolio(Portfolio(), language) == word


def test_a_standing_shows_a_no():
    shown = show_record(PORTFOLIO, "partner-ws", "nl")
    assert "  partij: Waterschap X\n  kenmerk: partner-ws\n" in shown
    assert "    - aard: ondertekend\n      datum: 2022\n" in shown
    assert shown.endswith(": nee")


@pytest.mark.parametrize("id_", ["ws", "jan", "randen", "polder", "leeg", "partner-ws"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_private_shows_and_no_line_ends_in_a_space(id_, language):
    shown = show_record(PORTFOLIO, id_, language)
    assert "Boer" not in shown
    assert "imago" not in shown
    assert all(line == line.rstrip() for line in shown.splitlines())
    assert ":;" not in shown


def test_an_unknown_record_is_named():
    with pytest.raises(KeyError, match="no record 'x'"):
        show_record(PORTFOLIO, "x", "nl")
