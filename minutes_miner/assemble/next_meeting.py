"""The meetings to come, where the minutes state them: "Date of next meeting", "TO BE HELD: Thursday 9th May", a list of future dates."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter

from minutes_miner.assemble.frame_rules import FrameRules
from minutes_miner.dates import find_dates, find_day_months, resolve_due
from minutes_miner.dates_written import MONTH, ORDINAL, WEEKDAY
from minutes_miner.model import Document
from minutes_miner.text import fold, normal, places, written_over

# How far after the words a date is looked for: a sentence, or the first of a list on the lines below.
_REACH = 240
_LONGEST_PHRASE = 60  # characters, of the words that announce a meeting
_BLOCKS_ON = 2  # lines between the heading and its first date: "The following have been arranged:"
# A list of dates goes on while each follows the last within this many characters ("14th January, 2032;" "Tuesday 5 June at the hall").
_LIST_GAP = 60
# A next meeting lies no further ahead: one of the year before that would is a slip of the typist's.
_FAR = timedelta(days=130)
# "(the) X Committee meeting on 16 November 2031": another body's date, by which "the next X Committee meeting" can be told.
_SAYS_WHEN = re.compile(r"[^.;|\n]{0,80}?\b(?:will|would|to|shall|be|is|was|are)\b[^.;|\n]{0,40}?\b(?:on|held|at|for|be)\b")
# "Next meeting Thursday 3rd October", at the end of other matter.
_HOUR = r"(?:\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\.?,?\s(?:on\s)?)?"
_DATE_FOLLOWS = re.compile(
    rf"\s?[:–-]?\s?{_HOUR}(?:(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day\b"
    r"|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?\s\d|\d{1,2}(?:st|nd|rd|th)?\s[A-Z]|\d{1,2}([/.-])\d{1,2}\1\d\d)"
)
# Informal notes leave out the word for what is next: "Next one: 13th March", "Next: 7pm Tuesday 4 June".
_NEXT_ONE = re.compile(
    rf"^[^\w\n]*(?:\d+[.)]\s)?next(?: one| time| date)?(?:\s?[:–—-]\s?|\s(?:is\s|on\s)*){_HOUR}(?:{WEEKDAY},?\s)?(?:the\s)?"
    rf"(?={ORDINAL}\s(?:of\s)?{MONTH}\b|\d{{1,2}}([/.-])\d{{1,2}}\1\d\d|{MONTH}\s\d)",
    re.MULTILINE,
)
# (The plain letters come first in the pattern, which is then tried at them only.)
_MEETING_ON = re.compile(r"eeting(?<=\b[Mm]eeting)\s+(?:to be held\s+)?(?:on|of)\s+(?P<rest>(?=[\dMTWFS]).{5,40})")
_YEARLY_ON = re.compile(
    r"(?P<name>A(?<!\w.)(?:GM|(?:nnual|NNUAL)\s(?:(?i:general|parish|town|council)\s)?(?i:meeting)))\s"
    r"(?:(?:will|would)\s(?:now\s)?be\s|is\s|to\sbe\s)?(?:held\s)?on\s(?P<rest>(?=[\dMTWFS]).{5,40})"
)
# "The meeting on 5 November had been cancelled": no day of a meeting to come.
_NOT_HELD = re.compile(
    r"[^.;\n]{0,30}?\b(?:is|was|are|were|has|have|had|will|would)\s(?:now\s)?(?:be\s|been\s)?(?:cancelled|postponed|re-?scheduled|moved|not\s)"
)
# "14 May, moved from 7 May"
_MOVED_FROM = re.compile(
    r"\b(?:(?:re-?scheduled|moved|changed|postponed|put back|brought forward) from|instead of|rather than|in place of|and not)"
    r"\s(?:the\s)?(?:\w+day,?\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_MEETING = re.compile(r"[^\n;]*\bmeeting\b", re.IGNORECASE)
_START = attrgetter("start")
_NAME_BEFORE = re.compile(r"(?:\b[A-Z][\w&’'-]*\s+){1,5}$")


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A coming meeting's date and where it stands."""

    day: date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Cue:
    """Words that announce dates. Rank 0: they open a block or are in capitals, as headings are; 1: they stand within a sentence."""

    rank: int
    start: int
    end: int


def coming_meetings(document: Document, meeting: date | None, rules: FrameRules) -> tuple[StatedDate, ...]:
    """The dates later than ``meeting`` that the document states for the meetings to come, the next one first.

    The first is taken from the surest statement (an item of that name before a remark in passing, the last before the first).
    """
    if meeting is None:
        return ()
    lists = [(cue.rank, found) for cue in _cues(document, rules) if (found := _dates_after(document, cue, meeting))]
    if not lists:
        return ()
    best = min(rank for rank, _ in lists)
    told = [found for rank, found in lists if rank == best]
    days = {each.day: each for found in reversed(told) for each in found}
    return tuple(sorted(days.values(), key=lambda each: each.day))


def _cues(document: Document, rules: FrameRules) -> Iterator[_Cue]:
    yield from (_Cue(1, match.start(), match.start()) for match in _NEXT_ONE.finditer(document.small))
    at = 0
    for start, end in places(document.small, rules.next_meeting_signs):
        match = rules.next_meeting.search(document.small, max(at, start - _LONGEST_PHRASE), end + _LONGEST_PHRASE)
        if not match:
            continue
        at = match.end()
        printed = document.text[match.start() : match.end()]
        before = document.text[document.text.rfind("\n", 0, match.start()) + 1 : match.start()]
        heading = printed.isupper() or not re.search("[a-z]{2}", before)  # "11.", "FGB 19/2031", "19.07.04"
        if heading or _announces(document.text, match):
            yield _Cue(0 if heading else 1, match.start(), match.end())


def _announces(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence says when the meeting is: "That the next meeting ... be held on", "Next meeting Thursday 3rd"."""
    if "next" not in match[0]:
        return False
    return bool(_DATE_FOLLOWS.match(text, match.end())) or bool(_SAYS_WHEN.match(text, match.end(), match.end() + 120))


def _dates_after(document: Document, cue: _Cue, meeting: date) -> list[StatedDate]:
    """The dates in the cue's own block or the next, and those that go on from there in a list.

    Where only some of a list are called meetings ("18th September - Induction; 25th September - Board Meeting"), those are.
    """
    text, at, limit = document.text, cue.end, _first_limit(document, cue)
    listed: list[StatedDate] = []
    for stated in _dates_in(text, cue.end, min(len(text), cue.end + 1200), meeting):
        if stated.start > limit:
            break
        at, limit = stated.end, stated.end + _LIST_GAP
        if not listed and stated.day < meeting and stated.start <= cue.end + _LONGEST_PHRASE:
            stated = _of_this_year(stated, meeting)
        if stated.day > meeting and not _is_given_up(text, stated):
            listed.append(stated)
    below = "\n" in text[cue.end : at].strip()
    return [stated for stated in listed if _MEETING.match(text, stated.end)] or listed if below else listed


def _is_given_up(text: str, stated: StatedDate) -> bool:
    """Whether the day is one on which no meeting will be held after all."""
    return bool(_NOT_HELD.match(text, stated.end) or _MOVED_FROM.search(text, max(0, stated.start - _LONGEST_PHRASE), stated.start))


def _of_this_year(stated: StatedDate, meeting: date) -> StatedDate:
    """The day meant where minutes of January date their next meeting by the year gone by: "on 20 March 2031" in 2032."""
    day = stated.day
    meant = date(day.year + 1, day.month, day.day) if (day.month, day.day) != (2, 29) else day
    return StatedDate(meant, stated.start, stated.end) if timedelta() < meant - meeting <= _FAR else stated


def _first_limit(document: Document, cue: _Cue) -> int:
    """Up to where the first date may stand: in the cue's block, or in the next ones that open no item and belong to no other table."""
    blocks = document.blocks
    here = bisect_right(blocks, cue.start, key=_START) - 1
    limit = blocks[here].end
    for after in blocks[here + 1 : here + 1 + _BLOCKS_ON]:
        part = bool(blocks[here].label) and after.label.startswith(blocks[here].label.rstrip(".") + ".")  # "10.1" of "10."
        if after.table != blocks[here].table or after.role == "title" or (re.match(r"\w", after.label) and not part):
            break
        limit = after.end
    return min(cue.end + _REACH, limit)


def _dates_in(text: str, start: int, end: int, meeting: date) -> list[StatedDate]:
    stretch = text[start:end]
    dates = find_dates(stretch)
    found = [StatedDate(day, start + a, start + b) for a, b, day in dates]
    for part in find_day_months(written_over(stretch, [(a, b) for a, b, _ in dates]), dates=()):
        day = resolve_due(stretch[part.start : part.end], meeting=meeting, next_meeting=None).date
        if day:
            found.append(StatedDate(day, start + part.start, start + part.end))
    return sorted(found, key=lambda each: each.start)


def meetings_of_others(document: Document, own: Iterable[str | None]) -> tuple[tuple[str, date], ...]:
    """Other bodies, and yearly meetings, with dates on which the document says that they meet."""
    names = {normal(name) for name in own if name}
    found = []
    for match in _MEETING_ON.finditer(document.text):
        at = match.start() - 1  # of the M
        before = _NAME_BEFORE.search(document.text, max(0, at - 80), at)
        dates = find_dates(match["rest"])
        if before and dates and dates[0][0] == 0 and normal(before[0]) not in names:
            found.append((fold(before[0]), dates[0][2]))
    for match in _YEARLY_ON.finditer(document.text):
        dates = find_dates(match["rest"])
        if dates and dates[0][0] == 0:
            found.append((match["name"], dates[0][2]))
    return tuple(dict.fromkeys(found))
