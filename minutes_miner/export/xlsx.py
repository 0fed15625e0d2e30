"""The register as an Excel workbook: a Summary to open on, and one sheet per table.

XlsxWriter is used directly, with formulas and addresses in text switched off: what a document says is never run.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from minutes_miner.export.atomic import replacing
from minutes_miner.export.cells import printable, within_cell
from minutes_miner.export.record import file_name
from minutes_miner.export.spec import Cell, Column, Register, Table
from minutes_miner.export.summary import Summary, summarise
from minutes_miner.export.tables import build_tables
from minutes_miner.export.xlsx_style import KEY_TONES, LINE_HEIGHT, OVERDUE_ROW, TONES, Formats, lines_in
from minutes_miner.export.xlsx_summary import write_summary

# "Excel specifications and limits": rows to a sheet, hyperlinks to a sheet; an address takes 2,079 characters (Excel 2016 and later).
ROW_LIMIT, LINK_LIMIT, ADDRESS_LIMIT = 1_048_576, 65_530, 2_079
_A4, _A3 = 9, 8
_WIDE = 205  # characters: a wider table fitted to A4 would shrink below 70 %, 7-point type
_TALLEST = 400  # points: Excel's rows end at 409
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def write_workbook(target: Path, register: Register, *, tables: Sequence[Table] | None = None) -> None:
    """Write ``register`` to ``target`` as .xlsx; the file appears whole or not at all. ``tables``: those built already.

    Links to documents are relative to the workbook's folder, so that a folder of minutes can be moved with its register.
    Raises MinutesMinerError where the file cannot be written, above all because it is open in Excel.
    """
    summary, *others = tables or build_tables(register)
    figures = summarise(register)
    with replacing(target) as part, _workbook(part, figures) as book:
        formats = Formats(book)
        sheets = {table.name: book.add_worksheet(table.title) for table in (summary, *others)}
        write_summary(book, sheets["summary"], formats, figures, others)
        for table in others:
            _Sheet(sheets[table.name], formats, table, folder=target.parent, register=register).write()


@contextmanager
def _workbook(path: Path, figures: Summary) -> Iterator[Any]:
    import xlsxwriter

    about: dict[str, Any] = {"title": "Register of actions and decisions", "comments": "Made from published minutes by minutes_miner"}
    day = figures.as_of or figures.last
    if day:  # else XlsxWriter writes the present moment, and no two runs are alike
        about["created"] = datetime(day.year, day.month, day.day, tzinfo=UTC)
    with path.open("wb") as stream, xlsxwriter.Workbook(stream, _OPTIONS) as book:
        book.set_properties(about)
        yield book


class _Sheet:
    """One table on one sheet."""

    def __init__(self, sheet: Any, formats: Formats, table: Table, *, folder: Path, register: Register) -> None:
        self._sheet, self._formats, self._table, self._folder = sheet, formats, table, folder
        self._files, self._key = register.files, register.key
        self._links = 0
        self._targets: dict[str, str | None] = {}

    def write(self) -> None:
        """Write headings, rows, filter, colours and print set-up."""
        self._columns()
        kept = self._table.rows[: ROW_LIMIT - 2]
        for place, column in enumerate(self._table.columns):
            self._column(place, column, kept)
        if len(kept) < len(self._table.rows):
            self._sheet.write_string(
                ROW_LIMIT - 1,
                0,
                f"{len(self._table.rows) - len(kept)} rows more than a sheet holds: see the CSV file {self._table.name}.csv",
            )
        if not kept:
            self._sheet.write_string(1, 0, "Nothing found.", self._formats(italic=True))
        else:
            self._heights(kept)
            self._colours(len(kept))
            self._sheet.autofilter(0, 0, len(kept), len(self._table.columns) - 1)
        self._sheet.freeze_panes(1, 1)
        self._sheet.hide_gridlines(2)
        self._print(len(kept))

    def _columns(self) -> None:
        self._sheet.set_row(0, 30)  # points: two lines of heading
        for place, column in enumerate(self._table.columns):
            options = {"level": 1} if column.detail else {"hidden": True} if column.hidden else {}
            self._sheet.set_column(place, place, column.width, None, options)
            self._sheet.write_string(0, place, column.heading, self._formats.header(edited=column.edited))

    def _column(self, place: int, column: Column[Any], rows: tuple[tuple[Cell, ...], ...]) -> None:
        style = self._formats.cell(column.kind, wrap=column.wrap, edited=column.edited)
        for line, row in enumerate(rows, start=1):
            self._cell(line, place, column.kind, row[place], style)
        if column.choices and rows:
            self._sheet.data_validation(1, place, len(rows), place, _one_of(column))

    def _cell(self, line: int, place: int, kind: str, value: Cell, style: Any) -> None:
        if value is None or value == "":
            self._sheet.write_blank(line, place, None, style)
        elif isinstance(value, bool):
            self._sheet.write_string(line, place, "yes" if value else "no", style)
        elif isinstance(value, date):
            self._date(line, place, value, style)
        elif isinstance(value, int | float):
            self._sheet.write_number(line, place, value, style)
        elif kind == "link":
            self._link(line, place, value, style)
        elif kind == "day" and _DAY.fullmatch(value):
            self._date(line, place, date.fromisoformat(value), style)
        else:
            self._sheet.write_string(line, place, within_cell(value), style)

    def _date(self, line: int, place: int, value: date, style: Any) -> None:
        """A real date; Excel has none before 1900, so that an older one is kept as text."""
        if value.year < 1900:
            self._sheet.write_string(line, place, value.strftime("%d/%m/%Y"), style)
        else:
            self._sheet.write_datetime(line, place, value, style)

    def _place(self, value: str) -> str:
        """Where a source lies; of a run that says where its sources lie, nothing else is taken for one."""
        return value if not self._files or "://" in value else self._files.get(value, "")

    def _link(self, line: int, place: int, value: str, style: Any) -> None:
        if value not in self._targets:
            self._targets[value] = _target(self._place(value), self._folder)
        target, shown = self._targets[value], _shown(value)
        if target is None or self._links >= LINK_LIMIT:
            plain = self._formats.cell("text", wrap=False)
            self._sheet.write_string(line, place, shown if target else within_cell(file_name(value)), plain)
            return
        self._links += 1
        self._sheet.write_url(line, place, target, style, shown)

    def _heights(self, rows: tuple[tuple[Cell, ...], ...]) -> None:
        """Rows high enough for what is wrapped in them: Excel would see to it on opening, LibreOffice and viewers do not."""
        wrapped = [(place, column.width) for place, column in enumerate(self._table.columns) if column.wrap]
        for line, row in enumerate(rows, start=1):
            lines = max((lines_in(str(row[place]), width) for place, width in wrapped if row[place]), default=1)
            self._sheet.set_row(line, min(lines * LINE_HEIGHT + 3, _TALLEST))

    def _colours(self, rows: int) -> None:
        """Overdue rows tinted, states in their colours: by rule, so that they follow when an officer edits or sorts."""
        keys = self._table.keys
        if "rag" in keys:
            for shown in dict.fromkeys(self._key.states.values()):
                tone = KEY_TONES[shown.colour]
                style = {"font_color": tone.ink, "bg_color": tone.tint, "bold": True}
                place = keys.index("rag")
                self._rule((1, place, rows, place), {"type": "cell", "criteria": "==", "value": f'"{_in_quotes(shown.word)}"'}, style)
        for place in (keys.index(key) for key in ("state", "outcome") if key in keys):
            for word, tone in TONES.items():
                style = {"font_color": tone.ink, "bg_color": tone.tint, "bold": word == "overdue"}
                self._rule((1, place, rows, place), {"type": "cell", "criteria": "==", "value": f'"{word}"'}, style)
        if "status" in keys and "state" in keys:
            rule = {"type": "formula", "criteria": f'=${_letter(keys.index("status"))}2="overdue"'}
            # Cells to write in keep their own tint, by which they are known.
            last = next((place for place, column in enumerate(self._table.columns) if column.edited), len(keys)) - 1
            self._rule((1, 0, rows, last), rule, {"bg_color": OVERDUE_ROW})

    def _rule(self, area: tuple[int, int, int, int], rule: dict[str, str], style: dict[str, Any]) -> None:
        self._sheet.conditional_format(*area, {**rule, "format": self._formats.over(**style)})

    def _print(self, rows: int) -> None:
        """Landscape, one page wide, headings on every page; columns that say where a value was found stay on the screen."""
        printed = [place for place, column in enumerate(self._table.columns) if column.printed]
        width = sum(self._table.columns[place].width for place in printed)
        self._sheet.set_landscape()
        self._sheet.set_paper(_A3 if width > _WIDE else _A4)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(0)
        self._sheet.print_area(0, 0, max(rows, 1), printed[-1])
        self._sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)  # inches
        self._sheet.set_footer(f"&L&8{self._table.title}&R&8Page &P of &N")


def _one_of(column: Column[Any]) -> dict[str, Any]:
    message = f"Choose {' or '.join(column.choices)}, or leave the cell empty."
    return {"validate": "list", "source": list(column.choices), "error_title": column.heading[:32], "error_message": message}


def _in_quotes(word: str) -> str:
    return word.replace('"', '""')


def _letter(place: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(place))


def _shown(value: str) -> str:
    return "open page" if value.startswith(("http://", "https://")) else printable(file_name(value))


def _target(value: str, folder: Path) -> str | None:
    """What a link leads to: a web address as it is, a file that is there by its way from ``folder``; None where nothing can be linked."""
    value = printable(value)
    if value.startswith(("http://", "https://")):
        return value if len(value) <= ADDRESS_LIMIT else None
    # XlsxWriter takes "#" for the start of a place within the file.
    if "#" in value or not os.path.exists(value):
        return None
    try:
        way = os.path.relpath(value, folder)
    except ValueError:  # another drive on Windows
        way = os.path.abspath(value)
    return f"external:{way}" if len(way) <= ADDRESS_LIMIT else None
