"""Is the language consistent? Half the work of a director is being consistent in words."""

import re
from collections.abc import Iterator

from samenwerking.model import Organization
from samenwerking.rules.rule import Problem, RuleContext, rule
from samenwerking.vocabulary import terms

_QUOTED = re.compile(r"[\"“„'‘][^\"”'’]*[\"”'’]")


def texts(context: RuleContext) -> Iterator[tuple[str, str]]:
    """Yield the texts of a collaboration that its parties wrote, with their places.

    Args:
        context: The collaboration.

    Yields:
        Path and text; names of organizations and quoted titles are taken out.
    """
    canvas = context.collaboration.canvas
    names = [
        record.name
        for record in context.portfolio.organizations
        if isinstance(record, Organization) and record.name
    ]
    mine = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))) or r"(?!)")
    raw = [
        ("purpose", canvas.purpose),
        ("motivation", canvas.motivation),
        ("expectation", canvas.expectation),
    ]
    raw += [(f"goals[{goal.id}]", f"{goal.name}. {goal.description}") for goal in context.goals]
    raw += [("setup.obligations", obligation.text) for obligation in canvas.setup.obligations]
    for path, text in raw:
        if text:
            yield path, _QUOTED.sub(" ", mine.sub(" ", text))


@rule("TAA501")
def synonyms_mixed(context: RuleContext) -> Iterator[Problem]:
    """The director is consistent in words, concepts and models: that is half the work."""
    written = list(texts(context))
    for term in terms().values():
        found: dict[str, str] = {}
        for word in term.synonyms_nl:
            pattern = re.compile(rf"\b{re.escape(word)}(en|s)?\b", re.IGNORECASE)
            path = next((path for path, text in written if pattern.search(text)), None)
            if path:
                found[word] = path
        if len(found) > 1:
            first, second, *_ = found
            yield Problem(found[second], "", {"a": first, "b": second, "preferred": term.nl})


RULES = (synonyms_mixed,)
