import attrs
import pytest
from display_cases import AS_OF, parsed, texts

from samenwerking.display import gearbox
from samenwerking.display.gears import PLACES, small_gearbox
from samenwerking.model import Decision, Portfolio
from samenwerking.rules import Diagnosis, StepBackState, diagnose
from samenwerking.vocabulary import Gear


@pytest.fixture
def diagnosis(full: Portfolio) -> Diagnosis:
    return diagnose(full, "voorbeeldpolder", as_of=AS_OF)


def _centres(svg: str) -> dict[str, tuple[float, float]]:
    found = {}
    for element in parsed(svg).iter():
        if element.tag.endswith("text") and element.text in ("1", "2", "3", "4"):
            found[element.text] = (float(element.attrib["x"]), float(element.attrib["y"]))
    return found


def test_the_gears_stand_in_an_h(diagnosis: Diagnosis) -> None:
    for svg in (gearbox(diagnosis).svg, small_gearbox(Gear.KAN, 200, 100, "nl")):
        at = _centres(svg or "")
        assert at["1"][1] == at["3"][1] < at["2"][1] == at["4"][1]
        assert at["1"][0] == at["2"][0] < at["3"][0] == at["4"][0]
    assert set(PLACES) == set(Gear)


def test_the_step_back_is_in_the_gate_between_one_and_two(diagnosis: Diagnosis) -> None:
    svg = gearbox(diagnosis).svg or ""
    at = _centres(svg)
    (step,) = [e for e in parsed(svg).iter() if (e.text or "").startswith("Stap terug")]
    assert at["1"][1] < float(step.attrib["y"]) < at["2"][1]
    assert float(step.attrib["x"]) < at["1"][0]


def test_it_counts_in_words_and_marks_the_present_gear(diagnosis: Diagnosis) -> None:
    picture = gearbox(diagnosis)
    said = texts(picture.svg or "")
    for state in diagnosis.states:
        assert f"open: {len(state.open)}" in said
        assert f"beantwoord: {state.answered}" in said
    assert said.count("hier staan jullie nu") == 1
    assert "Nu in Klopt" in picture.alt
    black = [
        e
        for e in parsed(picture.svg or "").iter()
        if e.tag.endswith("circle") and e.attrib["fill"] == "#111111"
    ]
    assert len(black) == 1


def test_no_colours_but_black_grey_and_white(diagnosis: Diagnosis) -> None:
    for element in parsed(gearbox(diagnosis).svg or "").iter():
        for name in ("fill", "stroke"):
            colour = element.attrib.get(name, "none")
            assert colour == "none" or len({colour[1:3], colour[3:5], colour[5:7]}) == 1


def test_english_steps_back_and_what_is_only_described(diagnosis: Diagnosis) -> None:
    stepped = attrs.evolve(
        diagnosis, described=True, step_back=StepBackState(open=(), decisions=(Decision(text="stop"),))
    )
    said = texts(gearbox(stepped, language="en").svg or "")
    assert "you are here now" in said
    assert "open: 0, decisions: 1" in said
    assert "Only described, from sources: no questions were asked here." in said


def test_the_same_diagnosis_gives_the_same_drawing(diagnosis: Diagnosis) -> None:
    assert gearbox(diagnosis).svg == gearbox(diagnosis).svg
