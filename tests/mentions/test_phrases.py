"""Fixed phrases, found by their last words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_miner.matching import index
from minutes_miner.mentions.phrases import Phrases
from minutes_miner.wording import small_letters

PHRASES = ["Ash", "Jo Ash", "Ash Elm", "the board", "board", "J. Ash-Elm"]


def found(text: str, phrases: list[str] = PHRASES) -> list[str]:
    known = Phrases(phrases, before=r"(?<![\w-])", after=r"(?![\w-])")
    return [text[start:end] for start, end in known.find(text, list(zip(*index(small_letters(text)), strict=True)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jo Ash met Ash.", ["Jo Ash", "Ash"]),
        ("Jo Ash Elm", ["Jo Ash"]),
        ("Ash Elm", ["Ash Elm"]),
        ("Ashes to the boardroom", []),
        ("of the board, a board", ["the board", "board"]),
        ("by J. Ash-Elm", ["J. Ash-Elm"]),
        ("ash", []),
        ("", []),
    ],
)
def test_the_first_and_longest_are_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_phrase_without_words_is_no_phrase() -> None:
    assert found("- … -", ["…"]) == []


@given(st.lists(st.sampled_from(["Ash", "Jo", "Elm", "the", "board", "J.", "-", "Ash-Elm", "Ashes"]), max_size=10).map(" ".join))
def test_one_long_expression_finds_the_same(text: str) -> None:
    longest_first = "|".join(re.escape(p) for p in sorted(PHRASES, key=len, reverse=True))
    assert found(text) == re.findall(rf"(?<![\w-])(?:{longest_first})(?![\w-])", text)
