"""What the fields of the model are called by people: one word per concept, in both languages."""

from collections.abc import Mapping
from functools import cache

from samenwerking.vocabulary.bilingual import LANGUAGES, Bilingual, Language
from samenwerking.vocabulary.data import load
from samenwerking.vocabulary.table import Table


def _label(kind: str, name: str, language: Language) -> str:
    texts: dict[str, str] = load("fields")[kind][name]
    return Bilingual(texts["nl"], texts["en"]).get(language)


def field_label(name: str, language: Language) -> str:
    """Return what people read instead of an attribute's name.

    Args:
        name: The attribute, as in the model and in files.
        language: ``"nl"`` or ``"en"``.

    Returns:
        The label, the same wherever the attribute occurs.

    Raises:
        KeyError: If no class of the model has such an attribute.
        ValueError: If the language is neither.

    Example:
        >>> field_label("lead", "nl")
        'trekker'
    """
    return _label("attributes", name, language)


def record_label(class_name: str, language: Language) -> str:
    """Return what people read instead of the name of a class.

    Args:
        class_name: The class, as in the model.
        language: ``"nl"`` or ``"en"``.

    Returns:
        The label.

    Raises:
        KeyError: If the model has no such class.
        ValueError: If the language is neither.

    Example:
        >>> record_label("Participation", "nl")
        'Partij'
    """
    return _label("records", class_name, language)


@cache
def _names() -> Mapping[str, str]:
    attributes: dict[str, dict[str, str]] = load("fields")["attributes"]
    found = {name.casefold(): name for name in attributes}
    for language in LANGUAGES:
        for name, texts in attributes.items():
            found.setdefault(texts[language].casefold(), name)
    return Table(found)


def field_name(label: str) -> str | None:
    """Find the attribute that people call by this label.

    Args:
        label: A Dutch or English label, or the attribute's own name; case and outer spaces do not count.

    Returns:
        The attribute's name, or ``None`` if nothing is called that. An attribute's own name wins over a
        label, a Dutch label over an English one.

    Example:
        >>> field_name("Trekker"), field_name("Way back"), field_name("zomaar")
        ('lead', 'step_back_route', None)
    """
    return _names().get(" ".join(label.split()).casefold())


def field_names() -> tuple[str, ...]:
    """Return every attribute that has a label.

    Returns:
        The names, in the order of the data file.

    Example:
        >>> "decision_rule" in field_names()
        True
    """
    return tuple(load("fields")["attributes"])
