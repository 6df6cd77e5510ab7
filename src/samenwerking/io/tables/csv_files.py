"""Files with separated values, one per sheet, as Excel and others write them."""

import csv
import io
import os
from collections.abc import Iterator
from pathlib import Path

from samenwerking.io.tables.grid import MOST_BYTES, Grid, Trouble, cell_of
from samenwerking.report import Param, shorten

SUFFIXES = (".csv", ".tsv")
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_DELIMITERS = ";,\t"
_SAID = "sep="
# A text that begins with one of these is a formula to a spreadsheet; a quote in front says that it is not.
FORMULA_MARKS = ("=", "+", "-", "@", "\t")
_QUOTE = "'"


def is_table(path: Path) -> bool:
    """Say whether a path may hold a table.

    Args:
        path: A path.

    Returns:
        Whether its name ends as such files do; not for hidden files and lock files.

    Example:
        >>> is_table(Path("Doelen.CSV")), is_table(Path(".~lock.Doelen.csv"))
        (True, False)
    """
    return path.suffix.casefold() in SUFFIXES and not path.name.startswith((".", "~"))


def _decode(content: bytes) -> str:
    """Return the bytes of a file as text: by its mark, else UTF-8, else as Windows writes in this country."""
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _delimiter(text: str) -> tuple[str, bool]:
    """Return what separates the values, and whether the first line is there to say so."""
    said = text.partition("\n")[0].strip("\r ").strip('"')
    if said.casefold().startswith(_SAID) and len(said) == len(_SAID) + 1:
        return said[-1], True
    line = next((line for line in text.splitlines() if line.strip(_DELIMITERS + " ")), "")
    bare = "".join(line.split('"')[::2])  # what stands outside quotation marks
    return max(_DELIMITERS, key=bare.count), False


def _unguarded(text: str) -> str:
    return text[1:] if _is_guarded(text) else text


def _is_guarded(text: str) -> bool:
    return text.startswith(_QUOTE) and text.lstrip(_QUOTE).startswith(FORMULA_MARKS)


def guarded(text: str) -> str:
    """Return a text such that no spreadsheet takes it for a formula.

    Args:
        text: Any text.

    Returns:
        The text, with a quote in front if it begins as a formula does; reading takes it away.

    Example:
        >>> guarded("=1+1"), guarded("Waterschap X")
        ("'=1+1", 'Waterschap X')
    """
    return _QUOTE + text if _is_guarded(text) or text.startswith(FORMULA_MARKS) else text


def read_csv(content: bytes, name: str, file: str | None = None) -> Grid:
    r"""Return the sheet that a file with separated values holds.

    Args:
        content: Its bytes: UTF-8, UTF-16 or Windows-1252, separated by semicolons, commas or tabs.
        name: The name of the sheet.
        file: The file.

    Returns:
        The sheet as it was found.

    Example:
        >>> read_csv("naam;bedrag\nX;0,6".encode("cp1252"), "Bijdragen").rows[1][1][1].text
        '0,6'
    """
    grid = Grid(name, file=file)
    if len(content) > MOST_BYTES:
        grid.troubles.append(Trouble("SAM968", {"limit": MOST_BYTES // 1_000_000}, grid.place(1)))
        return grid
    text = _decode(content)
    delimiter, said = _delimiter(text)
    grid.point = delimiter == ","
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        rows = list(lines)
    except csv.Error as error:
        params: dict[str, Param] = {"detail": shorten(str(error))}
        grid.troubles.append(Trouble("SAM967", params, grid.place(max(lines.line_num, 1))))
        return grid
    if said:
        rows[0] = []
    return grid.take([cell_of(_unguarded(value)) for value in row] for row in rows)


def read_folder(folder: str | os.PathLike[str]) -> Iterator[Grid]:
    """Yield the sheets of a folder: one per file with separated values, named as the file.

    Args:
        folder: The folder.

    Yields:
        Sheets, by name.

    Raises:
        OSError: If it cannot be read.
    """
    for path in sorted(Path(folder).iterdir()):
        if path.is_file() and is_table(path):
            yield read_file(path)


def read_file(path: Path) -> Grid:
    """Return the sheet that one file holds.

    Args:
        path: The file.

    Returns:
        The sheet, named as the file.

    Raises:
        OSError: If it cannot be read.
    """
    with path.open("rb") as file:
        return read_csv(file.read(MOST_BYTES + 1), path.stem, str(path))
