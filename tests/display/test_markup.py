from xml.etree import ElementTree

from hypothesis import given, strategies as st

from samenwerking.display.markup import Markup, escaped, joined, number, tag


@given(st.text())
def test_any_text_comes_back_from_an_element_and_an_attribute(text: str) -> None:
    element = ElementTree.fromstring(tag("p", text, title=text))
    shown = "".join(
        "\ufffd"
        if (ord(c) < 32 and c not in "\t\n\r") or 0xD800 <= ord(c) < 0xE000 or ord(c) in (0xFFFE, 0xFFFF)
        else c
        for c in text
    )
    lines = shown.replace("\r\n", "\n").replace("\r", "\n")
    assert (element.text or "") == lines
    assert element.attrib["title"] == "".join(" " if c in "\t\n" else c for c in lines)


def test_markup_is_not_escaped_twice() -> None:
    inner = tag("b", "a & b")
    assert escaped(inner) is inner
    assert tag("p", inner) == "<p><b>a &amp; b</b></p>"
    assert joined(["<", Markup("<i/>")], " & ") == "&lt; &amp; <i/>"


def test_html_elements_are_closed_even_when_empty() -> None:
    assert tag("div") == "<div></div>"
    assert tag("rect") == "<rect/>"


def test_attributes() -> None:
    assert (
        tag("a", class_="x", font_size=9.5, lang=None, stroke_width=2)
        == '<a class="x" font-size="9.5" stroke-width="2"></a>'
    )
    assert [number(value) for value in (1.0, 1.26, -0.04)] == ["1", "1.3", "0"]
