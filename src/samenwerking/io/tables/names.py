"""Which record a name means, and the id of a record that has a name only."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import attrs

from samenwerking.io.tables.grid import EMPTY, Cell, Trouble
from samenwerking.io.tables.sheets import Column, choices, fold
from samenwerking.io.tables.table import Row, Table
from samenwerking.io.tables.values import choice_words
from samenwerking.model import KINDS
from samenwerking.report import Param, shorten
from samenwerking.vocabulary import OrganizationKind

RowKey: TypeAlias = tuple[int, int]
_LONGEST_ID = 60
_PERSON = "persoon"
_NO_WORD = re.compile(r"[\W_]+")
_KIND_OF = {kind.list: kind.name for kind in KINDS}


def kebab(text: str) -> str:
    """Return a name as an id: small letters and digits with hyphens.

    Args:
        text: The name.

    Returns:
        The id; empty if the name has neither letter nor digit.

    Example:
        >>> kebab("Coöperatie 't Groene Hart (i.o.)")
        'cooperatie-t-groene-hart-i-o'
    """
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return _NO_WORD.sub("-", plain).strip("-")[:_LONGEST_ID].strip("-")


@attrs.define
class _Named:
    table: Table
    row: Row
    kind: str
    name: str
    id: str
    other: tuple[str, ...]
    person: bool

    @property
    def key(self) -> RowKey:
        return id(self.table), self.row.number


@attrs.define
class Names:
    """The ids and names of the records in tables.

    Args:
        tables: The tables.
        troubles: What is wrong with names, and which ids were made.
        persons: Ids of persons, whose names are private.
    """

    tables: Iterable[Table]
    troubles: list[Trouble] = attrs.field(factory=list)
    persons: set[str] = attrs.field(factory=set)
    _ids: dict[RowKey, str] = attrs.field(factory=dict)
    _kind_of_id: dict[str, str] = attrs.field(factory=dict)
    _named: dict[str, dict[str, list[str]]] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        found = [named for table in self.tables if table.sheet.identified for named in _read(table)]
        taken = {named.id for named in found if named.id}
        made: dict[int, list[str]] = {}
        first: dict[tuple[str, str], int] = {}
        for named in found:
            given = bool(named.id)
            if not given:
                named.id = _unique(
                    _PERSON if named.person else kebab(named.name) or named.kind, taken, named.person
                )
                taken.add(named.id)
                made.setdefault(id(named.table), []).append(named.id)
            self._learn(named)
            if named.name and not named.person:
                again = first.setdefault((named.kind, fold(named.name)), named.row.number)
                if again != named.row.number and not given:
                    self._tell_again(named, again)
        for table in self.tables:
            if ids := made.get(id(table)):
                params: dict[str, Param] = {"n": len(ids), "example": ids[0]}
                self.troubles.append(Trouble("SAM963", params, table.grid.place(table.heading), "id"))

    def _learn(self, named: _Named) -> None:
        self._ids[named.key] = named.id
        if named.person:
            self.persons.add(named.id)
        self._kind_of_id.setdefault(named.id, named.kind)
        meant = self._named.setdefault(named.kind, {})
        for word in {fold(word) for word in (named.id, named.name, *named.other) if word}:
            ids = meant.setdefault(word, [])
            if named.id not in ids:
                ids.append(named.id)

    def _tell_again(self, named: _Named, row: int) -> None:
        column = named.table.sheet.column("name")
        position = named.row.cells[column][0]
        params: dict[str, Param] = {"value": shorten(named.name), "row": row}
        self.troubles.append(
            Trouble("SAM964", params, named.table.grid.place(named.row.number, position), "name")
        )

    def id_of(self, table: Table, row: Row) -> str | None:
        """Return the id of the record of a row.

        Args:
            table: The table.
            row: The row.

        Returns:
            The id, as given or made; ``None`` for records without one.
        """
        return self._ids.get((id(table), row.number))

    def meant(self, text: str, kinds: Iterable[str]) -> list[str]:
        """Return the ids that a text may mean.

        Args:
            text: An id or a name.
            kinds: The kinds of record it may be.

        Returns:
            Ids: none, one, or more if the name is not of one record only. An id wins over a name; if no
            record of these kinds is called that, one of another kind.
        """
        wanted = tuple(kinds)
        if self._kind_of_id.get(text) in wanted:
            return [text]
        for among in (wanted, tuple(self._named)):
            ids = dict.fromkeys(
                id_ for kind in among for id_ in self._named.get(kind, {}).get(fold(text), ())
            )
            if ids:
                return list(ids)
        return []

    def rows_of(self, ids: Iterable[str]) -> Iterator[tuple[Table, Row]]:
        """Yield the rows of records.

        Args:
            ids: Their ids.

        Yields:
            Tables with rows.
        """
        wanted = set(ids)
        for table in self.tables:
            for row in table.rows:
                if self.id_of(table, row) in wanted:
                    yield table, row


def _unique(base: str, taken: set[str], numbered: bool) -> str:
    """Return an id that nothing has yet: a person's does not follow from the name, which is private."""
    number = 1
    candidate = f"{base}-1" if numbered else base
    while candidate in taken:
        number += 1
        candidate = f"{base}-{number}"
    return candidate


def _read(table: Table) -> Iterator[_Named]:
    sheet = table.sheet
    by_path = {column.path: column for column in table.columns.values()}
    people = sheet.list == "organizations"
    kinds = choice_words(choices(sheet.column("kind").field)) if "kind" in by_path and people else {}

    def text(row: Row, column: Column | None) -> str:
        cell: Cell = row.cells[column][1] if column else EMPTY
        return "" if cell.error else cell.text

    for row in table.rows:
        yield _Named(
            table=table,
            row=row,
            kind=_KIND_OF[sheet.list],
            name=text(row, by_path.get("name")),
            id=text(row, by_path.get("id")),
            other=tuple(word.strip() for word in text(row, by_path.get("aliases")).split(";")),
            person=_may_be_person(text(row, by_path.get("kind")), kinds),
        )


def _may_be_person(text: str, kinds: Mapping[str, str]) -> bool:
    """Say whether a record is a person, or of a kind that cannot be read and so may be one."""
    return bool(text and kinds) and kinds.get(fold(text), OrganizationKind.PERSON) == OrganizationKind.PERSON
