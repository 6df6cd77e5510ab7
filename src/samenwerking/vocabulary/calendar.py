"""Dates the way people write them."""

from samenwerking.vocabulary.bilingual import Bilingual, Language

_MONTHS = {
    "nl": [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}


def month(number: int, language: Language, *, short: bool = False) -> str:
    """Return the name of a month.

    Args:
        number: 1 to 12.
        language: ``"nl"`` or ``"en"``.
        short: Whether three letters will do.

    Returns:
        Its name.

    Example:
        >>> month(3, "nl"), month(3, "nl", short=True)
        ('maart', 'mrt')
    """
    name = _MONTHS[language][number - 1]
    return ("mrt" if name == "maart" else name[:3]) if short else name


def spoken(iso: str, language: Language, *, short: bool = False) -> str:
    """Return a date as people write it.

    Args:
        iso: A year, a month or a day in ISO 8601.
        language: ``"nl"`` or ``"en"``.
        short: Whether three letters of a month will do.

    Returns:
        The date, as precise as it is.

    Example:
        >>> spoken("2026-03", "nl"), spoken("2026-03-01", "en")
        ('maart 2026', '1 March 2026')
    """
    year, *rest = iso.split("-")
    parts = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*parts, *([month(int(rest[0]), language, short=short)] if rest else []), year])


def spoken_date(iso: str) -> Bilingual:
    """Return a date as people write it, in both languages.

    Args:
        iso: A year, a month or a day in ISO 8601.

    Returns:
        The date, as precise as it is.

    Example:
        >>> spoken_date("2026-06-30").nl
        '30 juni 2026'
    """
    return Bilingual(spoken(iso, "nl"), spoken(iso, "en"))
