"""The examples on the pages of the documentation work as printed.

A block ``console`` holds commands and what they print, ``pycon`` Python at the prompt, ``python`` a script; a
block after ``<!-- file: NAME -->`` is written to that file first. An ellipsis stands for anything.
"""

import doctest
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from samenwerking.cli import main

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    page
    for page in (ROOT / "docs").glob("*/*.md")
    if re.search(r"^(```(console|pycon|python)$|<!-- file: )", page.read_text("utf-8"), re.MULTILINE)
)
BLOCK = re.compile(
    r"^(?:<!-- file: (?P<file>\S+) -->\n)?```(?P<language>\w+)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE
)
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def check_console(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    checker = doctest.OutputChecker()
    for typed, expected in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", text, re.MULTILINE):
        program, *arguments = shlex.split(typed)
        assert program == "samenwerking", typed
        main(arguments)
        captured = capsys.readouterr()
        printed = captured.out + captured.err
        assert checker.check_output(expected, printed, FLAGS), f"{typed}\n{printed}"


def check_session(text: str, names: dict[str, Any], page: Path) -> None:
    test = doctest.DocTestParser().get_doctest(text, names, page.name, str(page), 0)
    shown: list[str] = []
    runner = doctest.DocTestRunner(optionflags=FLAGS)
    runner.run(test, out=shown.append, clear_globs=False)
    assert runner.failures == 0, "".join(shown)
    names |= test.globs


def test_there_are_pages_with_examples() -> None:
    assert len(PAGES) > 5


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_examples_on_a_page_work_as_printed(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = page.read_text("utf-8")
    if ".yaml" in text:
        pytest.importorskip("yaml")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": "example"}
    for block in BLOCK.finditer(text):
        if block["file"]:
            (tmp_path / block["file"]).write_text(block["text"], encoding="utf-8")
        elif block["language"] == "console":
            check_console(block["text"], capsys)
        elif block["language"] == "pycon":
            check_session(block["text"], names, page)
        elif block["language"] == "python":
            exec(compile(block["text"], str(page), "exec"), names)
