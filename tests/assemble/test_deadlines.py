"""Whose next meeting sets a deadline."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_miner.assemble.deadlines import Deadlines

MEETING, NEXT = date(2031, 4, 8), date(2031, 5, 13)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("The Clerk would report to the next meeting.", "to the next meeting", NEXT),
        ("The Committee would consider the lease at its next meeting.", "at its next meeting", NEXT),
        ("The Parks Committee would consider the lease at its next meeting.", "at its next meeting", NEXT),
        ("The Audit Committee would agree the rules at its next meeting.", "at its next meeting", None),
    ],
)
def test_its_next_meeting_is_that_of_the_body_named(text: str, words: str, day: date | None) -> None:
    due = Deadlines(MEETING, NEXT, body="Parks Committee").due(text)
    assert (due.text, due.date) == (words, day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The Clerk would answer what was asked at the Fields meeting on 12 February.", None),  # of the year that is going on
        ("The Clerk would write to the school, which was shut on 3 March.", None),
        ("The Clerk would bring it to the Fields meeting on 12 June.", date(2031, 6, 12)),
        ("The Clerk would report back by 12 February.", date(2032, 2, 12)),
    ],
)
def test_a_day_at_which_something_was_is_not_that_of_next_year(text: str, day: date | None) -> None:
    assert Deadlines(MEETING, NEXT, body="Parks Committee").due(text).date == day
