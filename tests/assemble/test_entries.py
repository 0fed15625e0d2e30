"""What stands behind an action mark or in the action column."""

from __future__ import annotations

import pytest

from minutes_miner.assemble.entries import TaskWords, due_line, owners_behind, read_entry
from minutes_miner.rulebook import load

WORDS = TaskWords.of(load())

# (entry, owner, task, due)
ENTRIES = [
    ("Clerk to place it on the website", "Clerk", "Clerk to place it on the website", None),
    ("Clerk will place it on the website", "Clerk", "Clerk will place it on the website", None),
    ("NH and AP to meet", "NH and AP", "NH and AP to meet", None),
    ("Head of Highways to report back", "Head of Highways", "Head of Highways to report back", None),
    ("It was agreed that the Clerk would write to him", "the Clerk", "It was agreed that the Clerk would write to him", None),
    ("1. Clerk to write to the owner", "Clerk", "Clerk to write to the owner", None),
    ("Clerk", "Clerk", "", None),
    ("clerk", "clerk", "", None),
    ("Head of Highways/Clerk", "Head of Highways/Clerk", "", None),
    ("JS by 4 July", "JS", "", "by 4 July"),
    ("JS, 31 July", "JS", "", "31 July"),
    ("JS – write to the owner", "JS", "write to the owner", None),
    ("JS: write to the owner", "JS", "write to the owner", None),
    ("(JS) write to the owner", "JS", "write to the owner", None),
    ("Write to the owner (JS, 31 July)", "JS", "Write to the owner (JS, 31 July)", "31 July"),
    ("Write to the owner – Cllr Ash", "Cllr Ash", "Write to the owner – Cllr Ash", None),
    ("Write to the owner", None, "Write to the owner", None),
    ("Mark Lyle to circulate the dates", "Mark Lyle", "Mark Lyle to circulate the dates", None),
    ("Mark will circulate the dates", "Mark", "Mark will circulate the dates", None),
    ("Mark Lyle – circulate the dates", "Mark Lyle", "circulate the dates", None),
    ("Mark Lyle", "Mark Lyle", "", None),
    ("Mark Elm Lane as closed", None, "Mark Elm Lane as closed", None),
    ("Place the signed copy on the website of the council", None, "Place the signed copy on the website of the council", None),
    ("Letter to be sent to the owner", None, "Letter to be sent to the owner", None),
    ("None", None, "None", None),
    ("Complete", None, "", None),
    ("Clerk to write to the owner – done", None, "", None),
]


@pytest.mark.parametrize(("text", "owner", "task", "due"), ENTRIES)
def test_an_entry_is_owner_or_task_or_both(text: str, owner: str | None, task: str, due: str | None) -> None:
    entry = read_entry(text, WORDS)
    assert (entry.owner, entry.task, entry.due) == (owner, task, due)


@pytest.mark.parametrize(
    ("text", "owner", "due"),
    [
        ("The bank would be looked at again (JS).", "JS", None),
        ("The bank would be looked at again [JS/AB]", "JS/AB", None),
        ("The bank would be looked at again (JS, 31 July)", "JS", "31 July"),
        ("The sign is a matter for the Parish Council (PC).", None, None),
        ("The bank would be looked at again (see below).", None, None),
    ],
)
def test_initials_in_a_closing_bracket_are_the_owner(text: str, owner: str | None, due: str | None) -> None:
    found = owners_behind(text, WORDS)
    assert ((found.owner, found.due) if found else (None, None)) == (owner, due)


@pytest.mark.parametrize(
    ("text", "due"), [("Due: 4 July", "4 July"), ("Deadline - next meeting.", "next meeting"), ("Due to rain: none", None)]
)
def test_a_line_that_only_says_when(text: str, due: str | None) -> None:
    assert due_line(text) == due


@pytest.mark.parametrize(
    ("text", "is_task"),
    [
        ("Write to the owner", True),
        ("Mark Elm Lane as closed", True),
        ("Mark Lyle to circulate the dates", False),
        ("look into prices for repair", True),
        ("Report from the Clerk", False),
        ("Review of policies held", False),
    ],
)
def test_a_bare_instruction_is_told_from_a_title(text: str, is_task: bool) -> None:
    assert WORDS.opens_task(text) is is_task
