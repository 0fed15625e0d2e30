"""Marks by which a workbook that comes back shows which of its cells were changed: the hidden key of a row keeps those of its cells."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from zlib import crc32

from minutes_miner.text import fold

_FIGURES = 4  # hexadecimal: of 65,536 changes one goes unseen
_LONGEST = 30_000  # characters: what follows may be cut to what a cell holds


def marks_of(cells: Mapping[str, object]) -> str:
    """The marks of a row's cells, by heading, as one word."""
    return "".join(_of_heading(heading) + mark(value) for heading, value in cells.items())


def read_marks(word: str) -> dict[str, str]:
    """The mark of each cell's value by that of its heading."""
    size = 2 * _FIGURES
    pairs = (word[start : start + size] for start in range(0, len(word), size))
    return {pair[:_FIGURES]: pair[_FIGURES:] for pair in pairs}


def mark(value: object) -> str:
    """The same for a value as it is written and as it is read back, in whatever program it was saved."""
    if value is None:
        return "0" * _FIGURES  # as of an empty text
    return f"{crc32(_plain(value).encode(errors='replace')) & 0xFFFF:04x}"


@lru_cache(maxsize=256)
def _of_heading(heading: str) -> str:
    return mark(heading)


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float):
        return f"{value:.6g}"
    text = fold(str(value))[:_LONGEST].replace(" ", "")
    return text if text.isprintable() else "".join(filter(str.isprintable, text))
