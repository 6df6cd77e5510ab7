"""The coverage matrix: what stands in each cell, what is called a gap, and what is not."""

import itertools
import re

import attrs
import pytest
from display_cases import AS_OF, SECRET, full_case, parsed, texts, trapped

from samenwerking.display import coverage_matrix
from samenwerking.graph.gaps import coverage
from samenwerking.io import example
from samenwerking.model import Portfolio
from samenwerking.vocabulary import CodeList, Language, Ownership, codes

SVG = "{http://www.w3.org/2000/svg}"
SHARED = example("shared-goal")
WANTED = ["overheid", "bank", "kennisinstelling"]


def drawn(portfolio: Portfolio, *wishes: object, language: Language = "nl") -> str:
    return coverage_matrix(portfolio, *wishes, language=language, as_of=AS_OF).svg or ""  # type: ignore[arg-type]


def boxes(svg: str) -> list[str]:
    """Return what stands in the boxes, that of the key included."""
    found = []
    parts = list(parsed(svg).iter())
    for box, text in itertools.pairwise(parts):
        if box.tag == f"{SVG}rect" and box.attrib["width"] == "18" and text.tag == f"{SVG}text":
            found.append(text.text or "")
    return found


@pytest.mark.parametrize("rows", ["goal", "theme", "priority", "area"])
@pytest.mark.parametrize("columns", ["sector", "ownership"])
def test_every_cell_says_how_many(rows: str, columns: str) -> None:
    portfolio = example("deltaplan")
    found = coverage(portfolio, rows, columns, as_of=AS_OF).value  # type: ignore[arg-type]
    assert found is not None
    expected = [str(len(cell.parties)) for cell in found.cells]
    expected += [str(len(parties)) for parties in found.unknown.values()]
    assert sorted(boxes(drawn(portfolio, rows, columns))) == sorted([*expected, "3"])


@pytest.mark.parametrize("language", ["nl", "en"])
def test_rows_and_columns_bear_their_names(language: Language) -> None:
    said = texts(drawn(SHARED, language=language))
    found = coverage(SHARED, as_of=AS_OF).value
    assert found is not None
    for column in found.columns:
        assert codes(CodeList.SECTOR)[column].label(language) in said
    for goal in SHARED.goals:
        assert goal.name in said
    assert ("sector onbekend" if language == "nl" else "sector unknown") in said
    owned = texts(drawn(SHARED, "priority", "ownership", language=language))
    assert Ownership.PUBLIC.label(language) in owned
    assert ("Speerpunt" if language == "nl" else "Priority") in owned
    assert ("Gebied" if language == "nl" else "Area") in texts(drawn(SHARED, "area", language=language))


def test_without_a_wish_nothing_is_called_a_gap() -> None:
    svg = drawn(SHARED)
    assert "?" not in boxes(svg)
    assert not [each for each in texts(svg) if each.startswith("Nog niemand")]
    assert "gewenst, nog niemand gevonden" not in texts(svg)


def test_what_is_wanted_and_missing_is_asked_told_and_who_could_fill_it() -> None:
    svg = drawn(SHARED, "goal", "sector", WANTED)
    found = coverage(SHARED, required=WANTED, as_of=AS_OF).value
    assert found is not None
    assert boxes(svg).count("?") == len(found.missing) + 1
    said = " ".join(texts(svg))
    assert said.count("Nog niemand bij") == 1
    assert ": kennisinstelling en bank." in said
    assert "Wie kunnen we vragen voor" in said
    assert "Hogeschool Nergensland." in said
    picture = coverage_matrix(SHARED, required=WANTED, as_of=AS_OF)
    assert picture.alt.endswith(f"nog niemand gevonden: {len(found.missing)}.")


def test_a_wish_per_row_counts_for_that_row_only() -> None:
    first = SHARED.goals[0]
    said = " ".join(texts(drawn(SHARED, "goal", "sector", {first.id: ["bank"]})))
    assert f"Nog niemand bij {first.name}: bank." in said


def test_long_lists_of_gaps_are_cut() -> None:
    portfolio = example("deltaplan")
    every = list(codes(CodeList.SECTOR))
    said = texts(drawn(portfolio, "goal", "sector", every))
    assert len([each for each in said if each.startswith(("Nog niemand", "Wie kunnen"))]) <= 20
    assert any(re.fullmatch(r"… en nog \d+", each) for each in said)


def test_it_says_how_it_counts_and_that_absence_proves_nothing() -> None:
    said = " ".join(texts(drawn(SHARED)))
    assert coverage(SHARED).convention.nl in said
    assert "Dat iemand hier niet staat, betekent niet dat die er niet is." in said


def test_nothing_to_draw() -> None:
    picture = coverage_matrix(Portfolio(), as_of=AS_OF)
    assert "Er valt nog niets te tekenen." in texts(picture.svg or "")
    assert picture.alt == "Wie zit waar aan tafel: Portefeuille. Er valt nog niets te tekenen."


def test_all_stands_within_the_drawing_in_letters_of_nine_points_or_more() -> None:
    for portfolio in (example("deltaplan"), SHARED, full_case()):
        root = parsed(drawn(portfolio, "goal", "sector", WANTED))
        _, _, wide, high = (float(each) for each in root.attrib["viewBox"].split())
        for text in root.iter(f"{SVG}text"):
            assert float(text.attrib["font-size"]) >= 9
            assert 0 <= float(text.attrib["x"]) <= wide
            assert 0 <= float(text.attrib["y"]) <= high
        for turned in root.iter(f"{SVG}g"):
            x, y = map(float, re.findall(r"translate\(([\d.]+) ([\d.]+)\)", turned.attrib["transform"])[0])
            assert 0 < x < wide
            assert 60 < y < high


def test_nothing_private_traps_shut_and_no_colour() -> None:
    svg = drawn(full_case())
    assert SECRET not in svg
    assert all(c[1:3] == c[3:5] == c[5:7] for c in re.findall(r"#[0-9a-f]{6}\b", svg))
    assert "<script" not in drawn(trapped(full_case()))


def test_order_does_not_matter_and_what_does_not_exist_is_refused() -> None:
    mixed = attrs.evolve(SHARED, organizations=SHARED.organizations[::-1], goals=SHARED.goals[::-1])
    assert drawn(mixed, "goal", "sector", WANTED) == drawn(SHARED, "goal", "sector", WANTED)
    with pytest.raises(ValueError, match="did you mean 'bank'"):
        drawn(SHARED, "goal", "sector", ["banken"])
    with pytest.raises(ValueError, match="rows are one of"):
        drawn(SHARED, "doel")
    with pytest.raises(ValueError, match="unknown language"):
        drawn(SHARED, language="fr")  # type: ignore[arg-type]
