"""Attendance tables: names down the side, the dates of meetings across the top, a mark where they cross."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from minutes_miner.assemble.frame_rules import FrameRules
from minutes_miner.assemble.list_entry import Entry
from minutes_miner.dates import find_day_months, parse_date
from minutes_miner.model import ABSENT, APOLOGIES, PRESENT, AttendanceMatrix, Block, Document, Unsettled
from minutes_miner.rulebook import RuleBook
from minutes_miner.text import normal

_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s*['’]?\d{2,4})?", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
# A mark is a letter, a tick or a short word ("Aps", "CANCELLED"); longer cells are text.
_LONGEST_MARK, _LONGEST_LETTERS = 14, 4
# "P – Present S – Sanctioned", "✓ = attended": a mark, a dash or sign, its meaning up to the next mark.
_KEY = re.compile(
    r"(?:^|(?<=[\s,;|]))(?P<mark>[A-Za-z]{1,4}|[✓✔√xX✗✘*])\s?[–—=:-]\s?(?P<meaning>[A-Z][^–—=:|]*?)"
    r"(?=\s*[,;|]?\s*(?:[A-Za-z]{1,4}|[✓✔√✗✘*])\s?[–—=:-]\s?[A-Z]|$)"
)
_LEFT = re.compile(r"\b(?:resign|left|ceased|stepped down|end of service)")
_LONGEST_HEADING = 32  # characters: "Wednesday 19th November 2031"
_SECTION_GAP = 3  # blocks: a heading or two between the parts of a table
# "x Not invited" on a line of its own, for a mark that the table uses.
_KEY_LINE = re.compile(r"(?P<mark>\S{1,4})(?: \||:)?\s(?P<meaning>[A-Z].{3,100})")
# How many blocks after the table its key may stand.
_KEY_REACH = 12


@dataclass(frozen=True, slots=True)
class TableReading:
    """What the tables say; ``used`` are the numbers of the tables that were read here."""

    entries: tuple[Entry, ...]
    matrices: tuple[AttendanceMatrix, ...]
    unsettled: tuple[Unsettled, ...]
    used: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Matrix:
    """A table with meetings across the top; a reader may have broken it into several."""

    numbers: frozenset[int]
    top: Block
    rows: tuple[Block, ...]
    columns: Mapping[int, str]  # column -> heading of a meeting


def read_tables(document: Document, meeting: date | None, rules: FrameRules) -> TableReading:
    """Every attendance matrix; and of one that has a column for ``meeting``, who is marked how in it."""
    entries: list[Entry] = []
    matrices: list[AttendanceMatrix] = []
    unsettled: list[Unsettled] = []
    used: set[int] = set()
    for matrix in _matrices(document):
        key = _key(document, matrix)
        column = _column_of(matrix, meeting)
        used |= matrix.numbers
        matrices.append(_as_printed(document, matrix, key))
        if column is not None and meeting:
            marked = _Marks(document, matrix, {mark: _meaning(text, rules.book) for mark, text in key}, rules)
            entries += marked.entries(column, meeting)
            unsettled += marked.unsettled
    return TableReading(tuple(entries), tuple(matrices), tuple(unsettled), frozenset(used))


def _matrices(document: Document) -> Iterator[_Matrix]:
    tables: dict[int, list[Block]] = {}
    for block in document.blocks:
        if block.table is not None and block.cells:
            tables.setdefault(block.table, []).append(block)
    taken: set[int] = set()
    for number, rows in tables.items():
        for at, top in enumerate(rows[:3]):
            headings = {n: text for n, text in enumerate(_texts(document, top)) if _is_meeting(text)} if number not in taken else {}
            if len(headings) < 2:
                continue
            # Where the corner is no cell of its own, the dates stand one column to the left of their marks.
            shift = 1 if 0 in headings else 0
            columns = {n + shift: text for n, text in headings.items()}
            # Columns still empty may be missing from the rows; where rows and heading are one table, no more than the last.
            widths = range(3 if shift else len(top.cells) - 1, len(top.cells) + shift + 1)
            more = _continued(document, tables, number, widths, columns)
            body = (*rows[at + 1 :], *(row for each in more for row in tables[each]))
            if _are_marks(document, body, columns):
                taken |= {number, *more}
                yield _Matrix(frozenset((number, *more)), top, body, columns)
                break


def _continued(
    document: Document, tables: Mapping[int, Sequence[Block]], number: int, widths: range, columns: Mapping[int, str]
) -> list[int]:
    """The tables just below that go on with the same columns (a heading or a page break between)."""
    place = {id(block): i for i, block in enumerate(document.blocks)}
    last, found = place[id(tables[number][-1])], []
    for other in (n for n in tables if n > number):
        rows = tables[other]
        if place[id(rows[0])] - last > _SECTION_GAP or len(rows[0].cells) not in widths or not _are_marks(document, rows, columns):
            break
        found.append(other)
        last = place[id(rows[-1])]
    return found


def _texts(document: Document, row: Block) -> list[str]:
    return [document.slice(*span) for span in row.cells]


def _is_meeting(heading: str) -> bool:
    if not heading or len(heading) > _LONGEST_HEADING:
        return False
    if _MONTH.fullmatch(heading):
        return True
    return bool(_FIGURE.search(heading)) and (_heading_date(heading) is not None or len(find_day_months(heading)) == 1)


def _heading_date(heading: str) -> date | None:
    # Narrow columns break figures over lines: "05/ 10/ 20 20".
    figures = re.sub(r"\s", "", heading) if re.fullmatch(r"[\d\s/.-]+", heading) else heading
    return parse_date(figures)


def _are_marks(document: Document, rows: Sequence[Block], columns: Mapping[int, str]) -> bool:
    """Whether what stands under the dates is marks: letters, ticks and few short words, no figures."""
    cells = [text for row in rows for n, text in enumerate(_texts(document, row)) if n in columns and text]
    words = [text for text in cells if len(text) > _LONGEST_LETTERS]
    figures = any(re.search(r"\d[\d.,%/]", text) or len(text) > _LONGEST_MARK for text in cells)
    return bool(cells) and not figures and len(words) <= len(cells) // 5


def _column_of(matrix: _Matrix, meeting: date | None) -> int | None:
    """The column of the meeting's date; by day and month where the year is misprinted and only one column has them."""
    if meeting is None:
        return None
    dates = {n: day for n, text in matrix.columns.items() if (day := _heading_date(text))}
    exact = [n for n, day in dates.items() if day == meeting]
    near = [n for n, day in dates.items() if (day.day, day.month) == (meeting.day, meeting.month)]
    if exact or len(near) == 1:
        return (exact or near)[0]
    wanted = (meeting.day, meeting.month)
    parts = [n for n, text in matrix.columns.items() if wanted in [(part.day, part.month) for part in find_day_months(text)]]
    return parts[0] if len(parts) == 1 else None


def _key(document: Document, matrix: _Matrix) -> tuple[tuple[str, str], ...]:
    """The key printed below the table, or in its last rows: for the marks that the table uses, and others like them."""
    last = max(i for i, block in enumerate(document.blocks) if block.table in matrix.numbers)
    marks = {text for row in matrix.rows for n, text in enumerate(_texts(document, row)) if n in matrix.columns}
    found: dict[str, str] = {}
    for block in (*matrix.rows[-6:], *document.blocks[last + 1 : last + 1 + _KEY_REACH]):
        text = document.slice(block.start, block.end)
        line = _KEY_LINE.fullmatch(text)
        pairs = [*_KEY.finditer(text)] if block not in matrix.rows else []
        if line and line["mark"] in marks and len(pairs) < 2:
            pairs = [line]
        if any(pair["mark"] in marks for pair in pairs) or (found and pairs):
            found |= {pair["mark"]: pair["meaning"].strip() for pair in pairs if pair["mark"] not in found}
    return tuple(found.items())


def _meaning(text: str, book: RuleBook) -> str | None:
    """The status that a key's words give: apologies before absence, absence before presence ("not present")."""
    words = normal(text)
    for name, status in (("key_apologies", APOLOGIES), ("key_absent", ABSENT), ("key_present", PRESENT)):
        if any(re.search(rf"\b{re.escape(normal(phrase))}", words) for phrase in book.words(name)):
            return status
    return None


def _as_printed(document: Document, matrix: _Matrix, key: tuple[tuple[str, str], ...]) -> AttendanceMatrix:
    rows = []
    for row in matrix.rows:
        cells = _texts(document, row)
        if cells[0]:
            rows.append((cells[0], tuple(cells[n] if n < len(cells) else "" for n in matrix.columns)))
    return AttendanceMatrix(tuple(matrix.columns.values()), tuple(rows), key, matrix.top.page)


class _Marks:
    """Reads one column of a matrix; what it cannot read is left in ``unsettled``."""

    def __init__(self, document: Document, matrix: _Matrix, key: Mapping[str, str | None], rules: FrameRules) -> None:
        self._document, self._matrix, self._names = document, matrix, rules.names
        usual = {mark: status for name, status in _USUAL for mark in rules.book.words(name)}
        self._status: dict[str, str | None] = {**usual, **{mark.casefold(): status for mark, status in key.items() if status}}
        self._left = next((n for n, text in enumerate(_texts(document, matrix.top)) if _LEFT.search(normal(text))), None)
        self.unsettled: list[Unsettled] = []

    def entries(self, column: int, meeting: date) -> Iterator[Entry]:
        """Who is marked how under the meeting's date; who had left before it is passed over."""
        for row in self._matrix.rows:
            cells = _texts(self._document, row)
            mark = cells[column] if column < len(cells) else ""
            person = self._names.read(cells[0])
            if not mark or not person or self._had_left(cells, meeting):
                continue
            status = self._status.get(mark.casefold().strip(" ."))
            if status is None:
                self.unsettled.append(Unsettled("attendance", cells[0], f"the mark {mark!r} is in no key", None))
                continue
            role = cells[1] if len(cells) > 1 and 1 not in self._matrix.columns and cells[1] else None
            name, told, initials = person[0].name, person[0].role, person[0].initials
            yield Entry(name, status, told or role, initials, row.start, row.start + len(cells[0]), "attendance.matrix")

    def _had_left(self, cells: Sequence[str], meeting: date) -> bool:
        day = parse_date(cells[self._left]) if self._left is not None and self._left < len(cells) and cells[self._left] else None
        return day is not None and day < meeting


_USUAL = (("marks_present", PRESENT), ("marks_apologies", APOLOGIES), ("marks_absent", ABSENT))
