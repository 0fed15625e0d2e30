"""Ruled tables of a PDF page: drawn lines read through pypdfium2, put together to cells by pdfplumber's table finder.

pdfplumber's own reading of a page takes a tenth of a second, nearly all of it for characters; given only the lines,
its finder needs a few milliseconds. The rules it follows: snap lines within 3 points of each other, join what is
3 points apart, take the smallest rectangles between crossings as cells, and cells that share a corner as one table.
A row that a page break cuts is often drawn without a rule there; its open end is closed before the finder looks.
"""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from minutes_miner.ingest.pdf_words import Frame

_THIN = 3.0  # points: a filled rectangle no thicker than this is a line (Word draws borders so)
_SHORT = 4.0  # points: shorter marks are glyphs of a picture or dots, not borders
_SNAP = 3.0
_SIDES = 3  # uprights that end level with each other: two columns; two alone may be brackets or the sides of a picture
_SEGMENTS = 400  # a path of more segments is a drawing or a map, not a grid
_LEVELS = 3  # forms within forms that are looked into


class Box(NamedTuple):
    """A rectangle in points from the page's top left."""

    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies inside."""
        return self.x0 <= x < self.x1 and self.top <= y < self.bottom


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table on one page: rows of cells. A row's cells touch; ``columns`` are the left edges met, and the last right one."""

    box: Box
    columns: tuple[float, ...]
    rows: tuple[tuple[Box, ...], ...]

    def column(self, x: float) -> int:
        """The number of the column edge nearest to ``x``."""
        return min(range(len(self.columns)), key=lambda n: abs(self.columns[n] - x))


def page_grids(page: Any, frame: Frame, *, object_limit: int) -> tuple[list[Grid], bool]:
    """The ruled tables of a pypdfium2 page, top first, and whether the page was left out for drawing more than ``object_limit`` things."""
    import pypdfium2.raw as pdfium

    if pdfium.FPDFPage_CountObjects(page.raw) > object_limit:
        return [], True
    edges = list(itertools.islice(_page_edges(page, frame), object_limit))
    if sum(1 for edge in edges if edge["orientation"] == "v") < 2:  # a table has two sides; underlines alone make none
        return [], False
    return _grids(edges, object_limit=object_limit)


def _grids(edges: list[dict[str, Any]], *, object_limit: int) -> tuple[list[Grid], bool]:
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    merged = [
        edge
        for edge in merge_edges(edges, _SNAP, _SNAP, _SNAP, _SNAP)
        if max(edge["x1"] - edge["x0"], edge["bottom"] - edge["top"]) > _SHORT
    ]
    if _too_many(merged, object_limit):
        return [], True
    merged += list(_missing_rules(merged))
    if _too_many(merged, object_limit):
        return [], True
    cells = intersections_to_cells(edges_to_intersections(merged, _SNAP, _SNAP))
    grids = [grid for table in cells_to_tables(cells) for grid in _table_grids([Box(*map(float, cell)) for cell in table])]
    return sorted(grids, key=lambda grid: (grid.box.top, grid.box.x0)), False


def _too_many(edges: Sequence[dict[str, Any]], object_limit: int) -> bool:
    """Whether comparing each upright with each level line, as the finder does, would take more than about a second."""
    upright = sum(1 for edge in edges if edge["orientation"] == "v")
    return upright * (len(edges) - upright) > object_limit * 3


def _missing_rules(edges: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A level line for every place where the sides of columns end together and nothing is drawn across them: a page break cut the row."""
    from pdfplumber.utils.clustering import cluster_objects

    uprights = [edge for edge in edges if edge["orientation"] == "v"]
    levels = [edge for edge in edges if edge["orientation"] == "h"]
    for end in ("top", "bottom"):
        for group in cluster_objects(uprights, end, _SNAP):
            if len(group) < _SIDES:
                continue
            y, left, right = group[0][end], min(edge["x0"] for edge in group), max(edge["x1"] for edge in group)
            drawn = any(abs(rule["top"] - y) <= _SNAP and rule["x0"] < right and rule["x1"] > left for rule in levels)
            if not drawn:
                yield _edge("h", Box(left, y, right, y))


def _table_grids(cells: list[Box]) -> Iterator[Grid]:
    """One table's cells as rows; parted where the columns change wholly (a key/value head that touches the table below it)."""
    rows: list[tuple[Box, ...]] = []
    inner: set[int] = set()
    left = min(cell.x0 for cell in cells)
    by_top = sorted(cells, key=lambda cell: (cell.top, cell.x0))
    for _, group in itertools.groupby(by_top, key=lambda cell: cell.top):
        row = tuple(group)
        own = {round(cell.x0) for cell in row if cell.x0 > left + _SNAP}
        if rows and own and inner and not own & inner:
            yield _grid(rows)
            rows, inner = [], set()
        inner |= own
        rows.append(row)
    yield _grid(rows)


def _grid(rows: list[tuple[Box, ...]]) -> Grid:
    cells = [cell for row in rows for cell in row]
    right, bottom = max(cell.x1 for cell in cells), max(cell.bottom for cell in cells)
    columns: list[float] = []
    for x in sorted({cell.x0 for cell in cells} | {right}):
        if not columns or x - columns[-1] > _SNAP:
            columns.append(x)
    return Grid(Box(columns[0], rows[0][0].top, right, bottom), tuple(columns), tuple(rows))


def _page_edges(page: Any, frame: Frame) -> Iterator[dict[str, Any]]:
    """The page's level and upright lines in the form that pdfplumber's table functions take."""
    for x0, y0, x1, y1 in _lines(page.raw, None, 0):
        (left, top), (right, bottom) = frame.place(x0, y0), frame.place(x1, y1)
        left, right, top, bottom = min(left, right), max(left, right), min(top, bottom), max(top, bottom)
        if bottom - top <= _THIN < right - left:
            middle = (top + bottom) / 2
            yield _edge("h", Box(left, middle, right, middle))
        elif right - left <= _THIN < bottom - top:
            middle = (left + right) / 2
            yield _edge("v", Box(middle, top, middle, bottom))


def _edge(orientation: str, box: Box) -> dict[str, Any]:
    return {"orientation": orientation, **box._asdict(), "width": box.x1 - box.x0, "height": box.bottom - box.top}


def _lines(holder: Any, matrix: Any, depth: int) -> Iterator[tuple[float, float, float, float]]:
    """Lines drawn by a page or a form object, as corner points in page space."""
    import pypdfium2.raw as pdfium

    count, get = (
        (pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject)
        if depth == 0
        else (pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject)
    )
    for at in range(count(holder)):
        obj = get(holder, at)
        kind = pdfium.FPDFPageObj_GetType(obj)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            for line in _path_lines(obj):
                yield _moved(line, matrix) if matrix else line
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _LEVELS and matrix is None:
            own = pdfium.FS_MATRIX()
            pdfium.FPDFPageObj_GetMatrix(obj, ctypes.byref(own))
            yield from _lines(obj, own, depth + 1)


def _moved(line: tuple[float, float, float, float], matrix: Any) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = line
    return (
        matrix.a * x0 + matrix.c * y0 + matrix.e,
        matrix.b * x0 + matrix.d * y0 + matrix.f,
        matrix.a * x1 + matrix.c * y1 + matrix.e,
        matrix.b * x1 + matrix.d * y1 + matrix.f,
    )


def _path_lines(path: Any) -> Iterator[tuple[float, float, float, float]]:
    """A thin path as one line; a drawn outline or grid as its strokes; a filled area as nothing (it is a background)."""
    import pypdfium2.raw as pdfium

    bounds = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(path, *map(ctypes.byref, bounds)):
        return
    x0, y0, x1, y1 = (bound.value for bound in bounds)
    if x1 - x0 <= _THIN or y1 - y0 <= _THIN:
        yield x0, y0, x1, y1
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    if 1 < pdfium.FPDFPath_CountSegments(path) <= _SEGMENTS and (stroke.value or pdfium.FPDFPath_CountSegments(path) > 5):
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(path, ctypes.byref(matrix))
        for line in _strokes(path):
            yield _moved(line, matrix)


def _strokes(path: Any) -> Iterator[tuple[float, float, float, float]]:
    """Each straight piece of a path, in its own space."""
    import pypdfium2.raw as pdfium

    x, y = ctypes.c_float(), ctypes.c_float()
    start = here = (0.0, 0.0)
    for at in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        kind, point = pdfium.FPDFPathSegment_GetType(segment), (x.value, y.value)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield (*here, *point)
        here = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield (*here, *start)
