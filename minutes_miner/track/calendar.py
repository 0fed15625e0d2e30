"""The days on which a committee is known to meet, and the dues that they settle."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from minutes_miner.dates import resolve_due
from minutes_miner.model import Due, Meeting

# Kinds of document whose date is a meeting's; a report carries its own.
_OF_A_MEETING = ("minutes", "action log", "agenda only")
CALENDAR_RULE = "due.committee-calendar"
# How a due came by the last day of a month in which some meeting is to be.
_MEETING_MONTH = "due.meeting-month"
_NEXT_MEETING, _OTHER_BODY = "due.next-meeting", "due.other-body"


@dataclass(frozen=True, slots=True)
class Calendar:
    """A committee's meeting days: ``held`` have a document in the collection, ``known`` add those that documents announce."""

    held: tuple[date, ...]
    known: tuple[date, ...]
    minuted: tuple[date, ...]  # days whose minutes are in the collection

    def after(self, day: date) -> date | None:
        """The next known meeting day after ``day``."""
        at = bisect_right(self.known, day)
        return self.known[at] if at < len(self.known) else None

    def held_between(self, after: date, until: date) -> int:
        """How many meetings are known to have been held after ``after``, up to and including ``until``."""
        return bisect_right(self.held, until) - bisect_right(self.held, after)


def calendar_of(meetings: Iterable[Meeting], *, moved_within_days: int) -> Calendar:
    """The calendar that a series' dated documents give. A cancelled meeting is no day of it.

    An announced day counts unless a meeting was held, or cancelled, within ``moved_within_days`` of it: that was the same meeting moved.
    """
    dated = [(m, m.date) for m in meetings if m.date and (m.document_class in _OF_A_MEETING or m.status == "cancelled")]
    cancelled = {day for m, day in dated if m.status == "cancelled"}
    held = {day for m, day in dated if day not in cancelled}
    announced = {m.next_meeting for m, day in dated if m.next_meeting and m.next_meeting > day}
    standing = {day for day in announced if not any(abs((day - other).days) <= moved_within_days for other in held | cancelled)}
    minuted = {day for m, day in dated if day in held and m.document_class != "agenda only"}
    return Calendar(tuple(sorted(held)), tuple(sorted(held | standing)), tuple(sorted(minuted)))


def settle_due(due: Due, *, meeting: Meeting, calendar: Calendar) -> Due:
    """``due`` with its day where the committee's calendar gives it: "at the next meeting" where its document states no date for that, or
    where that meeting was moved or cancelled, and "by the October meeting" where October's meeting is known."""
    if not due.text or not meeting.date:
        return due
    following = calendar.after(meeting.date)
    if due.date and due.rule == _NEXT_MEETING and due.date not in calendar.known and following:
        return replace(due, date=following, rule=CALENDAR_RULE)  # the meeting announced was moved or cancelled
    if (due.date and due.rule != _MEETING_MONTH) or due.rule == _OTHER_BODY:
        return due
    read = resolve_due(due.text, meeting=meeting.date, next_meeting=following, calendar=calendar.known, body=meeting.committee)
    if read.rule == _MEETING_MONTH or read.date not in calendar.known or read.kind != "inferred":
        return due
    return replace(due, date=read.date, kind="inferred", rule=CALENDAR_RULE)
