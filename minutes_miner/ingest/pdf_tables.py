"""Tables of a PDF: words put into the cells of a grid, ruled or not, and tables carried on over page breaks."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from minutes_miner.ingest.layout import Cell, Para, Row
from minutes_miner.ingest.pdf_lines import Line, group_lines, make_line, within
from minutes_miner.ingest.pdf_paragraphs import Type, paragraphs
from minutes_miner.ingest.pdf_rules import Box, Grid
from minutes_miner.ingest.pdf_words import Word

_PADDING = 5.4  # points: Word's default distance of text from a cell's side
_SAME_COLUMNS = 4.0  # points by which a table's columns may move from page to page
# Dates stacked in a narrow head ("05/" "10/" "20" "20") or set up the side in pieces ("2" "2/11/2021").
_STACKED_DATE = re.compile(r"(\d ?\d?) ?([/.-]) ?(\d ?\d?) ?\2 ?(\d ?\d(?: ?\d ?\d)?)")
_TEXT_MIDDLE = 0.3  # of the letter size: the middle of small letters above the baseline
_WIDOW = 1.8  # letter sizes, a line and a half: a text may break off a line before its neighbours, so as to leave no widow overleaf
_UNFINISHED = re.compile(r"[^.:;?!]$")


@dataclass(frozen=True, slots=True)
class Slot:
    """One cell's lines and place in the columns."""

    column: int
    span: int
    width: float
    lines: tuple[Line, ...] = ()
    turned: tuple[Word, ...] = ()  # words printed up the side
    page: int | None = None
    breaks: tuple[int, ...] = ()  # numbers of lines that begin a page and do not go on with the line before


@dataclass(frozen=True, slots=True)
class Region:
    """A table on a page, or what of it was carried on: ``columns`` are left edges and the last right one."""

    page: int
    top: float
    bottom: float
    columns: tuple[float, ...]
    rows: tuple[tuple[Slot, ...], ...]

    def like(self, other: Region) -> bool:
        """Whether the other table has the same columns."""
        return same_columns(self.columns, other.columns)


def same_columns(columns: Sequence[float], others: Sequence[float]) -> bool:
    """Whether two tables' column edges agree: they look like one table that a page break or a line of text cut."""
    return len(columns) == len(others) and all(abs(a - b) <= _SAME_COLUMNS for a, b in zip(columns, others, strict=True))


Flow = Line | Region  # what a page is made of, in reading order


def ruled_region(grid: Grid, words: Sequence[Word], page: int) -> tuple[Region, set[Word]]:
    """The grid's cells filled with the page's words, and the words used."""
    middles = [((word.x0 + word.x1) / 2, word.y - _TEXT_MIDDLE * word.size, word) for word in words]
    inside = [middle for middle in middles if grid.box.holds(middle[0], middle[1])]
    used: set[Word] = set()
    rows = []
    for row in grid.rows:
        bottom = max(box.bottom for box in row)
        band = [middle for middle in inside if row[0].top <= middle[1] < bottom]
        slots = []
        for box in row:
            own = [word for x, y, word in band if box.holds(x, y)]
            used.update(own)
            slots.append(_slot(own, box, grid, page))
        rows.append(_filled(slots, len(grid.columns) - 1))
    return Region(page, grid.box.top, grid.box.bottom, grid.columns, tuple(rows)), used


def _slot(words: list[Word], box: Box, grid: Grid, page: int) -> Slot:
    column = min(grid.column(box.x0), len(grid.columns) - 2)
    span = max(1, grid.column(box.x1) - column)
    lines = tuple(within(line, box.x0 + _PADDING, box.x1 - _PADDING) for line in group_lines(words, page))
    turned = sorted((word for word in words if word.turned), key=lambda word: (round(word.x0), -word.y))
    return Slot(column, span, box.x1 - box.x0, lines, tuple(turned), page)


def _filled(slots: Sequence[Slot], count: int) -> tuple[Slot, ...]:
    """A row with an empty slot in every column that a cell from the row above reaches down into."""
    row: list[Slot] = []
    at = 0
    for slot in sorted(slots, key=lambda slot: slot.column):
        row.extend(Slot(column, 1, 0.0) for column in range(at, slot.column))
        if slot.column >= at:
            row.append(slot)
            at = slot.column + slot.span
    row.extend(Slot(column, 1, 0.0) for column in range(at, count))
    return tuple(row)


def head_row(line: Line, region: Region) -> tuple[Slot, ...] | None:
    """The line cut at the table's columns, where it reads as their heads: in all columns but one, and across no edge."""
    cells: list[list[Word]] = [[] for _ in region.columns[1:]]
    for word in line.words:
        at = next((at for at, edge in enumerate(region.columns[1:]) if word.x1 <= edge), None)
        if at is None or word.x0 < region.columns[at] - 1:
            return None
        cells[at].append(word)
    if len(cells) < 3 or sum(map(bool, cells)) < len(cells) - 1:
        return None
    return tuple(Slot(at, 1, 0.0, (make_line(words, line.page),) if words else ()) for at, words in enumerate(cells))


def trimmed(region: Region) -> Region:
    """The region without columns and rows in which nothing is printed (double rules, ornaments)."""
    kept = [
        at for at in range(len(region.columns) - 1) if any(slot.column == at and _has_text(slot) for row in region.rows for slot in row)
    ]
    rows = tuple(tuple(slot for slot in row if slot.column in kept) for row in region.rows if any(map(_has_text, row)))
    if len(kept) == len(region.columns) - 1:
        return replace(region, rows=rows)
    edges = tuple(region.columns[at] for at in kept) + region.columns[-1:]
    moved = tuple(
        tuple(
            replace(slot, column=kept.index(slot.column), span=sum(1 for at in kept if slot.column <= at < slot.column + slot.span))
            for slot in row
        )
        for row in rows
    )
    return replace(region, rows=moved, columns=edges)


def _has_text(slot: Slot) -> bool:
    return bool(slot.lines or slot.turned)


def carried_on(region: Region, after: Region) -> Region | None:
    """Both as one where ``after`` goes on with ``region``: same columns; a repeated head dropped, a row cut by the page break mended."""
    if not region.like(after) or not after.rows or not region.rows:
        return None
    rows = after.rows
    if after.page != region.page and _row_text(rows[0]) == _row_text(region.rows[0]):
        rows = rows[1:]
    if after.page != region.page and rows and _goes_on(region.rows[-1], rows[0]):
        end = max((line.page, line.y) for slot in region.rows[-1] for line in slot.lines)
        mended = tuple(_mended(slot, more, end) for slot, more in zip(region.rows[-1], rows[0], strict=True))
        return replace(region, bottom=after.bottom, rows=(*region.rows[:-1], mended, *rows[1:]))
    return replace(region, bottom=after.bottom, rows=region.rows + rows)


def _goes_on(last: tuple[Slot, ...], first: tuple[Slot, ...]) -> bool:
    """Whether the first row overleaf is the rest of the row above: nothing in its leading cell, and prose or a text cut off."""
    if [slot.span for slot in last] != [slot.span for slot in first] or first[0].lines:
        return False
    pairs = [(above, below) for above, below in zip(last, first, strict=True) if above.lines and below.lines]
    prose = any(len(above.lines) > 3 for above, _ in pairs)
    return prose or any(below.lines[0].text[0].islower() or _UNFINISHED.search(above.lines[-1].text) for above, below in pairs)


def _mended(slot: Slot, more: Slot, end: tuple[int, float]) -> Slot:
    """The cell with its rest from overleaf; only a text that reached the row's ``end`` (page, baseline) can have been cut in two."""
    last = slot.lines[-1] if slot.lines else None
    ended = last is not None and (last.page, last.y + _WIDOW * last.size) < end
    return replace(slot, lines=slot.lines + more.lines, breaks=(*slot.breaks, len(slot.lines)) if ended else slot.breaks)


def _row_text(row: Iterable[Slot]) -> str:
    return "|".join(" ".join(line.text for line in slot.lines) for slot in row)


def table_rows(region: Region, kind: Type) -> list[Row]:
    """The region as rows of cells of paragraphs."""
    return [Row(tuple(_cell(slot, kind) for slot in row)) for row in region.rows]


def _cell(slot: Slot, kind: Type) -> Cell:
    parts = itertools.pairwise((0, *slot.breaks, len(slot.lines)))
    paras = tuple(para for start, end in parts for para, _ in paragraphs(slot.lines[start:end], kind))
    if slot.turned:
        paras = (*paras, Para(" ".join(word.text for word in slot.turned), page=slot.page))
    whole = " ".join(para.text for para in paras)
    date = _STACKED_DATE.fullmatch(whole)
    if date:
        paras = (paras[0]._replace(text=whole.replace(" ", ""), bold=()),)
    return Cell(paras, slot.span, slot.width)
