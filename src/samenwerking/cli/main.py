"""Arguments of the command line, and what each command does."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

import attrs

from samenwerking.cli.checking import add_options, chosen, rules_text
from samenwerking.cli.formats import FORMATS
from samenwerking.cli.meeting import (
    OF_COLLABORATION,
    OF_NOTHING,
    OF_PARTY,
    PICTURES,
    agenda_text,
    diagnosis_text,
    picture,
)
from samenwerking.cli.show import show_portfolio, show_record
from samenwerking.io import PrivateContent, Source, example_bytes, example_names, read_source, save
from samenwerking.io.tables import template
from samenwerking.model import Collaboration, Portfolio
from samenwerking.report import Report
from samenwerking.rules import Profile, RuleSet, diagnose, validate
from samenwerking.vocabulary import LANGUAGES, Bilingual, Language

CLEAN, FOUND, CANNOT_RUN = 0, 1, 2
EXAMPLE = "example:"

_TEXTS = {
    "description": Bilingual(
        "Nakijken en tonen wat er over samenwerkingen is afgesproken.",
        "Check and show what was agreed about collaborations.",
    ),
    "unreadable": Bilingual(
        "{file}: kan niet worden gelezen ({detail}).", "{file}: cannot be read ({detail})."
    ),
    "no_record": Bilingual("'{id}' komt in dit bestand niet voor.", "'{id}' does not occur in this file."),
    "private": Bilingual(
        "Er staat iets in dat privé is: {places}. Kies --private omit of --private include.",
        "It holds something private: {places}. Choose --private omit or --private include.",
    ),
    "no_collaboration": Bilingual(
        "'{id}' is hier geen samenwerking. Bekend zijn: {known}.",
        "'{id}' is no collaboration here. Known are: {known}.",
    ),
    "no_party": Bilingual(
        "'{id}' doet hier niet mee. Wel: {known}.", "'{id}' takes no part here. These do: {known}."
    ),
    "written": Bilingual("Geschreven: {file}.", "Written: {file}."),
    "not_written": Bilingual(
        "{file}: kan niet worden geschreven ({detail}).", "{file}: cannot be written ({detail})."
    ),
    "missing": Bilingual(
        "er is hier geen bestand of map met die naam", "there is no such file or folder here"
    ),
    "there": Bilingual("er staat al een bestand met die naam", "a file of that name is there already"),
    "broken": Bilingual("Eerst herstellen wat er niet klopt:", "Mend what is wrong first:"),
}


class _CannotRun(Exception):
    """A command that cannot do its work; the message is for people."""


def _say(key: str, language: Language, **values: object) -> str:
    return _TEXTS[key].get(language).format(**values)


def _detail(error: Exception, language: Language) -> str:
    """Return what was the matter, in the user's language where we know the case."""
    known = {"FileNotFoundError": "missing", "FileExistsError": "there"}.get(type(error).__name__)
    if known:
        return _TEXTS[known].get(language)
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)


def _source(file: str) -> Source:
    return example_bytes(file.removeprefix(EXAMPLE)) if file.startswith(EXAMPLE) else file


def _judge(
    file: str,
    language: Language,
    profile: Profile | str = "default",
    rules: RuleSet | None = None,
    viewer: str | None = None,
) -> tuple[Portfolio | None, Report]:
    """Return what a file holds, and the report of reading and checking it."""
    try:
        result = read_source(_source(file))
    except (OSError, ValueError, ImportError) as error:
        detail = _detail(error, language)
        raise _CannotRun(_say("unreadable", language, file=file, detail=detail)) from error
    if result.portfolio is None:
        return None, result.report
    report = validate(result.portfolio, profile=profile, rules=rules, viewer=viewer)
    imported = result.report.filter(code="SAM9")  # only whoever reads the cells can tell
    items = [*imported, *map(result.placed, report)]
    return result.portfolio, attrs.evolve(report, items=items)


def _check(arguments: argparse.Namespace) -> int:
    language: Language = arguments.language
    try:
        profile, rules = chosen(arguments)
    except (OSError, ValueError) as error:
        raise _CannotRun(_detail(error, language)) from error
    reports = [
        (file, _judge(file, language, profile, rules, arguments.viewer)[1]) for file in arguments.files
    ]
    print(FORMATS[arguments.format](reports, language))
    return CLEAN if all(report.ok for _, report in reports) else FOUND


def _rules(arguments: argparse.Namespace) -> int:
    try:
        print(rules_text(arguments.code, arguments.language))
    except ValueError as error:
        raise _CannotRun(str(error)) from error
    return CLEAN


def _held(arguments: argparse.Namespace) -> Portfolio | None:
    """Return the portfolio of a file; if it cannot be read, say why and return nothing."""
    language: Language = arguments.language
    portfolio, report = _judge(arguments.file, language)
    if portfolio is None:
        print(_say("broken", language), report.text(language), sep="\n", file=sys.stderr)
    return portfolio


def _collaboration(portfolio: Portfolio, id_: str, language: Language) -> str:
    if not isinstance(portfolio.get(id_), Collaboration):
        known = ", ".join(each.id for each in portfolio.collaborations)
        raise _CannotRun(_say("no_collaboration", language, id=id_, known=known))
    return id_


def _party(portfolio: Portfolio, id_: str, party: str, language: Language) -> None:
    known = portfolio.parties_of(id_)
    if party not in known:
        raise _CannotRun(_say("no_party", language, id=party, known=", ".join(known)))


def _diagnose(arguments: argparse.Namespace) -> int:
    portfolio = _held(arguments)
    if portfolio is None:
        return FOUND
    id_ = _collaboration(portfolio, arguments.id, arguments.language)
    print(diagnosis_text(diagnose(portfolio, id_), arguments.language))
    return CLEAN


def _agenda(arguments: argparse.Namespace) -> int:
    portfolio = _held(arguments)
    if portfolio is None:
        return FOUND
    id_ = _collaboration(portfolio, arguments.id, arguments.language)
    print(agenda_text(diagnose(portfolio, id_), arguments.n, arguments.language))
    return CLEAN


def _draw(arguments: argparse.Namespace) -> int:
    language: Language = arguments.language
    portfolio = None
    if arguments.picture not in OF_NOTHING:
        portfolio = _held(arguments)
        if portfolio is None:
            return FOUND
        if arguments.picture in (*OF_COLLABORATION, *OF_PARTY):
            _collaboration(portfolio, arguments.id or "", language)
        if arguments.picture in OF_PARTY:
            _party(portfolio, arguments.id, arguments.party or "", language)
    id_ = arguments.file if arguments.picture in OF_NOTHING else arguments.id
    try:
        picture(arguments.picture, portfolio, id_, language, arguments.party).save(arguments.output)
    except (OSError, ValueError, ImportError) as error:
        detail = _detail(error, language)
        raise _CannotRun(_say("not_written", language, file=arguments.output, detail=detail)) from error
    print(_say("written", language, file=arguments.output))
    return CLEAN


def _show(arguments: argparse.Namespace) -> int:
    language: Language = arguments.language
    portfolio, report = _judge(arguments.file, language)
    if portfolio is None:
        print(report.text(language))
        return FOUND
    if arguments.id is None:
        print(show_portfolio(portfolio, language))
        return CLEAN
    if portfolio.get(arguments.id) is None:
        raise _CannotRun(_say("no_record", language, id=arguments.id))
    print(show_record(portfolio, arguments.id, language))
    return CLEAN


def _convert(arguments: argparse.Namespace) -> int:
    language: Language = arguments.language
    portfolio, report = _judge(arguments.file, language)
    if portfolio is None:
        print(_say("broken", language), report.text(language), sep="\n", file=sys.stderr)
        return FOUND
    try:
        save(portfolio, arguments.output, private=arguments.private)
    except PrivateContent as error:
        raise _CannotRun(_say("private", language, places=", ".join(error.places))) from error
    except (OSError, ValueError) as error:
        detail = _detail(error, language)
        raise _CannotRun(_say("not_written", language, file=arguments.output, detail=detail)) from error
    print(_say("written", language, file=arguments.output))
    return CLEAN


def _template(arguments: argparse.Namespace) -> int:
    language: Language = arguments.language
    try:
        template(arguments.output, language=language)
    except (OSError, ValueError, ImportError) as error:
        detail = _detail(error, language)
        raise _CannotRun(_say("not_written", language, file=arguments.output, detail=detail)) from error
    print(_say("written", language, file=arguments.output))
    return CLEAN


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("1 of meer / 1 or more")
    return number


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--language", choices=LANGUAGES, default="nl", help="taal / language (nl)")
    parser = argparse.ArgumentParser(
        prog="samenwerking",
        description=" / ".join((_TEXTS["description"].nl, _TEXTS["description"].en)),
        epilog=f"FILE: .json, .yaml, .xlsx, of / or {', '.join(EXAMPLE + name for name in example_names())}",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int], help_: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, parents=[common], help=help_, description=help_)
        added.set_defaults(run=run)
        return added

    check = command("check", _check, "wat klopt er niet? / what is wrong?")
    check.add_argument("files", nargs="+", metavar="FILE")
    check.add_argument("--format", choices=FORMATS, default="text", help="(text)")
    add_options(check)
    known = command("rules", _rules, "welke regels zijn er? / which rules are there?")
    known.add_argument("code", nargs="?", metavar="CODE")
    show = command("show", _show, "wat staat erin? / what does it hold?")
    show.add_argument("file", metavar="FILE")
    show.add_argument("id", nargs="?", metavar="ID")
    gears = command("diagnose", _diagnose, "in welke versnelling, wat is open? / which gear, what is open?")
    gears.add_argument("file", metavar="FILE")
    gears.add_argument("id", metavar="ID")
    questions = command("agenda", _agenda, "wat vragen we de volgende keer? / what to ask next time?")
    questions.add_argument("file", metavar="FILE")
    questions.add_argument("id", metavar="ID")
    questions.add_argument("-n", type=_positive, default=5, help="(5)")
    draw = command("draw", _draw, "maak een plaat of blad / make a picture or sheet")
    draw.add_argument("picture", choices=PICTURES, metavar=f"{{{','.join(PICTURES)}}}")
    draw.add_argument("file", nargs="?", metavar="FILE", help="blank-canvas: vorm / form")
    draw.add_argument("id", nargs="?", metavar="ID")
    draw.add_argument(
        "party", nargs="?", metavar="PARTY", help="party-sheet: id van de partij / of the party"
    )
    draw.add_argument("-o", "--output", required=True, metavar="OUTPUT", help=".html, .svg, .pdf")
    atlas = command("atlas", _draw, "alles in één bestand / all of it in one file")
    atlas.add_argument("file", metavar="FILE")
    atlas.add_argument("-o", "--output", default="atlas.html", metavar="OUTPUT", help="(atlas.html)")
    atlas.set_defaults(picture="atlas", id=None, party=None)
    convert = command("convert", _convert, "schrijf als JSON / write as JSON")
    convert.add_argument("file", metavar="FILE")
    convert.add_argument("output", metavar="OUTPUT.json")
    convert.add_argument(
        "--private", choices=("refuse", "omit", "include"), default="refuse", help="(refuse)"
    )
    form = command("template", _template, "maak een invulblad / make a form to fill in")
    form.add_argument("output", metavar="OUTPUT.xlsx")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: What was typed after ``samenwerking``; from the system if left out.

    Returns:
        0 if clean, 1 if errors were found, 2 if the command could not run.

    Example:
        >>> main(["check", "example:draft", "--language", "en"])  # doctest: +ELLIPSIS
        example:draft
        Looked at: ...
        0
    """
    parsed = _parser().parse_args(arguments)
    try:
        return int(parsed.run(parsed))
    except _CannotRun as error:
        print(error, file=sys.stderr)
        return CANNOT_RUN
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
