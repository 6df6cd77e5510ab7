"""What the slides say in so many words, typed over by hand: the library may not put it otherwise."""

import pytest

from samenwerking.vocabulary import CanvasTopic, CodeList, Form, Gear, Mark, codes, reading, terms

SUCCESS_FACTORS = {
    "draagvlak-en-gedeelde-waarden": "Draagvlak en gedeelde waarden",
    "verdienmodellen": "Verdienmodellen",
    "gebiedsgerichte-samenwerking": "Gebiedsgerichte samenwerking",
    "coherente-wetgeving": "Coherente wetgeving",
    "kennis-en-innovatie": "Kennis & Innovatie",
}
DOMAINS = {
    "openbare-ruimte": "openbare ruimte (inclusief stad)",
    "water": "water",
    "natuur": "natuur",
    "landbouw": "landbouw",
}
PRIORITIES = {
    "beweging-verstevigen": "Onze maatschappelijke beweging van partners en supporters verder verstevigen",
    "langjarige-vergoeding": "Versterken inzet op langjarige vergoeding voor groen/blauwe diensten en op het "
    "mogelijk maken van stapeling van beloningen",
    "toolbox": "Toolbox voor biodiversiteit verder uitbouwen als centraal informatiepunt",
    "aanvalsplan-landschap": "Implementatie Aanvalsplan Landschap en inzet op voldoende financiering",
    "training-en-praktijknetwerk": "Training en praktijknetwerk gebiedsgericht samenwerken voor biodiversiteit "
    "realiseren",
    "kpi-openbare-ruimte": "Doorontwikkeling en toepassing in de praktijk van KPI's voor openbare ruimte",
    "basiskwaliteit-natuur": "Verder uitrollen van concept voor Basiskwaliteit Natuur",
}
AUDIENCES = {
    "overheid": ("Overheid", ["Gemeente", "Waterschappen", "Provincies"]),
    "particulier": ("Particulier", []),
    "agro-food": ("Agro-Food", []),
    "bouw-infra": ("Bouw-Infra", ["Aannemers", "Architecten", "Projectontwikkelaars"]),
    "hoveniers-tuincentra": ("Hoveniers tuincentra", ["Hoveniers", "Tuinarchitecten", "Kwekerijen"]),
}
TOPICS = [
    "De doelen in samenhang én context",
    "De partijen, en wat ze bijdragen",
    "Stap terug / BATNA",
    "Het type samenwerking",
    "De inrichting van de samenwerking",
    "Middelen, tijd, mandaat en gedrag",
    "Borging van kwaliteit",
    "Status realisatie en evaluatie",
    "Eindresultaat en beheer",
]
TERMS = {
    "transaction": "transactie",
    "distant": "afstandelijk",
    "deep": "diep",
    "aimed-at-shared-goal": "gericht op een gezamenlijk doel",
    "external-binding": "externe binding",
    "internal-control": "interne controle (baas in eigen huis)",
    "master-in-own-house": "baas in eigen huis",
    "rules-of-conduct": "omgangsregels",
    "mutual-performance": "wederzijdse prestatie",
    "contribute-at-risk": "risicodragend bijdragen",
    "director": "regisseur van de samenwerking",
    "gearbox": "schakelbak",
    "step-back": "stap terug",
    "batna": "BATNA",
    "four-questions": "kan / klopt / werkt / levert",
    "goals-in-context": "doelen in samenhang en context",
    "resources-time-mandate-behaviour": "middelen, tijd, mandaat en gedrag",
    "quality-assurance": "borging van kwaliteit",
    "status-of-realization": "status realisatie",
    "end-result-and-maintenance": "eindresultaat en beheer",
    "give-and-take": "halen en brengen",
    "shared-language": "gezamenlijke taal",
    "stacking-of-rewards": "stapeling van beloningen",
    "green-blue-services": "groen/blauwe diensten",
    "bending-the-curve": "ombuigen van biodiversiteitsverlies naar herstel",
    "social-movement": "maatschappelijke beweging",
    "doing-learning-doing-better": "doen, leren, beter doen",
    "change-story": "veranderverhaal",
    "guide": "Leidraad voor gebiedsgerichte samenwerking",
    "toolbox": "toolbox voor biodiversiteit",
}


def seeded(code_list):
    return {code: row for code, row in codes(code_list).items() if row.mark is Mark.SEED}


@pytest.mark.parametrize(("code", "nl"), list(SUCCESS_FACTORS.items()))
def test_a_success_factor_in_the_words_of_the_slides(code, nl):
    row = codes(CodeList.THEME)[code]
    assert (row.nl, row.mark, row.broader) == (nl, Mark.SEED, "succesfactor")


def test_there_are_five_success_factors_in_this_order():
    below = [code for code, row in codes(CodeList.THEME).items() if row.broader == "succesfactor"]
    assert below == list(SUCCESS_FACTORS)


@pytest.mark.parametrize(("code", "nl"), list(DOMAINS.items()))
def test_a_domain_in_the_words_of_the_slides(code, nl):
    assert (codes(CodeList.DOMAIN)[code].nl, codes(CodeList.DOMAIN)[code].broader) == (nl, "")


def test_there_are_four_domains_from_the_slides():
    assert list(seeded(CodeList.DOMAIN)) == list(DOMAINS)


@pytest.mark.parametrize(("code", "nl"), list(PRIORITIES.items()))
def test_a_priority_in_the_words_of_the_slides(code, nl):
    assert codes(CodeList.PRIORITY)[code].nl == nl


def test_there_are_seven_priorities():
    assert list(seeded(CodeList.PRIORITY)) == list(PRIORITIES)


@pytest.mark.parametrize(("code", "expected"), list(AUDIENCES.items()))
def test_an_audience_with_its_second_level(code, expected):
    table = seeded(CodeList.AUDIENCE)
    assert (table[code].nl, [row.nl for row in table.values() if row.broader == code]) == expected
    assert table[code].broader == ""


def test_there_are_five_audiences():
    top = [code for code, row in seeded(CodeList.AUDIENCE).items() if row.broader == ""]
    assert top == list(AUDIENCES)
    assert len(seeded(CodeList.AUDIENCE)) == 14


@pytest.mark.parametrize(
    ("axis", "name", "low", "high"),
    [
        ("binding", "externe binding", "vrijblijvend", "verplichtend"),
        (
            "control",
            "interne controle (baas in eigen huis)",
            "weinig interne controle (baas in eigen huis)",
            "veel interne controle (baas in eigen huis)",
        ),
    ],
)
def test_the_axes_and_their_ends(axis, name, low, high):
    found = reading().axes[axis]
    assert (found.labels.nl, found.low.nl, found.high.nl) == (name, low, high)
    assert found.marks == (Mark.SEED,)


@pytest.mark.parametrize(("topic", "nl"), list(zip(CanvasTopic, TOPICS, strict=True)))
def test_a_topic_of_the_canvas_in_the_words_of_the_slides(topic, nl):
    assert topic.label("nl") == nl


def test_the_four_gears_in_their_order():
    assert [gear.label("nl") for gear in Gear] == ["Kan", "Klopt", "Werkt", "Levert"]


def test_the_forms_that_the_slides_name():
    assert [form.label("nl") for form in list(Form)[:3]] == [
        "transactie, afstandelijk",
        "transactie, diep",
        "samenwerking gericht op een gezamenlijk doel",
    ]


@pytest.mark.parametrize(("code", "nl"), list(TERMS.items()))
def test_a_term_in_the_words_of_the_slides(code, nl):
    term = terms()[code]
    assert term.label("nl") == nl
    assert term.mark is Mark.SEED
