"""Fixed phrases found in a text, each looked for only where its last word stands: many times as fast as one long expression of all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from minutes_miner.wording import small_letters

_WORD = re.compile(r"\w+")


class Phrases:
    """Phrases looked for as they are written; ``before`` and ``after`` say what may stand beside them, as expressions without width."""

    def __init__(self, phrases: Iterable[str], *, before: str, after: str) -> None:
        self._before, self._after = re.compile(before), re.compile(after)
        self._by_word: dict[str, list[tuple[str, int]]] = defaultdict(list)  # last word -> phrases, and where in each it stands
        for phrase in dict.fromkeys(phrases):
            small = small_letters(phrase)
            for word in _WORD.findall(small)[-1:]:
                self._by_word[word].append((phrase, small.rindex(word)))
        self.words = frozenset(self._by_word)

    def find(self, text: str, words: Iterable[tuple[str, int]]) -> list[tuple[int, int]]:
        """(start, end) of the phrases in ``text``, whose words with their places ``words`` are; of two that overlap the first or longer."""
        found = []
        for word, place in words:
            for phrase, before in self._by_word.get(word, ()):
                start, end = place - before, place - before + len(phrase)
                if start >= 0 and text.startswith(phrase, start) and self._before.match(text, start) and self._after.match(text, end):
                    found.append((start, end))
        return _apart(found) if len(found) > 1 else found


def _apart(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda each: (each[0], -each[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
