"""Where in a portfolio the parts of a private side file belong: with its owner, and nowhere else."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import attrs

from samenwerking.io.side_record import matched, merged, unclear
from samenwerking.model import KINDS, Collaboration, Organization, Participation, Portfolio
from samenwerking.model.integrity import MOST_SUGGESTIONS, nearest
from samenwerking.model.plan import PARTY
from samenwerking.model.private import PERSONAL, people_of
from samenwerking.model.record import HIDDEN, Path, Problem, labels
from samenwerking.model.references import walk
from samenwerking.report import Param

_LIST_OF = {kind.name: kind.list for kind in KINDS}
Position = tuple[int, int]


def own_parts(portfolio: Portfolio, party: str) -> dict[str, list[tuple[Position, Participation]]]:
    """Return the participations of a party, with their places.

    Args:
        portfolio: The portfolio.
        party: Id of the party.

    Returns:
        Per id of a collaboration: positions of collaboration and participation, and the participation.

    Example:
        >>> own_parts(Portfolio(), "x")
        {}
    """
    found: dict[str, list[tuple[Position, Participation]]] = {}
    for n, collaboration in enumerate(portfolio.collaborations):
        for m, participation in enumerate(collaboration.canvas.parties):
            if participation.party == party:
                found.setdefault(collaboration.id, []).append(((n, m), participation))
    return found


def _kinds(portfolio: Portfolio, id: str) -> set[str]:
    return {place.kind.name for place in portfolio.located(id)}


def is_party(portfolio: Portfolio, id: str) -> bool:
    """Say whether an id is that of whoever can be a party, or takes part although no record has it.

    Args:
        portfolio: The portfolio.
        id: An id.

    Returns:
        Whether it is.

    Example:
        >>> is_party(Portfolio(organizations=[Organization(id="x", name="X")]), "x")
        True
    """
    return bool(_kinds(portfolio, id) & set(PARTY) or portfolio.collaborations_of(id))


def suggestion(portfolio: Portfolio, value: str, kinds: Sequence[str]) -> str | None:
    """Return which record may be meant by a mistyped id; a private name suggests nothing.

    Args:
        portfolio: The portfolio.
        value: The id.
        kinds: Kinds of record, such as ``"organization"``.

    Returns:
        An id, or ``None`` if none is near.

    Example:
        >>> portfolio = Portfolio(organizations=[Organization(id="waterschap-x", name="X")])
        >>> suggestion(portfolio, "waterschap", ["organization"])
        'waterschap-x'
    """
    named: dict[str, str] = {}
    for place in portfolio.locations():
        if place.kind.name in kinds:
            record: Any = place.record
            hidden = record.private_fields if isinstance(record, Organization) else ()
            words = (record.id, "" if "name" in hidden else getattr(record, "name", ""))
            named |= {word.casefold(): record.id for word in words if word}
    return nearest(value, named)


@attrs.define
class _Placing:
    """Placing what one side file says in one portfolio; collects what cannot be placed."""

    portfolio: Portfolio
    said: Any
    problems: list[Problem] = attrs.field(factory=list)

    def tell(self, code: str, path: Path, **params: Param) -> None:
        self.problems.append(Problem(code, path, params))

    def unknown(self, value: str, path: Path, *kinds: str) -> None:
        asked = len(self.problems) < MOST_SUGGESTIONS
        near = suggestion(self.portfolio, value, kinds) if asked else None
        self.tell("SAM211", path, value=value, **({"suggestion": near} if near else {}))

    def owner(self, expected: str | None) -> None:
        owner, found = self.said.owner, _kinds(self.portfolio, self.said.owner)
        if expected is not None and owner != expected:
            self.tell("SAM133", ("owner",), value=owner, expected=expected)
        elif is_party(self.portfolio, owner):
            return
        elif found:
            allowed = tuple(labels(_LIST_OF[kind]) for kind in PARTY)
            self.tell("SAM202", ("owner",), value=owner, found=labels(_LIST_OF[min(found)]), lists=allowed)
        else:
            self.unknown(owner, ("owner",), *PARTY)

    def people(self) -> tuple[Organization, ...]:
        """Return the organizations, with the names of the owner's people."""
        records = list(self.portfolio.organizations)
        own = people_of(self.portfolio, self.said.owner)
        open_ = [n for n, record in enumerate(records) if record.id in own and not record.sources]
        entries = self.said.organizations
        for n, found in enumerate(matched(Organization, [records[at] for at in open_], entries)):
            entry, here = entries[n], ("organizations", n)
            if found is not None:
                given = {name: new for name in PERSONAL if (new := getattr(entry, name))}
                records[open_[found]] = attrs.evolve(records[open_[found]], **given)
            elif "organization" not in _kinds(self.portfolio, entry.id):
                self.unknown(entry.id, (*here, "id"), "organization")
            elif entry.id not in own:
                self.tell("SAM214", (*here, "id"), value=entry.id, owner=self.said.owner)
            elif any(record.sources for record in records if record.id == entry.id):
                self.tell("SAM131", (*here, "name"), key="name")
            else:
                self.problems.append(unclear(Organization, here))
        return tuple(records)

    def parts(self) -> tuple[Collaboration, ...]:
        """Return the collaborations, with what is private of the owner's own part in them."""
        own = own_parts(self.portfolio, self.said.owner)
        said: dict[str, list[int]] = defaultdict(list)
        for n, entry in enumerate(self.said.collaborations):
            said[entry.id].append(n)
        changed: dict[int, dict[int, Participation]] = defaultdict(dict)
        for id_, numbers in said.items():
            parts = own.get(id_, [])
            entries = [self.said.collaborations[n] for n in numbers]
            records = [part for _, part in parts]
            for n, found in zip(numbers, matched(Participation, records, entries), strict=True):
                here: Path = ("collaborations", n)
                if found is not None:
                    (row, column), part = parts[found]
                    changed[row][column] = merged(part, self.said.collaborations[n], here, self.problems)
                elif "collaboration" not in _kinds(self.portfolio, id_):
                    self.unknown(id_, (*here, "id"), "collaboration")
                elif not parts:
                    self.tell("SAM212", (*here, "id"), owner=self.said.owner, collaboration=id_)
                else:
                    self.problems.append(unclear(Participation, here))
        collaborations = list(self.portfolio.collaborations)
        for row, new in changed.items():
            canvas = collaborations[row].canvas
            parties = tuple(new.get(column, part) for column, part in enumerate(canvas.parties))
            collaborations[row] = attrs.evolve(
                collaborations[row], canvas=attrs.evolve(canvas, parties=parties)
            )
        return tuple(collaborations)

    def dangling(self) -> None:
        """Tell which private references lead nowhere; not where they lead."""
        for found in walk(self.said):
            if found.field.private and found.field.ref and not _kinds(self.portfolio, found.value):
                self.tell("SAM211", found.path, value=HIDDEN)


def place(
    portfolio: Portfolio, said: Any, expected: str | None = None
) -> tuple[Portfolio | None, list[Problem]]:
    """Return a portfolio with what a side file says.

    Args:
        portfolio: The portfolio.
        said: The side file, an instance of :func:`~samenwerking.io.side_record.side_file_class`.
        expected: Whose file it must be, if that is known.

    Returns:
        The portfolio, or ``None`` if something could not be placed, and everything that is wrong; private
        references that lead nowhere are told and placed all the same.
    """
    placing = _Placing(portfolio, said)
    placing.owner(expected)
    if placing.problems:
        return None, placing.problems
    people, parts = placing.people(), placing.parts()
    placed = bool(placing.problems)
    placing.dangling()
    result = None if placed else attrs.evolve(portfolio, organizations=people, collaborations=parts)
    return result, placing.problems
