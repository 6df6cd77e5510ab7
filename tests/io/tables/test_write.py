"""From a portfolio to tables and back."""

import stat
import sys

import attrs
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from samenwerking.io import example, example_names, to_dict
from samenwerking.io.tables import read_tables, to_tables, write as writing
from samenwerking.model import (
    Canvas,
    Collaboration,
    Contribution,
    Decision,
    Goal,
    Identifier,
    Indicator,
    Installment,
    Organization,
    Participation,
    Portfolio,
    Ratification,
    Risk,
    Source,
)
from samenwerking.testing import portfolios


def read_back(portfolio, target, **options):
    report = to_tables(portfolio, target, **options)
    read, told = read_tables(target)
    assert told.ok, told.text("en")
    return read, report


@pytest.fixture(params=["form.xlsx", "folder"])
def target(request, tmp_path):
    return tmp_path / request.param


@pytest.mark.parametrize("name", example_names())
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_examples_come_back(name, language, target):
    portfolio = example(name)
    report = to_tables(portfolio, target, language=language)
    read, _ = read_tables(target)
    if not len(report):
        assert to_dict(read, private="omit") == to_dict(portfolio, private="omit")


def test_real_data_come_back_whole(target):
    read, report = read_back(example("deltaplan"), target)
    assert len(report) == 0
    assert read == example("deltaplan")


def test_names_stand_for_ids_where_they_can(tmp_path):
    organizations = [
        Organization(id="wx", name="Waterschap X"),
        Organization(id="g1", name="Gemeente"),
        Organization(id="g2", name="gemeente"),
        Organization(id="odd", name="A; B"),
    ]
    goals = [Goal(id="d", name="D", kind="own", achievable_alone_by=["wx", "g1", "g2", "odd"])]
    read, _ = read_back(Portfolio(organizations=organizations, goals=goals), tmp_path / "a.xlsx")
    assert read.goals[0].achievable_alone_by == ("wx", "g1", "g2", "odd")
    page = openpyxl.load_workbook(tmp_path / "a.xlsx")["Doelen"]
    assert "Waterschap X; g1; g2; odd" in [cell.value for cell in page[2]]


def test_numbers_come_back_as_they_were(target):
    contributions = [Contribution(amount=a) for a in (0.6, 12.125, -1.5, 200000, 0.125, 1234567.891)]
    contributions = [attrs.evolve(c, description=str(n)) for n, c in enumerate(contributions)]
    party = Participation(party="x", contributions=contributions, risks=[Risk(text="r", share=0.6)])
    portfolio = Portfolio(
        organizations=[Organization(id="x", name="X")],
        collaborations=[Collaboration(id="s", name="S", canvas=Canvas(parties=[party]))],
    )
    read, _ = read_back(portfolio, target)
    assert read == portfolio


@pytest.mark.parametrize(
    "text", ["=1+1", "+31 6", "-", "@x", "'=1", '"quoted"; \nline', "1-3-2026", "01234567", "60%"]
)
def test_no_text_becomes_something_else(text, target):
    portfolio = Portfolio(organizations=[Organization(id="x", name="X", note=text)])
    read, _ = read_back(portfolio, target)
    assert read["x"].note == text


def test_own_keys_come_back(target):
    portfolio = Portfolio(
        organizations=[Organization(id="x", name="X", extra={"x-a": 12, "x-b": "t", "x-c": [1]})]
    )
    read, report = read_back(portfolio, target)
    number = 12 if target.suffix else "12"  # separated values are all text
    assert dict(read["x"].extra) == {"x-a": number, "x-b": "t"}
    assert [(f.code, f.field) for f in report] == [("SAM972", "x-c")]


def test_what_does_not_fit_is_told(tmp_path):
    party = Participation(
        party="x",
        contributions=[Contribution(kind="geld", amount=5, schedule=[Installment(on="2026", amount=5)])],
    )
    decision = Decision(text="t", ratifications=[Ratification(party="x"), Ratification(party="x", on="2026")])
    goal = Goal(
        id="d", name="D", kind="own", policies=["een; twee"],
        indicators=[Indicator(name="i", measurements=[{"on": "2026", "value": 1}] if False else []), Indicator(name="i", unit="km")],
    )  # fmt: skip
    portfolio = Portfolio(
        organizations=[Organization(id="x", name="X", identifiers=[Identifier(scheme="eigen", value="1")])],
        goals=[goal],
        collaborations=[
            Collaboration(id="s", name="S", canvas=Canvas(parties=[party], decisions=[decision]))
        ],
    )
    report = to_tables(portfolio, tmp_path / "a.xlsx")
    assert {f.field: f.params["n"] for f in report} == {
        "identifiers": 1, "policies": 1, "schedule": 1, "ratifications": 2,
    }  # fmt: skip
    assert report.notes == report.items
    assert report.notes[0].message("nl") == "'nummers' past niet in een tabel en staat er niet bij: 1 keer."


def test_what_is_private_is_left_out(target):
    party = Participation(party="p", interests=["geheime wens"], negotiating_room="veel")
    portfolio = Portfolio(
        organizations=[Organization(id="p", kind="person", name="Jan de Vries")],
        collaborations=[Collaboration(id="s", name="S", canvas=Canvas(parties=[party]))],
    )
    read, report = read_back(portfolio, target)
    assert len(report) == 0
    assert read["p"].name == ""
    files = list(target.iterdir()) if target.is_dir() else [target]
    assert not any(b"geheim" in file.read_bytes() or b"Vries" in file.read_bytes() for file in files)


def test_children_of_what_cannot_be_told_apart_are_left_out(tmp_path):
    goal = Goal(id="d", name="D", kind="own", indicators=[
        Indicator(name="i", measurements=[]), Indicator(name="I", unit="km"),
    ])  # fmt: skip
    read, report = read_back(Portfolio(goals=[goal]), tmp_path / "a.xlsx")
    assert read.goals == (goal,)
    assert len(report) == 0


def test_an_empty_portfolio_is_an_empty_form(target):
    assert read_back(Portfolio(), target)[0] == Portfolio()


def test_the_language_is_that_of_the_portfolio(tmp_path):
    portfolio = Portfolio(language="en", goals=[Goal(id="d", name="D", kind="own", deadline="2026-03")])
    read, _ = read_back(portfolio, tmp_path / "a.xlsx")
    assert read == portfolio
    page = openpyxl.load_workbook(tmp_path / "a.xlsx")["Goals"]
    assert [cell.value for cell in page[2]][:3] == ["D", "own goal", "2026-03"]
    with pytest.raises(ValueError, match="language"):
        to_tables(portfolio, tmp_path / "b.xlsx", language="fy")


def test_a_folder_that_holds_tables_is_left_alone(tmp_path):
    to_tables(Portfolio(title="T"), tmp_path / "a")
    with pytest.raises(FileExistsError):
        to_tables(Portfolio(title="U"), tmp_path / "a")


def test_an_old_workbook_stays_whole_until_the_new_one_is_there(tmp_path, monkeypatch):
    path = tmp_path / "a.xlsx"
    to_tables(Portfolio(title="T"), path)
    old = path.read_bytes()

    def fail(*_):
        raise OSError("disk full")

    monkeypatch.setattr(writing.os, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        to_tables(Portfolio(title="U"), path)
    assert path.read_bytes() == old
    assert [p.name for p in tmp_path.iterdir()] == ["a.xlsx"]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of another kind")
def test_permissions_are_kept(tmp_path):
    path = tmp_path / "a.xlsx"
    to_tables(Portfolio(title="T"), path)
    path.chmod(0o640)
    to_tables(Portfolio(title="U"), path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_sources_come_back_with_all_they_say(target):
    sources = [
        Source(address="https://example.org", seen="2026-03", confidence="stated"),
        Source(title="brief", complete=False),
    ]
    portfolio = Portfolio(organizations=[Organization(id="x", name="X", sources=sources)])
    assert read_back(portfolio, target)[0] == portfolio


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(portfolio=portfolios())
def test_whatever_was_carried_reads_back_without_a_crash(portfolio, tmp_path_factory):
    folder = tmp_path_factory.mktemp("tables")
    for target in (folder / "a.xlsx", folder / "a"):
        to_tables(portfolio, target)
        read, report = read_tables(target)
        assert read is not None or not report.ok
        report.text("nl")
