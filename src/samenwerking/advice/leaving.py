"""What falls away when a party leaves, as far as the canvas tells."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

import attrs

from samenwerking.advice.case import Case, Day, open_case
from samenwerking.advice.wording import both, fill, load, say, word
from samenwerking.model import Contribution, Goal, Organization, Place, Portfolio, is_empty
from samenwerking.model.record import as_id
from samenwerking.report import Param
from samenwerking.vocabulary import Bilingual, CanvasTopic, CodeList, Language, Mark, Reading

_ROWS: tuple[Mapping[str, Any], ...] = tuple(load("impact"))
_ORDER = {row["code"]: place for place, row in enumerate(_ROWS)}
_LEAST_PARTIES = "KAN121"  # the rule that holds how many parties a form needs at least


@attrs.frozen(kw_only=True)
class Loss:
    """One thing that falls away, or that someone has to take over.

    Args:
        code: What sort of thing, such as ``goal-without-lead``.
        topic: The topic of the canvas that it belongs to.
        text: What it is, in a sentence or two.
        path: Where on the canvas it stands; the first place, if it stands in several.
        evidence: All places where it stands, in alphabetical order.
    """

    code: str
    topic: CanvasTopic
    text: Bilingual
    path: str
    evidence: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Impact:
    """What falls away when a party leaves a collaboration.

    Args:
        collaboration: Id of the collaboration.
        name: What it is called.
        party: Id of the party.
        party_name: What it is called.
        losses: What falls away, by topic of the canvas.
        marks: Where this comes from.

    Example:
        >>> from samenwerking.io import example
        >>> found = impact(example("transaction-distant"), "aanleg-houtwallen", "gemeente-fabelveen")
        >>> found.losses[0].text.en
        'Contribution in money: of € 186,000, € 161,000 has come in already, and € 25,000 falls away.'
    """

    collaboration: str
    name: str
    party: str
    party_name: str
    losses: tuple[Loss, ...]
    marks: tuple[Mark, ...] = (Mark.OWN,)

    def text(self, language: Language = "nl") -> str:
        """Return what falls away as people read it.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            Lines of text, without a newline at the end.

        Raises:
            ValueError: If the language is neither.

        Example:
            >>> from samenwerking.io import example
            >>> found = impact(example("draft"), "voorbeeldpolder", "waterschap-voorbeeld")
            >>> print(found.text("en").splitlines()[0])
            What falls away if Waterschap Voorbeeld leaves Voorbeeldpolder?
        """
        return "\n".join(_lines(self, language))


def _lines(found: Impact, language: Language) -> Iterator[str]:
    yield word("impact_title", language, party=found.party_name, name=found.name)
    for topic in CanvasTopic:
        losses = [loss for loss in found.losses if loss.topic is topic]
        if losses:
            yield from ("", topic.label(language))
            yield from (f"- {loss.text.get(language)}" for loss in losses)
    if not found.losses:
        yield word("no_impact", language)
    yield from ("", word("only_canvas", language))


@attrs.frozen
class _Leaving:
    """A case with the party that leaves."""

    case: Case
    party: str

    def loss(self, code: str, paths: Iterable[str], **values: Param) -> Loss:
        row = _ROWS[_ORDER[code]]
        where = tuple(sorted(set(paths)))
        return Loss(
            code=code,
            topic=CanvasTopic(row["topic"]),
            text=fill(both(row), party=self.case.name(self.party), **values),
            path=where[0],
            evidence=where,
        )

    def called(self, item: Any) -> Param:
        """Return what people call an item of the canvas."""
        for name in ("name", "text", "result", "description"):
            if text := getattr(item, name, ""):
                return str(text)
        named = getattr(item, "party", None) or getattr(item, "person", None)
        if named:
            return self.case.name(named)
        return self.case.label(CodeList.BENEFIT_KIND, getattr(item, "kind", None))


def _kind(case: Case, code: str | None) -> Bilingual:
    return case.label(CodeList.CONTRIBUTION_KIND, code) if code else say("means")


def _ids(item: Any, path: str) -> set[str]:
    """Return the ids to which an item refers along a path within it."""
    values = [item]
    for step in path.replace("[]", "").split("."):
        held = [getattr(value, step) for value in values]
        flat = [each for value in held for each in (value if isinstance(value, tuple) else (value,))]
        values = [each for each in flat if each is not None]
    return set(values)


def _employers(case: Case, people: set[str]) -> set[str]:
    found = (case.portfolio.get(id_) for id_ in people)
    return {each.part_of for each in found if isinstance(each, Organization) and each.part_of}


def _referring(leaving: _Leaving, row: Mapping[str, Any]) -> Iterator[tuple[Place, Any, str]]:
    """Yield the items in which the party is named so that something falls away, each with the reference."""
    least, most = row.get("others", (0, None))
    for place in leaving.case.places(row["group"]):
        item = place.value
        if isinstance(item, str):  # the id of a goal, or of what should have been one
            found = leaving.case.portfolio.get(item)
            item = found if isinstance(found, Goal) else None
        if item is None or ("unless" in row and not is_empty(getattr(item, row["unless"]))):
            continue
        for ref in row["refs"]:
            ids = _ids(item, ref)
            if row.get("employers"):
                ids |= _employers(leaving.case, ids)
            others = len(ids - {leaving.party})
            if leaving.party in ids and least <= others and (most is None or others <= most):
                yield place, item, ref
                break  # a director who is the party in two ways is still one director


def _named(leaving: _Leaving, row: Mapping[str, Any]) -> Iterator[Loss]:
    """Yield what falls away because the canvas names the party somewhere."""
    found = [(f"{place.path}.{ref.partition('[')[0]}", item) for place, item, ref in _referring(leaving, row)]
    if row.get("together"):
        if found:
            yield leaving.loss(row["code"], [path for path, _ in found])
        return
    for path, item in found:
        others = {id_ for ref in row.get("with", ()) for id_ in _ids(item, ref)}
        values: dict[str, Param] = {"what": leaving.called(item), "others": leaving.case.names(others)}
        yield leaving.loss(row["code"], [path], **values)


def _own(leaving: _Leaving, row: Mapping[str, Any]) -> Iterator[Loss]:
    """Yield what falls away because it stands with the party itself."""
    places = leaving.case.places(f"parties[{leaving.party}].{row['own']}")
    found = [
        place
        for place in places
        if place.value is not None and ("if" not in row or getattr(place.value, row["if"]) is not None)
    ]
    names = sorted({str(leaving.called(place.value)) for place in found}, key=lambda n: (n.casefold(), n))
    if row.get("together"):
        if found:
            yield leaving.loss(row["code"], [place.path for place in found], what=tuple(names))
        return
    for place in found:
        yield leaving.loss(row["code"], [place.path], what=leaving.called(place.value))


def _amount(amount: Decimal, unit: str) -> Bilingual:
    return say("money", amount=amount) if unit == "EUR" else say("quantity", amount=amount, unit=unit)


def _contributions(leaving: _Leaving) -> Iterator[Loss]:
    path = [f"parties[{leaving.party}].contributions"]
    own: list[Contribution] = [place.value for place in leaving.case.places(f"{path[0]}[]")]
    sums: dict[tuple[str, str], list[Contribution]] = {}
    for each in own:
        kind = _kind(leaving.case, each.kind)
        if each.amount is None:
            yield leaving.loss("contribution", path, what=each.description or kind)
        else:
            sums.setdefault((each.kind or "", each.unit), []).append(each)
    for (code, unit), alike in sums.items():
        pledged = sum((each.amount for each in alike if each.amount is not None), Decimal())
        delivered = sum((part.amount for each in alike for part in each.deliveries), Decimal())
        values: dict[str, Param] = {
            "kind": _kind(leaving.case, code),
            "amount": _amount(pledged - delivered, unit),
            "pledged": _amount(pledged, unit),
            "delivered": _amount(delivered, unit),
        }
        if pledged > delivered:
            yield leaving.loss("amount-partly-in" if delivered else "amount", path, **values)


def _lonely_goals(leaving: _Leaving) -> Iterator[Loss]:
    for goal in leaving.case.goals:
        if leaving.case.serving.get(goal.id) == frozenset({leaving.party}):
            yield leaving.loss("goal-without-contribution", [f"goals[{goal.id}]"], what=goal.name)


def _too_few(leaving: _Leaving) -> Iterator[Loss]:
    case = leaving.case
    rule = case.reading.rules.get(_LEAST_PARTIES)
    least = rule.thresholds.get(case.canvas.form) if rule and case.canvas.form else None
    now = len(case.party_ids)
    # where others take part that are not listed, nobody can tell how many are left
    if least is not None and now - 1 < least <= now and case.collaboration.parties_complete is not False:
        form = case.canvas.form.labels if case.canvas.form else ""
        yield leaving.loss("too-few-parties", ["parties"], form=form, left=now - 1, least=int(least))


def _beneath(leaving: _Leaving) -> Iterator[Loss]:
    portfolio, whole = leaving.case.portfolio, leaving.case.collaboration.id
    for part in portfolio.collaborations:
        if part.parent == whole and leaving.party in {each.party for each in part.canvas.parties}:
            yield leaving.loss("beneath", [part.id], what=part.name)


def _by_topic(loss: Loss) -> tuple[Any, ...]:
    return (list(CanvasTopic).index(loss.topic), _ORDER[loss.code], loss.path, loss.text.nl, loss.text.en)


def impact(
    portfolio: Portfolio,
    collaboration: Any,
    party: Any,
    *,
    reading: Reading | None = None,
    as_of: Day | None = None,
) -> Impact:
    """Tell what falls away when a party leaves a collaboration.

    Contributions, goals that nobody then leads, endorses or contributes to, obligations on either side,
    tasks, decisions, signatures, representatives and mandates, the director, risks, upkeep, the checker,
    bodies that become too small, and parts beneath. What others share in goes on and is not told; what has
    come in already does not fall away. Only what stands on the canvas is seen.

    Args:
        portfolio: The portfolio. Private content is not looked at.
        collaboration: The collaboration or its id.
        party: The party that leaves, or its id.
        reading: The reading, for how many parties a form needs; the shipped one if left out.
        as_of: A day; who had certainly left by then does not count. Without it everyone counts.

    Returns:
        What falls away.

    Raises:
        UnknownId: If there is no such collaboration.
        TypeError: If the record is no collaboration.
        ValueError: If the party does not take part, or ``as_of`` is no day.

    Example:
        >>> from samenwerking.io import example
        >>> portfolio = example("shared-goal")
        >>> found = impact(portfolio, "gebiedsproces-bedachte-polder", "natuurvereniging-denkbeeld")
        >>> [loss.text.en for loss in found.losses if loss.code == "task-unanswered"]
        ["Nobody is then accountable for the task 'telling'. Who will be?"]
    """
    case = open_case(portfolio, collaboration, reading, as_of)
    leaving = _Leaving(case, as_id(party))
    if leaving.party not in case.party_ids:
        there = ", ".join(map(repr, case.party_ids)) or "nobody"
        raise ValueError(f"{leaving.party!r} takes no part in {case.collaboration.id!r}; {there} does")
    losses = [*_contributions(leaving), *_lonely_goals(leaving), *_too_few(leaving), *_beneath(leaving)]
    for row in _ROWS:
        losses += _named(leaving, row) if "group" in row else _own(leaving, row) if "own" in row else ()
    return Impact(
        collaboration=case.collaboration.id,
        name=case.name(case.collaboration.id),
        party=leaving.party,
        party_name=case.name(leaving.party),
        losses=tuple(sorted(losses, key=_by_topic)),
    )
