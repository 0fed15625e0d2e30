"""Which of two documents of one meeting is shown: one kept by an earlier run, and one of this run, as draft and final minutes are."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from minutes_miner.model import ActionKey, AgendaItem, Evidence, Meeting, Outcome
from minutes_miner.sameness import DOUBTFUL, SAME, Sameness, rank

_RECORDS = ("minutes", "action log")
_PLAIN = ("source", "digest", "format", "document_class", "class_reason", "organisation", "committee", "time", "status", "title", "words")
_NOWHERE = Evidence(0, 0, "", "")  # what is compared are words


def settle_versions(connection: sqlite3.Connection, claimed: Mapping[int, Meeting], outcomes: Iterable[Outcome]) -> list[tuple[str, str]]:
    """Mark what is replaced: it stays in the tables as an earlier version, and is in no view, search or ledger.

    ``claimed`` are this run's meetings by id; of those kept before, the later stage is shown, and of one stage the one of this run.
    Returned are the sources of those that may be of one meeting, one of this run and one kept before: both are shown.
    """
    replaced: dict[int, int | None] = dict.fromkeys(claimed)
    replaced |= _called_duplicates(connection, claimed, outcomes)
    by_day: dict[date | None, list[int]] = defaultdict(list)
    for meeting_id, meeting in claimed.items():
        if meeting.document_class in _RECORDS:
            by_day[meeting.date].append(meeting_id)
    same, doubts = Sameness(), []
    for before_id, header in _kept_before(connection, replaced):
        before = None
        for meeting_id in by_day.get(header.date, ()):
            before = before or _with_words(connection, before_id, header)
            verdict = same.of(*sorted((before, claimed[meeting_id]), key=rank))
            if verdict == SAME:
                later = rank(before)[:2] < rank(claimed[meeting_id])[:2]  # not the better format: what was read last is what there is
                replaced |= {meeting_id: before_id, before_id: None} if later else {before_id: meeting_id}
            elif verdict == DOUBTFUL:
                doubts.append((claimed[meeting_id].source, before.source))
    rows = [{"id": meeting_id, "by": other} for meeting_id, other in replaced.items()]
    connection.executemany("UPDATE meetings SET replaced_by = :by WHERE id = :id AND replaced_by IS NOT :by", rows)
    return doubts


def earlier_actions(connection: sqlite3.Connection) -> dict[str, tuple[ActionKey, str]]:
    """The actions of earlier versions by reference: what each is known by, and its document."""
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    rows = cursor.execute(
        "SELECT a.id, a.text, m.source, m.organisation, m.committee, m.date, coalesce(i.number, i.title) AS item FROM meetings m "
        "JOIN actions a ON a.meeting_id = m.id JOIN items i ON i.meeting_id = a.meeting_id AND i.id = a.item_id "
        "WHERE m.replaced_by IS NOT NULL"
    )
    return {row["id"]: (_key(row), row["source"]) for row in rows}


def _key(row: sqlite3.Row) -> ActionKey:
    day = date.fromisoformat(row["date"]) if row["date"] else None
    return ActionKey(row["id"], row["organisation"], row["committee"], day, row["item"], row["text"])


def _called_duplicates(connection: sqlite3.Connection, claimed: Mapping[int, Meeting], outcomes: Iterable[Outcome]) -> dict[int, int]:
    """Documents that this run calls duplicates, where the meeting itself is now kept from a better source."""
    held = {(one.organisation, one.committee, one.date and one.date.isoformat()): meeting_id for meeting_id, one in claimed.items()}
    query = "SELECT id, organisation, committee, date FROM meetings WHERE source = ?"
    found = (row for one in outcomes if one.status == "duplicate" for row in connection.execute(query, (one.source,)).fetchall())
    return {meeting_id: held[tuple(body)] for meeting_id, *body in found if meeting_id not in claimed and tuple(body) in held}


def _kept_before(connection: sqlite3.Connection, known: Mapping[int, object]) -> list[tuple[int, Meeting]]:
    """The headers of the minutes that this run says nothing of, those of no day left out: nothing tells that they are of one meeting."""
    query = (
        f"SELECT id, date, {', '.join(_PLAIN)} FROM meetings WHERE replaced_by IS NULL AND date IS NOT NULL AND document_class IN (?, ?)"
    )
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    return [(row["id"], _header(row)) for row in cursor.execute(query, _RECORDS) if row["id"] not in known]


def _header(row: sqlite3.Row) -> Meeting:
    values: dict[str, Any] = {name: row[name] for name in _PLAIN}
    return Meeting(**values | {"date": date.fromisoformat(row["date"]), "words": row["words"] or 0, "digest": row["digest"] or ""})


def _with_words(connection: sqlite3.Connection, meeting_id: int, header: Meeting) -> Meeting:
    rows = connection.execute("SELECT number, title, text FROM items WHERE meeting_id = ? ORDER BY position", (meeting_id,))
    return replace(header, items=tuple(AgendaItem(number, title, evidence=_NOWHERE, text=text or "") for number, title, text in rows))
