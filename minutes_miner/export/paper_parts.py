"""What a paper is made of, whatever it is printed as: headings, sentences and tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Cell:
    """The lines of a cell, the first the most telling unless they are ``alike``; ``colour`` is one of the council's key."""

    lines: tuple[str, ...]
    colour: str | None = None
    alike: bool = False


@dataclass(frozen=True)
class Column:
    """A heading and how wide its column is on A4 across, in centimetres."""

    heading: str
    width: float


@dataclass(frozen=True)
class Grid:
    """A table with its caption; the first cell of a row names it."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Section:
    """A heading (none where the paper is of one body), a sentence on what follows, and tables."""

    heading: str | None
    said: str
    grids: tuple[Grid, ...]


@dataclass(frozen=True)
class Paper:
    """A paper: its title, the lines beneath it, and its sections."""

    title: str
    beneath: tuple[str, ...]
    as_of: date
    sections: tuple[Section, ...]
