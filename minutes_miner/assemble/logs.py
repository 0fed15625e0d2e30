"""Action logs as tables: what became of earlier actions, row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_miner.assemble.owners import clean_owner
from minutes_miner.assemble.tables import (
    STATUS_WITHIN,
    Grid,
    GridRow,
    cell,
    counts_actions,
    is_log,
    is_new,
    reference_in,
    row_evidence,
    time_in,
)
from minutes_miner.dates import find_dates, find_day_months
from minutes_miner.dates_written import MONTH
from minutes_miner.model import Progress

_YES = re.compile(r"y(?:es)?\.?|[✓✔☑√🗸]+|completed?|done", re.IGNORECASE)
# "27 March 2026", "Fri 27/3": more words are a remark ("to be paid by 27 March").
_DAY_WORDS = 4
_MONTH = re.compile(rf"{MONTH}(?: \d{{2,4}})?", re.IGNORECASE)
_SHORT_DAY = re.compile(r"\d{1,2}[/.]\d{1,2}")
_NO = re.compile(r"no?\.?|[✗✘☒]+", re.IGNORECASE)
# A row that only names the meeting whose actions follow: "Actions from the meeting of 12 June 2031", "June 2031".
_BAND_WORDS = 10
# A task that begins with its minute's number: "Minute 45 – tree survey", "ES/22/9 Tree survey"; figures alone may belong to the task.
_LEADING = re.compile(
    r"(?P<reference>(?:(?:Min(?:ute)?\.?|MIN(?:UTE)?|Item|ITEM)\s?(?:No\.?\s?)?\d[\w./]*(?:\(\w+\))*|[A-Z]{1,5}/\d{2,4}/\d{1,4}|[A-Z]{1,5}\s?\d{1,4}/\d{2,4}))"
    r"\s?[:.–—-]?\s+(?=\S)"
)


def progress_rows(grid: Grid, *, earlier: bool = False) -> Iterator[Progress]:
    """The lines of an action log: a table with a task and a status, update or completion column.

    ``earlier``: the table stands under actions from the last meeting, so that it is one without such a column, too.
    """
    columns = grid.columns()
    if "task" not in columns or not is_log(grid, columns, earlier=earlier):
        return
    counts = counts_actions(grid, columns)
    band = ""
    for row in grid.rows:
        named = _band(row)
        task = cell(row, columns, "task")
        if named:
            band = named
        elif task and not is_new(row, columns):
            yield _line(row, columns, task, reference_in(row, columns, counts=counts), band)


def _line(row: GridRow, columns: dict[str, int], task: str, reference: str | None, band: str) -> Progress:
    within = STATUS_WITHIN.search(task)
    leading = None if reference else _LEADING.match(task)
    minute = (cell(row, columns, "place") or None) if "place" in columns else leading["reference"] if leading else reference
    return Progress(
        text=" | ".join(c for c in row.cells if c),
        action_text=task[leading.end() if leading else 0 : within.start() if within else None].strip() or task,
        owner=clean_owner(cell(row, columns, "owner")),
        status_word=_status(row, columns) or (within["status"].strip() if within else None),
        reference=_of_meeting(minute, cell(row, columns, "meeting") or band),
        evidence=row_evidence(row, "progress.table"),
        due_text=time_in(row, columns, "revised") or time_in(row, columns, "due"),
        number=reference if "place" in columns else None,
    )


def _band(row: GridRow) -> str:
    """The day or month in a row of one cell that names a meeting; "" for another row."""
    said = {text.strip() for text in row.cells if text.strip()}
    text = said.pop() if len(said) == 1 else ""
    if not text or len(text.split()) > _BAND_WORDS:
        return ""
    days = find_dates(text)
    month = _MONTH.search(text)
    return text[days[0][0] : days[0][1]] if days else month[0] if month else ""


def _status(row: GridRow, columns: dict[str, int]) -> str | None:
    """The status of a line, in the log's own words; of a tick or a date, with the meaning of its column; and the date it was put off to."""
    status, completed, revised = (cell(row, columns, key) for key in ("status", "completed", "revised"))
    if _NO.fullmatch(completed):
        completed = "Not completed"
    elif _YES.fullmatch(completed) or _is_day(completed):
        completed = f"Completed: {completed}"
    return "; ".join(part for part in (completed, status, revised and f"Revised date: {revised}") if part) or None


def _is_day(text: str) -> bool:
    return len(text.split()) <= _DAY_WORDS and bool(find_dates(text) or find_day_months(text) or _SHORT_DAY.fullmatch(text))


def _of_meeting(reference: str | None, meeting: str) -> str | None:
    """A line's reference with the day of the meeting, or its month, from a column of its own: "5 (12 June 2031)"."""
    if not (_is_day(meeting) or _MONTH.fullmatch(meeting)):
        return reference
    return f"{reference} ({meeting})" if reference else meeting
