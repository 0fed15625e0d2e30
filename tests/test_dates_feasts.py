"""Feasts by which minutes set a time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from minutes_miner.dates_feasts import FEASTS, easter, feast_day
from minutes_miner.rulebook import load

# Of these some mean one day and some another, or each place has its own.
NO_CERTAIN_DAY = {"remembrance day", "whitsun", "harvest festival"}


@pytest.mark.parametrize(
    "sunday",
    [date(1981, 4, 19), date(2000, 4, 23), date(2008, 3, 23), date(2011, 4, 24), date(2024, 3, 31), date(2025, 4, 20), date(2038, 4, 25)],
)
def test_easter_is_computed(sunday: date) -> None:
    assert easter(sunday.year) == sunday


@pytest.mark.parametrize("year", range(2020, 2032))
def test_sundays_are_sundays(year: int) -> None:
    for name in ("easter", "remembrance sunday", "mothering sunday", "father's day", "advent sunday", "whit sunday"):
        day = feast_day(f"by {name} {year}", date(year, 1, 1))
        assert day
        assert (day.year, day.weekday()) == (year, 6)


def test_remembrance_sunday_is_the_second_of_november_and_advent_the_fourth_before_christmas() -> None:
    for year in range(2020, 2032):
        remembrance, advent = (feast_day(f"by {name} {year}", date(year, 1, 1)) for name in ("remembrance sunday", "advent sunday"))
        assert remembrance
        assert advent
        assert 8 <= remembrance.day <= 14
        assert timedelta(days=22) <= date(year, 12, 25) - advent <= timedelta(days=28)


@pytest.mark.parametrize("phrase", ["by the easter holidays", "after easter", "on remembrance sunday", "by the easter fair", "at easter"])
def test_what_is_no_day_by_then_is_none(phrase: str) -> None:
    assert feast_day(phrase, date(2031, 4, 8)) is None


def test_every_feast_that_is_looked_for_has_its_day() -> None:
    listed = {name.casefold() for name in load().words("feasts")}
    assert listed - NO_CERTAIN_DAY == FEASTS
