"""Tables of the record: which are action tables, which are logs of earlier actions, which are only figures."""

from __future__ import annotations

import pytest

from minutes_miner.assemble.tables import action_rows, grids, kept_tables, progress_rows
from tests.papers import Line, paper, read

HEADERS = [
    ["Item", "Action", "By whom", "By when"],
    ["Ref", "Action required", "Owner", "Due date"],
    ["No", "Task", "Responsibility", "Deadline"],
    ["Minute", "Action", "Lead officer", "Timescale"],
    ["ITEM", "ACTION", "WHO", "WHEN"],
    ["Agenda Item", "Actions agreed", "Responsible person", "Target date"],
    ["Item", "", "By whom", "By when"],
]
ROW = ["12", "Write to the owner of the bank", "Clerk", "30 June 2030"]


@pytest.mark.parametrize("header", HEADERS, ids=" ".join)
def test_an_action_table_is_known_by_its_headings(header: list[str]) -> None:
    (grid,) = grids(paper(header, ROW))
    (row,) = action_rows(grid)
    assert (row.text, row.owner, row.due_text, row.reference) == (ROW[1], "Clerk", "30 June 2030", "12")
    assert list(progress_rows(grid)) == []


LOGS = [
    ["Ref", "Action", "Owner", "Status"],
    ["Minute", "Action", "Lead officer", "Progress"],
    ["Item", "Task", "Who", "Update"],
    ["No", "Action", "By whom", "Outcome"],
    ["Ref", "Description", "Responsible", "RAG"],
    ["Minute", "Recommendation or request", "Owner", "Status"],
    ["Ref", "Recommendations", "Lead officer", "Status"],
]


@pytest.mark.parametrize("header", LOGS, ids=" ".join)
def test_a_log_tells_what_became_of_earlier_actions(header: list[str]) -> None:
    (grid,) = grids(paper(header, ["A3", "Write to the owner of the bank", "Clerk", "Completed"]))
    (line,) = progress_rows(grid)
    assert (line.action_text, line.owner, line.status_word, line.reference) == (
        "Write to the owner of the bank",
        "Clerk",
        "Completed",
        "A3",
    )
    assert list(action_rows(grid)) == []


def test_a_column_headed_status_is_read_before_one_of_remarks() -> None:
    rows = ["Ref", "Action", "Owner", "Progress", "Status"], ["A3", "Write to the owner of the bank", "Clerk", "Letter sent", "Open"]
    (line,) = progress_rows(*grids(paper(*rows)))
    assert line.status_word == "Open"


OTHERS: list[tuple[list[str], ...]] = [
    (["Ward", "Bins", "Cost"], ["Mere", "41", "£4.10"]),
    (["Payee", "Purpose", "Amount"], ["A Ash", "Hedge", "£40"]),
    (["Date", "Time", "Place"], ["5 June 2030", "7 pm", "Hall"]),
    (["Name", "Present"], ["Hazel Thorne", "P"]),
    (["Ref", "Address", "Recommendation", "Officer"], ["30/104", "Mere End", "No objection", "A Ash"]),
]


@pytest.mark.parametrize("rows", OTHERS, ids=lambda rows: " ".join(rows[0]))
def test_other_tables_hold_no_actions(rows: tuple[list[str], ...]) -> None:
    (grid,) = grids(paper(*rows))
    assert [*action_rows(grid), *progress_rows(grid)] == []


def test_every_table_is_kept_as_printed() -> None:
    lines: tuple[Line, ...] = ("# Bins by ward", ["Ward", "Action", "By whom"], ["Mere", "", "Ash"], "Text.", ["a", "b"], ["c", "d"])
    first, second = kept_tables(grids(paper(*lines)))
    assert (first.title, first.header, first.rows) == ("Bins by ward", ("Ward", "Action", "By whom"), (("Mere", "", "Ash"),))
    assert (second.title, second.header, second.rows) == (None, (), (("a", "b"), ("c", "d")))


def test_rows_shorter_than_the_header_are_read_as_far_as_they_go() -> None:
    (grid,) = grids(paper(["Item", "Action", "By whom", "By when"], ["12", "Write to the owner"], ["13", "Order the sign", "Clerk"]))
    assert [(row.text, row.owner, row.due_text) for row in action_rows(grid)] == [
        ("Write to the owner", None, None),
        ("Order the sign", "Clerk", None),
    ]


@pytest.mark.parametrize(("reference", "holder"), [("1", "1"), ("2.", "2"), ("9", "3"), ("", "3")])
def test_a_row_belongs_to_the_item_that_it_names_else_to_the_item_of_its_table(reference: str, holder: str) -> None:
    meeting = read(
        paper(
            "# 1. Gate",
            "The gate was discussed.",
            "# 2. Pump",
            "The pump was discussed.",
            "# 3. Actions agreed",
            ["Item", "Action", "By whom", "By when"],
            [reference, "Write to the owner", "Clerk", "30 June 2030"],
        )
    )
    assert [item.number for item in meeting.items if item.actions] == [holder]


def test_a_line_of_a_log_is_progress_of_the_item_that_holds_it() -> None:
    meeting = read(
        paper(
            "# 1. Apologies",
            "None.",
            "# 2. Action log",
            ["Ref", "Action", "Owner", "Status"],
            ["A3", "Write to the owner", "Clerk", "Completed"],
            ["A4", "Order the sign", "Councillor Garside", "Ongoing"],
        )
    )
    assert [(line.action_text, line.status_word) for line in meeting.items[1].progress] == [
        ("Write to the owner", "Completed"),
        ("Order the sign", "Ongoing"),
    ]
    assert meeting.items[1].actions == ()
