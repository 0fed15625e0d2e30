"""Words that say when something is due, counted from the meeting: "in six months' time", "by the end of March", "at the next meeting".

The conventions: "in six months" is the same day six months on; "by the end of March" and "in March" are its last day; a day or month
without a year is the next one; a range counts to its outer limit; "the next meeting" has a date only where the document states one.
Words that fix no day ("as soon as possible", "in the spring") have none. What is not understood has none either: nothing is invented.
"""

from __future__ import annotations

import calendar as calendars
import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from minutes_miner.dates_feasts import feast_day
from minutes_miner.dates_meetings import Anchor, Answer, month_end, month_meeting, next_meeting, yearly_meeting
from minutes_miner.dates_written import MONTH, ORDINAL, WEEKDAY, find_dates, find_day_months, find_impossible, month_number, weekday_number
from minutes_miner.model import Due
from minutes_miner.text import fold

_COUNT_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "couple of": 2, "couple": 2, "fourteen": 14, "eighteen": 18, "twenty": 20,
    "twenty-one": 21, "twenty-four": 24, "twenty-eight": 28, "thirty": 30, "sixty": 60, "ninety": 90, "half a": 0.5,
}  # fmt: skip
_COUNT = r"(?:\d{1,3}|" + "|".join(sorted(map(re.escape, _COUNT_WORDS), key=len, reverse=True)) + ")"
_UNIT = r"(?P<working>working |school |business |clear |calendar )?(?P<unit>hour|day|week|fortnight|month|quarter|year)s?"
# "within the next month" is one month on; "next month" alone is the calendar's.
_ONE_AHEAD = re.compile(r"\b(?:within|over|during|in) the (?:next|coming) (?P<unit>day|week|fortnight|month|quarter|year)\b")
_RELATIVE = re.compile(rf"\b(?:(?:{_COUNT})\s?(?:-|–|to|or)\s?)?(?P<count>{_COUNT})[ -]?(?:\([\dA-Za-z]+\) )?{_UNIT}\b['’]?(?P<rest>.*)")
_PERIOD = re.compile(
    r"\b(?:(end|close) of )?(the|this|next|the following|the calendar|the financial|calendar|financial) (week|month|year)\b"
)
# A period counted from something other than the meeting fixes no day: "within 28 days of receipt", "the 20 working day timeframe".
_FROM_ELSEWHERE = re.compile(
    r"\b(?:of|from|after|before|following|prior to|ahead of|preceding|notice|ago|old|period|timeframe|window|deadline)\b"
)
_FROM_MEETING = re.compile(r"\b(?:from|of|after|following) (?:today|now|this (?:meeting|date)|the (?:date of (?:this|the) )?meeting)\b")
_NO_PERIOD = re.compile(r"\b(?:every|each|per|for|last|past|previous)\b|\bthe \d+ (?:\w+ )?day\b")

_VAGUE = re.compile(
    r"\b(?:asa?p|as soon as|soon|immediate(?:ly)?|urgent(?:ly)?|forthwith|shortly|in due course|when|once|later date|future|ongoing|"
    r"on-going|spring|summer|autumn|winter|christmas|easter|half[- ]term|term|new year|quarter \d|q[1-4]|annual(?:ly)?|"
    r"weekend|that (?:week|month)|by return|monthly|quarterly|weekly|regular(?:ly)?|next year|this year|later|"
    r"coming (?:weeks|months)|few|several|agm|bank holiday|straight away|right away|tbc|tba|in time|promptly|at the earliest)\b"
)
# The public sector's quarters count from April.
_QUARTER = re.compile(r"\b(?:quarter|qtr|q) ?(?P<quarter>[1-4])(?:,| of)? (?P<year>20\d\d) ?[-–/] ?(?:20)?\d\d\b")
_BARE_MONTH = re.compile(rf"\b(?P<month>{MONTH})\b(?! (?:bank holiday|half[- ]term))(?:,? (?P<year>(?:19|20)\d\d)\b)?")
# "Sep 23" in a column of times is a month of this year or the next, as tables shorten it: nobody here writes a day behind its month so.
_SHORT_MONTH_YEAR = re.compile(
    r"(?:(?:by|end|end of|before) )?(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\.? ?[-/']? ?(?P<year>\d\d)"
)
_BEFORE_IT = re.compile(rf"before (?:the )?{MONTH}(?:,? (?:19|20)\d\d)?$")
_START_OF = re.compile(r"\b(?:start|beginning) of\b")
_WEEKDAY_ONLY = re.compile(
    rf"^(?:(?:by|on|before|until|this|next|coming|the|latest|noon|midday|close|of|cop|cob|play|business) )*(?P<day>{WEEKDAY})\b"
)
_DAY_ONLY = re.compile(
    rf"\b(?:the (?P<day>{ORDINAL})|(?P<day2>\d{{1,2}}(?:st|nd|rd|th)))\b(?! (?!of (?:the|this|next) month\b)[a-z])"
    r"(?: of (?P<of>this|next) month)?"
)


@lru_cache(maxsize=8192)
def resolve_due(
    text: str | None,
    *,
    meeting: date | None,
    next_meeting: date | None,
    calendar: tuple[date, ...] = (),
    body: str | None = None,
    others: tuple[tuple[str, date], ...] = (),
) -> Due:
    """The day that the words ``text``, found by a rule, mean in the minutes of the meeting held on ``meeting``.

    ``next_meeting`` and ``calendar`` are the later meetings' dates that the document states; ``body`` is the name of the body that
    met, so that "the next Finance Committee meeting" is taken as another's, whose date is then looked for among ``others`` (a body's name
    and a date on which this document says that it meets). ``Due.rule`` names how the date was come by.
    """
    phrase = fold(text or "")
    if not phrase:
        return Due(None, None, "none stated", "due.no-words")
    written = find_dates(phrase)
    if written:
        return Due(text, max(day for _, _, day in written), "exact", "due.written-date")
    if find_impossible(phrase):
        return Due(text, None, "none stated", "due.no-such-day")
    if meeting is None:
        return Due(text, None, "none stated", "due.no-meeting-date")
    later = tuple(sorted(day for day in {*calendar, *([next_meeting] if next_meeting else [])} if day > meeting))
    anchor = Anchor(meeting, next_meeting if next_meeting and next_meeting > meeting else None, later, (body or "").casefold(), others)
    for read in _READERS:
        answer = read(phrase.casefold().replace("’", "'"), anchor)
        if answer:
            rule, day = answer
            return Due(text, day, "inferred" if day else "none stated", rule)
    return Due(text, None, "none stated", "due.not-understood")


def _short_month_year(phrase: str, anchor: Anchor) -> Answer | None:
    match = _SHORT_MONTH_YEAR.fullmatch(phrase)
    year = 2000 + int(match["year"]) if match else 0
    if not match or year - anchor.meeting.year not in (0, 1):
        return None
    return "due.month-end", month_end(anchor.meeting, month_number(match["month"]), str(year))


def _day_month(phrase: str, anchor: Anchor) -> Answer | None:
    found = find_day_months(phrase)
    if not found:
        return None
    days = [day for part in found if (day := _next_day(anchor.meeting, day=part.day, month=part.month))]
    return ("due.day-month", max(days)) if days else ("due.no-such-day", None)


def _next_day(after: date, *, day: int, month: int) -> date | None:
    """The next such day; None where the year ahead has none: nobody sets a task for a 29 February years away."""
    years = (after.year, after.year + 1)
    days = (date(year, month, day) for year in years if day <= calendars.monthrange(year, month)[1])
    return next((each for each in days if each >= after), None)


def _period_end(phrase: str, anchor: Anchor) -> Answer | None:
    if _ONE_AHEAD.search(phrase):
        return None
    match = _PERIOD.search(phrase)
    if not match or re.search(r"\d", phrase):
        return None
    ends, which, unit = match.groups()
    ahead = 1 if which in ("next", "the following") else 0
    if unit == "week" and (ends or which != "the"):
        return "due.week-end", anchor.meeting + timedelta(days=6 - anchor.meeting.weekday() + 7 * ahead)
    if unit == "month" and (ends or which != "the"):
        return "due.month-end", add_months(anchor.meeting.replace(day=1), ahead + 1) - timedelta(days=1)
    if unit == "year" and ends and "financial" in which:
        return "due.year-end", month_end(anchor.meeting, 3, None)  # the public sector's financial year ends on 31 March
    return ("due.year-end", date(anchor.meeting.year + ahead, 12, 31)) if unit == "year" and ends else None


def _relative(phrase: str, anchor: Anchor) -> Answer | None:
    ahead = _ONE_AHEAD.search(phrase)
    if ahead:
        return f"due.relative-{ahead['unit']}s", _counted(anchor.meeting, 1, ahead["unit"])
    match = _RELATIVE.search(phrase)
    if not match or _NO_PERIOD.search(phrase):
        return None
    if _FROM_ELSEWHERE.search(match["rest"]) and not _FROM_MEETING.search(match["rest"]):
        return "due.from-elsewhere", None
    words = match["count"].strip()
    count = int(words) if words.isdigit() else _COUNT_WORDS.get(words, 1)
    if (match["working"] or "") in ("working ", "school ", "business ", "clear ") and match["unit"] == "day":
        return "due.working-days", add_working_days(anchor.meeting, int(count))
    return f"due.relative-{match['unit']}s", _counted(anchor.meeting, count, match["unit"])


def _counted(start: date, count: float, unit: str) -> date:
    if unit == "hour":
        return start + timedelta(days=-(-int(count) // 24))
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
    if days:
        return start + timedelta(days=int(count * days))
    return add_months(start, int(count * {"month": 1, "quarter": 3, "year": 12}[unit]))


def add_months(start: date, count: int) -> date:
    """The same day ``count`` months on; the last of the month where it has no such day."""
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    return date(year, month + 1, min(start.day, calendars.monthrange(year, month + 1)[1]))


def add_working_days(start: date, count: int) -> date:
    """``count`` working days after ``start``: Mondays to Fridays, bank holidays not known."""
    while count > 0:
        start += timedelta(days=1)
        count -= start.weekday() < 5
    return start


def _near_day(phrase: str, anchor: Anchor) -> Answer | None:
    if re.search(r"\b(?:tomorrow|the (?:next|following) (?:day|morning))\b", phrase):
        return "due.tomorrow", anchor.meeting + timedelta(days=1)
    if re.search(r"\b(?:today|tonight|this (?:afternoon|evening))\b", phrase):
        return "due.today", anchor.meeting
    weekday = _WEEKDAY_ONLY.search(phrase)
    if weekday:
        ahead = (weekday_number(weekday["day"]) - anchor.meeting.weekday() - 1) % 7 + 1
        return "due.weekday", anchor.meeting + timedelta(days=ahead)
    return None


def _month(phrase: str, anchor: Anchor) -> Answer | None:
    months = list(_BARE_MONTH.finditer(phrase))
    if not months:
        return None
    last = max(month_end(anchor.meeting, month_number(match["month"]), match["year"]) for match in months)
    if _BEFORE_IT.match(phrase):
        first = last.replace(day=1) if months[0]["year"] or last.replace(day=1) > anchor.meeting else add_months(last.replace(day=1), 12)
        return "due.month-before", first - timedelta(days=1)
    if _START_OF.search(phrase) and len(months) == 1:
        first = last.replace(day=1)
        return "due.month-start", first if months[0]["year"] or first >= anchor.meeting else add_months(first, 12)
    return "due.month-end", last


def _season(phrase: str, anchor: Anchor) -> Answer | None:
    feast = feast_day(phrase, anchor.meeting)
    if feast:
        return "due.feast", feast
    match = _QUARTER.search(phrase)
    if not match:
        return None
    months = 3 * int(match["quarter"])
    return "due.quarter-end", add_months(date(int(match["year"]), 4, 1), months) - timedelta(days=1)


def _year(phrase: str, anchor: Anchor) -> Answer | None:
    match = re.search(r"\b(?:in|during|by|before|end of) (20\d\d)$", phrase)
    return ("due.year-end", date(int(match[1]), 12, 31)) if match and int(match[1]) >= anchor.meeting.year else None


def _day_alone(phrase: str, anchor: Anchor) -> Answer | None:
    match = _DAY_ONLY.search(phrase)
    number = int(re.match(r"\d+", match["day"] or match["day2"])[0]) if match else 0  # type: ignore[index] # begins with figures
    if not 1 <= number <= 31:
        return None
    within = {"this": range(1), "next": range(1, 2)}.get((match and match["of"]) or "", range(13))
    months = (add_months(anchor.meeting.replace(day=1), ahead) for ahead in within)
    days = (first.replace(day=number) for first in months if number <= calendars.monthrange(first.year, first.month)[1])
    return "due.day-of-month", next((day for day in days if day > anchor.meeting), None)


def _vague(phrase: str, anchor: Anchor) -> Answer | None:
    if re.match(r"(?:before|after|once|until|when|upon|on|following|prior to|ahead of|in advance of) [a-z]", phrase):
        return "due.event", None
    return ("due.vague", None) if _VAGUE.search(phrase) else None


# From the most to the least specific: a date in brackets beats "the end of the week" before it.
_READERS: tuple[Callable[[str, Anchor], Answer | None], ...] = (
    _season, _short_month_year, _day_month, yearly_meeting, next_meeting, month_meeting, _period_end, _relative, _near_day, _month, _year,
    _day_alone, _vague,
)  # fmt: skip
