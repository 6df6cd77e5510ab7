"""Profiles in TOML: ``samenwerking.toml``, or the table ``[tool.samenwerking]`` of ``pyproject.toml``."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from samenwerking.rules.catalog import RuleSet
from samenwerking.rules.profile import Profile, ProfileError, Waiver, profile_of
from samenwerking.rules.selection import near
from samenwerking.vocabulary import Bilingual

_KEYS = ("inherits", "label", "about", "select", "ignore", "severity", "shift", "options", "waivers")
_WAIVER_KEYS = tuple(field.name for field in attrs.fields(Waiver))


@attrs.frozen(kw_only=True)
class Config:
    """What a TOML file says about checking.

    Args:
        profiles: The profiles in it, by name.
        profile: The profile to use if none is asked for.
    """

    profiles: Mapping[str, Profile]
    profile: Profile


def _unknown_keys(where: str, given: Mapping[str, Any], known: tuple[str, ...]) -> list[str]:
    return [f"{where}: unknown key {key!r}{near(key, known)}" for key in given if key not in known]


def _waivers(where: str, given: Any, problems: list[str]) -> list[Waiver]:
    found = []
    for number, raw in enumerate(given):
        place = f"{where}.waivers[{number}]"
        wrong = _unknown_keys(place, raw, _WAIVER_KEYS)
        wrong += [f"{place}: {key!r} is missing" for key in ("code", "reason", "until") if key not in raw]
        problems += wrong
        if not wrong:
            try:
                found.append(Waiver(**{**raw, "until": str(raw["until"])}))
            except ValueError as error:
                problems.append(f"{place}: {error}")
    return found


def _profile(
    name: str, raw: Mapping[str, Any], own: Mapping[str, Profile], rules: RuleSet | None, problems: list[str]
) -> Profile | None:
    where = f"profiles.{name}"
    wrong = _unknown_keys(where, raw, _KEYS)
    waivers = _waivers(where, raw.get("waivers", ()), wrong)
    plain = {key: raw[key] for key in ("select", "ignore", "severity", "shift", "options") if key in raw}
    texts = {key: Bilingual(raw[key], raw[key]) for key in ("label", "about") if key in raw}
    made = None
    try:
        made = Profile(
            name=name,
            labels=texts.get("label"),
            about=texts.get("about"),
            inherits=profile_of(raw["inherits"], own) if "inherits" in raw else None,
            waivers=waivers,
            rules=rules,
            **plain,
        )
    except ProfileError as error:
        wrong += [f"{where}: {problem}" for problem in error.problems]
    except (ValueError, TypeError, AttributeError) as error:
        wrong.append(f"{where}: {error}")
    problems += wrong
    return None if wrong else made


def load_config(source: str | Path | Mapping[str, Any], *, rules: RuleSet | None = None) -> Config:
    """Return the profiles of a TOML file.

    A profile may go on from one of the library or from one that stands above it in the file.

    Args:
        source: The path of a TOML file, or what such a file holds. Of a ``pyproject.toml`` the table
            ``[tool.samenwerking]`` is read.
        rules: Rules of other packages that the profiles may name.

    Returns:
        The profiles, and the one to use if none is asked for.

    Raises:
        ProfileError: If anything is wrong with it; everything at once, with suggestions.
        OSError: If the file cannot be read.

    Example:
        >>> config = load_config({"profile": "ours", "profiles": {"ours": {"select": ["KAN"]}}})
        >>> config.profile.select
        ('KAN',)
    """
    import tomllib  # needed here only

    name = "samenwerking.toml"
    if isinstance(source, Mapping):
        held = source
    else:
        name = Path(source).name
        try:
            held = tomllib.loads(Path(source).read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ProfileError(name, [f"this is no TOML: {error}"]) from error
    if name == "pyproject.toml":
        held = held.get("tool", {}).get("samenwerking", {})
    problems = _unknown_keys(name, held, ("profile", "profiles"))
    own: dict[str, Profile] = {}
    for each, raw in held.get("profiles", {}).items():
        made = _profile(each, raw, own, rules, problems)
        if made:
            own[each] = made
    chosen = profile_of("default", own)
    try:
        if not problems:  # else it may be one of those that could not be made
            chosen = profile_of(held.get("profile", "default"), own)
    except ValueError as error:
        problems.append(f"profile: {error}")
    if problems:
        raise ProfileError(name, problems)
    return Config(profiles=own, profile=chosen)
