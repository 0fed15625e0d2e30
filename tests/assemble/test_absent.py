"""What people who were not there plan is passed on, and no task; whom "he" means where the speaker is a "Mrs"."""

from __future__ import annotations

import pytest

from tests.papers import record


@pytest.mark.parametrize(
    "told",
    [
        "Mr. Arlo Wick of Hill Farm has said he will mend the stile after harvest.",
        "Mrs. Wick is in favour of the scheme and has advised that she will write to parents.",
        "We are glad that Arlo Wick has confirmed he will speak at the fair.",
    ],
)
def test_what_the_absent_have_said_they_will_do_is_no_task(told: str) -> None:
    assert not record(told).actions


@pytest.mark.parametrize(
    ("told", "owner"),
    [
        ("Mr. Pike has said he will mend the stile after harvest.", "Mr. Aldous Pike"),
        ("Cllr Wick has advised that she will write to parents.", "Cllr Wick"),
        ("Arlo Wick has agreed to write the newsletter.", "Arlo Wick"),
    ],
)
def test_those_present_members_and_those_who_agreed_have_one(told: str, owner: str) -> None:
    (action,) = record(told).actions
    assert action.owner == owner


LAMP = "Mrs. Olive Dunn reported that the lamp is out. "


def test_he_is_not_the_mrs_who_speaks() -> None:
    assert not record(LAMP + "Arlo Wick of the power company is looking at it. He will let the Clerk know when he has a day.").actions


def test_he_is_the_one_named_last_of_whom_it_may_be_said() -> None:
    (action,) = record(LAMP + "Mr. Pike had looked at it. He will let the Clerk know when he has a day.").actions
    assert action.owner == "Mr. Pike"


def test_she_is_the_mrs_who_speaks() -> None:
    (action,) = record(LAMP + "It was dark by the weir. She will let the Clerk know when she has a day.").actions
    assert action.owner == "Mrs. Olive Dunn"
