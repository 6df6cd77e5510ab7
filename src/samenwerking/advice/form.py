"""Which form fits: all forms in a row, with what speaks for and against each, and what is not to be seen."""

from collections.abc import Iterator
from typing import Any

import attrs

from samenwerking.advice.case import Case, Day, open_case
from samenwerking.advice.signals import Signal, Verdict, read_signals
from samenwerking.advice.wording import fact, word
from samenwerking.model import Portfolio
from samenwerking.vocabulary import Bilingual, Form, Language, Mark, Reading

# One signal is no pattern: so many must speak for a form before it is suggested.
_ENOUGH: int = fact("enough_signals")


@attrs.frozen(kw_only=True)
class RankedForm:
    """One form, with what the canvas says about it.

    Args:
        form: The form.
        type: Code of the type that it belongs to in the reading.
        place: Its place, from 1; forms about which as much is said share a place.
        speaks_for: The signals that speak for it.
        speaks_against: The signals that speak against it.
        unknown: The signals that would say something about it, but cannot be told.

    Example:
        >>> from samenwerking.io import example
        >>> first = advise_form(example("shared-goal"), "gebiedsproces-bedachte-polder").ranking[0]
        >>> first.form.value, [signal.code for signal in first.speaks_for]
        ('shared-goal', ['s1', 's2', 's3', 's5'])
    """

    form: Form
    type: str
    place: int
    speaks_for: tuple[Signal, ...]
    speaks_against: tuple[Signal, ...]
    unknown: tuple[Signal, ...]

    @property
    def balance(self) -> int:
        """How many more signals speak for it than against it."""
        return len(self.speaks_for) - len(self.speaks_against)


@attrs.frozen(kw_only=True)
class FormAdvice:
    """All forms in a row, with reasons. What the parties chose counts; a difference is told, not judged.

    Args:
        collaboration: Id of the collaboration.
        name: What it is called.
        declared: The form that was chosen, if one was.
        declared_type: What the type is called that was chosen while the form is open.
        signals: What the canvas shows, in order of their codes.
        ranking: Every form once, the one that fits best first.
        suggested: The form to which the signals point; ``None`` while they do not tell.
        suggested_type: What the type is called to which all forms belong that fit best; ``None`` while the
            signals do not tell.
        firm: Whether no answer to what cannot be told yet would put another form beside or before it.
        marks: Where the advice comes from.

    Example:
        >>> from samenwerking.io import example
        >>> advice = advise_form(example("draft"), "voorbeeldpolder")
        >>> advice.undecided, len(advice.questions)
        (True, 8)
    """

    collaboration: str
    name: str
    declared: Form | None
    declared_type: Bilingual | None
    signals: tuple[Signal, ...]
    ranking: tuple[RankedForm, ...]
    suggested: Form | None
    suggested_type: Bilingual | None
    firm: bool
    marks: tuple[Mark, ...] = (Mark.OWN,)

    @property
    def form(self) -> Form | None:
        """The form that counts: the one chosen, else the one to which the signals point."""
        return self.declared or self.suggested

    @property
    def undecided(self) -> bool:
        """Whether the signals do not point to one form."""
        return self.suggested is None

    @property
    def differs(self) -> bool:
        """Whether the signals point to another form than the one chosen."""
        return None not in (self.declared, self.suggested) and self.declared is not self.suggested

    @property
    def questions(self) -> tuple[Bilingual, ...]:
        """What to ask about the signals that cannot be told yet."""
        return tuple(signal.text for signal in self.signals if signal.holds is None)

    def text(self, language: Language = "nl") -> str:
        """Return the advice as people read it.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            Lines of text, without a newline at the end.

        Raises:
            ValueError: If the language is neither.

        Example:
            >>> from samenwerking.io import example
            >>> print(advise_form(example("draft"), "voorbeeldpolder").text("en").splitlines()[0])
            Which form fits Voorbeeldpolder?
        """
        return "\n".join(_lines(self, language))


def _lines(advice: FormAdvice, language: Language) -> Iterator[str]:
    yield word("form_title", language, name=advice.name)
    yield " ".join(_opening(advice, language))
    if seen := [signal for signal in advice.signals if signal.holds is not None]:
        yield from ("", word("seen", language))
        yield from (f"- {signal.text.get(language)}" for signal in seen)
        yield from ("", word("per_form", language))
    for ranked in advice.ranking if seen else ():
        yield f"{ranked.place}. {ranked.form.label(language)}"
        said = (("for", ranked.speaks_for), ("against", ranked.speaks_against))
        for key, signals in said:
            if signals:
                yield f"   {word(key, language, what=tuple(signal.short for signal in signals))}"
        if not any(signals for _, signals in said):
            yield f"   {word('nothing_said', language)}"
    if advice.questions:
        yield from ("", word("not_seen", language))
        yield from (f"- {question.get(language)}" for question in advice.questions)
    yield from ("", word("own_proposal", language))


def _opening(advice: FormAdvice, language: Language) -> Iterator[str]:
    if advice.declared:
        yield word("chosen", language, form=advice.declared.labels)
    elif advice.declared_type:
        yield word("type_chosen", language, type=advice.declared_type)
    else:
        yield word("no_form", language)
    if advice.suggested is None:
        yield word("undecided", language)
        if advice.suggested_type:
            yield word("type_suggested", language, type=advice.suggested_type)
        return
    key = "suggests" if advice.declared is None else "differs" if advice.differs else "agrees"
    yield word(key, language, form=advice.suggested.labels)
    if not advice.firm:
        yield word("may_change", language)


def _weight(verdict: Verdict | None) -> int:
    return 0 if verdict is None else 1 if verdict == "for" else -1


def _margin(signal: Signal, leader: Form, rival: Form) -> int:
    """Return how far a signal puts one form before another, at worst where it cannot be told."""
    answers = (True, False, None) if signal.holds is None else (signal.holds,)

    def lead(holds: bool | None) -> int:
        return _weight(signal.would_say(leader, holds)) - _weight(signal.would_say(rival, holds))

    return min(map(lead, answers))


def _is_firm(signals: tuple[Signal, ...], leader: Form) -> bool:
    rivals = (form for form in Form if form is not leader)
    return all(sum(_margin(signal, leader, rival) for signal in signals) > 0 for rival in rivals)


def _ranked(case: Case, signals: tuple[Signal, ...]) -> tuple[RankedForm, ...]:
    balances = {form: sum(_weight(signal.says(form)) for signal in signals) for form in Form}
    order = list(Form)
    return tuple(
        RankedForm(
            form=form,
            type=case.reading.type_of(form),
            place=1 + sum(other > balances[form] for other in balances.values()),
            speaks_for=tuple(signal for signal in signals if signal.says(form) == "for"),
            speaks_against=tuple(signal for signal in signals if signal.says(form) == "against"),
            unknown=tuple(
                signal
                for signal in signals
                if signal.holds is None and (signal.would_say(form, True) or signal.would_say(form, False))
            ),
        )
        for form in sorted(Form, key=lambda form: (-balances[form], order.index(form)))
    )


def advise_form(
    portfolio: Portfolio, collaboration: Any, *, reading: Reading | None = None, as_of: Day | None = None
) -> FormAdvice:
    """Tell which form fits, as a row of all forms with reasons.

    Eight signals are looked up on the canvas: a shared goal that at least two endorse, risk borne by all,
    obligations one can be held to, something owed both ways, joint decisions, only rules of conduct that
    bind, a settled circle that chose one another, and a price or incentive by outcome. A table says for each
    whether it speaks for or against a form. The form about which most more speaks for than against comes
    first; it is suggested if it stands alone there and at least two signals speak for it. What cannot be
    told counts for nothing, and is asked.

    The signals follow our reading of the slides; that and how they count is an own proposal.

    Args:
        portfolio: The portfolio. Private content is not looked at.
        collaboration: The collaboration or its id.
        reading: The reading, for the types of the forms and for what a canvas asks; the shipped one if left
            out.
        as_of: A day; who had certainly left by then does not count. Without it everyone counts.

    Returns:
        The advice.

    Raises:
        UnknownId: If there is no such record.
        TypeError: If the record is no collaboration.
        ValueError: If ``as_of`` is no day.

    Example:
        >>> from samenwerking.io import example
        >>> advice = advise_form(example("transaction-deep"), "slootbeheer-met-uitkomsten")
        >>> advice.suggested.value, advice.differs, advice.firm
        ('transaction-deep', False, True)
    """
    case = open_case(portfolio, collaboration, reading, as_of)
    signals = read_signals(case)
    ranking = _ranked(case, signals)
    first = [ranked for ranked in ranking if ranked.place == 1]
    enough = all(len(ranked.speaks_for) >= _ENOUGH for ranked in first)
    types = {ranked.type for ranked in first}
    suggested = first[0].form if enough and len(first) == 1 else None
    chosen = case.reading.types.get(case.canvas.type or "") if case.canvas.form is None else None
    return FormAdvice(
        collaboration=case.collaboration.id,
        name=case.name(case.collaboration.id),
        declared=case.canvas.form,
        declared_type=chosen.labels if chosen else None,
        signals=signals,
        ranking=ranking,
        suggested=suggested,
        suggested_type=case.reading.type_labels(*types) if enough and len(types) == 1 else None,
        firm=suggested is not None and _is_firm(signals, suggested),
    )
