"""One person, office or owner known from two."""

from __future__ import annotations

import pytest

from minutes_miner.evaluate.names import one_owner, one_person


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Councillor Hazel Thorne", "Cllr. H Thorne", True),
        ("Councillor Thorne", "Hazel Thorne", True),
        ("Hazel Thorne (Chair)", "Mrs Thorne, Chair of Governors", True),
        ("The Chair", "the Chair", True),
        ("HT", "Hazel Thorne", True),
        ("HT", "Milo Thorne", False),
        ("Hazel Thorne", "Milo Thorne", False),
        ("Hazel Thorne", "Helen Thorne", False),
        ("Hazel Thorne", "Hazel Garside", False),
        ("Head of Highways", "Head of Housing", False),
        ("Deputy Clerk", "Clerk", False),
        ("Friends of the Hall and Green", "Green", False),
        ("Hazel Thorne", None, False),
        (None, None, True),
    ],
)
def test_one_person_is_known_from_two(one: str | None, other: str | None, same: bool) -> None:
    assert one_person(one, other) is one_person(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Clerk/Chair", "the Chair and the Clerk", True),
        ("Cllr Ash & Cllr Bell", "Councillor Bell, Councillor Ash", True),
        ("Clerk", "Clerk and Chair", False),
        ("Head of Highways and Transport", "the Head of Highways & Transport", True),
        (None, "Clerk", False),
        (None, None, True),
    ],
)
def test_owners_are_the_same_in_any_order(one: str | None, other: str | None, same: bool) -> None:
    assert one_owner(one, other) is same
