"""What a finding about a document may say: nothing of what is private, and no name of a person."""

from collections.abc import Mapping
from typing import Any

import attrs

from samenwerking.io.document import TextProblem
from samenwerking.model import KINDS, Portfolio
from samenwerking.model.plan import plan_by_name
from samenwerking.model.private import PERSONAL
from samenwerking.model.record import HIDDEN, Path
from samenwerking.vocabulary import OrganizationKind

# What of a message's values comes from the document itself.
QUOTED = ("got", "value", "alias", "tag")
_LISTS = {kind.list for kind in KINDS}
_KINDS = tuple(kind.value for kind in OrganizationKind)


def may_be_person(list_: str, said: Any) -> bool:
    """Say whether a record is a person, or an organization of a kind that cannot be read and so may be one.

    Args:
        list_: The list it stands in.
        said: What a document says of it.

    Returns:
        Whether its name may be private.

    Example:
        >>> [may_be_person("organizations", {"kind": kind}) for kind in ("person", "persoon", "group")]
        [True, True, False]
    """
    kind = said.get("kind", OrganizationKind.ORGANIZATION) if isinstance(said, Mapping) else None
    return list_ == "organizations" and (kind not in _KINDS or kind == OrganizationKind.PERSON)


def record_at(data: Any, path: Path) -> Any:
    """Return what a document says of the record that a path leads into.

    Args:
        data: The document.
        path: Keys and positions.

    Returns:
        What it says; ``None`` if there is no such record.

    Example:
        >>> record_at({"goals": [{"id": "g"}]}, ("goals", 0, "name"))
        {'id': 'g'}
    """
    match path:
        case (str(name), int(position), *_) if isinstance(data, Mapping) and name in _LISTS:
            items = data.get(name)  # of a key that stands there twice the other value may have been kept
            return items[position] if isinstance(items, (list, tuple)) and position < len(items) else None
    return None


def _private_place(data: Any, path: Path) -> Path | None:
    """Return the way to the private attribute, or the name that may be private, that a path leads into."""
    if path[2:3] and path[2] in PERSONAL and may_be_person(str(path[0]), record_at(data, path)):
        return path[:3]
    cls: type = Portfolio
    for n, step in enumerate(path, 1):
        if isinstance(step, str):
            field = plan_by_name(cls).get(step) if attrs.has(cls) else None
            if field is None or field.private:
                return path[:n] if field else None
            cls = field.item
    return None


def unquoted(data: Any, problem: TextProblem) -> TextProblem:
    """Return a problem that quotes nothing of what is private.

    Args:
        data: The document.
        problem: The problem.

    Returns:
        The problem, with words for *private* in place of values; its path ends at the private attribute.

    Example:
        >>> person = {"organizations": [{"id": "p", "kind": "person", "name": 5}]}
        >>> problem = TextProblem("SAM111", {"got": "a number (5)"}, path=("organizations", 0, "name"))
        >>> unquoted(person, problem).params["got"].en
        '(private)'
    """
    place = _private_place(data, problem.path)
    if place is None:
        return problem
    keyed = () if problem.path == place or problem.code != "SAM103" else ("key",)
    params = {name: HIDDEN if name in (*QUOTED, *keyed) else value for name, value in problem.params.items()}
    params.pop("suggestion", None)
    position = (step for step in problem.path[len(place) : len(place) + 1] if isinstance(step, int))
    return TextProblem(problem.code, params, problem.place, (*place, *position))


def subject(data: Any, path: Path) -> dict[str, str]:
    """Return which record a path leads into; not the name of a person.

    Args:
        data: The document.
        path: Keys and positions.

    Returns:
        ``subject`` and ``subject_name`` of a finding, as far as they are known and may be told.

    Example:
        >>> subject({"goals": [{"id": "g", "name": "Randen"}]}, ("goals", 0))
        {'subject': 'g', 'subject_name': 'Randen'}
    """
    said = record_at(data, path)
    if not isinstance(said, Mapping):
        return {}
    hidden = may_be_person(str(path[0]), said)
    known = {"subject": said.get("id"), "subject_name": None if hidden else said.get("name")}
    return {key: str(text) for key, text in known.items() if isinstance(text, str)}
