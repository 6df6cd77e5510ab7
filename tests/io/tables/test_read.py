"""From a filled-in form to a portfolio, and from every mistake to its cell."""

import datetime
from decimal import Decimal

import pytest

import samenwerking as sw
from samenwerking.cli import main
from samenwerking.io.tables import read_tables, read_workbook
from samenwerking.io.tables.read import tables_result, workbook_result

GOOD = {
    "Organisaties": [
        ["Naam", "Aard", "Eigendom", "Sector", "KVK-nummer", "Heeft een achterban", "Andere namen", "x-dossier"],
        ["Waterschap X", None, "publiek", "waterschap", None, "ja", "WSX", 12],
        ["Agrarisch collectief Y", None, "privaat", "agrarisch collectief", "01234567", "ja", None, "A-1"],
        ["Jan de Vries", "persoon", None, None, None, None, None, datetime.datetime(2026, 3, 1)],
    ],
    "Doelen": [
        ["Naam", "Aard", "Trekker", "Streefdatum", "Domeinen", "Instemming van"],
        ["Kruidenrijke randen", "gezamenlijk doel", "WSX", 2028, "landbouw; water", "Waterschap X; agrarisch collectief y"],
    ],
    "Indicatoren": [
        ["Doel", "Naam", "Eenheid", "Beginwaarde", "Streefwaarde", "Streefdatum", "Hoe vaak gemeten"],
        [None, "lengte", "km", "12,5", 40, "maart 2028", "jaarlijks"],
    ],
    "Metingen": [["Indicator", "Datum", "Waarde"], ["lengte", datetime.datetime(2026, 10, 1), "28,5"]],
    "Samenwerkingen": [
        ["Naam", "Versnelling", "Doelen", "Vorm", "Begin", "Einde", "Besluitregel", "Regisseur", "Bron"],
        ["Voorbeeldpolder", "Klopt", "Kruidenrijke randen", "samenwerking gericht op een gezamenlijk doel",
         datetime.datetime(2026, 3, 1), "2028", "Consensus", "waterschap-x", "https://example.org/a; verslag"],
    ],
    "Deelnames": [
        ["Partij", "Rol", "Brengt", "Draagt risico", "Vanaf", "Belang besproken", "Externe binding", "Interne controle"],
        ["Waterschap X", "financier", "geld; kennis", "droogte", "1-3-2026", "ja", "70%", 40],
        ["Agrarisch collectief Y", "deelnemer", None, None, None, "nee", None, None],
    ],
    "Bijdragen": [
        ["Partij", "Aard", "Omschrijving", "Hoeveelheid", "Dient doel", "Risicodragend"],
        ["Waterschap X", "geld", "vergoeding", "€ 200.000", "Kruidenrijke randen", False],
    ],
    "Opbrengsten": [["Partij", "Aard", "Gever"], ["Agrarisch collectief Y", "vergoeding", "Waterschap X"]],
    "Risico's": [["Partij", "Risico", "Aandeel"], ["Agrarisch collectief Y", "opbrengst valt tegen", "60%"]],
    "Partners": [["Partij", "Ondertekend op", "Onderschrijft doelen en aanpak"], ["Waterschap X", "2024", "ja"]],
    "Commitments": [["Partner", "Tekst", "Thema's"], ["Waterschap X", "10 ha erbij", "Verdienmodellen"]],
}  # fmt: skip


@pytest.fixture
def good(book):
    portfolio, report = read_workbook(book(GOOD))
    assert report.findings == ()
    return portfolio


def test_a_filled_in_form_becomes_a_portfolio(good):
    water, collective, person = good.organizations
    assert (water.id, water.ownership.value, water.sector, water.has_constituency) == (
        "waterschap-x", "public", "waterschap", True,
    )  # fmt: skip
    assert (water.aliases, dict(water.extra)) == (("WSX",), {"x-dossier": 12})
    assert [(i.scheme, i.value) for i in collective.identifiers] == [("kvk", "01234567")]
    assert (person.id, person.kind.value, dict(person.extra)) == (
        "persoon-1",
        "person",
        {"x-dossier": "2026-03-01"},
    )

    (goal,) = good.goals
    assert (goal.kind.value, goal.lead, goal.deadline.iso, goal.domains) == (
        "shared", "waterschap-x", "2028", ("landbouw", "water"),
    )  # fmt: skip
    assert [e.party for e in goal.endorsements] == ["waterschap-x", "agrarisch-collectief-y"]
    (indicator,) = goal.indicators
    assert (indicator.baseline, indicator.target, indicator.deadline.iso) == (Decimal("12.5"), 40, "2028-03")
    assert indicator.monitoring.frequency == "jaarlijks"
    assert [(m.on.iso, m.value) for m in indicator.measurements] == [("2026-10-01", Decimal("28.5"))]


def test_a_collaboration_with_its_canvas(good):
    (polder,) = good.collaborations
    assert (polder.id, polder.gear.value, polder.period.start.iso, polder.period.end.iso) == (
        "voorbeeldpolder", "klopt", "2026-03-01", "2028",
    )  # fmt: skip
    canvas = polder.canvas
    assert (canvas.goals, canvas.form.value) == (("kruidenrijke-randen",), "shared-goal")
    assert (canvas.setup.decision_rule.value, canvas.setup.director.organization) == (
        "consensus",
        "waterschap-x",
    )
    assert [(s.address, s.title) for s in polder.sources] == [("https://example.org/a", ""), ("", "verslag")]
    water, collective = canvas.parties
    assert [c.description for c in water.contributions] == ["geld", "kennis", "vergoeding"]
    money = water.contributions[2]
    assert (money.kind, money.amount, money.unit, money.serves, money.at_risk) == (
        "geld", 200000, "EUR", ("kruidenrijke-randen",), False,
    )  # fmt: skip
    assert [r.text for r in water.risks] == ["droogte"]
    assert (water.position.binding, water.position.control, water.interests_discussed) == (70, 40, True)
    assert collective.benefits[0].giver == "waterschap-x"
    assert collective.risks[0].share == Decimal("0.6")


def test_partners(good):
    (partner,) = good.partners
    assert (partner.id, partner.party, partner.endorses) == ("partner-waterschap-x", "waterschap-x", True)
    assert [(e.kind.value, e.on.iso) for e in partner.events] == [("signed", "2024")]
    assert partner.commitments[0].themes == ("verdienmodellen",)


def test_the_notes_say_which_ids_were_made(book):
    _, report = read_workbook(book(GOOD))
    assert [(f.code, f.sheet, f.line) for f in report] == [
        ("SAM963", "Organisaties", 1), ("SAM963", "Doelen", 1), ("SAM963", "Samenwerkingen", 1),
    ]  # fmt: skip
    assert report.notes == report.items
    assert report.notes[0].message("nl") == "Kenmerken die uit de naam zijn gemaakt: 3, zoals 'waterschap-x'."


MISTAKES = {
    "Organisaties": [
        ["Gebiedsproces De Vliet"],
        ["Naam", "Eigendom", "KVK-nummer", "Sekter"],
        ["Waterschap X", "publik", 1234567, "waterschap"],
        [None, None, None, None],
        ["Collectief Y", "privaat", None, None],
    ],
    "Doelen": [["Naam", "Aard", "Streefdatum"], ["Randen", "gezamenlijk doel", "eind 2028"], ["Water", None, None]],
    "Samenwerkingen": [["Naam", "Doelen", "Begin", "Einde"], ["Polder", "Randen; Rnaden", 2026, 2028]],
    "Partijen": [["Partij", "Belang besproken"], ["Waterschap X", "misschien"], ["#N/B", "ja"]],
    "Bijdragen": [["Partij", "Hoeveelheid"], ["Waterschap X", "200,000"], ["Collectief Y", "12"]],
}  # fmt: skip
EXPECTED = [
    ("SAM953", "Organisaties", 2, 4),  # a heading that is none
    ("SAM114", "Organisaties", 3, 2),  # a word that is not in the list
    ("SAM971", "Organisaties", 3, 3),  # the zero that fell off
    ("SAM115", "Doelen", 2, 3),  # no date
    ("SAM112", "Doelen", 3, 2),  # what cannot stay empty
    ("SAM201", "Samenwerkingen", 2, 2),  # a name that is not there
    ("SAM114", "Partijen", 2, 2),  # neither yes nor no
    ("SAM957", "Partijen", 3, 1),  # a formula that went wrong
    ("SAM959", "Bijdragen", 2, 2),  # a number that may be two
    ("SAM962", "Bijdragen", 3, 1),  # a row that belongs to nothing
]


def test_ten_mistakes_are_each_told_once_at_its_cell(book):
    portfolio, report = read_workbook(book(MISTAKES))
    assert portfolio is None
    found = [(f.code, f.sheet, f.line, f.column) for f in report.findings]
    assert sorted(found) == sorted(EXPECTED)
    assert len(found) == 10


def test_what_may_be_meant_is_said_in_the_words_of_the_sheet(book):
    _, report = read_workbook(book(MISTAKES))
    hints = {(f.code, f.sheet): f.hint("nl") for f in report.findings}
    assert "Bedoelde je 'sector'?" in hints["SAM953", "Organisaties"]
    assert hints["SAM114", "Organisaties"] == "Bedoelde je 'publiek'? Kies uit: publiek en privaat."
    assert "'01234567'" in hints["SAM971", "Organisaties"]
    assert hints["SAM112", "Doelen"] == "Vul 'aard' in."
    assert hints["SAM201", "Samenwerkingen"] == "Bedoelde je 'Randen'?"
    assert hints["SAM114", "Partijen"] == "Kies uit: ja en nee."


def test_findings_have_subject_and_pointer(book):
    _, report = read_workbook(book(MISTAKES))
    (wrong,) = report.filter(code="SAM115").findings
    assert (wrong.subject, wrong.subject_name, wrong.field) == ("randen", "Randen", "deadline")
    assert wrong.pointer == "/goals/0/deadline"


def test_what_contradicts_is_told_where_it_begins():
    _, report = read_tables({"Samenwerkingen": [{"naam": "S", "begin": 2028, "einde": 2026}]})
    (finding,) = report.errors
    assert (finding.code, finding.line) == ("SAM119", 2)
    assert finding.column in (2, 3)


def test_places_in_a_message_are_rows():
    _, report = read_tables({"Doelen": [{"naam": "A", "kenmerk": "x", "aard": "eigen doel"}] * 2})
    (again,) = report.filter(code="SAM203").findings
    assert "blad Doelen rij 2 en blad Doelen rij 3" in again.message("nl")
    assert (again.line, again.column) == (3, 2)


def test_a_name_of_two_records_is_ambiguous():
    tables = {
        "Organisaties": [{"naam": "X", "kenmerk": "x-1"}, {"naam": "X", "kenmerk": "x-2"}],
        "Samenwerkingen": [{"naam": "S"}],
        "Partijen": [{"partij": "X"}, {"partij": "x-1"}],
    }
    portfolio, report = read_tables(tables)
    assert portfolio is None
    (finding,) = report.errors
    assert (finding.code, finding.sheet, finding.line, finding.column) == ("SAM961", "Partijen", 2, 1)
    assert "blad Organisaties rij 2 en blad Organisaties rij 3" in finding.message("nl")


def test_a_reference_of_the_wrong_kind_is_told():
    _, report = read_tables({"Doelen": [{"naam": "D", "aard": "eigen doel", "trekker": "E"},
                                        {"naam": "E", "aard": "eigen doel"}]})  # fmt: skip
    (finding,) = report.errors
    assert (finding.code, finding.line, finding.column) == ("SAM202", 2, 3)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"samenwerking": "Poldr", "partij": "X"}, "SAM962"),
        ({"samenwerking": None, "partij": "X"}, "SAM112"),
        ({"samenwerking": "#VERW!", "partij": "X"}, "SAM957"),
        ({"samenwerking": "X", "partij": "X"}, "SAM962"),
    ],
)
def test_a_row_must_belong_to_something(row, code):
    portfolio, report = read_tables(
        {
            "Organisaties": [{"naam": "X"}],
            "Samenwerkingen": [{"naam": "Polder"}, {"naam": "Duin"}],
            "Partijen": [row | {"belang besproken": "misschien"}],
        }
    )
    assert portfolio is None
    assert [(f.code, f.column) for f in report.errors] == [(code, 1), ("SAM114", 3)]


def test_a_party_that_is_there_twice_is_no_owner():
    _, report = read_tables(
        {
            "Organisaties": [{"naam": "X"}],
            "Samenwerkingen": [{"naam": "S"}],
            "Partijen": [{"partij": "X", "vanaf": 2024, "tot wanneer": 2025}, {"partij": "X", "vanaf": 2026}],
            "Risico's": [{"partij": "X", "risico": "r"}],
        }
    )
    (finding,) = report.errors
    assert (finding.code, finding.sheet) == ("SAM961", "Risico's")


def test_commas_separate_only_what_is_all_known():
    portfolio, report = read_tables(
        {
            "Organisaties": [{"naam": "Boer, Tuin en Co"}, {"naam": "X"}],
            "Doelen": [
                {
                    "naam": "A",
                    "aard": "eigen doel",
                    "domeinen": "landbouw, water",
                    "instemming van": "X, Boer, Tuin en Co",
                },
                {
                    "naam": "B",
                    "aard": "eigen doel",
                    "instemming van": "Boer, Tuin en Co; X",
                    "beleid": "een, twee",
                },
            ],
        }
    )
    a, b = portfolio.goals if portfolio else (None, None)
    assert a.domains == ("landbouw", "water")
    assert [f.code for f in report.errors] == ["SAM201"], "which comma separates cannot be told"
    assert [e.party for e in b.endorsements] == ["boer-tuin-en-co", "x"]
    assert b.policies == ("een, twee",)


def test_own_codes_count_as_known():
    portfolio, report = read_tables(
        {
            "Codes": [
                {"codelijst": "sector", "code": "imkerij", "nederlands": "Imkerij"},
                {"codelijst": "onzin"},
            ],
            "Organisaties": [{"naam": "Z", "sector": "IMKERIJ"}],
        }
    )
    assert portfolio is None
    assert [f.code for f in report.findings if f.sheet == "Organisaties"] == []
    assert {f.code for f in report.errors} == {"SAM114", "SAM112"}


def test_the_portfolio_itself_has_one_row():
    portfolio, report = read_tables(
        {"Portefeuille": [{"titel": "T", "taal": "EN", "coalitie": "S"}], "Samenwerkingen": [{"naam": "S"}]}
    )
    assert (portfolio.title, portfolio.language, portfolio.coalition) == ("T", "en", "s")
    assert report.ok
    portfolio, report = read_tables({"Portefeuille": [{"titel": "T"}, {"titel": "U"}]})
    assert [(f.code, f.line) for f in report.errors] == [("SAM966", 3)]


def test_sources_of_any_record():
    portfolio, report = read_tables(
        {
            "Organisaties": [{"naam": "X"}],
            "Partners": [{"partij": "X"}],
            "Bronnen": [
                {
                    "hoort bij": "X",
                    "titel": "Verslag",
                    "gezien op": "maart 2026",
                    "zekerheid": "staat er letterlijk",
                },
                {"hoort bij": "partner-x", "adres": "https://example.org"},
                {"hoort bij": "Y", "adres": "https://example.org"},
            ],
        }
    )
    assert portfolio is None
    assert [(f.code, f.line) for f in report.errors] == [("SAM962", 4)]
    portfolio, _ = read_tables({"Partners": [{"partij": "X"}], "Bronnen": [{"titel": "Verslag"}]})
    assert portfolio.partners[0].sources[0].title == "Verslag"


def test_a_formula_that_was_not_worked_out_is_told(book):
    _, report = read_workbook(book({"Doelen": [["naam", "aard"], ['="A"', "eigen doel"]]}))
    (finding,) = report.errors
    assert (finding.code, finding.line, finding.column) == ("SAM960", 2, 1)


def test_not_known_is_not_false():
    portfolio, _ = read_tables({"Organisaties": [{"naam": "X", "heeft een achterban": "onbekend"}]})
    assert portfolio["x"].has_constituency is None


def test_a_short_number_as_text_is_told_too_and_kept():
    portfolio, report = read_tables(
        {"Organisaties": [{"naam": "X", "rsin": "12345678", "tooi-code": "ws0155"}]}
    )
    assert [f.code for f in report.findings] == ["SAM971"]
    assert [i.value for i in portfolio["x"].identifiers] == ["12345678", "ws0155"]


def test_what_is_private_is_not_read():
    portfolio, report = read_tables(
        {
            "Organisaties": [{"naam": "X"}],
            "Samenwerkingen": [{"naam": "S"}],
            "Partijen": [{"partij": "X", "belangen": "geheime wens"}],
        }
    )
    assert portfolio["s"].canvas.parties[0].interests == ()
    assert [f.code for f in report.findings] == ["SAM956"]
    assert "geheime wens" not in report.text("nl") + report.to_json()


def test_a_person_is_not_named_by_a_finding():
    _, report = read_tables(
        {"Organisaties": [{"naam": "Jan de Vries", "aard": "persoon", "eigendom": "publik"}]}
    )
    (finding,) = report.errors
    assert (finding.subject, finding.subject_name) == ("persoon-1", "")


@pytest.mark.parametrize("name", ["form.pdf", "form", "form.ods"])
def test_another_file_is_refused(name, tmp_path):
    with pytest.raises(ValueError, match="no table"):
        read_tables(tmp_path / name)


def test_read_and_load_take_a_workbook(book, tmp_path, good):
    path = tmp_path / "Form.XLSX"
    path.write_bytes(book(GOOD))
    assert sw.load(path) == good
    assert sw.load(str(path)) == good
    assert sw.load(path.read_bytes()) == good
    with path.open("rb") as file:
        assert sw.load(file) == good
    assert read_tables(path)[0] == good
    assert {f.file for f in sw.read(path)[1]} == {str(path)}


def test_findings_of_rules_get_their_cell(book):
    result = workbook_result(book(GOOD))
    _, report = sw.read(book(GOOD))
    assert result.report == report
    found = [result.placed(f) for f in sw.validate(result.portfolio) if "/parties/0" in f.pointer]
    assert all((f.sheet, f.line) == ("Deelnames", 2) for f in found)
    lost = tables_result({"Doelen": [{"naam": "A", "aard": "eigen doel"}]})
    finding = report.notes[0]
    assert lost.placed(finding).pointer == finding.pointer


def test_the_command_line_checks_a_workbook(book, tmp_path, capsys):
    path = tmp_path / "form.xlsx"
    path.write_bytes(book(MISTAKES))
    assert main(["check", str(path)]) == 1
    assert "blad Bijdragen, rij 2, kolom B" in capsys.readouterr().out
    rows = {"Organisaties": [["naam", "kvk"], ["X", 1234567]], "Rooster": [["a"]]}
    path.write_bytes(book(rows))
    assert main(["check", str(path)]) == 0
    out = capsys.readouterr().out
    assert "SAM971" in out
    assert "SAM951" in out
