"""Searching what is kept: words ranked by bm25, narrowed by speaker, committee, kind and date."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from minutes_miner.errors import UsageError
from minutes_miner.store.passages import KINDS
from minutes_miner.store.query import all_words, parse_words
from minutes_miner.text import normal

MARKS = ("«", "»")  # around each found word in a snippet: seldom met in English minutes
_SNIPPET = 28  # words of text around what was found
# bm25 over 50,000 hits takes 131 ms, over 686,000 1.7 s: the latest stored are ranked, which for more hits than these nobody reads through.
_RANKED = 20_000
_AGAIN = 3  # a passage may hold a speech, that a task: as many are looked at for each that is shown
_FOUND = "JOIN passages p ON p.id = f.id"
_UNDER_TITLES = (
    "JOIN passages t ON t.id = f.id JOIN passages p ON p.meeting_id = t.meeting_id AND p.item_id = t.item_id AND p.kind = 'action'"
)


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What is looked for. ``words`` as typed (see ``query``); the rest narrows it, and may stand without words.

    ``speaker`` and ``committee`` match where every word of theirs occurs in the names (aliases and offices too; the
    organisation counts as part of the committee); ``kind`` is one of KINDS; ``since`` and ``until`` include their day.
    """

    words: str
    speaker: str | None = None
    committee: str | None = None
    kind: str | None = None
    since: date | None = None
    until: date | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage found: ``score`` is higher for the better match, ``snippet`` its words with MARKS around the found ones."""

    kind: str
    date: date | None
    committee: str | None
    organisation: str | None
    item: str | None
    speaker: str | None
    snippet: str
    text: str
    source: str
    page: int | None
    anchor: str | None
    score: float


def find(connection: sqlite3.Connection, query: SearchQuery) -> list[Hit]:
    """The best ``query.limit`` passages, best first, the later first among equals; without words the latest first.

    Raises UsageError where nothing is asked for, only what is not wanted is named, or the kind is unknown.
    """
    match = _match(query)
    found = _each_once(_ranked(connection, query, match))[: query.limit]
    if query.kind == "action" and len(found) < query.limit:
        known = {row["id"] for row in found}
        titled = [row for row in _ranked(connection, query, match, under_titles=True) if row["id"] not in known]
        found = [*found, *titled][: query.limit]
    snippets = _snippets(connection, match, [row["id"] for row in found])
    return [_hit(row, snippets.get(row["id"], row["text"])) for row in found]


def _each_once(found: list[sqlite3.Row]) -> list[sqlite3.Row]:
    """The passages without those of the same item whose words stand in a better one, or that hold all of one: a task is a part of what
    was said, and of the paragraph."""
    kept: dict[tuple[int, str | None], list[str]] = defaultdict(list)
    once = []
    for row in found:
        place, text = (row["meeting_id"], row["item_id"]), normal(row["text"])
        if not any(text in known or known in text for known in kept[place]):
            kept[place].append(text)
            once.append(row)
    return once


def _match(query: SearchQuery) -> str:
    """The full-text expression for words, speaker and committee."""
    if query.kind is not None and query.kind not in KINDS:
        raise UsageError(f"there is no kind {query.kind!r}: choose one of {', '.join(KINDS)}")
    if query.limit < 1:
        raise UsageError(f"a search cannot be limited to {query.limit} hits: give a number from 1 up")
    words = parse_words(query.words)
    columns = {"text": words.wanted, "names": all_words(query.speaker or ""), "body": all_words(query.committee or "")}
    wanted = [f"{{{column}}} : ({expression})" for column, expression in columns.items() if expression]
    if not wanted:
        raise UsageError("nothing to look for: give a word without a minus in front, a speaker or a committee")
    unwanted = f" NOT {{text}} : ({words.unwanted})" if words.unwanted else ""
    return f"({' AND '.join(wanted)}){unwanted}"


def _ranked(connection: sqlite3.Connection, query: SearchQuery, match: str, *, under_titles: bool = False) -> list[sqlite3.Row]:
    """The passages that match, the best first; ``under_titles``: the actions of the items whose titles do."""
    narrow = {"p.kind = :kind": "item" if under_titles else query.kind, "m.date >= :since": query.since, "m.date <= :until": query.until}
    where = "".join(f" AND {condition}" for condition, value in narrow.items() if value is not None)
    sql = f"""
        WITH found AS (
          SELECT p.id, p.meeting_id, bm25(passages_index, 1.0, 0.0, 0.0) AS score
          FROM passages_index JOIN passages p ON p.id = passages_index.rowid JOIN meetings m ON m.id = p.meeting_id
          WHERE passages_index MATCH :match AND m.replaced_by IS NULL{where} ORDER BY passages_index.rowid DESC LIMIT :ranked)
        SELECT p.id, p.meeting_id, p.item_id, p.kind, p.speaker, p.text, p.page, p.anchor, f.score, m.date, m.committee, m.organisation,
          coalesce(p.document, m.source) AS source, i.number, i.title
        FROM found f {_UNDER_TITLES if under_titles else _FOUND} JOIN meetings m ON m.id = p.meeting_id
        LEFT JOIN items i ON i.meeting_id = p.meeting_id AND i.id = p.item_id
        ORDER BY f.score, m.date DESC, p.id LIMIT :limit"""
    values: dict[str, Any] = {"match": match, "ranked": _RANKED, "limit": query.limit * _AGAIN, "kind": narrow["p.kind = :kind"]}
    dates = {"since": query.since and query.since.isoformat(), "until": query.until and query.until.isoformat()}
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor.execute(sql, values | dates).fetchall()


def _snippets(connection: sqlite3.Connection, match: str, ids: list[int]) -> dict[int, str]:
    """The snippets of the hits that are shown: cutting them for all that were ranked is what makes a search slow."""
    sql = (
        "SELECT rowid, snippet(passages_index, 0, ?, ?, ' … ', ?) FROM passages_index "
        f"WHERE passages_index MATCH ? AND rowid IN ({', '.join('?' * len(ids))})"
    )
    return dict(connection.execute(sql, (*MARKS, _SNIPPET, match, *ids)).fetchall())


def _hit(row: sqlite3.Row, snippet: str) -> Hit:
    return Hit(
        kind=row["kind"],
        date=date.fromisoformat(row["date"]) if row["date"] else None,
        committee=row["committee"],
        organisation=row["organisation"],
        item=" ".join(filter(None, (row["number"], row["title"]))) or None,
        speaker=row["speaker"],
        snippet=snippet,
        text=row["text"],
        source=row["source"],
        page=row["page"],
        anchor=row["anchor"],
        score=-row["score"],
    )
