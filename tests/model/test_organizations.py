"""Organizations, their standing in the coalition, and areas: what they hold and what they refuse."""

import attrs
import pytest

from samenwerking.model import (
    Area,
    Commitment,
    Confirmation,
    Date,
    Extra,
    Identifier,
    InvalidDate,
    InvalidRecord,
    MembershipEvent,
    Organization,
    Partner,
    ProgressReport,
    Source,
    Supporter,
)
from samenwerking.vocabulary import Confidence, MembershipEventKind, OrganizationKind, Ownership

WATER = Organization(id="waterschap-x", name="Waterschap X")


def told(cls, **values):
    with pytest.raises(InvalidRecord) as caught:
        cls(**values)
    return str(caught.value).splitlines()


def test_the_smallest_organization_knows_nothing_more():
    assert attrs.asdict(WATER, recurse=False) == {
        "id": "waterschap-x",
        "note": "",
        "sources": (),
        "confirmed": None,
        "extra": Extra(),
        "name": "Waterschap X",
        "kind": OrganizationKind.ORGANIZATION,
        "ownership": None,
        "sector": None,
        "aliases": (),
        "identifiers": (),
        "part_of": None,
        "has_constituency": None,
        "distinct_from": (),
        "formerly": (),
    }
    assert repr(WATER) == "Organization(id='waterschap-x', name='Waterschap X')"


def test_a_full_organization_keeps_every_value():
    rijk = Organization(id="rijk", name="Het Rijk")
    full = Organization(
        id="provincie-z",
        name="Provincie Z",
        kind="organization",
        ownership="public",
        sector="provincie",
        aliases=["PZ", "Z"],
        identifiers=[Identifier(scheme="kvk", value="01234567")],
        part_of=rijk,
        has_constituency=True,
        distinct_from=[WATER, "provincie-y"],
        formerly=["prov-z"],
        note="sinds kort",
        sources=[Source(title="jaarverslag")],
        confirmed=Confirmation(by=WATER, on="2026-03"),
        extra={"x-kleur": ["blauw"]},
    )
    assert full.ownership is Ownership.PUBLIC
    assert full.aliases == ("PZ", "Z")
    assert full.identifiers[0].value == "01234567"
    assert full.part_of == "rijk"
    assert full.distinct_from == ("waterschap-x", "provincie-y")
    assert full.formerly == ("prov-z",)
    assert full.confirmed.by == "waterschap-x"
    assert full.confirmed.on == Date("2026-03")
    assert full.extra["x-kleur"] == ("blauw",)
    assert repr(full).endswith("extra=Extra({'x-kleur': ('blauw',)}))")
    assert repr(full).index("has_constituency") < repr(full).index("note")


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"id": "x"}, "Organization: 'name' is still missing."),
        ({"id": "x", "name": " \t"}, "Organization: 'name' is still missing."),
        ({"id": "x", "kind": "group"}, "Organization: 'name' is still missing."),
        ({"id": "", "name": "X"}, "Organization.id: 'id' is empty."),
        ({"id": "[x]", "name": "X"}, "Organization.id: '[x]' cannot be an id."),
        ({"id": "x]", "name": "X"}, "Organization.id: 'x]' cannot be an id."),
        ({"id": "a\tb", "name": "X"}, "Organization.id: 'a b' cannot be an id."),
        ({"id": 3, "name": "X"}, "Organization.id: 'id' takes a text; this is int."),
        ({"id": None, "name": "X"}, "Organization.id: 'id' takes a text; this is NoneType."),
        ({"id": "x", "name": 3}, "Organization.name: 'name' takes a text; this is int."),
        ({"id": "x", "name": None}, "Organization.name: 'name' takes a text; this is NoneType."),
        (
            {"id": "x", "name": "X\x07"},
            "Organization.name: 'name' holds a character that is no text (U+0007).",
        ),
        (
            {"id": "x", "name": "X\ud800"},
            "Organization.name: 'name' holds a character that is no text (U+D800).",
        ),
        (
            {"id": "x", "name": "X", "aliases": "Y"},
            "Organization.aliases: 'aliases' takes a list; this is str.",
        ),
        (
            {"id": "x", "name": "X", "aliases": 7},
            "Organization.aliases: 'aliases' takes a list; this is int.",
        ),
        ({"id": "x", "name": "X", "aliases": ["Y", " "]}, "Organization.aliases.1: 'aliases' is empty."),
        (
            {"id": "x", "name": "X", "aliases": ["Y", 3]},
            "Organization.aliases.1: 'aliases' takes a text; this is int.",
        ),
        (
            {"id": "x", "name": "X", "identifiers": ["kvk"]},
            "Organization.identifiers.0: 'identifiers' takes a group of fields; this is str.",
        ),
        ({"id": "x", "name": "X", "part_of": ""}, "Organization.part_of: 'part of' is empty."),
        ({"id": "x", "name": "X", "part_of": "a]"}, "Organization.part_of: 'a]' cannot be an id."),
        (
            {"id": "x", "name": "X", "part_of": 4},
            "Organization.part_of: 'part of' takes a text; this is int.",
        ),
        (
            {"id": "x", "name": "X", "has_constituency": "ja"},
            "Organization.has_constituency: 'has a constituency' takes yes or no (true or false); this is str.",
        ),
        (
            {"id": "x", "name": "X", "has_constituency": 1},
            "Organization.has_constituency: 'has a constituency' takes yes or no (true or false); this is int.",
        ),
        (
            {"id": "x", "name": "X", "extra": {"kleur": 1}},
            "Organization.extra.kleur: 'kleur' is no field of 'extra fields'.",
        ),
        (
            {"id": "x", "name": "X", "extra": {"x-n": float("nan")}},
            "Organization.extra.x-n: 'NaN' is no number here.",
        ),
    ],
)
def test_a_wrong_value_of_an_organization_is_refused_by_name(values, message):
    assert told(Organization, **values) == [message]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"kind": "ding"}, "'ding' is not a valid OrganizationKind"),
        ({"ownership": "both"}, "'both' is not a valid Ownership"),
        ({"ownership": ""}, "'' is not a valid Ownership"),
    ],
)
def test_a_value_outside_a_closed_list_is_refused(values, message):
    with pytest.raises(ValueError, match="is not a valid") as caught:
        Organization(id="x", name="X", **values)
    assert str(caught.value) == message


def test_several_wrong_items_are_each_told():
    assert told(Organization, id="x", name="X", aliases=[1, "Y", None]) == [
        "Organization.aliases.0: 'aliases' takes a text; this is int.",
        "Organization.aliases.2: 'aliases' takes a text; this is NoneType.",
    ]


def test_an_item_of_the_wrong_type_is_told_in_dutch_too():
    with pytest.raises(InvalidRecord) as caught:
        Organization(id="x", name="X", identifiers=[3])
    (finding,) = caught.value.findings
    assert finding.message("nl") == "Bij 'nummers' hoort een groep velden; hier staat int."


@pytest.mark.parametrize("value", [None, object()])
def test_extra_holds_plain_data_only(value):
    with pytest.raises(TypeError, match="an x- key cannot hold"):
        Organization(id="x", name="X", extra={"x-a": value})


def test_a_person_needs_no_name_and_keeps_it_private():
    assert Organization(id="p", kind="person").private_fields == ()
    jan = Organization(id="p", kind="person", name="Jan de Boer", aliases=["Jantje"])
    assert jan.private_fields == ("name", "aliases")
    assert repr(jan) == "Organization(id='p', kind=<OrganizationKind.PERSON: 'person'>)"
    assert "Jan" not in repr([jan])


def test_a_public_source_makes_the_name_of_a_person_public():
    jan = Organization(id="p", kind="person", name="Jan", sources=[Source(title="jaarverslag")])
    assert jan.private_fields == ()
    assert "name='Jan'" in repr(jan)


@pytest.mark.parametrize("kind", [kind for kind in OrganizationKind if kind != "person"])
def test_the_name_of_anything_but_a_person_is_public(kind):
    assert Organization(id="x", name="X", aliases=["Y"], kind=kind).private_fields == ()


def test_equal_values_make_equal_organizations():
    again = Organization(id="waterschap-x", name="Waterschap X", aliases=())
    assert again == WATER
    assert hash(again) == hash(WATER)
    assert len({again, WATER}) == 1
    assert attrs.evolve(WATER, note="n") != WATER
    assert Area(id="waterschap-x", name="Waterschap X") != WATER


def test_evolve_checks_again_and_leaves_the_first_alone():
    assert attrs.evolve(WATER, ownership="private").ownership is Ownership.PRIVATE
    assert WATER.ownership is None
    with pytest.raises(InvalidRecord, match="'name' is still missing"):
        attrs.evolve(WATER, name="")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        WATER.name = "Y"


@pytest.mark.parametrize(
    ("values", "messages"),
    [
        ({"scheme": "kvk", "value": 123}, ["Identifier.value: 'value' takes a text; this is int."]),
        (
            {"scheme": "", "value": " "},
            ["Identifier.scheme: 'scheme' is empty.", "Identifier.value: 'value' is empty."],
        ),
        ({"scheme": None, "value": "1"}, ["Identifier.scheme: 'scheme' takes a text; this is NoneType."]),
    ],
)
def test_an_identifier_is_two_texts(values, messages):
    assert told(Identifier, **values) == messages


@pytest.mark.parametrize("kind", list(MembershipEventKind))
def test_every_event_is_known_by_its_value(kind):
    assert MembershipEvent(kind=kind.value).kind is kind
    assert MembershipEvent(kind=kind).on is None


def test_events_of_another_kind_are_refused():
    assert [str(kind) for kind in MembershipEventKind] == [
        "applied",
        "announced",
        "approved",
        "signed",
        "ended",
    ]
    with pytest.raises(ValueError, match="'left' is not a valid MembershipEventKind"):
        MembershipEvent(kind="left")


@pytest.mark.parametrize("address", ["https://a.nl", "http://a.nl/x?y=1#z", "https://a.nl:80/é", ""])
def test_addresses_that_can_be_followed(address):
    assert ProgressReport(address=address).address == address


@pytest.mark.parametrize(
    "address",
    ["nergens", "ftp://a.nl", "https://", "https://a b", "//a.nl", "mailto:a@b.nl", "https://[", "a.nl"],
)
def test_addresses_that_cannot_be_followed(address):
    message = f"'{address}' is no web address."
    assert told(ProgressReport, address=address) == [f"ProgressReport.address: {message}"]
    assert told(Source, address=address) == [f"Source.address: {message}"]


@pytest.mark.parametrize("on", ["2025-13", "2025-02-30", "25", "0000", "2025-1", "2025-01-01 ", "vandaag"])
def test_a_report_on_no_date_is_refused(on):
    with pytest.raises(InvalidDate) as caught:
        ProgressReport(on=on)
    assert str(caught.value).startswith(f"{on!r} is no date; write a year, a month or a day")


def test_a_year_as_a_number_is_no_date():
    with pytest.raises(TypeError, match="a date is a text such as '2026-03-01', not int"):
        ProgressReport(on=2025)


def test_a_source_says_something_and_does_not_contradict_itself():
    assert told(Source) == ["Source: A source needs an address, a host or a title."]
    assert told(Source, seen="2026", confidence=next(iter(Confidence))) == told(Source)
    assert told(Source, address="https://a.nl", complete=False) == [
        "Source.address: A source that is not completely known cannot have an address (https://a.nl)."
    ]
    assert Source(host="a.nl", complete=False).confidence is None
    assert [Source(title="t", confidence=c).confidence for c in Confidence] == list(Confidence)


def test_commitments_and_their_reports():
    commitment = Commitment(
        text="10 ha", themes=["monitoring"], reviewed="2025", reports=[ProgressReport(on="2025-06")]
    )
    assert commitment.reviewed == Date("2025")
    assert commitment.reports[0].on.precision == "month"
    assert told(Commitment, text=" ") == ["Commitment.text: 'text' is empty."]
    assert told(Commitment, text="x", themes=[""]) == ["Commitment.themes.0: 'themes' is empty."]
    assert told(Commitment, text="x", reports=["2025"]) == [
        "Commitment.reports.0: 'reports' takes a group of fields; this is str."
    ]


@pytest.mark.parametrize(("cls", "prefix"), [(Partner, "partner"), (Supporter, "supporter")])
def test_a_standing_takes_its_id_from_its_party(cls, prefix):
    made = cls(party=WATER)
    assert (made.id, made.party) == (f"{prefix}-waterschap-x", "waterschap-x")
    assert made == cls(party="waterschap-x")
    assert hash(made) == hash(cls(party="waterschap-x"))
    assert cls(party=WATER, id="eigen").id == "eigen"
    assert made.events == ()
    assert attrs.evolve(made, party="b").id == f"{prefix}-waterschap-x"  # an id stays once it is given


@pytest.mark.parametrize("cls", [Partner, Supporter])
def test_a_standing_without_a_good_party_is_refused(cls):
    name = cls.__name__
    assert f"{name}.party: 'party' is empty." in told(cls, party="")
    assert told(cls, party="x", events=["signed"]) == [
        f"{name}.events.0: 'events' takes a group of fields; this is str."
    ]
    with pytest.raises(TypeError, match="party"):
        cls(id="p")


def test_a_full_partner_and_supporter():
    partner = Partner(
        party="a",
        events=[MembershipEvent(kind="signed", on="2022-02-24")],
        endorses=True,
        policy_goal=False,
        commitments=[Commitment(text="10 ha")],
        abstains_from=["publiciteit"],
    )
    assert partner.policy_goal is False
    assert partner.abstains_from == ("publiciteit",)
    supporter = Supporter(party="b", why="bijen", how="tuinen", reports=[ProgressReport(on="2026")])
    assert repr(supporter).startswith("Supporter(party='b', id='supporter-b', why='bijen'")
    (message,) = told(Partner, party="a", endorses="ja")
    assert message.startswith("Partner.endorses: ")
    assert message.endswith(" takes yes or no (true or false); this is str.")


def test_areas_lie_in_areas():
    gebied = Area(id="delta", name="Delta")
    polder = Area(id="polder", name="Polder", kind="polder", part_of=gebied)
    assert polder.part_of == "delta"
    assert (gebied.kind, gebied.identifiers, gebied.part_of) == (None, (), None)
    assert told(Area, id="p", name="") == ["Area.name: 'name' is empty."]
    assert told(Area, id="p", name="P", kind=3) == ["Area.kind: 'kind' takes a text; this is int."]
    assert told(Area, id="p", name="P", part_of=" x") == ["Area.part_of: 'x' cannot be an id."]
