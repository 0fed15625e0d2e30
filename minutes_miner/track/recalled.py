"""Which earlier meeting a sentence names: "as agreed at the last meeting", "at the March meeting it was asked that ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_miner.dates_written import MONTH, month_number
from minutes_miner.model import Meeting
from minutes_miner.track.passages import Passage
from minutes_miner.track.series import REPORTING

_MONTH = re.compile(rf"\b(?P<month>{MONTH})\b", re.IGNORECASE)
_NO_MEETING = re.compile(r"\b(?:between|outside)\b", re.IGNORECASE)
# The March meeting is the last one held in March, of which nobody speaks so after a year.
_YEAR = 366


def recalled_position(passage: Passage, earlier: Sequence[Meeting]) -> int | None:
    """The place among the ``earlier`` meetings, in date order, of the one that the passage names; None where it names none, -1 where it is
    not among them: what was decided "between meetings" was decided at none."""
    if not passage.recalled:
        return None
    if _NO_MEETING.search(passage.recalled):
        return -1
    match = _MONTH.search(passage.recalled)
    month = month_number(match["month"]) if match else None
    places = (
        place
        for place in reversed(range(len(earlier)))
        if earlier[place].document_class in REPORTING and (not month or _held_in(earlier[place], month, passage))
    )
    return next(places, -1)


def _held_in(meeting: Meeting, month: int, passage: Passage) -> bool:
    day, now = meeting.date, passage.under.day
    return bool(day and now and day.month == month and (now - day).days <= _YEAR)
