"""Invented names: letters behind what a thing is, handed out in an order that betrays nothing."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Any

import attrs

from samenwerking.change.renaming import every_id
from samenwerking.model import Organization, Partner, Portfolio, Supporter
from samenwerking.model.references import walk
from samenwerking.vocabulary import Bilingual, CodeList, Language, OrganizationKind, codes, record_label

_NOWHERE = Bilingual("Onbekend", "Unknown")
_OWN_CODE = Bilingual("Eigen code", "Own code")
_NO_CODE = Bilingual("Onbekende code", "Unknown code")


def slug(text: str) -> str:
    """Return a name as an id.

    Args:
        text: The name.

    Returns:
        Small letters, digits and hyphens.

    Example:
        >>> slug("Agrarische coöperatie A")
        'agrarische-cooperatie-a'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def folded(text: str) -> str:
    """Return a name as it is compared: without case and extra spaces.

    Args:
        text: The name.

    Returns:
        The name to compare.

    Example:
        >>> folded(" Waterschap  X")
        'waterschap x'
    """
    return " ".join(text.split()).casefold()


def letters(number: int) -> str:
    """Return the letters that stand for a number.

    Args:
        number: From 0 on.

    Returns:
        A, B, ... Z, AA, AB, ...

    Example:
        >>> [letters(number) for number in (0, 25, 26, 701, 702)]
        ['A', 'Z', 'AA', 'ZZ', 'AAA']
    """
    before = letters(number // 26 - 1) if number > 25 else ""
    return before + chr(ord("A") + number % 26)


def salt_of(portfolio: Portfolio, seed: int | None) -> str:
    """Return what decides who is called what.

    Args:
        portfolio: The portfolio.
        seed: A number, or ``None`` to let all that is in the portfolio decide.

    Returns:
        A text; the same whatever the order of the records.

    Example:
        >>> salt_of(Portfolio(), 5)
        '5'
    """
    if seed is not None:
        return str(seed)
    records = sorted(f"{place.record!r}" for place in portfolio.locations())
    return hashlib.sha256("\n".join(records).encode("utf-8", "replace")).hexdigest()


@attrs.define
class Inventor:
    """Hands out invented names, each once; none of them is a name or id of the original.

    Args:
        language: The language of the names.
        salt: Decides in which order texts get theirs.
        taken: What no name may be, compared by :func:`folded`; gets the names that are handed out.

    Example:
        >>> inventor = Inventor("nl", "5", {"bank-a"})
        >>> inventor.name("bank"), inventor.name("bank")
        ('Bank B', 'Bank C')
    """

    language: Language
    salt: str
    taken: set[str]
    used: Counter[str] = attrs.field(factory=Counter)

    def mixed(self, texts: Iterable[str]) -> list[str]:
        """Return texts in an order that says nothing of them.

        Args:
            texts: The texts.

        Returns:
            Each text once; the same whatever order they came in.
        """

        def place(text: str) -> bytes:
            return hashlib.sha256(f"{self.salt}\n{text}".encode("utf-8", "replace")).digest()

        return sorted(set(texts), key=place)

    def name(self, label: str) -> str:
        """Return the next name with a label.

        Args:
            label: What it is, such as ``waterschap``.

        Returns:
            The label and a letter.
        """
        label = label[:1].upper() + label[1:]
        while True:
            name = f"{label} {letters(self.used[label])}"
            self.used[label] += 1
            if not {folded(name), slug(name)} & self.taken:
                self.taken |= {folded(name), slug(name)}
                return name

    def names(self, texts: Iterable[str], label: Bilingual) -> dict[str, str]:
        """Return a name for each text.

        Args:
            texts: The texts.
            label: What they are.

        Returns:
            Text to name.
        """
        return {text: self.name(label.get(self.language)) for text in self.mixed(texts)}


def _label(record: Any, language: Language) -> str:
    """Return what a record is called before the letter: by its sector where that is known, else its kind."""
    if isinstance(record, Organization):
        person = record.kind is OrganizationKind.PERSON
        sector = None if person else codes(CodeList.SECTOR).get(record.sector or "")
        return sector.label(language) if sector else record.kind.label(language)
    return record_label(type(record).__name__, language)


def new_ids(portfolio: Portfolio, inventor: Inventor) -> tuple[dict[str, str], dict[str, str]]:
    """Return what every id, and whatever has it, is called from now on.

    Args:
        portfolio: The portfolio.
        inventor: Where the names come from.

    Returns:
        Old id to new id, and old id to new name. The ids of partners and supporters that follow from their
        party follow from it again, and have no name.

    Example:
        >>> x = Organization(id="vallei", name="Vallei", sector="waterschap")
        >>> new_ids(Portfolio(organizations=[x]), Inventor("nl", "5", set()))
        ({'vallei': 'waterschap-a'}, {'vallei': 'Waterschap A'})
    """
    ids: dict[str, str] = {}
    names: dict[str, str] = {}
    memberships: tuple[Partner | Supporter, ...] = (*portfolio.partners, *portfolio.supporters)
    prefixes = [(record, f"{type(record).__name__.lower()}-") for record in memberships]
    derived = {record.id: prefix for record, prefix in prefixes if record.id == f"{prefix}{record.party}"}
    records = (place.record for place in portfolio.locations())
    others = {record.id for record in records if not isinstance(record, Partner | Supporter)}
    derived = {id_: prefix for id_, prefix in derived.items() if id_ not in others}
    for id_ in inventor.mixed(every_id(portfolio)):
        if id_ not in derived:
            labels = sorted(_label(place.record, inventor.language) for place in portfolio.located(id_))
            names[id_] = inventor.name(next(iter(labels), _NOWHERE.get(inventor.language)))
            ids[id_] = slug(names[id_])
    ids |= {id_: f"{prefix}{ids[id_.removeprefix(prefix)]}" for id_, prefix in derived.items()}
    return ids, names


def new_codes(portfolio: Portfolio, inventor: Inventor) -> dict[CodeList, dict[str, str]]:
    """Return a new name for each code that the library does not have.

    Args:
        portfolio: The portfolio, with its own codes.
        inventor: Where the names come from.

    Returns:
        Per list old code to new name; the new code is its slug.

    Example:
        >>> x = Organization(id="x", name="X", sector="imkerij")
        >>> new_codes(Portfolio(organizations=[x]), Inventor("nl", "5", set()))[CodeList.SECTOR]
        {'imkerij': 'Onbekende code A'}
    """
    own: dict[CodeList, set[str]] = {each: set() for each in CodeList}
    used: dict[CodeList, set[str]] = {each: set() for each in CodeList}
    for code in portfolio.codes:
        own[code.list].add(code.code)
        used[code.list].update(filter(None, [code.broader]))
    for found in walk(portfolio):
        if found.field.codes:
            used[found.field.codes].add(found.value)
    new: dict[CodeList, dict[str, str]] = {}
    for each in CodeList:
        unknown = used[each] - own[each]
        new[each] = inventor.names(own[each] - codes(each).keys(), _OWN_CODE)
        new[each] |= inventor.names(unknown - codes(each).keys(), _NO_CODE)
    return new
