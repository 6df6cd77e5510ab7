"""For each rule and each form it holds for, an invented portfolio that fails it and one that passes.

What passes is the example of the form that comes with the library. What fails is the same with a few edits,
which stand in ``data/breaks`` for rules written as checks; a row of the reading fails as soon as its fact is
taken away, so its edits follow from the row.
"""

import datetime
import json
import pkgutil
import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import Any

import attrs

from samenwerking.io import example, from_dict, to_dict
from samenwerking.model import Portfolio, field_at, is_empty
from samenwerking.rules.definition import RuleContext
from samenwerking.rules.edits import edited, looked_up
from samenwerking.vocabulary import Form, Need, Requirement, reading

# The day on which the examples fail and pass.
AS_OF = datetime.date(2026, 11, 24)
FILES = ("kan", "step_back", "klopt", "werkt", "levert", "membership", "language")
# Otherwise every edit would also be a change after the agreement.
_AGREED_AS_IT_IS = ("drop", "canvas.agreements[].digest")
# What it is to be a row of some form cannot be shown by taking the form away.
_OF_FORM = ("form", "type")
_NUMBER = re.compile(r"\.(\d+)(?=\.|$)")


@attrs.frozen(kw_only=True, slots=False)
class RuleExample:
    """A pair of invented portfolios for one rule and one form.

    Args:
        code: The rule.
        form: The form of the collaboration in it.
        cause: Which of the rule's texts; empty for a rule with one text.
        path: Of a row of the reading, the path of its fact; empty for a rule written as a check.
        edits: What was changed in the portfolio that passes, see ``samenwerking.rules.edits``.
        looks: Where the party stands that must look for the rule to speak, if it is about something private.

    Example:
        >>> pair = next(pair for pair in rule_examples() if pair.code == "KAN105")
        >>> pair.fails != pair.passes
        True
    """

    code: str
    form: Form
    cause: str = ""
    path: str = ""
    edits: tuple[Sequence[Any], ...] = ()
    looks: str = ""

    @property
    def passes(self) -> Portfolio:
        """A portfolio of which the rule tells nothing on ``AS_OF``, nor does any other rule."""
        return example(self.form)

    @cached_property
    def viewer(self) -> str | None:
        """The party that must look for the rule to speak; ``None`` if nothing private is needed."""
        if not self.looks:
            return None
        document = to_dict(self.passes, private="include")
        return str(looked_up(document, at_hand(self.passes, self.form), self.looks))

    @cached_property
    def fails(self) -> Portfolio:
        """The same portfolio after the edits, of which the rule tells this text on ``AS_OF``."""
        document = to_dict(self.passes, private="include")
        about = [path for _, path, *_ in self.edits if path.startswith("canvas.agreements")]
        edits = self.edits if about else (*self.edits, _AGREED_AS_IT_IS)
        return from_dict(edited(document, at_hand(self.passes, self.form), edits))


def at_hand(portfolio: Portfolio, form: Form) -> int:
    """Return which collaboration of an example the example is about.

    Args:
        portfolio: The example of a form.
        form: The form.

    Returns:
        The position of the first collaboration of that form.
    """
    forms = [collaboration.canvas.form for collaboration in portfolio.collaborations]
    return forms.index(form)


def _written(name: str) -> Iterator[RuleExample]:
    content = pkgutil.get_data("samenwerking.rules", f"data/breaks/{name}.json")
    for code, causes in json.loads(content or b"{}").items():
        for cause, entries in causes.items():
            for entry in entries:
                for form in map(Form, entry.get("forms", reading().rules[code].severity)):
                    yield RuleExample(
                        code=code,
                        form=form,
                        cause=cause,
                        path=entry.get("path", ""),
                        edits=tuple(entry["edits"]),
                        looks=entry.get("viewer", ""),
                    )


def _of_row(row: Requirement, form: Form) -> Iterator[RuleExample]:
    if reading().need(row, form) not in (Need.REQUIRED, Need.EXPECTED) or row.path in _OF_FORM:
        return
    if row.path.startswith("portfolio.") or field_at(row.path).required:
        return
    portfolio = example(form)
    context = RuleContext(
        portfolio=portfolio,
        collaboration=portfolio.collaborations[at_hand(portfolio, form)],
        reading=reading(),
        as_of=AS_OF,
    )
    filled = [
        context.pointer(place)
        for path in (row.path, *row.or_paths)
        for place in context.places(path)
        if not is_empty(place.value)
    ]
    paths = [_NUMBER.sub(r"[\1]", each.replace("/", ".")).removeprefix(".") for each in filled]
    if row.path == "agreements":
        paths = ["canvas.agreements"]
    left = context.collaboration.canvas.left_empty
    within = [n for n, entry in enumerate(left) if entry.path.split("[")[0] == row.path]
    paths += [f"canvas.left_empty[{number}]" for number in reversed(within)]
    if filled:
        edits = tuple(("drop", path) for path in dict.fromkeys(paths))
        yield RuleExample(code=row.code, form=form, path=row.path, edits=edits)


@cache
def rule_examples() -> tuple[RuleExample, ...]:
    """Return the examples of all rules; all invented.

    Returns:
        A failing and a passing portfolio per text of a rule, or per row of the reading, and per form.

    Example:
        >>> rule_examples()[0].code
        'KAN101'
    """
    written = [pair for name in FILES for pair in _written(name)]
    rows = [pair for row in reading().requirements for form in Form for pair in _of_row(row, form)]
    return tuple(sorted([*written, *rows], key=lambda pair: pair.code))
