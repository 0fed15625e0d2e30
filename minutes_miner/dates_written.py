"""Dates as UK minutes write them: "24th September, 2014", "Tuesday 2 April 2019", "05/10/2020", "2014-11-19".

Figures are read in the UK order, day before month; a year of two figures falls in 1970-2069.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
WEEKDAY = r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
# Word processors lift the ending of an ordinal, and PDF text then reads "31 st July".
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
ORDINAL = rf"{DAY}(?:\s?(?:st|nd|rd|th))?"
_GAP = r"[\s,.]*"

# The patterns are tried where figures begin, which are looked for fast; a weekday and, in "June 5th, 2030", the month stand before them.
_FIGURES = re.compile(r"\d+")
_WORDED = (
    rf"(?P<d1>(?<![\d/.£$€]){ORDINAL})\.?\s*(?:day\s+)?(?:of\s+|-)?"
    rf"(?P<m1>\b{MONTH}\b|{MONTH}(?=\d))(?:{_GAP}|-)(?P<y1>(?:19|20)\d\d|(?<=\s)['’‘]\d\d)\b"
)
_ISO = r"(?<![\d/-])(?P<y2>(?:19|20)\d\d)-(?P<m2>1[0-2]|0[1-9])-(?P<d2>3[01]|[12]\d|0[1-9])(?![\d/-])"
_PARTED = (
    rf"(?<![\w/.,£$€-])(?P<d3>{DAY})\s?(?P<sep>[/.-])\s?(?P<m3>1[0-2]|0?[1-9])\s?(?P=sep)\s?"
    r"(?P<y3>(?:19|20)\d\d|\d\d)(?![\d/-]|[.,]\d)"
)
_DATE = re.compile(rf"{_WORDED}|{_ISO}|{_PARTED}", re.IGNORECASE)
_DAY_YEAR = re.compile(rf"(?P<day>{ORDINAL})(?:\s*,\s*|\s+)(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_MONTH_BEFORE = re.compile(rf"\b({MONTH})(?=\W)\.?\s*\Z", re.IGNORECASE)
_WEEKDAY_BEFORE = re.compile(rf"\b{WEEKDAY}(?=\W)\.?,?\s*(?:the\s+)?\Z", re.IGNORECASE)

# Day and month without a year ("on 16 November", "Tuesday 5th June", "June 5th"); the year must be found elsewhere.
_DAY_MONTH = re.compile(rf"(?<![\d/.£$€])(?P<day>{ORDINAL})\.?\s*(?:day\s+)?(?:of\s+)?\b(?P<month>{MONTH})\b(?!\s*\d+%)", re.IGNORECASE)
_DAY_ALONE = re.compile(rf"(?P<day>{ORDINAL})\b(?![:.]\d)", re.IGNORECASE)
_MONTH_JUST_BEFORE = re.compile(rf"\b({MONTH})\b\s\Z", re.IGNORECASE)
_LONGEST_LEAD = 24  # characters before the figures: "Wednesday, the ", "September. ", with some white space more
_LONGEST_MONTH = len("September ")
# dateparser costs about a millisecond a call; longer texts are no date but a sentence, which it is not to be asked about.
_LONGEST_PHRASE = 40


@dataclass(frozen=True, slots=True)
class DayMonth:
    """A day and month that stand without a year."""

    start: int
    end: int
    day: int
    month: int


def month_number(word: str) -> int:
    """1-12 for a month's name or abbreviation ("Sept"). KeyError for any other word."""
    return _MONTH_NUMBERS[word.casefold()[:3]]


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 for a weekday's name or abbreviation. KeyError for any other word."""
    return _WEEKDAY_NUMBERS[word.casefold()[:3]]


_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
_WEEKDAY_NUMBERS = {name[:3]: number for number, name in enumerate(WEEKDAYS)}


def find_dates(text: str) -> list[tuple[int, int, date]]:
    """Every full written date in ``text``: start, end, day. A weekday before it belongs to it; an impossible date is passed over."""
    return [(start, end, day) for start, end, day in _written(text) if day]


def find_impossible(text: str) -> list[tuple[int, int]]:
    """Where ``text`` writes a day that there is not ("29 February 2025", "31/6/25", "31st April"): start and end."""
    whole = [(start, end) for start, end, day in _written(text) if day is None]
    parts = [(part.start, part.end) for part in _day_months(text) if part.day > _LONGEST_MONTHS[part.month - 1]]
    return sorted([*whole, *(part for part in parts if not any(_overlap(part, other) for other in whole))])


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _written(text: str) -> list[tuple[int, int, date | None]]:
    """Every full date in ``text``, None for the day of an impossible one."""
    found: list[tuple[int, int, date | None]] = []
    end = 0
    for figures in _FIGURES.finditer(text):
        start = figures.start()
        if start < end:
            continue
        if match := _DATE.match(text, start):
            day = _day_of(match)
        elif (match := _DAY_YEAR.match(text, start)) and (before := _MONTH_BEFORE.search(text, max(end, start - _LONGEST_LEAD), start)):
            start = before.start()
            day = _calendar_day(int(match["year"]), month_number(before[1]), _number(match["day"]))
        else:
            continue
        start, end = _with_weekday(text, start, end), match.end()
        found.append((start, end, day))
    return found


def find_day_months(text: str, *, dates: Sequence[tuple[int, int, date]] | None = None) -> list[DayMonth]:
    """Every day with month but no year in ``text``, outside full dates (``dates``, where the caller has found them)."""
    found = [part for part in _day_months(text) if part.day <= _LONGEST_MONTHS[part.month - 1]]
    taken = (_written(text) if dates is None else dates) if found else ()
    return [part for part in found if not any(start < part.end and part.start < end for start, end, _ in taken)]


def _day_months(text: str) -> list[DayMonth]:
    """Every day with month in ``text``, whether or not there is such a day or a year behind it."""
    found: list[DayMonth] = []
    end = 0
    for figures in _FIGURES.finditer(text):
        start = figures.start()
        if start < end:
            continue
        before = _MONTH_JUST_BEFORE.search(text, max(end, start - _LONGEST_MONTH), start) if text[start - 1 : start].isspace() else None
        if before and (match := _DAY_ALONE.match(text, start)):
            start, month = before.start(), before[1]
        elif match := _DAY_MONTH.match(text, start):
            month = match["month"]
        else:
            continue
        start, end = _with_weekday(text, start, end), match.end()
        found.append(DayMonth(start, end, _number(match["day"]), month_number(month)))
    return found


def _with_weekday(text: str, start: int, free: int) -> int:
    """Where the date that starts at ``start`` begins with the weekday before it; what stands before ``free`` is another's."""
    weekday = _WEEKDAY_BEFORE.search(text, max(free, start - _LONGEST_LEAD), start)
    return weekday.start() if weekday else start


_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def weekday_of(text: str) -> int | None:
    """The weekday (0 is Monday) that a written date begins with, None where it names none."""
    match = re.match(rf"\s*\b({WEEKDAY})\b", text, re.IGNORECASE)
    return weekday_number(match[1]) if match else None


def long_date(day: date) -> str:
    """A date as letters and minutes write it, and as it is shown to people in every text: "4 May 2024"."""
    return f"{day.day} {day:%B %Y}"


@lru_cache(maxsize=4096)
def parse_date(text: str) -> date | None:
    """The full date that ``text`` writes, None where it writes none, or more than one.

    ``text`` is a date with at most a little around it ("Wednesday, 19th November, 2014 2.00 p.m."), such as a cell or a title line.
    """
    days = {day for _, _, day in find_dates(text)}
    if len(days) == 1:
        return days.pop()
    return None if days else _unusual_date(text)


def _day_of(match: re.Match[str]) -> date | None:
    form = "1" if match["y1"] else "2" if match["y2"] else "3"
    month = match["m" + form]
    number = int(month) if month.isdigit() else month_number(month)
    return _calendar_day(_full_year(match["y" + form]), number, _number(match["d" + form]))


def _full_year(figures: str) -> int:
    # Published minutes reach back to the 1970s; none are dated after 2069 yet.
    year = int(figures.lstrip("'’‘"))
    return year if len(figures) == 4 else year + (2000 if year < 70 else 1900)


def _number(ordinal: str) -> int:
    return int(_FIGURES.match(ordinal)[0])  # type: ignore[index] # the pattern begins with figures


def _calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _unusual_date(text: str) -> date | None:
    """A date in a form that the pattern above does not know, read by dateparser: only where day, month and year all stand there."""
    if len(text) > _LONGEST_PHRASE or not re.search(r"\b(?:19|20)\d\d\b", text) or not re.search(MONTH, text, re.IGNORECASE):
        return None
    import dateparser

    settings = {"DATE_ORDER": "DMY", "STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    parsed = dateparser.parse(text, languages=["en"], settings=settings)
    return parsed.date() if parsed else None
