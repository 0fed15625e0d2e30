"""The days on which a committee is known to meet, and the dues that they settle."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from minutes_miner.dates import resolve_due
from minutes_miner.model import NOT_HELD, Due, Meeting
from minutes_miner.track.held import meeting_words

# Kinds of document whose date is a meeting's; a report carries its own.
_OF_A_MEETING = ("minutes", "action log", "agenda only")
_NONE = ("cancelled", NOT_HELD)
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
    extra: tuple[date, ...] = ()  # of those held the extraordinary ones, which nothing is put off to but by name
    failed: tuple[date, ...] = ()  # days on which a meeting was announced, or begun, and not held

    @property
    def ordinary(self) -> tuple[date, ...]:
        """The known days but those of extraordinary meetings."""
        return tuple([day for day in self.known if day not in self.extra]) if self.extra else self.known

    def after(self, day: date) -> date | None:
        """The day of the next ordinary meeting known after ``day``."""
        days = self.ordinary
        at = bisect_right(days, day)
        return days[at] if at < len(days) else None

    def held_between(self, after: date, until: date) -> int:
        """How many meetings are known to have been held after ``after``, up to and including ``until``."""
        return bisect_right(self.held, until) - bisect_right(self.held, after)


def calendar_of(meetings: Iterable[Meeting], *, moved_within_days: int, rules: Path | None = None) -> Calendar:
    """The calendar that a series' dated documents give. A meeting that was cancelled, or could decide nothing, is no day of it.

    An announced day counts unless an ordinary meeting was held, or cancelled, within ``moved_within_days`` of it: that was the same meeting
    moved; or unless a later meeting tells, in the words of ``rules``, that it was not held.
    """
    words = meeting_words(rules)
    dated = [(m, m.date) for m in meetings if m.date and (m.document_class in _OF_A_MEETING or m.status in _NONE)]
    failed = {day for m, day in dated if m.status in _NONE}
    held = {day for m, day in dated if day not in failed}
    ordinary = {day for m, day in dated if day in held and not words.is_extra(m)}
    announced = [(m.next_meeting, day) for m, day in dated if m.next_meeting and m.next_meeting > day and m.next_meeting not in held]
    # A meeting that came to nothing may itself have named the day on which it will be held.
    standing = {day for day, by in announced if not any(abs((day - other).days) <= moved_within_days for other in ordinary | failed - {by})}
    told = {day for m, _ in dated for day in words.told_not_held(m, standing)}
    minuted = {day for m, day in dated if day in held and m.document_class != "agenda only"}
    return Calendar(*(tuple(sorted(days)) for days in (held, held | standing - told, minuted, held - ordinary, failed | told)))


def settle_due(due: Due, *, meeting: Meeting, calendar: Calendar) -> Due:
    """``due`` with its day where the committee's calendar gives it: "at the next meeting" where its document states no date for that, or
    where that meeting was moved or not held, and "by the October meeting" where October's meeting is known."""
    if not due.text or not meeting.date:
        return due
    following = calendar.after(meeting.date)
    if due.date and due.rule == _NEXT_MEETING and (due.date not in calendar.known or due.date in calendar.extra):
        if not following and due.date not in calendar.failed:
            return due
        kind = "inferred" if following else "none stated"  # the meeting announced was moved, or not held and no later one is known
        return replace(due, date=following, kind=kind, rule=CALENDAR_RULE)
    if (due.date and due.rule != _MEETING_MONTH) or due.rule == _OTHER_BODY:
        return due
    read = resolve_due(due.text, meeting=meeting.date, next_meeting=following, calendar=calendar.ordinary, body=meeting.committee)
    if read.rule == _MEETING_MONTH or read.date not in calendar.known or read.kind != "inferred":
        return due
    return replace(due, date=read.date, kind="inferred", rule=CALENDAR_RULE)
