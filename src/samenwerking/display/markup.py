"""Markup that cannot be broken by what people write: every text is escaped when it goes in."""

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape

# What XML cannot hold, whatever the escaping.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_QUOTE = {'"': "&quot;", "'": "&#39;"}


class Markup(str):
    """Text that is markup already and goes in as it is.

    Example:
        >>> str(tag("b", Markup("<i/>")))
        '<b><i/></b>'
    """

    __slots__ = ()


def plain(text: str) -> str:
    """Return a text with a replacement character for what no page can hold.

    Args:
        text: Any text.

    Returns:
        The text.

    Example:
        >>> len(plain(chr(0) + "a"))
        2
    """
    return _FORBIDDEN.sub("\ufffd", text)


def escaped(text: str) -> Markup:
    """Return a text as markup.

    Args:
        text: Any text; markup stays as it is.

    Returns:
        Markup that shows the text.

    Example:
        >>> str(escaped("a < b & c"))
        'a &lt; b &amp; c'
    """
    return text if isinstance(text, Markup) else Markup(escape(plain(text), _QUOTE))


def joined(parts: Iterable[str], between: str = "") -> Markup:
    """Return several texts as one piece of markup.

    Args:
        parts: Texts and markup.
        between: What goes between them; escaped as well.

    Returns:
        Markup.

    Example:
        >>> str(joined(["a&", tag("br")]))
        'a&amp;<br/>'
    """
    return Markup(str(escaped(between)).join(map(escaped, parts)))


def number(value: float) -> str:
    """Return a coordinate the same way on every machine, with at most one decimal.

    Args:
        value: A number.

    Returns:
        Text without trailing zeros.

    Example:
        >>> number(12.04), number(3.25), number(-0.01)
        ('12', '3.2', '0')
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _written(value: str | float) -> str:
    return value if isinstance(value, str) else number(value)


def tag(name: str, /, *children: str, **attributes: str | float | None) -> Markup:
    """Return an element.

    Args:
        name: Its name.
        *children: Texts, which are escaped, and markup.
        **attributes: Its attributes; ``None`` leaves one out, ``class_`` stands for ``class`` and an
            underscore for a hyphen.

    Returns:
        Markup, well formed as HTML and as XML.

    Example:
        >>> str(tag("td", "R&D", class_="name", colspan=2))
        '<td class="name" colspan="2">R&amp;D</td>'
    """
    written = "".join(
        f' {key.strip("_").replace("_", "-")}="{escaped(_written(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if not children and name not in _NEVER_VOID:
        return Markup(f"<{name}{written}/>")
    return Markup(f"<{name}{written}>{joined(children)}</{name}>")


# HTML reads <div/> as the start of an element, so that these are always closed.
_NEVER_VOID = frozenset(
    [
        "a",
        "b",
        "body",
        "caption",
        "div",
        "em",
        "h1",
        "h2",
        "h3",
        "i",
        "li",
        "ol",
        "p",
        "section",
        "span",
        "strong",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
