"""The vocabulary's data files, read once per process."""

import json
import pkgutil
from functools import cache
from typing import Any

# The tables of the reading, a file each; an alternative reading may hold any of them in one file.
READING = ("types", "positions", "capability_levels", "capabilities", "fits", "requirements", "rules")


@cache
def load(name: str) -> Any:
    """Return one data file of the vocabulary.

    The result is shared: do not change it.

    Args:
        name: The file's name without ``.json``; ``"reading"`` for all tables of the reading.

    Returns:
        What the file holds.

    Raises:
        FileNotFoundError: If there is no such file.

    Example:
        >>> sorted(load("closed")["ownership"]["values"])
        ['private', 'public']
    """
    if name == "reading":
        return {table: load(f"reading/{table.replace('_', '-')}") for table in READING}
    return json.loads(pkgutil.get_data(__name__, f"{name}.json") or b"")
