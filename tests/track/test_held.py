"""Meetings that were not held, as later minutes tell, and those between the ordinary ones."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_miner.model import Due
from minutes_miner.track.calendar import Calendar, calendar_of, settle_due
from tests.track.factories import item, meeting

JAN, MAR, MAY = date(2023, 1, 10), date(2023, 3, 14), date(2023, 5, 9)
FIRST = meeting(JAN, next_meeting=MAR)
NEXT_MEETING = Due("at the next meeting", MAR, "inferred", "due.next-meeting")


def told(text: str) -> Calendar:
    """The calendar of a meeting that announces March's, and of May's, which says ``text``."""
    return calendar_of([FIRST, meeting(MAY, item("1", "Opening", text))], moved_within_days=14)


@pytest.mark.parametrize(
    "text",
    [
        "The meeting due on 14 March had been cancelled owing to a burst pipe.",
        "The March meeting was cancelled.",
        "The meeting of 14 March could not be held as it was inquorate.",
        "The meeting arranged for Tuesday 14th March was abandoned for want of a quorum.",
        "It was noted that the meeting scheduled for 14 March 2023 did not take place.",
        "The Chairman apologised for the cancellation of the last meeting.",
        "There had been no meeting in March.",
        "The Council meeting on 14 March had been postponed to tonight.",
    ],
)
def test_a_meeting_that_is_told_not_to_have_been_held_moves_what_was_due_at_it(text: str) -> None:
    calendar = told(text)
    assert (calendar.known, calendar.failed) == ((JAN, MAY), (MAR,))
    assert settle_due(NEXT_MEETING, meeting=FIRST, calendar=calendar).date == MAY


@pytest.mark.parametrize(
    "text",
    [
        "The fete meeting on 14 March was cancelled.",
        "The meeting of 14 February had been cancelled.",
        "The meeting on 14 March was held in the school.",
        "The order for the bench was cancelled at the meeting on 14 March.",
    ],
)
def test_another_meeting_or_another_thing_moves_nothing(text: str) -> None:
    assert told(text).known == (JAN, MAR, MAY)


def test_a_meeting_that_could_decide_nothing_is_none_and_may_name_the_day_in_its_place() -> None:
    again = date(2023, 3, 21)
    calendar = calendar_of([FIRST, meeting(MAR, status="not held", next_meeting=again)], moved_within_days=14)
    assert calendar.known == (JAN, again)
    assert settle_due(NEXT_MEETING, meeting=FIRST, calendar=calendar).date == again


def test_where_no_later_meeting_is_known_what_was_due_at_one_not_held_has_no_day() -> None:
    calendar = calendar_of([FIRST, meeting(MAR, status="not held")], moved_within_days=14)
    due = settle_due(NEXT_MEETING, meeting=FIRST, calendar=calendar)
    assert (due.text, due.date, due.kind) == ("at the next meeting", None, "none stated")


@pytest.mark.parametrize("kind", ["extraordinary meeting", "Extra-Ordinary Parish Council Meeting", "Annual Parish Meeting"])
def test_the_next_meeting_is_the_next_ordinary_one(kind: str) -> None:
    extra = meeting(date(2023, 1, 24), title=f"Minutes of the {kind} held on 24 January 2023")
    calendar = calendar_of([meeting(JAN), extra, meeting(MAR)], moved_within_days=14)
    assert (calendar.after(JAN), calendar.held_between(JAN, MAR)) == (MAR, 2)
    assert settle_due(Due("at the next meeting", None, "none stated"), meeting=meeting(JAN), calendar=calendar).date == MAR


@pytest.mark.parametrize(
    ("words", "day"), [("in two meetings' time", MAY), ("at the meeting after next", MAY), ("in 3 meetings’ time", None)]
)
def test_meetings_are_counted_ahead(words: str, day: date | None) -> None:
    calendar = calendar_of([meeting(JAN), meeting(MAR), meeting(MAY)], moved_within_days=14)
    assert settle_due(Due(words, None, "none stated"), meeting=meeting(JAN), calendar=calendar).date == day
