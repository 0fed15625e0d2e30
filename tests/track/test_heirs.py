"""Actions that go on with an earlier one that was not all done."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_miner.model import AgendaItem
from minutes_miner.track import track
from tests.track.factories import action, full, item, line

JAN, MAR, MAY = date(2023, 1, 10), date(2023, 3, 14), date(2023, 5, 9)
AS_OF = date(2023, 12, 31)
MAPS = "That a map of the drains in each parish be sent to members."
FIRST = item("9", "Drains", "", action(MAPS, None))


def log(number: str, status: str, said: str = MAPS, *, cites: str | None = None, task: str | None = None) -> AgendaItem:
    """An action log of one line, with the task that the item sets below it."""
    tasks = (action(task, None),) if task else ()
    return item(number, "Action log", "", *tasks, progress=(line(f"{said} | {status}", said, status=status, number=cites),))


@pytest.mark.parametrize(
    ("task", "said", "status"),
    [
        ("That the maps of the other three parishes be sent by Easter.", "Maps of the other parishes", "completed"),
        ("That the remaining maps be sent by Easter.", "Remaining maps", "completed"),
        ("That a map of the bridleways be drawn.", "Map of the bridleways", "open"),
        ("That the other benches be painted.", "Other benches", "open"),
    ],
)
def test_when_the_rest_of_a_thing_is_done_the_whole_is(task: str, said: str, status: str) -> None:
    meetings = [full(JAN, FIRST), full(MAR, log("23", "Outstanding", task=task)), full(MAY, log("42", "Completed", said, cites="23"))]
    first, *_ = track(meetings, as_of=AS_OF).actions
    assert (first.action.text, first.status) == (MAPS, status)


@pytest.mark.parametrize(
    ("task", "status"),
    [
        ("Hire another surveyor to draw the map of the drains.", "superseded"),
        ("Hire another gardener for the churchyard.", "open"),
        ("Chase the surveyor about the map of the drains.", "open"),
    ],
)
def test_a_task_below_a_line_not_done_may_take_its_place(task: str, status: str) -> None:
    (first, *_) = track([full(JAN, FIRST), full(MAR, log("23", "Not done", task=task))], as_of=AS_OF).actions
    assert (first.action.text, first.status) == (MAPS, status)


def test_a_task_set_anew_at_every_meeting_is_gone_on_with_once_by_each() -> None:
    days = [date(2020 + n // 12, 1 + n % 12, 10) for n in range(40)]
    meetings = [full(days[0], FIRST), *(full(day, log("23", "Not done", task=MAPS)) for day in days[1:])]
    ledger = track(meetings, as_of=date(2023, 12, 31))
    assert len(ledger.actions) == 40
    for each in ledger.actions:
        places = [(mention.date, mention.item) for mention in each.mentions]
        assert len(places) == len(set(places))
