"""Dutch names of organizations, read word by word: what tells them apart and what does not.

The words stand in ``data/names.json``; the list is our own and will never be complete.
"""

import json
import pkgutil
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import attrs

from samenwerking.model import Organization

_JOINED_WORDS = re.compile(r"(?<=[a-z]{3})(?=[A-Z])")  # BoerenNatuur, but not UvW
_BRACKETS = re.compile(r"\(([^()]*)\)")
_APOSTROPHE = re.compile(r"['’‘`´]")
_INITIAL = re.compile(r"(?<=\b\w)\.(?=\w\b)")
_WORD = re.compile(r"[^\W_]+")
_CAPITALS = re.compile(r"\S*[A-Z]\S*[A-Z]\S*")
SHORTEST, LONGEST = 3, 6


@attrs.frozen
class Words:
    """The words that mean something special in a name.

    Args:
        phrases: Words in a row to the words they stand for.
        small: Articles and prepositions.
        honors: Titles.
        forms: A word to the legal form it tells.
        bodies: What sort of body it is: one province has a municipality and a province of the same name.
        left_out: Those of the bodies that people leave out.
        descriptions: Words that are added or left out without meaning another organization.
        places: Words that tell where.
        in_brackets: What a word between brackets stands for, as in "Bergen (NH)".
    """

    phrases: Mapping[tuple[str, ...], tuple[str, ...]]
    small: frozenset[str]
    honors: frozenset[str]
    forms: Mapping[str, str]
    bodies: frozenset[str]
    left_out: frozenset[str]
    descriptions: frozenset[str]
    places: frozenset[str]
    in_brackets: Mapping[str, str]


@cache
def words() -> Words:
    """Return the words that mean something special in a name.

    Returns:
        The words of ``data/names.json``.

    Example:
        >>> words().forms["stichting"]
        'stichting'
    """
    data: dict[str, Any] = json.loads(pkgutil.get_data("samenwerking.change", "data/names.json") or b"")
    return Words(
        phrases={tuple(said.split()): tuple(meant.split()) for said, meant in data["phrases"].items()},
        forms=data["forms"],
        in_brackets=data["in_brackets"],
        **{
            name: frozenset(data[name])
            for name in ("small", "honors", "bodies", "left_out", "descriptions", "places")
        },
    )


@attrs.frozen(kw_only=True)
class Name:
    """A name, read.

    Args:
        text: The name as written.
        core: The words that make it this organization and no other.
        body: What sort of body it is, where the name tells.
        forms: The legal forms that the name tells.
        initials: What its first letters may be, with the body they belong to (empty: none).
        short: The one word it consists of besides, if that may be an abbreviation.
        given: Whether it is the organization's name, rather than another name it goes by.
    """

    text: str
    core: tuple[str, ...]
    body: tuple[str, ...]
    forms: frozenset[str]
    initials: frozenset[str]
    short: str
    given: bool

    @property
    def joined(self) -> str:
        """The core without spaces: people write one word or two."""
        return "".join(self.core)

    @property
    def bare(self) -> tuple[str, ...]:
        """The core without the words that people add or leave out."""
        return tuple(word for word in self.core if word not in words().descriptions)

    @property
    def only_a_place(self) -> bool:
        """Whether the core tells where, and nothing more."""
        return words().places.issuperset(self.core)


def fold(text: str) -> list[str]:
    """Return the words of a text without capitals, accents and signs; ``&`` reads as "en".

    Args:
        text: The text.

    Returns:
        The words, in order.

    Example:
        >>> fold("Coöperatie 't Groene Hart & Omstreken B.V.")
        ['cooperatie', 't', 'groene', 'hart', 'en', 'omstreken', 'bv']
    """
    spaced = _JOINED_WORDS.sub(" ", text).replace("&", " en ").replace("+", " en ")
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", spaced).casefold())
    plain = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return _WORD.findall(_INITIAL.sub("", _APOSTROPHE.sub("", plain)))


def meant(said: Iterable[str]) -> list[str]:
    """Return words with the phrases among them replaced by what they stand for, the longest phrase first.

    Args:
        said: Folded words.

    Returns:
        The words that are meant.

    Example:
        >>> meant(["wetterskip", "fryslan"]), meant(["lto", "noord"])
        (['waterschap', 'friesland'], ['land', 'en', 'tuinbouw', 'organisatie', 'noord'])
    """
    left, found = list(said), list[str]()
    phrases, longest = words().phrases, max(map(len, words().phrases))
    while left:
        for length in range(min(longest, len(left)), 0, -1):
            if (phrase := tuple(left[:length])) in phrases:
                found += phrases[phrase]
                break
        else:
            length = 1
            found.append(left[0])
        del left[:length]
    return found


def _without(said: Iterable[str], *lists: Iterable[str]) -> list[str]:
    gone = {word for each in lists for word in each}
    return [word for word in said if word not in gone]


def _initials(said: list[str]) -> Iterator[str]:
    """Yield what people may take as the abbreviation of a name: with more and more words left out."""
    lists = words()
    for left in (said, _without(said, lists.small)):
        for gone in ((), lists.honors, lists.forms, lists.descriptions, lists.bodies):
            left = _without(left, gone)
            if SHORTEST <= len(left) <= LONGEST:
                yield "".join(word[0] for word in left)


def read_name(text: str, *, given: bool = True) -> Name:
    """Read a name.

    Args:
        text: The name, without brackets.
        given: Whether it is the organization's name, rather than another name it goes by.

    Returns:
        The name, read.

    Example:
        >>> name = read_name("Hoogheemraadschap De Stichtse Rijnlanden")
        >>> name.body, name.core, "hdsr" in name.initials
        (('waterschap',), ('stichtse', 'rijnlanden'), True)
    """
    lists, said = words(), fold(text)
    translated = meant(said)
    content = _without(translated, lists.small, lists.honors, lists.forms)
    body = tuple(sorted(lists.bodies.intersection(content)))
    core = _without(content, body)
    alone = _without(said, lists.small, lists.honors, lists.forms, lists.bodies)
    known = (*alone,) in lists.phrases  # a known abbreviation stands for what it is known for
    is_short = len(alone) == 1 and not known and alone[0].isalpha() and SHORTEST <= len(alone[0]) <= LONGEST
    return Name(
        text=text,
        core=tuple(core or ([] if body else translated)),
        body=body,
        forms=frozenset(lists.forms[word] for word in translated if word in lists.forms),
        initials=frozenset(_initials(said)),
        short=alone[0] if is_short else "",
        given=given,
    )


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Yield a name as written and as read: brackets apart, if they hold a place or an abbreviation."""
    lists = words()
    outside = " ".join(_BRACKETS.sub(" ", text).split())
    where, other = list[str](), list[str]()
    for inside in filter(fold, _BRACKETS.findall(text)):
        letters = "".join(fold(inside))
        place = meant(fold(lists.in_brackets.get(letters, inside)))
        if lists.places.issuperset(place):
            where += place
        elif len(letters) >= SHORTEST and (_CAPITALS.search(inside) or _CAPITALS.fullmatch(outside)):
            other.append(inside)
    yield text, " ".join([outside, *where]) if fold(outside) else text
    yield from ((inside, inside) for inside in other)


def names_of(organization: Organization) -> tuple[Name, ...]:
    """Return the names of an organization, read: its name, what stands between brackets, and its aliases.

    Args:
        organization: The organization.

    Returns:
        The names, each once; none if they are private.

    Example:
        >>> unie = Organization(id="u", name="Unie van Waterschappen (UvW)", aliases=["de Unie"])
        >>> [name.text for name in names_of(unie)]
        ['Unie van Waterschappen (UvW)', 'UvW', 'de Unie']
    """
    if organization.private_fields:
        return ()
    found: dict[str, Name] = {}
    for text in (organization.name, *organization.aliases):
        for shown, said in _parts(text):
            if fold(said):
                found.setdefault(shown, attrs.evolve(read_name(said, given=not found), text=shown))
    return tuple(found.values())
