"""Which rules the command line checks with, and what it tells of a rule."""

import argparse
from pathlib import Path

from samenwerking.report.messages import placeholders
from samenwerking.rules import Profile, RuleSet, catalog, load_config, plugins
from samenwerking.rules.profile import profile_of
from samenwerking.rules.selection import near
from samenwerking.rules.texts import reasons, rule_texts
from samenwerking.vocabulary import Bilingual, Form, Language, RuleRow, Severity, bibliography, reading

CONFIGS = ("samenwerking.toml", "pyproject.toml")
_TEXTS = {
    "failed": Bilingual(
        "De regels van een ander pakket zijn niet geladen: {detail}",
        "The rules of another package were not loaded: {detail}",
    ),
    "no_rule": Bilingual(
        "Er is geen regel met code '{code}'{near}.", "There is no rule with the code '{code}'{near}."
    ),
    "weighs": Bilingual("Hoe zwaar het weegt:", "How much it weighs:"),
    "undecided": Bilingual("zolang de vorm open is", "while the form is open"),
    "rests_on": Bilingual("Waar het op rust:", "What it rests on:"),
}


def _say(key: str, language: Language, **values: object) -> str:
    return _TEXTS[key].get(language).format(**values)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that choose rules to the arguments of a command.

    Args:
        parser: The parser of that command.
    """
    parser.add_argument("--profile", metavar="NAME", help="profiel / profile (default)")
    parser.add_argument("--config", metavar="FILE.toml", help=f"({', '.join(CONFIGS)})")
    for name, help_ in (("select", "alleen deze regels / these rules only"), ("ignore", "zonder / without")):
        parser.add_argument(f"--{name}", action="append", default=[], metavar="RULE", help=help_)
    parser.add_argument("--plugins", action="store_true", help="van andere pakketten / of others")
    parser.add_argument("--viewer", metavar="PARTY", help="wie kijkt / who looks")


def _config_file(given: str | None) -> Path | None:
    """Return the file that was named, or else the one in the present folder."""
    if given:
        return Path(given)
    return next((path for path in map(Path, CONFIGS) if path.is_file()), None)


def _rules(wanted: bool, language: Language) -> RuleSet:
    if not wanted:
        return catalog()
    others, failed = plugins()
    if failed:
        raise ValueError(_say("failed", language, detail="; ".join(failed)))
    return catalog() | others


def chosen(arguments: argparse.Namespace) -> tuple[Profile, RuleSet]:
    """Return the profile and the rules that were asked for.

    Args:
        arguments: What was typed, with the options of :func:`add_options`.

    Returns:
        Profile and rules. Without ``--config`` the file ``samenwerking.toml``, or else ``pyproject.toml``, of
        the present folder is read.

    Raises:
        ValueError: If there is no such profile or rule, the file is wrong, or a package cannot be loaded.
        OSError: If the file cannot be read.
    """
    rules = _rules(arguments.plugins, arguments.language)
    path = _config_file(arguments.config)
    config = load_config(path if path else {}, rules=rules)
    profile = profile_of(arguments.profile, config.profiles) if arguments.profile else config.profile
    if arguments.select or arguments.ignore:
        profile = Profile(
            name=profile.name,
            inherits=profile,
            select=arguments.select,
            ignore=arguments.ignore,
            rules=rules,
        )
    return profile, rules


def rules_text(code: str | None, language: Language) -> str:
    """Return what there is to tell of a rule, or a list of all rules.

    Args:
        code: The rule; all of them if left out.
        language: ``"nl"`` or ``"en"``.

    Returns:
        Text.

    Raises:
        ValueError: If there is no such rule; with a suggestion where one is near.

    Example:
        >>> print(rules_text("KAN101", "nl").splitlines()[0])
        KAN101 Gezamenlijk doel staat er nog niet
    """
    rows = reading().rules
    if code is None:
        return "\n".join(f"{row.code} {row.titles.get(language)}" for row in rows.values())
    if code not in rows:
        raise ValueError(_say("no_rule", language, code=code, near=near(code, rows)))
    row = rows[code]
    sources = bibliography()
    marks = dict.fromkeys(mark for cell in row.marks.values() for mark in cell)
    return "\n".join(
        [
            f"{code} {row.titles.get(language)}",
            *_why(code, language),
            *(f"- {text}" for text in _asked(code, language)),
            _say("weighs", language),
            *_weights(row, language),
            _say("rests_on", language),
            *(f"- {sources[key].title}" for key in row.refs if key in sources),
            *(f"- {mark.label(language)}" for mark in marks),
        ]
    )


def _why(code: str, language: Language) -> list[str]:
    """Return in one line what a rule is for; the longer one of the code itself is in English only."""
    written, told = catalog().get(code), reasons().get(code)
    if language == "en" and written:
        return [written.rationale]
    return [told.get(language)] if told else []


def _asked(code: str, language: Language) -> list[str]:
    """Return what a rule asks or says, with dots for what differs from case to case."""
    rows = [each.question for each in reading().requirements if each.code == code]
    texts = [text.message for text in rule_texts().get(code, {}).values()]
    found = (each.get(language) for each in (*rows, *texts))
    return [each.format_map(dict.fromkeys(placeholders(each), "…")) for each in found]


def _weights(row: RuleRow, language: Language) -> list[str]:
    weights: dict[str, Severity] = {
        form.label(language): row.severity[form] for form in Form if form in row.severity
    }
    if row.undecided:
        weights[_say("undecided", language)] = row.undecided
    return [f"- {name}: {severity.label(language)}" for name, severity in weights.items()]
