"""The real portfolio says what its sources say, and the draft says that it is invented."""

import json
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

from samenwerking.io import example_bytes, read
from samenwerking.model import Collaboration, Date, Portfolio, Source
from samenwerking.report import Report

# The collaborations that the public sources name, besides the coalition itself, its working group and training.
IDS = {
    "driebergen-2017",
    "deltaplan-2018",
    "gd-infranatuur",
    "sectorakkoord-infra",
    "blauwgroen-netwerk",
    "bm-melkvee",
    "life-a4b",
    "brabants-bodem",
    "van-gogh-np-ibp",
    "groene-cirkels",
    "ll-b7",
    "ll-alblasserwaard",
    "ll-overall",
    "herstelprogramma-fryslan",
    "kpi-openbare-ruimte",
    "bkn-kennisdocument",
    "bkn-toolbox",
    "actieagenda-2020",
    "nphd-stichting",
    "schoon-water-hdsr",
    "groen-kapitaal",
    "ras-rivierenland",
    "biodiversityxl",
    "prijs-2020",
}
OWN = {"deltaplan", "werkgroep-gebiedsgerichte-samenwerking", "training-regisseur-van-de-samenwerking"}


def loaded(name: str) -> tuple[Portfolio, Report]:
    portfolio, report = read(example_bytes(name))
    assert portfolio is not None, report.text("en")
    return portfolio, report


@pytest.fixture(scope="module")
def real() -> Portfolio:
    return loaded("deltaplan")[0]


@pytest.fixture(scope="module")
def plain() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(example_bytes("deltaplan"))
    return data


def inside(value: Any) -> Iterator[Any]:
    """Yield every record of a portfolio, however deep."""
    if attrs.has(type(value)):
        yield value
        for attribute in attrs.fields(type(value)):
            yield from inside(getattr(value, attribute.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from inside(item)


def sources(portfolio: Portfolio) -> list[Source]:
    return [record for record in inside(portfolio) if isinstance(record, Source)]


def parties(collaboration: Collaboration) -> list[str]:
    return [participation.party for participation in collaboration.canvas.parties]


@pytest.mark.parametrize("name", ["deltaplan", "draft"])
def test_loads_without_findings(name: str) -> None:
    assert [(f.code, f.pointer) for f in loaded(name)[1]] == []


def test_holds_every_collaboration_once(plain: dict[str, Any]) -> None:
    ids = [collaboration["id"] for collaboration in plain["collaborations"]]
    assert len(ids) == len(set(ids)) == len(IDS | OWN)
    assert set(ids) == IDS | OWN


def test_the_coalition_and_what_hangs_below_it(real: Portfolio) -> None:
    assert real.coalition == "deltaplan"
    group = real.collaboration("werkgroep-gebiedsgerichte-samenwerking")
    training = real.collaboration("training-regisseur-van-de-samenwerking")
    assert (group.parent, training.parent) == ("deltaplan", group.id)
    assert "deltaplan-2018" in real.collaboration("deltaplan").related
    nested = {c.id for c in real.collaborations if c.parent == "ll-overall"}
    assert nested == {"ll-b7", "ll-alblasserwaard"}


@pytest.mark.parametrize(
    ("on", "what", "number", "at_least"),
    [
        ("2018-05-22", "partners", 19, False),
        ("2019-09-23", "partners", 25, False),
        ("2019-09-23", "aspirant-partners", 30, False),
        ("2020-02", "partners", 45, False),
        ("2020-02", "supporters", 37, False),
        ("2020-11", "partners", 66, False),
        ("2020-11", "supporters", 52, False),
        ("2021-05", "partners", 80, True),
        ("2021-05", "supporters", 70, False),
        ("2022-04-26", "partners", 100, True),
        ("2024-04-05", "partners", 125, False),
        ("2024-04-05", "supporters", 100, False),
    ],
)
def test_counts_of_the_coalition(real: Portfolio, on: str, what: str, number: int, at_least: bool) -> None:
    counts = real.collaboration("deltaplan").counts
    assert [(c.number, c.at_least) for c in counts if c.on == Date(on) and c.what == what] == [
        (number, at_least)
    ]


def test_other_counts(real: Portfolio) -> None:
    found = {
        (c.id, count.what): (count.number, count.at_least)
        for c in real.collaborations
        if c.id != "deltaplan"
        for count in c.counts
    }
    assert found == {
        ("werkgroep-gebiedsgerichte-samenwerking", "mensen"): (50, True),
        ("driebergen-2017", "partijen"): (18, False),
        ("deltaplan-2018", "partijen"): (19, False),
        ("gd-infranatuur", "partijen"): (23, False),
        ("life-a4b", "partijen"): (14, False),
        ("prijs-2020", "inzendingen"): (98, False),
        ("prijs-2020", "finalisten"): (10, False),
    }


def test_every_count_names_its_source(real: Portfolio) -> None:
    assert [c.id for c in real.collaborations for count in c.counts if count.source is None] == []


def test_a_complete_list_is_never_shorter_than_the_stated_number(real: Portfolio) -> None:
    for collaboration in real.collaborations:
        for count in collaboration.counts:
            if count.what == "partijen":
                listed = len(parties(collaboration))
                assert listed <= count.number
                assert listed == count.number or not collaboration.parties_complete


def test_every_record_has_a_source(real: Portfolio) -> None:
    assert [place.record.id for place in real.locations() if not place.record.sources] == []


def test_no_address_is_cut(real: Portfolio) -> None:
    for source in sources(real):
        assert "..." not in source.address
        assert "…" not in source.address
        assert source.complete or not source.address
        assert source.complete or (source.host and source.title)
        assert "/" not in source.host


def test_every_source_says_how_sure_it_is_and_what_it_is(real: Portfolio) -> None:
    assert [s for s in sources(real) if s.confidence is None or not s.title] == []


def test_no_partner_is_inferred(real: Portfolio) -> None:
    for place in real.locations():
        if place.kind.name in ("partner", "supporter"):
            confidence = {s.confidence.value for s in place.record.sources if s.confidence}
            assert confidence <= {"stated", "reported"}
    partners = {partner.party for partner in real.partners}
    # Taking part in a working group, or in the beginning of 2018, does not make a partner.
    for no_partner in (
        "boerennatuur",
        "sbnl-natuurfonds",
        "nioo-knaw",
        "groene-grensverleggers",
        "stimuland",
    ):
        assert no_partner in real
        assert no_partner not in partners
    for of_2018 in (
        "cbl",
        "unilever",
        "nern",
        "vlinderstichting",
        "natuur-en-milieufederaties",
        "landschappennl",
    ):
        assert of_2018 in parties(real.collaboration("deltaplan-2018"))
        assert of_2018 not in partners
    for not_stated in ("artemis", "rijkswaterstaat", "schuttelaar-en-partners"):
        assert not_stated in real
        assert not_stated not in partners


def test_partners_and_supporters_stand_once(real: Portfolio) -> None:
    standing = [partner.party for partner in real.partners]
    standing += [supporter.party for supporter in real.supporters]
    assert len(standing) == len(set(standing)) == 27 + 5
    bodies = {record.id for record in (*real.organizations, *real.collaborations)}
    assert set(standing) <= bodies


def test_collaborations_that_are_themselves_partner_or_supporter(real: Portfolio) -> None:
    collaborations = {c.id for c in real.collaborations}
    assert {p.party for p in real.partners} & collaborations == {"herstelprogramma-fryslan"}
    assert {s.party for s in real.supporters} & collaborations == {"biodiversityxl"}
    assert parties(real.collaboration("biodiversityxl")) == [
        "naturalis",
        "nioo-knaw",
        "nioz",
        "westerdijk-institute",
    ]


def test_approval_and_signature_are_different_days(real: Portfolio) -> None:
    events = {event.kind.value: event.on for event in real["partner-gemeente-hoeksche-waard"].events}
    assert events == {"approved": Date("2021-11-16"), "signed": Date("2022-02-24")}


def test_only_the_documented_path_has_a_signature(real: Portfolio) -> None:
    signed = {p.party for p in real.partners if any(e.kind.value == "signed" for e in p.events)}
    assert signed == {"gemeente-hoeksche-waard"}
    for partner in real.partners:
        if partner.events and partner.party not in signed:
            announced = all(event.kind.value == "announced" for event in partner.events)
            assert announced or "datum" in partner.note.casefold()


def test_commitments_that_a_source_states(real: Portfolio) -> None:
    with_commitment = {partner.party: partner for partner in real.partners if partner.commitments}
    assert set(with_commitment) == {
        "herstelprogramma-fryslan",
        "gemeente-wageningen",
        "hoogheemraadschap-rijnland",
        "wnf",
    }
    assert len(with_commitment["wnf"].commitments) == 3
    assert with_commitment["herstelprogramma-fryslan"].commitments[0].themes == (
        "draagvlak-en-gedeelde-waarden",
        "infranatuur",
        "kennis-en-innovatie",
    )


def test_no_source_states_a_form_type_or_gear(plain: dict[str, Any]) -> None:
    for collaboration in plain["collaborations"]:
        assert "gear" not in collaboration
        chosen = {"form", "form_on", "type", "other_types", "motivation"}
        assert not chosen & collaboration.get("canvas", {}).keys()
        for participation in collaboration.get("canvas", {}).get("parties", []):
            assert not {"position", "perceived_form"} & participation.keys()


def test_an_unknown_end_is_not_an_open_end(real: Portfolio) -> None:
    periods = {c.id: c.period for c in real.collaborations}
    assert not any(period.open_end for period in periods.values())
    ended = {id_: period.end.iso for id_, period in periods.items() if period.end}
    assert ended == {"gd-infranatuur": "2019-03-07", "life-a4b": "2026-03-01", "ll-b7": "2026-03-31"}
    assert periods["life-a4b"].start == Date("2020-03-01")
    assert periods["van-gogh-np-ibp"].start is None
    assert periods["kpi-openbare-ruimte"].start is None


def test_who_joined_later(real: Portfolio) -> None:
    later = {
        (c.id, p.party): p.period.start.iso
        for c in real.collaborations
        for p in c.canvas.parties
        if p.period.start
    }
    assert later == {
        ("gd-infranatuur", "royal-haskoningdhv"): "2017-11-16",
        ("gd-infranatuur", "brabant-water"): "2017-11-16",
        ("groene-cirkels", "naturalis"): "2017",
        ("groene-cirkels", "hoogheemraadschap-rijnland"): "2017",
    }


def test_who_acts_for_others(real: Portfolio) -> None:
    found = [
        (c.id, p.party, p.on_behalf_of)
        for c in real.collaborations
        for p in c.canvas.parties
        if p.on_behalf_of
    ]
    assert found == [("van-gogh-np-ibp", "brabants-landschap", ("terreinbeherende-organisaties",))]
    assert real["terreinbeherende-organisaties"].kind.value == "group"


@pytest.mark.parametrize(
    ("id", "number", "complete"),
    [
        ("driebergen-2017", 15, False),
        ("deltaplan-2018", 13, False),
        ("gd-infranatuur", 22, False),
        ("sectorakkoord-infra", 10, True),
        ("blauwgroen-netwerk", 1, False),
        ("bm-melkvee", 5, True),
        ("groene-cirkels", 5, True),
        ("herstelprogramma-fryslan", 7, True),
        ("kpi-openbare-ruimte", 11, True),
        ("nphd-stichting", 4, True),
        ("ras-rivierenland", 35, False),
        ("prijs-2020", 2, True),
    ],
)
def test_parties(real: Portfolio, id: str, number: int, complete: bool) -> None:
    collaboration = real.collaboration(id)
    assert len(parties(collaboration)) == len(real.parties_of(id)) == number
    assert collaboration.parties_complete is complete


def test_groups_and_initiatives_are_told_from_legal_bodies(real: Portfolio) -> None:
    kinds = {o.id: o.kind.value for o in real.organizations if o.kind.value != "organization"}
    assert kinds == {
        "brabantse-waterschappen": "group",
        "friese-gemeenten": "group",
        "terreinbeherende-organisaties": "group",
        "water-natuurlijk-hollandse-delta": "group",
        "b-team-oisterwijk": "initiative",
    }


def test_no_organization_stands_twice(real: Portfolio) -> None:
    names = [name.casefold() for o in real.organizations for name in {o.name, *o.aliases}]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_codes_of_authorities(real: Portfolio) -> None:
    codes = {o.id: i.value for o in real.organizations for i in o.identifiers}
    assert {i.scheme for o in real.organizations for i in o.identifiers} == {"tooi"}
    assert codes["hoogheemraadschap-delfland"] == "ws0372"
    assert codes["provincie-zuid-holland"] == "pv28"
    assert len(set(codes.values())) == len(codes)
    begins = {"provincie": "pv", "gemeente": "gm", "waterschap": "ws"}
    for organization in real.organizations:
        for identifier in organization.identifiers:
            assert organization.sector is not None
            assert identifier.value.startswith(begins[organization.sector])
            assert organization.ownership is not None
            assert organization.ownership.value == "public"


def test_an_umbrella_is_neither_public_nor_private(real: Portfolio) -> None:
    assert real["unie-van-waterschappen"].ownership is None


def test_funding_of_the_training(real: Portfolio) -> None:
    training = real.collaboration("training-regisseur-van-de-samenwerking")
    (phase,) = training.canvas.resources.phases
    life, ministry = phase.funding
    assert (float(life.share or 0), life.status) == (0.6, None)
    assert ministry.funder == "ministerie-lnv"
    assert ministry.status is not None
    assert ministry.status.value == "in-talks"
    assert parties(training) == ["provincie-zuid-holland"]


def test_every_shared_goal_belongs_to_a_collaboration(real: Portfolio) -> None:
    used = [goal for c in real.collaborations for goal in c.canvas.goals]
    assert set(used) == {goal.id for goal in real.goals}
    without = {c.id for c in real.collaborations if not c.canvas.goals}
    assert without == {"werkgroep-gebiedsgerichte-samenwerking"}
    assert {g.id for g in real.goals if g.kind.value != "shared"} == {"training-en-praktijknetwerk"}


def test_where_sources_contradict_each_other_the_note_says_so(real: Portfolio) -> None:
    assert "22 mei 2019" in real["deltaplan"].note
    assert "2018" in real["deltaplan"].note
    assert "2025" in real["life-a4b"].note
    assert "Nederlands Natuurlandschap" in real["ll-overall"].note
    (evaluation,) = real.collaboration("deltaplan").canvas.realization.evaluations
    assert (evaluation.planned, evaluation.held) == (Date("2022-04-08"), Date("2022-04-26"))


def test_no_persons(real: Portfolio) -> None:
    assert [o.id for o in real.organizations if o.kind.value == "person"] == []
    assert not any(p.representatives or p.signature for c in real.collaborations for p in c.canvas.parties)


def test_the_draft_says_that_it_is_invented() -> None:
    draft, _ = loaded("draft")
    assert "verzonnen" in draft.title.casefold()
    for place in draft.locations():
        assert "verzonnen" in place.record.note.casefold()
        assert not place.record.sources


def test_the_draft_holds_one_ambition_of_three_parties_and_nothing_else() -> None:
    draft, _ = loaded("draft")
    (collaboration,) = draft.collaborations
    (goal,) = draft.goals
    assert goal.kind.value == "shared"
    assert parties(collaboration) == [organization.id for organization in draft.organizations]
    assert len(draft.organizations) == 3
    canvas = json.loads(example_bytes("draft"))["collaborations"][0]["canvas"]
    assert canvas == {"goals": [goal.id], "parties": [{"party": id_} for id_ in parties(collaboration)]}


def test_real_and_invented_share_no_names() -> None:
    real, draft = loaded("deltaplan")[0], loaded("draft")[0]
    assert {o.name for o in draft.organizations} & {o.name for o in real.organizations} == set()
    assert not any("verzonnen" in place.record.note.casefold() for place in real.locations())
