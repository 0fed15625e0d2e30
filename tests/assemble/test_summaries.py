"""A table of all actions, before the first item or after the last, and the discussion in other items: one row per task."""

from __future__ import annotations

import pytest

from minutes_miner.model import AgendaItem
from tests.papers import Line, paper, read

HEADINGS = ["Action", "By whom", "By when"]
BINS = ("# Litter bins", "The bins by the weir were full. Mr. Pike undertook to order two more bins.")
SCHOOL = ("# School gate", "Parents park on the verge. IQ will ask the Head for cones.")
LAMPS = ("# Lamps", "The lamp at Nab End is out.")


def items(*lines: Line) -> dict[str, AgendaItem]:
    return {item.title: item for item in read(paper(*lines)).items}


def rows(item: AgendaItem) -> list[tuple[str, str | None]]:
    return [(action.text, action.owner) for action in item.actions]


def test_a_row_of_the_closing_table_takes_up_what_the_discussion_tells() -> None:
    found = items(
        *BINS, *LAMPS, "# Actions", HEADINGS, ["Order two more bins", "Mr. Pike", "end of June"], ["Report the lamp", "Clerk", ""]
    )
    assert rows(found["Litter bins"]) == []
    (bins, lamp) = found["Actions"].actions
    assert (bins.text, bins.also, bins.due.text) == ("Order two more bins", ("Mr. Pike undertook to order two more bins.",), "end of June")
    assert (lamp.text, lamp.also) == ("Report the lamp", ())


def test_a_row_may_name_the_item_and_the_owner_by_initials() -> None:
    found = items(*BINS, *SCHOOL, "# Actions", HEADINGS, ["School gate: cones to be fetched", "Iris Quillan/IQ", ""])
    assert rows(found["School gate"]) == []
    assert found["Actions"].actions[0].also == ("IQ will ask the Head for cones.",)


def test_a_row_of_an_opening_table_stands_in_the_item_that_tells_of_it() -> None:
    found = items("Actions", HEADINGS, ["Order two more bins", "Mr. Pike", "end of June"], *LAMPS, *BINS)
    assert rows(found["Lamps"]) == []
    assert rows(found["Litter bins"]) == [("Order two more bins", "Mr. Pike")]


@pytest.mark.parametrize(
    "row",
    [["Order two more bins", "Clerk", ""], ["Order salt", "Mr. Pike", ""], ["Lamps: order two", "Mr. Pike", ""]],
    ids=["another owner", "another task", "another item"],
)
def test_another_task_is_another_row(row: list[str]) -> None:
    found = items(*BINS, *LAMPS, "# Actions", HEADINGS, row)
    assert len(found["Litter bins"].actions) == len(found["Actions"].actions) == 1


def test_a_heading_actions_over_no_table_or_before_all_business_is_no_item() -> None:
    assert "Actions" not in items("# Actions", HEADINGS, ["Order two more bins", "Mr. Pike", ""], *LAMPS, *BINS)
    assert "Actions" not in items(*LAMPS, *BINS, "# Actions", "None.")


BY_MINUTE = ["Minute", "Action", "By whom", "By when"]


@pytest.mark.parametrize(
    ("told", "row"),
    [
        ("The Oak, extension. The plans came late. The Clerk will ask the borough for more time.", "Extension of time"),
        ("Mandate: the bank has lost the forms for Ms. Hadley. The Clerk will send a fresh set.", "New mandate forms for Ms. Hadley"),
    ],
)
def test_a_row_by_the_number_of_its_item_is_what_is_told_there(told: str, row: str) -> None:
    found = items(
        "# 24/31 Planning", told, "# 24/32 Lamps", "All were lit.", "# Summary of actions", BY_MINUTE, ["24/31", row, "Clerk", ""]
    )
    (action,) = found["Planning"].actions
    assert action.text == row
    assert len(action.also) == 1
