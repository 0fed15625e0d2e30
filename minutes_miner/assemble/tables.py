"""Tables of the record: their columns by their headings, the rows of action tables; all are kept as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes_miner.assemble.owners import NOBODY, clean_owner
from minutes_miner.assemble.statements import Statement
from minutes_miner.column_heads import HEADINGS
from minutes_miner.dates_written import MONTH, WEEKDAY
from minutes_miner.model import Block, Document, Evidence, Table
from minutes_miner.text import normal

_LONGEST_STUB = 4  # letters: "TBC", "Done"
# Columns that number the actions themselves, and those that may: where they run 1, 2, 3.
_OWN_NUMBERS = re.compile(r"action (?:no|number|ref|reference|id)")
_NUMBERS = re.compile(r"(?:log )?(?:no|number|ref|reference)|ref no")
_NAMES = re.compile(r"(?:[A-Z][\w’'.]*|and|&|/|,|\s)+")
_TIMES = re.compile(
    rf"\b(?:{MONTH}|{WEEKDAY}|ASAP|Asap|As|[Tt]erm|[Mm]eeting|[Nn]ext|AGM|Easter|Christmas|Ongoing|TB[AC]|Spring|Summer|Autumn|Winter)\b",
    re.IGNORECASE,
)
# What a column of times holds where there is none.
_NO_TIME = re.compile(r"[-–—.?]+|n/?a|none", re.IGNORECASE)
# The status of an action that a log has taken up at this meeting.
_NEW = re.compile(
    r"new(?: (?:action|item|entry))?(?: (?:added|raised))?(?: (?:today|at this meeting))?|(?:added|raised) (?:today|at this meeting)",
    re.IGNORECASE,
)
# "... to be bought. Status: in progress" in the cell of the task.
STATUS_WITHIN = re.compile(r"\b(?:Status|STATUS|Progress|Update|UPDATE)\s?:\s*(?P<status>\S.*)", re.DOTALL)
# Headings that name a task only in a table with owner and status: elsewhere a recommendation is what an officer advises on an application.
_FOLLOWED = re.compile(r"(?:(?:recommendation|request|undertaking|commitment)s?(?: (?:or|and) |$))+")


@dataclass(frozen=True)
class GridRow:
    """A body row of a table with its cells' texts."""

    block: Block
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """A table of the document: its column headings and rows, and where it stands."""

    header: tuple[str, ...]
    rows: tuple[GridRow, ...]
    start: int
    page: int | None
    title: str | None

    def columns(self) -> dict[str, int]:
        """What the columns hold, by their headings: "task", "owner", "due" or another key of ``HEADINGS`` -> column."""
        found: dict[str, int] = {}
        for key, pattern in HEADINGS.items():
            for i, heading in enumerate(self.header):
                if key not in found and i not in found.values() and pattern.fullmatch(normal(heading)):
                    found[key] = i
        headings = [normal(heading) for heading in self.header]
        places = [i for i, heading in enumerate(headings) if i not in found.values() and HEADINGS["reference"].fullmatch(heading)]
        if places and _NUMBERS.fullmatch(headings[found["reference"]]):
            found["place"] = places[0]  # Ref | Item | Action: the actions have numbers of their own
        if "owner" not in found and "by" in headings and self._names(headings.index("by")):
            found["owner"] = found.pop("due")
        if "date" in headings[: found.get("task", 0)]:
            found.setdefault("meeting", headings.index("date"))  # a date before the task is that of its minutes
        if "status" in headings:
            found["status"] = headings.index("status")  # the table's own word goes before its columns of remarks
        if "task" not in found and "owner" in found and found.keys() & {"status", "completed"}:
            found |= [("task", i) for i, heading in enumerate(headings) if _FOLLOWED.fullmatch(heading)]
        if "task" not in found and {"owner", "due"} <= set(found):
            # ITEM | (no heading) | BY WHOM | BY WHEN: the widest column without a meaning of its own holds the task.
            free = [i for i in range(len(self.header)) if i not in found.values()]
            if free:
                found["task"] = max(free, key=lambda i: sum(len(r.cells[i]) for r in self.rows if i < len(r.cells)))
        return found

    def _names(self, column: int) -> bool:
        """Whether a column holds names and no times: "By" is by whom as often as by when."""
        said = [row.cells[column] for row in self.rows if column < len(row.cells) and row.cells[column]]
        return bool(said) and all(_NAMES.fullmatch(text) and not _TIMES.search(text) for text in said)


def grids(document: Document) -> tuple[Grid, ...]:
    """The document's tables in order."""
    by_table: dict[int, list[Block]] = {}
    for block in document.blocks:
        if block.kind == "table_row" and block.table is not None:
            by_table.setdefault(block.table, []).append(block)
    return tuple(_grid(document, rows) for rows in by_table.values())


def _grid(document: Document, blocks: Sequence[Block]) -> Grid:
    rows = [GridRow(b, tuple(document.slice(a, e) for a, e in b.cells)) for b in blocks]
    header = rows[0].cells if blocks[0].header_row or _reads_as_header(rows[0].cells) else ()
    before = [b for b in document.blocks if b.end < blocks[0].start and b.kind != "table_row"][-1:]
    title = document.slice(before[0].start, before[0].end) if before and before[0].kind == "heading" else None
    return Grid(header, tuple(rows[1:] if header else rows), blocks[0].start, blocks[0].page, title)


def _reads_as_header(cells: Sequence[str]) -> bool:
    known = sum(1 for cell in cells if any(p.fullmatch(normal(cell)) for p in HEADINGS.values()))
    return known >= 2 and all(len(cell.split()) <= 6 for cell in cells)


def action_rows(grid: Grid, *, earlier: bool = False) -> Iterator[Statement]:
    """The actions of an action table; none where the table is no such table; of a log of earlier actions those that it calls new."""
    columns = grid.columns()
    if not {"task", "owner"} <= set(columns):
        return
    counts, log = counts_actions(grid, columns), is_log(grid, columns, earlier=earlier)
    for row in grid.rows:
        if log and not is_new(row, columns):
            continue
        task, owner, due = cell(row, columns, "task"), clean_owner(cell(row, columns, "owner")), time_in(row, columns, "due")
        place = cell(row, columns, "place" if "place" in columns else "reference")
        if not _is_task(task, set_for=bool(owner and place)):
            continue
        yield Statement(
            text=task,
            owner=owner,
            origin="table",
            evidence=row_evidence(row, "action.table"),
            due_text=due,
            reference=reference_in(row, columns, counts=counts),
            place=None if counts and "place" not in columns else place or None,
        )


def _is_task(text: str, *, set_for: bool) -> bool:
    """Whether a cell holds a task: several words, or one that is ``set_for`` somebody's item ("Questionnaire") and does not say "None"."""
    words = text.split()
    return len(words) > 1 or bool(set_for and words and len(text) > _LONGEST_STUB and not NOBODY.fullmatch(text))


def is_log(grid: Grid, columns: dict[str, int], *, earlier: bool = False) -> bool:
    """Whether the table says what became of actions: a column of status or completion is filled somewhere, or a cell says "Status: ...".

    New actions have such columns empty, to be filled before the next meeting. ``earlier``: the table stands under actions from the last
    meeting, so that it only lists these.
    """
    told = any(cell(row, columns, key) for row in grid.rows for key in ("status", "completed", "revised"))
    return earlier or told or any(STATUS_WITHIN.search(cell(row, columns, "task")) for row in grid.rows)


def is_new(row: GridRow, columns: dict[str, int]) -> bool:
    """Whether a log says of an action that this meeting sets it."""
    return bool(_NEW.fullmatch(cell(row, columns, "status")))


def reference_in(row: GridRow, columns: dict[str, int], *, counts: bool) -> str | None:
    """The number of a row as printed; where the table counts its actions, as people refer to them: "Action 3"."""
    printed = cell(row, columns, "reference")
    counts = counts or "place" in columns
    return f"Action {printed.rstrip('.')}" if counts and printed.rstrip(".").isdigit() else printed or None


def counts_actions(grid: Grid, columns: dict[str, int]) -> bool:
    """Whether the numbers of the rows are the actions' own, not their minutes': the heading says so, or they run 1, 2, 3."""
    if "reference" not in columns:
        return False
    heading = normal(grid.header[columns["reference"]])
    printed = [cell(row, columns, "reference").rstrip(".") for row in grid.rows]
    runs = len(printed) > 1 and printed == [str(n) for n in range(1, len(printed) + 1)]
    return bool(_OWN_NUMBERS.fullmatch(heading) or (runs and _NUMBERS.fullmatch(heading)))


def time_in(row: GridRow, columns: dict[str, int], key: str) -> str | None:
    """What a row holds in a column of times; None of a dash."""
    said = cell(row, columns, key)
    return None if not said or _NO_TIME.fullmatch(said) else said


def cell(row: GridRow, columns: dict[str, int], key: str) -> str:
    """What a row holds in the column ``key``; "" where it has none."""
    at = columns.get(key)
    return row.cells[at].strip() if at is not None and at < len(row.cells) else ""


def row_evidence(row: GridRow, rule: str) -> Evidence:
    """Where a row stands."""
    return Evidence(row.block.start, row.block.end, rule, " | ".join(row.cells), row.block.page, row.block.anchor)


def kept_tables(found: Sequence[Grid]) -> tuple[Table, ...]:
    """The tables as printed, for the record."""
    return tuple(
        Table(g.title, g.header, tuple(r.cells for r in g.rows), g.page, g.rows[0].block.anchor if g.rows else None) for g in found
    )
