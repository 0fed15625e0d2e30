"""Corrections made to earlier minutes when they are approved, shown on the record that they change; that record itself stays as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from minutes_miner.dates import find_dates, find_day_months, long_date
from minutes_miner.model import CORRECTION, AgendaItem, Meeting, Unsettled
from minutes_miner.track.phrases import PhraseBook
from minutes_miner.track.references import split_limb
from minutes_miner.track.series import Series
from minutes_miner.track.words import paragraphs, sentences

# An item that approves minutes has the word in its title or in the sentence; elsewhere "approved subject to" is said of other things.
_MINUTES = "minutes"
# Here begins what is changed: the days named from here on are those that the change is about.
_CHANGE = re.compile(
    r":|\bsubject to\b|\bwith (?:the|a|an|one|two|three|some|minor)\b|\b(?:amended|corrected|altered|should)\b", re.IGNORECASE
)
# An item's number that is no plain figure is known by itself; a plain one only behind a word for it.
_LEAD = r"(?:\b(?:minutes?|items?|min|paragraph|para|section)\.?\s(?:no\.?\s|number\s)?)"


@dataclass(frozen=True, slots=True)
class Amendment:
    """A correction made in an item of ``meeting`` to earlier minutes: those of ``meant``, and there of the item ``number``, where known."""

    text: str
    item: AgendaItem
    meeting: Meeting
    meant: Meeting | None
    number: str | None


def amendments(series: Series, book: PhraseBook) -> Iterator[Amendment]:
    """The corrections that a series' minutes make to earlier ones, in date order."""
    minuted = [meeting for meeting in series.dated if meeting.document_class == "minutes"]
    for position, meeting in enumerate(minuted):
        for item in meeting.items:
            for text in changes_in(item, book):
                meant = _meant(text, item, meeting.date or date.max, minuted[:position])
                yield Amendment(text, item, meeting, meant, _number(text, item, meant))


def corrections_of(series: Series, book: PhraseBook) -> Iterator[Unsettled]:
    """Each correction as a point for a person to settle on the earlier record, whose source it carries; in date order."""
    return map(_point, amendments(series, book))


def _number(text: str, item: AgendaItem, meant: Meeting | None) -> str | None:
    """The number of the earlier item that a correction names; None where it names none, or several."""
    named = next((r.number for r in item.references if r.number and r.text in text), None)
    if named:
        return split_limb(named)[0]
    numbers = {each.number for each in meant.items if each.number} if meant else set()
    found = [
        n for n in numbers if re.search(rf"{_LEAD if n.isdigit() else ''}(?<![\w/.]){re.escape(n)}(?![\w/]|\.\d)", text, re.IGNORECASE)
    ]
    return found[0] if len(found) == 1 else None


def changes_in(item: AgendaItem, book: PhraseBook) -> Iterator[str]:
    """The sentences of ``item`` that change earlier minutes; what they quote is no report on anything."""
    titled = _MINUTES in item.title.casefold()
    for paragraph in paragraphs(item.text):
        if titled or _MINUTES in paragraph.casefold():
            yield from (sentence for sentence in sentences(paragraph) if book.is_amendment(sentence))


def _meant(text: str, item: AgendaItem, on: date, earlier: Sequence[Meeting]) -> Meeting | None:
    """The meeting whose minutes are approved: that of the day named with them or in the title, else the last one before.

    Where what is put right is told, a day need not be a meeting's, and no day to come is that of minutes.
    """
    named = text[max(text.casefold().find(_MINUTES), 0) :]
    for words in (_CHANGE.split(named, maxsplit=1)[0], item.title):
        days, parts = {day for _, _, day in find_dates(words) if day < on}, find_day_months(words)
        held = [meeting for meeting in earlier if meeting.date in days]
        # A day without its year is the last such day.
        held = held or [m for m in earlier if m.date and any((m.date.day, m.date.month) == (p.day, p.month) for p in parts)][-1:]
        if days or parts:
            return held[0] if len(held) == 1 else None
    return earlier[-1] if earlier else None


def _point(amendment: Amendment) -> Unsettled:
    text, meeting, meant = amendment.text, amendment.meeting, amendment.meant
    day = long_date(meeting.date) if meeting.date else meeting.source
    if meant is None:
        reason = f"made on {day} to minutes that are not in the collection, or that several documents may be"
    else:
        reason = f"made when these minutes were approved on {day}; they are kept as first published"
    at = amendment.item.evidence._replace(rule="track.correction", quote=text, source=meeting.source if meant else None)
    return Unsettled(CORRECTION, text, reason, amendment.number, at, (meant or meeting).source)
