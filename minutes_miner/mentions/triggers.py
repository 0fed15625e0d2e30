"""Where a pattern can match at all: the words that it may begin with, and the words of which one must stand in the sentence.

Trying a rule only at these places finds the same as searching whole sentences, at a fraction of the time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from minutes_miner.wording import NAME_MARK

# Words in nearly every sentence: as triggers they would save nothing.
_COMMON = frozenset(
    """a an and any are as at be been being but by can could did do does for from had has have in into is it its may not of on or our shall should
    so that the their them there these they this to was we were which who will with would you""".split()
)
_FIRST_WORD = re.compile(r"\w+")
WORDS = re.compile(rf"\w+|{NAME_MARK}+")


def triggers(pattern: str, lists: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Lower-case first words of the alternatives of the most telling word that ``pattern`` demands.

    Empty where the pattern demands no word of its own (``{who}``, punctuation): it is then tried on every sentence.
    """
    best: frozenset[str] = frozenset()
    best_cost = float("inf")
    for word in pattern.split():
        if word.startswith("*") or _optional(word) or "{who}" in word.split("|"):
            continue
        openers = _openers(word, lists)
        if not openers:
            continue
        # Common words cost as much as a long list: a list of forty verbs is still better than "to".
        cost = len(openers) + 50 * len(openers & _COMMON)
        if cost < best_cost:
            best, best_cost = openers, cost
    return best


def beginnings(pattern: str, lists: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Lower-case words that a match of ``pattern`` may begin with, NAME_MARK for a name; empty where it may begin with punctuation."""
    found: set[str] = set()
    for word in pattern.split():
        openers = _openers(word.removesuffix("?") if _optional(word) else word, lists)
        if not openers:
            return frozenset()
        found |= openers
        if not _optional(word):
            return frozenset(found)
    return frozenset()


def _optional(word: str) -> bool:
    return len(word) > 1 and word.endswith("?")


def _openers(word: str, lists: Mapping[str, Sequence[str]]) -> frozenset[str]:
    found = set()
    for choice in word.split("|"):
        if choice == "{word}":
            return frozenset()
        if choice == "{who}":
            found.add(NAME_MARK)
            continue
        for entry in lists.get(choice[1:-1], ()) if choice.startswith("{") else (choice,):
            match = _FIRST_WORD.match(entry.casefold())
            if not match:
                return frozenset()
            found.add(match.group())
    return frozenset(found)


def word_places(text: str) -> dict[str, list[int]]:
    """Each word of a masked sentence in small letters, and where it begins; names under NAME_MARK."""
    places: dict[str, list[int]] = {}
    for match in WORDS.finditer(text):
        word = match.group()
        places.setdefault(NAME_MARK if word[0] == NAME_MARK else word.casefold(), []).append(match.start())
    return places
