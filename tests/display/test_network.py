"""The map: who stands in a frame, who stands apart, which letter a sector has; and what a notebook shows."""

import datetime
import re

import pytest
from display_cases import AS_OF, SECRET, parsed, texts

from samenwerking.display import map  # noqa: A004
from samenwerking.display.network import _letters
from samenwerking.display.notebook import MOST_ROWS, represent
from samenwerking.model import (
    Canvas,
    Collaboration,
    Contribution,
    Goal,
    Organization,
    Participation,
    Period,
    Portfolio,
)
from samenwerking.vocabulary import LANGUAGES, Form, Gear, Language, OrganizationKind

TAG = "{http://www.w3.org/2000/svg}"


def _held(teams: dict[str, str], **more: object) -> Portfolio:
    """Return a portfolio of collaborations with parties of one letter."""
    collaborations = [
        Collaboration(id=key, name=key.upper(), canvas=Canvas(parties=[Participation(party=p) for p in team]))
        for key, team in teams.items()
    ]
    return Portfolio(collaborations=collaborations, **more)


def _svg(portfolio: Portfolio, **more: object) -> str:
    return map(portfolio, **more).svg or ""


def _links(svg: str) -> list[str]:
    """Return the lines between boxes; the one above the legend is thinner or thicker."""
    lines = parsed(svg).iter(f"{TAG}line")
    return [
        e.attrib["x1"] for e in lines if e.attrib["stroke-width"] == "0.8" and e.attrib["stroke"] == "#595959"
    ]


@pytest.mark.parametrize(
    ("teams", "collaborations", "parties", "shared", "links"),
    [
        ({"een": "p"}, 1, 1, 0, 0),
        ({"een": "pq", "twee": "r"}, 2, 3, 0, 0),
        ({"een": "pq", "twee": "q"}, 2, 2, 1, 2),
        ({"een": "pq", "twee": "pq"}, 2, 2, 2, 4),
        ({"een": "pp", "twee": "p"}, 2, 1, 1, 2),  # twice in the same one is once
        ({"een": "p", "twee": "p", "drie": "p"}, 3, 1, 1, 3),
    ],
)
def test_counts_and_lines(
    teams: dict[str, str], collaborations: int, parties: int, shared: int, links: int
) -> None:
    picture = map(_held(teams))
    assert picture.alt == (
        f"Samenwerkingen: {collaborations}. Partijen: {parties}; in meer dan één samenwerking: {shared}."
    )
    assert len(_links(picture.svg or "")) == links


@pytest.mark.parametrize("teams", [{}, {"een": ""}, {"een": "", "twee": ""}])
@pytest.mark.parametrize(
    ("language", "said"),
    [("nl", "Er valt nog niets te tekenen."), ("en", "There is nothing to draw yet.")],
)
def test_without_parties_there_is_nothing_to_draw(
    teams: dict[str, str], language: Language, said: str
) -> None:
    picture = map(_held(teams), language=language)
    assert picture.alt == said and said in texts(picture.svg or "")


@pytest.mark.parametrize(
    ("period", "day", "drawn"),
    [
        (Period(), AS_OF, True),
        (Period(end="2025"), AS_OF, False),
        (Period(end="2026"), AS_OF, True),
        (Period(end="2026-05-31"), AS_OF, False),
        (Period(end="2025"), None, True),
        (Period(start="2030"), AS_OF, True),
        (Period(start="2020", open_end=True), AS_OF, True),
    ],
)
def test_what_certainly_ended_is_not_drawn(period: Period, day: datetime.date | None, drawn: bool) -> None:
    canvas = Canvas(parties=[Participation(party="p")])
    one = Collaboration(id="een", name="Een", period=period, canvas=canvas)
    assert ("Een (1*)" in texts(_svg(Portfolio(collaborations=[one]), as_of=day))) is drawn


@pytest.mark.parametrize(
    ("sectors", "expected"),
    [
        ([], {}),
        (["overheid"], {"overheid": "O"}),
        (["zelf", "zelf", "zaad"], {"zelf": "Z", "zaad": "A"}),
        (["bb", "ba"], {"ba": "B", "bb": "A"}),
        (["a", "a2"], {"a": "A", "a2": "B"}),
        (["日本", "éé"], {"éé": "A", "日本": "B"}),
        (["123"], {"123": "A"}),
    ],
)
def test_a_sector_gets_a_letter_of_its_name(sectors: list[str], expected: dict[str, str]) -> None:
    assert _letters(Portfolio(), sectors, "nl") == expected


@pytest.mark.parametrize("count", [1, 9, 36, 50])
def test_no_two_sectors_share_a_letter(count: int) -> None:
    given = _letters(Portfolio(), [f"eigen-{n}" for n in range(count)], "nl")
    assert len(given) == count
    own = [sign for sign in given.values() if sign != "?"]
    assert len(set(own)) == len(own) == min(count, 36)


@pytest.mark.parametrize("kind", list(OrganizationKind))
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_is_in_the_legend_when_it_is_drawn(kind: OrganizationKind, language: Language) -> None:
    one = Organization(id="p", name="De Partij", kind=kind)
    said = texts(_svg(_held({"een": "p"}, organizations=[one]), language=language))
    for other in OrganizationKind:
        assert (other.label(language) in said) is (other is kind)


def test_each_kind_has_a_shape_of_its_own() -> None:
    drawn = set()
    for kind in OrganizationKind:
        svg = _svg(_held({"een": "p"}, organizations=[Organization(id="p", name="P", kind=kind)]))
        drawn.add(str(re.findall(r"<(?:polygon|circle)[^>]*>", svg)))
    assert len(drawn) == len(OrganizationKind)


@pytest.mark.parametrize(("count", "more"), [(1, 0), (2, 0), (8, 0), (12, 0), (13, 1), (50, 38)])
def test_a_frame_names_twelve_and_counts_the_rest(count: int, more: int) -> None:
    parties = [Participation(party=f"partij-{n:02}") for n in range(count)]
    one = Collaboration(id="een", name="Een", parties_complete=True, canvas=Canvas(parties=parties))
    said = texts(_svg(Portfolio(collaborations=[one])))
    assert f"Een ({count})" in said
    assert len([each for each in said if each.startswith("partij-")]) == min(count, 12)
    assert [each for each in said if each.startswith("en nog")] == ([f"en nog {more}"] if more else [])


@pytest.mark.parametrize(("count", "left_out"), [(1, 0), (9, 0), (60, 0), (61, 1)])
def test_a_map_has_sixty_frames_at_most(count: int, left_out: int) -> None:
    said = " ".join(texts(_svg(_held({f"c{n:02}": "p" if n % 2 else "q" for n in range(count)}))))
    assert len(re.findall(r"\bC\d\d \(1\*\)", said)) == count - left_out
    assert (f"Niet getekend: {left_out} samenwerkingen." in said) is bool(left_out)


@pytest.mark.parametrize("title", ["", "Delta", "A & <b>", "Een lange titel " * 30])
def test_the_title_of_the_portfolio(title: str) -> None:
    picture = map(_held({"een": "p"}, title=title.strip()))
    wanted = f"Wie werkt met wie: {title.strip()}" if title else "Wie werkt met wie"
    assert picture.title == wanted
    root = parsed(picture.svg or "")
    assert root.findtext(f"{TAG}title") == wanted


def test_a_collaboration_that_names_itself_has_no_line() -> None:
    one = Collaboration(
        id="een", name="Een", canvas=Canvas(parties=[Participation(party="een"), Participation(party="p")])
    )
    assert _links(_svg(Portfolio(collaborations=[one]))) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("gear", list(Gear))
def test_a_notebook_lists_gear_and_form(form: Form, gear: Gear, language: Language) -> None:
    one = Collaboration(id="een", name="Een", gear=gear, canvas=Canvas(form=form))
    said = texts(represent(Portfolio(collaborations=[one]), language))
    assert said[-4:] == ["Een", gear.label(language), form.label(language), "0"]


@pytest.mark.parametrize("count", [0, 1, 2, 8, 9, 25, 26, 50])
def test_a_notebook_shows_so_many_rows(count: int) -> None:
    parties = [
        Participation(party=f"p-{n}", contributions=[Contribution(kind="kennis")]) for n in range(count)
    ]
    said = texts(represent(Canvas(parties=parties)))
    assert len([each for each in said if each.startswith("p-")]) == min(count, MOST_ROWS)
    assert said.count("kennis") == min(count, MOST_ROWS)
    more = count - MOST_ROWS
    assert [each for each in said if "en nog" in each] == ([f"… en nog {more}"] if more > 0 else [])


@pytest.mark.parametrize(
    ("record", "nl", "en"),
    [
        (Organization(id="x", name="Waterschap X"), "Waterschap X (x)", "Waterschap X (x)"),
        (Organization(id="p", name=SECRET, kind="person"), "p", "p"),
        (Goal(id="g", name="Randen", kind="shared"), "g", "g"),
        (Collaboration(id="c", name="Polder"), "Polder (c)", "Polder (c)"),
        (Contribution(amount=1250.5, unit="EUR"), "€ 1.250,5", "€ 1,250.5"),
        (Organization(id="x", name="a\nb <i>"), "a b <i> (x)", "a b <i> (x)"),
    ],
)
def test_a_record_shows_itself_in_both_languages(record: object, nl: str, en: str) -> None:
    for language, wanted in (("nl", nl), ("en", en)):
        said = " ".join(" ".join(texts(represent(record, language))).split())
        assert wanted in said and SECRET not in said
