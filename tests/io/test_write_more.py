"""What is written, key by key: order, defaults, every fixed value, dates, numbers, and how work grows."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import samenwerking as sw
from samenwerking import vocabulary
from samenwerking.io import write
from samenwerking.io.structure import structure
from samenwerking.model import canvas, goals, participation, running, setup


def plain(record: Any) -> dict[str, Any]:
    return write._record(record)


SOURCE = {"title": "t"}
# Each document has its keys in the declared order; written back it must be the same, keys and all.
ORDERED: list[tuple[type, dict[str, Any]]] = [
    (
        sw.Organization,
        {
            "id": "o",
            "name": "O",
            "kind": "group",
            "ownership": "public",
            "sector": "waterschap",
            "aliases": ["a"],
            "identifiers": [{"scheme": "kvk", "value": "01"}],
            "part_of": "p",
            "has_constituency": False,
            "note": "n",
            "sources": [SOURCE],
            "confirmed": {"by": "o", "on": "2026"},
            "x-b": 1,
            "x-a": {"z": 1, "a": [True]},
        },
    ),
    (
        sw.Source,
        {
            "host": "a.nl",
            "title": "t",
            "complete": False,
            "seen": "2026-03-01",
            "confidence": "reported",
        },
    ),
    (
        sw.Goal,
        {
            "id": "g",
            "name": "G",
            "kind": "deliverable",
            "description": "d",
            "lead": "o",
            "deadline": "2030-12",
            "indicators": [{"name": "i", "unit": "km", "direction": "between", "target": 1}],
            "links": [{"goal": "h", "kind": "conflicts-with", "resolution": "r"}],
            "endorsements": [{"party": "o", "on": "2026"}],
            "achievable_alone_by": ["o"],
            "domains": ["d"],
            "themes": ["t"],
            "areas": ["a"],
            "policies": ["p"],
            "statuses": [{"on": "2026", "state": "behind", "note": "n"}],
        },
    ),
    (
        goals.Indicator,
        {
            "name": "n",
            "unit": "u",
            "direction": "between",
            "baseline": 0,
            "target": 1,
            "target_upper": 2.5,
            "deadline": "2030",
            "standard": "s",
            "monitoring": {"method": "m", "frequency": "f", "source": "s", "by": "o"},
            "measurements": [{"on": "2026", "value": -1, "source": SOURCE}],
        },
    ),
    (
        sw.Collaboration,
        {
            "id": "k",
            "name": "K",
            "description": "d",
            "gear": "werkt",
            "period": {"start": "2026", "end": "2027"},
            "areas": ["a"],
            "parent": "p",
            "related": ["r"],
            "parties_complete": False,
            "counts": [{"what": "w", "number": 0, "at_least": True, "on": "2026", "source": SOURCE}],
            "review_on": "2026-06",
            "canvas": {"purpose": "p"},
        },
    ),
    (
        canvas.Canvas,
        {
            "goals": ["g"],
            "purpose": "p",
            "assumptions": ["a"],
            "parties": [{"party": "o"}],
            "stakeholders": [{"name": "n", "needed": False}],
            "step_back_route": "s",
            "decisions": [{"text": "t", "kind": "close"}],
            "form": "shared-goal",
            "type": "t",
            "form_on": "2026",
            "other_types": ["o"],
            "motivation": "m",
            "expectation": "e",
            "setup": {"trust": "low"},
            "resources": {"behaviour": ["b"]},
            "quality": {"method": "m"},
            "realization": {"lessons": [{"text": "t"}]},
            "end_result": {"description": "d"},
            "agreements": [{"on": "2026", "parties": ["o"], "at": "a", "digest": "d"}],
            "left_empty": [{"path": "p", "reason": "r", "on": "2026"}],
        },
    ),
    (
        participation.Contribution,
        {
            "kind": "geld",
            "description": "d",
            "amount": 0,
            "unit": "EUR",
            "period": {"open_end": True},
            "serves": ["g"],
            "at_risk": False,
            "fund": "f",
            "schedule": [{"on": "2026", "amount": 1}],
            "deliveries": [{"on": "2027", "amount": 0.5}],
        },
    ),
    (
        setup.Obligation,
        {
            "text": "t",
            "kind": "reporting",
            "debtor": "o",
            "creditor": "p",
            "due": "2026",
            "period": {"start": "2026"},
            "sanction": "s",
            "best_effort": True,
            "legal_duty": True,
            "serves": ["g"],
        },
    ),
    (
        setup.Director,
        {
            "person": "p",
            "organization": "o",
            "role": "r",
            "paid_by": ["o"],
            "replaced_by": ["o"],
        },
    ),
    (
        running.Phase,
        {
            "name": "n",
            "period": {"start": "2026"},
            "budget": 1000,
            "unit": "uur",
            "funding": [
                {"funder": "o", "description": "d", "share": 0.25, "amount": 250, "status": "pledged"}
            ],
        },
    ),
    (
        running.Evaluation,
        {
            "planned": "2026",
            "held": "2027",
            "kind": "both",
            "input_from": ["o"],
            "findings": ["f"],
            "actions": [{"text": "t", "owner": "o", "due": "2027", "done_on": "2028"}],
        },
    ),
    (
        running.Maintenance,
        {
            "result": "r",
            "lasting": False,
            "manager": "o",
            "agreed_on": "2026",
            "budget": 12.5,
            "unit": "uur",
            "funding_until": "2030",
            "until": "2031",
        },
    ),
]


@pytest.mark.parametrize(("cls", "data"), ORDERED, ids=[row[0].__name__ for row in ORDERED])
def test_keys_come_back_in_the_declared_order_whatever_order_they_came_in(
    cls: type, data: dict[str, Any]
) -> None:
    written = plain(structure(dict(reversed(data.items())), cls))
    own = [key for key in data if not key.startswith("x-")]
    assert written == data
    assert [key for key in written if not key.startswith("x-")] == own
    assert list(plain(structure(data, cls))) == list(data)


@pytest.mark.parametrize(("cls", "data"), ORDERED, ids=[row[0].__name__ for row in ORDERED])
def test_what_is_written_is_plain_data_and_nothing_else(cls: type, data: dict[str, Any]) -> None:
    def visit(value: Any) -> None:
        assert type(value) in (str, int, float, bool, list, dict)
        for item in value.values() if type(value) is dict else value if type(value) is list else ():
            visit(item)

    visit(plain(structure(data, cls)))


@pytest.mark.parametrize(
    ("cls", "data", "written"),
    [
        (sw.Portfolio, {"title": "", "language": "nl", "goals": []}, {}),
        (sw.Portfolio, {"language": "en"}, {"language": "en"}),
        (sw.Organization, {"id": "o", "name": "O", "kind": "organization"}, {"id": "o", "name": "O"}),
        (
            sw.Organization,
            {"id": "o", "name": "O", "aliases": [], "note": "", "sources": []},
            {"id": "o", "name": "O"},
        ),
        (goals.Indicator, {"name": "n", "direction": "at-least"}, {"name": "n"}),
        (goals.Indicator, {"name": "n", "baseline": 0}, {"name": "n", "baseline": 0}),
        (goals.Indicator, {"name": "n", "monitoring": {}}, {"name": "n", "monitoring": {}}),
        (sw.Source, {"title": "t", "complete": True}, {"title": "t"}),
        (sw.Collaboration, {"id": "k", "name": "K", "period": {}, "canvas": {}}, {"id": "k", "name": "K"}),
        (
            sw.Collaboration,
            {"id": "k", "name": "K", "parties_complete": False},
            {"id": "k", "name": "K", "parties_complete": False},
        ),
        (
            sw.Collaboration,
            {"id": "k", "name": "K", "canvas": {"setup": {"bodies": []}}},
            {"id": "k", "name": "K"},
        ),
        (sw.Decision, {"text": "t", "kind": "other"}, {"text": "t"}),
        (sw.Period, {"open_end": False}, {}),
        (sw.Partner, {"party": "o", "id": "partner-o"}, {"party": "o"}),
        (sw.Partner, {"party": "o", "id": "supporter-o"}, {"id": "supporter-o", "party": "o"}),
        (sw.Supporter, {"party": "o", "id": "supporter-o"}, {"party": "o"}),
        (setup.Obligation, {"text": "t", "kind": "payment", "debtor": "o", "best_effort": False}, None),
        (running.EndResult, {"exit_plan": {}}, {"exit_plan": {}}),
    ],
)
def test_defaults_are_left_out_and_nothing_else(
    cls: type, data: dict[str, Any], written: dict[str, Any] | None
) -> None:
    expected = {"text": "t", "kind": "payment", "debtor": "o"} if written is None else written
    found = plain(structure(data, cls))
    found.pop("schema", None)
    assert found == expected
    assert structure(found, cls) == structure(data, cls)


# Where each fixed list is used, and all its values by hand.
VALUES: list[tuple[type, dict[str, Any], str, str]] = [
    (
        sw.Organization,
        {"id": "o", "name": "O"},
        "kind",
        "organization group programme person initiative",
    ),
    (sw.Organization, {"id": "o", "name": "O"}, "ownership", "public private"),
    (sw.Source, {"title": "t"}, "confidence", "stated reported inferred"),
    (sw.MembershipEvent, {}, "kind", "applied announced approved signed ended"),
    (sw.Goal, {"id": "g", "name": "G"}, "kind", "shared own context deliverable"),
    (goals.GoalLink, {"goal": "g"}, "kind", "part-of supports depends-on conflicts-with"),
    (goals.GoalStatus, {"on": "2026"}, "state", "not-started on-track behind done stopped"),
    (goals.Indicator, {"name": "n"}, "direction", "at-least at-most between"),
    (sw.Collaboration, {"id": "k", "name": "K"}, "gear", "kan klopt werkt levert"),
    (
        sw.Canvas,
        {},
        "form",
        "transaction-distant transaction-deep shared-goal network-preferred network-platform",
    ),
    (sw.Stakeholder, {"name": "n"}, "treatment", "informed consulted represented left-out"),
    (sw.Decision, {"text": "t"}, "kind", "shift-up shift-down step-back extend convert close other"),
    (sw.Decision, {"text": "t"}, "outcome", "go go-if no-go"),
    (sw.Decision, {"text": "t"}, "step_back", "stop alternative return split-off"),
    (setup.Setup, {}, "decision_rule", "client unanimity consensus majority lead none"),
    (setup.Setup, {}, "governance_mode", "shared lead-organization administrative-organization"),
    (setup.Setup, {}, "trust", "low moderate high"),
    (
        setup.Obligation,
        {"text": "t", "debtor": "o"},
        "kind",
        "performance payment cooperation conduct reporting",
    ),
    (running.Funding, {}, "status", "in-talks pledged received"),
    (running.Evaluation, {}, "kind", "content collaboration both"),
    (participation.Mandate, {}, "basis", "own-name office mandate"),
    (vocabulary.Code, {"list": "role", "code": "c", "nl": "C"}, "mark", "seed reading theory own"),
]


@pytest.mark.parametrize(
    ("cls", "rest", "key", "values"), VALUES, ids=[f"{row[0].__name__}.{row[2]}" for row in VALUES]
)
def test_every_fixed_value_is_written_as_it_is_read(
    cls: type, rest: dict[str, Any], key: str, values: str
) -> None:
    left_out = 0
    for value in values.split():
        made = structure({**rest, key: value}, cls)
        assert getattr(made, key).value == value
        written = plain(made)
        left_out += key not in written
        assert written.get(key, value) == value
        assert structure(written, cls) == made
    assert left_out <= 1
    assert {member.value for member in type(getattr(made, key))} == set(values.split())


def test_the_steps_of_a_conflict_keep_their_order() -> None:
    steps = ["court", "internal", "arbitration", "mediation"]
    assert plain(structure({"steps": steps}, setup.ConflictProcedure)) == {"steps": steps}


@pytest.mark.parametrize("iso", ["0001", "2026", "2026-03", "2026-03-01", "2028-02-29", "9999-12-31"])
def test_dates_keep_their_precision(iso: str) -> None:
    text = sw.to_json(sw.Portfolio(goals=[sw.Goal(id="g", name="G", kind="own", deadline=iso)]))
    assert json.loads(text)["goals"][0]["deadline"] == iso


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("0.000001", "1e-06"),
        ("-0", "0"),
        ("100.0", "100"),
        ("123456789012345", "123456789012345"),
        ("0.123456789012345", "0.123456789012345"),
        ("1E+14", "100000000000000"),
        ("99999.99", "99999.99"),
        ("-0.5", "-0.5"),
    ],
)
def test_numbers_lose_nothing(number: str, shown: str) -> None:
    goal = sw.Goal(id="g", name="G", kind="own", indicators=[sw.Indicator(name="n", target=Decimal(number))])
    text = sw.to_json(sw.Portfolio(goals=[goal]))
    assert f'"target": {shown}\n' in text
    assert sw.from_json(text).goals[0].indicators[0].target == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        "één",
        "a\u2028b",
        "\U0001f41d",
        "e\u0301",
        '"\\/',
        "regel\nregel",
        "\t",
        "\u200b",
        "العربية",
        "\ufeffx",
    ],
)
def test_text_comes_back_letter_for_letter(text: str, tmp_path: Path) -> None:
    portfolio = sw.Portfolio(title=text)
    sw.save(portfolio, tmp_path / "p.json")
    assert sw.load(tmp_path / "p.json").title == text
    assert "\\u" not in sw.to_json(portfolio)


def test_lines_end_with_a_line_feed_and_the_file_with_one(tmp_path: Path) -> None:
    sw.save(sw.Portfolio(title="a\r\nb", areas=[sw.Area(id="a", name="A")]), tmp_path / "p.json")
    content = (tmp_path / "p.json").read_bytes()
    assert b"\r" not in content
    assert content.endswith(b"\n}\n")
    assert content.count(b"\n") == 10
    assert sw.load(tmp_path / "p.json").title == "a\r\nb"


def test_keys_of_others_stand_last_and_keep_their_order() -> None:
    extra = {"x-b": {"z": [1, 2.5], "a": True}, "x-a": "t"}
    data = sw.to_dict(sw.Portfolio(title="T", extra=extra))
    assert list(data) == ["schema", "title", "x-b", "x-a"]
    assert list(data["x-b"]) == ["z", "a"]
    assert data["x-b"]["z"] == [1, 2.5]


@pytest.mark.parametrize("name", ["p", "p.yaml", "p.json.txt", "p.xlsx"])
def test_only_json_is_saved(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"does not end in \.json"):
        sw.save(sw.Portfolio(), tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        sw.save(sw.Portfolio(), tmp_path / "weg" / "p.json")
    assert list(tmp_path.iterdir()) == []


def big(count: int) -> sw.Portfolio:
    organizations = [sw.Organization(id=f"o{n}", name=f"O{n}", note="n") for n in range(count)]
    parties = [sw.Participation(party=f"o{n}", role="deelnemer") for n in range(count)]
    return sw.Portfolio(
        organizations=organizations,
        collaborations=[sw.Collaboration(id="k", name="K", canvas=sw.Canvas(parties=parties))],
    )


def test_writing_twice_as_much_takes_twice_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []
    real = write.plain_data

    def counted(value: Any) -> Any:
        calls[-1] += 1
        return real(value)

    monkeypatch.setattr(write, "plain_data", counted)
    for count in (100, 200, 400):
        portfolio = big(count)
        calls.append(0)
        sw.to_dict(portfolio)
    assert calls[0] > 100
    assert calls[2] - calls[1] == 2 * (calls[1] - calls[0])


def test_reading_twice_as_much_takes_twice_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    from samenwerking.model import record

    calls: list[int] = []
    real = record.check_text

    def counted(field: Any, text: str) -> Any:
        calls[-1] += 1
        return real(field, text)

    documents = [sw.to_dict(big(count)) for count in (100, 200, 400)]
    monkeypatch.setattr(record, "check_text", counted)
    for data in documents:
        calls.append(0)
        assert len(sw.from_dict(data).organizations) == len(data["organizations"])
    assert calls[0] > 100
    assert calls[2] - calls[1] == 2 * (calls[1] - calls[0])
