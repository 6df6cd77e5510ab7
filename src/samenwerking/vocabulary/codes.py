"""Open code lists: sectors, roles, instruments and the like, to which a document may add its own codes."""

from collections.abc import Iterable, Mapping
from functools import cache

import attrs

from samenwerking.vocabulary.bilingual import Bilingual, Language
from samenwerking.vocabulary.closed import CodeList, Mark
from samenwerking.vocabulary.data import load
from samenwerking.vocabulary.table import Table


def _code_list(value: CodeList | str) -> CodeList:
    return CodeList(value)


def _mark(value: Mark | str) -> Mark:
    return Mark(value)


@attrs.frozen(kw_only=True)
class Code:
    """One code of an open list.

    Args:
        list: The list it belongs to.
        code: The Dutch term in kebab-case, as written in a file.
        nl: The Dutch label.
        en: The English label; may be empty for a document's own code.
        definition_nl: What it means, in Dutch.
        definition_en: What it means, in English.
        broader: A wider code in the same list.
        mark: Where the code comes from.
        source: A key of the bibliography or an address; empty for an own proposal.
        months: For a frequency, the number of months between two times.

    Example:
        >>> codes(CodeList.SECTOR)["waterschap"].label("en")
        'water authority'
    """

    list: CodeList = attrs.field(converter=_code_list)
    code: str
    nl: str
    en: str = ""
    definition_nl: str = ""
    definition_en: str = ""
    broader: str = ""
    mark: Mark = attrs.field(default=Mark.OWN, converter=_mark)
    source: str = ""
    months: int | None = None

    def label(self, language: Language) -> str:
        """Return what people read instead of the code.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            The label; the Dutch one where there is no English one.

        Raises:
            ValueError: If the language is neither.

        Example:
            >>> Code(list="sector", code="imkerij", nl="imkerij").label("en")
            'imkerij'
        """
        return Bilingual(self.nl, self.en).get(language) or self.nl

    def definition(self, language: Language) -> str:
        """Return what the code means.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            The definition; the Dutch one where there is no English one, empty where the label says it all.

        Raises:
            ValueError: If the language is neither.

        Example:
            >>> codes(CodeList.ROLE)["pilotpartij"].definition("en")
            'Tries it out in practice.'
        """
        return Bilingual(self.definition_nl, self.definition_en).get(language) or self.definition_nl


@cache
def _shipped(list: CodeList) -> Table[str, Code]:
    rows: dict[str, dict[str, str]] = load("codes")[list.value]
    return Table({code: Code(list=list, code=code, **row) for code, row in rows.items()})  # type: ignore[arg-type]


def codes(list: CodeList | str, own: Iterable[Code] = ()) -> Mapping[str, Code]:
    """Return the codes of one list, shipped and own.

    Args:
        list: Which list.
        own: A document's own codes; those of other lists are left out, and an own code wins over a shipped
            one of the same name.

    Returns:
        The codes by name, in the order of the data file, own codes last.

    Raises:
        ValueError: If there is no such list.

    Example:
        >>> list(codes(CodeList.DOMAIN))
        ['openbare-ruimte', 'water', 'natuur', 'landbouw']
        >>> "imkerij" in codes("sector", [Code(list="sector", code="imkerij", nl="imkerij")])
        True
    """
    wanted = CodeList(list)
    mine = {code.code: code for code in own if code.list is wanted}
    shipped = _shipped(wanted)
    return Table({**shipped, **mine}) if mine else shipped
