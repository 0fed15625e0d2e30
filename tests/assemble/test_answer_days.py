"""When a body answers what is recommended to it: a time for the recommendation, and no task of its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import minutes_miner as mm

PAGE = """Marling Borough Council
Place Scrutiny Committee
Minutes of the meeting held on Tuesday 9 January 2024
Present: Councillors A Ember (Chair), B Noon, C Frayne.

5. Ferry
RESOLVED: That the Cabinet be recommended to keep the ferry on Sundays.
{said}
"""
APRIL = date(2024, 4, 8)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("Cabinet to consider on 8 April.", [APRIL]),
        ("The Cabinet will respond at its meeting on 8 April 2024.", [APRIL]),
        ("Executive to consider this on 8 April 2024.", [APRIL]),
        ("The Executive’s response was expected in June.", [date(2024, 6, 30)]),
        ("A response from Cabinet is expected by 8 April.", [APRIL]),
        ("The Cabinet would consider the recommendation at its next meeting.", [None]),  # whose day is not known here
        ("A response from Cabinet is awaited.", [None]),
        ("The Head of Place to write to the operator by 8 April.", [None, APRIL]),  # another task
    ],
)
def test_the_recommendation_has_the_day_on_which_it_is_answered(said: str, days: list[date | None], tmp_path: Path) -> None:
    page = tmp_path / "minutes.txt"
    page.write_text(PAGE.format(said=said), encoding="utf-8")
    (record,) = mm.read(page)
    assert [each.due.date for each in record.items[0].actions] == days
    assert record.items[0].actions[0].owner == "the Cabinet"
