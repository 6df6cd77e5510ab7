"""The own sheet of a party: what it answers, what it asks, and what nobody else gets to see."""

import datetime
import random
import re
from typing import Any

import attrs
import pytest
from display_cases import AS_OF, SECRET, full_case, parsed, shuffled, texts, trapped

from samenwerking.display import party_sheet
from samenwerking.display.wording import name_of
from samenwerking.io import example, example_names
from samenwerking.model import (
    Benefit,
    Canvas,
    Collaboration,
    Contribution,
    Delivery,
    ExitRules,
    Maintenance,
    Obligation,
    Organization,
    Participation,
    Period,
    Portfolio,
    Representative,
    Setup,
    SharedRisk,
    Signature,
)
from samenwerking.rules import validate
from samenwerking.vocabulary import Language

LANGUAGES: tuple[Language, ...] = ("nl", "en")
ID, COLLECTIVE = "voorbeeldpolder", "collectief-y"
QUESTIONS = (
    "Wat brengen wij?",
    "Wat krijgen wij?",
    "Hoe lang?",
    "Hoe kunnen wij eruit?",
    "Wie ziet onze gegevens?",
    "Welk risico dragen wij?",
    "Wat hebben wij beloofd?",
    "Wat hebben anderen ons beloofd?",
    "Worden wij even lang betaald als wij verplicht zijn?",
    "Wie spreekt voor ons?",
)
BRINGS, GETS, LONG, OUT, DATA, RISK, OWES, OWED, TERMS, SPEAKS = range(10)
PARTIES = [
    (name, collaboration.id, party)
    for name in sorted(example_names())
    for collaboration in example(name).collaborations[:3]
    for party in example(name).parties_of(collaboration.id)[:4]
]


def page(portfolio: Portfolio, id_: str = ID, party: str = COLLECTIVE, **more: Any) -> str:
    return party_sheet(portfolio, id_, party, **{"as_of": AS_OF} | more).html or ""


def answers(markup: str) -> list[tuple[str, list[str], bool]]:
    """Return each question with its lines, and whether it is left for a pen."""
    found = []
    for row in parsed(markup).iter("tr"):
        head, held = row
        lines = [(each.text or "") for each in held.iter() if each.tag in ("li", "p")]
        found.append((head.text or "", lines, any(e.attrib.get("class") == "pen" for e in held)))
    return found


def lines(portfolio: Portfolio, question: int, **more: Any) -> list[str]:
    """Return what stands at one question; nothing where it is left for a pen."""
    _, said, pen = answers(page(portfolio, **more))[question]
    return [] if pen else said


def one(*parties: Participation, period: Period | None = None, **canvas: Any) -> Portfolio:
    """Return a portfolio in which a farm and a province work together."""
    organizations = [
        Organization(id="boerderij", name="De Hoeve"),
        Organization(id="provincie", name="Provincie Z"),
    ]
    held = parties or (Participation(party="boerderij"),)
    whole = Collaboration(
        id="x",
        name="X",
        period=period or Period(),
        canvas=Canvas(**{"parties": [*held, Participation(party="provincie")]} | canvas),
    )
    return Portfolio(organizations=organizations, collaborations=[whole])


def farm(portfolio: Portfolio, question: int, **more: Any) -> list[str]:
    return lines(portfolio, question, id_="x", party="boerderij", **more)


def test_the_questions_of_a_farmer_come_first_and_in_order() -> None:
    assert tuple(question for question, _, _ in answers(page(full_case()))) == QUESTIONS


def test_a_full_case_answers_what_it_can_and_asks_the_rest() -> None:
    held = answers(page(full_case()))
    assert [lines for _, lines, pen in held if not pen] == [
        ["Grond: 31 ha (2026 t/m 2032)", "Begeleiding van deelnemers: 600 uur per jaar"],
        ["Vergoeding: 2.400 EUR per ha per jaar van Provincie Z (2026 t/m 2031)", "Beheer voor langere tijd"],
        ["De samenwerking loopt: januari 2026 t/m 2031"],
        ["Metingen op eigen grond blijven van de boer"],
        ["Opbrengst valt tegen in droge jaren", "Grond op eigen risico"],
        ["Provincie Z: betaalt per hectare"],
        [
            "Betaald: onbekend (betaalt per hectare)",
            "Er staat geen verplichting van ons.",
            "Beheer van randen: t/m 2046; geld ervoor: onbekend",
        ],
        [
            "Vertegenwoordiger: over randen; 4 uur per week",
            "Terug naar onze achterban: ledenavond, twee keer per jaar",
        ],
    ]
    assert [question for question, _, pen in held if pen] == [QUESTIONS[OUT], QUESTIONS[OWES]]


def test_an_empty_sheet_asks_everything_and_leaves_room_for_a_pen() -> None:
    held = page(one(), "x", "boerderij")
    for _, prompt, pen in answers(held):
        assert pen
        assert len(prompt) == 1
        assert prompt[0].endswith(("?", "."))
    assert held.count('class="pen"') == 2 * len(QUESTIONS)
    assert held.count('class="ask"') == len(QUESTIONS)
    assert [lines for _, lines, pen in answers(page(full_case(), party="waterschap-x")) if not pen]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "id_", "party"), PARTIES)
def test_every_party_of_every_example(name: str, id_: str, party: str, language: Language) -> None:
    picture = party_sheet(example(name), id_, party, language=language, as_of=AS_OF)
    root = parsed(picture.html or "")
    assert root.attrib["lang"] == picture.language == language
    said = texts(picture.html or "")
    assert picture.title.partition(": ")[2] in said
    assert ("Klopt dit voor ons?" if language == "nl" else "Is this right for us?") in said
    assert len(answers(picture.html or "")) == len(QUESTIONS)
    assert "{" not in " ".join(said)


# What stands where


def test_what_came_so_far_is_told_up_to_the_day() -> None:
    brought = Contribution(
        kind="uren",
        amount=100,
        unit="uur",
        deliveries=[Delivery(on="2026-03", amount=30), Delivery(on="2027", amount=40)],
    )
    portfolio = one(Participation(party="boerderij", contributions=[brought]))
    assert farm(portfolio, BRINGS) == ["Uren: 100 uur; tot nu toe 30 uur"]
    assert farm(portfolio, BRINGS, as_of=datetime.date(2026, 1, 1)) == ["Uren: 100 uur"]
    assert farm(portfolio, BRINGS, as_of=datetime.date(2028, 1, 1)) == ["Uren: 100 uur; tot nu toe 70 uur"]


def test_for_how_long_says_both_the_party_and_the_whole() -> None:
    party = Participation(party="boerderij", period=Period(start="2026", end="2028"))
    assert farm(one(party, period=Period(start="2025", open_end=True)), LONG) == [
        "Wij doen mee: 2026 t/m 2028",
        "De samenwerking loopt: vanaf 2025, zonder einddatum",
    ]


def test_how_out_says_notice_settlement_and_the_way_back() -> None:
    rules = ExitRules(notice="zes maanden", settlement="naar rato")
    assert farm(one(setup=Setup(exit_rules=rules), step_back_route="een jaar pauze"), OUT) == [
        "Opzeggen: zes maanden",
        "Afrekenen: naar rato",
        "Stap terug: een jaar pauze",
    ]
    assert farm(one(setup=Setup(exit_rules=ExitRules())), OUT) == []


def test_who_sees_our_data_says_both_what_is_measured_and_what_is_shared() -> None:
    setup = Setup(data="van de boer", information="cijfers per gebied")
    assert farm(one(setup=setup), DATA) == ["Van de boer", "Cijfers per gebied"]


def test_a_shared_risk_stands_with_those_who_bear_it() -> None:
    risks = [
        SharedRisk(text="droogte", bearers=["boerderij", "provincie"], sharing="half om half"),
        SharedRisk(text="vergunning", bearers=["provincie"]),
        SharedRisk(text="hagel", bearers=["boerderij"]),
    ]
    portfolio = one().evolve("x", canvas__setup__risk_register=risks)
    assert farm(portfolio, RISK) == ["Droogte (samen met Provincie Z; half om half)", "Hagel"]


def owing(**more: Any) -> Obligation:
    return Obligation(**{"text": "maait", "kind": "performance", "debtor": "boerderij"} | more)


@pytest.mark.parametrize(
    ("more", "owes", "owed"),
    [
        ({}, ["Maait (aan allen)"], []),
        ({"creditor": "provincie"}, ["Maait (aan Provincie Z)"], []),
        ({"due": "2026-07-01"}, ["Maait (aan allen; uiterlijk 1 juli 2026)"], []),
        ({"sanction": "geen vergoeding"}, ["Maait (aan allen; anders: geen vergoeding)"], []),
        ({"best_effort": True}, ["Maait (aan allen; zo goed als het gaat)"], []),
        ({"period": Period(end="2030")}, ["Maait (aan allen; t/m 2030)"], []),
        ({"debtor": "provincie"}, [], ["Provincie Z: maait (aan allen)"]),
        ({"debtor": "provincie", "creditor": "boerderij"}, [], ["Provincie Z: maait"]),
        ({"debtor": "provincie", "creditor": "provincie"}, [], []),
    ],
)
def test_what_we_promised_and_what_was_promised_to_us(
    more: dict[str, Any], owes: list[str], owed: list[str]
) -> None:
    portfolio = one().evolve("x", canvas__setup__obligations=[owing(**more)])
    assert (farm(portfolio, OWES), farm(portfolio, OWED)) == (owes, owed)


def paying(**more: Any) -> Obligation:
    return owing(
        **{"text": "betaalt", "kind": "payment", "debtor": "provincie", "creditor": "boerderij"} | more
    )


LONGER = "Wij zijn langer verplicht dan wij betaald krijgen. Wat geldt in die tijd?"
AS_LONG = "De betaling loopt minstens zo lang als de verplichting."


@pytest.mark.parametrize(
    ("paid", "bound", "said"),
    [
        (None, None, []),
        (None, Period(end="2030"), ["Er staat geen betaling aan ons.", "Verplicht: t/m 2030 (maait)"]),
        (Period(end="2030"), None, ["Betaald: t/m 2030 (betaalt)", "Er staat geen verplichting van ons."]),
        (Period(end="2029"), Period(end="2030"), [LONGER]),
        (Period(end="2030-06"), Period(end="2030"), [LONGER]),
        (Period(end="2030"), Period(end="2030-12-31"), [AS_LONG]),
        (Period(open_end=True), Period(open_end=True), [AS_LONG]),
        (Period(end="2040"), Period(open_end=True), [LONGER]),
        (Period(open_end=True), Period(end="2040"), [AS_LONG]),
        (
            Period(),
            Period(end="2030"),
            ["Betaald: onbekend (betaalt)", "Verplicht: t/m 2030 (maait)"],
        ),
        (
            Period(end="2030"),
            Period(),
            ["Betaald: t/m 2030 (betaalt)", "Verplicht: onbekend (maait)"],
        ),
    ],
)
def test_payment_is_held_against_the_obligation(
    paid: Period | None, bound: Period | None, said: list[str]
) -> None:
    obligations = [*([paying(period=paid)] if paid else []), *([owing(period=bound)] if bound else [])]
    told = farm(one().evolve("x", canvas__setup__obligations=obligations), TERMS)
    assert told[-len(said) :] == said if said else told == []
    assert len(told) == (3 if said in ([LONGER], [AS_LONG]) else len(said))


def test_the_last_end_counts_and_benefits_that_are_payment_do_too() -> None:
    benefit = Benefit(
        kind="vergoeding", giver="provincie", amount=5, unit="EUR per ha", period=Period(end="2033")
    )
    party = Participation(party="boerderij", benefits=[benefit, Benefit(description="aanzien")])
    obligations = [paying(due="2030"), owing(period=Period(end="2032")), owing(kind="conduct", text="groet")]
    assert farm(one(party).evolve("x", canvas__setup__obligations=obligations), TERMS) == [
        "Betaald: t/m 2033 (vergoeding: 5 EUR per ha van Provincie Z)",
        "Verplicht: t/m 2032 (maait)",
        AS_LONG,
    ]


def test_one_duty_that_lasts_longer_is_enough_even_if_another_end_is_unknown() -> None:
    obligations = [paying(period=Period(end="2030")), owing(text="telt"), owing(period=Period(end="2031"))]
    told = farm(one().evolve("x", canvas__setup__obligations=obligations), TERMS)
    assert told == ["Betaald: t/m 2030 (betaalt)", "Verplicht: onbekend (telt)", LONGER]


@pytest.mark.parametrize(
    ("until", "funded", "line", "verdict"),
    [
        ("2046", "2031", "Beheer van randen: t/m 2046; geld ervoor: t/m 2031", [LONGER]),
        ("2031", "2031-12-31", "Beheer van randen: t/m 2031; geld ervoor: t/m 31 december 2031", [AS_LONG]),
        ("2046", None, "Beheer van randen: t/m 2046; geld ervoor: onbekend", []),
        (None, "2031", "Beheer van randen: onbekend; geld ervoor: t/m 2031", []),
    ],
)
def test_upkeep_is_held_against_its_own_money(
    until: str | None, funded: str | None, line: str, verdict: list[str]
) -> None:
    upkeep = [
        Maintenance(result="randen", manager=manager, until=until, funding_until=funded)
        for manager in ("boerderij", "provincie")
    ]
    portfolio = one().evolve("x", canvas__end_result__maintenance=upkeep)
    assert farm(portfolio, TERMS) == [line, *verdict]
    rich = portfolio.evolve("x", canvas__setup__obligations=[paying(period=Period(open_end=True))])
    assert farm(rich, TERMS)[2:] == [line, *verdict]


@pytest.mark.parametrize("name", sorted(example_names()))
def test_the_sheet_asks_wherever_the_rule_does(name: str) -> None:
    portfolio = example(name)
    for finding in validate(portfolio, as_of=AS_OF).filter(code="KLO244"):
        told = [
            lines(portfolio, TERMS, id_=finding.subject, party=party)
            for party in portfolio.parties_of(finding.subject)
            if name_of(portfolio, party) == finding.params["party"]
        ]
        assert told
        assert all(LONGER in each for each in told)


def test_a_mandate_is_told_and_a_missing_one_is_unknown() -> None:
    held = example("shared-goal")
    (speaker, back) = lines(held, SPEAKS, id_=held.collaborations[0].id, party="provincie-nergensland")
    assert speaker.startswith("Vertegenwoordiger: met mandaat; over inzet van het gebiedsbudget")
    assert "t/m 31 december 2028; verder beslist gedeputeerde staten" in speaker
    assert back.startswith("Terug naar onze achterban: ")
    party = Participation(party="boerderij", representatives=[Representative(person="p")])
    assert farm(one(party), SPEAKS) == ["Vertegenwoordiger: mandaat onbekend"]


def test_left_empty_on_purpose_says_why() -> None:
    assert lines(full_case(), RISK, party="natuurvereniging-n") == ["Bewust leeg: alleen kennis"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_since_when_it_was_agreed_signed_and_confirmed(language: Language) -> None:
    said = " ".join(texts(page(full_case(), language=language)))
    for words in {
        "nl": (
            "Wij gaven akkoord op 12 maart 2026.",
            "Getekend op 12 maart 2026.",
            "Bevestigd door Provincie Z",
        ),
        "en": ("We agreed on 12 March 2026.", "Signed on 12 March 2026.", "Confirmed by Provincie Z"),
    }[language]:
        assert words in said
    bare = " ".join(texts(page(one(), "x", "boerderij", language=language)))
    for words in {
        "nl": ("Ons akkoord staat er nog niet.", "Door wie bevestigd: onbekend."),
        "en": ("Our agreement is not there yet.", "Confirmed by whom: unknown."),
    }[language]:
        assert words in bare


def test_a_change_after_the_agreement_is_told() -> None:
    changed = full_case().evolve(
        ID, canvas__agreements=[attrs.evolve(full_case()[ID].canvas.agreements[0], digest="0" * 16)]
    )
    assert "daarna is er iets gewijzigd." in page(changed)
    early = page(full_case(), as_of=datetime.date(2026, 3, 1))
    assert "Ons akkoord staat er nog niet." in early


def test_a_party_that_takes_part_twice_has_one_sheet() -> None:
    first = Participation(
        party="boerderij", contributions=[Contribution(kind="kennis")], period=Period(end="2020")
    )
    later = [
        Participation(party="boerderij", contributions=[Contribution(kind=kind)])
        for kind in ("uren", "grond")
    ]
    assert farm(one(first, *later), BRINGS) == ["Uren", "Grond"]
    assert farm(one(first), BRINGS) == ["Kennis"]


def test_signing_names_no_person() -> None:
    party = Participation(party="boerderij", signature=Signature(person="p", on="2026-05"))
    portfolio = one(party).add(Organization(id="p", name="J. Jansen", kind="person"))
    assert "Getekend op mei 2026." in page(portfolio, "x", "boerderij")
    assert "Jansen" not in page(portfolio, "x", "boerderij")


# Who gets to see what


@pytest.mark.parametrize("party", ["waterschap-x", COLLECTIVE, "provincie-z"])
@pytest.mark.parametrize("viewer", [None, "zuivel-m", "nergens"])
def test_nothing_private_stands_on_it_for_others(party: str, viewer: str | None) -> None:
    held = page(full_case(), party=party, viewer=viewer)
    for hidden in (SECRET, "987", "123456", "123.456", "alternatief is beter", "onderhandelingsruimte"):
        assert hidden not in held
    assert "Op dit blad staat niets wat privé is." in held
    assert 'class="mine"' not in held


def test_the_party_itself_sees_its_own_and_only_its_own() -> None:
    water = page(full_case(), party="waterschap-x", viewer="waterschap-x")
    said = texts(water)
    assert "Alleen voor Waterschap X: niet doorgeven" in said
    for label, text in (
        ("belangen", f"{SECRET} belang"),
        ("alternatief (BATNA), omschrijving", f"{SECRET} zelf inrichten"),
        ("alternatief (BATNA), kosten", "987.654"),
        ("onderhandelingsruimte", f"{SECRET} ruimte"),
        ("voorkeur voor", "Agrarisch collectief Y"),
    ):
        assert said[said.index(f"{label}:") + 1] == text
    assert "123.456" not in water
    assert f"{SECRET} Boer" not in water
    own = page(full_case(), viewer=COLLECTIVE)
    assert "123.456" in own
    assert "987.654" not in own
    assert f"{SECRET} Boer: over randen" in own
    assert f"{SECRET} Regisseur" not in own
    assert "ook wat alleen voor deze partij zelf is" in own


def test_records_will_do_for_ids() -> None:
    portfolio = full_case()
    party = portfolio[COLLECTIVE]
    assert page(portfolio, party=party, viewer=party) == page(portfolio, viewer=COLLECTIVE)


def test_a_person_who_is_a_party_is_named_to_itself_only() -> None:
    portfolio = one(Participation(party="p")).add(Organization(id="p", name="J. Jansen", kind="person"))
    assert "Jansen" not in page(portfolio, "x", "p")
    assert party_sheet(portfolio, "x", "p", as_of=AS_OF).title == "Eigen blad: persoon 1"
    assert party_sheet(portfolio, "x", "p", viewer="p", as_of=AS_OF).title == "Eigen blad: J. Jansen"


def test_without_anything_private_there_is_no_private_box() -> None:
    assert 'class="mine"' not in page(one(), "x", "boerderij", viewer="boerderij")


# The sheet itself


def test_who_takes_no_part_has_no_sheet() -> None:
    with pytest.raises(
        KeyError, match="'gemeente-v' takes no part in 'voorbeeldpolder'; who does: waterschap-x"
    ):
        page(full_case(), party="gemeente-v")
    with pytest.raises(KeyError):
        page(full_case(), "nergens")
    with pytest.raises(TypeError):
        page(full_case(), "waterschap-x")
    with pytest.raises(ValueError, match="unknown language"):
        page(full_case(), language="fr")
    with pytest.raises(KeyError, match="who does: -"):
        page(Portfolio(collaborations=[Collaboration(id="x", name="X")]), "x", "y")


def test_black_and_white_large_letters_on_a4_and_nothing_from_elsewhere() -> None:
    held = page(full_case())
    assert min(float(size) for size in re.findall(r"font-size: ([\d.]+)pt", held)) >= 9
    assert "@page { size: A4 portrait;" in held
    assert all(c[1:3] == c[3:5] == c[5:7] for c in re.findall(r"#[0-9a-f]{6}\b", held))
    assert not re.search(r"(src|href)=|url\(|https?://|<script", held)
    assert "niet door de makers goedgekeurd" in held


@pytest.mark.parametrize("viewer", [None, COLLECTIVE])
def test_traps_stay_shut(viewer: str | None) -> None:
    held = page(trapped(full_case()), viewer=viewer)
    assert "<script" not in held
    parsed(held)


def test_any_order_gives_the_same_sheet() -> None:
    whole = example("shared-goal")
    id_ = whole.collaborations[0].id
    sheets = {
        page(shuffled(whole, random.Random(seed)), id_, "collectief-bedachte-polder") for seed in range(4)
    }
    assert len(sheets) == 1


def test_long_texts_are_cut_and_the_sheet_stays_bounded() -> None:
    party = Participation(party="boerderij", contributions=[Contribution(description="weidevogels " * 500)])
    (line,) = farm(one(party), BRINGS)
    assert len(line) == 600
    assert line.endswith("…")


def test_english_furniture() -> None:
    said = set(texts(page(full_case(), language="en")))
    assert not said & {*QUESTIONS, "Datum", "Naam", "Handtekening", "Klopt dit voor ons?"}
    picture = party_sheet(full_case(), ID, COLLECTIVE, language="en", as_of=AS_OF)
    assert picture.alt == (
        "Own sheet of Agrarisch collectief Y in Groenblauwe dooradering Voorbeeldpolder, 1 June 2026."
    )
