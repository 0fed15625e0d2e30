"""One gap open down the page: newspaper columns, read one after the other, or titles beside their discussion, read as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from minutes_miner.ingest.pdf_columns import agreeing, cut, slot_of, still_open
from minutes_miner.ingest.pdf_lines import Gap, Line, gaps, within
from minutes_miner.ingest.pdf_tables import Flow, Region

_OPEN = 0.8  # letter sizes: columns are set closer than cells
_LINES = 6  # fewer lines beside each other are a masthead or a list
_PROSE = 0.6  # share of its column's width that a line of prose fills at the least, half of the time
_NARROW = 40.0  # points: a left column of less is list numbers


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Lines [start, end) that leave one gap open, and their parts on either side of it."""

    start: int
    end: int
    gap: Gap
    left: tuple[Line, ...]
    right: tuple[Line, ...]


def part_columns(parts: Sequence[Flow]) -> list[Flow]:
    """The page's parts with columns taken apart."""
    flow: list[Flow] = []
    for is_line, group in groupby(parts, key=lambda part: isinstance(part, Line) and not part.role):
        own = list(group)
        flow.extend(_parted([part for part in own if isinstance(part, Line)]) if is_line else own)
    return flow


def _parted(lines: Sequence[Line]) -> Iterator[Flow]:
    at = 0
    if sum(1 for line in lines if gaps(line, _OPEN)) < _LINES // 2:
        yield from lines
        return
    for stretch in _stretches(lines):
        yield from lines[at : stretch.start]
        yield from _in_order(stretch)
        at = stretch.end
    yield from lines[at:]


def _stretches(lines: Sequence[Line]) -> Iterator[_Stretch]:
    """From the top, every stretch that is columns."""
    at = 0
    while at < len(lines):
        found = None
        for gap in gaps(lines[at], _OPEN):
            found = _stretch(lines, at, gap)
            if found:
                break
        if found:
            yield found
        at = found.end if found else at + 1


def _stretch(lines: Sequence[Line], at: int, gap: Gap) -> _Stretch | None:
    """The lines above and below that leave the gap open, where they are columns."""
    start, end, size = at, at + 1, lines[at].size
    while end < len(lines) and (kept := still_open([gap], lines[end], least=0.6)):
        gap, end = kept[0], end + 1
    while start > 0 and lines[start].y - lines[start - 1].y < 2.5 * size and (kept := still_open([gap], lines[start - 1], least=0.6)):
        gap, start = kept[0], start - 1
    middle = (gap[0] + gap[1]) / 2
    halves = [cut(line, [middle]) for line in lines[start:end]]
    left = tuple(half[0] for half in halves if half[0])
    right = tuple(half[1] for half in halves if half[1])
    stretch = _Stretch(start, end, gap, left, right)
    return stretch if len(right) >= _LINES and len(left) >= 2 and _are_columns(stretch) else None


def _are_columns(stretch: _Stretch) -> bool:
    starts = [line.x0 for line in stretch.right]
    wide = stretch.gap[0] - min(line.x0 for line in stretch.left) >= _NARROW
    return wide and agreeing(starts) >= 0.6 * len(starts) and _is_prose(stretch.right)


def _is_prose(lines: Sequence[Line]) -> bool:
    """Whether the lines mostly fill their column."""
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    return (
        right > left
        and median((line.x1 - line.x0) / (right - left) for line in lines) >= _PROSE
        and median(len(line.words) for line in lines) >= 3
    )


def _in_order(stretch: _Stretch) -> Iterator[Flow]:
    """Both columns of prose one after the other; or a table of titles and their discussion."""
    columns = (min(line.x0 for line in stretch.left), min(line.x0 for line in stretch.right), max(line.x1 for line in stretch.right))
    if len(stretch.left) >= max(_LINES, 0.5 * len(stretch.right)) and _is_prose(stretch.left):
        yield from (within(line, columns[0], stretch.gap[0]) for line in stretch.left)
        yield from (within(line, columns[1], columns[2]) for line in stretch.right)
        return
    rows = []
    starts = _title_tops(stretch.left)
    tops = ([float("-inf")] if stretch.right[0].y < starts[0] - 1 else []) + starts
    for top, below in zip(tops, [*tops[1:], float("inf")], strict=True):
        beside = [[line for line in side if top - 1 <= line.y < below - 1] for side in (stretch.left, stretch.right)]
        rows.append(tuple(slot_of(at, lines, columns) for at, lines in enumerate(beside)))
    lines = stretch.left + stretch.right
    yield Region(lines[0].page, min(line.y for line in lines), max(line.y for line in lines), columns, tuple(rows))


def _title_tops(lines: Sequence[Line]) -> list[float]:
    """Where each title of the left column begins: after more than a line's distance from the one above."""
    steps = [b.y - a.y for a, b in pairwise(lines)]
    return [lines[0].y] + [line.y for line, step in zip(lines[1:], steps, strict=True) if step > 1.6 * line.size]
