"""What all records share: checked when made, unchangeable afterwards."""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from importlib import import_module
from typing import Any, overload

import attrs

from samenwerking.model.extra import PREFIX, Extra
from samenwerking.model.plan import FieldPlan, plan
from samenwerking.report import Finding, Param, make_finding
from samenwerking.vocabulary import Bilingual, field_label

Path = tuple[str | int, ...]

# Control characters other than tab and line ends, and halves of surrogate pairs: no file can hold them.
UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
BAD_ID = re.compile(r"[\[\]\r\n\t]|^\s|\s$")
# So many digits every binary floating point number can hold, so that no writer or reader loses any.
MOST_DIGITS = 15


HIDDEN = Bilingual("(privé)", "(private)")


def labels(attribute: str) -> Bilingual:
    """Return what people call an attribute.

    Args:
        attribute: The attribute's name.

    Returns:
        Its label in both languages.

    Example:
        >>> labels("name").nl
        'naam'
    """
    return Bilingual(field_label(attribute, "nl"), field_label(attribute, "en"))


@attrs.frozen
class Problem:
    """Something meaningless about a value, on its way to becoming a finding.

    Args:
        code: A ``SAM1xx`` code.
        path: Where, from the record at hand.
        params: Values for the message.
    """

    code: str
    path: Path
    params: Mapping[str, Param]

    def within(self, *parents: str | int) -> "Problem":
        """Return the problem seen from further out.

        Args:
            *parents: The steps that lead to the record at hand.

        Returns:
            The problem with a longer path.
        """
        return Problem(self.code, (*parents, *self.path), self.params)


class InvalidRecord(ValueError):
    """Raised when a record cannot be made; tells everything that is wrong with it.

    Args:
        cls: The class of the record.
        problems: All that is wrong.
    """

    def __init__(self, cls: type, problems: tuple[Problem, ...]) -> None:
        self.cls, self.problems = cls, problems
        places = (".".join((cls.__name__, *map(str, problem.path))) for problem in problems)
        told = (finding.message("en") for finding in self.findings)
        super().__init__("\n".join(map(": ".join, zip(places, told, strict=True))))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.cls, self.problems)

    @staticmethod
    def _finding(problem: Problem) -> Finding:
        return make_finding(problem.code, dict(problem.params))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The problems as findings, in both languages."""
        return tuple(map(self._finding, self.problems))


def as_id(value: Any) -> str:
    """Convert a record to its id; leave an id as it is.

    Args:
        value: A record with an id, or an id.

    Returns:
        The id.

    Example:
        >>> as_id("waterschap-x")
        'waterschap-x'
    """
    return getattr(value, "id", value)  # type: ignore[no-any-return]


def as_optional_id(value: Any) -> str | None:
    """Convert a record to its id; leave an id or ``None`` as it is.

    Args:
        value: A record with an id, an id, or ``None``.

    Returns:
        The id or ``None``.

    Example:
        >>> as_optional_id(None) is None
        True
    """
    return None if value is None else as_id(value)


def as_tuple(value: Iterable[Any]) -> tuple[Any, ...]:
    """Convert a list of things to a tuple; a single text is not a list.

    Args:
        value: A list, a tuple or another iterable.

    Returns:
        The tuple; a text or mapping is returned as it is, to be refused by the check.

    Example:
        >>> as_tuple(["a", "b"])
        ('a', 'b')
    """
    if isinstance(value, (str, Mapping)) or not isinstance(value, Iterable):
        return value  # type: ignore[return-value]
    return tuple(value)


def as_ids(value: Iterable[Any]) -> tuple[str, ...]:
    """Convert a list of records or ids to a tuple of ids.

    Args:
        value: Records with ids, or ids.

    Returns:
        The ids.

    Example:
        >>> as_ids(["a", "b"])
        ('a', 'b')
    """
    items = as_tuple(value)
    return tuple(map(as_id, items)) if type(items) is tuple else items


@overload
def as_decimal(value: Decimal | int | float) -> Decimal: ...
@overload
def as_decimal(value: None) -> None: ...
def as_decimal(value: Decimal | int | float | None) -> Decimal | None:
    """Convert a number to a decimal; a float by what it shows, so ``0.1`` is one tenth.

    Args:
        value: A number or ``None``.

    Returns:
        The decimal, ``None``, or the value itself if it is no number.

    Example:
        >>> as_decimal(0.1)
        Decimal('0.1')
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value  # type: ignore[return-value]
    return Decimal(value) if isinstance(value, int) else Decimal(repr(value))


_EXPECTED = {
    "text": Bilingual("een tekst", "a text"),
    "bool": Bilingual("ja of nee (true of false)", "yes or no (true or false)"),
    "int": Bilingual("een geheel getal", "a whole number"),
    "decimal": Bilingual("een getal", "a number"),
    "date": Bilingual("een datum zoals 2026-03-01", "a date such as 2026-03-01"),
    "closed": Bilingual("een van de vaste waarden", "one of the fixed values"),
    "choice": Bilingual("een van de vaste waarden", "one of the fixed values"),
    "record": Bilingual("een groep velden", "a group of fields"),
    "extra": Bilingual("een groep velden", "a group of fields"),
}
LIST = Bilingual("een lijst", "a list")


def expected(field: FieldPlan, *, item: bool = False) -> Bilingual:
    """Return what an attribute takes, for a message.

    Args:
        field: The attribute.
        item: Whether one item of its list is meant.

    Returns:
        Words in both languages.
    """
    return LIST if field.many and not item else _EXPECTED[field.kind]


def shown(field: FieldPlan, value: Param) -> Param:
    """Return a value as a message may show it: private content stays private.

    Args:
        field: The attribute it stands in.
        value: The value.

    Returns:
        The value, or words that say it is private.

    Example:
        >>> from samenwerking.model.plan import plan_by_name
        >>> from samenwerking.model import Alternative
        >>> shown(plan_by_name(Alternative)["cost"], 5).en
        '(private)'
    """
    return HIDDEN if field.private else value


def check_text(field: FieldPlan, text: str) -> Iterator[Problem]:
    """Yield what is meaningless about a text: unreadable characters, or no id where an id is meant.

    Args:
        field: The attribute it is for.
        text: The text.

    Yields:
        Problems, with an empty path.
    """
    if found := UNREADABLE.search(text):
        yield Problem("SAM123", (), {"field": labels(field.name), "character": f"U+{ord(found[0]):04X}"})
    elif (field.required or field.many or field.ref or field.name == "id") and not text.strip():
        yield Problem("SAM117", (), {"field": labels(field.name), "key": field.name})
    elif (field.ref or field.name == "id") and BAD_ID.search(text):
        yield Problem("SAM118", (), {"value": shown(field, text)})


def _digits(number: Decimal) -> int:
    return len("".join(map(str, number.as_tuple().digits)).strip("0"))


def check_number(field: FieldPlan, number: Decimal | int) -> Iterator[Problem]:
    """Yield what is meaningless about a number: no end, far too long, or out of range.

    Args:
        field: The attribute it is for.
        number: The number.

    Yields:
        Problems, with an empty path.
    """
    name = labels(field.name)
    value = number if isinstance(number, Decimal) else Decimal(number)
    if not value.is_finite():
        yield Problem("SAM124", (), {"value": str(number), "key": field.name})
    elif abs(value.adjusted()) >= MOST_DIGITS or _digits(value) > MOST_DIGITS:
        yield Problem("SAM116", (), {"field": name, "limit": MOST_DIGITS})
    elif field.within and not field.within[0] <= value <= field.within[1]:
        lowest, highest = field.within
        params: dict[str, Param] = {
            "field": name,
            "value": shown(field, value),
            "lowest": lowest,
            "highest": highest,
        }
        if highest == 1 and 1 < value <= 100 and not field.private:
            params["suggestion"] = (value / 100).normalize()
        yield Problem("SAM120", (), params)


def check_extra(field: FieldPlan, extra: Extra) -> Iterator[Problem]:
    """Yield what is meaningless about keys of other tools: no ``x-`` in front, or what no file can hold.

    Args:
        field: The attribute it is for.
        extra: The keys with their values.

    Yields:
        Problems, with the path from the attribute.
    """
    for key, value in extra.items():
        if not key.startswith(PREFIX):
            params: dict[str, Param] = {"key": key, "record": labels("extra"), "suggestion": f"{PREFIX}{key}"}
            yield Problem("SAM113", (key,), params)
        for leaf in _leaves((key, value)):
            if isinstance(leaf, str):
                found = UNREADABLE.search(leaf)
                if found:
                    character = f"U+{ord(found[0]):04X}"
                    yield Problem("SAM123", (key,), {"field": labels(field.name), "character": character})
            elif not Decimal(leaf).is_finite():
                yield Problem("SAM124", (key,), {"value": str(leaf), "key": key})


def _leaves(value: Any) -> Iterator[str | int | Decimal]:
    match value:
        case Extra():
            yield from _leaves(tuple(value.items()))
        case tuple():
            for item in value:
                yield from _leaves(item)
        case _:
            yield value


def _check_item(field: FieldPlan, value: Any) -> Iterator[Problem]:
    match field.kind:
        case "text":
            return check_text(field, value)
        case "int" | "decimal":
            return check_number(field, value)
        case "extra":
            return check_extra(field, value)
        case "choice" if value not in field.choices:
            params = {"field": labels(field.name), "value": value, "allowed": field.choices}
            return iter([Problem("SAM114", (), params)])
    return iter(())


def _wrong_type(field: FieldPlan, value: Any) -> Iterator[Problem]:
    """Yield a problem for a value of the wrong type, or for each item of a list that is."""
    listed = field.many and type(value) is tuple
    for position, item in enumerate(value if listed else (value,)):
        if not (listed and field.accepts((item,))):
            params: dict[str, Param] = {
                "field": labels(field.name),
                "expected": expected(field, item=listed),
                "got": type(item).__name__,
            }
            yield Problem("SAM111", (field.name, position) if listed else (field.name,), params)


def check(record: Any) -> Iterator[Problem]:
    """Yield what is meaningless about the attributes of a record, each looked at by itself.

    Args:
        record: A record of the model, or another attrs object of the same kinds of value.

    Yields:
        Problems, with paths from the record.
    """
    for field in plan(type(record)):
        value = getattr(record, field.name)
        if value is field.default and not field.required and (field.optional or value is not None):
            continue
        if not field.accepts(value):
            yield from _wrong_type(field, value)
            continue
        for position, item in enumerate(field.items(value)):
            for problem in _check_item(field, item):
                yield problem.within(field.name, *([position] if field.many else []))


class Record:
    """Base of all records of the model: frozen, compared by value, checked when made."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Show what is filled in and not private."""
        shown = (
            f"{field.name}={value!r}"
            for field in plan(type(self))
            if field.name not in self.private_fields
            and ((value := getattr(self, field.name)) != field.default or field.required)
        )
        return f"{type(self).__name__}({', '.join(shown)})"

    @property
    def private_fields(self) -> tuple[str, ...]:
        """The attributes that leave by no output unless asked, and are filled in."""
        return tuple(f.name for f in plan(type(self)) if f.private and getattr(self, f.name) != f.default)

    def __attrs_post_init__(self) -> None:
        problems = tuple(check(self)) or tuple(self.contradictions())
        if problems:
            raise InvalidRecord(type(self), problems)

    def contradictions(self) -> Iterator[Problem]:
        """Yield what makes the record as a whole meaningless; its attributes are known to be right."""
        return iter(())

    def _repr_html_(self) -> str:
        """Show the record in a notebook: the one place where the model looks up, and only when asked."""
        return str(import_module("samenwerking.display.notebook").represent(self))
