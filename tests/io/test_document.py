"""Bytes to text, the nearest place, and what a finding about text carries."""

import pytest

from samenwerking.io.document import (
    BadNumber,
    Document,
    Scalar,
    decode,
    nearest_place,
    syntax_error,
)
from samenwerking.vocabulary import Bilingual


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", ""),
        (b"\xef\xbb\xbf", ""),
        (b"\xef\xbb\xbfa", "a"),
        (b"a\xef\xbb\xbf", "a\ufeff"),
        ("één €".encode(), "één €"),
        (b"a\r\nb", "a\r\nb"),
        (b"\x00", "\x00"),
        (b"\xf0\x9f\x90\x9d", "\U0001f41d"),
    ],
)
def test_bytes_that_are_text(content: bytes, text: str) -> None:
    assert decode(content) == text


@pytest.mark.parametrize(
    ("content", "byte", "offset", "place"),
    [
        (b"\xff", "0xFF", 0, (1, 1)),
        (b"abc\xe9", "0xE9", 3, (1, 4)),
        (b"a\nb\n\x80", "0x80", 4, (3, 1)),
        ("één".encode() + b"\xfe", "0xFE", 5, (1, 4)),
        (b"a\xe2\x82", "0xE2", 1, (1, 2)),
        (b"\xed\xa0\x80", "0xED", 0, (1, 1)),
        (b"\xc0\xaf", "0xC0", 0, (1, 1)),
        (b"a\r\n\xff", "0xFF", 3, (2, 1)),
    ],
)
def test_bytes_that_are_no_text(content: bytes, byte: str, offset: int, place: tuple[int, int]) -> None:
    document = decode(content)
    assert isinstance(document, Document)
    assert document.data is None
    (problem,) = document.problems
    assert (problem.code, problem.place) == ("SAM102", place)
    assert dict(problem.params) == {"byte": byte, "offset": offset}


def test_sixteen_bits_a_character_is_not_what_is_read() -> None:
    document = decode('{"schema": 1}'.encode("utf-16"))
    assert isinstance(document, Document)
    assert document.problems[0].params["offset"] == 0


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (1, 1)),
        (("a",), (2, 1)),
        (("a", 0), (3, 5)),
        (("a", 0, "b", "c"), (3, 5)),
        (("a", 1), (2, 1)),
        (("z", 0), (1, 1)),
    ],
)
def test_the_nearest_place_lies_on_the_way(path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    assert nearest_place({(): (1, 1), ("a",): (2, 1), ("a", 0): (3, 5)}, path) == place


def test_without_any_place_there_is_none() -> None:
    assert nearest_place({}, ("a", 0)) is None
    assert nearest_place({("b",): (1, 1)}, ("a",)) is None
    assert Document({"a": 1}).locate(("a",)) is None


def test_a_syntax_error_is_a_document_without_data() -> None:
    document = syntax_error("YAML", Bilingual("scheef", "askew"), None)
    assert document.data is None
    assert [(p.code, p.place, p.path) for p in document.problems] == [("SAM101", None, ())]
    assert document.problems[0].params == {"format": "YAML", "detail": Bilingual("scheef", "askew")}


def test_a_number_that_is_none_keeps_only_how_it_begins() -> None:
    long = BadNumber("9" * 1_000_000, "SAM116")
    assert len(long.text) == 80
    assert long.text.endswith("9…")
    assert BadNumber("NaN").code == "SAM124"


def test_a_scalar_of_yaml_equals_its_text() -> None:
    assert Scalar("ja") == "ja"
    assert {Scalar("ja"): 1}["ja"] == 1
    assert type(str(Scalar("ja"))) is str
