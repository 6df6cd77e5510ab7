"""Text in Dutch and English, the two languages everything people read is in."""

from typing import Literal, TypeAlias

import attrs

Language: TypeAlias = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")


@attrs.frozen
class Bilingual:
    """A piece of text in both languages.

    Args:
        nl: The Dutch text.
        en: The English text.

    Example:
        >>> Bilingual("samenwerking", "collaboration").get("en")
        'collaboration'
    """

    nl: str
    en: str

    def get(self, language: Language) -> str:
        """Return the text in one language.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            The text in that language.

        Raises:
            ValueError: If the language is neither.

        Example:
            >>> Bilingual("doel", "goal").get("nl")
            'doel'
        """
        if language not in LANGUAGES:
            raise ValueError(f"unknown language {language!r}; choose from {', '.join(LANGUAGES)}")
        return self.nl if language == "nl" else self.en
