"""The plan of a record: what each attribute holds, read once from the class itself.

Checking, reading, writing, references, codes and generated examples all follow this one plan, so adding
an attribute to a class is enough to get all of them.
"""

import types
import typing
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any, Literal, TypeVar, cast

import attrs

from samenwerking.model.dates import Date
from samenwerking.model.extra import Extra
from samenwerking.vocabulary import ClosedList, CodeList

Kind = Literal["text", "bool", "int", "decimal", "date", "closed", "choice", "record", "extra"]
_KINDS: dict[type, Kind] = {
    bool: "bool",
    str: "text",
    int: "int",
    Decimal: "decimal",
    Date: "date",
    Extra: "extra",
}


F = TypeVar("F", bound=Callable[..., Any])


def remembered(function: F) -> F:
    """Keep the results of a function; to a type checker it stays what it is.

    Args:
        function: A function of hashable arguments.

    Returns:
        The function, which works each result out once.

    Example:
        >>> remembered(len)("abc")
        3
    """
    return cast("F", cache(function))


def ref(*kinds: str, **more: Any) -> dict[str, Any]:
    """Return metadata for an attribute that holds ids of other records.

    Args:
        *kinds: The kinds of record it may point at, such as ``"organization"``.
        **more: Further metadata.

    Returns:
        Metadata for :func:`attrs.field`.

    Example:
        >>> ref("goal")["ref"]
        ('goal',)
    """
    return {"ref": kinds, **more}


def coded(code_list: CodeList) -> dict[str, Any]:
    """Return metadata for an attribute that holds codes of an open list.

    Args:
        code_list: The list.

    Returns:
        Metadata for :func:`attrs.field`.

    Example:
        >>> coded(CodeList.SECTOR)["codes"].value
        'sector'
    """
    return {"codes": code_list}


def within(lowest: int, highest: int, **more: Any) -> dict[str, Any]:
    """Return metadata for a number with a range, both ends included.

    Args:
        lowest: The lowest value allowed.
        highest: The highest value allowed.
        **more: Further metadata.

    Returns:
        Metadata for :func:`attrs.field`.

    Example:
        >>> within(0, 1)["within"]
        (0, 1)
    """
    return {"within": (lowest, highest), **more}


PARTY = ("organization", "collaboration")
PRIVATE = {"private": True}
LAST = {"last": True}


@attrs.frozen(kw_only=True)
class FieldPlan:
    """What one attribute of a record holds.

    Args:
        name: The attribute's name, which is also its key in a document.
        kind: What sort of value one item is.
        item: The class of one item.
        many: Whether it holds a tuple of items.
        optional: Whether it may be ``None``.
        required: Whether it has no default.
        default: Its default, where it has one.
        ref: Kinds of record it points at; empty if it is no reference.
        codes: The open list its codes are from.
        within: Lowest and highest value.
        private: Whether it leaves by no output unless asked.
        choices: The texts allowed, for a choice.
    """

    name: str
    kind: Kind
    item: type
    many: bool
    optional: bool
    required: bool
    default: Any
    ref: tuple[str, ...] = ()
    codes: CodeList | None = None
    within: tuple[int, int] | None = None
    private: bool = False
    choices: tuple[str, ...] = ()

    def accepts(self, value: object) -> bool:
        """Say whether a value has the right type, whatever its content.

        Args:
            value: Any value.

        Returns:
            Whether the attribute can hold it.
        """
        if self.many:
            return type(value) is tuple and all(self._accepts_item(item) for item in value)
        return (value is None and self.optional) or self._accepts_item(value)

    def _accepts_item(self, value: object) -> bool:
        if self.kind in ("bool", "int", "text"):
            return type(value) is self.item
        return isinstance(value, self.item)

    def items(self, value: Any) -> tuple[Any, ...]:
        """Return what a value holds as a tuple: its items, itself, or nothing.

        Args:
            value: The attribute's value.

        Returns:
            The items, without ``None``.
        """
        if self.many:
            return tuple(item for item in value if item is not None)
        return () if value is None else (value,)


def _plan_field(attribute: "attrs.Attribute[Any]", annotation: Any) -> FieldPlan:
    optional = many = False
    choices: tuple[str, ...] = ()
    if typing.get_origin(annotation) in (types.UnionType, typing.Union):
        (annotation,) = (arg for arg in typing.get_args(annotation) if arg is not type(None))
        optional = True
    if typing.get_origin(annotation) is tuple:
        annotation, many = typing.get_args(annotation)[0], True
    if typing.get_origin(annotation) is Literal:
        choices, annotation = typing.get_args(annotation), str
    kind: Kind
    if choices:
        kind = "choice"
    elif issubclass(annotation, ClosedList):
        kind = "closed"
    else:
        kind = _KINDS.get(annotation, "record")
    metadata = attribute.metadata
    default: Any = attribute.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        default = None if default.takes_self else default.factory()
    return FieldPlan(
        name=attribute.name,
        kind=kind,
        item=annotation,
        many=many,
        optional=optional,
        required=attribute.default is attrs.NOTHING,
        default=default,
        ref=metadata.get("ref", ()),
        codes=metadata.get("codes"),
        within=metadata.get("within"),
        private=metadata.get("private", False),
        choices=choices,
    )


@remembered
def plan(cls: type) -> tuple[FieldPlan, ...]:
    """Return the plan of a record class, in the order in which a document shows its keys.

    Args:
        cls: An attrs class of the model.

    Returns:
        One entry per attribute; remarks and sources come last.

    Raises:
        attrs.exceptions.NotAnAttrsClassError: If it is no attrs class.

    Example:
        >>> from samenwerking.model import Period
        >>> [field.name for field in plan(Period)]
        ['start', 'end', 'open_end']
    """
    hints = typing.get_type_hints(cls)
    ordered = sorted(attrs.fields(cls), key=lambda a: a.metadata.get("last", False))
    return tuple(_plan_field(attribute, hints[attribute.name]) for attribute in ordered)


@remembered
def plan_by_name(cls: type) -> dict[str, FieldPlan]:
    """Return the plan of a record class by attribute name.

    Args:
        cls: An attrs class of the model.

    Returns:
        Attribute name to plan; do not change it.

    Example:
        >>> from samenwerking.model import Period
        >>> plan_by_name(Period)["start"].kind
        'date'
    """
    return {field.name: field for field in plan(cls)}
