"""What a canvas says, in words ready to be laid out on the front and in the appendix."""

import datetime

import attrs

from samenwerking.display.wording import (
    benefit_text,
    code_label,
    contribution_text,
    indicator_text,
    name_of,
    period_text,
    risk_texts,
    spoken,
    until_text,
)
from samenwerking.display.words import say
from samenwerking.model import Collaboration, Goal, Participation, Portfolio, Position
from samenwerking.rules.digest import agreed_by_now
from samenwerking.vocabulary import CodeList, Gear, GoalKind, Language, Reading

MOST_ON_FRONT = 8


@attrs.frozen(kw_only=True)
class PartyFacts:
    """One party as a row: what it brings, takes and risks, and until when.

    Args:
        letter: The letter by which its dot is known.
        name: What it is called.
        role: Its role.
        brings: What it brings.
        gets: What it takes out.
        risks: What it risks.
        until: Until when.
        considered: Whether it looked at its alternative.
        position: Where it sees the collaboration on the axes.
        agreed: When it agreed to the canvas as it is; empty if it did not.
    """

    letter: str
    name: str
    role: str = ""
    brings: tuple[str, ...] = ()
    gets: tuple[str, ...] = ()
    risks: tuple[str, ...] = ()
    until: str = ""
    considered: bool = False
    position: Position | None = None
    agreed: str = ""

    def cells(self) -> tuple[str, ...]:
        """Return the texts of the row, in the order of the columns."""
        return ("; ".join(self.brings), "; ".join(self.gets), "; ".join(self.risks), self.until)


@attrs.frozen(kw_only=True)
class GoalFacts:
    """One goal with what it is measured by.

    Args:
        name: The goal.
        kind: Its kind; empty for a shared goal.
        details: What it is measured by, and who leads it.
    """

    name: str
    kind: str = ""
    details: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class CanvasFacts:
    """What the front of a canvas shows.

    Args:
        name: What the collaboration is called.
        header: Label and value, in the order in which they are shown.
        gear: The present gear; ``None`` on an empty sheet.
        goals: The goals.
        purpose: What a network is there for.
        parties: The parties that take part.
    """

    name: str
    header: tuple[tuple[str, str], ...]
    gear: Gear | None
    goals: tuple[GoalFacts, ...] = ()
    purpose: str = ""
    parties: tuple[PartyFacts, ...] = ()


def letter(place: int) -> str:
    """Return the letter of a party by its place: A to Z, then A2 and on.

    Args:
        place: Its place, from 0.

    Returns:
        The letter.

    Example:
        >>> letter(0), letter(25), letter(26)
        ('A', 'Z', 'A2')
    """
    round_, rest = divmod(place, 26)
    return chr(ord("A") + rest) + (str(round_ + 1) if round_ else "")


def left_empty(collaboration: Collaboration, path: str, language: Language) -> str:
    """Return why a place on the canvas is empty on purpose.

    Args:
        collaboration: The collaboration.
        path: The place.
        language: ``"nl"`` or ``"en"``.

    Returns:
        The words for it; empty if nothing is said about it.

    Example:
        >>> left_empty(Collaboration(id="x", name="X"), "purpose", "nl")
        ''
    """
    reasons = (entry.reason for entry in collaboration.canvas.left_empty if entry.path == path)
    return next((say("left_empty", language, reason=reason) for reason in reasons), "")


def parties_now(collaboration: Collaboration, as_of: datetime.date) -> tuple[Participation, ...]:
    """Return who takes part, without those who certainly left.

    Args:
        collaboration: The collaboration.
        as_of: The day.

    Returns:
        Participations, in document order.

    Example:
        >>> parties_now(Collaboration(id="x", name="X"), datetime.date(2026, 1, 1))
        ()
    """
    return tuple(each for each in collaboration.canvas.parties if not each.period.ended(as_of))


def goal_facts(portfolio: Portfolio, id: str, language: Language) -> GoalFacts:
    """Return what a canvas shows of a goal.

    Args:
        portfolio: The portfolio.
        id: Id of the goal.
        language: ``"nl"`` or ``"en"``.

    Returns:
        The facts; only the id if the portfolio does not have the goal.

    Example:
        >>> goal_facts(Portfolio(), "randen", "nl").name
        'randen'
    """
    goal = portfolio.get(id)
    if not isinstance(goal, Goal):
        return GoalFacts(name=name_of(portfolio, id))
    details = [indicator_text(indicator, language) for indicator in goal.indicators]
    if goal.deadline and not any(indicator.deadline for indicator in goal.indicators):
        details.append(spoken(goal.deadline, language))
    if goal.lead:
        details.append(say("lead", language, party=name_of(portfolio, goal.lead)))
    kind = "" if goal.kind is GoalKind.SHARED else goal.kind.label(language)
    return GoalFacts(name=goal.name, kind=kind, details=tuple(details))


def _party(
    portfolio: Portfolio,
    collaboration: Collaboration,
    party: Participation,
    place: int,
    agreed: dict[str, str],
    language: Language,
) -> PartyFacts:
    known = collaboration.period

    def given(texts: tuple[str, ...], field: str) -> tuple[str, ...]:
        none = left_empty(collaboration, f"parties[{party.party}].{field}", language)
        return texts or ((none,) if none else ())

    return PartyFacts(
        letter=letter(place),
        name=name_of(portfolio, party.party),
        role=code_label(portfolio, CodeList.ROLE, party.role, language),
        brings=given(
            tuple(contribution_text(portfolio, c, language, known) for c in party.contributions),
            "contributions",
        ),
        gets=given(tuple(benefit_text(portfolio, b, language, known) for b in party.benefits), "benefits"),
        risks=given(tuple(risk_texts(portfolio, party, language)), "risks"),
        until=until_text(party, language),
        considered=party.alternative.considered is True,
        position=party.position,
        agreed=agreed.get(party.party, ""),
    )


def _agreed(
    portfolio: Portfolio, collaboration: Collaboration, day: datetime.date, language: Language
) -> tuple[str, dict[str, str]]:
    """Return what the header says of agreement, and on which day each party agreed to what is there now."""
    past = (each for each in collaboration.canvas.agreements if each.on.first <= day)
    agreements = tuple(sorted(past, key=lambda each: (each.on.first, each.on.iso)))
    if not agreements:
        return "", {}
    canvas = attrs.evolve(collaboration.canvas, agreements=agreements)
    holding, changed = agreed_by_now(portfolio, attrs.evolve(collaboration, canvas=canvas))
    if changed is not None:
        return say("changed", language, date=spoken(changed, language)), {}
    days = {
        party: spoken(each.on, language) for each in agreements for party in each.parties if party in holding
    }
    last = spoken(agreements[-1].on, language)
    here = {each.party for each in parties_now(collaboration, day)}
    if here <= holding:
        return last, days
    return say("agreed_some", language, date=last, n=len(here & holding), total=len(here)), days


def type_text(collaboration: Collaboration, reading: Reading, language: Language) -> str:
    """Return the form of a collaboration, or its type while the form is open.

    Args:
        collaboration: The collaboration.
        reading: The reading, for the type.
        language: ``"nl"`` or ``"en"``.

    Returns:
        Its label; empty if neither is known.

    Example:
        >>> from samenwerking.vocabulary import reading
        >>> type_text(Collaboration(id="x", name="X"), reading(), "nl")
        ''
    """
    form, type_ = collaboration.canvas.form, collaboration.canvas.type or ""
    if form:
        return form.label(language)
    return reading.type_labels(type_).get(language) if type_ in reading.types else type_


def director_text(portfolio: Portfolio, collaboration: Collaboration) -> str:
    """Return where the director works and in which role; never who it is.

    Args:
        portfolio: The portfolio.
        collaboration: The collaboration.

    Returns:
        Organization and role; empty if neither is known.

    Example:
        >>> director_text(Portfolio(), Collaboration(id="x", name="X"))
        ''
    """
    director = collaboration.canvas.setup.director
    if director is None:
        return ""
    where, role = name_of(portfolio, director.organization), director.role
    return f"{where} ({role})" if where and role else where or role


def canvas_facts(
    portfolio: Portfolio, id: str, as_of: datetime.date, reading: Reading, language: Language
) -> CanvasFacts:
    """Return what the front of the canvas of a collaboration shows.

    Args:
        portfolio: A portfolio as :func:`samenwerking.display.wording.shareable` gives it.
        id: Id of the collaboration.
        as_of: The day for which it holds.
        reading: The reading.
        language: ``"nl"`` or ``"en"``.

    Returns:
        The facts.

    Raises:
        KeyError: If there is no such record.
        TypeError: If the record is no collaboration.

    Example:
        >>> from samenwerking.vocabulary import reading
        >>> portfolio = Portfolio(collaborations=[Collaboration(id="x", name="X")])
        >>> canvas_facts(portfolio, "x", datetime.date(2026, 1, 1), reading(), "nl").gear.value
        'kan'
    """
    collaboration = portfolio.collaboration(id)
    agreed, days = _agreed(portfolio, collaboration, as_of, language)
    areas = ", ".join(name_of(portfolio, area) for area in collaboration.areas)
    header = (
        (say("area", language), areas),
        (say("period", language), period_text(collaboration.period, language)),
        (say("type", language), type_text(collaboration, reading, language)),
        (say("director", language), director_text(portfolio, collaboration)),
        (say("date", language), spoken(as_of, language)),
        (say("agreed", language), agreed or say("not_agreed", language)),
    )
    return CanvasFacts(
        name=collaboration.name,
        header=header,
        gear=collaboration.current_gear,
        goals=tuple(goal_facts(portfolio, goal, language) for goal in collaboration.canvas.goals),
        purpose=collaboration.canvas.purpose,
        parties=tuple(
            _party(portfolio, collaboration, each, place, days, language)
            for place, each in enumerate(parties_now(collaboration, as_of))
        ),
    )


def blank_facts(language: Language, form: str = "") -> CanvasFacts:
    """Return the front of a canvas on which nothing stands yet.

    Args:
        language: ``"nl"`` or ``"en"``.
        form: What the form is called, if it is known.

    Returns:
        The facts: labels without values, and empty rows for the parties.

    Example:
        >>> len(blank_facts("nl").parties)
        8
    """
    labels = ("area", "period", "type", "director", "date", "agreed")
    return CanvasFacts(
        name="",
        header=tuple((say(label, language), form if label == "type" else "") for label in labels),
        gear=None,
        parties=tuple(PartyFacts(letter=letter(place), name="") for place in range(MOST_ON_FRONT)),
    )
