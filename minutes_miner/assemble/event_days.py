"""The day of a promise to be there: that of the event, told in the sentence beside it ("The talk is on 4 July. Mr Ash will attend.")."""

from __future__ import annotations

import re

from minutes_miner.dates import DueFinder, find_dates, find_day_months
from minutes_miner.dates_phrases import DATE_RULE

# A promise that says no more than that somebody will be there.
_TO_BE_THERE = re.compile(
    r"\b(?:attend|attending|go|going|be\sthere|be\spresent|come\salong|take\spart)(?:\s(?:this|it|along|(?:the|this)\s[a-z]+))?"
    r"(?:\son\sbehalf\sof\s[^,;.]+)?[.]?$"
)
_FIGURE = re.compile(r"\d")  # without one there is no date
# What tells of an event to come, behind the promise.
_COMING = re.compile(
    r"(?:(?:The|This)\s(?:first\s|next\s)?(?:meeting|event|session|training|course|visit|talk|conference|seminar|walk|briefing)|It|This)\s(?:will|would|is)\b"
)


def day_of_event(task: str, told: str, finder: DueFinder, *, before: bool) -> str | None:
    """The words for the day on which ``task`` takes somebody to the event that ``told``, the sentence beside it, tells of."""
    if not _FIGURE.search(told) or not (before or _COMING.match(told)) or not _TO_BE_THERE.search(task):
        return None
    if words := [told[start:end] for start, end, rule in finder.find(told) if rule == DATE_RULE]:
        return words[-1]
    dates = find_dates(told)
    spans = [(start, end) for start, end, _ in dates] + [(part.start, part.end) for part in find_day_months(told, dates=dates)]
    return told[slice(*max(spans))] if spans else None
