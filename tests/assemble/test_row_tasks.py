"""Rows of an action table and the discussion of the same tasks: one action each, under the item that was discussed."""

from __future__ import annotations

from datetime import date

import pytest

from tests.papers import Line, paper, read

ITEMS: tuple[Line, ...] = (
    "# 1. ELECTION OF CHAIR",
    "1.1 Hazel Thorne was elected Chair for one year.",
    "> NH",
    "# 2. PREMISES",
    "2.1 MG reported that the fence is down in two places. OT, who is in the trade, offered to get three prices.",
    "> OT",
    "2.2 The letting terms are out of date. PV will redraft them. PV will also write to the scouts about their keys.",
    "> PV",
    "# 3. GOVERNANCE",
    "3.1 NH to circulate the skills audit.",
    "> NH",
    "3.2 The path was overgrown, as the ward councillor had said.",
    "# 4. DATE OF NEXT MEETING",
    "4.1 Wednesday 10 July 2030 at 7pm.",
    "# SUMMARY OF ACTIONS",
)
Found = tuple[str | None, str, str | None, date | None]


def found(*rows: list[str]) -> list[Found]:
    """Item, text, owner and date of each action."""
    return [(item.number, a.text, a.owner, a.due.date) for item in read(paper(*ITEMS, *rows)).items for a in item.actions]


HEADS = ["Item", "Action", "Owner", "By"]


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        # What is told beside the owner's initials says nothing of the task that the table gives.
        ([["1.1", "Update the register of officers", "NH", "Oct"]], ("1", "Update the register of officers", "NH", date(2030, 10, 31))),
        ([["2.1", "Prices for fence", "OT", "July meeting"]], ("2", "Prices for fence", "OT", date(2030, 7, 10))),
        ([["3.1", "Audit", "NH", "asap"]], ("3", "Audit", "NH", None)),
        ([["3.1", "Audit", "NH", "10 July meeting"]], ("3", "Audit", "NH", date(2030, 7, 10))),
        # The number of the item alone, its title, and no number at all.
        ([["2", "Three prices for the fence", "OT", "-"]], ("2", "Three prices for the fence", "OT", None)),
        ([["Premises", "Three prices for the fence", "OT", ""]], ("2", "Three prices for the fence", "OT", None)),
        ([["", "Circulate skills audit", "NH", "Half term"]], ("3", "Circulate skills audit", "NH", None)),
    ],
)  # fmt: skip
def test_a_row_is_the_action_of_its_paragraph(rows: list[list[str]], wanted: Found) -> None:
    told = [one for one in found(HEADS, *rows) if one[0] == wanted[0] and one[2] == wanted[2]]
    assert [one for one in told if one[1] == wanted[1]] == [wanted]
    assert len(told) == 1


def test_what_the_discussion_says_of_a_row_is_told_also() -> None:
    meeting = read(paper(*ITEMS, HEADS, ["3.1", "Audit of skills", "NH", "asap"]))
    (action,) = meeting.items[2].actions
    assert (action.text, action.also) == ("Audit of skills", ("NH to circulate the skills audit.",))


def test_two_tasks_of_one_paragraph_and_owner_stay_two() -> None:
    rows = ["2.2", "Redraft letting terms", "PV", ""], ["2.2", "Letter to scouts about keys", "PV", ""]
    assert [text for item, text, owner, _ in found(HEADS, *rows) if owner == "PV"] == [
        "Redraft letting terms",
        "Letter to scouts about keys",
    ]
    assert len([owner for _, _, owner, _ in found(HEADS, rows[0]) if owner and "V" in owner]) == 2


def test_a_row_that_no_item_speaks_of_stays_where_the_table_stands() -> None:
    assert ("4", "Order the new bins", "MG", None) in found(HEADS, ["9.9", "Order the new bins", "MG", ""])


@pytest.mark.parametrize(
    ("header", "row", "owner", "due"),
    [
        (["Minute", "Action", "By"], ["3.1", "Skills audit to go round", "NH"], "NH", None),
        (["Minute", "Action", "By"], ["3.1", "Skills audit to go round", "Noor Hadley and MG"], "Noor Hadley and MG", None),
        (["Minute", "Action", "Who", "By"], ["3.1", "Skills audit to go round", "NH", "MG's visit"], "NH", "MG's visit"),
        (["No", "Minute", "Action", "Resp."], ["1", "3.1", "Skills audit to go round", "NH"], "NH", None),
    ],
)
def test_columns_are_known_by_what_they_hold(header: list[str], row: list[str], owner: str, due: str | None) -> None:
    (action,) = (a for a in read(paper(*ITEMS, header, row)).items[2].actions if "round" in a.text)
    assert (action.owner, action.due.text) == (owner, due)
