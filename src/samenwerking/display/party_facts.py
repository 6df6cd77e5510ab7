"""What a party's own sheet says: what it brings and gets, for how long, how out, and what it is bound to."""

import datetime
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

import attrs

from samenwerking.display.facts import left_empty
from samenwerking.display.values import shorter, some, value_text
from samenwerking.display.wording import (
    amount_text,
    benefit_text,
    contribution_text,
    figure,
    name_of,
    period_text,
    risk_texts,
    spoken,
)
from samenwerking.display.words import say
from samenwerking.model import (
    Collaboration,
    Contribution,
    Date,
    Mandate,
    Obligation,
    Participation,
    Period,
    Portfolio,
    Record,
    Representative,
    UnknownId,
    plan,
)
from samenwerking.rules.kinds import met_by
from samenwerking.vocabulary import Language, ObligationKind, field_label

# What a party must do or pay, whatever it further agreed about working together.
_DUTIES = (ObligationKind.PERFORMANCE, ObligationKind.PAYMENT)


@attrs.frozen(kw_only=True)
class PartyContext:
    """One party in one collaboration, as its own sheet looks at it.

    Args:
        portfolio: A portfolio as :func:`samenwerking.display.wording.shareable` gives it.
        collaboration: The collaboration, from that portfolio.
        party: Id of the party.
        held: Its participations that have not certainly ended; all of them if all have.
        day: The day for which it holds.
        language: ``"nl"`` or ``"en"``.
    """

    portfolio: Portfolio
    collaboration: Collaboration
    party: str
    held: tuple[Participation, ...]
    day: datetime.date
    language: Language

    def name(self, id_: str | None) -> str:
        """Return what people call a record."""
        return name_of(self.portfolio, id_)

    def say(self, key: str, **values: object) -> str:
        """Return fixed words in the language of the sheet."""
        return say(key, self.language, **values)

    def left_empty(self, *paths: str) -> list[str]:
        """Return why the first of some places that was left empty on purpose is empty."""
        said = (left_empty(self.collaboration, path, self.language) for path in paths)
        return [text for text in said if text][:1]


@attrs.frozen(kw_only=True)
class Answer:
    """One question of the sheet, with what stands there.

    Args:
        question: Which words ask it.
        prompt: Which words help where nothing stands.
        lines: What stands there; empty leaves room for a pen.
    """

    question: str
    prompt: str
    lines: tuple[str, ...]


def party_context(
    portfolio: Portfolio, id: str, party: str, day: datetime.date, language: Language
) -> PartyContext:
    """Return one party in one collaboration.

    Args:
        portfolio: A portfolio as :func:`samenwerking.display.wording.shareable` gives it.
        id: Id of the collaboration.
        party: Id of the party.
        day: The day for which it holds.
        language: ``"nl"`` or ``"en"``.

    Returns:
        The context.

    Raises:
        KeyError: If there is no such record, or the party takes no part in it.
        TypeError: If the record is no collaboration.
    """
    collaboration = portfolio.collaboration(id)
    every = tuple(each for each in collaboration.canvas.parties if each.party == party)
    if not every:
        known = ", ".join(dict.fromkeys(each.party for each in collaboration.canvas.parties)) or "-"
        raise UnknownId(f"{party!r} takes no part in {id!r}; who does: {known}")
    held = tuple(each for each in every if each.period.ended(day) is not True) or every
    return PartyContext(
        portfolio=portfolio, collaboration=collaboration, party=party, held=held, day=day, language=language
    )


def _brings(of: PartyContext) -> Iterator[str]:
    for each in (contribution for party in of.held for contribution in party.contributions):
        text = contribution_text(of.portfolio, each, of.language, of.collaboration.period)
        come = sum((part.amount for part in each.deliveries if part.on.first <= of.day), Decimal(0))
        yield f"{text}; {of.say('so_far', amount=_with_unit(come, each, of.language))}" if come else text


def _with_unit(amount: Decimal, of: Contribution, language: Language) -> str:
    return amount_text(amount, of.unit, language) or figure(amount, language)


def _gets(of: PartyContext) -> Iterator[str]:
    for each in (benefit for party in of.held for benefit in party.benefits):
        text = benefit_text(of.portfolio, each, of.language, of.collaboration.period)
        yield f"{text}; {of.say('based_on', what=each.based_on)}" if each.based_on else text


def _how_long(of: PartyContext) -> Iterator[str]:
    for party in of.held:
        if when := period_text(party.period, of.language):
            yield of.say("we_take_part", when=when)
    if when := period_text(of.collaboration.period, of.language):
        yield of.say("it_runs", when=when)


def _how_out(of: PartyContext) -> Iterator[str]:
    canvas = of.collaboration.canvas
    if rules := canvas.setup.exit_rules:
        for key, text in (("notice", rules.notice), ("settlement", rules.settlement)):
            if text:
                yield of.say(key, text=text)
    if canvas.step_back_route:
        yield of.say("route_back", text=canvas.step_back_route)


def _risks(of: PartyContext) -> Iterator[str]:
    for party in of.held:
        yield from risk_texts(of.portfolio, party, of.language)
    for risk in of.collaboration.canvas.setup.risk_register:
        if of.party in risk.bearers:
            others = [of.name(each) for each in risk.bearers if each != of.party]
            together = of.say("together_with", parties=some(others, of.language)) if others else ""
            detail = "; ".join(filter(None, (together, risk.sharing)))
            yield f"{risk.text} ({detail})" if detail else risk.text


def _obligation(of: PartyContext, each: Obligation, who: str) -> str:
    due = of.say("due", date=spoken(each.due, of.language)) if each.due else ""
    when = "" if each.period == of.collaboration.period else period_text(each.period, of.language)
    best = of.say("best_effort") if each.best_effort else ""
    otherwise = of.say("otherwise", text=each.sanction) if each.sanction else ""
    detail = "; ".join(filter(None, (who, when, due, best, otherwise)))
    return f"{each.text} ({detail})" if detail else each.text


def _promised(of: PartyContext) -> Iterator[str]:
    for each in of.collaboration.canvas.setup.obligations:
        if each.debtor == of.party:
            to = of.say("to_party", party=of.name(each.creditor)) if each.creditor else of.say("to_all")
            yield _obligation(of, each, to)


def _owed(of: PartyContext) -> Iterator[str]:
    for each in of.collaboration.canvas.setup.obligations:
        if each.debtor != of.party and each.creditor in (of.party, None):
            who = of.name(each.debtor)
            to = "" if each.creditor else of.say("to_all")
            yield f"{who}: {_obligation(of, each, to)}"


def _end(period: Period, due: Date | None = None) -> "_End":
    """Return the last day of a term and how it is written; no end comes after all others, unknown is none."""
    if period.open_end:
        return datetime.date.max, ""
    ends = [date for date in (period.end, due) if date]
    last = max(ends, key=lambda date: date.last, default=None)
    return (last.last, last.iso) if last else None


_End = tuple[datetime.date, str] | None
_Term = tuple[str, _End]


def _paid_terms(of: PartyContext) -> Iterator[_Term]:
    """Yield what is paid and until when: owed to the party or to all, or a benefit that is payment."""
    for owed in of.collaboration.canvas.setup.obligations:
        ours = owed.debtor != of.party and owed.creditor in (of.party, None)
        if ours and owed.kind is ObligationKind.PAYMENT:
            yield owed.text, _end(owed.period, owed.due)
    for benefit in (benefit for party in of.held for benefit in party.benefits):
        if ObligationKind.PAYMENT in (met_by(benefit.kind or "") or ()):
            yield benefit_text(of.portfolio, benefit, of.language, benefit.period), _end(benefit.period)


def _bound_terms(of: PartyContext) -> Iterator[_Term]:
    for owed in of.collaboration.canvas.setup.obligations:
        if owed.debtor == of.party and owed.kind in _DUTIES:
            yield owed.text, _end(owed.period, owed.due)


def _when(of: PartyContext, end: _End) -> str:
    if end is None:
        return of.say("unknown")
    return of.say("through", end=spoken(Date(end[1]), of.language)) if end[1] else of.say("no_end")


def _last(of: PartyContext, key: str, if_none: str, terms: list[_Term]) -> str:
    """Return in words until when the longest of some terms runs; that it is unknown if one is."""
    if not terms:
        return of.say(if_none)
    longest = max(terms, key=lambda term: (term[1] is None, term[1] or ()))
    return of.say(key, when=_when(of, longest[1]), what=shorter(longest[0], 100))


def _terms(of: PartyContext) -> Iterator[str]:
    """Yield until when the party is paid and until when it is bound, and whether the first comes sooner.

    Upkeep is held against its own funding, for other money does not pay it.
    """
    paid, bound = list(_paid_terms(of)), list(_bound_terms(of))
    upkeep = [each for each in of.collaboration.canvas.end_result.maintenance if each.manager == of.party]
    if paid or bound:
        yield _last(of, "paid_until", "not_paid", paid)
        yield _last(of, "bound_until", "not_bound", bound)
    pairs = [([end for _, end in paid], [end for _, end in bound])] if paid and bound else []
    for each in upkeep:
        until, funded = _end(Period(end=each.until)), _end(Period(end=each.funding_until))
        yield of.say("upkeep", result=each.result, until=_when(of, until), funded=_when(of, funded))
        pairs.append(([funded], [until]))
    compared = [_longer_bound(*pair) for pair in pairs]
    if True in compared:
        yield of.say("longer_bound")
    elif compared and None not in compared:
        yield of.say("as_long")


def _longer_bound(paid: list[_End], bound: list[_End]) -> bool | None:
    """Say whether some duty lasts longer than all payment; ``None`` if that cannot be told."""
    last_paid = max((end[0] for end in paid if end), default=None)
    last_bound = max((end[0] for end in bound if end), default=None)
    if None in paid or last_paid is None or last_bound is None:
        return None
    return last_paid < last_bound or (None if None in bound else False)


def _mandate(of: PartyContext, mandate: Mandate) -> Iterator[str]:
    yield from (mandate.basis.label(of.language),) if mandate.basis else ()
    yield from (of.say("about", scope=mandate.scope),) if mandate.scope else ()
    until = mandate.valid_until
    yield from (of.say("through", end=spoken(until, of.language)),) if until else ()
    yield from (of.say("ratified", by=mandate.ratification),) if mandate.ratification else ()


def _speaker(of: PartyContext, each: Representative, name: str) -> str:
    said = list(_mandate(of, each.mandate)) if each.mandate else [of.say("mandate_unknown")]
    if each.time:
        said.append(amount_text(each.time.amount, each.time.unit, of.language))
    return f"{name or of.say('representative')}: {'; '.join(said)}"


def _speakers(of: PartyContext, names: Portfolio | None) -> Iterator[str]:
    for each in (representative for party in of.held for representative in party.representatives):
        yield _speaker(of, each, getattr(names.get(each.person), "name", "") if names else "")
    for feedback in dict.fromkeys(party.feedback for party in of.held if party.feedback):
        yield of.say("reports_back", text=feedback)


def answers(of: PartyContext, names: Portfolio | None = None) -> tuple[Answer, ...]:
    """Return the questions of the sheet with what stands there, in the order in which a party asks them.

    Args:
        of: The party in the collaboration.
        names: A portfolio with the names of the party's own people; without it they are called by role.

    Returns:
        The answers.
    """
    setup, mine = of.collaboration.canvas.setup, f"parties[{of.party}]"
    seen_by = [text for text in (setup.data, setup.information) if text]
    rows: tuple[tuple[str, str, Iterable[str], tuple[str, ...]], ...] = (
        ("we_bring", "hint_bring", _brings(of), (f"{mine}.contributions",)),
        ("we_get", "hint_get", _gets(of), (f"{mine}.benefits",)),
        ("how_long", "hint_long", _how_long(of), (f"{mine}.period", "period")),
        ("how_out", "hint_out", _how_out(of), ("setup.exit_rules", "step_back_route")),
        ("who_sees", "hint_sees", seen_by, ("setup.data", "setup.information")),
        ("our_risk", "hint_risk", _risks(of), (f"{mine}.risks", "setup.risk_register")),
        ("we_promised", "hint_promised", _promised(of), ("setup.obligations",)),
        ("they_promised", "hint_they", _owed(of), ("setup.obligations",)),
        ("paid_as_long", "hint_terms", _terms(of), ()),
        ("who_speaks", "hint_speaks", _speakers(of, names), (f"{mine}.representatives",)),
    )
    return tuple(
        Answer(question=question, prompt=prompt, lines=tuple(lines) or tuple(of.left_empty(*paths)))
        for question, prompt, lines, paths in rows
    )


def private_pairs(of: PartyContext, record: Record, part: str = "") -> Iterator[tuple[str, str]]:
    """Yield what only the party itself may see of a record: label and words.

    Args:
        of: The party in the collaboration, for names and language.
        record: One of its participations, with the private content of that party.
        part: What the record is a part of, in words.

    Yields:
        Labels with words, for every private attribute that is filled in.
    """
    for field in plan(type(record)):
        value: Any = getattr(record, field.name)
        if field.kind == "record":
            for item in field.items(value):
                yield from private_pairs(of, item, field_label(field.name, of.language))
        elif field.private and value != field.default and field.name != "unit":
            shown = attrs.evolve(field, private=False)
            text = value_text(of.portfolio, shown, value, of.language)
            if isinstance(value, Decimal) and field.within is None:
                text = amount_text(value, getattr(record, "unit", ""), of.language)
            yield ", ".join(filter(None, (part, field_label(field.name, of.language)))), text
