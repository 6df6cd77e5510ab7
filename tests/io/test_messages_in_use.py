"""The smallest document that gives each code of reading, with the Dutch sentence it then says."""

import io
from pathlib import Path

import pytest

import samenwerking as sw

GOAL = '"id":"g","name":"G","kind":"own"'
YGOAL = "schema: 1\ngoals:\n- id: g\n  name: G\n  kind: own\n"
NESTED = "[" * 101 + "]" * 101

# code, JSON, pointer, line and column, sentence
JSON = [
    ("SAM101", "", "", (1, 1), "Dit is geen geldige JSON: het bestand is leeg."),
    ("SAM101", "{", "", (1, 2), None),
    ("SAM101", '{"a":}', "", (1, 6), "Dit is geen geldige JSON: hier hoort een waarde."),
    ("SAM101", '{"a" 1}', "", (1, 6), "Dit is geen geldige JSON: hier hoort een dubbele punt."),
    ("SAM101", '{"a":1 "b":2}', "", (1, 8), "Dit is geen geldige JSON: hier hoort een komma."),
    ("SAM101", "{} {}", "", (1, 4), "Dit is geen geldige JSON: na het einde staat nog iets."),
    (
        "SAM101",
        '{"a":"b',
        "",
        (1, 6),
        "Dit is geen geldige JSON: deze tekst heeft geen sluitend aanhalingsteken.",
    ),
    (
        "SAM101",
        '{"a":"b\nc"}',
        "",
        (1, 8),
        "Dit is geen geldige JSON: in deze tekst staat een regeleinde of stuurteken.",
    ),
    (
        "SAM103",
        '{"schema":1,\n"title":"a",\n"title":"b"}',
        "/title",
        (3, 1),
        "'title' staat hier twee keer; de eerste keer op regel 2.",
    ),
    ("SAM104", f'{{"schema":1,"x-a":{NESTED}}}', None, None, "Dit bestand is dieper genest dan 100 lagen."),
    (
        "SAM105",
        "[]",
        "",
        (1, 1),
        "Een bestand begint met velden zoals 'schema' en 'title', niet met een lijst.",
    ),
    (
        "SAM105",
        "5",
        "",
        (1, 1),
        "Een bestand begint met velden zoals 'schema' en 'title', niet met een getal (5).",
    ),
    ("SAM110", '{"schema":1,"title":null}', "/title", (1, 13), "Bij 'titel' staat niets."),
    (
        "SAM111",
        '{"schema":1,"title":5}',
        "/title",
        (1, 13),
        "Bij 'titel' hoort een tekst; hier staat een getal (5).",
    ),
    (
        "SAM112",
        '{"schema":1,"goals":[{"id":"g","name":"G"}]}',
        "/goals/0",
        (1, 22),
        "'aard' ontbreekt nog.",
    ),
    (
        "SAM112",
        '{"schema":1,"organizations":[{"id":"o"}]}',
        "/organizations/0",
        (1, 30),
        "'naam' ontbreekt nog.",
    ),
    ("SAM113", '{"schema":1,"titel":"T"}', "/titel", (1, 13), "'titel' is geen veld van 'Portefeuille'."),
    ("SAM114", '{"schema":1,"language":"fr"}', "/language", (1, 13), "'fr' is geen waarde van 'taal'."),
    (
        "SAM115",
        f'{{"schema":1,"goals":[{{{GOAL},"deadline":"ooit"}}]}}',
        "/goals/0/deadline",
        None,
        "'ooit' is geen datum.",
    ),
    (
        "SAM116",
        f'{{"schema":1,"goals":[{{{GOAL},"indicators":[{{"name":"n","target":1234567890123456}}]}}]}}',
        "/goals/0/indicators/0/target",
        None,
        "Het getal bij 'streefwaarde' heeft te veel cijfers.",
    ),
    (
        "SAM117",
        '{"schema":1,"goals":[{"id":"g","name":" ","kind":"own"}]}',
        "/goals/0/name",
        None,
        "'naam' is leeg.",
    ),
    (
        "SAM118",
        '{"schema":1,"goals":[{"id":"g[1]","name":"G","kind":"own"}]}',
        "/goals/0/id",
        None,
        "'g[1]' kan geen id zijn.",
    ),
    (
        "SAM119",
        '{"schema":1,"collaborations":[{"id":"k","name":"K","period":{"start":"2026","end":"2025"}}]}',
        "/collaborations/0/period/end",
        None,
        "Het einde (2025) ligt voor het begin (2026).",
    ),
    (
        "SAM120",
        '{"schema":1,"collaborations":[{"id":"k","name":"K","counts":[{"what":"partijen","number":-1}]}]}',
        "/collaborations/0/counts/0/number",
        None,
        "-1 valt buiten het bereik van 'aantal'.",
    ),
    ("SAM121", "{}", "", (1, 1), "Bovenaan ontbreekt nog welk schema dit bestand volgt."),
    (
        "SAM122",
        '{"schema":99}',
        "/schema",
        (1, 2),
        "Schema 99 is hier niet bekend; bekend is schema 1.",
    ),
    (
        "SAM123",
        '{"schema":1,"title":"\\u0007"}',
        "/title",
        (1, 13),
        "In 'titel' staat een teken dat geen tekst is (U+0007).",
    ),
    ("SAM124", '{"schema":1,"x-a":NaN}', "/x-a", (1, 13), "'NaN' is hier geen getal."),
    (
        "SAM125",
        '{"schema":1,"collaborations":[{"id":"k","name":"K","period":{"end":"2025","open_end":true}}]}',
        "/collaborations/0/period/end",
        None,
        "Het einde is open en toch staat er een einde (2025).",
    ),
    (
        "SAM126",
        f'{{"schema":1,"goals":[{{{GOAL},"sources":[{{"address":"https://a.nl","complete":false}}]}}]}}',
        "/goals/0/sources/0/address",
        None,
        "Van een bron die niet volledig bekend is, kan geen adres worden gegeven (https://a.nl).",
    ),
    (
        "SAM127",
        f'{{"schema":1,"goals":[{{{GOAL},"sources":[{{}}]}}]}}',
        "/goals/0/sources/0",
        None,
        "Een bron heeft een adres, een host of een titel nodig.",
    ),
    (
        "SAM128",
        f'{{"schema":1,"goals":[{{{GOAL},"indicators":[{{"name":"n","target_upper":5}}]}}]}}',
        "/goals/0/indicators/0/target_upper",
        None,
        "'target_upper' hoort alleen bij de richting 'between', samen met een lagere 'target'.",
    ),
    (
        "SAM129",
        f'{{"schema":1,"goals":[{{{GOAL},"sources":[{{"address":"ftp://a.nl"}}]}}]}}',
        "/goals/0/sources/0/address",
        None,
        "'ftp://a.nl' is geen webadres.",
    ),
]
YAML = [
    ("SAM101", "\n", "", (1, 1), "Dit is geen geldige YAML: het bestand is leeg."),
    (
        "SAM101",
        "schema: 1\n? {a: b}\n: c",
        None,
        (2, 3),
        "Dit is geen geldige YAML: een veldnaam is een enkel woord.",
    ),
    (
        "SAM103",
        "schema: 1\ntitle: a\ntitle: b",
        "/title",
        (3, 1),
        "'title' staat hier twee keer; de eerste keer op regel 2.",
    ),
    ("SAM104", f"schema: 1\nx-a: {NESTED}", None, None, "Dit bestand is dieper genest dan 100 lagen."),
    (
        "SAM105",
        "# alleen een opmerking\n",
        "",
        None,
        "Een bestand begint met velden zoals 'schema' en 'title', niet met niets.",
    ),
    (
        "SAM105",
        "schema 1",
        "",
        (1, 1),
        "Een bestand begint met velden zoals 'schema' en 'title', niet met de tekst 'schema 1'.",
    ),
    (
        "SAM107",
        "schema: 1\ntitle: *t",
        "/title",
        (2, 8),
        "Een verwijzing binnen YAML ('*t') wordt niet gelezen.",
    ),
    (
        "SAM108",
        "schema: 1\ntitle: !eigen T",
        "/title",
        (2, 8),
        "Een YAML-label ('!eigen') wordt niet gelezen.",
    ),
    ("SAM109", "schema: 1\n---\nschema: 1", None, (2, 1), "In dit bestand staan meer documenten ('---')."),
    ("SAM110", "schema: 1\ntitle:", "/title", (2, 1), "Bij 'titel' staat niets."),
    (
        "SAM111",
        "schema: 1\ntitle: {}",
        "/title",
        (2, 1),
        "Bij 'titel' hoort een tekst; hier staat een groep velden.",
    ),
    ("SAM112", "schema: 1\npartners:\n- {}", "/partners/0", (3, 3), "'partij' ontbreekt nog."),
    ("SAM113", "schema: 1\nx_a: 1", "/x_a", (2, 1), "'x_a' is geen veld van 'Portefeuille'."),
    ("SAM114", "schema: 1\nlanguage: NL", "/language", (2, 1), "'NL' is geen waarde van 'taal'."),
    ("SAM115", f"{YGOAL}  deadline: 2026-3", "/goals/0/deadline", (6, 3), "'2026-3' is geen datum."),
    (
        "SAM116",
        f"{YGOAL}  indicators: [{{name: n, target: 1234567890123456}}]",
        "/goals/0/indicators/0/target",
        (6, 26),
        "Het getal bij 'streefwaarde' heeft te veel cijfers.",
    ),
    ("SAM117", f"{YGOAL}  policies: [beleid, ' ']", "/goals/0/policies/1", (6, 22), "'beleid' is leeg."),
    ("SAM118", YGOAL.replace("id: g", "id: 'g]'"), "/goals/0/id", (3, 3), "'g]' kan geen id zijn."),
    ("SAM121", "title: T", "", (1, 1), "Bovenaan ontbreekt nog welk schema dit bestand volgt."),
    (
        "SAM122",
        "title: T\nschema: 2",
        "/schema",
        (2, 1),
        "Schema 2 is hier niet bekend; bekend is schema 1.",
    ),
    (
        "SAM123",
        'schema: 1\ntitle: "\\a"',
        "/title",
        (2, 1),
        "In 'titel' staat een teken dat geen tekst is (U+0007).",
    ),
    (
        "SAM127",
        f"{YGOAL}  sources: [{{}}]",
        "/goals/0/sources/0",
        (6, 13),
        "Een bron heeft een adres, een host of een titel nodig.",
    ),
    (
        "SAM129",
        f"{YGOAL}  sources: [{{address: 'javascript:x'}}]",
        "/goals/0/sources/0/address",
        (6, 14),
        "'javascript:x' is geen webadres.",
    ),
]


class Named(io.StringIO):
    name = "p.yaml"


def exactly(
    report: sw.Report, code: str, pointer: str | None, place: tuple[int, int] | None, sentence: str | None
) -> None:
    assert [f.code for f in report] == [code]
    finding = report.items[0]
    if sentence is not None:
        assert finding.message("nl") == sentence
    if pointer is not None:
        assert finding.pointer == pointer
    if place is not None:
        assert (finding.line, finding.column) == place


@pytest.mark.parametrize(("code", "text", "pointer", "place", "sentence"), JSON)
def test_the_smallest_json(
    code: str, text: str, pointer: str | None, place: tuple[int, int] | None, sentence: str | None
) -> None:
    portfolio, report = sw.read(text.encode())
    assert portfolio is None
    exactly(report, code, pointer, place, sentence)


@pytest.mark.parametrize(("code", "text", "pointer", "place", "sentence"), YAML)
def test_the_smallest_yaml(
    code: str, text: str, pointer: str | None, place: tuple[int, int] | None, sentence: str | None
) -> None:
    pytest.importorskip("yaml")
    portfolio, report = sw.read(Named(text))
    assert portfolio is None
    assert {f.file for f in report} == {"p.yaml"}
    exactly(report, code, pointer, place, sentence)


def test_bytes_that_are_no_text() -> None:
    _, report = sw.read(b'{"schema": 1,\n "title": "\xe9\xe9n"}')
    exactly(
        report,
        "SAM102",
        "",
        (2, 12),
        "Dit bestand is geen UTF-8: byte 0xE9 op plaats 25 kan niet worden gelezen.",
    )


def test_a_file_of_another_kind(tmp_path: Path) -> None:
    _, report = sw.read(tmp_path / "p.toml")
    exactly(report, "SAM106", "", None, "Bestanden met de uitgang '.toml' kan ik niet lezen.")
    assert report.items[0].hint("nl") == "Kies .json, .yaml, .yml, .xlsx en .xlsm."


def test_every_code_of_reading_stands_in_the_tables_above() -> None:
    told = {row[0] for row in (*JSON, *YAML)} | {"SAM102", "SAM106"}
    assert told == {f"SAM{number}" for number in range(101, 130)}


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('{"schema":1,"titel":"T"}', "Bedoelde je 'title'?"),
        ('{"schema":1,"title":5}', 'Bedoelde je "5"?'),
        ('{"schema":1,"title":null}', "Is er nog niets bekend? Laat 'title' dan weg."),
        ('{"schema":1,"goals":[{"id":"g","name":"G"}]}', "Vul 'kind' in."),
        ("{}", "Schrijf bovenaan: schema 1."),
        (
            '{"schema":1,"collaborations":[{"id":"k","name":"K","counts":[{"what":"partijen","number":-1}]}]}',
            "Kies een getal van 0 tot en met 1000000000.",
        ),
        (
            '{"schema":1,"goals":[{"id":"g","name":"G","kind":"own","deadline":"1-3-2026"}]}',
            "Bedoelde je '2026-03-01'?",
        ),
    ],
)
def test_the_hint_says_how_to_go_on(text: str, hint: str) -> None:
    _, report = sw.read(text.encode())
    assert report.items[0].hint("nl") == hint
