"""The portfolios that come with the library."""

import pkgutil
import re

from samenwerking.io.reader import load
from samenwerking.model import Portfolio

_NAME = re.compile(r"[a-z][a-z-]*")


def example_names() -> tuple[str, ...]:
    """Return the names of the portfolios that come with the library.

    Returns:
        Names, in alphabetical order.

    Example:
        >>> "deltaplan" in example_names()
        True
    """
    from importlib.resources import files  # needed for the list only, and slow to load

    shipped = files("samenwerking.examples").iterdir()
    return tuple(
        sorted(found.name.removesuffix(".json") for found in shipped if found.name.endswith(".json"))
    )


def example_bytes(name: str) -> bytes:
    """Return the file of a portfolio that comes with the library.

    Args:
        name: One of :func:`example_names`.

    Returns:
        The bytes of its JSON file.

    Raises:
        ValueError: If there is no such portfolio; names those there are.

    Example:
        >>> example_bytes("draft")[:1]
        b'{'
    """
    try:
        found = pkgutil.get_data("samenwerking.examples", f"{name}.json") if _NAME.fullmatch(name) else None
    except FileNotFoundError:
        found = None
    if found is None:
        raise ValueError(f"no example {name!r}; choose from {', '.join(example_names())}")
    return found


def example(name: str) -> Portfolio:
    """Load a portfolio that comes with the library.

    ``"deltaplan"`` holds real organizations, partners, supporters and collaborations, as far as public
    sources state them; every other one is invented and says so.

    Args:
        name: One of :func:`example_names`.

    Returns:
        The portfolio.

    Raises:
        ValueError: If there is no such portfolio; names those there are.

    Example:
        >>> example("draft").collaborations[0].canvas.form is None
        True
    """
    return load(example_bytes(name))
