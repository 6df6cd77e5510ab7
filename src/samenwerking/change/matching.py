"""Which organizations are worth comparing, and what speaks for and against their being one.

Every sign of being the same is an equal key: a number, the core of a name, the core with a letter left out,
the initials. Only organizations that share a key meet, so the work grows with the number of organizations and
of signs found, not with the number of pairs.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from operator import itemgetter
from typing import TypeAlias

import attrs

from samenwerking.change.names import Name, names_of, words
from samenwerking.model import Organization
from samenwerking.model.registers import Likelihood, Number, numbers, scheme_label, schemes, shows
from samenwerking.vocabulary import Bilingual, Language, OrganizationKind

Key: TypeAlias = tuple[str, ...]
Mark: TypeAlias = Name | Number | str
Meeting: TypeAlias = tuple[Key, Mark, Mark]

LIKELIHOODS: tuple[Likelihood, ...] = ("certain", "likely", "maybe")
# A slip is looked for in a word of at least so many letters, if the whole core or the word itself is long:
# Heusden and Leusden are two municipalities. Our own choice, made on the pairs that the tests tune on.
SLIP_WORD, SLIP_CORE, SLIP_ALONE = 5, 10, 8
_TEXTS = {
    "number": Bilingual("Ze hebben allebei {scheme} {a}.", "They both have {scheme} {a}."),
    "id": Bilingual("Het kenmerk '{a}' is of was van allebei.", "Both have or had the id '{a}'."),
    "name": Bilingual("'{a}' en '{b}' zijn dezelfde naam.", "'{a}' and '{b}' are the same name."),
    "bare": Bilingual(
        "'{a}' en '{b}' verschillen in een woord dat vaak wordt weggelaten.",
        "'{a}' and '{b}' differ in a word that is often left out.",
    ),
    "body": Bilingual("'{a}' kan kort zijn voor '{b}'.", "'{a}' may be short for '{b}'."),
    "slip": Bilingual("'{a}' en '{b}' schelen een letter.", "'{a}' and '{b}' differ by a letter."),
    "initials": Bilingual(
        "'{a}' kan de afkorting zijn van '{b}'.", "'{a}' may be the abbreviation of '{b}'."
    ),
    "other_number": Bilingual(
        "Ze hebben elk een ander nummer ({scheme}): {a} en {b}.",
        "They have different numbers ({scheme}): {a} and {b}.",
    ),
    "ownership": Bilingual("De een is publiek, de ander privaat.", "One is public, the other private."),
    "group": Bilingual("De een is een groep, de ander niet.", "One is a group, the other is not."),
}
_ONE_WAY = ("body", "initials")


@attrs.frozen
class Sign:
    """A sign that two organizations are one.

    Args:
        kind: What sort of sign: a key of the texts.
        likelihood: How likely it makes that they are one.
        text: The sign in words.
    """

    kind: str
    likelihood: Likelihood
    text: Bilingual


def _say(key: str, **values: str | Bilingual) -> Bilingual:
    def filled(language: Language) -> str:
        said = {n: v.get(language) if isinstance(v, Bilingual) else v for n, v in values.items()}
        return _TEXTS[key].get(language).format(**said)

    return Bilingual(filled("nl"), filled("en"))


def _slips(name: Name) -> Iterator[Key]:
    """Yield a core with each of its letters left out: two cores one slip apart share such a key."""
    length = len(name.joined)
    for position, word in enumerate(name.core):
        if not word.isalpha() or len(word) < SLIP_WORD or (length < SLIP_CORE and len(word) < SLIP_ALONE):
            continue
        for shorter in {word, *(word[:n] + word[n + 1 :] for n in range(len(word)))}:
            yield ("slip", *name.body, "", *name.core[:position], shorter, *name.core[position + 1 :])


def _name_keys(name: Name) -> Iterator[Key]:
    yield ("name", *name.body, "", name.joined)
    yield ("name", *name.body, "", *sorted(name.core))
    if name.bare:
        yield ("bare", *name.body, "", "".join(name.bare))
    if words().left_out.issuperset(name.body) and not name.only_a_place:
        yield ("body", name.joined)
    yield from _slips(name)
    if name.short:
        yield ("initials", name.short)
    yield from (("initials", letters) for letters in name.initials)


def keys(organization: Organization) -> dict[Key, list[Mark]]:
    """Return what an organization can be recognized by.

    Args:
        organization: The organization.

    Returns:
        Key to the names, numbers or ids behind it.

    Example:
        >>> [key for key in keys(Organization(id="x", name="De Dommel")) if key[0] == "body"]
        [('body', 'dommel')]
    """
    found: dict[Key, list[Mark]] = {}
    for id_ in (organization.id, *organization.formerly):
        found.setdefault(("id", id_), []).append(id_)
    for (scheme, value), written in numbers(organization).items():
        if shows(scheme):
            found.setdefault(("number", scheme, value), []).append(written)
    for name in names_of(organization):
        for key in dict.fromkeys(_name_keys(name)):
            found.setdefault(key, []).append(name)
    return found


def _is_short(key: Key, mark: Mark) -> bool:
    """Say whether a name is the shorter side of a sign that goes one way."""
    return isinstance(mark, Name) and (not mark.body if key[0] == "body" else mark.short == key[-1])


def meetings(organizations: Sequence[Organization]) -> dict[tuple[int, int], list[Meeting]]:
    """Return which organizations share a key.

    Args:
        organizations: The organizations.

    Returns:
        The positions of two, the lower first, to the keys they share with a mark of each.

    Example:
        >>> names = ("Staatsbosbeheer", "Staatsbosbeeer", "Natuurmonumenten")
        >>> list(meetings([Organization(id=name, name=name) for name in names]))
        [(0, 1)]
    """
    blocks: dict[Key, list[tuple[int, Mark]]] = {}
    for position, organization in enumerate(organizations):
        for key, marks in keys(organization).items():
            blocks.setdefault(key, []).extend((position, mark) for mark in marks)
    found: dict[tuple[int, int], list[Meeting]] = {}
    for key, members in blocks.items():
        pairs: Iterable[tuple[tuple[int, Mark], tuple[int, Mark]]] = combinations(members, 2)
        if key[0] in _ONE_WAY:
            sides: dict[bool, list[tuple[int, Mark]]] = {True: [], False: []}
            for member in members:
                sides[_is_short(key, member[1])].append(member)
            pairs = product(sides[True], sides[False])
        for one, other in pairs:
            (first, a), (second, b) = sorted((one, other), key=itemgetter(0))
            if first != second:
                found.setdefault((first, second), []).append((key, a, b))
    return found


def _agree(kind: str, a: Name, b: Name) -> bool:
    if a.forms and b.forms and a.forms.isdisjoint(b.forms):
        return False  # another legal form is another legal person
    if kind == "slip":
        return not words().places.issuperset(set(a.core) ^ set(b.core))
    if kind == "body":
        return not a.forms
    return kind != "initials" or (set(a.body) <= set(b.body) and len(b.core) > 1)


def _sign(key: Key, a: Mark, b: Mark) -> Sign | None:
    """Return the sign that two marks with one key are, if they are one."""
    kind = key[0]
    if kind == "number":
        return Sign(kind, shows(key[1]) or "maybe", _say(kind, scheme=scheme_label(key[1]), a=key[2]))
    if not isinstance(a, Name) or not isinstance(b, Name):
        return Sign(kind, "certain", _say(kind, a=key[1]))
    if kind in _ONE_WAY and not _is_short(key, a):
        a, b = b, a
    if not _agree(kind, a, b):
        return None
    likelihood: Likelihood = "likely" if kind == "name" and (a.given or b.given) else "maybe"
    return Sign(kind, likelihood, _say(kind, a=a.text, b=b.text))


def signs(met: Iterable[Meeting]) -> tuple[Sign, ...]:
    """Return what speaks for two organizations being one.

    Args:
        met: The keys they share, with a mark of each.

    Returns:
        Signs, numbers first; of the names the best one only.

    Example:
        >>> a, b = Organization(id="a", name="Gem. Tiel"), Organization(id="b", name="Gemeente Tiel")
        >>> [sign.likelihood for sign in signs(meetings([a, b])[0, 1])]
        ['likely']
    """
    found = {sign for key, a, b in met if (sign := _sign(key, a, b))}
    order, kinds = LIKELIHOODS.index, list(_TEXTS).index
    ranked = sorted(found, key=lambda sign: (order(sign.likelihood), kinds(sign.kind), sign.text.nl))
    registered = [sign for sign in ranked if sign.kind in ("number", "id")]
    return (*registered, *[sign for sign in ranked if sign not in registered][:1])


def different_numbers(a: Organization, b: Organization) -> Iterator[tuple[str, str, str]]:
    """Yield the numbers of which an organization has one, and these two have different ones.

    Args:
        a: An organization.
        b: Another.

    Yields:
        The scheme, and the number of each.

    Example:
        >>> from samenwerking.model import Identifier
        >>> of = [Identifier(scheme="kvk", value=value) for value in ("11111111", "22222222")]
        >>> a, b = (Organization(id=each.value, name="X", identifiers=[each]) for each in of)
        >>> list(different_numbers(a, b))
        [('kvk', '11111111', '22222222')]
    """
    for scheme in schemes().values():
        one, other = (sorted(n for of, n in numbers(each) if of == scheme.code) for each in (a, b))
        if scheme.one and one and other and set(one).isdisjoint(other):
            yield scheme.code, one[0], other[0]


def objections(a: Organization, b: Organization) -> tuple[Bilingual, ...]:
    """Return what speaks against two organizations being one.

    Args:
        a: An organization.
        b: Another.

    Returns:
        Objections in words.

    Example:
        >>> a = Organization(id="a", name="X", ownership="public")
        >>> b = Organization(id="b", name="X", ownership="private")
        >>> objections(a, b)[0].en
        'One is public, the other private.'
    """
    found = [
        _say("other_number", scheme=scheme_label(scheme), a=one, b=other)
        for scheme, one, other in different_numbers(a, b)
    ]
    if a.ownership and b.ownership and a.ownership is not b.ownership:
        found.append(_say("ownership"))
    if (a.kind is OrganizationKind.GROUP) is not (b.kind is OrganizationKind.GROUP):
        found.append(_say("group"))
    return tuple(found)
