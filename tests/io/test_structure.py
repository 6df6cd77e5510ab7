"""What each kind of field takes and refuses, written out by hand, and every class of record in turn."""

from decimal import Decimal
from typing import Any

import pytest

import samenwerking as sw
from samenwerking import model, vocabulary
from samenwerking.io.document import BadNumber, Scalar
from samenwerking.io.structure import Refused, describe, structure
from samenwerking.model import canvas, goals, identified, organizations, participation, running, setup
from samenwerking.model.record import Problem
from samenwerking.report import make_finding

TRUE, FIVE, HALF, WORD, LIST, GROUP = True, 5, Decimal("5.7"), "abc", [], {}  # the wrong values, each a kind


def refused(data: Any, cls: type) -> Refused:
    with pytest.raises(Refused) as raised:
        structure(data, cls)
    return raised.value


def only(data: Any, cls: type) -> Problem:
    problems = refused(data, cls).problems
    assert len(problems) == 1, [(p.code, p.path) for p in problems]
    return problems[0]


def told(problem: Problem) -> tuple[str, str]:
    finding = make_finding(problem.code, dict(problem.params))
    return finding.message("nl"), finding.message("en")


COUNT = {"what": "partijen", "number": 3}
MEASURED = {"on": "2026", "value": 1}

# class, what else the record says, the field, its Dutch and English name, what it takes in both languages
KINDS = {
    "text": (canvas.Collaboration, {"id": "k", "name": "K"}, "note", "opmerking", "note"),
    "bool": (canvas.StatedCount, COUNT, "at_least", "minstens", "at least"),
    "int": (canvas.StatedCount, {"what": "partijen"}, "number", "aantal", "number"),
    "decimal": (goals.Measurement, {"on": "2026"}, "value", "waarde", "value"),
    "date": (goals.Measurement, {"value": 1}, "on", "datum", "date"),
    "closed": (goals.GoalLink, {"goal": "g"}, "kind", "aard", "kind"),
    "choice": (sw.Portfolio, {}, "language", "taal", "language"),
    "record": (sw.Collaboration, {"id": "k", "name": "K"}, "period", "looptijd", "period"),
    "texts": (canvas.Canvas, {}, "goals", "doelen", "goals"),
    "records": (canvas.Canvas, {}, "decisions", "besluiten", "decisions"),
}
EXPECTED = {
    "text": ("een tekst", "a text"),
    "bool": ("ja of nee (true of false)", "yes or no (true or false)"),
    "int": ("een geheel getal", "a whole number"),
    "decimal": ("een getal", "a number"),
    "date": ("een datum zoals 2026-03-01", "a date such as 2026-03-01"),
    "closed": ("een van de vaste waarden", "one of the fixed values"),
    "choice": ("een van de vaste waarden", "one of the fixed values"),
    "record": ("een groep velden", "a group of fields"),
    "texts": ("een lijst", "a list"),
    "records": ("een lijst", "a list"),
}
SHOWN = {
    "true": (TRUE, "ja of nee (true)", "yes or no (true)"),
    "5": (FIVE, "een getal (5)", "a number (5)"),
    "5.7": (HALF, "een getal (5.7)", "a number (5.7)"),
    "abc": (WORD, "de tekst 'abc'", "the text 'abc'"),
    "[]": (LIST, "een lijst", "a list"),
    "{}": (GROUP, "een groep velden", "a group of fields"),
}
# kind, wrong value, what is suggested
WRONG = [
    ("text", "true", None),
    ("text", "5", '"5"'),
    ("text", "5.7", '"5.7"'),
    ("text", "[]", None),
    ("text", "{}", None),
    ("bool", "5", None),
    ("bool", "5.7", None),
    ("bool", "abc", None),
    ("bool", "[]", None),
    ("bool", "{}", None),
    ("int", "true", None),
    ("int", "5.7", None),
    ("int", "abc", None),
    ("int", "[]", None),
    ("int", "{}", None),
    ("decimal", "true", None),
    ("decimal", "abc", None),
    ("decimal", "[]", None),
    ("decimal", "{}", None),
    ("date", "true", None),
    ("date", "5", '"5"'),
    ("date", "5.7", None),
    ("date", "[]", None),
    ("date", "{}", None),
    ("closed", "true", None),
    ("closed", "5", None),
    ("closed", "5.7", None),
    ("closed", "[]", None),
    ("closed", "{}", None),
    ("choice", "true", None),
    ("choice", "[]", None),
    ("choice", "{}", None),
    ("record", "true", None),
    ("record", "5", None),
    ("record", "5.7", None),
    ("record", "abc", None),
    ("record", "[]", None),
    ("texts", "true", None),
    ("texts", "5", None),
    ("texts", "5.7", None),
    ("texts", "abc", '["abc"]'),
    ("texts", "{}", None),
    ("records", "true", None),
    ("records", "5", None),
    ("records", "abc", '["abc"]'),
    ("records", "{}", None),
]


@pytest.mark.parametrize(("kind", "value", "suggestion"), WRONG)
def test_a_wrong_kind_of_value_is_told_in_both_languages(
    kind: str, value: str, suggestion: str | None
) -> None:
    cls, rest, key, name_nl, name_en = KINDS[kind]
    raw, got_nl, got_en = SHOWN[value]
    problem = only({**rest, key: raw}, cls)
    assert (problem.code, problem.path) == ("SAM111", (key,))
    assert problem.params["key"] == key
    assert problem.params.get("suggestion") == suggestion
    assert told(problem) == (
        f"Bij '{name_nl}' hoort {EXPECTED[kind][0]}; hier staat {got_nl}.",
        f"'{name_en}' takes {EXPECTED[kind][1]}; this is {got_en}.",
    )


@pytest.mark.parametrize("kind", list(KINDS))
def test_nothing_is_no_value_of_any_kind(kind: str) -> None:
    cls, rest, key, name_nl, name_en = KINDS[kind]
    problem = only({**rest, key: None}, cls)
    assert (problem.code, problem.path) == ("SAM110", (key,))
    assert told(problem) == (f"Bij '{name_nl}' staat niets.", f"Nothing stands at '{name_en}'.")


@pytest.mark.parametrize(
    ("kind", "raw", "result"),
    [
        ("text", "", ""),
        ("text", "  spaties  ", "  spaties  "),
        ("text", "regel\nregel\ttab", "regel\nregel\ttab"),
        ("text", Scalar("12"), "12"),
        ("text", "\U0001f41d", "\U0001f41d"),
        ("bool", True, True),
        ("bool", False, False),
        ("bool", Scalar("ja"), True),
        ("bool", Scalar("NEE"), False),
        ("bool", Scalar("Yes"), True),
        ("bool", Scalar("no"), False),
        ("bool", Scalar("TRUE"), True),
        ("bool", Scalar("false"), False),
        ("int", 0, 0),
        ("int", 1_000_000_000, 1_000_000_000),
        ("int", Scalar("+7"), 7),
        ("int", Scalar("007"), 7),
        ("decimal", 3, Decimal(3)),
        ("decimal", -3, Decimal(-3)),
        ("decimal", 0.1, Decimal("0.1")),
        ("decimal", Decimal("1.50"), Decimal("1.5")),
        ("decimal", Scalar("2e3"), Decimal(2000)),
        ("decimal", Scalar("-0.25"), Decimal("-0.25")),
        ("date", "2026", sw.Date("2026")),
        ("date", "2028-02", sw.Date("2028-02")),
        ("date", "2028-02-29", sw.Date("2028-02-29")),
        ("date", Scalar("0001-01-01"), sw.Date("0001-01-01")),
        ("closed", "part-of", "part-of"),
        ("closed", Scalar("conflicts-with"), "conflicts-with"),
        ("choice", "nl", "nl"),
        ("choice", Scalar("en"), "en"),
        ("record", {}, sw.Period()),
        ("record", {"start": "2026"}, sw.Period(start="2026")),
        ("texts", [], ()),
        ("texts", ["a", "b", "a"], ("a", "b", "a")),
        ("texts", ("a",), ("a",)),
        ("records", [{"text": "t"}], (canvas.Decision(text="t"),)),
    ],
)
def test_a_right_value_becomes_exactly_this(kind: str, raw: Any, result: Any) -> None:
    cls, rest, key, *_ = KINDS[kind]
    made = getattr(structure({**rest, key: raw}, cls), key)
    assert getattr(made, "value", made) == result
    assert not isinstance(made, Scalar)


@pytest.mark.parametrize(
    ("kind", "raw", "suggestion"),
    [
        ("bool", "ja", "true"),
        ("bool", "Nee", "false"),
        ("bool", "TRUE", "true"),
        ("bool", "no", "false"),
        ("bool", "", None),
        ("bool", "j", None),
        ("bool", Scalar("on"), None),
        ("bool", Scalar("1"), None),
        ("int", "12", "12"),
        ("int", "+12", "12"),
        ("int", "012", "12"),
        ("int", "1.0", None),
        ("int", "12 ", None),
        ("int", "", None),
        ("int", "٣", None),
        ("int", Scalar("1.0"), None),
        ("int", Scalar("1_000"), None),
        ("int", Scalar("0x1F"), None),
        ("decimal", "12", "12"),
        ("decimal", "12,5", "12.5"),
        ("decimal", "12.5", "12.5"),
        ("decimal", "1e3", "1e3"),
        ("decimal", "1.000,5", None),
        ("decimal", "1,000,5", None),
        ("decimal", "12 km", None),
        ("decimal", ",5", None),
        ("decimal", "5,", None),
        ("decimal", "--5", None),
        ("decimal", Scalar("0,6"), "0.6"),
        ("decimal", Scalar(".5"), None),
        ("decimal", Scalar("1e9999"), None),
        ("decimal", Scalar("NaN"), None),
        ("decimal", Scalar("inf"), None),
    ],
)
def test_a_text_that_means_something_else_is_asked_about_not_taken(
    kind: str, raw: str, suggestion: str | None
) -> None:
    cls, rest, key, *_ = KINDS[kind]
    problem = only({**rest, key: raw}, cls)
    assert (problem.code, problem.path) == ("SAM111", (key,))
    assert problem.params.get("suggestion") == suggestion


@pytest.mark.parametrize(
    ("raw", "suggestion"),
    [
        ("1-3-2026", "2026-03-01"),
        ("01-03-2026", "2026-03-01"),
        ("31/12/2026", "2026-12-31"),
        ("1.3.2026", "2026-03-01"),
        (" 1-3-2026 ", "2026-03-01"),
        ("2026-3-1", None),
        ("2026-02-30", None),
        ("2026-13", None),
        ("0000", None),
        ("26", None),
        ("maart 2026", None),
        ("2026-03-01T00:00:00", None),
        ("20260301", None),
        ("", None),
        ("２０２６", None),
    ],
)
def test_a_text_that_is_no_date(raw: str, suggestion: str | None) -> None:
    problem = only({"on": raw, "value": 1}, goals.Measurement)
    assert (problem.code, problem.path) == ("SAM115", ("on",))
    assert problem.params.get("suggestion") == suggestion


@pytest.mark.parametrize(
    ("raw", "suggestion"),
    [
        ("Onderdeel van", "part-of"),
        ("part of", "part-of"),
        ("PART-OF", "part-of"),
        ("suports", "supports"),
        ("depends_on", "depends-on"),
        ("zzzz", None),
        ("", None),
    ],
)
def test_a_word_that_is_not_in_the_closed_list(raw: str, suggestion: str | None) -> None:
    problem = only({"goal": "g", "kind": raw}, goals.GoalLink)
    assert (problem.code, problem.path) == ("SAM114", ("kind",))
    assert problem.params["allowed"] == ("part-of", "supports", "depends-on", "conflicts-with")
    assert problem.params.get("suggestion") == suggestion


def test_a_choice_takes_only_what_is_written_exactly() -> None:
    for raw in ("NL", "nl ", "nederlands", "fr"):
        problem = only({"language": raw}, sw.Portfolio)
        assert (problem.code, problem.path) == ("SAM114", ("language",))
        assert problem.params["allowed"] == ("nl", "en")
    number = only({"language": 5}, sw.Portfolio)
    assert (number.code, number.params["suggestion"]) == ("SAM111", '"5"')


@pytest.mark.parametrize(
    ("value", "code", "suggestion"),
    [
        (Decimal("-0.01"), "SAM120", None),
        (Decimal("1.01"), "SAM120", Decimal("0.0101")),
        (60, "SAM120", Decimal("0.6")),
        (100, "SAM120", Decimal(1)),
        (101, "SAM120", None),
        (BadNumber("NaN"), "SAM124", None),
        (BadNumber("9" * 99, "SAM116"), "SAM116", None),
        (10**15, "SAM116", None),
        (float("inf"), "SAM124", None),
    ],
)
def test_a_share_outside_its_range(value: Any, code: str, suggestion: Any) -> None:
    problem = only({"text": "t", "share": value}, participation.Risk)
    assert (problem.code, problem.path) == (code, ("share",))
    assert problem.params.get("suggestion") == suggestion


@pytest.mark.parametrize("value", [0, 1, Decimal("0.5"), 1.0, Decimal("1.000")])
def test_both_ends_of_a_range_belong_to_it(value: Any) -> None:
    assert structure({"text": "t", "share": value}, participation.Risk).share == value


def test_a_list_tells_every_bad_item_at_its_own_place() -> None:
    problems = refused({"goals": ["a", None, 5, [], "", "b"]}, canvas.Canvas).problems
    assert [(p.code, p.path) for p in problems] == [
        ("SAM110", ("goals", 1)),
        ("SAM111", ("goals", 2)),
        ("SAM111", ("goals", 3)),
    ]
    assert told(problems[1])[0] == "Bij 'doelen' hoort een tekst; hier staat een getal (5)."
    assert problems[1].params["suggestion"] == '"5"'


def test_what_could_be_read_of_a_broken_list_keeps_its_place() -> None:
    partial = refused({"decisions": [{"text": "een"}, 5, {"text": "drie"}]}, canvas.Canvas).partial
    assert [getattr(item, "text", None) for item in partial.decisions] == ["een", None, "drie"]
    assert partial.goals == ()


def test_what_could_be_read_of_a_broken_record_stays_and_the_rest_is_default() -> None:
    partial = refused({"id": "g", "name": 5, "lead": "x", "zzz": 1}, sw.Goal).partial
    assert (partial.id, partial.lead, partial.name, partial.kind) == ("g", "x", None, None)
    assert partial.indicators == ()


def test_a_class_of_its_own_trouble_is_told_from_the_outside_in() -> None:
    data = {"id": "k", "name": "K", "canvas": {"parties": [{"party": "x", "period": {"end": 5}}]}}
    problem = only(data, sw.Collaboration)
    assert problem.path == ("canvas", "parties", 0, "period", "end")
    assert problem.params["suggestion"] == '"5"'


def test_an_optional_record_may_be_absent_but_not_be_something_else() -> None:
    assert structure({"name": "n"}, goals.Indicator).monitoring is None
    assert structure({"name": "n", "monitoring": {}}, goals.Indicator).monitoring == goals.Monitoring()
    problem = only({"name": "n", "monitoring": ["jaarlijks"]}, goals.Indicator)
    assert told(problem)[1] == "'monitoring' takes a group of fields; this is a list."


@pytest.mark.parametrize(
    ("value", "path", "code"),
    [
        (None, (), "SAM110"),
        ([1, None], (1,), "SAM110"),
        ({"a": {"b": None}}, ("a", "b"), "SAM110"),
        ("\x00", (), "SAM123"),
        (["a", "\x1b"], (1,), "SAM123"),
        ({"\x7f": 1}, (), "SAM123"),
        (BadNumber("Infinity"), (), "SAM124"),
        ({"a": [BadNumber("9" * 50, "SAM116")]}, ("a", 0), "SAM116"),
    ],
)
def test_keys_of_others_hold_any_data_but_these(value: Any, path: tuple[Any, ...], code: str) -> None:
    problem = only({"id": "o", "name": "O", "x-tool": value}, sw.Organization)
    assert (problem.code, problem.path) == (code, ("x-tool", *path))


def test_keys_of_others_keep_what_they_hold() -> None:
    held = {"x-a": [1, Decimal("0.5"), True, "t", {"b": []}], "x-": ""}
    made = structure({"id": "o", "name": "O", **held}, sw.Organization)
    assert made.extra["x-a"] == (1, Decimal("0.5"), True, "t", sw.Extra({"b": ()}))
    assert made.extra["x-"] == ""


def test_records_within_records_take_no_keys_of_others() -> None:
    problem = only({"x-a": 1}, sw.Period)
    assert (problem.code, problem.path) == ("SAM113", ("x-a",))


def test_a_mistyped_required_field_is_one_fault() -> None:
    problem = only({"id": "g", "naam": "G", "kind": "own"}, sw.Goal)
    assert (problem.code, problem.params["suggestion"]) == ("SAM113", "name")


def test_two_faults_in_one_field_of_one_record_are_told_once_each() -> None:
    problems = refused({"what": 5, "number": "6"}, canvas.StatedCount).problems
    assert [(p.code, p.path, p.params["suggestion"]) for p in problems] == [
        ("SAM111", ("what",), '"5"'),
        ("SAM111", ("number",), "6"),
    ]


@pytest.mark.parametrize("key", ["value", "cost", "expected_value", "probability"])
def test_a_private_value_is_never_quoted_and_never_suggested(key: str) -> None:
    problem = only({key: "12,5"}, participation.Alternative)
    assert told(problem)[0].endswith("hoort een getal; hier staat (privé).")
    assert "suggestion" not in problem.params


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [
        (False, "ja of nee (false)", "yes or no (false)"),
        (0, "een getal (0)", "a number (0)"),
        (1.5, "een getal (1.5)", "a number (1.5)"),
        (Decimal("1E+2"), "een getal (1E+2)", "a number (1E+2)"),
        ((), "een lijst", "a list"),
        (None, "niets", "nothing"),
        ("", "de tekst ''", "the text ''"),
        ("a\nb", "de tekst 'a b'", "the text 'a b'"),
        (BadNumber("NaN"), "'NaN'", "'NaN'"),
        (b"x", "bytes", "bytes"),
    ],
)
def test_what_a_value_is_called_in_both_languages(value: object, nl: str, en: str) -> None:
    assert (describe(value).nl, describe(value).en) == (nl, en)


# Every class of record: the least it takes, its Dutch name, a Dutch word that people may write with the
# key that is meant, and the fields that must be there.
CLASSES: list[tuple[type, dict[str, Any], str, str, str, tuple[str, ...]]] = [
    (model.Portfolio, {}, "Portefeuille", "organisaties", "organizations", ()),
    (model.Organization, {"id": "a", "name": "A"}, "Organisatie", "nummers", "identifiers", ("id",)),
    (model.Identifier, {"scheme": "kvk", "value": "1"}, "Nummer", "waarde", "value", ("scheme", "value")),
    (model.Source, {"title": "t"}, "Bron", "gezien op", "seen", ()),
    (identified.Confirmation, {"by": "a"}, "Bevestiging", "door", "by", ("by",)),
    (model.Partner, {"party": "a"}, "Partner", "gebeurtenissen", "events", ("party",)),
    (model.MembershipEvent, {"kind": "signed"}, "Stap in het lidmaatschap", "datum", "on", ("kind",)),
    (model.Commitment, {"text": "t"}, "Commitment", "verslagen", "reports", ("text",)),
    (organizations.ProgressReport, {}, "Voortgangsverslag", "adres", "address", ()),
    (model.Supporter, {"party": "a"}, "Supporter", "waarom", "why", ("party",)),
    (model.Area, {"id": "a", "name": "A"}, "Gebied", "deel van", "part_of", ("id", "name")),
    (model.Goal, {"id": "g", "name": "G", "kind": "own"}, "Doel", "trekker", "lead", ("id", "name", "kind")),
    (model.Indicator, {"name": "n"}, "Indicator", "streefwaarde", "target", ("name",)),
    (goals.Monitoring, {}, "Monitoring", "frequentie", "frequency", ()),
    (goals.Measurement, {"on": "2026", "value": 1}, "Meting", "waarde", "value", ("on", "value")),
    (
        goals.GoalLink,
        {"goal": "g", "kind": "supports"},
        "Verband tussen doelen",
        "oplossing",
        "resolution",
        ("goal", "kind"),
    ),
    (goals.Endorsement, {"party": "a"}, "Instemming", "partij", "party", ("party",)),
    (
        goals.GoalStatus,
        {"on": "2026", "state": "done"},
        "Stand van een doel",
        "stand",
        "state",
        ("on", "state"),
    ),
    (model.Collaboration, {"id": "k", "name": "K"}, "Samenwerking", "versnelling", "gear", ("id", "name")),
    (model.Period, {}, "Looptijd", "einde open", "open_end", ()),
    (
        canvas.StatedCount,
        {"what": "w", "number": 0},
        "Aantal volgens een bron",
        "aantal",
        "number",
        ("what", "number"),
    ),
    (model.Canvas, {}, "Canvas", "weg terug", "step_back_route", ()),
    (model.Participation, {"party": "a"}, "Partij", "opbrengsten", "benefits", ("party",)),
    (model.Contribution, {}, "Bijdrage", "hoeveelheid", "amount", ()),
    (
        participation.Installment,
        {"on": "2026", "amount": 1},
        "Termijn",
        "hoeveelheid",
        "amount",
        ("on", "amount"),
    ),
    (participation.Delivery, {"on": "2026", "amount": 1}, "Levering", "datum", "on", ("on", "amount")),
    (model.Benefit, {}, "Opbrengst", "gever", "giver", ()),
    (model.Risk, {"text": "t"}, "Risico", "aandeel", "share", ("text",)),
    (model.Alternative, {}, "Alternatief (BATNA)", "alternatief bekeken", "considered", ()),
    (
        model.Position,
        {"binding": 0, "control": 100},
        "Plek op de assen",
        "externe binding",
        "binding",
        ("binding", "control"),
    ),
    (model.Representative, {"person": "p"}, "Vertegenwoordiger", "mandaat", "mandate", ("person",)),
    (
        participation.Effort,
        {"amount": 1, "unit": "uur"},
        "Tijdsinzet",
        "eenheid",
        "unit",
        ("amount", "unit"),
    ),
    (model.Mandate, {}, "Mandaat", "reikwijdte", "scope", ()),
    (model.Signature, {}, "Handtekening", "tekenbevoegd", "authorized", ()),
    (model.Stakeholder, {"name": "n"}, "Belanghebbende", "geraakt", "affected", ("name",)),
    (model.Decision, {"text": "t"}, "Besluit", "uitkomst", "outcome", ("text",)),
    (canvas.Ratification, {"party": "a"}, "Bekrachtiging", "partij", "party", ("party",)),
    (model.Setup, {}, "Inrichting", "rechtsvorm", "legal_form", ()),
    (
        setup.Obligation,
        {"text": "t", "kind": "payment", "debtor": "a"},
        "Verplichting",
        "wettelijke plicht",
        "legal_duty",
        ("text", "kind", "debtor"),
    ),
    (setup.PriceModel, {}, "Prijsmodel", "prikkel", "incentive", ()),
    (setup.Body, {"name": "n"}, "Overleg", "leden", "members", ("name",)),
    (setup.Task, {"name": "n"}, "Taak", "geraadpleegd", "consulted", ("name",)),
    (setup.Director, {}, "Regisseur", "betaald door", "paid_by", ()),
    (setup.ConflictProcedure, {}, "Geschilafspraak", "stappen", "steps", ()),
    (setup.ExitRules, {}, "Uittreden", "opzegtermijn", "notice", ()),
    (setup.SharedRisk, {"text": "t"}, "Gedeeld risico", "dragers", "bearers", ("text",)),
    (
        setup.ReservedPower,
        {"party": "a", "text": "t"},
        "Voorbehouden bevoegdheid",
        "tekst",
        "text",
        ("party", "text"),
    ),
    (running.Resources, {}, "Middelen", "fasen", "phases", ()),
    (running.Phase, {}, "Fase", "begroting", "budget", ()),
    (running.Funding, {}, "Dekking", "financier", "funder", ()),
    (running.Communication, {}, "Overlegafspraken", "kanalen", "channels", ()),
    (running.Quality, {}, "Kwaliteit", "leermomenten", "learning", ()),
    (running.LearningMoment, {}, "Leermoment", "omschrijving", "description", ()),
    (running.Realization, {}, "Realisatie", "lessen", "lessons", ()),
    (running.Evaluation, {}, "Evaluatie", "bevindingen", "findings", ()),
    (running.Action, {"text": "t"}, "Actie", "eigenaar", "owner", ("text",)),
    (running.Lesson, {"text": "t"}, "Les", "doelgroepen", "audiences", ("text",)),
    (running.EndResult, {}, "Eindresultaat", "afbouwplan", "exit_plan", ()),
    (running.Maintenance, {"result": "r"}, "Beheer", "beheerder", "manager", ("result",)),
    (running.ExitPlan, {}, "Afbouwplan", "overdracht", "handover", ()),
    (canvas.Agreement, {"on": "2026"}, "Akkoord", "vingerafdruk", "digest", ("on",)),
    (
        canvas.LeftEmpty,
        {"path": "p", "reason": "r"},
        "Bewust leeg gelaten",
        "reden",
        "reason",
        ("path", "reason"),
    ),
    (
        vocabulary.Code,
        {"list": "role", "code": "c", "nl": "C"},
        "Code",
        "herkomst",
        "mark",
        ("list", "code", "nl"),
    ),
]
BY_NAME = pytest.mark.parametrize(
    ("cls", "least", "dutch", "word", "meant", "required"), CLASSES, ids=[c[0].__name__ for c in CLASSES]
)


def test_every_class_of_record_stands_in_the_table() -> None:
    assert len({row[0] for row in CLASSES}) == len(CLASSES) == 63


@BY_NAME
def test_the_least_of_every_record_reads(
    cls: type, least: dict[str, Any], dutch: str, word: str, meant: str, required: tuple[str, ...]
) -> None:
    made = structure(least, cls)
    assert type(made) is cls
    for key, raw in least.items():
        value = getattr(made, key)
        assert str(getattr(value, "value", value)) == str(raw)


@BY_NAME
def test_a_dutch_word_for_a_field_is_asked_about(
    cls: type, least: dict[str, Any], dutch: str, word: str, meant: str, required: tuple[str, ...]
) -> None:
    problem = only({**least, word: "x"}, cls)
    assert (problem.code, problem.path) == ("SAM113", (word,))
    assert problem.params["suggestion"] == meant
    assert told(problem)[0] == f"'{word}' is geen veld van '{dutch}'."


@BY_NAME
def test_every_field_that_must_be_there_is_named_when_it_is_not(
    cls: type, least: dict[str, Any], dutch: str, word: str, meant: str, required: tuple[str, ...]
) -> None:
    for key in required:
        data = {name: value for name, value in least.items() if name != key}
        problem = only(data, cls)
        assert (problem.code, problem.path, problem.params["key"]) == ("SAM112", (), key)
    if required:
        missing = [p.params["key"] for p in refused({}, cls).problems if p.code == "SAM112"]
        assert set(required) <= set(missing)


@BY_NAME
def test_no_record_is_a_list_or_a_text(
    cls: type, least: dict[str, Any], dutch: str, word: str, meant: str, required: tuple[str, ...]
) -> None:
    for raw, got in ((["a"], "a list"), ("a", "the text 'a'"), (5, "a number (5)")):
        problem = only(raw, cls)
        assert (problem.code, problem.path) == ("SAM111", ())
        assert problem.params["got"].en == got
