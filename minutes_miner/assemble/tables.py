"""Tables of the record: action tables and action logs read row by row, the others kept as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes_miner.assemble.owners import clean_owner
from minutes_miner.assemble.statements import Statement
from minutes_miner.dates import find_dates, find_day_months
from minutes_miner.dates_written import MONTH
from minutes_miner.model import Block, Document, Evidence, Progress, Table
from minutes_miner.text import normal

# Column headings of registers as councils keep them, in comparing form.
_HEADINGS = {
    "task": r"actions?|actions? (?:required|agreed|needed|point|points|to be taken|arising)|task|description|what|details|resolution",
    "owner": r"(?:by )?whom|owner|action (?:by|owner)|(?:lead|responsible)(?: (?:officer|person|member))?|responsibility|who|officer"
    r"|assigned to|actioned by|name",
    "due": r"(?:by )?when|due(?: date| by)?|deadline|target(?: date)?|timescale|date due|completion date|by|date for completion"
    r"|due for completion",
    "completed": r"(?:completed|complete|done|actioned|closed)(?: (?:date|on|y n|yes no))?|date (?:completed|done|actioned|closed)",
    "revised": r"(?:revised|new|amended|extended)(?: (?:target|due|completion))? (?:date|deadline)|revised (?:target|timescale)"
    r"|extended to",
    "status": r"status|progress|update|outcome|rag|comments?|progress update|current position",
    "meeting": r"meeting|meeting date|date of (?:the )?(?:meeting|minutes?)|minutes? date|date (?:raised|agreed)|raised",
    "reference": r"item|ref|reference|no|number|minute|minute no|min ref|agenda item|action (?:no|number|ref|reference|id)",
}
# Columns that number the actions themselves, and those that may: where they run 1, 2, 3.
_OWN_NUMBERS = re.compile(r"action (?:no|number|ref|reference|id)")
_NUMBERS = re.compile(r"no|number|ref|reference")
_YES = re.compile(r"y(?:es)?\.?|[✓✔☑√🗸]+|completed?|done", re.IGNORECASE)
# "27 March 2026", "Fri 27/3": more words are a remark ("to be paid by 27 March").
_DAY_WORDS = 4
_MONTH = re.compile(rf"{MONTH}(?: \d{{2,4}})?", re.IGNORECASE)
_SHORT_DAY = re.compile(r"\d{1,2}[/.]\d{1,2}")
_NO = re.compile(r"no?\.?|[✗✘☒]+", re.IGNORECASE)
# Headings that name a task only in a table with owner and status: elsewhere a recommendation is what an officer advises on an application.
_FOLLOWED = re.compile(r"(?:(?:recommendation|request|undertaking|commitment)s?(?: (?:or|and) |$))+")
_HEADING_PATTERNS = {key: re.compile(pattern) for key, pattern in _HEADINGS.items()}


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
        """What the columns hold, by their headings: "task", "owner", "due" or another key of ``_HEADINGS`` -> column."""
        found: dict[str, int] = {}
        for key, pattern in _HEADING_PATTERNS.items():
            for i, heading in enumerate(self.header):
                if key not in found and i not in found.values() and pattern.fullmatch(normal(heading)):
                    found[key] = i
        headings = [normal(heading) for heading in self.header]
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
    known = sum(1 for cell in cells if any(p.fullmatch(normal(cell)) for p in _HEADING_PATTERNS.values()))
    return known >= 2 and all(len(cell.split()) <= 6 for cell in cells)


def action_rows(grid: Grid) -> Iterator[Statement]:
    """The actions of an action table; none where the table is no such table, or is a log of earlier actions."""
    columns = grid.columns()
    if not {"task", "owner"} <= set(columns) or _is_log(grid, columns):
        return
    counts = _counts_actions(grid, columns)
    for row in grid.rows:
        task = _cell(row, columns, "task")
        if len(task.split()) < 2:
            continue
        yield Statement(
            text=task,
            owner=clean_owner(_cell(row, columns, "owner")),
            origin="table",
            evidence=_evidence(row, "action.table"),
            due_text=_cell(row, columns, "due") or None,
            reference=_reference(row, columns, counts=counts),
        )


def progress_rows(grid: Grid) -> Iterator[Progress]:
    """The lines of an action log: a table with a task and a status, update or completion column."""
    columns = grid.columns()
    if "task" not in columns or not _is_log(grid, columns):
        return
    counts = _counts_actions(grid, columns)
    for row in grid.rows:
        task = _cell(row, columns, "task")
        if task:
            yield Progress(
                text=" | ".join(c for c in row.cells if c),
                action_text=task,
                owner=clean_owner(_cell(row, columns, "owner")),
                status_word=_status(row, columns),
                reference=_of_meeting(_reference(row, columns, counts=counts), _cell(row, columns, "meeting")),
                evidence=_evidence(row, "progress.table"),
            )


def _is_log(grid: Grid, columns: dict[str, int]) -> bool:
    """Whether the table says what became of actions: it has a status column, or one of completion that is filled somewhere.

    New actions have an empty column "Completed", to be filled before the next meeting.
    """
    return "status" in columns or any(_cell(row, columns, "completed") for row in grid.rows)


def _status(row: GridRow, columns: dict[str, int]) -> str | None:
    """The status of a line, in the log's own words; of a tick or a date, with the meaning of its column; and the date it was put off to."""
    status, completed, revised = (_cell(row, columns, key) for key in ("status", "completed", "revised"))
    if _NO.fullmatch(completed):
        completed = "Not completed"
    elif _YES.fullmatch(completed) or _is_day(completed):
        completed = f"Completed: {completed}"
    return "; ".join(part for part in (completed, status, revised and f"Revised date: {revised}") if part) or None


def _is_day(text: str) -> bool:
    return len(text.split()) <= _DAY_WORDS and bool(find_dates(text) or find_day_months(text) or _SHORT_DAY.fullmatch(text))


def _reference(row: GridRow, columns: dict[str, int], *, counts: bool) -> str | None:
    """The number of a row as printed; where the table counts its actions, as people refer to them: "Action 3"."""
    printed = _cell(row, columns, "reference")
    return f"Action {printed.rstrip('.')}" if counts and printed.rstrip(".").isdigit() else printed or None


def _of_meeting(reference: str | None, meeting: str) -> str | None:
    """A line's reference with the day of the meeting, or its month, from a column of its own: "5 (12 June 2031)"."""
    if not (_is_day(meeting) or _MONTH.fullmatch(meeting)):
        return reference
    return f"{reference} ({meeting})" if reference else meeting


def _counts_actions(grid: Grid, columns: dict[str, int]) -> bool:
    """Whether the numbers of the rows are the actions' own, not their minutes': the heading says so, or they run 1, 2, 3."""
    if "reference" not in columns:
        return False
    heading = normal(grid.header[columns["reference"]])
    printed = [_cell(row, columns, "reference").rstrip(".") for row in grid.rows]
    runs = len(printed) > 1 and printed == [str(n) for n in range(1, len(printed) + 1)]
    return bool(_OWN_NUMBERS.fullmatch(heading) or (runs and _NUMBERS.fullmatch(heading)))


def _cell(row: GridRow, columns: dict[str, int], key: str) -> str:
    at = columns.get(key)
    return row.cells[at].strip() if at is not None and at < len(row.cells) else ""


def _evidence(row: GridRow, rule: str) -> Evidence:
    return Evidence(row.block.start, row.block.end, rule, " | ".join(row.cells), row.block.page, row.block.anchor)


def kept_tables(found: Sequence[Grid]) -> tuple[Table, ...]:
    """The tables as printed, for the record."""
    return tuple(
        Table(g.title, g.header, tuple(r.cells for r in g.rows), g.page, g.rows[0].block.anchor if g.rows else None) for g in found
    )
