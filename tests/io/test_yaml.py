"""YAML as people write it by hand: the field decides what a scalar means."""

from pathlib import Path

import pytest

import samenwerking as sw
from samenwerking.io import yaml_text

yaml = pytest.importorskip("yaml")

VOORBEELD = """\
schema: 1
title: Groenblauwe dooradering Voorbeeldpolder  # invented
organizations:
  - {id: waterschap-x, name: Waterschap X, ownership: public, identifiers: [{scheme: kvk, value: 01234567}]}
  - {id: 'NO', name: 12:30, kind: "initiative", has_constituency: nee}
goals:
  - id: randen
    name: Kruidenrijke randen
    kind: shared
    indicators: [{name: lengte, unit: km, baseline: 12, target: 40.5, deadline: 2028}]
collaborations:
  - id: voorbeeldpolder
    name: Voorbeeldpolder
    canvas:
      goals: [randen]
      parties:
        - party: waterschap-x
          contributions: [{kind: geld, amount: 200000, unit: EUR, period: {start: 2026-03, end: 2028-01-01}}]
        - party: NO
"""


def read(text: str, tmp_path: Path) -> tuple[sw.Portfolio | None, sw.Report]:
    path = tmp_path / "portfolio.yaml"
    path.write_text(text, encoding="utf-8")
    return sw.read(path)


def test_scalars_mean_what_their_field_says(tmp_path: Path) -> None:
    portfolio, report = read(VOORBEELD, tmp_path)
    assert not report.items
    assert portfolio is not None
    assert portfolio["waterschap-x"].identifiers[0].value == "01234567"
    assert portfolio["NO"].name == "12:30"
    assert portfolio["NO"].has_constituency is False
    contribution = portfolio["voorbeeldpolder"].canvas.parties[0].contributions[0]
    assert (contribution.amount, contribution.period.start) == (200000, sw.Date("2026-03"))


def test_quotes_make_no_difference(tmp_path: Path) -> None:
    quoted = (
        VOORBEELD.replace("baseline: 12", "baseline: '12'")
        .replace("nee", '"nee"')
        .replace("id: 'NO'", "id: NO")
    )
    assert read(quoted, tmp_path)[0] == read(VOORBEELD, tmp_path)[0]


def test_it_says_the_same_as_json(tmp_path: Path) -> None:
    portfolio, _ = read(VOORBEELD, tmp_path)
    assert portfolio is not None
    assert sw.from_json(sw.to_json(portfolio)) == portfolio


@pytest.mark.parametrize("word", ["true", "True", "ja", "yes"])
def test_yes_in_either_language(word: str, tmp_path: Path) -> None:
    portfolio, _ = read(VOORBEELD.replace("nee", word), tmp_path)
    assert portfolio is not None
    assert portfolio["NO"].has_constituency is True


@pytest.mark.parametrize(
    ("line", "code", "place"),
    [
        ("title:", "SAM110", (2, 1)),
        ("title: ~", "SAM110", (2, 1)),
        ("title: null", "SAM110", (2, 1)),
        ("title: 'null'", "SAM110", (2, 1)),
        ("title: &a Titel\nx-b: *a", "SAM107", (3, 6)),
        ("title: !!python/object:os.system Titel", "SAM108", (2, 8)),
        ("title: a\ntitle: b", "SAM103", (3, 1)),
        ("titel: a", "SAM113", (2, 1)),
        ("organizations: {id: a}", "SAM111", (2, 1)),
        ("title: [a]", "SAM111", (2, 1)),
        ("organizations:\n  - {id: a, name: A, has_constituency: misschien}", "SAM111", (3, 22)),
        (
            "goals:\n  - {id: g, name: G, kind: own, indicators: [{name: n, target: '0,6'}]}",
            "SAM111",
            (3, 56),
        ),
        ("? [a, b]\n: c", "SAM101", (2, 3)),
        ("title: 'open", "SAM101", None),
        ("title: a: b", "SAM101", (2, 9)),
        ("x-deep: " + "[" * 150 + "]" * 150, "SAM104", (2, 108)),
        ("---\nschema: 1", "SAM109", (2, 1)),
        ("x-b: {<<: *a}", "SAM107", (2, 11)),
    ],
)
def test_what_is_refused_and_where(
    line: str, code: str, place: tuple[int, int] | None, tmp_path: Path
) -> None:
    portfolio, report = read(f"schema: 1\n{line}\n", tmp_path)
    assert portfolio is None
    assert [f.code for f in report] == [code]
    if place:
        assert (report.items[0].line, report.items[0].column) == place


def test_a_comma_in_a_number_is_asked_about(tmp_path: Path) -> None:
    _, report = read(VOORBEELD.replace("40.5", "'40,5'"), tmp_path)
    assert [f.hint("nl") for f in report] == ["Bedoelde je 40.5?"]


def test_a_bomb_of_aliases_does_not_go_off(tmp_path: Path) -> None:
    lines = ["x-a0: &a0 [lol, lol, lol]"]
    lines += [f"x-a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    portfolio, report = read("schema: 1\n" + "\n".join(lines), tmp_path)
    assert portfolio is None
    assert {f.code for f in report} == {"SAM107"}
    assert len(report) == 81


def test_an_empty_file_says_so(tmp_path: Path) -> None:
    _, report = read("\n", tmp_path)
    assert [f.code for f in report] == ["SAM101"]
    assert "leeg" in report.items[0].message("nl")


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(__import__("sys").modules, "yaml", None)
    with pytest.raises(ImportError, match=r"samenwerking\[yaml\]"):
        read("schema: 1", tmp_path)


def test_the_parser_in_python_reads_the_same_as_the_one_in_c(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fast = yaml_text.read_yaml(VOORBEELD)
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    slow = yaml_text.read_yaml(VOORBEELD)
    assert fast.data == slow.data
    assert fast.locate(("goals", 0, "kind")) == slow.locate(("goals", 0, "kind"))
