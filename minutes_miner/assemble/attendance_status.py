"""Tables of people with a column that says how each attended: "Name | Role | Attended", with "Yes", "Apologies", a tick below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from minutes_miner.assemble.frame_rules import FrameRules
from minutes_miner.assemble.list_entry import Entry
from minutes_miner.model import ABSENT, APOLOGIES, PRESENT, Block, Document
from minutes_miner.text import normal

_OPENING = 60  # blocks: who attended stands before the business
_FEWEST = 2  # rows with a mark; of one nothing can be told
_MARKS = (("marks_present", PRESENT), ("marks_apologies", APOLOGIES), ("marks_absent", ABSENT))


class StatusTables(NamedTuple):
    """What the tables say; ``used`` are the numbers of the tables that were read here."""

    entries: tuple[Entry, ...]
    used: frozenset[int]


def status_tables(document: Document, rules: FrameRules) -> StatusTables:
    """Every table near the beginning whose heads name a column of attendance, and whose cells in it are marks of attendance."""
    heads = frozenset(map(normal, rules.book.words("attendance_columns")))
    rows: dict[int, list[Block]] = {}
    for block in document.blocks[:_OPENING]:
        if block.table is not None and len(block.cells) > 1:
            rows.setdefault(block.table, []).append(block)
    found: list[Entry] = []
    used: set[int] = set()
    for number, (top, *body) in rows.items():
        column = next((n for n, text in enumerate(_texts(document, top)) if normal(text) in heads), 0)
        if column and len(body) >= _FEWEST:
            entries = _read(document, body, column, _marks(rules), rules)
            if entries:
                used.add(number)
                found += entries
    return StatusTables(tuple(found), frozenset(used))


def _marks(rules: FrameRules) -> Mapping[str, str]:
    return {mark.casefold(): status for name, status in _MARKS for mark in rules.book.words(name)}


def _read(document: Document, body: Sequence[Block], column: int, marks: Mapping[str, str], rules: FrameRules) -> list[Entry]:
    """The people of a table's rows; nobody where the column holds other things than marks."""
    entries: list[Entry] = []
    for row in body:
        cells = _texts(document, row)
        said = cells[column] if column < len(cells) else ""
        if not said or not cells[0]:
            continue
        status = marks.get(normal(said)) or marks.get(said.casefold()) or rules.labels.status_of(said)
        if status is None:
            return []
        entries += _people(row, cells, status, rules)
    return entries if len(entries) >= _FEWEST else []


def _people(row: Block, cells: Sequence[str], status: str, rules: FrameRules) -> Iterator[Entry]:
    for person in rules.names.read(cells[0])[:1]:
        start = row.cells[0][0]
        yield Entry(person.name, status, person.role, person.initials, start, start + len(cells[0]), "attendance.status")


def _texts(document: Document, row: Block) -> list[str]:
    return [document.slice(*span) for span in row.cells]
