"""What the coalition asks of partners: only what is certain is told, and only of its own partners."""

import datetime

import pytest
from hypothesis import given

import samenwerking as sw
from samenwerking.model import (
    Canvas,
    Collaboration,
    Commitment,
    LeftEmpty,
    MembershipEvent,
    Organization,
    Partner,
    Portfolio,
    ProgressReport,
    Supporter,
)
from samenwerking.rules import Profile, catalog, validate
from samenwerking.testing import portfolios
from samenwerking.vocabulary import Outcome, Severity, reading

DAY = datetime.date(2026, 11, 24)
CODES = ("KAN128", "LEV403")


def coalition(*partners, coalition="x", gear="levert", form=None, left_empty=(), supporters=(), **ownership):
    """Return a portfolio with a coalition and its partners; who is of whom by id."""
    organizations = [
        Organization(id=id_, name=f"Naam {id_.upper()}", ownership=ownership.get(id_)) for id_ in ("a", "b")
    ]
    canvas = Canvas(form=form, left_empty=[LeftEmpty(path=path, reason="nagevraagd") for path in left_empty])
    return Portfolio(
        coalition=coalition,
        organizations=organizations,
        partners=partners,
        supporters=supporters,
        collaborations=[
            Collaboration(id="x", name="Coalitie", gear=gear, canvas=canvas),
            Collaboration(id="y", name="Polder", gear=gear, canvas=Canvas(form="network-preferred")),
        ],
    )


def found(portfolio, *, profile="deltaplan"):
    return [f for f in validate(portfolio, profile=profile, as_of=DAY) if f.code in CODES]


def said(portfolio):
    return [f.message("nl") for f in found(portfolio)]


def partner(id_="a", **more):
    return Partner(party=id_, **more)


def ended(on=None):
    return [MembershipEvent(kind="signed", on="2020"), MembershipEvent(kind="ended", on=on)]


PLEDGE = Commitment(text="10 ha gras")
HERE = "portfolio.partners[partner-a].commitments"


@pytest.mark.parametrize(
    ("member", "left_empty", "missing"),
    [
        (partner(endorses=False), (), "instemming met doelen en aanpak"),
        (partner(policy_goal=False), (), "biodiversiteit als beleidsdoel waarover openbaar bericht wordt"),
        (partner(), [HERE], "een concreet commitment"),
        (partner(commitments=[PLEDGE]), [f"{HERE}[10 ha gras].reviewed"], "een getoetst commitment"),
        (partner(commitments=[PLEDGE]), [f"{HERE}[].reviewed"], "een getoetst commitment"),
        (
            partner(endorses=False, policy_goal=False),
            [HERE],
            "instemming met doelen en aanpak, biodiversiteit als beleidsdoel waarover openbaar bericht wordt en"
            " een concreet commitment",
        ),
        # what is not known is no lack
        (partner(), (), None),
        (partner(endorses=True, policy_goal=True, commitments=[PLEDGE]), (), None),
        (partner(commitments=[PLEDGE, Commitment(text="meer")]), [f"{HERE}[10 ha gras].reviewed"], None),
        (partner(commitments=[Commitment(text="t", themes=["monitoring"])]), (), None),
        # said to be empty, but something stands there
        (partner(commitments=[PLEDGE]), [HERE], None),
        (partner(commitments=[Commitment(text="t", reviewed="2024")]), [f"{HERE}[t].reviewed"], None),
        (partner(), ["portfolio.partners[partner-b].commitments", "geen pad"], None),
        # who is no partner any more
        (partner(endorses=False, events=ended()), (), None),
        (partner(endorses=False, events=ended("2025")), (), None),
        (partner(endorses=False, events=ended("2027")), (), "instemming met doelen en aanpak"),
    ],
)
def test_which_published_criteria_are_certainly_not_met(member, left_empty, missing):
    expected = [f"Bij Naam A ontbreekt nog voor het partnerschap: {missing}."] if missing else []
    told = [f for f in found(coalition(member, left_empty=left_empty)) if f.code == "KAN128"]
    assert [f.message("nl") for f in told] == expected
    for finding in told:
        assert (finding.subject, finding.field) == ("x", "portfolio.partners[partner-a]")
        assert finding.pointer == "/partners/0"
        assert (finding.severity, finding.marks) == (
            Severity.WARNING,
            reading().rules["KAN128"].undecided_marks,
        )


@pytest.mark.parametrize("ownership", ["public", None])
def test_a_public_partner_may_abstain_and_one_of_whom_it_is_not_known_perhaps(ownership):
    assert said(coalition(partner(abstains_from=["uitvoering"]), a=ownership)) == []


def test_only_a_public_partner_may_abstain():
    (told,) = found(coalition(partner(abstains_from=["uitvoering", "eigen", "communicatie"]), a="private"))
    assert told.field == "portfolio.partners[partner-a].abstains_from"
    assert told.message("nl") == (
        "Naam A onthoudt zich van communicatie, eigen en uitvoering. Dat is bedoeld voor publieke partners. Hoe zit dat hier?"
    )
    assert told.message("en").startswith("Naam A abstains from communication, eigen and execution.")
    assert said(coalition(partner("y", abstains_from=["uitvoering"]))) == []  # a collaboration is no body


def reported(*dates):
    return Commitment(text=f"t{len(dates)}", reports=[ProgressReport(on=on) for on in dates])


@pytest.mark.parametrize(
    ("commitments", "last"),
    [
        ([reported("2025-05-23")], "23 mei 2025"),
        ([reported("2024-03", "2025-03")], "maart 2025"),
        ([reported("2024-03"), reported("2023", "2022")], "maart 2024"),
        ([reported("2025-05-24")], None),
        ([reported("2025-05")], None),  # the month may have lasted long enough
        ([reported("2025")], None),
        ([reported("2024-03"), reported("2026-01", "2020")], None),
        ([reported("2024-03", None)], None),  # one of them may be recent
        ([reported()], None),
        ([], None),
    ],
)
def test_the_last_report_of_a_partner(commitments, last):
    expected = (
        [f"Laatste bericht van Naam A over het commitment: {last}. Hoe staat het er nu mee?"] if last else []
    )
    assert said(coalition(partner(commitments=commitments))) == expected
    gone = coalition(partner(commitments=commitments, events=ended("2025")))
    assert said(gone) == []


def test_reports_count_from_the_last_gear_and_how_old_they_may_be_can_be_set():
    portfolio = coalition(partner(commitments=[reported("2025-10")]))
    yearly = Profile(name="yearly", select=["LEV403"], options={"LEV403": {"months": 12}})
    assert (len(found(portfolio)), len(found(portfolio, profile=yearly))) == (0, 1)
    early = coalition(partner(commitments=[reported("2020")]), gear="werkt")
    assert found(early) == []


def test_only_the_coalition_is_asked_and_only_in_its_profile():
    lacking = partner(endorses=False, commitments=[reported("2020")])
    portfolio = coalition(lacking, supporters=[Supporter(party="b")])
    assert [(f.code, f.subject) for f in found(portfolio)] == [("KAN128", "x"), ("LEV403", "x")]
    assert found(portfolio, profile="default") == []
    assert found(coalition(lacking, coalition="y")) != []
    assert found(coalition(lacking, coalition=None)) == []
    assert found(coalition(lacking, coalition="elders")) == []


def test_without_partners_nothing_can_be_told():
    counted = validate(coalition(), profile="deltaplan", as_of=DAY).outcomes
    assert counted[Outcome.UNKNOWN] == 4  # two rules for each of two collaborations


def test_of_the_real_partners_nothing_is_alleged():
    portfolio = sw.example("deltaplan")
    assert len(portfolio.partners) > 20
    assert {f.code for f in validate(portfolio, profile="deltaplan", as_of=DAY)} == {"SAM002"}


@given(portfolios())
def test_it_never_crashes_and_tells_of_partners_only(portfolio):
    report = validate(portfolio, profile="deltaplan", rules=catalog().select(*CODES), as_of=DAY)
    assert "SAM001" not in {f.code for f in report}
    for finding in report:
        if finding.code in CODES:
            assert finding.subject == portfolio.coalition
            assert finding.pointer.startswith("/partners/")
