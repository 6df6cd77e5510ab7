import sys
from pathlib import Path

import pytest

from samenwerking.display import Picture

DRAWING = Picture(
    title="Tekening", alt="Een <b>", svg='<svg width="10pt" height="20pt" viewBox="0 0 10 20"></svg>'
)
PAGE = Picture(title="Blad & meer", alt="Een blad.", html="<!DOCTYPE html>\n<html></html>")


def test_a_drawing_is_saved_as_svg_and_as_page(tmp_path: Path) -> None:
    DRAWING.save(tmp_path / "a.svg")
    DRAWING.save(str(tmp_path / "a.HTML"))
    assert (tmp_path / "a.svg").read_text(encoding="utf-8") == DRAWING.svg
    page = (tmp_path / "a.HTML").read_text(encoding="utf-8")
    assert DRAWING.svg is not None and DRAWING.svg in page
    assert "<title>Tekening</title>" in page
    assert "@page { size: 68pt 78pt;" in page


def test_a_page_is_saved_as_it_is(tmp_path: Path) -> None:
    PAGE.save(tmp_path / "a.html")
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == PAGE.html


def test_what_it_cannot_be_saved_as_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"saved as \.html or \.pdf, not as 'a\.svg'"):
        PAGE.save(tmp_path / "a.svg")
    with pytest.raises(ValueError, match=r"\.html or \.pdf or \.svg"):
        DRAWING.save(tmp_path / "a.png")
    assert list(tmp_path.iterdir()) == []


def test_a_notebook_shows_one_of_both() -> None:
    assert DRAWING._repr_html_() is None and DRAWING._repr_svg_() == DRAWING.svg
    shown = PAGE._repr_html_()
    assert PAGE._repr_svg_() is None and shown is not None
    assert shown.startswith("<iframe ") and "&lt;html&gt;" in shown and 'sandbox=""' in shown
    assert str(PAGE) == "Blad & meer (html)"
    assert "<svg" not in repr(DRAWING)


def test_without_the_extra_a_pdf_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(ImportError, match=r"samenwerking\[pdf\]"):
        PAGE.save(tmp_path / "a.pdf")
    assert list(tmp_path.iterdir()) == []


class _Html:
    def __init__(self, string: str, url_fetcher: object) -> None:
        self.string, self.fetch = string, url_fetcher

    def write_pdf(self, pdf_identifier: bytes) -> bytes:
        return b"%PDF " + pdf_identifier


def test_a_pdf_is_written_whole_and_the_same_every_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[_Html] = []

    def html(**given: object) -> _Html:
        made.append(_Html(**given))
        return made[-1]

    monkeypatch.setitem(sys.modules, "weasyprint", type("weasyprint", (), {"HTML": staticmethod(html)}))
    target = tmp_path / "a.pdf"
    PAGE.save(target)
    first = target.read_bytes()
    PAGE.save(target)
    assert first.startswith(b"%PDF ") and target.read_bytes() == first
    with pytest.raises(ValueError, match="fetches nothing"):
        made[0].fetch("https://example.org")


def test_a_pdf_that_cannot_be_written_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(
        sys.modules,
        "weasyprint",
        type("weasyprint", (), {"HTML": staticmethod(lambda **given: _Html(**given))}),
    )
    target = tmp_path / "a.pdf"
    target.mkdir()
    with pytest.raises(OSError):  # noqa: PT011
        PAGE.save(target)
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
