"""What a director takes to the table: the gearbox and the agenda as text, and the pictures as files."""

from typing import TYPE_CHECKING

from samenwerking.model import Portfolio
from samenwerking.rules import Diagnosis, agenda, diagnose
from samenwerking.vocabulary import Bilingual, Gear, Language

if TYPE_CHECKING:
    from samenwerking.display import Picture

_TEXTS = {
    "gear": Bilingual("Nu in: {gear}", "Now in: {gear}"),
    "state": Bilingual(
        "{gear}: {answered} beantwoord, {open} open, {blocked} in de weg, {later} later",
        "{gear}: {answered} answered, {open} open, {blocked} in the way, {later} later",
    ),
    "step_back": Bilingual(
        "Stap terug (wat als het er niet komt?): {open} open",
        "Step back (what if it does not come about?): {open} open",
    ),
    "may": Bilingual(
        "Er staat niets in de weg om op te schakelen.", "Nothing stands in the way of shifting up."
    ),
    "undecided": Bilingual(
        "Er staat niets in de weg. Wanneer is besloten om op te schakelen? Dat staat er nog niet.",
        "Nothing stands in the way. When was it decided to shift up? It is not there yet.",
    ),
    "may_not": Bilingual(
        "Opschakelen kan nog niet. Antwoorden die daarvoor nodig zijn: {n}.",
        "Shifting up is not possible yet. Answers that it takes: {n}.",
    ),
    "item": Bilingual("{n}. {question}\n   Wie: {who}. {why}", "{n}. {question}\n   Who: {who}. {why}"),
    "none": Bilingual("Er staan geen vragen open.", "No questions are open."),
}
# What can be drawn: of one collaboration, of a party in it, of a whole portfolio, or of nothing but a form.
OF_COLLABORATION = ("canvas", "conversation-sheet", "gearbox", "type-matrix")
OF_PARTY = ("party-sheet",)
OF_PORTFOLIO = ("map", "canvas-matrix", "coverage-matrix", "goal-tree", "atlas")
OF_NOTHING = ("blank-canvas",)
PICTURES = (*OF_COLLABORATION, *OF_PARTY, *OF_PORTFOLIO, *OF_NOTHING)


def _say(key: str, language: Language, **values: object) -> str:
    return _TEXTS[key].get(language).format(**values)


def diagnosis_text(diagnosis: Diagnosis, language: Language) -> str:
    """Return the gearbox of a collaboration as text.

    Args:
        diagnosis: The diagnosis.
        language: ``"nl"`` or ``"en"``.

    Returns:
        A line per gear, with the step back between the first and the second.

    Example:
        >>> from samenwerking.io import example
        >>> print(diagnosis_text(diagnose(example("draft"), "voorbeeldpolder"), "nl").splitlines()[1])
        Nu in: Kan
    """
    lines = [diagnosis.name, _say("gear", language, gear=diagnosis.gear.label(language))]
    for state in diagnosis.states:
        counts = {"answered": state.answered, "open": len(state.open), "later": state.later}
        gear = state.gear.label(language)
        lines.append("  " + _say("state", language, gear=gear, blocked=len(state.blocked), **counts))
        if state.gear is Gear.KAN:
            lines.append("  " + _say("step_back", language, open=len(diagnosis.step_back.open)))
    in_the_way = len(diagnosis.waiting) + sum(
        len(s.blocked) for s in diagnosis.states[: diagnosis.gear.order]
    )
    verdict = "may_not" if in_the_way else "may" if diagnosis.may_shift_up else "undecided"
    return "\n".join([*lines, _say(verdict, language, n=in_the_way)])


def agenda_text(diagnosis: Diagnosis, n: int, language: Language) -> str:
    """Return the best questions for the next meeting as text.

    Args:
        diagnosis: The diagnosis.
        n: How many questions, 1 or more.
        language: ``"nl"`` or ``"en"``.

    Returns:
        Numbered questions, each with who must answer and why now.

    Raises:
        ValueError: If ``n`` is less than 1.

    Example:
        >>> from samenwerking.io import example
        >>> agenda_text(diagnose(example("draft"), "voorbeeldpolder"), 3, "nl").count("Wie:")
        3
    """
    items = agenda(diagnosis, n)
    if not items:
        return _say("none", language)
    return "\n".join(
        _say(
            "item",
            language,
            n=number,
            question=item.question(language),
            who=item.who(language),
            why=item.why(language),
        )
        for number, item in enumerate(items, start=1)
    )


def picture(
    name: str, portfolio: Portfolio | None, id_: str | None, language: Language, party: str | None = None
) -> "Picture":
    """Return a picture by its name.

    Args:
        name: One of ``PICTURES``.
        portfolio: The portfolio; ``None`` for a blank canvas.
        id_: Id of the collaboration, or for a blank canvas the form, if it is known.
        language: ``"nl"`` or ``"en"``.
        party: Id of the party, for its own sheet.

    Returns:
        The picture.

    Raises:
        KeyError: If there is no such collaboration, or the party takes no part in it.
        TypeError: If the record is no collaboration, or none is named.
        ValueError: If there is no such form.

    Example:
        >>> picture("blank-canvas", None, "shared-goal", "nl").html is not None
        True
    """
    from samenwerking import display  # only whoever draws needs it

    if portfolio is None:
        return display.blank_canvas(id_, language=language)
    if name in OF_PORTFOLIO:
        draw = getattr(display, name.replace("-", "_"))
        drawn: Picture = draw(portfolio, language=language)
        return drawn
    if id_ is None:
        raise TypeError(name)
    if name == "gearbox":
        return display.gearbox(diagnose(portfolio, id_), language=language)
    if name == "canvas":
        return display.canvas(portfolio, id_, language=language)
    if name == "conversation-sheet":
        return display.conversation_sheet(portfolio, id_, language=language)
    if name in OF_PARTY:
        return display.party_sheet(portfolio, id_, party, language=language)
    return display.type_matrix(portfolio, id_, language=language)
