"""Judged again as of any day, the history kept tells what following the minutes anew would."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from minutes_miner.track import TrackSettings, judged_again, track
from tests.track.factories import action, full, item
from tests.track.test_ledger import JAN, JUL, MAY, SERIES, STRANGER

NOWHERE = replace(STRANGER, date=None, source="wexmoor/undated.html")


@pytest.mark.parametrize("day", [JAN, JAN + timedelta(days=30), MAY - timedelta(days=1), MAY, JUL, date(2024, 2, 1)])
def test_the_history_kept_gives_the_ledger_of_any_day(day: date) -> None:
    meetings = (*SERIES, STRANGER, NOWHERE)
    kept = track(meetings, as_of=date(2023, 12, 31))
    headers = [replace(one, items=()) for one in meetings]
    assert judged_again(kept.actions, headers, as_of=day, settings=TrackSettings()) == track(meetings, as_of=day).actions


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Clerk to ask the bell ringers. (DONE)", "completed"),
        ("Sign for the boiler room. Update after the meeting: Done.", "completed"),
        ("Clerk to order the bench – since completed", "completed"),
        ("Clerk to order the bench (done by May)", "open"),
        ("Clerk to see to it that the work is done.", "open"),
        ("Clerk to order the bench (as agreed)", "open"),
    ],
)
def test_what_is_noted_as_done_where_it_is_recorded_is_done(text: str, status: str) -> None:
    (tracked,) = track([full(JAN, item("9", "Hall", "", action(text)))], as_of=date(2023, 12, 31)).actions
    assert tracked.status == status
