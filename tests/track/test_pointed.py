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
