"""What a director takes to the table: gearbox, agenda and pictures from the command line."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

import samenwerking as sw
from samenwerking.cli import main
from samenwerking.cli.meeting import (
    OF_COLLABORATION,
    OF_PARTY,
    PICTURES,
    agenda_text,
    diagnosis_text,
    picture,
)

DRAFT = ["example:draft", "voorbeeldpolder"]


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [
        ("nl", "Nu in: Kan", "Dat staat er nog niet."),
        ("en", "Now in: Can it (kan)", "It is not there yet."),
    ],
)
def test_diagnose(language: str, first: str, last: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diagnose", *DRAFT, "--language", language]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Voorbeeldpolder"
    assert lines[1] == first
    assert lines[-1].endswith(last)
    assert len(lines) == 2 + 5 + 1
    assert lines[3].startswith(("  Stap terug", "  Step back"))


@pytest.mark.parametrize("n", [1, 3, 5, 50])
def test_agenda(n: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agenda", *DRAFT, "-n", str(n)]) == 0
    shown = capsys.readouterr().out
    portfolio = sw.example("draft")
    items = sw.agenda(sw.diagnose(portfolio, "voorbeeldpolder"), n)
    assert shown.count("Wie:") == len(items) == min(n, 8)
    for number, item in enumerate(items, start=1):
        assert f"{number}. {item.question('nl')}\n   Wie: {item.who('nl')}. {item.why('nl')}" in shown


def test_an_agenda_without_open_questions_says_so() -> None:
    portfolio = sw.example("shared-goal")
    diagnosis = sw.diagnose(portfolio, portfolio.collaborations[0].id)
    assert not diagnosis.questions
    assert agenda_text(diagnosis, 5, "nl") == "Er staan geen vragen open."
    assert agenda_text(diagnosis, 5, "en") == "No questions are open."


def test_a_diagnosis_counts_what_is_in_it() -> None:
    portfolio = sw.example("flawed")
    diagnosis = sw.diagnose(portfolio, portfolio.collaborations[0].id)
    text = diagnosis_text(diagnosis, "nl")
    for state in diagnosis.states:
        assert f"{state.gear.label('nl')}: {state.answered} beantwoord, {len(state.open)} open" in text


@pytest.mark.parametrize("command", ["diagnose", "agenda"])
@pytest.mark.parametrize("id_", ["onbekend", "waterschap-voorbeeld"])
def test_only_collaborations_have_a_gearbox(
    command: str, id_: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "example:draft", id_]) == 2
    error = capsys.readouterr().err
    assert id_ in error
    assert "voorbeeldpolder" in error


@pytest.mark.parametrize("command", [["diagnose"], ["agenda"], ["draw", "canvas"]])
def test_a_file_that_cannot_be_read_gives_one(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "p.json"
    path.write_text("[]")
    output = ["-o", str(tmp_path / "x.html")] if "draw" in command else []
    assert main([*command, str(path), "x", *output]) == 1
    assert "SAM105" in capsys.readouterr().err


def test_an_agenda_of_nothing_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main(["agenda", *DRAFT, "-n", "0"])
    assert raised.value.code == 2
    assert "1 of meer" in capsys.readouterr().err


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_can_be_drawn(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "picture.html"
    source = [] if name == "blank-canvas" else DRAFT if name in OF_COLLABORATION else DRAFT[:1]
    source = [*DRAFT, "waterschap-voorbeeld"] if name in OF_PARTY else source
    assert main(["draw", name, *source, "-o", str(output)]) == 0
    html = output.read_text(encoding="utf-8")
    assert html.lstrip().startswith("<!DOCTYPE html>")
    assert str(output) in capsys.readouterr().out


@pytest.mark.parametrize("form", list(sw.Form))
def test_a_blank_canvas_per_form(form: sw.Form, tmp_path: Path) -> None:
    output = tmp_path / "blank.html"
    assert main(["draw", "blank-canvas", form.value, "-o", str(output)]) == 0
    assert output.read_text(encoding="utf-8") == picture("blank-canvas", None, form.value, "nl").html


def test_a_drawing_as_svg(tmp_path: Path) -> None:
    output = tmp_path / "map.svg"
    assert main(["draw", "map", "example:draft", "-o", str(output)]) == 0
    assert ElementTree.fromstring(output.read_text(encoding="utf-8")).tag.endswith("svg")


@pytest.mark.parametrize(
    "arguments",
    [
        ["blank-canvas", "geen-vorm", "-o", "x.html"],
        ["canvas", "example:draft", "-o", "x.html"],
        ["canvas", *DRAFT, "-o", "x.docx"],
        ["canvas", *DRAFT, "-o", "er-is-geen-map/x.html"],
    ],
)
def test_what_cannot_be_drawn_gives_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draw", *arguments]) == 2
    assert capsys.readouterr().err.strip()


def test_the_atlas_has_a_command_of_its_own_and_takes_a_filled_in_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("openpyxl")
    from samenwerking.io.tables import to_tables

    to_tables(sw.example("draft"), tmp_path / "formulier.xlsx")
    monkeypatch.chdir(tmp_path)
    assert main(["atlas", "formulier.xlsx"]) == 0
    assert "Geschreven: atlas.html." in capsys.readouterr().out
    assert "Natuurvereniging Voorbeeld" in (tmp_path / "atlas.html").read_text(encoding="utf-8")
