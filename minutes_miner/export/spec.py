"""What a table is: columns that know how to read a row, and the rows read. Workbook, CSV, Parquet and frames share it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Generic, TypeVar

from minutes_miner.model import Ledger, Meeting, Outcome
from minutes_miner.statuskey import StatusKey, status_key

Cell = str | int | float | bool | date | None
Row = TypeVar("Row")


@dataclass(frozen=True)
class Register:
    """All that is handed out at once: the meetings, the ledger where actions were followed, and how each source ended."""

    meetings: Sequence[Meeting]
    ledger: Ledger | None = None
    outcomes: Sequence[Outcome] = ()
    files: Mapping[str, str] = field(default_factory=dict)  # where each source lies, so that a workbook can link to it
    key: StatusKey = field(default_factory=status_key)  # the council's words and colours for how an action stands
    rules: Path | None = None  # the folder of rules laid over the shipped ones, which tell a promise in an answer


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: ``key`` for programs, ``heading`` for people, and ``value``, which reads the cell from a row.

    ``kind`` is "text", "date", "day" (an ISO date or another word), "number" (whole), "decimal", "bool" or "link" (an address or a
    path). ``width`` is in characters. ``detail`` marks columns that say where a value was found: a workbook keeps them out of print,
    as it does those that are ``edited``: an officer writes in them. ``choices`` are the words that such a cell may hold. A ``hidden``
    column is for the program.
    """

    key: str
    heading: str
    width: int
    value: Callable[[Row], Cell]
    kind: str = "text"
    wrap: bool = False
    detail: bool = False
    edited: bool = False
    choices: tuple[str, ...] = ()
    hidden: bool = False

    @property
    def printed(self) -> bool:
        """Whether the column stands on paper."""
        return not (self.detail or self.edited or self.hidden)


@dataclass(frozen=True)
class Table:
    """A table filled: ``name`` in snake_case for files, ``title`` for people, and one tuple of cells per row in column order."""

    name: str
    title: str
    columns: tuple[Column[Any], ...]
    rows: tuple[tuple[Cell, ...], ...] = field(repr=False)

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns' keys, in order."""
        return tuple(column.key for column in self.columns)

    def column(self, key: str) -> list[Cell]:
        """The cells of the column ``key``, from the first row to the last."""
        place = self.keys.index(key)
        return [row[place] for row in self.rows]


def fill(name: str, title: str, columns: Sequence[Column[Row]], rows: Iterable[Row]) -> Table:
    """The table of ``rows`` read through ``columns``."""
    readers = [column.value for column in columns]
    return Table(name, title, tuple(columns), tuple(tuple(read(row) for read in readers) for row in rows))
