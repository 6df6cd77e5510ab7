"""How facts of the model read on a sheet: names, dates, amounts, what a party brings and takes."""

import datetime
from collections.abc import Iterator
from decimal import Decimal

import attrs

from samenwerking.display.words import say
from samenwerking.model import (
    Benefit,
    Contribution,
    Date,
    Indicator,
    Organization,
    Participation,
    Period,
    Portfolio,
    without_private,
)
from samenwerking.vocabulary import CodeList, Direction, Language, OrganizationKind, codes
from samenwerking.vocabulary.calendar import spoken as spoken_text

_NONE = Period()


def shareable(portfolio: Portfolio, language: Language) -> Portfolio:
    """Return a portfolio as it may lie on a table: nothing private, and no names of persons.

    Args:
        portfolio: The portfolio.
        language: Language of the words that stand for a person's name.

    Returns:
        The portfolio with persons numbered in document order.

    Example:
        >>> one = Organization(id="p", name="J. Jansen", kind="person")
        >>> shareable(Portfolio(organizations=[one]), "nl")["p"].name
        'persoon 1'
    """
    cleared = without_private(portfolio)
    organizations: list[Organization] = []
    persons = 0
    for organization in cleared.organizations:
        if organization is not None and organization.kind is OrganizationKind.PERSON:
            persons += 1
            name = say("person", language, n=persons)
            organization = attrs.evolve(organization, name=name, aliases=(), note="", sources=())
        organizations.append(organization)
    return attrs.evolve(cleared, organizations=tuple(organizations)) if persons else cleared


def name_of(portfolio: Portfolio, id: str | None) -> str:
    """Return what people call a record.

    Args:
        portfolio: A portfolio as :func:`shareable` gives it.
        id: Its id.

    Returns:
        Its name, or the id if the portfolio does not have it.

    Example:
        >>> name_of(Portfolio(), "waterschap-x")
        'waterschap-x'
    """
    return getattr(portfolio.get(id or ""), "name", "") or id or ""


def code_label(portfolio: Portfolio, of: CodeList, code: str | None, language: Language) -> str:
    """Return what people read instead of a code.

    Args:
        portfolio: The portfolio, for its own codes.
        of: The open list.
        code: The code.
        language: ``"nl"`` or ``"en"``.

    Returns:
        Its label; the code itself if the list does not have it.

    Example:
        >>> code_label(Portfolio(), CodeList.SECTOR, "gemeente", "en")
        'municipality'
    """
    found = codes(of, portfolio.codes).get(code or "")
    return found.label(language) if found else code or ""


def spoken(date: Date | datetime.date, language: Language, *, short: bool = False) -> str:
    """Return a date as people write it.

    Args:
        date: The date.
        language: ``"nl"`` or ``"en"``.
        short: Whether three letters of a month will do.

    Returns:
        The date, as precise as it is.

    Example:
        >>> spoken(Date("2026-03"), "nl"), spoken(Date("2026-03-01"), "en")
        ('maart 2026', '1 March 2026')
    """
    return spoken_text(date.iso if isinstance(date, Date) else date.isoformat(), language, short=short)


def period_text(period: Period, language: Language, *, short: bool = False) -> str:
    """Return a period as people write it.

    Args:
        period: The period.
        language: ``"nl"`` or ``"en"``.
        short: Whether three letters of a month will do.

    Returns:
        The period; empty if nothing is known of it.

    Example:
        >>> period_text(Period(start="2026", end="2028"), "nl")
        '2026 t/m 2028'
    """
    start = spoken(period.start, language, short=short) if period.start else ""
    end = spoken(period.end, language, short=short) if period.end else ""
    if start and end:
        return start if start == end else say("span", language, start=start, end=end)
    if end:
        return say("through", language, end=end)
    begun = say("since", language, start=start) if start else ""
    if period.open_end:
        return ", ".join(filter(None, (begun, say("no_end", language))))
    return begun


def figure(value: Decimal, language: Language) -> str:
    """Return a number as people write it.

    Args:
        value: The number.
        language: ``"nl"`` or ``"en"``.

    Returns:
        The number with separators.

    Example:
        >>> figure(Decimal("200000.5"), "nl"), figure(Decimal("1200"), "en")
        ('200.000,5', '1,200')
    """
    text = f"{value:,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))


def amount_text(amount: Decimal | None, unit: str, language: Language) -> str:
    """Return an amount with its unit.

    Args:
        amount: How much.
        unit: In which unit.
        language: ``"nl"`` or ``"en"``.

    Returns:
        The amount; empty if it is not known.

    Example:
        >>> amount_text(Decimal(200000), "EUR", "nl"), amount_text(Decimal(40), "km", "nl")
        ('€ 200.000', '40 km')
    """
    if amount is None:
        return ""
    if unit == "EUR":
        return f"€ {figure(amount, language)}"
    return f"{figure(amount, language)} {unit}".strip()


def _with_period(text: str, period: Period, language: Language, known: Period) -> str:
    if text and period == known:
        return text
    when = period_text(period, language, short=True)
    return f"{text} ({when})" if text and when else text or when


def _headed(kind: str, description: str, amount: str) -> str:
    head = description or (kind if not amount.startswith("€") else "")
    return f"{head}: {amount}" if head and amount else head or amount or kind


def contribution_text(
    portfolio: Portfolio, contribution: Contribution, language: Language, known: Period = _NONE
) -> str:
    """Return what is brought, in a line.

    Args:
        portfolio: The portfolio.
        contribution: What is brought.
        language: ``"nl"`` or ``"en"``.
        known: A period that needs no saying, such as that of the collaboration.

    Returns:
        The line.

    Example:
        >>> contribution_text(Portfolio(), Contribution(kind="uren", amount=80, unit="uur"), "nl")
        'uren: 80 uur'
    """
    kind = code_label(portfolio, CodeList.CONTRIBUTION_KIND, contribution.kind, language)
    amount = amount_text(contribution.amount, contribution.unit, language)
    return _with_period(_headed(kind, contribution.description, amount), contribution.period, language, known)


def benefit_text(portfolio: Portfolio, benefit: Benefit, language: Language, known: Period = _NONE) -> str:
    """Return what is taken out, in a line.

    Args:
        portfolio: The portfolio.
        benefit: What is taken out.
        language: ``"nl"`` or ``"en"``.
        known: A period that needs no saying, such as that of the collaboration.

    Returns:
        The line.

    Example:
        >>> benefit_text(Portfolio(), Benefit(kind="vergoeding", giver="provincie-z"), "nl")
        'vergoeding van provincie-z'
    """
    kind = code_label(portfolio, CodeList.BENEFIT_KIND, benefit.kind, language)
    amount = amount_text(benefit.amount, benefit.unit, language)
    text = _headed(kind, benefit.description or kind, amount)
    if benefit.giver:
        text = f"{text} {say('from', language, party=name_of(portfolio, benefit.giver))}".strip()
    return _with_period(text, benefit.period, language, known)


def risk_texts(portfolio: Portfolio, party: Participation, language: Language) -> Iterator[str]:
    """Yield the risks that a party bears itself, what it stakes included.

    Args:
        portfolio: The portfolio.
        party: The party.
        language: ``"nl"`` or ``"en"``.

    Yields:
        Lines.

    Example:
        >>> from samenwerking.model import Risk
        >>> party = Participation(party="x", risks=[Risk(text="droogte", share=0.5)])
        >>> list(risk_texts(Portfolio(), party, "nl"))
        ['droogte (50%)']
    """
    for risk in party.risks:
        share = (
            say("share", language, pct=figure(risk.share * 100, language)) if risk.share is not None else ""
        )
        yield f"{risk.text} ({share})" if share else risk.text
    for contribution in party.contributions:
        if contribution.at_risk:
            kind = code_label(portfolio, CodeList.CONTRIBUTION_KIND, contribution.kind, language)
            amount = amount_text(contribution.amount, contribution.unit, language)
            yield say("own_risk", language, what=contribution.description or kind or amount)


def until_text(party: Participation, language: Language) -> str:
    """Return until when a party takes part; without its own end, until when it brings and takes.

    Args:
        party: The party.
        language: ``"nl"`` or ``"en"``.

    Returns:
        The end; empty if it is not known.

    Example:
        >>> until_text(Participation(party="x", period=Period(end="2028")), "nl")
        't/m 2028'
    """
    if party.period.open_end:
        return say("no_end", language)
    both = (*(c.period for c in party.contributions), *(b.period for b in party.benefits))
    ends = [each.end for each in ([party.period] if party.period.end else both) if each.end]
    last = max(ends, key=lambda end: (end.last, end.iso)) if ends else None
    return say("through", language, end=spoken(last, language, short=True)) if last else ""


def indicator_text(indicator: Indicator, language: Language) -> str:
    """Return what an indicator aims at, in a line.

    Args:
        indicator: The indicator.
        language: ``"nl"`` or ``"en"``.

    Returns:
        The line.

    Example:
        >>> indicator_text(Indicator(name="lengte", unit="km", baseline=12, target=40, deadline="2028"), "nl")
        'lengte: van 12 naar 40 km, 2028'
    """
    target, upper, baseline = indicator.target, indicator.target_upper, indicator.baseline
    values = {"b": "" if target is None else figure(target, language), "unit": indicator.unit}
    said = ""
    if target is not None:
        key = indicator.direction.value
        if indicator.direction is Direction.BETWEEN:
            key = "between" if upper is not None else "at-least"
            values |= {"a": values["b"], "b": figure(upper, language)} if upper is not None else {}
        elif baseline is not None:
            key, values["a"] = "from_to", figure(baseline, language)
        said = say(key, language, **values).strip()
    deadline = spoken(indicator.deadline, language, short=True) if indicator.deadline else ""
    detail = ", ".join(filter(None, (said, deadline)))
    return f"{indicator.name}: {detail}" if detail else indicator.name
