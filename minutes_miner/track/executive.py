"""The executive's clock: by when it must answer what a scrutiny body recommends to it, where the profile says that this is followed."""

from __future__ import annotations

from dataclasses import replace

from minutes_miner.dates_due import add_months
from minutes_miner.model import Due, Meeting
from minutes_miner.track.phrases import PhraseBook

EXECUTIVE_RULE = "due.executive-response"


def executive_due(due: Due, text: str, *, meeting: Meeting, book: PhraseBook, months: int) -> Due:
    """``due`` of the action ``text``; where it is a recommendation to the executive without due words, a day ``months`` after the meeting.

    The law counts from the day on which the executive receives the recommendation, which minutes do not tell: not before the meeting.
    """
    if not months or due.text or due.date or meeting.date is None or not book.is_scrutiny(meeting.committee or ""):
        return due
    phrase = book.to_executive(text)
    return replace(due, text=phrase, date=add_months(meeting.date, months), kind="inferred", rule=EXECUTIVE_RULE) if phrase else due
