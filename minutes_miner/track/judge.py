"""How followed actions stand on a day, judged from the history that they carry: when they are followed, and on any other day later."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from minutes_miner.model import Meeting, TrackedAction
from minutes_miner.track.calendar import Calendar, calendar_of
from minutes_miner.track.phrases import phrase_book
from minutes_miner.track.series import series_of
from minutes_miner.track.settings import TrackSettings
from minutes_miner.track.status import COMPLETED, OPEN, OVERDUE, Standing, standing
from minutes_miner.track.words import end_note

_Place = tuple[str | date | None, ...]


def judged(action: TrackedAction, *, as_of: date, calendar: Calendar, settings: TrackSettings) -> TrackedAction:
    """``action`` as it stands on the day ``as_of``; what later meetings say of it is left out."""
    known = tuple(one for one in action.mentions if one.date is None or one.date <= as_of)
    stands = standing(action.action.due.date, known, as_of=as_of, calendar=calendar, settings=settings)
    if stands.status in (OPEN, OVERDUE) and _is_noted_done(action.action.text, settings):
        reason = "noted as done where it is recorded"
        stands = Standing(COMPLETED, COMPLETED, reason, stands.due_date)
    return replace(
        action,
        status=stands.status,
        state=stands.state,
        reason=stands.reason,
        due_date=stands.due_date,
        days_late=stands.days_late,
        meetings_late=stands.meetings_late,
        meetings_since=calendar.held_between(action.meeting_date, as_of) if action.meeting_date else None,
        mentions=known,
        closing_quote=stands.closing.quote if stands.closing else None,
        closing_source=stands.closing.source if stands.closing else None,
    )


def _is_noted_done(text: str, settings: TrackSettings) -> bool:
    return phrase_book(settings.rules).is_noted_done(end_note(text))


def judged_again(
    actions: Iterable[TrackedAction], meetings: Sequence[Meeting], *, as_of: date, settings: TrackSettings
) -> tuple[TrackedAction, ...]:
    """The ``actions`` that were raised by ``as_of``, as they stand on that day.

    ``meetings`` are all those that the actions were followed through; their headers will do. The same comes of following the minutes
    anew, as far as no meeting between the day of ``actions`` and a later ``as_of`` was left out when they were followed.
    """
    calendars: dict[_Place, Calendar] = {}
    for series in series_of(meetings):
        calendar = calendar_of(series.dated, moved_within_days=settings.moved_within_days, rules=settings.rules)
        calendars |= {_place(one.source, one.organisation, one.committee, one.date): calendar for one in (*series.dated, *series.undated)}
    return tuple(
        judged(one, as_of=as_of, calendar=calendars[_place(one.source, one.organisation, one.committee, day)], settings=settings)
        for one in actions
        if (day := one.meeting_date) is None or day <= as_of
    )


def _place(source: str, organisation: str | None, committee: str | None, day: date | None) -> _Place:
    """What tells a meeting from others; files of several folders may have one name."""
    return source, organisation, committee, day
