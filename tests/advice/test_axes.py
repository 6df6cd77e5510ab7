"""Where the parties place a collaboration, how far apart they are, and what the agreements show."""

from decimal import Decimal
from statistics import median

import attrs
import pytest
from advice_cases import CLEAN, OTHER, READINGS, changed, made, owes, portfolios, shuffled
from hypothesis import given, strategies as st

from samenwerking.advice import positions
from samenwerking.advice.derived import where
from samenwerking.advice.wording import load
from samenwerking.io import example
from samenwerking.model import (
    Contribution,
    Endorsement,
    ExitRules,
    Goal,
    LeftEmpty,
    Participation,
    Position,
    Signature,
)
from samenwerking.vocabulary import Form, reading

INGREDIENTS = load("ingredients")


def placed(*places):
    """Return a collaboration in which parties gave these places."""
    names = "abcd"
    return made(
        *(
            Participation(
                party=names[number], position=place and Position(binding=place[0], control=place[1])
            )
            for number, place in enumerate(places)
        )
    )


def sentence(*places):
    return positions(placed(*places), "x").sentence.nl


def derived(portfolio, id_="x", **more):
    return {each.axis.name: each for each in positions(portfolio, id_, **more).derived}


def ingredient(portfolio, code):
    found = [each for axis in derived(portfolio).values() for each in axis.ingredients]
    return next(each for each in found if each.code == code)


# Places and their spread


def test_places_are_told_per_party_and_per_axis():
    found = positions(placed((80, 20), (60, 70), (75, 25), None), "x")
    assert [(each.name, each.binding, each.control) for each in found.parties] == [
        ("Collectief B", 60, 70),
        ("Vereniging C", 75, 25),
        ("Waterschap A", 80, 20),
    ]
    assert found.without == ("Provincie D",)
    binding, control = found.spreads
    assert (binding.n, binding.lowest, binding.median, binding.highest, binding.spread) == (3, 60, 75, 80, 20)
    assert (control.lowest, control.median, control.highest, control.spread) == (20, 25, 70, 50)


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ([], "Er staat nog van niemand een plek op de assen."),
        ([None, None], "Er staat nog van niemand een plek op de assen."),
        ([(10, 10), None], "Alleen van Waterschap A staat er een plek. Hoe zien de anderen het?"),
        ([(10, 10), (30, 30)], "Jullie zetten de samenwerking op ongeveer dezelfde plek."),
        ([(10, 10), (31, 10)], "Jullie denken wat verschillend over externe binding. Hoe komt dat?"),
        (
            [(10, 10), (50, 50)],
            "Jullie denken wat verschillend over externe binding en interne controle (baas in eigen huis). Hoe komt dat?",
        ),
        (
            [(10, 10), (30, 51)],
            "Jullie liggen ver uit elkaar op interne controle (baas in eigen huis). Hoe komt dat?",
        ),
        (
            [(0, 0), (50, 30), (100, 100)],
            "Jullie liggen ver uit elkaar op externe binding en interne controle (baas in eigen huis). Hoe komt dat?",
        ),
        ([(0, 0), (100, 30)], "Jullie liggen ver uit elkaar op externe binding. Hoe komt dat?"),
    ],
)
def test_one_sentence_in_words(places, said):
    assert sentence(*places) == said


@given(portfolios())
def test_the_spread_is_that_of_all_places(portfolio):
    found = positions(portfolio, "x")
    given_ = [p.position for p in portfolio["x"].canvas.parties if p.position]
    for spread in found.spreads:
        values = [getattr(place, spread.axis.name) for place in given_]
        assert spread.n == len(values) == len(found.parties)
        if values:
            assert (spread.lowest, spread.highest) == (min(values), max(values))
            assert spread.median == median(values)
        assert spread.spread == (max(values) - min(values) if len(values) > 1 else None)


@given(portfolios(), st.integers(0, 99), st.sampled_from(sorted(READINGS)))
def test_order_makes_no_difference(portfolio, seed, which):
    table = READINGS[which]
    one, other = (
        positions(portfolio, "x", reading=table),
        positions(shuffled(portfolio, seed), "x", reading=table),
    )
    assert one == other
    assert one.text("nl") == other.text("nl")


@given(portfolios())
def test_ids_make_no_difference(portfolio):
    renamed = portfolio.rename("c", "zz")
    assert positions(renamed, "x").text("en") == positions(portfolio, "x").text("en")


@given(portfolios(), st.sampled_from(["nl", "en"]))
def test_no_figure_is_read_out(portfolio, language):
    text = positions(portfolio, "x").text(language)
    assert not any(letter.isdigit() for letter in text)
    assert "None" not in text and "{" not in text


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "dicht bij 'vrijblijvend'"),
        (34, "rond het midden van 'externe binding'"),
        (67, "dicht bij 'verplichtend'"),
    ],
)
def test_a_place_in_words(value, said):
    assert where(reading().axes["binding"], value).nl == said


# What the agreements show


@pytest.mark.parametrize("which", sorted(READINGS))
@pytest.mark.parametrize("form", Form)
def test_of_a_clean_example_the_agreements_lie_where_its_form_is_expected(form, which):
    portfolio, table = example(CLEAN[form]), READINGS[which]
    found = derived(portfolio, portfolio.collaborations[0].id, reading=table)
    assert {name: each.standing for name, each in found.items()} == {"binding": "within", "control": "within"}
    assert table.region(form).contains(found["binding"].value, found["control"].value)
    assert form.label("nl") in found["binding"].sentence.nl


@given(portfolios())
def test_an_axis_the_other_way_round_turns_the_place_round(portfolio):
    """The alternative reading lays every form on the other side of the axis; nothing else need be said."""
    one, other = derived(portfolio), derived(portfolio, reading=OTHER)
    assert other["binding"].value == one["binding"].value
    assert other["binding"].standing == one["binding"].standing
    if one["control"].value is None:
        assert other["control"].value is None
    else:
        assert other["control"].value == pytest.approx(100 - one["control"].value)
    turned = {"within": "within", "lower": "higher", "higher": "lower", None: None}
    assert other["control"].standing == turned[one["control"].standing]


@given(portfolios())
def test_a_place_is_the_mean_of_at_least_two_things_that_can_be_told(portfolio):
    for each in positions(portfolio, "x").derived:
        values = [one.value for one in each.ingredients if one.value is not None]
        if len(values) < 2:
            assert each.value is None and each.standing is None
        else:
            assert each.value == pytest.approx(sum(values) / len(values))
            assert min(values) <= each.value <= max(values)


@given(portfolios())
def test_what_can_be_told_has_evidence_and_what_cannot_is_asked(portfolio):
    for axis in positions(portfolio, "x").derived:
        for each in axis.ingredients:
            assert (each.value is None) == (not each.evidence)
            assert (each.value is None) == each.text.nl.endswith("?")
            assert all(mark.value in ("own", "reading") for mark in each.marks)


def test_without_a_form_the_place_is_told_all_the_same():
    portfolio = changed(example("shared-goal"), canvas__form=None)
    found = derived(portfolio, "gebiedsproces-bedachte-polder")
    assert found["binding"].standing is None
    assert (
        found["binding"].sentence.nl
        == "Op de as 'externe binding' liggen de afspraken dicht bij 'verplichtend'."
    )


def test_agreements_that_lie_elsewhere_are_told_as_a_question():
    loose = changed(example("network-platform"), canvas__form="shared-goal")
    found = derived(loose, "leerkring-levende-bermen")
    assert (found["binding"].standing, found["control"].standing) == ("lower", "higher")
    assert found["binding"].sentence.nl == (
        "Op de as 'externe binding' liggen de afspraken dichter bij 'vrijblijvend' dan we bij"
        " 'samenwerking gericht op een gezamenlijk doel' verwachten. Waar zit het verschil?"
    )


def test_a_form_without_a_place_in_the_reading():
    regions = {form.value: None for form in Form}
    axes = {name: _axis(axis) for name, axis in reading().axes.items()}
    nowhere = reading({"positions": {"axes": axes, "regions": regions, "empty": None}})
    found = derived(example("shared-goal"), "gebiedsproces-bedachte-polder", reading=nowhere)
    assert {each.value for each in found.values()} == {None}


def _axis(axis):
    def both(text):
        return {"nl": text.nl, "en": text.en}

    marks = [mark.value for mark in axis.marks]
    return both(axis.labels) | {"low": both(axis.low), "high": both(axis.high), "marks": marks}


@pytest.mark.parametrize(
    ("about", "forms"),
    [
        ({"obligations": [owes("a")]}, ["transaction-distant", "transaction-deep", "shared-goal"]),
        ({"obligations": [owes("a", kind="reporting")]}, ["network-preferred"]),
        ({"obligations": [owes("a", kind="conduct")]}, ["network-preferred", "network-platform"]),
        ({"gear": "werkt"}, ["network-platform"]),
        ({"left_empty": [LeftEmpty(path="setup.obligations", reason="bewust")]}, ["network-platform"]),
        ({"obligations": [owes("a", kind="payment")]}, []),
        ({}, []),
    ],
)
def test_obligations_go_with_forms(about, forms):
    assert [form.value for form in ingredient(made("a", "b", **about), "obligations").forms] == forms


def test_a_sanction_counts_where_there_is_something_to_be_held_to():
    assert ingredient(made("a", obligations=[owes("a", sanction="korting")]), "sanctions").value is not None
    assert ingredient(made("a", obligations=[owes("a")]), "sanctions").value is None
    gentle = made("a", obligations=[owes("a", kind="conduct", sanction="gele kaart")])
    assert ingredient(gentle, "sanctions").value is None


def test_signatures_and_notice():
    signed = Participation(party="a", signature=Signature(on="2026-03-01"))
    assert ingredient(made(signed), "signatures").text.nl == "Iedereen heeft getekend."
    assert ingredient(made(signed, "b"), "signatures").text.nl == "Een deel heeft getekend."
    assert ingredient(made("a", exit_rules=ExitRules(notice="een maand")), "notice").value is not None
    assert ingredient(made("a", exit_rules=ExitRules(settlement="verrekenen")), "notice").value is None


@pytest.mark.parametrize("rule", ["client", "unanimity", "consensus", "majority", "lead", "none"])
def test_a_decision_rule_goes_with_the_forms_that_it_fits(rule):
    found = ingredient(made("a", "b", decision_rule=rule), "decision-rule")
    assert set(found.forms) == {form for form in Form if rule in reading().fits("decision-rule", form)}


def pooling(*serves):
    return tuple(
        Participation(
            party=party, contributions=[Contribution(kind="uren", serves=each)] if each is not None else []
        )
        for party, each in zip("abc", serves, strict=False)
    )


@pytest.mark.parametrize(
    ("serves", "kind", "said"),
    [
        ((["g"], ["g"]), "shared", "Meer dan één van jullie draagt bij aan hetzelfde gezamenlijke doel."),
        (
            (["g"], ["g"]),
            "deliverable",
            "Er is geen gezamenlijk doel waaraan meer dan één van jullie bijdraagt.",
        ),
        ((["g"], []), "shared", "Leggen jullie geld, uren of grond bij elkaar?"),
        ((["g"], None), "shared", "Leggen jullie geld, uren of grond bij elkaar?"),
        ((), "shared", "Leggen jullie geld, uren of grond bij elkaar?"),
    ],
)
def test_means_are_pooled_by_two_for_one_shared_goal(serves, kind, said):
    portfolio = made(*pooling(*serves), goals=(Goal(id="g", name="G", kind=kind),))
    assert ingredient(portfolio, "pooled-means").text.nl == said


def test_what_is_decided_on_together():
    backed = Goal(
        id="g", name="G", kind="shared", endorsements=[Endorsement(party="a"), Endorsement(party="b")]
    )
    assert ingredient(made("a", "b", goals=(backed,)), "joint-scope").forms == (Form.SHARED_GOAL,)
    own = attrs.evolve(backed, kind="own")
    assert Form.SHARED_GOAL not in ingredient(made("a", "b", goals=(own,)), "joint-scope").forms
    assert ingredient(made("a", goals=(backed,)), "joint-scope").value is None


def test_every_outcome_of_the_table_has_words_and_every_form_a_way_to_be_found():
    table = reading()
    for row in INGREDIENTS:
        assert set(row["texts"]) == {*row["forms"], "unknown"}
        assert row["axis"] in table.axes
        assert "own" in row["marks"]
        for which in row["forms"].values():
            assert "capability" not in which or which["capability"] in table.capabilities
            assert "row" not in which or which["row"] in {each.path for each in table.requirements}


def test_positions_are_exact_numbers():
    found = positions(placed((Decimal("12.5"), 0), (50, 50)), "x")
    assert found.spreads[0].median == Decimal("31.25")


def test_the_text_as_it_is_read():
    found = positions(example("network-preferred"), "coalitie-levend-nergensland")
    assert found.text("nl").splitlines() == [
        "Waar zetten jullie Coalitie Levend Nergensland op de assen?",
        found.sentence.nl,
        "- Coöperatieve bank De Spiegelmunt: dicht bij 'vrijblijvend' en dicht bij 'veel interne controle (baas in eigen huis)'",
        "- Natuurvereniging Denkbeeld: rond het midden van 'externe binding' en rond het midden van 'interne controle (baas in eigen huis)'",
        "- Provincie Nergensland: rond het midden van 'externe binding' en dicht bij 'veel interne controle (baas in eigen huis)'",
        "- Stichting Levend Nergensland: rond het midden van 'externe binding' en dicht bij 'veel interne controle (baas in eigen huis)'",
        "",
        "Wat de afspraken laten zien",
        *(
            line
            for each in found.derived
            for line in (each.sentence.nl, *(f"- {one.text.nl}" for one in each.ingredients))
        ),
        "",
        "De plekken zijn geen meting. Wat de afspraken laten zien, is een eigen schatting.",
    ]
