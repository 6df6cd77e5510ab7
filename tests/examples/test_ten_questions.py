"""The notebook with ten questions runs from top to bottom and answers each of them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

NOTEBOOK = Path(__file__).parents[2] / "examples" / "tien-vragen.ipynb"


def cells(kind: str) -> list[str]:
    held = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in held if cell["cell_type"] == kind]


def test_there_are_ten_questions() -> None:
    asked = re.findall(r"^## (\d+)\. .*\?$", "\n".join(cells("markdown")), re.MULTILINE)
    assert asked[0] == "1" and len(asked) >= 9
    numbers = re.findall(r"^## (\d+)\.", "\n".join(cells("markdown")), re.MULTILINE)
    assert [int(number) for number in numbers] == list(range(1, 11))


def test_it_runs_and_says_what_it_promises(capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, Any] = {}
    for cell in cells("code"):
        exec(compile(cell, NOTEBOOK.name, "exec"), names)
    out = capsys.readouterr().out
    for said in (
        "147 organisaties, 27 samenwerkingen",
        "in dit bestand staan er 27.",
        "InfraNatuur: ontbreekt nog: overheid",
        "bekeken: 10878 keer weglaten",
        "Zonder Provincie Fryslân komen los:",
        "Van Gogh Nationaal Park en Waterschap De Dommel",
        "gevonden 0.49, verwacht 0.69",
        "2022-02-24  Gemeente Hoeksche Waard: ondertekend",
        "is dat hetzelfde geld?",
        "modulariteit 0.55",
        "dichtheid       0.13 (tussen",
    ):
        assert said in out
