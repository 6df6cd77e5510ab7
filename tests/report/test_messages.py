"""The catalog of the library's own findings, and how the source uses it."""

import ast
import json
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from samenwerking.report import catalog, make_finding, placeholders
from samenwerking.vocabulary import Mark, Severity

(_package,) = find_spec("samenwerking").submodule_search_locations
SOURCE = Path(_package)
CODES = sorted(catalog())
CODE = re.compile(r"SAM\d{3}")


def trees(*folders: str) -> Iterator[tuple[Path, ast.Module]]:
    for folder in folders:
        for path in sorted((SOURCE / folder).rglob("*.py")):
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def used() -> set[str]:
    """Codes that stand in the source as texts of their own; a code in a docstring is part of a longer text."""
    return {
        node.value
        for _, tree in trees(".")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value)
    }


@pytest.mark.parametrize("code", CODES)
def test_an_entry_is_complete_and_equal_in_both_languages(code):
    entry = catalog()[code]
    assert CODE.fullmatch(code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry["name"])
    assert entry["severity"] in set(Severity)
    texts = [entry, *entry.get("hints", ())]
    for text in texts:
        assert text["nl"].endswith((".", "?"))
        assert text["en"].endswith((".", "?"))
        assert text["nl"] != text["en"]
        assert placeholders(text["nl"]) == placeholders(text["en"])


@pytest.mark.parametrize("code", CODES)
def test_hints_are_told_apart_by_what_they_need_the_most_specific_first(code):
    needs = [
        placeholders(hint["nl"]) - placeholders(catalog()[code]["nl"])
        for hint in catalog()[code].get("hints", ())
    ]
    for position, need in enumerate(needs):
        assert not any(earlier <= need for earlier in needs[:position]), "this hint would never be shown"


def test_names_are_unique():
    names = [entry["name"] for entry in catalog().values()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("code", CODES)
def test_a_finding_takes_the_most_specific_hint_that_can_be_filled_in(code):
    entry = catalog()[code]
    hints = entry.get("hints", [])
    every = placeholders(entry["nl"]).union(*(placeholders(hint["nl"]) for hint in hints))
    full = make_finding(code, dict.fromkeys(every, "waarde"), pointer="/x", subject="s")
    assert full.message("nl").count("waarde") >= len(placeholders(entry["nl"]))
    assert full.hint("en") == (hints[0]["en"].format_map(dict.fromkeys(every, "waarde")) if hints else None)
    assert (full.name, full.severity, full.marks) == (entry["name"], entry["severity"], (Mark.OWN,))
    assert (full.pointer, full.subject) == ("/x", "s")
    bare = make_finding(code, dict.fromkeys(placeholders(entry["nl"]), "waarde"))
    fitting = [hint for hint in hints if placeholders(hint["nl"]) <= placeholders(entry["nl"])]
    assert (bare.hint("nl") is None) == (not fitting)


def test_an_unknown_code_is_refused():
    with pytest.raises(KeyError):
        make_finding("SAM999", {})


def texts() -> dict[str, list[str]]:
    """Every code that has texts in a data file of the package, with the files that have them."""
    found: dict[str, list[str]] = {}
    for path in sorted(SOURCE.rglob("data/*.json")):
        held = json.loads(path.read_text(encoding="utf-8"))
        for code in filter(CODE.fullmatch, held if isinstance(held, dict) else ()):
            found.setdefault(code, []).append(path.name)
    return found


def test_every_code_that_the_source_uses_has_its_texts_in_one_place():
    assert used() >= {"SAM111", "SAM201"}, "the scan finds codes"
    assert used() <= texts().keys()
    assert {code: files for code, files in texts().items() if len(files) > 1} == {}


def test_every_code_of_the_catalog_is_used():
    assert set(CODES) <= used()


# Reading fills in the name of the field for problems that come from a hook without one, and a problem may
# be handed on from elsewhere: there the values are checked by the tests of reading.
CALLS = {"Problem", "make_finding", "tell"}


def _given(node: ast.expr, names: dict[str, set[str]]) -> set[str] | None:
    match node:
        case ast.Dict(keys=keys):
            return {key.value for key in keys if isinstance(key, ast.Constant)}
        case ast.BinOp(left=left, op=ast.BitOr()):
            return _given(left, names)
        case ast.Name(id=name):
            return names.get(name)
    return None


def calls() -> Iterator[tuple[str, str, set[str]]]:
    """Yield code, place and the values certainly given, for each message made in the model."""
    for path, tree in trees("model", "report"):
        for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
            names: dict[str, set[str]] = {}
            for node in ast.walk(function):
                match node:
                    case ast.AnnAssign(target=ast.Name(id=name), value=ast.Dict() as value):
                        names[name] = _given(value, names) or set()
                    case ast.Assign(targets=[ast.Name(id=name)], value=ast.Dict() as value):
                        names[name] = _given(value, names) or set()
            for node in ast.walk(function):
                match node:
                    case ast.Assign(
                        targets=[ast.Subscript(value=ast.Name(id=name), slice=ast.Constant(value=key))]
                    ):
                        names.setdefault(name, set()).add(key)
            for node in ast.walk(function):
                match node:
                    case ast.Call(
                        func=ast.Name(id=name) | ast.Attribute(attr=name),
                        args=[ast.Constant(value=code), *rest],
                    ):
                        if name in CALLS and CODE.fullmatch(str(code)):
                            found = [each for arg in rest if (each := _given(arg, names)) is not None]
                            yield code, f"{path.name}:{node.lineno}", set().union(*found)


CALLED = sorted({(code, place, tuple(sorted(given))) for code, place, given in calls()})


@pytest.mark.parametrize(("code", "place", "given"), CALLED)
def test_the_model_gives_every_value_that_its_messages_need(code, place, given):
    assert placeholders(catalog()[code]["nl"]) <= set(given), place


def test_the_scan_sees_the_calls_of_the_model():
    assert {code for code, _, _ in CALLED} >= {"SAM111", "SAM117", "SAM119", "SAM128", "SAM201", "SAM208"}
