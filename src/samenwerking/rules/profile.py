"""Which rules count, how much each weighs and with which numbers."""

import difflib
from collections.abc import Mapping
from typing import Any

import attrs

from samenwerking.report import Finding
from samenwerking.rules.catalog import catalog
from samenwerking.vocabulary import Severity, reading


def _severities(given: Mapping[str, Severity | str]) -> dict[str, Severity]:
    return {code: Severity(severity) for code, severity in given.items()}


def _options(given: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    return {code: dict(numbers) for code, numbers in given.items()}


@attrs.frozen(kw_only=True)
class Profile:
    """A choice of rules. A code may be cut short: ``KAN`` means all that begin with it.

    Args:
        name: What it is called.
        select: Codes that count; empty: all.
        ignore: Codes that do not count.
        severity: Code to another severity than the reading gives.
        options: Code to the numbers of its rule that differ from the defaults.

    Raises:
        ValueError: If there is no such code or number; with a suggestion where one is near.

    Example:
        >>> Profile(name="kan", select=("KAN",), ignore=("KAN127",)).keeps("KAN127")
        False
    """

    name: str
    select: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    ignore: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    severity: Mapping[str, Severity] = attrs.field(factory=dict, converter=_severities)
    options: Mapping[str, Mapping[str, Any]] = attrs.field(factory=dict, converter=_options)

    def __attrs_post_init__(self) -> None:
        named = (*self.select, *self.ignore, *self.severity, *self.options)
        rules = catalog()
        known = sorted({*rules, *reading().rules}) if named else []
        for code in named:
            if not code or not any(each.startswith(code) for each in known):
                raise ValueError(f"no rule has the code {code!r}{_near(code, known)}")
        for code, numbers in self.options.items():
            allowed = list(rules[code].options) if code in rules else []
            for name in numbers:
                if name not in allowed:
                    raise ValueError(f"{code} has no option {name!r}{_near(name, allowed)}")

    def keeps(self, code: str) -> bool:
        """Say whether a rule counts.

        Args:
            code: Its code.

        Returns:
            Whether it is selected and not ignored.

        Example:
            >>> Profile(name="all").keeps("KAN101")
            True
        """
        return (not self.select or code.startswith(self.select)) and not code.startswith(
            self.ignore or ("\0",)
        )

    def weighed(self, finding: Finding) -> Finding:
        """Return a finding with the severity that this profile gives it.

        Args:
            finding: A finding.

        Returns:
            The finding; the most specific code of the profile counts.
        """
        fitting = [code for code in self.severity if finding.code.startswith(code)]
        if not fitting:
            return finding
        return attrs.evolve(finding, severity=self.severity[max(fitting, key=len)])


def _near(wrong: str, known: list[str]) -> str:
    near = difflib.get_close_matches(wrong, known, n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


DEFAULT = Profile(name="default")
PROFILES = {profile.name: profile for profile in (DEFAULT,)}


def profile_of(profile: Profile | str) -> Profile:
    """Return a profile by its name.

    Args:
        profile: A profile, or the name of one that comes with the library.

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
    if profile not in PROFILES:
        raise ValueError(f"no profile {profile!r}; choose from {', '.join(PROFILES)}")
    return PROFILES[profile]
