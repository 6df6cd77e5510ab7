"""The report as data: its schema, there and back, and what changed since an earlier one."""

import copy
import json
import random

import attrs
import jsonschema
import pytest
from hypothesis import given, settings, strategies as st
from report_cases import AS_OF, FEW, LANGUAGES, NAMES, REPORTS, finding, real, said

import samenwerking as sw
from samenwerking.report import REPORT_SCHEMA, Finding, Report, report_schema
from samenwerking.report.recorded import finding_row
from samenwerking.report.schema import faults
from samenwerking.vocabulary import Mark

CHECK = jsonschema.Draft202012Validator(
    report_schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)
DATA = sw.validate(sw.example("flawed"), as_of=AS_OF).to_dict()


def found(data):
    schema = report_schema()
    return list(faults(data, schema, schema))


def prints(findings):
    return sorted(each.fingerprint for each in findings)


def test_the_schema_is_one_and_carries_its_number():
    CHECK.check_schema(report_schema())
    assert report_schema()["properties"]["report_schema"]["const"] == REPORT_SCHEMA
    assert json.loads(json.dumps(report_schema())) == report_schema()
    assert report_schema() is not report_schema()


def test_the_schema_names_every_key_and_explains_it():
    schema = report_schema()
    assert set(schema["required"]) == set(Report().to_dict())
    row = schema["$defs"]["finding"]
    assert row["required"] == list(finding_row(finding(), "nl"))
    for properties in (schema["properties"], row["properties"]):
        assert all(each["description"].endswith(".") for each in properties.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_real_reports_keep_to_the_schema(name, language):
    data = real()[name].to_dict(language)
    CHECK.validate(data)
    CHECK.validate(json.loads(json.dumps(data)))
    CHECK.validate({"file": f"{name}.json", **data})
    assert found(data) == []


@settings(max_examples=60, deadline=None)
@given(REPORTS, st.sampled_from(LANGUAGES))
def test_any_report_keeps_to_the_schema(report, language):
    data = report.to_dict(language)
    CHECK.validate(data)
    assert found(data) == []


WRONG = st.sampled_from([None, True, -1, 1.5, "", "x", [], {}, ["x"], "2026-02-30", "error"])


@st.composite
def spoiled(draw):
    """Return the data of a report with one value, at whatever depth, changed, taken out or added."""
    data = copy.deepcopy(DATA)
    place = data
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = draw(st.sampled_from(keys))
        if not isinstance(place[key], (dict, list)) or not place[key] or draw(st.booleans()):
            break
        place = place[key]
    if isinstance(place, dict) and draw(st.integers(0, 3)) == 0:
        del place[key]
    elif isinstance(place, dict) and draw(st.integers(0, 3)) == 0:
        place["nieuw"] = draw(WRONG)
    else:
        place[key] = draw(WRONG)
    return data


@settings(max_examples=200, deadline=None)
@given(spoiled())
def test_two_readers_of_the_schema_agree(data):
    assert bool(found(data)) is not CHECK.is_valid(data)


@settings(max_examples=60, deadline=None)
@given(REPORTS, st.sampled_from(LANGUAGES))
def test_there_and_back(report, language):
    data = json.loads(report.to_json(language))
    back = Report.from_dict(data)
    assert back.to_dict(language) == data
    assert (prints(back), prints(back.gone)) == (prints(report), prints(report.gone))
    assert (back.outcomes, back.records, back.as_of) == (report.outcomes, report.records, report.as_of)
    for mine, theirs in zip(back, report, strict=True):
        assert mine.message("nl") == mine.message("en") == theirs.message(language)


def besides(whole, part):
    """Return what a report has besides a part of it, of several alike each counted."""
    left = list(whole)
    for each in part:
        left.remove(each)
    return left


@settings(max_examples=100, deadline=None)
@given(FEW, FEW)
def test_what_stayed_and_what_went_make_up_what_was(now, before):
    since = now.since(before)
    stayed = besides(now, since)
    assert prints([*stayed, *since.gone]) == prints(before)
    assert not set(prints(since)) & set(prints(since.gone))
    assert since.gone == before.since(now).items
    assert (since.outcomes, since.as_of, since.records) == (now.outcomes, now.as_of, now.records)


@settings(max_examples=30, deadline=None)
@given(REPORTS, st.randoms(use_true_random=False))
def test_order_and_language_do_not_matter(report, chance):
    turned = attrs.evolve(report, items=chance.sample(report.items, len(report)))
    for baseline in (report, report.to_dict("nl"), report.to_dict("en"), json.loads(report.to_json())):
        assert (len(turned.since(baseline)), turned.since(baseline).gone) == (0, ())


def test_of_several_alike_each_counts():
    one, three = Report(items=[finding()]), Report(items=[finding()] * 3)
    assert (len(three.since(one)), len(three.since(one).gone)) == (2, 0)
    assert (len(one.since(three)), len(one.since(three).gone)) == (0, 2)


def test_array_positions_and_lines_do_not_count_but_the_subject_does():
    before = Report(items=[finding(pointer="/goals/0/lead", subject="g", line=3)])
    moved = Report(items=[finding(pointer="/goals/7/lead", subject="g", line=90)])
    other = Report(items=[finding(pointer="/goals/0/lead", subject="h", line=3)])
    assert len(moved.since(before)) == 0
    assert len(other.since(before)) == 1


@pytest.mark.parametrize("name", ["flawed", "draft", "shared-goal"])
def test_a_portfolio_in_another_order_has_nothing_new(name):
    portfolio = sw.example(name)
    chance = random.Random(7)
    mixed = attrs.evolve(
        portfolio,
        organizations=chance.sample(portfolio.organizations, len(portfolio.organizations)),
        goals=chance.sample(portfolio.goals, len(portfolio.goals)),
    )
    since = sw.validate(mixed, as_of=AS_OF).since(real()[name])
    assert (since.items, since.gone) == ((), ())


def test_a_mended_portfolio_shows_what_went_and_what_came():
    portfolio = sw.example("draft")
    later = sw.validate(portfolio.evolve("voorbeeldpolder", gear="klopt"), as_of=AS_OF)
    since = later.since(real()["draft"])
    assert "KLO201" in {each.code for each in since}
    assert {each.code for each in since}.isdisjoint({each.code for each in real()["draft"]} - {"KLO231"})


def test_a_file_that_was_kept_will_do(tmp_path):
    report = real()["flawed"]
    path = tmp_path / "vorig.json"
    path.write_text(report.to_json(), encoding="utf-8")
    for baseline in (path, str(path)):
        assert len(report.since(baseline)) == 0
    whole = [
        {"file": "a.json", **report.to_dict()},
        {"file": "b.json", **Report(items=[finding()]).to_dict()},
    ]
    path.write_text(json.dumps(whole), encoding="utf-8")
    assert [each.message("en") for each in report.since(path).gone] == ["Dit is SAM201."]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"report_schema": 2}, "/report_schema: expected 1, found 2"),
        ({"findings": {}}, "/findings: expected array, found dict"),
        ({"findings": [{}]}, "/findings/0/code: is missing"),
        ({"as_of": "gisteren"}, "/as_of: expected a day such as '2026-03-01', found 'gisteren'"),
        ({"ok": "ja"}, "/ok: expected boolean, found str"),
        ({"coverage": 7}, "/coverage: 7 lies outside its range"),
        ({"language": "fr"}, "/language: expected 'nl' or 'en', found 'fr'"),
        ({"titel": "x"}, "/titel: is no key of a report"),
    ],
)
def test_what_is_no_report_is_refused_by_name(change, told, tmp_path):
    data = {**DATA, **change}
    with pytest.raises(ValueError, match=r"^this is no report: ") as caught:
        Report.from_dict(data)
    assert told in str(caught.value)
    path = tmp_path / "vorig.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    for baseline, where in ((data, "the baseline"), (path, str(path))):
        with pytest.raises(ValueError, match="this is no report") as caught:
            Report().since(baseline)
        assert str(caught.value).startswith(f"{where}: ")
        assert told in str(caught.value)


def test_a_finding_in_a_file_is_refused_by_its_place():
    data = copy.deepcopy(DATA)
    data["findings"][2]["severity"] = "ernstig"
    with pytest.raises(ValueError, match=r"/findings/2/severity: expected 'error' or 'warning'.*'ernstig'"):
        Report.from_dict(data)


@pytest.mark.parametrize("baseline", [None, 3, "schema", [None], {}])
def test_other_things_are_refused(baseline, tmp_path):
    if baseline == "schema":
        baseline = sw.to_dict(sw.example("draft"))
    with pytest.raises(ValueError, match="the baseline: this is no report: "):
        Report().since(baseline)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00", b"# verslag"])
def test_a_file_without_json_is_refused_by_name(content, tmp_path):
    path = tmp_path / "vorig.md"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=r"vorig\.md: this is no JSON"):
        Report().since(path)
    with pytest.raises(FileNotFoundError):
        Report().since(tmp_path / "weg.json")


def test_filtering_and_adding_keep_what_is_gone():
    gone = Report(gone=[finding(), finding("KAN101")])
    assert [each.code for each in gone.filter(code="KAN").gone] == ["KAN101"]
    assert [each.code for each in (gone + gone).gone] == ["SAM201", "KAN101"] * 2


def test_what_is_gone_is_told_and_hashes_and_compares():
    report = Report(gone=[finding(subject="g", subject_name="Doel")])
    assert report.text().splitlines() == [
        "Niets gevonden.",
        "",
        "Niet meer gevonden",
        "  Dit is SAM201.",
        "    - Doel",
    ]
    assert hash(report) == hash(copy.deepcopy(report))
    assert report != Report()


def test_a_recorded_finding_keeps_braces_and_its_own_fingerprint():
    first = said("{0} {x} }{", marks=(Mark.OWN,))
    (back,) = Report.from_dict(Report(items=[first]).to_dict())
    assert back.message("en") == first.message("nl") == "{0} {x} }{"
    assert back.fingerprint == first.fingerprint
    assert isinstance(back, Finding)
    assert attrs.evolve(first, pointer="/x").fingerprint != first.fingerprint
