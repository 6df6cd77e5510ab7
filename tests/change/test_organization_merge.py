"""Making two organizations one: everything follows, nothing else changes, and nothing is lost unasked."""

import pickle

import attrs
import pytest
from hypothesis import assume, given, settings, strategies as st

import samenwerking as sw
from samenwerking.change import MergeConflict, merge_organizations, same_organizations
from samenwerking.model import (
    KINDS,
    Canvas,
    Collaboration,
    Confirmation,
    Decision,
    Goal,
    Identifier,
    LeftEmpty,
    Organization,
    Participation,
    Partner,
    Portfolio,
    Risk,
    Source,
    Supporter,
    UnknownId,
    inspect,
)
from samenwerking.testing import organizations, portfolios
from samenwerking.vocabulary import LANGUAGES

TWIN = "tweeling"
A, B = Organization(id="a", name="WUR"), Organization(id="b", name="Wageningen University")


def start(one=A, other=B, **more):
    return Portfolio(organizations=[one, Organization(id="c", name="C", part_of="b"), other], **more)


def refused(portfolio, keep="a", drop="b"):
    with pytest.raises(MergeConflict) as caught:
        merge_organizations(portfolio, keep, drop)
    return caught.value.findings


def participations(portfolio):
    return sum(len(collaboration.canvas.parties) for collaboration in portfolio.collaborations)


@st.composite
def split(draw):
    """A portfolio, and the same with an organization split in two that share what points at it."""
    portfolio = draw(portfolios())
    assume(portfolio.organizations)
    one = draw(st.sampled_from(portfolio.organizations))
    renamed = portfolio.rename(one.id, TWIN)
    lists = {}
    for kind in KINDS:
        both = zip(getattr(portfolio, kind.list), getattr(renamed, kind.list), strict=True)
        lists[kind.list] = [draw(st.sampled_from(each)) if each[0].id != one.id else one for each in both]
    twin = draw(st.integers(0, len(portfolio.organizations)))
    lists["organizations"].insert(twin, renamed[TWIN])
    return portfolio, attrs.evolve(portfolio, **lists), one


@settings(deadline=None, max_examples=30)
@given(split())
def test_what_was_split_becomes_one_again(given_):
    portfolio, twins, one = given_
    merged = merge_organizations(twins, one.id, TWIN, conflicts="keep")
    assert merged[one.id].formerly == tuple(dict.fromkeys((*one.formerly, TWIN)))
    assert set(merged[one.id].aliases) == {alias for alias in one.aliases if alias != one.name}
    again = attrs.evolve(
        merged[one.id],
        formerly=one.formerly,
        **{name: getattr(one, name) for name in ("aliases", "identifiers", "sources", "distinct_from")},
    )
    assert again == one
    assert merged.replace(one) == portfolio


@settings(deadline=None, max_examples=30)
@given(split(), organizations())
def test_whatever_the_other_is_everything_follows_and_nothing_is_lost(given_, other):
    portfolio, twins, one = given_
    other = attrs.evolve(other, id=TWIN, kind="organization", name=other.name or "Ander", part_of=None)
    assume(not one.private_fields)
    merged = merge_organizations(twins.replace(other), one.id, TWIN, conflicts="keep")
    assert inspect(merged).items == ()
    assert TWIN not in merged and merged.referrers(TWIN) == ()
    assert participations(merged) == participations(twins)
    assert merged.replace(one) == portfolio
    kept = merged[one.id]
    assert {other.name, *other.aliases} <= {kept.name, *kept.aliases}
    assert set(other.sources) <= set(kept.sources) and set(one.sources) <= set(kept.sources)
    assert other.extra.keys() <= kept.extra.keys()
    for name in ("kind", "ownership", "sector", "note", "confirmed", "has_constituency"):
        assert (
            getattr(kept, name) == (getattr(one, name) or getattr(other, name)) or getattr(one, name) is False
        )
    assert {TWIN, *other.formerly} <= set(kept.formerly)


def test_what_is_kept_gets_names_numbers_sources_and_the_older_id():
    kvk, rsin = Identifier(scheme="kvk", value="01234567"), Identifier(scheme="rsin", value="002306608")
    one = attrs.evolve(
        A, identifiers=[kvk], aliases=["Wageningen UR"], sources=[Source(title="x")], formerly=["wag"]
    )
    other = attrs.evolve(
        B,
        aliases=["WUR", "Landbouwhogeschool"],
        identifiers=[Identifier(scheme="kvk", value="0123 4567"), rsin],
        sources=[Source(title="y"), Source(title="x")],
        sector="kennisinstelling",
        has_constituency=False,
        formerly=["lh"],
    )
    after = merge_organizations(start(one, other), "a", "b")
    assert after["a"] == Organization(
        id="a",
        name="WUR",
        aliases=["Wageningen UR", "Wageningen University", "Landbouwhogeschool"],
        identifiers=[kvk, rsin],
        sources=[Source(title="x"), Source(title="y")],
        sector="kennisinstelling",
        has_constituency=False,
        formerly=["wag", "b", "lh"],
    )


@pytest.mark.parametrize(("keep", "drop", "ids"), [("a", "b", ["a", "c"]), ("b", "a", ["c", "b"])])
def test_what_is_kept_keeps_its_place(keep, drop, ids):
    after = merge_organizations(start(), keep, drop)
    assert [each.id for each in after.organizations] == ids
    assert after["c"].part_of == ("a" if keep == "a" else "b")
    with pytest.raises(UnknownId):
        after[drop]


def test_records_or_ids_will_do():
    assert merge_organizations(start(), A, B) == merge_organizations(start(), "a", "b")


def test_references_everywhere_follow():
    goal = Goal(id="g", name="G", kind="own", lead="b", confirmed=Confirmation(by="b"))
    canvas = Canvas(
        parties=[Participation(party="b", on_behalf_of=["c"], own_goals=["g"])],
        decisions=[Decision(text="ja", parties=["a", "c", "b"])],
        left_empty=[LeftEmpty(path="parties[b].risks", reason="later")],
    )
    collaboration = Collaboration(id="k", name="K", canvas=canvas)
    after = merge_organizations(
        start(goals=[goal], collaborations=[collaboration], partners=[Partner(party="b")]), "a", "b"
    )
    assert inspect(after).items == ()
    assert (after["g"].lead, after["g"].confirmed.by, after["partner-b"].party) == ("a", "a", "a")
    assert after.parties_of("k") == ("a",)
    assert after["k"].canvas.decisions[0].parties == ("a", "c")
    assert [entry.path for entry in after["k"].canvas.left_empty] == ["parties[a].risks"]


def test_what_differs_is_told_and_nothing_is_changed():
    one = attrs.evolve(A, ownership="public", note="oud", extra={"x-d": 1, "x-a": 1, "x-b": 2})
    one = attrs.evolve(one, has_constituency=True)
    other = attrs.evolve(B, ownership="private", note="nieuw", extra={"x-a": 3, "x-b": 2, "x-c": 4, "x-d": 2})
    other = attrs.evolve(other, has_constituency=False, confirmed=Confirmation(by="c", on="2026-03-01"))
    one = attrs.evolve(one, confirmed=Confirmation(by="c"))
    findings = refused(start(one, other))
    assert [(f.code, f.field, f.pointer, f.subject) for f in findings] == [
        ("SAM911", name, f"/organizations/0/{name}", "a")
        for name in ("ownership", "has_constituency", "note", "confirmed", "extra", "extra")
    ]
    assert [finding.message("nl") for finding in findings] == [
        "'eigendom' is bij 'a' publiek en bij 'b' privaat.",
        "'heeft een achterban' is bij 'a' ja en bij 'b' nee.",
        "'opmerking' is bij 'a' 'oud' en bij 'b' 'nieuw'.",
        "'bevestigd' is bij 'a' c en bij 'b' c, 2026-03-01.",
        "'x-a' is bij 'a' '1' en bij 'b' '3'.",
        "'x-d' is bij 'a' '1' en bij 'b' '2'.",
    ]
    after = merge_organizations(start(one, other), "a", "b", conflicts="keep")
    assert (after["a"].ownership, after["a"].note, after["a"].has_constituency) == ("public", "oud", True)
    assert dict(after["a"].extra) == {"x-a": 1, "x-b": 2, "x-c": 4, "x-d": 1}


def test_different_numbers_are_told_and_both_are_kept():
    one, other = (
        attrs.evolve(each, identifiers=[Identifier(scheme="kvk", value=value)])
        for each, value in ((A, "01234567"), (B, "76543210"))
    )
    (finding,) = refused(start(one, other))
    assert finding.message("nl") == "'KVK-nummer' is bij 'a' 01234567 en bij 'b' 76543210."
    after = merge_organizations(start(one, other), "a", "b", conflicts="keep")
    assert [identifier.value for identifier in after["a"].identifiers] == ["01234567", "76543210"]


def test_where_both_stand_is_told_and_both_are_kept():
    parties = [Participation(party="a"), Participation(party="b", risks=[Risk(text="droogte")])]
    twice = start(
        partners=[Partner(party="a"), Partner(party="b")],
        supporters=[Supporter(party="b"), Supporter(party="a")],
        collaborations=[
            Collaboration(id="k", name="Kringloop", canvas=Canvas(parties=parties)),
            Collaboration(id="m", name="M", canvas=Canvas(parties=parties[:1])),
        ],
    )
    findings = refused(twice)
    assert [(finding.code, finding.pointer) for finding in findings] == [
        ("SAM912", "/partners/1"),
        ("SAM912", "/supporters/0"),
        ("SAM912", "/collaborations/0/canvas/parties/1"),
    ]
    assert findings[2].message("nl") == (
        "'a' en 'b' staan allebei bij 'Kringloop'; als één organisatie staat 'a' daar twee keer."
    )
    after = merge_organizations(twice, "a", "b", conflicts="keep")
    assert [record.party for record in (*after.partners, *after.supporters)] == ["a"] * 4
    assert after["k"].canvas.parties == (parties[0], attrs.evolve(parties[1], party="a"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_conflict_has_a_question_to_go_on_with(language):
    findings = refused(
        start(
            attrs.evolve(A, note="x"),
            attrs.evolve(B, note="y"),
            partners=[Partner(party="a"), Partner(party="b")],
        )
    )
    assert [finding.hint(language)[-1] for finding in findings] == ["?", "?"]


def test_the_exception_holds_all_that_it_tells():
    portfolio = start(attrs.evolve(A, note="x"), attrs.evolve(B, note="y"))
    with pytest.raises(ValueError, match="'note' is 'x' for 'a' and 'y' for 'b'") as caught:
        merge_organizations(portfolio, "a", "b")
    copy = pickle.loads(pickle.dumps(caught.value))
    assert copy.findings == caught.value.findings and str(copy) == str(caught.value)


@pytest.mark.parametrize(
    ("one", "other", "message"),
    [
        (A, attrs.evolve(B, distinct_from=["a"]), "it is on file that they are two"),
        (attrs.evolve(A, distinct_from=["b"]), B, "it is on file that they are two"),
        (attrs.evolve(A, part_of="b"), B, "it is on file that they are two"),
        (attrs.evolve(A, part_of="c"), B, "it is on file that they are two"),
        (A, attrs.evolve(B, part_of="a"), "it is on file that they are two"),
    ],
)
def test_what_is_on_file_as_two_stays_two(one, other, message):
    with pytest.raises(ValueError, match=message):
        merge_organizations(start(one, other), "a", "b", conflicts="keep")


@pytest.mark.parametrize(
    ("keep", "drop", "error", "message"),
    [
        ("a", "a", ValueError, "'a' and 'a' cannot become one: they are one already"),
        ("a", "z", UnknownId, "no record 'z'"),
        ("z", "a", UnknownId, "no record 'z'"),
        ("a", "g", TypeError, "'g' is no organization"),
    ],
)
def test_what_cannot_become_one(keep, drop, error, message):
    with pytest.raises(error) as caught:
        merge_organizations(start(goals=[Goal(id="g", name="G", kind="own")]), keep, drop)
    assert str(caught.value) == message


def test_another_word_for_conflicts_is_refused():
    with pytest.raises(ValueError, match="conflicts must be 'error' or 'keep', not 'drop'"):
        merge_organizations(start(), "a", "b", conflicts="drop")


def person(id_, **more):
    return Organization(id=id_, kind="person", name=f"Jan {id_}", **more)


def test_a_private_name_never_becomes_public():
    public = person("b", sources=[Source(title="site")])
    for keep, drop in (("a", "b"), ("b", "a")):
        with pytest.raises(ValueError, match="would no longer be private") as caught:
            merge_organizations(start(person("a"), public), keep, drop, conflicts="keep")
        assert "Jan" not in str(caught.value)
    after = merge_organizations(start(person("a"), person("b")), "a", "b")
    assert after["a"].private_fields == ("name", "aliases") and after["a"].aliases == ("Jan b",)


def test_a_conflict_shows_nothing_private():
    numbers = [[Identifier(scheme="rsin", value=value)] for value in ("002306608", "822477348")]
    findings = refused(start(person("a", identifiers=numbers[0]), person("b", identifiers=numbers[1])))
    told = findings[0].message("nl") + findings[0].subject_name
    assert "Jan" not in told and "8" not in told and "(privé)" in told


def test_what_was_merged_is_recognized_when_it_comes_back():
    merged = merge_organizations(start(), "a", "b")
    again = merged.add(Organization(id="b", name="Heel anders geschreven"))
    (found,) = same_organizations(again)
    assert (found.first, found.second, found.likelihood) == ("a", "b", "certain")
    assert merge_organizations(again, "a", "b")["a"].formerly == ("b",)


def test_two_that_others_are_distinct_from_are_named_once():
    other = Organization(id="d", name="D", distinct_from=["a", "b"])
    merged = merge_organizations(start().add(other), "b", "a")
    assert merged["d"].distinct_from == ("b",)


def test_partners_of_the_real_data_can_become_one():
    deltaplan = sw.example("deltaplan")
    before = participations(deltaplan)
    merged = merge_organizations(
        deltaplan, "ministerie-infrastructuur-en-milieu", "rijkswaterstaat", conflicts="keep"
    )
    assert participations(merged) == before
    assert [f.code for f in inspect(merged)] == [f.code for f in inspect(deltaplan)]
    assert len(merged.organizations) == len(deltaplan.organizations) - 1
