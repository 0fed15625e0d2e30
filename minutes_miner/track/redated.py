"""A new day for an action: a log's column "Due" now has another, an update says by when it will be done, the task is set again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from minutes_miner.dates import find_due, resolve_due
from minutes_miner.model import Due
from minutes_miner.text import normal
from minutes_miner.track.outcome import AWAITED, CLOSING, DEFERRED, OPEN_STILL, Fate
from minutes_miner.track.put_off import next_two
from minutes_miner.track.telling import Pair, cell_of
from minutes_miner.track.words import sentences, single, terms

NEW_DATE = "progress.new-date"
# Values of rules whose words may be about a step on the way ("quotation expected by"), so that no other thing may be named before them;
# those of the second kind give no day to an action that had none.
_OF_THING, _PLANNED = "of the thing", "planned"
# A month or day without a year that comes round again only after so many days is the one just gone by.
_LONG_AHEAD = 270
# What may stand between the words that announce a day and the day: "to be completed (hopefully) by", "deadline: end of".
_BETWEEN = re.compile(
    r"[\s:–—(-]*(?:(?:the|now|is|be|it|date|of)\s)*(?P<lead>(?:by|for|in|on|at|to|until|till|before|during)\s)?", re.IGNORECASE
)
_PARTS = re.compile(r"(?<=[.;!?])\s+|;|\s[–—]\s|\s-\s|\n")
_SEASON, _MONTH = "due-words.season", "due.month-end"
# A task that has so much of an earlier one's words is that task set again.
_SAME_TASK = 0.8


@dataclass(frozen=True, slots=True)
class Now:
    """The meeting at which a new day is told, and the days of all that are known."""

    day: date
    meetings: tuple[date, ...]

    def due(self, words: str) -> Due:
        """The day that ``words`` mean here."""
        following = next((held for held in self.meetings if held > self.day), None)
        return resolve_due(words, meeting=self.day, next_meeting=following, calendar=self.meetings)


def redated(fate: Fate, pair: Pair, now: Now) -> Fate:
    """``fate`` with the new day that its passage gives the action, where that is not closed."""
    if fate.status in CLOSING or (fate.due and not pair.passage.progress):
        return fate
    due = next((found for found in _found(fate, pair, now) if _is_new(found, pair, now)), None)
    if due is None:
        return fate
    # A log's column only says by when it is awaited now: an item of the same day may bring it.
    line = pair.passage.progress
    put_off = pair.subject.due and not (line and line.due_text and due.text == line.due_text)
    status = fate.status if fate.status in OPEN_STILL else DEFERRED if put_off else AWAITED
    return replace(fate, status=status, due=due, rule=fate.rule or NEW_DATE)


def _found(fate: Fate, pair: Pair, now: Now) -> Iterator[Due]:
    """The days that the passage may give the action, the surest first."""
    cell = cell_of(pair)
    if cell is not None:
        yield from _announced(cell, pair, now)
        if fate.due:
            yield fate.due
    line = pair.passage.progress
    if line and line.due_text and normal(line.due_text) != normal(pair.subject.due_text):
        yield from _dated([now.due(line.due_text)])
    if cell is None and fate.status in OPEN_STILL:
        yield from _announced_beside(fate.quote, pair, now)
    if _is_set_again(pair):
        yield from _dated(now.due(pair.passage.text[start:end]) for start, end, _ in find_due(pair.passage.text))


def _dated(dues: Iterable[Due]) -> Iterator[Due]:
    return (due for due in dues if due.date)


def _announced(text: str, pair: Pair, now: Now) -> Iterator[Due]:
    """The days that ``text`` announces for the action: "complete by June", "now due 31 March", "extended to the end of May"."""
    for part in filter(None, _PARTS.split(text)):
        for reading, match in pair.book.new_date.matches(part):
            if reading.value == _PLANNED and not pair.subject.due:
                continue
            if reading.value in (_OF_THING, _PLANNED) and _names_another(part[: match.start()], pair):
                continue
            if due := _day_behind(part, match.end(), now):
                yield due


def _announced_beside(quote: str, pair: Pair, now: Now) -> Iterator[Due]:
    """The days that the sentence which tells of the action, or one of the two behind it, announces for it.

    To an action without a day a sentence gives one only where it is about nothing else: "To be completed by the end of March."
    """
    if pair.subject.due:
        yield from _announced(quote, pair, now)
    for text in next_two(pair.passage):
        first = next(pair.book.new_date.matches(text), None)
        if first and not _names_another(text[: first[1].start()], pair) and (pair.subject.due or not text[: first[1].start()].strip()):
            yield from _announced(text, pair, now)


def _day_behind(text: str, at: int, now: Now) -> Due | None:
    """The day named right behind ``at``, or the time of the year; "to June" is read as "by June"."""
    between = _BETWEEN.match(text, at)
    assert between is not None  # it may be empty
    rest = f"by {text[between.end() :]}"
    found = next(((end, rule) for start, end, rule in find_due(rest) if start == 0), None)
    if found is None:
        return None
    end, rule = found
    start = between.start("lead") if between["lead"] else between.end()
    due = now.due(rest[:end])
    return replace(due, text=text[start : between.end() + end - len("by ")].strip()) if due.date or rule == _SEASON else None


def _names_another(before: str, pair: Pair) -> bool:
    """Whether the words before an announced day name a thing that the action does not: "Contractor booked for January"."""
    subject, book = pair.subject, pair.book
    known = book.business_words | book.deferral_words | subject.own | subject.heading | subject.owner
    return bool(single(terms(before)) - known) or book.is_step(before)


def _is_set_again(pair: Pair) -> bool:
    """Whether the passage sets the very task again."""
    asked = single(pair.subject.own)
    if not pair.passage.fresh or not asked or len(sentences(pair.passage.text)) > 1:
        return False
    same_owner = not pair.subject.owner or bool(pair.subject.owner & terms(pair.passage.text))
    return same_owner and len(asked & pair.passage.words) >= _SAME_TASK * len(asked)


def _is_new(due: Due, pair: Pair, now: Now) -> bool:
    """Whether ``due`` is a day to come, or a time of the year, other than the action's own."""
    if due.date is None:
        return pair.subject.due is not None
    first = pair.subject.due
    if due.date < now.day or due.date == first or (due.kind != "exact" and (due.date - now.day).days > _LONG_AHEAD):
        return False
    if first and due.rule == _MONTH and (due.date.year, due.date.month) == (first.year, first.month):
        return False  # "Sep 23" in a log's column, of what is due on 14 September
    # The first day may be told once more; in a later year its words would mean another.
    return not (first and due.kind != "exact" and (due.date.month, due.date.day) == (first.month, first.day))
