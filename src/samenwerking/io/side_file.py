"""The private side file of one party: what it only discusses with itself, beside the file that is shared.

``name.private.json`` (or ``.private.yaml``, by hand) says per collaboration what is private of the owner's
own part in it, and the names of its own people. Nothing of another party has a place in it.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from samenwerking.io.discretion import QUOTED
from samenwerking.io.document import Document, TextProblem
from samenwerking.io.reader import READERS, LoadError, Source, document_of, schema_problem
from samenwerking.io.side_place import is_party, own_parts, place, suggestion
from samenwerking.io.side_record import belongs_in_shared_file, known_steps, side_file_class, told_of
from samenwerking.io.structure import Refused, structure
from samenwerking.io.write import json_text, write_text
from samenwerking.model import SCHEMA, Portfolio, UnknownId, people_of, pointer
from samenwerking.model.plan import PARTY
from samenwerking.model.record import HIDDEN, as_id, as_optional_id
from samenwerking.report import Finding, Report, make_finding
from samenwerking.vocabulary import Bilingual, field_name, record_label

SUFFIX = ".private.json"
_FOR_ITS_OWNER = 0o600


def private_to_dict(portfolio: Portfolio, owner: Any) -> dict[str, Any]:
    """Return the private content of one party as plain data, as its side file holds it.

    Args:
        portfolio: The portfolio.
        owner: The party, or its id.

    Returns:
        Data that :func:`read_private` takes.

    Raises:
        UnknownId: If the portfolio has no such party.

    Example:
        >>> from samenwerking.model import Canvas, Collaboration, Participation
        >>> canvas = Canvas(parties=[Participation(party="x", interests=["rust"])])
        >>> private_to_dict(Portfolio(collaborations=[Collaboration(id="c", name="C", canvas=canvas)]), "x")
        {'schema': 1, 'owner': 'x', 'collaborations': [{'id': 'c', 'interests': ['rust']}]}
    """
    party = as_id(owner)
    if not is_party(portfolio, party):
        near = suggestion(portfolio, party, PARTY)
        raise UnknownId(f"no party {party!r}" + (f"; did you mean {near!r}?" if near else ""))
    parts = {id_: told_of([part for _, part in own]) for id_, own in own_parts(portfolio, party).items()}
    people = people_of(portfolio, party)
    lists = {
        "collaborations": [{"id": id_, **entry} for id_, entries in parts.items() for entry in entries],
        "organizations": told_of([record for record in portfolio.organizations if record.id in people]),
    }
    return {"schema": SCHEMA, "owner": party, **{name: held for name, held in lists.items() if held}}


def save_private(portfolio: Portfolio, path: str | os.PathLike[str], owner: Any) -> None:
    """Write the side file of one party. The old file stays whole until the new one is on disk.

    With the portfolio itself saved under ``private="omit"`` nothing of the owner's content is lost. A new
    file can be read by its owner on this computer alone, where the system knows such permissions.

    Args:
        portfolio: The portfolio.
        path: A path ending in ``.private.json``, so that the name says what it is.
        owner: The party whose content it is, or its id.

    Raises:
        UnknownId: If the portfolio has no such party.
        ValueError: If the path does not end in ``.private.json``.
        OSError: If the file cannot be written; the old one is then as it was.

    Example:
        >>> import tempfile
        >>> from samenwerking.model import Organization
        >>> portfolio = Portfolio(organizations=[Organization(id="x", name="X")])
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     save_private(portfolio, f"{folder}/x.private.json", "x")
        ...     load_private(portfolio, f"{folder}/x.private.json") == portfolio
        True
    """
    if not os.fspath(path).casefold().endswith(SUFFIX):
        raise ValueError(f"the name of a private file ends in {SUFFIX}: {os.fspath(path)!r} does not")
    write_text(Path(path), json_text(private_to_dict(portfolio, owner)), new=_FOR_ITS_OWNER)


def read_private(
    portfolio: Portfolio, source: Source, *, owner: Any = None
) -> tuple[Portfolio | None, Report]:
    """Read the side file of one party into a portfolio and tell everything that is wrong with the file.

    What the file says takes the place of what the portfolio has; what it does not say stays. The result
    holds private content: give it to the owner only. Findings name places and ids, never content.

    Args:
        portfolio: The portfolio that is shared.
        source: A path (``.json``, ``.yaml``), an open file, bytes of JSON, or a dictionary.
        owner: The party whose file it must be, or its id; left out, it may be anyone's.

    Returns:
        The portfolio with the owner's private content, or ``None`` if not all of it could be placed, and
        the report.

    Raises:
        OSError: If a file cannot be opened.
        ImportError: If YAML is given and the extra ``yaml`` is not installed.
        TypeError: If the source is something else.

    Example:
        >>> from samenwerking.model import Organization
        >>> portfolio = Portfolio(organizations=[Organization(id="waterschap-x", name="X")])
        >>> result, report = read_private(portfolio, {"schema": 1, "owner": "waterschap"})
        >>> result is None, report.findings[0].hint("en")
        (True, "Did you mean 'waterschap-x'?")
    """
    document, file = document_of(source)
    told = [_without_content(document, problem) for problem in document.problems]
    result: Portfolio | None = None
    if isinstance(document.data, Mapping):
        wrong_schema = schema_problem(document.data)
        told += [wrong_schema] if wrong_schema else []
        if wrong_schema is None or wrong_schema.code != "SAM122":  # of another schema only that can be said
            try:
                said = structure(document.data, side_file_class())
            except Refused as refused:
                found = (TextProblem(p.code, p.params, path=p.path) for p in refused.problems)
                told += (_without_content(document, problem) for problem in found)
            else:
                result, problems = place(portfolio, said, as_optional_id(owner))
                result = None if told else result
                told += (TextProblem(p.code, p.params, path=p.path) for p in problems)
    elif not told:
        told.append(TextProblem("SAM105", {"got": HIDDEN}))
    items = sorted(_findings(document, told, file), key=lambda found: (found.line or 0, found.column or 0))
    return result, Report(items=items)


def load_private(portfolio: Portfolio, source: Source, *, owner: Any = None) -> Portfolio:
    """Load the side file of one party into a portfolio.

    Args:
        portfolio: The portfolio that is shared.
        source: A path (``.json``, ``.yaml``), an open file, bytes of JSON, or a dictionary.
        owner: The party whose file it must be, or its id; left out, it may be anyone's.

    Returns:
        The portfolio with the owner's private content: for the owner only.

    Raises:
        LoadError: If not all of it could be placed; carries the whole report.
        OSError: If a file cannot be opened.
        ImportError: If YAML is given and the extra ``yaml`` is not installed.
        TypeError: If the source is something else.

    Example:
        >>> from samenwerking.model import Canvas, Collaboration, Participation
        >>> canvas = Canvas(parties=[Participation(party="x"), Participation(party="y")])
        >>> shared = Portfolio(collaborations=[Collaboration(id="c", name="C", canvas=canvas)])
        >>> own = {"schema": 1, "owner": "x", "collaborations": [{"id": "c", "interests": ["rust"]}]}
        >>> [party.interests for party in load_private(shared, own)["c"].canvas.parties]
        [('rust',), ()]
    """
    result, report = read_private(portfolio, source, owner=owner)
    if result is None:
        raise LoadError(report)
    return result


def _without_content(document: Document, problem: TextProblem) -> TextProblem:
    """Return a problem as it may be told: with names of attributes, and nothing that the file says."""
    known, cls = known_steps(problem.path)
    place = problem.place or document.locate(problem.path)
    params = {name: HIDDEN if name in QUOTED else value for name, value in problem.params.items()}
    if problem.code == "SAM113":
        attribute = field_name(str(problem.path[-1])) or str(problem.path[-1])
        if belongs_in_shared_file(cls, attribute):
            return TextProblem("SAM131", {"key": attribute}, place, (*known, attribute))
        if "suggestion" in params:
            return TextProblem("SAM113", params, place, problem.path)
        record = Bilingual(record_label(cls.__name__, "nl"), record_label(cls.__name__, "en"))
        return TextProblem("SAM132", {"record": record, "allowed": params["allowed"]}, place, known)
    params.pop("suggestion", None)
    if problem.code == "SAM103" and known != problem.path:
        params["key"] = HIDDEN
    if problem.code == "SAM106":
        params["allowed"] = tuple(READERS)
    return TextProblem(problem.code, params, place, known)


def _findings(document: Document, told: list[TextProblem], file: str | None) -> Iterator[Finding]:
    for problem in told:
        line, column = problem.place or document.locate(problem.path) or (None, None)
        yield make_finding(
            problem.code,
            dict(problem.params),
            pointer=pointer(problem.path),
            field=next((step for step in reversed(problem.path) if isinstance(step, str)), None),
            file=file,
            line=line,
            column=column,
        )
