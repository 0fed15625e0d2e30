"""What an owner stands beside who is named by a mark or in the action column, without a task of his own."""

from __future__ import annotations

from datetime import date

import pytest

from tests.papers import record

# (lines, (text, owner) of each action)
BESIDE: list[tuple[tuple[str, ...], list[tuple[str, str | None]]]] = [
    (("The Clerk would look into the wall. He came back. (Action: Clerk)",), [("The Clerk would look into the wall.", "Clerk")]),
    (("The Clerk would look into the wall. Carried forward. ACTION: Clerk",), [("The Clerk would look into the wall.", "Clerk")]),
    (
        ("Mr. Pike would look into the wall. The hedge was overgrown. ACTION: Clerk",),
        [("Mr. Pike would look into the wall.", "Mr. Pike"), ("The hedge was overgrown.", "Clerk")],
    ),
    (("A letter was needed. The accounts had been sent round.", "> Clerk"), [("A letter was needed.", "Clerk")]),
    (
        ("The Clerk would write to the owner. Mr. Bell said that he would tell the Ministry.", "> Clerk"),
        [("The Clerk would write to the owner.", "Clerk"), ("Mr. Bell said that he would tell the Ministry.", "Mr. Bell")],
    ),
    (
        ("To approve the minor works. Mr. Pike spoke on the needs of the hall. Agreed.", "> Mr. Pike"),
        [("To approve the minor works.", "Mr. Pike")],
    ),
    (
        ("Mr. Pike would provide a map and the Clerk would write to the county.", "> Mr. Pike/Clerk"),
        [("Mr. Pike would provide a map", "Mr. Pike"), ("the Clerk would write to the county.", "the Clerk")],
    ),
    (("The accounts had been sent round.", "> July"), []),
    (("The licence needs a new name on it. Form from the bank. Action: Clerk",), [("The licence needs a new name on it.", "Clerk")]),
    (
        ("Mr. Pike thought that we need a new key. The Clerk said that the old one was bent. Action: Mr. Pike",),
        [("Mr. Pike thought that we need a new key.", "Mr. Pike")],
    ),
    (
        ("The law says we need a notice. Action: Clerk by 4 July (a friend of his has one)",),
        [("The law says we need a notice.", "Clerk")],
    ),
    (
        ("The budget was presented by Mr. Pike.", "> Clerk", "Costs had fallen.", "The Chair asked that a summary be sent round."),
        [("The Chair asked that a summary be sent round.", "Clerk")],
    ),
    (
        ("The budget was presented by Mr. Pike.", "> Dr. Frost", "Costs had fallen.", "Dr. Frost undertook to send a summary round."),
        [("Dr. Frost undertook to send a summary round.", "Dr. Lena Frost")],
    ),
    (
        ("The path at the weir was still to mend.", "> Clerk", "The sign was gone.", "Mr. Pike would order a sign.", "> Mr. Pike"),
        [("The path at the weir was still to mend.", "Clerk"), ("Mr. Pike would order a sign.", "Mr. Pike")],
    ),
]


@pytest.mark.parametrize(("lines", "rows"), BESIDE, ids=[" / ".join(case[0])[:60] for case in BESIDE])
def test_an_owner_stands_beside_the_task_not_beside_what_was_told(lines: tuple[str, ...], rows: list[tuple[str, str | None]]) -> None:
    assert [(a.text, a.owner) for a in record(*lines).actions] == rows


@pytest.mark.parametrize("entry", ["Clerk – 30 July 2030", "Clerk: 30 July 2030", "Clerk 30 July 2030", "Clerk (30 July 2030)"])
def test_an_owner_may_have_a_date_beside_him(entry: str) -> None:
    (action,) = record("The accounts would be sent round.", f"> {entry}").actions
    assert (action.text, action.owner, action.due.date) == ("The accounts would be sent round.", "Clerk", date(2030, 7, 30))
