"""Where a portfolio can be read from, and how data and code agree on what is allowed."""

import io
from pathlib import Path

import attrs
import pytest
from hypothesis import given, strategies as st

import samenwerking as sw
from samenwerking.io.json_text import read_json
from samenwerking.io.structure import describe
from samenwerking.testing import portfolios

TEXT = '{"schema": 1, "title": "T"}'


@pytest.mark.parametrize(
    "source", [TEXT.encode(), {"schema": 1, "title": "T"}, io.StringIO(TEXT), io.BytesIO(TEXT.encode())]
)
def test_every_source_reads_the_same(source: object) -> None:
    assert sw.load(source).title == "T"


def test_open_files_know_their_name(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_text("schema: 1\ntitel: T")
    with path.open() as text, path.open("rb") as content:
        for source in (text, content):
            _, report = sw.read(source)
            assert [(f.code, f.file, f.line) for f in report] == [("SAM113", str(path), 2)]


def test_an_unknown_kind_of_file_is_a_finding(tmp_path: Path) -> None:
    _, report = sw.read(tmp_path / "p.docx")
    assert [f.code for f in report] == ["SAM106"]
    assert ".json" in str(report.items[0].hint("nl"))


def test_a_file_that_is_not_there_is_not_about_content(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        sw.read(tmp_path / "weg.json")


def test_something_else_is_refused() -> None:
    with pytest.raises(TypeError, match="list"):
        sw.read([1])


def test_python_numbers_are_taken_by_what_they_show() -> None:
    goal = {
        "id": "g",
        "name": "G",
        "kind": "own",
        "indicators": [{"name": "n", "target": 0.1, "baseline": 3}],
    }
    portfolio = sw.from_dict({"schema": 1, "goals": [goal]})
    indicator = portfolio.goals[0].indicators[0]
    assert (str(indicator.target), str(indicator.baseline)) == ("0.1", "3")


def test_not_a_number_from_python_is_a_finding() -> None:
    goal = {"id": "g", "name": "G", "kind": "own", "indicators": [{"name": "n", "target": float("nan")}]}
    _, report = sw.read({"schema": 1, "goals": [goal]})
    assert [f.code for f in report] == ["SAM124"]


def test_a_person_s_name_does_not_show_in_findings() -> None:
    person = {"id": "p", "name": "CANARY", "kind": "person", "sector": "onbekend-iets"}
    for broken in ({}, {"has_constituency": 5}):
        _, report = sw.read({"schema": 1, "organizations": [person | broken]})
        assert report.items
        assert "CANARY" not in report.text("nl") + report.to_json("en")


@given(portfolios(), st.data())
def test_one_fault_more_gives_findings_and_no_crash(portfolio: sw.Portfolio, data: st.DataObject) -> None:
    plain = sw.to_dict(portfolio, private="include")
    place = plain
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        if not keys:
            return
        key = data.draw(st.sampled_from(keys))
        if not isinstance(place[key], (dict, list)) or data.draw(st.booleans()):
            break
        place = place[key]
    place[key] = data.draw(st.sampled_from([None, 5, 5.7, "abc", True, [], {}, ["a"], {"a": None}]))
    before = repr(plain)
    result, report = sw.read(plain)
    assert repr(plain) == before
    assert (result is None) == any(not f.code.startswith("SAM2") for f in report)
    for finding in report:
        assert finding.message("nl") and finding.message("en")


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda c: st.lists(c) | st.dictionaries(st.text(), c),
    )
)
def test_any_json_at_all_gives_a_report(data: object) -> None:
    source = data if isinstance(data, dict) else {"schema": 1, "goals": data}
    _, report = sw.read(source)
    assert report.text("nl")


@given(
    st.recursive(
        st.booleans() | st.integers(-5, 5) | st.text(max_size=5),
        lambda c: st.lists(c, max_size=3) | st.dictionaries(st.text(max_size=5), c, max_size=3),
        max_leaves=10,
    ),
    st.sampled_from([None, 1, 4]),
)
def test_every_place_in_json_text_is_found(data: object, indent: int | None) -> None:
    import json

    text = json.dumps(data, indent=indent)
    document = read_json(text)
    assert document.data == data
    lines = text.split("\n")

    def visit(value: object, path: tuple[str | int, ...]) -> None:
        place = document.locate(path)
        assert place is not None
        rest = lines[place[0] - 1][place[1] - 1 :]
        shown = json.dumps(path[-1] if path and isinstance(path[-1], str) else value)
        assert rest.startswith(
            shown[:1] if isinstance(value, (list, dict)) and not shown.startswith('"') else shown
        )
        items = (
            value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        )
        for key, item in items:
            visit(item, (*path, key))

    visit(data, ())


def test_what_a_value_is_called() -> None:
    shown = [describe(v).en for v in ({}, [], True, 5, "a" * 200, None, object())]
    assert shown[:4] == ["a group of fields", "a list", "yes or no (true)", "a number (5)"]
    assert len(shown[4]) < 100
    assert shown[5:] == ["nothing", "object"]


def test_findings_of_reading_carry_the_record_they_are_in() -> None:
    _, report = sw.read({"schema": 1, "goals": [{"id": "g", "name": "Meer ruimte", "kind": "zzz"}]})
    finding = report.items[0]
    assert (finding.subject, finding.subject_name, finding.field) == ("g", "Meer ruimte", "kind")
    assert attrs.evolve(finding, params=finding.params) == finding


def test_private_values_do_not_show_in_findings() -> None:
    party = {"party": "x", "interests": "CANARY", "alternative": {"cost": "CANARY", "better": "CANARY"}}
    data = {
        "schema": 1,
        "organizations": [{"id": "x", "name": "X"}],
        "collaborations": [{"id": "k", "name": "K", "canvas": {"parties": [party]}}],
    }
    _, report = sw.read(data)
    assert [f.code for f in report] == ["SAM111"] * 3
    assert "CANARY" not in report.text("nl") + report.text("en") + report.to_json("nl") + repr(report)
