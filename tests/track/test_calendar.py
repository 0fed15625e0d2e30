"""The days on which a committee is known to meet."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_miner.model import Due, Meeting
from minutes_miner.track.calendar import CALENDAR_RULE, Calendar, calendar_of, settle_due
from tests.track.factories import meeting

JAN, MAR, MAY, JUL = date(2023, 1, 10), date(2023, 3, 14), date(2023, 5, 9), date(2023, 7, 11)


def calendar(*meetings: Meeting) -> Calendar:
    """The calendar of ``meetings``, moved meetings counted within a fortnight."""
    return calendar_of(meetings, moved_within_days=14)


def test_days_are_held_announced_and_minuted() -> None:
    known = calendar(meeting(JAN), meeting(MAR, next_meeting=MAY), meeting(JUL, document_class="agenda only"))
    assert known == Calendar(held=(JAN, MAR, JUL), known=(JAN, MAR, MAY, JUL), minuted=(JAN, MAR))
    assert (known.after(MAR), known.after(JUL), known.held_between(JAN, JUL)) == (MAY, None, 2)


def test_an_announced_meeting_held_a_week_later_was_moved() -> None:
    assert calendar(meeting(JAN, next_meeting=date(2023, 3, 7)), meeting(MAR)).known == (JAN, MAR)


def test_an_announced_meeting_whose_minutes_are_missing_stays() -> None:
    assert calendar(meeting(JAN, next_meeting=MAR), meeting(MAY)).known == (JAN, MAR, MAY)


@pytest.mark.parametrize("kind", ["minutes", "agenda only", "other"])
def test_a_cancelled_meeting_is_no_day_of_the_calendar(kind: str) -> None:
    cancelled = meeting(MAR, status="cancelled", document_class=kind)
    assert calendar(meeting(JAN, next_meeting=MAR), cancelled, meeting(MAY)).known == (JAN, MAY)


def test_a_report_carries_its_own_date() -> None:
    assert calendar(meeting(JAN), meeting(date(2023, 2, 1), document_class="report")).known == (JAN,)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("at the next meeting", MAR),
        ("to the next meeting", MAR),
        ("at the next meeting of the Roads Committee", None),
        ("as soon as possible", None),
        ("in the spring", None),
    ],
)
def test_the_calendar_settles_what_is_due_at_the_next_meeting(words: str, day: date | None) -> None:
    home = meeting(JAN, committee="Parks Committee")
    due = settle_due(Due(words, None, "none stated"), meeting=home, calendar=calendar(home, meeting(MAR)))
    assert (due.date, due.rule) == (day, CALENDAR_RULE if day else None)
    assert due.kind == ("inferred" if day else "none stated")


def test_a_day_that_the_document_states_is_left() -> None:
    stated = Due("by 1 February", date(2023, 2, 1), "exact")
    assert settle_due(stated, meeting=meeting(JAN), calendar=calendar(meeting(JAN), meeting(MAR))) is stated


def test_another_bodys_next_meeting_is_not_this_calendars() -> None:
    due = Due("at its next meeting", None, "none stated", "due.other-body")
    assert settle_due(due, meeting=meeting(JAN), calendar=calendar(meeting(JAN), meeting(MAR))) is due


def test_nothing_is_settled_where_no_later_meeting_is_known() -> None:
    due = Due("at the next meeting", None, "none stated")
    assert settle_due(due, meeting=meeting(JAN), calendar=calendar(meeting(JAN))) is due


def test_a_months_meeting_is_due_on_its_day_where_the_calendar_knows_it() -> None:
    stated = Due("by the March meeting", date(2023, 3, 31), "inferred", "due.meeting-month")
    home = meeting(JAN)
    assert settle_due(stated, meeting=home, calendar=calendar(home, meeting(MAR))).date == MAR
    assert settle_due(stated, meeting=home, calendar=calendar(home, meeting(MAY))) is stated


@pytest.mark.parametrize(
    ("later", "day"),
    [
        ((meeting(date(2023, 3, 21)),), date(2023, 3, 21)),  # a week later than announced
        ((meeting(MAR, status="cancelled"), meeting(MAY)), MAY),
        ((meeting(MAR),), MAR),
        ((meeting(MAY),), MAR),  # the minutes of March are not in the collection
        ((meeting(MAR, status="cancelled"),), None),  # and no later meeting is known
    ],
)
def test_what_is_due_at_a_meeting_goes_with_it_where_it_is_moved_or_cancelled(later: tuple[Meeting, ...], day: date | None) -> None:
    home = meeting(JAN, next_meeting=MAR)
    stated = Due("at the next meeting", MAR, "inferred", "due.next-meeting")
    assert settle_due(stated, meeting=home, calendar=calendar(home, *later)).date == day
