"""Patterns tried only where their words stand: the same is found as by trying them all, in order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes_miner.rulebook import load
from minutes_miner.track.readings import Readings, readings_of

BOOK = load()
RULES = BOOK.of_kinds("progress")
READINGS = Readings(readings_of(RULES, BOOK))


@pytest.mark.parametrize("text", sorted({text for rule in RULES for text in (*rule.match, *rule.no_match)}))
def test_the_same_is_found_as_by_trying_all(text: str) -> None:
    tried = [each for each in readings_of(RULES, BOOK) if each.pattern.search(text)]
    assert [each for each, _ in READINGS.matches(text)] == tried
    assert READINGS.found_in(text) == bool(tried)


@pytest.mark.parametrize(
    ("text", "tried"),
    [
        ("The lamp had been mended.", True),
        ("The LAMP had been MENDED.", True),
        ("Lamp and bench were spoken of.", False),
        ("", False),
    ],
)
def test_patterns_are_tried_only_where_all_their_words_stand(text: str, tried: bool) -> None:
    mended = Readings(readings_of([replace(RULES[0], patterns=("mended|repaired",), where="anywhere")], BOOK))
    assert bool(mended.worth_trying(text)) is tried
    assert mended.found_in(text) is tried
