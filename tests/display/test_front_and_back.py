"""The front and the back of a canvas, piece by piece: what fits, what is cut, what is asked."""

import datetime
import re

import attrs
import pytest
from display_cases import AS_OF, crowd, parsed, texts, words

from samenwerking.display.back import (
    Line,
    asked,
    back_page,
    blank_lines,
    closing_lines,
    only_asking,
    topic_lines,
)
from samenwerking.display.facts import CanvasFacts, GoalFacts, PartyFacts, blank_facts, letter
from samenwerking.display.front import front_page, goal_line, goals_cut, parties_cut
from samenwerking.display.gears import PLACES, small_gearbox
from samenwerking.display.page import document
from samenwerking.display.wording import shareable
from samenwerking.model import Canvas, Collaboration, Confirmation, Goal, Organization, Portfolio, Source
from samenwerking.vocabulary import CanvasTopic, Form, Gear, Language, Need, reading

ID = "voorbeeldpolder"
LONG = "Kruidenrijke randen langs al het water in de polder tussen dijk en dorp " * 8
TABLE = reading()


def _facts(parties: int = 0, goals: int = 0, **more: object) -> CanvasFacts:
    made = [PartyFacts(letter=letter(n), name=f"Partij {n}", brings=("kennis",)) for n in range(parties)]
    aims = [GoalFacts(name=f"Doel {n}") for n in range(goals)]
    given = {"name": "X", "header": (), "gear": None, "goals": tuple(aims), "parties": tuple(made)} | more
    return CanvasFacts(**given)


def _front(facts: CanvasFacts, language: Language = "nl") -> str:
    return front_page(facts, (), "Waarvoor?", TABLE, language)


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("", ""),
        ("Een mededeling.", "Een mededeling."),
        ("Waarom?", "Waarom?"),
        ("Het staat er niet. Waarom?", "Waarom?"),
        ("Waarom? Omdat.", "Waarom?"),
        ("Waarom? Daarom. Wanneer?", "Waarom? Wanneer?"),
        ("Wie.nl doet mee? Ja!", "Wie.nl doet mee?"),
        ("Eerst. Dan.", "Eerst. Dan."),
    ],
)
def test_only_what_asks_is_kept(text: str, asking: str) -> None:
    assert only_asking(text) == asking


@pytest.mark.parametrize("row", TABLE.requirements, ids=lambda row: row.code)
def test_every_question_of_the_reading_can_be_asked(row: object) -> None:
    for language in ("nl", "en"):
        said = asked(row, language)
        assert said.endswith("?") and "{" not in said
        assert len(said.split()) <= 40


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("form", [None, *Form])
def test_an_empty_sheet_asks_nothing_that_the_form_does_not_need(
    form: Form | None, language: Language
) -> None:
    found = [line for each in CanvasTopic for line in blank_lines(form, each, TABLE, language)]
    rows = [row for row in TABLE.requirements if row.topic]
    needed = [row for row in rows if TABLE.need(row, form) in (Need.REQUIRED, Need.EXPECTED)]
    assert sorted(line.code for line in found) == sorted(row.code for row in needed)
    assert len({line.text for line in found}) == len(found), "a question is asked twice"
    assert all(line.label == "" for line in found)


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        (GoalFacts(name="a"), ""),
        (GoalFacts(name="a", kind="eigen doel"), "eigen doel"),
        (GoalFacts(name="a", details=("2028", "trekker: X")), "2028; trekker: X"),
        (GoalFacts(name="a", kind="k", details=("d",)), "k; d"),
    ],
)
def test_all_below_a_goal_in_a_line(goal: GoalFacts, said: str) -> None:
    assert goal_line(goal) == said


@pytest.mark.parametrize(
    ("goals", "cut"),
    [
        ([], []),
        ([GoalFacts(name="a")], []),
        ([GoalFacts(name=LONG)], [0]),
        ([GoalFacts(name="a", details=(LONG,))], [0]),
        ([GoalFacts(name="a", details=("1", "2", "3", "4"))], []),
        ([GoalFacts(name="a", details=("1", "2", "3", "4", "5"))], [0]),
        ([GoalFacts(name="a", kind="k", details=("1", "2", "3", "4"))], [0]),
        ([GoalFacts(name=f"{n}") for n in range(6)], [4, 5]),
        ([GoalFacts(name="a"), GoalFacts(name=LONG), GoalFacts(name="c")], [1]),
    ],
)
def test_goals_that_are_not_whole_on_the_front(goals: list[GoalFacts], cut: list[int]) -> None:
    facts = CanvasFacts(name="X", header=(), gear=None, goals=tuple(goals))
    assert goals_cut(facts) == [goals[place] for place in cut]


@pytest.mark.parametrize("field", ["brings", "gets", "risks"])
def test_a_long_cell_is_cut_and_told(field: str) -> None:
    long = PartyFacts(letter="A", name="X", **{field: (LONG, LONG)})
    facts = CanvasFacts(name="X", header=(), gear=None, parties=(long, PartyFacts(letter="B", name="Y")))
    assert parties_cut(facts) == [long]
    front = _front(facts)
    assert "…" in front and LONG.strip() not in front


@pytest.mark.parametrize("count", [0, 1, 2, 4, 8, 9, 50])
def test_short_rows_are_never_cut(count: int) -> None:
    assert parties_cut(_facts(count)) == []


@pytest.mark.parametrize(
    ("filled", "asks"),
    [
        ({}, 4),
        ({"brings": ("a",)}, 3),
        ({"brings": ("a",), "gets": ("b",)}, 2),
        ({"brings": ("a",), "gets": ("b",), "risks": ("c",)}, 1),
        ({"brings": ("a",), "gets": ("b",), "risks": ("c",), "until": "t/m 2028"}, 0),
    ],
)
def test_a_question_above_each_open_column(filled: dict[str, object], asks: int) -> None:
    party = PartyFacts(letter="A", name="X", **filled)
    front = _front(CanvasFacts(name="X", header=(), gear=None, parties=(party,)))
    heads = next(parsed(front).iter("tr"))
    assert len([e for e in heads.iter("p") if e.attrib.get("class") == "ask"]) == asks


@pytest.mark.parametrize("ticks", ["", "☑", "☐", "☑☐", "☐☑☑", "☑☐☑☐☑☐☑☐"])
def test_a_tick_for_each_party_that_looked_at_its_alternative(ticks: str) -> None:
    parties = tuple(
        PartyFacts(letter=letter(n), name=f"P{n}", considered=tick == "☑") for n, tick in enumerate(ticks)
    )
    front = parsed(_front(CanvasFacts(name="X", header=(), gear=None, parties=parties)))
    assert "".join(e.text or "" for e in front.iter("span") if e.attrib.get("class") == "tick") == ticks


@pytest.mark.parametrize(
    ("purpose", "goals", "asks"), [("", 0, True), ("", 1, False), ("Kennis delen", 0, False), ("K", 2, False)]
)
def test_a_goal_is_asked_only_where_nothing_stands(purpose: str, goals: int, asks: bool) -> None:
    said = texts(_front(_facts(goals=goals, purpose=purpose)))
    assert ("Waarvoor?" in said) is asks
    assert (purpose in said) is bool(purpose)


def test_a_purpose_leaves_less_room_for_goals() -> None:
    details = ("een", "twee", "drie", "vier")
    goals = tuple(GoalFacts(name=LONG[:80], details=details) for _ in range(4))
    bare = CanvasFacts(name="X", header=(), gear=None, goals=goals)
    without, with_ = (_front(attrs.evolve(bare, purpose=purpose)) for purpose in ("", LONG))
    details = [page.count('<p class="fit">') for page in (with_, without)]
    assert details[0] < details[1] and len(goals_cut(bare)) == 4
    assert with_.count('class="goal fit"') >= 1


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("count", [0, 1, 8, 50])
def test_an_answered_front_keeps_to_its_words(count: int, language: Language) -> None:
    assert words(_front(_facts(count, 3), language)) < 250
    assert words(_front(blank_facts(language), language)) < 250


@pytest.mark.parametrize("name", ["", "X", LONG, "</h1><script>", "🦋" * 200])
def test_any_name_stands_on_one_line(name: str) -> None:
    (title,) = list(parsed(_front(_facts(name=name))).iter("h1"))
    said = "".join(title.itertext())
    assert len(said) <= 200
    assert said == name.strip() or said.endswith("…") or said.startswith("Naam")


@pytest.mark.parametrize("gear", [None, *Gear])
@pytest.mark.parametrize(("language", "step"), [("nl", "stap terug"), ("en", "step back")])
def test_the_small_gearbox(gear: Gear | None, language: Language, step: str) -> None:
    svg = small_gearbox(gear, 280, 120, language)
    said = texts(svg)
    assert {"1", "2", "3", "4", "Kan", "Klopt", "Werkt", "Levert", step} <= set(said)
    bold = [e.text for e in parsed(svg).iter() if e.attrib.get("font-weight") == "bold" and e.text]
    assert [each for each in bold if not each.isdigit()] == ([gear.value.capitalize()] if gear else [])
    assert sorted(PLACES.values()) == [(0, 0), (0, 1), (1, 0), (1, 1)]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_back_says_each_topic_once(language: Language) -> None:
    portfolio = Portfolio(collaborations=[Collaboration(id="x", name="X")])
    topics = {each: topic_lines(portfolio, "x", each, AS_OF, TABLE, language) for each in CanvasTopic}
    said = texts(back_page(topics, [], language))
    for place, each in enumerate(CanvasTopic, 1):
        assert said.count(f"{place} {each.label(language)}") == 1
    found = [line for lines in topics.values() for line in lines]
    assert found and all(line.code and "{" not in line.text for line in found)


@pytest.mark.parametrize(("lines", "columns"), [(0, False), (1, False), (3, False), (60, True)])
def test_too_much_for_boxes_goes_in_columns(lines: int, columns: bool) -> None:
    made = tuple(Line(label="feit", text=f"{n} {LONG[:150]}") for n in range(lines))
    page = back_page(dict.fromkeys(CanvasTopic, made), ["Einde."], "nl")
    assert ('class="columns"' in page) is columns
    assert ('class="topics"' in page) is not columns
    assert page.count("<li>") == lines * 9
    assert ("Komt later aan de orde." in page) is (lines == 0)
    parsed(page)


def test_facts_have_a_label_and_questions_a_code() -> None:
    topics = {CanvasTopic.GOALS: (Line(label="duur", text="a<b"), Line(text="Waarom?", code="KAN101"))}
    page = back_page(topics, [], "nl")
    assert "<li><b>duur: </b>a&lt;b</li>" in page
    assert '<span class="ask">Waarom?</span> <span class="code">KAN101</span>' in page


@pytest.mark.parametrize("count", [1, 2, 8, 9, 50])
def test_who_a_question_is_for_in_any_number(count: int) -> None:
    lines = topic_lines(crowd(count), "groot", CanvasTopic.PARTIES, AS_OF, TABLE, "nl")
    said = " ".join(line.text for line in lines if line.code)
    assert ("alle" in said and f"{count} partijen" in said) is (count >= 8)
    assert all(len(line.text) < 700 for line in lines)
    if count <= 2:
        assert "Stichting Voorbeeld nummer 0" in said


@pytest.mark.parametrize(
    ("confirmed", "nl", "en"),
    [
        (None, "Door wie bevestigd: onbekend.", "Confirmed by whom: unknown."),
        (Confirmation(by="z"), "Bevestigd door Provincie Z, onbekend.", "Confirmed by Provincie Z, unknown."),
        (Confirmation(by="z", on="2026-04"), "Bevestigd door Provincie Z, april 2026.", None),
        (Confirmation(by="weg", on="2026"), "Bevestigd door weg, 2026.", "Confirmed by weg, 2026."),
    ],
)
def test_who_confirmed(confirmed: Confirmation | None, nl: str, en: str | None) -> None:
    portfolio = Portfolio(organizations=[Organization(id="z", name="Provincie Z")])
    held = Collaboration(id="x", name="X", confirmed=confirmed)
    assert closing_lines(portfolio, held, "nl")[1] == nl
    assert closing_lines(portfolio, held, "en")[1] == (en or "Confirmed by Provincie Z, April 2026.")


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        ([], "Bronnen: niet opgegeven."),
        ([Source(title="Plan")], "Bronnen: Plan."),
        ([Source(address="https://a.nl/x")], "Bronnen: https://a.nl/x."),
        ([Source(host="a.nl", seen="2026-02")], "Bronnen: a.nl (gezien februari 2026)."),
        ([Source(title="Plan"), Source(title="Plan")], "Bronnen: Plan."),
        ([Source(title="A"), Source(title="B")], "Bronnen: A en B."),
        ([Source(title=f"S{n}") for n in range(9)], "Bronnen: S0, S1, S2, S3, S4, S5 en nog 3."),
    ],
)
def test_sources(sources: list[Source], said: str) -> None:
    held = Collaboration(id="x", name="X", sources=sources)
    assert closing_lines(Portfolio(), held, "nl")[-1] == said


def test_sources_of_goals_count_too() -> None:
    goal = Goal(id="g", name="G", kind="shared", sources=[Source(title="Doelenboek")])
    held = Collaboration(id="x", name="X", canvas=Canvas(goals=["g", "weg"]))
    assert closing_lines(Portfolio(goals=[goal]), held, "nl")[-1] == "Bronnen: Doelenboek."


@pytest.mark.parametrize("topic_", list(CanvasTopic))
@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_private_word_on_any_topic(full: Portfolio, topic_: CanvasTopic, language: Language) -> None:
    lines = topic_lines(shareable(full, language), ID, topic_, AS_OF, TABLE, language)
    said = repr(lines)
    assert not re.search(r"GEHEIM|987.?654|123.?456|kan tegenhouden|can block", said)
    assert lines and len(set(lines)) == len(lines)


@pytest.mark.parametrize("day", [datetime.date(2000, 1, 1), AS_OF, datetime.date(2100, 1, 1)])
def test_topics_on_any_day(full: Portfolio, day: datetime.date) -> None:
    for each in CanvasTopic:
        for line in topic_lines(full, ID, each, day, TABLE, "nl"):
            assert line.text.strip() and bool(line.label) is not bool(line.code)


@pytest.mark.parametrize(("size", "view"), [("A3 landscape", "1680"), ("A4 portrait", "device-width")])
def test_the_document_around_a_sheet(size: str, view: str) -> None:
    page = document("T & <b>", "", "en", size=size)
    root = parsed(page)
    assert root.attrib["lang"] == "en" and root.findtext("head/title") == "T & <b>"
    assert f"@page {{ size: {size};" in page and f'content="width={view}"' in page
