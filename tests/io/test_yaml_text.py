"""YAML as text: its edges, and that it says the same as JSON."""

from typing import Any

import pytest

from samenwerking.io.document import Scalar
from samenwerking.io.yaml_text import read_yaml

yaml = pytest.importorskip("yaml")


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: 1", {"a": "1"}),
        ("a: 010", {"a": "010"}),
        ("a: 1_000", {"a": "1_000"}),
        ("a: 12:30:45", {"a": "12:30:45"}),
        ("a: 2026-03-01", {"a": "2026-03-01"}),
        ("a: NO", {"a": "NO"}),
        ("NO: a", {"NO": "a"}),
        ("1: a", {"1": "a"}),
        ("~: a", {"~": "a"}),
        ("null: a", {"null": "a"}),
        ("a:", {"a": None}),
        ("a: ''", {"a": None}),
        ("a: ~", {"a": None}),
        ("a: NULL", {"a": "NULL"}),
        ("a: Null", {"a": "Null"}),
        ("a: []", {"a": []}),
        ("a: {}", {"a": {}}),
        ("a: [b, , c]", None),
        ("a: [b, c,]", {"a": ["b", "c"]}),
        ("a:\n- b\n-\n- c", {"a": ["b", None, "c"]}),
        ("a: |\n  een\n  twee\n", {"a": "een\ntwee\n"}),
        ("a: |-\n  een\n  twee\n", {"a": "een\ntwee"}),
        ("a: >\n  een\n  twee\n", {"a": "een twee\n"}),
        ("a: een\n  twee", {"a": "een twee"}),
        ("a: 'it''s'", {"a": "it's"}),
        ('a: "\\u00e9\\n"', {"a": "é\n"}),
        ("a: b # opmerking", {"a": "b"}),
        ("a: b#geen", {"a": "b#geen"}),
        ("'a b': c", {"a b": "c"}),
        ("a b: c", {"a b": "c"}),
        ("---\na: b", {"a": "b"}),
        ("---\na: b\n...\n", {"a": "b"}),
        ("%YAML 1.1\n---\na: b", {"a": "b"}),
        ("{a: b, c: [d, {e: f}]}", {"a": "b", "c": ["d", {"e": "f"}]}),
        ('{"a": ["b"]}', {"a": ["b"]}),
        ("- a\n- - b\n  - c", ["a", ["b", "c"]]),
        ("a: &anker b", {"a": "b"}),
        ("a: ! b", {"a": "b"}),
        ("\ufeffa: b", {"a": "b"}),
        ("a: één 🐝", {"a": "één 🐝"}),
        ("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
        ("<<: a", {"<<": "a"}),
        ("=: a", {"=": "a"}),
    ],
)
def test_what_a_text_becomes(text: str, data: Any) -> None:
    document = read_yaml(text)
    assert document.data == data
    assert [p.code for p in document.problems] == ([] if data is not None else ["SAM101"])


def test_every_value_is_a_scalar_and_every_key_plain_text() -> None:
    data = read_yaml("a: [1, {b: 'c'}]").data
    assert type(data["a"][0]) is Scalar
    assert type(data["a"][1]["b"]) is Scalar
    assert {type(key) for key in (*data, *data["a"][1])} == {str}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: b\n\tc: d", 2),
        ("a: b\n c: d", 2),
        ("a:\n- b\nc", 4),
        ("a: [b", None),
        ("a: {b: c", None),
        ("a: 'b", None),
        ('a: "\\q"', 1),
        ("a: @b", 1),
        ("a: `b`", 1),
        ("a: %b", 1),
        ("a: b: c", 1),
        ("- a\nb: c", 2),
        ("a: |x\n  b", 1),
        ("a: !<> b", 1),
    ],
)
def test_what_is_no_yaml(text: str, line: int | None) -> None:
    document = read_yaml(text)
    assert document.data is None
    (problem,) = document.problems
    assert problem.code == "SAM101"
    assert problem.params["format"] == "YAML"
    assert problem.params["detail"].nl.startswith("de opmaak klopt hier niet (")
    assert problem.params["detail"].en.startswith("the layout is not right here (")
    if line:
        assert problem.place is not None
        assert problem.place[0] in (line, line - 1)


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\ufffe"])
def test_a_character_that_yaml_cannot_hold(character: str) -> None:
    document = read_yaml(f"a: b{character}c")
    assert document.data is None
    assert [p.code for p in document.problems] == ["SAM101"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: 1\na: 2", [("SAM103", ("a",), (2, 1))]),
        ("a: 1\n'a': 2", [("SAM103", ("a",), (2, 1))]),
        ("a: 1\na: 2\na: 3", [("SAM103", ("a",), (2, 1)), ("SAM103", ("a",), (3, 1))]),
        ("a: {b: 1, b: 2}", [("SAM103", ("a", "b"), (1, 11))]),
        ("- {a: 1}\n- {a: 1}", []),
        ("a: {b: 1}\na: {b: 2}", [("SAM103", ("a",), (2, 1))]),
        ("a: {a: 1}", []),
        ("a: *b", [("SAM107", ("a",), (1, 4))]),
        ("a: &x b\nc: [*x, *x]", [("SAM107", ("c", 0), (2, 5)), ("SAM107", ("c", 1), (2, 9))]),
        ("a: !!str b", [("SAM108", ("a",), (1, 4))]),
        ("a: !!int 5", [("SAM108", ("a",), (1, 4))]),
        ("a: !eigen [b]", [("SAM108", ("a",), (1, 4))]),
        ("a: !eigen {b: c}", [("SAM108", ("a",), (1, 4))]),
        ("!eigen\na: b", [("SAM108", (), (1, 1))]),
        ("!a k: !b v", [("SAM108", (), (1, 1)), ("SAM108", ("k",), (1, 7))]),
        ("&x a: b\n*x : c", [("SAM107", (), (2, 1))]),
    ],
)
def test_what_is_refused_without_stopping(text: str, told: list[Any]) -> None:
    document = read_yaml(text)
    assert document.data is not None
    assert [(p.code, p.path, p.place) for p in document.problems] == told


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a: b\n---\nc: d", "SAM109", (2, 1)),
        ("a: b\n---\n", "SAM109", (2, 1)),
        ("--- a\n--- b", "SAM109", (2, 1)),
        ("? [a]\n: b", "SAM101", (1, 3)),
        ("? {a: b}\n: c", "SAM101", (1, 3)),
        ("{[a]: b}", "SAM101", (1, 2)),
        ("[" * 101 + "]" * 101, "SAM104", (1, 101)),
        ("{a: " * 101 + "b" + "}" * 101, "SAM104", (1, 401)),
    ],
)
def test_what_stops_the_reading(text: str, code: str, place: tuple[int, int]) -> None:
    document = read_yaml(text)
    assert document.data is None
    assert [(p.code, p.place) for p in document.problems] == [(code, place)]


def test_a_hundred_levels_is_not_too_deep() -> None:
    document = read_yaml("[" * 100 + "]" * 100)
    assert document.problems == ()
    depth, data = 0, document.data
    while data:
        depth, data = depth + 1, data[0]
    assert depth == 99


def test_a_fault_in_layout_does_not_hide_what_came_before_it() -> None:
    document = read_yaml("a: 1\na: 2\nb: *c\nd: 'open")
    assert [p.code for p in document.problems] == ["SAM103", "SAM107", "SAM101"]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (2, 1)),
        (("a",), (2, 1)),
        (("a", 0), (3, 5)),
        (("a", 0, "b"), (3, 5)),
        (("a", 1), (4, 5)),
        (("a", 1, 0), (4, 6)),
        (("a", 1, 1), (4, 9)),
        (("c",), (5, 1)),
        (("weg",), (2, 1)),
        (("c", "weg"), (5, 1)),
    ],
)
def test_where_a_path_stands(path: tuple[Any, ...], place: tuple[int, int]) -> None:
    document = read_yaml("# bovenaan\na:\n  - b: 1\n  - [x, y]\nc: d")
    assert document.locate(path) == place


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t\n"])
def test_nothing_at_all_is_an_empty_file(text: str) -> None:
    (problem,) = read_yaml(text).problems
    assert (problem.code, problem.place) == ("SAM101", (1, 1))
    assert problem.params["detail"].nl == "het bestand is leeg"


def test_a_long_tag_and_a_long_alias_are_shown_short() -> None:
    name = "x" * 500
    document = read_yaml(f"a: !{name} b\nc: *{name}")
    assert [len(str(p.params.get("tag", p.params.get("alias")))) for p in document.problems] == [80, 80]
