"""The command line does what it says, and its exit code says how it went."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import samenwerking as sw
from samenwerking.cli import main

DRAFT = """\
schema: 1
organizations:
  - {id: a, name: Waterschap A}
goals:
  - {id: g, name: Randen, kind: shared, lead: a}
collaborations:
  - {id: k, name: Polder, canvas: {goals: [g], parties: [{party: a}]}}
"""


@pytest.fixture
def draft(tmp_path: Path) -> str:
    path = tmp_path / "draft.yaml"
    path.write_text(DRAFT, encoding="utf-8")
    return str(path)


def test_a_clean_file_gives_zero_and_questions_with_their_place(
    draft: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", draft]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(draft)
    assert "KAN122" in shown
    assert "regel 7" in shown


def test_errors_give_one_and_every_file_is_looked_at(
    draft: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"schema": 1, "goals": [{"id": "g"}]}')
    assert main(["check", str(broken), draft, "--language", "en"]) == 1
    shown = capsys.readouterr().out
    assert "SAM112" in shown
    assert "KAN122" in shown
    assert "line 1" in shown


def test_dangling_references_are_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "p.json"
    path.write_text('{"schema": 1, "goals": [{"id": "g", "name": "G", "kind": "own",\n "lead": "x"}]}')
    assert main(["check", str(path)]) == 1
    shown = capsys.readouterr().out
    assert shown.count("SAM201") == 1
    assert "regel 2, kolom 2" in shown


def test_json_is_for_other_programs(draft: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", draft, "--format", "json"]) == 0
    (report,) = json.loads(capsys.readouterr().out)
    assert report["file"] == draft
    assert report["ok"] is True
    assert {row["line"] for row in report["findings"]} > {7}


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "er-is-niets.json"],
        ["check", "example:onbekend"],
        ["show", "example:draft", "onbekend"],
        ["convert", "example:draft", "er-is-geen-map/x.json"],
        ["convert", "example:draft", "x.yaml"],
    ],
)
def test_what_cannot_run_gives_two_and_says_why(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.err.strip()
    assert not captured.out


def test_wrong_arguments_give_two() -> None:
    with pytest.raises(SystemExit) as raised:
        main(["chek"])
    assert raised.value.code == 2


def test_without_the_extra_the_command_says_which(
    draft: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "yaml", None)
    assert main(["check", draft]) == 2
    assert "samenwerking[yaml]" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["nl", "en"])
def test_show_a_portfolio(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "example:deltaplan", "--language", language]) == 0
    shown = capsys.readouterr().out
    assert f": {len(sw.example('deltaplan').organizations)}" in shown
    assert "Groene Cirkels" in shown


def test_show_one_record_in_nine_topics(draft: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", draft, "k"]) == 0
    shown = capsys.readouterr().out
    assert "Waterschap A" in shown
    for topic in sw.CanvasTopic:
        assert topic.label("nl") in shown


def test_show_a_file_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "p.json"
    path.write_text("{}")
    assert main(["show", str(path)]) == 1
    assert "SAM121" in capsys.readouterr().out


def test_show_hides_what_is_private(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "p.json"
    party = sw.Participation(
        party="p",
        interests=["CANARY"],
        interests_discussed=True,
        alternative=sw.Alternative(considered=False, description="CANARY"),
    )
    portfolio = sw.Portfolio(
        organizations=[sw.Organization(id="p", kind="person", name="CANARY")],
        collaborations=[sw.Collaboration(id="k", name="K", canvas=sw.Canvas(parties=[party]))],
    )
    sw.save(portfolio, path, private="include")
    for arguments in (
        ["show", str(path)],
        ["show", str(path), "k"],
        ["show", str(path), "p"],
        ["check", str(path)],
    ):
        main(arguments)
    captured = capsys.readouterr()
    assert "CANARY" not in captured.out + captured.err
    assert "nee" in captured.out


def test_convert_writes_canonical_json(
    draft: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "out.json"
    assert main(["convert", draft, str(output)]) == 0
    assert sw.load(output) == sw.load(draft)
    assert str(output) in capsys.readouterr().out


def test_convert_refuses_what_is_private_unless_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, output = tmp_path / "p.json", tmp_path / "out.json"
    person = sw.Organization(id="p", kind="person", name="CANARY")
    sw.save(sw.Portfolio(organizations=[person]), source, private="include")
    assert main(["convert", str(source), str(output)]) == 2
    assert "organizations/0/name" in capsys.readouterr().err
    assert not output.exists()
    assert main(["convert", str(source), str(output), "--private", "omit"]) == 0
    assert "CANARY" not in output.read_text()


def test_convert_leaves_the_output_alone_if_the_input_is_broken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, output = tmp_path / "p.json", tmp_path / "out.json"
    source.write_text("[]")
    output.write_text("oud")
    assert main(["convert", str(source), str(output)]) == 1
    assert output.read_text() == "oud"
    assert "SAM105" in capsys.readouterr().err


def test_it_runs_as_a_module_and_survives_a_closed_pipe() -> None:
    command = f"{sys.executable} -m samenwerking show example:deltaplan | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True, encoding="utf-8")
    assert "Deltaplan" in done.stdout
    assert "Traceback" not in done.stderr
