"""From a data file to the tables of the reading, collecting every fault on the way.

Nothing here stops at the first fault: whoever corrects a reading sees all that is wrong with it at once.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

import attrs

from samenwerking.vocabulary.bilingual import LANGUAGES, Bilingual
from samenwerking.vocabulary.closed import (
    CanvasTopic,
    ConflictStep,
    DecisionRule,
    Form,
    Gear,
    GoalKind,
    Mark,
    Need,
    ObligationKind,
    Respondent,
    Severity,
)
from samenwerking.vocabulary.rows import (
    Axis,
    Capability,
    CapabilityCell,
    Level,
    Region,
    Requirement,
    RuleRow,
    TypeGroup,
)
from samenwerking.vocabulary.table import Table

E = TypeVar("E", bound=StrEnum)

UNDECIDED = "undecided"
COLUMNS: tuple[str, ...] = (*Form, UNDECIDED)
LETTERS: Mapping[str, Need] = Table(
    {"R": Need.REQUIRED, "W": Need.EXPECTED, "A": Need.OPTIONAL, "-": Need.NOT_APPLICABLE}
)
TABLES: tuple[str, ...] = (
    "types",
    "positions",
    "capability_levels",
    "capabilities",
    "fits",
    "requirements",
    "rules",
)
_FITS: Mapping[str, type[StrEnum]] = Table({"decision-rule": DecisionRule, "conflict-step": ConflictStep})


_REQUIREMENT_KEYS = frozenset(field.name for field in attrs.fields(Requirement)) - {"undecided"}
_RULE_KEYS = frozenset(field.name for field in attrs.fields(RuleRow)) - {
    "titles",
    "undecided",
    "undecided_marks",
} | {*LANGUAGES}


@cache
def _members(kind: type[E]) -> dict[str, E]:
    """Return the values of a closed list by what is written for them; thousands are looked up."""
    return {str(member): member for member in kind}


class Faults:
    """What is wrong with a reading, and careful ways to take values out of it."""

    def __init__(self) -> None:
        """Start without faults."""
        self.found: list[str] = []

    def add(self, where: str, what: str) -> None:
        """Note a fault at a place."""
        self.found.append(f"{where}: {what}")

    def record(self, value: Any, where: str) -> Mapping[str, Any]:
        """Return the value if it is a mapping, else an empty one."""
        if isinstance(value, Mapping):
            return value
        self.add(where, f"expected a mapping, found {type(value).__name__}")
        return {}

    def items(self, value: Any, where: str) -> list[Any]:
        """Return the value if it is a list, else an empty one."""
        if isinstance(value, list | tuple):
            return list(value)
        self.add(where, f"expected a list, found {type(value).__name__}")
        return []

    def text(self, value: Any, where: str) -> str:
        """Return the value if it is a text that says something, else an empty one."""
        if isinstance(value, str) and value.strip():
            return value
        self.add(where, "expected a text")
        return ""

    def texts(self, value: Any, where: str) -> tuple[str, ...]:
        """Return a list of texts."""
        return tuple(self.text(item, where) for item in self.items(value, where))

    def both(self, value: Any, where: str) -> Bilingual:
        """Return a text in both languages."""
        row = self.record(value, where)
        return Bilingual(*(self.text(row.get(language), f"{where}.{language}") for language in LANGUAGES))

    def one(self, kind: type[E], value: Any, where: str) -> E:
        """Return a value of a closed list; the first one where it is not in the list."""
        choices: dict[str, E] = _members(kind)
        if isinstance(value, str) and value in choices:
            return choices[value]
        # the value stands in for the faulty one until the faults are raised
        self.add(where, f"unknown value {value!r}; choose from {', '.join(choices)}")
        return next(iter(choices.values()))

    def some(self, kind: type[E], value: Any, where: str) -> tuple[E, ...]:
        """Return a list of values of a closed list."""
        return tuple(self.one(kind, item, where) for item in self.items(value, where))

    def marks(self, row: Mapping[str, Any], where: str) -> tuple[Mark, ...]:
        """Return the marks of a row, of which there is at least one."""
        marks = self.some(Mark, row.get("marks"), f"{where}.marks")
        if not marks:
            self.add(f"{where}.marks", "no mark given")
        return marks

    def columns(self, row: Mapping[str, Any], where: str, wanted: Iterable[str]) -> None:
        """Note forms that a row lacks or that do not exist."""
        wanted = [str(column) for column in wanted]
        lacking = [column for column in wanted if column not in row]
        if lacking:
            self.add(where, f"missing {', '.join(lacking)}")
        self.keys(row, where, wanted)

    def keys(self, row: Mapping[str, Any], where: str, known: Iterable[str]) -> None:
        """Note keys that do not exist."""
        listed = set(known)
        unknown = sorted(str(key) for key in row if key not in listed)
        if unknown:
            self.add(where, f"unknown {', '.join(unknown)}")


def parse_types(value: Any, faults: Faults) -> Table[str, TypeGroup]:
    """Read the grouping of forms into types: every form in exactly one type."""
    groups = {}
    home: dict[Form, str] = {}
    for code, raw in faults.record(value, "types").items():
        where = f"types.{code}"
        row = faults.record(raw, where)
        forms = faults.some(Form, row.get("forms"), f"{where}.forms")
        if not forms:
            faults.add(f"{where}.forms", "a type has at least one form")
        for form in forms:
            if form in home:
                faults.add(where, f"{form} already belongs to {home[form]}")
            home[form] = code
        definition = {language: row.get(f"definition_{language}") for language in LANGUAGES}
        groups[code] = TypeGroup(
            code=code,
            labels=faults.both(row, where),
            definition=faults.both(definition, f"{where}.definition"),
            forms=forms,
            marks=faults.marks(row, where),
        )
    lacking = [form for form in Form if form not in home]
    if lacking:
        faults.add("types", f"missing {', '.join(lacking)}")
    return Table(groups)


def _bounds(value: Any, where: str, faults: Faults) -> tuple[int, int]:
    numbers = faults.items(value, where)
    good = len(numbers) == 2 and all(type(n) is int and 0 <= n <= 100 for n in numbers)
    if not good or numbers[0] > numbers[1]:
        faults.add(where, "expected two whole numbers from 0 to 100, the low one first")
        return (0, 100)
    return (numbers[0], numbers[1])


def _region(value: Any, where: str, faults: Faults) -> Region:
    row = faults.record(value, where)
    return Region(
        binding=_bounds(row.get("binding"), f"{where}.binding", faults),
        control=_bounds(row.get("control"), f"{where}.control", faults),
        marks=faults.marks(row, where),
    )


def parse_axes(value: Any, faults: Faults) -> Table[str, Axis]:
    """Read the two axes."""
    rows = faults.record(faults.record(value, "positions").get("axes"), "positions.axes")
    faults.columns(rows, "positions.axes", ("binding", "control"))
    axes = {}
    for name, raw in rows.items():
        where = f"positions.axes.{name}"
        row = faults.record(raw, where)
        axes[name] = Axis(
            name=name,
            labels=faults.both(row, where),
            low=faults.both(row.get("low"), f"{where}.low"),
            high=faults.both(row.get("high"), f"{where}.high"),
            marks=faults.marks(row, where),
        )
    return Table(axes)


def parse_regions(value: Any, faults: Faults) -> tuple[Table[Form, Region], Region | None]:
    """Read where each form lies and the quadrant in which none does; ``null``: nowhere."""
    positions = value if isinstance(value, Mapping) else {}  # parse_axes notes it
    rows = faults.record(positions.get("regions"), "positions.regions")
    faults.columns(rows, "positions.regions", Form)
    regions = {
        form: _region(rows[form], f"positions.regions.{form}", faults)
        for form in Form
        if rows.get(form) is not None
    }
    empty = positions.get("empty")
    return Table(regions), None if empty is None else _region(empty, "positions.empty", faults)


def parse_levels(value: Any, faults: Faults) -> Table[str, Level]:
    """Read how far a form can have a capability."""
    levels = {}
    for name, raw in faults.record(value, "capability_levels").items():
        where = f"capability_levels.{name}"
        row = faults.record(raw, where)
        flags = {}
        for flag in ("allowed", "expected", "required"):
            flags[flag] = row.get(flag) is True
            if not isinstance(row.get(flag), bool):
                faults.add(f"{where}.{flag}", "expected true or false")
        kinds = faults.some(ObligationKind, row.get("kinds", []), f"{where}.kinds")
        levels[name] = Level(name=name, labels=faults.both(row, where), kinds=kinds, **flags)
    return Table(levels)


def parse_capabilities(value: Any, levels: Mapping[str, Level], faults: Faults) -> Table[str, Capability]:
    """Read what each form needs, allows and forbids."""
    capabilities = {}
    for name, raw in faults.record(value, "capabilities").items():
        where = f"capabilities.{name}"
        row = faults.record(raw, where)
        rows = faults.record(row.get("levels"), f"{where}.levels")
        faults.columns(rows, f"{where}.levels", Form)
        cells = {}
        for form in (form for form in Form if form in rows):
            cell = faults.record(rows[form], f"{where}.levels.{form}")
            level = faults.text(cell.get("level"), f"{where}.levels.{form}.level")
            marks = faults.marks(cell, f"{where}.levels.{form}")
            if level not in levels:
                faults.add(f"{where}.levels.{form}", f"unknown level {level!r}")
                continue
            cells[form] = CapabilityCell(level=levels[level], marks=marks)
        capabilities[name] = Capability(name=name, labels=faults.both(row, where), cells=Table(cells))
    return Table(capabilities)


def parse_fits(value: Any, faults: Faults) -> Table[str, Table[Form, tuple[str, ...]]]:
    """Read which values of a closed list fit a form."""
    rows = faults.record(value, "fits")
    faults.columns(rows, "fits", _FITS)
    fits: dict[str, Table[Form, tuple[str, ...]]] = {}
    for name in (name for name in _FITS if name in rows):
        row = faults.record(rows[name], f"fits.{name}")
        faults.columns(row, f"fits.{name}", Form)
        fits[name] = Table(
            {form: faults.some(_FITS[name], row[form], f"fits.{name}.{form}") for form in Form if form in row}
        )
    return Table(fits)


def _letter(value: Any, where: str, faults: Faults) -> Need:
    if value in LETTERS:
        return LETTERS[value]
    faults.add(where, f"unknown letter {value!r}; choose from {', '.join(LETTERS)}")
    return Need.NOT_APPLICABLE


def _severities(value: Any, kind: type[E], where: str, faults: Faults) -> Table[E, Severity]:
    return Table(
        {
            faults.one(kind, key, where): faults.one(Severity, severity, f"{where}.{key}")
            for key, severity in faults.record(value, where).items()
        }
    )


def parse_requirements(value: Any, codes: Iterable[str], faults: Faults) -> tuple[Requirement, ...]:
    """Read the facts that a canvas asks for."""
    rows = []
    seen: set[str] = set()
    for number, raw in enumerate(faults.items(value, "requirements")):
        row = faults.record(raw, f"requirements[{number}]")
        path = faults.text(row.get("path"), f"requirements[{number}].path")
        where = f"requirements[{path or number}]"
        if path in seen:
            faults.add(where, "stands there twice")
        seen.add(path)
        faults.keys(row, where, _REQUIREMENT_KEYS)
        code = faults.text(row.get("code"), f"{where}.code")
        if code and code not in codes:
            faults.add(f"{where}.code", f"unknown rule {code!r}")
        needs = faults.record(row.get("needs"), f"{where}.needs")
        faults.columns(needs, f"{where}.needs", COLUMNS)
        letters = {
            key: _letter(needs[key], f"{where}.needs.{key}", faults) for key in COLUMNS if key in needs
        }
        topic = row.get("topic")
        at_least = row.get("at_least", 1)
        if type(at_least) is not int or at_least < 1:
            faults.add(f"{where}.at_least", "expected a whole number of 1 or more")
        rows.append(
            Requirement(
                path=path,
                code=code,
                topic=None if topic is None else faults.one(CanvasTopic, topic, f"{where}.topic"),
                question=faults.both(row.get("question"), f"{where}.question"),
                asks=faults.one(Respondent, row.get("asks"), f"{where}.asks"),
                ask_from=faults.one(Gear, row.get("ask_from"), f"{where}.ask_from"),
                blocks_at=faults.one(Gear, row.get("blocks_at"), f"{where}.blocks_at"),
                needs=Table({form: letters[form] for form in Form if form in letters}),
                undecided=letters.get(UNDECIDED, Need.NOT_APPLICABLE),
                if_none=_severities(row.get("if_none", {}), Form, f"{where}.if_none", faults),
                hint=faults.both(row["hint"], f"{where}.hint") if "hint" in row else None,
                marks=faults.marks(row, where),
                sources=faults.texts(row.get("sources", []), f"{where}.sources"),
                or_paths=faults.texts(row.get("or_paths", []), f"{where}.or_paths"),
                goal_kinds=faults.some(GoalKind, row.get("goal_kinds", []), f"{where}.goal_kinds"),
                at_least=at_least,
            )
        )
    return tuple(rows)


def parse_rules(value: Any, faults: Faults) -> Table[str, RuleRow]:
    """Read the weight and provenance of every rule, per form."""
    rules: dict[str, RuleRow] = {}
    for number, raw in enumerate(faults.items(value, "rules")):
        row = faults.record(raw, f"rules[{number}]")
        code = faults.text(row.get("code"), f"rules[{number}].code")
        where = f"rules[{code or number}]"
        if code in rules:
            faults.add(where, "stands there twice")
        faults.keys(row, where, _RULE_KEYS)
        severity = faults.record(row.get("severity"), f"{where}.severity")
        faults.keys(severity, f"{where}.severity", COLUMNS)
        cells = faults.record(row.get("marks"), f"{where}.marks")
        faults.columns(cells, f"{where}.marks", severity)
        weights = {
            key: faults.one(Severity, severity[key], f"{where}.severity.{key}")
            for key in COLUMNS
            if key in severity
        }
        marks = {
            key: faults.some(Mark, cells[key], f"{where}.marks.{key}") for key in COLUMNS if key in cells
        }
        limits = faults.record(row.get("thresholds", {}), f"{where}.thresholds")
        faults.keys(limits, f"{where}.thresholds", Form)
        gear = row.get("gear")
        rules[code] = RuleRow(
            code=code,
            name=faults.text(row.get("name"), f"{where}.name"),
            titles=faults.both(row, where),
            gear=None if gear is None else faults.one(Gear, gear, f"{where}.gear"),
            severity=Table({form: weights[form] for form in Form if form in weights}),
            undecided=weights.get(UNDECIDED),
            marks=Table({form: marks[form] for form in Form if form in marks}),
            undecided_marks=marks.get(UNDECIDED, ()),
            refs=faults.texts(row.get("refs", []), f"{where}.refs"),
            reads=faults.texts(row.get("reads", []), f"{where}.reads"),
            severity_in=_severities(row.get("severity_in", {}), Gear, f"{where}.severity_in", faults),
            thresholds=Table({form: limits[form] for form in Form if form in limits}),
            profiles=faults.texts(row.get("profiles", []), f"{where}.profiles"),
            implies=faults.texts(row.get("implies", []), f"{where}.implies"),
        )
    return Table(rules)
