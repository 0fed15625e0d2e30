"""Names that one place writes out and another has by their initials."""

from __future__ import annotations

import pytest

from minutes_miner.track.initials import same_initials, told_by_initials


@pytest.mark.parametrize(
    ("one", "other", "initials"),
    [
        ("Clerk to write to the Harbour Lighting Board.", "The HLB had replied.", {"HLB"}),
        ("Clerk to write to the HLB.", "The Harbour Lighting Board had replied.", {"HLB"}),
        ("Cllr Moss to join the Society for the Care of Old Mills.", "SCOM held a fair.", {"SCOM"}),
        ("Ask the Director of Parks and Open Spaces.", "The DPOS would come.", {"DPOS"}),
        ("Clerk to write to the Harbour Lighting Board (HLB).", "The HLB had replied.", set()),
        ("The Harbour Lighting Board to be asked.", "The Harbour Lighting Board had replied.", set()),
        ("Clerk to ask Ann Moss.", "AM had replied.", set()),
        ("Old Mill Lane was closed.", "They met in the hall.", set()),
        ("The Clerk to write.", "The TCW was wet.", set()),
    ],
)
def test_a_name_and_its_initials(one: str, other: str, initials: set[str]) -> None:
    assert told_by_initials(one, other) == initials
    assert told_by_initials(other, one) == initials


@pytest.mark.parametrize(
    ("one", "other", "same"), [("RE", "RE", True), ("MT/IT", "IT and JP", True), ("RE", "PR", False), ("Clerk", "Clerk", False)]
)
def test_owners_who_have_initials_in_common(one: str, other: str, same: bool) -> None:
    assert same_initials(one, other) is same
