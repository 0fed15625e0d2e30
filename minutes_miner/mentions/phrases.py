"""Fixed phrases found in a text, each looked for only where its last word stands: many times as fast as one long expression of all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from minutes_miner.matching import words_in


class Phrases:
    """Phrases looked for as they are written; ``before`` and ``after`` say what may stand beside them, as expressions without width."""

    def __init__(self, phrases: Iterable[str], *, before: str, after: str) -> None:
        self._before, self._after = re.compile(before), re.compile(after)
        self._by_word: dict[str, list[str]] = defaultdict(list)
        for phrase in dict.fromkeys(phrases):
            for word in words_in(phrase)[-1:]:
                self._by_word[word].append(phrase)
        self._words = frozenset(self._by_word)

    def find(self, text: str, words: AbstractSet[str]) -> list[tuple[int, int]]:
        """(start, end) of the phrases in ``text``, whose words are ``words``; of two that overlap the first, else the longer."""
        found = []
        for word in self._words & words:
            for phrase in self._by_word[word]:
                at = text.find(phrase)
                while at >= 0:
                    if self._before.match(text, at) and self._after.match(text, at + len(phrase)):
                        found.append((at, at + len(phrase)))
                    at = text.find(phrase, at + 1)
        return _apart(found) if len(found) > 1 else found


def _apart(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda each: (each[0], -each[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
