"""HTML tables as rows of cells of paragraphs: merged cells once, headings marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from minutes_miner.ingest.flow import Flow
from minutes_miner.ingest.layout import Cell, Para, Row

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WIDEST = 100  # columns or rows that one cell may cover, and columns that cells from above may fill; more is a slip or an attack


def table_rows(table: Element) -> list[Row] | None:
    """The table's rows; None where it only holds other blocks (a table inside it, or a single column)."""
    if table.find(".//table") is not None:
        return None
    covered: dict[int, int] = {}  # column -> rows further down that a cell from above covers
    paras_of = _cell_reader()
    rows = [_row(line, covered, paras_of) for line in table.iter("tr")]
    return rows if any(len(row.cells) > 1 for row in rows) else None


def _row(line: Element, covered: dict[int, int], paras_of: Callable[[Element], tuple[Para, ...]]) -> Row:
    cells: list[Cell] = []
    column = 0
    headings = True
    for element in line.iterchildren("td", "th"):
        column = _skip_covered(cells, column, covered)
        span = _count(element, "colspan")
        below = _count(element, "rowspan") - 1
        if below:
            covered.update(dict.fromkeys(range(column, min(column + span, _WIDEST)), below))
        cells.append(Cell(paras_of(element), span))
        headings = headings and element.tag == "th"
        column += span
    _skip_covered(cells, column, covered)
    return Row(tuple(cells), header=bool(cells) and (headings or line.getparent().tag == "thead"))


def _skip_covered(cells: list[Cell], column: int, covered: dict[int, int]) -> int:
    """Put an empty cell where one from above reaches down, so that columns stay in line; the next free column."""
    while covered.get(column):
        covered[column] -= 1
        cells.append(Cell())
        column += 1
    return column


def _count(element: Element, name: str) -> int:
    value = (element.get(name) or "").strip()
    return min(max(int(value), 1), _WIDEST) if value.isdecimal() else 1


def _cell_reader() -> Callable[[Element], tuple[Para, ...]]:
    """What reads the paragraphs of a table's cells, one cell after the other."""
    paras: list[Para] = []
    flow = Flow(lambda para, _: paras.append(para), lambda *_: False)

    def read(cell: Element) -> tuple[Para, ...]:
        paras.clear()
        flow.read(cell)
        return tuple(paras)

    return read
