"""A picture: a drawing or a page, to show or to keep."""

import hashlib
import os
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs

from samenwerking.display.markup import Markup, tag
from samenwerking.display.page import document
from samenwerking.io.write import write_bytes, write_text

_MARGINS = 58  # twice 10 mm, and a point to spare
_SIZE = re.compile(r'width="(\d+)pt" height="(\d+)pt"')


def _no_fetching(address: str, *_: Any, **__: Any) -> Any:
    raise ValueError(f"a picture fetches nothing, and so not {address!r}")


def _pdf(html: str) -> bytes:
    try:
        weasyprint = import_module("weasyprint")
    except ImportError as error:
        raise ImportError("to save a .pdf, install samenwerking[pdf]") from error
    identifier = hashlib.sha256(html.encode("utf-8")).digest()[
        :16
    ]  # not of the moment: same picture, same file
    made: bytes = weasyprint.HTML(string=html, url_fetcher=_no_fetching).write_pdf(pdf_identifier=identifier)
    return made


@attrs.frozen(kw_only=True)
class Picture:
    """A picture of something in a portfolio: a drawing (SVG), a page (HTML) or both.

    Args:
        title: What it is called.
        alt: What it shows, in a sentence or two, for who cannot see it.
        svg: The drawing; ``None`` if it is a page only.
        html: The page; ``None`` if it is a drawing only.
        language: Language of its texts.

    Example:
        >>> print(Picture(title="Schakelbak", alt="Vier versnellingen.", svg="<svg/>"))
        Schakelbak (svg)
    """

    title: str
    alt: str
    svg: str | None = attrs.field(default=None, repr=False)
    html: str | None = attrs.field(default=None, repr=False)
    language: str = "nl"

    def __str__(self) -> str:
        kinds = [kind for kind in ("svg", "html") if getattr(self, kind)]
        return f"{self.title} ({', '.join(kinds)})"

    def _page(self) -> str:
        if self.html is not None:
            return self.html
        body = tag("section", Markup(self.svg or ""), class_="drawing")
        size = _SIZE.search(self.svg or "")
        paper = "A4 landscape" if size is None else f"{int(size[1]) + _MARGINS}pt {int(size[2]) + _MARGINS}pt"
        return document(self.title, body, self.language, size=paper)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Keep the picture in a file. An old file stays whole until the new one is on disk.

        Args:
            path: A path ending in ``.html``, ``.svg`` (for a drawing) or ``.pdf``, for which
                ``samenwerking[pdf]`` is needed.

        Raises:
            ValueError: If the path ends otherwise, or in ``.svg`` while this is a page.
            ImportError: If the path ends in ``.pdf`` and ``samenwerking[pdf]`` is not installed.
            OSError: If the file cannot be written.

        Example:
            >>> import tempfile
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     Picture(title="Leeg", alt="Niets.", svg="<svg/>").save(Path(folder) / "leeg.svg")
            ...     (Path(folder) / "leeg.svg").read_text(encoding="utf-8")
            '<svg/>'
        """
        target = Path(path)
        makers: dict[str, Callable[[], None]] = {
            ".html": lambda: write_text(target, self._page()),
            ".pdf": lambda: write_bytes(target, _pdf(self._page())),
        }
        if self.svg is not None:
            drawn = self.svg
            makers[".svg"] = lambda: write_text(target, drawn)
        maker = makers.get(target.suffix.casefold())
        if maker is None:
            raise ValueError(
                f"this picture is saved as {' or '.join(sorted(makers))}, not as {target.name!r}"
            )
        maker()

    def _repr_svg_(self) -> str | None:
        """Show a drawing in a notebook."""
        return self.svg if self.html is None else None

    def _repr_html_(self) -> str | None:
        """Show a page in a notebook, in a frame of its own so that its style stays there."""
        if self.html is None:
            return None
        style = "width:100%;height:640px;border:1px solid currentColor"
        return str(tag("iframe", Markup(" "), srcdoc=self.html, title=self.title, style=style, sandbox=""))
