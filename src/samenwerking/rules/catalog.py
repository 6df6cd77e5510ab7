"""The rules there are, as values: nothing is registered when a module is imported."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from samenwerking.rules import (
    give_and_take,
    kan,
    kan_parties,
    kan_step_back,
    klopt,
    klopt_binding,
    klopt_network,
    klopt_setup,
    klopt_type,
    language,
    levert,
    levert_evaluation,
    membership,
    neighbours,
    werkt,
    werkt_people,
)
from samenwerking.rules.definition import Rule
from samenwerking.rules.selection import fits, known_words, unknown
from samenwerking.vocabulary import reading

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

ENTRY_POINTS = "samenwerking.rules"
# Beginnings of codes that no other package may use.
OURS = ("KAN", "KLO", "WER", "LEV", "TAA", "SAM")
_CODE = re.compile(r"([A-Z]{2,8})\d{3}")


class RuleSet(Mapping[str, Rule]):
    """A set of rules by code.

    Args:
        rules: The rules.

    Raises:
        ValueError: If two rules have the same code.

    Example:
        >>> len(RuleSet([])) + len(catalog()) == len(RuleSet([]) | catalog())
        True
    """

    __slots__ = ("_rules",)

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules: dict[str, Rule] = {}
        for rule in rules:
            if self._rules.setdefault(rule.code, rule) is not rule:
                raise ValueError(f"two rules have the code {rule.code}")

    def __getitem__(self, code: str) -> Rule:
        return self._rules[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)

    def __or__(self, other: "RuleSet") -> "RuleSet":
        """Put two sets of rules together.

        Raises:
            ValueError: If both have a rule with the same code.
        """
        return RuleSet([*self.values(), *other.values()])

    def select(self, *words: str) -> "RuleSet":
        """Return the rules that are meant by one of the words.

        Args:
            *words: Codes, beginnings of codes such as ``KAN``, names, gears, marks or tags.

        Returns:
            A smaller set.

        Raises:
            ValueError: If a word means no rule; with a suggestion where one is near.

        Example:
            >>> all(code.startswith("KAN") for code in catalog().select("kan"))
            True
        """
        return RuleSet(rule for rule in self.values() if self._means(words, rule))

    def ignore(self, *words: str) -> "RuleSet":
        """Return the rules that are meant by none of the words.

        Args:
            *words: Codes, beginnings of codes, names, gears, marks or tags.

        Returns:
            A smaller set.

        Raises:
            ValueError: If a word means no rule; with a suggestion where one is near.

        Example:
            >>> "KAN101" in catalog().ignore("KAN101")
            False
        """
        return RuleSet(rule for rule in self.values() if not self._means(words, rule))

    def _means(self, words: tuple[str, ...], rule: Rule) -> bool:
        wrong = unknown(words, known_words(reading(), self))
        if wrong:
            raise ValueError("\n".join(wrong))
        row = rule.row or reading().rules.get(rule.code)
        marks = [mark for cell in row.marks.values() for mark in cell] if row else []
        return any(
            rule.code.startswith(word) or (row is not None and fits(word, row, marks=marks)) for word in words
        )


def catalog() -> RuleSet:
    """Return the rules that come with the library.

    Returns:
        The rules written as checks; the requirement rows of the reading are rules too and need no code.

    Example:
        >>> "KAN101" in catalog()
        True
    """
    return RuleSet(
        [
            *kan.RULES,
            *neighbours.RULES,
            *kan_parties.RULES,
            *give_and_take.RULES,
            *kan_step_back.RULES,
            *klopt.RULES,
            *klopt_type.RULES,
            *klopt_network.RULES,
            *klopt_setup.RULES,
            *klopt_binding.RULES,
            *werkt.RULES,
            *werkt_people.RULES,
            *levert.RULES,
            *levert_evaluation.RULES,
            *membership.RULES,
            *language.RULES,
        ]
    )


def _strange(rule: Rule) -> Iterator[str]:
    """Yield why a rule of another package cannot be used."""
    letters = _CODE.fullmatch(rule.code)
    if not letters:
        yield f"the code {rule.code!r} is not some capitals and three digits"
    elif letters[1] in OURS:
        yield f"codes that begin with {letters[1]} are ours, so {rule.code} must begin with other letters"
    if rule.row is None or rule.row.code != rule.code:
        yield f"{rule.code} brings no row of its own"
    if not rule.texts:
        yield f"{rule.code} brings no texts"


def plugins(found: "Iterable[EntryPoint] | None" = None) -> tuple[RuleSet, tuple[str, ...]]:
    """Return the rules of installed packages, loaded now and each apart.

    Args:
        found: Entry points; those of the group ``samenwerking.rules`` if left out.

    Returns:
        Their rules, and for each package that could not be loaded a line that says why. Codes of other
        packages begin with letters of their own, and each rule brings its row and its texts.

    Example:
        >>> plugins([])[1]
        ()
    """
    from importlib.metadata import entry_points  # needed here only, and slow to load

    loaded, failed = RuleSet([]), []
    for entry_point in entry_points(group=ENTRY_POINTS) if found is None else found:
        try:
            rules = RuleSet(entry_point.load())
            wrong = [line for rule in rules.values() for line in _strange(rule)]
            if wrong:
                raise ValueError("; ".join(wrong))
            loaded = loaded | rules
        except Exception as error:  # a stranger's package must not stop ours
            failed.append(f"{entry_point.name}: {type(error).__name__}: {error}")
    return loaded, tuple(failed)
