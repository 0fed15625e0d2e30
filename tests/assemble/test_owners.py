"""Owners as columns and brackets print them."""

from __future__ import annotations

import pytest

from minutes_miner.assemble.owners import clean_owner, row_end, same_owner


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Clerk", "Clerk"),
        (" (Clerk). ", "Clerk"),
        ("NH / AP", "NH / AP"),
        ("The office (LA) and Friends (JR)", "The office (LA) and Friends (JR)"),
        ("All Members", "All Members"),
        ("Head of Highways", "Head of Highways"),
        ("None", None),
        ("n/a", None),
        ("N/A", None),
        ("Noted", None),
        ("For information", None),
        ("–", None),
        ("", None),
        ("Action", None),
        ("The owner of the bank had written twice to the Clerk about it", None),
    ],
)
def test_an_owner_is_told_from_stray_words(text: str, owner: str | None) -> None:
    assert clean_owner(text) == owner


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Clerk", "the Clerk", True),
        ("Cllr Garside", "Councillor Milo Garside", True),
        ("Mr Pike", None, True),
        ("All", "All", True),
        ("All", "Clerk", False),
        (None, None, True),
        ("Mr Pike", "Mr Vance", False),
        ("Councillor Vance", "Councillor Garside", False),
    ],
)
def test_owners_agree_where_they_share_a_name(a: str | None, b: str | None, same: bool) -> None:
    assert same_owner(a, b) is same


@pytest.mark.parametrize(
    ("text", "first", "row"),
    [
        ("Councillors Ash (Chair), Elm and Oak review it", "Councillors Ash", "Councillors Ash (Chair), Elm and Oak"),
        ("Cllrs Ash and B Elm to meet", "Cllrs Ash", "Cllrs Ash and B Elm"),
        ("Councillors Ash, Elm and the Clerk to meet", "Councillors Ash", "Councillors Ash, Elm and the Clerk"),
        ("Councillors Ash, by 4 May, to report", "Councillors Ash", "Councillors Ash"),  # no row is closed
        ("Councillor Ash and Mr Elm to meet", "Councillor Ash", "Councillor Ash"),  # one title, one name
    ],
)
def test_a_plural_title_is_of_the_whole_row(text: str, first: str, row: str) -> None:
    assert text[: row_end(text, 0, len(first))] == row
