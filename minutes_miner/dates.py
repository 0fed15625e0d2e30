"""Dates: written ones read, due words found in a sentence, and the day that due words mean, counted from the meeting."""

from __future__ import annotations

from minutes_miner.dates_due import add_months, add_working_days, resolve_due
from minutes_miner.dates_phrases import DueFinder, find_due
from minutes_miner.dates_written import find_dates, find_day_months, long_date, parse_date, weekday_of

__all__ = [
    "DueFinder",
    "add_months",
    "add_working_days",
    "find_dates",
    "find_day_months",
    "find_due",
    "long_date",
    "parse_date",
    "resolve_due",
    "weekday_of",
]
