"""Hyphens at line ends: part of the word ("multi-agency") or of the line break ("commit-tee")?"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

_WORDS = re.compile(r"[a-z]+(?:[-’'][a-z]+)*")
# First parts that English joins with a hyphen and that hardly ever are the first syllable of a broken word.
_PREFIXES = frozenset(["anti", "co", "cross", "e", "half", "mid", "multi", "non", "self", "semi", "three", "two", "vice", "well"])


@dataclass(slots=True)
class Vocabulary:
    """The document's own words: the only witness for how it writes a word when nothing is broken."""

    counts: Counter[str] = field(default_factory=Counter)

    def learn(self, line: str) -> None:
        """Take in a line's words. A fragment before a hyphen at the line's end is no word."""
        words = _WORDS.findall(line.lower())
        self.counts.update(words[:-1] if line.endswith("-") else words)

    def joined(self, text: str, after: str) -> str:
        """``text``, which ends in a hyphen, ready for ``after`` to be put behind it: with the hyphen, without it, or with a space."""
        if text.endswith("\u00ad"):
            return text[:-1]
        before = re.search(r"([A-Za-z]+(?:-[A-Za-z]+)*)-$", text)
        rest = re.match(r"[A-Za-z]+", after)
        if not before:
            return text if re.search(r"\d-$", text) and after[0].isdigit() else text + " "
        if not rest or not rest.group()[0].islower():
            return text if after[0].isalnum() else text + " "
        return text[:-1] if self._breaks(before.group(1).lower(), rest.group().lower()) else text

    def _breaks(self, before: str, rest: str) -> bool:
        """Whether the hyphen only marks the line break. In doubt it does: words are broken oftener than compounds fall on a line's end."""
        plain, compound = self.counts[before + rest], self.counts[f"{before}-{rest}"]
        if plain or compound:
            return plain > compound
        if "-" in before or before in _PREFIXES:
            return False
        return not (self.counts[before] and self.counts[rest])
