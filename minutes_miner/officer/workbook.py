"""Reading back the cells that an officer writes in: by their headings, wherever columns, rows and sheets have gone in the meantime."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from minutes_miner.cellmarks import mark, read_marks
from minutes_miner.errors import CorrectionsError
from minutes_miner.model.corrections import HEADINGS, KEY, MARKS
from minutes_miner.officer.values import Formula
from minutes_miner.text import fold, normal

_MARKS = re.compile(rf'"{MARKS}": "([0-9a-f]+)"}}$')
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
    keyed: bool = True  # whether its sheet has the column of keys


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
            found = list(_sheet_rows(sheet.title, cells if cells is beneath else map(_worked_out, cells, beneath)))
            seen = seen or None in found
            rows += [row for row in found if row is not None]
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


def _sheet_rows(title: str, rows: Iterator[Sequence[Any]]) -> Iterator[SheetRow | None]:
    """The rows under the headings; first a None, where the sheet has that of keys."""
    places: dict[str, int] | None = None
    beside: dict[int, tuple[str, str]] = {}
    for line, cells in enumerate(rows, start=1):
        if places is None:
            places = _columns(cells)
            if places is not None:
                beside = _beside(cells, places)
                yield from [None] if KEY in places else []
            elif line >= _HEAD_WITHIN:
                return
            continue
        row = _row(title, line, places, beside, cells)
        if row.key or any(cell.value is not None for cell in row.cells.values()):
            yield row


def _columns(cells: Sequence[Any]) -> dict[str, int] | None:
    """Where the columns stand, if this is the row of headings: that of keys is there, or several to write in."""
    texts = [normal(cell.value) if isinstance(cell.value, str) else "" for cell in cells]
    places = {field: texts.index(normal(heading)) for field, heading in HEADINGS.items() if normal(heading) in texts}
    return places if KEY in places or len(places) > 1 else None


def _beside(cells: Sequence[Any], places: Mapping[str, int]) -> dict[int, tuple[str, str]]:
    """The other columns that have a heading: it and its mark by place."""
    others = ((place, cell.value) for place, cell in enumerate(cells) if place not in places.values())
    return {place: (heading, mark(heading)) for place, heading in others if isinstance(heading, str)}


def _row(title: str, line: int, places: Mapping[str, int], beside: Mapping[int, tuple[str, str]], cells: Sequence[Any]) -> SheetRow:
    def value(column: int) -> Any:
        given = cells[column].value if column < len(cells) else None
        if given is not None and cells[column].data_type == "f":
            return Formula(given)
        return None if isinstance(given, str) and not fold(given) else given

    written = {field: SheetCell(_place(title, column, line), value(column)) for field, column in places.items() if field != KEY}
    if KEY not in places:
        return SheetRow(_place(title, 0, line), "", written, keyed=False)
    key = value(places[KEY])
    text = str(key).strip() if key is not None else ""
    found = _MARKS.search(text)
    marks = read_marks(found[1]) if found else {}
    changed = tuple(
        (heading, _place(title, column, line))
        for column, (heading, sign) in beside.items()
        if sign in marks and marks[sign] != mark(value(column))
    )
    return SheetRow(_place(title, places[KEY], line), text, written, changed)


def _place(title: str, column: int, line: int) -> str:
    from openpyxl.utils import get_column_letter

    return f"{title}!{get_column_letter(column + 1)}{line}"
