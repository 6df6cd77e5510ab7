"""Names and ids replaced: in every text and reference, and nowhere else."""

from hypothesis import given, strategies as st

from samenwerking.change.renaming import SHORTEST, Renamer, every_id, is_wording, reworded, unlike, with_ids
from samenwerking.model import (
    Collaboration,
    Goal,
    Organization,
    Partner,
    Portfolio,
    Risk,
    Source,
    Supporter,
    inspect,
    plan,
)
from samenwerking.testing import portfolios

WORDS = st.text("abc -.é", max_size=12)


def slowly(names, text):
    """What a renamer does, by trying every name at every place."""
    at, said = 0, ""
    starts = {0, *(n for n in range(1, len(text)) if not (text[n - 1 : n + 1].isalnum()))}
    while at < len(text):
        fits = [
            name.strip()
            for name in names
            if len(name.strip()) >= SHORTEST
            and at in starts
            and text[at:].casefold().startswith(name.strip().casefold())
            and (at + len(name.strip()) in {*starts, len(text)})
        ]
        name = max(fits, key=len, default="")
        new = next((new for old, new in sorted(names.items()) if name and old.strip() == name), text[at])
        said, at = said + new, at + max(1, len(name))
    return said


@given(st.dictionaries(WORDS, st.sampled_from(["X", "Y Z"]), max_size=4), WORDS)
def test_two_ways_of_replacing_names_agree(names, text):
    distinct = {name.strip(): new for name, new in sorted(names.items())}
    assert Renamer(distinct)(text) == slowly(distinct, text)


def test_whole_words_whatever_their_case_and_the_longest_first():
    renamer = Renamer({"Eem": "A", "Vallei en Eem": "B", "x-1": "C", "ab": "D", "": "E", "  ": "F"})
    assert renamer("Vallei en eem, EEM en Eemland; x-1, x-12, ab") == "B, A en Eemland; C, x-12, ab"
    assert Renamer({})("niets") == "niets"
    assert Renamer({"Ümit": "P"})("ÜMIT's en Ümits") == "P's en Ümits"


def test_only_words_change_and_an_address_stays_one():
    source = Source(address="https://example.nl/jan", title="Jan")
    goal = Goal(id="jan", name="Erf van Jan", kind="own", lead="jan", themes=["jan"], sources=[source])
    changed = reworded(goal, Renamer({"Jan": "persoon 1"}))
    assert (changed.name, changed.id, changed.lead, changed.themes) == (
        "Erf van persoon 1",
        "jan",
        "jan",
        ("jan",),
    )
    assert changed.sources == (Source(address="https://example.nl/persoon-1", title="persoon 1"),)
    assert reworded(goal, Renamer({"Piet": "P"})) is goal
    assert reworded(Risk(text="jan"), str.upper).text == "JAN"


@given(portfolios())
def test_every_text_is_seen_once(portfolio):
    seen = []
    assert reworded(portfolio, lambda text: seen.append(text) or text) is portfolio

    def wordings(record):
        for field in plan(type(record)):
            for item in field.items(getattr(record, field.name)):
                if field.kind == "record":
                    yield from wordings(item)
                elif is_wording(field) and item:
                    yield item

    assert sorted(seen) == sorted(wordings(portfolio))


def test_an_id_that_is_taken_gets_a_number():
    taken = {"a", "a-2"}
    assert [unlike("a", taken), unlike("b", taken), unlike("a", taken)] == ["a-3", "b", "a-4"]


@given(portfolios(broken_references=True))
def test_other_ids_and_back_again(portfolio):
    ids = {id_: f"nieuw-{n}" for n, id_ in enumerate(every_id(portfolio))}
    renamed = with_ids(portfolio, ids)
    derived = {
        new.id: old.id
        for kind in ("partners", "supporters")
        for new, old in zip(getattr(renamed, kind), getattr(portfolio, kind), strict=True)
    }
    assert with_ids(renamed, {new: old for old, new in ids.items()} | derived) == portfolio
    assert with_ids(portfolio, {}) == portfolio
    assert sorted(f.code for f in inspect(renamed)) == sorted(f.code for f in inspect(portfolio))


def test_the_id_of_a_partner_follows_its_party():
    portfolio = Portfolio(
        organizations=[Organization(id="x", name="X")],
        partners=[Partner(party="x"), Partner(party="x", id="lid-1")],
        supporters=[Supporter(party="x")],
        collaborations=[Collaboration(id="c", name="C")],
        coalition="c",
    )
    changed = with_ids(portfolio, {"x": "y", "c": "d"})
    assert [each.id for each in (*changed.partners, *changed.supporters)] == [
        "partner-y",
        "lid-1",
        "supporter-y",
    ]
    assert {each.party for each in changed.partners} == {"y"} and changed.coalition == "d"
    assert with_ids(portfolio, {"partner-x": "z"}).partners[0].id == "z"
