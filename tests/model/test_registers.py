"""Numbers of registers: published numbers, another library, and what is told about a wrong one."""

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

import samenwerking as sw
from samenwerking.model import Area, Identifier, Organization, Portfolio, Source, check_identifiers
from samenwerking.model.registers import (
    compact,
    fault,
    numbers,
    passes_eleven_test,
    passes_vat_test,
    scheme_label,
    schemes,
    shows,
)
from samenwerking.vocabulary import LANGUAGES, CodeList, Mark, Outcome, codes
from samenwerking.vocabulary.data import load

DIGITS = st.text("0123456789", min_size=9, max_size=9)
# Published: the RSIN of the province of Zuid-Holland and of Logius, the OIN of that province, and the VAT ids
# that python-stdnum gives as examples. The other numbers are invented.
RIGHT = [
    ("rsin", "002306608"),
    ("rsin", "822477348"),
    ("rsin", "0018.55.013"),
    ("kvk", "01234567"),
    ("kvk", "0123 4567"),
    ("vestigingsnummer", "000012345678"),
    ("oin", "00000001002306608000"),
    ("oin", "00000003012345670000"),
    ("oin", "00000007021AB0000000"),
    ("btw", "NL004495445B01"),
    ("btw", "nl 0024.55.799.b.11"),
    ("tooi", "gm0344"),
    ("tooi", "GM0344"),
    ("tooi", "https://identifier.overheid.nl/tooi/id/ministerie/mnre1034"),
    ("sbi", "01.13.4"),
    ("sbi", "A"),
    ("cbs", "GM0344"),
    ("relatienummer", "wat dan ook"),
]
WRONG = [
    ("rsin", "123456789", "SAM210"),
    ("rsin", "000000000", "SAM210"),
    ("rsin", "02306608", "SAM209"),
    ("kvk", "1234567", "SAM209"),
    ("kvk", "KVK 01234567", "SAM209"),
    ("kvk", "٠١٢٣٤٥٦٧", "SAM209"),
    ("vestigingsnummer", "01234567", "SAM209"),
    ("oin", "1002306608000", "SAM209"),
    ("oin", "00000001123456789000", "SAM210"),
    ("btw", "NL002455799B12", "SAM210"),
    ("btw", "002455799B11", "SAM209"),
    ("tooi", "0344", "SAM209"),
    ("sbi", "landbouw", "SAM209"),
    ("cbs", "0344", "SAM209"),
]


def with_number(scheme, value, **more):
    numbers = [Identifier(scheme=scheme, value=value)]
    return Organization(id="x", **{"name": "Stichting X", **more}, identifiers=numbers)


@pytest.mark.parametrize(("scheme", "value"), RIGHT)
def test_a_right_number_is_fine(scheme, value):
    assert fault(Identifier(scheme=scheme, value=value)) is None


@pytest.mark.parametrize(("scheme", "value", "code"), WRONG)
def test_a_wrong_number_is_told_with_its_place(scheme, value, code):
    (finding,) = check_identifiers(Portfolio(organizations=[with_number(scheme, value)]))
    assert (finding.code, finding.pointer) == (code, "/organizations/0/identifiers/0/value")
    assert (finding.subject, finding.subject_name, finding.field) == ("x", "Stichting X", "value")
    assert finding.severity == "warning" and finding.marks == (Mark.OWN,)
    for language in LANGUAGES:
        assert value in finding.message(language)
        assert scheme_label(scheme).get(language) in finding.message(language)
        assert finding.hint(language)


def test_every_register_of_the_list_is_known_and_has_its_source():
    listed = codes(CodeList.IDENTIFIER_SCHEME)
    assert set(schemes()) == set(listed)
    assert {scheme.shows for scheme in schemes().values()} == {"certain", "likely", None}
    assert all(scheme.form.nl != scheme.form.en for scheme in schemes().values())
    published = load("codes")["identifier-scheme"]
    assert all(scheme_label(code).nl == entry["nl"] for code, entry in published.items())
    assert scheme_label("relatienummer").en == "relatienummer"


def test_a_zero_that_fell_off_is_offered_back():
    (finding,) = check_identifiers(Portfolio(organizations=[with_number("kvk", "1234567")]))
    assert finding.message("nl") == "'1234567' heeft niet de vorm van 'KVK-nummer': 8 cijfers."
    assert finding.hint("nl").startswith("Bedoelde je '01234567'?")
    (other,) = check_identifiers(Portfolio(organizations=[with_number("kvk", "123456")]))
    assert other.hint("en").startswith("Was too much or too little copied")
    (rsin,) = check_identifiers(Portfolio(organizations=[with_number("rsin", "2306608")]))
    assert "suggestion" not in rsin.params


def test_areas_are_looked_at_too_and_everything_is_counted():
    area = Area(id="a", name="Utrecht", identifiers=[Identifier(scheme="cbs", value="0344")])
    known = with_number("kvk", "01234567")
    report = check_identifiers(Portfolio(organizations=[known], areas=[area]))
    assert [finding.subject for finding in report] == ["a"]
    assert report.outcomes == {Outcome.PASSED: 1, Outcome.FAILED: 1}
    assert dict(report.records)["organizations"] == 1
    unknown = check_identifiers(Portfolio(organizations=[with_number("relatienummer", "7")]))
    assert unknown.items == () and not any(unknown.outcomes.values())


def test_the_number_of_a_person_with_a_private_name_is_not_shown():
    person = with_number("rsin", "123456789", name="Jan Bedacht", kind="person")
    (finding,) = check_identifiers(Portfolio(organizations=[person]))
    assert "123456789" not in finding.message("nl") and "(privé)" in finding.message("nl")
    assert finding.subject_name == ""
    public = with_number("rsin", "123456789", name="Jan", kind="person", sources=[Source(title="site")])
    assert "123456789" in check_identifiers(Portfolio(organizations=[public])).items[0].message("nl")
    short = with_number("kvk", "1234567", name="Jan Bedacht", kind="person")
    assert "suggestion" not in check_identifiers(Portfolio(organizations=[short])).items[0].params


@pytest.mark.parametrize("name", sw.example_names())
def test_the_examples_have_right_numbers(name):
    assert check_identifiers(sw.example(name)).items == ()


@given(DIGITS)
def test_one_wrong_digit_never_passes_the_eleven_test(digits):
    if passes_eleven_test(digits):
        for place, digit in enumerate(digits):
            other = str((int(digit) + 1) % 10)
            assert not passes_eleven_test(digits[:place] + other + digits[place + 1 :])


@given(DIGITS)
def test_two_digits_swapped_never_pass_the_eleven_test(digits):
    if passes_eleven_test(digits):
        for place in range(8):
            swapped = [*digits]
            swapped[place : place + 2] = reversed(swapped[place : place + 2])
            assert swapped == [*digits] or not passes_eleven_test("".join(swapped))


@given(DIGITS, st.integers(1, 99))
def test_the_checks_agree_with_python_stdnum(digits, branch):
    pytest.importorskip("stdnum")
    from stdnum.nl import bsn, btw

    assert passes_eleven_test(digits) == bsn.is_valid(digits)
    value = f"nl{digits}b{branch:02}"
    if digits.strip("0"):  # nine zeros are no number at all there
        assert passes_vat_test(value) == btw.is_valid(value)


@given(DIGITS)
def test_modulo_97_is_what_decimal_arithmetic_says(digits):
    rest = [n for n in range(100) if passes_vat_test(f"nl{digits}b{n:02}")]
    by_hand = [n for n in range(100) if Decimal(f"2321{digits}11{n:02}") % 97 == 1]
    assert rest == by_hand or passes_eleven_test(digits)


@given(st.sampled_from(sorted(schemes())), st.text(" .-0123456789abNL", min_size=1).filter(str.strip))
def test_a_compact_number_stays_what_it_is(scheme, value):
    once = Identifier(scheme=scheme, value=value)
    if compact(once):
        twice = Identifier(scheme=scheme, value=compact(once))
        assert compact(twice) == compact(once) and fault(twice) == fault(once)


def test_a_number_within_a_number_counts():
    oin = with_number("oin", "0000 0003 01234567 0000")
    assert ("kvk", "01234567") in numbers(oin)
    assert ("rsin", "002306608") in numbers(with_number("oin", "00000001002306608000"))
    assert ("tooi", "gm0344") in numbers(with_number("cbs", "GM0344"))
    assert list(numbers(with_number("cbs", "BU03440001"))) == [("cbs", "bu03440001")]


def test_what_is_no_right_number_tells_nothing():
    assert numbers(with_number("rsin", "123456789")) == {}
    assert numbers(with_number("kvk", "1234567")) == {}
    assert shows("sbi") is None and shows("btw") == "likely" and shows("eigen") == "likely"
