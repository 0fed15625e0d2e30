"""The database's tables, and opening a file of the right version.

Every value stands under its meeting and goes with it when a document is read anew; ``id`` is made from wording and place
(see ``keys``), so that the same value has the same id after a re-run, which is what anything kept beside it can hold on to.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from minutes_miner.errors import StoreError
from minutes_miner.store.views import VIEWS

VERSION = 5  # PRAGMA user_version; raised with every change to the tables

# ``document`` is NULL but for what a page of one item adds to the meeting's own.
_EVIDENCE = "start_offset INTEGER, end_offset INTEGER, page INTEGER, anchor TEXT, rule TEXT, quote TEXT, document TEXT"


def _of_item(name: str, columns: str) -> str:
    """A table of values that stand under an item (``item_id`` is NULL for those of the meeting as a whole)."""
    return f"""
CREATE TABLE {name} (
  meeting_id INTEGER NOT NULL REFERENCES meetings(id), id TEXT NOT NULL, item_id TEXT, position INTEGER NOT NULL,
  {columns},
  {_EVIDENCE},
  PRIMARY KEY (meeting_id, id)
);"""


# Tables that are emptied of a meeting when its document is read anew.
PARTS = {
    "items": "number TEXT, agenda_number TEXT, minute_number TEXT, title TEXT NOT NULL, level INTEGER, text TEXT, cut_short TEXT",
    "attendance": "name TEXT NOT NULL, status TEXT NOT NULL, role TEXT, initials TEXT",
    "speakers": "name TEXT NOT NULL, aliases TEXT, role TEXT",
    "contributions": "speaker TEXT NOT NULL, text TEXT NOT NULL",
    "questions": "text TEXT NOT NULL, asked_by TEXT, answered_by TEXT, answer TEXT, confidence TEXT, confidence_reason TEXT",
    "resolutions": """label TEXT, text TEXT NOT NULL, type TEXT NOT NULL, moved_by TEXT, seconded_by TEXT, procedural INTEGER NOT NULL,
  vote TEXT, outcome TEXT, unanimous INTEGER, nem_con INTEGER, votes_for INTEGER, votes_against INTEGER, abstained INTEGER,
  names_for TEXT, names_against TEXT, names_abstained TEXT, confidence TEXT, confidence_reason TEXT""",
    "actions": """text TEXT NOT NULL, also TEXT, owner TEXT, due_text TEXT, first_due_date TEXT, due_kind TEXT, due_rule TEXT, origin TEXT,
  reference TEXT, due_date TEXT, status TEXT, state TEXT, reason TEXT, days_late INTEGER, meetings_late INTEGER,
  meetings_since INTEGER, closing_quote TEXT, closing_source TEXT, as_of TEXT, confidence TEXT, confidence_reason TEXT""",
    "action_mentions": """action_id TEXT NOT NULL, source TEXT NOT NULL, date TEXT, item TEXT, how TEXT, score REAL, status TEXT,
  text TEXT, due_text TEXT, due_date TEXT""",
    "officer_actions": """action_id TEXT NOT NULL, owner TEXT, due_date TEXT, status TEXT, state TEXT, reason TEXT, days_late INTEGER,
  meetings_late INTEGER, closing_quote TEXT, set_fields TEXT, note TEXT""",
    "minute_references": "text TEXT NOT NULL, number TEXT, date TEXT, title TEXT, committee TEXT",
    "progress": "text TEXT NOT NULL, action_text TEXT, owner TEXT, status_word TEXT, reference TEXT",
    "attachments": "title TEXT NOT NULL, url TEXT, size TEXT",
    "unsettled": "kind TEXT NOT NULL, text TEXT NOT NULL, reason TEXT NOT NULL, item TEXT",
}

# ``fingerprint`` is of all that a document gave: where it is the same again, nothing is written. ``replaced_by`` is of an earlier version:
# the meeting's document that is shown in its place.
_MEETINGS = """
CREATE TABLE meetings (
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, digest TEXT, fingerprint TEXT NOT NULL,
  organisation TEXT, committee TEXT, date TEXT, time TEXT, venue TEXT, contact TEXT, status TEXT, next_meeting TEXT,
  title TEXT, url TEXT, format TEXT, document_class TEXT, class_reason TEXT, words INTEGER, pages INTEGER, notes TEXT,
  replaced_by INTEGER REFERENCES meetings(id)
);
CREATE INDEX meetings_source ON meetings(source);
CREATE INDEX meetings_digest ON meetings(digest);
CREATE INDEX meetings_date ON meetings(date);
CREATE INDEX actions_standing ON actions(status, due_date);
"""

# The words to be searched, once, with the columns that the index reads them from; the index itself holds no text.
_SEARCH = """
CREATE TABLE passages (
  id INTEGER PRIMARY KEY, meeting_id INTEGER NOT NULL REFERENCES meetings(id), kind TEXT NOT NULL, value_id TEXT, item_id TEXT,
  speaker TEXT, text TEXT NOT NULL, names TEXT, body TEXT, page INTEGER, anchor TEXT, document TEXT
);
CREATE INDEX passages_meeting ON passages(meeting_id);
CREATE VIRTUAL TABLE passages_index USING fts5(
  text, names, body, content='passages', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2'
);
"""

# What makes tables of an earlier version those of the next; the views are made anew each time.
_UPGRADES = {4: "ALTER TABLE meetings ADD COLUMN replaced_by INTEGER REFERENCES meetings(id);"}

# An outcome's seconds are left out: they differ from run to run, and the same run again is to change nothing.
_RUNS = """
CREATE TABLE outcomes (
  source TEXT PRIMARY KEY, status TEXT NOT NULL, reason TEXT NOT NULL, format TEXT, words INTEGER, pages INTEGER, notes TEXT
);
CREATE TABLE runs (
  id TEXT PRIMARY KEY, as_of TEXT, sources INTEGER, meetings INTEGER, actions INTEGER, overdue INTEGER, failed INTEGER
);
"""


def open_database(path: Path, *, create: bool) -> sqlite3.Connection:
    """A connection to the database at ``path``, made with its tables where it is missing and ``create`` allows.

    Transactions are begun and ended by the caller. Raises StoreError where there is no database, the file is something
    else, or its tables are of another version; sqlite3.Error where SQLite fails otherwise.
    """
    if not create and not path.is_file():
        raise StoreError(f"there is no database at {path}; make one with `minutes-miner run`, or name the right file")
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        _check_version(connection, path)
    except (sqlite3.Error, StoreError):
        connection.close()
        raise
    return connection


def _check_version(connection: sqlite3.Connection, path: Path) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if version == 0 and tables == 0:
        parts = "".join(_of_item(name, columns) for name, columns in PARTS.items())
        connection.executescript(f"BEGIN; {parts} {_MEETINGS} {_SEARCH} {_RUNS} {VIEWS} PRAGMA user_version = {VERSION}; COMMIT;")
    elif version == 0:
        raise StoreError(f"{path} is a database of another program: choose another file")
    elif version in _UPGRADES:
        _upgrade(connection, version)
    elif version != VERSION:
        made = (
            "a later release made it: use that"
            if version > VERSION
            else "a release made it that is too old for it to be brought up to date"
        )
        raise StoreError(
            f"{path} is of version {version}, this program writes version {VERSION}: {made}, or rename the file and run again over all the "
            "minutes, which are read anew into a fresh one"
        )


def _upgrade(connection: sqlite3.Connection, version: int) -> None:
    """Bring the tables up to date where they stand, so that minutes whose files are gone are not lost."""
    views = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    dropped = "".join(f"DROP VIEW {name};" for name in views)
    changes = "".join(_UPGRADES[number] for number in range(version, VERSION))
    connection.executescript(f"BEGIN; {dropped} {changes} {VIEWS} PRAGMA user_version = {VERSION}; COMMIT;")
