"""How like two texts are, and which rows are one."""

from __future__ import annotations

import pytest

from minutes_miner.evaluate.texts import SAME_TEXT, SAME_TITLE, pairs, same_item, same_text, words_shared
from tests.evaluate.labelled import item


def test_words_are_shared_by_number() -> None:
    assert words_shared("the gate, the gate", "The gate") == pytest.approx(2 * 2 / 6)
    assert words_shared("gate", "pump") == words_shared(None, "pump") == 0.0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the clerk to write to the owner", "The Clerk to write to the owner.", True),
        ("mend the old gate today", "It was also agreed in the end to mend the old gate today", True),
        ("mend the gate", "It was also agreed to mend the gate now", False),
        ("mend the old gate today", " ".join(["and so on, as before,"] * 3) + " mend the old gate today", False),
        ("mend the old gate today", "It was also agreed in the end to mend the old lamp soon", False),
    ],
    ids=["the same", "held whole", "too few words", "too long", "other words"],
)
def test_a_text_that_holds_the_other_is_the_same_row(one: str, other: str, same: bool) -> None:
    assert (same_text(one, other) >= SAME_TEXT) is (same_text(other, one) >= SAME_TEXT) is same


def test_the_likest_are_paired_first_and_each_row_once() -> None:
    rows, found = [{"text": "a b c"}, {"text": "a b"}], [{"text": "a b"}, {"text": "a b c d"}]
    assert sorted(pairs(rows, found, lambda a, b: words_shared(a["text"], b["text"]), 0.5)) == [(0, 1), (1, 0)]


@pytest.mark.parametrize(
    ("number", "title", "same"),
    [("1", "Gate and the Lane", True), ("2", "Gate and the Lane", False), (None, "Gate and Lane", True), ("1", "Bins", False)],
)
def test_a_number_makes_items_likelier_one(number: str | None, title: str, same: bool) -> None:
    assert (same_item(item("1", "Gate and Lane"), item(number, title + (" at Mill" if "the" in title else ""))) >= SAME_TITLE) is same
