"""Which rules count, how much each weighs, with which numbers, and what is waived."""

import datetime
import json
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import attrs

from samenwerking.model.dates import Date, as_date
from samenwerking.report import Finding
from samenwerking.rules.catalog import RuleSet, catalog
from samenwerking.rules.selection import ALWAYS, current, fits, known_words, near, unknown
from samenwerking.vocabulary import Bilingual, Form, Mark, RuleRow, Severity, reading

# Notes are no judgement: they weigh nothing, whatever the profile.
_WEIGHTS = tuple(severity for severity in Severity if severity is not Severity.NOTE)


class ProfileError(ValueError):
    """Raised for a profile that cannot be; tells everything that is wrong with it at once.

    Args:
        name: The profile.
        problems: What is wrong, a line each.
    """

    def __init__(self, name: str, problems: Iterable[str]) -> None:
        self.name, self.problems = name, tuple(problems)
        super().__init__(f"profile {name!r}: " + "\n".join(self.problems))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.name, self.problems)


@attrs.frozen(kw_only=True)
class Waiver:
    """A finding that was looked at and left as it is, for a reason and for a time.

    Args:
        code: The rule, or the beginning of its code.
        reason: Why it is left as it is.
        until: The last day on which that holds.
        subject: The collaboration it is about; empty: all of them.
        field: The place on the canvas it is about; empty: all of them.

    Raises:
        ValueError: If the reason is empty or the date is none.

    Example:
        >>> Waiver(code="KAN126", reason="loopt mee als adviseur", until="2027-01-01").until.iso
        '2027-01-01'
    """

    code: str
    reason: str
    until: Date = attrs.field(converter=as_date)
    subject: str = ""
    field: str = ""

    def __attrs_post_init__(self) -> None:
        if not self.reason.strip():
            raise ValueError("a waiver needs a reason")

    def covers(self, finding: Finding) -> bool:
        """Say whether a finding is meant, whatever the day.

        Args:
            finding: The finding.

        Returns:
            Whether code, subject and place are those of the waiver.
        """
        return (
            finding.code.startswith(self.code)
            and self.subject in ("", finding.subject)
            and self.field in ("", finding.field)
        )

    def holds(self, as_of: datetime.date) -> bool:
        """Say whether the waiver still holds.

        Args:
            as_of: The day.

        Returns:
            Whether its last day has not certainly passed.
        """
        return not self.until.before(as_of)


def _severities(given: Mapping[str, Severity | str]) -> dict[str, Severity]:
    return {current(word): Severity(severity) for word, severity in given.items()}


def _options(given: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    return {current(code): dict(numbers) for code, numbers in given.items()}


def _words(given: Iterable[str]) -> tuple[str, ...]:
    if isinstance(given, str):
        raise ValueError(f"a list of codes is needed, not the text {given!r}")
    return tuple(map(current, given))


def _waivers(given: Iterable[Waiver]) -> tuple[Waiver, ...]:
    return tuple(given)


def _profile(given: "Profile | str | None") -> "Profile | None":
    return None if given is None else profile_of(given)


@attrs.frozen(kw_only=True)
class Profile:
    """A choice of rules. Rules are meant by code, beginning of a code, name, gear, mark or tag.

    Args:
        name: What it is called.
        labels: What people call it; the name if left out.
        about: What it is for.
        inherits: The profile it goes on from, or its name; what is said here comes on top.
        select: The rules that count; empty: those of the profile it goes on from, or all.
        ignore: Rules that do not count; they add up.
        severity: Rule to another severity than the reading gives; the longest code counts.
        shift: 1 makes every finding one step heavier, -1 one step lighter; ``None``: as inherited.
        options: Code to the numbers of its rule that differ from the defaults.
        waivers: What was looked at and left as it is; they add up.
        rules: Rules of other packages that may be named.

    Raises:
        ProfileError: If there is no such rule, number or step; all at once, with suggestions.
        ValueError: If there is no such severity, or a rule was removed.

    Example:
        >>> row = reading().rules["KAN127"]
        >>> Profile(name="kan", select=("KAN",), ignore=("KAN127",)).counts(row, Form.SHARED_GOAL)
        False
    """

    name: str
    labels: Bilingual | None = None
    about: Bilingual | None = None
    inherits: "Profile | None" = attrs.field(default=None, converter=_profile)
    select: tuple[str, ...] = attrs.field(default=(), converter=_words)
    ignore: tuple[str, ...] = attrs.field(default=(), converter=_words)
    severity: Mapping[str, Severity] = attrs.field(factory=dict, converter=_severities)
    shift: int | None = None
    options: Mapping[str, Mapping[str, Any]] = attrs.field(factory=dict, converter=_options)
    waivers: tuple[Waiver, ...] = attrs.field(default=(), converter=_waivers)
    rules: RuleSet | None = None

    def __attrs_post_init__(self) -> None:
        problems = list(self._problems())
        if problems:
            raise ProfileError(self.name, problems)

    def _problems(self) -> Iterator[str]:
        named = [*self.select, *self.ignore, *self.severity, *self.options]
        named += [current(waiver.code) for waiver in self.waivers if not waiver.code.startswith(ALWAYS)]
        if self.shift not in (None, -1, 0, 1):
            yield f"shift must be -1, 0 or 1, not {self.shift!r}"
        if not named:
            return
        written = catalog() | (self.rules or RuleSet(()))
        yield from unknown(named, known_words(reading(), written))
        for code, numbers in self.options.items():
            allowed = written[code].options if code in written else {}
            for name, number in numbers.items():
                if name not in allowed:
                    yield f"{code} has no option {name!r}{near(name, allowed)}"
                elif isinstance(number, bool) or not isinstance(number, int | float) or number < 0:
                    yield f"{code}: {name} must be a number from 0, not {number!r}"

    @property
    def lineage(self) -> tuple["Profile", ...]:
        """This profile and those it goes on from, nearest first."""
        return (self, *(self.inherits.lineage if self.inherits else ()))

    def counts(self, row: RuleRow, form: Form | None = None, marks: Iterable[Mark] | None = None) -> bool:
        """Say whether a rule counts.

        Args:
            row: What the reading says of the rule.
            form: The form of the collaboration at hand.
            marks: The marks of a row that asks for a fact, where they differ from those of the rule.

        Returns:
            Whether it is selected and not ignored. A rule that stands under a tag counts only where that tag
            or the rule itself is selected.

        Example:
            >>> Profile(name="all").counts(reading().rules["KAN101"], Form.SHARED_GOAL)
            True
        """
        select = next((each.select for each in self.lineage if each.select), ())
        if row.profiles and not any(word in (*row.profiles, row.code, row.name) for word in select):
            return False
        if select and not any(fits(word, row, form, marks) for word in select):
            return False
        return not any(fits(word, row, form, marks) for each in self.lineage for word in each.ignore)

    def weighed(self, finding: Finding, row: RuleRow | None = None) -> Finding:
        """Return a finding with the severity that this profile gives it.

        Args:
            finding: A finding.
            row: What the reading says of its rule.

        Returns:
            The finding; the nearest profile counts, and in it the longest word that means the rule.
        """
        for each in self.lineage:
            means = [
                word for word in each.severity if (fits(word, row) if row else finding.code.startswith(word))
            ]
            if means:
                return attrs.evolve(finding, severity=each.severity[max(means, key=len)])
        shift = next((each.shift for each in self.lineage if each.shift is not None), 0)
        if not shift or finding.severity not in _WEIGHTS:
            return finding
        step = _WEIGHTS.index(finding.severity) - shift
        return attrs.evolve(finding, severity=_WEIGHTS[min(max(step, 0), len(_WEIGHTS) - 1)])

    def numbers(self, code: str) -> dict[str, Any]:
        """Return the numbers that this profile gives a rule.

        Args:
            code: The rule's code.

        Returns:
            Option to number, the nearest profile on top.
        """
        found: dict[str, Any] = {}
        for each in reversed(self.lineage):
            found |= each.options.get(code, {})
        return found

    @property
    def all_waivers(self) -> tuple[Waiver, ...]:
        """The waivers of this profile and of those it goes on from."""
        return tuple(waiver for each in self.lineage for waiver in each.waivers)


@cache
def profiles() -> Mapping[str, Profile]:
    """Return the profiles that come with the library; our own choice (mark *own*).

    Returns:
        Name to profile.

    Example:
        >>> list(profiles())
        ['default', 'draft', 'strict', 'seed', 'shared', 'deltaplan', 'mirror']
    """
    content: dict[str, Any] = json.loads(
        pkgutil.get_data("samenwerking.rules", "data/profiles.json") or b"{}"
    )
    found = {}
    for name, raw in content.items():
        words = {key: raw.pop(key) for key in ("nl", "en", "about_nl", "about_en")}
        found[name] = Profile(
            name=name,
            labels=Bilingual(words["nl"], words["en"]),
            about=Bilingual(words["about_nl"], words["about_en"]),
            **raw,
        )
    return found


DEFAULT = Profile(name="default")


def profile_of(profile: Profile | str, own: Mapping[str, Profile] | None = None) -> Profile:
    """Return a profile by its name.

    Args:
        profile: A profile, or the name of one.
        own: Profiles beside those of the library, by name.

    Returns:
        The profile.

    Raises:
        ValueError: If there is none with that name; names those there are.

    Example:
        >>> profile_of("default").select
        ()
    """
    if isinstance(profile, Profile):
        return profile
    if profile == DEFAULT.name:
        return (own or {}).get(profile, DEFAULT)
    known = {**profiles(), **(own or {})}
    if profile not in known:
        raise ValueError(f"no profile {profile!r}{near(profile, known)}; choose from {', '.join(known)}")
    return known[profile]
