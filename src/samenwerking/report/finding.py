"""The one shape in which everything the library notices is told: a finding."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TypeAlias

import attrs

from samenwerking.vocabulary import (
    Bilingual,
    FindingKind,
    Gear,
    Language,
    Mark,
    Respondent,
    Severity,
)

Scalar: TypeAlias = str | int | Decimal | Bilingual
Param: TypeAlias = Scalar | tuple[Scalar, ...]

LONGEST_VALUE = 80
MOST_NAMES = 10
AND = Bilingual("en", "and")
OR = Bilingual("of", "or")
_MORE = Bilingual("nog {n}", "{n} more")
_POSITION = re.compile(r"(?<=/)\d+(?=/|$)")


def enumerate_words(words: Iterable[str], language: Language, conjunction: Bilingual = AND) -> str:
    """Join words the way people say them.

    Args:
        words: The words, in order.
        language: ``"nl"`` or ``"en"``.
        conjunction: The word before the last one.

    Returns:
        ``"A"``, ``"A en B"``, ``"A, B en C"``.

    Example:
        >>> enumerate_words(["geld", "uren", "grond"], "nl")
        'geld, uren en grond'
    """
    *first, last = list(words) or [""]
    return f"{', '.join(first)} {conjunction.get(language)} {last}" if first else last


def readable(text: str) -> str:
    """Return a text that any terminal and file can hold.

    Args:
        text: Any text, halves of surrogate pairs included.

    Returns:
        The text with a question mark for what is no character.

    Example:
        >>> readable("a" + chr(0xD800))
        'a?'
    """
    return text.encode("utf-8", "replace").decode("utf-8")


def shorten(text: str) -> str:
    """Keep a quoted value readable.

    Args:
        text: Any text.

    Returns:
        The text, cut with an ellipsis past 80 characters and without line breaks.

    Example:
        >>> len(shorten("a" * 1000))
        80
    """
    line = " ".join(readable(text[: 4 * LONGEST_VALUE]).split())
    return line if len(line) <= LONGEST_VALUE else line[: LONGEST_VALUE - 1] + "…"


def _render(value: Param, language: Language) -> str:
    match value:
        case Bilingual():
            return value.get(language)
        case tuple():
            shown = [_render(item, language) for item in value]
            more = len(shown) - MOST_NAMES
            if more > 1:
                shown[MOST_NAMES:] = [_MORE.get(language).format(n=more)]
            return enumerate_words(shown, language)
        case _:
            return shorten(str(value))


def _pairs(params: Mapping[str, Param] | Iterable[tuple[str, Param]]) -> tuple[tuple[str, Param], ...]:
    return tuple(dict(params).items())


def _without_positions(value: Param) -> Param:
    match value:
        case str():
            return _POSITION.sub("*", value) if value.startswith("/") else value
        case tuple():
            return tuple(map(_without_positions, value))  # type: ignore[arg-type]
        case _:
            return value


@attrs.frozen(kw_only=True)
class Finding:
    """Something noticed in a document, with its place and a message in both languages.

    It carries its bilingual template and the parameters, so that it can be shown in either language
    at any later time.

    Args:
        code: Stable code, such as ``SAM201`` or ``KAN101``.
        name: Readable name in kebab-case.
        template: The message with ``{placeholders}``.
        severity: How much it weighs.
        kind: A finding, a question or a note.
        hint_template: What to do about it, with the same placeholders; ``None`` without.
        params: The values of the placeholders.
        gear: The gear it belongs to; ``None`` for a matter of the document itself.
        subject: Id of the record it is about.
        subject_name: What people call that record.
        pointer: JSON Pointer (RFC 6901) to the place in the document.
        field: Name of the attribute it is about.
        file: File it was found in.
        line: Line in that file, from 1.
        column: Column in that line, from 1.
        sheet: Worksheet, for spreadsheets.
        asks: Who must answer, for a question.
        marks: Where the rule comes from.
        references: Keys of the sources behind it.
        fingerprint: The identity under which it was recorded; worked out if left out.

    Example:
        >>> Finding(
        ...     code="KAN109", name="x", template=Bilingual("{party} kan het alleen.", "{party} can do it."),
        ...     severity=Severity.ADVICE, params={"party": "Waterschap X"},
        ... ).message("nl")
        'Waterschap X kan het alleen.'
    """

    code: str
    name: str
    template: Bilingual
    severity: Severity = attrs.field(converter=Severity)
    kind: FindingKind = attrs.field(default=FindingKind.FINDING, converter=FindingKind)
    hint_template: Bilingual | None = None
    _params: tuple[tuple[str, Param], ...] = attrs.field(default=(), converter=_pairs, alias="params")
    gear: Gear | None = None
    subject: str | None = attrs.field(default=None, converter=attrs.converters.optional(readable))
    subject_name: str = attrs.field(default="", converter=shorten)
    pointer: str = attrs.field(default="", converter=readable)
    field: str | None = attrs.field(default=None, converter=attrs.converters.optional(readable))
    file: str | None = None
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    asks: Respondent | None = None
    marks: tuple[Mark, ...] = ()
    references: tuple[str, ...] = ()
    _fingerprint: str = attrs.field(default="", alias="fingerprint")

    @property
    def params(self) -> dict[str, Param]:
        """The values of the placeholders."""
        return dict(self._params)

    def message(self, language: Language = "nl") -> str:
        """Return what was noticed, in one language.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            The message with its values filled in.

        Raises:
            ValueError: If the language is neither.
        """
        return self._fill(self.template, language)

    def hint(self, language: Language = "nl") -> str | None:
        """Return what could be done about it, in one language.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            The hint with its values filled in, or ``None`` without a hint.

        Raises:
            ValueError: If the language is neither.
        """
        return self._fill(self.hint_template, language) if self.hint_template else None

    def _fill(self, template: Bilingual, language: Language) -> str:
        values = {name: _render(value, language) for name, value in self._params}
        return template.get(language).format_map(values)

    @property
    def fingerprint(self) -> str:
        """A short stable identity: the same finding in a re-ordered document has the same one.

        Array positions do not count, in the pointer or in the values, and neither do line and column.
        """
        if self._fingerprint:
            return self._fingerprint
        parts = (
            self.code,
            self.subject or "",
            _POSITION.sub("*", self.pointer),
            self.field or "",
            *(f"{name}={_render(_without_positions(value), 'en')}" for name, value in self._params),
        )
        from hashlib import sha256  # slow to load, and seldom needed

        return sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:16]
