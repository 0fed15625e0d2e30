"""Opening the file, and what a person reads in it."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from minutes_miner.errors import StoreError
from minutes_miner.store import Store
from tests import factories as make


def _read(path: Path, view: str) -> list[dict[str, Any]]:
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    rows = [dict(row) for row in connection.execute(f"SELECT * FROM {view}")]
    connection.close()
    return rows


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "minutes.db"
    late = make.meeting("2024-05-14.html", day=date(2024, 5, 14), attendance=(make.attendee(status="apologies"),), items=())
    first = make.full_meeting()
    states = ("overdue", "completed", "no date stated")
    actions = tuple(make.action(state, start=number) for number, state in enumerate(states))
    first = make.full_meeting(
        items=(make.full_item(actions=actions, questions=(make.question(), make.question("Why?", answered_by=None, answer=None))),)
    )
    rows = [make.tracked(one, within=first, state=state, id=state) for one, state in zip(actions, states, strict=True)]
    rows[1] = make.tracked(actions[1], within=first, state="completed", id="completed", mentions=(make.mention(),))
    with Store(path) as store:
        store.save([first, late], make.ledger(*rows), [make.outcome()])
    return path


@pytest.mark.parametrize(
    ("view", "column", "values"),
    [
        ("register_of_actions", "id", ["overdue", "completed", "no date stated"]),
        ("overdue_actions", "action", ["overdue"]),
        ("open_actions", "state", ["overdue", "no date stated"]),
        ("history_of_actions", "words", ["The letter had been sent."]),
        ("resolutions_by_meeting", "votes_for", [6]),
        ("who_asked_what", "asked_by", ["Councillor Ivy Marlowe", "Councillor Ivy Marlowe"]),
        ("unanswered_questions", "question", ["Why?"]),
        ("who_said_what", "speaker", ["Councillor Ivy Marlowe"]),
        ("to_settle", "reason", ["nobody is named"]),
    ],
)
def test_views_read_without_joining(path: Path, view: str, column: str, values: list[Any]) -> None:
    rows = _read(path, view)
    assert sorted(row[column] for row in rows) == sorted(values)
    assert {row["committee"] for row in rows} == {make.COMMITTEE}


def test_attendance_is_summed_by_person(path: Path) -> None:
    rows = {row["name"]: row for row in _read(path, "attendance_summary")}
    marlowe = rows["Councillor Ivy Marlowe"]
    assert (marlowe["listed"], marlowe["present"], marlowe["apologies"], marlowe["last_meeting"]) == (2, 1, 1, "2024-05-14")


def test_a_missing_database_is_not_made_by_a_search(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"there is no database at .*minutes-miner run"):
        Store(tmp_path / "none.db", create=False)
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize(("version", "said"), [(99, "later release"), (3, "too old")])
def test_a_database_of_another_version_is_refused_with_the_mend(path: Path, version: int, said: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    with pytest.raises(StoreError, match=rf"version {version},.*writes version 5.*{said}.*rename the file and run again"):
        Store(path)


def test_a_database_of_the_version_before_is_brought_up_to_date(path: Path) -> None:
    before = {view: _read(path, view) for view in ("register_of_actions", "attendance_summary", "to_settle")}
    connection = sqlite3.connect(path)
    for (view,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
        connection.execute(f"DROP VIEW {view}")
    connection.executescript("ALTER TABLE meetings DROP COLUMN replaced_by; CREATE VIEW places AS SELECT 1; PRAGMA user_version = 4;")
    connection.close()
    with Store(path, create=False) as store:
        assert len(store.meetings()) == 2
    assert {view: _read(path, view) for view in before} == before


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "other.db")
    connection.execute("CREATE TABLE photos (id)")
    connection.close()
    with pytest.raises(StoreError, match="another program"):
        Store(tmp_path / "other.db")


def test_a_file_that_is_no_database_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "minutes.db").write_text("Minutes of the meeting " * 100)
    with pytest.raises(StoreError, match="not a database"):
        Store(tmp_path / "minutes.db")


def test_a_folder_that_is_a_file_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "outputs").write_text("")
    with pytest.raises(StoreError, match="cannot be made"):
        Store(tmp_path / "outputs" / "minutes.db")
