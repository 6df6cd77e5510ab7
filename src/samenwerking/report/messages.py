"""The library's own findings (``SAM...``): their texts stand in ``data/messages.json``."""

import json
import pkgutil
import string
from functools import cache
from typing import Any

from samenwerking.report.finding import Finding, Param
from samenwerking.vocabulary import Bilingual, Mark, Severity


@cache
def catalog() -> dict[str, dict[str, Any]]:
    """Return the texts of the library's own findings.

    Returns:
        Per code: ``name``, ``severity``, ``nl``, ``en`` and ``hints`` (each ``nl`` and ``en``, most
        specific first).

    Example:
        >>> catalog()["SAM201"]["name"]
        'reference-unknown'
    """
    texts = pkgutil.get_data("samenwerking.report", "data/messages.json")
    entries: dict[str, dict[str, Any]] = json.loads(texts or b"")
    return entries


def placeholders(template: str) -> frozenset[str]:
    """Return the names between braces in a template.

    Args:
        template: A message template.

    Returns:
        The names of its placeholders.

    Example:
        >>> sorted(placeholders("{a} en {b}"))
        ['a', 'b']
    """
    return frozenset(name for _, name, _, _ in string.Formatter().parse(template) if name)


def make_finding(code: str, params: dict[str, Param], **place: Any) -> Finding:
    """Make one of the library's own findings.

    Args:
        code: A ``SAM`` code of the catalog.
        params: Values for the placeholders of its texts.
        **place: Further arguments of :class:`Finding`: pointer, subject, line and so on.

    Returns:
        The finding, with the most specific hint whose placeholders are all given.

    Raises:
        KeyError: If the code is not in the catalog.

    Example:
        >>> make_finding("SAM112", {"field": Bilingual("naam", "name")}).message("nl")
        "'naam' ontbreekt nog."
    """
    entry = catalog()[code]
    hint = next((h for h in entry.get("hints", ()) if placeholders(h["nl"]) <= params.keys()), None)
    return Finding(
        code=code,
        name=entry["name"],
        severity=Severity(entry["severity"]),
        template=Bilingual(entry["nl"], entry["en"]),
        hint_template=Bilingual(hint["nl"], hint["en"]) if hint else None,
        params=params,
        marks=(Mark.OWN,),
        **place,
    )
