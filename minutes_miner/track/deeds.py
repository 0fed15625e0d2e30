"""What sorts of deed an action asks for, and of what sorts a later sentence tells the fate: the rules of two kinds of that name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

Deeds = frozenset[str]
DECIDE = "decide"
# A sentence is read for each action that it may speak of, all in one meeting: those of a long meeting are remembered.
_REMEMBERED = 5000


@dataclass(frozen=True)
class DeedBook:
    """The rules compiled: (value, rule id, pattern)."""

    asked_for: tuple[tuple[str, str, re.Pattern[str]], ...]
    told_of: tuple[tuple[str, str, re.Pattern[str]], ...]
    _read: dict[str, Deeds] = field(default_factory=dict, compare=False, repr=False)

    def asked(self, action: str) -> Deeds:
        """The sorts of deed that ``action`` asks for."""
        return frozenset(value for value, _, pattern in self.asked_for if pattern.search(action))

    def told(self, sentence: str) -> Deeds:
        """The sorts of deed whose fate ``sentence`` tells."""
        known = self._read.get(sentence)
        if known is None:
            if len(self._read) >= _REMEMBERED:
                self._read.clear()
            known = self._read[sentence] = frozenset(value for value, _, pattern in self.told_of if pattern.search(sentence))
        return known
