"""The agenda: the best questions for the next meeting, with who must answer and why now."""

from collections.abc import Iterator

import attrs

from samenwerking.report import Finding
from samenwerking.rules.gearbox import Diagnosis
from samenwerking.rules.requirements import REMAINDER
from samenwerking.rules.texts import reasons
from samenwerking.vocabulary import Bilingual, Gear, Language, Respondent, Severity

_NEEDED = Bilingual(
    "Zonder dit antwoord kunnen jullie niet verder schakelen dan '{gear}'.",
    "Without this answer you cannot shift on from '{gear}'.",
)
_EXPECTED = Bilingual(
    "Bij '{gear}' verwachten we hier een antwoord, ook als dat 'bewust niet' is.",
    "At '{gear}' we expect an answer here, even if that is 'not, on purpose'.",
)


@attrs.frozen(kw_only=True)
class AgendaItem:
    """A question for the next meeting.

    Args:
        finding: The question.
        asks: Who must answer.
        reason: Why it comes now.
    """

    finding: Finding
    asks: Respondent
    reason: Bilingual

    def question(self, language: Language = "nl") -> str:
        """Return the question.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            The question in that language.
        """
        return self.finding.message(language)

    def who(self, language: Language = "nl") -> str:
        """Return who must answer.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            Words for who must answer.
        """
        return self.asks.label(language)

    def why(self, language: Language = "nl") -> str:
        """Return why the question comes now.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            The reason in that language.
        """
        return self.reason.get(language)


def _item(diagnosis: Diagnosis, question: Finding) -> AgendaItem:
    needed = question in diagnosis.waiting
    gear = diagnosis.gear if needed else question.gear or Gear.KAN
    urgency = _NEEDED if needed else _EXPECTED
    filled = Bilingual(urgency.nl.format(gear=gear), urgency.en.format(gear=gear))
    why = reasons().get(question.code)
    if why is None:
        reason = filled
    else:
        reason = Bilingual(f"{why.nl} {filled.nl}", f"{why.en} {filled.en}") if needed else why
    return AgendaItem(finding=question, asks=question.asks or Respondent.ALL, reason=reason)


def _in_turns(questions: list[Finding]) -> Iterator[Finding]:
    """Yield questions, taking one of each subject in turn, so that no meeting is about one thing only."""
    lines: dict[str, list[Finding]] = {}
    for question in questions:
        lines.setdefault((question.field or "").split(".")[0].split("[")[0], []).append(question)
    while lines:
        for key in list(lines):
            yield lines[key].pop(0)
            if not lines[key]:
                del lines[key]


def agenda(diagnosis: Diagnosis, n: int = 5) -> tuple[AgendaItem, ...]:
    """Return the best questions for the next meeting, with who must answer and why now.

    First what blocks, in the lowest gear that is open; then what is expected. Questions on different
    subjects take turns, and what can only be told together comes last.

    Args:
        diagnosis: The diagnosis.
        n: How many, 1 or more.

    Returns:
        At most ``n`` questions.

    Raises:
        ValueError: If ``n`` is less than 1.

    Example:
        >>> from samenwerking.io import example
        >>> from samenwerking.rules import diagnose
        >>> items = agenda(diagnose(example("draft"), example("draft").collaborations[0].id))
        >>> len(items), items[0].who("nl") != ""
        (5, True)
    """
    if n < 1:
        raise ValueError(f"an agenda needs at least one question, not {n}")
    order = list(Severity)
    chosen: list[Finding] = []
    for state in diagnosis.states:
        concrete = [question for question in state.open if question.code != REMAINDER]
        together = [question for question in state.open if question.code == REMAINDER]
        concrete.sort(key=lambda question: order.index(question.severity))
        heavy = [question for question in concrete if question in diagnosis.waiting]
        rest = [question for question in concrete if question not in diagnosis.waiting]
        chosen += [*_in_turns(heavy), *_in_turns(rest), *together]
    return tuple(_item(diagnosis, question) for question in chosen[:n])
