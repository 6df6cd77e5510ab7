"""The rules there are, as values: nothing is registered when a module is imported."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from samenwerking.rules import kan, klopt, language, levert, werkt
from samenwerking.rules.definition import Rule

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

ENTRY_POINTS = "samenwerking.rules"


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

    def select(self, *codes: str) -> "RuleSet":
        """Return the rules whose code begins with one of those given.

        Args:
            *codes: Codes or beginnings of codes, such as ``KAN``.

        Returns:
            A smaller set.

        Raises:
            ValueError: If no rule has such a code.

        Example:
            >>> all(code.startswith("KAN") for code in catalog().select("KAN"))
            True
        """
        return RuleSet([rule for code, rule in self.items() if code.startswith(self._known(codes))])

    def ignore(self, *codes: str) -> "RuleSet":
        """Return the rules whose code does not begin with any of those given.

        Args:
            *codes: Codes or beginnings of codes.

        Returns:
            A smaller set.

        Raises:
            ValueError: If no rule has such a code.

        Example:
            >>> "KAN101" in catalog().ignore("KAN101")
            False
        """
        return RuleSet([rule for code, rule in self.items() if not code.startswith(self._known(codes))])

    def _known(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        for wanted in codes:
            if not any(code.startswith(wanted) for code in self):
                raise ValueError(f"no rule has a code that begins with {wanted!r}")
        return codes


def catalog() -> RuleSet:
    """Return the rules that come with the library.

    Returns:
        The rules written as checks; the requirement rows of the reading are rules too and need no code.

    Example:
        >>> "KAN101" in catalog()
        True
    """
    return RuleSet([*kan.RULES, *klopt.RULES, *werkt.RULES, *levert.RULES, *language.RULES])


def plugins(found: "Iterable[EntryPoint] | None" = None) -> tuple[RuleSet, tuple[str, ...]]:
    """Return the rules of installed packages, loaded now and each apart.

    Args:
        found: Entry points; those of the group ``samenwerking.rules`` if left out.

    Returns:
        Their rules, and for each package that could not be loaded a line that says why.

    Example:
        >>> plugins([])[1]
        ()
    """
    from importlib.metadata import entry_points  # needed here only, and slow to load

    loaded, failed = RuleSet([]), []
    for entry_point in entry_points(group=ENTRY_POINTS) if found is None else found:
        try:
            rules = RuleSet(entry_point.load())
            clash = sorted(set(rules) & set(catalog()))
            if clash:
                raise ValueError(f"the codes {', '.join(clash)} are taken")
            loaded = loaded | rules
        except Exception as error:  # a stranger's package must not stop ours
            failed.append(f"{entry_point.name}: {type(error).__name__}: {error}")
    return loaded, tuple(failed)
