"""The kinds of record that a portfolio holds, and how records are found in it."""

import attrs

from samenwerking.model.canvas import Collaboration
from samenwerking.model.goals import Goal
from samenwerking.model.identified import Identified
from samenwerking.model.organizations import Area, Organization, Partner, Supporter
from samenwerking.model.record import Path


@attrs.frozen
class RecordKind:
    """A kind of record that a portfolio holds.

    Args:
        name: The kind, as references name it.
        list: The attribute of the portfolio that holds them.
        cls: The class.
    """

    name: str
    list: str
    cls: type[Identified]


KINDS = (
    RecordKind("organization", "organizations", Organization),
    RecordKind("partner", "partners", Partner),
    RecordKind("supporter", "supporters", Supporter),
    RecordKind("area", "areas", Area),
    RecordKind("goal", "goals", Goal),
    RecordKind("collaboration", "collaborations", Collaboration),
)
KIND_OF = {kind.cls: kind for kind in KINDS}


@attrs.frozen
class Location:
    """Where a record stands in its portfolio.

    Args:
        kind: Its kind.
        position: Its place in the list, from 0.
        record: The record.
    """

    kind: RecordKind
    position: int
    record: Identified

    @property
    def path(self) -> Path:
        """The steps from the portfolio to the record."""
        return (self.kind.list, self.position)


@attrs.frozen
class Reference:
    """A place where one record points at another.

    Args:
        record: Id of the record that points.
        path: Where in that record.
        target: Id of the record it points at.
    """

    record: str
    path: Path
    target: str


class UnknownId(KeyError):
    """Raised for an id that the portfolio does not have, or has more than once.

    Args:
        message: What is the matter.
    """

    def __str__(self) -> str:
        return str(self.args[0])


def kind_of(record: object) -> RecordKind:
    """Return of which kind a record is.

    Args:
        record: A record of a portfolio.

    Returns:
        Its kind.

    Raises:
        TypeError: If a portfolio holds no such records.

    Example:
        >>> kind_of(Area(id="p", name="Polder")).list
        'areas'
    """
    kind = KIND_OF.get(type(record))  # type: ignore[arg-type]
    if kind is None:
        raise TypeError(f"a portfolio holds {', '.join(k.list for k in KINDS)}, not {type(record).__name__}")
    return kind
