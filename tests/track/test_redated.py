"""New days for actions: a log's column, what an update announces, the next sentence, the task set again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from minutes_miner.model import AgendaItem, TrackedAction
from minutes_miner.track import track
from tests.track.factories import action, full, item, line

OCT, NOV, AS_OF = date(2023, 10, 10), date(2023, 11, 14), date(2023, 12, 31)
TASK, FIRST = "Paint the bus shelter", date(2023, 10, 31)


def followed(later: AgendaItem, due: date | None = FIRST) -> TrackedAction:
    """The task, set in October, after November's meeting with ``later``."""
    raised = full(OCT, item("9", "Actions", "", action(TASK, "Clerk", due=due)))
    return track([raised, full(NOV, later)], as_of=AS_OF).actions[0]


def logged(cell: str, due: str | None = "31 October 2023", *, first: date | None = FIRST) -> TrackedAction:
    """The task after a log whose columns say ``due`` and ``cell``."""
    row = replace(line(" | ".join(filter(None, (TASK, due, cell))), TASK, status=cell or None), due_text=due)
    return followed(item("5", "Action log", progress=(row,)), first)


@pytest.mark.parametrize(
    ("cell", "due"),
    [
        ("Ongoing – complete by June 2024", date(2024, 6, 30)),
        ("Extended to end of January", date(2024, 1, 31)),
        ("now due 31 March", date(2024, 3, 31)),
        ("Deferred to 31 January 2024", date(2024, 1, 31)),
        ("In progress. Target 31/01/24", date(2024, 1, 31)),
        ("Revised date: 15 January", date(2024, 1, 15)),
        ("Due date amended to 14 January 2024", date(2024, 1, 14)),
        ("Moved to January 2024", date(2024, 1, 31)),
        ("New target end Feb", date(2024, 2, 29)),
        ("To be completed by 31 March", date(2024, 3, 31)),
        ("Extension agreed to 28 February", date(2024, 2, 28)),
        ("Too wet; rescheduled for 3 May 2024", date(2024, 5, 3)),
        ("Painting now booked for 8 January", date(2024, 1, 8)),
        ("Expected in March", date(2024, 3, 31)),
        ("Ongoing, will be done by Easter", date(2024, 3, 31)),
        # a time of the year takes the day away
        ("Ongoing, will be done in the Easter holidays", None),
        ("Delayed until the spring", None),
        ("Slipped to Q4", None),
        # the day of something else, of a step, or of the past
        ("Awaiting quotes, expected February", FIRST),
        ("Contractor booked for January", FIRST),
        ("Letter to be sent by 30 November", FIRST),
        ("Grant deadline 31 January 2024", FIRST),
        ("Quote valid until 31 January 2024", FIRST),
        ("See minute 45 of 3 December 2023", FIRST),
        ("Letter sent 3 November 2023; reply awaited", FIRST),
        ("Due in October, not done", FIRST),
    ],
)
def test_an_update_moves_the_day_that_it_announces(cell: str, due: date | None) -> None:
    moved = logged(cell)
    assert (moved.due_date, moved.action.due.date, moved.status) == (due, FIRST, "overdue" if due == FIRST else "open")


@pytest.mark.parametrize(
    ("column", "due"),
    [
        ("31 January 2024", date(2024, 1, 31)),
        ("31 October 2023 31 January 2024", date(2024, 1, 31)),  # the first one struck through
        ("end of January", date(2024, 1, 31)),
        ("31 October", FIRST),
        ("October", FIRST),
        ("Oct 23", FIRST),
        ("Jan 24", date(2024, 1, 31)),
        ("TBC", FIRST),
        ("31 July 2023", FIRST),
        (None, FIRST),
    ],
)
@pytest.mark.parametrize("cell", ["Contractor found", "Ongoing", ""])
def test_a_logs_column_of_dates_moves_the_day(column: str | None, due: date, cell: str) -> None:
    assert logged(cell, column).due_date == due


def test_what_is_done_keeps_its_day() -> None:
    done = logged("Completed", "31 January 2024")
    assert (done.status, done.due_date) == ("completed", FIRST)


@pytest.mark.parametrize(
    ("cell", "column", "due"),
    [
        ("Ongoing", "31 January 2024", date(2024, 1, 31)),
        ("To be finished by the end of January", None, date(2024, 1, 31)),
        ("Date now set for 8 January", None, None),
        ("Scheduled for January", None, None),
    ],
)
def test_an_action_without_a_day_gets_the_one_that_is_stated_for_it(cell: str, column: str | None, due: date | None) -> None:
    assert logged(cell, column, first=None).due_date == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("The painting of the bus shelter remains outstanding. To be completed by the end of March.", date(2024, 3, 31)),
        ("The bus shelter had not been painted. It was now due by 31 March.", date(2024, 3, 31)),
        ("Bus shelter – not yet painted, Clerk asked to complete by 31 March.", date(2024, 3, 31)),
        ("It was agreed to extend the deadline for painting the bus shelter to 31 March.", date(2024, 3, 31)),
        ("The bus shelter had not been painted. The survey of the bridge was now due by 31 March.", FIRST),
        ("The bus shelter had not been painted. The hall is booked for 8 January.", FIRST),
        ("The bus shelter had not been painted, as the colour would be settled at a meeting held on 8 January 2024.", FIRST),
        ("The bus shelter had not been painted; the grant for it runs until 31 March 2024.", FIRST),
    ],
)
def test_the_sentences_that_tell_of_it_move_the_day(text: str, due: date) -> None:
    assert followed(item("5", "Matters arising", text)).due_date == due


def test_a_task_set_again_with_a_later_day_moves_the_first() -> None:
    again = item("5", "Matters arising", "", action("Clerk to paint the bus shelter by 31 March 2024.", due=date(2024, 3, 31)))
    assert followed(again).due_date == date(2024, 3, 31)
