"""The sheets and columns of the form: one table in ``data/sheets.json``, filled up from the classes."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, cast

import attrs

from samenwerking import model
from samenwerking.model import KINDS, FieldPlan, plan
from samenwerking.model.plan import PARTY, plan_by_name
from samenwerking.model.record import labels
from samenwerking.vocabulary import Bilingual, ClosedList, Code, codes, reading, record_label

ITEM = "[]"
ANY = "*"
GUIDE = Bilingual("Toelichting", "Explanation")
LISTS = Bilingual("Lijsten", "Lists")
EXAMPLE = Bilingual("voorbeeld", "example")
YES_NO = {True: Bilingual("ja", "yes"), False: Bilingual("nee", "no")}
_TYPES = ("type", "other_types")
_LEFT_OUT = ("schema", "extra", "sources")
_FOLDED = re.compile(r"[\s_\-\u00a0\u2007\u202f\u200b\ufeff]+")
REMARK = re.compile(r"\s*\(.*\)$")


def fold(text: str) -> str:
    """Return a heading or name as it is compared: case, spaces, hyphens and a closing mark do not count.

    Args:
        text: What someone wrote.

    Returns:
        What it is compared by.

    Example:
        >>> fold(" KvK-nummer * ")
        'kvk nummer'
    """
    return _FOLDED.sub(" ", text).strip().rstrip("*:?. ").casefold()


@attrs.frozen(eq=False)
class Column:
    """A column of a sheet.

    Args:
        path: The attribute it holds, from the record of a row; ``[]`` makes a record of each value.
        field: The plan of that attribute.
        heading: What stands above it.
        words: What else may stand above it, folded.
        fixed: What else such a record of a value gets.
        owner: Whether it names the record that the row belongs to.
        width: How wide it is in the form.
        explanation: What to fill in; ``None`` if it is not in the form.
        example: The value of the example in the form.
    """

    path: str
    field: FieldPlan
    heading: Bilingual
    words: tuple[str, ...] = ()
    fixed: tuple[tuple[str, str], ...] = ()
    owner: bool = False
    width: int = 20
    explanation: Bilingual | None = None
    example: Any = None

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps of the path."""
        return tuple(self.path.split("."))

    @property
    def many(self) -> bool:
        """Whether a cell may hold several values."""
        return self.field.many or ITEM in self.path


@attrs.frozen
class Owner:
    """How a row names the record that it belongs to.

    Args:
        name: The column.
        list: The list of that record, from the owner before it; ``*`` for any record with an id.
        key: The attribute of that record that the column names.
    """

    name: str
    list: str
    key: str


@attrs.frozen(eq=False)
class Sheet:
    """A sheet of the form.

    Args:
        name: What it is called.
        cls: The class of record that a row is.
        list: The list of its records, from the last owner or the portfolio.
        owners: The records that a row belongs to, outermost first.
        columns: Its columns.
        words: What else it may be called, folded.
        form: Whether the form to fill in has it.
        private: Headings, folded, of what is private and so not read.
    """

    name: Bilingual
    cls: type
    list: str
    owners: tuple[Owner, ...]
    columns: tuple[Column, ...]
    words: tuple[str, ...]
    form: bool
    private: frozenset[str]

    @property
    def identified(self) -> bool:
        """Whether its records have an id and a name that others refer to."""
        return not self.owners and {"id", "name"} <= plan_by_name(self.cls).keys()

    def column(self, path: str) -> Column:
        """Return the column of an attribute.

        Args:
            path: The attribute, as in :class:`Column`.

        Returns:
            The first such column.
        """
        return next(column for column in self.columns if column.path == path)

    def headings(self) -> dict[str, Column]:
        """Return what may stand above each column.

        Returns:
            Folded heading to column; what is said first wins.
        """
        found: dict[str, Column] = {}
        for say in (_said, _also_said, _short):
            for column in self.columns:
                for word in say(column):
                    found.setdefault(fold(word), column)
        return found


def _said(column: Column) -> Iterable[str]:
    return (column.heading.nl, column.heading.en)


def _also_said(column: Column) -> Iterable[str]:
    if column.fixed:
        return (*column.words, *(value for _, value in column.fixed))
    leaf = column.steps[-1]
    own = labels(column.field.name)
    return (*column.words, leaf, own.nl, own.en, column.path)


def _short(column: Column) -> Iterable[str]:
    return (REMARK.sub("", column.heading.nl), REMARK.sub("", column.heading.en))


def _leaf(cls: type, path: str) -> FieldPlan:
    *outer, last = path.replace(ITEM, "").split(".")
    for name in outer:
        cls = plan_by_name(cls)[name].item
    return plan_by_name(cls)[last]


def _leaves(cls: type, prefix: str = "", *, private: bool = False) -> Iterator[tuple[str, FieldPlan]]:
    """Yield what fits in a cell: everything but lists of records, the private or else the shared."""
    for field in plan(cls):
        if field.name in _LEFT_OUT or (field.kind == "record" and field.many):
            continue
        if field.kind == "record":
            yield from _leaves(field.item, f"{prefix}{field.name}.", private=private)
        elif field.private is private:
            yield prefix + field.name, field


def _owner_field(owner: Owner) -> FieldPlan:
    of_a_kind = {"id": (owner.name,), "party": PARTY}.get(owner.key, ())
    kinds = tuple(kind.name for kind in KINDS) if owner.list == ANY else of_a_kind
    return FieldPlan(
        name=owner.key,
        kind="text",
        item=str,
        many=False,
        optional=True,
        required=True,
        default=None,
        ref=kinds,
    )


def _bilingual(texts: Mapping[str, str] | None) -> Bilingual | None:
    return Bilingual(texts["nl"], texts["en"]) if texts else None


def _given(
    row: Mapping[str, Any], cls: type, owners: Mapping[str, Owner], names: Mapping[str, Any]
) -> Column:
    path = row["path"]
    fixed = tuple(row.get("fixed", {}).items())
    heading = _bilingual(row if "nl" in row else names.get(path) if path in owners else None)
    field = _owner_field(owners[path]) if path in owners else _leaf(cls, path)
    if heading is None and fixed:
        code = codes("identifier-scheme")[fixed[0][1]]
        heading = Bilingual(code.nl, code.en)
    return Column(
        path=path,
        field=field,
        heading=heading or labels(field.name),
        words=tuple(row.get("words", ())),
        fixed=fixed,
        owner=path in owners,
        width=row.get("width", 20),
        explanation=_bilingual(row.get("form")),
        example=row.get("example"),
    )


def _each(row: Mapping[str, Any], cls: type, columns: Iterable[Column]) -> list[Column]:
    """Return a column for each value of a list that has none yet: a number per register, a day per event."""
    path, key = row["path"], row["each"]
    taken = {column.fixed for column in columns if column.path == path}
    field = _leaf(cls, path.rpartition(".")[0] + f".{key}")
    found = []
    for value, label in choices(field).items():
        if ((key, value),) not in taken:
            heading = Bilingual(row.get("nl", "{}").format(label.nl), row.get("en", "{}").format(label.en))
            fixed = ((key, value),)
            found.append(Column(path=path, field=_leaf(cls, path), heading=heading, fixed=fixed))
    return found


def _rest(cls: type, columns: list[Column], headings: Mapping[str, Any]) -> Iterator[Column]:
    """Yield a column for each attribute that fits in a cell and has none yet."""
    taken = {column.path for column in columns}
    said = {fold(word) for column in columns for word in _said(column)}
    for path, field in _leaves(cls):
        if path in taken:
            continue
        heading, (*outer, _) = _bilingual(headings.get(path)) or labels(field.name), path.split(".")
        while outer and {fold(heading.nl), fold(heading.en)} & said:
            around = labels(outer.pop())
            heading = Bilingual(f"{heading.nl} ({around.nl})", f"{heading.en} ({around.en})")
        said |= {fold(heading.nl), fold(heading.en)}
        yield Column(path=path, field=field, heading=heading)


def _sheet(row: Mapping[str, Any], names: Mapping[str, Any], headings: Mapping[str, Any]) -> Sheet:
    cls = Code if row["record"] == "Code" else getattr(model, row["record"])
    name = Bilingual(row["name"]["nl"], row["name"]["en"])
    owners = tuple(Owner(owner, names[owner]["list"], names[owner]["key"]) for owner in row.get("owners", ()))
    by_name = {owner.name: owner for owner in owners}
    columns: list[Column] = []
    for given in row["columns"]:
        one = [_given(given, cls, by_name, names)] if "each" not in given else _each(given, cls, columns)
        columns += one
    columns += _rest(cls, columns, headings)
    record = (record_label(row["record"], "nl"), record_label(row["record"], "en"))
    words = (name.nl, name.en, *record, row["record"], *row.get("words", ()), row["list"].rpartition(".")[2])
    hidden = (
        word for _, f in _leaves(cls, private=True) for word in (f.name, labels(f.name).nl, labels(f.name).en)
    )
    return Sheet(
        name=name,
        cls=cls,
        list=row["list"],
        owners=owners,
        columns=tuple(columns),
        words=tuple(dict.fromkeys(fold(word) for word in words if word)),
        form=row.get("form", False),
        private=frozenset(map(fold, hidden)),
    )


@cache
def sheets() -> tuple[Sheet, ...]:
    """Return the sheets of the form, in an order in which a row comes after the record it belongs to.

    Returns:
        The sheets.

    Example:
        >>> [sheet.name.nl for sheet in sheets() if sheet.form][:2]
        ['Organisaties', 'Doelen']
    """
    text = (files("samenwerking.io.tables") / "data" / "sheets.json").read_text(encoding="utf-8")
    data = json.loads(text)
    found = tuple(_sheet(row, data["owners"], data["headings"]) for row in data["sheets"])
    shared = {word for sheet in found for word in sheet.headings()}  # a word that is private nowhere else
    return tuple(attrs.evolve(sheet, private=sheet.private - shared) for sheet in found)


@cache
def sheet_words() -> Mapping[str, Sheet]:
    """Return what each sheet may be called.

    Returns:
        Folded name to sheet.

    Example:
        >>> sheet_words()["deelnames"].name.en
        'Parties'
    """
    found: dict[str, Sheet] = {}
    for position in range(max(len(sheet.words) for sheet in sheets())):
        for sheet in sheets():
            if position < len(sheet.words):
                found.setdefault(sheet.words[position], sheet)
    return found


def choices(field: FieldPlan, own: Iterable[Code] = ()) -> dict[str, Bilingual]:
    """Return the values that an attribute is chosen from, with what people call them.

    Args:
        field: The attribute.
        own: The document's own codes.

    Returns:
        Value to label; empty if it is not chosen from a list.

    Example:
        >>> choices(plan_by_name(model.Organization)["ownership"])["public"].nl
        'publiek'
    """
    if field.kind == "closed":
        members = cast("type[ClosedList]", field.item)
        return {member.value: member.labels for member in members}
    if field.codes:
        return {
            code.code: Bilingual(code.nl, code.en or code.nl) for code in codes(field.codes, own).values()
        }
    if field.name in _TYPES:
        return {code: group.labels for code, group in reading().types.items()}
    return {choice: Bilingual(choice, choice) for choice in field.choices}
