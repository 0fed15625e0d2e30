"""When an action is due: the due words of its text, counted from the dates that the document gives."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from minutes_miner.assemble.other_dates import OtherDates, other_dates
from minutes_miner.dates import DueFinder, find_due, resolve_due
from minutes_miner.dates_phrases import DATE_RULE, Found
from minutes_miner.model import Due
from minutes_miner.rulebook import RuleBook, load

# A month without a year that comes round again only after so many days is the one just gone by.
_LONG_AHEAD = 270
# A body named before "its next meeting", whose meeting that is.
_BODY = re.compile(
    r"\b(?:[A-Z][\w’'&-]*,?\s(?:and\s|of\s|for\s|the\s)?){1,5}(?:Sub-)?(?:Committee|Panel|Board|Group|Forum|Cabinet|Council|Commission|Trust)\b"
)
_ITS_MEETING = re.compile(r"\b(?:its|their) next meeting\b", re.IGNORECASE)
_WHEN_IT_WAS = re.compile(r"(?:at|on)\b")
_BARE_MONTH = re.compile(r"in\s(?:early\s|late\s|mid[-\s])?[A-Z][a-z]+|(?:at|on)\sthe\s[A-Z][a-z]+\s(?:[a-z]+\s)?(?:meeting|agenda)")

_NONE_STATED = Due(None, None, "none stated")


_OTHER_BODY = "due.other-body"
_BETWEEN = re.compile(r"\s(?:[^\s;:(),]+\s){0,6}")


def _is_its_date(text: str, end: int, found: Found) -> bool:
    """Whether due words are the date of the meeting that stands before them: "to the next Panel meeting in Bury on 4 May"."""
    return found[2] == DATE_RULE and bool(_BETWEEN.fullmatch(text, end, found[0]))


@dataclass(frozen=True)
class Deadlines:
    """What due words are counted from: the meeting's date, the next meeting's, and the committee's other known dates."""

    meeting: date | None
    next_meeting: date | None
    calendar: tuple[date, ...] = ()
    body: str | None = None  # who met, so that another body's "next meeting" is not taken for this one's
    others: tuple[tuple[str, date], ...] = ()  # dates that the document states for other bodies
    finder: DueFinder | None = None  # of a rule book with an overlay; None: the shipped rules
    other: OtherDates | None = None  # likewise

    def due(self, text: str, told: int = 0) -> Due:
        """The due date that the first due phrase of ``text`` sets, phrases that tell of the past left out.

        Phrases after ``told``, where the words stand that set the task, come before those that lead up to it.
        """
        found = self.finder.find(text) if self.finder else find_due(text)
        other = (self.other or other_dates(load())) if found else None
        for start, end, _ in sorted(found, key=lambda each: (each[1] <= told, each[0])) if len(found) > 1 else found:
            due = self._of_body(text, start, end)
            if due.rule == _OTHER_BODY and (dated := next((each for each in found if _is_its_date(text, end, each)), None)):
                due = self.meant(text[dated[0] : dated[1]])
            if other and other.is_other(text, told, start, end):
                continue
            if not self._looks_back(due):
                return due
        return _NONE_STATED

    def _of_body(self, text: str, start: int, end: int) -> Due:
        """The due date of the words between two offsets; "its next meeting" is that of the body named last before it."""
        words = text[start:end]
        named = _BODY.findall(text[:start]) if _ITS_MEETING.search(words) else []
        if not named:
            return self.meant(words)
        return replace(self.meant(_ITS_MEETING.sub(f"next {named[-1]} meeting", words)), text=words)

    def _looks_back(self, due: Due) -> bool:
        """Whether words that look like due words tell of the past: a day before the meeting, or "in February" in minutes of March."""
        if due.date is None or self.meeting is None or due.text is None:
            return False
        far = (due.date - self.meeting).days > _LONG_AHEAD
        told = due.rule == "due.day-month" and _WHEN_IT_WAS.match(due.text)
        return due.date < self.meeting or (far and (told or _BARE_MONTH.fullmatch(due.text)) is not None)

    def meant(self, words: str) -> Due:
        """The due date that ``words`` set, all of them being due words."""
        return resolve_due(
            words, meeting=self.meeting, next_meeting=self.next_meeting, calendar=self.calendar, body=self.body, others=self.others
        )


@lru_cache(maxsize=4)
def due_finder(book: RuleBook) -> DueFinder:
    """The due words of a rule book, compiled once."""
    return DueFinder(book)
