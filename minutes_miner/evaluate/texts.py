"""How like two texts are, and which rows of two lists are the same row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]
Likeness = Callable[[Row, Row], float]

# From these shares of common words on two texts, or two headings, are one: two careful people label with about so much difference.
SAME_TEXT = 0.7
SAME_TITLE = 0.75
# A text that holds the other whole is the same row while it is at most so many times as long; of fewer words that says nothing.
_MOST_TIMES, _LEAST_WORDS = 3, 5
_WHOLE = 0.95
_NUMBER = 0.2


def words_shared(one: str | None, other: str | None) -> float:
    """F1 of the words of two texts, each counted as often as it stands there."""
    left, right = _words(one), _words(other)
    both = (left & right).total()
    return 2 * both / (left.total() + right.total()) if both else 0.0


def same_text(one: str | None, other: str | None) -> float:
    """``words_shared``, or ``SAME_TEXT`` where one text holds the other whole and is not much longer."""
    shared = words_shared(one, other)
    if shared >= SAME_TEXT:
        return shared
    left, right = _words(one), _words(other)
    short, long = sorted((left.total(), right.total()))
    holds = short >= _LEAST_WORDS and long <= _MOST_TIMES * short and (left & right).total() >= _WHOLE * short
    return SAME_TEXT if holds else shared


def same_item(label: Row, found: Row) -> float:
    """How like two items are: by their titles, and by a number that both print."""
    same_number = label.get("number") and label["number"] == found.get("number")
    return words_shared(label.get("title"), found.get("title")) + (_NUMBER if same_number else 0.0)


def pairs(labelled: Sequence[Row], found: Sequence[Row], likeness: Likeness, least: float) -> list[tuple[int, int]]:
    """One to one pairs of positions, the likest first; of equals those that stand first."""
    likely = sorted(((-likeness(a, b), i, j) for i, a in enumerate(labelled) for j, b in enumerate(found)))
    left: set[int] = set()
    right: set[int] = set()
    chosen = []
    for unlike, i, j in likely:
        if -unlike >= least and i not in left and j not in right:
            left.add(i)
            right.add(j)
            chosen.append((i, j))
    return chosen


def _words(text: str | None) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", (text or "").casefold().replace("’", "").replace("'", "")))
