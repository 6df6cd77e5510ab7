import datetime
import re

import attrs
import pytest
from display_cases import AS_OF, SECRET, TRAP, crowd, full_case, numbers, parsed, texts, trapped, words
from hypothesis import given, settings

from samenwerking.display import blank_canvas, canvas
from samenwerking.display.facts import letter
from samenwerking.model import Agreement, Goal, LeftEmpty, Organization, Participation, Portfolio
from samenwerking.rules import agenda, diagnose
from samenwerking.testing.strategies import portfolios
from samenwerking.vocabulary import CanvasTopic, Form, Need, reading

ID = "voorbeeldpolder"


def _section(page: str, name: str) -> str:
    found = re.search(rf'<section class="wide {name}">.*?</section>', page, re.S)
    assert found is not None
    return found[0]


def _page(portfolio: Portfolio, id_: str = ID, **more: object) -> str:
    return canvas(portfolio, id_, **{"as_of": AS_OF} | more).html or ""


def _rows(section: str) -> list[list[str]]:
    return [[" ".join(" ".join(c.itertext()).split()) for c in row] for row in parsed(section).iter("tr")]


def test_the_header(full: Portfolio) -> None:
    said = texts(_section(_page(full), "front"))
    for expected in (
        "Groenblauwe dooradering Voorbeeldpolder",
        "Canvas · concept, hieraan kunnen geen rechten worden ontleend",
        "Voorbeeldpolder",
        "januari 2026 t/m 2031",
        "samenwerking gericht op een gezamenlijk doel",
        "Provincie Z (gebiedsregisseur)",
        "1 juni 2026",
        "12 maart 2026 (3 van 5 partijen)",
    ):
        assert expected in said


def test_each_party_brings_takes_risks_and_until_when(full: Portfolio) -> None:
    rows = _rows(_section(_page(full), "front"))
    heads, first, second, _, fourth, fifth = rows
    assert [head.split()[0] for head in heads] == ["Partij", "Brengt", "Haalt", "Draagt", "Tot"]
    assert "Waterschap X" in first[0] and "medefinancier" in first[0]
    assert first[1] == "€ 200.000 (2026 t/m 2028); keurvergunning voor natuurvriendelijke oevers"
    assert first[3] == "begroting na verkiezingen (40%)"
    assert first[4] == "t/m 2028"
    assert second[3] == "opbrengst valt tegen in droge jaren; grond op eigen risico"
    assert second[4] == "t/m 2032"
    assert fourth[3] == "bewust leeg: alleen kennis"
    assert fifth[1:] == ["", "punten in het keurmerk", "", ""]


def test_a_column_asks_only_where_something_is_open(full: Portfolio) -> None:
    heads = _rows(_section(_page(full), "front"))[0]
    assert "Wat brengt deze partij in?" in heads[1]
    every = [Participation(party="waterschap-x", contributions=full[ID].canvas.parties[0].contributions)]
    answered = full.evolve(ID, canvas__parties=every)
    heads = _rows(_section(_page(answered), "front"))[0]
    assert heads[1] == "Brengt" and "Wat haalt deze partij eruit?" in heads[2]


def test_the_step_back_has_ticks_only(full: Portfolio) -> None:
    front = _section(_page(full), "front")
    assert front.count("☑") == 2 and front.count("☐") == 3
    assert "2026-02" not in front and "februari 2026" not in front


def test_at_most_three_questions_each_for_someone(full: Portfolio) -> None:
    front = _section(_page(full), "front")
    items = agenda(diagnose(full, ID, as_of=AS_OF), n=3)
    said = " ".join(texts(front))
    assert len(items) == 3
    for item in items:
        assert f"{item.question('nl')} voor {item.who('nl')}" in said


def test_rule_codes_stand_on_the_back_only(full: Portfolio) -> None:
    page = _page(full)
    code = re.compile(r"\b(KAN|KLO|WER|LEV|TAA)\d{3}\b")
    assert not code.search(_section(page, "front"))
    assert code.search(_section(page, "back"))


def test_the_strip_of_agreement(full: Portfolio) -> None:
    front = parsed(_section(_page(full), "front"))
    signed = [" ".join(e.itertext()) for e in front.iter("div") if e.attrib.get("class") == "sign"]
    assert [bool(re.search("12 maart 2026", each)) for each in signed] == [True, True, True, False, False]
    assert all("Paraaf" in each for each in signed)


def test_a_canvas_that_changed_after_the_agreement_says_so(full: Portfolio) -> None:
    old = Agreement(on="2026-03-12", parties=["waterschap-x"], digest="0" * 16)
    changed = full.evolve(ID, canvas__agreements=[old])
    said = texts(_section(_page(changed), "front"))
    assert "12 maart 2026, daarna gewijzigd" in said
    assert "12 maart 2026" not in said
    none = full.evolve(ID, canvas__agreements=[])
    assert "nog niet" in texts(_section(_page(none), "front"))


def test_the_back_holds_all_nine_topics(full: Portfolio) -> None:
    back = _section(_page(full), "back")
    said = texts(back)
    for place, each in enumerate(CanvasTopic, 1):
        assert f"{place} {each.label('nl')}" in said
    assert "Bevestigd door Provincie Z, 2 april 2026." in said
    assert any(each.startswith("Bronnen: Samenwerkingsplan (gezien 1 april 2026)") for each in said)
    assert any("niet door de makers goedgekeurd" in each for each in said)


def test_what_was_left_empty_on_purpose_is_not_asked(full: Portfolio) -> None:
    back = " ".join(texts(_section(_page(full), "back")))
    assert "Natuurvereniging Noorderlicht en Zuivelcoöperatie De Melkbus" in back  # others are still asked
    risk = reading_question("parties[].risks").format(party="Natuurvereniging Noorderlicht")
    assert risk not in back


def reading_question(path: str) -> str:
    return next(row.question.nl for row in reading().requirements if row.path == path)


def test_what_is_unknown_is_shown_as_unknown() -> None:
    back = " ".join(texts(_section(_page(crowd(2), "groot"), "back")))
    assert "Door wie bevestigd: onbekend." in back and "Bronnen: niet opgegeven." in back


def test_many_parties_are_called_all_of_them() -> None:
    back = " ".join(texts(_section(_page(crowd(12), "groot"), "back")))
    assert "alle 12 partijen" in back


def test_nothing_private_and_no_person(full: Portfolio) -> None:
    for language in ("nl", "en"):
        page = _page(full, language=language)
        assert SECRET not in page
        assert "987654" not in page and "123456" not in page and "987.654" not in page
        assert "Boer" not in page
        assert "kan tegenhouden" not in page and "can block" not in page


def test_private_content_changes_nothing(full: Portfolio) -> None:
    from samenwerking.model import without_private

    assert _page(without_private(full)) == _page(full)


def test_a_person_as_a_party_is_numbered(full: Portfolio) -> None:
    joined = full.evolve(ID, canvas__parties=[Participation(party="boer-1", role="grondeigenaar")])
    rows = _rows(_section(_page(joined), "front"))
    assert "persoon 2" in rows[1][0] and "grondeigenaar" in rows[1][0]


def test_every_text_is_escaped(full: Portfolio) -> None:
    trap = trapped(full)
    page = _page(trap)
    assert "<script" not in page
    assert TRAP.replace("\ufffe", "\ufffd") in " ".join(parsed(page).itertext())


def test_pages_are_well_formed_and_the_same_every_time(full: Portfolio) -> None:
    assert _page(full) == _page(full_case())
    assert parsed(_page(full)).attrib["lang"] == "nl"


def test_english_has_no_dutch_furniture(full: Portfolio) -> None:
    said = texts(_section(_page(full, language="en"), "front"))
    assert "Canvas · draft, no rights can be derived from it" in said
    assert "collaboration aimed at a shared goal" in said
    assert not {"Doelen", "Akkoord", "Open vragen", "Paraaf"} & set(said)


def test_no_letter_is_smaller_than_nine_points_on_a4(full: Portfolio) -> None:
    for page in (_page(full), blank_canvas("shared-goal").html or "", _page(crowd(12), "groot")):
        sizes = [float(size) for size in re.findall(r"font-size: ([\d.]+)pt", page)]
        sizes += numbers(page, "font-size")
        assert min(sizes) * 210 / 297 >= 9
        assert not re.search(r"font-size: [\d.]+(px|em|rem|mm)", page)


def test_the_size_of_the_paper_and_dark_on_a_screen_only(full: Portfolio) -> None:
    page = _page(full)
    assert "@page { size: A3 landscape; margin: 10mm; }" in page
    assert page.count("prefers-color-scheme") == page.count("@media screen and (prefers-color-scheme: dark)")
    colours = set(re.findall(r"#[0-9a-f]{6}\b", page))
    assert all(c[1:3] == c[3:5] == c[5:7] for c in colours)


def test_nothing_is_fetched(full: Portfolio) -> None:
    page = _page(full)
    assert not re.search(r"(src|href)=|url\(|@import", page)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_empty_front_has_at_most_250_words(language: str) -> None:
    for form in (None, *Form):
        page = blank_canvas(form, language=language).html or ""
        assert 40 < words(_section(page, "front")) <= 250


@pytest.mark.parametrize("form", [None, *Form])
def test_an_empty_back_asks_what_the_form_needs(form: Form | None) -> None:
    picture = blank_canvas(form, language="en")
    back = " ".join(texts(_section(picture.html or "", "back")))
    rows = [row for row in reading().requirements if row.topic]
    needed = {row.code for row in rows if reading().need(row, form) in (Need.REQUIRED, Need.EXPECTED)}
    assert set(re.findall(r"\b[A-Z]{3}\d{3}\b", back)) == needed
    assert "{" not in back


def test_an_empty_sheet_has_rows_and_lines_to_write_on() -> None:
    front = _section(blank_canvas().html or "", "front")
    rows = _rows(front)
    assert [row[0].strip() for row in rows[1:]] == list("ABCDEFGH")
    assert front.count('class="pen"') == 7
    assert '#111111" stroke="#111111' not in front  # no gear is engaged
    assert "samenwerking gericht op een gezamenlijk doel" in texts(
        _section(blank_canvas("shared-goal").html or "", "front")
    )


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(ValueError, match="huwelijk"):
        blank_canvas("huwelijk")


def test_over_eight_parties_go_to_an_appendix_in_the_same_letter() -> None:
    page = _page(crowd(12, goals=6), "groot")
    front, appendix = _section(page, "front"), _section(page, "appendix")
    assert len(_rows(front)) == 1 + 8
    assert "En verder: 4, zie bijlage." in texts(front)
    assert "Meer doelen: 2, zie bijlage." in texts(front)
    said = texts(appendix)
    assert "Doel nummer 5" in said
    names = [row[0] for row in _rows(appendix)]
    assert [name.split()[0] for name in names if "Stichting" in name] == list(
        "ABCDEFGHIJKL"
    )  # eight cut, four more
    assert '<section class="wide appendix">' not in _page(full_case())


def test_what_is_cut_on_the_front_stands_in_full_in_the_appendix() -> None:
    portfolio = crowd(3)
    page = _page(portfolio, "groot")
    whole = " ".join(portfolio["groot"].canvas.parties[0].contributions[0].description.split())
    front = [cell for row in _rows(_section(page, "front")) for cell in row]
    assert whole in front  # three parties leave room
    page = _page(crowd(8), "groot")
    front = [cell for row in _rows(_section(page, "front")) for cell in row]
    assert whole not in front and any(cell.endswith("…") for cell in front)
    assert whole in texts(_section(page, "appendix"))


def test_a_crowd_is_bounded() -> None:
    page = _page(crowd(500, goals=100), "groot")
    assert len(page) < 300_000
    assert "… en nog 432" in texts(page)


def test_a_network_shows_what_it_is_for(full: Portfolio) -> None:
    network = full.evolve(ID, canvas__purpose="Halen en brengen van kennis", canvas__goals=[])
    assert "Halen en brengen van kennis" in texts(_section(_page(network), "front"))
    empty = full.evolve(ID, canvas__goals=["weg"])
    assert "weg" in texts(_section(_page(empty), "front"))


def test_goals_of_other_kinds_say_so(full: Portfolio) -> None:
    own = Goal(id="eigen", name="Eigen doel", kind="own", deadline="2027")
    page = _page(full.add(own).evolve(ID, canvas__goals=["eigen"]))
    said = texts(_section(page, "front"))
    assert "Eigen doel" in said and "2027" in said


def test_no_question_is_open() -> None:
    described = Portfolio(organizations=[Organization(id="x", name="X")]).add(
        attrs.evolve(crowd(1)["groot"], id="klein")
    )
    assert "Open vragen" in texts(_section(_page(described, "klein"), "front"))


def test_today_is_the_day_if_none_is_given(full: Portfolio) -> None:
    assert str(datetime.date.today().year) in (canvas(full, ID).html or "")


def test_another_reading_is_followed(full: Portfolio) -> None:
    none = attrs.evolve(reading(), requirements=())
    page = _page(full, reading=none)
    assert not re.search(r"\bKAN\d{3}\b", page)


@pytest.mark.parametrize("wrong", ["nergens", "waterschap-x"])
def test_only_a_collaboration_has_a_canvas(full: Portfolio, wrong: str) -> None:
    with pytest.raises((KeyError, TypeError)):
        canvas(full, wrong)


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (0, 25, 26, 52)] == ["A", "Z", "A2", "A3"]


@settings(max_examples=25, deadline=None)
@given(portfolios())
def test_any_collaboration_has_a_canvas(portfolio: Portfolio) -> None:
    for collaboration in portfolio.collaborations:
        picture = canvas(portfolio, collaboration.id, as_of=AS_OF)
        parsed(picture.html or "")


def test_what_is_left_empty_elsewhere_is_said_on_the_back(full: Portfolio) -> None:
    reason = LeftEmpty(path="setup.conflict_procedure", reason="we zien elkaar elke week")
    page = _page(full.evolve(ID, canvas__left_empty=[reason]))
    assert "bewust leeg: we zien elkaar elke week" in texts(_section(page, "back"))


def test_an_agreement_after_the_day_does_not_count_yet(full: Portfolio) -> None:
    early = _section(_page(full, as_of=datetime.date(2026, 3, 1)), "front")
    assert "nog niet" in texts(early) and "12 maart 2026" not in early


def test_an_agreement_of_all_is_only_a_date(full: Portfolio) -> None:
    everyone = full.evolve(ID, canvas__agreements=[Agreement(on="2026-04", parties=full.parties_of(ID))])
    assert "april 2026" in texts(_section(_page(everyone), "front"))


def test_goals_that_do_not_fit_stand_in_the_appendix(full: Portfolio) -> None:
    long = "Een doel met een heel lange naam die over meer dan twee regels van het canvas loopt"
    goals = [attrs.evolve(full["randen"], id=f"g-{n}", name=f"{n} {long}") for n in range(4)]
    page = _page(full.add(*goals).evolve(ID, canvas__goals=goals))
    front, appendix = _section(page, "front"), _section(page, "appendix")
    shown = front.count('class="goal fit"')
    assert 1 <= shown < 4
    assert f"Meer doelen: {4 - shown}, zie bijlage." in texts(front)
    assert f"3 {long}" in texts(appendix)


def test_the_same_fact_of_many_is_said_once(full: Portfolio) -> None:
    parties = [attrs.evolve(p, interests_discussed=True) for p in full[ID].canvas.parties]
    back = texts(_section(_page(full.evolve(ID, canvas__parties=parties)), "back"))
    assert "ja (alle 5 partijen)" in back
