"""Patterns tried only where their words stand find what searching the whole text finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_miner.matching import Patterns, Stretch, index
from minutes_miner.wording import BODY_MARK, NAME_MARK, compile_pattern

LISTS = {"birds": ["owl", "barn owl", "Great Tit"], "marks": [":", "–"]}
WHO = NAME_MARK * 5


def found(text: str, *wordings: str, exact_case: bool = False) -> list[tuple[str, str]]:
    """(pattern, matched text) for each match, in order."""
    patterns: Patterns[str] = Patterns([(wording, wording, exact_case) for wording in wordings], LISTS)
    stretch = Stretch.whole(text)
    return [(p.owner, text[slice(*m.span())]) for p, m in patterns.matches(stretch)]


@pytest.mark.parametrize(
    ("wording", "text", "matched"),
    [
        ("{birds} flew", "The Barn Owl flew.", ["Barn Owl flew", "Owl flew"]),
        ("the? {birds} flew", "The owl flew.", ["The owl flew", "owl flew"]),
        ("{birds} flew", "The cat flew.", []),
        ("{birds} :", "Owl: great tit –", ["Owl:"]),
        ("{marks} {birds}", "– great tit", ["– great tit"]),
        ("( owl )", "An (Owl) flew.", ["(Owl)"]),
        ("{who} flew", f"{WHO} flew and flew.", [f"{WHO} flew"]),
        ("{who} to {word}", f"{WHO} to fly, {WHO} to Fly", [f"{WHO} to fly"]),
        ("owl", "Owls and fowl", []),
        ("{who} flew", f"{WHO} (the elder) flew", [f"{WHO} (the elder) flew"]),
        ("{who} flew", f"{WHO}, an owl, flew", [f"{WHO}, an owl, flew"]),
        ("{who} also? {birds}", f"{WHO} also – barn owl", [f"{WHO} also – barn owl"]),
    ],
)
def test_matches_are_found_at_every_place(wording: str, text: str, matched: list[str]) -> None:
    assert [match for _, match in found(text, wording)] == matched


def test_exact_case_is_kept() -> None:
    assert found("OWL Owl owl", "OWL", exact_case=True) == [("OWL", "OWL")]


def test_patterns_come_in_the_order_given_whatever_words_they_hold() -> None:
    wordings = ["owl flew", "–", "{birds}", "flew"]
    assert [wording for wording, _ in found("– The owl flew", *wordings)] == wordings


def test_a_capital_without_one_small_letter_moves_nothing() -> None:
    assert found("İİİ the owl flew", "owl flew") == [("owl flew", "owl flew")]


def test_an_index_holds_words_marks_and_what_parts_a_name_from_its_apposition() -> None:
    words, places = index(f"{WHO} (the chair), {BODY_MARK * 3}, – re-done: 7½")
    assert words == [NAME_MARK, "(", "the", "chair", BODY_MARK, ",", "–", "re", "-", "done", ":", "7½"]
    assert places == [0, 6, 7, 11, 19, 22, 24, 26, 28, 29, 33, 35]


WORDS = ["the", "The", "owl", "OWL", "barn", "great", "tit", "flew", "fowl", "–", ":", "to", "fly", "Fly", "also", WHO, "(", ")", ",", "."]
WORDINGS = [
    "{birds} flew",
    "the? {birds}",
    "{birds} *2 flew",
    "{who} to {word}",
    "{who}|{birds} to fly",
    "owl|tit :",
    "( owl",
    "to|the fly|flew",
    "{who} also? {birds}|{who} flew",
]


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), st.sampled_from(WORDINGS))
def test_nothing_is_missed(text: str, wording: str) -> None:
    searched = compile_pattern(wording, LISTS).search(text)
    assert [match for _, match in found(text, wording)][:1] == ([searched.group()] if searched else [])
