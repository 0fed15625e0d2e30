"""Days put right when minutes are approved: "should read by 30 November in place of 31 October" moves the action that they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutes_miner.dates import find_dates, find_day_months, find_due, resolve_due
from minutes_miner.model import CORRECTION, ActionMention, Due, Meeting
from minutes_miner.text import normal
from minutes_miner.track.amended import Amendment, amendments
from minutes_miner.track.candidates import Raised
from minutes_miner.track.passages import item_key
from minutes_miner.track.phrases import PhraseBook
from minutes_miner.track.series import Series
from minutes_miner.track.words import single, terms

CORRECTED_RULE = "due.corrected"
# What stands before the right words: "should read", "amended to", "and insert", "from the 31st to".
_RIGHT_FOLLOWS = re.compile(
    r"\b(?:reads?|reading|say|state|show|insert(?:ing|ed)?|substitut(?:e|ing|ed)|replac(?:ed|ing)\sby|replac(?:ed|ing)\swith|with"
    r"|(?:amended|corrected|altered|changed)(?:\s(?:from\s.{2,40}?\s)?to)?|from\s.{2,40}?\sto)\W*(?:as\s|to\s)?\W*(?:by\s|on\s|the\s)*\W*$",
    re.IGNORECASE,
)
# What stands between the right words and the wrong ones: "X in place of Y", "X, not Y", "X being read for Y".
_WRONG_FOLLOWS = re.compile(
    r"^\W*(?:in\s(?:place|lieu)\sof|instead\sof|rather\sthan|and\snot|not|for|(?:to\s)?be(?:ing)?\s(?:read|substituted|inserted)\s(?:for|in\splace\sof))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Day:
    """A day named in a correction: as printed, as it is meant in the minutes corrected, and where it stands."""

    text: str
    due: Due
    start: int
    end: int


def corrected_dues(series: Series, raised: Sequence[Raised], book: PhraseBook) -> Iterator[tuple[int, ActionMention]]:
    """The actions whose day a correction to their minutes changes, by their numbers, each with the correction and the right day."""
    for amendment in amendments(series, book):
        meant = amendment.meant
        if meant and meant.date and amendment.meeting.date:
            days = _days(amendment, meant)
            of_record = [each for each in raised if each.meeting is meant and each.due.date]
            found = _changed(amendment, days, of_record, book)
            if found:
                yield found[0].number, _mention(amendment, found[1])


def _days(amendment: Amendment, meant: Meeting) -> list[_Day]:
    """The days that the correction names, but for those of the two meetings."""
    text = amendment.text
    spans = [(start, end) for start, end, _ in find_dates(text)] + [(part.start, part.end) for part in find_day_months(text)]
    spans += [(start, end) for start, end, _ in find_due(text) if not any(a < end and start < b for a, b in spans)]
    dues = [(start, end, resolve_due(text[start:end], meeting=meant.date, next_meeting=None)) for start, end in sorted(spans)]
    held = {meant.date, amendment.meeting.date}
    return [_Day(text[a:b], due, a, b) for a, b, due in dues if due.date and due.date not in held and _not_meeting(due, meant)]


def _not_meeting(due: Due, meant: Meeting) -> bool:
    """Whether a day without a year is not that of the meeting itself, read as next year's."""
    day, held = due.date, meant.date
    return not (day and held and due.kind != "exact" and (day.day, day.month) == (held.day, held.month))


def _changed(amendment: Amendment, days: list[_Day], of_record: list[Raised], book: PhraseBook) -> tuple[Raised, _Day] | None:
    """The one action that the correction is about, and its right day; None where several may be meant."""
    if amendment.number:
        of_record = [each for each in of_record if normal(each.item.number or "") == normal(amendment.number)]
    right = _right(amendment.text, days)
    if right is None:
        return None
    wrong = {day.due.date for day in days} - {right.due.date}
    about = [each for each in of_record if each.due.date in wrong] if wrong else of_record if amendment.number else []
    if len(about) != 1:
        named = terms(amendment.text) - book.business_words
        about = [each for each in about or of_record if each.subject and single(each.subject.own | each.subject.heading) & named]
    if len(about) != 1 or about[0].due.date == right.due.date or (wrong and about[0].due.date not in wrong):
        return None
    return about[0], right


def _right(text: str, days: list[_Day]) -> _Day | None:
    """The day that is to stand: behind "read" or "insert", or before "in place of"; None where the words do not tell."""
    for day, after in pairwise(days):
        if _WRONG_FOLLOWS.match(text[day.end : after.start]):
            return day
    behind = [day for day in days if _RIGHT_FOLLOWS.search(text[: day.start])]
    return behind[-1] if behind else None


def _mention(amendment: Amendment, day: _Day) -> ActionMention:
    item, meeting = amendment.item, amendment.meeting
    due = Due(day.text, day.due.date, day.due.kind, CORRECTED_RULE)
    at = item.evidence._replace(rule="track.correction", quote=amendment.text)
    return ActionMention(meeting.source, meeting.date, item_key(item), CORRECTION, 1.0, None, amendment.text, due, at)
