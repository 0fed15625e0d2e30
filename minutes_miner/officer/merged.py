"""Merged cells of a workbook: only the first cell of them holds what is written there."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Area = tuple[int, int, int, int]  # first and last row, first and last column, rows counted from 1 and columns from 0
_MERGED = re.compile(rb'<mergeCell [^>]*?ref="([A-Z]+[0-9]+:[A-Z]+[0-9]+)"')


def merged_areas(path: Path, sheet: Any) -> tuple[Area, ...]:
    """The merged cells of a sheet of ``path``, which openpyxl passes over where it reads a sheet as a stream."""
    from openpyxl.utils import range_boundaries

    part = str(getattr(sheet, "_worksheet_path", "")).lstrip("/")
    with zipfile.ZipFile(path) as book:
        found = _MERGED.findall(book.read(part)) if part in book.namelist() else []
    bounds = (range_boundaries(area.decode()) for area in found)
    return tuple((int(top or 0), int(bottom or 0), int(left or 1) - 1, int(right or 1) - 1) for left, top, right, bottom in bounds)


def is_covered(areas: Iterable[Area], row: int, column: int) -> bool:
    """Whether a cell is merged into another one, above it or to its left."""
    return any(top <= row <= bottom and left <= column <= right and (row, column) != (top, left) for top, bottom, left, right in areas)
