"""Sources of every kind, numbers of schemas, and putting findings back in their place."""

import io
from pathlib import Path
from types import MappingProxyType
from typing import Any

import attrs
import pytest

import samenwerking as sw
from samenwerking.io.reader import from_dict, from_json, load, read, read_source

TEXT = '{"schema": 1, "title": "Één"}'
BROKEN = '{"schema": 1,\n  "titel": "T"}'


class NamedText(io.StringIO):
    """Text with a name of its own."""

    def __init__(self, text: str, name: Any) -> None:
        super().__init__(text)
        self.name = name


@pytest.mark.parametrize("suffix", [".json", ".JSON", ".Json"])
def test_the_case_of_a_suffix_makes_no_difference(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"p{suffix}"
    path.write_text(TEXT, encoding="utf-8")
    for source in (path, str(path)):
        result = read_source(source)
        assert result.portfolio == sw.Portfolio(title="Één")
        assert result.file == str(path)


@pytest.mark.parametrize("suffix", [".yaml", ".yml", ".YML"])
def test_both_suffixes_of_yaml(suffix: str, tmp_path: Path) -> None:
    pytest.importorskip("yaml")
    path = tmp_path / f"p{suffix}"
    path.write_text("schema: 1\ntitle: Één", encoding="utf-8")
    assert load(path).title == "Één"


@pytest.mark.parametrize("name", ["p", "p.txt", "p.xls", "p.jsonl", ".json", "p.json.bak"])
def test_a_file_of_no_known_kind_is_not_even_opened(name: str, tmp_path: Path) -> None:
    result = read_source(tmp_path / name)
    assert [f.code for f in result.report] == ["SAM106"]
    assert (result.portfolio, result.file) == (None, str(tmp_path / name))


@pytest.mark.parametrize(
    ("name", "shown"), [("p.txt", "p.txt"), (None, None), (3, None), ("p.json", "p.json"), ("p", "p")]
)
def test_an_open_file_of_any_name_is_read_as_json(name: Any, shown: str | None) -> None:
    result = read_source(NamedText(TEXT, name))
    assert result.portfolio == sw.Portfolio(title="Één")
    assert result.file == shown


def test_an_open_file_is_read_from_where_it_stands_and_left_open() -> None:
    source = io.BytesIO(b"overslaan" + TEXT.encode())
    source.seek(9)
    assert load(source).title == "Één"
    assert not source.closed


@pytest.mark.parametrize("source", [None, 5, [1], ("a",), {"a"}, object()])
def test_what_is_no_source_is_a_mistake_in_code(source: Any) -> None:
    with pytest.raises(TypeError, match=f"cannot read {type(source).__name__}"):
        read(source)


@pytest.mark.parametrize("make", [dict, MappingProxyType, lambda d: sw.Extra(d)])
def test_any_mapping_is_a_source(make: Any) -> None:
    assert load(make({"schema": 1, "title": "T"})).title == "T"


def test_a_dictionary_has_no_file_and_no_lines() -> None:
    result = read_source({"schema": 1, "titel": "T"})
    (finding,) = result.report
    assert (finding.file, finding.line, finding.column) == (None, None, None)
    assert (finding.pointer, finding.field) == ("/titel", "titel")


def test_a_dictionary_is_left_as_it_was() -> None:
    data = {"schema": 1, "goals": [{"id": "g", "name": None, "kind": "own"}]}
    before = repr(data)
    read(data)
    assert repr(data) == before


@pytest.mark.parametrize(
    ("schema", "code", "pointer"),
    [
        (1, None, None),
        (0, "SAM122", "/schema"),
        (2, "SAM122", "/schema"),
        (-1, "SAM122", "/schema"),
        (10**20, "SAM122", "/schema"),
        ("2", "SAM122", "/schema"),
        ("²", "SAM122", "/schema"),
        ("1", "SAM111", "/schema"),
        ("", "SAM111", "/schema"),
        ("een", "SAM111", "/schema"),
        (1.0, "SAM111", "/schema"),
        (2.5, "SAM111", "/schema"),
        (True, "SAM111", "/schema"),
        (False, "SAM111", "/schema"),
        (None, "SAM110", "/schema"),
        ([1], "SAM111", "/schema"),
        ({}, "SAM111", "/schema"),
    ],
)
def test_the_number_of_a_schema(schema: Any, code: str | None, pointer: str | None) -> None:
    portfolio, report = read({"schema": schema})
    assert [(f.code, f.pointer) for f in report] == ([(code, pointer)] if code else [])
    assert (portfolio is None) == bool(code)


def test_of_another_schema_nothing_else_is_said() -> None:
    _, report = read({"schema": 7, "titel": "T", "goals": 5})
    assert [f.code for f in report] == ["SAM122"]


def test_without_a_schema_the_rest_is_still_looked_at() -> None:
    portfolio, report = read({"title": 5, "coalition": "weg"})
    assert portfolio is None
    assert sorted(f.code for f in report) == ["SAM111", "SAM121", "SAM201"]


def test_what_is_dangling_loads_and_is_told() -> None:
    result = read_source(b'{"schema": 1,\n"coalition": "weg"}')
    assert result.portfolio is not None
    assert [(f.code, f.line, f.column) for f in result.report] == [("SAM201", 2, 1)]


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ("", (1, 1)),
        ("/schema", (1, 2)),
        ("/goals", (2, 1)),
        ("/goals/0", (2, 11)),
        ("/goals/0/kind", (3, 1)),
        ("/goals/0/lead", (2, 11)),
        ("/goals/7", (2, 1)),
        ("/x-a~1b", (4, 1)),
        ("/x-c~0d", (5, 1)),
        ("/x-²", (6, 1)),
        ("/²", (1, 1)),
        ("/weg/0/ook", (1, 1)),
    ],
)
def test_a_finding_is_put_in_its_place(pointer: str, place: tuple[int, int]) -> None:
    text = (
        '{"schema": 1,\n"goals": [{"id": "g", "name": "G",\n"kind": "own"}],\n'
        '"x-a/b": 1,\n"x-c~d": 1,\n"x-²": 1}'
    )
    result = read_source(NamedText(text, "p.json"))
    assert result.portfolio is not None
    _, report = read({"schema": 1, "coalition": "weg"})
    finding = result.placed(attrs.evolve(report.items[0], pointer=pointer))
    assert (finding.file, finding.line, finding.column) == ("p.json", *place)
    assert finding.code == "SAM201"


def test_findings_stand_in_the_order_of_the_text() -> None:
    text = b'{"schema": 1,\n"coalition": "weg",\n"titel": "T",\n"language": "de",\n"goals": 5}'
    _, report = read(text)
    assert [f.line for f in report] == [2, 3, 4, 5]
    assert [f.code for f in report] == ["SAM201", "SAM113", "SAM114", "SAM111"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            b'{"schema":1,"goals":[{"id":"a","id":"b"}],"goals":[]}',
            [("SAM103", "/goals/0/id"), ("SAM103", "/goals")],
        ),
        (
            b'{"schema":1,"goals":[{"id":"a","id":"b"}],"goals":{}}',
            [("SAM111", "/goals"), ("SAM103", "/goals/0/id"), ("SAM103", "/goals")],
        ),
        (
            b'{"schema":1,"areas":[{"id":"a","id":"b"}],"areas":5}',
            [("SAM111", "/areas"), ("SAM103", "/areas/0/id"), ("SAM103", "/areas")],
        ),
    ],
)
def test_a_list_that_stands_twice_is_told_without_a_crash(text: bytes, told: list[Any]) -> None:
    _, report = read(text)
    assert [(f.code, f.pointer) for f in report] == told


@pytest.mark.parametrize(
    ("record", "subject", "name"),
    [
        ({"id": "o", "name": "Ons", "aliases": 5}, "o", "Ons"),
        ({"id": "o", "name": "Jan", "kind": "person", "aliases": 5}, "o", ""),
        ({"id": 5, "name": "Ons"}, None, "Ons"),
        ({"name": "Ons"}, None, "Ons"),
        ("Ons", None, ""),
    ],
)
def test_a_finding_names_the_record_it_is_in(record: Any, subject: str | None, name: str) -> None:
    _, report = read({"schema": 1, "organizations": [record]})
    assert [(f.subject, f.subject_name) for f in report] == [(subject, name)]


@pytest.mark.parametrize("count", [1, 5, 6, 20])
def test_an_error_shows_five_at_most(count: int) -> None:
    with pytest.raises(sw.LoadError) as raised:
        from_dict({"schema": 1, "areas": [{"id": f"a{n}"} for n in range(count)]})
    lines = str(raised.value).splitlines()
    assert lines[0] == f"cannot load: {count} problems"
    assert lines[1] == "SAM112 /areas/0 'name' is still missing."
    assert len(lines) == 1 + min(count, 5) + (count > 5)
    assert len(raised.value.report.errors) == count


def test_an_error_tells_the_line() -> None:
    with pytest.raises(sw.LoadError, match="SAM113 /titel line 2, column 3: 'titel' is no field"):
        from_json(BROKEN)


def test_json_text_and_its_bytes_read_the_same() -> None:
    assert from_json(TEXT) == from_json(TEXT.encode()) == from_json(b"\xef\xbb\xbf" + TEXT.encode())


def test_text_with_a_name_of_a_file_is_a_name_of_a_file() -> None:
    with pytest.raises(FileNotFoundError):
        load("bestaat-niet.json")
    with pytest.raises(sw.LoadError, match="SAM106"):
        load(TEXT)
