"""Every picture, for every form, in both languages, of few and of many, of the worst that people write."""

import re
from collections.abc import Callable
from functools import cache

import attrs
import pytest
from display_cases import AS_OF, SECRET, crowd, full_case, parsed, texts, trapped, web, words

from samenwerking.display import (
    Picture,
    blank_canvas,
    canvas,
    canvas_matrix,
    conversation_sheet,
    gearbox,
    goal_tree,
    map,  # noqa: A004
    report,
    type_matrix,
)
from samenwerking.model import Canvas, Collaboration, Goal, Organization, Participation, Portfolio
from samenwerking.rules import diagnose, validate
from samenwerking.vocabulary import Form, Gear, Language

ID = "voorbeeldpolder"
LANGUAGES: tuple[Language, ...] = ("nl", "en")
CODE = re.compile(r"\b(KAN|KLO|WER|LEV|TAA)\d{3}\b")
PRIVATE = (SECRET, "987654", "987.654", "987,654", "123456", "123.456", "123,456")
ACTIVE = ("<script", "javascript:", "onload=", "onclick=", "<iframe", "<object", "<embed", "<link", "@import")

Maker = Callable[[Portfolio, str, Language], Picture]
MAKERS: dict[str, Maker] = {
    "canvas": lambda p, i, g: canvas(p, i, language=g, as_of=AS_OF),
    "conversation": lambda p, i, g: conversation_sheet(p, i, language=g, as_of=AS_OF),
    "gearbox": lambda p, i, g: gearbox(diagnose(p, i, as_of=AS_OF), language=g),
    "matrix": lambda p, i, g: type_matrix(p, i, language=g, as_of=AS_OF),
    "bare": lambda p, i, g: type_matrix(p, i, bare=True, language=g, as_of=AS_OF),
    "all": lambda p, i, g: type_matrix(p, language=g, as_of=AS_OF),
    "map": lambda p, i, g: map(p, language=g, as_of=AS_OF),
    "topics": lambda p, i, g: canvas_matrix(p, language=g, as_of=AS_OF),
    "goals": lambda p, i, g: goal_tree(p, language=g, as_of=AS_OF),
    "report": lambda p, i, g: report(validate(p, as_of=AS_OF), title=p.title, language=g),
}
SHEETS = ("canvas", "conversation")
NASTY = {
    "long": "Stichting " + "tot bevordering van weidevogels en " * 40,
    "one word": "Samenwerkingsverbandcoördinatieoverleg" * 12,
    "rtl": "جمعية حماية الطبيعة \u202eomgekeerd\u202c עמותה",
    "emoji": "🦋🌾👩‍🌾 Vlinders & Co 🇳🇱",
    "quotes": '\'t "Groene" Hart <b>“vet”</b> &amp; `code`',
    "newlines": "Eerste regel\nTweede\r\nDerde\tvierde\u2028vijfde",
    "control": "einde\uffff \ufffe \x85 \u2029 van tekst",
    "wide": "環境保護団体と農家の協力",
    "one sign": "x",
    "braces": "{name} {0} %s ]]> <!-- -->",
    "style": "</style></title><svg onload=alert(1)>",
}


def _markup(picture: Picture) -> str:
    return picture.html or picture.svg or ""


@cache
def _formed(form: Form | None) -> Portfolio:
    return full_case().evolve(ID, canvas__form=form)


def _named(name: str, *, goals: int = 1) -> Portfolio:
    """Return a portfolio in which everything that has a name is called so."""
    organizations = [Organization(id=f"o-{n}", name=name) for n in range(3)]
    aims = [Goal(id=f"g-{n}", name=name, kind="shared", lead="o-0") for n in range(goals)]
    whole = Canvas(parties=[Participation(party=each) for each in organizations], goals=aims)
    held = [Collaboration(id=id_, name=name, canvas=whole) for id_ in ("x", "y")]
    return Portfolio(title=name, organizations=organizations, goals=aims, collaborations=held)


def _front(page: str) -> str:
    found = re.search(r'<section class="wide front">.*?</section>', page, re.S)
    assert found is not None
    return found[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [None, *Form])
@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_every_form_in_every_picture(kind: str, form: Form | None, language: Language) -> None:
    picture = MAKERS[kind](_formed(form), ID, language)
    markup = _markup(picture)
    root = parsed(markup)
    assert root.attrib["lang"] == picture.language == language
    for forbidden in (*PRIVATE, *ACTIVE):
        assert forbidden not in markup.casefold() if forbidden.islower() else forbidden not in markup
    assert not any(each in picture.alt + picture.title for each in PRIVATE)
    assert "{" not in " ".join(texts(markup)) and "None" not in texts(markup)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [None, *Form])
def test_the_front_has_no_codes_and_few_words(form: Form | None, language: Language) -> None:
    page = _markup(canvas(_formed(form), ID, language=language, as_of=AS_OF))
    front = _front(page)
    assert not CODE.search(front)
    assert 150 < words(front) <= 420
    if form:
        assert form.label(language) in " ".join(texts(front))
    for sheet in (blank_canvas(form, language=language), conversation_sheet(_formed(form), ID, as_of=AS_OF)):
        held = _markup(sheet)
        assert not CODE.search(_front(held) if "wide front" in held else held)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [None, *Form])
def test_an_empty_sheet_is_safe_and_says_its_form(form: Form | None, language: Language) -> None:
    picture = blank_canvas(form, language=language)
    root = parsed(_markup(picture))
    assert root.attrib["lang"] == language
    assert len(list(root.iter("section"))) == 2
    assert picture.title == ("Canvas" if form is None else f"Canvas: {form.label(language)}")
    assert not any(each in _markup(picture) for each in ACTIVE)


@pytest.mark.parametrize("kind", sorted(MAKERS))
@pytest.mark.parametrize("nasty", sorted(NASTY))
def test_whatever_it_is_called(kind: str, nasty: str) -> None:
    name = NASTY[nasty]
    picture = MAKERS[kind](_named(name), "x", "nl")
    markup = _markup(picture)
    root = parsed(markup)
    assert "<b>“vet”" not in markup and "<svg onload" not in markup and "<!-- --" not in markup
    assert len([e for e in root.iter() if e.tag == "title" or e.tag.endswith("}title")]) >= 1
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\uffff]", markup)
    assert len(markup) < 120_000


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_the_same_twice(kind: str) -> None:
    one, two = (MAKERS[kind](full_case(), ID, "nl") for _ in range(2))
    assert one == two
    assert MAKERS[kind](full_case(), ID, "en") != one


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_traps_stay_shut_in_both_languages(kind: str, language: Language) -> None:
    markup = _markup(MAKERS[kind](trapped(full_case()), ID, language))
    assert "<script" not in markup
    assert [e for e in parsed(markup).iter() if e.tag.endswith("script")] == []


@pytest.mark.parametrize("count", [0, 1, 2, 8, 9, 50])
@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_few_and_many_parties(kind: str, count: int) -> None:
    picture = MAKERS[kind](crowd(count), "groot", "nl")
    markup = _markup(picture)
    parsed(markup)
    assert "\n" not in picture.alt and 10 < len(picture.alt) < 1_500
    assert len(markup) < 120_000


@pytest.mark.parametrize(
    ("count", "rows", "said"),
    [
        (0, 4, None),
        (1, 4, None),
        (2, 4, None),
        (4, 4, None),
        (8, 8, None),
        (9, 8, "En verder: 1, zie bijlage."),
        (50, 8, "En verder: 42, zie bijlage."),
    ],
)
def test_rows_on_the_front(count: int, rows: int, said: str | None) -> None:
    front = _front(_markup(canvas(crowd(count), "groot", as_of=AS_OF)))
    assert len(list(parsed(front).iter("tr"))) == rows + 1
    assert front.count('class="tick"') == min(count, 8)
    assert front.count('class="sign"') == max(min(count, 8), 4)
    further = [each for each in texts(front) if each.startswith("En verder")]
    assert further == ([said] if said else [])


@pytest.mark.parametrize("count", [0, 1, 2, 8, 9, 50])
def test_goals_on_the_front_and_the_rest_counted(count: int) -> None:
    page = _markup(canvas(crowd(3, goals=count), "groot", as_of=AS_OF))
    shown = _front(page).count('class="goal fit"')
    assert shown == min(count, 4)
    more = f"Meer doelen: {count - shown}, zie bijlage."
    assert (more in texts(page)) is (count > shown)
    for place in range(count):
        assert any(each == f"Doel nummer {place}" for each in texts(page))


@pytest.mark.parametrize("questions", [1, 2, 3, 4, 5, 9, 50])
def test_as_many_questions_as_asked_for(questions: int) -> None:
    page = _markup(conversation_sheet(full_case(), ID, n=questions, as_of=AS_OF))
    asked = page.count('class="question"')
    assert 1 <= asked <= questions
    assert page.count('class="nr"') == asked
    lines = page.count('class="pen"')
    assert lines == asked * {1: 8, 2: 6, 3: 5, 4: 3}.get(asked, 2)


@pytest.mark.parametrize("gear", list(Gear))
@pytest.mark.parametrize("language", LANGUAGES)
def test_exactly_one_gear_is_black(gear: Gear, language: Language) -> None:
    portfolio = full_case().evolve(ID, gear=gear)
    for picture in (MAKERS["gearbox"](portfolio, ID, language), MAKERS["canvas"](portfolio, ID, language)):
        knobs = re.findall(r'<circle fill="(#\w+)" stroke="#111111"', _markup(picture))
        assert knobs.count("#111111") == 1 and len(knobs) == 4
    assert gear.label(language) in MAKERS["gearbox"](portfolio, ID, language).alt


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_numbers_are_written_as_the_language_does(kind: str, language: Language) -> None:
    said = " ".join(texts(_markup(MAKERS[kind](full_case(), ID, language))))
    dutch, english = "1.250.000", "1,250,000"
    assert (english if language == "nl" else dutch) not in said
    if kind == "canvas":
        assert (dutch if language == "nl" else english) in said


@pytest.mark.parametrize("kind", SHEETS)
def test_dutch_furniture_is_not_on_english_sheets(kind: str) -> None:
    said = set(texts(_markup(MAKERS[kind](full_case(), ID, "en"))))
    assert not said & {"Doelen", "Partij", "Brengt", "Haalt", "Open vragen", "Paraaf", "wie:", "waarom:"}
    assert not said & {"Bijlage", "nog niet", "onbekend", "ja", "nee", "Volgende afspraak", "Aan tafel"}


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_no_colours_and_nothing_from_elsewhere(kind: str) -> None:
    markup = _markup(MAKERS[kind](full_case(), ID, "nl"))
    colours = re.findall(r"#[0-9a-f]{6}\b", markup)
    assert colours and all(c[1:3] == c[3:5] == c[5:7] for c in colours)
    assert not re.search(r"(src|href|srcset)=|url\(|https?://(?!www\.w3\.org)", markup)


@pytest.mark.parametrize("kind", ["gearbox", "matrix", "bare", "all", "map"])
def test_all_letters_of_a_drawing_stand_within_it(kind: str) -> None:
    svg = _markup(MAKERS[kind](full_case(), ID, "nl"))
    root = parsed(svg)
    _, _, wide, high = (float(each) for each in root.attrib["viewBox"].split())
    for element in root.iter("{http://www.w3.org/2000/svg}text"):
        assert 0 <= float(element.attrib["x"]) <= wide
        assert -1 <= float(element.attrib["y"]) <= high


@pytest.mark.parametrize(("organizations", "collaborations"), [(1, 1), (2, 2), (9, 8), (30, 15)])
def test_maps_of_every_size(organizations: int, collaborations: int) -> None:
    for language in LANGUAGES:
        svg = _markup(map(web(organizations, collaborations), language=language))
        said = " ".join(texts(svg))
        for n in range(collaborations):
            assert re.search(rf"\bSamenwerking {n}\b", said)


def test_all_organizations_may_have_the_same_name() -> None:
    said = " ".join(texts(_markup(map(_named("Zelfde")))))
    assert said.count("Zelfde") == 3 + 2 + 1  # boxes, frames, title


def test_a_person_is_numbered_wherever_it_is_a_party() -> None:
    portfolio = full_case().evolve(ID, canvas__parties=[Participation(party="boer-1")])
    for language, person in (("nl", "persoon 2"), ("en", "person 2")):
        for kind in ("canvas", "conversation", "map", "matrix"):
            markup = _markup(MAKERS[kind](portfolio, ID, language))
            assert person in markup and SECRET not in markup


@pytest.mark.parametrize("kind", ["canvas", "conversation", "gearbox", "matrix", "bare"])
def test_what_is_not_there_is_not_drawn(kind: str) -> None:
    with pytest.raises(KeyError):
        MAKERS[kind](full_case(), "nergens", "nl")
    with pytest.raises(TypeError):
        MAKERS[kind](full_case(), "waterschap-x", "nl")


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_an_unknown_language_is_refused(kind: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        MAKERS[kind](full_case(), ID, "fr")


def test_drawing_changes_nothing() -> None:
    before = full_case()
    held = attrs.evolve(before)
    for maker in MAKERS.values():
        maker(held, ID, "en")
    assert held == before
