"""Keeping runs: the same again changes nothing, a new reading replaces the old one, nothing else is touched."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from minutes_miner.errors import StoreError
from minutes_miner.model import Ledger, Meeting, Outcome
from minutes_miner.store import Store
from minutes_miner.store.schema import PARTS
from tests import factories as make

TABLES = ("meetings", *PARTS, "passages", "outcomes", "runs")


def _save(path: Path, *meetings: Meeting, ledger: Ledger | None = None, outcomes: tuple[Outcome, ...] = ()) -> None:
    with Store(path) as store:
        store.save(meetings, ledger, outcomes)


def _rows(path: Path, sql: str) -> list[tuple[Any, ...]]:
    with sqlite3.connect(path) as connection:
        return connection.execute(sql).fetchall()


def _counts(path: Path) -> dict[str, int]:
    return {table: _rows(path, f"SELECT count(*) FROM {table}")[0][0] for table in TABLES}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "outputs" / "minutes.db"


def test_every_table_is_filled(path: Path) -> None:
    meeting = make.full_meeting()
    found = make.tracked(within=meeting, mentions=(make.mention(),))
    ledger = make.ledger(replace(found, found=found))
    _save(path, meeting, ledger=ledger, outcomes=(make.outcome(),))
    assert [table for table, count in _counts(path).items() if count == 0] == []


def test_the_same_run_again_writes_nothing(path: Path) -> None:
    meetings = (make.full_meeting(), make.meeting("copy.html", digest=make.full_meeting().digest), make.meeting("b.html", digest=""))
    ledger = make.followed(*meetings)
    outcomes = (make.outcome(), make.outcome("x.pdf", "failed", "Damaged", notes=("a", "b")))
    _save(path, *meetings, ledger=ledger, outcomes=outcomes)
    before = path.read_bytes()
    _save(path, *meetings, ledger=ledger, outcomes=tuple(replace(one, seconds=9.0) for one in outcomes))
    assert path.read_bytes() == before


def test_a_later_run_over_other_documents_loses_nothing(path: Path) -> None:
    _save(path, make.meeting("a.html"), outcomes=(make.outcome("a.html"),))
    _save(path, make.meeting("b.html"), outcomes=(make.outcome("b.html"),))
    assert _rows(path, "SELECT source FROM meetings ORDER BY id") == [("a.html",), ("b.html",)]
    assert _rows(path, "SELECT source FROM outcomes ORDER BY source") == [("a.html",), ("b.html",)]


def test_a_document_that_can_no_longer_be_read_is_kept_as_it_was(path: Path) -> None:
    _save(path, make.meeting("a.html"), outcomes=(make.outcome("a.html"),))
    _save(path, outcomes=(make.outcome("a.html", "failed", "Damaged"),))
    assert _counts(path)["meetings"] == 1
    assert _rows(path, "SELECT status FROM outcomes") == [("failed",)]


def test_a_new_reading_replaces_the_rows_under_the_same_ids(path: Path) -> None:
    _save(path, make.meeting())
    ids = _rows(path, "SELECT meeting_id, id, text FROM questions")
    again = make.full_item(questions=(make.question("What of the hedgehogs?"), make.question()), actions=())
    _save(path, make.meeting(items=(again,)))
    after = _rows(path, "SELECT meeting_id, id, text FROM questions ORDER BY position")
    assert [text for *_, text in after] == ["What of the hedgehogs?", make.question().text]
    assert after[1] == ids[0]
    assert _counts(path)["actions"] == 0
    assert _counts(path)["meetings"] == 1


@pytest.mark.parametrize(
    ("second", "meetings"),
    [
        pytest.param({"source": "moved/a.html"}, 1, id="the same bytes elsewhere"),
        pytest.param({"digest": "final"}, 1, id="another version in the same file"),
        pytest.param({"digest": ""}, 1, id="the same file, bytes unknown"),
        pytest.param({"digest": "other", "date": date(2024, 5, 14)}, 2, id="another meeting in a file of that name"),
        pytest.param({"source": "b.html", "digest": "other"}, 2, id="another document of the meeting"),
    ],
)
def test_a_document_is_known_again(path: Path, second: dict[str, Any], meetings: int) -> None:
    first = make.meeting("a.html", digest="draft")
    _save(path, first)
    _save(path, replace(first, **second))
    assert _counts(path)["meetings"] == meetings
    assert _counts(path)["items"] == meetings
    kept = {meeting_id for (meeting_id,) in _rows(path, "SELECT id FROM meetings")}
    assert 1 in kept


def test_actions_take_their_standing_from_the_ledger(path: Path) -> None:
    meeting = make.meeting()
    done = make.tracked(within=meeting, state="completed", mentions=(make.mention(due=make.due()),), closing_quote="Done.")
    _save(path, meeting, ledger=make.ledger(done))
    assert _rows(path, "SELECT id, status, due_date, closing_quote, as_of FROM actions") == [
        ("a1b2c3", "completed", "2024-04-30", "Done.", "2024-06-01")
    ]
    assert _rows(path, "SELECT action_id, source, text, due_date FROM action_mentions") == [
        ("a1b2c3", "harrowmere/2024-05-14.html", "The letter had been sent.", "2024-04-30")
    ]


def test_without_a_ledger_actions_are_kept_without_standing(path: Path) -> None:
    _save(path, make.meeting())
    assert _rows(path, "SELECT status, due_date, as_of FROM actions") == [(None, "2024-04-30", None)]


def test_values_that_say_the_same_are_told_apart(path: Path) -> None:
    twice = make.full_item(resolutions=(make.resolution(), make.resolution(start=500)))
    _save(path, make.meeting(items=(twice, twice)))
    assert _counts(path)["resolutions"] == 4
    assert len(set(_rows(path, "SELECT id FROM resolutions"))) == 4


def test_what_following_left_open_goes_to_the_document_that_it_names(path: Path) -> None:
    left = make.unsettled("link", "two candidates", item=None, source="x/b.html")
    _save(path, make.meeting("x/a.html"), make.meeting("x/b.html"), ledger=make.ledger(unsettled=[left]))
    assert _rows(path, "SELECT organisation, source, text FROM to_settle") == [(make.ORGANISATION, "x/b.html", "two candidates")]


def test_each_run_is_noted_once(path: Path) -> None:
    meeting = make.meeting()
    for day in (1, 1, 2):
        _save(path, meeting, ledger=make.followed(meeting, as_of=date(2024, 6, day)), outcomes=(make.outcome(),))
    assert _rows(path, "SELECT as_of, sources, meetings, actions, overdue, failed FROM runs ORDER BY as_of") == [
        ("2024-06-01", 1, 1, 1, 1, 0),
        ("2024-06-02", 1, 1, 1, 1, 0),
    ]


def test_a_run_that_breaks_off_leaves_nothing(path: Path) -> None:
    _save(path, make.meeting("a.html"))
    before = path.read_bytes()
    broken = make.meeting("b.html", items=(replace(make.item(), title=None),))  # type: ignore[arg-type]
    with pytest.raises(StoreError), Store(path) as store:
        store.save([make.meeting("c.html"), broken])
    assert path.read_bytes() == before
