"""How an action stands on a day: a pure function of its due date and its dated history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from minutes_miner.dates import long_date
from minutes_miner.model import CORRECTION, ActionMention
from minutes_miner.track.calendar import Calendar
from minutes_miner.track.outcome import AWAITED, DONE, DROPPED, NOTED, PART_DONE, REPLACED
from minutes_miner.track.settings import TrackSettings

COMPLETED, OVERDUE, OPEN, SUPERSEDED = "completed", "overdue", "open", "superseded"
DUE_SOON, AWAITING_MINUTES, NO_DATE, DROPPED_STATE = "due soon", "awaiting minutes", "no date stated", "dropped"


# An action log is written before the meeting: what is under way in it may be brought to an end by an item of the same day. A link by
# wording of this likelihood is as good as a reference (of such, more than nine in ten are right).
_LOG, _UNDER_WAY, _ENDS, _SURE = "action table", (PART_DONE, AWAITED), (DONE, REPLACED, DROPPED), 0.85


@dataclass(frozen=True, slots=True)
class Standing:
    """An action's status and finer state on a day, why, and the mention that closed it."""

    status: str
    state: str
    reason: str
    due_date: date | None
    days_late: int | None = None
    closing: ActionMention | None = None
    meetings_late: int | None = None


def standing(due: date | None, history: Sequence[ActionMention], *, as_of: date, calendar: Calendar, settings: TrackSettings) -> Standing:
    """How the action stands on ``as_of``. Mentions of later days are left out; once closed it stays closed."""
    for told in _told(history, as_of):
        if told.status == DONE:
            return Standing(COMPLETED, COMPLETED, f"reported done on {_day(told)}", due, closing=told)
        if told.status == REPLACED:
            return Standing(SUPERSEDED, SUPERSEDED, f"replaced by a decision of {_day(told)}", due, closing=told)
        if told.status == DROPPED:
            how = "struck out of the minutes" if told.how == CORRECTION else "given up"
            return Standing(SUPERSEDED, DROPPED_STATE, f"{how} on {_day(told)}", due, closing=told)
        # "Carried forward" with no word of when leaves the stated day; "to a future meeting" takes it away. What is still awaited may be
        # promised anew, for a later day.
        if told.due:
            due = told.due.date
    return _open(due, as_of, calendar, settings)


def _told(history: Sequence[ActionMention], as_of: date) -> Iterator[ActionMention]:
    """In date order, for each day the mention that says most surely what became of the action; that it was noted says nothing."""
    telling = (m for m in history if m.status not in (None, NOTED) or m.how == CORRECTION)
    known = sorted((m for m in telling if m.date and m.date <= as_of), key=lambda m: (m.date, -m.score, m.source, m.item))
    for _, same_day in groupby(known, key=lambda m: m.date):
        said = list(same_day)
        yield from (m for m in said if m.how == CORRECTION)  # of the day that was first set, whatever else is told
        told = [m for m in said if m.how != CORRECTION]
        if not told:
            continue
        first, *others = told
        done = next((m for m in others if m.status in _ENDS and m.how != _LOG and m.score >= _SURE), None)
        yield done if done and first.how == _LOG and first.status in _UNDER_WAY else first


def _open(due: date | None, as_of: date, calendar: Calendar, settings: TrackSettings) -> Standing:
    if due is None:
        return Standing(OPEN, NO_DATE, "no date stated and no report of its being done", None)
    if due < as_of:
        late, passed = (as_of - due).days, calendar.held_between(due, as_of)
        if due in calendar.known and not any(due <= day <= as_of for day in calendar.minuted):
            reason = f"due at the meeting of {long_date(due)}, whose minutes are not in the collection"
            return Standing(OVERDUE, AWAITING_MINUTES, reason, due, late, meetings_late=passed)
        ago = f"{_count(late, 'day')}" + (f" and {_count(passed, 'meeting')}" if passed else "")
        reason = f"due {long_date(due)}, {ago} ago, and not reported done"
        return Standing(OVERDUE, OVERDUE, reason, due, late, meetings_late=passed)
    if due - as_of <= timedelta(days=settings.due_soon_days):
        return Standing(OPEN, DUE_SOON, f"due {long_date(due)}", due)
    return Standing(OPEN, OPEN, f"due {long_date(due)}", due)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _day(mention: ActionMention) -> str:
    return long_date(mention.date) if mention.date else "a day not known"
