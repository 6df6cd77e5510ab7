"""Numbers and codes of registers: their form, their check digits, and what each says of who it is.

The two checks are a line each, so no library is leaned on: of the numbers below python-stdnum (LGPL, 338
modules) knows RSIN, as the personal number that has the same check, and VAT id; it knows none of the others.
No library with a permissive licence knows more. The tests hold both checks against python-stdnum.
"""

import json
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Literal, TypeAlias

import attrs

from samenwerking.model.integrity import pointer
from samenwerking.model.kinds import KINDS
from samenwerking.model.organizations import Area, Identifier, Organization
from samenwerking.model.portfolio import Portfolio
from samenwerking.model.record import HIDDEN
from samenwerking.report import Finding, Param, Report, make_finding
from samenwerking.vocabulary import Bilingual, CodeList, Outcome, codes

Likelihood: TypeAlias = Literal["certain", "likely", "maybe"]
Number: TypeAlias = tuple[str, str]

_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_BETWEEN = re.compile(r"[\s./-]+")
# A number within another: what stands between the brackets is a number of that scheme.
# https://github.com/Logius-standaarden/OIN-Stelsel (prefix 1 and 3); the area codes of CBS are those of TOOI.
_WITHIN = {
    "oin": ((re.compile(r"00000001(\d{9})000"), "rsin"), (re.compile(r"00000003(\d{8})0000"), "kvk")),
    "cbs": ((re.compile(r"(gm\d{4}|pv\d{2})"), "tooi"),),
}


def passes_eleven_test(digits: str) -> bool:
    """Say whether nine digits pass the eleven test (elfproef) of RSIN.

    The sum of 9, 8, ... 2 times the first eight digits, less the ninth, is a multiple of eleven
    (https://nl.wikipedia.org/wiki/Elfproef).

    Args:
        digits: Nine digits.

    Returns:
        Whether they pass; nine zeros do not.

    Example:
        >>> passes_eleven_test("002306608"), passes_eleven_test("123456789")
        (True, False)
    """
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True))
    return total % 11 == 0 and bool(digits.strip("0"))


def passes_vat_test(value: str) -> bool:
    """Say whether a Dutch VAT id has the right check digits: modulo 97 (ISO 7064), or an RSIN in it.

    Args:
        value: ``nl``, nine digits, ``b`` and two digits, in small letters.

    Returns:
        Whether it passes.

    Example:
        >>> passes_vat_test("nl002455799b11"), passes_vat_test("nl002455799b12")
        (True, False)
    """
    as_digits = "".join(str(int(sign, 36)) for sign in value)
    return int(as_digits) % 97 == 1 or passes_eleven_test(value[2:11])


_CHECKS: dict[str, Callable[[str], bool]] = {"eleven": passes_eleven_test, "vat": passes_vat_test}


@attrs.frozen(kw_only=True)
class Scheme:
    """What is known of the numbers of one register.

    Args:
        code: Its code, as in the list of identifier schemes.
        form: What a number looks like, in words.
        pattern: What a compact number looks like.
        check: The check that its digits pass; ``None`` without check digits.
        one: Whether an organization has one at most, so that two numbers are two organizations.
        shows: How likely two with an equal number are one; ``None`` for a code that many share.
    """

    code: str
    form: Bilingual
    pattern: re.Pattern[str]
    check: Callable[[str], bool] | None = None
    one: bool = False
    shows: Likelihood | None = None


@cache
def schemes() -> Mapping[str, Scheme]:
    """Return the registers whose numbers have a form that is known.

    Returns:
        Code to scheme; do not change it.

    Example:
        >>> schemes()["kvk"].form.nl
        '8 cijfers'
    """
    rows = json.loads(pkgutil.get_data("samenwerking.model", "data/registers.json") or b"")
    return {
        code: Scheme(
            code=code,
            form=Bilingual(row["nl"], row["en"]),
            pattern=re.compile(row["pattern"], re.ASCII),
            check=_CHECKS.get(row.get("check", "")),
            one=row.get("one", False),
            shows=row.get("shows"),
        )
        for code, row in rows.items()
    }


def compact(identifier: Identifier) -> str:
    """Return a number the way it is compared: in small letters, without spaces, dots, dashes and address.

    Args:
        identifier: The number.

    Returns:
        The compact number.

    Example:
        >>> compact(Identifier(scheme="btw", value="NL 0024.55.799.B.11"))
        'nl002455799b11'
        >>> compact(Identifier(scheme="tooi", value="https://identifier.overheid.nl/tooi/id/gemeente/gm0344"))
        'gm0344'
    """
    value = identifier.value.strip().casefold()
    return _BETWEEN.sub("", value.rsplit("/", 1)[-1] if "://" in value else value)


def fault(identifier: Identifier) -> str | None:
    """Return the code of what is wrong with a number.

    Args:
        identifier: The number.

    Returns:
        ``"SAM209"`` for a wrong form, ``"SAM210"`` for digits that do not fit together, or ``None``: also
        for a register that is not known here.

    Example:
        >>> [fault(Identifier(scheme=s, value="123456789")) for s in ("kvk", "rsin")]
        ['SAM209', 'SAM210']
    """
    scheme, value = schemes().get(identifier.scheme), compact(identifier)
    if scheme is None:
        return None
    if not scheme.pattern.fullmatch(value):
        return "SAM209"
    within = (Identifier(scheme=code, value=number) for code, number in _within(identifier.scheme, value))
    if (scheme.check and not scheme.check(value)) or any(map(fault, within)):
        return "SAM210"
    return None


def _within(scheme: str, value: str) -> Iterator[Number]:
    for pattern, code in _WITHIN.get(scheme, ()):
        if found := pattern.fullmatch(value):
            yield code, found[1]


def numbers(organization: Organization) -> dict[Number, Number]:
    """Return the numbers that can tell who an organization is; what is no right number tells nothing.

    Args:
        organization: The organization.

    Returns:
        Scheme and compact value to scheme and value as written. A number within another counts too.

    Example:
        >>> oin = Identifier(scheme="oin", value="00000003012345670000")
        >>> list(numbers(Organization(id="x", name="X", identifiers=[oin])))
        [('oin', '00000003012345670000'), ('kvk', '01234567')]
    """
    found: dict[Number, Number] = {}
    for identifier in organization.identifiers:
        if fault(identifier) is None:
            value, written = compact(identifier), (identifier.scheme, identifier.value)
            for number in ((identifier.scheme, value), *_within(identifier.scheme, value)):
                found.setdefault(number, written)
    return found


def shows(scheme: str) -> Likelihood | None:
    """Return how likely two organizations with an equal number are one.

    Args:
        scheme: Code of the register.

    Returns:
        A likelihood; ``"likely"`` for a register that is not known here, ``None`` for a code that many share.

    Example:
        >>> shows("kvk"), shows("sbi"), shows("relatienummer")
        ('certain', None, 'likely')
    """
    known = schemes().get(scheme)
    return known.shows if known else "likely"


def scheme_label(code: str) -> Bilingual:
    """Return what people call a register's number.

    Args:
        code: Code of the register.

    Returns:
        Its label; the code itself for one that is in no list.

    Example:
        >>> scheme_label("kvk").nl
        'KVK-nummer'
    """
    known = codes(CodeList.IDENTIFIER_SCHEME).get(code)
    return Bilingual(known.nl, known.en or known.nl) if known else Bilingual(code, code)


def _finding(code: str, record: Organization | Area, path: tuple[str | int, ...], hidden: bool) -> Finding:
    position = path[-1]
    assert isinstance(position, int)  # the path ends at an item of identifiers
    identifier = record.identifiers[position]
    params: dict[str, Param] = {
        "value": HIDDEN if hidden else identifier.value,
        "scheme": scheme_label(identifier.scheme),
        "form": schemes()[identifier.scheme].form,
    }
    padded = attrs.evolve(identifier, value=f"0{compact(identifier)}")
    if code == "SAM209" and not hidden and fault(padded) is None:
        params["suggestion"] = padded.value
    return make_finding(
        code,
        params,
        pointer=pointer((*path, "value")),
        subject=record.id,
        subject_name="" if hidden else record.name,
        field="value",
    )


def check_identifiers(portfolio: Portfolio) -> Report:
    """Return which numbers of organizations and areas cannot be right.

    A number of a person whose name is private is not shown.

    Args:
        portfolio: The portfolio.

    Returns:
        Findings ``SAM209`` (form) and ``SAM210`` (check digits), and how many numbers were looked at.

    Example:
        >>> x = Organization(id="x", name="X", identifiers=[Identifier(scheme="kvk", value="1234567")])
        >>> [finding.hint("en") for finding in check_identifiers(Portfolio(organizations=[x]))]
        ["Did you mean '01234567'? A spreadsheet drops a leading 0."]
    """
    findings: list[Finding] = []
    looked_at = 0
    for place in portfolio.locations():
        if not isinstance(place.record, Organization | Area):
            continue
        hidden = isinstance(place.record, Organization) and bool(place.record.private_fields)
        for position, identifier in enumerate(place.record.identifiers):
            looked_at += identifier.scheme in schemes()
            if code := fault(identifier):
                path = (*place.path, "identifiers", position)
                findings.append(_finding(code, place.record, path, hidden))
    return Report(
        items=tuple(findings),
        outcomes={Outcome.PASSED: looked_at - len(findings), Outcome.FAILED: len(findings)},
        records=tuple((kind.list, len(getattr(portfolio, kind.list))) for kind in KINDS),
    )
