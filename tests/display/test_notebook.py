import pytest
from display_cases import AS_OF, SECRET, TRAP, crowd, parsed, texts, trapped
from hypothesis import given, settings

from samenwerking.display.notebook import MOST_ROWS, represent
from samenwerking.model import Canvas, Collaboration, Organization, Portfolio, Risk
from samenwerking.report import Report
from samenwerking.rules import diagnose, validate
from samenwerking.testing.strategies import portfolios


def _things(portfolio: Portfolio) -> list[object]:
    collaboration = portfolio["voorbeeldpolder"]
    records = [
        *portfolio.organizations,
        *portfolio.goals,
        *portfolio.areas,
        collaboration,
        collaboration.canvas,
    ]
    report, diagnosis = validate(portfolio, as_of=AS_OF), diagnose(portfolio, "voorbeeldpolder", as_of=AS_OF)
    return [portfolio, *records, *collaboration.canvas.parties, report, diagnosis]


def test_nothing_private_is_shown(full: Portfolio) -> None:
    for thing in _things(full):
        for language in ("nl", "en"):
            shown = represent(thing, language)
            assert SECRET not in shown and "987" not in shown and "123456" not in shown
            assert "kan tegenhouden" not in shown


def test_all_is_escaped_and_well_formed(full: Portfolio) -> None:
    for thing in _things(trapped(full)):
        shown = represent(thing)
        assert "<script" not in shown
        parsed(shown)


def test_a_portfolio_counts_and_lists(full: Portfolio) -> None:
    said = texts(represent(full))
    assert "Portefeuille: Verzonnen" in said
    assert said[said.index("organisaties") + 1] == "8"
    assert "Groenblauwe dooradering Voorbeeldpolder" in said and "Klopt" in said


def test_it_speaks_the_language_of_the_portfolio() -> None:
    assert "organizations" in texts(
        represent(Portfolio(language="en", organizations=[Organization(id="x", name="X")]))
    )


def test_rows_are_limited() -> None:
    many = Portfolio(collaborations=[Collaboration(id=f"c-{n}", name=f"C {n}") for n in range(100)])
    said = texts(represent(many))
    assert f"… en nog {100 - MOST_ROWS}" in said
    assert f"… en nog {500 - MOST_ROWS}" in texts(represent(crowd(500)["groot"]))
    report = validate(many, as_of=AS_OF)
    assert f"… en nog {len(report) - MOST_ROWS}" in texts(represent(report))
    for thing in (many, crowd(500)["groot"], report):
        assert len(represent(thing)) < 30_000


def test_a_repeated_id_does_not_stop_it() -> None:
    twice = Portfolio(collaborations=[Collaboration(id="c", name="C"), Collaboration(id="c", name="D")])
    assert {"C", "D"} <= set(texts(represent(twice)))


def test_records_reports_and_empty_things_show_themselves(full: Portfolio) -> None:
    assert full._repr_html_() == represent(full)
    assert Risk(text="droogte")._repr_html_() == represent(Risk(text="droogte"))
    assert Canvas()._repr_html_() == represent(Canvas())
    assert "Niets gevonden." in texts(Report()._repr_html_())
    report = validate(full, as_of=AS_OF)
    assert report._repr_html_() == represent(report)


def test_a_report_says_who_answers_and_what_is_gone(full: Portfolio) -> None:
    report = validate(full, as_of=AS_OF)
    assert "elke partij zelf" in texts(represent(report))
    since = Report(gone=report.items[:1])
    for shown in (since, Report(items=report.items[1:2], gone=report.items[:1])):
        said = texts(represent(shown))
        assert said.index("Niet meer gevonden") < said.index(report.items[0].message("nl"))
    assert "No longer found" in texts(represent(since, "en"))
    assert "Niet meer gevonden" not in texts(represent(report))


def test_a_diagnosis_is_its_gearbox(full: Portfolio) -> None:
    assert "<svg" in represent(diagnose(full, "voorbeeldpolder", as_of=AS_OF))


def test_other_things_are_refused() -> None:
    with pytest.raises(TypeError, match="no way to show int"):
        represent(3)


@settings(max_examples=40, deadline=None)
@given(portfolios(broken_references=True))
def test_anything_can_be_shown(portfolio: Portfolio) -> None:
    for thing in (portfolio, *(place.record for place in portfolio.locations())):
        parsed(represent(thing))


def test_the_trap_is_a_trap() -> None:
    assert "<script>" in TRAP
