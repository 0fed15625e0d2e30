"""Linking actions to the later items that take them up: by reference, by action log, and by wording."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from datetime import date

from minutes_miner.model import ActionMention, Evidence, Meeting, Unsettled
from minutes_miner.track.calendar import Calendar
from minutes_miner.track.candidates import LEAST_OF_TITLE, LEAST_SHARED, ActionIndex, Raised
from minutes_miner.track.choose import Claim, chosen
from minutes_miner.track.cited import CitationReader
from minutes_miner.track.context import Context
from minutes_miner.track.fate import fate_of
from minutes_miner.track.heirs import Heirs
from minutes_miner.track.likeness import Likeness
from minutes_miner.track.outcome import CLOSING, DONE, OPEN_STILL, Fate
from minutes_miner.track.passages import Passage, item_key, passages_of
from minutes_miner.track.recalled import recalled_position
from minutes_miner.track.rivals import weighed
from minutes_miner.track.sent_on import sent_on
from minutes_miner.track.series import REPORTING, Series
from minutes_miner.track.settings import TrackSettings
from minutes_miner.track.singled import REFERENCE, TABLE, Singler
from minutes_miner.track.wholesale import done_at_once
from minutes_miner.track.words import Rarity, terms

WORDING = "wording"

Found = list[tuple[int, ActionMention]]


def link_series(series: Series, calendar: Calendar, context: Context) -> tuple[Found, list[Unsettled]]:
    """Each mention with the number of its action, in date order, and the links and references that could not be settled."""
    return _Walk(series, calendar, context).run()


class _Walk:
    """One series read in date order: each meeting's passages against the actions of the meetings before it."""

    def __init__(self, series: Series, calendar: Calendar, context: Context) -> None:
        self._series, self._calendar, self._context = series, calendar, context
        self._rarity = Rarity(context.book.business_words, context.book.office_words)
        self._likeness = self._fresh_likeness()
        self._index = ActionIndex(self._rarity, context.settings)
        self._singler = Singler(self._rarity.total, context.book)
        self._citations = CitationReader(series, context, self._singler, self._printed)
        self._heirs = Heirs(self._rarity)
        self._open_at: dict[int, int] = {}  # the position of the meeting that last said of an action that it is open still
        self._closed: set[int] = set()
        self._found: Found = []
        self._unsettled: list[Unsettled] = []
        self._untold: list[tuple[int, Unsettled]] = []  # by the actions' numbers, what is said of them by reference and not understood

    def run(self) -> tuple[Found, list[Unsettled]]:
        """The mentions of the series' actions by the actions' numbers, and what is left to a person; the meetings are gone through once."""
        for position, meeting in enumerate(self._series.dated):
            self._learn(meeting)
            if meeting.document_class in REPORTING and meeting.date:
                self._link(meeting, meeting.date, position)
            self._take_in(meeting)
        # What is reported closed, then or later, is in no doubt any more.
        return self._found, [*self._unsettled, *(doubt for number, doubt in self._untold if number not in self._closed)]

    def _fresh_likeness(self) -> Likeness:
        """A comparer for one meeting: what is rare changes with each."""
        return Likeness(self._rarity, self._context.book, self._context.settings)

    def _learn(self, meeting: Meeting) -> None:
        """Take in what is read of a meeting before its passages are: its members' names and its words."""
        for attendee in meeting.attendance:
            self._rarity.add_name(attendee.name)
        for item in meeting.items:
            words = terms(f"{item.title}\n{item.text}")
            self._rarity.add_item(words | self._context.book.concepts.marks(words))

    def _take_in(self, meeting: Meeting) -> None:
        """Take in a meeting whose passages have been read: its actions, and the names that are no news from now on."""
        for place, item in enumerate(meeting.items):
            for name in (*(s.name for s in item.speakers), *(a.owner for a in item.actions if a.owner)):
                self._rarity.add_name(name)
            self._rarity.add_bodies(item.text)
            for raised in self._context.raised_in(meeting, place):
                self._index.add(raised)
                self._citations.learn(raised)

    def _link(self, meeting: Meeting, day: date, position: int) -> None:
        self._likeness = self._fresh_likeness()
        passages: list[list[Passage]] = [[] for _ in meeting.items]
        for passage in passages_of(meeting, self._context.book):
            passages[passage.under.place].append(passage)
        cited = self._citations.read(meeting, day, passages)
        settled = {(claim.raised.number, claim.passage.under.place) for claim in cited.claims}
        told = {claim.raised.number for claim in cited.claims if claim.how == REFERENCE}
        claims = self._claims(passages, day, position)
        left = [c for c in claims if (c.raised.number, c.passage.under.place) not in settled and cited.leaves_open(c)]
        left = [replace(c, points=c.points + self._context.settings.weights.told) if c.raised.number in told else c for c in left]
        held, tied = chosen(weighed(left, self._context.settings), self._context.settings)
        taken_up = [*cited.claims, *held]
        taken_up += self._gone_on_with(taken_up, meeting, passages, position)
        spoken = {claim.raised.number for claim in taken_up}
        inherited: set[tuple[int, int]] = set()  # earlier actions, each with the item that tells of them by way of a later one
        still_open: dict[int, list[Raised]] = defaultdict(list)  # by the place of the item that says so
        for claim in taken_up:
            mention = self._mention(claim, meeting, day)
            self._keep(claim.raised, mention, position)
            for each in self._heirs.before(claim.raised):
                told_there = (each.number, claim.passage.under.place)
                if each.number not in spoken and told_there not in inherited:
                    inherited.add(told_there)
                    self._keep(each, mention, position)
            self._unsettled += _not_understood(claim, mention)
            if claim.how == REFERENCE and not (mention.status or mention.due):
                self._untold.append((claim.raised.number, _untold(claim, mention)))
            self._citations.learn_taken_up(claim, meeting)
            if mention.status in OPEN_STILL:
                still_open[claim.passage.under.place].append(claim.raised)
        for place, undone in still_open.items():
            self._heirs.learn(undone, self._context.raised_in(meeting, place))
        self._close_all([passage for said in passages for passage in said], spoken, meeting, day, position)
        self._unsettled += [*cited.unsettled, *(_tied(claim, meeting) for claim in tied)]

    def _gone_on_with(
        self, claims: Sequence[Claim], meeting: Meeting, passages: Sequence[Sequence[Passage]], position: int
    ) -> Iterator[Claim]:
        """The further claims of those whose passage sends the reader on to another item: for the sentence there most like the action."""
        known = {(claim.raised.number, claim.passage.under.place) for claim in claims}
        for claim in claims:
            for place in sent_on(claim.passage, meeting.items, self._context.book):
                said = [passage for passage in passages[place] if passage.progress is None]
                if said and (claim.raised.number, place) not in known:
                    known.add((claim.raised.number, place))
                    yield replace(claim, passage=max(said, key=lambda each: self._points(claim.raised, each, position)))

    def _close_all(self, said: Sequence[Passage], spoken: Container[int], meeting: Meeting, day: date, position: int) -> None:
        """Close the last meeting's actions where a passage says that all were done, but for those that this meeting has ``spoken`` of."""
        last = max((n for n, m in enumerate(self._series.dated[:position]) if m.document_class in REPORTING), default=None)
        if last is None:
            return
        earlier = self._series.dated[last]
        raised = [r for place in range(len(earlier.items)) for r in self._context.raised_in(earlier, place)]
        left = [r for r in raised if r.number not in self._closed and r.subject]
        for each, passage, rule in done_at_once(said, left, self._context.book):
            if each.number in spoken:
                continue
            claim = Claim(each, passage, math.inf, REFERENCE)
            self._keep(each, self._mention(claim, meeting, day, fate=Fate(DONE, passage.text, rule)), position)

    def _claims(self, passages: Sequence[Sequence[Passage]], day: date, position: int) -> list[Claim]:
        """The claims by wording of each passage."""
        claims: list[Claim] = []
        near: dict[tuple[int, str], list[Raised]] = {}
        for passage in (passage for said in passages for passage in said):
            paragraph = (passage.under.place, passage.paragraph)
            if paragraph not in near:
                words = passage.words | passage.around | passage.head_words | passage.under.title_words
                words |= self._context.book.concepts.marks(words)
                near[paragraph] = self._index.nearest(words, day, least=LEAST_OF_TITLE if passage.of_title else LEAST_SHARED)
            for raised in near[paragraph]:
                points = self._points(raised, passage, position)
                if points >= self._context.settings.accept_line:
                    how = TABLE if passage.progress else WORDING
                    quoted, closed = self._is_quoted(raised, passage), raised.number in self._closed
                    claims.append(Claim(raised, passage, points, how, self._singler.own(raised, passage.words), quoted, closed))
        return claims

    def _keep(self, raised: Raised, mention: ActionMention, position: int) -> None:
        self._found.append((raised.number, mention))
        if mention.due:
            raised.put_off(mention.due.date)
        if mention.status in OPEN_STILL:
            self._open_at[raised.number] = position
        elif mention.status in CLOSING:
            self._closed.add(raised.number)

    def _points(self, raised: Raised, passage: Passage, position: int) -> float:
        if raised.subject is None:
            return 0.0
        spoken = self._open_at.get(raised.number, raised.position)
        recalled = recalled_position(passage, self._series.dated[:position]) if passage.recalled else None
        then = recalled in (raised.position, spoken) if recalled is not None else None
        closed = self._context.settings.weights.closed if raised.number in self._closed else 0.0
        return self._likeness.points(raised.subject, passage, passed=position - spoken - 1, then=then) + closed

    def _printed(self, passage: Passage, day: date) -> list[Raised]:
        return [raised for raised in self._index.nearest(passage.words, day) if self._is_quoted(raised, passage)]

    def _is_quoted(self, raised: Raised, passage: Passage) -> bool:
        return raised.subject is not None and self._likeness.is_quoted(raised.subject, passage)

    def _mention(self, claim: Claim, meeting: Meeting, day: date, *, fate: Fate | None = None) -> ActionMention:
        """The mention that a claim is; what became of the action is read from its passage unless ``fate`` tells it."""
        fate = fate or self._fate(claim, day)
        return ActionMention(
            source=meeting.source,
            date=day,
            item=item_key(claim.passage.item),
            how=claim.how,
            score=_likelihood(claim.points, self._context.settings),
            status=fate.status,
            quote=fate.quote,
            due=fate.due,
            evidence=_at(claim)._replace(rule=fate.rule or f"track.{claim.how.replace(' ', '-')}", quote=fate.quote),
        )

    def _fate(self, claim: Claim, day: date) -> Fate:
        """What became of the action: by a sentence under a log that cites it too, unless only the log's line, written before, closes it."""
        if claim.below:
            told = self._fate(replace(claim, passage=claim.below, how=REFERENCE, below=None), day)
            line = self._fate(replace(claim, below=None), day)
            return told if told.status in CLOSING or (told.status and line.status not in CLOSING) else line
        assert claim.raised.subject is not None
        return fate_of(
            claim.passage,
            claim.raised.subject,
            rarity=self._rarity,
            book=self._context.book,
            day=day,
            meetings=self._calendar.known,
            cited=claim.how == REFERENCE,
        )


def _likelihood(points: float, settings: TrackSettings) -> float:
    """Points as a share between 0 and 1: a half at the threshold; 1 for a reference."""
    return round(1 / (1 + math.exp(settings.accept - points)), 3) if math.isfinite(points) else 1.0


def _tied(claim: Claim, meeting: Meeting) -> Unsettled:
    action = claim.raised.action
    place = f"{claim.raised.meeting.source}, item {item_key(claim.raised.item)}"
    reason = f"actions of other items are worded alike; this one was raised in {place}"
    at = _at(claim)._replace(rule=f"track.{claim.how.replace(' ', '-')}", quote=claim.passage.text)
    return Unsettled("link", action.text, reason, item_key(claim.passage.item), at, meeting.source)


def _not_understood(claim: Claim, mention: ActionMention) -> list[Unsettled]:
    """That the status of an action log's line does not say how the action stands: "RED", "Complete? see item 6"."""
    line = claim.passage.progress
    if mention.status or not line or not line.status_word:
        return []
    reason = f"the status “{line.status_word}” in the action log does not tell how the action stands"
    return [Unsettled("status", claim.raised.action.text, reason, mention.item, mention.evidence, mention.source)]


def _untold(claim: Claim, mention: ActionMention) -> Unsettled:
    """That a passage which cites the action's minute does not say in words that are understood how the action stands."""
    reason = "the minute is cited, but not in words that tell how the action stands"
    return Unsettled("status", claim.raised.action.text, reason, mention.item, mention.evidence, mention.source)


def _at(claim: Claim) -> Evidence:
    """Where a claim's passage stands: its line of an action log, else its item."""
    return claim.passage.progress.evidence if claim.passage.progress else claim.passage.item.evidence
