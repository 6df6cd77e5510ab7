"""What is written is canonical, whole, and without what is private."""

import os
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given

import samenwerking as sw
from samenwerking.io import write
from samenwerking.testing import portfolios

PERSON = sw.Organization(id="persoon-1", kind="person", name="CANARY Jansen", aliases=["CANARY alias"])
PRIVATE = sw.Participation(
    party="x",
    interests=["CANARY belang"],
    negotiating_room="CANARY ruimte",
    prefers=["x"],
    alternative=sw.Alternative(considered=True, description="CANARY plan", value=5, better=True),
    representatives=[
        sw.Representative(person="persoon-1", mandate=sw.Mandate(scope="alles", limit=123456789))
    ],
)
SECRET = sw.Portfolio(
    organizations=[sw.Organization(id="x", name="X"), PERSON],
    collaborations=[
        sw.Collaboration(
            id="k",
            name="K",
            canvas=sw.Canvas(parties=[PRIVATE], stakeholders=[sw.Stakeholder(name="buren", can_block=True)]),
        )
    ],
)


@given(portfolios())
def test_round_trip(portfolio: sw.Portfolio) -> None:
    text = sw.to_json(portfolio, private="include")
    back, report = sw.read(text.encode())
    assert back == portfolio
    assert sw.to_json(back, private="include") == text
    assert not [f for f in report if not f.code.startswith("SAM2")]
    assert sw.from_dict(sw.to_dict(portfolio, private="include")) == portfolio


@given(portfolios())
def test_leaving_out_what_is_private_can_be_read_back_and_leaves_nothing(portfolio: sw.Portfolio) -> None:
    shared = sw.from_json(sw.to_json(portfolio, private="omit"))
    assert sw.to_json(shared) == sw.to_json(portfolio, private="omit")
    assert sw.to_json(shared, private="include") == sw.to_json(shared)


def test_keys_stand_in_declared_order_with_remarks_and_sources_last() -> None:
    goal = sw.Goal(id="g", name="Doel", kind="own", note="n", sources=[sw.Source(title="t")], lead="x")
    data = sw.to_dict(sw.Portfolio(title="T", goals=[goal]))
    assert list(data) == ["schema", "title", "goals"]
    assert list(data["goals"][0]) == ["id", "name", "kind", "lead", "note", "sources"]


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("200000", "200000"),
        ("0.1", "0.1"),
        ("1.50", "1.5"),
        ("2E+5", "200000"),
        ("0", "0"),
        ("-3.25", "-3.25"),
    ],
)
def test_numbers_are_json_numbers(number: str, shown: str) -> None:
    goal = sw.Goal(id="g", name="G", kind="own", indicators=[sw.Indicator(name="n", target=Decimal(number))])
    assert f'"target": {shown}\n' in sw.to_json(sw.Portfolio(goals=[goal]))


def test_the_id_that_follows_from_the_party_is_left_out() -> None:
    portfolio = sw.Portfolio(partners=[sw.Partner(party="x"), sw.Partner(party="y", id="lid-y")])
    assert sw.to_dict(portfolio)["partners"] == [{"party": "x"}, {"id": "lid-y", "party": "y"}]


def test_private_content_is_refused_by_name_and_never_shown() -> None:
    with pytest.raises(sw.PrivateContent) as raised:
        sw.to_json(SECRET)
    message = str(raised.value)
    assert "collaborations/0/canvas/parties/0/interests" in message
    assert "organizations/1/name" in message
    assert "CANARY" not in message
    assert "123456789" not in message


def test_private_content_goes_only_where_it_is_asked_for() -> None:
    assert sw.to_json(SECRET, private="include").count("CANARY") == 5
    shared = sw.to_json(SECRET, private="omit")
    assert "CANARY" not in shared
    assert "123456789" not in shared
    assert '"considered": true' in shared
    assert "can_block" not in shared


def test_an_unknown_wish_for_private_content_is_refused() -> None:
    with pytest.raises(ValueError, match="refuse"):
        sw.to_dict(SECRET, private="skip")


def test_save_and_load(tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    portfolio = sw.Portfolio(title="Één polder – „proef”")
    sw.save(portfolio, path)
    assert sw.load(path) == portfolio
    assert sw.load(str(path)) == portfolio
    assert path.read_bytes().endswith(b"}\n")
    assert "Één".encode() in path.read_bytes()
    assert [found.name for found in tmp_path.iterdir()] == ["p.json"]


def test_a_failed_save_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "p.json"
    sw.save(sw.Portfolio(title="oud"), path)

    def fail(*_: object) -> None:
        raise OSError("disk full")

    for place in ("fsync", "replace"):
        with monkeypatch.context() as patched:
            patched.setattr(os, place, fail)
            with pytest.raises(OSError, match="disk full"):
                sw.save(sw.Portfolio(title="nieuw"), path)
        assert sw.load(path).title == "oud"
        assert [found.name for found in tmp_path.iterdir()] == ["p.json"]


def test_private_content_refused_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    sw.save(sw.Portfolio(title="oud"), path)
    with pytest.raises(sw.PrivateContent):
        sw.save(SECRET, path)
    assert sw.load(path).title == "oud"


def test_save_writes_json_only(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"\.json"):
        sw.save(sw.Portfolio(), tmp_path / "p.yaml")
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such permissions")
def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    path, link = tmp_path / "p.json", tmp_path / "link.json"
    sw.save(sw.Portfolio(title="oud"), path)
    mask = os.umask(0)
    os.umask(mask)
    assert path.stat().st_mode & 0o777 == 0o666 & ~mask
    path.chmod(0o640)
    link.symlink_to(path)
    sw.save(sw.Portfolio(title="nieuw"), link)
    assert link.is_symlink()
    assert sw.load(path).title == "nieuw"
    assert path.stat().st_mode & 0o777 == 0o640


def test_text_is_written_with_the_same_line_ends_everywhere(tmp_path: Path) -> None:
    write.write_text(tmp_path / "a.txt", "a\nb\n")
    assert (tmp_path / "a.txt").read_bytes() == b"a\nb\n"
