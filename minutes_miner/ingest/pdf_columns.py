"""Columns without rules: gaps that stay open over many lines, what stands on either side, and marks in the right margin."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from minutes_miner.ingest.pdf_lines import Gap, Line, gaps, make_line, within
from minutes_miner.ingest.pdf_tables import Flow, Region, Slot
from minutes_miner.text import split_label

_WIDE = 1.2  # letter sizes: a gap between cells of a row; spaces of a justified line seldom reach it
_TABLE_LINES = 3  # two lines may share their gaps by chance
_LOOK_BACK = 12  # lines whose distances tell how far apart rows are
_ALIGNED = 2.5  # points by which the cells of a column may start or end apart


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines that leave the same gaps open: positions [start, end) and the gaps."""

    start: int
    end: int
    gaps: tuple[Gap, ...]


def gap_tables(lines: Sequence[Line], overleaf: Region | None = None) -> list[Flow]:
    """The lines, with every run of lines that share two gaps or more put together to a table.

    Lines at the page's top that keep to the columns of ``overleaf``, the table at the end of the page before, go on with it.
    """
    found: list[Flow] = []
    at = _carried(lines, overleaf.columns) if overleaf else 0
    if at and overleaf:
        found.append(_region(lines[:at], [(x - _ALIGNED, x) for x in overleaf.columns[1:-1]], overleaf.columns))
    while at < len(lines):
        run = _run(lines, at) if len(gaps(lines[at], _WIDE)) > 1 else None
        if run:
            found.append(_region(lines[run.start : run.end], run.gaps, None))
            at = run.end
        else:
            found.append(lines[at])
            at += 1
    return found


def _run(lines: Sequence[Line], start: int) -> _Run | None:
    """The longest run from ``start`` on whose lines keep at least two gaps open, if it is long enough and its cells line up."""
    shared = gaps(lines[start], _WIDE)
    end = start + 1
    while end < len(lines) and _near(lines[max(start, end - _LOOK_BACK) : end + 1]):
        kept = still_open(shared, lines[end])
        if len(kept) < 2 or (len(kept) < len(shared) and end - start >= 2 * _TABLE_LINES):
            break
        shared, end = kept, end + 1
    parted = [any(_sides(line, gap) == (True, True) for gap in shared) for line in lines[start:end]]
    while not parted[end - start - 1] and lines[end - 1].y - lines[end - 2].y > 1.4 * lines[end - 1].size:
        end -= 1  # a line of one column below the last row, and not its text running on, comes after the table
    lined_up = all(_lines_up(lines[start:end], gap) for gap in shared)
    return _Run(start, end, tuple(shared)) if sum(parted) >= _TABLE_LINES and lined_up else None


def _carried(lines: Sequence[Line], columns: Sequence[float]) -> int:
    """How many lines from the first on keep to the columns; 0 unless one of them has words in two."""
    shared = [(x - 2 * _ALIGNED, x - _ALIGNED) for x in columns[1:-1]]
    end = 0
    while end < len(lines) and len(still_open(shared, lines[end], least=0.1)) == len(shared):
        end += 1
    return end if end and len(shared) > 1 and any(_sides(line, gap) == (True, True) for line in lines[:end] for gap in shared) else 0


def _near(lines: Sequence[Line]) -> bool:
    """Whether the last line stands as near the one above it as rows do.

    Rows are up to three lines apart; where no cell so far has run over lines, the distance stays about the same.
    """
    steps = [b.y - a.y for a, b in itertools.pairwise(lines)]
    return steps[-1] < 3.2 * lines[0].size and (
        len(steps) < _TABLE_LINES or steps[-1] < 1.6 * median(steps[:-1]) or any(not gaps(line, _WIDE) for line in lines[:-1])
    )


def still_open(shared: Sequence[Gap], line: Line, *, least: float = 0.5) -> list[Gap]:
    """The gaps narrowed to what the line leaves open; those left with less than ``least`` letter sizes are gone."""
    kept: list[Gap] = []
    for left, right in shared:
        for word in line.words:
            if word.x1 <= left or word.x0 >= right:
                continue
            left, right = (left, word.x0) if word.x0 - left > right - word.x1 else (word.x1, right)
        if right - left >= least * line.size:
            kept.append((left, right))
    return kept


def _sides(line: Line, gap: Gap) -> tuple[bool, bool]:
    """Whether a line has words left and right of a gap."""
    return line.x0 < gap[0] + 1, line.x1 > gap[1] - 1


def _lines_up(lines: Sequence[Line], gap: Gap) -> bool:
    """Whether the words after the gap begin, end or centre below each other in most lines: a table does, loose prose does not."""
    cells = [[word for word in line.words if word.x0 >= gap[1] - 1] for line in lines]
    starts = [cell[0] for cell in cells if cell]
    places = ([word.x0 for word in starts], [word.x1 for word in starts], [(word.x0 + word.x1) / 2 for word in starts])
    return any(agreeing(values) >= max(_TABLE_LINES - 1, 0.6 * len(values)) for values in places)


def agreeing(values: Sequence[float]) -> int:
    """How many of the values lie together."""
    return max((sum(1 for other in values if abs(other - value) <= _ALIGNED) for value in values), default=0)


def _region(lines: Sequence[Line], shared: Sequence[Gap], columns: Sequence[float] | None) -> Region:
    """A table of the lines cut at the gaps, in given columns or in its own."""
    middles = [(left + right) / 2 for left, right in shared]
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    edges = tuple(columns or (left, *(gap[1] for gap in shared), right))
    rows: list[list[list[Line]]] = []
    for cells, starts in _rows(lines, middles, least=1 if columns else 2):
        if starts:
            rows.append([[] for _ in cells])
        for own, cell in zip(rows[-1], cells, strict=True):
            if cell is not None:
                own.append(cell)
    slots = tuple(tuple(slot_of(at, cell, edges) for at, cell in enumerate(row)) for row in rows)
    return Region(lines[0].page, lines[0].y, lines[-1].y, edges, slots)


def _rows(lines: Sequence[Line], middles: Sequence[float], *, least: int) -> Iterator[tuple[list[Line | None], bool]]:
    """Each line's cells, and whether it begins a row: where the leading cell is filled, and not by a text that runs over lines.

    A first column filled less than ``least`` times leads nothing ("Present", beside a list of names); the second does then.
    """
    cut_lines = [cut(line, middles) for line in lines]
    leading = 0 if sum(cells[0] is not None for cells in cut_lines) >= least else 1
    usual = median([b.y - a.y for a, b in itertools.pairwise(lines)] or [0.0])
    edge = max((cell.x1 for cells in cut_lines if (cell := cells[leading])), default=0.0)
    # Where most lines fill every cell, each is a row of its own: a list, not texts that run over lines.
    listed = sum(None not in cells[leading:] for cells in cut_lines) >= 0.6 * len(lines)
    before: list[Line | None] = []
    for at, cells in enumerate(cut_lines):
        first = cells[leading]
        wide = at > 0 and lines[at].y - lines[at - 1].y > 1.25 * usual
        yield cells, not before or (first is not None and (wide or listed or not _runs_over(before, cells, leading, edge)))
        before = cells


def _runs_over(above: Sequence[Line | None], cells: Sequence[Line | None], leading: int, edge: float) -> bool:
    """Whether the leading cell goes on with the one above: in small letters, or where that one had no room for the next word."""
    last, first = above[leading], cells[leading]
    if last is None or first is None or sum(cell is not None for cell in cells) > sum(cell is not None for cell in above):
        return False
    if split_label(first.text)[0] or first.text[0].isdigit():
        return False
    full = last.x1 + first.words[0].x1 - first.x0 + 0.3 * first.size > edge + 1
    return first.text[0].islower() or (full and all(cell is None for cell in cells[leading + 2 :]))


def slot_of(column: int, lines: Sequence[Line], columns: Sequence[float]) -> Slot:
    """The lines as a cell of the column whose left edges (and the last right one) are ``columns``."""
    right = columns[column + 1]
    return Slot(column, 1, right - columns[column], tuple(within(line, columns[column], right) for line in lines))


def cut(line: Line, middles: Sequence[float]) -> list[Line | None]:
    """A line's parts between the cutting places; None where a part is empty."""
    edges = [float("-inf"), *middles, float("inf")]
    parts: list[Line | None] = []
    for left, right in itertools.pairwise(edges):
        words = [word for word in line.words if left <= word.x0 < right]
        parts.append(make_line(words, line.page) if words else None)
    return parts
