"""Feasts and fixed days by which minutes set a time: "by Remembrance Sunday", "before Easter", "by Michaelmas", and their days.

Only days that are certain: a holiday of several days ("the Easter holidays"), a bank holiday, which a proclamation may move, and names that
some use for one day and some for another ("Remembrance Day", "Whitsun") have none here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

_FIXED = {
    "new year's day": (1, 1), "burns night": (1, 25), "valentine's day": (2, 14), "st valentine's day": (2, 14), "st david's day": (3, 1),
    "st patrick's day": (3, 17), "lady day": (3, 25), "st george's day": (4, 23), "may day": (5, 1), "ve day": (5, 8), "vj day": (8, 15),
    "michaelmas": (9, 29), "halloween": (10, 31), "hallowe'en": (10, 31), "all saints' day": (11, 1), "all souls' day": (11, 2),
    "bonfire night": (11, 5), "guy fawkes night": (11, 5), "fireworks night": (11, 5),
    "armistice day": (11, 11), "st andrew's day": (11, 30),
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26), "new year's eve": (12, 31),
}  # fmt: skip
# Days counted from Easter Sunday.
_FROM_EASTER = {
    "shrove tuesday": -47, "pancake day": -47, "ash wednesday": -46, "mothering sunday": -21, "mother's day": -21, "palm sunday": -7,
    "maundy thursday": -3, "good friday": -2, "easter": 0, "easter sunday": 0, "easter day": 0, "easter monday": 1, "rogation sunday": 35,
    "ascension day": 39, "whit sunday": 49, "pentecost": 49, "trinity sunday": 56,
}  # fmt: skip
_SUNDAY = 6


def easter(year: int) -> date:
    """Easter Sunday of a year of the Gregorian calendar, by Butcher's rule."""
    century, of_century = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _sunday(year: int, month: int, count: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=_SUNDAY - first.weekday() + 7 * (count - 1))


def _advent(year: int) -> date:
    """The fourth Sunday before Christmas Day."""
    eve = date(year, 12, 24)
    return eve - timedelta(days=(eve.weekday() - _SUNDAY) % 7 + 21)


_BY_RULE: dict[str, Callable[[int], date]] = {
    "remembrance sunday": lambda year: _sunday(year, 11, 2),
    "father's day": lambda year: _sunday(year, 6, 3),
    "advent sunday": _advent,
}
FEASTS = frozenset((*_FIXED, *_FROM_EASTER, *_BY_RULE))
_NAMES = "|".join(re.escape(name).replace(r"st\ ", r"st\.?\ ") for name in sorted(FEASTS, key=len, reverse=True))
# A word behind the name makes it another thing ("before the Easter holidays"); the year behind it is its own.
_BY_THEN = re.compile(
    r"\b(?:by|before|until|till|ahead of|in time for|prior to|in advance of|later than) (?:the )?"
    rf"(?P<name>{_NAMES})(?:,? (?P<year>(?:19|20)\d\d))?(?! ?\w)"
)


def feast_day(phrase: str, meeting: date) -> date | None:
    """The day of the feast by which ``phrase`` (small letters, straight apostrophes) sets a time; without a year the next from ``meeting``
    on. None where it names none."""
    match = _BY_THEN.search(phrase)
    if not match:
        return None
    name = match["name"].replace(".", "")
    if match["year"]:
        return _of_year(name, int(match["year"]))
    return next(day for ahead in (0, 1) if (day := _of_year(name, meeting.year + ahead)) >= meeting)


def _of_year(name: str, year: int) -> date:
    if name in _FIXED:
        return date(year, *_FIXED[name])
    return easter(year) + timedelta(days=_FROM_EASTER[name]) if name in _FROM_EASTER else _BY_RULE[name](year)
