"""What stands out, in sentences: every kind on a portfolio made for it, each with its evidence and next step."""

import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import attrs
import pytest
from hypothesis import given, settings, strategies as st

from samenwerking.graph import ei_index, sector_groups, works_with
from samenwerking.graph.sentences import Sentence, figure, summary, texts
from samenwerking.io import example, example_names
from samenwerking.model import (
    Area,
    Canvas,
    Collaboration,
    Commitment,
    Contribution,
    Funding,
    Goal,
    Indicator,
    Organization,
    Participation,
    Partner,
    Phase,
    Portfolio,
    Resources,
    StatedCount,
)
from samenwerking.report import placeholders
from samenwerking.testing import portfolios
from samenwerking.vocabulary import codes

SECTORS = {"a": "gemeente", "b": "bank", "c": "universiteit", "d": "gemeente", "e": "bank", "f": "gemeente"}


def team(id_: str, parties: str, **more: Any) -> Collaboration:
    canvas = more.pop("canvas", {})
    return Collaboration(
        id=id_,
        name=f"Team {id_}",
        parties_complete=more.pop("parties_complete", True),
        canvas=Canvas(parties=[Participation(party=party) for party in parties], **canvas),
        **more,
    )


def portfolio_of(*teams: Collaboration, sectors: dict[str, str] | None = None, **more: Any) -> Portfolio:
    sectors = SECTORS if sectors is None else sectors
    organizations = [Organization(id=key, name=key.upper(), sector=sectors[key]) for key in sectors]
    return Portfolio(organizations=organizations, collaborations=teams, **more)


def of_kind(portfolio: Portfolio, kind: str, **arguments: Any) -> list[Sentence]:
    return [each for each in summary(portfolio, **arguments).value or () if each.kind == kind]


OEVERS = Goal(id="oevers", name="Oevers", kind="shared")
COALITION = team(
    "x",
    "ab",
    counts=[
        StatedCount(what="partners", number=9, on="2020"),
        StatedCount(what="partners", number=12, on="2024-04"),
        StatedCount(what="mensen", number=50, on="2024"),
        StatedCount(what="supporters", number=3),
    ],
)
MONEY = Contribution(kind="geld", amount=1200, unit="EUR", fund="waterpot")


def paying(id_: str, **more: Any) -> Collaboration:
    given_ = Participation(party="a", contributions=[MONEY, Contribution(kind="kennis")])
    return Collaboration(id=id_, name=f"Team {id_}", canvas=Canvas(parties=[given_], **more))


PLANTED: dict[str, tuple[Callable[[], Portfolio], str]] = {
    "stated": (
        lambda: portfolio_of(COALITION, coalition="x", partners=[Partner(party="a")]),
        "Volgens een bron van april 2024 heeft Team x 12 partners; in dit bestand staan er 1.",
    ),
    "lists": (
        lambda: portfolio_of(team("x", "ab", parties_complete=None), team("y", "bc")),
        "Bij 1 van de 2 samenwerkingen staat niet dat de lijst van partijen compleet is. Het gaat om Team x.",
    ),
    "one_party": (
        lambda: portfolio_of(team("x", "a"), team("y", "bc")),
        "Van 1 van de 2 samenwerkingen staan er geen twee partijen in dit bestand. Het gaat om Team x.",
    ),
    "no_sector": (
        lambda: portfolio_of(sectors={"a": "bank", "b": "onbekend"}),
        "Van 1 van de 2 organisaties is de sector niet bekend. Het gaat om B.",
    ),
    "alone": (
        lambda: portfolio_of(team("x", "a")),
        "Nog in geen samenwerking met een ander: 6 van de 6 organisaties. Het gaat om A, B, C en nog 3.",
    ),
    "islands": (
        lambda: portfolio_of(team("x", "abc"), team("y", "de")),
        "Wie samenwerken, vormen 2 groepen die elkaar nergens treffen. De kleinste bestaat uit D en E.",
    ),
    "largest": (
        lambda: portfolio_of(team("x", "abcd"), team("y", "de")),
        "'Team x' is met 4 partijen de grootste samenwerking, en goed voor 86% van alle tweetallen die "
        "samenwerken.",
    ),
    "repeat": (
        lambda: portfolio_of(team("x", "abc"), team("y", "ab"), team("z", "abc")),
        "Vaker dan één keer treffen elkaar 3 van de 3 tweetallen die samenwerken. A en B zitten samen in "
        "Team x, Team y en Team z.",
    ),
    "sectors": (
        lambda: portfolio_of(team("x", "adf"), team("y", "ab")),
        "Van de tweetallen die samenwerken komt 25% uit verschillende sectoren. Het meest in eigen kring "
        "werkt de sector overheid.",
    ),
    "sector_pair": (
        lambda: portfolio_of(
            team("x", "abc"),
            team("y", "defa"),
            sectors=dict.fromkeys("abc", "bank")
            | dict.fromkeys("def", "bank")
            | dict.fromkeys("ghi", "fonds"),
        ),
        "De sectoren bank en fonds treffen elkaar in dit bestand nog in geen enkele samenwerking.",
    ),
    "liaisons": (
        lambda: portfolio_of(team("x", "ab"), team("y", "bc")),
        "Twee andere sectoren verbinden die elkaar daar zelf niet treffen: dat doen 1 van de 6 organisaties. "
        "Het gaat om B.",
    ),
    "cut": (
        lambda: portfolio_of(team("x", "abc"), team("y", "cde")),
        "Aantal organisaties dat als enige een groep bij elkaar houdt: 1 van de 6. Het gaat om C.",
    ),
    "bridge": (
        lambda: portfolio_of(team("x", "abc"), team("y", "cd"), team("z", "def")),
        "Aantal banden dat als enige twee groepen bij elkaar houdt: 1 van de 7, zoals die van C met D in "
        "'Team y'.",
    ),
    "groups": (
        lambda: portfolio_of(team("x", "abc"), team("y", "cd"), team("z", "def")),
        "Wie vaak samenwerken, vormen 2 groepen. De grootste zit vooral in 'Team x'.",
    ),
    "introduction": (
        lambda: portfolio_of(
            team("x", "ab", areas=["p"]), team("y", "bc", areas=["p"]), areas=[Area(id="p", name="Polder")]
        ),
        "A en C zitten nog nergens samen aan tafel, en hebben wel gemeen: Polder. Gemeenschappelijke bekenden: 1, zoals B.",
    ),
    "sole_party": (
        lambda: portfolio_of(team("x", "a", canvas={"goals": ["oevers"]}), goals=[OEVERS]),
        "Aan 1 van de 1 doelen werkt maar één organisatie, zoals A aan 'Oevers'.",
    ),
    "sole_sector": (
        lambda: portfolio_of(team("x", "adb", canvas={"goals": ["oevers"]}), team("y", "ab"), goals=[OEVERS]),
        "Het komt 1 keer voor dat een sector bij een doel maar één organisatie heeft. Zo is B bij 'Oevers' "
        "de enige uit de sector bank.",
    ),
    "goal_one_sector": (
        lambda: portfolio_of(team("x", "ad", canvas={"goals": ["oevers"]}), goals=[OEVERS]),
        "Bij 1 van de 1 doelen met twee of meer organisaties komen die uit één sector. Bij 'Oevers' is dat "
        "overheid.",
    ),
    "goal_bare": (
        lambda: portfolio_of(goals=[OEVERS]),
        "Aan 1 van de 1 doelen werkt in dit bestand nog niemand. Het gaat om Oevers.",
    ),
    "goal_no_lead": (
        lambda: portfolio_of(team("x", "ab", canvas={"goals": ["oevers"]}), goals=[OEVERS]),
        "Bij 1 van de 1 doelen van een samenwerking staat nog geen trekker. Het gaat om Oevers.",
    ),
    "goal_no_target": (
        lambda: portfolio_of(
            team("x", "ab", canvas={"goals": ["oevers"]}),
            goals=[attrs.evolve(OEVERS, indicators=[Indicator(name="lengte")])],
        ),
        "Bij 1 van de 1 doelen van een samenwerking staat nog niet wanneer zo'n doel gehaald is. "
        "Het gaat om Oevers.",
    ),
    "theme_bare": (
        lambda: portfolio_of(
            partners=[
                Partner(
                    party="a",
                    commitments=[
                        Commitment(
                            text="x",
                            themes=[
                                "draagvlak-en-gedeelde-waarden",
                                "verdienmodellen",
                                "gebiedsgerichte-samenwerking",
                                "coherente-wetgeving",
                                "kennis-en-innovatie",
                                "monitoring",
                                "infranatuur",
                            ],
                        )
                    ],
                )
            ]
        ),
        "Voor 1 van de 8 thema's staat nog niemand in dit bestand. Het gaat om Biodiversiteit in de bebouwde "
        "omgeving.",
    ),
    "priority_bare": (
        lambda: portfolio_of(partners=[Partner(party="a")]),
        "Aan 7 van de 7 speerpunten werkt in dit bestand nog niemand. Het gaat om Onze maatschappelijke "
        "beweging van partners en supporters verder verstevigen, Versterken inzet op langjarige vergoeding "
        "voor groen/blauwe diensten en op het mogelijk maken van stapeling van beloningen, Toolbox voor "
        "biodiversiteit verder uitbouwen als centraal informatiepunt en nog 4.",
    ),
    "area_apart": (
        lambda: portfolio_of(
            team("x", "ab", areas=["p"]), team("y", "cd", areas=["p"]), areas=[Area(id="p", name="Polder")]
        ),
        "In Polder lopen 'Team x' en 'Team y' naast elkaar: niemand doet aan beide mee. Aantal van zulke "
        "tweetallen: 1.",
    ),
    "no_end": (
        lambda: portfolio_of(team("x", "ab")),
        "Van 1 van de 1 samenwerkingen staat niet of en wanneer ze eindigen. Het gaat om Team x.",
    ),
    "ended": (
        lambda: portfolio_of(team("x", "ab")).evolve("x", period__end="2020"),
        "Volgens de datums afgelopen op 1 januari 2026: 1 van de 1 samenwerkingen. Het gaat om Team x.",
    ),
    "commitments": (
        lambda: portfolio_of(partners=[Partner(party="a")]),
        "Van 1 van de 1 partners staat nog geen commitment in dit bestand. Het gaat om A.",
    ),
    "no_amount": (
        lambda: portfolio_of(paying("x")),
        "Bij 1 van de 2 keer inbreng of dekking staat geen bedrag of aantal. Het gaat om Team x.",
    ),
    "double_fund": (
        lambda: portfolio_of(paying("x"), paying("y")),
        "Het potje 'waterpot' staat bij Team x en Team y. Hooguit 1.200 EUR telt daardoor dubbel.",
    ),
    "double_grant": (
        lambda: portfolio_of(
            paying("x", resources=Resources(phases=[Phase(funding=[Funding(funder="a", amount=800)])]))
        ),
        "A staat in 'Team x' met inbreng en met dekking. Wie die optelt, telt hooguit 800 EUR dubbel.",
    ),
}


@pytest.mark.parametrize("kind", PLANTED)
def test_every_kind_is_told_where_it_is_planted(kind: str) -> None:
    make, expected = PLANTED[kind]
    found = of_kind(make(), kind, as_of="2026-01-01" if kind == "ended" else None)
    assert [each.text.nl for each in found] == [expected]


def test_every_text_belongs_to_a_kind_that_can_be_told() -> None:
    assert set(texts()) == set(PLANTED)
    assert len(PLANTED) >= 15


def test_a_portfolio_without_anything_to_notice() -> None:
    full = portfolio_of(team("x", "abc"), sectors={"a": "bank", "b": "gemeente", "c": "fonds"})
    portfolio = full.evolve("x", period__end="2030")
    outcome = summary(portfolio)
    assert (outcome.value, outcome.n, outcome.evidence) == (None, 0, ())
    assert outcome.reason is not None
    assert summary(Portfolio()).value is None


# What every sentence has


def everything_told() -> list[tuple[Portfolio, Sentence]]:
    sources = [make() for make, _ in PLANTED.values()] + [example(name) for name in example_names()]
    return [(source, each) for source in sources for each in summary(source, as_of="2026-11-24").value or ()]


TOLD = everything_told()


def test_every_sentence_can_be_traced() -> None:
    for portfolio, each in TOLD:
        assert each.evidence, each.kind
        assert len(each.evidence) == len(set(each.evidence)), each.kind
        for key in each.evidence:
            if each.kind in ("theme_bare", "priority_bare"):
                assert key in codes(each.kind.removesuffix("_bare"))
            else:
                assert portfolio.located(key), (each.kind, key)


def names_of(portfolio: Portfolio, each: Sentence) -> set[str]:
    """Return the names of the records behind a sentence, of their parties, and of their sectors."""
    records = [place.record for key in each.evidence for place in portfolio.located(key)]
    records += [portfolio[record.party] for record in records if hasattr(record, "party")]  # type: ignore[attr-defined]
    sectors = sector_groups(portfolio)
    listed = {**codes("theme"), **codes("priority")}
    labels = [listed[key] for key in each.evidence if key in listed]
    labels += [codes("sector")[sectors[key]] for key in each.evidence if key in sectors]
    named = {getattr(record, "name", "") for record in records}
    return {name for name in named if name} | {text for label in labels for text in (label.nl, label.en)}


def test_every_sentence_names_something_and_ends_in_a_question_about_it() -> None:
    for portfolio, each in TOLD:
        named = names_of(portfolio, each)
        for language in ("nl", "en"):
            text, step = each.text.get(language), each.next_step.get(language)
            assert any(name in text for name in named), text
            assert any(name in step for name in named), step
            assert step.endswith("?") and text.endswith(".")
            assert each.compared.get(language) and each.because.get(language)
            assert not placeholders(text) and "{" not in step


def test_every_sentence_has_a_number_a_baseline_and_says_how_sure_it_is() -> None:
    for _, each in TOLD:
        assert each.value != each.baseline, each.kind
        assert each.sure in ("high", "medium", "low")
        assert each.mark.value == "own"


def test_what_rests_on_lists_is_as_sure_as_the_lists_are() -> None:
    complete = portfolio_of(team("x", "ab"))
    (sentence,) = of_kind(complete, "alone")
    assert (sentence.sure, sentence.because.nl) == ("high", "Alle lijsten van partijen zijn compleet.")
    half = portfolio_of(team("x", "ab"), team("y", "ab", parties_complete=False))
    assert of_kind(half, "alone")[0].sure == "medium"
    none = portfolio_of(team("x", "ab", parties_complete=None))
    (sentence,) = of_kind(none, "alone")
    assert (sentence.sure, "0 van de 1" in sentence.because.nl) == ("low", True)
    (counted,) = of_kind(none, "lists")
    assert (counted.sure, counted.because.nl) == ("high", "Geteld in dit bestand.")


def test_the_numbers_are_those_of_the_measures() -> None:
    portfolio = example("deltaplan")
    (sentence,) = of_kind(portfolio, "sectors")
    found = ei_index(works_with(portfolio), sector_groups(portfolio))
    assert found.value is not None and found.expected is not None
    assert sentence.value == pytest.approx(100 * found.external / (found.external + found.internal))
    assert sentence.baseline == pytest.approx(50 * (1 + found.expected))
    (partners, supporters) = of_kind(portfolio, "stated")
    assert (partners.value, partners.baseline) == (len(portfolio.partners), 125)
    assert (supporters.value, supporters.baseline) == (len(portfolio.supporters), 100)


def test_more_than_fifteen_kinds_stand_out_in_the_coalition() -> None:
    found = summary(example("deltaplan")).value
    assert found is not None
    assert len({each.kind for each in found}) >= 15


def test_nobody_is_introduced_twice() -> None:
    found = of_kind(example("deltaplan"), "introduction")
    named = [party for each in found for party in each.evidence[:2]]
    assert len(found) == 3 and len(set(named)) == 6


# When nothing is told


def test_at_one_table_it_is_no_news_that_a_sector_has_one_chair() -> None:
    one = portfolio_of(team("x", "abc", canvas={"goals": ["oevers"]}), goals=[OEVERS])
    assert of_kind(one, "sole_sector") == []


def test_what_is_only_context_needs_no_lead_or_target() -> None:
    context = attrs.evolve(OEVERS, kind="context")
    portfolio = portfolio_of(team("x", "ab", canvas={"goals": ["oevers"]}), goals=[context])
    assert of_kind(portfolio, "goal_no_lead") == of_kind(portfolio, "goal_no_target") == []


def test_without_a_coalition_no_theme_or_priority_is_bare() -> None:
    portfolio = portfolio_of(team("x", "ab"))
    assert of_kind(portfolio, "theme_bare") == of_kind(portfolio, "priority_bare") == []


@pytest.mark.parametrize(
    "link",
    [{"related": ["y"]}, {"parent": "y"}, {"canvas": {"stakeholders": []}, "areas": ["land"]}],
)
def test_collaborations_that_know_of_each_other_do_not_run_side_by_side(link: dict[str, Any]) -> None:
    areas = [Area(id="land", name="Land"), Area(id="p", name="Polder", part_of="land")]
    one = team("x", "ab", **({"areas": ["p"]} | link))
    other = team("y", "cd", areas=link.get("areas", ["p"]))
    assert of_kind(portfolio_of(one, other, areas=areas), "area_apart") == []
    member = team("y", "cdx", areas=["p"])
    assert of_kind(portfolio_of(team("x", "ab", areas=["p"]), member, areas=areas), "area_apart") == []


def test_a_day_leaves_out_what_has_ended() -> None:
    portfolio = portfolio_of(team("x", "ab"), team("y", "ab")).evolve("y", period__end="2020")
    assert of_kind(portfolio, "repeat")
    assert of_kind(portfolio, "repeat", as_of="2026-01-01") == []
    assert of_kind(portfolio, "ended") == []
    with pytest.raises(ValueError, match="must be a day"):
        summary(portfolio, as_of="2026")


def test_the_name_of_a_person_stays_private() -> None:
    person = Organization(id="iemand", name="Jan Geheim", kind="person", sector="bank")
    portfolio = (
        portfolio_of(team("x", "ab")).add(person).evolve("x", canvas__parties=[Participation(party="iemand")])
    )
    assert any("iemand" in each.evidence for each in summary(portfolio).value or ())
    assert "Geheim" not in repr(summary(portfolio))


# The texts


def templates() -> list[tuple[str, str]]:
    return [
        (f"{kind}/{part}", text)
        for kind, own in texts().items()
        for part, text in own.items()
        if part != "sure"
    ]


def test_both_languages_fill_in_the_same() -> None:
    for kind, own in texts().items():
        assert set(own) == {
            "sure",
            *(f"{part}{language}" for part in ("", "than_", "next_") for language in ("nl", "en")),
        }
        assert own["sure"] in ("file", "lists", "division"), kind
        for part in ("", "than_", "next_"):
            assert placeholders(own[f"{part}nl"]) == placeholders(own[f"{part}en"]), (kind, part)


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?i)vastlegging",
        r"\(en\)|\(s\)",
        r"(?i)\bsoort\b",
        r"(?i)\bstakeholders?\b",
        r"  |^\s|\s$",
        r"(?i)\b(goed|slecht|fout|zwak|sterk|rood|groen|oranje|score|rang)\b",
        r"(?i)\bmist\b",
    ],
)
def test_no_text_has(pattern: str) -> None:
    assert [place for place, text in templates() if re.search(pattern, text) and "largest" not in place] == []


def test_the_sentences_are_short_enough_for_everyone() -> None:
    # B1: no sentence over 20 words, about 12 on average, names not counted in
    lengths = []
    for place, text in templates():
        for sentence in re.split(r"(?<=[.?!]) ", text):
            words = [word for word in sentence.split() if not word.strip("'.,?").startswith("{")]
            lengths.append(len(words))
            assert len(words) <= 20, place
    assert sum(lengths) / len(lengths) < 12


def test_the_file_of_texts_is_written_the_house_way() -> None:
    written = files("samenwerking").joinpath("graph", "data", "summary.json").read_text("utf-8")
    assert written == json.dumps(texts(), ensure_ascii=False, indent=2) + "\n"


def test_figures() -> None:
    assert [figure(value, "nl") for value in (0, 3.0, 0.125, 9.96, 10.4, 1234567.8)] == [
        "0",
        "3",
        "0,12",
        "10,0",
        "10",
        "1.234.568",
    ]
    assert figure(1234.5, "en") == "1,234"


# The same content gives the same sentences


@settings(max_examples=20)
@given(portfolios(broken_references=True), st.randoms())
def test_any_portfolio_will_do_in_any_order(portfolio: Portfolio, chance: random.Random) -> None:
    outcome = summary(portfolio, as_of="2026-01-01")
    for each in outcome.value or ():
        assert each.evidence
    ids = [place.record.id for place in portfolio.locations()]
    if len(ids) == len(set(ids)):
        lists = {
            name: chance.sample(getattr(portfolio, name), len(getattr(portfolio, name)))
            for name in ("organizations", "partners", "supporters", "areas", "goals", "collaborations")
        }
        assert summary(attrs.evolve(portfolio, **lists), as_of="2026-01-01") == outcome


def test_the_bytes_are_the_same_in_every_process() -> None:
    code = (
        "import samenwerking as sw\n"
        "from samenwerking.graph import communities, summary\n"
        "print(repr(summary(sw.example('deltaplan'))), repr(communities(sw.example('deltaplan'), 5)))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1
