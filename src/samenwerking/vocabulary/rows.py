"""The rows of the reading's tables, each a plain frozen value."""

from collections.abc import Mapping

import attrs

from samenwerking.vocabulary.bilingual import Bilingual
from samenwerking.vocabulary.closed import (
    CanvasTopic,
    Form,
    Gear,
    GoalKind,
    Mark,
    Need,
    ObligationKind,
    Respondent,
    Severity,
)
from samenwerking.vocabulary.table import Table


@attrs.frozen(kw_only=True)
class TypeGroup:
    """A type of collaboration: a grouping of forms.

    Args:
        code: The type's code, as in ``canvas.type``.
        labels: Its name in both languages.
        definition: What it means.
        forms: The forms that belong to it.
        marks: Where the statement comes from.

    Example:
        >>> from samenwerking.vocabulary import reading
        >>> reading().types["network"].labels.en
        'network'
    """

    code: str
    labels: Bilingual
    definition: Bilingual
    forms: tuple[Form, ...]
    marks: tuple[Mark, ...]


@attrs.frozen(kw_only=True)
class Level:
    """How far a form has a capability.

    Args:
        name: The level's code.
        labels: Its name in both languages.
        allowed: Whether the form leaves room for it.
        expected: Whether the form counts on it.
        required: Whether the form is nothing without it.
        kinds: Of obligations, the kinds that are allowed all the same.

    Example:
        >>> from samenwerking.vocabulary import reading
        >>> reading().capability("obligations", "network-platform").allowed
        False
    """

    name: str
    labels: Bilingual
    allowed: bool
    expected: bool
    required: bool
    kinds: tuple[ObligationKind, ...] = ()


@attrs.frozen(kw_only=True)
class CapabilityCell:
    """What one form makes of one capability.

    Args:
        level: How far.
        marks: Where the statement comes from.

    Example:
        >>> from samenwerking.vocabulary import reading
        >>> [str(mark) for mark in reading().capabilities["shared_goal"].cells["shared-goal"].marks]
        ['seed']
    """

    level: Level
    marks: tuple[Mark, ...]


@attrs.frozen(kw_only=True)
class Capability:
    """Something a form needs, allows or forbids.

    Args:
        name: The capability's code, such as ``shared_goal``.
        labels: Its name in both languages.
        cells: What each form makes of it.

    Example:
        >>> from samenwerking.vocabulary import reading
        >>> reading().capabilities["conduct_rules"].labels.nl
        'omgangsregels'
    """

    name: str
    labels: Bilingual
    cells: Mapping[Form, CapabilityCell]


@attrs.frozen(kw_only=True)
class Axis:
    """One of the two axes, from 0 (low) to 100 (high).

    Args:
        name: ``binding`` or ``control``.
        labels: Its name in both languages.
        low: What its low end is called.
        high: What its high end is called.
        marks: Where the statement comes from.

    Example:
        >>> from samenwerking.vocabulary import reading
        >>> reading().axes["binding"].low.nl
        'vrijblijvend'
    """

    name: str
    labels: Bilingual
    low: Bilingual
    high: Bilingual
    marks: tuple[Mark, ...]


@attrs.frozen(kw_only=True)
class Region:
    """A rectangle on the two axes; its bounds belong to it.

    Args:
        binding: Low and high bound of external binding.
        control: Low and high bound of internal control.
        marks: Where the statement comes from.

    Example:
        >>> Region(binding=(65, 100), control=(0, 50), marks=()).contains(85, 25)
        True
    """

    binding: tuple[int, int]
    control: tuple[int, int]
    marks: tuple[Mark, ...]

    def contains(self, binding: float, control: float) -> bool:
        """Tell whether a position lies in the region.

        Args:
            binding: External binding, 0 to 100.
            control: Internal control, 0 to 100.

        Returns:
            Whether both lie within the bounds.

        Example:
            >>> Region(binding=(0, 30), control=(65, 100), marks=()).contains(85, 80)
            False
        """
        return self.binding[0] <= binding <= self.binding[1] and self.control[0] <= control <= self.control[1]


@attrs.frozen(kw_only=True)
class Requirement:
    """One fact a canvas asks for; the row is a rule of its own.

    Args:
        path: Where the fact stands in the model.
        code: The rule under which its absence is reported.
        topic: The canvas topic that shows it; ``None`` for the header.
        question: What is asked while it is empty.
        asks: Who must answer.
        ask_from: The gear from which it is asked.
        blocks_at: The gear past which it may no longer be empty.
        needs: How much each form needs it.
        undecided: How much it is needed while the form is open.
        if_none: The severity, per form, of leaving it empty on purpose; a form not named: none.
        hint: Help with answering.
        marks: Where the row comes from.
        sources: Keys of the bibliography.
        or_paths: Other paths that answer the same question when they are filled.
        goal_kinds: Of a path through ``goals[]``, the kinds of goal it is asked of; empty: all.
        at_least: The number of members the first list must have before the row is asked.

    Example:
        >>> from samenwerking.vocabulary import reading
        >>> reading().rows("resources")[0].question.nl
        'Wat kost het, per fase?'
    """

    path: str
    code: str
    topic: CanvasTopic | None
    question: Bilingual
    asks: Respondent
    ask_from: Gear
    blocks_at: Gear
    needs: Mapping[Form, Need]
    undecided: Need
    if_none: Mapping[Form, Severity] = attrs.field(factory=Table[Form, Severity])
    hint: Bilingual | None = None
    marks: tuple[Mark, ...] = ()
    sources: tuple[str, ...] = ()
    or_paths: tuple[str, ...] = ()
    goal_kinds: tuple[GoalKind, ...] = ()
    at_least: int = 1


@attrs.frozen(kw_only=True)
class RuleRow:
    """What the reading says of one rule.

    Args:
        code: The stable code, such as ``KAN101``.
        name: The name in kebab-case.
        titles: The title in both languages.
        gear: The gear it belongs to; ``None`` for rules of language, which always count.
        severity: Per form; a form not named: the rule does not apply.
        undecided: The severity while the form is open; ``None``: it does not apply.
        marks: Where each cell comes from, per form.
        undecided_marks: Where the cell of the open form comes from.
        refs: Keys of the bibliography.
        reads: The model paths the rule reads.
        severity_in: A gear in which the severity differs, whatever the form.
        thresholds: A number per form, where the rule needs one.
        profiles: Profiles that switch the rule on; empty: always on.
        implies: Codes that fire along with it and are then not shown.

    Example:
        >>> from samenwerking.vocabulary import reading
        >>> reading().rules["KAN124"].titles.nl
        'Brengen zonder halen'
    """

    code: str
    name: str
    titles: Bilingual
    gear: Gear | None
    severity: Mapping[Form, Severity]
    undecided: Severity | None
    marks: Mapping[Form, tuple[Mark, ...]]
    undecided_marks: tuple[Mark, ...] = ()
    refs: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    severity_in: Mapping[Gear, Severity] = attrs.field(factory=Table[Gear, Severity])
    thresholds: Mapping[Form, float] = attrs.field(factory=Table[Form, float])
    profiles: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
