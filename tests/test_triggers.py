"""What tells where a pattern is worth trying."""

from __future__ import annotations

import pytest

from minutes_miner.triggers import BETWEEN, demands, openings
from minutes_miner.wording import BODY_MARK, NAME_MARK

LISTS = {"birds": ["owl", "barn owl", "Great Tit"], "marks": [":", "–"], "calls": ["hoot", "re-hoot", "hoot."]}


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("the? {birds} flew", [{"owl", "barn", "great"}, {"flew"}]),
        ("{who}|they flew", [{NAME_MARK, BODY_MARK, "they"}, {"flew"}]),
        ("{body}|they flew", [{BODY_MARK, "they"}, {"flew"}]),
        ("( owl *3 {word} :", [{"owl"}, {":"}]),
        ("- owl|tit .", [set("-‐‑"), {"owl", "tit"}]),
    ],
)
def test_what_a_pattern_demands(wording: str, expected: list[set[str]]) -> None:
    assert demands(wording, LISTS) == expected


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        (
            "the? {birds}|nest flew",
            {"the": {"owl", "barn", "great", "nest"}, "owl": {"flew"}, "barn": {"owl"}, "great": {"tit"}, "nest": {"flew"}},
        ),
        ("{body} also? flew", {BODY_MARK: {"also", "flew"}}),
        ("owl *2 flew", {"owl": None}),
        ("owl {word}", {"owl": None}),
        ("owl :", {"owl": None}),
        ("owl {who}", {"owl": {NAME_MARK, BODY_MARK}}),
        ("owl", {"owl": None}),
        ("{calls} owl", {"hoot": None, "re": {"hoot"}}),
        ("{marks} owl", {}),
        ("{word} owl", {}),
    ],
)
def test_what_a_pattern_may_open_with_and_what_may_come_next(wording: str, expected: dict[str, set[str] | None]) -> None:
    assert openings(wording, LISTS) == {word: behind and behind | BETWEEN for word, behind in expected.items()}
