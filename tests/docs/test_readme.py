"""What the README promises works as printed."""

import re
from pathlib import Path

import pytest

import samenwerking as sw

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "README.md").read_text("utf-8")
COMMANDS = {
    "check": "python3 -m venv .venv && .venv/bin/pip install -q . "
    "&& .venv/bin/samenwerking check example:deltaplan",
    "test": "python3 -m venv .venv && .venv/bin/pip install -q -c constraints.txt -e '.[all]' "
    "&& .venv/bin/python -m pytest",
}


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_marked_command_is_a_single_line_in_a_block_of_its_own(name: str) -> None:
    found = re.findall(rf"^<!-- command: {name} -->\n```sh\n(.*)\n```$", TEXT, re.MULTILINE)
    assert found == [COMMANDS[name]]


def test_there_are_no_other_marked_commands() -> None:
    assert re.findall(r"<!-- command: (.*?) -->", TEXT) == list(COMMANDS)


def test_each_command_has_a_windows_form_beside_it() -> None:
    assert len(blocks("powershell")) == len(COMMANDS)


def test_the_python_example_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (source,) = blocks("python")
    exec(compile(source, "README.md", "exec"), {})
    printed = capsys.readouterr().out.splitlines()
    assert len(printed) == 4
    assert printed[-1] == "('voorbeeldpolder',)"
    portfolio, report = sw.read(tmp_path / "voorbeeldpolder.json")
    assert portfolio is not None
    assert not report.findings


def test_the_yaml_example_reads_without_findings(tmp_path: Path) -> None:
    pytest.importorskip("yaml")
    (text,) = blocks("yaml")
    path = tmp_path / "voorbeeldpolder.yaml"
    path.write_text(text, encoding="utf-8")
    portfolio, report = sw.read(path)
    assert portfolio is not None
    assert list(report) == []
    assert sw.validate(portfolio).ok
    assert sw.validate(portfolio).questions


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md", "CONTRIBUTING.md"])
def test_every_local_link_leads_somewhere(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    assert [target for target in targets if not (ROOT / target).exists()] == []
