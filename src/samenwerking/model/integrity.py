"""Whether a portfolio hangs together: ids, references, codes and places left empty (``SAM2xx``)."""

import difflib
from collections.abc import Collection, Iterable, Iterator
from typing import Any

import attrs

from samenwerking.model.canvas import Collaboration
from samenwerking.model.kinds import KIND_OF, KINDS, Location
from samenwerking.model.organizations import Organization
from samenwerking.model.paths import PathError, field_at, places
from samenwerking.model.portfolio import Portfolio
from samenwerking.model.record import Path, labels, shown
from samenwerking.model.references import Found, walk
from samenwerking.report import Finding, Param, Report, make_finding
from samenwerking.vocabulary import Code, CodeList, Outcome, codes

# Looking for what may have been meant compares a value with every id: only so often per document.
MOST_SUGGESTIONS = 200
_LIST_OF = {kind.name: kind.list for kind in KINDS}
_UPWARD = {"organization": "part_of", "area": "part_of", "collaboration": "parent"}


def pointer(path: Iterable[str | int]) -> str:
    """Return a path as JSON Pointer (RFC 6901).

    Args:
        path: Keys and positions.

    Returns:
        The pointer.

    Example:
        >>> pointer(("goals", 0, "a/b"))
        '/goals/0/a~1b'
    """
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def nearest(value: str, candidates: dict[str, str]) -> str | None:
    """Return what a mistyped value may have meant.

    Args:
        value: The value.
        candidates: What people may write (casefolded) to the value it stands for.

    Returns:
        The value of the nearest candidate, or ``None`` if none is near.

    Example:
        >>> nearest("Wtarschap", {"waterschap": "waterschap"})
        'waterschap'
    """
    folded = value.casefold().strip()
    near = difflib.get_close_matches(folded[:100], candidates, n=1, cutoff=0.6)
    return candidates[near[0]] if near else None


@attrs.define
class _Inspection:
    """One inspection of one portfolio: collects findings and counts what was fine."""

    portfolio: Portfolio
    declared: Collection[str]
    findings: list[Finding] = attrs.field(factory=list)
    known: dict[CodeList, dict[str, Code]] = attrs.field(factory=dict)
    fine: int = 0
    suggestions: int = 0

    def tell(self, code: str, place: Location | None, path: Path, params: dict[str, Param]) -> None:
        record: Any = place.record if place else None
        hidden = isinstance(record, Organization) and bool(record.private_fields)
        field = next((step for step in reversed(path) if isinstance(step, str)), None)
        self.findings.append(
            make_finding(
                code,
                params,
                pointer=pointer((*(place.path if place else ()), *path)),
                subject=record.id if record else None,
                subject_name="" if hidden else getattr(record, "name", None) or "",
                field=field,
            )
        )

    def suggest(self, value: str, candidates: dict[str, str]) -> dict[str, Param]:
        self.suggestions += 1
        meant = nearest(value, candidates) if self.suggestions <= MOST_SUGGESTIONS else None
        return {"suggestion": meant} if meant else {}

    def run(self) -> Report:
        self.ids()
        self.own_codes()
        names: dict[tuple[str, ...], dict[str, str]] = {}
        lists: dict[CodeList, dict[str, str]] = {}
        if self.portfolio.coalition is not None:
            field = field_at("portfolio.coalition")
            self.reference(None, Found(("coalition",), field, self.portfolio.coalition), names)
        for place in self.portfolio.locations():
            for found in walk(place.record):
                if found.field.ref:
                    self.reference(place, found, names)
                else:
                    self.code(place, found, lists)
            if isinstance(place.record, Collaboration):
                self.left_empty(place, place.record)
        self.circles()
        return Report(
            items=tuple(self.findings),
            outcomes={Outcome.PASSED: self.fine, Outcome.FAILED: len(self.findings)},
            records=tuple((kind.list, len(getattr(self.portfolio, kind.list))) for kind in KINDS),
        )

    def ids(self) -> None:
        seen: set[str] = set()
        for place in self.portfolio.locations():
            id_ = place.record.id
            if id_ is None or id_ in seen:
                continue
            seen.add(id_)
            found = self.portfolio.located(id_)
            if len(found) == 1:
                self.fine += 1
                continue
            where = tuple(pointer(each.path) for each in found)
            self.tell("SAM203", found[1], ("id",), {"value": id_, "n": len(found), "places": where})

    def codes(self, list_: CodeList) -> dict[str, Code]:
        if list_ not in self.known:
            self.known[list_] = dict(codes(list_))
        return self.known[list_]

    def own_codes(self) -> None:
        for position, code in enumerate(self.portfolio.codes):
            if code is None or code.code is None or code.list is None:
                continue
            if code.code in self.codes(code.list):
                params: dict[str, Param] = {"value": code.code, "list": code.list.labels}
                self.tell("SAM207", None, ("codes", position, "code"), params)
            else:
                self.fine += 1
                self.codes(code.list)[code.code] = code

    def reference(
        self, place: Location | None, found: Found, names: dict[tuple[str, ...], dict[str, str]]
    ) -> None:
        targets = self.portfolio.located(found.value)
        kinds = {KIND_OF[type(target.record)].name for target in targets}
        if kinds & set(found.field.ref) or (not kinds and found.value in self.declared):
            self.fine += 1
            return
        allowed = tuple(labels(_LIST_OF[kind]) for kind in found.field.ref)
        params: dict[str, Param] = {"value": shown(found.field, found.value), "lists": allowed}
        if kinds:
            params["found"] = labels(_LIST_OF[min(kinds)])
            self.tell("SAM202", place, found.path, params)
            return
        if found.field.private:
            self.tell("SAM201", place, found.path, params)
            return
        known = names.get(found.field.ref)
        if known is None:
            known = names[found.field.ref] = dict(self._names(found.field.ref))
        self.tell("SAM201", place, found.path, params | self.suggest(found.value, known))

    def _names(self, kinds: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        for place in self.portfolio.locations():
            if place.kind.name in kinds and place.record.id is not None:
                hidden = isinstance(place.record, Organization) and place.record.private_fields
                if not hidden and (name := getattr(place.record, "name", None)):
                    yield name.casefold(), place.record.id
                yield place.record.id.casefold(), place.record.id

    def code(
        self,
        place: Location,
        found: Found,
        lists: dict[CodeList, dict[str, str]],
    ) -> None:
        list_ = found.field.codes
        assert list_ is not None  # the walker yields references and codes only
        known = self.codes(list_)
        if found.value in known:
            self.fine += 1
            return
        candidates = lists.get(list_)
        if candidates is None:
            candidates = lists[list_] = {
                text.casefold(): code.code
                for code in known.values()
                for text in (code.nl, code.en, code.code)
                if text
            }
        params: dict[str, Param] = {"value": found.value, "list": list_.labels}
        self.tell("SAM204", place, found.path, params | self.suggest(found.value, candidates))

    def left_empty(self, place: Location, collaboration: Collaboration) -> None:
        for position, entry in enumerate(collaboration.canvas.left_empty):
            if entry is None or entry.path is None:
                continue
            where: Path = ("canvas", "left_empty", position, "path")
            params: dict[str, Param] = {"value": entry.path}
            try:
                found = places(self.portfolio, collaboration, entry.path)
            except PathError as error:
                meant: dict[str, Param] = {"suggestion": error.suggestion} if error.suggestion else {}
                self.tell("SAM206", place, where, params | meant)
                continue
            if not found:
                self.tell("SAM206", place, where, params)
            elif not all(each.empty for each in found):
                self.tell("SAM208", place, where, params)
            else:
                self.fine += 1

    def circles(self) -> None:
        for kind, attribute in _UPWARD.items():
            above = {
                place.record.id: (getattr(place.record, attribute), place)
                for place in self.portfolio.locations()
                if place.kind.name == kind and place.record.id is not None
            }
            settled: set[str] = set()
            for start in above:
                trail: dict[str, None] = {}
                id_: str | None = start
                while id_ in above and id_ not in settled and id_ not in trail:
                    trail[id_] = None
                    id_ = above[id_][0]
                if id_ in trail:
                    circle = list(trail)[list(trail).index(id_) :]
                    first = circle.index(min(circle))  # the same circle, whatever the order of the records
                    id_, *rest = circle[first:] + circle[:first]
                    params: dict[str, Param] = {
                        "field": labels(attribute),
                        "value": id_,
                        "places": " → ".join([id_, *rest, id_]),
                    }
                    self.tell("SAM205", above[id_][1], (attribute,), params)
                settled.update(trail)


def inspect(portfolio: Portfolio, *, declared: Collection[str] = ()) -> Report:
    """Return whether a portfolio hangs together.

    Args:
        portfolio: The portfolio.
        declared: Ids that exist although their records could not be read.

    Returns:
        Findings ``SAM2xx``, and how many ids, references and codes were looked at.

    Example:
        >>> from samenwerking.model import Goal, Portfolio
        >>> goal = Goal(id="g", name="G", kind="own", lead="nobody")
        >>> [f.code for f in inspect(Portfolio(goals=[goal]))]
        ['SAM201']
    """
    return _Inspection(portfolio, declared).run()
