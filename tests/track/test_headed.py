"""Parts of matters arising that have the heading under which the last meeting set its actions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes_miner.model import AgendaItem
from tests.track.factories import action, full, item
from tests.track.test_link import JAN, MAR, MAY, followed

HALL = item("6", "Village hall", "The plans were gone through.", action("Cllr Moss to let the trustees know.", "Cllr Moss"))
STAFF = item("7", "Staffing", "Two posts were open.", action("Clerk to let members know how it went."))
FERRY = item(
    "8",
    "Ferry landing",
    "The planks were bad.",
    action("Clerk to price new planks."),
    action("Cllr Carr to ring the boatman.", "Cllr Carr"),
)


def held(number: str, title: str, text: str) -> AgendaItem:
    """An item that stands below the heading "Matters arising"."""
    return replace(item(number, title, text), under="Matters arising from the last meeting")


@pytest.mark.parametrize(
    ("later", "taken_up"),
    [
        (held("3", "Village hall", "No news so far."), [1, 0, 0, 0]),
        (held("6", "The village hall and green", "No news so far."), [1, 0, 0, 0]),  # it has the number, too
        (held("3", "Village green", "No news so far."), [0, 0, 0, 0]),
        (held("7", "Staffing", "Both were filled."), [0, 1, 0, 0]),
        (held("3", "Staffing", "Both were filled."), [0, 0, 0, 0]),  # standing business, of whatever meeting
        (held("8", "Ferry landing", "The boatman is away until June."), [0, 0, 0, 1]),
        (item("3", "Village hall", "No news so far."), [0, 0, 0, 0]),  # a discussion of this meeting's own
        (item("3", "Matters arising", "a) Village hall\nThere is no news so far and nobody knows any."), [1, 0, 0, 0]),
    ],
)
def test_the_last_meetings_heading_means_what_was_set_below_it(later: AgendaItem, taken_up: list[int]) -> None:
    text = "There is nothing else to be said of this and of the other thing here."
    if later.title == "Matters arising":
        later = replace(later, text=f"{later.text} \nb) Weir\n{text}\nc) Mill\n{text}")
    assert [len(one.mentions) for one in followed(full(JAN, HALL, STAFF, FERRY), full(MAR, later))] == taken_up


@pytest.mark.parametrize(
    ("paragraph", "taken_up"),
    [
        ("Village hall – no news so far.", [1, 0, 0, 0]),
        ("6. Village hall: nothing had come of it.", [1, 0, 0, 0]),
        ("Village hall – the new curtains were admired by the youth club.", [0, 0, 0, 0]),  # of something else
        ("Staffing – no news so far.", [0, 0, 0, 0]),
        ("Ferry landing – the boatman is away.", [0, 0, 0, 1]),
    ],
)
def test_a_paragraph_may_open_with_the_heading(paragraph: str, taken_up: list[int]) -> None:
    later = item("3", "Matters arising", paragraph)
    assert [len(one.mentions) for one in followed(full(JAN, HALL, STAFF, FERRY), full(MAR, later))] == taken_up


def test_it_means_the_last_meeting_and_no_earlier_one() -> None:
    between = full(MAR, item("6", "Old mill", "The roof was looked at."))
    (hall,) = followed(full(JAN, HALL), between, full(MAY, held("3", "Village hall", "It was cold.")))
    assert hall.mentions == ()
