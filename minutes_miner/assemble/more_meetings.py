"""A file that holds the minutes of more than one meeting: what is read is one record, so the file has to be divided."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from minutes_miner.assemble.frame_rules import FrameRules
from minutes_miner.dates import find_dates, long_date
from minutes_miner.model import PRESENT, Document, Unsettled

_BEFORE = 6  # blocks between the second meeting's title and its list of those present
_TITLE = re.compile(r"\b(?:minutes|notes|meeting)\b", re.IGNORECASE)
_LONGEST_TITLE = 250  # characters
_PRESENT = "present"


def more_meetings(document: Document, day: date | None, rules: FrameRules) -> Iterator[Unsettled]:
    """One note for each further meeting: a list of those present, under a title line with another date than ``day``."""
    if day is None or document.small.count(f"\n{_PRESENT}") < 2 or document.format.startswith("moderngov"):
        return
    told: set[date] = set()
    for at, block in enumerate(document.blocks):
        if not document.small.startswith(_PRESENT, block.body):
            continue
        label = rules.labels.read(document.slice(block.body, block.end))
        if label is None or label.status != PRESENT:
            continue
        for other, words in _titled(document, at):
            if other != day and other not in told:
                told.add(other)
                reason = f"the file holds the minutes of {long_date(other)} as well; both were read as one: save each by itself"
                yield Unsettled("meeting", words, reason, None)


def _titled(document: Document, at: int) -> Iterator[tuple[date, str]]:
    """The dates of the title lines just above a list of those present."""
    for block in document.blocks[max(0, at - _BEFORE) : at]:
        text = document.slice(block.start, block.end)
        if block.label or len(text) > _LONGEST_TITLE or not _TITLE.search(text) or "next" in text.lower():
            continue
        yield from ((found, text) for _, _, found in find_dates(text)[:1])
