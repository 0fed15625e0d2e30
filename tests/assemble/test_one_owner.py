"""An owner has one name in a record, initials and offices apart."""

from __future__ import annotations

from tests.papers import record


def owners(*lines: str) -> list[str | None]:
    return [action.owner for action in record(*lines).actions]


def test_a_surname_and_the_same_with_an_initial_are_one_owner() -> None:
    found = owners("Mr. Pike said that a list would be sent to members.", "Mr. Pike to order the sign.", "Mr. A Pike to ring the vicar.")
    assert found == ["Mr. Pike", "Mr. Pike", "Mr. Pike"]


def test_other_titles_are_other_people() -> None:
    assert owners("PCSO Wick to speak to the drivers.", "Sgt Wick agreed to look into it.") == ["PCSO Wick", "Sgt Wick"]


def test_an_office_stays_as_it_is_printed() -> None:
    assert owners("Ms. Hadley to order the sign.", "The Clerk to ring the vicar.") == ["Ms. Hadley", "The Clerk"]
