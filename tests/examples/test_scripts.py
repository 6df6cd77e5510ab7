"""The example programs and the first notebook run, say what they promise, and leave nothing behind."""

import json
import runpy
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
SAID = {
    "who_works_with_whom": ["BoerenNatuur en LTO Nederland:", "  - Verklaring van Driebergen"],
    "open_in_a_draft": [
        "Voorbeeldpolder: 8 vragen open in 'kan'",
        "Voorbeeldpolder: 5 vragen open in 'kan'",
        "   voor: elke partij zelf",
    ],
    "correct_a_reading": [
        "netwerk, voorkeursrelaties: netwerk -> voorkeursrelaties",
        "Met drie types:",
        "Met vier types:",
        "  KLO213: Welke omgangsregels gelden hier? Er staan er nog geen.",
    ],
}
NOTEBOOKS = sorted(EXAMPLES.glob("*.ipynb"))


def test_every_program_has_its_test():
    assert {path.stem for path in EXAMPLES.glob("*.py")} >= set(SAID)


@pytest.mark.parametrize("name", SAID)
def test_a_program_says_what_it_promises(name, capsys):
    runpy.run_path(str(EXAMPLES / f"{name}.py"), run_name="__main__")
    lines = capsys.readouterr().out.splitlines()
    for said in SAID[name]:
        assert said in lines


@pytest.mark.parametrize("name", SAID)
def test_a_program_is_short(name):
    assert len((EXAMPLES / f"{name}.py").read_text("utf-8").splitlines()) < 80


def cells(path):
    held = json.loads(path.read_text("utf-8"))["cells"]
    return {
        kind: ["".join(c["source"]) for c in held if c["cell_type"] == kind] for kind in ("code", "markdown")
    }


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_stored_without_outputs(path):
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        assert cell["cell_type"] != "code" or (cell["outputs"], cell["execution_count"]) == ([], None)


def test_the_first_notebook_runs_from_top_to_bottom(capsys):
    path = EXAMPLES / "eerste-stappen.ipynb"
    told = cells(path)
    assert len(told["markdown"]) >= 8 and told["markdown"][0].startswith("# Eerste stappen")
    names = {}
    for cell in told["code"]:
        exec(compile(cell, path.name, "exec"), names)
    out = capsys.readouterr().out
    for said in (
        "Groene Cirkels",
        "knelpunten: 0",
        "vragen eerst: 8",
        "vragen nu: 5",
        "gericht op een gezamenlijk doel: Gebiedsproces De Bedachte Polder (0 bevindingen en vragen)",
        "Samen: knelpunten (8) en aandachtspunten (7).",
    ):
        assert said in out
