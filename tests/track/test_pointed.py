"""Paragraphs under matters arising that open with the number of the last meeting's item."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.track.factories import action, full, item
from tests.track.test_link import JAN, MAR, MAY, followed

MILL = action("A trip to the mill will be arranged.", None)
TENDER = action("The Clerk will put the cleaning out to tender.")
FIRST = replace(item("6", "Reports", f"I. The figures were read.\nII. {TENDER.text}\nIV. {MILL.text}"), actions=(TENDER, MILL))


def found(opening: str, title: str = "Matters arising") -> list[int]:
    """How often each of the first meeting's two actions is taken up by a paragraph of this opening."""
    return [len(one.mentions) for one in followed(full(JAN, FIRST), full(MAR, item("3", title, opening)))]


@pytest.mark.parametrize(
    ("opening", "taken_up"),
    [
        ("Item 6.IV, outing – this is now planned for the summer.", [0, 1]),
        ("Item 6(ii) – this has been done.", [1, 0]),
        ("6(iv) Outing – this is now planned for the summer.", [0, 1]),
        ("Item 6 – the mill cannot be seen before May.", [0, 1]),  # by its words
        ("Item 6 – this was noted again by all.", [0, 0]),  # nothing tells which is meant
        ("Item 5.IV, outing – this is now planned for the summer.", [0, 0]),
        ("The press asked about item 6.IV in passing, and was thanked.", [0, 0]),
    ],
)
def test_an_items_number_at_the_start_means_the_last_meetings_item(opening: str, taken_up: list[int]) -> None:
    assert found(opening) == taken_up


def test_elsewhere_it_is_the_meetings_own_item() -> None:
    assert found("Item 6.IV, outing – this is now planned for the summer.", "Declarations of interest") == [0, 0]


def test_it_means_the_last_meeting_and_no_earlier_one() -> None:
    later = item("3", "Matters arising", "Item 6.IV – this is now planned for the summer.")
    between = full(MAR, item("6", "Reports", "IV. The figures were read."))
    assert [len(one.mentions) for one in followed(full(JAN, FIRST), between, full(MAY, later))] == [0, 0]


@pytest.mark.parametrize(
    ("said", "taken_up"),
    [
        ("Item 45 – this had been done.", [1, 0]),
        ("Page 3, item 45 – this had been done.", [1, 0]),
        ("Re item 46, this was in hand.", [0, 1]),
        ("45: This had been done.\n46: This was in hand.", [1, 1]),
        ("1: This had been done.\n2: This was in hand.", [0, 0]),  # the paragraphs' own numbers
        ("Item 45 – the Library van would stop at Orchard View from Easter on.", [0, 0]),
        ("45 chairs had been bought.", [0, 0]),
    ],
)
def test_the_one_action_of_an_item_is_meant_where_nothing_else_is_named(said: str, taken_up: list[int]) -> None:
    hall = item("45", "Hall", "The boiler was cold.", action("Clerk to ring the engineer."))
    shelter = item("46", "Bus shelter", "The roof leaked.", action("Cllr Carr to see to it.", "Cllr Carr"))
    ones = item("1", "Sign", "", action("Clerk to see the gilder.")), item("2", "Pump", "", action("Clerk to see the smith."))
    tracked = followed(full(JAN, hall, shelter, *ones), full(MAR, item("63", "Matters arising", said)))
    assert [len(one.mentions) for one in tracked] == [*taken_up, 0, 0]
