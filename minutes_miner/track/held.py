"""Which meetings were not held, as later minutes tell, and which were none of the ordinary ones."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from minutes_miner.dates import find_dates, find_day_months
from minutes_miner.dates_written import MONTH, month_number
from minutes_miner.model import Meeting
from minutes_miner.rulebook import load
from minutes_miner.text import normal
from minutes_miner.track.readings import Readings, readings_of
from minutes_miner.track.words import paragraphs, sentences

# A paragraph without one of these tells of no meeting that was not held; nearly all are passed over so.
_SIGNS = ("cancel", "abandon", "quor", "postpon", "not held", "be held", "place", "called off", "no meeting")
_MEETING = re.compile(r"(?P<whose>(?:[\w’'&/-]+\s){0,3})\bmeetings?\b", re.IGNORECASE)
_MONTH = re.compile(rf"\b{MONTH}\b", re.IGNORECASE)
# What may stand before "meeting" where it is the body's own; a month, a weekday, a figure and words of the body's name may, too.
_OWN = frozenset((
    "the", "a", "an", "our", "its", "this", "that", "last", "previous", "council", "parish", "town", "community", "committee", "board",
    "panel", "full", "ordinary", "scheduled", "planned", "monthly", "regular", "of", "for", "and", "to", "no", "had", "been", "there",
    "was",
    "because", "as", "since", "when", "cancellation", "postponement", "abandonment", "noted", "reported", "by", "owing", "due", "following",
))  # fmt: skip


@dataclass(frozen=True)
class MeetingWords:
    """The rules by which meetings are told apart, of one rule book."""

    not_held: Readings
    extra: tuple[str, ...]  # in comparing form

    def is_extra(self, meeting: Meeting) -> bool:
        """Whether the head of the record calls the meeting an extraordinary one, or the electors' yearly one: no ordinary meeting."""
        head = normal(f"{meeting.title or ''} {meeting.committee or ''}")
        return any(f" {words} " in f" {head} " for words in self.extra)

    def told_not_held(self, meeting: Meeting, announced: Collection[date]) -> set[date]:
        """The days among those ``announced`` on which, as ``meeting`` tells, the body did not meet after all."""
        earlier = sorted(day for day in announced if meeting.date and day < meeting.date)
        if not earlier:
            return set()
        own = _OWN | set(normal(f"{meeting.organisation or ''} {meeting.committee or ''}").split())
        return {day for text in self._told(meeting) if _is_own(text, own) for day in _meant(text, earlier)}

    def _told(self, meeting: Meeting) -> list[str]:
        """The sentences that tell of a meeting that was not held."""
        lines = (line for item in meeting.items for line in paragraphs(item.text) if "meeting" in line)
        near = (line for line in lines if any(sign in line for sign in _SIGNS))
        return [said for line in near for said in sentences(line) if self.not_held.found_in(said)]


def _is_own(text: str, own: Collection[str]) -> bool:
    """Whether the first meeting that ``text`` names may be the body's own."""
    match = _MEETING.search(text)
    words = normal(match["whose"]).split() if match else []
    return bool(match) and all(word in own or word[:1].isdigit() or _MONTH.fullmatch(word) or word.endswith("day") for word in words)


def _meant(text: str, earlier: list[date]) -> set[date]:
    """The days that ``text`` names: by date or by month; the last one where it names none."""
    dates = {day for _, _, day in find_dates(text)}
    parts = {(part.day, part.month) for part in find_day_months(text)}
    months = set() if dates or parts else {month_number(match[0]) for match in _MONTH.finditer(text)}
    if not (dates or parts or months):
        return {earlier[-1]}
    # Without its year a day, or a month, is the last such.
    latest = {(day.day, day.month): day for day in earlier} | {(0, day.month): day for day in earlier}
    return (dates & set(earlier)) | {latest[part] for part in parts | {(0, month) for month in months} if part in latest}


@lru_cache(maxsize=4)
def meeting_words(rules: Path | None) -> MeetingWords:
    """The shipped words with those of the folder ``rules`` laid over them."""
    book = load(rules)
    return MeetingWords(Readings(readings_of(book.of_kinds("meeting not held"), book)), tuple(map(normal, book.words("extra_meetings"))))
