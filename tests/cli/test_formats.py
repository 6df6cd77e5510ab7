"""The shapes of ``check``: what each holds, of one file and of several."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

import samenwerking as sw
from samenwerking.cli import main
from samenwerking.cli.formats import FORMATS
from samenwerking.report import Report, report_schema

DRAFT, FLAWED = "example:draft", "example:flawed"


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["check", *arguments])
    captured = capsys.readouterr()
    assert captured.err == ""
    return code, captured.out


@pytest.fixture
def polder(tmp_path: Path) -> str:
    """A file in which one thing is wrong, so that line and column are told."""
    path = tmp_path / "polder één.json"
    portfolio = sw.example("draft").evolve("voorbeeldpolder", canvas__goals=["weg"])
    sw.save(portfolio, path)
    return str(path)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_format_tells_every_finding_and_ends_alike(
    format_: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    report = sw.validate(sw.example("flawed"))
    code, out = printed(capsys, FLAWED, "--format", format_, "--language", language)
    assert code == 1
    assert out.endswith("\n")
    assert not out.endswith("\n\n")
    for finding in report.findings:
        assert finding.code in out
    assert printed(capsys, DRAFT, "--format", format_)[0] == 0


def test_json_keeps_to_the_schema(capsys: pytest.CaptureFixture[str], polder: str) -> None:
    data = json.loads(printed(capsys, DRAFT, polder, "--format", "json")[1])
    assert [entry["file"] for entry in data] == [DRAFT, polder]
    for entry in data:
        jsonschema.Draft202012Validator(report_schema()).validate(entry)


def test_json_that_was_kept_is_a_baseline(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    kept = tmp_path / "vorige.json"
    kept.write_text(printed(capsys, FLAWED, "--format", "json")[1], encoding="utf-8")
    since = sw.validate(sw.example("flawed")).since(kept)
    assert (since.items, since.gone) == ((), ())


def test_sarif_is_one_run_with_the_file_of_every_result(
    capsys: pytest.CaptureFixture[str], polder: str
) -> None:
    log = json.loads(printed(capsys, DRAFT, polder, "--format", "sarif")[1])
    (run,) = log["runs"]
    where = [each["locations"][0]["physicalLocation"] for each in run["results"]]
    files = {place["artifactLocation"]["uri"] for place in where}
    assert files == {"example%3Adraft", Path(polder).as_uri()}
    assert all(place["region"]["startLine"] > 0 for place in where)


def test_markdown_has_a_heading_per_file_and_does_not_repeat_it(
    capsys: pytest.CaptureFixture[str], polder: str
) -> None:
    out = printed(capsys, DRAFT, polder, "--format", "markdown")[1]
    assert re.findall("^# .*$", out, re.MULTILINE) == [f"# {DRAFT}", f"# {polder}".replace("_", r"\_")]
    assert not re.search("^### .*json", out, re.MULTILINE)
    assert "regel" in out


def test_html_of_one_file_bears_its_name_and_of_several_says_which(
    capsys: pytest.CaptureFixture[str], polder: str
) -> None:
    one = printed(capsys, FLAWED, "--format", "html")[1]
    ElementTree.fromstring(one.removeprefix("<!DOCTYPE html>"))
    assert f"<h1>{FLAWED}</h1>" in one
    assert f"<h3>{FLAWED}" not in one
    several = printed(capsys, FLAWED, polder, "--format", "html", "--language", "en")[1]
    assert f"<h1>{FLAWED}, {polder}</h1>" in several
    assert f"<h3>{FLAWED} – " in several
    assert "organizations (15)" in several


def test_reports_together_count_all() -> None:
    from samenwerking.cli.formats import _together

    first, second = (sw.validate(sw.example(name)) for name in ("draft", "flawed"))
    whole = _together([("a", first), ("b", second)])
    assert len(whole) == len(first) + len(second)
    assert [item.file for item in whole] == ["a"] * len(first) + ["b"] * len(second)
    assert dict(whole.records)["organizations"] == sum(
        dict(each.records)["organizations"] for each in (first, second)
    )
    assert sum(whole.outcomes.values()) == sum(sum(each.outcomes.values()) for each in (first, second))
    assert _together([]) == Report()


def test_an_unknown_format_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", DRAFT, "--format", "docx"])
    assert "markdown" in capsys.readouterr().err


# Own sheet and canvas matrix as files


def test_the_own_sheet_and_the_canvas_matrix_can_be_drawn(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    sheet, matrix = tmp_path / "blad.html", tmp_path / "matrix.html"
    party = "collectief-voorbeeldpolder"
    assert main(["draw", "party-sheet", DRAFT, "voorbeeldpolder", party, "-o", str(sheet)]) == 0
    assert main(["draw", "canvas-matrix", DRAFT, "-o", str(matrix), "--language", "en"]) == 0
    assert capsys.readouterr().out.count("html") == 2
    assert "<h1>Agrarisch collectief Voorbeeldpolder</h1>" in sheet.read_text("utf-8")
    assert "Where is something still open?" in matrix.read_text("utf-8")


@pytest.mark.parametrize("party", [[], ["nergens"]])
def test_who_takes_no_part_has_no_sheet(
    party: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "x.html"
    assert main(["draw", "party-sheet", DRAFT, "voorbeeldpolder", *party, "-o", str(path)]) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"'{''.join(party)}' doet hier niet mee. Wel: waterschap-voorbeeld, ")
    assert not path.exists()
