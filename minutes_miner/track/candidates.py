"""The open actions of a series, found again by their rare words: an inverted index, so that not every pair is compared."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, replace
from datetime import date, timedelta

from minutes_miner.model import Action, AgendaItem, Due, Meeting
from minutes_miner.track.phrases import PhraseBook
from minutes_miner.track.settings import TrackSettings
from minutes_miner.track.subjects import Subject, subject_of
from minutes_miner.track.words import Rarity, Words

# A word shared with the action's heading or discussion weighs less than one of its own: only the order of candidates depends on it.
_HEADING, _AROUND = 0.9, 0.4
# Words commoner than this and candidates that share less than a good half of one rare word cannot reach the threshold of a link.
_LEAST_WORD, LEAST_SHARED = 0.1, 0.6
#: What is enough for a sentence about its item's title, in which a pronoun stands for it.
LEAST_OF_TITLE = 0.2


@dataclass(eq=False, slots=True)
class Raised:
    """An action as raised: where, when, and in which place of its series."""

    number: int  # in the order of series, dates and documents
    meeting: Meeting
    place: int  # of the item in its meeting, from 0
    action: Action
    position: int  # of the meeting among the dated ones of its series
    due: Due  # as the committee's calendar settles it
    book: PhraseBook
    _subject: Subject | None = None

    @property
    def subject(self) -> Subject | None:
        """What the action is about; None where the meeting has no date. Read when first asked for, and kept until ``forget``."""
        if self._subject is None and self.meeting.date:
            self._subject = subject_of(self.action, self.item, self.meeting, self.book, due=self.due.date)
        return self._subject

    def put_off(self, to: date | None) -> None:
        """Take in the day to which a later meeting has put the action off; None where it named none."""
        if self.subject:
            self._subject = replace(self.subject, due=to)

    def forget(self) -> None:
        """Give up the subject's words: those of all series at once would fill the memory."""
        self._subject = None

    @property
    def item(self) -> AgendaItem:
        """The item under which the action was raised."""
        return self.meeting.items[self.place]

    def is_sibling(self, other: Raised) -> bool:
        """Whether both were raised under one item."""
        return self.meeting is other.meeting and self.place == other.place


class ActionIndex:
    """Actions of one series by their words."""

    def __init__(self, rarity: Rarity, settings: TrackSettings) -> None:
        self._rarity, self._settings = rarity, settings
        self._postings: dict[str, deque[tuple[Raised, float]]] = defaultdict(deque)

    def add(self, raised: Raised) -> None:
        """Take in an action; to be called in date order."""
        if raised.subject is None:
            return
        weights = dict.fromkeys(raised.subject.around, _AROUND)
        weights |= dict.fromkeys(raised.subject.heading, _HEADING)
        # What the action, or the sentence before it, names in whatever words is a word of its own.
        weights |= dict.fromkeys(raised.book.concepts.marks(raised.subject.own | raised.subject.before), 1.0)
        weights |= dict.fromkeys(raised.subject.own, 1.0)
        for word, weight in weights.items():
            self._postings[word].append((raised, weight))

    def nearest(self, words: Words, day: date, *, least: float = LEAST_SHARED) -> list[Raised]:
        """The actions raised before ``day``, and not too long before, that share the rarest of ``words`` and marks; the likeliest first.

        Words that they share must tell ``least``, together.
        """
        oldest = day - timedelta(days=self._settings.wording_days)
        shared: dict[Raised, float] = defaultdict(float)
        for word in sorted(self._postings.keys() & words):
            rarity = self._rarity(word)
            if rarity >= _LEAST_WORD:
                for raised, weight in self._posted(word, oldest):
                    shared[raised] += rarity * weight
        ranked = sorted((-points, raised.number, raised) for raised, points in shared.items() if points >= least)
        near = [raised for _, _, raised in ranked[: self._settings.candidates]]
        return [raised for raised in near if raised.meeting.date and raised.meeting.date < day]

    def _posted(self, word: str, oldest: date) -> deque[tuple[Raised, float]] | tuple[()]:
        """The actions with ``word``, the too old ones dropped for good; none where the word is too common to tell anything."""
        posted = self._postings[word]
        while posted and (posted[0][0].meeting.date or oldest) < oldest:
            posted.popleft()
        return posted if len(posted) <= self._settings.postings else ()
