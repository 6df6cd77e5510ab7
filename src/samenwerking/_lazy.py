"""Names of a package that are loaded when they are first used, so that nobody waits for what others need."""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def lazy(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """Return what a package needs as its ``__getattr__`` to load names when they are first used.

    Args:
        package: The name of the package.
        homes: Module within the package to the names that live there, with spaces between.

    Returns:
        A function that takes a name and returns what it stands for.

    Example:
        >>> lazy("samenwerking.report", {"finding": "Finding Param"})("Finding").__name__
        'Finding'
    """
    home_of = {name: home for home, names in homes.items() for name in names.split()}

    def load(name: str) -> Any:
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(f"{package}.{home_of[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return load
