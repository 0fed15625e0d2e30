"""Item numbers as printed, read so that they can be put in order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_miner.assemble.numbers import read_number, roman, split_agenda_number


@pytest.mark.parametrize(
    ("label", "text", "value"),
    [
        ("307.", "307", 307),
        ("84.", "84", 84),
        ("5", "5", 5),
        ("35/20", "35/20", 35),
        ("84.1", "84.1", 84001),
        ("12.3", "12.3", 12003),
        ("FGB 01/2021", "FGB 01/2021", 1),
        ("19.07.04", "19.07.04", 4),
        ("GBP/2223/001", "GBP/2223/001", 1),
        ("MW/23/14", "MW/23/14", 14),
        ("C048/23", "C048/23", 48),
        ("5a.", "5a", 5),
        ("a)", "a", 1),
        ("c.", "c", 3),
        ("B.", "B", 2),
        ("iv.", "iv", 4),
    ],
)
def test_a_number_keeps_its_text_and_knows_its_place(label: str, text: str, value: int) -> None:
    number = read_number(label)
    assert number is not None
    assert (number.text, number.value) == (text, value)


@pytest.mark.parametrize("label", ["", "•", "-", "–", "(1)", "(a)", "*", "."])
def test_bullets_and_brackets_are_no_item_numbers(label: str) -> None:
    assert read_number(label) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("307.", "308.", True),
        ("9.", "10.", True),
        ("5.", "5a.", True),
        ("FGB 01/2021", "FGB 12/2021", True),
        ("84.1", "84.12", True),
        ("307.", "84.1", False),
        ("1.", "a)", False),
        ("35/20", "307.", False),
        ("FGB 01/2021", "MW/23/14", False),
    ],
)
def test_numbers_of_one_shape_make_one_chain(one: str, other: str, same: bool) -> None:
    left, right = read_number(one), read_number(other)
    assert left is not None and right is not None
    assert (left.shape == right.shape) is same


@given(st.integers(1, 98))
def test_numbers_that_follow_each_other_rise_by_one(number: int) -> None:
    for form in ("{}.", "{}/20", "FGB {:02}/2021", "19.07.{:02}", "GBP/2223/{:03}", "7.{}"):
        left, right = read_number(form.format(number)), read_number(form.format(number + 1))
        assert left is not None and right is not None
        assert right.value - left.value == 1, form


@pytest.mark.parametrize(("text", "value"), [("i", 1), ("iv", 4), ("ix", 9), ("xiv", 14), ("xl", 40), ("xcix", 99)])
def test_roman_numbers_have_their_value(text: str, value: int) -> None:
    assert roman(text) == value


@pytest.mark.parametrize(
    ("title", "bare", "number"),
    [
        ("Apologies (Item 1)", "Apologies", "1"),
        ("Apologies (Agenda item 5)", "Apologies", "5"),
        ("Apologies (Agenda Item No. 12a)", "Apologies", "12a"),
        ("Apologies [Item 3]", "Apologies", "3"),
        ("Apologies", "Apologies", None),
        ("Item 3 of the plan", "Item 3 of the plan", None),
        ("Plan (Appendix 3)", "Plan (Appendix 3)", None),
    ],
)
def test_an_agenda_number_at_the_end_of_a_title_is_split_off(title: str, bare: str, number: str | None) -> None:
    assert split_agenda_number(title) == (bare, number)
