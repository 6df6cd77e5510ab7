import pytest
from hypothesis import given, strategies as st

from samenwerking.display.measure import width, wrap


def test_wide_letters_take_more_room() -> None:
    assert width("W", 10) > width("a", 10) > width("i", 10)
    assert width("水", 10) > width("a", 10)
    assert width("Waterschap", 12, True) > width("Waterschap", 12)


@given(st.text(max_size=200), st.floats(20, 300), st.integers(1, 6))
def test_no_line_is_wider_than_its_room_or_one_letter(text: str, room: float, lines: int) -> None:
    wrapped = wrap(text, room, 10, lines)
    assert len(wrapped.lines) <= lines
    for line in wrapped.lines:
        assert width(line, 10) <= room or len(line) <= 2


@given(st.text(alphabet="abc ", max_size=60))
def test_nothing_is_lost_where_there_is_room(text: str) -> None:
    wrapped = wrap(text, 200, 10)
    assert not wrapped.cut
    assert wrapped.text.split() == text.split()


def test_what_is_cut_says_so() -> None:
    wrapped = wrap("Een heel lange naam voor een stichting", 60, 10, 1)
    assert wrapped.cut and wrapped.lines[0].endswith("…")


@pytest.mark.parametrize("text", ["", "   "])
def test_nothing_has_no_lines(text: str) -> None:
    assert wrap(text, 100, 10).lines == ()


def test_a_very_long_text_does_not_take_long() -> None:
    assert wrap("woord " * 1_000_000, 100, 10, 3).cut
