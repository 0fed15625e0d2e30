"""Meetings that came to nothing: too few members came, or the meeting was abandoned before it had decided anything."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from minutes_miner.assemble.frame_rules import FrameRules
from minutes_miner.dates import find_dates, find_day_months, resolve_due
from minutes_miner.model import AgendaItem, Document
from minutes_miner.text import places

# A sign that each of the phrases has, to look for first.
_SIGNS = ("quor", "abandon")
# What is said of another meeting: "The October meeting had been inquorate", "if there were no quorum".
_OF_ANOTHER = re.compile(r"\b(?:had\sbeen|has\sbeen|previous|last|next|if|unless|whether|would|could\sbe|required|part)\b", re.IGNORECASE)
# The new day stands in the same sentence or the next: "All business was deferred to 10 December".
_BEFORE, _REACH = 100, 300
_MOVED_TO = re.compile(
    r"\b(?:adjourn|defer|re-?conven|re-?arrang|re-?schedul|postpon|carried|held\sover|put\sback|moved)[^.;\n]{0,80}?"
    r"\b(?:to|until|till|for|on)\s(?=[^.;\n]{0,60}\d)",
    re.IGNORECASE,
)


def not_held(document: Document, items: Iterable[AgendaItem], day: date | None, rules: FrameRules) -> int | None:
    """Where the record says that its own meeting was abandoned, or could decide nothing for want of a quorum; None where it was held."""
    if not any(sign in document.small for sign in _SIGNS) or any(_decides(item) for item in items):
        return None
    found = places(document.small, rules.book.words("not_held_words"))
    return next((start for start, _ in found if _is_own(document.text, start, day)), None)


def _decides(item: AgendaItem) -> bool:
    return bool(item.actions) or any(not one.procedural and one.type != "deferred" for one in item.resolutions)


def _is_own(text: str, at: int, day: date | None) -> bool:
    """Whether the sentence around ``at`` speaks of the meeting whose record this is."""
    start = max(text.rfind(". ", 0, at), text.rfind("\n", 0, at)) + 1
    before = text[start:at]
    dates = {found for _, _, found in find_dates(before)} - {day}
    return not (dates or find_day_months(before) or _OF_ANOTHER.search(before))


def moved_to(document: Document, at: int, day: date | None) -> date | None:
    """The later day to which the words at ``at``, or those after them, put the meeting off."""
    moved = _MOVED_TO.search(document.text, max(0, at - _BEFORE), at + _REACH)
    if not moved or day is None:
        return None
    found = resolve_due(document.text[moved.end() : moved.end() + 40].split("\n")[0], meeting=day, next_meeting=None)
    return found.date if found.date and found.date > day and found.rule in ("due.written-date", "due.day-month") else None
