"""The columns of the Actions and Overdue tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from minutes_miner.dates import long_date
from minutes_miner.export.edited import edited_columns
from minutes_miner.export.entries import Entry, Standing, standings
from minutes_miner.export.places import EVIDENCE, PLACE, confidence_columns
from minutes_miner.export.record import file_name
from minutes_miner.export.spec import Cell, Column, Register, Table, fill
from minutes_miner.model import ActionMention, Due, TrackedAction
from minutes_miner.model.corrections import WORDING

Row = Entry[Standing]

# The list of overdue actions is what is taken to a meeting: what is read out there, in that order, fits one page of A4 across.
_OVERDUE = (
    "organisation",
    "committee",
    "owner",
    "action",
    "due_date",
    "days_late",
    "meetings_late",
    "meeting_date",
    "number",
    "item",
    "progress",
)
_OVERDUE_BESIDE = ("reason", "page", "document", "link")


def actions_table(register: Register) -> Table:
    """Every action in its first wording; with its standing where a ledger says what became of it."""
    columns = _tracked_columns(register) if register.ledger is not None else _FOUND
    return fill("actions", "Actions", columns, standings(register.meetings, register.ledger))


def overdue_table(register: Register) -> Table:
    """What is overdue as of the ledger's day, the longest late first; empty where nothing was followed."""
    rows = [row for row in standings(register.meetings, register.ledger) if row.value.tracked and row.value.tracked.status == "overdue"]
    rows.sort(key=lambda row: -(_tracked(row).days_late or 0))
    by_key = {column.key: column for column in _tracked_columns(register)}
    beside = [replace(by_key[key], detail=True) for key in _OVERDUE_BESIDE]
    edited = [column for column in by_key.values() if column.edited or column.hidden]
    return fill("overdue", "Overdue", [*(by_key[key] for key in _OVERDUE), *edited, *beside], rows)


def due_in_words(due: Due) -> str:
    """How a due date was read: "exact", "inferred: next meeting", "none stated"."""
    return f"{due.kind}: {due.rule}" if due.rule else due.kind


def progress_in_words(mentions: Sequence[ActionMention]) -> str | None:
    """The latest mention's words with its document: "The letter had been sent. (minutes.pdf, item 21, 14 May 2024)"."""
    if not mentions:
        return None
    last = mentions[-1]
    day = f", {long_date(last.date)}" if last.date else ""
    return f"{last.quote} ({file_name(last.source)}, item {last.item}{day})"


def _tracked_columns(register: Register) -> tuple[Column[Row], ...]:
    key = register.key
    rag: Column[Row] = Column("rag", "RAG", 15, lambda row: key.of(_tracked(row).state).word)
    before, after = (_REF, *_HEAD, *_STANDING, rag), (*_WHY, *_TAIL)
    return (*before, *edited_columns(key, _tracked, (*before, *after)), *after)


def _tracked(row: Row) -> TrackedAction:
    """What became of a row's action; only columns and tables of followed actions ask."""
    if row.value.tracked is None:
        raise ValueError(f"the action {row.value.action.text!r} was not followed: build the table with a ledger")
    return row.value.tracked


def _due_date(row: Row) -> Cell:
    return row.value.tracked.due_date if row.value.tracked else row.value.action.due.date


def _how_read(row: Row) -> Cell:
    first = due_in_words(row.value.action.due)
    if row.value.tracked is None or row.value.tracked.due_date == row.value.action.due.date:
        return first
    moved = [mention for mention in row.value.tracked.mentions if mention.due and mention.due.date == row.value.tracked.due_date]
    if not moved or moved[-1].due is None:
        return f"{first}; read again in following the action"
    return f"moved by {file_name(moved[-1].source)}: {moved[-1].due.text} ({due_in_words(moved[-1].due)})"


_HEAD: tuple[Column[Row], ...] = (
    *PLACE,
    Column("action", WORDING, 46, lambda row: row.value.action.text, wrap=True),
    Column("owner", "Owner", 18, lambda row: row.value.action.owner, wrap=True),
    Column("due_text", "Due (words)", 18, lambda row: row.value.action.due.text, wrap=True),
    Column("due_date", "Due date", 11, _due_date, "date"),
)
_STANDING: tuple[Column[Row], ...] = (
    Column("status", "Status", 11, lambda row: _tracked(row).status),
    Column("state", "State", 15, lambda row: _tracked(row).state),
    Column("days_late", "Days late", 7, lambda row: _tracked(row).days_late, "number"),
    Column("meetings_late", "Meetings late", 9, lambda row: _tracked(row).meetings_late, "number"),
    Column("progress", "Progress (latest)", 36, lambda row: progress_in_words(_tracked(row).mentions), wrap=True),
)
_WHY: tuple[Column[Row], ...] = (
    Column("reason", "Why this status", 32, lambda row: _tracked(row).reason, wrap=True, detail=True),
    Column("closing_quote", "Closing sentence", 36, lambda row: _tracked(row).closing_quote, wrap=True, detail=True),
    Column("meetings_since", "Meetings since", 10, lambda row: _tracked(row).meetings_since, "number", detail=True),
)
_TAIL: tuple[Column[Row], ...] = (
    Column("due_how", "How the date was read", 24, _how_read, wrap=True, detail=True),
    Column("origin", "Origin", 12, lambda row: row.value.action.origin, detail=True),
    Column("council_ref", "Council's reference", 12, lambda row: row.value.action.reference, detail=True),
    *confidence_columns(lambda row: row.value.action),
    *EVIDENCE,
)
_FOUND = (*_HEAD, *_TAIL)
_REF: Column[Row] = Column("ref", "Ref", 12, lambda row: _tracked(row).id)
