"""The face of the package: lazy, complete, and the same for people and type checkers."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import samenwerking as sw

SOURCE = Path(sw.__file__).read_text(encoding="utf-8")


def in_a_fresh_process(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout.strip()


def test_importing_it_loads_nothing_else() -> None:
    loaded = in_a_fresh_process(
        "import sys, samenwerking; print(*sorted(m for m in sys.modules if m.split('.')[0] in"
        " ('samenwerking', 'networkx', 'attrs', 'attr', 'cattrs', 'yaml', 'numpy')))"
    )
    assert loaded == "samenwerking"


def test_loading_and_validating_does_not_load_networkx_or_extras() -> None:
    loaded = in_a_fresh_process(
        "import sys, samenwerking as sw; sw.validate(sw.example('deltaplan'));"
        "print({'networkx', 'yaml', 'openpyxl', 'msgspec', 'numpy', 'hypothesis'} & set(sys.modules))"
    )
    assert loaded == "set()"


def test_type_checkers_and_people_see_the_same_names() -> None:
    tree = ast.parse(SOURCE)
    (block,) = (n for n in tree.body if isinstance(n, ast.If) and ast.unparse(n.test) == "TYPE_CHECKING")
    static = {
        alias.asname: statement.module
        for statement in block.body
        if isinstance(statement, ast.ImportFrom)
        for alias in statement.names
    }
    assert static == {name: f"samenwerking.{home}" for name, home in sw._HOME.items()}


@pytest.mark.parametrize("name", sorted(sw._HOME))
def test_every_name_is_there_and_public_where_it_lives(name: str) -> None:
    home = import_module(f"samenwerking.{sw._HOME[name]}")
    assert getattr(sw, name) is getattr(home, name)
    assert name in home.__all__
    assert name in dir(sw)
    assert getattr(sw, name).__doc__


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="portfolio_x"):
        sw.portfolio_x  # noqa: B018
