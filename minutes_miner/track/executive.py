"""The executive's clock: by when it must answer what a scrutiny body recommends to it, where the profile says that this is followed."""

from __future__ import annotations

import re
from dataclasses import replace

from minutes_miner.dates_due import add_months
from minutes_miner.model import Action, AgendaItem, Due, Meeting
from minutes_miner.track.phrases import PhraseBook

EXECUTIVE_RULE = "due.executive-response"
# The decision that a limb belongs to opens with one of these: "RECOMMENDED to Cabinet: (1) That ...".
_OPENS = re.compile(r"\b(?:RESOLVED|RECOMMENDED|AGREED|Resolved|Recommended|Agreed|RECOMMENDATIONS?|Recommendations?)\b")
# So far from its opening word the body stands to which a decision recommends, in characters.
_LEAD = 120


def executive_due(due: Due, action: Action, item: AgendaItem, *, meeting: Meeting, book: PhraseBook, months: int) -> Due:
    """``due`` of ``action``; where it is a recommendation to the executive without due words, a day ``months`` after the meeting.

    The law counts from the day on which the executive receives the recommendation, which minutes do not tell: not before the meeting.
    """
    if not months or due.text or due.date or meeting.date is None or not book.is_scrutiny(meeting.committee or ""):
        return due
    phrase = book.to_executive(action.text) or book.to_executive(_lead(action, item))
    return replace(due, text=phrase, date=add_months(meeting.date, months), kind="inferred", rule=EXECUTIVE_RULE) if phrase else due


def _lead(action: Action, item: AgendaItem) -> str:
    """The words that open the decision of which ``action`` is a limb; "" for an action of another origin."""
    at = item.text.find(action.text) if action.origin == "resolution" else -1
    opened = [match.start() for match in _OPENS.finditer(item.text, 0, at)] if at > 0 else []
    return item.text[opened[-1] : min(at, opened[-1] + _LEAD)] if opened else ""
