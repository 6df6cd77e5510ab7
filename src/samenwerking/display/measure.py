"""How much room a text takes, so that nothing runs out of its box and no type gets smaller."""

from functools import lru_cache

import attrs

# Widths of a sans-serif letter in thousandths of its size (those of Helvetica, Arial and Liberation Sans).
_NARROW = {"ijl'|": 222, "ft.,:;/!I[] \\": 278, "r()-`°": 333, '"*': 370, "ckszxvyJ": 500}
_WIDE = {"ABEKPSVXY&": 667, "wCDHNRU": 722, "GOQ": 778, "mM": 833, "W": 944, "%": 889, "@": 1015, "FTZ": 611}
_WIDTH = {
    letter: width for group in (_NARROW, _WIDE) for letters, width in group.items() for letter in letters
}
_USUAL = 556
_FULL = 1000  # letters of scripts that fill a square
_BOLD = 1.08
_SPARE = 1.03  # another letter may have come in its place
ELLIPSIS = "…"


@lru_cache(maxsize=8192)
def width(text: str, size: float, bold: bool = False) -> float:
    """Return how wide a text is, about.

    Args:
        text: One line of text.
        size: Size of the letter.
        bold: Whether it is bold.

    Returns:
        The width, in the unit of the size.

    Example:
        >>> round(width("Waterschap", 10))
        55
    """
    thousandths = 0
    for letter in text:
        thousandths += _WIDTH.get(letter, _USUAL if letter < "\u2e80" else _FULL)
    return thousandths * size * _SPARE * (_BOLD if bold else 1.0) / 1000


@attrs.frozen
class Wrapped:
    """A text in lines.

    Args:
        lines: The lines.
        cut: Whether something was left out.
    """

    lines: tuple[str, ...]
    cut: bool

    @property
    def text(self) -> str:
        """The lines as one text."""
        return " ".join(self.lines)


def _shortened(line: str, room: float, size: float, bold: bool) -> str:
    while line and width(line + ELLIPSIS, size, bold) > room:
        line = line[:-1]
    return line.rstrip(" ,;:(") + ELLIPSIS


def _pieces(text: str, room: float, size: float, bold: bool) -> list[str]:
    """Return the words of a text, with those that are too long for any line in parts."""
    found: list[str] = []
    for word in text.split():
        while width(word, size, bold) > room and len(word) > 1:
            end = len(word) - 1
            while end > 1 and width(word[:end], size, bold) > room:
                end -= 1
            found.append(word[:end])
            word = word[end:]
        found.append(word)
    return found


def wrap(text: str, room: float, size: float, lines: int = 1000, *, bold: bool = False) -> Wrapped:
    """Break a text into lines that fit, and cut it with an ellipsis where they run out.

    Args:
        text: The text.
        room: How wide a line may be.
        size: Size of the letter, in the same unit.
        lines: How many lines there may be.
        bold: Whether it is bold.

    Returns:
        The lines.

    Example:
        >>> wrap("Kruidenrijke randen langs het water", 80, 10, 2)
        Wrapped(lines=('Kruidenrijke', 'randen langs he…'), cut=True)
    """
    text = text[: 40 * (lines + 1) * max(1, int(room / size))]  # no more than could ever be shown
    made: list[str] = []
    line = ""
    words = _pieces(text, room, size, bold)
    for place, word in enumerate(words):
        longer = f"{line} {word}" if line else word
        if not line or width(longer, size, bold) <= room:
            line = longer
            continue
        if len(made) + 1 >= lines:
            rest = " ".join(words[place:])
            made.append(_shortened(f"{line} {rest[:200]}", room, size, bold))
            return Wrapped(tuple(made), True)
        made.append(line)
        line = word
    return Wrapped((*made, line) if line else tuple(made), False)
