"""Days of actions that are put right when their minutes are approved."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_miner.model import TrackedAction
from minutes_miner.track import track
from tests.track.factories import action, full, item

OCT, NOV, DEC = date(2023, 10, 10), date(2023, 11, 14), date(2023, 12, 12)
FIRST, RIGHT, OTHER = date(2023, 10, 31), date(2023, 11, 30), date(2023, 11, 20)


def followed(text: str, *, as_of: date = NOV, title: str = "Minutes of the last meeting") -> dict[str, TrackedAction]:
    """The two actions of October, by their items, after November's meeting has approved the minutes so."""
    raised = full(
        OCT,
        item("23/65", "Bus shelter", "", action("Clerk to paint the bus shelter by 31 October.", due=FIRST)),
        item("23/66", "Bridge", "", action("Cllr Carr to write to the county by 20 November.", due=OTHER)),
    )
    later = full(NOV, item("23/70", title, text))
    return {each.item: each for each in track([raised, later], as_of=as_of).actions}


@pytest.mark.parametrize(
    "text",
    [
        "The minutes of 10 October were approved but in 23/65 the date should read by 30th November in place of 31st October.",
        "The minutes of 10 October 2023 were approved, with item 23/65 amended to read “by 30 November”.",
        "Approved, subject to minute 23/65 being amended from 31 October to 30 November 2023.",
        "Minute 23/65: delete “31 October” and insert “30 November”. The minutes were then signed.",
        "The minutes were agreed as a true record, subject to “30 November” being read for “31 October” in 23/65.",
        "The minutes were approved subject to 31 October being replaced by 30 November in the item on the bus shelter.",
        "The minutes were approved with the amendment of page 3, third paragraph, to read 30 November, not 31 October.",
        "The minutes were approved subject to the bus shelter deadline being corrected to 30 November.",
        "The minutes of 10 October, as amended in 23/65 (30 November for 31 October), were approved.",
        "It was pointed out that in 23/65 “31 October” should read “30 November”; the minutes were signed.",
    ],
)
def test_the_right_day_moves_the_action(text: str) -> None:
    found = followed(text)
    moved, other = found["23/65"], found["23/66"]
    assert (moved.due_date, moved.action.due.date, moved.status) == (RIGHT, FIRST, "open")
    assert [(one.how, one.status, one.item) for one in moved.mentions] == [("correction", None, "23/70")]
    assert moved.mentions[0].quote in text
    assert other.due_date == OTHER


@pytest.mark.parametrize(
    "text",
    [
        "The minutes were approved as a true record.",
        "The minutes were approved subject to page 3, third paragraph: delete “Cllr Carr” and insert “Cllr Moss”.",
        "The minutes were approved subject to the day of the fete in 23/66 reading 12 September, not 21 September.",
        "The minutes were approved subject to the date being corrected to 30 November.",  # of which action?
        "The minutes were approved subject to 31 October being shown in 23/65 in place of 13 October.",  # as it is shown here
        "The minutes of 4 July were approved subject to 31 October being replaced by 30 November.",  # of another meeting
    ],
)
def test_what_does_not_tell_which_day_or_action_moves_none(text: str) -> None:
    assert [each.due_date for each in followed(text).values()] == [FIRST, OTHER]


def test_before_the_approval_the_first_day_stands() -> None:
    text = "Approved, subject to minute 23/65 being amended from 31 October to 30 November 2023."
    assert followed(text, as_of=date(2023, 11, 13))["23/65"].due_date == FIRST
