"""A rule of another package brings its own row and texts, and behaves like one of ours."""

import datetime
from collections.abc import Iterator

import samenwerking as sw
from samenwerking.rules import RuleContext, RuleSet, RuleText, catalog, rule
from samenwerking.vocabulary import Bilingual, Form, Gear, Mark, RuleRow, Severity

DAY = datetime.date(2026, 11, 24)
ROW = RuleRow(
    code="ABC101",
    name="name-too-short",
    titles=Bilingual("Naam wel erg kort", "Name rather short"),
    gear=Gear.KAN,
    severity={Form.SHARED_GOAL: Severity.WARNING},
    undecided=Severity.ADVICE,
    marks={Form.SHARED_GOAL: (Mark.OWN,)},
    undecided_marks=(Mark.OWN,),
)
TEXTS = {"": RuleText(Bilingual("De naam '{name}' is wel erg kort.", "The name '{name}' is rather short."))}


@rule("ABC101", row=ROW, texts=TEXTS, least=3)
def short_name(context: RuleContext) -> Iterator[sw.Problem]:
    """A name should say something."""
    if len(context.collaboration.name) < context.options["least"]:
        yield sw.Problem("name", "", {"name": context.collaboration.name})


def told(form: str | None, name: str = "K") -> list[sw.Finding]:
    collaboration = sw.Collaboration(id="k", name=name, canvas=sw.Canvas(form=form))
    report = sw.validate(
        sw.Portfolio(collaborations=[collaboration]), rules=catalog() | RuleSet([short_name]), as_of=DAY
    )
    assert not [finding for finding in report if finding.code == "SAM001"]
    return [finding for finding in report if finding.code == "ABC101"]


def test_it_is_told_in_both_languages_with_its_own_severity_and_mark() -> None:
    (finding,) = told("shared-goal")
    assert finding.severity is Severity.WARNING
    assert finding.marks == (Mark.OWN,)
    assert finding.name == "name-too-short"
    assert finding.message("nl") == "De naam 'K' is wel erg kort."
    assert finding.message("en") == "The name 'K' is rather short."
    assert finding.pointer == "/collaborations/0/name"


def test_while_the_form_is_open_it_weighs_what_its_row_says() -> None:
    (finding,) = told(None)
    assert finding.severity is Severity.ADVICE


def test_it_does_not_apply_to_forms_that_its_row_does_not_name() -> None:
    assert told("network-platform") == []


def test_it_passes_where_nothing_is_wrong() -> None:
    assert told("shared-goal", name="Bloemrijke dijken") == []


def test_the_library_s_own_rules_still_come_from_the_reading() -> None:
    assert all(own.row is None and not own.texts for own in catalog().values())
    assert short_name.rationale == "A name should say something."
    assert short_name.options == {"least": 3}
