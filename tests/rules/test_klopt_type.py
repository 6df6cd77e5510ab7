"""The type: mixed, seen differently, elsewhere on the axes, or looking like another one."""

import pytest

from samenwerking.vocabulary import Form, reading

FORMS = tuple(map(str, Form))
TYPE_LATER = (
    ("drop", "canvas.form"),
    ("append", "canvas.left_empty", {"path": "type", "reason": "we kiezen later"}),
)


def said(found):
    return [finding.message("nl") for finding in found]


# KLO202: types mixed


@pytest.mark.parametrize(
    ("form", "other", "types"),
    [
        ("shared-goal", ["network"], ("gericht op een gezamenlijk doel", "netwerk")),
        ("network-platform", ["transaction", "network"], ("netwerk", "transactie")),
        ("transaction-deep", ["bondje"], ("transactie", "bondje")),
    ],
)
def test_types_that_are_named_beside_the_own_one(told, form, other, types):
    (found,) = told("KLO202", form, ("set", "canvas.other_types", other))
    assert tuple(getattr(each, "nl", each) for each in found.params["types"]) == types
    assert (found.field, found.severity.value) == ("other_types", "advice")
    assert found.pointer.endswith("/canvas/other_types")


@pytest.mark.parametrize("form", FORMS)
def test_the_own_type_is_no_mixture(told, form):
    assert told("KLO202", form) == []
    assert told("KLO202", form, ("set", "canvas.other_types", [reading().type_of(form)])) == []


@pytest.mark.parametrize("canvas", [{"form": "transaction-distant"}, {"type": "transaction"}])
def test_a_type_with_a_canvas_of_its_own_is_no_longer_mixed_in(told, canvas):
    part = {"id": "deel", "name": "Deel", "canvas": canvas}
    apart = ("append", "collaborations", {**part, "parent": "gebiedsproces-bedachte-polder"})
    mixed = ("set", "canvas.other_types", ["transaction"])
    assert told("KLO202", "shared-goal", mixed, apart) == []
    elsewhere = ("append", "collaborations", part)
    assert len(told("KLO202", "shared-goal", mixed, elsewhere)) == 1
    still = told("KLO202", "shared-goal", ("set", "canvas.other_types", ["transaction", "network"]), apart)
    assert said(still) == [
        "Hier lopen verschillende types door elkaar: gericht op een gezamenlijk doel en netwerk. "
        "Krijgt elk deel een eigen canvas?"
    ]


def work(kind="performance", **more):
    """Return an edit: whoever is paid by the first party does something for it."""
    return (
        "append",
        "canvas.setup.obligations",
        {
            "text": "telt de vogels",
            "kind": kind,
            "debtor": "@canvas.parties[2].party",
            "creditor": "@canvas.parties[0].party",
            **more,
        },
    )


def test_a_performance_for_payment_within_a_shared_goal(told):
    (found,) = told("KLO202", "shared-goal", work())
    assert found.message("nl") == (
        "Tussen Provincie Nergensland en Agrarisch collectief De Bedachte Polder staat een prestatie tegen "
        "betaling. Krijgt dat deel een eigen canvas, van het type transactie?"
    )
    assert found.field == "setup.obligations"


@pytest.mark.parametrize(
    ("form", "edits"),
    [
        ("shared-goal", [work("cooperation")]),
        ("shared-goal", [work(legal_duty=True)]),
        ("shared-goal", [work(), ("drop", "canvas.setup.obligations[kind=payment].creditor")]),
        ("shared-goal", [work(creditor="@canvas.parties[1].party")]),
        # there it belongs
        ("transaction-deep", []),
        # a network has KLO212 for it
        ("network-preferred", [work(), work("payment", creditor="@canvas.parties[1].party")]),
    ],
)
def test_no_exchange_is_told_of(told, form, edits):
    assert told("KLO202", form, *edits) == []


# KLO203: seen differently


def test_views_that_differ_from_the_form_are_told_per_view(told):
    found = told(
        "KLO203",
        "shared-goal",
        ("set", "canvas.parties[0].perceived_form", "transaction-deep"),
        ("set", "canvas.parties[3].perceived_form", "network-preferred"),
        ("set", "canvas.parties[1].perceived_form", "transaction-deep"),
    )
    assert said(found) == [
        "Volgens Provincie Nergensland en Waterschap Verzonnen Vaart is dit 'transactie, diep'; gekozen is "
        "'samenwerking gericht op een gezamenlijk doel'. Hoe komt dat verschil?",
        "Volgens Natuurvereniging Denkbeeld is dit 'netwerk, voorkeursrelaties'; gekozen is "
        "'samenwerking gericht op een gezamenlijk doel'. Hoe komt dat verschil?",
    ]
    assert [f.field for f in found] == [
        "parties[].perceived_form",
        "parties[natuurvereniging-denkbeeld].perceived_form",
    ]
    assert {f.severity.value for f in found} == {"warning"}


def test_while_undecided_views_differ_from_one_another(told):
    other = ("set", "canvas.parties[0].perceived_form", "network-preferred")
    (found,) = told("KLO203", "transaction-deep", *TYPE_LATER, other)
    assert found.message("nl") == (
        "Jullie zien dit nog verschillend: 'transactie, diep' (Agrarisch collectief De Bedachte Polder en "
        "Hogeschool Nergensland) en 'netwerk, voorkeursrelaties' (Waterschap Verzonnen Vaart). Hoe komt dat?"
    )
    assert "and 'network, preferred relations'" in found.message("en")
    assert told("KLO203", "transaction-deep", *TYPE_LATER) == []
    # of one party nobody differs
    assert told("KLO203", "transaction-deep", *TYPE_LATER, ("drop", "canvas.parties[].perceived_form")) == []


def test_with_the_type_known_only_another_type_or_two_forms_of_it_differ(told):
    known = (("drop", "canvas.form"), ("set", "canvas.type", "transaction"))
    assert told("KLO203", "transaction-deep", *known) == []
    outside = ("set", "canvas.parties[0].perceived_form", "shared-goal")
    assert said(told("KLO203", "transaction-deep", *known, outside)) == [
        "Volgens Waterschap Verzonnen Vaart is dit 'samenwerking gericht op een gezamenlijk doel'; gekozen is "
        "'transactie'. Hoe komt dat verschil?"
    ]
    inside = ("set", "canvas.parties[0].perceived_form", "transaction-distant")
    (found,) = told("KLO203", "transaction-deep", *known, inside)
    assert found.message("nl").startswith("Jullie zien dit nog verschillend: 'transactie, afstandelijk'")


def test_a_party_that_left_has_no_view(told, outcome):
    other = ("set", "canvas.parties[0].perceived_form", "shared-goal")
    left = ("set", "canvas.parties[0].period", {"end": "2025"})
    assert told("KLO203", "transaction-deep", other, left) == []
    maybe = ("set", "canvas.parties[0].period", {"end": "2026"})  # the year is not over
    assert len(told("KLO203", "transaction-deep", other, maybe)) == 1
    assert outcome("KLO203", "transaction-deep", ("drop", "canvas.parties[].perceived_form")) == "unknown"


# KLO204 and KLO217: places on the axes


def placed(binding, control, party=0):
    return ("set", f"canvas.parties[{party}].position", {"binding": binding, "control": control})


@pytest.mark.parametrize(
    ("form", "position", "place", "expected"),
    [
        (
            "shared-goal",
            (10, 90),
            "vrijblijvend en veel interne controle (baas in eigen huis)",
            "verplichtend en weinig interne controle (baas in eigen huis)",
        ),
        ("shared-goal", (50, 20), "het midden van 'externe binding'", "verplichtend"),
        (
            "transaction-deep",
            (90, 20),
            "weinig interne controle (baas in eigen huis)",
            "het midden van 'interne controle (baas in eigen huis)'",
        ),
        ("network-platform", (50, 90), "het midden van 'externe binding'", "vrijblijvend"),
    ],
)
def test_a_place_that_stands_out_is_told_in_words(told, form, position, place, expected):
    (found,) = told("KLO204", form, placed(*position))
    assert (found.params["place"].nl, found.params["expected"].nl) == (place, expected)
    assert not any(letter.isdigit() for letter in found.message("nl") + found.message("en"))
    assert found.field.startswith("parties[") and found.field.endswith("].position")
    assert found.severity.value == "advice"


@pytest.mark.parametrize(
    ("form", "position"),
    [
        ("shared-goal", (65, 50)),  # on the bounds
        ("shared-goal", (100, 0)),
        ("transaction-distant", (68, 90)),  # outside our bounds, but no words tell the difference
        ("network-preferred", (60, 66)),
        ("shared-goal", (20, 20)),  # in the empty quadrant: KLO217
    ],
)
def test_a_place_within_or_without_a_difference_in_words_is_left_alone(told, form, position):
    assert told("KLO204", form, placed(*position)) == []


def test_parties_at_the_same_place_are_told_of_together(told):
    found = told("KLO204", "shared-goal", placed(10, 20, 1), placed(5, 10, 0), placed(90, 90, 2))
    # the other two are in the empty quadrant
    assert [f.params["parties"] for f in found] == [("Agrarisch collectief De Bedachte Polder",)]
    found = told("KLO204", "shared-goal", placed(10, 45, 1), placed(5, 50, 0), placed(90, 90, 2))
    assert [f.params["parties"] for f in found] == [  # in the order of the words for the place
        ("Agrarisch collectief De Bedachte Polder",),
        ("Provincie Nergensland", "Waterschap Verzonnen Vaart"),
    ]


def test_a_reading_that_gives_a_form_no_place_says_nothing_of_it(told):
    positions = {
        "axes": {
            name: {
                **{lang: getattr(axis.labels, lang) for lang in ("nl", "en")},
                **{
                    end: {lang: getattr(getattr(axis, end), lang) for lang in ("nl", "en")}
                    for end in ("low", "high")
                },
                "marks": ["seed"],
            }
            for name, axis in reading().axes.items()
        },
        "regions": dict.fromkeys(FORMS),
        "empty": None,
    }
    placeless = reading({"positions": positions})
    for code in ("KLO204", "KLO217"):
        assert told(code, "shared-goal", placed(10, 20), reading=placeless) == []


@pytest.mark.parametrize("form", FORMS)
def test_control_given_up_and_nothing_promised(told, form):
    (found,) = told("KLO217", form, placed(20, 20))
    assert "zeggenschap uit handen" in found.message("nl") and len(found.params["parties"]) == 1
    assert told("KLO217", form, placed(41, 20)) == told("KLO217", form, placed(20, 41)) == []
    assert len(told("KLO217", form, placed(40, 40))) == 1  # the bounds belong to it


def test_control_given_up_counts_while_undecided(told, outcome):
    (found,) = told("KLO217", "transaction-deep", *TYPE_LATER, placed(20, 20, 1), placed(10, 10))
    assert found.params["parties"] == (
        "Agrarisch collectief De Bedachte Polder",
        "Waterschap Verzonnen Vaart",
    )
    assert found.field == "parties[].position"
    assert outcome("KLO204", "transaction-deep", *TYPE_LATER, placed(20, 20)) == "not-applicable"
    assert outcome("KLO217", "transaction-deep", ("drop", "canvas.parties[].position")) == "unknown"


# KLO207: the form within the type


def test_the_form_is_a_tip_where_no_row_asks_it(told):
    typed = (("drop", "canvas.form"), ("set", "canvas.type", "network"))
    (found,) = told("KLO207", "network-platform", *typed)
    assert found.message("nl") == (
        "Welke vorm is het: 'netwerk, voorkeursrelaties' of 'netwerk, markten, platforms en communities'?"
    )
    assert (found.field, found.severity.value) == ("form", "advice")
    for type_ in ("transaction", "shared-goal", "bondje"):
        assert told("KLO207", "network-platform", typed[0], ("set", "canvas.type", type_)) == []
    assert told("KLO207", "network-platform") == []


# KLO208: depth


def test_an_instrument_of_depth_in_a_plain_delivery(told):
    for kind, spoken in (("uitkomst", 1), ("open-boek", 1), ("vast", 0), ("eigen-model", 0)):
        price = ("set", "canvas.setup.price_model.kind", kind)
        assert len(told("KLO208", "transaction-distant", price)) == spoken
    (found,) = told("KLO208", "transaction-distant", ("set", "canvas.setup.price_model.kind", "uitkomst"))
    assert found.params["form"].nl == "transactie, diep"
    assert (found.field, found.severity.value) == ("setup.price_model.kind", "advice")


@pytest.mark.parametrize(
    ("edit", "missing", "field"),
    [
        (("drop", "canvas.setup.change_process"), "onderweg aan te passen", "setup.change_process"),
        (("drop", "canvas.setup.price_model.incentive"), "een prikkel", "setup.price_model.incentive"),
        (("set", "canvas.setup.price_model.kind", "vast"), "uitkomsten", "setup.price_model.kind"),
    ],
)
def test_an_instrument_that_a_deep_transaction_lacks(told, edit, missing, field):
    (found,) = told("KLO208", "transaction-deep", edit)
    assert missing in found.message("nl")
    assert (found.field, found.severity.value) == (field, "warning")
    on_purpose = ("append", "canvas.left_empty", {"path": field, "reason": "bewust"})
    assert told("KLO208", "transaction-deep", edit, on_purpose) == []


def test_depth_cannot_be_told_without_a_price_model(told, outcome):
    assert outcome("KLO208", "transaction-deep", ("drop", "canvas.setup.price_model")) == "unknown"
    assert outcome("KLO208", "shared-goal") == "not-applicable"


def test_a_reading_without_the_capability_makes_nothing_of_an_instrument(told):
    def raw(capability):
        return {
            "nl": capability.labels.nl,
            "en": capability.labels.en,
            "levels": {
                form.value: {"level": cell.level.name, "marks": [mark.value for mark in cell.marks]}
                for form, cell in capability.cells.items()
            },
        }

    known = reading().capabilities
    lacking = reading(
        {"capabilities": {name: raw(known[name]) for name in known if name != "change_process"}}
    )
    edit = ("drop", "canvas.setup.change_process")
    assert told("KLO208", "transaction-deep", edit, reading=lacking) == []


# KLO209 and KLO210: looking like another type

SHARED = ("set", "goals[0].kind", "shared")
BOTH = (
    "set",
    "goals[0].endorsements",
    [{"party": "@canvas.parties[0].party"}, {"party": "@canvas.parties[1].party"}],
)
AT_RISK = ("set", "canvas.parties[].risks", [{"text": "een droog jaar"}])
TOGETHER = ("set", "canvas.setup.decision_rule", "consensus")


@pytest.mark.parametrize(
    ("form", "edits", "signs"),
    [
        ("transaction-distant", [SHARED, BOTH, AT_RISK], ["een gezamenlijk doel", "eigen risico voor ieder"]),
        ("transaction-distant", [AT_RISK, TOGETHER], ["eigen risico voor ieder", "samen besluiten"]),
        # deciding together is part of a deep transaction
        ("transaction-deep", [SHARED, BOTH, TOGETHER], None),
        (
            "transaction-deep",
            [SHARED, BOTH, AT_RISK, TOGETHER],
            ["een gezamenlijk doel", "eigen risico voor ieder"],
        ),
        ("transaction-deep", [AT_RISK, TOGETHER], None),
        ("transaction-distant", [SHARED, AT_RISK], None),
        (
            "transaction-distant",
            [SHARED, BOTH, ("set", "canvas.parties[1].risks", [{"text": "x", "share": 0}])],
            None,
        ),
    ],
)
def test_a_transaction_that_looks_like_a_shared_goal(told, form, edits, signs):
    clean = ("drop", "canvas.left_empty")
    quiet = ("set", "canvas.parties[].contributions[].at_risk", False)
    found = told("KLO209", form, clean, quiet, *edits)
    assert [[sign.nl for sign in f.params["signs"]] for f in found] == ([signs] if signs else [])
    for finding in found:
        assert finding.params["type"].nl == "gericht op een gezamenlijk doel"
        assert (finding.field, finding.severity.value) == ("form", "warning")


PAID = (
    ("set", "canvas.parties[].contributions[].kind", "uren"),
    ("set", "canvas.parties[].contributions[].at_risk", False),
    ("drop", "canvas.parties[].risks[].share"),
    ("set", "canvas.parties[].benefits", [{"kind": "vergoeding", "giver": "provincie-nergensland"}]),
    ("drop", "canvas.parties[0].benefits"),
    ("drop", "canvas.setup.obligations[kind=payment]"),
)


def test_a_shared_goal_that_looks_like_a_transaction(told):
    (found,) = told("KLO210", "shared-goal", *PAID)
    assert found.message("nl") == (
        "Alleen Provincie Nergensland betaalt, en verder zet niemand eigen middelen op het spel. "
        "Past het type 'transactie' beter?"
    )
    assert (found.field, found.severity.value) == ("parties", "warning")


@pytest.mark.parametrize(
    "edit",
    [
        ("set", "canvas.parties[1].contributions[0].at_risk", True),
        ("drop", "canvas.parties[1].contributions[0].at_risk"),  # that is not known
        ("set", "canvas.parties[1].contributions[0].kind", "geld"),  # pays along
        ("set", "canvas.parties[1].contributions", []),
        ("set", "canvas.parties[1].risks", [{"text": "een droog jaar", "share": 0.1}]),
        # two pay
        ("set", "canvas.parties[3].benefits", [{"kind": "subsidie", "giver": "zuivel-verzonnen-melkbus"}]),
        # one of the others is not paid
        ("set", "canvas.parties[3].benefits", [{"kind": "kennis", "giver": "provincie-nergensland"}]),
        ("set", "canvas.parties[3].benefits", []),
        # whoever pays takes no part
        ("set", "canvas.parties[].benefits", [{"kind": "vergoeding", "giver": "hogeschool-nergensland"}]),
    ],
)
def test_a_shared_goal_in_which_more_is_at_stake(told, edit):
    assert told("KLO210", "shared-goal", *PAID, edit) == []


def test_payment_to_all_reaches_everyone(told, outcome):
    to_all = {"text": "betaalt de uren", "kind": "payment", "debtor": "provincie-nergensland"}
    edits = (*PAID, ("drop", "canvas.parties[].benefits"), ("append", "canvas.setup.obligations", to_all))
    assert len(told("KLO210", "shared-goal", *edits)) == 1
    unknown = ("drop", "canvas.parties[].contributions[].at_risk")
    assert outcome("KLO210", "shared-goal", *PAID, unknown) == "unknown"


# KLO240: the instrument before the type

FOUNDED = ("set", "canvas.setup.legal_form", "stichting")
SPOKEN = ("set", "canvas.setup.instrument", "mondeling")


def test_a_legal_form_before_the_type(told):
    (found,) = told("KLO240", "shared-goal", *TYPE_LATER, FOUNDED, SPOKEN)
    assert found.message("nl") == "'stichting' staat al vast, het type nog niet. Welk type is dit?"
    assert found.field == "setup.legal_form"
    found = told("KLO240", "shared-goal", *TYPE_LATER, FOUNDED)
    assert [f.field for f in found] == ["setup.legal_form", "setup.instrument"]


@pytest.mark.parametrize(
    "edits",
    [
        [*TYPE_LATER, SPOKEN],
        [*TYPE_LATER, ("set", "canvas.setup.instrument", "intentieverklaring")],
        # with the type known it is no longer before it
        [("drop", "canvas.form"), ("set", "canvas.type", "shared-goal"), FOUNDED],
        [FOUNDED],
        [FOUNDED, ("set", "canvas.setup.legal_form_on", "2024")],  # the same year
        [FOUNDED, ("set", "canvas.setup.legal_form_on", "2024-04-18")],  # the same day
        [FOUNDED, ("set", "canvas.setup.legal_form_on", "2020"), ("drop", "canvas.form_on")],
    ],
)
def test_a_legal_form_that_did_not_come_first(told, edits):
    assert told("KLO240", "shared-goal", *edits) == []


def test_a_legal_form_of_an_earlier_day_than_the_type(told):
    (found,) = told("KLO240", "shared-goal", FOUNDED, ("set", "canvas.setup.legal_form_on", "2024-03"))
    assert found.message("nl") == (
        "'stichting' is van maart 2024, de keuze voor het type van 18 april 2024. Passen die nog bij elkaar?"
    )
    own = ("set", "canvas.setup.instrument", "eigen-stuk")
    (found,) = told("KLO240", "shared-goal", own, ("set", "canvas.setup.instrument_on", "2023"))
    assert found.params["chosen"] == "eigen-stuk"
