"""No output says anything that is private.

A rich case gets something private in every attribute that the model marks as private, and every person a
private name. Each output is made twice, with that content and without it: the two must be the same, byte for
byte. So not even *that* something is private shows. Where the two may differ (exceptions, the owner's own
view) the planted words and numbers are looked for instead.

Every public function of the packages below that takes a portfolio, a collaboration, a diagnosis or a report
is an output; a new one is found by itself. What it needs beside those stands in ``NEEDS``, what is no output
in ``NO_OUTPUT`` with the reason.
"""

import csv
import importlib
import inspect as introspection
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import attrs
import networkx as nx
import pytest

import samenwerking as sw
from samenwerking.advice import split_off
from samenwerking.cli import main
from samenwerking.display import Picture
from samenwerking.exports import Exported
from samenwerking.graph import degree, density, two_mode
from samenwerking.io import load_private, private_to_dict, read_private
from samenwerking.model import (
    ROWS,
    Collaboration,
    FieldPlan,
    InvalidRecord,
    Organization,
    Portfolio,
    inspect,
    places,
    plan,
    private_for,
    private_paths,
    without_private,
)
from samenwerking.model.private import PERSONAL, is_private
from samenwerking.model.references import leading
from samenwerking.report import Report
from samenwerking.rules import diagnose, validate
from samenwerking.rules.digest import digest
from samenwerking.vocabulary import LANGUAGES

AS_OF = date(2026, 11, 1)
WORD, DIGITS = "kanarie", "871364"
PACKAGES = ("advice", "change", "display", "exports", "graph", "io", "io.tables", "rules")


# Planting: what the plan of the model says, so that a new private attribute is planted by itself.


def planted_in(text: str) -> set[str]:
    """What of the planted words and numbers stands in a text, whatever its case and separators."""
    folded = re.sub(r"(?<=\d)[.,'\u00a0\u202f ](?=\d)", "", text.casefold())
    return set(re.findall(rf"{WORD}\d+|{DIGITS}\d+", folded))


@attrs.define
class Planter:
    """Puts something that occurs once in each private attribute."""

    parties: tuple[str, ...]
    count: int = 0
    texts: set[str] = attrs.field(factory=set)
    places: set[tuple[type, str]] = attrs.field(factory=set)

    def value(self, cls: type, field: FieldPlan) -> Any:
        self.count += 1
        self.places.add((cls, field.name))
        number = f"{DIGITS}{self.count:03}7"  # no zero at the end that a float would lose
        made: Any = {
            "text": f"{WORD}{self.count:03}",
            "decimal": Decimal(f"0.{number}" if field.within else number),
            "int": int(number),
            "bool": True,
        }[field.kind]
        if field.ref:
            made = self.parties[self.count % len(self.parties)]
        elif field.kind != "bool":
            self.texts |= planted_in(str(made))
        return (made,) if field.many else made

    def plant(self, record: Any) -> Any:
        changes: dict[str, Any] = {}
        if isinstance(record, Organization):
            person = record.kind == "person" and not record.sources
            fields = {field.name: field for field in plan(Organization)} if person else {}
            return attrs.evolve(
                record, **{n: self.value(Organization, fields[n]) for n in PERSONAL if person}
            )
        for field in leading(type(record), is_private):
            value = getattr(record, field.name)
            if field.private:
                changes[field.name] = self.value(type(record), field)
            elif field.many:
                changes[field.name] = tuple(map(self.plant, value))
            else:
                changes[field.name] = self.plant(field.item() if value is None else value)
        return attrs.evolve(record, **changes)


def _case() -> tuple[Portfolio, Planter]:
    portfolio = sw.example("shared-goal")
    (whole,) = portfolio.collaborations
    planter = Planter(parties=portfolio.parties_of(whole.id))
    return planter.plant(attrs.evolve(portfolio, collaborations=[_with_mandates(whole)])), planter


def _with_mandates(collaboration: Collaboration) -> Collaboration:
    """Give every representative a mandate, so that with and without private content differ in that alone."""

    def mandated(participation: Any) -> Any:
        people = [attrs.evolve(r, mandate=r.mandate or sw.Mandate()) for r in participation.representatives]
        return attrs.evolve(participation, representatives=people)

    parties = tuple(map(mandated, collaboration.canvas.parties))
    return attrs.evolve(collaboration, canvas=attrs.evolve(collaboration.canvas, parties=parties))


PLANTED, PLANTER = _case()
CLEARED = without_private(PLANTED)
ID = PLANTED.collaborations[0].id
PARTY, OTHER = PLANTED.parties_of(ID)[:2]


def test_something_private_stands_in_every_place_that_can_hold_it() -> None:
    def reachable(cls: type) -> Iterator[tuple[type, str]]:
        for field in leading(cls, is_private):
            if field.private:
                yield cls, field.name
            elif field.item is Organization:
                yield from ((Organization, name) for name in PERSONAL)
            else:
                yield from reachable(field.item)

    assert PLANTER.places == set(reachable(Portfolio))
    assert len(list(private_paths(PLANTED))) == PLANTER.count > len(PLANTER.texts) > 40
    assert planted_in(str(sw.to_dict(PLANTED, private="include"))) == PLANTER.texts
    assert planted_in(str(sw.to_dict(CLEARED))) == set()


# What something says, in every way it has of saying it.

TELLING = re.compile(r"text|message|hint|question|who|why|markdown|rows|fingerprint|label|to_\w+|_repr_\w+_")


def said(thing: Any) -> str:
    """Everything that a result says, in both languages."""
    match thing:
        case str() | bytes() | int() | float() | Decimal() | None:
            return repr(thing)
        case Picture():
            return f"{thing.svg} {thing.html}"
        case Exported():  # what could not be carried is told to whoever exports, and names no record
            assert planted_in(repr(thing.left_out)) == set()
            return f"{thing.text} {thing.data}"
        case nx.Graph():
            return repr((thing.graph, list(thing.nodes(data=True)), list(thing.edges(data=True))))
        case Mapping():
            return "\n".join(f"{key!r}: {said(value)}" for key, value in thing.items())
        case list() | tuple() | set() | frozenset():
            return "\n".join(map(said, thing))
        case Portfolio():
            return "\n".join(_of_portfolio(thing))
    told = [repr(thing), str(thing)]
    if isinstance(thing, Report):
        told += map(said, thing.items)
    for name in dir(type(thing)):
        if TELLING.fullmatch(name) and (name[0] != "_" or name.startswith("_repr_")):
            told += _of_member(thing, name)
    return re.sub(r" at 0x[0-9a-f]+", "", "\n".join(told))


def _of_member(thing: Any, name: str) -> Iterator[str]:
    member = getattr(thing, name)
    if not callable(member):
        yield repr(member)
        return
    takes = introspection.signature(member).parameters.values()
    if all(each.default is not each.empty for each in takes):
        for language in LANGUAGES if "language" in (each.name for each in takes) else [None]:
            yield said(member(language) if language else member())


def _of_portfolio(portfolio: Portfolio) -> Iterator[str]:
    yield repr(portfolio) + str(portfolio) + portfolio._repr_html_()
    yield sw.to_json(portfolio, private="omit") + repr(sw.to_dict(portfolio, private="omit"))
    for kind in ROWS:
        yield repr(portfolio.rows(kind))
    for place in portfolio.locations():
        yield repr(place) + repr(place.record) + place.record._repr_html_()
    for collaboration in portfolio.collaborations:
        yield digest(portfolio, collaboration)
        yield repr(collaboration.canvas) + collaboration.canvas._repr_html_()
        yield repr(places(portfolio, collaboration, "parties[]"))
    yield said(list(inspect(portfolio)))


# The outputs.

FIRST = ("portfolio", "portfolio_or_graph", "collaboration", "diagnosis", "report", "graph")
NEEDS: dict[str, Callable[[Portfolio], Any]] = {
    "portfolio": lambda p: p,
    "portfolio_or_graph": lambda p: p,
    "graph": two_mode,
    "diagnosis": lambda p: diagnose(p, ID, as_of=AS_OF),
    "report": lambda p: validate(p, as_of=AS_OF),
    "id": lambda p: ID,
    "collaboration": lambda p: ID,
    "party": lambda p: PARTY,
    "parties": lambda p: p.parties_of(ID),
    "groups": lambda p: {node: data["kind"] for node, data in two_mode(p).nodes(data=True)},
    "nodes": lambda p: [node for node, data in two_mode(p).nodes(data=True) if data["bipartite"]],
    "before": lambda p: "shared-goal",
    "after": lambda p: "network-preferred",
    "one": lambda p: p[PARTY],
    "others": lambda p: [p[OTHER]],
    "keep": lambda p: PARTY,
    "drop": lambda p: next(o.id for o in p.organizations if o.kind == "person"),
    "on": lambda p: "2026-10-01",
    "gear": lambda p: "levert",
    "outcome": lambda p: "adjusted",
    "as_of": lambda p: AS_OF,
    "ids": lambda p: [PARTY],
    "measure": lambda p: density,
    "missing": lambda p: 0.1,
}
# Function of a package to what it needs there instead.
SPECIAL: dict[str, dict[str, Callable[[Portfolio], Any]]] = {
    "graph.changes": {"before": lambda p: "2025-01-01", "after": lambda p: AS_OF},
    "graph.rank_stability": {"measure": lambda p: degree},
    "graph.reciprocity": {"graph": lambda p: nx.DiGraph(two_mode(p).edges)},
    "rules.is_described": {"collaboration": lambda p: p[ID]},
}
NO_OUTPUT = {
    "advice.split_off": "tried on its own below, as it needs obligations",
    "io.load_private": "gives the owner what is its own; tried on its own below",
    "io.read_private": "gives the owner what is its own; tried on its own below",
    "io.private_to_dict": "is the owner's own content; tried on its own below",
    "io.save": "writes what to_json returns; tried on its own below",
    "io.save_private": "writes what private_to_dict returns",
    "io.to_dict": "refuses or omits; tried with every portfolio",
    "io.to_json": "refuses or omits; tried with every portfolio",
    "io.tables.to_tables": "writes files; tried on its own below",
}


def _functions() -> Iterator[tuple[str, Callable[..., Any]]]:
    for package in PACKAGES:
        module = importlib.import_module(f"samenwerking.{package}")
        for name in getattr(module, "__all__", dir(module)):
            function = getattr(module, name)
            takes = introspection.signature(function).parameters.values() if callable(function) else ()
            if introspection.isfunction(function) and any(_is_case(each) for each in list(takes)[:1]):
                yield f"{package}.{name}", function


def _is_case(parameter: introspection.Parameter) -> bool:
    return parameter.name in FIRST or "Portfolio" in str(parameter.annotation)


FUNCTIONS = dict(_functions())
OUTPUTS = [name for name in FUNCTIONS if name not in NO_OUTPUT]
VIEWED = [name for name in OUTPUTS if "viewer" in introspection.signature(FUNCTIONS[name]).parameters]


def output(name: str, portfolio: Portfolio, **more: Any) -> str:
    """What an output says of a portfolio, in each language that it takes."""
    function = FUNCTIONS[name]
    needs = NEEDS | SPECIAL.get(name, {})
    parameters = introspection.signature(function).parameters
    required = [each.name for each in parameters.values() if each.default is each.empty]
    unknown = [each for each in required if each not in needs]
    assert not unknown, f"{name} needs {unknown}: add them to NEEDS, or the function to NO_OUTPUT and why"
    told = []
    for language in LANGUAGES if "language" in parameters else [None]:
        given = {each: needs[each](portfolio) for each in (*required, *({"as_of"} & parameters.keys()))}
        several = [parameters[each].kind is introspection.Parameter.VAR_POSITIONAL for each in required]
        listed = [given.pop(each) for each in required] if any(several) else []
        flat = [
            each
            for many, value in zip(several, listed, strict=False)
            for each in (value if many else [value])
        ]
        spoken = {"language": language} if language else {}
        try:
            told.append(said(function(*flat, **given, **spoken, **more)))
        except ValueError as error:  # a measure that cannot be taken here
            told.append(repr(error))
    return "\n".join(told)


@pytest.mark.parametrize("name", OUTPUTS)
def test_an_output_is_the_same_without_what_is_private(name: str) -> None:
    told = output(name, PLANTED)
    assert planted_in(told) == set()
    assert told == output(name, CLEARED)


@pytest.mark.parametrize("name", VIEWED)
@pytest.mark.parametrize("viewer", [PARTY, OTHER])
def test_who_looks_sees_nothing_of_another(name: str, viewer: str) -> None:
    seen = private_for(PLANTED, viewer)
    own = planted_in(json.dumps(private_to_dict(PLANTED, viewer)))
    told = output(name, PLANTED, viewer=viewer)
    assert planted_in(told) <= own
    assert told == output(name, seen, viewer=viewer)


def test_no_report_quotes_what_is_private_not_even_to_its_owner() -> None:
    assert planted_in(said(validate(PLANTED, as_of=AS_OF, viewer=PARTY))) == set()
    assert planted_in(said(diagnose(PLANTED, ID, as_of=AS_OF, viewer=PARTY))) == set()


def test_what_is_no_output_is_a_function_and_has_a_reason() -> None:
    assert NO_OUTPUT.keys() <= FUNCTIONS.keys() and all(NO_OUTPUT.values())
    assert len(OUTPUTS) > 20


def test_what_is_split_off() -> None:
    def split(portfolio: Portfolio) -> str:
        obligations = portfolio[ID].canvas.setup.obligations[:1]
        return said(split_off(portfolio, ID, new_id="apart", name="Apart", obligations=obligations))

    assert split(PLANTED) == split(CLEARED)


@pytest.mark.parametrize("name", ["change.public", "change.pseudonymize"])
def test_what_leaves_the_house_holds_nothing_private_whatever_is_asked(name: str) -> None:
    shared = FUNCTIONS[name](PLANTED)
    assert list(private_paths(shared)) == []
    assert planted_in(json.dumps(sw.to_dict(shared, private="include"))) == set()


# Files.


def _content(path: Path) -> dict[str, str]:
    """What stands in a file or folder, but for the moment it was written."""
    if path.is_dir():
        return {each.name: each.read_text(encoding="utf-8-sig") for each in sorted(path.iterdir())}
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as workbook:
            parts = {name: workbook.read(name).decode("utf-8", "replace") for name in workbook.namelist()}
        return {name: text for name, text in parts.items() if name != "docProps/core.xml"}
    return {path.suffix: path.read_text(encoding="utf-8")}


@pytest.mark.parametrize("target", ["tabellen", "boek.xlsx"])
def test_tables(target: str, tmp_path: Path) -> None:
    if target.endswith(".xlsx"):
        pytest.importorskip("openpyxl")
    told = {}
    for name, portfolio in (("planted", PLANTED), ("cleared", CLEARED)):
        (tmp_path / name).mkdir()
        told[name] = said(sw.io.tables.to_tables(portfolio, tmp_path / name / target))
        told[name] += repr(_content(tmp_path / name / target)).replace(name, "")
    assert planted_in(told["planted"]) == set()
    assert told["planted"].replace("planted", "") == told["cleared"].replace("cleared", "")


def test_a_workbook_with_private_columns_tells_nothing_of_them(tmp_path: Path) -> None:
    sw.io.tables.to_tables(CLEARED, tmp_path / "t")
    for sheet in sorted((tmp_path / "t").glob("*.csv")):
        text = sheet.read_text(encoding="utf-8-sig")
        delimiter = ";" if ";" in text.splitlines()[0] else ","
        rows = list(csv.reader(StringIO(text), delimiter=delimiter))
        for heading in ("belangen", "onderhandelingsruimte", "limiet"):
            rows = [[*row, heading if n == 0 else f"{WORD}{n:03}"] for n, row in enumerate(rows)]
        with sheet.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=delimiter).writerows(rows)
    assert planted_in(said(sw.io.tables.read_tables(tmp_path / "t")[1])) == set()


def test_tables_call_people_by_id() -> None:
    head = ["naam", "aard", "deel van", "afkorting"]
    organizations = [
        head,
        [f"{WORD}1", "persoon", f"{WORD}1", "x"],
        [f"{WORD}1", "persoon", "nergens", ""],
        [f"{WORD}2\x07", "persoon", "", ""],
        [f"{WORD}3", "persoone", f"{WORD} 3", ""],
    ]
    tables = {
        "Organisaties": organizations,
        "Samenwerkingen": [["naam"], ["C"]],
        "Partijen": [["samenwerking", "partij"], ["C", f"{WORD}1"], ["C", f"{WORD}3"]],
        "Bijdragen": [["samenwerking", "partij", "bedrag"], ["C", f"{WORD}1", 5], ["C", f"{WORD}3", "veel"]],
    }
    _, report = sw.io.tables.read_tables(tables)
    assert {"SAM961", "SAM114", "SAM123"} <= {finding.code for finding in report}
    assert planted_in(said(report)) == set()


def test_refusals_name_places_only(tmp_path: Path) -> None:
    for attempt in (
        lambda: sw.to_json(PLANTED),
        lambda: sw.to_dict(PLANTED),
        lambda: sw.save(PLANTED, tmp_path / "p.json"),
        lambda: sw.save(PLANTED, tmp_path / "p.txt", private="include"),
        lambda: sw.to_json(PLANTED, private="alles"),  # type: ignore[arg-type]
        lambda: PLANTED["nergens"],
        lambda: PLANTED.add(PLANTED.organizations[-1]),
        lambda: PLANTED.remove(PARTY),
        lambda: PLANTED.evolve(ID, canvas__nergens=1),
        lambda: sw.io.save_private(PLANTED, tmp_path / "x.private.json", "nergens"),
    ):
        with pytest.raises((ValueError, KeyError, TypeError)) as caught:
            attempt()
        assert planted_in(f"{caught.value} {caught.value!r} {vars(caught.value)}") == set()
    assert list(tmp_path.iterdir()) == []
    sw.save(PLANTED, tmp_path / "p.json", private="omit")
    assert planted_in((tmp_path / "p.json").read_text(encoding="utf-8")) == set()


# The command line.

COMMANDS: dict[str, list[list[str]]] = {
    "check": [["FILE", "--format", each] for each in ("text", "json", "sarif", "markdown", "html")]
    + [["FILE", "--viewer", PARTY]],
    "show": [["FILE"], ["FILE", ID], *(["FILE", record.id] for record in PLANTED.organizations)],
    "diagnose": [["FILE", ID]],
    "agenda": [["FILE", ID, "-n", "99"]],
    "draw": [["PICTURE", "FILE", ID, PARTY, "-o", "OUTPUT.html"]],
    "atlas": [["FILE", "-o", "OUTPUT.html"]],
    "convert": [["FILE", "OUTPUT.json", "--private", "omit"], ["FILE", "OUTPUT.json"]],
}
# Whoever converts is told that there is something private; "show" says "(private)" where it stands.
MAY_DIFFER = {"convert", "show"}
WITHOUT_A_PORTFOLIO = {"rules", "template", "schema"}


def test_every_command_is_tried(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    names = set(re.findall(r"^    (\w+)  ", capsys.readouterr().out, re.MULTILINE))
    assert names - WITHOUT_A_PORTFOLIO == COMMANDS.keys()


def _arguments() -> Iterator[list[str]]:
    from samenwerking.cli.meeting import PICTURES

    for command, tries in COMMANDS.items():
        for arguments in tries:
            for picture in PICTURES if "PICTURE" in arguments else [""]:
                yield [command, *(picture if each == "PICTURE" else each for each in arguments)]


@pytest.mark.parametrize("arguments", list(_arguments()), ids=" ".join)
def test_a_command_says_nothing_that_is_private(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    for portfolio in (PLANTED, CLEARED):
        folder = tmp_path / str(len(told))
        folder.mkdir()
        monkeypatch.chdir(folder)
        sw.save(portfolio, folder / "p.json", private="include")
        typed = [{"FILE": "p.json"}.get(each, each).replace("OUTPUT", "uit") for each in arguments]
        code = main(typed)
        shown = capsys.readouterr()
        written = "".join(each.read_text(encoding="utf-8") for each in sorted(folder.glob("uit.*")))
        # where things stand in the text differs, as the one text is longer
        told.append(re.sub(r'(regel|kolom|line|column|Line|Column)"?:? \d+', "", f"{code}{shown}{written}"))
    assert planted_in(told[0]) == set()
    if arguments[0] not in MAY_DIFFER and "--viewer" not in arguments:
        assert told[0] == told[1]


# What cannot be read.


def _spoiled(value: Any) -> Iterator[Any]:
    """A value with something wrong with it."""
    text = str(value[0] if isinstance(value, list) else value)
    yield from ({text: text}, [[text]], [text, None], f"{text}\x07", text, f"[{text}]", 5, None, True)


def _set(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    step, *rest = path
    copied = dict(data) if isinstance(data, dict) else list(data)
    copied[step] = _set(data[step], tuple(rest), value)
    return copied


def _get(data: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


def _examples_of_private_places() -> dict[str, tuple[str | int, ...]]:
    """One place for each private attribute."""
    return {".".join(str(s) for s in path if isinstance(s, str)): path for path in private_paths(PLANTED)}


PLACES = _examples_of_private_places()


@pytest.mark.parametrize("name", PLACES)
def test_what_cannot_be_read_is_not_quoted(name: str) -> None:
    data = sw.to_dict(PLANTED, private="include")
    refused = 0
    for value in _spoiled(_get(data, PLACES[name])):
        wrong = _set(data, PLACES[name], value)
        portfolio, report = sw.read(wrong)
        _, from_text = sw.read(json.dumps(wrong, indent=1).encode())
        assert planted_in(said(report) + said(from_text)) == set()
        if portfolio is None:
            refused += 1
            with pytest.raises(sw.LoadError) as caught:
                sw.load(wrong)
            assert planted_in(f"{caught.value}{caught.value!r}") == set()
    assert refused


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize("form", ["*{}", "&{} a", "!{} a", "'{}", "[{}", "{{{}: *{}}}", "{}: {}", "- {}"])
def test_what_is_wrong_with_a_text_is_not_quoted(name: str, form: str) -> None:
    pytest.importorskip("yaml")
    data = sw.to_dict(PLANTED, private="include")
    mark = "hier_hoort_het"
    text = json.dumps(_set(data, PLACES[name], mark), indent=1)
    word = f"{WORD}007zingt"
    source = StringIO(text.replace(f'"{mark}"', form.format(word, word)))
    source.name = "p.yaml"
    assert planted_in(said(sw.read(source)[1])) == set()


@pytest.mark.parametrize("kind", ["person", "persoon", 5, ["person"]])
def test_the_name_of_whoever_may_be_a_person_is_not_told(kind: Any) -> None:
    for name in (f"{WORD}1", f"{WORD}1\x07", [f"{WORD}1"]):
        person = {
            "id": "p",
            "name": name,
            "aliases": f"{WORD}2",
            "kind": kind,
            "part_of": "nergens",
            "lead": 1,
        }
        _, report = sw.read({"schema": 1, "organizations": [person, person]})
        assert len(report.items) > 2 and planted_in(said(report)) == set()


@pytest.mark.parametrize("name", PLACES)
def test_a_record_that_cannot_be_made_is_not_quoted(name: str) -> None:
    *path, attribute = PLACES[name]
    record = PLANTED
    for step in path:
        record = record[step] if isinstance(step, int) else getattr(record, step)  # type: ignore[index]
    refused = 0
    for value in _spoiled(getattr(record, attribute)):
        try:
            attrs.evolve(record, **{attribute: value})
        except InvalidRecord as error:
            refused += 1
            assert planted_in(f"{error}{error!r}{error.problems}{said(error.findings)}") == set()
    assert refused


def test_the_side_file_of_one_party_tells_nothing_of_another() -> None:
    everything = planted_in(json.dumps(sw.to_dict(PLANTED, private="include")))
    for party in PLANTED.parties_of(ID):
        own = private_to_dict(PLANTED, party)
        found = planted_in(json.dumps(own))
        assert found and found < everything
        assert load_private(CLEARED, own) == private_for(PLANTED, party)
        for wrong in ({**own, "owner": "nergens"}, {**own, "extra": own}, {**own, "collaborations": own}):
            result, report = read_private(CLEARED, wrong)
            assert result is None and planted_in(said(report)) == set()
