"""Tables of the record: which are action tables, which are logs of earlier actions, which are only figures."""

from __future__ import annotations

import pytest

from minutes_miner.assemble.logs import progress_rows
from minutes_miner.assemble.tables import action_rows, grids, kept_tables
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


@pytest.mark.parametrize(
    ("header", "row", "wanted"),
    [
        (["Ref", "Item", "Action", "Lead", "Due", "Update"], ["7", "30/05", "Depot case", "PR", "-", "Sent"], ("30/05", "7", None)),
        (["No.", "Minute", "Task", "Resp.", "Target", "Outcome"], ["12", "4.2", "Depot case", "PR", "May", "Sent"], ("4.2", "12", "May")),
        (["Minute", "Action", "By whom", "Deadline", "Progress"], ["4.2", "Depot case", "PR", "n/a", "Sent"], ("4.2", None, None)),
        (["Action", "Who", "By when", "Comments"], ["Depot case", "PR", "asap", "Sent"], (None, None, "asap")),
    ],
)  # fmt: skip
def test_a_log_gives_the_minute_of_an_action_and_its_own_number(header: list[str], row: list[str], wanted: tuple[str | None, ...]) -> None:
    (line,) = progress_rows(*grids(paper(header, row)))
    number = line.number and line.number.removeprefix("Action ")
    assert (line.reference, number, line.due_text) == wanted
    assert (line.action_text, line.owner, line.status_word) == ("Depot case", "PR", "Sent")


@pytest.mark.parametrize(
    ("status", "new"),
    [
        ("New", True),
        ("NEW ACTION", True),
        ("Raised at this meeting", True),
        ("New date agreed", False),
        ("New quote awaited", False),
        ("", False),
    ],
)
def test_what_a_log_calls_new_is_an_action_of_this_meeting(status: str, new: bool) -> None:
    rows = ["3", "Write to the owner of the bank", "Clerk", "Completed"], ["4", "Mend the mill gate", "PR", status]
    (grid,) = grids(paper(["Ref", "Action", "Owner", "Update"], *rows))
    assert [row.text for row in action_rows(grid)] == (["Mend the mill gate"] if new else [])
    assert len(list(progress_rows(grid))) == (1 if new else 2)


def test_a_column_headed_status_is_read_before_one_of_remarks() -> None:
    rows = ["Ref", "Action", "Owner", "Progress", "Status"], ["A3", "Write to the owner of the bank", "Clerk", "Letter sent", "Open"]
    (line,) = progress_rows(*grids(paper(*rows)))
    assert line.status_word == "Open"


@pytest.mark.parametrize(
    ("headings", "cells", "status"),
    [
        (["Completed"], ["Yes"], "Completed: Yes"),
        (["Completed?"], ["✓"], "Completed: ✓"),
        (["Completed (Y/N)"], ["N"], "Not completed"),
        (["Date completed"], ["27/03/30"], "Completed: 27/03/30"),
        (["Done"], ["2 April"], "Completed: 2 April"),
        (["Completed"], ["Ongoing"], "Ongoing"),
        (["Completed"], ["Invoice to be paid by 2 April"], "Invoice to be paid by 2 April"),
        (["Status", "Date completed"], ["Closed", "27/03/30"], "Completed: 27/03/30; Closed"),
        (["Status", "Date completed"], ["Open", ""], "Open"),
        (["Status", "Revised date"], ["Open", "30 June 2030"], "Open; Revised date: 30 June 2030"),
        (["Progress", "New target date"], ["", "30 June 2030"], "Revised date: 30 June 2030"),
        (["Status", "Revised deadline"], ["Open", ""], "Open"),
    ],
)
def test_a_tick_or_a_date_says_what_its_column_means(headings: list[str], cells: list[str], status: str) -> None:
    (grid,) = grids(paper(["Action", "Owner", *headings], ["Write to the owner of the bank", "Clerk", *cells]))
    assert [line.status_word for line in progress_rows(grid)] == [status]
    assert not list(action_rows(grid))


def test_a_completion_column_that_is_empty_throughout_is_a_form_for_new_actions() -> None:
    (grid,) = grids(paper(["Action", "Owner", "Date completed"], ["Write to the owner of the bank", "Clerk", ""]))
    assert [row.text for row in action_rows(grid)] == ["Write to the owner of the bank"]
    assert not list(progress_rows(grid))


@pytest.mark.parametrize(
    ("heading", "numbers", "references"),
    [
        ("Action No", ["41", "44"], ["Action 41", "Action 44"]),
        ("No", ["1", "2"], ["Action 1", "Action 2"]),
        ("Ref", ["1.", "2."], ["Action 1", "Action 2"]),
        ("No", ["4", "7"], ["4", "7"]),
        ("Item", ["1", "2"], ["1", "2"]),
        ("Minute", ["1", "2"], ["1", "2"]),
        ("Action Ref", ["24/03", "24/04"], ["24/03", "24/04"]),
    ],
)
def test_numbers_that_count_the_actions_are_no_minutes(heading: str, numbers: list[str], references: list[str]) -> None:
    rows = [[number, f"Write to the owner of bank {number}", "Clerk"] for number in numbers]
    assert [row.reference for row in action_rows(*grids(paper([heading, "Action", "Owner"], *rows)))] == references
    logged = [[*row, "Open"] for row in rows]
    assert [line.reference for line in progress_rows(*grids(paper([heading, "Action", "Owner", "Status"], *logged)))] == references


@pytest.mark.parametrize(
    ("headings", "cells", "reference"),
    [
        (["Meeting", "Minute"], ["12 June 2030", "5"], "5 (12 June 2030)"),
        (["Date", "Item"], ["12/06/30", "5"], "5 (12/06/30)"),
        (["Meeting date", "Minute"], ["June 2030", "5"], "5 (June 2030)"),
        (["Date raised"], ["12/06/30"], "12/06/30"),
        (["Meeting", "Minute"], ["Staffing Panel", "5"], "5"),
    ],
)
def test_a_column_of_a_log_may_name_the_meeting(headings: list[str], cells: list[str], reference: str) -> None:
    (grid,) = grids(paper([*headings, "Action", "Owner", "Status"], [*cells, "Write to the owner of the bank", "Clerk", "Open"]))
    assert [line.reference for line in progress_rows(grid)] == [reference]


def test_a_row_that_names_a_meeting_holds_for_those_below_it() -> None:
    rows = [
        ["No", "Paper", "Action", "Lead", "Target date", "New date", "Status/Comment"],
        ["Actions from the meeting of 12 June 2030", "", "", "", "", "", ""],
        ["12", "Boiler", "Have the boiler serviced", "JS", "1 July", "", "Closed"],
        ["July 2030", "July 2030", "July 2030", "July 2030", "July 2030", "July 2030", "July 2030"],
        ["4", "Trees", "Survey the trees by the wall", "AB", "1 August", "1 September", "Not yet due"],
    ]
    (grid,) = grids(paper(*rows))
    assert [(line.reference, line.owner, line.status_word) for line in progress_rows(grid)] == [
        ("12 (12 June 2030)", "JS", "Closed"),
        ("4 (July 2030)", "AB", "Not yet due; Revised date: 1 September"),
    ]


def test_a_status_may_stand_in_the_cell_of_the_task() -> None:
    rows = ["Item", "Action", "Responsibility"], ["BD 60/30", "To bring back the lease for review. Status: on hold", "JS"]
    (line,) = progress_rows(*grids(paper(*rows)))
    assert (line.action_text, line.status_word) == ("To bring back the lease for review.", "on hold")


@pytest.mark.parametrize(
    ("task", "reference", "text"),
    [
        ("Minute 45 – survey the trees", "Minute 45", "survey the trees"),
        ("ES/30/9 Survey the trees", "ES/30/9", "Survey the trees"),
        ("Min. No. 21(3): survey the trees", "Min. No. 21(3)", "survey the trees"),
        ("45 trees to be planted", None, "45 trees to be planted"),
        ("A4 paper to be bought", None, "A4 paper to be bought"),
    ],
)
def test_a_task_may_begin_with_the_number_of_its_minute(task: str, reference: str | None, text: str) -> None:
    (line,) = progress_rows(*grids(paper(["Action", "Owner", "Status"], [task, "Clerk", "Open"])))
    assert (line.reference, line.action_text) == (reference, text)


@pytest.mark.parametrize(
    ("title", "actions", "lines"),
    [
        ("Actions from the last meeting", 0, 1),
        ("Outstanding actions", 0, 1),
        ("Actions agreed", 1, 0),
        ("Action log", 1, 0),  # of this meeting, at the end of its minutes
        ("Matters arising", 1, 0),  # what was agreed under it
    ],
)
@pytest.mark.parametrize("heading", ["By when", "Status"])
def test_a_table_of_earlier_actions_sets_none(title: str, actions: int, lines: int, heading: str) -> None:
    meeting = read(paper("# 1. Apologies", "None.", f"# 2. {title}", ["Action", "By whom", heading], ["Write to the owner", "Clerk", ""]))
    assert (len(meeting.items[1].actions), len(meeting.items[1].progress)) == (actions, lines)


def test_a_date_after_the_task_is_no_meetings() -> None:
    (grid,) = grids(paper(["Minute", "Action", "Date", "Status"], ["5", "Write to the owner of the bank", "12/06/30", "Open"]))
    assert [line.reference for line in progress_rows(grid)] == ["5"]


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
