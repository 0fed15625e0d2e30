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
_LEAD = rf"(?:\b{WEEKDAY}\b\.?,?\s*(?:the\s+)?)?"
_GAP = r"[\s,.]*"

_WORDED = (
    rf"(?P<d1>(?<![\d/.£$€]){ORDINAL})\.?\s*(?:day\s+)?(?:of\s+|-)?"
    rf"(?P<m1>\b{MONTH}\b|{MONTH}(?=\d))(?:{_GAP}|-)(?P<y1>(?:19|20)\d\d)\b"
)
_MONTH_FIRST = rf"\b(?P<m2>{MONTH})\b\.?\s*(?P<d2>{ORDINAL})(?:\s*,\s*|\s+)(?P<y2>(?:19|20)\d\d)\b"
_FIGURES = (
    rf"(?<![\w/.,£$€-])(?P<d3>{DAY})\s?(?P<sep>[/.-])\s?(?P<m3>1[0-2]|0?[1-9])\s?(?P=sep)\s?"
    r"(?P<y3>(?:19|20)\d\d|\d\d)(?![\d/-]|[.,]\d)"
)
_ISO = r"(?<![\d/-])(?P<y4>(?:19|20)\d\d)-(?P<m4>1[0-2]|0[1-9])-(?P<d4>3[01]|[12]\d|0[1-9])(?![\d/-])"
_DATE = re.compile(rf"{_LEAD}(?:{_WORDED}|{_MONTH_FIRST}|{_ISO}|{_FIGURES})", re.IGNORECASE)

# Day and month without a year ("on 16 November", "Tuesday 5th June", "June 5th"); the year must be found elsewhere.
_YEARLESS = re.compile(
    rf"{_LEAD}(?:(?<![\d/.£$€])(?P<d1>{ORDINAL})\.?\s*(?:day\s+)?(?:of\s+)?\b(?P<m1>{MONTH})\b(?!\s*\d+%)"
    rf"|\b(?P<m2>{MONTH})\b\s(?P<d2>{ORDINAL})\b(?![:.]\d))",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")  # without one there is no date; most sentences have none
_LONGEST_LEAD = 60  # characters of a date before its first figure: a weekday, a month, white space between
# Nor is there one without a month or figures parted by a mark; of small letters.
_A_MONTH = re.compile("|".join(name[:3] for name in MONTHS))
_PARTED = re.compile(r"\d\s?[/.-]\s?\d")
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
    found: list[tuple[int, int, date]] = []
    figure = _FIGURE.search(text)
    if not figure or not (_A_MONTH.search(text.lower()) or _PARTED.search(text)):
        return found
    for match in _DATE.finditer(text, max(0, figure.start() - _LONGEST_LEAD)):
        day = _day_of(match)
        if day:
            found.append((match.start(), match.end(), day))
    return found


def find_day_months(text: str, *, dates: Sequence[tuple[int, int, date]] | None = None) -> list[DayMonth]:
    """Every day with month but no year in ``text``, outside full dates (``dates``, where the caller has found them)."""
    figure = _FIGURE.search(text)
    if not figure or not _A_MONTH.search(text.lower()):
        return []
    taken = [(start, end) for start, end, _ in (find_dates(text) if dates is None else dates)]
    found = []
    for match in _YEARLESS.finditer(text, max(0, figure.start() - _LONGEST_LEAD)):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        parts = match.groupdict()
        day, month = _number(parts["d1"] or parts["d2"]), month_number(parts["m1"] or parts["m2"])
        if day <= _LONGEST_MONTHS[month - 1]:
            found.append(DayMonth(match.start(), match.end(), day, month))
    return found


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
    parts = match.groupdict()
    for n in "1234":
        if parts["y" + n]:
            month = parts["m" + n]
            number = int(month) if month.isdigit() else month_number(month)
            return _calendar_day(_full_year(parts["y" + n]), number, _number(parts["d" + n]))
    return None


def _full_year(figures: str) -> int:
    # Published minutes reach back to the 1970s; none are dated after 2069 yet.
    year = int(figures)
    return year if len(figures) == 4 else year + (2000 if year < 70 else 1900)


def _number(ordinal: str) -> int:
    return int(re.match(r"\d+", ordinal)[0])  # type: ignore[index] # the pattern begins with figures


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
