"""The rules on language, on texts as people write them."""

import datetime

import pytest

import samenwerking as sw
from samenwerking.vocabulary import Code

DAY = datetime.date(2026, 11, 24)


def made(
    form: str | None = "shared-goal",
    *,
    role: str | None = None,
    sector: str = "waterschap",
    codes=(),
    **canvas,
):
    """Return a portfolio with one collaboration of two parties."""
    parties = [sw.Participation(party="a", role=role), sw.Participation(party="b")]
    return sw.Portfolio(
        organizations=[
            sw.Organization(id="a", name="Partner in Groen", sector=sector),
            sw.Organization(id="b", name="Collectief B", sector="agrarisch-collectief"),
        ],
        collaborations=[
            sw.Collaboration(id="x", name="X", canvas=sw.Canvas(form=form, parties=parties, **canvas))
        ],
        codes=codes,
    )


def owed(text: str, **more) -> sw.Setup:
    return sw.Setup(obligations=[sw.Obligation(text=text, kind="performance", debtor="a", **more)])


def told(portfolio: sw.Portfolio, code: str) -> list[sw.Finding]:
    return [finding for finding in sw.validate(portfolio, as_of=DAY) if finding.code == code]


@pytest.mark.parametrize(
    ("code", "form", "canvas", "words"),
    [
        ("TAA502", "transaction-distant", {"motivation": "Onze partners leveren."}, ["partner"]),
        ("TAA502", "transaction-distant", {"setup": owed("De deelnemers betalen.")}, ["deelnemer"]),
        ("TAA502", "transaction-distant", {"role": "lid"}, ["lid"]),
        (
            "TAA502",
            "transaction-distant",
            {"motivation": "Partner en alliantie, partner."},
            ["partner", "alliantie"],
        ),
        ("TAA503", "shared-goal", {"purpose": "De opdrachtgever beslist."}, ["opdrachtgever"]),
        ("TAA503", "shared-goal", {"role": "opdrachtnemer"}, ["opdrachtnemer"]),
        ("TAA504", "network-preferred", {"expectation": "Leden dienen te komen."}, ["dienen te"]),
        ("TAA504", "network-platform", {"purpose": "Elk lid is verplicht te delen."}, ["verplicht"]),
        ("TAA505", "shared-goal", {"setup": owed("Streeft naar tien hectare.")}, ["streven naar"]),
        ("TAA505", "transaction-deep", {"setup": owed("Heeft de intentie te leveren.")}, ["de intentie"]),
    ],
)
def test_what_is_told(code: str, form: str, canvas: dict, words: list[str]) -> None:
    assert [finding.params["word"] for finding in told(made(form, **canvas), code)] == words


@pytest.mark.parametrize(
    ("code", "form", "canvas"),
    [
        # in another form the word is fine
        ("TAA502", "transaction-deep", {"motivation": "Onze partners leveren."}),
        ("TAA502", "shared-goal", {"motivation": "Onze partners."}),
        ("TAA503", "transaction-distant", {"purpose": "De opdrachtgever beslist."}),
        ("TAA504", "shared-goal", {"purpose": "Leden moeten komen."}),
        ("TAA505", "network-platform", {"setup": owed("Streeft naar tien hectare.")}),
        # names of parties and what is quoted are not ours to change
        ("TAA502", "transaction-distant", {"motivation": "Partner in Groen levert."}),
        ("TAA502", "transaction-distant", {"motivation": "Volgens 'Partners in de polder'."}),
        # exempt and administrative uses
        ("TAA502", "transaction-distant", {"motivation": "De provincie is partner van het Deltaplan."}),
        ("TAA502", "transaction-distant", {"motivation": "De leden van het collectief maaien."}),
        ("TAA503", "shared-goal", {"purpose": "De ambtelijk opdrachtgever zit voor."}),
        # not about members, or denied
        ("TAA504", "network-platform", {"purpose": "Het waterpeil moet omhoog."}),
        ("TAA504", "network-platform", {"purpose": "Leden zijn tot niets verplicht."}),
        # best efforts that are meant so
        ("TAA505", "shared-goal", {"setup": owed("Streeft naar tien hectare.", best_effort=True)}),
        ("TAA505", "shared-goal", {"setup": owed("Levert tien hectare.")}),
    ],
)
def test_what_is_left_alone(code: str, form: str, canvas: dict) -> None:
    assert told(made(form, **canvas), code) == []


def test_rules_of_conduct_may_oblige() -> None:
    conduct = sw.Setup(conduct_rules=["Leden moeten vertrouwelijk omgaan met wat ze horen."])
    assert told(made("network-platform", setup=conduct), "TAA504") == []


@pytest.mark.parametrize(
    ("instrument", "roles"),
    [(None, "opdrachtgever en opdrachtnemer"), ("pachtovereenkomst", "pachter en verpachter")],
)
def test_the_words_for_the_roles_follow_the_contract(instrument: str | None, roles: str) -> None:
    setup = sw.Setup(instrument=instrument)
    (finding,) = told(made("transaction-distant", motivation="Onze partner.", setup=setup), "TAA502")
    assert roles in finding.message("nl")


COVENANT = sw.Setup(instrument="convenant")


@pytest.mark.parametrize(
    ("form", "sector", "severity"),
    [
        ("transaction-distant", "ministerie", "warning"),
        ("transaction-distant", "waterschap", "advice"),
        ("shared-goal", "ministerie", "advice"),
        ("shared-goal", "rijk", "advice"),
        ("shared-goal", "waterschap", None),
        ("shared-goal", "onbekend", None),
        ("network-platform", "ministerie", None),
    ],
)
def test_a_covenant_weighs_most_where_central_government_takes_part(
    form: str, sector: str, severity: str | None
) -> None:
    found = told(made(form, sector=sector, setup=COVENANT), "TAA506")
    assert [finding.severity.value for finding in found] == ([severity] if severity else [])


def test_a_sector_of_ones_own_below_central_government_counts() -> None:
    own = [Code(list="sector", code="dienst", nl="dienst", en="service", broader="ministerie")]
    (finding,) = told(made(sector="dienst", setup=COVENANT, codes=own), "TAA506")
    assert "Partner in Groen" in finding.message("nl")


def test_another_instrument_is_no_covenant() -> None:
    assert told(made("transaction-distant", setup=sw.Setup(instrument="contract")), "TAA506") == []
    assert told(made("transaction-distant"), "TAA506") == []
