"""The pictures of the gallery can be drawn, and the page shows each of them."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.fixture(scope="module")
def pictures() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pictures", DOCS / "pictures.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_picture_on_the_page_is_made_and_the_reverse(pictures: ModuleType, tmp_path: Path) -> None:
    made = pictures.make(tmp_path / "pictures")
    page = (DOCS / "gallery.md").read_text(encoding="utf-8")
    assert all(f"_generated/pictures/{path.name}" in page for path in made)
    assert page.count("_generated/pictures/") == len(made)


def test_two_runs_give_the_same_files(pictures: ModuleType, tmp_path: Path) -> None:
    one, other = (sorted(pictures.make(tmp_path / name)) for name in ("a", "b"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]
