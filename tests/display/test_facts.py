"""What a canvas says, before it is laid out: names, letters, goals, parties, agreement."""

import datetime

import attrs
import pytest
from display_cases import AS_OF, SECRET, crowd

from samenwerking.display.facts import (
    MOST_ON_FRONT,
    CanvasFacts,
    GoalFacts,
    PartyFacts,
    blank_facts,
    canvas_facts,
    director_text,
    goal_facts,
    left_empty,
    letter,
    parties_now,
    type_text,
)
from samenwerking.display.wording import shareable
from samenwerking.model import (
    Agreement,
    Area,
    Benefit,
    Canvas,
    Collaboration,
    Contribution,
    Director,
    Goal,
    Indicator,
    LeftEmpty,
    Organization,
    Participation,
    Period,
    Portfolio,
    Risk,
    Setup,
)
from samenwerking.vocabulary import Form, Gear, GoalKind, Language, reading

ID = "voorbeeldpolder"


def _facts(portfolio: Portfolio, id_: str = ID, language: Language = "nl") -> CanvasFacts:
    return canvas_facts(shareable(portfolio, language), id_, AS_OF, reading(), language)


def _alone(**more: object) -> Portfolio:
    return Portfolio(collaborations=[Collaboration(id="x", name="X", **more)])


@pytest.mark.parametrize(
    ("place", "expected"),
    [(0, "A"), (1, "B"), (7, "H"), (8, "I"), (25, "Z"), (26, "A2"), (51, "Z2"), (52, "A3"), (259, "Z10")],
)
def test_letters(place: int, expected: str) -> None:
    assert letter(place) == expected


def test_no_two_places_share_a_letter() -> None:
    assert len({letter(place) for place in range(1000)}) == 1000


@pytest.mark.parametrize("count", [0, 1, 2, 8, 9, 50])
def test_as_many_parties_as_there_are(count: int) -> None:
    facts = _facts(crowd(count), "groot")
    assert len(facts.parties) == count
    assert [each.letter for each in facts.parties] == [letter(place) for place in range(count)]
    assert len({each.name for each in facts.parties}) == count


@pytest.mark.parametrize("count", [0, 1, 2, 8, 9, 50])
def test_as_many_goals_as_there_are(count: int) -> None:
    facts = _facts(crowd(1, goals=count), "groot")
    assert [goal.name for goal in facts.goals] == [f"Doel nummer {n}" for n in range(count)]


@pytest.mark.parametrize(
    ("period", "there"),
    [
        (Period(), True),
        (Period(end="2026"), True),  # somewhere in this year
        (Period(end="2026-06"), True),
        (Period(end="2026-06-01"), True),
        (Period(end="2026-05-31"), False),
        (Period(end="2026-05"), False),
        (Period(end="2025"), False),
        (Period(start="2030"), True),  # not yet begun, but at the table
        (Period(start="2020", open_end=True), True),
        (Period(start="2020"), True),
    ],
)
def test_only_who_certainly_left_is_left_out(period: Period, there: bool) -> None:
    held = Collaboration(id="x", name="X", canvas=Canvas(parties=[Participation(party="p", period=period)]))
    assert bool(parties_now(held, AS_OF)) is there


@pytest.mark.parametrize(
    ("kind", "nl"),
    [(GoalKind.SHARED, False), (GoalKind.OWN, True), (GoalKind.CONTEXT, True), (GoalKind.DELIVERABLE, True)],
)
def test_only_a_goal_that_is_not_shared_says_its_kind(kind: GoalKind, nl: bool) -> None:
    portfolio = Portfolio(goals=[Goal(id="g", name="G", kind=kind)])
    assert goal_facts(portfolio, "g", "nl").kind == (kind.label("nl") if nl else "")
    assert goal_facts(portfolio, "g", "en").kind == (kind.label("en") if nl else "")


@pytest.mark.parametrize(
    ("more", "details"),
    [
        ({}, ()),
        ({"deadline": "2027"}, ("2027",)),
        ({"deadline": "2027-03"}, ("maart 2027",)),
        ({"lead": "weg"}, ("trekker: weg",)),
        ({"lead": "w", "deadline": "2027-03-09"}, ("9 maart 2027", "trekker: Waterschap")),
        ({"deadline": "2027", "indicators": [Indicator(name="a")]}, ("a", "2027")),
        ({"deadline": "2027", "indicators": [Indicator(name="a", deadline="2026")]}, ("a: 2026",)),
        (
            {"indicators": [Indicator(name="a", unit="ha", target=1250.5), Indicator(name="b")]},
            ("a: minstens 1.250,5 ha", "b"),
        ),
    ],
)
def test_what_is_said_of_a_goal(more: dict[str, object], details: tuple[str, ...]) -> None:
    goal = Goal(id="g", name="G", kind="shared", **more)
    portfolio = Portfolio(goals=[goal], organizations=[Organization(id="w", name="Waterschap")])
    assert goal_facts(portfolio, "g", "nl").details == details


def test_an_id_of_something_else_is_no_goal() -> None:
    portfolio = Portfolio(organizations=[Organization(id="w", name="Waterschap")])
    assert goal_facts(portfolio, "w", "nl") == GoalFacts(name="Waterschap")
    assert goal_facts(portfolio, "weg", "en") == GoalFacts(name="weg")


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_form_goes_before_a_type(form: Form, language: Language) -> None:
    held = Collaboration(id="x", name="X", canvas=Canvas(form=form, type="network"))
    assert type_text(held, reading(), language) == form.label(language)


@pytest.mark.parametrize("type_", sorted(reading().types))
def test_without_a_form_the_type_is_said(type_: str) -> None:
    held = Collaboration(id="x", name="X", canvas=Canvas(type=type_))
    for language in ("nl", "en"):
        assert type_text(held, reading(), language) == reading().type_labels(type_).get(language)


@pytest.mark.parametrize(
    ("director", "text"),
    [
        (None, ""),
        (Director(person="p"), ""),
        (Director(person="p", role="procesbegeleider"), "procesbegeleider"),
        (Director(person="p", organization="z"), "Provincie Z"),
        (Director(person="p", organization="weg", role="regisseur"), "weg (regisseur)"),
        (Director(person="p", organization="z", role="regisseur"), "Provincie Z (regisseur)"),
    ],
)
def test_the_director_is_never_a_person(director: Director | None, text: str) -> None:
    portfolio = Portfolio(
        organizations=[
            Organization(id="z", name="Provincie Z"),
            Organization(id="p", name=SECRET, kind="person"),
        ]
    )
    held = Collaboration(id="x", name="X", canvas=Canvas(setup=Setup(director=director)))
    assert director_text(portfolio, held) == text


@pytest.mark.parametrize(
    ("path", "nl", "en"),
    [
        ("purpose", "bewust leeg: nog te vroeg", "left empty on purpose: nog te vroeg"),
        ("goals", "", ""),
        ("purpose.x", "", ""),
        ("", "", ""),
    ],
)
def test_why_a_place_is_empty(path: str, nl: str, en: str) -> None:
    reasons = [LeftEmpty(path="purpose", reason="nog te vroeg"), LeftEmpty(path="purpose", reason="later")]
    held = Collaboration(id="x", name="X", canvas=Canvas(left_empty=reasons))
    assert (left_empty(held, path, "nl"), left_empty(held, path, "en")) == (nl, en)


@pytest.mark.parametrize("field", ["contributions", "benefits", "risks"])
def test_a_reason_stands_only_where_nothing_else_does(field: str) -> None:
    reason = LeftEmpty(path=f"parties[p].{field}", reason="volgt")
    filled = Participation(
        party="p",
        contributions=[Contribution(kind="kennis")],
        benefits=[Benefit(kind="erkenning")],
        risks=[Risk(text="droogte")],
    )
    column = {"contributions": 0, "benefits": 1, "risks": 2}[field]
    for party, shown in ((Participation(party="p"), True), (filled, False)):
        canvas = Canvas(parties=[party], left_empty=[reason])
        cells = _facts(_alone(canvas=canvas), "x").parties[0].cells()
        assert ("bewust leeg: volgt" in cells) is shown
        assert bool(cells[column])


def test_cells_join_what_there_is() -> None:
    party = PartyFacts(letter="A", name="X", brings=("a", "b"), gets=("c",), until="t/m 2028")
    assert party.cells() == ("a; b", "c", "", "t/m 2028")


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("nl", ["Gebied", "Looptijd", "Type", "Regisseur", "Datum", "Akkoord"]),
        ("en", ["Area", "Period", "Type", "Director", "Date", "Agreed"]),
    ],
)
def test_the_header_of_an_empty_and_of_a_bare_sheet_has_the_same_labels(
    language: Language, labels: list[str]
) -> None:
    blank, bare = blank_facts(language), _facts(_alone(), "x", language)
    assert [label for label, _ in blank.header] == [label for label, _ in bare.header] == labels
    assert [value for _, value in blank.header] == [""] * 6
    assert dict(bare.header)[labels[4]] == ("1 juni 2026" if language == "nl" else "1 June 2026")
    assert dict(bare.header)[labels[5]] == ("nog niet" if language == "nl" else "not yet")


def test_an_empty_sheet() -> None:
    facts = blank_facts("nl", "mijn vorm")
    assert facts.gear is None and facts.name == "" and facts.goals == ()
    assert dict(facts.header)["Type"] == "mijn vorm"
    assert len(facts.parties) == MOST_ON_FRONT
    assert all(party.cells() == ("", "", "", "") for party in facts.parties)


@pytest.mark.parametrize(
    ("areas", "text"),
    [([], ""), (["polder"], "Voorbeeldpolder"), (["polder", "weg"], "Voorbeeldpolder, weg")],
)
def test_areas_by_name(areas: list[str], text: str) -> None:
    portfolio = attrs.evolve(_alone(areas=areas), areas=(Area(id="polder", name="Voorbeeldpolder"),))
    assert dict(_facts(portfolio, "x").header)["Gebied"] == text


@pytest.mark.parametrize("gear", list(Gear))
def test_the_gear_it_is_in(gear: Gear) -> None:
    assert _facts(_alone(gear=gear), "x").gear is gear


@pytest.mark.parametrize(
    ("agreements", "text"),
    [
        ([], "nog niet"),
        ([("2026-07", "ab")], "nog niet"),  # after the day
        ([("2026-06-01", "ab")], "1 juni 2026"),
        ([("2026-05", "ab")], "mei 2026"),
        ([("2026-05", "a")], "mei 2026 (1 van 2 partijen)"),
        ([("2025", "a"), ("2026-05", "b")], "mei 2026"),
        ([("2026-05", "b"), ("2025", "a")], "mei 2026"),  # in whatever order they stand
        ([("2026-05", "c")], "mei 2026 (0 van 2 partijen)"),  # who is no party
    ],
)
def test_agreement(agreements: list[tuple[str, str]], text: str) -> None:
    canvas = Canvas(
        parties=[Participation(party="a"), Participation(party="b")],
        agreements=[Agreement(on=on, parties=list(who)) for on, who in agreements],
    )
    assert dict(_facts(_alone(canvas=canvas), "x").header)["Akkoord"] == text


def test_each_party_has_the_day_on_which_it_agreed() -> None:
    canvas = Canvas(
        parties=[Participation(party="a"), Participation(party="b"), Participation(party="c")],
        agreements=[Agreement(on="2025", parties=["a"]), Agreement(on="2026-05-02", parties=["b"])],
    )
    assert [p.agreed for p in _facts(_alone(canvas=canvas), "x").parties] == ["2025", "2 mei 2026", ""]


def test_a_period_like_that_of_the_collaboration_is_not_said_again() -> None:
    period = Period(start="2026", end="2028")
    brings = [
        Contribution(kind="kennis", period=period),
        Contribution(kind="uren", period=Period(end="2027")),
    ]
    canvas = Canvas(parties=[Participation(party="p", contributions=brings)])
    party = _facts(_alone(canvas=canvas, period=period), "x").parties[0]
    assert party.brings == ("kennis", "uren (t/m 2027)")


@pytest.mark.parametrize("considered", [True, False, None])
def test_a_tick_only_for_who_says_so(considered: bool | None, full: Portfolio) -> None:
    one = full[ID].canvas.parties[0]
    alternative = attrs.evolve(one.alternative, considered=considered)
    changed = full.evolve(ID, canvas__parties=[attrs.evolve(one, alternative=alternative)])
    assert _facts(changed).parties[0].considered is (considered is True)


def test_nothing_private_is_among_the_facts(full: Portfolio) -> None:
    for language in ("nl", "en"):
        said = repr(_facts(full, language=language))
        assert SECRET not in said
        assert "987654" not in said and "123456" not in said


@pytest.mark.parametrize("day", [datetime.date(1, 1, 1), datetime.date(9999, 12, 31)])
def test_any_day_will_do(full: Portfolio, day: datetime.date) -> None:
    facts = canvas_facts(full, ID, day, reading(), "nl")
    assert str(day.year) in dict(facts.header)["Datum"]
    assert len(facts.parties) == (5 if day.year == 1 else 3)


@pytest.mark.parametrize("wrong", ["", "nergens", "randen", "waterschap-x", "polder"])
def test_of_something_else_there_are_no_facts(full: Portfolio, wrong: str) -> None:
    with pytest.raises((KeyError, TypeError)):
        canvas_facts(full, wrong, AS_OF, reading(), "nl")
