"""Keeping a run: each document's rows replaced as a whole, all in one transaction, and nothing written that is there already."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from minutes_miner.model import Ledger, Meeting, Outcome, TrackedAction, Unsettled
from minutes_miner.store.keys import fingerprint
from minutes_miner.store.passages import passage_rows
from minutes_miner.store.rows import ActionKey, Rows, action_key, meeting_row, part_rows
from minutes_miner.store.schema import PARTS
from minutes_miner.store.versions import settle_versions

_BATCH = 200  # meetings whose rows are gathered before they are written: some 20,000 rows, a few megabytes


@dataclass(frozen=True)
class Kept:
    """One meeting to be kept, with what following its actions gave."""

    meeting: Meeting
    tracked: tuple[TrackedAction, ...]
    unsettled: tuple[Unsettled, ...]


def save_run(
    connection: sqlite3.Connection, meetings: Sequence[Meeting], ledger: Ledger | None, outcomes: Sequence[Outcome]
) -> list[tuple[str, str]]:
    """Write what is new; the caller holds the transaction. A stored document that this run does not name stays as it is, but gives way
    to one of this run that is a later state of the same minutes. Returns the documents that may be so (see ``settle_versions``).
    """
    as_of = ledger.as_of if ledger else None
    claimed: dict[int, Meeting] = {}
    changed: list[tuple[int, Kept]] = []
    prints = []
    for kept in _kept(meetings, ledger):
        mark = fingerprint((kept, as_of))
        prints.append(mark)
        meeting_id, same = _claim(connection, kept.meeting, mark, claimed)
        claimed[meeting_id] = kept.meeting
        if not same:
            changed.append((meeting_id, kept))
    for start in range(0, len(changed), _BATCH):
        _replace(connection, changed[start : start + _BATCH], ledger)
    doubts = settle_versions(connection, claimed, outcomes)
    _write_outcomes(connection, outcomes)
    _write_run(connection, fingerprint((as_of, prints, [(one.source, one.status) for one in outcomes])), meetings, ledger, outcomes)
    return doubts


def _kept(meetings: Sequence[Meeting], ledger: Ledger | None) -> Iterator[Kept]:
    tracked: dict[str, list[TrackedAction]] = defaultdict(list)
    for action in ledger.actions if ledger else ():
        tracked[action.source].append(action)
    left: dict[str | None, list[Unsettled]] = defaultdict(list)
    for point in ledger.unsettled if ledger else ():
        left[point.source].append(point)
    for meeting in meetings:
        yield Kept(meeting, tuple(tracked[meeting.source]), tuple(left[meeting.source]))


def _claim(connection: sqlite3.Connection, meeting: Meeting, mark: str, claimed: dict[int, Meeting]) -> tuple[int, bool]:
    """The id under which ``meeting`` is kept, and whether it is there already just so; its own row is written otherwise."""
    for meeting_id, known in _known(connection, meeting):
        if meeting_id not in claimed:
            if known != mark:
                _update(connection, meeting_id, {**meeting_row(meeting), "fingerprint": mark})
            return meeting_id, known == mark
    row = {**meeting_row(meeting), "fingerprint": mark}
    cursor = connection.execute(_insert("meetings", row), row)
    return int(cursor.lastrowid or 0), False


def _known(connection: sqlite3.Connection, meeting: Meeting) -> list[tuple[int, str]]:
    """Rows that may be this document: the same bytes, wherever the file lies now; or another version of it, of the same meeting."""
    day = meeting.date.isoformat() if meeting.date else None
    return connection.execute(
        "SELECT id, fingerprint FROM meetings WHERE (digest = :digest AND digest <> '') OR "
        "(source = :source AND (digest = '' OR :digest = '' OR (organisation IS :body AND committee IS :committee AND date IS :day))) "
        "ORDER BY source <> :source, digest <> :digest, id",
        {"digest": meeting.digest, "source": meeting.source, "body": meeting.organisation, "committee": meeting.committee, "day": day},
    ).fetchall()


def _replace(connection: sqlite3.Connection, changed: Sequence[tuple[int, Kept]], ledger: Ledger | None) -> None:
    """Put the rows of the changed meetings in the place of their old ones."""
    _clear(connection, [meeting_id for meeting_id, _ in changed])
    rows: Rows = defaultdict(list)
    for meeting_id, kept in changed:
        tracked: dict[ActionKey, TrackedAction] = {action_key(one.action): one for one in kept.tracked}
        parts = part_rows(kept.meeting, meeting_id, tracked, as_of=ledger.as_of if ledger else None, unsettled=kept.unsettled)
        for table, found in parts.items():
            rows[table].extend(found)
        rows["passages"].extend(passage_rows(kept.meeting, meeting_id, parts))
    for table, found in rows.items():
        if found:
            connection.executemany(_insert(table, found[0]), found)
    _index(connection, [meeting_id for meeting_id, _ in changed])


def _clear(connection: sqlite3.Connection, meeting_ids: Sequence[int]) -> None:
    ids = [(meeting_id,) for meeting_id in meeting_ids]
    # The index holds no text of its own: to forget a row it has to be told what the row said.
    connection.executemany(
        "INSERT INTO passages_index(passages_index, rowid, text, names, body) "
        "SELECT 'delete', id, text, names, body FROM passages WHERE meeting_id = ?",
        ids,
    )
    for table in ("passages", *PARTS):
        connection.executemany(f"DELETE FROM {table} WHERE meeting_id = ?", ids)


def _index(connection: sqlite3.Connection, meeting_ids: Iterable[int]) -> None:
    connection.executemany(
        "INSERT INTO passages_index(rowid, text, names, body) SELECT id, text, names, body FROM passages WHERE meeting_id = ?",
        [(meeting_id,) for meeting_id in meeting_ids],
    )


def _write_outcomes(connection: sqlite3.Connection, outcomes: Iterable[Outcome]) -> None:
    """The latest outcome of every source; one that is the same again is not written."""
    names = ("status", "reason", "format", "words", "pages", "notes")
    columns, stored, fresh = (", ".join(f"{table}{name}" for name in names) for table in ("", "outcomes.", "excluded."))
    connection.executemany(
        f"INSERT INTO outcomes (source, {columns}) VALUES (?, ?, ?, ?, ?, ?, ?) "
        f"ON CONFLICT (source) DO UPDATE SET ({columns}) = ({fresh}) WHERE ({stored}) IS NOT ({fresh})",
        [(one.source, one.status, one.reason, one.format, one.words, one.pages, "\n".join(one.notes) or None) for one in outcomes],
    )


def _write_run(
    connection: sqlite3.Connection, run: str, meetings: Sequence[Meeting], ledger: Ledger | None, outcomes: Sequence[Outcome]
) -> None:
    """A line for this run, once: the same input as of the same day is the same run."""
    actions = ledger.actions if ledger else ()
    row = {
        "id": run[:16],
        "as_of": ledger.as_of.isoformat() if ledger else None,
        "sources": len(outcomes),
        "meetings": len(meetings),
        "actions": len(actions) if ledger else sum(1 for _ in chain.from_iterable(item.actions for one in meetings for item in one.items)),
        "overdue": sum(one.status == "overdue" for one in actions),
        "failed": sum(one.status == "failed" for one in outcomes),
    }
    connection.execute(_insert("runs", row).replace("INSERT", "INSERT OR IGNORE", 1), row)


def _insert(table: str, row: dict[str, Any]) -> str:
    return f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join(f':{name}' for name in row)})"


def _update(connection: sqlite3.Connection, meeting_id: int, row: dict[str, Any]) -> None:
    changes = ", ".join(f"{name} = :{name}" for name in row)
    connection.execute(f"UPDATE meetings SET {changes} WHERE id = :meeting_id", {**row, "meeting_id": meeting_id})
