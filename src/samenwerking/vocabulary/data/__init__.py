"""The vocabulary's data files, read once per process."""

import json
import pkgutil
from functools import cache
from typing import Any


@cache
def load(name: str) -> Any:
    """Return one data file of the vocabulary.

    The result is shared: do not change it.

    Args:
        name: The file's name without ``.json``.

    Returns:
        What the file holds.

    Raises:
        FileNotFoundError: If there is no such file.

    Example:
        >>> sorted(load("closed")["ownership"]["values"])
        ['private', 'public']
    """
    return json.loads(pkgutil.get_data(__name__, f"{name}.json") or b"")
