"""Linking actions to the later items that take them up: by reference, by action log, and by wording."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from minutes_miner.model import ActionMention, AgendaItem, Meeting, MinuteReference, Unsettled
from minutes_miner.text import normal
from minutes_miner.track.calendar import Calendar
from minutes_miner.track.candidates import ActionIndex, Raised
from minutes_miner.track.choose import Claim, chosen
from minutes_miner.track.fate import fate_of
from minutes_miner.track.likeness import Likeness
from minutes_miner.track.passages import Passage, item_key, passages_of
from minutes_miner.track.phrases import OPEN_STILL, PhraseBook
from minutes_miner.track.references import Resolver, plain_number, reference_of
from minutes_miner.track.series import Series
from minutes_miner.track.settings import TrackSettings
from minutes_miner.track.words import Rarity, terms

REFERENCE, TABLE, WORDING = "reference", "action table", "wording"
# Documents that report what became of things; an agenda announces, a report is on its own subject.
REPORTING = ("minutes", "action log")

Found = list[tuple[int, ActionMention]]


@dataclass(frozen=True, slots=True)
class Tools:
    """What linking any series needs: the actions raised in each item of each meeting (by identity); references; rules; thresholds."""

    raised: Mapping[tuple[int, int], Sequence[Raised]]
    resolver: Resolver
    book: PhraseBook
    settings: TrackSettings


def link_series(series: Series, calendar: Calendar, tools: Tools) -> tuple[Found, list[Unsettled]]:
    """Each mention with the number of its action, in date order, and the links and references that could not be settled."""
    return _Walk(series, calendar, tools).run()


class _Walk:
    """One series read in date order: each meeting's passages against the actions of the meetings before it."""

    def __init__(self, series: Series, calendar: Calendar, tools: Tools) -> None:
        self._series, self._calendar, self._tools = series, calendar, tools
        self._rarity = Rarity(tools.book.business_words, tools.book.office_words)
        self._likeness = self._fresh_likeness()
        self._index = ActionIndex(self._rarity, tools.settings)
        self._by_reference: dict[str, Raised] = {}  # the council's own action numbers; one used again means the later action
        self._taken_up: dict[int, int] = {}  # the position of the meeting that last said of an action that it is open still
        self._found: Found = []
        self._unsettled: list[Unsettled] = []

    def run(self) -> tuple[Found, list[Unsettled]]:
        for position, meeting in enumerate(self._series.dated):
            self._learn(meeting)
            if meeting.document_class in REPORTING and meeting.date:
                self._link(meeting, meeting.date, position)
            self._take_in(meeting)
        return self._found, self._unsettled

    def _fresh_likeness(self) -> Likeness:
        """A comparer for one meeting: what is rare changes with each."""
        return Likeness(self._rarity, self._tools.book, self._tools.settings)

    def _take_in(self, meeting: Meeting) -> None:
        for place in range(len(meeting.items)):
            for raised in self._tools.raised.get((id(meeting), place), ()):
                self._index.add(raised)
                if raised.action.reference:
                    self._by_reference[plain_number(raised.action.reference)] = raised

    def _learn(self, meeting: Meeting) -> None:
        for attendee in meeting.attendance:
            self._rarity.add_name(attendee.name)
        for item in meeting.items:
            self._rarity.add_item(terms(f"{item.title}\n{item.text}"))
            for name in (*(s.name for s in item.speakers), *(a.owner for a in item.actions if a.owner)):
                self._rarity.add_name(name)

    def _link(self, meeting: Meeting, day: date, position: int) -> None:
        self._likeness = self._fresh_likeness()
        claims: dict[tuple[int, int], Claim] = {}
        passages: list[list[Passage]] = [[] for _ in meeting.items]
        near: dict[tuple[int, str], list[Raised]] = {}
        for passage in passages_of(meeting, self._tools.book):
            passages[passage.under.place].append(passage)
            paragraph = (passage.under.place, passage.paragraph)
            if paragraph not in near:
                words = passage.words | passage.around | passage.head_words | passage.under.title_words
                near[paragraph] = self._index.nearest(words, day)
            for raised in near[paragraph]:
                how = TABLE if passage.progress else WORDING
                points = self._points(raised, passage, position - self._taken_up.get(raised.number, raised.position) - 1)
                if points >= self._tools.settings.accept_referred:
                    _keep_better(claims, Claim(raised, passage, points, how, self._is_quoted(raised, passage)))
        referred = [c for item, said in zip(meeting.items, passages, strict=True) for c in self._referred(meeting, item, said, day)]
        # What a reference has settled needs no wording: neither the action in that item, nor the line of an action log.
        settled = {(claim.raised.number, claim.passage.under.place) for claim in referred}
        lines = {id(claim.passage.progress) for claim in referred if claim.passage.progress}
        left = [claim for key, claim in claims.items() if key not in settled and id(claim.passage.progress) not in lines]
        held, tied = chosen(left, self._tools.settings)
        for claim in (*referred, *held):
            mention = self._mention(claim, meeting, day)
            self._found.append((claim.raised.number, mention))
            if mention.status in OPEN_STILL:
                self._taken_up[claim.raised.number] = position
        self._unsettled += [_tied(claim, meeting) for claim in tied]

    def _points(self, raised: Raised, passage: Passage, passed: int = 0) -> float:
        return self._likeness.points(raised.subject, passage, passed=passed) if raised.subject else 0.0

    def _is_quoted(self, raised: Raised, passage: Passage) -> bool:
        return raised.subject is not None and self._likeness.is_quoted(raised.subject, passage)

    def _referred(self, meeting: Meeting, item: AgendaItem, passages: list[Passage], day: date) -> Iterator[Claim]:
        """The claims that the item's references make."""
        seen: set[int] = set()
        for reference in (*item.references, *(r for line in item.progress if (r := reference_of(line)))):
            meant = self._meant(reference, day)
            if isinstance(meant, str):
                self._unsettled.append(_unsettled("reference", reference, meant, meeting, item))
                continue
            claim = self._claim_of(meant, _passages_of(reference, passages))
            if claim and claim.raised.number not in seen:
                seen.add(claim.raised.number)
                yield claim
            elif not claim and len(meant) > 1:
                reason = f"the minute has {len(meant)} actions, and the wording does not tell which is meant"
                self._unsettled.append(_unsettled("link", reference, reason, meeting, item))

    def _meant(self, reference: MinuteReference, day: date) -> Sequence[Raised] | str:
        """The actions that a reference may mean: the one of that number, or those of the earlier minute; or why none can be told."""
        numbered = self._by_reference.get(plain_number(reference.number or ""))
        if numbered and numbered.subject and numbered.subject.day < day:
            return (numbered,)
        resolved = self._tools.resolver.resolve(reference, series=self._series, before=day)
        if resolved is None or isinstance(resolved, str):
            return resolved or ()
        return [r for r in self._tools.raised.get((id(resolved.meeting), resolved.place), ()) if resolved.means(r.action)]

    def _claim_of(self, meant: Sequence[Raised], passages: Sequence[Passage]) -> Claim | None:
        """The claim of the one action that a reference means: the minute's only one, or the one that the wording singles out.

        ``passages`` begin with the one in which the reference stands.
        """
        if not passages or not meant:
            return None
        ranked = sorted(((-max(self._points(r, p) for p in passages), r.number, r) for r in meant), key=lambda entry: entry[:2])
        settings = self._tools.settings
        if len(ranked) > 1 and (-ranked[0][0] < settings.accept_referred or ranked[1][0] - ranked[0][0] < settings.margin):
            return None
        best = ranked[0][2]
        at = max(passages, key=lambda p: self._points(best, p))
        return Claim(best, at, math.inf, TABLE if at.progress else REFERENCE)

    def _mention(self, claim: Claim, meeting: Meeting, day: date) -> ActionMention:
        assert claim.raised.subject is not None
        fate = fate_of(
            claim.passage, claim.raised.subject, rarity=self._rarity, book=self._tools.book, day=day, following=self._calendar.after(day)
        )
        at = claim.passage.progress.evidence if claim.passage.progress else claim.passage.item.evidence
        return ActionMention(
            source=meeting.source,
            date=day,
            item=item_key(claim.passage.item),
            how=claim.how,
            score=_likelihood(claim.points, self._tools.settings),
            status=fate.status,
            quote=fate.quote,
            due=fate.due,
            evidence=replace(at, rule=fate.rule or f"track.{claim.how.replace(' ', '-')}", quote=fate.quote),
        )


def _keep_better(claims: dict[tuple[int, int], Claim], claim: Claim) -> None:
    """Keep one claim for an action and an item: the stronger, and of equals the one that is no task set afresh."""
    key = (claim.raised.number, claim.passage.under.place)
    known = claims.get(key)
    if known is None or (claim.points, not claim.passage.fresh) > (known.points, not known.passage.fresh):
        claims[key] = claim


def _passages_of(reference: MinuteReference, passages: Sequence[Passage]) -> list[Passage]:
    """The passage in which the reference stands and those after it in its paragraph; the item's first where the text has been cut."""
    said = normal(reference.text)
    at = next((n for n, p in enumerate(passages) if said and said in normal(p.text)), 0)
    return [p for p in passages[at:] if p.paragraph == passages[at].paragraph]


def _likelihood(points: float, settings: TrackSettings) -> float:
    """Points as a share between 0 and 1: a half at the threshold; 1 for a reference."""
    return round(1 / (1 + math.exp(settings.accept - points)), 3) if math.isfinite(points) else 1.0


def _unsettled(kind: str, reference: MinuteReference, reason: str, meeting: Meeting, item: AgendaItem) -> Unsettled:
    return Unsettled(kind, f"{meeting.source}: {reference.text}", reason, item_key(item), reference.evidence)


def _tied(claim: Claim, meeting: Meeting) -> Unsettled:
    action = claim.raised.action
    place = f"{claim.raised.meeting.source}, item {item_key(claim.raised.item)}"
    reason = f"actions of other items are worded alike; this one was raised in {place}"
    return Unsettled("link", f"{meeting.source}: {action.text}", reason, item_key(claim.passage.item), action.evidence)
