"""The reading: how the slides are read, as tables in one object.

Rules and displays look here and never name a form or a type in a condition. A corrected reading is another
data file.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import attrs

from samenwerking.vocabulary._tables import (
    TABLES,
    Faults,
    parse_axes,
    parse_capabilities,
    parse_fits,
    parse_levels,
    parse_regions,
    parse_requirements,
    parse_rules,
    parse_types,
)
from samenwerking.vocabulary.bilingual import Bilingual
from samenwerking.vocabulary.closed import CanvasTopic, Form, Gear, Need, ObligationKind, Severity
from samenwerking.vocabulary.data import load
from samenwerking.vocabulary.rows import Axis, Capability, Level, Region, Requirement, RuleRow, TypeGroup
from samenwerking.vocabulary.table import Table

# heaviest first, so that the weakest of several is the one furthest on
_NEEDS = tuple(Need)
_SEVERITIES: tuple[Severity | None, ...] = (*Severity, None)


@attrs.frozen(kw_only=True)
class Reading:
    """One way to read the slides: grouping, capabilities, positions, requirements and severities.

    Args:
        types: The types by code, each a grouping of forms.
        capabilities: What forms need, allow and forbid.
        axes: The two axes, ``binding`` and ``control``.
        regions: Where each form lies on the axes; a form without a place is left out.
        empty: The quadrant in which no form lies, if there is one.
        fitting: Which values of a closed list fit a form.
        requirements: The facts that a canvas asks for.
        rules: The weight of every rule, by code.

    Example:
        >>> reading().type_of(Form.TRANSACTION_DEEP)
        'transaction'
    """

    types: Mapping[str, TypeGroup]
    capabilities: Mapping[str, Capability]
    axes: Mapping[str, Axis]
    regions: Mapping[Form, Region]
    empty: Region | None
    fitting: Mapping[str, Mapping[Form, tuple[str, ...]]]
    requirements: tuple[Requirement, ...]
    rules: Mapping[str, RuleRow]

    def type_of(self, form: Form | str) -> str:
        """Return the type to which a form belongs.

        Args:
            form: The form.

        Returns:
            The code of the type.

        Raises:
            ValueError: If there is no such form.

        Example:
            >>> reading().type_of("network-platform")
            'network'
        """
        wanted = Form(form)
        return next(code for code, group in self.types.items() if wanted in group.forms)

    def forms_of(self, type: str) -> tuple[Form, ...]:
        """Return the forms within a type.

        Args:
            type: The code of the type.

        Returns:
            Its forms; none for a type that this reading does not know.

        Example:
            >>> [str(form) for form in reading().forms_of("shared-goal")]
            ['shared-goal']
        """
        group = self.types.get(type)
        return group.forms if group else ()

    def type_labels(self, type: str) -> Bilingual:
        """Return what people call a type.

        Args:
            type: The code of the type.

        Returns:
            Its label in both languages.

        Raises:
            KeyError: If this reading does not know the type.

        Example:
            >>> reading().type_labels("shared-goal").nl
            'gericht op een gezamenlijk doel'
        """
        return self.types[type].labels

    def need(self, row: Requirement, form: Form | str | None = None, type: str | None = None) -> Need:
        """Return how much a fact is needed.

        Args:
            row: The row of the fact.
            form: The form, where it has been chosen.
            type: The type, where it is known while the form is open; the weakest need of its forms counts.

        Returns:
            The need; that of an open form where neither is known.

        Raises:
            ValueError: If there is no such form.

        Example:
            >>> row = next(row for row in reading().requirements if row.path == "setup.price_model")
            >>> [str(reading().need(row, form)) for form in ("transaction-deep", "shared-goal")]
            ['required', 'not-applicable']
        """
        if form:
            return row.needs[Form(form)]
        needs = [row.needs[each] for each in self.forms_of(type or "")]
        return max(needs, key=_NEEDS.index) if needs else row.undecided

    def severity(
        self,
        code: str,
        form: Form | str | None = None,
        type: str | None = None,
        gear: Gear | str | None = None,
    ) -> Severity | None:
        """Return how much a finding of a rule weighs.

        Args:
            code: The rule's code.
            form: The form, where it has been chosen.
            type: The type, where it is known while the form is open; the lightest of its forms counts.
            gear: The present gear, for the few rules that weigh less in some gear.

        Returns:
            The severity; ``None`` where the rule does not apply or this reading does not know it.

        Raises:
            ValueError: If there is no such form or gear.

        Example:
            >>> str(reading().severity("KAN101", "shared-goal"))
            'error'
        """
        rule = self.rules.get(code)
        if rule is None:
            return None
        if form:
            found = rule.severity.get(Form(form))
        else:
            weights = [rule.severity.get(each) for each in self.forms_of(type or "")]
            found = max(weights, key=_SEVERITIES.index) if weights else rule.undecided
        if found and gear:
            return rule.severity_in.get(Gear(gear), found)
        return found

    def capability(self, name: str, form: Form | str) -> Level:
        """Return how far a form has a capability.

        Args:
            name: The capability, such as ``shared_goal``.
            form: The form.

        Returns:
            The level.

        Raises:
            KeyError: If this reading does not know the capability.
            ValueError: If there is no such form.

        Example:
            >>> reading().capability("shared_goal", "network-preferred").name
            'possible'
        """
        return self.capabilities[name].cells[Form(form)].level

    def allows(self, name: str, form: Form | str) -> bool:
        """Tell whether a form leaves room for a capability.

        Args:
            name: The capability, such as ``shared_goal``.
            form: The form.

        Returns:
            Whether it does.

        Raises:
            KeyError: If this reading does not know the capability.
            ValueError: If there is no such form.

        Example:
            >>> reading().allows("obligations", "network-platform")
            False
        """
        return self.capability(name, form).allowed

    def expects(self, name: str, form: Form | str) -> bool:
        """Tell whether a form counts on a capability.

        Args:
            name: The capability, such as ``shared_goal``.
            form: The form.

        Returns:
            Whether it does.

        Raises:
            KeyError: If this reading does not know the capability.
            ValueError: If there is no such form.

        Example:
            >>> reading().expects("shared_goal", "network-preferred")
            False
        """
        return self.capability(name, form).expected

    def requires(self, name: str, form: Form | str) -> bool:
        """Tell whether a form is nothing without a capability.

        Args:
            name: The capability, such as ``shared_goal``.
            form: The form.

        Returns:
            Whether it does.

        Raises:
            KeyError: If this reading does not know the capability.
            ValueError: If there is no such form.

        Example:
            >>> reading().requires("risk_bearing_contribution", "shared-goal")
            True
        """
        return self.capability(name, form).required

    def obligation_kinds(self, form: Form | str) -> tuple[ObligationKind, ...]:
        """Return the kinds of obligation that a form leaves room for.

        Args:
            form: The form.

        Returns:
            All kinds where the form allows obligations, otherwise those of its level.

        Raises:
            ValueError: If there is no such form.

        Example:
            >>> [str(kind) for kind in reading().obligation_kinds("network-preferred")]
            ['conduct', 'reporting']
        """
        level = self.capability("obligations", form)
        return tuple(ObligationKind) if level.allowed else level.kinds

    def fits(self, name: str, form: Form | str) -> tuple[str, ...]:
        """Return the values of a closed list that fit a form.

        Args:
            name: ``decision-rule`` or ``conflict-step``.
            form: The form.

        Returns:
            The values that fit.

        Raises:
            KeyError: If this reading has no such table.
            ValueError: If there is no such form.

        Example:
            >>> [str(value) for value in reading().fits("decision-rule", "shared-goal")]
            ['unanimity', 'consensus', 'majority']
        """
        return self.fitting[name][Form(form)]

    def region(self, form: Form | str) -> Region | None:
        """Return where a form lies on the two axes.

        Args:
            form: The form.

        Returns:
            The region, or ``None`` if this reading gives the form no place.

        Raises:
            ValueError: If there is no such form.

        Example:
            >>> reading().region("shared-goal").control
            (0, 50)
        """
        return self.regions.get(Form(form))

    def rows(self, topic: CanvasTopic | str | None) -> tuple[Requirement, ...]:
        """Return the facts of one topic of the canvas.

        Args:
            topic: The topic; ``None`` for the header.

        Returns:
            The rows, in the order of the data file.

        Raises:
            ValueError: If there is no such topic.

        Example:
            >>> [row.path for row in reading().rows("step-back")]
            ['parties[].alternative.considered', 'decisions', 'step_back_route']
        """
        wanted = None if topic is None else CanvasTopic(topic)
        return tuple(row for row in self.requirements if row.topic is wanted)


def _build(tables: Mapping[str, Any]) -> Reading:
    faults = Faults()
    faults.keys(tables, "reading", TABLES)
    # a file needs to hold only the tables that it corrects
    all_of = {name: tables[name] if name in tables else load("reading")[name] for name in TABLES}
    levels = parse_levels(all_of["capability_levels"], faults)
    regions, empty = parse_regions(all_of["positions"], faults)
    rules = parse_rules(all_of["rules"], faults)
    found = Reading(
        types=parse_types(all_of["types"], faults),
        capabilities=parse_capabilities(all_of["capabilities"], levels, faults),
        axes=parse_axes(all_of["positions"], faults),
        regions=regions,
        empty=empty,
        fitting=parse_fits(all_of["fits"], faults),
        requirements=parse_requirements(all_of["requirements"], rules, faults),
        rules=rules,
    )
    if faults.found:
        count = len(faults.found)
        listed = "\n".join(f"- {fault}" for fault in faults.found)
        raise ValueError(f"this is not a reading; faults: {count}\n{listed}")
    return found


@cache
def _shipped() -> Reading:
    return _build(Table(load("reading")))


def reading(source: str | Path | Mapping[str, Any] | None = None) -> Reading:
    """Return a reading: the shipped one, or another from a file.

    Args:
        source: A JSON file, or what such a file holds. It needs to hold only the tables that differ from the
            shipped ones: ``types``, ``positions``, ``capability_levels``, ``capabilities``, ``fits``,
            ``requirements``, ``rules``. A table that is given replaces the shipped one as a whole.

    Returns:
        The reading; the shipped one is made once.

    Raises:
        ValueError: If the source is not JSON or does not have the right shape; the message names every fault.
        OSError: If the file cannot be read.

    Example:
        >>> reading().empty.contains(binding=20, control=20)
        True
        >>> reading({"tipes": {}})
        Traceback (most recent call last):
        ...
        ValueError: this is not a reading; faults: 1
        - reading: unknown tipes
    """
    if source is None:
        return _shipped()
    if isinstance(source, Mapping):
        return _build(source)
    held = json.loads(Path(source).read_text(encoding="utf-8"))
    if not isinstance(held, Mapping):
        raise ValueError(f"this is not a reading; expected a mapping, found {type(held).__name__}")
    return _build(held)
