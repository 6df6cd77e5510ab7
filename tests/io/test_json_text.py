"""JSON as text: what its values become, what is wrong with it, and where everything stands."""

from decimal import Decimal
from typing import Any

import pytest

from samenwerking.io.document import BadNumber
from samenwerking.io.json_text import read_json


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("0", 0),
        ("-0", 0),
        ("1e2", Decimal(100)),
        ("0.10", Decimal("0.10")),
        ("123456789012345678901234567890", 123456789012345678901234567890),
        ("1" * 31, BadNumber("1" * 31, "SAM116")),
        ("0." + "1" * 148, Decimal("0." + "1" * 148)),
        ("0." + "1" * 149, BadNumber("0." + "1" * 149, "SAM116")),
        ("NaN", BadNumber("NaN")),
        ("-Infinity", BadNumber("-Infinity")),
        ("true", True),
        ("null", None),
        ('"\\u00e9"', "é"),
        ('"\\ud83d\\udc1d"', "\U0001f41d"),
        ('"\\ud83d"', "\ud83d"),
        ('"a\\/b\\n"', "a/b\n"),
        (" [1 , 2]\n", [1, 2]),
        ("[[], {}]", [[], {}]),
        ('{"": {"": ""}}', {"": {"": ""}}),
    ],
)
def test_what_a_text_becomes(text: str, data: Any) -> None:
    document = read_json(text)
    assert document.data == data
    assert type(document.data) is type(data)
    assert document.problems == ()


@pytest.mark.parametrize(
    ("text", "en", "place"),
    [
        ("", "the file is empty", (1, 1)),
        ("\t\r\n", "the file is empty", (1, 1)),
        ("\n\n  x", "a value is expected here", (3, 3)),
        ("[1,\n 2,\n ?]", "a value is expected here", (3, 2)),
        ("{a: 1}", "the name of a field in double quotes is expected here", (1, 2)),
        ("{'a': 1}", "the name of a field in double quotes is expected here", (1, 2)),
        ('{"a", 1}', "a colon is expected here", (1, 5)),
        ("[1 2]", "a comma is expected here", (1, 4)),
        ("[1", "a comma is expected here", (1, 3)),
        ("[01]", "a comma is expected here", (1, 3)),
        ("[1]]", "something follows after the end", (1, 4)),
        ('{"a": 1} // uitleg', "something follows after the end", (1, 10)),
        ('["open]', "this text has no closing quotation mark", (1, 2)),
        ('["a\tb"]', "this text holds a line end or control character", (1, 4)),
        ("True", "a value is expected here", (1, 1)),
        ("[.5]", "a value is expected here", (1, 2)),
        ("[+5]", "a value is expected here", (1, 2)),
    ],
)
def test_what_is_wrong_and_where(text: str, en: str, place: tuple[int, int]) -> None:
    document = read_json(text)
    assert document.data is None
    (problem,) = document.problems
    assert (problem.code, problem.place, problem.path) == ("SAM101", place, ())
    assert problem.params["format"] == "JSON"
    assert problem.params["detail"].en == en
    assert problem.params["detail"].nl != en


@pytest.mark.parametrize("text", ['{"a":1,}', "[1,]", '{"a":\n[1,\n]}'])
def test_a_comma_at_the_end_is_a_fault_on_every_version_of_python(text: str) -> None:
    (problem,) = read_json(text).problems
    assert problem.code == "SAM101"
    assert problem.params["detail"].nl != problem.params["detail"].en


@pytest.mark.parametrize(
    ("text", "repeated"),
    [
        ('{"a":1,"a":2}', [(("a",), 1, (1, 8))]),
        ('{"a":1,\n"a":2,\n"a":3}', [(("a",), 1, (2, 1)), (("a",), 1, (3, 1))]),
        ('{"b":{"a":1,"a":2}}', [(("b", "a"), 1, (1, 13))]),
        ('[{"a":1},{"a":1}]', []),
        ('{"a":{"a":1}}', []),
        ('{"a":1,"A":2}', []),
        ('{"a":"a","b":"a"}', []),
        ('{"a":1,"\\u0061":2}', [(("a",), 1, (1, 8))]),
        ('{"a":{"b":1},"a":{"b":2}}', [(("a",), 1, (1, 14))]),
        ('{"a":[{"b":1}],\n"a":[{"b":2,\n"b":3}]}', [(("a",), 1, (2, 1)), (("a", 0, "b"), 2, (3, 1))]),
        ('{"x:{[":1,"x:{[":2}', [(("x:{[",), 1, (1, 11))]),
        ('{"a\\"b":1,"a\\"b":2}', [(('a"b',), 1, (1, 11))]),
    ],
)
def test_a_key_that_stands_twice_in_one_object(text: str, repeated: list[Any]) -> None:
    found = [(p.path, p.params["first"], p.place) for p in read_json(text).problems]
    assert found == repeated


def test_of_a_key_that_stands_twice_the_last_value_is_looked_at() -> None:
    assert read_json('{"a":1,"a":2}').data == {"a": 2}


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (1, 1)),
        (("a",), (2, 3)),
        (("a", 0), (2, 9)),
        (("a", 1), (3, 5)),
        (("a", 1, "b"), (3, 6)),
        (("a", 1, "b", "c"), (3, 6)),
        (("a", 2), (2, 3)),
        (("e{",), (4, 3)),
        (("weg",), (1, 1)),
        (("weg", "verder", 3), (1, 1)),
    ],
)
def test_where_a_path_stands(path: tuple[Any, ...], place: tuple[int, int]) -> None:
    document = read_json('{\n  "a": [1,\n    {"b": "}]"}],\n  "e{": "\\"]"\n}')
    assert document.locate(path) == place


def test_lines_end_with_a_line_feed_whatever_stands_before_it() -> None:
    document = read_json('{\r\n"a": 1,\r\n"b": 2}')
    assert (document.locate(("a",)), document.locate(("b",))) == ((2, 1), (3, 1))


@pytest.mark.parametrize("depth", [20_000, 300_000])
def test_text_nested_beyond_all_reason_is_a_finding(depth: int) -> None:
    document = read_json("[" * depth + "]" * depth)
    assert document.data is None
    assert [p.code for p in document.problems] == ["SAM104"]
