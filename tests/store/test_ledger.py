"""The ledger read back: what the minutes say, whatever officers set; the views show both."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

from minutes_miner.model import Correction
from minutes_miner.officer import with_corrections
from minutes_miner.officer.find import key_of
from minutes_miner.store import Store
from tests import factories as make


def test_a_ledger_comes_back_as_it_was_kept_without_what_officers_set(tmp_path: Path) -> None:
    meeting = make.full_meeting()
    mention = make.mention(due=make.due())
    (raised,) = meeting.items[0].actions
    settled = replace(raised, due=make.due("at the next meeting", date(2024, 5, 14), kind="inferred", rule="due.committee-calendar"))
    found = make.tracked(settled, within=meeting, meetings_late=2, mentions=(mention,), closing_quote="Done.", closing_source="b.html")
    ledger = make.ledger(found)
    said = Correction(key_of(found), "owner", "Iris Noon", "J Harker", date(2024, 5, 20))
    with Store(tmp_path / "minutes.db") as store:
        assert store.ledger() is None
        store.save([meeting], with_corrections(ledger, [said]))
        assert store.ledger() == ledger
        (header,) = store.meetings()
    names = ("source", "organisation", "committee", "date", "next_meeting", "status", "document_class", "format")
    assert [getattr(header, name) for name in names] == [getattr(meeting, name) for name in names]


def test_the_view_of_actions_shows_what_officers_set(tmp_path: Path) -> None:
    meeting = make.full_meeting()
    found = make.tracked(within=meeting)
    said = [Correction(key_of(found), field, value, "J Harker", date(2024, 5, 20)) for field, value in SET.items()]
    with Store(tmp_path / "minutes.db") as store:
        store.save([meeting], with_corrections(make.ledger(found), said))
    with sqlite3.connect(tmp_path / "minutes.db") as connection:
        query = "SELECT owner, status, due_date, days_late, officers_note, set_by_officer FROM register_of_actions"
        assert connection.execute(query).fetchall() == [(None, "completed", "2024-04-30", None, "Asked.", "owner\nstatus\nnote")]
        assert connection.execute("SELECT count(*) FROM overdue_actions").fetchone() == (0,)
        assert connection.execute("SELECT owner, status FROM actions").fetchall() == [("Tomas Reyne", "overdue")]


def test_actions_of_documents_that_a_later_run_did_not_name_stay(tmp_path: Path) -> None:
    one, two = make.full_meeting(), make.meeting("b.html", committee="Cabinet")
    with Store(tmp_path / "minutes.db") as store:
        store.save([one], make.ledger(make.tracked(within=one), as_of=date(2024, 6, 1)))
        store.save([two], make.ledger(replace(make.tracked(within=two), id="bb"), as_of=date(2024, 7, 1)))
        ledger = store.ledger()
        assert store.behind() == 1
    assert ledger is not None
    assert ledger.as_of == date(2024, 7, 1)
    assert [action.committee for action in ledger.actions] == ["Cabinet", make.COMMITTEE]


SET = {"owner": "none", "status": "completed", "note": "Asked."}
