"""Fixed phrases found in a text by one word of each: many times as fast as one long expression of all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"\w+")


class Phrases:
    """Phrases looked for as they are written; ``before`` and ``after`` say what may stand beside them, as expressions without width."""

    def __init__(self, phrases: Iterable[str], *, before: str, after: str) -> None:
        self._before, self._after = re.compile(before), re.compile(after)
        self._by_word: dict[str, list[tuple[int, str]]] = {}
        for phrase in dict.fromkeys(phrases):
            # The last word, under which "Councillor Hand", "Jo Hand" and "Hand" stand together.
            words = list(_WORD.finditer(phrase))
            if words:
                self._by_word.setdefault(words[-1].group(), []).append((words[-1].start(), phrase))

    def find(self, text: str) -> list[tuple[int, int]]:
        """(start, end) of the phrases in ``text``, in order; of two that overlap the first, of two that begin together the longer."""
        found = []
        for word, phrases in self._by_word.items():
            at = text.find(word)
            while at >= 0:
                for lead, phrase in phrases:
                    start, end = at - lead, at - lead + len(phrase)
                    if start >= 0 and text.startswith(phrase, start) and self._before.match(text, start) and self._after.match(text, end):
                        found.append((start, end))
                at = text.find(word, at + 1)
        return _apart(found)


def _apart(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda each: (each[0], -each[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
