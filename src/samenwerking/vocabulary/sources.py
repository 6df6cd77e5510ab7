"""The bibliography: what the keys in marks and references stand for."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import attrs

from samenwerking.vocabulary.data import load
from samenwerking.vocabulary.table import Table


@attrs.frozen(kw_only=True)
class SourceWork:
    """One work that the vocabulary rests on.

    Args:
        key: The short name used in references.
        title: What it is.
        addresses: Where it was found; empty for the slides, which have no address of their own.
        seen: How much of it was read, in English: ``seen``, ``abstract seen``, ``seen (summary)``, ...

    Example:
        >>> bibliography()["PK"].seen
        'abstract seen'
    """

    key: str
    title: str
    addresses: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    seen: str = ""


@cache
def bibliography() -> Mapping[str, SourceWork]:
    """Return every work by its key.

    Returns:
        The works, in the order of the data file.

    Example:
        >>> bibliography()["RACI"].addresses
        ('http://agileea.wikidot.com/raci-assignment-matix',)
    """
    rows: dict[str, dict[str, Any]] = load("sources")
    return Table({key: SourceWork(key=key, **row) for key, row in rows.items()})
