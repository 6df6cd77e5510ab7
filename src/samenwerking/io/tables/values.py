"""What people write in a cell, and what it stands for: numbers, dates, yes and no, words of a list."""

import datetime
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from samenwerking.io.structure import describe
from samenwerking.io.tables.grid import Cell
from samenwerking.io.tables.sheets import YES_NO, fold
from samenwerking.model import Date, FieldPlan, InvalidDate, nearest
from samenwerking.model.record import expected, labels, shown
from samenwerking.report import Param, shorten
from samenwerking.vocabulary import Bilingual

_YES = ("ja", "j", "yes", "y", "true", "waar", "x", "1", "v", "✓", "✔")
_NO = ("nee", "n", "neen", "no", "false", "onwaar", "0")
_NOT_KNOWN = ("onbekend", "unknown", "?", "nnb", "n.n.b.", "n.n.b", "weet niet")

_MONTH_NAMES = (
    "januari januarie january jan", "februari february feb febr", "maart march mrt mar", "april apr",
    "mei may", "juni june jun", "juli july jul", "augustus august aug", "september sep sept",
    "oktober october okt oct", "november nov", "december dec",
)  # fmt: skip
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}

_YEAR = re.compile(r"(?P<year>\d{4})", re.ASCII)
_DAY = re.compile(r"(?P<day>\d{1,2})\s*[-/.]\s*(?P<month>\d{1,2})\s*[-/.]\s*(?P<year>\d{4})", re.ASCII)
_SHORT_DAY = re.compile(r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{2})", re.ASCII)
_ISO = re.compile(
    r"(?P<year>\d{4})[-/](?P<month>\d{1,2})(?:[-/](?P<day>\d{1,2}))?(?:[t ]00:00(?::00)?)?", re.ASCII
)
_MONTH = re.compile(r"(?P<month>\d{1,2})[-/](?P<year>\d{4})", re.ASCII)
_WORDS = re.compile(r"(?:(?P<day>\d{1,2})[ -]+)?(?P<name>[a-z]+)\.?[ '-]+(?P<year>\d{4})", re.ASCII)
# Days since the last of 1899, as Excel counts them: from 1990 to 2099.
_SERIAL = range(32_874, 73_051)
_EXCEL_BEGIN = datetime.date(1899, 12, 30)
# A year typed in a cell for dates becomes a day of 1905.
_TYPED_YEARS = range(1990, 2101)

_DOTTED = re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?", re.ASCII)
_COMMAED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", re.ASCII)
_PLAIN = re.compile(r"[+-]?\d+([.,]\d+)?", re.ASCII)
_MONEY = re.compile(r"^(?:€|eur(?:o)?\b)\s*|\s*(?:€|\beuro?)$", re.IGNORECASE)
_GROUPED = re.compile(r"(?<=\d)[ '’](?=\d{3}(?!\d))")
_ROUND = re.compile(r",-+$|,=$")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


class Wrong(Exception):
    """Raised for a cell that cannot be read.

    Args:
        code: A code of the catalog of the report.
        params: Values for the message.
    """

    def __init__(self, code: str, params: dict[str, Param]) -> None:
        self.code = code
        self.params = params
        super().__init__(code)


def _wrong(field: FieldPlan, cell: Cell, suggestion: str | None = None) -> Wrong:
    params: dict[str, Param] = {
        "field": labels(field.name),
        "expected": expected(field, item=True),
        "got": describe(cell.text if isinstance(cell.value, datetime.date) else cell.value),
    }
    return Wrong("SAM111", params | ({"suggestion": suggestion} if suggestion else {}))


def dutch(number: Decimal) -> str:
    """Return a number as it is written in Dutch.

    Args:
        number: A number.

    Returns:
        The number with a decimal comma and points between the thousands.

    Example:
        >>> dutch(Decimal("1234567.5"))
        '1.234.567,5'
    """
    return f"{number:,f}".translate(str.maketrans(",.", ".,"))


def read_number(field: FieldPlan, cell: Cell, *, point: bool = False) -> Decimal:
    """Return the number that a cell stands for.

    Args:
        field: The attribute.
        cell: The cell.
        point: Whether a point may be a decimal point, as in a file that separates by commas.

    Returns:
        The number; 60% is 0.6 for a share, and 60 on an axis from 0 to 100.

    Raises:
        Wrong: If it is no number, or could be two.

    Example:
        >>> from samenwerking.model import Contribution, Risk
        >>> from samenwerking.model.plan import plan_by_name
        >>> read_number(plan_by_name(Contribution)["amount"], Cell("€ 200.000,-"))
        Decimal('200000')
        >>> read_number(plan_by_name(Risk)["share"], Cell("60%"))
        Decimal('0.6')
    """
    value = cell.value
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        number = Decimal(value)
        if "%" not in _QUOTED.sub("", cell.format) or field.within == (0, 1):
            return number
        return _per_cent(field, cell, number * 100)
    if not isinstance(value, str):
        raise _wrong(field, cell)
    text = _MONEY.sub("", value.replace("−", "-").replace("–", "-")).strip()
    per_cent = text.endswith("%")
    text = _GROUPED.sub("", _ROUND.sub("", text.removesuffix("%").strip()))
    number = _number(field, cell, text, point)
    return _per_cent(field, cell, number) if per_cent else number


def _per_cent(field: FieldPlan, cell: Cell, number: Decimal) -> Decimal:
    """Return a percentage as the attribute takes it; elsewhere the unit says that it is one."""
    number = number.normalize() + 0
    if field.within == (0, 1):
        return number / 100
    if field.within:
        return number
    raise _wrong(field, Cell(f"{dutch(number)}%"), dutch(number))


def _number(field: FieldPlan, cell: Cell, text: str, point: bool) -> Decimal:
    if _DOTTED.fullmatch(text):
        whole = Decimal(text.replace(".", "").replace(",", "."))
        if point and text.count(".") == 1 and "," not in text and not text.lstrip("+-").startswith("0"):
            raise _either(cell, Decimal(text), whole)
        if not text.lstrip("+-").startswith("0"):
            return whole
    if _COMMAED.fullmatch(text) and not text.lstrip("+-").startswith("0"):
        whole = Decimal(text.replace(",", ""))
        if text.count(",") == 1 and "." not in text:
            raise _either(cell, Decimal(text.replace(",", ".")), whole)
        return whole
    if _PLAIN.fullmatch(text):
        return Decimal(text.replace(",", "."))
    raise _wrong(field, cell)


def _either(cell: Cell, small: Decimal, large: Decimal) -> Wrong:
    text = shorten(cell.text)
    return Wrong("SAM959", {"value": text, "small": dutch(small.normalize() + 0), "large": dutch(large)})


def _iso(found: Mapping[str, str | None]) -> str | None:
    name = found.get("name")
    month = _MONTHS.get(name) if name else found.get("month")
    if name and month is None:
        return None
    steps = [
        f"{int(found['year'] or 0):04}",
        *(f"{int(step):02}" for step in (month, found.get("day")) if step),
    ]
    try:
        return Date("-".join(steps)).iso
    except InvalidDate:
        return None


def read_date(field: FieldPlan, cell: Cell) -> str:
    """Return the date that a cell stands for: a day, a month or a year, as precise as the sheet shows it.

    Args:
        field: The attribute.
        cell: The cell.

    Returns:
        The date as text, ``2026-03-01``, ``2026-03`` or ``2026``.

    Raises:
        Wrong: If it is no date.

    Example:
        >>> from samenwerking.model import Period
        >>> from samenwerking.model.plan import plan_by_name
        >>> start = plan_by_name(Period)["start"]
        >>> [read_date(start, Cell(value)) for value in ("1-3-2026", "maart 2026", 2026)]
        ['2026-03-01', '2026-03', '2026']
    """
    suggestion = None
    match cell.value:
        case bool():
            pass
        case datetime.date():
            year = (cell.value - _EXCEL_BEGIN).days
            if year not in _TYPED_YEARS:
                return cell.value.isoformat()[: _precision(cell.format)]
            suggestion = str(year)
        case int() if 1000 <= cell.value <= 9999:
            return str(cell.value)
        case int() if cell.value in _SERIAL:
            suggestion = (_EXCEL_BEGIN + datetime.timedelta(cell.value)).isoformat()
        case str():
            text = " ".join(cell.value.casefold().split())
            for pattern in (_YEAR, _DAY, _ISO, _MONTH, _WORDS):
                found = pattern.fullmatch(text)
                if found and (iso := _iso(found.groupdict())):
                    return iso
            if short := _SHORT_DAY.fullmatch(text):
                suggestion = _iso(short.groupdict() | {"year": f"20{short['year']}"})
    params: dict[str, Param] = {"value": shorten(cell.text)}
    if suggestion:
        params["suggestion"] = suggestion
    raise Wrong("SAM115", params)


def _precision(format: str) -> int:
    """Return how much of an ISO date a sheet shows: a day, a month or a year."""
    letters = _QUOTED.sub("", format.split(";")[0]).casefold()
    if not letters or letters == "general" or "d" in letters or ("y" not in letters and "j" not in letters):
        return 10
    return 7 if "m" in letters else 4


def read_bool(field: FieldPlan, cell: Cell) -> bool | None:
    """Return whether a cell says yes.

    Args:
        field: The attribute.
        cell: The cell.

    Returns:
        Yes, no, or ``None`` for *not known*.

    Raises:
        Wrong: If it says something else.

    Example:
        >>> from samenwerking.model import Contribution
        >>> from samenwerking.model.plan import plan_by_name
        >>> read_bool(plan_by_name(Contribution)["at_risk"], Cell("Nee"))
        False
    """
    word = cell.text.casefold()
    if word in _YES or word in _NO:
        return word in _YES
    if word in _NOT_KNOWN:
        return None
    allowed = tuple(YES_NO.values())
    raise Wrong("SAM114", {"field": labels(field.name), "value": shorten(cell.text), "allowed": allowed})


def read_choice(field: FieldPlan, cell: Cell, known: Mapping[str, Bilingual]) -> str:
    """Return the value of a list that a cell names.

    Args:
        field: The attribute.
        cell: The cell.
        known: The values of the list with what people call them.

    Returns:
        The value; for a list that a document may add to, what stands there if it is not known.

    Raises:
        Wrong: If it is not in a list that is closed.

    Example:
        >>> from samenwerking.io.tables.sheets import choices
        >>> from samenwerking.model import Organization
        >>> from samenwerking.model.plan import plan_by_name
        >>> ownership = plan_by_name(Organization)["ownership"]
        >>> read_choice(ownership, Cell("Publiek"), choices(ownership))
        'public'
    """
    words = choice_words(known)
    text = cell.text
    if (value := words.get(fold(text))) is not None:
        return value
    if field.codes:
        return text
    allowed = tuple(known.values())
    params: dict[str, Param] = {"field": labels(field.name), "value": shorten(text), "allowed": allowed}
    if meant := nearest(fold(text), words):
        params["suggestion"] = known[meant]
    raise Wrong("SAM114", params)


def choice_words(known: Mapping[str, Bilingual]) -> dict[str, str]:
    """Return what people may write for the values of a list.

    Args:
        known: The values with what people call them.

    Returns:
        Folded word to value; the value itself wins over a label.

    Example:
        >>> choice_words({"public": Bilingual("publiek", "public")})
        {'public': 'public', 'publiek': 'public'}
    """
    words = {fold(value): value for value in known}
    for value, label in known.items():
        for word in (label.nl, label.en, label.nl.split(" (")[0]):
            words.setdefault(fold(word), value)
    return words


def read_text(field: FieldPlan, cell: Cell) -> str:
    """Return what a cell says; a number in a field for text is text.

    Args:
        field: The attribute.
        cell: The cell.

    Returns:
        The text; a decimal number with a comma.

    Example:
        >>> from samenwerking.model import Organization
        >>> from samenwerking.model.plan import plan_by_name
        >>> read_text(plan_by_name(Organization)["note"], Cell(Decimal("2.5")))
        '2,5'
    """
    return cell.text.replace(".", ",") if isinstance(cell.value, Decimal) else cell.text


def _read_int(field: FieldPlan, cell: Cell, point: bool) -> int:
    number = read_number(field, cell, point=point)
    if number != number.to_integral_value() or abs(number.adjusted()) > 30:
        raise _wrong(field, cell)
    return int(number)


def read_value(field: FieldPlan, cell: Cell, known: Mapping[str, Bilingual], *, point: bool = False) -> Any:
    """Return what a cell stands for in an attribute.

    Args:
        field: The attribute.
        cell: A cell with one value.
        known: The values it is chosen from, if it is chosen from a list.
        point: Whether a point may be a decimal point.

    Returns:
        Plain data as documents have it; ``None`` for *not known*.

    Raises:
        Wrong: If it cannot be read.

    Example:
        >>> from samenwerking.model import Risk
        >>> from samenwerking.model.plan import plan_by_name
        >>> read_value(plan_by_name(Risk)["share"], Cell("0,6"), {})
        Decimal('0.6')
    """
    if known:
        return read_choice(field, cell, known)
    readers: dict[str, Callable[[], Any]] = {
        "decimal": lambda: read_number(field, cell, point=point),
        "int": lambda: _read_int(field, cell, point),
        "date": lambda: read_date(field, cell),
        "bool": lambda: read_bool(field, cell),
    }
    return readers.get(field.kind, lambda: read_text(field, cell))()


def hidden(field: FieldPlan, text: str) -> Param:
    """Return a text as a message may show it.

    Args:
        field: The attribute it stands in.
        text: The text.

    Returns:
        The text, shortened; words that say it is private for what is.
    """
    return shown(field, shorten(text))
