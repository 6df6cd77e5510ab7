"""What a finding about a document may say of what is private, and of people."""

import pytest

import samenwerking as sw
from samenwerking.io.discretion import QUOTED, may_be_person, record_at, subject, unquoted
from samenwerking.io.document import TextProblem
from samenwerking.model.record import HIDDEN
from samenwerking.report import catalog, placeholders

INTERESTS = ("collaborations", 0, "canvas", "parties", 0, "interests")


def document(**organization):
    return {
        "organizations": [{"id": "p", "name": "Jane", **organization}],
        "goals": [{"id": "g", "name": "G"}],
    }


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("person", True), ("persoon", True), (5, True), ([], True), ("organization", False), ("group", False)],
)
def test_who_may_be_a_person(kind, expected):
    assert may_be_person("organizations", {"kind": kind}) is expected
    assert may_be_person("goals", {"kind": kind}) is False
    told = subject(document(kind=kind), ("organizations", 0, "name"))
    assert told == ({"subject": "p"} if expected else {"subject": "p", "subject_name": "Jane"})


def test_what_is_no_record_may_be_anything():
    assert may_be_person("organizations", None) and may_be_person("organizations", [])
    assert not may_be_person("organizations", {})


@pytest.mark.parametrize("path", [(), ("organizations",), ("organizations", 5), ("nergens", 0), ("codes", 0)])
def test_a_path_that_leads_into_no_record(path):
    assert record_at(document(), path) is None
    assert subject(document(), path) == {}
    assert record_at([], path) is None and record_at({"organizations": 5}, path) is None


def test_a_problem_about_what_is_shared_stays_as_it_is():
    for path in ((), ("goals", 0, "name"), ("x-eigen", "interests"), ("organizations", 0, "name")):
        problem = TextProblem("SAM111", {"got": "a number (5)", "suggestion": '"5"'}, (1, 1), path)
        assert unquoted(document(), problem) is problem


@pytest.mark.parametrize("path", [INTERESTS, (*INTERESTS, 3), ("organizations", 0, "name")])
def test_a_problem_about_what_is_private_quotes_nothing(path):
    params = dict.fromkeys((*QUOTED, "suggestion"), "geheim") | {"field": "naam"}
    told = unquoted(document(kind="person"), TextProblem("SAM111", params, (2, 3), path))
    assert told == TextProblem("SAM111", dict.fromkeys(QUOTED, HIDDEN) | {"field": "naam"}, (2, 3), path)


def test_a_key_within_something_private_is_content_too():
    within = (*INTERESTS, 0, "geheim", "geheim")
    told = unquoted({}, TextProblem("SAM103", {"key": "geheim", "first": 2}, None, within))
    assert told == TextProblem("SAM103", {"key": HIDDEN, "first": 2}, None, (*INTERESTS, 0))
    twice = unquoted({}, TextProblem("SAM103", {"key": "interests", "first": 2}, None, INTERESTS))
    assert twice.params["key"] == "interests"


def test_everything_that_the_messages_quote_from_a_document_is_known():
    quoting = {"byte", "character", "key", "suggestion", "suffix", "detail", *QUOTED}
    own = {
        "allowed",
        "current",
        "expected",
        "field",
        "first",
        "format",
        "highest",
        "limit",
        "lowest",
        "offset",
    }
    other = {"record", "start", "end", "address"}  # of attributes that are not private
    codes = [code for code in catalog() if "SAM101" <= code <= "SAM129"]
    used = set().union(*(placeholders(catalog()[code]["nl"]) for code in codes))
    assert used <= quoting | own | other


def test_a_person_is_called_by_id_where_the_document_is_judged():
    person = {"id": "p", "name": "Jane", "kind": "persoon", "part_of": "nergens"}
    _, report = sw.read({"schema": 1, "organizations": [person]})
    assert [(f.code, f.subject, f.subject_name) for f in report] == [
        ("SAM114", "p", ""),
        ("SAM201", "p", ""),
    ]
