"""One document with many different faults gives exactly those, each at its place."""

import json

import pytest

import samenwerking as sw
from samenwerking.io.document import DEEPEST

# One fault per line: what the line says, and what must be found there. Lines without a fault carry None.
FAULTY = [
    ('{"schema": 1,', None),
    ('"titel": "Voorbeeld",', ("SAM113", "/titel")),
    ('"language": "de",', ("SAM114", "/language")),
    ('"coalition": "nergens",', ("SAM201", "/coalition")),
    ('"x-tool": {"list": [1, null]},', ("SAM110", "/x-tool/list/1")),
    ('"codes": [{"list": "sector", "code": "waterschap", "nl": "Waterschap"},', ("SAM207", "/codes/0/code")),
    ('{"list": "sektor", "code": "x", "nl": "X"}],', ("SAM114", "/codes/1/list")),
    ('"organizations": [', None),
    ('{"id": "a", "name": "A"},', None),
    ('{"id": "b", "name": null},', ("SAM110", "/organizations/1/name")),
    ('{"id": "c", "name": 5},', ("SAM111", "/organizations/2/name")),
    ('{"id": "d"},', ("SAM112", "/organizations/3")),
    ('{"id": "a", "name": "Nog een A"},', ("SAM203", "/organizations/4/id")),
    ('{"id": "e", "name": "E", "kind": "vereniging"},', ("SAM114", "/organizations/5/kind")),
    (
        '{"id": "f", "name": "F", "has_constituency": "false"},',
        ("SAM111", "/organizations/6/has_constituency"),
    ),
    ('{"id": "g", "name": "G", "aliases": "abc"},', ("SAM111", "/organizations/7/aliases")),
    ('{"id": "h", "name": "H", "sector": "watershap"},', ("SAM204", "/organizations/8/sector")),
    ('{"id": "i", "name": "I\\ud800"},', ("SAM123", "/organizations/9/name")),
    ('{"id": "j]", "name": "J"},', ("SAM118", "/organizations/10/id")),
    ('{"id": "k", "name": "K", "part_of": "randen"},', ("SAM202", "/organizations/11/part_of")),
    (
        '{"id": "l", "name": "L", "sources": [{"title": "krant", "address": "krant"}]},',
        ("SAM129", "/organizations/12/sources/0/address"),
    ),
    ('{"id": "m", "name": "M", "sources": [{}]},', ("SAM127", "/organizations/13/sources/0")),
    (
        '{"id": "n", "name": "N", "sources": [{"address": "https://n.nl", "complete": false}]},',
        ("SAM126", "/organizations/14/sources/0/address"),
    ),
    ('{"id": "o", "name": "O", "part_of": "p"},', ("SAM205", "/organizations/15/part_of")),
    ('{"id": "p", "name": "P", "part_of": "o"},', None),
    ('"geen organisatie"],', ("SAM111", "/organizations/17")),
    ('"goals": [{"id": "randen", "name": "", "kind": "shared",', ("SAM117", "/goals/0/name")),
    ('"deadline": "1-3-2026",', ("SAM115", "/goals/0/deadline")),
    ('"indicators": [{"name": "lengte", "target": NaN},', ("SAM124", "/goals/0/indicators/0/target")),
    ('{"name": "breedte", "target": 12345678901234567890},', ("SAM116", "/goals/0/indicators/1/target")),
    (
        '{"name": "hoogte", "target": 3, "target_upper": 5}]}],',
        ("SAM128", "/goals/0/indicators/2/target_upper"),
    ),
    ('"collaborations": [{"id": "s", "name": "S",', None),
    ('"counts": [{"what": "partijen", "number": 5.7}],', ("SAM111", "/collaborations/0/counts/0/number")),
    ('"period": {"start": "2026", "end": "2020-12"},', ("SAM119", "/collaborations/0/period/end")),
    ('"canvas": {"parties": [{"party": "a",', None),
    (
        '"period": {"end": "2030", "open_end": true},',
        ("SAM125", "/collaborations/0/canvas/parties/0/period/end"),
    ),
    (
        '"risks": [{"text": "t", "share": 60}]}],',
        ("SAM120", "/collaborations/0/canvas/parties/0/risks/0/share"),
    ),
    (
        '"left_empty": [{"path": "parties[a].risk", "reason": "r"},',
        ("SAM206", "/collaborations/0/canvas/left_empty/0/path"),
    ),
    (
        '{"path": "parties[a].risks", "reason": "r"}],',
        ("SAM208", "/collaborations/0/canvas/left_empty/1/path"),
    ),
    ('"form": "transactie",', ("SAM114", "/collaborations/0/canvas/form")),
    ('"purpose": "een",', None),
    ('"purpose": "twee"}}]}', ("SAM103", "/collaborations/0/canvas/purpose")),
]
PLANTED = [(line, *fault) for line, (_, fault) in enumerate(FAULTY, start=1) if fault]


def test_every_planted_fault_is_found_once_and_nothing_else() -> None:
    portfolio, report = sw.read("\n".join(text for text, _ in FAULTY).encode())
    assert portfolio is None
    assert [(f.line, f.code, f.pointer) for f in report] == PLANTED
    assert len(PLANTED) >= 30
    assert len({code for _, code, _ in PLANTED}) >= 20


def test_every_fault_is_told_in_both_languages_with_a_name() -> None:
    _, report = sw.read("\n".join(text for text, _ in FAULTY).encode())
    for finding in report:
        assert "{" not in finding.message("nl").replace("{}", "") or "{" in str(finding.params)
        assert finding.message("nl") != finding.message("en")
        assert finding.name


def test_without_the_faults_that_stop_loading_the_rest_loads() -> None:
    data = {
        "schema": 1,
        "goals": [{"id": "g", "name": "G", "kind": "own", "lead": "nobody", "domains": ["zee"]}],
    }
    portfolio, report = sw.read(data)
    assert portfolio is not None
    assert [f.code for f in report] == ["SAM201", "SAM204"]


def test_a_broken_record_still_declares_its_id() -> None:
    data = {
        "schema": 1,
        "organizations": [{"id": "x", "name": 5}, {"id": " y", "name": "Y"}],
        "goals": [{"id": f"g{n}", "name": "G", "kind": "own", "lead": "xy"[n % 2]} for n in range(60)],
    }
    _, report = sw.read(data)
    assert [f.code for f in report] == ["SAM111", "SAM118"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "SAM101"),
        (b"  \n ", "SAM101"),
        (b"{", "SAM101"),
        (b'{"schema": 1,}', "SAM101"),
        (b"[]", "SAM105"),
        (b"null", "SAM105"),
        (b'"schema"', "SAM105"),
        (b"5", "SAM105"),
        (b"{}", "SAM121"),
        (b'{"schema": 2}', "SAM122"),
        (b'{"schema": "1"}', "SAM111"),
        (b'{"schema": true}', "SAM111"),
        (b'{"schema": null}', "SAM110"),
        (b'{"schema": 1, "title": "\xff"}', "SAM102"),
        (b'{"schema": 1, "x-a": ' + b"[" * 5000 + b"]" * 5000 + b"}", "SAM104"),
        (b'{"schema": 1, "x-a": ' + b"[" * 200_000 + b"]" * 200_000 + b"}", "SAM104"),
        (b'{"schema": 1, "x-a": ' + b"9" * 1_000_000 + b"}", "SAM116"),
        (b'{"schema": 1, "x-a": 1e' + b"9" * 1_000 + b"}", "SAM116"),
        (b'{"schema": 1, "x-a": Infinity}', "SAM124"),
        (b'{"schema": 1, "x-a": "\\udc00"}', "SAM123"),
        (b'{"schema": 1, "x-\\udc00": 1}', "SAM123"),
    ],
)
def test_hostile_text_gives_one_finding_and_never_a_crash(content: bytes, code: str) -> None:
    portfolio, report = sw.read(content)
    assert portfolio is None
    assert [f.code for f in report] == [code]
    assert report.text("nl")
    assert len(report.text("en")) < 2000


def test_nesting_up_to_the_limit_is_read() -> None:
    deep = "[" * (DEEPEST - 1) + "1" + "]" * (DEEPEST - 1)
    portfolio = sw.from_json(f'{{"schema": 1, "x-a": {deep}}}')
    assert sw.from_json(sw.to_json(portfolio)) == portfolio


def test_a_huge_exponent_where_a_number_is_meant_is_refused_quickly() -> None:
    content = '{"schema": 1, "goals": [{"id": "g", "name": "G", "kind": "own", "indicators": [{"name": "n", "target": 1e999999999}]}]}'
    _, report = sw.read(content.encode())
    assert [f.code for f in report] == ["SAM116"]


def test_a_byte_order_mark_is_skipped() -> None:
    assert sw.load(b"\xef\xbb\xbf" + b'{"schema": 1, "title": "T"}').title == "T"


def test_load_error_tells_the_first_problems_and_carries_all() -> None:
    data = {"schema": 1, "organizations": [{"id": str(n)} for n in range(9)]}
    with pytest.raises(sw.LoadError) as raised:
        sw.load(data)
    assert len(raised.value.report) == 9
    assert "9 problems" in str(raised.value)
    assert "and 4 more" in str(raised.value)
    assert isinstance(raised.value, ValueError)


def test_suggestions_know_the_labels_of_both_languages() -> None:
    data = {
        "schema": 1,
        "doelen": [],
        "collaborations": [{"id": "k", "name": "K", "canvas": {"partijen": [], "form": "Transactie, diep"}}],
    }
    _, report = sw.read(data)
    assert [f.params.get("suggestion") for f in report] == ["goals", "parties", "transaction-deep"]


def test_json_dump_of_report_is_plain_data() -> None:
    _, report = sw.read("\n".join(text for text, _ in FAULTY).encode())
    data = json.loads(report.to_json("nl"))
    assert len(data["findings"]) == len(PLANTED)
    assert data["findings"][0]["line"] == PLANTED[0][0]
