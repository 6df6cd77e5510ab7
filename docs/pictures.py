"""Draw the pictures of the gallery: ``python docs/pictures.py [FOLDER]``; they are made, never kept."""

import datetime
import sys
from pathlib import Path

from samenwerking.display import (
    Picture,
    blank_canvas,
    canvas,
    canvas_matrix,
    conversation_sheet,
    coverage_matrix,
    gearbox,
    goal_tree,
    map as draw_map,
    party_sheet,
    report,
    type_matrix,
)
from samenwerking.io import example, example_names
from samenwerking.model import Portfolio
from samenwerking.rules import diagnose, validate

HERE = Path(__file__).resolve().parent
FOLDER = HERE / "_generated" / "pictures"
REAL = "deltaplan"
AS_OF = datetime.date(2026, 9, 1)  # a fixed day, so that two builds give the same files


def invented() -> Portfolio:
    """Return all invented examples in one portfolio; a record that several have comes from the first."""
    whole = Portfolio(title="Verzonnen gebiedsprocessen")
    for name in example_names():
        records = () if name == REAL else (place.record for place in example(name).locations())
        whole = whole.add(*(record for record in records if record.id not in whole))
    return whole


def pictures() -> dict[str, Picture]:
    """Return the pictures of the gallery by the name of their file."""
    draft, shared = example("draft"), example("shared-goal")
    early, later = draft.collaborations[0].id, shared.collaborations[0].id
    return {
        "canvas": canvas(shared, later, as_of=AS_OF),
        "canvas-draft": canvas(draft, early, as_of=AS_OF),
        "blank-canvas": blank_canvas(),
        "blank-canvas-shared-goal": blank_canvas("shared-goal"),
        "conversation-sheet": conversation_sheet(draft, early, as_of=AS_OF),
        "party-sheet": party_sheet(shared, later, "collectief-bedachte-polder", as_of=AS_OF),
        "party-sheet-draft": party_sheet(draft, early, "collectief-voorbeeldpolder", as_of=AS_OF),
        "report": report(validate(example("flawed"), as_of=AS_OF), title="Gebiedsproces met gebreken"),
        "canvas-matrix": canvas_matrix(invented(), as_of=AS_OF),
        "coverage-matrix": coverage_matrix(shared, required=["overheid", "bank"], as_of=AS_OF),
        "goal-tree": goal_tree(shared, as_of=AS_OF),
        "gearbox": gearbox(diagnose(shared, later, as_of=AS_OF)),
        "type-matrix": type_matrix(shared, later, as_of=AS_OF),
        "type-matrix-bare": type_matrix(draft, early, bare=True),
        "map": draw_map(example(REAL)),
    }


def make(folder: Path = FOLDER) -> list[Path]:
    """Draw all pictures into a folder, each in the shape it has."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for name, picture in pictures().items():
        path = folder / f"{name}.{'svg' if picture.svg else 'html'}"
        picture.save(path)
        made.append(path)
    return made


if __name__ == "__main__":
    for path in make(*map(Path, sys.argv[1:2])):
        print(path)
