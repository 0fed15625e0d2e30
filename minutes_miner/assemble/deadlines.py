"""When an action is due: the due words of its text, counted from the dates that the document gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from minutes_miner.dates import DueFinder, find_due, resolve_due
from minutes_miner.model import Due
from minutes_miner.rulebook import RuleBook


@dataclass(frozen=True)
class Deadlines:
    """What due words are counted from: the meeting's date, the next meeting's, and the committee's other known dates."""

    meeting: date | None
    next_meeting: date | None
    calendar: tuple[date, ...] = ()
    body: str | None = None  # who met, so that another body's "next meeting" is not taken for this one's
    others: tuple[tuple[str, date], ...] = ()  # dates that the document states for other bodies
    finder: DueFinder | None = None  # of a rule book with an overlay; None: the shipped rules

    def due(self, text: str) -> Due:
        """The due date that the first due phrase of ``text`` sets."""
        found = self.finder.find(text) if self.finder else find_due(text)
        if not found:
            return Due(None, None, "none stated")
        start, end, _ = found[0]
        return self.meant(text[start:end])

    def meant(self, words: str) -> Due:
        """The due date that ``words`` set, all of them being due words."""
        return resolve_due(
            words, meeting=self.meeting, next_meeting=self.next_meeting, calendar=self.calendar, body=self.body, others=self.others
        )


@lru_cache(maxsize=4)
def due_finder(book: RuleBook) -> DueFinder:
    """The due words of a rule book, compiled once."""
    return DueFinder(book)
