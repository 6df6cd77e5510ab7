"""The canvas matrix as a page: what its cells say, in which order, and that it ranks nobody."""

import random
import re

import pytest
from display_cases import AS_OF, crowd, full_case, parsed, shuffled, texts

from samenwerking.display import canvas_matrix
from samenwerking.io import example
from samenwerking.model import Collaboration, Portfolio
from samenwerking.rules import canvas_matrix_rows
from samenwerking.vocabulary import CanvasTopic, Gear, Language

LANGUAGES: tuple[Language, ...] = ("nl", "en")


def gathered(*names: str) -> Portfolio:
    """Return several examples in one portfolio; a record that several have comes from the first."""
    whole = Portfolio(title="Alle voorbeelden")
    for name in names:
        records = (place.record for place in example(name).locations())
        whole = whole.add(*(record for record in records if record.id not in whole))
    return whole


WHOLE = gathered("shared-goal", "draft", "flawed", "network-platform", "transaction-deep", "deltaplan")


def page(portfolio: Portfolio, language: Language = "nl") -> str:
    return canvas_matrix(portfolio, language=language, as_of=AS_OF).html or ""


def table(portfolio: Portfolio, language: Language = "nl") -> list[list[str]]:
    """Return the table as rows of what its cells say."""
    rows = parsed(page(portfolio, language)).iter("tr")
    return [[" ".join(filter(None, map(str.strip, cell.itertext()))) for cell in row] for row in rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cell_says_what_the_rows_hold(language: Language) -> None:
    said = table(WHOLE, language)[2:-1]
    rows = [row for row in canvas_matrix_rows(WHOLE, as_of=AS_OF) if not row["described"]]
    assert len(rows) == 9 * len(said)
    words = {"nl": ("open", "beantwoord", "komt later"), "en": ("open", "answered", "comes later")}[language]
    none = {"nl": "niet gevraagd", "en": "not asked"}[language]
    for place, row in enumerate(rows):
        numbers = zip(words, (row["open"], row["answered"], row["later"]), strict=True)
        expected = " ".join(f"{word}: {n}" for word, n in numbers if n)
        assert said[place // 9][1 + place % 9] == (expected or none)


@pytest.mark.parametrize("language", LANGUAGES)
def test_columns_stand_under_the_four_gears_and_the_step_back(language: Language) -> None:
    gears, topics = table(WHOLE, language)[:2]
    assert topics == [topic.label(language) for topic in CanvasTopic]
    back = {"nl": "stap terug", "en": "step back"}[language]
    names = [f"{gear.order} {gear.label(language)}" for gear in Gear]
    assert gears[1:] == [names[0], back, *names[1:]]
    spans = [int(each.attrib.get("colspan", 1)) for each in parsed(page(WHOLE)).iter("th")][1:6]
    assert spans == [2, 1, 2, 2, 2]


def test_the_last_row_says_where_they_get_stuck() -> None:
    rows = [row for row in canvas_matrix_rows(WHOLE, as_of=AS_OF) if not row["described"]]
    expected = []
    for topic in CanvasTopic:
        mine = [row for row in rows if row["topic"] == topic.value]
        asked = [row for row in mine if row["open"] + row["answered"]]
        expected.append(f"bij {sum(row['open'] > 0 for row in mine)} van {len(asked)}")
    assert table(WHOLE)[-1] == ["Waar staat nog iets open?", *expected]


def test_the_present_gear_is_framed_and_the_step_back_never() -> None:
    for gear in Gear:
        (row,) = list(parsed(page(full_case().evolve("voorbeeldpolder", gear=gear))).iter("tr"))[2:-1]
        framed = [place for place, cell in enumerate(row.iter("td")) if cell.attrib.get("class") == "now"]
        topics = list(CanvasTopic)
        assert framed == [
            place
            for place, topic in enumerate(topics)
            if topic.gear is gear and topic is not CanvasTopic.STEP_BACK
        ]


def test_bars_show_the_shares_without_colour() -> None:
    for svg in parsed(page(WHOLE)).iter("svg"):
        frame, black, thin = svg
        wide = float(frame.attrib["width"])
        assert float(black.attrib["width"]) + float(thin.attrib["width"]) <= wide + 0.2
        assert {each.attrib.get("fill") for each in svg} <= {"none", "currentColor"}
    assert "red" not in page(WHOLE)
    assert all(c[1:3] == c[3:5] == c[5:7] for c in re.findall(r"#[0-9a-f]{6}\b", page(WHOLE)))


def test_it_says_what_the_marks_mean() -> None:
    said = texts(page(WHOLE))
    for words in ("nog open", "beantwoord, of bewust leeg", "komt later", "waar de samenwerking nu staat"):
        assert words in said


def test_those_only_described_are_listed_as_such_and_not_counted() -> None:
    said = texts(page(WHOLE))
    listed = said[said.index("Alleen beschreven, uit bronnen; hier zijn geen vragen gesteld:") + 1 :]
    names = sorted((each.name for each in example("deltaplan").collaborations), key=str.casefold)
    assert listed[: len(names)] == names
    assert not set(names) & {row[0] for row in table(WHOLE)}
    alone = canvas_matrix(example("deltaplan"), as_of=AS_OF)
    assert "<table" not in (alone.html or "")
    assert alone.alt.endswith("Samenwerkingen: 0; alleen beschreven: 27.")


def test_it_ranks_nobody() -> None:
    names = [row[0] for row in table(WHOLE)[2:-1]]
    assert names == sorted(names, key=str.casefold)
    assert all(len(row) == 10 for row in table(WHOLE)[2:])
    assert "%" not in " ".join(texts(page(WHOLE)))


def test_any_order_gives_the_same_page() -> None:
    for seed in range(3):
        assert page(shuffled(WHOLE, random.Random(seed))) == page(WHOLE)


def test_a_form_that_is_open_is_said_to_be() -> None:
    assert "vorm nog open" in texts(page(example("draft")))
    assert "form still open" in texts(page(example("draft"), "en"))


def test_there_is_nothing_to_draw() -> None:
    assert "Er valt nog niets te tekenen." in texts(page(Portfolio()))


def test_letters_are_large_enough_and_it_prints_on_a4() -> None:
    held = page(WHOLE)
    assert min(float(size) for size in re.findall(r"font-size: ([\d.]+)pt", held)) >= 9
    assert "@page { size: A4 landscape;" in held
    assert "display: table-header-group" in held


def test_many_collaborations_grow_in_step() -> None:
    def sized(count: int) -> int:
        return len(
            page(Portfolio(collaborations=[Collaboration(id=f"c{n}", name=f"C {n}") for n in range(count)]))
        )

    ten, hundred = sized(10), sized(100)
    assert (hundred - sized(0)) < 11 * (ten - sized(0))


def test_persons_stand_nowhere() -> None:
    assert "GEHEIM" not in page(full_case())
    assert page(crowd(3)).count("<tr") == 4


def test_english_furniture() -> None:
    said = set(texts(page(WHOLE, "en")))
    assert not said & {"Samenwerking", "niet gevraagd", "Waar staat nog iets open?", "nog open"}
