"""What an export gives: the text, and what stayed behind."""

import os
from pathlib import Path
from typing import Any

import attrs

from samenwerking.io.write import write_text


@attrs.frozen
class Exported:
    """A portfolio or graph in another format.

    Args:
        text: The content of the file.
        data: The same as plain data, for formats that are JSON.
        left_out: What the format could not carry, as paths with ``[]`` for *each*: parts of the portfolio
            (``collaborations[].canvas.goals``) or attributes of the graph (``nodes[].tags``). A path that
            ends in ``(changed)`` was carried in another shape.

    Example:
        >>> Exported("{}").left_out
        ()
    """

    text: str = attrs.field(repr=False)
    data: dict[str, Any] | None = attrs.field(default=None, repr=False)
    left_out: tuple[str, ...] = ()

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the text to a file, whole or not at all.

        Args:
            path: Where.

        Raises:
            OSError: If it cannot be written; an old file is then as it was.

        Example:
            >>> import tempfile
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     Exported("<graphml/>").save(Path(folder) / "a.graphml")
            ...     (Path(folder) / "a.graphml").read_text()
            '<graphml/>'
        """
        write_text(Path(path), self.text)
