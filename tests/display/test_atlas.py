"""The atlas: a whole portfolio in one file."""

import datetime
from html import unescape

import pytest

import samenwerking as sw
from samenwerking.display import atlas, canvas

DAY = datetime.date(2026, 11, 24)
PERSON = sw.Organization(id="p", kind="person", name="CANARY Jansen")
PARTY = sw.Participation(party="a", interests=["CANARY"], representatives=[sw.Representative(person="p")])
SMALL = sw.Portfolio(
    title="Polder <script>alert(1)</script>",
    organizations=[sw.Organization(id="a", name="Waterschap A & B"), PERSON],
    collaborations=[
        sw.Collaboration(id="k", name="Afgesproken", canvas=sw.Canvas(parties=[PARTY])),
        sw.Collaboration(id="d", name="Beschreven", sources=[sw.Source(title="krant")]),
    ],
)


def test_who_agreed_something_has_a_canvas_and_who_is_described_is_listed() -> None:
    html = atlas(SMALL, as_of=DAY).html or ""
    assert html.count("Afgesproken") > 1
    assert "<li>Beschreven</li>" in html
    assert "Alleen beschreven uit bronnen" in html
    front = (canvas(SMALL, "k", as_of=DAY).html or "").split("<section")[1]
    assert front in html


def test_nothing_private_and_no_markup_of_others_gets_in() -> None:
    html = atlas(SMALL, as_of=DAY).html or ""
    assert "CANARY" not in html
    assert "<script" not in html
    assert "Waterschap A &amp; B" in html


def test_the_real_portfolio_is_a_map_and_a_list() -> None:
    portfolio = sw.example("deltaplan")
    picture = atlas(portfolio, as_of=DAY)
    assert "0 canvassen" in picture.alt
    html = picture.html or ""
    assert html.count("<section") == 1
    for collaboration in portfolio.collaborations:
        assert f"<li>{collaboration.name}</li>" in unescape(html)


@pytest.mark.parametrize(("language", "word"), [("nl", "canvassen"), ("en", "canvases")])
def test_in_both_languages_and_always_the_same(language: str, word: str) -> None:
    portfolio = sw.example("shared-goal")
    picture = atlas(portfolio, language=language, as_of=DAY)
    assert f"1 {word}" in picture.alt
    assert picture.html == atlas(portfolio, language=language, as_of=DAY).html
    assert (picture.html or "").count("<section") >= 3


def test_an_empty_portfolio_has_an_atlas_too() -> None:
    picture = atlas(sw.Portfolio(), as_of=DAY)
    assert picture.title == "Atlas: Portefeuille"
    assert (picture.html or "").count("<section") == 1
