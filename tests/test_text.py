"""The string helpers that every stage uses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_miner.text import count_words, fold, normal, places, split_label


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  two\n words\t here ", "two words here"),
        ("no\u00a0break", "no break"),
        ("co\u00adoperate", "cooperate"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("“quoted” – kept", "“quoted” – kept"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_white_space_becomes_single_spaces_and_what_is_invisible_goes(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


# The label forms of guides to the field: minute numbers, limbs, bullets.
LABELS = [
    ("307. Minutes", "307."),
    ("84.1 The report", "84.1"),
    ("4.OFFICERS’ REPORTS", "4."),
    ("3206.Police Report", "3206."),
    ("2031.Minutes of", ""),
    ("12.Highways", "12."),
    ("(a)Cleansing", "(a)"),
    ("19.07.04 Finance", "19.07.04"),
    ("2307.04 Bins", "2307.04"),
    ("35/20 Apologies", "35/20"),
    ("FGB 01/2021 Welcome", "FGB 01/2021"),
    ("GBP/2223/001 Budget", "GBP/2223/001"),
    ("MW/23/14 Works", "MW/23/14"),
    ("C048/23 1. Apologies", "C048/23 1."),
    ("5a. Finance", "5a."),
    ("(1) That the report be noted", "(1)"),
    ("(iv) about the pump", "(iv)"),
    ("a) about the bank", "a)"),
    ("a. about the bank", "a."),
    ("ii. about the pump", "ii."),
    ("- a point", "-"),
    ("– a point", "–"),
    ("• a point", "•"),
    ("* a point", "*"),
]


@pytest.mark.parametrize(("text", "label"), LABELS)
def test_a_label_is_split_from_what_follows(text: str, label: str) -> None:
    found, body = split_label(text)
    assert (found, text[body:]) == (label, text[len(label) :].lstrip())


@pytest.mark.parametrize(
    "text",
    [
        "Minutes",
        "e.g. bins",
        "i.e. bins",
        "3rd June",
        "A.Bell reported",
        "2.B North Street",
        "10.am",
        "£4.10 was paid",
        "-5 degrees",
        "(see above) it was",
        "",
        "12:30 pm",
    ],
)
def test_words_that_only_look_like_labels_are_none(text: str) -> None:
    assert split_label(text) == ("", 0)


@given(st.text())
def test_a_label_and_the_rest_give_the_text_again(text: str) -> None:
    label, body = split_label(text)
    assert text.startswith(label) and text[len(label) : body].strip(" ") == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Chair’s  Report:", "the chairs report"),
        ("CAFÉ – £4.10", "cafe 4 10"),
        ("don't", "dont"),
        ("...", ""),
    ],
)
def test_comparing_form_keeps_words_and_figures_only(text: str, words: str) -> None:
    assert normal(text) == words


@given(st.text())
def test_comparing_form_is_its_own_comparing_form(text: str) -> None:
    assert normal(normal(text)) == normal(text)


@pytest.mark.parametrize(
    ("words", "end", "found"),
    [
        (("chair", "apolog"), None, ["apolog", "chair", "apolog"]),
        (("chair", "apolog"), 20, ["apolog"]),
        (("deput",), None, []),
        ((), None, []),
    ],
)
def test_places_of_words_come_in_their_order(words: tuple[str, ...], end: int | None, found: list[str]) -> None:
    text = "apologies from the chair; no other apology"
    assert [text[start:stop] for start, stop in places(text, words, end=end)] == found


@pytest.mark.parametrize(
    "text", ["", " ", "word", "two words", "a line\nand another", " begins and ends ", "a  gap", "naïve “façade”", "stray \udc80"]
)
def test_words_are_counted_as_they_are_divided(text: str) -> None:
    assert count_words(text) == len(text.split())
