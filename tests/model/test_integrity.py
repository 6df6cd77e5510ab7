"""Whether a portfolio hangs together: what is told, where, and with what it may have been meant."""

import difflib

import pytest
from hypothesis import given, settings

from samenwerking.model import (
    Area,
    Canvas,
    Collaboration,
    Contribution,
    Goal,
    GoalLink,
    LeftEmpty,
    Organization,
    Participation,
    Partner,
    Portfolio,
    Risk,
    inspect,
    nearest,
    plan,
    pointer,
)
from samenwerking.model.integrity import MOST_SUGGESTIONS
from samenwerking.model.references import walk
from samenwerking.testing import portfolios
from samenwerking.vocabulary import Code, Outcome

X = Organization(id="waterschap-x", name="Waterschap De Dommel", sector="waterschap")


def told(portfolio, **more):
    return [(finding.code, finding.pointer) for finding in inspect(portfolio, **more)]


def canvas(**more):
    return Collaboration(id="c", name="C", canvas=Canvas(**more))


@settings(deadline=None)
@given(portfolios())
def test_a_portfolio_that_hangs_together_gives_no_findings(portfolio):
    report = inspect(portfolio)
    assert report.items == ()
    assert report.outcomes.get(Outcome.PASSED, 0) >= len(portfolio)
    assert dict(report.records)["goals"] == len(portfolio.goals)


@settings(deadline=None)
@given(portfolios(broken_references=True))
def test_every_finding_points_at_the_value_it_is_about(portfolio):
    report = inspect(portfolio)
    for finding in report:
        value = portfolio
        for step in finding.pointer.split("/")[1:]:
            value = value[int(step)] if step.isdigit() else getattr(value, step)
        assert isinstance(value, str)
        assert finding.message("nl") != finding.message("en")
    references = [found.value for found in walk(portfolio) if found.field.ref]
    dangling = [value for value in references if value not in portfolio]
    assert sum(finding.code == "SAM201" for finding in report) == len(dangling)


def test_a_reference_to_nothing():
    (finding,) = inspect(
        Portfolio(organizations=[X], goals=[Goal(id="g", name="G", kind="own", lead="nobody")])
    )
    assert (finding.code, finding.pointer, finding.field) == ("SAM201", "/goals/0/lead", "lead")
    assert (finding.subject, finding.subject_name, finding.severity) == ("g", "G", "error")
    assert finding.message("nl") == "'nobody' komt in dit bestand niet voor."
    assert finding.hint("en") == "Add 'nobody' to organizations and collaborations, or mend the reference."


@pytest.mark.parametrize(
    "written", ["waterschp-x", "Waterschap-X", "waterschap de dommel", "Waterschap Dommel"]
)
def test_what_was_meant_is_found_by_id_and_by_name(written):
    (finding,) = inspect(Portfolio(organizations=[X], partners=[Partner(id="p", party=written)]))
    assert finding.pointer == "/partners/0/party"
    assert finding.hint("en") == "Did you mean 'waterschap-x'?"


def test_only_records_of_the_right_kind_are_suggested():
    goal = Goal(id="waterschp", name="W", kind="own")
    (finding,) = inspect(Portfolio(goals=[goal], partners=[Partner(id="p", party="waterschap")]))
    assert "suggestion" not in finding.params


def test_a_reference_to_the_wrong_kind():
    goal = Goal(id="g", name="G", kind="own", links=[GoalLink(goal="waterschap-x", kind="supports")])
    (finding,) = inspect(Portfolio(organizations=[X], goals=[goal]))
    assert (finding.code, finding.pointer) == ("SAM202", "/goals/0/links/0/goal")
    assert finding.message("en") == "'waterschap-x' is one of organizations; this takes one of goals."


def test_the_coalition_is_a_reference_too():
    assert told(Portfolio(coalition="c")) == [("SAM201", "/coalition")]
    assert told(Portfolio(coalition="waterschap-x", organizations=[X])) == [("SAM202", "/coalition")]
    assert told(Portfolio(coalition="c", collaborations=[canvas()])) == []


def test_ids_that_could_not_be_read_still_exist():
    portfolio = Portfolio(partners=[Partner(party="broken"), Partner(party="gone")])
    assert told(portfolio, declared={"broken"}) == [("SAM201", "/partners/1/party")]


def test_an_id_that_repeats_is_told_once_with_all_its_places():
    portfolio = Portfolio(organizations=[X, X], areas=[Area(id="waterschap-x", name="A")])
    (finding,) = inspect(portfolio)
    assert (finding.code, finding.pointer) == ("SAM203", "/organizations/1/id")
    assert finding.params["n"] == 3
    assert finding.message("nl").endswith("/organizations/0, /organizations/1 en /areas/0.")


def test_a_finding_on_an_id_that_repeats_is_the_same_in_another_order():
    others = [Organization(id="y", name="Y"), X, X]
    fingerprints = {
        inspect(Portfolio(organizations=each)).items[0].fingerprint for each in (others, others[::-1])
    }
    assert len(fingerprints) == 1


@pytest.mark.parametrize("written", ["watershap", "Water authority", "Waterschap"])
def test_an_unknown_code_may_be_a_label_or_a_slip(written):
    (finding,) = inspect(Portfolio(organizations=[Organization(id="x", name="X", sector=written)]))
    assert (finding.code, finding.pointer, finding.severity) == (
        "SAM204",
        "/organizations/0/sector",
        "warning",
    )
    assert finding.hint("en") == "Did you mean 'waterschap'?"


def test_an_own_code_is_known_in_its_own_list_only_and_can_be_suggested():
    own = Code(list="sector", code="imkerij", nl="bijenhouderij")
    parties = [Participation(party="imker", contributions=[Contribution(kind="imkerij")])]
    portfolio = Portfolio(
        codes=[own],
        organizations=[
            Organization(id="imker", name="I", sector="imkerij"),
            Organization(id="ander", name="A", sector="Bijenhouderij"),
        ],
        collaborations=[canvas(parties=parties)],
    )
    findings = inspect(portfolio).items
    assert [(f.code, f.pointer) for f in findings] == [
        ("SAM204", "/organizations/1/sector"),
        ("SAM204", "/collaborations/0/canvas/parties/0/contributions/0/kind"),
    ]
    assert findings[0].params["suggestion"] == "imkerij"
    assert findings[1].hint("nl").startswith("Een eigen waarde mag")


def test_an_own_code_that_is_there_already():
    own = [Code(list="sector", code=code, nl="x") for code in ("waterschap", "eigen", "eigen")]
    own.append(Code(list="role", code="eigen", nl="x"))
    report = inspect(Portfolio(codes=own))
    assert [(f.code, f.pointer, f.subject) for f in report] == [
        ("SAM207", "/codes/0/code", None),
        ("SAM207", "/codes/2/code", None),
    ]


@pytest.mark.parametrize("order", [[0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2]])
def test_a_circle_is_told_once_the_same_in_every_order(order):
    areas = [
        Area(id=id_, name=id_, part_of=of) for id_, of in [("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")]
    ]
    (finding,) = inspect(Portfolio(areas=[areas[n] for n in order]))
    assert (finding.code, finding.subject, finding.field) == ("SAM205", "a", "part_of")
    assert finding.params["places"] == "a → b → c → a"


def test_every_relation_upward_is_looked_at():
    portfolio = Portfolio(
        organizations=[Organization(id="o", name="O", part_of="o")],
        areas=[Area(id="a", name="A", part_of="b"), Area(id="b", name="B", part_of="a")],
        collaborations=[
            Collaboration(id="c", name="C", parent="c"),
            Collaboration(id="d", name="D", parent="c"),
        ],
    )
    assert told(portfolio) == [
        ("SAM205", "/organizations/0/part_of"),
        ("SAM205", "/areas/0/part_of"),
        ("SAM205", "/collaborations/0/parent"),
    ]


PARTIES = [Participation(party="x", risks=[Risk(text="r")]), Participation(party="y")]
WHERE = "/collaborations/0/canvas/left_empty/0/path"


@pytest.mark.parametrize(
    ("path", "code", "suggestion"),
    [
        ("purpose", None, None),
        ("parties[y].risks", None, None),
        ("setup.decision_rule", None, None),
        ("period", None, None),
        ("parties[x].risks", "SAM208", None),
        ("parties[].risks", "SAM208", None),
        ("parties", "SAM208", None),
        ("parties[z].risks", "SAM206", None),
        ("parties.risks", "SAM206", "parties[].risks"),
        ("setup.decision_rul", "SAM206", "setup.decision_rule"),
        ("purpose[x]", "SAM206", "purpose"),
        ("wat dan ook", "SAM206", None),
        ("portfolio", "SAM206", None),
    ],
)
def test_a_place_left_empty_on_purpose_is_a_place_and_is_empty(path, code, suggestion):
    portfolio = Portfolio(
        organizations=[Organization(id="x", name="X"), Organization(id="y", name="Y")],
        collaborations=[canvas(parties=PARTIES, left_empty=[LeftEmpty(path=path, reason="r")])],
    )
    report = inspect(portfolio)
    assert [(f.code, f.pointer) for f in report] == ([(code, WHERE)] if code else [])
    for finding in report:
        assert finding.params.get("suggestion") == suggestion


def test_private_content_is_in_no_finding():
    person = Organization(id="p1", name="Kanarie", kind="person", part_of="nobody")
    parties = [Participation(party="p1", prefers=["kanarie", "c"])]
    portfolio = Portfolio(
        organizations=[person],
        partners=[Partner(party="kanarie")],
        collaborations=[canvas(parties=parties, goals=["p1"])],
    )
    report = inspect(portfolio)
    assert [f.code for f in report] == ["SAM201", "SAM201", "SAM202", "SAM201"]
    about_person, partner, _, preference = report
    assert about_person.subject_name == ""
    assert partner.params.get("suggestion") is None, "the name of a person leads to no id"
    assert "kanarie" not in preference.message("nl").casefold() + str(preference.hint("nl")).casefold()
    assert preference.pointer.endswith("/prefers/0")
    wrong_kind = inspect(
        Portfolio(
            organizations=[X],
            areas=[Area(id="a", name="A")],
            collaborations=[canvas(parties=[Participation(party="waterschap-x", prefers=["a"])])],
        )
    )
    assert [f.message("en") for f in wrong_kind] == [
        "'(private)' is one of areas; this takes one of organizations and collaborations."
    ]


def unread(cls, **values):
    """A record of which only these parts could be read, as reading makes it to go on looking."""
    record = object.__new__(cls)
    for field in plan(cls):
        object.__setattr__(
            record, field.name, values.get(field.name, None if field.required else field.default)
        )
    return record


def test_what_could_not_be_read_does_not_stop_the_rest_from_being_looked_at():
    parties = (None, unread(Participation, party="nobody"), unread(Participation))
    left_empty = (None, unread(LeftEmpty, reason="r"))
    held = unread(Collaboration, canvas=unread(Canvas, parties=parties, left_empty=left_empty))
    portfolio = unread(
        Portfolio,
        coalition="nobody",
        organizations=(None, unread(Organization), X, unread(Organization, id="o", part_of="waterschap-x")),
        collaborations=(held,),
        codes=(None, unread(Code, list="sector"), unread(Code, code="x")),
        areas=(unread(Area, id="a", part_of="a"),),
    )
    assert told(portfolio) == [
        ("SAM201", "/coalition"),
        ("SAM201", "/collaborations/0/canvas/parties/1/party"),
        ("SAM205", "/areas/0/part_of"),
    ]


def big(n):
    return Portfolio(
        codes=[Code(list="sector", code=f"eigen-{i}", nl="x") for i in range(n)],
        organizations=[Organization(id=f"o{i}", name=f"O{i}", sector=f"eigen-{i}") for i in range(n)],
        partners=[Partner(id=f"p{i}", party=f"geen{i}") for i in range(n)],
        areas=[Area(id=f"a{i}", name="A", part_of=f"a{i + 1}" if i + 1 < n else None) for i in range(n)],
    )


def test_only_so_many_suggestions_are_looked_for(monkeypatch):
    calls = []
    monkeypatch.setattr(difflib, "get_close_matches", lambda *args, **more: calls.append(args) or [])
    report = inspect(big(MOST_SUGGESTIONS + 50))
    assert sum(f.code == "SAM201" for f in report) == MOST_SUGGESTIONS + 50
    assert len(calls) == MOST_SUGGESTIONS


def test_the_work_grows_with_the_size_and_no_faster(monkeypatch):
    from samenwerking.model import integrity

    monkeypatch.setattr(difflib, "get_close_matches", lambda *args, **more: [])
    counts = {}

    def work(n):
        seen = 0

        def counted(function):
            def call(*args, **more):
                nonlocal seen
                result = function(*args, **more)
                seen += 1 + (len(result) if isinstance(result, dict) else 0)
                return result

            return call

        with monkeypatch.context() as patch:
            for name in ("walk", "codes", "labels", "make_finding", "pointer"):
                patch.setattr(integrity, name, counted(getattr(integrity, name)))
            patch.setattr(Portfolio, "located", counted(Portfolio.located))
            patch.setattr(Portfolio, "locations", counted(Portfolio.locations))
            inspect(big(n))
        counts[n] = seen
        return seen

    assert work(800) <= 2 * work(400)
    assert counts[400] > 400


@pytest.mark.parametrize(
    ("path", "expected"), [((), ""), (("a", 0), "/a/0"), (("a/b", "~", ""), "/a~1b/~0/"), (("~1",), "/~01")]
)
def test_a_pointer_follows_the_standard(path, expected):
    assert pointer(path) == expected


def test_what_is_nearest():
    known = {"waterschap": "w", "provincie": "p"}
    assert nearest(" WATERSCHP ", known) == "w"
    assert nearest("gemeente", known) is None
    assert nearest("", known) is None
    assert nearest("x" * 100_000, known) is None
