"""The generated pages of the documentation follow from the package."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_generated_pages_are_up_to_date(generate: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert generate.main(["--check"]) == 0, capsys.readouterr().out


def test_two_runs_give_the_same_pages(generate: ModuleType) -> None:
    assert generate.pages() == generate.pages()


def test_a_page_that_is_out_of_date_is_named_and_written_again(
    generate: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(generate, "HERE", tmp_path / "docs")
    (tmp_path / "docs" / "reference").mkdir(parents=True)
    assert generate.main(["--check"]) == 1
    assert "reference" in capsys.readouterr().out
    assert generate.main([]) == 0
    assert generate.main(["--check"]) == 0


def test_every_page_says_that_it_is_generated(generate: ModuleType) -> None:
    for text in generate.pages().values():
        assert text.startswith(generate.FIRST_LINE)
        assert text.endswith("\n")


def test_every_attribute_of_every_record_is_explained(generate: ModuleType) -> None:
    from samenwerking.model import plan

    for cls in generate.record_classes():
        said = generate.argument_texts(cls)
        assert [field.name for field in plan(cls) if not said.get(field.name)] == [], cls


def test_every_fact_that_is_asked_for_stands_on_the_page_of_facts(generate: ModuleType) -> None:
    from samenwerking.vocabulary import reading

    page = "\n".join(generate.facts_page())
    assert all(f"`{row.path}`" in page for row in reading().requirements)
    assert all(f"[{code}](rules/{code}.md)" in page for code in reading().rules)
