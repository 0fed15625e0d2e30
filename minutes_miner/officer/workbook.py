"""Reading back the cells that an officer writes in: by their headings, wherever columns, rows and sheets have gone in the meantime."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from minutes_miner.cellmarks import mark, read_marks
from minutes_miner.errors import CorrectionsError
from minutes_miner.model.corrections import DOCUMENT, HEADINGS, KEY, MARKS, WEB_PAGE, WORDING
from minutes_miner.officer.merged import Area, is_covered, merged_areas
from minutes_miner.officer.values import Formula
from minutes_miner.text import fold, normal

_MARKS = re.compile(rf'"{MARKS}": "([0-9a-f]+)"}}$')
_BY_FIELD = {field: normal(heading) for field, heading in HEADINGS.items()}
_HEAD_WITHIN = 20  # rows: a title or a note may have been put above the headings


@dataclass(frozen=True)
class SheetCell:
    """A cell's value, and its place as people write it: "Actions!H12"."""

    place: str
    value: Any


@dataclass(frozen=True)
class SheetRow:
    """One row of a sheet: its key, the cells to write in that the sheet still has, by field, and those beside that were changed."""

    place: str
    key: str
    cells: Mapping[str, SheetCell]
    changed: tuple[tuple[str, str], ...] = ()  # heading and place
    lacks: str | None = None  # what of the sheet is gone, by which a row is known: KEYS or HEADS
    wording: str | None = None  # the action's words as the row has them, where they are not those that were written there
    unknown: tuple[
        tuple[str, str], ...
    ] = ()  # heading and place of what stands in columns that are not known, where one to write in is gone
    merged: tuple[str, ...] = ()  # places of cells to write in that are merged into another


KEYS, HEADS = "keys", "headings"


def read_rows(path: Path) -> list[SheetRow]:
    """The rows of every sheet of a workbook that holds the columns to write in; rows empty in all of them are left out.

    Raises CorrectionsError where the file is no workbook, is damaged, or no sheet has the column of keys.
    """
    import zipfile
    import zlib

    from openpyxl.utils.exceptions import InvalidFileException

    try:
        rows, seen = _rows(path)
    except PermissionError as error:
        raise CorrectionsError(
            f"{path} cannot be opened: close it in the other program (Excel keeps a file locked) and try again"
        ) from error
    # A SyntaxError is what lxml and the standard library's parser raise of XML that breaks off; KeyError and the like, of a part or
    # a reference between parts that is missing.
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        zlib.error,
        SyntaxError,
        LookupError,
        AttributeError,
        TypeError,
        ValueError,
        OSError,
    ) as error:
        raise CorrectionsError(f"{path} is no Excel workbook that can be read: save it as .xlsx and try again") from error
    if not seen:
        raise CorrectionsError(
            f"{path}: no sheet has a column {HEADINGS[KEY]!r}: is it a workbook that `minutes-miner run` wrote? A column that was deleted "
            "comes back with the next run"
        )
    return rows


def _rows(path: Path) -> tuple[list[SheetRow], bool]:
    """The rows, and whether any sheet has the headings. Sheets are read as a stream: what is damaged may show late."""
    import openpyxl

    # Values, not formulas; as a stream, since a register may have tens of thousands of rows.
    book = openpyxl.load_workbook(path, data_only=True, read_only=True)
    # A formula whose value no program has worked out shows no value: it is looked for only where there are formulas.
    formulas = openpyxl.load_workbook(path, read_only=True) if _has_formulas(path) else None
    try:
        rows, seen = [], False
        for number, sheet in enumerate(book.worksheets):
            cells = _cells(sheet)
            beneath = _cells(formulas.worksheets[number]) if formulas else cells
            merged = merged_areas(path, sheet)
            found = list(_sheet_rows(sheet.title, cells if cells is beneath else map(_worked_out, cells, beneath), merged))
            seen = seen or any(row.lacks is None for row in found)
            rows += found
    finally:
        book.close()
        if formulas:
            formulas.close()
    return rows, seen


def _cells(sheet: Any) -> Iterator[Sequence[Any]]:
    sheet.reset_dimensions()  # other programs write them wrong, or not at all
    rows: Iterator[Sequence[Any]] = sheet.iter_rows()
    return rows


def _has_formulas(path: Path) -> bool:
    import zipfile

    with zipfile.ZipFile(path) as book:
        return any(b"<f>" in book.read(name) or b"<f " in book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/"))


def _worked_out(cells: Sequence[Any], beneath: Sequence[Any]) -> Sequence[Any]:
    """The cells with their values; of a formula that has none, the formula."""
    return [two if one.value is None and two.value is not None else one for one, two in zip(cells, beneath, strict=True)]


def _sheet_rows(title: str, rows: Iterator[Sequence[Any]], merged: Sequence[Area]) -> Iterator[SheetRow]:
    """The rows under the headings; of a sheet of ours that has lost them, one that says so."""
    columns: _Columns | None = None
    strays = ""
    for line, cells in enumerate(rows, start=1):
        if columns is None:
            columns = _columns(cells)
            strays = strays or next((_place(title, at, line) for at, cell in enumerate(cells) if _is_key(cell.value)), "")
            if columns is None and line >= _HEAD_WITHIN:
                break
            continue
        row = _row(title, line, columns, cells, merged)
        if row.key or row.merged or any(cell.value is not None for cell in row.cells.values()):
            yield row
    if columns is None and strays:
        yield SheetRow(strays, "", {}, lacks=HEADS)


def _is_key(value: object) -> bool:
    return isinstance(value, str) and bool(_MARKS.search(value))


@dataclass(frozen=True)
class _Columns:
    """Where the columns of a sheet stand: those to write in by field, the others with heading and mark."""

    places: Mapping[str, int]
    beside: Mapping[int, tuple[str, str]]
    complete: bool  # the sheet has all columns to write in, each once


def _columns(cells: Sequence[Any]) -> _Columns | None:
    """Where the columns stand, if this is the row of headings: that of keys is there, or several to write in."""
    texts = [normal(cell.value) if isinstance(cell.value, str) else "" for cell in cells]
    places = {field: texts.index(heading) for field, heading in _BY_FIELD.items() if heading in texts}
    others = ((place, str(cell.value)) for place, cell in enumerate(cells) if place not in places.values() and cell.value is not None)
    beside = {place: (heading, mark(heading)) for place, heading in others}
    twice = any(texts.count(heading) > 1 for heading in _BY_FIELD.values())
    return _Columns(places, beside, len(places) == len(HEADINGS) and not twice) if KEY in places or len(places) > 1 else None


def _row(title: str, line: int, columns: _Columns, cells: Sequence[Any], merged: Sequence[Area]) -> SheetRow:
    def value(column: int) -> Any:
        given = cells[column].value if column < len(cells) else None
        if given is not None and cells[column].data_type == "f":
            return Formula(given)
        return None if isinstance(given, str) and not fold(given) else given

    to_write = {field: column for field, column in columns.places.items() if field != KEY}
    hidden = {field: column for field, column in to_write.items() if is_covered(merged, line, column)}
    written = {field: SheetCell(_place(title, at, line), value(at)) for field, at in to_write.items() if field not in hidden}
    if KEY not in columns.places:
        return SheetRow(_place(title, 0, line), "", written, lacks=KEYS)
    key = value(columns.places[KEY])
    text = str(key).strip() if key is not None else ""
    found = _MARKS.search(text)
    marks = read_marks(found[1]) if found else {}
    changed = {
        column: heading
        for column, (heading, sign) in columns.beside.items()
        if sign in marks and marks[sign] != mark(value(column))
    }  # fmt: skip
    return SheetRow(
        _place(title, columns.places[KEY], line),
        text,
        written,
        tuple((heading, _place(title, column, line)) for column, heading in changed.items()),
        wording=next((str(value(column)) for column, heading in changed.items() if heading == WORDING and value(column)), None),
        unknown=() if columns.complete or not marks else tuple(_unknown(title, line, columns, len(cells), marks, value)),
        merged=tuple(_place(title, column, line) for column in hidden.values()) if text else (),
    )


def _unknown(
    title: str, line: int, columns: _Columns, wide: int, marks: Mapping[str, str], value: Callable[[int], Any]
) -> Iterator[tuple[str, str]]:
    """Heading and place of what stands in columns that the sheet was not written with, or that stand twice and say another thing."""
    for column in range(wide):
        heading, sign = columns.beside.get(column, ("", ""))
        if column in columns.places.values() or sign in marks or heading in (DOCUMENT, WEB_PAGE) or value(column) is None:
            continue
        field = next((field for field, known in _BY_FIELD.items() if known == normal(heading)), None)
        if field is None or value(columns.places[field]) != value(column):
            yield heading, _place(title, column, line)


def _place(title: str, column: int, line: int) -> str:
    from openpyxl.utils import get_column_letter

    return f"{title}!{get_column_letter(column + 1)}{line}"
