"""The shipped reading is complete, agrees with itself and says what it should."""

import copy
import json
import pickle
import re

import pytest
from hypothesis import given, settings, strategies as st

from samenwerking.vocabulary import (
    CanvasTopic,
    DecisionRule,
    Form,
    Gear,
    Mark,
    Need,
    Reading,
    Severity,
    bibliography,
    field_names,
    reading,
)
from samenwerking.vocabulary.data import load

SHIPPED = reading()
ROWS = {row.path: row for row in SHIPPED.requirements}
# the catalogue by block: 21 kan, 29 klopt, 11 werkt, 13 levert, 6 language; and those the field added
CATALOGUE = {
    f"{prefix}{number}"
    for prefix, blocks in {
        "KAN": [(101, 109), (121, 128), (141, 144)],
        "KLO": [(201, 217), (231, 242)],
        "WER": [(301, 303), (311, 313), (321, 322), (331, 333)],
        "LEV": [(401, 403), (411, 414), (421, 422), (431, 434)],
        "TAA": [(501, 506)],
    }.items()
    for first, last in blocks
    for number in range(first, last + 1)
}
ADDED = {
    *("KAN110", "KAN129", "KAN130", "KAN131", "KAN132", "KAN133"),
    *("KLO243", "KLO244", "KLO245", "KLO246", "KLO247"),
    *("WER304", "WER305", "WER306", "WER314", "LEV415"),
}


def test_every_rule_has_its_row():
    assert len(CATALOGUE) == 80
    assert set(SHIPPED.rules) == CATALOGUE | ADDED
    assert {code for code in ADDED if Mark.OWN not in SHIPPED.rules[code].marks[Form.SHARED_GOAL]} == {
        "KAN110",
        "LEV415",
    }


@pytest.mark.parametrize("rule", SHIPPED.rules.values(), ids=lambda rule: rule.code)
def test_a_rule_row_is_complete(rule):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    prefixes = {"KAN": Gear.KAN, "KLO": Gear.KLOPT, "WER": Gear.WERKT, "LEV": Gear.LEVERT, "TAA": None}
    assert rule.gear is prefixes[rule.code[:3]]
    assert rule.severity
    assert set(rule.marks) == set(rule.severity)
    assert bool(rule.undecided_marks) == (rule.undecided is not None)
    assert set(rule.refs) <= set(bibliography())
    assert rule.reads and len(set(rule.reads)) == len(rule.reads)


def test_titles_and_names_are_each_their_own():
    for texts in (
        [rule.name for rule in SHIPPED.rules.values()],
        [rule.titles.nl for rule in SHIPPED.rules.values()],
        [rule.titles.en for rule in SHIPPED.rules.values()],
    ):
        assert len(set(texts)) == len(texts)


PATHS = sorted(
    {path for rule in SHIPPED.rules.values() for path in rule.reads}
    | {path for row in SHIPPED.requirements for path in (row.path, *row.or_paths)}
)


@pytest.mark.parametrize("path", PATHS)
def test_every_path_is_made_of_fields(path):
    assert re.fullmatch(r"[a-z_]+(\[\])?(\.[a-z_]+(\[\])?)*", path)
    steps = path.replace("[]", "").split(".")
    assert steps.index("portfolio") == 0 if "portfolio" in steps else True
    assert set(steps) - {"portfolio"} <= set(field_names())


@pytest.mark.parametrize("row", SHIPPED.requirements, ids=lambda row: row.path)
def test_a_requirement_is_complete(row):
    assert set(row.needs) == set(Form)
    assert row.code in SHIPPED.rules
    assert row.question.nl.endswith(("?", ".")) and row.question.en.endswith(("?", "."))
    assert set(re.findall(r"{\w+}", row.question.nl)) == set(re.findall(r"{\w+}", row.question.en))
    assert row.marks and set(row.sources) <= set(bibliography())
    assert row.ask_from.order <= row.blocks_at.order
    assert any(need is not Need.NOT_APPLICABLE for need in row.needs.values())
    if row.goal_kinds:
        assert row.path.startswith("goals[].")


def test_topics_cover_all_rows_once():
    by_topic = [row for topic in (None, *CanvasTopic) for row in SHIPPED.rows(topic)]
    assert sorted(row.path for row in by_topic) == sorted(ROWS)
    assert all(SHIPPED.rows(topic) for topic in (None, *CanvasTopic))


def test_the_column_of_the_open_form():
    asked = {
        f"KAN{number}" for number in (*range(102, 109), *range(122, 126), 127, 141)
    }  # those that can be asked before a form is chosen
    for row in SHIPPED.requirements:
        if row.path == "type":
            expected = Need.REQUIRED
        elif row.code in asked or row.path in ("name", "parties"):
            expected = Need.EXPECTED
        else:
            expected = Need.NOT_APPLICABLE
        assert row.undecided is expected, row.path
    for code in asked:
        assert SHIPPED.severity(code) is Severity.ADVICE
    assert SHIPPED.severity("KAN101") is None and SHIPPED.severity("KAN126") is None


def test_when_a_fact_is_asked_and_when_it_blocks():
    gears = {
        None: Gear.KAN,
        CanvasTopic.GOALS: Gear.KAN,
        CanvasTopic.PARTIES: Gear.KAN,
        CanvasTopic.STEP_BACK: Gear.KAN,
        CanvasTopic.TYPE: Gear.KLOPT,
        CanvasTopic.SET_UP: Gear.KLOPT,
        CanvasTopic.RESOURCES: Gear.WERKT,
        CanvasTopic.QUALITY: Gear.WERKT,
        CanvasTopic.STATUS: Gear.LEVERT,
        CanvasTopic.END_RESULT: Gear.LEVERT,
    }
    own = {row.path for row in SHIPPED.requirements if {row.ask_from, row.blocks_at} != {gears[row.topic]}}
    # agreement and signing come later than the topic, end and upkeep are asked in time
    in_time = {
        row.path
        for row in SHIPPED.requirements
        if row.code in ("LEV411", "LEV421", "LEV431", "LEV432", "LEV433", "WER331", "WER333")
    } | {"end_result.owner"}
    assert own == {"agreements", "parties[].signature"} | in_time
    for path in in_time:
        assert (ROWS[path].ask_from, ROWS[path].blocks_at) == (Gear.KLOPT, Gear.WERKT)


def test_what_the_field_asked_to_change():
    assert SHIPPED.severity("KAN106", "shared-goal", gear="kan") is Severity.ADVICE
    assert SHIPPED.severity("KAN106", "shared-goal", gear="klopt") is Severity.WARNING
    assert SHIPPED.severity("KAN122", "network-platform") is None
    assert SHIPPED.severity("KLO210", "shared-goal") is Severity.WARNING
    assert SHIPPED.severity("KLO212", "network-preferred") is Severity.WARNING
    assert SHIPPED.severity("KLO214", "network-platform") is None
    assert SHIPPED.severity("KLO238", "transaction-distant") is None
    assert SHIPPED.severity("TAA502", "transaction-deep") is None
    assert ROWS["parties[].risks"].if_none == {Form.SHARED_GOAL: Severity.ERROR}
    assert Need.REQUIRED not in ROWS["parties[].risks"].needs.values()
    limits = SHIPPED.rules["KAN121"].thresholds
    assert limits[Form.NETWORK_PREFERRED] == 2 and limits[Form.NETWORK_PLATFORM] == 0
    assert SHIPPED.rules["KLO212"].marks[Form.NETWORK_PREFERRED] == (Mark.READING,)
    assert SHIPPED.rules["KLO212"].marks[Form.NETWORK_PLATFORM] == (Mark.SEED,)


def test_house_rules_of_the_texts():
    texts = {row.path: [row.question.nl, row.hint.nl if row.hint else ""] for row in SHIPPED.requirements}
    texts |= {rule.code: [rule.titles.nl] for rule in SHIPPED.rules.values()}
    texts |= {code: [group.labels.nl, group.definition.nl] for code, group in SHIPPED.types.items()}
    for where, words in texts.items():
        text = " ".join(words).casefold()
        assert not re.search(r"\bmist\b|vastlegging|\bsoort|partij\(en\)", text), where
        assert "interne controle" not in text.replace("interne controle (baas in eigen huis)", ""), where


@pytest.mark.parametrize(
    ("form", "type_code"),
    [
        ("transaction-distant", "transaction"),
        ("transaction-deep", "transaction"),
        ("shared-goal", "shared-goal"),
        ("network-preferred", "network"),
        ("network-platform", "network"),
    ],
)
def test_the_type_of_each_form(form, type_code):
    assert SHIPPED.type_of(form) == type_code
    assert Form(form) in SHIPPED.forms_of(type_code)
    assert SHIPPED.type_labels(type_code).nl and SHIPPED.type_labels(type_code).en


def test_every_form_has_a_place_and_no_place_is_in_the_empty_quadrant():
    for form in Form:
        region = SHIPPED.region(form)
        middle = [sum(bounds) / 2 for bounds in (region.binding, region.control)]
        assert region.contains(*middle)
        assert not SHIPPED.empty.contains(*middle)
    assert SHIPPED.axes["binding"].high.nl == "verplichtend"
    assert "(baas in eigen huis)" in SHIPPED.axes["control"].labels.nl


def test_capabilities():
    assert [form for form in Form if SHIPPED.requires("shared_goal", form)] == [Form.SHARED_GOAL]
    assert [form for form in Form if SHIPPED.requires("conduct_rules", form)] == [
        Form.NETWORK_PREFERRED,
        Form.NETWORK_PLATFORM,
    ]
    assert SHIPPED.allows("shared_goal", "network-platform")
    assert not SHIPPED.expects("shared_goal", "network-platform")
    assert not SHIPPED.allows("obligations", "network-preferred")
    assert [str(kind) for kind in SHIPPED.obligation_kinds("network-platform")] == ["conduct"]
    assert len(SHIPPED.obligation_kinds("shared-goal")) == 5
    for capability in SHIPPED.capabilities.values():
        assert set(capability.cells) == set(Form)
    for form in Form:
        assert set(SHIPPED.fits("decision-rule", form)) <= set(DecisionRule)


NEEDS = list(Need)


@given(st.sampled_from(SHIPPED.requirements), st.sampled_from(list(SHIPPED.types)))
def test_with_only_the_type_known_the_weakest_need_counts(row, type_code):
    found = SHIPPED.need(row, type=type_code)
    each = [SHIPPED.need(row, form) for form in SHIPPED.forms_of(type_code)]
    assert found in each
    assert all(NEEDS.index(found) >= NEEDS.index(need) for need in each)


@given(st.sampled_from(list(SHIPPED.rules)), st.sampled_from(list(SHIPPED.types)))
def test_with_only_the_type_known_the_lightest_severity_counts(code, type_code):
    weights = [*Severity, None]
    found = SHIPPED.severity(code, type=type_code)
    each = [SHIPPED.severity(code, form) for form in SHIPPED.forms_of(type_code)]
    assert weights.index(found) == max(weights.index(severity) for severity in each)


@given(st.sampled_from(SHIPPED.requirements), st.sampled_from(Form), st.text())
def test_a_form_wins_over_a_type_and_an_unknown_type_says_nothing(row, form, type_code):
    assert SHIPPED.need(row, form, type_code) is row.needs[form]
    if type_code not in SHIPPED.types:
        assert SHIPPED.need(row, None, type_code) is row.undecided


def test_the_shipped_reading_is_made_once_and_travels():
    assert reading() is SHIPPED
    assert pickle.loads(pickle.dumps(SHIPPED)) == SHIPPED == copy.deepcopy(SHIPPED)
    assert hash(SHIPPED) == hash(reading(load("reading")))
    with pytest.raises(TypeError):
        SHIPPED.rules["KAN101"] = None


def test_an_unknown_name_is_refused():
    assert SHIPPED.severity("XYZ999") is None
    assert SHIPPED.forms_of("coalition") == ()
    with pytest.raises(ValueError, match="coalition"):
        SHIPPED.type_of("coalition")
    with pytest.raises(KeyError):
        SHIPPED.capability("wings", "shared-goal")


@pytest.fixture
def tables() -> dict:
    """What the shipped data file holds, to be spoiled."""
    return copy.deepcopy(load("reading"))


def test_all_faults_are_named_at_once(tables):
    tables["types"]["network"]["forms"] = ["network-preferred", "transaction-deep"]
    tables["requirements"][0]["needs"] = {"transaction-distant": "X"}
    tables["requirements"][1]["topic"] = "wishes"
    tables["requirements"][2]["code"] = "KAN999"
    tables["requirements"][3]["asks"] = "nobody"
    tables["positions"]["regions"]["shared-goal"]["control"] = [50, 0]
    del tables["positions"]["regions"]["network-platform"]
    tables["capabilities"]["shared_goal"]["levels"]["shared-goal"]["level"] = "very"
    tables["rules"][0]["severity"]["shared-goal"] = "fatal"
    tables["rules"][1]["en"] = ""
    tables["wishes"] = []
    with pytest.raises(ValueError, match="not a reading") as caught:
        reading(tables)
    message = str(caught.value)
    for fault in (
        "types.network: transaction-deep already belongs to transaction",
        "types: missing network-platform",
        "requirements[name].needs: missing transaction-deep, shared-goal, network-preferred, ",
        "requirements[name].needs.transaction-distant: unknown letter 'X'; choose from R, W, A, -",
        "requirements[areas].topic: unknown value 'wishes'",
        "requirements[period.start].code: unknown rule 'KAN999'",
        "requirements[period.end].asks: unknown value 'nobody'",
        "positions.regions.shared-goal.control: expected two whole numbers",
        "positions.regions: missing network-platform",
        "capabilities.shared_goal.levels.shared-goal: unknown level 'very'",
        "rules[KAN101].severity.shared-goal: unknown value 'fatal'",
        "rules[KAN102].en: expected a text",
        "reading: unknown wishes",
    ):
        assert fault in message
    assert "faults: 13" in message


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just("shared-goal"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None)  # each try reads all the tables
@given(st.sampled_from(list(load("reading"))), JSON)
def test_a_table_of_any_shape_is_refused_or_read_but_never_breaks(name, value):
    try:
        found = reading({name: value})
    except ValueError as error:
        assert "this is not a reading" in str(error)
    else:
        assert isinstance(found, Reading)


def test_a_file_that_is_no_reading_is_refused(tmp_path):
    path = tmp_path / "reading.json"
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(ValueError, match="expected a mapping, found list"):
        reading(path)
    path.write_text("{", encoding="utf-8")
    with pytest.raises(ValueError, match="Expecting property name"):
        reading(str(path))
    path.write_text(json.dumps(load("reading")), encoding="utf-8")
    assert reading(path) == SHIPPED
