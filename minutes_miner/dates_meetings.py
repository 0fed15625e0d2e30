"""The meetings that due words name: "the next meeting", "the Board meeting in March", "the AGM", counted from the meeting's own date."""

from __future__ import annotations

import calendar as calendars
import re
from dataclasses import dataclass, replace
from datetime import date

from minutes_miner.dates_written import MONTH, month_number

# What goes out with a meeting's papers goes out some days before it.
_WITH_PAPERS = re.compile(r"\bwith (?:the |its |our )?next (?:agenda|papers)\b")
_MEETING_WORDS = r"(?:meetings?|agendas?|session|sitting)"
# What is to be done once a meeting has been held has no day of its own.
_ONCE_HELD = re.compile(r"(?:after|subsequent to|following(?! meeting))\b")
_NEXT_MEETING = re.compile(
    rf"\b(?:next|following(?! (?:this|the|today|tonight)\b)|forthcoming|subsequent) (?P<whose>(?:[\w’'&.-]+ ){{0,6}}?)"
    rf"(?P<what>{_MEETING_WORDS}|(?:cabinet|council|committee|board|panel)(?! {_MEETING_WORDS}))\b"
    r"(?: of (?:the |this |our )?(?P<of>[\w’'&. -]+))?"
)
# "in two meetings' time", "the meeting after next"
_MEETINGS_AHEAD = re.compile(
    r"\b(?:in|within|after) (?P<count>two|three|four|five|six|[2-6]) meetings\b|\bmeeting after next\b|\bnext but one meeting\b"
)
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_YEARLY = re.compile(r"\b(?:agm|annual (?:general |parish |town |council )?meeting)\b")
_MONTH_MEETING = re.compile(rf"\b(?P<month>{MONTH})(?:,? (?P<year>(?:19|20)\d\d))?(?:'s|’s)? (?:[\w’'&.-]+ ){{0,4}}?{_MEETING_WORDS}\b")
_MEETING_IN = re.compile(rf"\b(?:meetings?|agenda) (?:in|for) (?P<month>{MONTH})\b(?:,? (?P<year>(?:19|20)\d\d)\b)?")
# Words for the body itself in "the next Board meeting"; any other name there is another body, whose calendar this is not.
_OWN_BODY = frozenset((
    "the", "this", "our", "its", "full", "ordinary", "formal", "scheduled", "regular", "quarterly", "monthly", "annual", "general",
    "public", "open", "parish", "town", "community", "committee", "board", "panel", "partnership", "commission", "forum", "group",
    "governors", "governing", "body", "trustees", "members",
))  # fmt: skip
# What a body has parts of: in the minutes of a board "the next committee meeting" is none of its own.
_PARTS = frozenset(("committee", "panel", "group", "commission", "forum"))
# A committee's minutes that name these mean the body above it; minutes that name no committee mean their own.
_BODIES_ABOVE = frozenset(("council", "cabinet", "fgb", "association", "society", "charity", "trust", "pta", "pfa", "ptfa"))


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a phrase is counted from."""

    meeting: date
    next_meeting: date | None
    calendar: tuple[date, ...]
    body: str
    others: tuple[tuple[str, date], ...]


Answer = tuple[str, date | None]


def next_meeting(phrase: str, anchor: Anchor) -> Answer | None:
    """The day of "the next meeting": this body's, or another's that the document states."""
    if _WITH_PAPERS.search(phrase):
        return "due.with-papers", None
    if _ONCE_HELD.match(phrase) and (_NEXT_MEETING.search(phrase) or _MONTH_MEETING.search(phrase)):
        return "due.after-meeting", None
    ahead = _MEETINGS_AHEAD.search(phrase)
    if ahead:
        count = _COUNTS.get(ahead["count"]) or int(ahead["count"] or 2)
        return "due.meetings-ahead", anchor.calendar[count - 1] if len(anchor.calendar) >= count else None
    match = _NEXT_MEETING.search(phrase)
    if not match:
        return None
    if match["what"] in ("meetings", "agendas"):
        return "due.other-meetings", None
    named = f"{match['whose']} {match['of'] or ''} {'' if re.match(_MEETING_WORDS, match['what']) else match['what']}"
    if not _own_body(named, anchor.body):
        return month_meeting(phrase, replace(anchor, calendar=())) or ("due.other-body", _stated_elsewhere(named, anchor))
    if _MEETING_IN.search(phrase):
        return month_meeting(phrase, anchor)
    return "due.next-meeting", anchor.next_meeting


def _own_body(words: str, body: str) -> bool:
    """Whether "the next ... meeting" is one of the body whose minutes these are: its own name, its initials, or no name at all."""
    told = body.split()
    initials = "".join(word[0] for word in told if word[0].isalnum() and word not in ("of", "and", "the"))
    known = (
        {*told, initials, "of", "and"}
        | (_OWN_BODY - _PARTS if told and not _PARTS & {*told} else _OWN_BODY)
        | (frozenset() if told else _BODIES_ABOVE)
    )
    return all(word.removesuffix("'s").strip(".,") in known for word in words.split())


def _stated_elsewhere(named: str, anchor: Anchor) -> date | None:
    """The first later date stated for the other body, where its name has every distinguishing word of ``named``."""
    own = [word for word in named.split() if word not in _OWN_BODY and word != "of"]
    days = [day for name, day in anchor.others if day > anchor.meeting and set(own) <= set(name.casefold().split())]
    return min(days, default=None)


def yearly_meeting(phrase: str, anchor: Anchor) -> Answer | None:
    """The yearly meeting, where the document says when it is: "to the AGM"."""
    match = _YEARLY.search(phrase)
    days = [day for name, day in anchor.others if day > anchor.meeting and _YEARLY.fullmatch(name.casefold())] if match else []
    return ("due.yearly-meeting", min(days)) if days else None


def month_meeting(phrase: str, anchor: Anchor) -> Answer | None:
    """The day of a meeting named by its month, the month's last where the document states none."""
    match = _MONTH_MEETING.search(phrase) or _MEETING_IN.search(phrase)
    if not match:
        return None
    last = month_end(anchor.meeting, month_number(match["month"]), match["year"])
    stated = [day for day in anchor.calendar if (day.year, day.month) == (last.year, last.month)]
    return ("due.stated-meeting", stated[0]) if stated else ("due.meeting-month", last)


def month_end(after: date, month: int, year: str | None) -> date:
    """The last day of the next month of that number after ``after``, or of that of ``year``."""
    chosen = int(year) if year else after.year + (month < after.month)
    return date(chosen, month, calendars.monthrange(chosen, month)[1])
