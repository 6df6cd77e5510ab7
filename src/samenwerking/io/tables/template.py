"""The form to fill in: a workbook with headings, explanations, lists to choose from and an example."""

import os
from pathlib import Path
from typing import Any

from samenwerking.io.tables.sheets import GUIDE, LISTS, YES_NO, Column, Sheet, choices, sheets
from samenwerking.io.tables.table import example_mark, example_text
from samenwerking.io.tables.workbook import openpyxl
from samenwerking.vocabulary import LANGUAGES, Bilingual, Language

_ROWS = 300
_HEADING, _EXPLAINED, _EXAMPLE, _FIRST = 1, 2, 3, 4
_GREEN, _PALE, _GREY, _LINE, _INK = "2E5E4E", "E8F0EC", "595959", "C9D3CE", "FFFFFF"
_LINE_HEIGHT = 14.5
_PAPER = 220  # how many characters fit beside each other on a page, small but readable
_FONT = "Calibri"
_TITLE = Bilingual("Samenwerking: invulblad", "Collaboration: form")
_GUIDANCE = (
    Bilingual(
        "Vul in wat er is. Wat nog leeg blijft, is een vraag voor later en geen fout.",
        "Fill in what there is. What stays empty is a question for later, not a fault.",
    ),
    Bilingual(
        "Begin met blad Organisaties: wie doet er mee? Daarna Doelen, Samenwerkingen en Partijen."
        " De andere bladen mogen leeg blijven.",
        "Begin with sheet Organizations: who takes part? Then Goals, Collaborations and Parties."
        " The other sheets may stay empty.",
    ),
    Bilingual(
        "De schuine rijen 2 en 3 (toelichting en voorbeeld) worden niet gelezen. Vul in vanaf rij 4.",
        "The slanted rows 2 and 3 (explanation and example) are not read. Fill in from row 4.",
    ),
    Bilingual(
        "Noem een organisatie, doel of samenwerking overal met dezelfde naam.",
        "Call an organization, goal or collaboration by the same name everywhere.",
    ),
    Bilingual(
        "Meer dan een waarde in een cel? Zet er een puntkomma tussen: landbouw; water.",
        "More than one value in a cell? Put a semicolon between them: agriculture; water.",
    ),
    Bilingual(
        "Een datum mag zo precies als die bekend is: 2026, maart 2026 of 1-3-2026.",
        "A date may be as precise as it is known: 2026, March 2026 or 1-3-2026.",
    ),
    Bilingual(
        "Schrijf getallen zoals je gewend bent: 200.000 of 0,6. Een aandeel mag ook als 60%.",
        "Write numbers with a decimal comma: 200.000 or 0,6. A share may also be 60%.",
    ),
    Bilingual(
        "Zet hier niets in dat privé is, zoals belangen of onderhandelingsruimte: ja of nee is genoeg.",
        "Put nothing private in here, such as interests or room to negotiate: yes or no is enough.",
    ),
    Bilingual(
        "Een eigen kolom mag: begin het kopje met x-, bijvoorbeeld x-dossier.",
        "A column of your own is allowed: begin its heading with x-, for instance x-file.",
    ),
)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _is_number(column: Column) -> bool:
    return column.field.kind in ("decimal", "int")


class _Form:
    """The workbook while it is made."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self.excel = openpyxl()
        self.book: Any = self.excel.Workbook()
        self.lists: dict[tuple[str, ...], str] = {}
        self._styles()

    def _styles(self) -> None:
        styles = self.excel.styles
        line = styles.Side(style="thin", color=_LINE)
        self.border = styles.Border(bottom=line, right=line)
        self.top = styles.Alignment(vertical="top", wrap_text=True)
        self.heading_font = styles.Font(name=_FONT, bold=True, color=_INK)
        self.heading_fill = styles.PatternFill("solid", fgColor=_GREEN)
        self.aside_font = styles.Font(name=_FONT, italic=True, color=_GREY, size=10)
        self.aside_fill = styles.PatternFill("solid", fgColor=_PALE)

    def make(self) -> Any:
        self.guide()
        shown = [sheet for sheet in sheets() if sheet.form]
        self.names = {id(sheet): sheet.name.get(self.language) for sheet in shown}
        pages = {id(sheet): self.book.create_sheet(self.names[id(sheet)]) for sheet in shown}
        self.page_of_lists = self.book.create_sheet(LISTS.get(self.language))
        for sheet in shown:
            self.sheet(sheet, pages[id(sheet)])
        self.page_of_lists.sheet_state = "hidden"
        self.book.properties.title = _TITLE.get(self.language)
        self.book.properties.creator = "samenwerking"
        self.book.properties.language = self.language
        return self.book

    def guide(self) -> None:
        styles = self.excel.styles
        page = self.book.active
        page.title = GUIDE.get(self.language)
        page.sheet_view.showGridLines = False
        page.column_dimensions["A"].width = 92
        page["A1"] = _TITLE.get(self.language)
        page["A1"].font = styles.Font(name=_FONT, bold=True, size=16, color=_GREEN)
        page.row_dimensions[1].height = 30
        for row, text in enumerate(_GUIDANCE, start=3):
            cell = page.cell(row, 1, text.get(self.language))
            cell.alignment = self.top
            page.row_dimensions[row].height = _LINE_HEIGHT * (1 + len(text.get(self.language)) // 105) + 5
        self._print(page, 1)

    def sheet(self, sheet: Sheet, page: Any) -> None:
        columns = [column for column in sheet.columns if column.explanation]
        for position, column in enumerate(columns, start=1):
            letter = self.excel.utils.get_column_letter(position)
            dimension = page.column_dimensions[letter]
            dimension.width, dimension.alignment = column.width, self.top
            # A date or a number that begins with a zero stays as it was typed only in a cell for text.
            dimension.number_format = "General" if _is_number(column) else "@"
            self.column(page, position, column)
            self.choose(column, page, f"{letter}{_FIRST}:{letter}{_FIRST + _ROWS - 1}")
        page.row_dimensions[_HEADING].height = self.height(
            columns, [_said(c, self.language) for c in columns], 1.3
        )
        explained = [c.explanation.get(self.language) if c.explanation else "" for c in columns]
        page.row_dimensions[_EXPLAINED].height = self.height(columns, explained, 1.0)
        examples = [example_text(c, self.language) for c in columns]
        page.row_dimensions[_EXAMPLE].height = self.height(columns, examples, 1.0)
        page.freeze_panes = f"B{_EXAMPLE}"
        page.sheet_properties.tabColor = _GREEN
        page.print_title_cols = "A:A"
        self._print(page, -(-sum(column.width for column in columns) // _PAPER))

    @staticmethod
    def height(columns: list[Column], texts: list[str], scale: float) -> float:
        lines = (
            -(-len(text) * scale // max(column.width - 1, 1))
            for column, text in zip(columns, texts, strict=True)
        )
        return _LINE_HEIGHT * max(1, *lines) + 6

    def column(self, page: Any, position: int, column: Column) -> None:
        language = self.language
        heading = page.cell(_HEADING, position, _said(column, language))
        heading.font, heading.fill = self.heading_font, self.heading_fill
        explained = column.explanation.get(language) if column.explanation else ""
        mark = f"{GUIDE.get(language).casefold()}: " if position == 1 else ""
        page.cell(_EXPLAINED, position, mark + explained)
        example = example_text(column, language)
        value: Any = example_mark(example, language) if position == 1 else example or None
        if _is_number(column) and isinstance(column.example, int):
            value = column.example
        page.cell(_EXAMPLE, position, value)
        for row in (_EXPLAINED, _EXAMPLE):
            page.cell(row, position).font = self.aside_font
            page.cell(row, position).fill = self.aside_fill
        for row in (_HEADING, _EXPLAINED, _EXAMPLE):
            page.cell(row, position).border, page.cell(row, position).alignment = self.border, self.top

    def choose(self, column: Column, page: Any, cells: str) -> None:
        """Let people choose: from a list, or from the names on another sheet."""
        source = self.source(column)
        if source is None:
            return
        closed = (column.field.kind in ("closed", "bool")) and not column.many
        rule = self.excel.worksheet.datavalidation.DataValidation(
            type="list", formula1=source, allow_blank=True, showErrorMessage=closed, errorStyle="stop"
        )
        if closed:
            rule.errorTitle = _capital(_said(column, self.language))
            rule.error = Bilingual("Kies een waarde uit de lijst.", "Choose a value from the list.").get(
                self.language
            )
        page.add_data_validation(rule)
        rule.add(cells)

    def source(self, column: Column) -> str | None:
        if column.field.ref:
            homes = [s for s in sheets() if s.form and s.identified and _kind(s) in column.field.ref]
            if not homes:
                return None
            return f"'{self.names[id(homes[0])]}'!$A${_FIRST}:$A${_FIRST + _ROWS - 1}"
        labels = YES_NO.values() if column.field.kind == "bool" else choices(column.field).values()
        words = tuple(label.get(self.language) for label in labels)
        if not words:
            return None
        if words not in self.lists:
            position = len(self.lists) + 1
            letter = self.excel.utils.get_column_letter(position)
            for row, word in enumerate((_said(column, self.language), *words), start=1):
                self.page_of_lists.cell(row, position, word)
            name = self.page_of_lists.title
            self.lists[words] = f"'{name}'!${letter}$2:${letter}${len(words) + 1}"
        return self.lists[words]

    def _print(self, page: Any, pages: int) -> None:
        page.page_setup.orientation = "landscape"
        page.page_setup.paperSize = page.PAPERSIZE_A4
        page.page_setup.fitToWidth, page.page_setup.fitToHeight = pages, 0
        page.sheet_properties.pageSetUpPr = self.excel.worksheet.properties.PageSetupProperties(
            fitToPage=True
        )
        page.print_title_rows = "1:1"


def _said(column: Column, language: Language) -> str:
    return _capital(column.heading.get(language))


def _kind(sheet: Sheet) -> str:
    return sheet.cls.__name__.casefold()


def template(path: str | os.PathLike[str], *, language: Language = "nl") -> None:
    """Make the form to fill in: an Excel workbook with headings, explanations, lists and an example.

    A form that is there already stays as it is: somebody may have filled it in.

    Args:
        path: Where; ends in ``.xlsx``.
        language: Language of headings, explanations and lists, ``"nl"`` or ``"en"``; both are read.

    Raises:
        FileExistsError: If the file is there already.
        ImportError: If the extra ``excel`` is not installed.
        OSError: If it cannot be written.
        ValueError: If the path does not end in ``.xlsx``, or the language is neither.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     template(Path(folder) / "form.xlsx")
        ...     (Path(folder) / "form.xlsx").exists()
        True
    """
    if language not in LANGUAGES:
        raise ValueError(f"the language of a form must be one of {', '.join(LANGUAGES)}, not {language!r}")
    if Path(path).suffix.casefold() != ".xlsx":
        raise ValueError(f"the form is a workbook: {os.fspath(path)!r} does not end in .xlsx")
    book = _Form(language).make()
    with Path(path).open("xb") as file:
        book.save(file)
