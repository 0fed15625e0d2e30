"""The ledger read back from the database: what the minutes alone say, as of the day of the run that kept it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from datetime import date
from typing import Any

from minutes_miner.model import Action, ActionMention, Due, Evidence, Ledger, Meeting, TrackedAction

_ACTIONS = """
SELECT a.*, m.source, m.organisation, m.committee, m.date AS meeting_date, i.number, i.title
FROM actions a JOIN meetings m ON m.id = a.meeting_id JOIN items i ON i.meeting_id = a.meeting_id AND i.id = a.item_id
WHERE a.as_of IS NOT NULL AND m.replaced_by IS NULL ORDER BY m.organisation, m.committee, m.date IS NULL, m.date, m.source, a.position
"""

_Row = dict[str, Any]

# Of a meeting, what the story of its committee's actions hangs on.
_PLAIN = ("source", "digest", "format", "document_class", "class_reason", "organisation", "committee", "status", "title")
_DAYS = ("date", "next_meeting")


def kept_ledger(connection: sqlite3.Connection) -> Ledger | None:
    """The ledger kept, as of its latest day; actions of documents that a later run did not name stand as of an earlier one."""
    rows = _rows(connection, _ACTIONS)
    if not rows:
        return None
    mentions: dict[tuple[int, str], list[ActionMention]] = defaultdict(list)
    for row in _rows(connection, "SELECT * FROM action_mentions ORDER BY meeting_id, position"):
        mentions[row["meeting_id"], row["action_id"]].append(_mention(row))
    actions = tuple(_tracked(row, tuple(mentions[row["meeting_id"], row["id"]])) for row in rows)
    return Ledger(max(date.fromisoformat(row["as_of"]) for row in rows), actions)


def behind(connection: sqlite3.Connection) -> int:
    """How many actions stand as of an earlier day than the latest: those of documents that the last run did not name."""
    query = (
        "SELECT count(*) FROM actions a JOIN meetings m ON m.id = a.meeting_id "
        "WHERE m.replaced_by IS NULL AND a.as_of < (SELECT max(as_of) FROM actions)"
    )
    (count,) = connection.execute(query).fetchone()
    return int(count)


def meeting_headers(connection: sqlite3.Connection) -> list[Meeting]:
    """The meetings kept, by date, without what stands under them."""
    query = f"SELECT {', '.join((*_PLAIN, *_DAYS))} FROM meetings WHERE replaced_by IS NULL ORDER BY date IS NULL, date, source"
    return [_header(row) for row in _rows(connection, query)]


def _header(row: _Row) -> Meeting:
    values: dict[str, Any] = {name: row[name] for name in _PLAIN} | {name: _day(row[name]) for name in _DAYS}
    return Meeting(**values)


def _rows(connection: sqlite3.Connection, query: str) -> list[_Row]:
    """The rows by column. A dictionary finds a column of forty at once, where sqlite3.Row goes through their names: half the time."""
    cursor = connection.execute(query)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _tracked(row: _Row, mentions: tuple[ActionMention, ...]) -> TrackedAction:
    due = Due(row["due_text"], _day(row["first_due_date"]), row["due_kind"], row["due_rule"])
    also = tuple((row["also"] or "").splitlines())
    plain = ("organisation", "committee", "source", "id", "status", "state", "reason", "days_late", "meetings_late", "meetings_since")
    closing = ("closing_quote", "closing_source")
    sure = (row["confidence"], row["confidence_reason"])
    action = Action(row["text"], also, row["owner"], due, row["origin"], _evidence(row), row["reference"], *sure)
    return TrackedAction(
        **{name: row[name] for name in (*plain, *closing)},
        meeting_date=_day(row["meeting_date"]),
        item=row["number"] or row["title"],
        item_title=row["title"],
        action=action,
        due_date=_day(row["due_date"]),
        mentions=mentions,
    )


def _mention(row: _Row) -> ActionMention:
    due = Due(row["due_text"], _day(row["due_date"]), "exact" if row["due_date"] else "none stated") if row["due_text"] else None
    plain = ("source", "item", "how", "score", "status")
    evidence = _evidence(row) if row["start_offset"] is not None else None
    return ActionMention(**{name: row[name] for name in plain}, date=_day(row["date"]), quote=row["text"], due=due, evidence=evidence)


def _evidence(row: _Row) -> Evidence:
    at, where = (row["start_offset"], row["end_offset"]), (row["page"], row["anchor"], row["document"])
    return Evidence(*at, row["rule"], row["quote"], *where)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
