"""The portfolios that come with the library."""

import pytest

import samenwerking as sw


@pytest.mark.parametrize("name", sw.example_names())
def test_every_example_reads_and_is_stored_canonically(name: str) -> None:
    from samenwerking.io import example_bytes

    portfolio, report = sw.read(example_bytes(name))
    assert portfolio is not None
    assert report.ok or name == "flawed"
    assert sw.to_json(portfolio).encode() == example_bytes(name)


def test_an_unknown_example_names_those_there_are() -> None:
    with pytest.raises(ValueError, match="deltaplan"):
        sw.example("deltaplannetje")
