"""Pages put in reading order: furniture out, tables and columns taken apart, lines told their column's edges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from minutes_miner.ingest.pdf_columns import gap_tables
from minutes_miner.ingest.pdf_file import Page
from minutes_miner.ingest.pdf_furniture import furniture
from minutes_miner.ingest.pdf_gutters import part_columns
from minutes_miner.ingest.pdf_lines import Line, group_lines, within
from minutes_miner.ingest.pdf_margin import set_marks_apart
from minutes_miner.ingest.pdf_tables import Flow, Region, carried_on, head_row, ruled_region, same_columns, trimmed


@dataclass(frozen=True, slots=True)
class Reading:
    """The document's lines and tables in reading order, and the running header that was taken out of them."""

    flow: list[Flow]
    header: str


def in_reading_order(pages: Sequence[Page]) -> Reading:
    """The whole document as one flow."""
    regions, free = [], []
    for page in pages:
        tables, lines = _with_heads(*_tables_and_lines(page, pages))
        regions.append(tables)
        free.append(lines)
    out = furniture(free, [page.height for page in pages])
    header = _header(free, out, [page.height for page in pages])
    lines_left = [[line for at, line in enumerate(lines) if (number, at) not in out] for number, lines in enumerate(free)]
    width = max((page.width for page in pages), default=0.0)
    flows: list[list[Flow]] = []
    for lines, tables in zip(lines_left, regions, strict=True):
        last = flows[-1][-1] if flows and flows[-1] else None
        parts = gap_tables(lines, last if isinstance(last, Region) else None)
        flows.append(_woven(part_columns(parts), tables))
    marked = set_marks_apart(flows, width)
    whole = (trimmed(part) if isinstance(part, Region) else part for part in _joined(_with_edges(marked)))
    return Reading(list(whole), header)


def _tables_and_lines(page: Page, pages: Sequence[Page]) -> tuple[list[Region], list[Line]]:
    """The page's ruled tables, and the lines outside them."""
    regions: list[Region] = []
    words = page.words
    for grid in page.grids:
        region, used = ruled_region(grid, words, page.number)
        # One column of text is a box around it, unless its sides are those of a table on another page that goes on here.
        if len(trimmed(region).columns) > 2 or any(
            other is not grid and same_columns(other.columns, grid.columns) for near in pages for other in near.grids
        ):
            regions.append(region)
            words = [word for word in words if word not in used]
    return regions, group_lines(words, page.number)


def _with_heads(regions: list[Region], lines: list[Line]) -> tuple[list[Region], list[Line]]:
    """The tables with a line of column heads that stands just above their frame taken in as a row."""
    for at, region in enumerate(regions):
        above = [line for line in lines if 0 < region.top - line.y + line.size / 2 < 2.2 * line.size]
        row = head_row(above[-1], region) if above else None
        if row:
            regions[at] = replace(region, rows=(row, *region.rows))
            lines = [line for line in lines if line is not above[-1]]
    return regions, lines


def _header(pages: Sequence[Sequence[Line]], out: set[tuple[int, int]], heights: Sequence[float]) -> str:
    """The words of the running header, from the first page that has one."""
    tops = [
        (number, at) for number, at in sorted(out) if pages[number][at].y < heights[number] / 2 and pages[number][at].text.upper().isupper()
    ]
    first = min((number for number, _ in tops), default=0)
    return " ".join(pages[number][at].text for number, at in tops if number == first)


def _woven(parts: Sequence[Flow], tables: Sequence[Region]) -> list[Flow]:
    """Lines and tables of a page from top to bottom. The order among ``parts`` stays."""
    woven: list[Flow] = []
    waiting = list(tables)
    for part in parts:
        top = part.y if isinstance(part, Line) else part.top
        while waiting and waiting[0].top < top:
            woven.append(waiting.pop(0))
        woven.append(part)
    return woven + waiting


def _with_edges(pages: Sequence[Sequence[Flow]]) -> Iterator[Flow]:
    """The flow, each line that has no column of its own given the document's text edges."""
    lines = [part for page in pages for part in page if isinstance(part, Line) and not part.right and not part.role]
    ends = sorted(line.x1 for line in lines)
    starts = sorted(line.x0 for line in lines)
    # The outer twentieth is left off: a heading or a table may stand out of the text's column.
    left, right = (starts[len(starts) // 20], ends[-1 - len(ends) // 20]) if lines else (0.0, 0.0)
    for page in pages:
        for part in page:
            yield within(part, left, right) if isinstance(part, Line) and not part.right else part


def _joined(flow: Iterator[Flow]) -> Iterator[Flow]:
    """The flow with tables that go on after a page break, or after a gap, put together."""
    held: Region | None = None
    for part in flow:
        if isinstance(part, Region) and held is not None:
            whole = carried_on(held, part)
            if whole is None:
                yield held
            held = whole or part
        elif isinstance(part, Region):
            held = part
        else:
            if held is not None:
                yield held
                held = None
            yield part
    if held is not None:
        yield held
