"""The report as SARIF: valid, whole, and with every finding in its place."""

import json
from pathlib import PurePosixPath

import jsonschema
import pytest
from hypothesis import given, settings, strategies as st
from report_cases import LANGUAGES, NAMES, REPORTS, finding, real

import samenwerking as sw
from samenwerking.report import Report
from samenwerking.vocabulary import FindingKind, Gear, Mark, Severity

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
POSITIVE = {"type": "integer", "minimum": 1}
LOCATION = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "additionalProperties": False,
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "required": ["uri"],
                    "properties": {"uri": {"type": "string", "pattern": r"^[!-~]+$"}},
                },
                "region": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["startLine"],
                    "properties": {"startLine": POSITIVE, "startColumn": POSITIVE},
                },
            },
        },
        "logicalLocations": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["fullyQualifiedName"],
                "additionalProperties": False,
                "properties": {
                    "fullyQualifiedName": {"type": "string"},
                    "name": {"type": "string"},
                    "kind": {"type": "string"},
                },
            },
        },
    },
}
RESULT = {
    "type": "object",
    "required": ["ruleId", "ruleIndex", "kind", "level", "message", "locations", "partialFingerprints"],
    "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string", "minLength": 1},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "kind": {"enum": ["notApplicable", "pass", "fail", "review", "open", "informational"]},
        "level": LEVEL,
        "baselineState": {"enum": ["new", "unchanged", "updated", "absent"]},
        "message": TEXT,
        "locations": {"type": "array", "items": LOCATION},
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string", "minLength": 1}},
        "properties": {"type": "object"},
    },
    # 3.27.10: a result that did not fail has level none
    "if": {"properties": {"kind": {"const": "fail"}}},
    "else": {"properties": {"level": {"const": "none"}}},
}
RULE = {
    "type": "object",
    "required": ["id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string", "minLength": 1},
        "name": {"type": "string", "minLength": 1},
        "shortDescription": TEXT,
        "fullDescription": TEXT,
        "help": TEXT,
        "defaultConfiguration": {"type": "object", "properties": {"level": LEVEL}},
        "properties": {"type": "object", "properties": {"tags": {"type": "array", "uniqueItems": True}}},
    },
}
# The part of the official schema that these logs use, written after the text of the standard, 3.13 and on.
ESSENTIALS = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "additionalProperties": False,
                "properties": {
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {"type": "string"},
                                    "semanticVersion": {"type": "string"},
                                    "rules": {"type": "array", "items": RULE, "uniqueItems": True},
                                },
                            }
                        },
                    },
                    "language": {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"type": "array", "items": RESULT},
                    "properties": {"type": "object"},
                },
            },
        },
    },
}
CHECK = jsonschema.Draft202012Validator(ESSENTIALS)


def run(report, language="nl"):
    log = report.to_sarif(language)
    CHECK.validate(log)
    assert json.loads(json.dumps(log)) == log
    (only,) = log["runs"]
    return only


def result(report, language="nl"):
    (only,) = run(report, language)["results"]
    return only


def test_the_essentials_are_a_schema_and_refuse_what_is_no_log():
    CHECK.check_schema(ESSENTIALS)
    log = Report(items=[finding()]).to_sarif()
    log["runs"][0]["results"][0]["kind"] = "open"
    with pytest.raises(jsonschema.ValidationError, match="none"):
        CHECK.validate(log)


@settings(max_examples=60, deadline=None)
@given(REPORTS, st.sampled_from(LANGUAGES))
def test_any_report_is_a_valid_log_that_holds_everything(report, language):
    held = run(report, language)
    rules = held["tool"]["driver"]["rules"]
    ids = [rule["id"] for rule in rules]
    assert ids == sorted({item.code for item in (*report, *report.gone)})
    assert len(held["results"]) == len(report) + len(report.gone)
    for item, each in zip((*report, *report.gone), held["results"], strict=True):
        assert ids[each["ruleIndex"]] == each["ruleId"] == item.code
        assert each["partialFingerprints"] == {"samenwerking/v1": item.fingerprint}
        assert each["message"]["text"].startswith(item.message(language))
    states = {each.get("baselineState") for each in held["results"]}
    assert states <= ({"new", "absent"} if report.gone else {None})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_the_examples_are_valid_logs(name, language):
    held = run(real()[name], language)
    assert held["language"] == language
    assert held["tool"]["driver"]["semanticVersion"] == sw.__version__
    assert held["properties"]["as_of"] == "2026-11-24"
    for rule in held["tool"]["driver"]["rules"]:
        assert "{" not in rule["help"]["text"] + rule["fullDescription"]["text"]


@pytest.mark.parametrize(
    ("severity", "level"), [("error", "error"), ("warning", "warning"), ("advice", "note"), ("note", "note")]
)
def test_findings_have_a_level(severity, level):
    told = result(Report(items=[finding(severity=severity)]))
    assert (told["kind"], told["level"]) == ("fail", level)
    assert told["properties"]["severity"] == severity


@pytest.mark.parametrize("severity", list(Severity))
@pytest.mark.parametrize(("kind", "expected"), [("question", "open"), ("note", "informational")])
def test_questions_are_open_and_notices_informational(kind, expected, severity):
    told = result(Report(items=[finding(severity=severity, kind=kind)]))
    assert (told["kind"], told["level"]) == (expected, "none")


def test_a_text_has_line_and_column_and_a_pointer():
    at = {"file": "polder.yaml", "line": 3, "column": 9, "pointer": "/goals/0/lead"}
    (place,) = result(Report(items=[finding(**at)]))["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "polder.yaml"},
        "region": {"startLine": 3, "startColumn": 9},
    }
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "/goals/0/lead"


def test_a_workbook_has_sheet_and_cell():
    at = {"file": "blad.xlsx", "sheet": "Doelen", "line": 4, "column": 28, "pointer": "/goals/0"}
    (place,) = result(Report(items=[finding(**at)]))["locations"]
    assert place == {
        "physicalLocation": {"artifactLocation": {"uri": "blad.xlsx"}},
        "logicalLocations": [{"fullyQualifiedName": "Doelen!AB4", "name": "Doelen!AB4", "kind": "cell"}],
    }
    (bare,) = result(Report(items=[finding(sheet="Doelen")]))["locations"]
    assert bare["logicalLocations"][0]["name"] == "Doelen"


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("a b/ü.yaml", "a%20b/%C3%BC.yaml"),
        ("example:draft", "example%3Adraft"),
        ("a#b?.json", "a%23b%3F.json"),
        ("raar\udc80.yaml", "raar%80.yaml"),
    ],
)
def test_a_path_is_written_as_an_address(file, uri):
    (place,) = result(Report(items=[finding(file=file)]))["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_whole_path_is_a_file_address(tmp_path):
    path = tmp_path / "a b.yaml"
    (place,) = result(Report(items=[finding(file=str(path))]))["locations"]
    uri = place["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == path.as_uri()
    assert PurePosixPath(uri).name == "a%20b.yaml"


def test_what_has_no_place_has_none():
    assert result(Report(items=[finding()]))["locations"] == []


def test_a_rule_says_what_it_is_and_where_it_comes_from():
    told = [
        finding("KAN124", "warning", marks=(Mark.READING,), references=("RACI",), gear=Gear.KAN),
        finding("KAN124", "error", marks=(Mark.SEED,), gear=Gear.KAN),
    ]
    (rule,) = run(Report(items=told))["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == sw.reading().rules["KAN124"].titles.nl
    assert rule["fullDescription"]["text"] == "Dit is KAN124."
    assert rule["defaultConfiguration"]["level"] == "error"
    assert rule["properties"] == {"tags": ["kan"], "marks": ["seed", "reading"]}
    lines = rule["help"]["text"].splitlines()
    assert lines[1:3] == [Mark.SEED.definition("nl"), Mark.READING.definition("nl")]
    assert lines[3] == " ".join((sw.bibliography()["RACI"].title, *sw.bibliography()["RACI"].addresses))
    (turned,) = run(Report(items=told[::-1]))["tool"]["driver"]["rules"]
    assert turned == rule


def test_a_rule_of_another_package_says_its_own_message():
    (rule,) = run(Report(items=[finding("XYZ1")]), "en")["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == "This is XYZ1."


def test_a_comparison_says_what_is_new_and_what_went():
    before, now = Report(items=[finding(), finding("KAN101")]), Report(items=[finding(), finding("KLO201")])
    states = {each["ruleId"]: each["baselineState"] for each in run(now.since(before))["results"]}
    assert states == {"KLO201": "new", "KAN101": "absent"}


def test_the_shipped_examples_have_results_of_every_kind():
    kinds = {each["kind"] for report in real().values() for each in run(report)["results"]}
    assert kinds == {"fail", "open", "informational"}
    assert {item.kind for report in real().values() for item in report} == set(FindingKind)
