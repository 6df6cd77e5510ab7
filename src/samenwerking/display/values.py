"""Any fact of the model in words, without private content and without persons."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from samenwerking.display.measure import ELLIPSIS
from samenwerking.display.wording import amount_text, code_label, figure, name_of, period_text, spoken
from samenwerking.display.words import say
from samenwerking.model import Date, FieldPlan, Organization, Period, Portfolio, Record, is_empty, plan
from samenwerking.report import enumerate_words
from samenwerking.vocabulary import ClosedList, Language, field_label

LONGEST = 400
_MOST_ITEMS = 12
# Who signs and who sits at the table is for the parties themselves; ids and tools' keys are for computers.
_UNSAID = frozenset(
    ("person", "representatives", "signature", "id", "extra", "digest", "canvas", "sources", "confirmed")
)
# What says by itself which record it is, and what needs no label beside it.
_HEADS = frozenset(("name", "text", "description", "result", "party", "goal", "organization"))
_PLAIN = frozenset(("on", "kind", "period", "role"))


def shorter(text: str, longest: int = LONGEST) -> str:
    """Return a text that is not too long.

    Args:
        text: Any text.
        longest: How many characters it may have.

    Returns:
        The text, cut with an ellipsis if it was longer.

    Example:
        >>> shorter("kruidenrijk", 6)
        'kruid…'
    """
    return text if len(text) <= longest else text[: longest - 1].rstrip() + ELLIPSIS


def some(texts: Iterable[str], language: Language, most: int = _MOST_ITEMS) -> str:
    """Return a list in words, with the number of those left out.

    Args:
        texts: The texts.
        language: ``"nl"`` or ``"en"``.
        most: How many are named.

    Returns:
        The list.

    Example:
        >>> some(["a", "b", "c"], "nl", most=2)
        'a, b en nog 1'
    """
    held = [text for text in texts if text]
    if len(held) <= most:
        return enumerate_words(held, language)
    return f"{', '.join(held[:most])} {say('and_more', language, n=len(held) - most)}"


def _one(portfolio: Portfolio, field: FieldPlan, value: Any, language: Language) -> str:
    match value:
        case bool():
            return say("yes" if value else "no", language)
        case ClosedList():
            return value.label(language)
        case Date():
            return spoken(value, language)
        case Decimal():
            if field.within == (0, 1):
                return say("share", language, pct=figure(value * 100, language))
            return figure(value, language)
        case Period():
            return period_text(value, language)
        case Record():
            return summary(portfolio, value, language)
        case str() if field.ref:
            return name_of(portfolio, value)
        case str() if field.codes:
            return code_label(portfolio, field.codes, value, language)
    return str(value)


def value_text(portfolio: Portfolio, field: FieldPlan, value: Any, language: Language) -> str:
    """Return what stands in an attribute.

    Args:
        portfolio: A portfolio as :func:`samenwerking.display.wording.shareable` gives it.
        field: The plan of the attribute.
        value: Its value, or one item of it.
        language: ``"nl"`` or ``"en"``.

    Returns:
        Words; empty for private content.

    Example:
        >>> from samenwerking.model import field_at
        >>> from samenwerking.vocabulary import DecisionRule
        >>> value_text(Portfolio(), field_at("setup.decision_rule"), DecisionRule.CONSENSUS, "nl")
        'consensus'
    """
    if field.private or field.name in _UNSAID:
        return ""
    items = value if isinstance(value, tuple) else (value,)
    said = (_one(portfolio, field, item, language) for item in items if item is not None)
    return shorter(some(said, language))


def _text(portfolio: Portfolio, record: Record, field: FieldPlan, value: Any, language: Language) -> str:
    """Return the words for one attribute of a record; an amount goes with its unit."""
    if field.kind == "decimal" and isinstance(value, Decimal) and field.within is None:
        return amount_text(value, getattr(record, "unit", ""), language) if not field.private else ""
    return value_text(portfolio, field, value, language)


def _filled(record: Record) -> Iterator[tuple[FieldPlan, Any]]:
    hidden = record.private_fields if isinstance(record, Organization) else ()
    has_amount = any(
        field.kind == "decimal" and not field.private and getattr(record, field.name) is not None
        for field in plan(type(record))
    )
    for field in plan(type(record)):
        value = getattr(record, field.name)
        said_already = field.name in hidden or (field.name == "unit" and has_amount)
        if not (said_already or is_empty(value) or (not field.required and value == field.default)):
            yield field, value


def pairs(portfolio: Portfolio, record: Record, language: Language) -> Iterator[tuple[str, str]]:
    """Yield label and words of everything that is filled in on a record.

    Args:
        portfolio: A portfolio as :func:`samenwerking.display.wording.shareable` gives it.
        record: The record.
        language: ``"nl"`` or ``"en"``.

    Yields:
        Labels with words; nothing private.

    Example:
        >>> from samenwerking.model import Risk
        >>> list(pairs(Portfolio(), Risk(text="droogte"), "nl"))
        [('tekst', 'droogte')]
    """
    for field, value in _filled(record):
        if text := _text(portfolio, record, field, value, language):
            yield field_label(field.name, language), text


def summary(portfolio: Portfolio, record: Record, language: Language) -> str:
    """Return a record in a line: what it is first, then the rest.

    Args:
        portfolio: A portfolio as :func:`samenwerking.display.wording.shareable` gives it.
        record: The record.
        language: ``"nl"`` or ``"en"``.

    Returns:
        The line; nothing private.

    Example:
        >>> from samenwerking.model import Phase
        >>> summary(Portfolio(), Phase(name="pilot", budget=100000), "nl")
        'pilot (begroting: € 100.000)'
    """
    head, rest = "", []
    for field, value in _filled(record):
        text = _text(portfolio, record, field, value, language)
        if not text:
            continue
        if not head and field.name in _HEADS:
            head = text
        elif field.name in _PLAIN:
            rest.append(text)
        elif value is True:
            rest.append(field_label(field.name, language))
        else:
            rest.append(f"{field_label(field.name, language)}: {text}")
    details = "; ".join(rest)
    return f"{head} ({details})" if head and details else head or details
