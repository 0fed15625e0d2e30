"""How an action stands on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_miner.model import ActionMention
from minutes_miner.track.calendar import Calendar
from minutes_miner.track.outcome import PRECEDENCE
from minutes_miner.track.settings import TrackSettings
from minutes_miner.track.status import Standing, standing
from tests.track.factories import told

JAN, MAR, MAY, JUL = date(2023, 1, 10), date(2023, 3, 14), date(2023, 5, 9), date(2023, 7, 11)
CALENDAR = Calendar(held=(JAN, MAR), known=(JAN, MAR, MAY), minuted=(JAN, MAR))


def stands(due: date | None, *history: ActionMention, as_of: date = JUL, calendar: Calendar = CALENDAR) -> Standing:
    """The standing by the shipped settings."""
    return standing(due, history, as_of=as_of, calendar=calendar, settings=TrackSettings())


@pytest.mark.parametrize(
    ("due", "history", "status", "state"),
    [
        (None, [], "open", "no date stated"),
        (date(2023, 12, 1), [], "open", "open"),
        (JUL + timedelta(days=14), [], "open", "due soon"),
        (JUL, [], "open", "due soon"),
        (JUL - timedelta(days=1), [], "overdue", "overdue"),
        (MAR, [], "overdue", "overdue"),
        (MAY, [], "overdue", "awaiting minutes"),
        (MAR, [told(MAY, "done")], "completed", "completed"),
        (None, [told(MAR, "awaited"), told(MAY, "done")], "completed", "completed"),
        (None, [told(MAR, "part done")], "open", "no date stated"),
        (None, [told(MAR, "noted"), told(MAY, None)], "open", "no date stated"),
        (MAR, [told(MAR, "replaced")], "superseded", "superseded"),
        (MAR, [told(MAR, "dropped")], "superseded", "dropped"),
        (MAR, [told(MAR, "deferred", due=date(2023, 12, 1))], "open", "open"),
        (MAR, [told(MAR, "deferred")], "overdue", "overdue"),
        (None, [told(MAR, "done"), told(MAY, "awaited")], "completed", "completed"),
        (None, [told(MAR, "done", score=0.6, number="9"), told(MAR, "awaited", score=0.9)], "open", "no date stated"),
        (None, [told(MAR, "done", score=0.6, number="9"), told(MAR, "noted", score=0.9)], "completed", "completed"),
    ],
)
def test_status_and_state(due: date | None, history: list[ActionMention], status: str, state: str) -> None:
    found = stands(due, *history)
    assert (found.status, found.state) == (status, state)
    assert found.reason


def test_a_closed_action_quotes_what_closed_it() -> None:
    found = stands(MAR, told(MAR, "awaited"), told(MAY, "done"))
    assert found.closing == told(MAY, "done")
    assert "9 May 2023" in found.reason


def test_days_late_are_counted_to_the_day() -> None:
    assert stands(MAR, as_of=date(2023, 3, 16)).days_late == 2
    assert stands(MAR, as_of=date(2023, 3, 15)).reason == "due 14 March 2023, 1 day ago, and not reported done"


def test_meetings_late_are_counted() -> None:
    held = Calendar(held=(JAN, MAR, MAY), known=(JAN, MAR, MAY), minuted=(JAN, MAR, MAY))
    assert stands(date(2023, 3, 10), as_of=date(2023, 5, 10), calendar=held).reason.startswith(
        "due 10 March 2023, 61 days and 2 meetings ago"
    )


def test_minutes_that_are_in_end_the_waiting() -> None:
    later = Calendar(held=(JAN, MAR, MAY), known=(JAN, MAR, MAY), minuted=(JAN, MAR, MAY))
    assert stands(MAY, calendar=later).state == "overdue"


def test_a_later_report_is_not_known_yet() -> None:
    assert stands(None, told(MAY, "done"), as_of=MAR).status == "open"


DAYS = st.dates(date(2023, 1, 1), date(2023, 12, 31))
HISTORIES = st.lists(st.builds(told, DAYS, st.sampled_from([*PRECEDENCE, None]), score=st.floats(0, 1), due=st.none() | DAYS), max_size=6)


@given(st.none() | DAYS, HISTORIES, DAYS, st.integers(0, 400))
def test_moving_the_day_forward_never_reopens(due: date | None, history: list[ActionMention], as_of: date, later: int) -> None:
    before = stands(due, *history, as_of=as_of)
    after = stands(due, *history, as_of=as_of + timedelta(days=later))
    if before.closing:
        assert (after.status, after.state, after.closing) == (before.status, before.state, before.closing)


@given(st.none() | DAYS, st.permutations([told(MAR, "awaited"), told(MAY, "done"), told(JAN, "deferred", due=JUL), told(MAY, None)]))
def test_the_order_of_the_history_does_not_matter(due: date | None, history: list[ActionMention]) -> None:
    assert stands(due, *history) == stands(due, *reversed(history))


@pytest.mark.parametrize(
    ("logged", "score", "status"),
    [("part done", 0.95, "completed"), ("awaited", 0.95, "completed"), ("part done", 0.6, "open"), ("deferred", 0.95, "open")],
)
def test_an_item_of_the_day_brings_to_an_end_what_the_log_has_under_way(logged: str, score: float, status: str) -> None:
    line = replace(told(MAR, logged, score=1.0, number="3"), how="action table")
    assert stands(None, line, told(MAR, "done", score=score, number="5")).status == status
