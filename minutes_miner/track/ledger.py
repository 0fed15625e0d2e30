"""The ledger: every action with a stable id, its history, and its standing as of a day."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import count

from minutes_miner.model import ActionMention, Ledger, Meeting, TrackedAction, Unsettled
from minutes_miner.text import normal
from minutes_miner.track.amended import corrections_of
from minutes_miner.track.calendar import Calendar, calendar_of, settle_due
from minutes_miner.track.candidates import Raised
from minutes_miner.track.context import Context
from minutes_miner.track.corrected import corrected_dues
from minutes_miner.track.executive import executive_due
from minutes_miner.track.judge import judged
from minutes_miner.track.link import link_series
from minutes_miner.track.passages import item_key
from minutes_miner.track.phrases import PhraseBook, phrase_book
from minutes_miner.track.references import Resolver
from minutes_miner.track.series import REPORTING, Series, series_of
from minutes_miner.track.settings import TrackSettings
from minutes_miner.track.singled import TABLE
from minutes_miner.track.status import OPEN
from minutes_miner.track.struck import struck_out

# Twelve hexadecimal figures: among a million actions the chance that any two are alike is 1 in 500.
_ID_LENGTH = 12


def ledger_of(meetings: Iterable[Meeting], *, as_of: date, settings: TrackSettings) -> Ledger:
    """Every action raised by ``as_of``, in the order of bodies, dates and documents, followed through the later meetings."""
    whole = series_of(meetings)
    book = phrase_book(settings.rules)
    calendars = [calendar_of(each.dated, moved_within_days=settings.moved_within_days, rules=settings.rules) for each in whole]
    series = [replace(each, dated=tuple(m for m in each.dated if _counts(m, as_of))) for each in whole]
    numbers = count()
    raised = [list(_raised(each, calendar, book, numbers, settings)) for each, calendar in zip(series, calendars, strict=True)]
    history, unsettled = _followed(series, calendars, raised, book, settings)
    used: Counter[str] = Counter()
    actions = [
        judged(_tracked(each, history[each.number], used), as_of=as_of, calendar=calendar, settings=settings)
        for of_series, calendar in zip(raised, calendars, strict=True)
        for each in of_series
    ]
    return Ledger(as_of, tuple(actions), tuple(unsettled))


def _counts(meeting: Meeting, as_of: date) -> bool:
    """Whether a document belongs to the story up to ``as_of``: an agenda, or another paper that raises nothing, passes no time."""
    known = meeting.date is not None and meeting.date <= as_of
    return known and (meeting.document_class in REPORTING or any(item.actions for item in meeting.items))


def _raised(series: Series, calendar: Calendar, book: PhraseBook, numbers: Iterator[int], settings: TrackSettings) -> Iterator[Raised]:
    """The series' actions in date order; those of undated documents last, with nothing to follow them by."""
    for position, meeting in enumerate((*series.dated, *series.undated)):
        for place, item in enumerate(meeting.items):
            for action in item.actions:
                due = settle_due(action.due, meeting=meeting, calendar=calendar)
                due = executive_due(due, action, item, meeting=meeting, book=book, months=settings.executive_months)
                yield Raised(next(numbers), meeting, place, action, position, due, book)


def _followed(
    series: Sequence[Series], calendars: Sequence[Calendar], raised: Sequence[Sequence[Raised]], book: PhraseBook, settings: TrackSettings
) -> tuple[dict[int, list[ActionMention]], list[Unsettled]]:
    """The mentions of each action by its number, in date order, and what could not be settled."""
    by_item: dict[tuple[int, int], list[Raised]] = defaultdict(list)
    for each in (r for of_series in raised for r in of_series):
        by_item[(id(each.meeting), each.place)].append(each)
    context = Context(by_item, Resolver(series), book, settings)
    history: dict[int, list[ActionMention]] = defaultdict(list)
    unsettled: list[Unsettled] = []
    for one, calendar, of_series in zip(series, calendars, raised, strict=True):
        found, doubts = link_series(one, calendar, context)
        unsettled += doubts
        for number, mention in found:
            history[number].append(mention)
        for number, mention in (*corrected_dues(one, of_series, book), *struck_out(one, of_series, book)):
            history[number].append(mention)
        for each in of_series:
            each.forget()
        unsettled += corrections_of(one, book)
    for mentions in history.values():
        mentions.sort(key=lambda m: (m.date or date.min, m.source))
    return history, _left(unsettled, history.values())


def _left(points: Iterable[Unsettled], history: Iterable[Sequence[ActionMention]]) -> list[Unsettled]:
    """Each point once, and none of a reference in a line of an action log that was found to speak of an action by other signs."""
    linked = {
        (told.source, told.evidence.start, told.evidence.end)
        for mentions in history
        for told in mentions
        if told.evidence and told.how == TABLE
    }
    left = {
        (one.kind, one.text, one.reason, one.item, one.source): one
        for one in points
        if one.kind != "reference" or not one.evidence or (one.source, one.evidence.start, one.evidence.end) not in linked
    }
    return list(left.values())


def _tracked(raised: Raised, mentions: Sequence[ActionMention], used: Counter[str]) -> TrackedAction:
    """The action with its history; how it stands is judged of it."""
    meeting = raised.meeting
    return TrackedAction(
        id=_numbered(action_id(meeting, raised), used),
        source=meeting.source,
        organisation=meeting.organisation,
        committee=meeting.committee,
        meeting_date=meeting.date,
        item=item_key(raised.item),
        item_title=raised.item.title,
        action=replace(raised.action, due=raised.due),
        status=OPEN,
        state=OPEN,
        reason="",
        mentions=tuple(mentions),
    )


def action_id(meeting: Meeting, raised: Raised) -> str:
    """The id of an action: the same on every run over the same minutes, whatever file they came in.

    Made of organisation, committee, date, item and first wording, so that a better reader or a second copy changes nothing.
    """
    parts = (meeting.organisation or "", meeting.committee or "", meeting.date.isoformat() if meeting.date else meeting.source)
    words = [normal(part) for part in (*parts, item_key(raised.item), raised.action.text)]
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:_ID_LENGTH]


def _numbered(name: str, used: Counter[str]) -> str:
    """``name``, with "-2", "-3" ... for actions of one item worded alike."""
    used[name] += 1
    return name if used[name] == 1 else f"{name}-{used[name]}"
